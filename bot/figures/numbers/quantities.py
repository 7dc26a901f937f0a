"""Every quantity in a text: money in yuan, people, shares of 1, ratios as plain quotients, and bare numbers.

``hedges`` says how 大概, 不到 and 以上 are read, ``amounts`` how 多, 来 and 几 are, ``noise`` what is no quantity at all.
All of it is linear in the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from bot.figures.numbers.amounts import FINEST, amounts
from bot.figures.numbers.denied import is_denied
from bot.figures.numbers.hedges import after, before, hedged
from bot.figures.numbers.joining import SPLIT, Quantity, joined, split
from bot.figures.numbers.noise import masked
from bot.figures.numbers.numerals import plain
from bot.figures.values import Number, Range, bounds

__all__ = ["Quantity", "asks_for_the_least", "asks_how_many", "quantities", "tidy"]

# 几 asks more often than it tells, and says nothing exact either way: 占百分之几, 最少几个, 几倍.
_HOW_MANY = re.compile(r"(?<![十百千万好])几(?![十百千万亿])")
# 底线几万, 几百万起步: a threshold is asked for, and no amount of anybody's told.
_THE_LEAST = re.compile(
    r"(?:底线|下限|门槛|起点|标准|要求|最[低少]|起码|至少|不(?:低|少)于)(?:是|要|得|为|有|到|在)*几[十百千]?[万亿]"
    r"|(?<![好大十百千])几[十百千]?[万亿]元?(?:才|就)?(?:起步|起报|打底|才让|才能|才行)"
)
_BETWEEN = re.compile(r"[ ]?之间")
# 比3000万多一点, 离3000万还差一点: the word ahead belongs to the hedge behind.
_MEASURED = re.compile("(?<![占同环])比[ ]?$|(?:距离?|离)[ ]?$|从[ ]?$")
_MEASURING = frozenset({"just_above", "just_below", "below", "at_least"})
_YEAR = re.compile(r"20[1-3]\d")
# What follows a number that counts something else.
_MEASURE = re.compile(
    r"[ ]?(?:\+?[A-Za-z]|\+\d|/[ ]?\d|平(?!均)|[℃°㎡#年月日号天周季岁期届版章条款页级步次种家个台套件辆架亩支瓶盒片粒袋双匹羽尾棵吨斤克升度瓦伏层楼栋座强维代轮份张批点时米株头折星门篇类户册刀"
    r"国省区县站线寸毫微兆幢间盏道室]|只(?![有要是能多])|包(?![含括])|组(?![成建织合])|平方|平米|公斤|千瓦|千米|公里|项(?!目)|所(?!需|有|得)|本(?!金|项|次|单位)|方(?!案|面)|市(?!级|财)|小时|分钟|秒|倍"
    r"|世纪|英寸|纳米|元素|位数|专利|软著|单元|系列|型号?|不锈|铝|钢|电池|合金|后(?![续期面来补])|行(?![业吗不动]))"
)
_AFTERWARDS = re.compile("[ ]?后")
_OF_A_YEAR = re.compile(
    "[ ]?年度?(?:总|主营|营业|业务|销售|研|经)*(?:收入|营收|销售额|研发|研究)"
)  # 研发300万年收入2000万
_ON_TO_THE_MOST = re.compile("[吧呢啊呀嘛哦了的 ]{0,2}[，, ]?(?:但|也|也就|我看|应该|到|然后|估计)?")
_AT_THE_MOST = re.compile("最多|至多|顶多|撑死|充其量|顶天|封顶|最高|上限")
KEPT = 256  # texts whose quantities are known: many look at the same message and its clauses
_ALONE_BEFORE = re.compile(r"(?:^|[^\w]|[是有约共就才只为叫])$")
_ALONE_AFTER = re.compile(
    r"[ ]?(?:$|[^\w\0(（]|吧|呢|了|啊|左右|上下|[吗么嘛呗]|行[吗么不吧]|就?够|可以|[都也还](?=[没不凑到够]))"
)
_JOINED_BEFORE = re.compile(r"[A-Za-z_#@+/.\0][ \-+_/.]?$")
_TORN = re.compile(r"\d[eE]$|(?<![A-Za-z])[lI|]$|[\d万亿元][ ]?/[ ]?$")  # 800/900万 and 8e6元 are no 900万 and no 6元
_TORN_OFF = 6  # characters before a number that show it
# 十几二十万, 千二百万 and 一百五那么多: of a number whose front or end nobody reads, the rest is another number.
_FRONT_LOST, _END_LOST = re.compile("[十百千万亿几]$"), re.compile("[一二三四五六七八九](?![ ]?[个年月期次季])")
_SMALL_CHINESE = re.compile(r"[零一二三四五六七八九两十半几]{1,2}")


@lru_cache(maxsize=KEPT)
def quantities(text: str) -> tuple[Quantity, ...]:
    """The quantities in ``text``, in order, each with the words beside it that hedge it."""
    clean = masked(plain(text))
    splits = [split(each) for each in SPLIT.finditer(clean)]
    clean = SPLIT.sub(lambda each: "\0" * len(each.group()), clean)
    found: list[Quantity] = []
    for quantity in sorted([*splits, *joined(clean, amounts(clean))], key=lambda each: each.start):
        floor = found[-1].end if found else 0
        if _counts(clean, quantity) and not _is_torn(clean, quantity, floor):
            found.append(_hedged(text, clean, quantity, floor))
    return tuple(_spanned(text, _apart(found)))


def _apart(found: list[Quantity]) -> list[Quantity]:
    """Those that touch no other amount: 一万五千万 is none that anybody can tell."""
    exact = [each for each in found if each.kind == "money" and not each.unit and isinstance(each.value, Decimal)]
    money = {each.start: each.end for each in exact}
    ends = set(money.values())
    return [each for each in found if each.start not in money or not (each.start in ends or each.end in money)]


def _spanned(text: str, found: list[Quantity]) -> Iterator[Quantity]:
    """最少600万最多900万 is one range, and so are 八十万吧，最多一百万 and 50人以上，不超过60."""
    held: Quantity | None = None
    for quantity in found:
        both = _least_and_most(text, held, quantity) if held else None
        if held and not both:
            yield held
        held = both or quantity
    if held:
        yield held


def _least_and_most(text: str, left: Quantity, right: Quantity) -> Quantity | None:
    (low, upper), (no_low, high) = bounds(left.value), bounds(right.value)
    if low is None or high is None or no_low is not None or low >= high:
        return None
    if upper is not None and (
        upper > high or not _AT_THE_MOST.match(right.text)
    ):  # 800万，不到900万 tells of a threshold
        return None
    people = left.kind == "people" and right.kind == "bare" and not right.unit
    if not (left.kind == right.kind or people) or not _ON_TO_THE_MOST.fullmatch(text, left.end, right.start):
        return None
    return replace(
        right,
        kind=left.kind,
        unit=left.unit,
        value=Range(low, high),
        start=left.start,
        text=text[left.start : right.end],
    )


def asks_how_many(quantity: Quantity) -> bool:
    """Whether the quantity is rather a question for one (几个)."""
    return bool(_HOW_MANY.search(quantity.text))


def asks_for_the_least(text: str, quantity: Quantity) -> bool:
    """Whether the quantity says but in what size a threshold is asked for: 底线几万, 几百万起步."""
    return any(found.start() < quantity.end and quantity.start < found.end() for found in _THE_LEAST.finditer(text))


# --- what counts, and how it is hedged ---


def _counts(text: str, quantity: Quantity) -> bool:
    if quantity.kind == "money" and _TORN.search(text[max(0, quantity.start - _TORN_OFF) : quantity.start]):
        return False
    if quantity.kind == "money" and quantity.unit:
        small = _SMALL_CHINESE.fullmatch(quantity.text) and quantity.unit in ("元", "块")
        return not small or bool(_ALONE_AFTER.match(text, quantity.end))
    if quantity.kind in ("money", "bare") and quantity.unit != "个" and _is_measured(text, quantity):
        return False
    return quantity.kind != "bare" or _bare_counts(text, quantity)


def _is_torn(text: str, quantity: Quantity, floor: int) -> bool:
    """Whether the numeral is but a part of a longer one; ``floor``: where the quantity before it ends."""
    front = quantity.start > floor and _FRONT_LOST.search(text[floor : quantity.start])
    return bool(
        front or quantity.kind == "bare" and quantity.text[-1:] in "百千" and _END_LOST.match(text, quantity.end)
    )


def _is_measured(text: str, quantity: Quantity) -> bool:
    yearly = quantity.kind == "money" and _OF_A_YEAR.match(text, quantity.end)
    born = quantity.kind == "bare"  # 90后 are people, 加30万后 is a time
    measured = _MEASURE.match(text, quantity.end)
    return not yearly and bool(measured) and (born or not _AFTERWARDS.match(text, quantity.end))


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
    measured = _MEASURED.search(clean, floor, start) if behind in _MEASURING else None
    start = measured.start() if measured and quantity.kind in ("money", "people") else start
    value, said = quantity.value, [each for each in (behind, ahead, further) if each]
    if not said and is_denied(clean, quantity.start, quantity.end):
        said = ["below"]
    if {"near", "below"} <= {*said}:  # 接近800万，还差一点点
        said = ["just_below"]
    for hedge in sorted(said, key=lambda each: each == "about"):
        value = hedged(value, hedge, FINEST[quantity.kind])
    return replace(quantity, value=tidy(value), start=start, end=end, text=text[start:end])


def tidy(value: Number) -> Number:
    """``value`` without zeros that carry nothing: 0.08亿 is 8000000, not 8000000.00."""
    if isinstance(value, Decimal):
        return value.to_integral_value() if value == value.to_integral_value() else value.normalize()
    low, high = (None if end is None else tidy(end) for end in (value.low, value.high))
    assert not isinstance(low, Range) and not isinstance(high, Range)
    return Range(low, high, value.approximate)
