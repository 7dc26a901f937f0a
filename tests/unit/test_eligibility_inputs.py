"""What the rules are given: technologies matched to directions, and figures that do not go together."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from bot.figures.interval import interval
from bot.figures.possible import contradictions, disagreements, impossible
from bot.figures.values import Range
from bot.guide.directions import fits, match
from tests.unit.applicants import GUIDE, cases, figures_of


@pytest.mark.parametrize("case", cases("eligibility/directions"), ids=str)
def test_technology_falls_into_directions(case: dict[str, Any]) -> None:
    found = match(GUIDE, case["text"])
    assert sorted({one.program for one in found}) == sorted(case["programs"])
    assert {one.sure for one in found} == ({case["sure"]} if case["programs"] else set())
    assert all(fits(GUIDE, program, case["text"]) == (program in case["programs"]) for program in GUIDE.program)


def test_every_term_of_the_guide_falls_into_its_own_direction() -> None:
    for program in GUIDE.programs:
        for direction in program.directions:
            for term in direction.terms:
                assert (program.id, direction.id) in {(one.program, one.direction) for one in match(GUIDE, term)}, term


@pytest.mark.parametrize("case", cases("eligibility/conflicts"), ids=str)
def test_figures_that_do_not_go_together(case: dict[str, Any]) -> None:
    figures = figures_of(case["given"])
    for name, found in (
        ("contradiction", contradictions(GUIDE, figures)),
        ("disagreement", disagreements(GUIDE, figures)),
    ):
        assert [list(one.figures) for one in found] == ([case[name]] if name in case else [])
        assert all(GUIDE.figure[figure].name in one.reason for one in found for figure in one.figures)


def test_vague_share_may_reach_beyond_the_whole() -> None:
    share = GUIDE.figure["rd_staff_share"]
    around, beyond = (
        Range(Decimal("0.9"), Decimal("1.1"), approximate=True),
        Range(Decimal("1.1"), Decimal("1.3"), True),
    )
    assert impossible(share, around) is None and interval(share, around).high == 1
    assert impossible(share, beyond)


@pytest.mark.parametrize("figure", GUIDE.figures, ids=lambda one: one.id)
def test_no_figure_is_negative_reversed_or_beyond_its_limit(figure: Any) -> None:
    if figure.kind not in ("money", "people", "ratio", "share"):
        assert impossible(figure, "anything") is None
        return
    highest = figure.at_most or Decimal(10) ** 15
    assert impossible(figure, highest) is None and impossible(figure, highest + 1)
    assert impossible(figure, Decimal(-1)) and impossible(figure, Range(Decimal(1), Decimal(0)))
    assert bool(impossible(figure, Decimal(0))) is figure.positive
    assert impossible(figure, Range(Decimal(0), highest)) is None
