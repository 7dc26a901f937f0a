"""Proves that rules and sentences name the same numbers: each threshold stands in its quote, each number in a rule."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from bot.guide.faults import Fault
from bot.guide.model import AtLeast, Clause, Figure, Guide, QuotientAtLeast, Requirement, Test, tests_in
from bot.guide.numbers import Number, numbers
from bot.guide.parts import Found, Part
from bot.guide.source import label
from bot.guide.spans import occurrences

PART = re.compile("[^。；，：]+")
CASE = re.compile("[^。；]+")


@dataclass(frozen=True)
class Threshold:
    """A number that a rule tests ``figure`` against; ``case`` (a choice of ``by``) where it is one of several."""

    path: str
    figure: str
    value: Decimal
    by: str | None = None
    case: str | None = None


def thresholds(test: Test) -> Iterator[Threshold]:
    """Every number in a test, with its JSON path below the test."""
    for part in tests_in(test):
        if isinstance(part, AtLeast):
            for case, value in part.thresholds.items():
                yield Threshold(f"thresholds.{case}", part.figure, value, part.by, case)
        if isinstance(part, AtLeast | QuotientAtLeast) and part.threshold is not None:
            yield Threshold("threshold", part.figure, part.threshold)


def threshold_faults(guide: Guide, parts: tuple[Part, ...]) -> Found:
    """Thresholds that the rule's quote does not give, for this figure and this case."""
    for where, part in parts:
        if isinstance(part, Requirement):
            for threshold in thresholds(part.test):
                if not _stands_in(guide, threshold, part.quote):
                    figure = guide.figure[threshold.figure]
                    what = f"引文里没有给{figure.name}{_case(guide, threshold)}写 {threshold.value}{figure.unit} 这个数"
                    yield Fault(f"{where}.test.{threshold.path}", what, f"按条款 {part.clause} 的原文改")


def _stands_in(guide: Guide, threshold: Threshold, quote: str) -> bool:
    figure = guide.figure[threshold.figure]
    wanted = [number for number in numbers(quote) if (number.kind, number.value) == (figure.kind, threshold.value)]
    names = _names(guide, figure)
    case = _case_names(guide, threshold)
    return any(_named(PART, quote, number, names) and _named(CASE, quote, number, case) for number in wanted)


def _named(piece: re.Pattern[str], quote: str, number: Number, names: set[str]) -> bool:
    """Whether the piece of the quote in which the number stands has one of the names; no names: nothing to ask for."""
    around = next(found for found in piece.finditer(quote) if found.start() <= number.start < found.end())
    return not names or any(name in around.group() for name in names)


def _names(guide: Guide, figure: Figure) -> set[str]:
    numerator = guide.figure[figure.quotient.numerator] if figure.quotient else figure
    return {figure.name, *figure.names, numerator.name, *numerator.names}


def _case_names(guide: Guide, threshold: Threshold) -> set[str]:
    if threshold.by is None or threshold.case is None:
        return set()
    choice = guide.figure[threshold.by].choice(threshold.case)
    return {choice.name, *choice.aliases}


def _case(guide: Guide, threshold: Threshold) -> str:
    by, case = threshold.by, threshold.case
    return f"（{guide.figure[by].choice(case).name}）" if by is not None and case is not None else ""


def number_faults(guide: Guide, parts: tuple[Part, ...]) -> Found:
    """Numbers of a clause that no rule tests and no background explains."""
    for place, clause in enumerate(guide.clauses):
        own = label(clause)
        for number in numbers(clause.text):
            if not (own and own[0] <= number.start < own[1]) and not _explained(guide, parts, clause, number):
                what = f"条款 {clause.id} 里的“{number.text}”不在任何规则的门槛里，也没有记作背景"
                yield Fault(f"clauses[{place}].text", what, "写进规则的 test，或在 background 里说明它是什么")


def _explained(guide: Guide, parts: tuple[Part, ...], clause: Clause, number: Number) -> bool:
    if any(_covers(each.clause, each.quote, clause, number) for each in guide.background):
        return True
    rules = (part for _, part in parts if isinstance(part, Requirement))
    return any(
        (guide.figure[threshold.figure].kind, threshold.value) == (number.kind, number.value)
        for rule in rules
        if _covers(rule.clause, rule.quote, clause, number)
        for threshold in thresholds(rule.test)
    )


def _covers(quoted: str, quote: str, clause: Clause, number: Number) -> bool:
    spans = occurrences(quote, clause.text) if quoted == clause.id else ()
    return any(start <= number.start and number.end <= end for start, end in spans)
