"""What the programs in hand demand, and the rules on it."""

from __future__ import annotations

from bot.answers.requirements import figures_of, figures_tested
from bot.dialogue.hearing.message import Message
from bot.guide.model import Figure, Requirement


def demanded(this: Message) -> list[Figure]:
    """The figures that the programs in hand demand."""
    return [this.guide.figure[each] for each in figures_tested(this.guide, this.subject.programs)]


def is_had(figure: Figure) -> bool:
    """Whether the figure is of what is had or not, and no number, kind or free text."""
    return figure.kind in ("yes_no", "choices")


def rules_on(this: Message, figures: tuple[str, ...]) -> list[Requirement]:
    """The requirements that test the figures, those of several programs that read the same counted once."""
    programs = [this.guide.program[each] for each in this.subject.programs]
    found = {
        rule.text: rule
        for program in programs
        for rule in program.requirements
        if {*figures} & figures_of(this.guide, rule)
    }
    return list(found.values())
