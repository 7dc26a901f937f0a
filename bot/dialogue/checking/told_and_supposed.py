"""A message that tells facts and, in a sentence of its own, what would come on top: 在职31人，研发14个，再招一个就十五了."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.dialogue.checking import rivals
from bot.dialogue.state import Conversation, Utterance
from bot.figures.mentions import NUMERIC
from bot.figures.numbers.quantities import quantities
from bot.figures.pairing.happened import is_shift
from bot.figures.readings import readings
from bot.figures.wording.stance import Clause, asks, clauses, supposes
from bot.guide.model import Guide

# What stands behind such a sentence is told again; behind a comma it may still be what would follow.
_ENDS = re.compile(r"[。；;！!\n][ ]*$")
_WHOLE = re.compile(r"就[^，。]{1,8}[了吗吧]")  # 再招3个就够了 says itself what would follow
_ON_TOP = re.compile(r"再|(?<![最至不顶大])多[招投筹出聘加]|追加|新招|增[加聘员资]")
_IF = re.compile(r"[ ]*(?:那|但|不过|我们?|咱们?)*(?:如果|假如|假设|假使|倘若|要是|万一)")


def parted(guide: Guide, conversation: Conversation, utterance: Utterance) -> tuple[Utterance, Utterance] | None:
    """What the message tells and what it supposes beside that, each as a message; None where it is not of two such parts."""
    parts = list(clauses(utterance.text))
    cases = [part for part in parts if supposes(part.text)]
    if len(cases) != 1 or len(parts) == 1:
        return None
    case = cases[0]
    last, apart = case is parts[-1], _ENDS.search(case.text) or _WHOLE.search(case.text)
    if not (last and _IF.match(case.text) or (last or apart) and _ON_TOP.search(case.text)):
        return None
    told = _without(utterance, case)
    if not _tells_numbers(guide, conversation, told.text):
        return None
    return told, _only(utterance, case)


def _tells_numbers(guide: Guide, conversation: Conversation, text: str) -> bool:
    """Whether the text tells numbers as what is so, none of them against what was said before."""
    heard = readings(text, guide, conversation.asked)
    shifted = any(is_shift(text, each) for each in quantities(text))
    numbers = any(guide.figure[each.figure].kind in NUMERIC for each in heard.readings)
    asked = heard.question or heard.hypothesis or any(asks(part.text) for part in clauses(text))
    return numbers and not (asked or shifted or rivals.contradicted(guide, conversation, heard))


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
    return replace(utterance, text=text, ranking=(("inform", 1.0),), mentions=(*before, *after), masked="", parts=())


def _only(utterance: Utterance, case: Clause) -> Utterance:
    """The sentence of ``utterance`` that supposes."""
    named = (each for each in utterance.mentions if case.holds(each.start))
    own = tuple(replace(each, start=each.start - case.start, end=each.end - case.start) for each in named)
    return replace(utterance, text=case.text, ranking=(("what_if", 1.0),), mentions=own, masked="", parts=())
