"""The unit of an amount that was written without one: said elsewhere in the message, or in answer to 800是元还是万元."""

from __future__ import annotations

import re
from decimal import Decimal

from bot.figures.numbers.amounts import scaled
from bot.figures.numbers.numerals import SCALES
from bot.figures.numbers.quantities import quantities
from bot.figures.values import Number
from bot.figures.wording.stance import asks

_UNITS = SCALES | {"千万": Decimal(10**7), "百万": Decimal(10**6), "元": Decimal(1), "块": Decimal(1)}
_UNIT_REPLY = re.compile(
    r"^(?:当然|肯定|应该|单位)?(?:是|指|说的是|按|为|[:：])?[ ]?(?:人民币)?(?P<unit>亿|千万|百万|万|w|W|元|块)(?:元|块|钱|人民币)?(?:人民币)?(?:的|呀|啊|吧|哦|呢|整|[ 。！!~～])*$"
)
_UNIT_SAID = re.compile(
    r"(?:单位[是为都全:： ]{0,2}(?=(?:万|元|亿)元?[:：，,。；;)）]|(?:万|元|亿)元?(?:人民币|算|计|的|哈|啊|哦|呢|吧|[ ])*$)|[(（]|(?:全部?|都|均)(?:是|为|按|以|用)|(?<![\d一二三四五六七八九十百千])(?:全部?|都|均)(?=万|元)|(?:按|以)(?=万|元)|(?<=[，,;；])[ ]?(?=(?:万|万元|元|亿元?)[啊呀哦呢吧的哈。！ ]*$))(万|元|亿)元?"
    r"(?:人民币|算|计|为单位|的|哈|啊|哦|呢|吧|[ ])*(?:[)）]|$|[，。；;！!:：])"
)


def resolve_unit(number: Number, text: str) -> Number | None:
    """The amount in yuan that ``text`` makes of ``number`` (万元, 元, 是万, 800万); None where it does not."""
    found = _UNIT_REPLY.match(text.strip())
    if found:
        return scaled(number, _UNITS[found["unit"].lower().replace("w", "万")])
    amounts = [quantity for quantity in quantities(text) if quantity.kind == "money"]
    if not amounts and (unit := unit_said(text)):
        return scaled(number, unit)  # 单位都是万元
    return amounts[0].value if len(amounts) == 1 and not asks(text) else None


def unit_said(text: str) -> Decimal | None:
    """The unit that the message gives all its amounts: 单位：万元."""
    found = _UNIT_SAID.search(text)
    return _UNITS[found[1]] if found else None
