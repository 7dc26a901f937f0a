"""The last look at a reply before it is sent: every number and every section in it must stand in what it cites.

Independent of how the reply came about. What fails is replaced by the cited sentences alone, so that no slip of words,
rules or understanding ever reaches an applicant as a fact.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from bot.answers.gaps import bounds, bounds_instead, gaps, gaps_by_kind
from bot.answers.numbers import shown
from bot.answers.phrases import requirement_phrase, sections_of
from bot.answers.reply import CITING, Reply, render
from bot.eligibility.assessment import assess
from bot.figures.values import Figures
from bot.guide.model import Guide, Program, Quote

logger = logging.getLogger(__name__)

# Amounts, shares, ratios, heads, days, telephone numbers and addresses on the web: what an applicant could act on.
STATED = re.compile(
    r"\d[\d,]*(?:\.\d+)?(?:万元|亿元|万|亿|元|%|:1|人|名|天|个月|月|日|号|年)|(?<![\d.])\d{7,}(?![\d.])|https?://\S+|\w+@\w+"
)
SENTENCE = re.compile(r"[\n。]")


def guarded(guide: Guide, reply: Reply, figures: Figures) -> Reply:
    """``reply`` where it holds; else its valid citations alone. ``figures``: what the applicant said, which may be repeated."""
    faults = tuple(dict.fromkeys(_faults(guide, reply, figures)))
    if not faults:
        return reply
    logger.error("A reply of kind %s failed the guard: %s.", reply.payload["kind"], ", ".join(faults))
    return _bare(guide, reply)


def _faults(guide: Guide, reply: Reply, figures: Figures) -> Iterator[str]:
    if reply.payload["kind"] not in CITING:
        return
    quotes = _quotes(reply)
    if not all(_stands(guide, quote) for quote in quotes):
        yield "quote"
    own = _own_words(reply, quotes)
    if set(STATED.findall(own)) - _known_numbers(guide, reply, quotes, {**figures, **reply.reckoned}):
        yield "number"
    if any(_wrong_section(guide, reply, sentence) for sentence in SENTENCE.split(own)):
        yield "section"


def _quotes(reply: Reply) -> tuple[Quote, ...]:
    return tuple(Quote(each["clause"], each["quote"]) for each in reply.payload.get("citations", ()))


def _stands(guide: Guide, quote: Quote) -> bool:
    """Whether the quote is the guide's, or a notice's, byte for byte."""
    clause = guide.clause.get(quote.clause)
    if clause:
        return bool(quote.quote) and quote.quote in clause.text
    return any(quote == Quote(notice.source, notice.text) for notice in guide.notices)


def _own_words(reply: Reply, quotes: Iterable[Quote]) -> str:
    """The text without what it quotes, of the asker too, and without the verdict or the open question that it ends with."""
    text = reply.text.removesuffix(reply.closing)
    text = text.replace(f"“{reply.echoed}”", "") if reply.echoed else text
    for quote in quotes:
        text = text.replace(f"“{quote.quote}”", "")
    return text


def _known_numbers(guide: Guide, reply: Reply, quotes: Iterable[Quote], figures: Figures) -> set[str]:
    """Numbers of the cited rules, of the sentences themselves, of the guide's title, of the applicant, and what he is short of."""
    cited = set(quotes)
    words = [quote.quote for quote in cited]
    for program in _programs(guide, reply):
        for each in program.requirements:
            if any(quote.clause == each.clause and each.quote in quote.quote for quote in cited):
                words.append(requirement_phrase(guide, each))
    words += [shown(guide.figure[figure], value) for figure, value in figures.items()]
    words += _short(guide, reply, figures)
    return {number for text in [*words, guide.title, guide.short_title] for number in STATED.findall(text)}


def _short(guide: Guide, reply: Reply, figures: Figures) -> list[str]:
    """What the applicant's figures fall short of in the programs of the reply, or have to be, worked out anew."""
    programs = [each.id for each in _programs(guide, reply)] if figures else []
    short = gaps(guide, assess(guide, figures, lambda *_: False, programs), guide.figure, figures) if programs else []
    short += gaps_by_kind(guide, programs, guide.figure, figures)
    short += bounds_instead(guide, programs, guide.figure, figures)
    return short + bounds(guide, programs, guide.figure, figures)


def _wrong_section(guide: Guide, reply: Reply, sentence: str) -> bool:
    """Whether a section is named that takes none of the programs of this sentence (of the reply, where it names none)."""
    named = {each.name for each in guide.sections if each.name in sentence}
    programs = [each for each in guide.programs if each.name in sentence] or _programs(guide, reply)
    taking = {*sections_of(programs, {})}
    return bool(named - (taking if programs else set(reply.payload.get("sections", ()))))


def _programs(guide: Guide, reply: Reply) -> list[Program]:
    return [guide.program[each] for each in reply.payload.get("programs", ()) if each in guide.program]


def _bare(guide: Guide, reply: Reply) -> Reply:
    """The clause alone, or that the guide does not say, and what the text ends with."""
    quotes = tuple(quote for quote in _quotes(reply) if _stands(guide, quote))
    payload = dict(reply.payload)
    if "citations" in payload:
        payload["citations"] = [{"clause": quote.clause, "quote": quote.quote} for quote in quotes]
    if "sections" in payload:
        payload["sections"] = []
    return replace(reply, text=render("guarded", quotes=quotes) + reply.closing, payload=payload)
