"""Whether somebody may apply who has no unit that could: that the guide does not say, with what a program in hand demands of
who applies (公司还没注册，就几个学生，能申请吗)."""

from __future__ import annotations

from dataclasses import replace

from bot.answers import thresholds
from bot.answers.checks import WHO
from bot.answers.phrases import sections_of
from bot.answers.reply import Reply, preceded_by, render, silent
from bot.answers.requirements import demanding
from bot.answers.thresholds import as_requirement
from bot.dialogue.checking import check, taking
from bot.dialogue.hearing.heard import Hearing
from bot.dialogue.state import Conversation
from bot.figures.stated.no_unit import without_a_unit

Outcome = tuple[Conversation, Reply]
FEW = 4  # programs of which each is spoken of


def asked(this: Hearing) -> Outcome | None:
    """What is said to whoever has no unit and asks whether he may apply; None where nobody does."""
    kind = without_a_unit(this.utterance.text)
    if not kind or this.heard.value(WHO) is not None:  # 我们只是几个个人 tells a kind, by which the rule judges
        return None
    kept, then = taking.keep(this.guide, this.conversation, this.heard)
    programs = this.subject.programs or kept.check or kept.programs
    programs = programs if len(programs) < FEW else ()
    return kept.but(programs=programs or kept.programs), check.asked_again(
        this.guide, kept, _said(this, kind, programs), then
    )


def _said(this: Hearing, kind: str, programs: tuple[str, ...]) -> Reply:
    known = {**this.conversation.case, **this.subject.known}
    sections = sections_of((this.guide.program[each] for each in programs), known)
    demands = [each for each in programs if demanding(this.guide, [WHO], [each])]
    free = [this.guide.program[each].name for each in programs if each not in demands]
    text = render("no_unit", kind=kind, programs=free, sections=sections)
    if not demands:
        return silent("requirements", programs, sections, text)
    about = replace(this.subject, programs=tuple(demands), figures=(WHO,), known={}, told={})
    rule = as_requirement(thresholds.figure(this.guide, about))
    return preceded_by(rule, text)
