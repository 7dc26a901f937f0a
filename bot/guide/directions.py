"""Which programs' directions a technology falls into, by the guide's own terms and the words added to them.

A term that stands in the text is a match; where none does, so is a term that the whole text is part of. Nothing is
guessed: what no term says proves nothing, and nearness of meaning is for whoever asks the applicant back. A business
that no direction names (水果店) hides the words inside its name, and all others unless it makes something (餐馆用的净化设备).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Literal, NamedTuple

from bot.guide.model import Direction, Guide
from bot.guide.once import once

# Shorter texts are parts of too many terms to say anything.
SHORTEST_PART = 3
LATIN = re.compile("[a-z0-9]")
# Words that say nothing of a field: a text of nothing else is part of many terms by chance.
GENERAL = re.compile(
    "关键|共性|核心|基础|先进|技术|研发|研究|开发|生产|产业化?|应用|项目|产品|装备|设备|系统|领域|示范|集成|综合|利用|创新"
)

# Whoever sells or serves has no technology to be supported, whatever his wares are called.
MAKES = re.compile("研发|研制|研究|制造|生产|设备|装备|装置|系统|技术|工艺|机器人|材料|软件|算法|平台")


# What may stand before the thing that is meant itself: who does it, and a verb.
BY_WHOM = re.compile(
    r"(?:我们?|咱们?|公司|单位|企业|本|[我本][司厂校院所]|厂里?|这里|主要|专门|一直|目前|现在|[是就在做造产搞种养有的用给]|生产|从事|研发|开发|研究|制造)*"
)

CLAUSE = re.compile("[，,。；;！!？?]")
BEFORE = re.compile("原先|原来是|以前|早先|从前|早年|过去是|起家")


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


def folded(text: str) -> str:
    """``text`` as terms are compared: full-width forms, case and spaces do not count."""
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())


def fits(guide: Guide, program: str, text: str) -> bool:
    """Whether ``text`` names a technology of one of the directions of ``program`` (id)."""
    return any(found.program == program for found in match(guide, text))


def match(guide: Guide, text: str) -> tuple[Match, ...]:
    """All directions that ``text`` falls into, each once, by its longest word.

    Longest words come first, then the guide's order.
    """
    return _matcher(guide)(folded(_present(text)))


def named(guide: Guide, text: str) -> tuple[Match, ...]:
    """As ``match``, but only by words that stand in ``text`` themselves."""
    said = folded(text)
    return tuple(each for each in match(guide, text) if folded(each.word) in said)


def stands_free(word: str, text: str) -> bool:
    """Whether ``text`` begins with ``word``, but for who does it: 支架 in 光伏支架 is another thing than 支架."""
    before, found, _ = folded(text).partition(folded(word))
    return bool(found and BY_WHOM.fullmatch(before))


def outside(guide: Guide, text: str) -> str | None:
    """The kind of business that ``text`` names and no direction does (餐饮); None where it makes something."""
    technology = folded(_present(text))
    found = [(word, kind) for word, kind in _outside(guide) if word in technology and _whole(word, technology)]
    if not found or _makes(technology, (word for word, _ in found)):
        return None
    return found[0][1]


def _makes(technology: str, names: Iterable[str]) -> bool:
    """Whether something is made or worked out, beside the names of the businesses (设备租赁)."""
    return bool(MAKES.search(_without(names, technology)))


def _present(text: str) -> str:
    """``text`` without what its teller did before (原先开五金铺子), unless that is all."""
    now = [clause for clause in CLAUSE.split(text) if not BEFORE.search(clause)]
    return "，".join(now) if any(now) else text


@once
def _outside(guide: Guide) -> tuple[tuple[str, str], ...]:
    """Words for businesses without a direction, the longest first, each with the name of its kind."""
    words = ((folded(word), kind.name) for kind in guide.outside for word in kind.words)
    return tuple(sorted(words, key=lambda pair: -len(pair[0])))


@once
def _matcher(guide: Guide) -> Callable[[str], tuple[Match, ...]]:
    words = sorted((word for word in (*_own(guide), *_added(guide)) if word.folded), key=lambda word: -len(word.folded))
    return lru_cache(maxsize=1_000)(partial(_matches, words, [word for word, _ in _outside(guide)]))


def _matches(words: Sequence[_Word], others: Sequence[str], technology: str) -> tuple[Match, ...]:
    """Words that stand in the text; only where there are none, terms that the text is part of."""
    hiding = [word for word in others if word in technology and _whole(word, technology)]
    if hiding and not _makes(technology, hiding):
        return ()
    technology = _without(hiding, technology)
    standing = _standing(words, technology)
    if standing or not _telling(technology):
        return _each_direction(standing, sure=True)
    return _each_direction([word for word in words if word.own and technology in word.folded], sure=False)


def _standing(words: Sequence[_Word], technology: str) -> list[_Word]:
    """The words in the text; ours only where they are more than a piece of a longer one there (尿酸 in 玻尿酸)."""
    found = [word for word in words if word.folded in technology and _whole(word.folded, technology)]
    longer = tuple(dict.fromkeys(word.folded for word in found))
    return [word for word in found if word.own or word.folded in _without(_longer(longer, word.folded), technology)]


def _longer(terms: Iterable[str], word: str) -> Iterator[str]:
    """Those of ``terms`` that ``word`` is only a piece of."""
    return (term for term in terms if word != term and word in term)


def _without(terms: Iterable[str], technology: str) -> str:
    for term in terms:
        technology = technology.replace(term, "\0")
    return technology


def _whole(word: str, technology: str) -> bool:
    """Whether ``word``, where it is written in Latin letters, is not a piece of another such word (AI in email)."""
    if not (LATIN.match(word[0]) or LATIN.match(word[-1])):
        return True
    before = "(?<![a-z0-9])" if LATIN.match(word[0]) else ""
    after = "(?![a-z0-9])" if LATIN.match(word[-1]) else ""
    return bool(re.search(before + re.escape(word) + after, technology))


def _each_direction(words: Iterable[_Word], *, sure: bool) -> tuple[Match, ...]:
    found: dict[tuple[str, str], Match] = {}
    for word in words:
        key = (word.program, word.direction)
        found.setdefault(key, Match(*key, word.term, word.word, sure and word.own))
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
            if direction.id in knowledge.directions:
                for word in knowledge.words:
                    yield _Word(folded(word), program, direction.id, knowledge.term, word, False)


def _directions(guide: Guide) -> Iterator[tuple[str, Direction]]:
    return ((program.id, direction) for program in guide.programs for direction in program.directions)
