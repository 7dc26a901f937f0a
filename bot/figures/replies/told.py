"""How one clause of a reply answers the question for a yes/no figure: yes, no, a mere 嗯, or nothing that is understood."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from bot.figures.mentions import Mention
from bot.figures.replies.places import is_of_the_work
from bot.figures.replies.remarks import point
from bot.figures.replies.where import by_name
from bot.figures.stated.by_now import leaves_the_future_open
from bot.figures.stated.compounds import as_acts, as_means
from bot.figures.stated.idioms import told_otherwise
from bot.figures.stated.locality import is_seat
from bot.figures.wording.founding import tells_the_age
from bot.figures.wording.levels import LEVEL
from bot.figures.wording.own_words import consists_of, is_subject, lead
from bot.figures.wording.polarity import (
    is_alone,
    is_in_part,
    is_of_a_lower_level,
    polarity,
    speaks_of,
    without_own_topic,
)
from bot.figures.wording.stance import Clause, is_not_yet, is_topic, is_unknown
from bot.guide.model import Figure, Guide

Told = Literal["yes", "no", "assent", "doubt", "other", "question"]
# 嗯 and 对 say yes alone; beside a statement they only sound.
_ASSENT = re.compile(r"[ ]*(?:嗯+|恩+|对+[的了呀啊]*|是的?呀?|是啊|好的?|行|ok)[ ，,。.!！~～呀啊哈]*", re.IGNORECASE)
_PLAIN_NO = re.compile(
    r"[ ]*(?:这个|那个|目前|现在|暂时|也|都|还|倒|确实|就|但是?|不过|可是|我们)*(?:没有?|不是|没得|不能|不在|否|无)(?:的|呢|啊|了|吧|哈|呀|[ ，,。.！!～~])*"
)
_EMPHATIC = re.compile(r"[ ]*(?:那?必须|当然|肯定|绝对)(?:的|有|是|能)[的啊呀了呢]*[ ，,。；;！!]*$")
_LISTED = re.compile("[和、与跟及]|[也还又]?有")
_IS_HELD = re.compile(
    r"[ ]*(?:我们的?|但是?|不过)*(?P<thing>平台|项目|课题)(?:也|都|全|均|是|还|已经|暂时|目前|现在)*(?:没有?|有|无)[的了呢啊吧 ，,。；;！!、]*"
)
_IS_LEVEL = re.compile(rf"(?:我们的?|是|有|属于|也|都|就)*{LEVEL}[的了呢啊呀吧哈 ，,。.！!]*")
_SAYS_MORE = re.compile("满足|充[足裕]|到位|足够|够用|兰|那边|这边")


def told_by(
    part: Clause, figure: Figure, named: Sequence[Mention], guide: Guide, taken: Sequence[tuple[int, int]]
) -> Told:
    """How one clause answers: ``assent`` is a mere 嗯, ``other`` speaks of another figure, ``doubt`` is not understood."""
    if _ASSENT.fullmatch(part.text):
        return "assent"
    founded = tells_the_age(part.text) and not (is_not_yet(part.text) or is_alone(part.text, figure))
    if founded or _is_of_a_thing(part.text, figure) or _leaves_another_open(part, figure, named):
        return "other"
    otherwise = told_otherwise(part.text, figure, before="", asked=True)
    if otherwise is not None:  # 章还没盖, 财政每年拨, 只有市级工程中心
        return "yes" if otherwise else "no"
    emphatic = bool(_EMPHATIC.match(part.text)) or _is_the_level(part.text, figure)
    if not emphatic and is_topic(without_own_topic(part.text, figure)) or is_unknown(part.text):
        return "doubt" if leaves_the_future_open(part.text) else "question"
    if is_in_part(part.text) and polarity(part.text, figure) is None:
        return "doubt"
    answer = True if emphatic else by_name(part, figure, named, guide)
    speaks_of_other = _speaks_of(part, taken)
    if answer is None:
        words = point(part.text, figure)
        answer = _beside(part, taken, figure) if speaks_of_other else _in_any_words(words, figure)
    if answer is None:
        return "other" if speaks_of_other else "doubt"
    return "yes" if answer else "no"


def _in_any_words(words: str, figure: Figure) -> bool | None:
    plain = polarity(words, figure)
    return polarity(as_means(as_acts(words, figure), figure), figure) if plain is None else plain


def _leaves_another_open(part: Clause, figure: Figure, named: Sequence[Mention]) -> bool:
    """Whether another figure is named of which it is not known how it stands: 经费有保障，管理机构不确定."""
    return is_unknown(part.text) and any(
        part.holds(each.start) and is_of_other(each, part.text, figure) for each in named
    )


def _is_the_level(clause: str, figure: Figure) -> bool:
    """Whether the clause is but a level that the figure asks for: 国家级的."""
    return "省级" in figure.name and bool(_IS_LEVEL.fullmatch(clause))


def _is_of_a_thing(clause: str, figure: Figure) -> bool:
    """Whether the clause says of a thing whether it is there or where it is, when something else is asked: 平台都没有
    in reply to where one is, 项目在两区 in reply to where one is registered."""
    held = _IS_HELD.fullmatch(clause)
    return held is not None and not _names(figure, held["thing"]) or is_seat(figure) and is_of_the_work(clause)


def _names(figure: Figure, thing: str) -> bool:
    """Whether the thing is what one of the figure's names is of, and no mere attribute (平台运行经费)."""
    head = re.compile(f"{thing}(?:条件|$|[和、或，])")
    return any(map(head.search, (figure.name, *figure.names, *figure.own_words)))


