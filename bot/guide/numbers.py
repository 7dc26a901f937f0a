"""The numbers that stand in a guide's sentences, with their place, value and kind."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

NumberKind = Literal["money", "people", "ratio", "share", "other"]

SCALE = {"": 1, "万": 10_000, "亿": 100_000_000}
AMOUNT = r"(\d{1,15}(?:\.\d{1,6})?)"
CHINESE = "[一二两三四五六七八九十百千]"
PATTERN = re.compile(
    rf"(?P<ratio>(\d{{1,9}})[:：]([1-9]\d{{0,8}}))"
    rf"|(?P<money>{AMOUNT}([万亿]?)元)"
    rf"|(?P<share>{AMOUNT}[%％])"
    rf"|(?P<people>{AMOUNT}[人名])"
    rf"|(?P<other>{AMOUNT}|第?{CHINESE}{{1,9}}[年月日家次个项名人元倍成]|{CHINESE}{{2,9}})"
)


@dataclass(frozen=True)
class Number:
    """A number at ``start`` to ``end`` of a text. ``value`` is in yuan, persons, a quotient, or 0 to 1 by ``kind``;
    None where the number carries no unit that a threshold has (a year, an ordinal, Chinese numerals).
    """

    start: int
    end: int
    text: str
    kind: NumberKind
    value: Decimal | None


def numbers(text: str) -> tuple[Number, ...]:
    """All numbers of a text in order: digits, and Chinese numerals with a measure word or of several signs."""
    return tuple(_number(match) for match in PATTERN.finditer(text))


def _number(match: re.Match[str]) -> Number:
    kind: NumberKind = match.lastgroup  # type: ignore[assignment]
    value = VALUES[kind](match) if kind in VALUES else None
    return Number(match.start(), match.end(), match.group(), kind, value)


VALUES: Mapping[str, Callable[[re.Match[str]], Decimal]] = {
    "ratio": lambda match: Decimal(match[2]) / Decimal(match[3]),
    "money": lambda match: Decimal(match[5]) * SCALE[match[6]],
    "share": lambda match: Decimal(match[8]) / 100,
    "people": lambda match: Decimal(match[10]),
}
