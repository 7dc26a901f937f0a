"""Clauses that tell of a figure in words that nothing read: 经费也稳得住 beside 管理机构有. What was not taken has to be said.

The words are looked for, not understood: two neighbouring characters of a figure's names, and a word that asserts.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from decimal import Decimal

from bot.figures.mentions import city
from bot.figures.numbers.quantities import quantities
from bot.figures.readings import Reading, Readings
from bot.figures.stated.parts_told import tells_none
from bot.figures.wording.coordinated import coordinated
from bot.figures.wording.joined import spread
from bot.figures.wording.stance import Clause, asks, clauses, is_unknown
from bot.guide.model import Figure, Guide
from bot.guide.once import once
from bot.guide.words import pairs

# Words that belong to no figure in particular.
_GENERAL = re.compile(
    "项目|单位|公司|企业|学校|我们|咱们|自己|科技|技术|研发|研究|政府|上级|年年|每年|一年|集团|别人|区里|市里|团队|人员"
)
_ASSERTS = re.compile(
    "有|没|无|不|未|已|在|是|[好够齐稳全了签建配批归通]|具备|完善|健全|到位|清[晰楚]|明[晰确]|落实|满足|充足|良好|保证"
)
_WISHES = re.compile(
    "想|请|帮|查|看看|看一?下|申报|申请|要报|报(?!告|表|废)|咨询|了解|问|介绍|核对|专项|如果|要是|谢|您|你"
)
_SENSE = re.compile("(?:(?![的和与及在我们了或于由跟等是有已上下])[\u4e00-\u9fff]){2}")


def untaken(heard: Readings, figures: Collection[str], guide: Guide) -> tuple[Clause, ...]:
    """The parts of the message of which nothing was read, and which speak of one of the yes/no ``figures`` (ids)."""
    return tuple(
        part
        for part in parts(heard)
        if any(_speaks_of(part.text, each, guide) for each in figures)
        and _tells(part.text)
        and not _is_read(part, heard, guide)
    )


def _speaks_of(clause: str, figure: str, guide: Guide) -> bool:
    words = _stems(guide).get(figure, ())
    return any(word in clause for word in words) and not tells_none(clause, guide.figure[figure])


def parts(heard: Readings) -> Iterator[Clause]:
    """The clauses of the message, and the several of those that join as many: 管理机构、运行经费稳定 may be read in part."""
    for clause in clauses(heard.text):
        joined = spread(clause, heard.mentions)
        yield from joined if len(joined) > 1 else coordinated(clause, heard.mentions)


def summed(heard: Readings) -> tuple[int, ...]:
    """Where the numbers stand that come, one after another, to one that was taken behind them: 设备600万，厂房400万，共1000万."""
    said = [each for each in quantities(heard.text) if isinstance(each.value, Decimal)]
    found: list[int] = []
    for reading in heard.readings:
        before = [each for each in said if each.end <= reading.start]
        kinds = {each.kind for each in said if each.start == reading.start}
        for first in range(len(before) - 1):
            parts = before[first:]
            total = sum((each.value for each in parts if isinstance(each.value, Decimal)), Decimal(0))
            if total == reading.value and {each.kind for each in parts} <= kinds:
                found += [each.start for each in parts]
    return tuple(found)


def _tells(clause: str) -> bool:
    return bool(_ASSERTS.search(clause)) and not (asks(clause) or is_unknown(clause) or _WISHES.search(clause))


def _is_read(part: Clause, heard: Readings, guide: Guide) -> bool:
    """Whether something in the clause was read, be it in passing, which tells no place."""
    told = {each.figure for each in heard.readings}
    named = any(each.choice and each.figure in told and part.holds(each.start) for each in heard.mentions)
    return (
        named
        or _sets_right(part, heard, guide)
        or any(_holds(part, each, heard.text, guide) for each in heard.readings)
    )


def _sets_right(part: Clause, heard: Readings, guide: Guide) -> bool:
    """Whether a correction, read as a whole, is told here of what it names elsewhere: 管理机构改一下，我们其实有专门的平台办."""
    corrected = [each.figure for each in heard.readings if each.start == 0 and each.end == len(heard.text)]
    words = (word for figure in corrected for word in _stems(guide).get(figure, ()))
    return heard.correction and any(word in part.text for word in words)


def _holds(part: Clause, reading: Reading, text: str, guide: Guide) -> bool:
    if isinstance(reading.value, str) and guide.figure[reading.figure].kind == "text":
        return any(words in part.text for words in reading.value.split("、"))
    whole = (reading.start, reading.end) == (0, len(text))
    return reading.start < part.end and part.start < reading.end and not (whole and part.start)


@once
def _stems(guide: Guide) -> Mapping[str, frozenset[str]]:
    """Yes/no figure (id) -> every two neighbouring characters of what it is called, but for those of no figure at all."""
    return {figure.id: frozenset(_words(figure, guide)) for figure in guide.figures if figure.kind == "yes_no"}


def _words(figure: Figure, guide: Guide) -> Iterator[str]:
    for name in (figure.name, *figure.names, *figure.own_words):
        said = (each for each in pairs(name, [city(guide)]) if _SENSE.fullmatch(each))
        yield from (each for each in said if not _GENERAL.search(each))
