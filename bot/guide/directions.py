"""Which programs' directions a technology falls into, by the guide's own terms and the words added to them.

A term that stands in the text is a match; where none does, so is a term that the whole text is part of. Nothing is
guessed: what no term says proves nothing, and nearness of meaning is for whoever asks the applicant back. A business
that no direction names (水果店) hides words (outside.py).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, NamedTuple

from bot.guide.beside import stands_beside, without_tested
from bot.guide.model import Direction, Guide
from bot.guide.once import once
from bot.guide.outside import left_of
from bot.guide.own_work import own_work, uncalled
from bot.guide.words import folded, longer, stands, without

FIELD = "领域"  # behind the name of a field: 低碳环保领域 is called by 环保
_BEGINNING = 2  # characters by which words are looked up, of some twenty-five thousand
# Shorter texts are parts of too many terms to say anything.
SHORTEST_PART = 3
# Words that say nothing of a field: a text of nothing else is part of many terms by chance.
GENERAL = re.compile(
    "关键|共性|核心|基础|先进|技术|研发|研究|开发|生产|产业化?|应用|项目|产品|装备|设备|系统|领域|示范|集成|综合|利用|创新"
)

# What may stand before the thing that is meant itself: who does it, and a verb.
BY_WHOM = re.compile(
    r"(?:我们?|咱们?|公司|单位|企业|本|[我本][司厂校院所]|厂里?|这里|主要|专门|一直|目前|现在|[是就在做造产搞种养有的用给]|生产|从事|研发|开发|研究|制造)*"
)
# A verb before the thing that is made, and what may follow it: 给外地客户做轴承的.
MADE = re.compile("(?:[做造产种养]|生产|制造|加工|研发|开发|研制)$")
WHOLE = re.compile(f"(?:{GENERAL.pattern}|[厂类])*(?:的|$|[，,。；;、！!？?和及与])")


@dataclass(frozen=True)
class Match:
    """``word`` ties a text to ``direction`` (id) of ``program`` (id) through the guide's ``term``.

    ``sure`` where the word is the guide's own; not where it is one of ours, or where the text is only part of a term.
    ``near``: no word ties them, only their meaning (``term`` and ``word`` are empty).
    """

    program: str
    direction: str
    term: str
    word: str
    sure: bool
    near: Literal["", "likely", "perhaps"] = ""


class _Word(NamedTuple):
    folded: str
    program: str
    direction: str
    term: str
    word: str
    own: bool


def fits(guide: Guide, program: str, text: str) -> bool:
    """Whether ``text`` names a technology of one of the directions of ``program`` (id)."""
    return any(found.program == program for found in match(guide, text))


def match(guide: Guide, text: str) -> tuple[Match, ...]:
    """All directions that ``text`` falls into, each once, by its longest word.

    Longest words come first, then the guide's order. What others call it (说这叫数字经济) counts only where nothing else does.
    """
    own = own_work(text)
    return _matcher(guide)(folded(uncalled(own))) or _matcher(guide)(folded(own))


def named(guide: Guide, text: str) -> tuple[Match, ...]:
    """As ``match``, but only by words that stand in ``text`` themselves."""
    said = folded(text)
    return tuple(each for each in match(guide, text) if folded(each.word) in said)


def stands_free(word: str, text: str) -> bool:
    """Whether ``word`` is in ``text`` the thing itself: all that is said to be made, and no piece of what is.

    支架 in 光伏支架 is another thing than 支架, and so is 真空 in 真空包装.
    """
    before, found, after = folded(text).partition(folded(word))
    return bool(found and (BY_WHOM.fullmatch(before) or MADE.search(before)) and WHOLE.match(after))


def leads(word: str, text: str) -> bool:
    """Whether ``text`` begins with ``word``, but for who does it."""
    before, found, _ = folded(text).partition(folded(word))
    return bool(found and BY_WHOM.fullmatch(before))


@once
def _matcher(guide: Guide) -> Callable[[str], tuple[Match, ...]]:
    words = sorted((word for word in (*_own(guide), *_added(guide)) if word.folded), key=lambda word: -len(word.folded))
    beginning = _by_beginning(words)
    return lru_cache(maxsize=1_000)(lambda technology: _matches(words, beginning, left_of(guide, technology)))


def _by_beginning(words: Sequence[_Word]) -> Mapping[str, Sequence[int]]:
    """The places in ``words`` of those that begin with the same two characters, or that are but one."""
    beginning = defaultdict[str, list[int]](list)
    for place, word in enumerate(words):
        beginning[word.folded[:_BEGINNING]].append(place)
    return beginning


def _matches(words: Sequence[_Word], beginning: Mapping[str, Sequence[int]], technology: str) -> tuple[Match, ...]:
    """Words that stand in the text; only where there are none, terms that the text is part of."""
    starts = {technology[place : place + size] for place in range(len(technology)) for size in (1, _BEGINNING)}
    likely = sorted({place for start in starts for place in beginning.get(start, ())})
    standing = _standing([words[place] for place in likely], technology)
    written = {word.term for word in words if word.own}
    if standing or not _telling(technology):
        return _each_direction(standing, written, sure=True)
    return _each_direction([word for word in words if word.own and technology in word.folded], written, sure=False)


def _standing(words: Sequence[_Word], technology: str) -> list[_Word]:
    """The words in the text; ours only where they are more than a piece of a longer one there (尿酸 in 玻尿酸)."""
    found = [word for word in words if stands(word.folded, technology)]
    known = tuple(dict.fromkeys(word.folded for word in found))
    whole = [word for word in found if word.own or word.folded in without(longer(known, word.folded), technology)]
    about = [word for word in whole if word.own or not stands_beside(word.folded, technology)] or whole
    return without_tested(about, lambda word: word.folded, technology)


def _each_direction(words: Iterable[_Word], written: Collection[str], *, sure: bool) -> tuple[Match, ...]:
    """``written``: the terms of the directions themselves."""
    found: dict[tuple[str, str], Match] = {}
    for word in words:
        key = (word.program, word.direction)
        first = found.setdefault(key, Match(*key, word.term, word.word, sure and word.own))
        if sure and word.term in written and first.term not in written:
            # 玫瑰 tells more than 家庭农场, of which no direction writes
            found[key] = Match(*key, word.term, word.word, word.own)
    return tuple(found.values())


def _telling(part: str) -> bool:
    return len(part) >= SHORTEST_PART and bool(GENERAL.sub("", part))


def _own(guide: Guide) -> Iterator[_Word]:
    for program, direction in _directions(guide):
        for term in direction.terms:
            yield _Word(folded(term), program, direction.id, term, term, True)


def _added(guide: Guide) -> Iterator[_Word]:
    for knowledge in guide.common_knowledge:
        for program, direction in _directions(guide):
            for word in knowledge.words:
                if direction.id in knowledge.directions or word in direction.name.removesuffix(FIELD):
                    term = _holding(direction, word) or knowledge.term
                    yield _Word(folded(word), program, direction.id, term, word, False)


def _holding(direction: Direction, word: str) -> str | None:
    """The direction's own term of which the word is a part: 生态环保 for 环保."""
    return next((term for term in direction.terms if word in term), None)


def _directions(guide: Guide) -> Iterator[tuple[str, Direction]]:
    return ((program.id, direction) for program in guide.programs for direction in program.directions)
