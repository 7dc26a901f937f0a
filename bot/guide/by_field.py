"""Which programs the field of a project leads to."""

from __future__ import annotations

from bot.guide.model import FitsDirections, Guide, tests_in
from bot.guide.once import once


@once
def by_field(guide: Guide) -> frozenset[str]:
    """Programs that the field of a project alone leads to; the others want a partner, a platform or an expert first."""
    fields = {program.id for program in guide.programs if any(each.track for each in program.directions)}
    tests = {
        program.id
        for program in guide.programs
        for each in program.requirements
        if any(isinstance(test, FitsDirections) for test in tests_in(each.test))
    }
    return frozenset(fields | tests)
