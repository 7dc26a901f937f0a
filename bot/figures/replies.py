"""A reply to the question for one figure, read as its value: 有的, 还没有, 企业, 都没有, 我们做特种阀门.

Of replies to numeric questions only 没有 is read here. What does not plainly answer is None.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Literal

from bot.figures.mentions import Mention, cities
from bot.figures.partners import works_with
from bot.figures.polarity import (
    consists_of,
    falls_short,
    is_compound,
    is_in_part,
    is_subject,
    lead,
    part_denied,
    polarity,
    says_something,
    speaks_of,
    without_own_topic,
)
from bot.figures.selecting import NONE_OF_THEM, choice, choices
from bot.figures.stance import (
    Clause,
    asks,
    clauses,
    corrects,
    is_denial,
    is_not_yet,
    is_topic,
    is_unknown,
    takes_back,
)
from bot.figures.statement import Statement
from bot.figures.statements import is_local, placed
from bot.figures.technology import described
from bot.figures.values import Value
from bot.figures.whose import of_others
from bot.guide.model import Figure, Guide

_Told = Literal["yes", "no", "assent", "doubt", "other", "question"]
_NONE_BEFORE = re.compile(r"(?:没有?|无|不(?:要|用|申请))(?:任何)?$")
_NONE_AFTER = re.compile(r"(?:也|都|还|暂时|目前|现在)*(?:没有|是?零|为零)[了的 。！!]*$")
_SPOT = re.compile(r"不?(?:在|位于)")
# 嗯 and 对 say yes alone; beside a statement they only sound.
_ASSENT = re.compile(r"[ ]*(?:嗯+|恩+|对+[的了呀啊]*|是的?呀?|是啊|好的?|行|ok)[ ，,。.!！~～呀啊哈]*", re.IGNORECASE)
_PLAIN_NO = re.compile(
    r"[ ]*(?:这个|那个|目前|现在|暂时|也|都|还|倒|确实|就|但是?|不过|可是|我们)*(?:没有?|不是|没得|不能|不在|否|无)(?:的|呢|啊|了|吧|哈|呀|[ ，,。.！!～~])*"
)
_EMPHATIC = re.compile(r"[ ]*(?:那?必须|当然|肯定|绝对)(?:的|有|是|能)[的啊呀了呢]*[ 。！!]*$")
_CONTRAST = re.compile("(?:但|不过|可是|只是|就是)(?!是[^，。不没]{1,8}的)")
_SAYS_MORE = re.compile("满足|足够|够用|兰|那边|这边")
_NOT_BUT = re.compile("^不是[，, ]+(?:我们)?是")
_OWN_ONLY = re.compile("自己|本身|自身")  # 自己没有，和大学共建了一个
_ONCE = re.compile(r"^(?:曾经?)?有过[的了。！ ]*$|(?:以前|原来|原先|早先|曾经|过去|之前|前几年)[^，。]{0,4}有")
_ONCE_NOT = re.compile("以前|原来|原先|早先|过去|之前|前几年|去年")
_BRANCH = re.compile("分公司|办事处|分部|分院|分校|客户|朋友")
_BEYOND = re.compile("(?:市)?(?:以|之)?外|周边|附近")
_ADDRESS = re.compile(
    r"[区县路街镇乡市]|\d号|注册|运营|经营|企业|公司|单位|本地|当地|本土|这边|办公|学校|大学|院|所|厂"
)
# 有，下一个 goes on; alone it leaves the question.
_GOING_ON = re.compile(r"[ ]*(?:下一?[个题条项]|继续|然后呢?|接着(?:问|来)?|往下)[吧问呢。！!?？ ]*")
_LATER = re.compile(
    r"(?:先|去|回去|再|得)(?:[我去]?[查问看核]{1,2}(?:一?下|清楚)?|确认一?下|了解一?下|想想|商量)(?:再说|看看)?[吧啊呢。！ ]*$|(?:等[会一]?[会下]儿?|待会儿?|回头|晚点|过会儿?|稍后|稍等|明天|改天)[^，。]{0,3}(?:说|答|回|告诉|给你)"
)
_COMMAND = re.compile(
    r"^(?:算了|停|不[查想用需做说要了]|退出|取消|随便|都行|都可以|暂停|够了|换一?个|接着|上一|重新开始|重来|继续|接着查|结果|现在怎么样|帮助|(?:谢谢|你好|您好)(?![，,！! ]+[^，,！! ])|再见|删除|/)"
)


def reply(
    text: str, figure: Figure, named: Sequence[Mention], guide: Guide, spoken_for: Sequence[tuple[int, int]]
) -> Statement | None:
    """What ``text`` answers to the question for ``figure``; None where it does not.

    ``spoken_for`` are the parts of the text that say something else already.
    """
    if _COMMAND.match(text):
        return None
    if figure.kind == "yes_no":
        return _yes_or_no(text, figure, named, guide, spoken_for)
    value: Value | None = None
    if figure.kind == "choice":
        value = choice(text, figure, named)
    elif figure.kind == "choices":
        return choices(text, figure, named, guide)
    elif figure.kind == "text" and not spoken_for and not _is_of_a_fact(text, guide):
        value = described(text, named)
    elif figure.kind in ("people", "money") and not asks(text):
        value = _nothing(text, figure, named)
    return None if value is None else Statement(figure.id, value, 0, len(text))


def _is_of_a_fact(text: str, guide: Guide) -> bool:
    """Whether the words answer another question: 经费有保障 is no technology."""
    return any(each.kind == "yes_no" and speaks_of(text, each) is not None for each in guide.figures)


def _yes_or_no(
    text: str, figure: Figure, named: Sequence[Mention], guide: Guide, spoken_for: Sequence[tuple[int, int]]
) -> Statement | None:
    """What the clauses together answer; one that is not understood beside a mere 嗯 or after a 但是 leaves it open."""
    if _puts_off(text):
        return None
    if _ONCE.search(text):  # 以前有，现在撤了
        return Statement(figure.id, False, 0, len(text)) if takes_back(text) else None
    parts = [part for part in clauses(text) if says_something(part.text)] or list(clauses(text))
    parts = [part for part in parts if not _GOING_ON.fullmatch(part.text)] or parts
    names = [(name.start, name.end) for name in named if _is_of_other(name, text, figure)]
    told = [_told(part, figure, named, guide, [*spoken_for, *names]) for part in parts]
    if len(told) > 1 and told[0] == "no" and _ONCE_NOT.search(parts[0].text):  # 原来没有，今年建了
        told = told[1:]
    # 去年总投资700万，没过; 高企过期了，不算了: after a statement of something else a denial may be of that.
    told = [
        "doubt" if each == "no" and "other" in told[:place] and not _is_plain_no(parts[place].text, figure) else each
        for place, each in enumerate(told)
    ]
    answer = _together(told, text, figure)
    if answer is None:
        return None
    not_yet = is_not_yet(text)
    return Statement(figure.id, answer and not not_yet and not part_denied(text, figure), 0, len(text), not_yet)


def _puts_off(text: str) -> bool:
    """Whether the answer is put off: 没问题，我先查查; 行吧，等会儿说."""
    return bool(_LATER.search(text))


def _told(
    part: Clause, figure: Figure, named: Sequence[Mention], guide: Guide, taken: Sequence[tuple[int, int]]
) -> _Told:
    """How one clause answers: ``assent`` is a mere 嗯, ``other`` speaks of another figure, ``doubt`` is not understood."""
    if _ASSENT.fullmatch(part.text):
        return "assent"
    if falls_short(part.text, figure.name):  # 只有市级工程中心
        return "no"
    emphatic = bool(_EMPHATIC.match(part.text))
    if not emphatic and is_topic(without_own_topic(part.text, figure)) or is_unknown(part.text):
        return "question"
    if is_in_part(part.text):
        return "doubt"
    answer = True if emphatic else _by_name(part, figure, named, guide)
    speaks_of_other = _speaks_of(part, taken)
    if answer is None and not speaks_of_other:
        answer = polarity(part.text, figure)
    if answer is None:
        return "other" if speaks_of_other else "doubt"
    return "yes" if answer else "no"


def _is_plain_no(clause: str, figure: Figure) -> bool:
    """Whether the clause is 没有 and no more, or denies in the figure's own words."""
    return (
        bool(_PLAIN_NO.fullmatch(clause)) or speaks_of(clause, figure) is not None or falls_short(clause, figure.name)
    )


