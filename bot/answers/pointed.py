"""Single points of the guide in its own words: a thing supported, what people judge, with the sentence it stands in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bot.answers.phrases import sections_of
from bot.answers.reply import Reply, answer, render
from bot.answers.subject import Subject
from bot.guide.model import Direction, Guide, Judged, Quote
from bot.guide.points import Point
from bot.guide.search import in_common
from bot.guide.words import SENTENCE

MOSTLY = 0.75  # of what is asked about stands in what the guide says as it is
LEAST = 2  # characters
LONGEST = 40  # characters of a part that is read at a glance


def points(guide: Guide, subject: Subject, found: Sequence[Point], asked: str, *, plainly: bool = False) -> Reply:
    """Points of programs; where they are only near to what was ``asked`` about, and not ``plainly`` what it is, they are said to
    be no more."""
    rows: dict[Quote, dict[str, Any]] = {}
    for each in found:
        said = plainly or in_common(asked, each.quote.quote) >= max(LEAST, MOSTLY * len(asked))
        row = {
            "part": _shown(each),
            "clause": each.quote.clause,
            "judged": isinstance(each.source, Judged),
            "said": said,
        }
        rows.setdefault(each.quote, {**row, "programs": []})["programs"].append(guide.program[each.program].name)
    programs = [each for each in guide.program if any(point.program == each for point in found)]
    sections = sections_of((guide.program[each] for each in programs), subject.known)
    text = render("points", rows=rows.values(), sections=sections)
    return answer(_topic(found[0]), programs, [_sentence(each) for each in found], text)


def _shown(point: Point) -> str:
    """The part of the sentence; of one that lists much, the piece alone. What people judge is called by words that are ours."""
    whole = len(point.quote.quote) <= LONGEST or isinstance(point.source, Judged)
    return point.quote.quote if whole else point.words


def _topic(point: Point) -> str:
    if isinstance(point.source, Judged):
        return "requirements"
    return "directions" if isinstance(point.source, Direction) else "program"


def _sentence(point: Point) -> Quote:
    """The sentence in which the point stands, as far as its source quotes it."""
    whole = getattr(point.source, "quote", point.quote.quote)
    holding = (each.group() for each in SENTENCE.finditer(whole) if point.quote.quote in each.group())
    sentence = next(holding, point.quote.quote)
    alone = len(sentence) <= len(point.words) + 1  # 民生领域。 is but the name of what follows
    return Quote(point.quote.clause, whole if alone else sentence)
