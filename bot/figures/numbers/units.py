"""The unit of an amount that was written without one: said elsewhere in the message, or in answer to 800是元还是万元."""

from __future__ import annotations

import re
from decimal import Decimal

from bot.figures.numbers.amounts import scaled
from bot.figures.numbers.numerals import SCALES
from bot.figures.numbers.quantities import quantities
from bot.figures.values import Number
from bot.figures.wording.stance import asks, clauses

_UNITS = SCALES | {"千万": Decimal(10**7), "百万": Decimal(10**6), "元": Decimal(1), "块": Decimal(1)}
_UNIT = "亿|千万|百万|万|w|W|元|块"
_UNIT_REPLY = re.compile(
    r"(?:那|这|嗯|哦|对|我|我们|说|写|填|报|当然|肯定|应该|必须|绝对|自然|单位|都|全部?|就|[，, ])*(?:是|指|的|为|按照?|[:：])*[ ]?(?:人民币)?"
    rf"(?P<unit>{_UNIT})(?:元|块|钱|人民币)?(?:人民币)?(?:算|计|报|来|的|呀|啊|吧|哦|呢|嘛|撒|噻|呗|啦|了|咯|哈|嗷|呐|整|[ 。，,；;！!~～])*"
)
# 难不成950块, 谁按元报, 不是元: a unit that is only named to be laughed at, or denied.
_DENIED = re.compile(
    rf"(?:难不成|难道|总不|又不|才不|并不|不可能|不至于|不会|不能|不是|并非|怎么|咋|哪|谁|岂|还能|没有|别)[^，。；;]{{0,10}}?(?:{_UNIT})(?:元|块|钱)?"
)
_UNIT_SAID = re.compile(
    r"(?:单位[是为都全:： ]{0,2}(?=(?:万|元|亿)元?[:：，,。；;)）\n]|(?:万|元|亿)元?(?:人民币|算|计|的|哈|啊|哦|呢|吧|[ ])*$)|[(（]|(?:全部?|都|均)(?:是|为|按|以|用)|(?<![\d一二三四五六七八九十百千])(?:全部?|都|均)(?=万|元)|(?:按|以)(?=万|元)|(?<=[，,;；])[ ]?(?=(?:万|万元|元|亿元?)[啊呀哦呢吧的哈。！ ]*$))(万|元|亿)元?"
    r"(?:人民币|算|计|为单位|的|哈|啊|哦|呢|吧|[ ])*(?:[)）]|$|[，。；;！!:：\n])"
)


def resolve_unit(number: Number, text: str) -> Number | None:
    """The amount in yuan that ``text`` makes of ``number`` (万元, 元, 是万, 800万); None where it does not."""
    if unit := unit_alone(text):
        return scaled(number, unit)
    meant = _DENIED.sub("", text)
    amounts = [quantity for quantity in quantities(meant) if quantity.kind == "money"]
    if not amounts and (unit := unit_said(meant)):
        return scaled(number, unit)  # 单位都是万元
    return amounts[0].value if len(amounts) == 1 and not asks(meant) else None


def unit_alone(text: str) -> Decimal | None:
    """The one unit of which a clause of the message consists: 万元啊，难不成950块; None where there is none, or another."""
    found = [_UNIT_REPLY.fullmatch(_DENIED.sub("", part.text)) for part in clauses(text)]
    said = {_UNITS[each["unit"].lower().replace("w", "万")] for each in found if each}
    return said.pop() if len(said) == 1 else None


def unit_said(text: str) -> Decimal | None:
    """The unit that the message gives all its amounts: 单位：万元."""
    found = _UNIT_SAID.search(text)
    return _UNITS[found[1]] if found else None
