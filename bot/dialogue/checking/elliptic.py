"""What is said with words left out, and told by what was said before: 上一个错了，没有, 是万元，不是元, 说反了, 有，资助多少？"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from bot.answers.requirements import figures_of
from bot.dialogue.checking import check
from bot.dialogue.checking.restoring import restored
from bot.dialogue.order_words import STOPPING
from bot.dialogue.state import Conversation
from bot.dialogue.words import ASKING
from bot.eligibility.assessment import assess
from bot.figures.given import NONE
from bot.figures.mentions import mentions
from bot.figures.numbers.numerals import SCALES
from bot.figures.numbers.quantities import quantities
from bot.figures.pairing.naming import suits
from bot.figures.readings import Reading, Readings, readings
from bot.figures.values import Value
from bot.figures.wording.blanks import blanked
from bot.figures.wording.stance import Clause, asks, clauses, corrects, supposes
from bot.guide.model import Figure, Guide

# The answer before: 上一个答错了, 刚才那题不对, 撤回上一条.
LAST_ONE = re.compile(
    r"(?:(?:上|前)(?:面)?(?:那|一)?(?:个|题|条|问|项|道|句)(?:题|问题|回答|答案)?|刚才?(?:那|的)(?:个|题|条|一?项|问题))(?!项目|合作|单位|公司|企业|年|月|季|专项|指南|批|阶段|课题|合同|版|条件)"
)
_WRONG = re.compile(r"错|不对|反了|不是|不算|作废|不准|有误")
_REVERSED = re.compile(r"(?:说|写|弄|搞|填|记|报|打|输)?(?:反|颠倒|串|混)了|(?:对调|调换|换)(?:一?下|过来)|调个个")
_AROUND_A_UNIT = r"(?:不好意思|抱歉|哦|噢|啊|嗯|单位|都|我|刚才|前面|上面|说|写|填|打|输|弄|搞|记|错|反|漏|少|掉|了|的|那个?|这个?|数|应该|是|为|改成?|成|用|按|算|，|,|。|！|!|\s)*"
_UNIT = r"(?P<unit>万|元|块|亿|千)(?:元|块)?"
_UNIT_TOLD = re.compile(
    rf"{_AROUND_A_UNIT}(?:不是(?P<wrong>万|元|块|亿|千)(?:元|块)?[，,。 ]*(?:而)?)?{_AROUND_A_UNIT}{_UNIT}{_AROUND_A_UNIT}(?:不是(?P<other>万|元|块|亿|千)(?:元|块)?)?[吧啊呀呢的。！! ]*"
)
_OR = re.compile(r"[?？，,。 的吧呢]*(?:还是|抑或|要不)(?:说|是)?[ ]*")
_PLAIN_ANSWER = re.compile(
    r"(?:嗯|哦|对|那|这个|目前|现在|我们)*(?:有的?|没有?的?|没得|是的?|不是的?|能的?|不能的?|够的?|不够的?|在的?|不在的?|满足|不满足|符合|不符合|签了|没签|启动了|没启动|建了|没建)(?:啊|呢|呀|吧|哦)?[，,。；;！! ]*"
)
_SHORT = (
    8  # characters of an answer that names nothing: 那就有吧, 应该够的; a mere 嗯 beside a question may only listen
)
_DECIDES = re.compile("[有没无够]|满足|符合|具备")
_OR_SO = re.compile(r"(?:那么?|要是|如果|假如|或者|要不|再不然|换成|改成|有|是|到|[，, ])*")
_WONDERS = re.compile("(?:的话|左右|[ ])*[?？吗嘛么]+[?？ ]*")
_MORE_OF_IT = re.compile(r"还是|对[吗不吧]|是[吗不吧]|[有没]吗|什么意思|算[吗不]|行[吗不]")


def answer_before_a_question(guide: Guide, conversation: Conversation, text: str) -> Reading | None:
    """有，资助多少钱？: the plain answer to the open question that stands before another question."""
    first, *rest = clauses(text)
    figure = guide.figure.get(conversation.asked or "")
    if figure is None or figure.kind != "yes_no" or asks(first.text):
        return None
    short = len(first.text) <= _SHORT and _DECIDES.search(first.text) and not mentions(first.text, guide)
    if not (short or _PLAIN_ANSWER.fullmatch(first.text)):
        return None
    if (
        not any(ASKING.search(part.text) or STOPPING.search(part.text) for part in rest)
        or _MORE_OF_IT.search(text)
        or supposes(text)
    ):
        return None
    return _answer_of(guide, figure, first)


def plain_answer_ahead(guide: Guide, conversation: Conversation, text: str) -> Reading | None:
    """是的，要一起做的，就是那家: the plain answer to the open question that stands before what only goes on about it."""
    first, *rest = clauses(text)
    figure = guide.figure.get(conversation.asked or "")
    if figure is None or figure.kind != "yes_no" or not rest or not _PLAIN_ANSWER.fullmatch(first.text):
        return None
    if any(asks(part.text) or supposes(part.text) or corrects(part.text) for part in (first, *rest)):
        return None
    return _answer_of(guide, figure, first)


def _answer_of(guide: Guide, figure: Figure, first: Clause) -> Reading | None:
    """What the first clause answers to the question for ``figure``."""
    value = readings(first.text, guide, figure.id).value(figure.id)
    return None if value is None else Reading(figure.id, value, first.start, first.end)


def another_case(guide: Guide, conversation: Conversation, text: str) -> str:
    """``text``, but for an amount that is all a question holds after a what-if: 那820万？ supposes it as 那820万呢 does."""
    said = quantities(text)
    supposed = [guide.figure[each] for each in conversation.hypothesis]
    if len(said) != 1 or not any(suits(each, said[0]) for each in supposed):
        return text
    ahead, behind = text[: said[0].start], text[said[0].end :]
    if not (_OR_SO.fullmatch(ahead) and _WONDERS.fullmatch(behind)):
        return text
    case = text[: said[0].end] + "呢"
    return case if supposes(case) else f"那{case}"


def of_the_last(guide: Guide, conversation: Conversation, text: str) -> Readings | None:
    """上一个答错了，没有: the new value of the figure that was kept last; None where none is said."""
    parts = list(clauses(text))
    told = [part for part in parts if LAST_ONE.search(part.text) and _WRONG.search(part.text)]
    if not told or conversation.last is None or len(parts) == len(told) or asks(text):
        return None
    heard = readings(blanked(text, [(part.start, part.end) for part in told]), guide, conversation.last)
    own = tuple(each for each in heard.readings if each.figure == conversation.last)
    return replace(heard, readings=own, correction=True, text=text) if own else None


def in_another_unit(guide: Guide, conversation: Conversation, text: str) -> Readings | None:
    """是万元，不是元: the amounts kept last in the unit that was meant; None where none was told in another."""
    found = _UNIT_TOLD.fullmatch(text)
    wrong = found and (found["wrong"] or found["other"])
    if not found or conversation.number or not (wrong or re.search("单位|错|少|漏|应该|改", text)):
        return None
    unit, before = _size(found["unit"]), _size(wrong) if wrong else None
    amounts = [each.id for each in guide.figures if each.kind == "money" and _whole(conversation, each.id) is not None]
    said = {each: value for each in amounts if (value := _in_unit(_whole(conversation, each), unit, before))}
    last = [each for each in said if each == conversation.last] or list(said)[-1:]
    meant = said if "都" in text else {each: said[each] for each in last}
    made = tuple(Reading(figure, value, 0, len(text)) for figure, value in meant.items())
    return Readings(readings=made, correction=True, text=text) if made else None


def _size(unit: str) -> Decimal:
    return Decimal(SCALES.get(unit, 1))


def _whole(conversation: Conversation, figure: str) -> Decimal | None:
    value = conversation.figures.get(figure)
    return value if isinstance(value, Decimal) else None


def _in_unit(value: Decimal | None, unit: Decimal, before: Decimal | None) -> Decimal | None:
    """The number that ``value`` was said with, in ``unit`` instead; None where it was said in that, or not in ``before``."""
    if value is None:
        return None
    was = Decimal(SCALES["万"]) if value >= SCALES["万"] else Decimal(1)
    return None if was == unit or before not in (None, was) else value / was * unit


def reversed_pair(guide: Guide, conversation: Conversation, text: str) -> Readings | None:
    """自筹和财政说反了: two figures that are named, and known, change their values."""
    heard = readings(text, guide)
    if not _REVERSED.search(text) or heard.readings or heard.bare or asks(text):
        return None
    named = list(dict.fromkeys(each.figure for each in heard.mentions if not each.choice))
    known = [(guide.figure[each], conversation.figures[each]) for each in named if each in conversation.figures]
    if len(named) != 2 or len(known) != 2 or known[0][0].kind != known[1][0].kind:
        return None
    (one, first), (other, second) = known
    return _corrected(text, {one: second, other: first})


def of_no_direction(guide: Guide, conversation: Conversation, text: str) -> Readings | None:
    """都不属于 after a verdict that a technology left open: none of the directions fits, by the applicant's own word."""
    if conversation.asked or not conversation.check:
        return None
    result = assess(guide, conversation.figures, check.fits_in(guide), conversation.check)
    unknown = [one.requirement for each in result.programs for one in each.requirements if one.status == "unknown"]
    figures = {each for requirement in unknown for each in figures_of(guide, requirement)}
    free = [each for each in figures if guide.figure[each].kind == "text"]
    none = len(free) == 1 and readings(text, guide, free[0]).value(free[0]) == NONE
    return _corrected(text, {guide.figure[free[0]]: NONE}) if none else None


