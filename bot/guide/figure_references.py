"""Proves that figures, the tests of them and the conditions on them fit each other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from bot.guide.faults import Fault, nearest
from bot.guide.model import (
    AnyOf,
    AtLeast,
    Figure,
    FigureKind,
    FitsDirections,
    Guide,
    IsTrue,
    OneOf,
    QuotientAtLeast,
)
from bot.guide.parts import Found, Part, unknown

Tested = AtLeast | QuotientAtLeast | IsTrue | OneOf | AnyOf | FitsDirections

KINDS: Mapping[type, tuple[FigureKind, ...]] = {
    AtLeast: ("money", "people"),
    QuotientAtLeast: ("ratio", "share"),
    IsTrue: ("yes_no",),
    OneOf: ("choice",),
    AnyOf: ("choices",),
    FitsDirections: ("text",),
}


def figure_faults(guide: Guide, parts: Iterable[Part]) -> Found:
    """Figures that do not hold together, and tests that a figure cannot take."""
    for where, part in parts:
        if isinstance(part, Figure):
            yield from _figure(guide, where, part)
        elif type(part) in KINDS:
            yield from _test(guide, where, part)


def _figure(guide: Guide, where: str, figure: Figure) -> Found:
    if figure.quotient:
        yield from _kind(guide, f"{where}.quotient.numerator", figure.quotient.numerator, ("money", "people"))
        yield from _kind(guide, f"{where}.quotient.denominator", figure.quotient.denominator, ("money", "people"))
    if figure.part_of is not None:
        yield from _kind(guide, f"{where}.part_of", figure.part_of, (figure.kind,))
    if (figure.kind in ("ratio", "share")) != (figure.quotient is not None):
        yield Fault(f"{where}.quotient", "比例数据要有 quotient，其他数据不能有", "补上或去掉 quotient")
    if figure.kind.startswith("choice") != bool(figure.choices):
        yield Fault(f"{where}.choices", "选择类数据要有 choices，其他数据不能有", "补上或去掉 choices")


def _kind(guide: Guide, where: str, figure: str, kinds: tuple[FigureKind, ...]) -> Found:
    yield from unknown(where, "数据", figure, guide.figure)
    if figure in guide.figure and guide.figure[figure].kind not in kinds:
        usable = (each.id for each in guide.figures if each.kind in kinds)
        yield Fault(where, f"数据“{figure}”的 kind 是 {guide.figure[figure].kind}，这里不能用", nearest(figure, usable))


def _test(guide: Guide, where: str, test: Tested) -> Found:
    yield from _kind(guide, f"{where}.figure", test.figure, KINDS[type(test)])
    if isinstance(test, AtLeast):
        yield from _at_least(guide, where, test)
    if isinstance(test, OneOf | AnyOf):
        yield from _choices(guide, f"{where}.values", test.figure, test.values)
    if isinstance(test, AnyOf):
        yield from _choices(guide, f"{where}.open", test.figure, test.open)


def _at_least(guide: Guide, where: str, test: AtLeast) -> Found:
    if (test.threshold is None) == (test.by is None):
        yield Fault(f"{where}.threshold", "要么写 threshold，要么写 by 和 thresholds", "两种写法留一种")
    if test.by is None:
        return
    yield from _kind(guide, f"{where}.by", test.by, ("choice",))
    yield from _choices(guide, f"{where}.thresholds", test.by, tuple(test.thresholds))
    for choice in guide.figure[test.by].choices if test.by in guide.figure else ():
        if choice.id not in test.thresholds:
            yield Fault(f"{where}.thresholds", f"缺少“{choice.id}”（{choice.name}）的门槛", f"补上“{choice.id}”")


def _choices(guide: Guide, where: str, figure: str, used: tuple[str, ...]) -> Found:
    if figure not in guide.figure:
        return
    known = [choice.id for choice in guide.figure[figure].choices]
    for value in used:
        yield from unknown(where, f"{guide.figure[figure].name}的选项", value, known)


def condition_faults(guide: Guide, parts: Iterable[Part]) -> Found:
    """Conditions on figures or choices that are not there."""
    for where, part in parts:
        for figure, values in getattr(part, "when", {}).items():
            yield from _kind(guide, f"{where}.when.{figure}", figure, ("choice",))
            yield from _choices(guide, f"{where}.when.{figure}", figure, values)