def _together(told: Sequence[_Told], text: str, figure: Figure) -> bool | None:
    plain = [each for each in told if each in ("yes", "no")]
    if "question" in told:
        return None
    if is_compound(figure) and "no" in plain:
        return False
    if plain and (len(set(plain)) == 1 or corrects(text)):
        return _unless_turned(plain[-1] == "yes", told, text)
    if plain or "assent" not in told:
        return None
    return None if "doubt" in told or is_denial(text) else True


def _unless_turned(answer: bool, told: Sequence[_Told], text: str) -> bool | None:
    """The answer, unless the rest of the text turns it round (签了，还没启动) or may do so (有，不过他们退出了)."""
    alone = len(told) == 1
    if answer and takes_back(text) and (alone or "doubt" in told):
        return False
    if answer and "doubt" in told and _CONTRAST.search(text):
        return None
    unread = {"doubt", "other"} & set(told)
    if unread and _NOT_BUT.search(text):  # 不是，是企业: corrects what was said before
        return None
    return None if not answer and unread and _OWN_ONLY.search(text) else answer


def _is_of_other(name: Mention, text: str, figure: Figure) -> bool:
    """Whether the name speaks of another figure; not where it is in this one's words, and more is said than 有 or 没有."""
    if name.figure == figure.id or _is_in_an_answer(name, text, figure):
        return False
    rest = text[: name.start] + text[name.end :]
    told = _SAYS_MORE.search(rest) or any(word in rest for word in (*figure.says_yes, *figure.says_no))
    return name.choice is not None or not told or not consists_of(text[name.start : name.end], figure)


