"""A number that was heard somewhere and is put up for confirmation: whether it is the guide's, said before the rule."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from bot.answers.numbers import number
from bot.answers.phrases import sections_of
from bot.answers.reply import Reply, preceded_by, render
from bot.answers.subject import Subject
from bot.dialogue.hearing.confirming import rules_put_up
from bot.dialogue.hearing.message import Message
from bot.dialogue.hearing.of_what_is_asked import asks_who_is_counted, year_left_open
from bot.eligibility.known import Known
from bot.eligibility.requirement import thresholds
from bot.figures.numbers.quantities import quantities
from bot.figures.pairing.naming import suits
from bot.figures.values import Range, Value
from bot.figures.wording.put_up import is_put_up, is_reported
from bot.guide.model import AtLeast, Figure, QuotientAtLeast, tests_of


def with_confirmation(this: Message, about: Subject, reply: Reply) -> Reply:
    """``reply`` on a figure, behind whether the one number that is said to be demanded of it is what the guide says."""
    text = this.utterance.text
    wanted = reply.payload.get("topic") == "figure" and this.kinds_told <= {"choice"}
    if not (wanted and (is_put_up(text) or is_reported(text) or rules_put_up(text))):
        return reply
    tests = [each for each in tests_of(about.chosen(this.guide)) if isinstance(each, AtLeast | QuotientAtLeast)]
    asked = [each for each in tests if each.figure in about.figures]
    said = [(each, value) for each in asked for value in _numbers(text, this.guide.figure[each.figure])]
    if len(said) != 1:
        return reply
    (test, value), figure = said[0], this.guide.figure[said[0][0].figure]
    known = Known(this.guide, about.known, lambda *_: False)
    demanded = thresholds(test, known) if isinstance(test, AtLeast) else (test.threshold,)
    row = {"value": number(figure, value), "so": value in demanded}
    return replace(
        reply, text=render("confirmed", **row) + "\n" + reply.text, reckoned={**reply.reckoned, figure.id: value}
    )


def with_what_is_open(this: Message, reply: Reply) -> Reply:
    """``reply`` on the rule, behind that it says no more of who is counted (外聘的能算进去吗), or of which year it is (年收入是指
    上一年的吗)."""
    if reply.payload.get("topic") != "figure" or reply.payload["kind"] != "answer":
        return reply
    if asks_who_is_counted(this):
        return preceded_by(reply, render("who_is_counted"))
    if not year_left_open(this):
        return reply
    programs = [this.guide.program[each] for each in reply.payload["programs"]]
    sections = sections_of(programs, this.subject.known)
    return preceded_by(reply, render("year_left_open", sections=sections))


def _numbers(text: str, figure: Figure) -> list[Decimal]:
    """The exact numbers of the text that the figure could have, those with 以上 as what they begin from."""
    fitting = [each.value for each in quantities(text) if suits(figure, each) and each.kind != "bare"]
    return [low for each in fitting if (low := _lowest(each)) is not None]


def _lowest(value: Value) -> Decimal | None:
    if isinstance(value, Range):
        return value.low if value.high is None and not value.approximate else None
    return value if isinstance(value, Decimal) else None
