"""Short forms that nobody asked for: 经费有, 兰州的, 经费和管理机构都有. Each is told by the one figure whose words it is in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.figures.mentions import cities, mentions
from bot.figures.readings import Reading, Readings, halved
from bot.figures.replies.places import is_of_the_work
from bot.figures.stated.branches import is_of_the_person_alone
from bot.figures.stated.by_now import is_half_a_yes, tells_of_once
from bot.figures.stated.compounds import as_acts, part_denied
from bot.figures.stated.funding import are_short
from bot.figures.stated.idioms import told_otherwise
from bot.figures.stated.locality import is_seat, makes_elsewhere
from bot.figures.stated.of_another import ours_of
from bot.figures.stated.partners import (
    PARTNER,
    asks_of_partners,
    came_to_nothing,
    fell_through,
    is_joint,
    seeks_partners,
    works_with,
)
from bot.figures.stated.parts_told import has_several, means_told, tells_none
from bot.figures.stated.placed_in_part import not_all_here
from bot.figures.stated.planned_together import as_planned
from bot.figures.stated.possessions import theirs
from bot.figures.stated.quitting import is_over, quits
from bot.figures.stated.the_rest import is_of_the_rest
from bot.figures.statement import Statement
from bot.figures.values import is_number
from bot.figures.wording.coordinated import coordinated
from bot.figures.wording.denied_lacks import affirmed
from bot.figures.wording.going_on import goes_on_about_another
from bot.figures.wording.joined import spread, together
from bot.figures.wording.polarity import answers_alone, in_own_words, polarity, speaks_of, without_own_topic
from bot.figures.wording.stance import Clause, clauses, is_not_yet, is_topic, is_unknown, is_unsure
from bot.figures.wording.ticked import denied
from bot.guide.model import Figure, Guide

# 长期和兰大有合作 tells how one stands with somebody, and of no project.
_STANDING_RELATION = re.compile(
    "长期|一直|平时|经常|往年|老合作|有(?:过|些|一些|很多|不少)?的?合作|合作(?:关系|过|密切)"
)
_APPLIES = re.compile("申?报(?!告)|申请")  # 准备报兰白 plans no seat there
_STAFF = re.compile("人员|人手|[够缺]人")
LONGEST_PLACE = 6  # characters of a place alone, with 是 and 的
# Words that many things are said with: 都能保障 alone tells of no funds.
_TELLS_NOTHING = re.compile(
    "保证|保障|提供|满足|单位|需要|需求|每年|年年|固定|专项|稳定|由|靠|公司|学校|[区市院所校局]里|上级|政府|孵化器|众创空间|集团公司|集团|总公司|母公司|依托单位|收入|来源|一年"
)
# After another clause a mere place is of what that one speaks of: 实施地在白银，不在兰州.
_PLACE_ALONE = re.compile(r"(?:都|也|就|全|但是?|不过|而且?|不|没|是)*(?:在|位于)[^，。；]{2,8}[，。；,;！! ]*")
# 注册地不在 answers for the place that was asked about, and for no other.
_PLACE_LEFT_OUT = re.compile(
    "[^，。；]*(?:注册|登记|运营)[^，。；]{0,3}不?在(?:那里?|那儿|那边|这里?|这边)?[的了呢啊吧 ，,。；！!]*"
)
# 公司早就成立了 is of whoever speaks, where nothing else is named.
_FOUNDED = re.compile(
    r"(?:我们?|咱们?|公司|单位|企业|学校|[院所厂]里?|早就?|早先|[早前好]几年前?|去年|今年|前年|刚刚?|才|已经?|就|也|都|是|[\d一二两三四五六七八九十]+年前?|[ ])*(?:成立|设立|注册|开业|挂牌|建立|起步)(?:的|了|起来|不久|没多久|好?多年|[ ，。；！!])*"
)
_WE_ARE = re.compile("[ ]*(?:我们?|咱们?|本单位|公司|单位)(?:这边)?(?:就|也)?是")
_IS_ONE = re.compile("[ ]*(?:就|也)?是")  # of whoever was spoken of before
# 公司还没注册 tells of no unit at all, and not where one is.
_NOT_REGISTERED = re.compile("(?:没有?|未)(?:来得及|正式|去|办|能)*(?:注册|登记)(?!在)")
# 自筹500万，都是自己的 is of the money.
_IS_OURS = re.compile(
    "(?:这[些个钱]|那|钱|也|都|全|全部|就|是|算|归)*(?:我们?|咱们?|公司|单位|企业|自己|自家|自有)+(?:[出掏筹拿攒]+)?的?(?:钱|资金)?[的了呢啊吧哈呀 ，,。；;！!]*"
)
# 我们是孵化器运营公司: what one is tells no funds.
_WHAT_ONE_IS = re.compile(
    r"[ ]*(?:我们?|咱们?|本单位|公司|单位)?(?:这边)?(?:就|也)?是(?:一?[家个所])?[^，。；有没在的]{2,10}(?:公司|企业|机构|单位|厂|大学|学院|研究[所院])[的呢啊，,。；！! ]*"
)
# 跟兰大一块儿建 is as good as 共建.
_SIDE_BY_SIDE = re.compile("一起|一块儿?(?![地钱牌砖])|一道(?!题)|一同|联手|合伙(?!人|企)")


def unasked(heard: Readings, figures: Sequence[Figure], asked: str | None, guide: Guide) -> tuple[Reading, ...]:
    """Readings of those yes/no ``figures`` that clauses of the message tell of in their own words, and nothing else does.

    So it does of a partner by its name, where such partners are asked for: 跟兰州大学一起建.
    """
    open_ = [each for each in figures if each.kind == "yes_no" and each.id != asked and heard.value(each.id) is None]
    closed = [each for each in figures if each.kind == "yes_no" and each not in open_]
    wholes = together(affirmed(heard.text), heard.mentions)
    parts = [piece for part in wholes for piece in _pieces(part, open_, heard)]
    parts = [part for part in parts if not (part.start and _is_mere_place(part, guide))]
    parts = [part for part in parts if not any(_is_of(part, each) for each in closed)]
    if asked and heard.value(asked) is not None:  # 研发20多个人，够用了 is of the people, where those are asked for
        parts = [part for part in parts if not answers_alone(part.text, guide.figure[asked])]
    others = theirs(heard.text, mentions(heard.text, guide), guide, asked=asked)
    parts = [part for part in parts if not any(other.holds(part.start) for other in others)]
    found = [reading for part in parts for reading in _of(part, heard, open_, asked, guide)]
    planned = clauses(as_planned(heard.text))
    found += [reading for part in planned for reading in _with_partners(part, heard, open_, guide)]
    found += [Reading(each.figure, False, each.start, each.end) for each in not_all_here(parts, open_, guide)]
    found = [each for each in found if not (each.value is True and tells_none(heard.text, guide.figure[each.figure]))]
    told = {reading.figure: reading for reading in (*_in_parts(parts, heard, open_, found), *found)}
    return tuple(halved(each, heard.text, guide, asked) for each in ours_of([*told.values()], heard.text, guide))


def _in_parts(
    parts: Sequence[Clause], heard: Readings, figures: Sequence[Figure], found: Sequence[Reading]
) -> Iterator[Reading]:
    """A half of those ``figures`` of which several parts are told and nothing is read: 有实验室也有人跟着他干."""
    untold = [each for each in figures if each.id not in {one.figure for one in found} | set(heard.unknown)]
    for figure in untold:
        if len(means_told(parts, figure)) > 1:
            yield Reading(figure.id, True, parts[0].start, parts[-1].end, half=True)


def _pieces(part: Clause, figures: Sequence[Figure], heard: Readings) -> tuple[Clause, ...]:
    """The clauses that ``part`` joins; it is left whole where it is all in one figure's words (人员和设备没问题)."""
    parted = spread(part, heard.mentions)
    whole = len(parted) > 1 or any(speaks_of(part.text, each) is not None for each in figures)
    return parted if whole else coordinated(part, heard.mentions)


