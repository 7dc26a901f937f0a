"""Which figure that was told before a message takes back or leaves open: 知识产权那个我收回，还不确定; 经费那块不好说."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from bot.dialogue.state import Conversation
from bot.figures.readings import Readings
from bot.figures.wording.own_words import spoken
from bot.figures.wording.slips import is_mere_forgetting
from bot.figures.wording.stance import Clause, asks, clauses, is_unknown
from bot.guide.model import Guide

# What is to count as not said. 收回成本, 款项收回 and 不算多 take back nothing.
TAKEN_BACK = r"收回(?![成投款欠来贷货本])|当(?:作|做)?(?:我|俺|咱们?)?(?:刚才|之前|前面)?没(?:说|讲|提|答|填|报)(?:过)?|撤[回销]|作废|别算|先不算|不作数|不算数"
_TAKEN_BACK = re.compile(TAKEN_BACK)
# 经费那块, 合同的事, 人员这一项: what is spoken of by a word of its name.
_THAT = re.compile(
    r"^[ ]*(?:那|不过|但是?|其实|还有|另外|我们?|刚才|前面|之前|说的?|[，, ])*(?P<topic>[\u4e00-\u9fff]{2,8}?)的?(?:[那这](?:一)?(?:个|条|项|块|题|点|边|方面|部分|事)|事[情儿]?|方面)"
)


def with_unsettled(guide: Guide, conversation: Conversation, heard: Readings) -> Readings:
    """``heard`` with the one figure that is told to be open, or taken back, and not the one that is asked for.

    What its words seem to say of it (研发机构那条作废) is no value of it.
    """
    if heard.hypothesis or heard.question or heard.torn or not conversation.figures:
        return heard
    parts = list(clauses(heard.text))
    told = [part for part in parts if is_unknown(part.text) or _TAKEN_BACK.search(part.text)]
    if heard.readings or heard.bare:  # 哦对了，拿了高企，忘了
        told = [part for part in told if not is_mere_forgetting(part.text)]
    topics = {topic for part in told for topic in spoken_of(guide, conversation, heard, part)}
    if told and not topics and told[0] is not parts[0]:
        before = next(one for one, other in pairwise(parts) if other.start == told[0].start)
        topics |= spoken_of(guide, conversation, heard, before) if not _tells(heard, before) else set()
    if len(topics) != 1 or any(_TAKEN_BACK.search(part.text) for part in told) and heard.bare:
        return heard
    topic = next(iter(topics))
    if topic == conversation.asked or _is_told_apart(heard, topic, told):
        return heard
    readings = tuple(each for each in heard.readings if each.figure != topic)
    open_ = any(is_unknown(part.text) for part in told)
    others = tuple(each for each in heard.unknown if each not in (conversation.asked, topic))
    return replace(heard, readings=readings, unknown=(*others, topic) if open_ else others)


def spoken_of(guide: Guide, conversation: Conversation, heard: Readings, part: Clause) -> set[str]:
    """The figures (ids) of which the part speaks: by a name, or, of those told or passed over, by a word of it (经费那块)."""
    named = {each.figure for each in heard.mentions if not each.choice and part.holds(each.start)}
    found = _THAT.match(part.text)
    if named or not found:
        return named
    before = conversation.figures.keys() | conversation.skipped
    return {
        each for each in before if guide.figure[each].kind == "yes_no" and found["topic"] in spoken(guide.figure[each])
    }


def _tells(heard: Readings, part: Clause) -> bool:
    """Whether something is told in the part, so that what is open is not what it names: 总投资900万，别的不确定."""
    return asks(part.text) or any(
        map(part.holds, [*(each.start for each in heard.readings), *(each.start for each in heard.bare)])
    )


def _is_told_apart(heard: Readings, topic: str, told: list[Clause]) -> bool:
    """Whether the figure has a value in a clause of its own: 收入不确定，按3000万算."""
    return any(said.figure == topic and not any(part.holds(said.start) for part in told) for said in heard.readings)
