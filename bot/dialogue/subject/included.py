"""Words of one program's sentences of which it is asked whether they include something: ‘等地区’包不包括北京, 在兰高校含分校吗."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.dialogue.state import Utterance
from bot.guide.model import Guide, Program, Quote
from bot.guide.search import longest_run

_ASKED = re.compile(
    r"(?P<what>[\u4e00-\u9fff]{2,8})[”’」』\"']?(?:包不包[括含]|包[括含]不包[括含]|(?:是否|是不是|也|还)*包[括含]|含不含)"
    r"(?P<thing>[^，。；？?！!什啥哪谁几]{2,14}?)(?:在内|[吗么呢啊呀])*[？?。 ]*$"
)
# 等地区这个“等”包不包括北京: one character of the words is put up for all of them.
_BY_ONE = re.compile(
    r"(?P<what>[\u4e00-\u9fff]{2,14})[”’」』\"']?(?:的|[这那]一?个|[，,])*[“‘「『\"'](?P<part>[\u4e00-\u9fff])[”’」』\"']字?(?:里面?|里头|当中)?"
    r"(?:是否|是不是|也|还|都)*(?:包不包[括含]|包[括含]不包[括含]|包[括含]|含不含|含|有没有|算不算)(?P<thing>[^，。；？?！!什啥哪谁几]{2,14}?)(?:在内|[吗么呢啊呀])*[？?。 ]*$"
)
_POINTS = re.compile("(?:的|[这那]一?个)+$")
_LEADS = re.compile("^.*(?:里面?|里头|当中|中的|的|那|这)(?=[\u4e00-\u9fff]{2})")
_SHORTEST = 2  # characters of such words


@dataclass(frozen=True)
class Included:
    """``words`` of the question, that stand in the guide's sentence ``quote`` (``whole``) or in part, and what may be among them."""

    words: str
    whole: bool
    thing: str
    quote: Quote


def included(guide: Guide, program: str, utterance: Utterance) -> Included | None:
    """What the question asks of words in a sentence on the program; None where it asks no such thing, or of others' words."""
    plain = utterance.without("program", "family")
    found = _BY_ONE.search(plain) or _ASKED.search(plain)
    if found is None or found.re is _BY_ONE and found["part"] not in found["what"]:
        return None
    what = _LEADS.sub("", _POINTS.sub("", found["what"]))
    runs = [(longest_run(each.quote, what), each) for each in _sentences(guide.program[program])]
    words, quote = max(runs, key=lambda each: len(each[0]))
    near = len(words) >= _SHORTEST and 2 * len(words) >= len(what)
    return Included(what, words == what, found["thing"], quote) if near else None


def owner(guide: Guide, programs: Sequence[str], utterance: Utterance) -> str | None:
    """The one of ``programs`` in whose sentences the words stand; where none is meant, the only one that has them as they are."""
    if len(programs) == 1:
        return programs[0] if included(guide, programs[0], utterance) else None
    asked = ((each.id, included(guide, each.id, utterance)) for each in guide.programs if not programs)
    whole = [each for each, found in asked if found and found.whole]
    return whole[0] if len(whole) == 1 else None


def _sentences(program: Program) -> Iterator[Quote]:
    """What the guide demands for the program, first, and what it supports."""
    yield from (Quote(each.clause, each.quote) for each in program.requirements)
    yield from (Quote(each.clause, each.quote) for each in program.directions)
    yield from program.about
