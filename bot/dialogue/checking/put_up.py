"""A number without a name that is put up right after a rule, to be judged by it: of the figure just asked about (13个人行不行, 我们只有800万)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.dialogue.checking.unnamed import meant
from bot.dialogue.hearing.enough import asks_if_enough
from bot.dialogue.state import Conversation
from bot.dialogue.words import OF_THE_NUMBER
from bot.figures.numbers.quantities import Quantity, asks_how_many, quantities
from bot.figures.pairing.naming import suits
from bot.figures.readings import Reading, Readings, readings
from bot.figures.wording.stance import Clause, clauses
from bot.guide.model import Guide

# What may stand before the number and says nothing of it; 加上流动资金820万 is another number.
_AHEAD = re.compile(
    "(?:那么?|我?(?:就|只)?是?(?:想)?问一?下?|可|但|嗯|[哦噢啊唉哎]|我们?|咱们?|公司|单位|这边|厂里?|院里?|学校|全[厂院校]|就|才|只|也|都|有|是|在|能|拿|达|到|大概|大约|(?:准确|确切|精确|具体)(?:[地的]?[说讲])?|(?:财务|会计|出纳|人事|老板|领导|账|报表|合同|台账|花名册|预算|概算|审计|表)(?:部|科|处)?(?:那边|这边|那里|上面?|里头?|[说算写报给填记数看])*(?:过来|出来|下来|上来)?的?(?:数字?|金额)?|(?:[写记填标报说算]的?是)|不多不少|拢共|总计|合计|满打满算|实际|其实|数下来|算下来|差不多|刚好|正好|现在|目前|[去今前]年|上年|一共|总共|不到|接近|将近|要是|如果|打算|准备|[，, ])*(?:[投出筹花][入了到资]*)?"
)
# 合同我翻出来了, 报表刚看过, 刚问了会计: where the number comes from.
_FOUND_OUT = re.compile(
    r"(?:[查翻找问看数算核对]|统计|盘点|打听|核实|合计)(?:[到过了清]|[了一]?[下遍查问看数算]|出来|好|明白)+|[查翻找问看数算核]了"
)
_OF_A_BUSINESS = ("text", "choice")  # kinds of figures that say who one is and what one does
# What may stand behind one that is merely told; 30%的学生 is of others.
_BEHIND = re.compile(
    "(?:的?样子|左右|上下|出头|而已|都不到|研发|吧|啊|呀|哦|哈|呢|了|的|咋办|怎么办|[，,。！!~…、 ])*", re.IGNORECASE
)
# 我们投700万 is of the total investment, and of no income.
_SPENT = re.compile("(?P<how>投|出|筹|花)[入了到资]*$")


def put_up(guide: Guide, conversation: Conversation, text: str) -> Readings | None:
    """``text`` with its one number told of that figure; None where it names another, or does not ask of a number."""
    if conversation.check:
        return _told_in_a_check(guide, conversation, text)
    if conversation.topic != "figure":
        return None
    heard = readings(text, guide)
    claimed = {each.start for each in heard.readings}
    said = [each for each in quantities(text) if not asks_how_many(each) and each.start not in claimed]
    judges = OF_THE_NUMBER.search(text) or asks_if_enough(text)
    if not (judges or len(said) == 1 and _is_merely_told(text, said[0])):
        return None
    beside = [each for each in heard.readings if not _goes_with_it(guide, conversation, each)]
    told = {each.figure for each in heard.readings}
    names = [each for each in heard.mentions if not (each.choice or each.figure in told)]
    named = beside or heard.hypothesis or names
    alone = len(said) == 1 and _AHEAD.fullmatch(_ahead(guide, heard, said[0].start))
    figure = _asked_about(guide, conversation, said[0]) if alone else None
    spent = _SPENT.search(text[: said[0].start]) if said else None
    other = spent and figure and spent["how"] not in guide.figure[figure].name
    if alone and not named and figure is None:
        return _without_a_unit(guide, conversation, text)
    if named or other or figure is None:
        return None
    number = Reading(figure, said[0].value, said[0].start, said[0].end)
    return replace(heard, readings=(*heard.readings, number), bare=())


def _goes_with_it(guide: Guide, conversation: Conversation, said: Reading) -> bool:
    """Whether what is told beside says who one is or what one does, or is what the number is measured against: 我们总共40人，12个行不,
    after how many of them have to be in research."""
    about = {*conversation.about_figures}
    quotients = [(each.id, each.quotient) for each in guide.figures if each.quotient]
    wholes = [of.denominator for share, of in quotients if {share, of.numerator} & about]
    return guide.figure[said.figure].kind in _OF_A_BUSINESS or said.figure in wholes


def _asked_about(guide: Guide, conversation: Conversation, said: Quantity) -> str | None:
    """The figure (id) that the number is of: of a quotient that of the amounts which the rule just shown compares; 12个 counts
    heads."""
    quotients = [each.id for each in guide.figures if {*each.amounts} & {*conversation.about_figures}]
    of_them = [each for each in quotients if suits(guide.figure[each], said)]
    found = meant(guide, conversation, said, bare=bool(said.unit))
    return found or (of_them[0] if len(of_them) == 1 and said.kind in ("ratio", "share") else None)


def _told_in_a_check(guide: Guide, conversation: Conversation, text: str) -> Readings | None:
    """``text`` with its one number told of the figure that a check was just interrupted to ask about, where what the check asks for
    is no such number: 去年1800万，差一点, after what income it takes."""
    said = [each for each in quantities(text) if not asks_how_many(each)]
    asked, about = conversation.asked, _in_mind(conversation, said)
    if len(about) != 1 or len(said) != 1 or said[0].kind == "bare" or not suits(guide.figure[about[0]], said[0]):
        return None
    heard = readings(text, guide)
    named = heard.readings or heard.hypothesis or heard.correction or any(not each.choice for each in heard.mentions)
    judges = OF_THE_NUMBER.search(text) or asks_if_enough(text) or _BEHIND.fullmatch(text[said[0].end :])
    other = asked is not None and suits(guide.figure[asked], said[0])
    spent = _SPENT.search(text[: said[0].start])
    other = other or spent is not None and spent["how"] not in guide.figure[about[0]].name
    if named or other or not judges or not _AHEAD.fullmatch(_ahead(guide, heard, said[0].start)):
        return None
    return replace(heard, readings=(Reading(about[0], said[0].value, said[0].start, said[0].end),), bare=())


def _in_mind(conversation: Conversation, said: Sequence[Quantity]) -> tuple[str, ...]:
    """The figures (ids) told before of just that number (650万够不够, after 投650万), else those just asked about."""
    values = [each.value for each in said]
    known = tuple(figure for figure, value in conversation.figures.items() if value in values)
    return known or (conversation.about_figures if conversation.topic == "figure" else ())


def _without_a_unit(guide: Guide, conversation: Conversation, text: str) -> Readings | None:
    """``text`` with its number's unit in doubt, where it was asked about one amount of money: 我们3500, after what income it takes."""
    asked = conversation.about_figures
    told = readings(text, guide, asked[0]) if len(asked) == 1 else None
    return told if told and told.unit_doubts else None


def _is_merely_told(text: str, number: Quantity) -> bool:
    return bool(_AHEAD.fullmatch(text[: number.start]) and _BEHIND.fullmatch(text[number.end :]))


def _ahead(guide: Guide, heard: Readings, start: int) -> str:
    """What stands before the number but for clauses that only ask of it (还差多少，我们现在是750万), tell how it was found out
    (合同翻出来了，是760万), or what one does (我们做新材料的，850万够了吧)."""
    text, rest = heard.text, 0
    for part in clauses(text[:start]):
        whole = part.end < start or part.text.endswith(("，", ",", "。", "；"))
        rest = part.end if whole and _says_nothing_of_it(guide, heard, part) else rest
    return text[rest:start]


def _says_nothing_of_it(guide: Guide, heard: Readings, part: Clause) -> bool:
    told = any(part.holds(each.start) for each in heard.readings)
    return told or bool(OF_THE_NUMBER.search(part.text) or _FOUND_OUT.search(part.text))
