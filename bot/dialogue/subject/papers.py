"""The paper to be handed in of which was just spoken, and whether a message goes on about it: 随便找个中介写一份就行吧."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.dialogue.state import Conversation, Mention, Utterance
from bot.dialogue.words import BINDS, THIS_RULE
from bot.guide.model import Guide, Material, Program
from bot.guide.search import longest_run, materials_named

# What is done with a paper, and who does it.
_DONE_WITH = re.compile(
    r"写|出具|[谁哪去来自]\w{0,3}出|出(?:一?[份个]|的|$)|开(?:一?[份个]|的)|(?:要|得|去|哪|谁)\w{0,3}开|盖章|[原复]\w?[件印]|[一二两三几]份|中介|机构|代办|自己(?:弄|做|打)|有效|过期|格式|模板|哪一?年|几年|多久|这个?(?:报告|证明|说明|材料)"
)
# 自己网上查了打印出来算不算: whether one's own will do, and not how anything is handed in.
_BY_ONESELF = re.compile(
    "自己[^，。；？?]{0,10}(?:[写做弄搞查打印编]|整理)[^，。；？?]{0,8}(?:[算行认]不[算行认]|[行可成][吗么不]|可以[吗么不]|作数|算数|管用)"
)
_WRITTEN_IN = re.compile(
    "(?:只|光|单|都|也|还|要|得|不)(?:用|要|得|能|是|光|只)*[写填列]"
)  # 光写搞研发的, and no number
_OPEN = (
    "ask_materials",
    "ask_same",
    "ask_term",
    "ask_other",
    "ask_section",
    "ask_contact",
)  # what may be asked of a paper
_WORD = 2  # characters
# 要几年的, right after a paper, is of that and of no number.
_OF_YEARS, _SEEMING = re.compile("哪一?年|几年"), ("ask_figure", "ask_requirements", "ask_deadline")
_SURE, _OUTSIDE = 0.5, 0.7  # as in hearing/leaning.py


def paper_named(guide: Guide, programs: tuple[str, ...], text: str, utterance: Utterance) -> str:
    """The name of the one paper that is asked about, by itself or by the guide's word for it; empty where it is none."""
    terms = [each.name for each in guide.terms if each.name in utterance.ids("term")]
    named = {
        one.name
        for each in _chosen(guide, programs)
        for words in (text, *terms)
        for one in materials_named(each, words)
    }
    return named.pop() if len(named) == 1 else ""


def paper_in_hand(guide: Guide, conversation: Conversation, utterance: Utterance) -> str:
    """The paper just talked about, where the message names nothing else than it does, no other paper either, and goes on about
    it; else empty."""
    parts = [each for each in utterance.mentions if _is_part_of(conversation.paper, each)]
    named = {each.kind for each in utterance.mentions if each not in parts} - {"applicant_type", "quantity"}
    open_ = (*_OPEN, *(_SEEMING if _OF_YEARS.search(utterance.text) else ()))
    other = utterance.intent.startswith("ask_") and utterance.intent not in open_ and utterance.confidence >= _SURE
    other = other and not _BY_ONESELF.search(utterance.text)
    outside = utterance.intent == "out_of_scope" and utterance.confidence >= _OUTSIDE
    other = other and not (parts and _WRITTEN_IN.search(utterance.text))
    goes_on = (
        _DONE_WITH.search(utterance.text)
        or _BY_ONESELF.search(utterance.text)
        or asks_if_it_binds(conversation, utterance)
    )
    if named or other or outside or conversation.check or not goes_on:
        return ""
    others = {paper_named(guide, (each,), utterance.text, utterance) for each in conversation.programs} - {""}
    return conversation.paper if others <= {conversation.paper} else ""  # 它跟市场占有情况一样要两年的？


def asks_if_it_binds(conversation: Conversation, utterance: Utterance) -> bool:
    """Whether it is asked of the paper just talked about if it is wanted of the asker, too: 我们是高校，这条也套我们头上吗."""
    text = utterance.text
    return bool(conversation.paper and not conversation.check and THIS_RULE.search(text) and BINDS.search(text))


def _is_part_of(paper: str, named: Mention) -> bool:
    """Whether a figure is named of which the paper tells by its own name: 光写搞研发的就行吗, of 管理层及科技研发人员构成情况."""
    return named.kind == "figure" and len(longest_run(named.text, paper)) >= _WORD


def wanted_as(guide: Guide, programs: tuple[str, ...], paper: str) -> list[tuple[Program, Material]]:
    """The paper of this name, with each of the programs that want it."""
    return [(each, one) for each in _chosen(guide, programs) for one in each.materials if one.name == paper]


def _chosen(guide: Guide, programs: tuple[str, ...]) -> Sequence[Program]:
    return [guide.program[each] for each in programs] or guide.programs
