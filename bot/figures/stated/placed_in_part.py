"""What is in the city but for a part of it: 白银有个小试点，其余都在兰州; 实施地不全在兰州. Whether that counts, the words do not say."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from bot.figures.mentions import cities
from bot.figures.reading import Reading
from bot.figures.stated.locality import is_local
from bot.figures.statement import Statement
from bot.figures.wording.stance import Clause, asks, clause_at, clauses, is_not_yet, is_unknown, is_unsure
from bot.guide.model import Figure, Guide
from bot.guide.once import once

_NOT_ALL = "(?:不|没|并非|不是|没有)(?:是)?(?:完全|全部|全|都)(?:都|是)?(?:放|落)?在"
_THE_REST = "(?:其[余他它]|剩[下余]|余下|别的)[^，。；不没有]{0,6}?(?:都|全|就|也|是|还|仍)*(?:放|落)?在"
_MOST = "(?:主要|大部分|大头|多半|多数|大多|绝大部分|大块|基本)[^，。；不没]{0,4}?(?:都|也|还|是)*(?:放|落)?在"
_SOME = re.compile(
    "(?:一?部分|有些|少部分|小部分|少量|一?小?块|个别|有一?[个块处点]|[一二两三几]个|也有|还有)[^，。；不没]{0,8}?(?:放|落|设|搁)?[在去到]|[在去到][^，。；不没]{2,6}?(?:也|还)?有(?:一?部分|一?小?[个块处点]|些|[一二两三几][个块处])"
    "|[\u4e00-\u9fff]{2}(?:也|还)?(?:有|留|放|设)了?(?:一?小?部分|一?小?[个块处点]|些|[一二两三几][个块处])"
)
_SEAT = re.compile("公司|总部|注册|单位|学校|企业|办公|厂(?!址)|分公司|办事处")


def is_placed_in_part(text: str, guide: Guide) -> bool:
    """Whether the text tells that not all is in the city, and not that nothing is."""
    told = [part for part in clauses(text) if not asks(part.text)]
    if any(says(part.text) for part in told for says in (is_not_yet, is_unknown, is_unsure)):
        return False
    if any(_not_all(guide).search(part.text) for part in told):
        return True
    apart = [part for part in told if _SOME.search(part.text) and not _SEAT.search(part.text)]
    apart = [part for part in apart if not any(place in part.text for place in cities(guide))]
    return bool(apart) and any(_most(guide).search(part.text) for part in told)


def asks_for_all(figure: Figure, guide: Guide) -> bool:
    """Whether all of it has to be in the city (都在兰州地区吗), so that a part elsewhere denies it."""
    return is_local(figure, guide) and "都在" in figure.ask


def leaves_a_part_out(text: str, figure: Figure, guide: Guide) -> bool:
    """Whether a yes to where the work of the ``figure`` is done is but of the rest: 天水留了一小块，其它全放在兰州."""
    return is_local(figure, guide) and "注册" not in figure.name and is_placed_in_part(text, guide)


def is_of_a_part(text: str, said: Statement | Reading, guide: Guide) -> bool:
    """Whether yes is said of the rest alone, or no of a part alone, of which no seat is: 不是都在兰州，天水也有一块."""
    figure = guide.figure[said.figure]
    if said.value is True or not is_local(figure, guide):
        return said.value is True and leaves_a_part_out(text, figure, guide)
    return not asks_for_all(figure, guide) and bool(_not_all(guide).search(clause_at(text, said.start).text))


def not_all_here(parts: Iterable[Clause], figures: Iterable[Figure], guide: Guide) -> Iterator[Statement]:
    """No to those ``figures`` that ask for all, of a clause that says so by itself: 实施地不全在兰州."""
    found = [part for part in parts if _not_all(guide).search(part.text) and is_placed_in_part(part.text, guide)]
    wanted = [each for each in figures if asks_for_all(each, guide)]
    yield from (Statement(each.id, False, part.start, part.end) for part in found[:1] for each in wanted)


@once
def _not_all(guide: Guide) -> re.Pattern[str]:
    return re.compile(f"{_NOT_ALL}(?:{'|'.join(map(re.escape, cities(guide)))})")


@once
def _most(guide: Guide) -> re.Pattern[str]:
    return re.compile(f"(?:{_THE_REST}|{_MOST})(?:{'|'.join(map(re.escape, cities(guide)))})")
