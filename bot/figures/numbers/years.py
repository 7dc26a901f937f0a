"""The year that an amount is said with, for figures that are about one year alone (2021年主营业务收入)."""

from __future__ import annotations

import re

from bot.figures.numbers.numerals import DIGITS
from bot.figures.numbers.quantities import Quantity
from bot.figures.wording.stance import Clause
from bot.guide.model import Figure

_YEAR_FORM = r"(?:(?<![\d.])(20[0-3]\d)(?![\d.,]|[ ]?[万亿千百元人名个%])[ ]?年?|(?<!\d)(\d\d)年|(前年|去年|上年|上一?年度|今年|本年度?|明年))度?"
_YEAR, _YEAR_AFTER = (
    re.compile(_YEAR_FORM),
    re.compile(
        rf"(?:[（( ]{{1,2}}|[，, ]?[那这]?是){_YEAR_FORM}(?![^，。）)]{{0,6}}?[\d一二两三四五六七八九十百千])"  # 2000万是前年的; not （20年才900万）
    ),
)
_CHINESE_YEAR = re.compile("二[零〇][零〇一二三][零〇一二三四五六七八九](?=年)")
_FOUNDED = re.compile(
    r"(?:\d{1,2}月)?(?:\d{1,2}[日号])?[ ]?(?:成立|注册|创[办立建]|建[成立]|设立|认定|获|签|启动|开始|以来|起)"
)
_RELATIVE = {
    "前年": -2,
    "去年": -1,
    "上年": -1,
    "上年度": -1,
    "上一年度": -1,
    "今年": 0,
    "本年": 0,
    "本年度": 0,
    "明年": 1,
}


def names_a_year(clause: str) -> bool:
    """Whether the clause names a year."""
    return bool(_YEAR.search(_arabic(clause)))


def _arabic(text: str) -> str:
    """``text`` with 二零二一年 as 2021年, character for character."""
    return _CHINESE_YEAR.sub(
        lambda found: "".join(str(DIGITS[digit]) for digit in found.group().replace("〇", "零")), text
    )


def in_its_year(text: str, clause: Clause, quantity: Quantity, figure: Figure | None, now: int) -> bool:
    """Whether the year said with the quantity, if any, is the one that ``figure`` is about; ``now``: what 今年 means."""
    wanted = _years_of(figure, now) if figure else frozenset()
    said = _year_said(text, clause, quantity, now)
    return not wanted or said is None or said in wanted


def _year_said(text: str, clause: Clause, quantity: Quantity, now: int) -> int | None:
    text = _arabic(text)
    behind = _YEAR_AFTER.match(text, quantity.end)
    said = _YEAR.finditer(text, clause.start, quantity.start)
    ahead = [year for year in said if not _FOUNDED.match(text, year.end())]
    found = behind or (ahead[-1] if ahead else None)
    if not found:
        return None
    full, short, relative = found.groups()
    return int(full) if full else 2000 + int(short) if short else now + _RELATIVE[relative]


def _years_of(figure: Figure, now: int) -> frozenset[int]:
    """The years that stand in the figure's names; of any other amount of a year this one and the last."""
    names = (figure.name, *figure.names)
    said = frozenset(int(year) for name in names for year in re.findall(r"(20\d\d)年", name))
    return said or (frozenset({now - 1, now}) if any("年" in name for name in names) else said)
