"""A clause cut into words that affirm, words that deny, words that add nothing, and the own words of one yes/no figure.

The own words are those of the figure's names and its question, cut where one affirms or denies.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import Literal

from bot.figures.wording.denial import ADVERSE
from bot.figures.wording.vocabulary import BOUND, FILLER, NO, SUBJECT, YES
from bot.guide.model import Figure
from bot.guide.once import once

Kind = Literal["no", "yes", "bound", "filler", "own", "adverse", "against"]
LONGEST, LEAST = 40, 2

_TABLE: tuple[tuple[Kind, str], ...] = (
    ("adverse", ADVERSE),
    ("no", NO),
    ("yes", YES),
    ("bound", BOUND),
    ("filler", FILLER),
)


def _longest_first(words: str) -> str:
    return "|".join(sorted(words.split("|"), key=len, reverse=True))


_WORDS = tuple((kind, re.compile(_longest_first(words), re.IGNORECASE)) for kind, words in _TABLE)
_LEAD = re.compile(f"(?:{_longest_first(f'{SUBJECT}|{FILLER}')})+")
_APPLICANT = re.compile("公司|单位|企业|学校|医院")  # 不是企业 tells of no platform of a company
_FOUNDED, _FOUNDED_THING = re.compile("成立|挂牌|起来$"), re.compile("机构|基地|共建|载体|启动")
_EVER_DONE = re.compile("[搞弄建办设做干]过|[搞弄整]")
_COUNTS = re.compile(r"[\d几多两个名位号口]$")
TROUBLE = re.compile(ADVERSE)
# The 行 of 运行 and 银行 affirms nothing.
_CUT = re.compile(f"(?!(?<=[运银执发举])行)(?:{NO}|{YES}|{BOUND}|[，。、？（）“” ])", re.IGNORECASE)


def lead(clause: str) -> int:
    """Where the clause comes to the point, after 我们公司目前 and the like."""
    found = _LEAD.match(clause)
    return found.end() if found else 0


def is_subject(word: str) -> bool:
    """Whether the word names whoever speaks (公司, 单位)."""
    return bool(re.fullmatch(SUBJECT, word))


def consists_of(words: str, figure: Figure) -> bool:
    """Whether the words are the figure's own, or add nothing to them."""
    return kinds(words, figure) is not None


def kinds(words: str, figure: Figure) -> Counter[Kind] | None:
    """How many words of each kind; None where there is a word beyond them."""
    found: Counter[Kind] = Counter()
    place = _point(words, figure)
    if len(words) > LONGEST:
        return None
    while place < len(words):
        kind, length = _word(words, place, figure)
        if not length:
            return None
        found[kind] += 1
        place += length
    return found


def _point(words: str, figure: Figure) -> int:
    """Where the words come to the point; what answers by itself (我们自己的) is no mere opening."""
    answers = (found.start() for _, pattern in by_themselves(figure) if (found := pattern.search(words)))
    return min([lead(words), *answers])


def _word(words: str, place: int, figure: Figure) -> tuple[Kind, int]:
    """The longest word at ``place`` and its kind; its length is 0 where no word is known."""
    known = [(kind, _length(pattern, words, place)) for kind, pattern in (*by_themselves(figure), *_WORDS)]
    known = [(kind, length) for kind, length in known if may(kind, words[place : place + length], figure)]
    return max([*known, ("own", _own_length(words, place, figure))], key=lambda each: each[1])


def _length(pattern: re.Pattern[str], words: str, place: int) -> int:
    found = pattern.match(words, place)
    return found.end() - place if found else 0


def may(kind: Kind, word: str, figure: Figure) -> bool:
    if kind == "adverse":
        return bool(TROUBLE.search(spoken(figure)))
    if kind == "yes" and _FOUNDED.search(word):  # 刚成立 is no yes to where one is
        return bool(_FOUNDED_THING.search(spoken(figure)))
    if kind == "filler" and _EVER_DONE.fullmatch(word):
        return bool(_FOUNDED_THING.search(spoken(figure)))
    return kind != "bound" or word in spoken(figure)


def _own_length(words: str, place: int, figure: Figure) -> int:
    longest, own = 0, _own(figure)
    for end in range(place + LEAST, len(words) + 1):
        if words[place:end] not in own:
            break
        longest = end - place
    word = words[place : place + longest]
    if word.startswith("的") and longest > LEAST:  # of 小的研发室 no 的研发 is a word
        return 0
    if longest < LEAST:
        alone = words[place : place + 1] in figure.own_words and not _COUNTS.search(words[:place])
        return int(alone)  # 人没有, but not 有5个人
    return 0 if _APPLICANT.fullmatch(word) and word not in figure.own_words else longest


def asked_by(figure: Figure) -> str:
    return "|".join((figure.name, *figure.names, figure.ask))


@once
def spoken(figure: Figure) -> str:
    """All the words of the figure's own, its names and its question."""
    return "|".join((asked_by(figure), *figure.own_words))


@once
def by_themselves(figure: Figure) -> tuple[tuple[Kind, re.Pattern[str]], ...]:
    """The words that answer for this figure alone."""
    told: tuple[tuple[Kind, tuple[str, ...]], ...] = (("yes", figure.says_yes), ("against", figure.says_no))
    return tuple((kind, re.compile(_longest_first("|".join(map(re.escape, words))))) for kind, words in told if words)


@once
def _own(figure: Figure) -> str:
    """The figure's own words, cut where one affirms or denies."""
    return _CUT.sub("|", spoken(figure))
