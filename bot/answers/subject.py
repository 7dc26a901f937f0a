"""What a question is about, after names, pronouns and the turns before have been resolved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.figures.values import Value
from bot.guide.model import Guide, Program


@dataclass(frozen=True)
class Subject:
    """``programs`` empty: no particular one. ``known``: what is known of the asker (applicant type, track).

    ``told``: figures that the question itself tells (合同还没签，能报吗). ``named``: words of the question for choices of
    figures, each with the choice (深圳的行不行), ``lower`` those of which a lower level is asked than the choice is of (市级专精特新).
    """

    programs: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    known: Mapping[str, Value] = field(default_factory=dict)
    text: str = ""
    told: Mapping[str, Value] = field(default_factory=dict)
    named: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    lower: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def chosen(self, guide: Guide) -> tuple[Program, ...]:
        """The programs asked about; all of them where none is named."""
        wanted = self.programs or tuple(guide.program)
        return tuple(program for program in guide.programs if program.id in wanted)
