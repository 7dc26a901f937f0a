"""What is supposed in the words of a condition that fails or is open: 那启动了以后呢, 要是成立了呢, 假如升到省级呢."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.answers.requirements import figures_of
from bot.dialogue.checking.unnamed import statuses
from bot.dialogue.state import Conversation
from bot.figures.readings import Readings, readings
from bot.guide.model import Guide

_SUPPOSING = re.compile(
    r"^(?:那|如果|假如|假设|假使|要是|万一|我们?|咱们?|等)+|(?:以后|之后)?(?:的话)?[，, ]?(?:(?:是不是|是否|会不会)?就(?:行|可以|能报|能|够|符合|达标|没问题)了?)?(?:呢|吗|[?？。 ])*$"
)
_TIME = re.compile(
    "(?:今年|明年|年底|年内|月底|下个?月|下半年|申报|很快|马上|将来|以后|到时候?|最近)(?:以?前|之前|里|内)?(?:能|可以|会|就|把|都)*"
)
# What has become so is so: 升到省级, 拉上兰州大学, 迁到两区.
_BECOMING: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile("(?:提?升|晋升?|评|定|变|达|批|认定)(?:级|格)?(?:到|为|成|上|下来)(?:了|个)?(?=国家|省|部)"), "是"),
    (re.compile("(?:改|换|变)(?:成|为|做)(?:了|个)?"), "是"),
    (re.compile("(?:拉|找|叫|带|加|请|联合|拽)(?:(?:上|到|来|进来?)(?:了|个)?(?!的|海)|(?=一[家所个]))"), "联合"),
    (re.compile("(?:搬|迁|注册|落户?|转|移|挪|放)(?:回)?(?:到|进|入|在)(?:了)?"), "在"),
)


def come_true(guide: Guide, conversation: Conversation, heard: Readings) -> Readings:
    """``heard`` with the one condition, open or failing, in whose words it is said that it comes true, or that holds and
    no more does (万一合同取消了呢); as it was where none is."""
    words = _being(_SUPPOSING.sub("", heard.text))
    failing = [each for each in _failing(guide, conversation) if guide.figure[each].kind == "yes_no"]
    holding = [figure for figure, value in conversation.figures.items() if value is True]
    for candidates, value in (
        ([conversation.asked] if conversation.asked else [], True),
        (failing, True),
        (holding, False),
    ):
        told = [
            each for figure in candidates for each in readings(words, guide, figure).readings if each.value is value
        ]
        turned = {each.figure: each for each in told}
        if len(turned) == 1:
            return replace(heard, readings=tuple(turned.values()))
    return heard


def _being(words: str) -> str:
    """``words`` of what becomes so as if it were so already."""
    words = _TIME.sub("", words, count=1)
    for becoming, being in _BECOMING:
        words = becoming.sub(being, words, count=1)
    return words


def _failing(guide: Guide, conversation: Conversation) -> list[str]:
    """Figures (ids) that a requirement of the check which is not met turns on, each once."""
    failing = [one.requirement for one in statuses(guide, conversation) if one.status == "not_met"]
    return list(dict.fromkeys(figure for requirement in failing for figure in figures_of(guide, requirement)))
