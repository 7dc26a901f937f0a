"""What a why, or a question how much is enough, is about, in a check where it names more than the open question.

为什么自筹要三倍 while the laboratory is asked for is of the ratio, 投资多少算够 of the investment, 为什么要查新报告 of a paper.
"""

from __future__ import annotations

import re
from dataclasses import replace

from bot.answers.figures_meant import COUNTED, related, with_threshold
from bot.answers.requirements import demanding
from bot.answers.subject import Subject
from bot.dialogue.hearing.heard import Hearing
from bot.dialogue.subject.programs import named_programs
from bot.guide.search import wanting

# 多少才够, 几个算合格: a number is asked for, and not what it is wanted for.
HOW_MUCH = re.compile(r"(?:多少|几)[^，。]{0,4}(?:才|够|算|合格|达标|[能可]以?行)")


def paper(this: Hearing) -> Subject | None:
    """The subject with the programs that want something to hand in which is named; None where none is."""
    wanted = wanting([this.guide.program[each] for each in _in_hand(this)], this.utterance.text)
    return replace(this.subject, programs=wanted, figures=()) if wanted else None


def rule(this: Hearing) -> Subject | None:
    """The subject with the figures in hand that the words or a threshold name, where the open one is not among
    them, or how much of it is enough is asked; None where the reason for the open question is meant."""
    asked = this.conversation.asked
    figures = _named(this)
    how_much = HOW_MUCH.search(this.utterance.text)
    if asked and (asked in figures or not figures):
        figures = (asked,) if how_much and this.guide.figure[asked].kind in COUNTED else ()
    if not figures:
        return None
    programs = this.conversation.check or this.subject.programs
    testing = programs if demanding(this.guide, figures, programs) else ()
    return replace(this.subject, programs=testing, figures=figures)


def _in_hand(this: Hearing) -> tuple[str, ...]:
    """The programs of whose rules one is asked about: those of the check, else those named, else any."""
    return this.conversation.check or named_programs(this.guide, this.utterance) or tuple(this.guide.program)


def _named(this: Hearing) -> tuple[str, ...]:
    """Figures (ids) that the programs in hand test, by their names in the message, else by words, a choice or a
    threshold of them."""
    guide, check, text = this.guide, _in_hand(this), this.utterance.text
    named = [each for each in this.utterance.ids("figure") if demanding(guide, [each], check)]
    chosen = [each.kind for each in this.utterance.mentions if each.kind in guide.figure]
    chosen = [each for each in chosen if demanding(guide, [each], check)]
    found = named or related(guide, check, text) or chosen or with_threshold(guide, text, check)
    return tuple(dict.fromkeys(found))
