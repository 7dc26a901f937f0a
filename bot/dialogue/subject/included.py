"""Words of one program's sentences of which it is asked whether they include something: ‘等地区’包不包括北京, 在兰高校含分校吗."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.dialogue.state import Utterance
from bot.guide.model import Guide, Program, Quote
from bot.guide.search import longest_run

_ASKED = re.compile(
    r"(?P<what>[\u4e00-\u9fff]{2,8})[”’」』\"']?(?:包不包[括含]|包[括含]不包[括含]|(?:是否|是不是|也|还)*包[括含]|含不含)"
    r"(?P<thing>[^，。；？?！!什啥哪谁几]{2,14}?)(?:在内|[吗么呢])*[？?。 ]*$"
)
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
    found = _ASKED.search(utterance.without("program", "family"))
    if found is None:
        return None
    what = _LEADS.sub("", found["what"])
    runs = [(longest_run(each.quote, what), each) for each in _sentences(guide.program[program])]
    words, quote = max(runs, key=lambda each: len(each[0]))
    near = len(words) >= _SHORTEST and 2 * len(words) >= len(what)
    return Included(what, words == what, found["thing"], quote) if near else None


def _sentences(program: Program) -> Iterator[Quote]:
    """What the guide demands for the program, first, and what it supports."""
    yield from (Quote(each.clause, each.quote) for each in program.requirements)
    yield from (Quote(each.clause, each.quote) for each in program.directions)
    yield from program.about
