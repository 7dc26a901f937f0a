"""Numerals as people write them, Arabic, Chinese or both mixed: 1,200 · 三千五百万 · 2千8百万 · 1亿2 · 三四千万 · 叁仟.

Written here and not taken from cn2an: its strict mode knows neither mixed numerals nor 一百五, 三四千万 or 三点五亿,
so that most of this module would be needed beside it. cn2an stays the oracle of the tests for plain Chinese numerals.
A numeral that is not well formed has no value; nothing is guessed.
"""

from __future__ import annotations

import re
from decimal import Decimal

from bot.figures.values import Range

DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {"两": 2}
SCALES = {"亿": Decimal(10**8), "万": Decimal(10**4), "千": Decimal(1000), "百": Decimal(100), "十": Decimal(10)}

_PLAIN = str.maketrans(
    "０１２３４５６７８９．％：∶～〜—–－−＋／（）＜＞＝　〇兩俩仨萬億圓個餘來幾數點約倍ＷｗＲＭＢ",
    "0123456789.%::~~----+/()<>= 零两两三万亿元个余来几数点约倍WwRMB",
)
_FORMAL = dict(zip("壹贰贳貳叁參参肆伍陆陸柒捌玖拾佰仟", "一二二二三三三四五六六七八九十百千", strict=True))
_FORMAL_DIGITS = "壹贰貳叁參参肆伍陆陸柒捌玖"
_EVERYDAY_DIGITS = r"一二两三四五六七八九\d"
# Formal digits are digits only beside a formal scale: 队伍 and 陆续 are words. A formal scale is one beside any digit
# (八佰五十万); 拾 behind none is a verb, too (收拾).
_FORMAL_NUMERAL = re.compile(
    rf"[{_FORMAL_DIGITS}](?=[拾佰仟万亿元千百])|(?<=[拾佰仟零万亿])[{_FORMAL_DIGITS}]"
    rf"|(?<=[{_FORMAL_DIGITS}{_EVERYDAY_DIGITS}零万亿])[拾佰仟]|[拾佰仟](?=[{_FORMAL_DIGITS}零万亿元人名])"
    rf"|[佰仟](?=[{_EVERYDAY_DIGITS}])"
)
_W = re.compile(r"(?<=[\d来多余几个])(\s?)[wW](?![A-Za-z]|功率|激光|级)")
# 4、5百万 is a range, and no list, where the digits are neighbours.
_LISTED = re.compile(
    r"(?<![\d一二三四五六七八九.])([1-9一二三四五六七八九])、([1-9一二三四五六七八九])(?=[十百千万亿])"
)
_SPACED = re.compile(r"(?<=\d) (?=\d{3}(?: \d{3}){0,3}[ ]?[万元块])(?<!\d{4} )")
_WIDE_COMMAS = re.compile(r"(?<=\d)，(?=\d{3}(?:，\d{3}){0,4}(?:\.\d{1,2})?[ ]?[万元块])")

# --- the grammar of one numeral: scales only fall, and every repetition is bounded ---

_CHINESE = "一二三四五六七八九两"
_POWER = r"(?<=\d)[eE]\d{1,2}(?=[ ]?(?:元|块|$|[，。；,;]))"  # 8e6元
_ARABIC = rf"(?<!\d)(?<!\d[.,])(?:\d{{1,3}}(?:,\d{{3}}){{1,4}}|\d{{1,15}})(?:\.\d{{1,8}})?(?:{_POWER})?(?!\d|[.,]\d)"
_POINTED = rf"(?<!差(?=一点))[零{_CHINESE}]点[零{_CHINESE}]{{1,6}}"
_DIGIT = rf"(?:{_ARABIC}|{_POINTED}|[{_CHINESE}][零{_CHINESE}]{{2,7}}|[{_CHINESE}]{{1,2}})"
# A last digit without its scale (一百五, 1亿2) counts only where the numeral visibly ends.
_ENDS = r"(?=[ ]?(?:$|[^\w ]|元|块|整|左右|上下|多|来|到|至|以上|以下|以内|吧|啊|了|呢|的|[报申给要算投拿出填写就都也还够]))"
_ONES = (
    rf"(?:零{_DIGIT}|(?<=[十廿卅])(?:{_POINTED}|[{_CHINESE}]{{1,2}}|\d(?!\d))"
    rf"|(?<=[百千万亿])(?:\d|[{_CHINESE}]{{1,2}})(?=[ ]?[万亿]|{_ENDS}))"
)
# 6百50万, 2千500万: the rest in digits as long as its place.
_REST = r"(?:(?<=百)[1-9]\d|(?<=千)[1-9]\d\d)(?=[ ]?[万亿])"
_TENS = rf"(?:零?{_DIGIT}[ ]?十|零?[十廿卅]|{_REST})"
_SCALED = rf"(?:{_DIGIT}[ ]?千(?:零?{_DIGIT}[ ]?百)?{_TENS}?{_ONES}?|{_DIGIT}[ ]?百{_TENS}?{_ONES}?|{_TENS}{_ONES}?)"
_SECTION = rf"(?:{_SCALED}(?:点[零{_CHINESE}]{{1,4}}(?=[万亿]))?|{_DIGIT})"
_BELOW = rf"(?:(?:零?{_SCALED}|零{_DIGIT})(?![ ]?[万亿十百千])|零?\d{{4}}(?=[ ]?[元块])|{_ONES}(?![万亿]))"
_WAN = rf"{_SECTION}[ ]?万"
_YI = rf"{_SECTION}[ ]?(?:万[ ]?)?亿"
NUMERAL = rf"(?:{_YI}(?:[ ]?零?{_WAN})?{_BELOW}?|{_WAN}{_BELOW}?|{_SECTION}|零)"

