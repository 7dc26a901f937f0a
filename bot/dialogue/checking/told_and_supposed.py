"""A message that tells facts and, in a sentence of its own, what would come on top: 在职31人，研发14个，再招一个就十五了."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.answers.requirements import figures_tested
from bot.dialogue.checking import rivals
from bot.dialogue.state import Conversation, Utterance
from bot.figures.mentions import NUMERIC
from bot.figures.numbers.quantities import quantities
from bot.figures.pairing.happened import is_shift
from bot.figures.readings import Readings, readings
from bot.figures.wording.stance import Clause, asks, clauses, supposes
from bot.guide.model import Guide

# What stands behind such a sentence is told again; behind a comma it may still be what would follow.
_ENDS = re.compile(r"[。；;！!\n][ ]*$")
_WHOLE = re.compile(r"就[^，。]{1,8}[了吗吧]")  # 再招3个就够了 says itself what would follow
_ON_TOP = re.compile(r"再|(?<![最至不顶大])多[招投筹出聘加]|追加|新招|增[加聘员资]")
_IF = re.compile(
    r"[ ]*(?:那|但|不过|我们?|咱们?)*(?:如果|假如|假设|假使|倘若|要是|万一|(?:[以用借]|改[以用成])[^，。；]{1,14}名义)"
)
# 要是区里支持能到1200万 has its condition and what would follow; what comes next is told again, as 现在定的是600万 is.
_WOULD = "(?:就|那|则|也|还)*(?:能|可以?|会|有望)(?:再)?(?:上|做|达|冲|涨|扩|增|提|弄|搞|拉|凑)?[到至加]"
_IS_WHOLE = re.compile(
    rf"{_IF.pattern}(?!能|可以|会)[^，。；]{{2,}}?{_WOULD}[^，。；]{{0,6}}[\d一二两三四五六七八九十百千]"
    # 如果批了就再加设备
    r"|[ ]*(?:如果|假如|要是|万一)[^，。；\d]{2,8}就(?!是|行|能|可以|够|算|符合)[^，。；\d]{2,}$"
)
_FOLLOWS = re.compile(
    rf"[ ]*(?:总?投资|收入|营收|主营|自筹|人数|规模|盘子)?{_WOULD}[^，。；]{{0,6}}[\d一二两三四五六七八九十百千]"
)
_TOLD_NEXT = re.compile(
    "[ ]*(?:但是?|不过|可是?|只是)?(?:我们?|公司|项目)?(?:现在|目前|眼下|如今|实际|其实|去年|今年|前年|(?:20)?2[012]年|刚才)"
)


def parted(
    guide: Guide, conversation: Conversation, utterance: Utterance
) -> tuple[Utterance, Utterance, str | None] | None:
    """What the message tells and what it supposes beside that, each as a message, and the figure (id) that was told right
    before, which the latter may be of; None where the message is not of two such parts."""
    parts = list(clauses(utterance.text))
    cases = [part for part in parts if supposes(part.text)]
    if len(cases) != 1 or len(parts) == 1:
        return None
    case = _with_what_follows(cases[0], parts)
    last = case.end == parts[-1].end
    apart = _ENDS.search(case.text) or _WHOLE.search(case.text)
    told_next = not last and _TOLD_NEXT.match(utterance.text, case.end)
    alone = last or told_next or _IS_WHOLE.match(case.text)
    if not (alone and _IF.match(case.text) or (last or apart) and _ON_TOP.search(case.text)):
        return None
    told = _without(utterance, case)
    heard = readings(told.text, guide, conversation.asked)
    facts = last and _IF.match(case.text) and _ENDS.search(told.text) and _answers(conversation, heard)
    if not (facts or _tells_facts(guide, conversation, heard)):
        return None
    of = _told_before(guide, heard, case) if _IF.match(case.text) else None  # 再招四名就够了 counts what is short
    return told, _only(utterance, case), of


def _told_before(guide: Guide, heard: Readings, case: Clause) -> str | None:
    """The figure (id) of the number that is told in the clause right before the case."""
    before = [part for part in clauses(heard.text) if part.end == case.start]
    numbers = (each for each in heard.readings if guide.figure[each.figure].kind in NUMERIC)
    told = [each.figure for each in numbers if any(part.holds(each.start) for part in before)]
    return told[-1] if told else None


def _with_what_follows(case: Clause, parts: Sequence[Clause]) -> Clause:
    """The clause that supposes, with the next one that only says what would follow: 要是批了，能到1200万."""
    for part in parts:
        if part.start == case.end and _FOLLOWS.match(part.text) and not _ENDS.search(case.text):
            return Clause(case.text + part.text, case.start, part.end)
    return case


def _tells_facts(guide: Guide, conversation: Conversation, heard: Readings) -> bool:
    """Whether numbers, or what is open in a check, are told as what is so, none of them against what was said before."""
    shifted = any(is_shift(heard.text, each) for each in quantities(heard.text))
    numbers = any(guide.figure[each.figure].kind in NUMERIC for each in heard.readings)
    asked = heard.question or heard.hypothesis or any(asks(part.text) for part in clauses(heard.text))
    return (numbers or _settles(guide, conversation, heard)) and not (
        asked or shifted or rivals.contradicted(guide, conversation, heard)
    )


def _settles(guide: Guide, conversation: Conversation, heard: Readings) -> bool:
    """Whether a condition of the check that is not known is told to hold or not, or of which kind one is: 经费没问题的，要是再
    成立个理事会呢."""
    tested = figures_tested(guide, conversation.check) if conversation.check else ()
    conditions = [each for each in tested if guide.figure[each].kind == "yes_no" and each not in conversation.figures]
    told = [readings(heard.text, guide, each).value(each) for each in conditions]
    kinds = [each for each in tested if guide.figure[each].kind == "choice" and each not in conversation.figures]
    return any(each is not None for each in (*told, *map(heard.value, kinds)))


def _answers(conversation: Conversation, heard: Readings) -> bool:
    """Whether sentences of their own answer what was asked, or tell what is there or not: 经费没问题。要是再成立个理事会呢."""
    told = [each for each in heard.readings if isinstance(each.value, bool) or each.figure == conversation.asked]
    return bool(told) and not (heard.question or heard.hypothesis)


def _without(utterance: Utterance, case: Clause) -> Utterance:
    """``utterance`` but for the sentence that supposes, as one that tells."""
    text = utterance.text[: case.start] + utterance.text[case.end :]
    before = tuple(each for each in utterance.mentions if each.end <= case.start)
    gone = case.end - case.start
    after = (
        replace(each, start=each.start - gone, end=each.end - gone)
        for each in utterance.mentions
        if each.start >= case.end
    )
    return replace(
        utterance, text=text, ranking=(("inform", 1.0),), mentions=(*before, *after), masked="", parts_ranked=()
    )


def _only(utterance: Utterance, case: Clause) -> Utterance:
    """The sentence of ``utterance`` that supposes."""
    named = (each for each in utterance.mentions if case.holds(each.start))
    own = tuple(replace(each, start=each.start - case.start, end=each.end - case.start) for each in named)
    return replace(utterance, text=case.text, ranking=(("what_if", 1.0),), mentions=own, masked="", parts_ranked=())
