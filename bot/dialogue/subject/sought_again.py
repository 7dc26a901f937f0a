"""More that is asked of words whose place was just told, said in full: 平台那边也提到它了, 跟它一起列的还有哪几所."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.dialogue.state import Conversation, Utterance
from bot.dialogue.subject.sought import SPEAKING
from bot.dialogue.subject.stretches import as_a_whole
from bot.dialogue.words import ITS_WORDING
from bot.guide.abbreviations import in_full
from bot.guide.model import Guide
from bot.guide.search import containing

_IT = r"(?:它们?(?!的)|[这那]一?个?(?:词|字眼|说法|提法)|[这那][几两]个字)"
_ENDS = r"(?:了|过|的|[吗么没呢呀啊]|没有|[？?。！!~ ])*$"
# 哪个小专项也提到它了, 它在别处还出现过吗: it is the words, and nothing else is looked for.
_STANDS = re.compile(
    rf"{SPEAKING}(?:了|过)?{_IT}{_ENDS}"
    rf"|^(?:那么?)?{_IT}(?:都|是|最早|具体|到底|首先)*(?:写|列|出现|提到|记|放)?在(?:指南)?的?(?:哪|第几)"
    rf"|{_IT}(?:也|还|又|被|有没有|是否|在[^，。？?]{{1,10}})+{SPEAKING}{_ENDS}"
    rf"|(?:别处|(?:别的|其[他它余]的?|还有什么|还有啥)(?:地方|条款?|专项)|(?:还|也)[^，。？?]{{0,4}}哪[里儿些个几]|哪[里儿些个几][^，。？?]{{0,6}}[还也])[^，。？?]{{0,8}}{SPEAKING}{_ENDS}"
)
# 跟它一起列的还有哪几所, 和它并列的是谁, 除了它还点了谁的名: those that stand beside the words.
_BESIDE = re.compile(
    rf"(?:[跟和与同]{_IT}|除(?:了|开|去){_IT})[^，。？?]{{0,4}}(?:一[起块道同]儿?|并[列排]|同时|挨着|排|列|写|提|点|出现)[^，。？?]{{0,8}}(?:哪|谁|什么|啥|几|别的|其[他它])"
)
_COMMA = re.compile("[，,。；; ]+")
_ONE_CLAUSE = re.compile(r"[^，,。；;？?！!]+[。？?！!~ ]*")


# 那兰州大学呢？怎么不提我们自己家的: another name of the kind, and what is said to its not being there.
_ANOTHER = re.compile(
    r"(?:那么?|还有|[，, ])*(?P<words>[^，。？?！!\s]{2,10}?)呢(?:[？?，, ]*(?:怎么|为(?:什么|啥)|咋)[^，。？?！!]{0,3}[没不][^，。？?！!]{0,12})?[？?。！!~ ]*"
)
_SCHOOL = re.compile("(?:大学|学院|研究[院所]|科学院)$")
_MAY_STAND_BESIDE = {"applicant_type", "partner_region"}


def sought_again(guide: Guide, conversation: Conversation, utterance: Utterance) -> Utterance:
    """``utterance``, or the question for the words whose place was told, of which it asks where else, or beside what, they stand."""
    text = utterance.text.strip("，, ")
    if another := _another(guide, conversation, utterance):
        return _asked_of(utterance, another)
    after = conversation.topic in ("text", "term") and conversation.sought and not conversation.active
    one = _ONE_CLAUSE.fullmatch(text) and (_STANDS.search(text) or _BESIDE.search(text))
    wording = conversation.topic == "text" and all(ITS_WORDING.fullmatch(each) for each in _COMMA.split(text))
    if not after or not (one or wording):
        return utterance
    return _asked_of(utterance, conversation.sought)


def _another(guide: Guide, conversation: Conversation, utterance: Utterance) -> str:
    """The words that are sought after others were, and are of no kind that may be asked of a program: 哈工大呢, 那兰州大学呢."""
    after = conversation.topic == "text" and not conversation.active
    others = {each.kind for each in utterance.mentions} - _MAY_STAND_BESIDE
    found = _ANOTHER.fullmatch(utterance.text) if after and not others else None
    words = found["words"] if found else ""
    stands = words and (in_full(guide, words) or containing(guide, words) or _SCHOOL.search(words))
    return words if stands else ""


def _asked_of(utterance: Utterance, words: str) -> Utterance:
    """The question where the words stand."""
    said = f"指南里有没有提到{words}"
    return as_a_whole(replace(utterance, text=said, masked=said, mentions=(), ranking=(("ask_text", 1.0),)))
