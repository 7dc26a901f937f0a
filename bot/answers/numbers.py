"""Values of figures as people read them: 800万元, 约5000万元, 30%, 3:1, 15人, 有."""

from __future__ import annotations

import re
from decimal import Decimal

from bot.figures.values import Range, Value
from bot.guide.model import Figure

HUNDRED_MILLION, TEN_THOUSAND = Decimal(100_000_000), Decimal(10_000)
# An open end lies one step below the number said; it was a round one, by these: 不到800万, 不到3:1, 不到30%.
_STEP_AND_ROUND = {
    "money": (Decimal(1), TEN_THOUSAND),
    "share": (Decimal("0.0001"), Decimal("0.001")),
    "ratio": (Decimal("0.0001"), Decimal("0.01")),
}

_YES_NO = (
    (re.compile("有没有|(?<!没)有(?!争)"), ("有", "没有")),
    (re.compile("能"), ("能", "不能")),
    (re.compile(""), ("是", "不是")),
)


def number(figure: Figure, value: Decimal) -> str:
    """One exact number in the figure's unit."""
    if figure.kind == "money":
        return _money(value)
    if figure.kind == "share":
        return f"{_plain(value * 100)}%"
    if figure.kind == "ratio":
        return f"{_plain(value)}:1"
    return f"{_plain(value)}{figure.unit}"


def shown(figure: Figure, value: Value) -> str:
    """Any value of the figure."""
    if isinstance(value, Range):
        return _range(figure, value)
    if isinstance(value, bool):
        yes, no = yes_and_no(figure)
        return yes if value else no
    if isinstance(value, Decimal):
        return number(figure, value)
    if isinstance(value, str):
        return _choice(figure, value)
    return "、".join(_choice(figure, each) for each in value) or "都没有"


def yes_and_no(figure: Figure) -> tuple[str, str]:
    """The words of a yes and a no to the figure's question, by how its first sentence puts it."""
    asked = figure.ask.split("？")[0]
    return next(words for how, words in _YES_NO if how.search(asked))


def _choice(figure: Figure, value: str) -> str:
    names = {choice.id: choice.name for choice in figure.choices}
    return names.get(value, "没有合适的方向" if value == "none" else value)


def _range(figure: Figure, value: Range) -> str:
    about = "大约 " if value.approximate else ""
    low = "" if value.low is None else number(figure, value.low)
    if value.high is None:
        return f"{about}{low}以上" if low else "不确定"
    below = just_below(figure, value)
    if below:
        return f"{about}{low}{'至' if low else ''}不到{number(figure, below)}"
    return f"{about}{low}至{number(figure, value.high)}" if low else f"{about}{number(figure, value.high)}以内"


def just_below(figure: Figure, value: Range) -> Decimal | None:
    """The round number below which ``value`` was said to lie (不到800万), and one step below which it therefore ends."""
    step, whole = _STEP_AND_ROUND.get(figure.kind, (Decimal(0), Decimal(0)))
    if not whole or value.high is None or value.high % whole == 0:
        return None
    return value.high + step if (value.high + step) % whole == 0 else None


def _money(value: Decimal) -> str:
    if abs(value) >= HUNDRED_MILLION and value % (TEN_THOUSAND * 100) == 0:
        return f"{_plain(value / HUNDRED_MILLION)}亿元"
    if abs(value) >= TEN_THOUSAND:
        return f"{_plain(value / TEN_THOUSAND)}万元"
    return f"{_plain(value)}元"


def _plain(value: Decimal) -> str:
    """Without exponent or trailing zeros; rounded to four places, which only derived shares ever need."""
    text = f"{round(value, 4):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
