"""Quantities of one amount, or of two that belong together: 3比1, 3000-5000万, 800万+200万, 800万或者900万, 800万±10%."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from bot.figures.numbers.amounts import FINEST, ONE, Amount, Kind, scaled
from bot.figures.numbers.numerals import value_of
from bot.figures.values import Number, Range, bounds

_RATIO = re.compile(r"[ ]?份?(?:比|:|(?<=份)对)[ ]?")
_IN_PARTS = re.compile("[ ]?份(?!额)")
_NO_RATIO = re.compile(r"[多高少大好低]|上年|去年|同期")
# 七三开 and 对半 are ratios of two parts.
SPLIT = re.compile(
    r"(?P<one>[一二三四五六七八九1-9])[ ]?(?P<other>[一二三四五六七八九1-9])[ ]?开(?![发放展始户创通张工])|对半[开分]?|一半[ ，,]?一半"
)
_RANGE = re.compile(r"[ ]?(?:[-~]{1,2}|到|至)[ ]?")
_PLUS, _MINUS = re.compile(r"[ ]?(?:\+|加上?)[ ]?"), re.compile(r"[ ]?(?:减去?|还?[差少欠])[ ]?")
_AND, _BETWEEN = re.compile(r"[ ]?[和与跟][ ]?"), re.compile(r"[ ]?之间")
_OR = re.compile(r"[，, ]?(?:或者?是?|要么)(?:就?是)?[ ]?")
_ELSE, _EITHER = re.compile(r"[，, ]?就是[ ]?"), re.compile(r"不是[ ]?$")
_GIVE_OR_TAKE = re.compile(r"[ ]?(?:±|\+/-|正负?|上下)?(?:浮动|误差)?(?:在|是|约)?[ ]?")
_SPREAD = re.compile(r"±|\+/-|正|浮动|误差")
_SHORT_OF = re.compile(r"[，, ]?(?:不到|不足|不满)[ ]?")
# 比800万多50万, 离3000万还差200万, 从1000万到1200万: the word ahead belongs to the two.
_THAN, _FROM_HERE, _FROM = re.compile(r"比[ ]?$"), re.compile(r"(?:距离?|离)[ ]?$"), re.compile(r"[从由][ ]?$")
# 差两个就到15人: so many short of the second amount.
_LACKING = re.compile(r"(?:还?[差缺少]|(?<!再)招(?!了|到|来)|再(?:多|来|有|添|赚|卖|凑|筹|涨))[了个出上]?[ ]?$")
_REACHING = "(?:到|够|满|达到?|凑[够齐足满]|有|是|等于|到达|上|过|破)了?"
_UP_TO = re.compile(
    rf"[ ]?(?:个?人|名|个)?[ ，,]?(?:(?:就|才|便|刚好|正好|即可?)(?:能|可以|会)?(?:{_REACHING})?|(?:能|可以|会)?{_REACHING})[ ]?"
)
_MORE, _LESS = re.compile(r"[ ]?[多高]出?[ ]?"), re.compile(r"[ ]?[少低][ ]?")
_SCALE = re.compile(r"[十百千]*[万亿]*$")
_VAGUE = re.compile("[多余来]$")


@dataclass(frozen=True)
class Quantity:
    """``text[start:end]`` means ``value``. ``unit`` is "" where none was written: 800万 is money all the same.

    ``reversed_doubt``: a ratio below 1 (1:3), which people also write when they mean its inverse.
    """

    kind: Kind
    value: Number
    start: int
    end: int
    text: str
    unit: str = ""
    reversed_doubt: bool = False


def split(found: re.Match[str]) -> Quantity:
    one, other = (value_of(part) if part else ONE for part in found.groups())
    assert isinstance(one, Decimal) and isinstance(other, Decimal)
    value = one / other
    return Quantity("ratio", value, found.start(), found.end(), found.group(), "比", reversed_doubt=value < 1)


def joined(text: str, found: Iterable[Amount]) -> Iterator[Quantity]:
    last: Amount | None = None
    for amount in found:
        both = _pair(text, last, amount) if last else None
        if both:
            yield both
        elif last:
            yield _single(last)
        last = None if both else amount
    if last:
        yield _single(last)


def _single(amount: Amount) -> Quantity:
    return Quantity(amount.kind, amount.value, amount.start, amount.end, amount.numeral, amount.unit)


def _pair(text: str, left: Amount, right: Amount) -> Quantity | None:
    gap, ahead = text[left.end : right.start], text[max(0, left.start - 4) : left.start]
    if _RATIO.fullmatch(gap):
        return _ratio(text, left, right)
    if _LACKING.search(ahead) and _UP_TO.fullmatch(gap) and not _RANGE.fullmatch(gap):
        return _with(ahead, _LACKING, _sum(left, right, -1, from_right=True))
    sign = _sign(ahead, gap)
    if sign:
        return _with(ahead, _FROM_HERE if sign < 0 else _THAN, _sum(left, right, sign))
    if _RANGE.fullmatch(gap) or (_AND.fullmatch(gap) and _BETWEEN.match(text, right.end)):
        return _with(ahead, _FROM, _range(left, right))
    if _OR.fullmatch(gap) or _ELSE.fullmatch(gap) and _EITHER.search(ahead):
        return _with(ahead, _EITHER, _range(left, right) or _range(right, left, start=left.start, end=right.end))
    if _SHORT_OF.fullmatch(gap) and _VAGUE.search(left.numeral):
        return _range(replace(left, numeral=left.numeral[:-1]), right, short_by=FINEST[right.kind])
    return _spread(left, right) if _SPREAD.search(gap) and _GIVE_OR_TAKE.fullmatch(gap) else None


def _sign(ahead: str, gap: str) -> int:
    """Whether the second amount is added to the first (1), taken from it (-1) or neither (0)."""
    than = _THAN.search(ahead)
    if _PLUS.fullmatch(gap) or than and _MORE.fullmatch(gap):
        return 1
    return -1 if _MINUS.fullmatch(gap) or than and _LESS.fullmatch(gap) else 0


def _with(ahead: str, word: re.Pattern[str], both: Quantity | None) -> Quantity | None:
    """``both``, from where the ``word`` begins that stands ahead of the two, if it does."""
    found = word.search(ahead)
    return replace(both, start=both.start - len(found.group())) if both and found else both


def _spread(left: Amount, right: Amount) -> Quantity | None:
    """800万±10%, 800万上下浮动50万."""
    if not isinstance(left.value, Decimal) or not isinstance(right.value, Decimal):
        return None
    if right.kind not in ("share", left.kind):
        return None
    by = abs(left.value * right.value if right.kind == "share" else right.value)
    value = Range(left.value - by, left.value + by, approximate=True)
    return Quantity(left.kind, value, left.start, right.end, left.numeral, left.unit)


def _sum(left: Amount, right: Amount, sign: int, *, from_right: bool = False) -> Quantity | None:
    """800万+200万; 600+300万; 18+2人; 1000万减200万; 3000万差10万; ``from_right``: 差200万到1000万."""
    if left.kind == "bare" and right.kind in ("money", "people"):
        left = next((replace(left, value=each, kind=right.kind) for each in _lows(left, right)), left)
    if from_right and right.kind == "bare" and right.unit == "个" and left.kind in ("bare", "people"):
        left, right = (replace(each, kind="people") for each in (left, right))
    if left.kind != right.kind or left.kind not in ("money", "people"):
        return None
    if not isinstance(left.value, Decimal) or not isinstance(right.value, Decimal):
        return None
    value = right.value - left.value if from_right else left.value + sign * right.value
    return Quantity(left.kind, value, left.start, right.end, right.numeral, right.unit)


def _ratio(text: str, left: Amount, right: Amount) -> Quantity | None:
    parts = _IN_PARTS.match(text, right.end)
    end = parts.end() if parts else right.end
    if left.kind != right.kind or left.kind not in ("bare", "money") or _NO_RATIO.match(text, end):
        return None
    if not isinstance(left.value, Decimal) or not isinstance(right.value, Decimal) or not right.value:
        return None
    value = left.value / right.value
    return Quantity("ratio", value, left.start, end, "", "比", reversed_doubt=value < 1)


def _range(
    left: Amount, right: Amount, *, start: int | None = None, end: int | None = None, short_by: Decimal = Decimal(0)
) -> Quantity | None:
    """From ``left`` to ``right``, or to what is ``short_by`` below it; ``start`` and ``end`` where they stand the other way."""
    if left.unit == "百分之" and right.kind == "bare":  # 百分之三十到四十
        right = replace(right, kind="share", value=scaled(right.value, Decimal("0.01")))
    if left.kind not in ("bare", right.kind):
        return None
    high = bounds(right.value)[1]
    for low, _ in map(bounds, _lows(left, right)):
        if low is not None and high is not None and low < high:
            value = Range(low, high - short_by, isinstance(right.value, Range) and right.value.approximate)
            place = (left.start if start is None else start, right.end if end is None else end)
            return Quantity(right.kind, value, *place, right.numeral, right.unit or left.unit)
    return None


def _lows(left: Amount, right: Amount) -> Iterator[Number]:
    """What the left end can mean, the likeliest first: it borrows the scale (3-5千万) or the unit (20-30%) of the right."""
    if left.unit or re.search("[万亿]", left.numeral):
        yield left.value
        return
    scale = _SCALE.search(right.numeral)
    borrowed = scale.group() if scale else ""
    own = bool(re.search("[十百千]", left.numeral))
    for part in (borrowed.lstrip("十百千") if own else borrowed, "万" if "亿" in borrowed else ""):
        value = value_of(left.numeral + part)
        if part and value is not None:
            yield value
    if right.kind == "share" and isinstance(left.value, Decimal):
        yield left.value / (10 if right.unit.startswith("成") else 100)
    else:
        yield left.value
