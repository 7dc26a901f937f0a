"""What goes on from rules that were just told: which program has one (那是哪个要求的), their numbers alone (太长了，就说数字)."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.answers.figures_meant import COUNTED
from bot.answers.requirements import figures_tested, programs_testing
from bot.answers.subject import Subject
from bot.dialogue.state import Conversation, Utterance
from bot.figures.wording.stance import clauses
from bot.guide.model import Guide

# 那是哪个要求的, 到底谁才有这条: of what was just said not to be demanded, or to be.
_WHOSE = re.compile(
    r"(?:那么?|这|这个|这条|它|又|到底|究竟|[，, ])*(?:是|在)?(?:哪一?[个项类种家]|谁|哪里?)(?:的?(?:专项|项目))?(?:里面?|家)?(?:才|会|是|真)?"
    r"(?:(?:要求|规定|写|卡|提|限|说|要|设|定)的?(?:这[条个项样]?|它|了)?|(?:才|会)?有这(?:[条个项样]|个?要求|个?规定)?|的(?:要求|规定|条件|门槛))[的啊呢呀了？?。 ]*"
)
_NUMBERS_ALONE = re.compile(
    r"(?:就|只|光|单|直接)(?:用|需)?(?:给我|跟我|把|要|看|听|想看|想要)?(?:说|讲|要|看|给|报|列|发|挑|捡|拣|问)?(?:我)?(?:一?下|里面|里头|带|有|那?几个|那些|这些|具体|硬的?|的|我)*(?:数字|数值|数(?![据量])|量化的?(?:指标)?|硬指标)"
    r"(?:的|那?几[条个项]|部分|要求|就?(?:行|可以|够|好|成)|说|讲|列|发|给|出来|告诉|我|一?下|了|吧|呗|啊|呢|[，,。！!？? ])*(?:(?:别的|其[他它余]的?|剩下的?|文字)[^，。；？?]{0,3}(?:不用|不要|不必|别|省)[^，。；？?]{0,4})?[。！!]*$"
)


def goes_on(guide: Guide, conversation: Conversation, subject: Subject, utterance: Utterance) -> Subject | None:
    """The subject with the programs and figures of which more is asked, right after rules were told; None where no such question
    is put."""
    after_rules = conversation.topic in ("figure", "requirements") and not conversation.check
    if not after_rules or utterance.ids("program", "family", "section", "technology"):
        return None
    if figures := _demanded_elsewhere(guide, conversation, utterance):
        return replace(subject, programs=(), figures=figures)
    if not (conversation.programs and _NUMBERS_ALONE.search(utterance.text)) or utterance.mentions:
        return None
    tested = figures_tested(guide, conversation.programs)
    numbers = tuple(each for each in tested if guide.figure[each].kind in COUNTED)
    return replace(subject, programs=conversation.programs, figures=numbers)


def _demanded_elsewhere(guide: Guide, conversation: Conversation, utterance: Utterance) -> tuple[str, ...]:
    """The figures (ids) that were just asked about, where it is asked of all programs which demands them: 那是哪个要求的."""
    asked = any(_WHOSE.fullmatch(part.text.strip("，,。？?！! ")) for part in clauses(utterance.text))
    about = utterance.ids("figure") or conversation.about_figures if asked else ()
    return tuple(each for each in about if programs_testing(guide, [each]))