def _of(part: Clause, heard: Readings, figures: Sequence[Figure], asked: str | None, guide: Guide) -> Iterator[Reading]:
    if (
        is_unknown(part.text)
        or tells_of_once(part.text)
        or _is_read(part, heard, guide)
        or is_of_the_rest(part.text)  # 就一个高企，其他的都没有
        or leaves_the_place_out(part.text)
        or part.start
        and _PLACE_ALONE.fullmatch(part.text)
        or _IS_OURS.fullmatch(part.text)
        and _is_of_an_amount(part, heard, guide)
    ):
        return
    able = [each for each in figures if not is_topic(without_own_topic(part.text, each))]
    able = [each for each in able if not (is_seat(each) and (_APPLIES.search(part.text) or is_of_the_work(part.text)))]
    if _NOT_REGISTERED.search(part.text) and not any(city in part.text for city in cities(guide)):
        able = [each for each in able if "注册" not in each.name]
    if _WHAT_ONE_IS.fullmatch(part.text):
        able = [each for each in able if is_seat(each)]
    able = [each for each in able if not (_STAFF.search(each.name) and _is_of_an_amount(part, heard, guide))]
    before = "".join(each.text for each in clauses(heard.text) if each.end == part.start)
    able = [each for each in able if not goes_on_about_another(affirmed(before), part.text, each, guide)]
    named = {name.figure for name in heard.mentions if part.holds(name.start) and not name.choice}
    other = named & {each.figure for each in heard.readings} - {
        each.id for each in able
    }  # 是科技合作项目 signs no contract
    told = [(each, _answer(part, each, asked, before)) for each in able if not other]
    sure = [(figure, answer) for figure, answer in told if answer is not None]
    sure = [
        each for each in sure if _by_its_own_answer(part, each[0])
    ] or sure  # 成果归我校所有 is of the use, not of disputes
    if len(sure) > 1:  # 知识产权没问题 is of the figure that has this name
        sure = [each for each in sure if each[0].id in named]
    if len(sure) == 1:
        figure, answer = sure[0]
        behind = heard.text[part.end :]
        half = is_half_a_yes(heard.text[part.start :], figure) or is_of_the_person_alone(part.text, figure)
        if answer and (half or are_short(figure, behind)):
            return
        not_yet = is_not_yet(part.text)
        value = bool(answer) and not not_yet and not part_denied(heard.text, figure)
        if makes_elsewhere(heard.text, Statement(figure.id, value, part.start, part.end), guide):
            return
        yield Reading(figure.id, value, part.start, part.end, not_yet)


