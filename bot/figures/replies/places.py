"""Which of the names in a message are meant: no choice inside a number (15个人), no 在兰州 that is said of the work."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.figures.mentions import Mention, cities
from bot.figures.numbers.quantities import Quantity, quantities
from bot.figures.replies.selecting import shortened
from bot.figures.stated.denied_lists import without_denials
from bot.figures.stated.institutions import institutions
from bot.figures.stated.locality import is_done_there, is_local, is_seat
from bot.figures.stated.partners import asks_of_partners
from bot.figures.stated.seats import tells_of_our_seats
from bot.figures.whose import speaks_of_us
from bot.figures.wording.levels import leveled
from bot.figures.wording.natures import without_natures
from bot.figures.wording.stance import clause_at
from bot.guide.model import Figure, Guide

_WORK = re.compile(
    r"(?<!设)[放定落改选](?=在)|项目|课题|实施|转化|推广|落地|成果|试验|示范|应用|基地|合作|客户|分公司|办事处|(?<!^)(?<!我们)研究院|开会|出差"
)
_NO_SUBJECT = re.compile("(?:都|也|就|全|反正|但是?|不过|而且?|不|没|是)*")
_SITE = re.compile(
    r"实施|转化|推广|落地|示范|试验|启动|开工|项目[^，。]{0,3}(?:放|在|做)|合作(?:方|单位)|客户|分公司|办事处"
)
_SEAT = re.compile("公司|单位|企业|学校|注册|运营")


# From here 外地 is any other place, those asked for among them.
_VAGUE = frozenset({"外地", "外省", "省外", "外市"})
_WORK_ITSELF = re.compile(
    "(?:项目|课题|成果|工程|生产线|厂房|客户|合作方|合作单位)(?:也|都|就|才|是|要|会|放|主要|不)*$"
)
_DONE_THERE = re.compile("[区内里]*(?:实施|转化|推广|落地|示范|试验|开展|建设)")
_WORKED_AT = re.compile("[区县市内里本地]*(?:[做搞干弄用种养建](?!企业|公司|事)|投产|生产)")
_OURS = re.compile("我|咱|本[公单企]|注册|运营")
_PLACE_SAID = re.compile("不?(?:在|位于|放在|落在)")


def heard(text: str, named: Sequence[Mention], guide: Guide, asked: str | None) -> tuple[Mention, ...]:
    """The mentions, but for choices inside a number (15个人), and a mere 在兰州 where another place is asked for."""
    numbers = quantities(text)
    named = [name for name in named if not (name.choice and any(_crosses(name, number) for number in numbers))]
    named = [name for name in named if not _is_no_seat(text, name, guide)]
    of_seats = tells_of_our_seats(text, named, guide)
    named = sorted(
        [*named, *institutions(text, named, guide, None if of_seats else asked)], key=lambda name: name.start
    )
    named = [name for name in named if name.figure == asked or text[name.start : name.end] not in _VAGUE]
    named = leveled(text, without_natures(text, named, guide), guide, asked)
    listed = [each for each in guide.figures if each.id == asked or _lists_choices(each, named)]
    named = sorted([*named, *_shortened(text, named, listed)], key=lambda name: name.start)
    named = without_denials(text, named)
    mere = {f"在{place}" for place in cities(guide)}
    if asked and asks_of_partners(guide.figure[asked]) and not of_seats:
        return tuple(name for name in named if not _is_theirs(text, name, guide))
    if not asked or not is_local(guide.figure[asked], guide):
        of_work = (name for name in named if text[name.start : name.end] in mere and _is_of_work(text, name))
        beside = [name for name in of_work if not is_done_there(text, name.end)]
        return tuple(name for name in named if name not in beside)
    return tuple(name for name in named if name.figure == asked or text[name.start : name.end] not in mere)


def _lists_choices(figure: Figure, named: Sequence[Mention]) -> bool:
    """Whether several choices of the figure are named, so that a word among them may be the beginning of another."""
    return len({name.choice for name in named if name.figure == figure.id and name.choice}) > 1


def _shortened(text: str, named: Sequence[Mention], figures: Sequence[Figure]) -> list[Mention]:
    taken = {(name.start, name.end) for name in named}
    short = [each for figure in figures for each in shortened(text, figure)]
    return [each for each in short if (each.start, each.end) not in taken]


def _is_theirs(text: str, name: Mention, guide: Guide) -> bool:
    """Whether a place in the city is that of the partners who are asked for (都是兰州本地的), and not of work (在兰州转化)."""
    words = text[name.start : name.end]
    place = any(each in words for each in cities(guide)) and not _WORK.search(words)
    return place and is_local(guide.figure[name.figure], guide) and not _OURS.search(clause_at(text, name.start).text)


def _is_of_work(text: str, name: Mention) -> bool:
    """Whether it is the work that is 在兰州, or somebody else's place, and not the applicant's own.

    Where the clause has no subject, that of the one before is meant: 实施地在白银，不在兰州.
    """
    clause = clause_at(text, name.start)
    if _WORKED_AT.match(text, name.end) and not speaks_of_us(clause.text):  # 都在兰州做
        return True
    if _NO_SUBJECT.fullmatch(text[clause.start : name.start]) and clause.start:
        before = clause_at(text, clause.start - 1).text
        return bool(_SITE.search(before)) and not _SEAT.search(before)
    return bool(_WORK.search(clause.text))


def _is_no_seat(text: str, name: Mention, guide: Guide) -> bool:
    """Whether the place is that of the work, where the seat is asked for: 项目在两区."""
    clause = clause_at(text, name.start)
    if not is_seat(guide.figure[name.figure]) or _SEAT.search(clause.text):
        return False
    return bool(_WORK_ITSELF.search(text[clause.start : name.start]) or _DONE_THERE.match(text, name.end))


def is_of_the_work(clause: str) -> bool:
    """Whether the clause says where the work is: 项目在两区."""
    found = _PLACE_SAID.search(clause)
    return bool(found and _WORK_ITSELF.search(clause[: found.start()]) and not _SEAT.search(clause))


def _crosses(name: Mention, number: Quantity) -> bool:
    return name.start < number.end and number.start < name.end