def _is_in_an_answer(name: Mention, text: str, figure: Figure) -> bool:
    """Whether the name is but a part of words that answer by themselves: 归我校."""
    places = ((text.find(word), len(word)) for word in figure.says_yes)
    return any(0 <= start <= name.start and name.end <= start + length for start, length in places)


def _by_name(clause: Clause, figure: Figure, named: Sequence[Mention], guide: Guide) -> bool | None:
    """在兰州 where a place is asked for, 和兰州大学合作 where a partner is."""
    spot = _SPOT.search(clause.text)
    if is_local(figure, guide) and clause.text.startswith(cities(guide), lead(clause.text)):
        return True if _is_a_place(clause.text[lead(clause.text) :], guide) else None
    if spot and is_local(figure, guide):
        if of_others(clause.text[: spot.start()]):
            return None
        return placed(clause, spot.start(), named, guide)
    return works_with(clause, figure, named, guide)


def _is_a_place(words: str, guide: Guide) -> bool:
    """兰州, 兰州的企业 and 兰州市雁滩路 are where somebody is; 兰州牛肉面 and 兰州分公司还没注册 are not."""
    rest = words
    for place in cities(guide):
        rest = rest.replace(place, "")
    return (
        not is_denial(words)
        and not (_BRANCH.search(words) or _BEYOND.match(rest))
        and (bool(_ADDRESS.search(rest)) or len(rest) < 3)
    )


def _speaks_of(clause: Clause, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether one of ``spans`` lies in the clause, its subject (我们公司) apart."""
    point = lead(clause.text)
    inside = [(start - clause.start, end - clause.start) for start, end in spans if clause.holds(start)]
    return any(end > point or not is_subject(clause.text[start:end]) for start, end in inside)


def _nothing(text: str, figure: Figure, named: Sequence[Mention]) -> Decimal | None:
    """没有自筹, or 一个都没有 of people: 0."""
    own = [name for name in named if name.figure == figure.id]
    none = any(_NONE_BEFORE.search(text[: name.start]) or _NONE_AFTER.match(text, name.end) for name in own)
    return Decimal(0) if none or (figure.kind == "people" and NONE_OF_THEM.match(text)) else None
