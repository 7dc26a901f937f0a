"""One amount at a time: a numeral with what makes it vague (多, 来, 几, 半) and its unit, before words beside it count.

多 leaves the range to the next step of the number open (两千多万: 2000万 to one yuan below 3000万), 来 is 10 % either way,
几 is 2 to 9 of its scale (几百万: 200万 to 999万; 十几: 11 to 19), 大几 from 5 on, 上百 has no upper end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from bot.figures.numbers.hedges import TENTH, around
from bot.figures.numbers.numerals import NUMERAL, SCALES, step_of, value_of
from bot.figures.values import Number, Range

Kind = Literal["money", "people", "share", "ratio", "bare"]
ONE, HALF = Decimal(1), Decimal("0.5")
# The smallest difference that counts: one yuan, one person, one hundredth of a percent.
FINEST: dict[Kind, Decimal] = {
    "money": ONE,
    "people": ONE,
    "bare": ONE,
    "share": Decimal("0.0001"),
    "ratio": Decimal("0.0001"),
}

# 一个研发中心 and 两个技术团队 are counted, but are nobody.
_NO_STAFF = "中心|机构|平台|基地|部|实验|室|院|所|项目|课题|团队|小?组|公司|企业|产品|成果|专利|大楼|园|装备|设备|合同|岗|方向|站|工作|服务|经费|投入|创新|合作|支撑"
_STAFF = rf"(?:研发|科研|科技|技术)+(?!研发|科研|科技|技术|{_NO_STAFF})|员工|职工|人员|在职|全职|专职(?!机构|部门)|同事|工程师|博士|硕士|专家|(?:搞|做|从事)(?:研|技|科)"
_ENDS = r"[ ]?(?:$|[^\w ]|左右|上下|之间|以上|以内|以下|吧|了|多|呢|啊|的样子|[吗么嘛呗]|行[吗么不吧]|就?够|可以|[都也还](?=[没不凑到够]))"
# 研发16个然后…, 13个过得去不: what goes on after a count in a message without stops.
_GOES_ON = r"[ ]?(?:(?:来)?[算计报](?:的|吧|了|呢|啊|就|得了)*(?:[，,。；;！!？? ]|$)|然后|过(?=[得不线关])|达(?=标|不)|悬|的话|那个|另外|还有|就是|再就是|嗯|呃|我们|咱们|本公司|公司(?!员)|单位|其中|总共|总的|总收|一共|全[公单厂院所校年体]|年(?!轻|产|级|度|龄)|一年|去年|今年|20[12]\d|财政|自筹|总投|研发(?:投入|费|经费|支出|花|上))"
# kind, factor, how the unit is written; tried in this order.
UNITS: tuple[tuple[Kind, Decimal, str], ...] = (
    ("share", Decimal("0.01"), r"%|个?百分点|个点(?!子)"),
    ("share", TENTH, r"成(?![果立分本员功为品长效套熟交年型都就绩像份])"),
    ("ratio", ONE, r"倍"),
    ("money", SCALES["万"], r"个?\(万元?\)"),
    ("money", ONE, r"元整|元?人民币|块钱|元(?![素器件宵旦])|块(?![链儿])|RMB|rmb"),
    ("people", ONE, r"(?:个|号|口子?)?人(?!次|民|工智|均|力|才|造|机|脸|体|大|们|物)|名(?![称单录字义额牌校次誉师])"),
    ("people", ONE, rf"位(?![数置于点移阶址列居])|个(?=[ ]?(?:都?是)?(?:{_STAFF}))"),
    ("people", ONE, rf"(?:(?<=[来多余几])|(?<=几十)|(?<=[一二三四五六七八九][一二三四五六七八九]十))号(?={_ENDS})"),
    ("people", ONE, rf"口子(?={_ENDS})"),
    ("bare", ONE, rf"个(?={_ENDS}|{_GOES_ON})"),
)
_UNIT = re.compile("[ ]?(?:" + "|".join(f"(?P<u{place}>{words})" for place, (_, _, words) in enumerate(UNITS)) + ")")
_AFTER_UNIT = re.compile(
    rf"(?P<half>半(?!年))|(?P<digit>[一二三四五六七八九1-9])(?={_ENDS}|[ ][\u4e00-\u9fff]|(?<=成[一二三四五六七八九1-9])(?![十百千万亿个人名位年月天家台项成点\d]))|(?P<more>多|有余)(?!少|出|则|一?[点些]|[ ]?[\d一二两三四五六七八九])"
)
_FOREIGN = re.compile(
    r"[ ]?(?:美元|美金|欧元|港[币元]|日元|英镑|韩元|卢布|刀|[$＄€£]|(?:USD|EUR|HKD|GBP|JPY)(?![A-Za-z]))", re.IGNORECASE
)
# $200万, USD 200万: what is ahead of an amount names its currency as well.
_FOREIGN_BEFORE = re.compile(r"(?:[$＄€£]|(?<![A-Za-z])(?:USD|EUR|HKD|GBP|JPY))[ ]?$", re.IGNORECASE)
_CURRENCY = 4  # characters at most, "USD "

_ROUND = r"[百千](?=[多来余把])|(?<=[上过近超破])(?:[十百千]?[万亿]|[百千])|[十百千][万亿](?=元)|(?<=分之)百"
# 百八十 is 80 to 100, 百十 is 100 to 110: of numbers that nobody has counted.
_IDIOMS = {
    "百八十": ("八十", "一百"),
    "千八百": ("八百", "一千"),
    "万八千": ("八千", "一万"),
    "百十": ("一百", "一百一十"),
}
_IDIOM = r"百儿?八十|千儿?八百|万儿?八千|百十"
# A dash is a minus unless it joins what stands before it to the number (800-900万, 3000万元-5000万元, A-200万), or parts
# those who are counted from it (员工-60人).
_MINUS = r"(?<![\dA-Za-z一二两三四五六七八九十百千万亿几多元块人员工数名个位成倍%点月日期)）至到~-])-"
_AMOUNT = re.compile(
    rf"(?P<sign>负(?:的|数|值|的数)?[ ，,]{{0,2}}|{_MINUS})?(?P<currency>[¥￥][ ]?|(?:RMB|CNY)[ ]?)?"
    rf"(?:(?P<parts>{NUMERAL}|[百千万])分之)?"
    rf"(?P<run>{_IDIOM}|(?:(?<=[占为是有近过，, 里头中面员发比例重])|(?<=[占达]到)|(?<=占了)|(?<=入的)|(?<!.))一半(?![天年月])|{NUMERAL}|半(?=个[百千]?[万亿]|成)|{_ROUND})?"
    r"(?P<some>[好大]?几|(?<![人总倍参系基指次])数(?=[十百千万亿]))?"
    r"(?P<vague>多(?!少|数|年|元化|家|样|于|则|一?[点些]|出|[ ]?[\d一二两三四五六七八九])|余(?!额|量|下|款|热)|[来把](?=[十百千万亿个号人名位]))?"
    r"(?P<ge>个[多来半]?(?=[百千]?[万亿]))?(?P<tail>[十百千]?[万亿]|[十百千])?(?P<half>(?<=[万亿])半(?!年))?"
)
_START = re.compile(r"[\d零一二两三四五六七八九十百千万亿廿卅半几好大数负¥￥RC-]")


@dataclass(frozen=True)
class Amount:
    """A numeral with its unit; ``numeral`` is what was written without it. No unit: "", and bare but for 万 and 亿."""

    value: Number
    kind: Kind
    unit: str
    numeral: str
    start: int
    end: int


def amounts(text: str) -> Iterator[Amount]:
    """Every amount in a plain, masked text, in order."""
    start = _START.search(text)
    while start:
        found = _AMOUNT.match(text, start.start())
        amount = _amount(text, found) if found and (found["run"] or found["some"]) else None
        if amount:
            yield amount
        end = amount.end if amount else found.end() if found else 0
        start = _START.search(text, max(end, start.end()))


def scaled(value: Number, factor: Decimal) -> Number:
    """``value`` times ``factor``, a range at both ends."""
    if isinstance(value, Decimal):
        return value * factor
    low, high = (end * factor if end is not None else None for end in (value.low, value.high))
    return Range(high, low, value.approximate) if factor < 0 else Range(low, high, value.approximate)


def _amount(text: str, found: re.Match[str]) -> Amount | None:
    if found["run"] == "一半":
        return Amount(HALF, "share", "一半", "一半", found.start(), found.end("run"))
    value = _vague(text, found)
    if value is None or _FOREIGN.match(text, found.end()) or _is_foreign(text, found.start()):
        return None
    kind, factor, unit, end = _unit(text, found)
    value, end = _after_unit(text, value, end) if unit else (value, end)
    if found["parts"]:
        parts = value_of(found["parts"]) or SCALES.get(found["parts"])
        if not isinstance(parts, Decimal):
            return None
        kind, factor, unit = "share", 1 / parts, f"{found['parts']}分之"
    value = scaled(value, -factor if found["sign"] else factor)
    return Amount(value, kind, unit, found.group(), found.start(), end)


def _is_foreign(text: str, start: int) -> bool:
    """Whether the name of a foreign currency stands right ahead; a search of all that does would cost its square."""
    return bool(_FOREIGN_BEFORE.search(text, max(0, start - _CURRENCY), start))


def _unit(text: str, found: re.Match[str]) -> tuple[Kind, Decimal, str, int]:
    unit = _UNIT.match(text, found.end())
    if unit and not found["parts"]:
        kind, factor, _ = next(row for place, row in enumerate(UNITS) if unit[f"u{place}"])
        return kind, factor, unit.group().strip(), unit.end()
    if found["currency"]:
        return "money", ONE, found["currency"].strip(), found.end()
    large = re.search("[万亿]", found.group())
    return "money" if large else "bare", ONE, "", found.end()


def _vague(text: str, found: re.Match[str]) -> Number | None:
    run, tail = found["run"] or "", found["tail"] or ""
    if "万" in run and "万" in tail:
        return None  # 一千万零八十万 is two amounts or a slip of the pen
    if found["some"]:
        return _some(run, tail, "五" if "大" in found["some"] else "二")
    if run.replace("儿", "") in _IDIOMS:
        return _idiom(run.replace("儿", ""), tail, more=found["vague"])
    value = HALF * (_scale(tail) if tail else 1) if run == "半" else value_of(run + tail)
    if not isinstance(value, Decimal):
        return None if found["vague"] else value
    marks = (found["vague"] or "") + (found["ge"] or "") + (found["half"] or "")
    if "半" in marks:
        return value + HALF * _scale(tail or run)
    if "多" in marks or "余" in marks:
        return _more(value)
    if "来" in marks or "把" in marks:
        return around(value, TENTH, TENTH, ONE)
    round_up = run[:1] in SCALES and text[: found.start()][-1:] in ("上", "过", "破") and run != "十"
    return Range(value, None, approximate=True) if round_up else value


def _idiom(run: str, tail: str, *, more: str | None) -> Number | None:
    """百八十万; 百十来个 is 100 to 120."""
    low, high = (value_of(end + tail) for end in _IDIOMS[run])
    if not isinstance(low, Decimal) or not isinstance(high, Decimal):
        return None
    return Range(low, high + (high - low if more else 0), approximate=True)


def _scale(numeral: str) -> Decimal:
    factor = ONE
    for letter in reversed(numeral):
        if letter not in SCALES:
            break
        factor *= SCALES[letter]
    return factor


def _some(run: str, tail: str, least: str) -> Number | None:
    low = value_of(run + ("一" if run.endswith("十") else least) + tail)
    high = value_of(run + "九" + tail)
    if not isinstance(low, Decimal) or not isinstance(high, Decimal):
        return None
    small, large = _scale(tail[:1]) if tail[:1] in "十百千" and tail else ONE, _scale(tail.lstrip("十百千"))
    return Range(low, high + (small - 1) * large, approximate=True)


def _more(value: Decimal) -> Range:
    step = step_of(value)
    return Range(value, value + step - (ONE if step > 1 or value >= 10 else Decimal("0.01")), approximate=True)


def _after_unit(text: str, value: Number, end: int) -> tuple[Number, int]:
    found = _AFTER_UNIT.match(text, end)
    if not found or not isinstance(value, Decimal):
        return value, end
    if found["half"]:
        return value + HALF, found.end()
    if found["digit"]:
        return (value, end) if text[end - 1] != "成" else (value + _tenths(found["digit"]), found.end())
    return _more(value), found.end()


def _tenths(digit: str) -> Decimal:
    value = value_of(digit)
    return value / 10 if isinstance(value, Decimal) else Decimal(0)
