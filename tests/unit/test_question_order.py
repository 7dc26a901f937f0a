"""Our order of questions against the best one, found by exhaustive search, and against the guide's order."""

from __future__ import annotations

import pytest

from benchmarks.best_order import BestOrder, Questions
from benchmarks.companies import Chances, Population, companies, population
from benchmarks.questions import Programs, asked_in_mean, guide_order, our_order, scopes
from tests.unit.applicants import FITS, GUIDE

WITHIN = 1.10
COMPANIES = 150
AMOUNTS = ("money", "people")
QUESTIONS = Questions(GUIDE, FITS)
SCOPES = dict(scopes(GUIDE))
# The search for a family that shares many figures, and for all programs, takes minutes: docs/next-question.md has them.
SEARCHED = {name: programs for name, programs in SCOPES.items() if name not in ("platform", "all")}


@pytest.mark.parametrize("programs", SEARCHED.values(), ids=SEARCHED)
def test_no_order_asks_much_less(programs: Programs) -> None:
    small = smaller(population(GUIDE, "even"))
    asked = list(companies(small, COMPANIES))
    ours = asked_in_mean(our_order(QUESTIONS), programs, asked)
    assert ours <= WITHIN * asked_in_mean(BestOrder(QUESTIONS, small), programs, asked)


@pytest.mark.parametrize("programs", SCOPES.values(), ids=SCOPES)
def test_guide_order_asks_no_less(programs: Programs) -> None:
    asked = list(companies(population(GUIDE, "even"), COMPANIES))
    orders = (our_order(QUESTIONS), guide_order(QUESTIONS))
    ours, guides = (asked_in_mean(order, programs, asked) for order in orders)
    assert ours <= guides


def smaller(of: Population) -> Population:
    """The lowest and the highest value alone of every amount, and nobody who does not know one."""
    return {figure: _ends(values) if _amount(figure) else values for figure, values in of.items()}


def _amount(figure: str) -> bool:
    return GUIDE.figure[figure].kind in AMOUNTS


def _ends(values: Chances) -> Chances:
    numbers = sorted(value for value in values if value is not None)
    return {numbers[0]: 0.5, numbers[-1]: 0.5}
