"""Every quantity in a text: money in yuan, people, shares of 1, ratios as plain quotients, and bare numbers.

``hedges`` says how 大概, 不到 and 以上 are read, ``amounts`` how 多, 来 and 几 are, ``noise`` what is no quantity at all.
All of it is linear in the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from bot.figures.amounts import FINEST, ONE, Amount, Kind, amounts, scaled
from bot.figures.hedges import after, before, hedged
from bot.figures.noise import masked
from bot.figures.numerals import plain, value_of
from bot.figures.values import Number, Range, bounds

# 几 asks more often than it tells, and says nothing exact either way: 占百分之几, 最少几个, 几倍.
_HOW_MANY = re.compile(r"(?<![十百千万])几(?![十百千万亿])")
_RATIO = re.compile(r"[ ]?(?:比|:)[ ]?")
_NO_RATIO = re.compile(r"[多高少大好低]|上年|去年|同期")
# 七三开 and 对半 are ratios of two parts.
_SPLIT = re.compile(
    r"(?P<one>[一二三四五六七八九1-9])[ ]?(?P<other>[一二三四五六七八九1-9])[ ]?开(?![发放展始户创通张工])|对半[开分]?|一半[ ，,]?一半"
)
_RANGE = re.compile(r"[ ]?(?:[-~]{1,2}|到|至)[ ]?")
_PLUS, _MINUS = re.compile(r"[ ]?(?:\+|加上?)[ ]?"), re.compile(r"[ ]?(?:减去?|还?[差少欠])[ ]?")
_AND, _BETWEEN = re.compile(r"[ ]?[和与跟][ ]?"), re.compile(r"[ ]?之间")
_SCALE = re.compile(r"[十百千]*[万亿]*$")
_YEAR = re.compile(r"20[1-3]\d")
# What follows a number that counts something else.
_MEASURE = re.compile(
    r"[ ]?(?:\+?[A-Za-z]|\+\d|/[ ]?\d|平(?!均)|[℃°㎡#年月日号天周季岁期届版章条款页级步次种家个台套件只辆架亩支瓶盒片粒包袋双匹羽尾棵吨斤克升度瓦伏层楼栋座强维代轮份张批组点时米株头折星门篇类户册刀"
    r"国省区县站线寸毫微兆幢间盏道室]|平方|平米|公斤|千瓦|千米|公里|项(?!目)|所(?!需|有|得)|本(?!金|项|次|单位)|方(?!案|面)|市(?!级|财)|小时|分钟|秒|倍"
    r"|世纪|英寸|纳米|元素|位数|专利|软著|单元|系列|型号?|不锈|铝|钢|电池|合金|后(?![续期面来补])|行(?![业吗不动]))"
)
_ALONE_BEFORE = re.compile(r"(?:^|[^\w]|[是有约共就才只为叫])$")
_ALONE_AFTER = re.compile(r"[ ]?(?:$|[^\w\0(（]|吧|呢|了|啊|左右|上下)")
_JOINED_BEFORE = re.compile(r"[A-Za-z_#@+/.\0][ \-+_/.]?$")
_TORN = re.compile(r"\d(?:[/eE]|[ ]?/[ ]?)$")  # 800/900万 and 8e6元 are no 900万 and no 6元
_SMALL_CHINESE = re.compile(r"[零一二三四五六七八九两十半几]{1,2}")


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


def quantities(text: str) -> tuple[Quantity, ...]:
    """The quantities in ``text``, in order, each with the words beside it that hedge it."""
    clean = masked(plain(text))
    splits = [_split(each) for each in _SPLIT.finditer(clean)]
    clean = _SPLIT.sub(lambda each: "\0" * len(each.group()), clean)
    found: list[Quantity] = []
    for quantity in sorted([*splits, *_joined(clean, amounts(clean))], key=lambda each: each.start):
        if _counts(clean, quantity):
            floor = found[-1].end if found else 0
            found.append(_hedged(text, clean, quantity, floor))
    return tuple(_spanned(text, _apart(found)))


def _apart(found: list[Quantity]) -> list[Quantity]:
    """Those that touch no other amount: 一万五千万 is none that anybody can tell."""
    exact = [each for each in found if each.kind == "money" and not each.unit and isinstance(each.value, Decimal)]
    money = {each.start: each.end for each in exact}
    ends = set(money.values())
    return [each for each in found if each.start not in money or not (each.start in ends or each.end in money)]


def _spanned(text: str, found: list[Quantity]) -> Iterator[Quantity]:
    """最少600万最多900万 is one range."""
    held: Quantity | None = None
    for quantity in found:
        both = _least_and_most(text, held, quantity) if held else None
        if held and not both:
            yield held
        held = both or quantity
    if held:
        yield held


def _least_and_most(text: str, left: Quantity, right: Quantity) -> Quantity | None:
    (low, no_high), (no_low, high) = bounds(left.value), bounds(right.value)
    if low is None or high is None or no_high is not None or no_low is not None:
        return None
    if left.kind != right.kind or right.start - left.end > 1 or low >= high:
        return None
    return replace(right, value=Range(low, high), start=left.start, text=text[left.start : right.end])


def asks_how_many(quantity: Quantity) -> bool:
    """Whether the quantity is rather a question for one (几个)."""
    return bool(_HOW_MANY.search(quantity.text))


# --- two amounts that are one quantity ---


def _split(found: re.Match[str]) -> Quantity:
    one, other = (value_of(part) if part else ONE for part in found.groups())
    assert isinstance(one, Decimal) and isinstance(other, Decimal)
    value = one / other
    return Quantity("ratio", value, found.start(), found.end(), found.group(), "比", reversed_doubt=value < 1)


def _joined(text: str, found: Iterable[Amount]) -> Iterator[Quantity]:
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
    gap = text[left.end : right.start]
    if _RATIO.fullmatch(gap):
        return _ratio(text, left, right)
    if _PLUS.fullmatch(gap) or _MINUS.fullmatch(gap):
        return _sum(left, right, -1 if _MINUS.fullmatch(gap) else 1)
    if _RANGE.fullmatch(gap) or (_AND.fullmatch(gap) and _BETWEEN.match(text, right.end)):
        return _range(left, right)
    return None


def _sum(left: Amount, right: Amount, sign: int) -> Quantity | None:
    """800万+200万; 600+300万; 18+2人; 1000万减200万; 3000万差10万."""
    if left.kind == "bare" and right.kind in ("money", "people"):
        left = next((replace(left, value=each, kind=right.kind) for each in _lows(left, right)), left)
    if left.kind != right.kind or left.kind not in ("money", "people"):
        return None
    if not isinstance(left.value, Decimal) or not isinstance(right.value, Decimal):
        return None
    return Quantity(left.kind, left.value + sign * right.value, left.start, right.end, right.numeral, right.unit)


def _ratio(text: str, left: Amount, right: Amount) -> Quantity | None:
    if left.kind != right.kind or left.kind not in ("bare", "money") or _NO_RATIO.match(text, right.end):
        return None
    if not isinstance(left.value, Decimal) or not isinstance(right.value, Decimal) or not right.value:
        return None
    value = left.value / right.value
    return Quantity("ratio", value, left.start, right.end, "", "比", reversed_doubt=value < 1)


def _range(left: Amount, right: Amount) -> Quantity | None:
    if left.unit == "百分之" and right.kind == "bare":  # 百分之三十到四十
        right = replace(right, kind="share", value=scaled(right.value, Decimal("0.01")))
    if left.kind not in ("bare", right.kind):
        return None
    high = bounds(right.value)[1]
    for low, _ in map(bounds, _lows(left, right)):
        if low is not None and high is not None and low < high:
            approximate = isinstance(right.value, Range) and right.value.approximate
            value = Range(low, high, approximate)
            return Quantity(right.kind, value, left.start, right.end, right.numeral, right.unit or left.unit)
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


# --- what counts, and how it is hedged ---


def _counts(text: str, quantity: Quantity) -> bool:
    if quantity.kind == "money" and _TORN.search(text[: quantity.start]):
        return False
    if quantity.kind == "money" and quantity.unit:
        small = _SMALL_CHINESE.fullmatch(quantity.text) and quantity.unit in ("元", "块")
        return not small or bool(_ALONE_AFTER.match(text, quantity.end))
    if quantity.kind in ("money", "bare") and _MEASURE.match(text, quantity.end):
        return False
    return quantity.kind != "bare" or _bare_counts(text, quantity)


def _bare_counts(text: str, quantity: Quantity) -> bool:
    if _JOINED_BEFORE.search(text[max(0, quantity.start - 2) : quantity.start]):
        return False
    alone = _ALONE_AFTER.match(text, quantity.end)
    written = text[quantity.start : quantity.end]
    if _YEAR.fullmatch(written):
        return written == text.strip()
    if re.fullmatch("[零一二三四五六七八九两]{3,8}", written):
        return False
    if _SMALL_CHINESE.match(written) and not re.search("[百千]", written):
        ahead = text[max(0, quantity.start - 1) : quantity.start]
        return bool(alone and (len(written) > 1 or _ALONE_BEFORE.search(ahead)))
    return True


def _hedged(text: str, clean: str, quantity: Quantity, floor: int) -> Quantity:
    ahead, start = before(clean, quantity.start, floor)
    further, start = before(clean, start, floor) if ahead else (None, start)
    between = _BETWEEN.match(clean, quantity.end)
    behind, end = after(clean, between.end() if between else quantity.end)
    value = quantity.value
    for hedge in sorted((each for each in (behind, ahead, further) if each), key=lambda each: each == "about"):
        value = hedged(value, hedge, FINEST[quantity.kind])
    return replace(quantity, value=tidy(value), start=start, end=end, text=text[start:end])


def tidy(value: Number) -> Number:
    """``value`` without zeros that carry nothing: 0.08亿 is 8000000, not 8000000.00."""
    if isinstance(value, Decimal):
        return value.to_integral_value() if value == value.to_integral_value() else value.normalize()
    low, high = (None if end is None else tidy(end) for end in (value.low, value.high))
    assert not isinstance(low, Range) and not isinstance(high, Range)
    return Range(low, high, value.approximate)
