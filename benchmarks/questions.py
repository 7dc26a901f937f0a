"""How many questions a check asks, in our order and in others: ``python -m benchmarks.questions [COMPANIES]``.

The companies are generated with a fixed seed (``benchmarks/companies.py``). docs/next-question.md explains the table.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from statistics import mean

from benchmarks.best_order import BestOrder, Questions, Told, apart
from benchmarks.companies import POPULATIONS, Company, companies, population
from bot.eligibility.question import next_figure
from bot.guide.directions import fits
from bot.guide.load import load
from bot.guide.model import Guide

GUIDE = Path(__file__).parent.parent / "knowledge" / "guide_2022.json"
COMPANIES = 1_000
ROW = "{:28} {:>6} {:>6} {:>6} {:>6} {:>6}\n"

Programs = tuple[str, ...]
Order = Callable[[Programs, Told], str | None]
"""(programs, what was answered) -> the figure to ask for; None: the check is over."""


def played(order: Order, programs: Programs, company: Company) -> int:
    """How many questions a check of ``programs`` asks of ``company``."""
    told: dict[str, object] = {}
    while figure := order(programs, told):
        told[figure] = company[figure]
    return len(told)


def asked_in_mean(order: Order, programs: Programs, of: Iterable[Company]) -> float:
    """The mean number of questions over companies."""
    return mean(played(order, programs, company) for company in of)


# --- the orders ---


def our_order(questions: Questions) -> Order:
    """The bot's own."""

    def order(programs: Programs, told: Told) -> str | None:
        figures, skipped = apart(told)
        return next_figure(questions.guide, figures, questions.fits, programs, skipped)

    return order


def guide_order(questions: Questions) -> Order:
    """The guide's order of figures, without those that nothing turns on any more."""
    places = _places(questions.guide)

    def order(programs: Programs, told: Told) -> str | None:
        return min(frozenset().union(*questions.asked(programs, told).values()), key=places.__getitem__, default=None)

    return order


def form_order(questions: Questions) -> Order:
    """The guide's order of figures, all that some program names, as a form on paper has them."""
    places = _places(questions.guide)

    def order(programs: Programs, told: Told) -> str | None:
        named = frozenset[str]().union(*(questions.named(program) for program in programs))
        return min(named - told.keys(), key=places.__getitem__, default=None)

    return order


def _places(guide: Guide) -> dict[str, int]:
    return {figure.id: place for place, figure in enumerate(guide.figures)}


def least(questions: Questions, best: BestOrder, programs: Programs, company: Company) -> float:
    """Fewer questions than any order can ask of ``company`` in the mean, where the search itself would take too long.

    The figures that tie families together are told for nothing, which leaves small searches; each is counted after all
    where the check of this company cannot end without it.
    """
    tied = _tying(questions, programs)
    free = {figure: company[figure] for figure in tied}
    needed = sum(_needed(questions, figure, programs, company) for figure in tied)
    return needed + best.expected(programs, free)


def _needed(questions: Questions, figure: str, programs: Programs, company: Company) -> bool:
    told = {each: value for each, value in company.items() if each != figure}
    return any(figure in asked for asked in questions.asked(programs, told).values())


def _tying(questions: Questions, programs: Programs) -> list[str]:
    """The figures that programs of several families name."""
    guide = questions.guide
    families: dict[str, set[str]] = {}
    for program in programs:
        for figure in questions.named(program):
            families.setdefault(figure, set()).add(guide.program[program].family or program)
    return [figure.id for figure in guide.figures if len(families.get(figure.id, ())) > 1]


# --- the table ---


def scopes(guide: Guide) -> Iterator[tuple[str, Programs]]:
    """What a check can be of: each program, each family, and all."""
    yield from ((program, (program,)) for program in guide.program)
    yield from ((family.id, tuple(each.id for each in guide.members(family.id))) for family in guide.families)
    yield "all", tuple(guide.program)


def row(questions: Questions, best: BestOrder, programs: Programs, asked: list[Company]) -> list[float]:
    """The means of ours, the guide's order, the form, and the best (or what is sure to be no more)."""
    orders = [our_order(questions), guide_order(questions), form_order(questions)]
    means = [asked_in_mean(order, programs, asked) for order in orders]
    if _tying(questions, programs):
        return [*means, mean(least(questions, best, programs, company) for company in asked)]
    return [*means, asked_in_mean(best, programs, asked)]


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else COMPANIES
    guide = load(GUIDE)
    questions = Questions(guide, partial(fits, guide))
    for kind in POPULATIONS:
        drawn = population(guide, kind)
        best, asked = BestOrder(questions, drawn), list(companies(drawn, count))
        sys.stdout.write(ROW.format(f"\n{kind}, {count} companies", "form", "guide", "ours", "best", "ratio"))
        for name, programs in scopes(guide):
            ours, ordered, form, least_possible = row(questions, best, programs, asked)
            cells = [form, ordered, ours, least_possible, ours / least_possible]
            sys.stdout.write(ROW.format(name, *(f"{cell:.2f}" for cell in cells)))
            sys.stdout.flush()


if __name__ == "__main__":
    main()