def leaves_the_place_out(clause: str) -> bool:
    """Whether the clause tells of a seat only that it is, or is not, where it was asked about: 注册地不在."""
    return bool(_PLACE_LEFT_OUT.fullmatch(clause))


def _is_of_an_amount(part: Clause, heard: Readings, guide: Guide) -> bool:
    """Whether the clause goes on about an amount of money without naming anything: 接近800万，还差一点."""
    named = any(part.holds(name.start) for name in heard.mentions) or _STAFF.search(part.text)
    amounts = (each for each in heard.readings if guide.figure[each.figure].kind == "money")
    last = [each for each in clauses(heard.text) if each.end == part.start]
    return not named and any(before.holds(each.start) for each in amounts for before in last)


def _is_mere_place(part: Clause, guide: Guide) -> bool:
    """Whether the part is but the city or what lies in it: 不是天水，是兰州."""
    words = part.text.strip(" 就也都全，。；！!的")
    return words.startswith("是") and words[1:].startswith(cities(guide)) and len(part.text) <= LONGEST_PLACE


def _with_partners(part: Clause, heard: Readings, figures: Sequence[Figure], guide: Guide) -> Iterator[Reading]:
    if not PARTNER.search(_SIDE_BY_SIDE.sub("共建", part.text)):
        return
    named = [name for name in heard.mentions if name.choice and part.holds(name.start)]
    open_ = any(says(part.text) for says in (is_topic, is_not_yet, is_unknown, is_unsure))
    open_ = open_ or any(quits(heard.text, name, named) for name in named)  # 跟深圳的合作终止了
    academic = [*figures, *(guide.figure[each.figure] for each in heard.readings)]
    academic = [each for each in academic if seeks_partners(each)]  # 和高校合作 tells of those alone
    placed = any(asks_of_partners(guide.figure[name.figure]) for name in named)  # and a place of itself
    none = academic or placed or _STANDING_RELATION.search(part.text) or is_over(part.text)
    for figure in figures:
        if not (seeks_partners(figure) and named or is_joint(figure) and not none):
            continue
        value: bool | None = None
        if fell_through(heard.text, part, figure, named, guide) and not is_topic(part.text):
            value = False
        elif not (open_ or came_to_nothing(heard.text, part)) and works_with(part, figure, named, guide):
            value = not denied(part.text)
        if value is not None:
            yield Reading(figure.id, value, *((named[0].start, named[-1].end) if named else (part.start, part.end)))


def _is_of(part: Clause, figure: Figure) -> bool:
    """Whether the part answers this figure by a word that only answers it: 成果也是我们的 is of its use, not its transfer."""
    return _by_its_own_answer(part, figure) and speaks_of(part.text, figure) is not None


def _by_its_own_answer(part: Clause, figure: Figure) -> bool:
    return any(word in part.text for word in (*figure.says_yes, *figure.says_no))


def _answer(part: Clause, figure: Figure, asked: str | None, before: str) -> bool | None:
    """Yes or no in words of the figure's own; those that answer it alone (够) where nothing is asked or after an answer.

    ``before``: the clause before the part."""
    of_us = _WE_ARE.match(part.text) or _IS_ONE.match(part.text) and not PARTNER.search(before)
    if seeks_partners(figure) and of_us:
        return None  # 我们是科研院所 tells what one is, and of no partner
    if has_several(part.text, figure):
        return True
    told = told_otherwise(part.text, figure, before=before, asked=False)
    if told is not None or _FOUNDED.fullmatch(part.text):
        return told
    if (part.start or not asked) and answers_alone(part.text, figure):
        return polarity(part.text, figure)
    said = as_acts(part.text, figure)
    plain = _TELLS_NOTHING.sub("", said)
    tells = plain == said or in_own_words(plain, figure) or speaks_of(plain, figure) is not None
    return speaks_of(said, figure) if tells else None


def _is_read(part: Clause, heard: Readings, guide: Guide) -> bool:
    """Whether something in the part was read; what answers as a whole (有，…) is read in its first part, and a kind of
    applicant (归我们公司) is but who tells it."""
    told = [each for each in heard.readings if guide.figure[each.figure].kind != "choice"]
    whole = (0, len(heard.text))
    answers = [each for each in told if (each.start, each.end) == whole and not is_number(each.value)]
    spans = [(each.start, each.end) for each in told if each not in answers]
    answered = any(isinstance(each.value, bool) for each in answers)
    return any(part.start < end and start < part.end for start, end in spans) or (answered and part.start == 0)
