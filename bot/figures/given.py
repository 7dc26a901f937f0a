"""One given cell, as it stands in a file, read as the value of a figure.

A cell is what JSON or CSV holds: None, a bool, a number (``Decimal``), a text, or a list. Empty is unknown (None).
Numbers in a text without a unit are in the figure's own unit: yuan, persons, a plain quotient.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from decimal import Decimal, InvalidOperation

from bot.figures.numbers.quantities import quantities
from bot.figures.possible import impossible
from bot.figures.spelling import folded, shown, sound
from bot.figures.values import Number, Range, Value
from bot.guide.model import Figure
from bot.guide.once import once

NONE = "none"  # the applicant's own word that none of the directions fits
LONGEST_NUMBER = 100
LONGEST_TEXT = 2_000
PLAIN = re.compile(r"[+-]?(?:\d{1,3}(?:,\d{3})+|\d{1,100})(?:\.\d{1,100})?(?:e[+-]?\d{1,20})?", re.ASCII)
SEPARATOR = re.compile("[;；、]")
NONE_WORDS = frozenset({NONE, "无", "没有", "都没有", "都不是"})
YES_NO = {
    **dict.fromkeys(("true", "yes", "是", "有", "是的"), True),
    **dict.fromkeys(("false", "no", "否", "无", "没有", "不是", "没"), False),
}
# Which kinds of quantity a text may hold for a figure of a kind.
KINDS = {
    "money": frozenset({"money", "bare"}),
    "people": frozenset({"people", "bare"}),
    "ratio": frozenset({"ratio", "share", "bare"}),
    "share": frozenset({"ratio", "share", "bare"}),
}
UNITS = {"money": "金额", "people": "人数", "ratio": "比例", "share": "比例"}


class GivenError(ValueError):
    """A cell that cannot be used; the message is Chinese and follows the figure's name."""


def given(figure: Figure, cell: object) -> Value | None:
    """The value of ``figure`` that ``cell`` gives; None: unknown. Raises GivenError."""
    if cell is None or (isinstance(cell, str) and not cell.strip()):
        return None
    value = READERS[figure.kind](figure, cell)
    reason = impossible(figure, value) if value is not None else None
    if reason:
        raise GivenError(reason)
    return value


def decimal(text: str) -> Decimal:
    """The number that a plain numeral writes; one with an exponent beyond all bounds is infinite."""
    try:
        return Decimal(text.replace(",", ""))
    except InvalidOperation:
        return Decimal("Infinity")


# --- numbers ---


def _number(figure: Figure, cell: object) -> Number | None:
    if isinstance(cell, Decimal):
        return cell
    if isinstance(cell, str):
        return _written(figure, folded(cell))
    if isinstance(cell, list):
        return _range(figure, cell)
    raise GivenError(f"要填{UNITS[figure.kind]}")


def _written(figure: Figure, text: str) -> Number | None:
    if len(text) > LONGEST_NUMBER:
        raise GivenError("写得太长，看不出是多少")
    if PLAIN.fullmatch(text):
        return decimal(text)
    if text.startswith("["):
        return _range(figure, _listed(text))
    return _quantity(figure, text)


def _listed(text: str) -> list[object]:
    try:
        cells = json.loads(text, parse_int=decimal, parse_float=decimal, parse_constant=Decimal)
    except (ValueError, RecursionError):
        cells = None
    if not isinstance(cells, list):
        raise GivenError("的范围看不懂，请写成[低, 高]")
    return cells


def _quantity(figure: Figure, text: str) -> Number:
    amount = text.removeprefix("人民币")
    found = quantities(amount)
    if len(found) != 1 or found[0].text.strip() != amount or found[0].kind not in KINDS[figure.kind]:
        raise GivenError(f"看不出是多少，要填{UNITS[figure.kind]}")
    return found[0].value


def _range(figure: Figure, cells: list[object]) -> Number | None:
    if len(cells) != 2:
        raise GivenError("的范围要写成两个数：[低, 高]")
    low, high = (_end(figure, cell) for cell in cells)
    if low is None and high is None:
        return None
    return low if low is not None and low == high else Range(low, high)


def _end(figure: Figure, cell: object) -> Decimal | None:
    if cell is None:
        return None
    value = None if isinstance(cell, list) else _number(figure, cell)
    if not isinstance(value, Decimal):
        raise GivenError("的范围两端都要是数")
    return value


# --- yes and no, choices, words ---


def _yes_no(figure: Figure, cell: object) -> bool:
    answer = YES_NO.get(folded(cell)) if isinstance(cell, str) else cell
    if not isinstance(answer, bool):
        raise GivenError("要填是或否")
    return answer


def _choice(figure: Figure, cell: object) -> str:
    if not isinstance(cell, str):
        raise GivenError(f"要从这几项里选：{_offered(figure)}")
    return _chosen(figure, cell)


def _choices(figure: Figure, cell: object) -> tuple[str, ...]:
    words = _split(figure, cell) if isinstance(cell, str) else cell
    if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
        raise GivenError(f"要从这几项里选：{_offered(figure)}")
    if len(words) == 1 and folded(words[0]) in NONE_WORDS:
        return ()
    chosen = {_chosen(figure, word) for word in words}
    return tuple(choice.id for choice in figure.choices if choice.id in chosen)


def _split(figure: Figure, text: str) -> list[object]:
    if text.lstrip().startswith("["):
        return _listed(text)
    if folded(text) in _names(figure):
        return [text]
    return list(SEPARATOR.split(text.strip().rstrip(";；")))


def _chosen(figure: Figure, word: str) -> str:
    choice = _names(figure).get(folded(word))
    if choice is None:
        raise GivenError(f"没有“{shown(word)}”这一项，要从这几项里选：{_offered(figure)}")
    return choice


def _text(figure: Figure, cell: object) -> str:
    if not isinstance(cell, str):
        raise GivenError("要填文字")
    if len(cell) > LONGEST_TEXT:
        raise GivenError(f"太长，请控制在{LONGEST_TEXT}字以内")
    if not sound(cell):
        raise GivenError("里有无法显示的字符")
    return NONE if folded(cell) in NONE_WORDS else cell.strip()


@once
def _names(figure: Figure) -> Mapping[str, str]:
    spelled: dict[str, str] = {}
    for choice in figure.choices:
        spelled.update(dict.fromkeys(map(folded, (choice.id, choice.name, *choice.aliases)), choice.id))
    return spelled


def _offered(figure: Figure) -> str:
    return "、".join(f"{choice.name}（{choice.id}）" for choice in figure.choices)


READERS: Mapping[str, Callable[[Figure, object], Value | None]] = {
    "money": _number,
    "people": _number,
    "ratio": _number,
    "share": _number,
    "yes_no": _yes_no,
    "choice": _choice,
    "choices": _choices,
    "text": _text,
}
