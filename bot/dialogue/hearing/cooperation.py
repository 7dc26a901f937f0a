"""Whether it is told, and asked where it belongs, that firms and universities or institutes work together: 和兰大一起搞的项目该报哪个,
想和农大搞个研究院，有没有对口的, 校企共建的实验室归哪个科.

Such a message names no technology: what fits it are the programs for cooperation (bot/guide/joint.py).
"""

from __future__ import annotations

import re

from bot.answers.checks import WHO
from bot.dialogue.hearing.what_fits import asks_which, question_of_fit
from bot.dialogue.office_words import WHOM
from bot.dialogue.state import Conversation, Utterance
from bot.dialogue.subject.fields import TECHNOLOGY, dividing, held_together
from bot.dialogue.words import BELONGS, IS_THERE_ONE, SUPPORTED
from bot.guide.joint import ACADEMIC, FIRM
from bot.guide.model import Guide

_PARTNER = "academic_partner"
_TOGETHER = re.compile("一起|一块儿?|合作|联合|共建|共同|合[建办着伙]|搭伙|联手|携手|牵手|共研|攻关")
_JOINING = re.compile("(?:[和跟与同找拉]|联合)(?:了|上|着)?(?:[我咱]们?|一?个|几个|那个|在兰的?|本地的?)*$")
_BOTH = re.compile("校企|企校|院企|校地|所企")  # whose cooperation is meant by the word itself
_BUILDS = re.compile(
    r"(?:[建搞办弄]|成立|组建|设立|筹建)(?:起|立|设|了|的)*(?:一?[个家所])?[^，。；？?]{0,10}?(?:研究[院所]|中心|实验室|基地|平台|机构|工作站)"
)
_IS_THERE = re.compile(
    "有(?:没有|无)[^，。；？?]{0,6}(?:支持|扶持|给|对口|适合|针对|为)|有(?:没有)?[个条]?(?:地方|口子|路子|渠道)"
)
# 联合申报行不行, 要不要签合同: of a rule, and no place that is looked for.
_OF_A_RULE = re.compile("联合申报|一起申报|要不要|需不需要|必须|一定|能不能算|条件|要求|材料|合同|比例")


def asks_where_it_belongs(guide: Guide, conversation: Conversation, utterance: Utterance) -> bool:
    """Whether it is asked where a cooperation belongs, or, after such a place was told, that it is one which is meant."""
    if conversation.check or not is_told(guide, utterance) or _OF_A_RULE.search(utterance.text):
        return False
    return _asks_where(conversation, utterance) or conversation.topic == TECHNOLOGY


def is_told(guide: Guide, utterance: Utterance, *, whatever_it_is_of: bool = False) -> bool:
    """Whether the message tells of such a cooperation, and of nothing that would lead to a program by itself; ``whatever_it_is_of``:
    but for a technology, which is no more than the work of what is set up."""
    others = ("program", "family", "section", "term", *held_together(guide), *dividing(guide))
    if utterance.of(*others) or utterance.of(TECHNOLOGY) and not whatever_it_is_of:
        return False
    text = utterance.text
    if _PARTNER in utterance.ids("figure"):
        return True
    works = _TOGETHER.search(text) or builds(text)
    return bool(works and (_BOTH.search(text) or _joins(utterance)))


def builds(text: str) -> bool:
    """Whether something is to be set up: 跟大学共建实验室, 和农大搞个研究院."""
    return bool(_BUILDS.search(text))


def _joins(utterance: Utterance) -> bool:
    """Whether a university or an institute is joined, or is named beside a firm which is."""
    named = utterance.of(WHO)
    joined = [each for each in named if _JOINING.search(utterance.text[: each.start])]
    if any(each.id in ACADEMIC for each in joined):
        return True
    return any(each.id == FIRM for each in joined) and any(each.id in ACADEMIC for each in named)


def _asks_where(conversation: Conversation, utterance: Utterance) -> bool:
    """Whether a program is looked for; with one in hand 能报吗 and 归哪个科 are of that."""
    text = utterance.text
    which = asks_which(question_of_fit(text)) or IS_THERE_ONE.search(text) or _IS_THERE.search(text)
    of_one = len(conversation.programs) == 1 and conversation.topic != TECHNOLOGY
    return bool(which or not of_one and any(each.search(text) for each in (BELONGS, SUPPORTED, WHOM)))
