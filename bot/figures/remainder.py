"""What is left of a sum: 总投资1000万，自筹600万，其余申请财政 tells the third amount as well."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from bot.figures.mentions import Mention
from bot.figures.possible import PARTS
from bot.figures.readings import Reading, Readings
from bot.figures.values import Figures
from bot.figures.wording.stance import Clause, clauses, is_topic

_REST = re.compile(
    r"(?:其余|其它|其他|剩下|剩余|余下|余款|差额|不足|不够|缺口|另外)(?:的|部分|资金|经费|钱|款|那|这|都|全|部|由|靠|用|是|为|就|再|打算|准备|我们|公司|企业|单位|向|找|来|[ ])*$"
)


def remainders(heard: Readings, known: Figures) -> tuple[Reading, ...]:
    """Readings of parts that take the rest of a sum, whose whole and other part are told in ``heard`` or ``known``."""
    told = {**known, **{each.figure: each.value for each in heard.readings}}
    found: list[Reading] = []
    for part in clauses(heard.text):
        for name in _taking_the_rest(part, heard):
            value = _rest(name.figure, told)
            if value is not None:
                found.append(Reading(name.figure, value, part.start, part.end))
    return tuple(found)


def _taking_the_rest(part: Clause, heard: Readings) -> Iterator[Mention]:
    if is_topic(part.text) or any(part.holds(each.start) for each in heard.readings):
        return
    inside = [name for name in heard.mentions if part.holds(name.start) and not name.choice]
    yield from (name for name in inside if _REST.search(heard.text[part.start : name.start]))


def _rest(figure: str, told: Figures) -> Decimal | None:
    """The whole less its other parts, where all of these are exact and something is left."""
    for whole, parts in PARTS.items():
        others = [told.get(each) for each in (whole, *parts) if each != figure]
        exact = [each for each in others if isinstance(each, Decimal)]
        if figure in parts and len(exact) == len(others):
            left = exact[0] - sum(exact[1:])
            return left if left > 0 else None
    return None
