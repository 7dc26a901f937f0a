"""Companies at random, from a few values a figure, so that every answer and its chance can be counted out.

A population gives each figure that can be asked for its values with their chances, independent of all other figures.
None: the company does not know.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from itertools import product

from bot.figures.values import Value
from bot.guide.model import Figure, Guide

UNKNOWN = 0.05
SEVERAL = 0.3  # the chance of each of several choices
WAN = 10_000
# What companies of the size that apply have; amounts that are divided are of a size that leaves the quotient open.
AMOUNTS = {
    "money": (300 * WAN, 600 * WAN, 1_600 * WAN, 4_000 * WAN),
    ("money", "ratio", "numerator"): (300 * WAN, 600 * WAN, 1_600 * WAN, 4_000 * WAN),
    ("money", "ratio", "denominator"): (100 * WAN, 400 * WAN),
    ("money", "share", "numerator"): (100 * WAN, 300 * WAN, 1_200 * WAN),
    ("money", "share", "denominator"): (1_000 * WAN, 5_000 * WAN),
    ("people", "share", "numerator"): (8, 12, 20, 40),
    ("people", "share", "denominator"): (50, 100),
}
POPULATIONS = ("even", "likely", "uneven")
"""``even``: yes as often as no, all choices alike. ``likely``: four times in five yes, each choice twice as frequent as
the next one. ``uneven``: choices as in ``likely``, and every yes/no figure with a chance of its own."""

Company = Mapping[str, Value | None]
Chances = Mapping[Value | None, float]
Population = Mapping[str, Chances]


def population(guide: Guide, kind: str, seed: int = 2022) -> Population:
    """The population of this ``kind``."""
    draw = random.Random(seed)
    yes: Callable[[], float] = {"even": lambda: 0.5, "likely": lambda: 0.8, "uneven": lambda: draw.uniform(0.3, 0.95)}[
        kind
    ]
    asked = [figure for figure in guide.figures if not figure.quotient]
    return {figure.id: _chances(_values(guide, figure, yes(), 1.0 if kind == "even" else 0.5)) for figure in asked}


def companies(of: Population, count: int, seed: int = 2022) -> Iterator[Company]:
    """``count`` companies of a population."""
    draw = random.Random(seed)
    for _ in range(count):
        yield {figure: draw.choices(list(values), list(values.values()))[0] for figure, values in of.items()}


def _chances(weights: Mapping[Value, float]) -> Chances:
    whole = sum(weights.values())
    return {value: (1 - UNKNOWN) * weight / whole for value, weight in weights.items()} | {None: UNKNOWN}


def _values(guide: Guide, figure: Figure, yes: float, next_choice: float) -> dict[Value, float]:
    choices = [choice.id for choice in figure.choices]
    match figure.kind:
        case "yes_no":
            return {True: yes, False: 1 - yes}
        case "choice":
            return {choice: next_choice**place for place, choice in enumerate(choices)}
        case "choices":
            return {chosen: _chance(chosen, choices) for chosen in _subsets(choices)}
        case "text":
            return dict.fromkeys(_technologies(guide), 1.0)
    return dict.fromkeys(map(Decimal, AMOUNTS[_role(guide, figure)]), 1.0)


def _subsets(choices: list[str]) -> Iterator[tuple[str, ...]]:
    for taken in product((False, True), repeat=len(choices)):
        yield tuple(choice for choice, one in zip(choices, taken, strict=True) if one)


def _chance(chosen: tuple[str, ...], choices: list[str]) -> float:
    return SEVERAL ** len(chosen) * (1 - SEVERAL) ** (len(choices) - len(chosen))


def _technologies(guide: Guide) -> list[str]:
    """A term of each program's directions, and one that falls into none."""
    terms = ((term for direction in program.directions for term in direction.terms) for program in guide.programs)
    return [*filter(None, (next(each, None) for each in terms)), "甲乙丙丁"]


def _role(guide: Guide, figure: Figure) -> str | tuple[str, str, str]:
    """What an amount is there for: alone, or a part of which quotient."""
    for other in guide.figures:
        if other.quotient and figure.id == other.quotient.numerator:
            return figure.kind, other.kind, "numerator"
        if other.quotient and figure.id == other.quotient.denominator:
            return figure.kind, other.kind, "denominator"
    return figure.kind
