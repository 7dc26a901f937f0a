"""Short forms that nobody asked for: 经费有, 兰州的, 经费和管理机构都有. Each is told by the one figure whose words it is in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.figures.polarity import part_denied, speaks_of, without_own_topic
from bot.figures.readings import Reading, Readings
from bot.figures.stance import Clause, clauses, is_not_yet, is_topic, is_unknown
from bot.guide.model import Figure

_BOTH = re.compile(
    r"(?P<one>[^，。；和、跟]{2,8})(?:和|、|跟)(?P<other>[^，。；和、跟]{2,10}?)(?P<tail>(?:也|都|全)+[^，。；]{1,6}[，。；,; ]*)"
)
# After another clause a mere place is of what that one speaks of: 实施地在白银，不在兰州.
_PLACE_ALONE = re.compile(r"(?:都|也|就|全|但是?|不过|而且?|不|没|是)*(?:在|位于)[^，。；]{2,8}[，。；,;！! ]*")


def unasked(heard: Readings, figures: Sequence[Figure], asked: str | None) -> tuple[Reading, ...]:
    """Readings of those yes/no ``figures`` that clauses of the message tell of in their own words, and nothing else does."""
    open_ = [each for each in figures if each.kind == "yes_no" and each.id != asked and heard.value(each.id) is None]
    found = [reading for part in _parts(heard.text) for reading in _of(part, heard, open_)]
    return tuple({reading.figure: reading for reading in found}.values())


def _parts(text: str) -> Iterator[Clause]:
    for part in clauses(text):
        both = _BOTH.fullmatch(part.text)
        if both:
            yield from (Clause(both[name] + both["tail"], part.start, part.end) for name in ("one", "other"))
        else:
            yield part


def _of(part: Clause, heard: Readings, figures: Sequence[Figure]) -> Iterator[Reading]:
    if is_unknown(part.text) or _is_read(part, heard) or part.start and _PLACE_ALONE.fullmatch(part.text):
        return
    told = [(each, speaks_of(part.text, each)) for each in figures if not is_topic(without_own_topic(part.text, each))]
    sure = [(figure, answer) for figure, answer in told if answer is not None]
    if len(sure) == 1:
        figure, answer = sure[0]
        not_yet = is_not_yet(part.text)
        value = bool(answer) and not not_yet and not part_denied(heard.text, figure)
        yield Reading(figure.id, value, part.start, part.end, not_yet)


def _is_read(part: Clause, heard: Readings) -> bool:
    """Whether something in the part was read; what answers as a whole (有，…) is read in its first part."""
    spans = [(each.start, each.end) for each in heard.readings]
    whole = (0, len(heard.text))
    return any(part.start < end and start < part.end for start, end in spans if (start, end) != whole) or (
        whole in spans and part.start == 0
    )
