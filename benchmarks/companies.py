"""Companies at random, from a few values a figure, so that every answer and its chance can be counted out.

A population is a list of draws: the values that one figure, or the two amounts of a quotient, can take together, with
their chances. The draws are independent of each other. None: the company does not know.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import product

from bot.figures.values import Value
from bot.guide.model import Figure, Guide

UNKNOWN = 0.05
SEVERAL = 0.3  # the chance of each of several choices
MONEY = tuple(Decimal(wan) * 10_000 for wan in (300, 600, 1_600, 4_000))
WHOLES = {"money": (Decimal(1_000_000), Decimal(10_000_000)), "people": (Decimal(40), Decimal(100))}
QUOTIENTS = {"ratio": (Decimal(2), Decimal(4)), "share": (Decimal("0.15"), Decimal("0.4"))}
POPULATIONS = ("even", "likely", "uneven")
"""``even``: yes as often as no, all choices alike. ``likely``: four times in five yes, each choice twice as frequent as
the next one. ``uneven``: choices as in ``likely``, and every yes/no figure with a chance of its own."""

Company = Mapping[str, Value | None]
Draw = list[tuple[float, Company]]


def population(guide: Guide, kind: str, seed: int = 2022) -> list[Draw]:
    """The draws of a population of this ``kind``: every figure that can be asked for stands in exactly one."""
    random_chance = random.Random(seed)
    yes = {"even": lambda: 0.5, "likely": lambda: 0.8, "uneven": lambda: random_chance.uniform(0.3, 0.95)}[kind]
    draws = [_quotient(guide, figure) for figure in guide.figures if figure.quotient]
    drawn = {name for draw in draws for name in draw[0][1]}
    single = [figure for figure in guide.figures if not figure.quotient and figure.id not in drawn]
    return draws + [_single(guide, figure, yes(), even=kind == "even") for figure in single]


def companies(draws: list[Draw], count: int, seed: int = 2022) -> Iterator[Company]:
    """``count`` companies of the population."""
    chosen = random.Random(seed)
    for _ in range(count):
        parts = [chosen.choices(*_columns(draw))[0] for draw in draws]
        yield {figure: value for part in parts for figure, value in part.items()}


def _columns(draw: Draw) -> tuple[list[Company], list[float]]:
    return [values for _, values in draw], [chance for chance, _ in draw]


def _single(guide: Guide, figure: Figure, yes: float, *, even: bool) -> Draw:
    values = _values(guide, figure, yes, even=even)
    whole = sum(values.values())
    known: Draw = [((1 - UNKNOWN) * weight / whole, {figure.id: value}) for value, weight in values.items()]
    return [*known, (UNKNOWN, {figure.id: None})]


def _values(guide: Guide, figure: Figure, yes: float, *, even: bool) -> dict[Value, float]:
    choices = [choice.id for choice in figure.choices]
    match figure.kind:
        case "yes_no":
            return {True: yes, False: 1 - yes}
        case "choice":
            return {choice: 1.0 if even else 0.5**place for place, choice in enumerate(choices)}
        case "choices":
            return {chosen: _chance(chosen, choices) for chosen in _subsets(choices)}
        case "text":
            return dict.fromkeys(_technologies(guide), 1.0)
    return dict.fromkeys(MONEY, 1.0)


def _subsets(choices: list[str]) -> Iterator[tuple[str, ...]]:
    for taken in product((False, True), repeat=len(choices)):
        yield tuple(choice for choice, one in zip(choices, taken, strict=True) if one)


def _chance(chosen: tuple[str, ...], choices: list[str]) -> float:
    return SEVERAL ** len(chosen) * (1 - SEVERAL) ** (len(choices) - len(chosen))


def _technologies(guide: Guide) -> list[str]:
    """A term of each program's directions, and one that falls into none."""
    terms = ((term for direction in program.directions for term in direction.terms) for program in guide.programs)
    return [*filter(None, (next(each, None) for each in terms)), "甲乙丙丁"]


def _quotient(guide: Guide, figure: Figure) -> Draw:
    """Both amounts of a quotient, so that a part is never larger than its whole."""
    assert figure.quotient
    numerator, denominator = figure.quotient.numerator, figure.quotient.denominator
    wholes, quotients = WHOLES[guide.figure[numerator].kind], QUOTIENTS[figure.kind]
    chances: dict[tuple[Value | None, Value | None], float] = {}
    for whole, quotient, told in product(wholes, quotients, product((False, True), repeat=2)):
        pair = (whole * quotient if told[0] else None, whole if told[1] else None)
        chance = UNKNOWN ** told.count(False) * (1 - UNKNOWN) ** told.count(True) / (len(wholes) * len(quotients))
        chances[pair] = chances.get(pair, 0.0) + chance
    return [(chance, {numerator: above, denominator: below}) for (above, below), chance in chances.items()]