_NEIGHBOURS = re.compile(rf"(?<![零点{_CHINESE}])([{_CHINESE}])([{_CHINESE}])(?=[十百千万亿]|$)")


_SPOKEN_ONE = re.compile("幺(?=[零〇一二两三四五六七八九幺十百千万])|(?<=[零〇一二三四五六七八九])幺")  # 一幺八零


def plain(text: str) -> str:
    """``text`` with full-width, traditional and formal digits made plain, character for character: positions stay."""
    text = _SPOKEN_ONE.sub("一", text.translate(_PLAIN))
    text = _SPACED.sub(",", _WIDE_COMMAS.sub(",", text))
    text = _LISTED.sub(_neighbours, text)
    text = _FORMAL_NUMERAL.sub(lambda found: _FORMAL[found.group()], text)
    return _W.sub(r"\1万", text)


def _neighbours(found: re.Match[str]) -> str:
    one, other = (_simple(digit) for digit in found.groups())
    return f"{found[1]}-{found[2]}" if one is not None and other == one + 1 else found.group()


def value_of(numeral: str) -> Decimal | Range | None:
    """The value of one plain numeral, a range for neighbours (三四千 is 3000 to 4000), None if it is not well formed."""
    numeral = numeral.replace(" ", "").replace("廿", "二十").replace("卅", "三十")
    pair = _NEIGHBOURS.search(numeral)
    if not pair:
        return _exact(numeral)
    low, high = (_exact(numeral[: pair.start()] + digit + numeral[pair.end() :]) for digit in pair.groups())
    if low is None or high is None or not low < high <= low * 2:
        return None
    return Range(low, high)


def step_of(value: Decimal) -> Decimal:
    """The place of the last digit that is not zero, which is what 多 leaves open: 100 for 1200, 10000 for 3万."""
    return Decimal(1).scaleb(int(value.normalize().as_tuple().exponent)) if value else Decimal(1)


def _exact(numeral: str) -> Decimal | None:
    whole, _, part = numeral.rpartition("点")
    if not SCALES.keys().isdisjoint(whole) and part and set(part) <= DIGITS.keys():  # 八百六十点五 (万)
        front, behind = _exact(whole), _simple(f"零点{part}")
        return None if front is None or behind is None else front + behind
    for scale, factor in SCALES.items():
        if scale in numeral:
            head, _, tail = numeral.rpartition(scale)
            return _scaled(head, tail, factor)
    return _simple(numeral)


def _scaled(head: str, tail: str, factor: Decimal) -> Decimal | None:
    head = head.removeprefix("零")
    front = Decimal(1) if not head else _exact(head)
    rest = _tail(tail, factor)
    return None if front is None or rest is None else front * factor + rest


def _tail(tail: str, factor: Decimal) -> Decimal | None:
    if not tail:
        return Decimal(0)
    if len(tail) == 1 and tail in "123456789" + _CHINESE:  # 一百五 is 150, 3万5 is 35000
        digit = _simple(tail)
        return None if digit is None else digit * factor / 10
    rest = _exact(tail.removeprefix("零"))
    return rest if rest is not None and rest < factor else None


def _simple(numeral: str) -> Decimal | None:
    if numeral[:1].isdigit() and numeral.isascii():
        return None if re.match(r"0\d", numeral) else Decimal(f"{Decimal(numeral.replace(',', '')):f}")
    whole, _, part = numeral.partition("点")
    digits = [DIGITS.get(digit) for digit in whole + part]
    if not digits or None in digits or (len(digits) == 2 and not part):
        return None
    return Decimal("".join(map(str, digits))).scaleb(-len(part))