def _speaks_of(clause: Clause, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether one of ``spans`` lies in the clause, its subject (我们公司) apart."""
    point = lead(clause.text)
    inside = [(start - clause.start, end - clause.start) for start, end in spans if clause.holds(start)]
    return any(end > point or not is_subject(clause.text[start:end]) for start, end in inside)


def _beside(part: Clause, taken: Sequence[tuple[int, int]], figure: Figure) -> bool | None:
    """What is answered in the figure's own words that are listed with a name that is one of them: 有实验室和设备、人员."""
    means = as_means(part.text, figure)
    if means != part.text and (said := speaks_of(means, figure)) is not None:
        return said
    inside = [(start - part.start, end - part.start) for start, end in taken if part.holds(start)]
    if not all(part.text[start:end] in figure.own_words and _LISTED.match(part.text, end) for start, end in inside):
        return None
    covered = {place for start, end in inside for place in range(start, end)}
    return speaks_of("".join(letter for place, letter in enumerate(part.text) if place not in covered), figure)


def is_of_other(name: Mention, text: str, figure: Figure) -> bool:
    """Whether the name speaks of another figure; not where it is in this one's words, and more is said than 有 or 没有."""
    if name.figure == figure.id or _is_in_an_answer(name, text, figure):
        return False
    rest, words = text[: name.start] + text[name.end :], text[name.start : name.end]
    if "在" in rest and is_seat(figure) and words.startswith("注册") and consists_of(words, figure):
        return False  # 注册地不在, where the seat is asked for
    place = is_seat(figure) and any(word in rest for word in figure.own_words)  # 注册地就在两区内
    says = any(word in rest for word in (*figure.says_yes, *figure.says_no))
    told = place or says or _SAYS_MORE.search(rest) or is_not_yet(text)
    if name.choice is not None:
        return not told or words not in figure.own_words
    return not told or not consists_of(words.removeprefix("申请"), figure)  # 正在申请财政拨款


def _is_in_an_answer(name: Mention, text: str, figure: Figure) -> bool:
    """Whether the name is but a part of words that answer by themselves: 归我校."""
    denied = () if "有" in text else figure.says_no  # 没有外地的 denies what is elsewhere
    places = ((text.find(word), len(word)) for word in (*figure.says_yes, *denied))
    return any(0 <= start <= name.start and name.end <= start + length for start, length in places)


def is_plain_no(clause: str, figure: Figure) -> bool:
    """Whether the clause is 没有 and no more, or denies in the figure's own words."""
    return (
        bool(_PLAIN_NO.fullmatch(clause))
        or speaks_of(clause, figure) is not None
        or is_of_a_lower_level(clause, figure.name)
    )
