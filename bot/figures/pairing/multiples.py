"""By how many times something is supposed to change: 投资翻一番, 研发人员增加一半, 自筹涨两成, 财政打八折. They are no figures themselves.

翻两倍 is understood in two ways, and is not taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from bot.figures.mentions import Mention, short_mentions
from bot.figures.numbers.numerals import DIGITS
from bot.figures.numbers.quantities import Quantity, quantities
from bot.figures.pairing.changes import sign_of
from bot.figures.wording.stance import Clause, ahead_of, clauses
from bot.guide.model import Guide

_ONE, _HALF = Decimal(1), Decimal("0.5")
_DIGIT = "[1-9一二两三四五六七八九]"
_BEFORE = "现在|原来|目前|之前|原先|原本|去年|上年|往年"
# 翻两倍, 是去年的两倍: of a figure and what it was, and of no two figures.
_OF_ITSELF = re.compile(f"(?:翻(?:了|上)?|(?:{_BEFORE})的?)$")
_DOUBLED = re.compile(
    rf"翻(?:了|上)?(?:个|(?P<how>{_DIGIT}))?番|翻(?:了|上)?[个一1]?倍|加倍|(?:变|成|到|是|为)(?:{_BEFORE})的(?P<fold>{_DIGIT})倍(?!多|半)"
)
_HALVES = re.compile("一半|(?<=[减降砍])半")
_DISCOUNT = re.compile(
    rf"(?:到|成|剩|为|是|只有|不到)了?(?:{_BEFORE})的?(?P<part>{_DIGIT})成(?P<half>[五半])?|(?:只有|只剩)了?(?:{_BEFORE})的?一半|打(?:个|上)?(?:(?P<tenths>{_DIGIT})(?P<more>五)?|对)折|腰斩|对半砍|(?:到|成|剩)(?:现在|原来)?的?一半"
)
_NAMELESS = re.compile(
    "(?:如果|假如|假设|要是|万一|那|再|又|我们?|咱们?|能|会|就|直接|也|给|它|把|这个数?|这[一项块]|全部?|都|统统|给?你|[增加提高上升涨扩大追减少缩压降低裁砍投招要申请多掉个 ，,]|了)*"
)
_REFUSED = re.compile(
    "太|(?<![行能可要])不(?:用|必|要|行|能|可能|现实|止)|别|没(?:有|必要|法)|哪能|做不到"
)  # 翻倍太夸张了
# 占比提高10% may mean points as well as a tenth of what it was.
_OF_A_SHARE = re.compile("占比|比例|比重|比率|百分点")


@dataclass(frozen=True)
class Multiple:
    """``figure`` (None: none is named) is to become so many ``times`` what it was, by ``text[start:end]``.

    ``alone``: nothing stands before it that could be a name (要是翻一番呢), so that whatever was spoken of is meant.
    """

    figure: str | None
    times: Decimal
    start: int
    end: int
    alone: bool

    def holds(self, place: int) -> bool:
        """Whether this position of the message lies in the words that tell the multiple."""
        return self.start <= place < self.end


def multiples(text: str, guide: Guide) -> tuple[Multiple, ...]:
    """The changes of ``text`` that are told as multiples of what was, in order."""
    named = [each for each in short_mentions(text, guide) if guide.figure[each.figure].kind in ("money", "people")]
    return tuple(each for clause in clauses(text) for each in _in_clause(clause, named))


def is_of_itself(text: str, quantity: Quantity) -> bool:
    """Whether the quantity tells by how many times something changes, and is no ratio of two things: 翻两倍."""
    ahead = ahead_of(text, quantity.start)
    return quantity.unit == "倍" and bool(_OF_ITSELF.search(ahead) or sign_of(ahead))


def _in_clause(clause: Clause, named: list[Mention]) -> Iterator[Multiple]:
    if _OF_A_SHARE.search(clause.text) or _REFUSED.search(clause.text):
        return
    for start, end, times in _times(clause.text):
        own = [each.figure for each in named if clause.start <= each.start and each.end <= clause.start + start]
        alone = bool(_NAMELESS.fullmatch(clause.text[:start]))
        yield Multiple(own[-1] if own else None, times, clause.start + start, clause.start + end, alone)


def _times(clause: str) -> Iterator[tuple[int, int, Decimal]]:
    """Where multiples are told in the clause, and how many times each comes to."""
    for found in _DOUBLED.finditer(clause):
        yield (
            found.start(),
            found.end(),
            (Decimal(_digit(found["fold"])) if found["fold"] else Decimal(2) ** _digit(found["how"] or "1")),
        )
    for found in _DISCOUNT.finditer(clause):
        digit, more = found["tenths"] or found["part"], found["more"] or found["half"]
        tenths = Decimal(f"0.{_digit(digit)}{5 if more else 0}") if digit else _HALF
        yield found.start(), found.end(), tenths
    for found in _HALVES.finditer(clause):
        if sign := sign_of(clause[: found.start()]):
            yield found.start(), found.end(), _ONE + sign * _HALF
    for said in quantities(clause):
        sign = sign_of(clause[: said.start]) if said.kind == "share" or said.unit == "倍" else 0
        if sign and isinstance(said.value, Decimal) and _ONE + sign * said.value > 0:
            yield said.start, said.end, _ONE + sign * said.value


def _digit(said: str) -> int:
    return DIGITS.get(said) or int(said)
