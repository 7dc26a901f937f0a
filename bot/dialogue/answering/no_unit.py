"""Whether somebody may apply who has no unit that could: that the guide does not say, with what a program in hand demands of
who applies (公司还没注册，就几个学生，能申请吗)."""

from __future__ import annotations

from dataclasses import replace

from bot.answers import thresholds
from bot.answers.checks import WHO
from bot.answers.phrases import sections_of
from bot.answers.reply import Reply, followed_by, preceded_by, render, silent
from bot.answers.requirements import demanding
from bot.answers.thresholds import as_requirement
from bot.dialogue.checking import check, taking
from bot.dialogue.hearing.heard import Hearing
from bot.dialogue.state import Conversation
from bot.dialogue.subject.fields import TECHNOLOGY
from bot.figures.stated.no_unit import person_asked, without_a_unit

Outcome = tuple[Conversation, Reply]
FEW = 4  # programs of which each is spoken of


def asked(this: Hearing) -> Outcome | None:
    """What is said to whoever has no unit and asks whether he may apply; None where nobody does."""
    kind = _whom(this)
    if not kind or _of_a_business(this):
        return None
    kept, then = taking.keep(this.guide, this.conversation, this.heard)
    programs = this.subject.programs or kept.check or kept.programs
    programs = programs if len(programs) < FEW else ()
    return kept.but(programs=programs or kept.programs), check.asked_again(
        this.guide, kept, _said(this, kind, programs), then
    )


def beside_a_business(this: Hearing, reply: Reply) -> Reply:
    """``reply`` on where a technology belongs, and that the guide does not write whether one without a unit may apply, where that
    is asked beside it and not yet answered: 我有个处理污水的专利，一个人能报吗."""
    told = reply.payload["kind"] == "answer" and reply.payload.get("topic") == TECHNOLOGY
    kind = (without_a_unit(this.utterance.text) or person_asked(this.utterance.text)) if told else None
    if not kind:
        return reply
    programs = [this.guide.program[each] for each in reply.payload["programs"]]
    left_open = render("no_unit", kind=kind, programs=(), sections=sections_of(programs, this.subject.known))
    return reply if left_open.partition("\n")[0] in reply.text else followed_by(reply, left_open)


def _whom(this: Hearing) -> str | None:
    """Who it is that has no unit and asks; None where there is none, or a rule on who applies judges him."""
    if this.heard.value(WHO) is None and (kind := without_a_unit(this.utterance.text)):
        return kind  # 我们只是几个个人 tells a kind, by which the rule judges
    programs = this.subject.programs
    ruled = not programs or demanding(this.guide, [WHO], programs) or this.numbers_told
    return None if ruled else person_asked(this.utterance.text)


def _of_a_business(this: Hearing) -> bool:
    """Whether what he does is told, of which it is asked where it belongs: that is answered, and this beside it."""
    named = this.utterance.ids("program", "family") or not this.utterance.of(TECHNOLOGY)
    return this.topics == (TECHNOLOGY,) and not named and not this.conversation.active


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