def _corrected(text: str, values: dict[Figure, Value]) -> Readings:
    made = tuple(Reading(figure.id, value, 0, len(text)) for figure, value in values.items())
    return Readings(readings=made, correction=True, text=text)


def wavering(guide: Guide, conversation: Conversation, heard: Readings) -> Readings:
    """``heard``, of two amounts between which it wavers (900万？还是950万) neither being told: which one holds is asked."""
    said = [each for each in quantities(heard.text) if each.kind in ("money", "people")]
    between = heard.text[said[0].end : said[1].start] if len(said) == 2 else ""
    if not _OR.fullmatch(between) or said[0].kind != said[1].kind:
        return heard
    named = [each.figure for each in heard.mentions if not each.choice]
    figure = named[0] if len(set(named)) == 1 else conversation.asked
    if figure is None or guide.figure[figure].kind != said[0].kind:
        return heard
    torn = tuple(Reading(figure, each.value, each.start, each.end) for each in said)
    rest = tuple(each for each in heard.readings if each.figure != figure)
    return replace(heard, readings=rest, torn=torn, bare=(), question=False)


ELLIPTIC: tuple[Callable[[Guide, Conversation, str], Readings | None], ...] = (
    of_the_last,
    in_another_unit,
    reversed_pair,
    of_no_direction,
    restored,
)


def told_by_what_was_said(guide: Guide, conversation: Conversation, text: str) -> Readings | None:
    """What a message says that can only be told by what was said before; None where it needs nothing of that."""
    told = (each(guide, conversation, text) for each in ELLIPTIC)
    return next(filter(None, told), None) if conversation.figures or conversation.check else None
