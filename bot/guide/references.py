"""Proves that the parts of a guide fit each other: ids exist and are unique, names lead to one thing, quotes stand in
their clauses. Each check yields faults with the JSON path of the part.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from bot.guide.faults import Fault
from bot.guide.figure_references import condition_faults, figure_faults
from bot.guide.model import Choice, Direction, Guide, Knowledge, Notice, Program, SectionCase, SilentTopic
from bot.guide.parts import Found, Part, unknown, walk


def reference_faults(guide: Guide) -> tuple[Fault, ...]:
    """Everything in the guide that points at something that is not there, or at two things at once."""
    parts = tuple(walk(guide))
    return tuple(fault for check in CHECKS for fault in check(guide, parts))


# --- quotes -----------------------------------------------------------------------------------------------------


def _quotes(guide: Guide, parts: Iterable[Part]) -> Found:
    for where, part in parts:
        if hasattr(part, "clause"):
            yield from unknown(f"{where}.clause", "条款", part.clause, guide.clause)
        if hasattr(part, "quote") and part.clause in guide.clause:
            yield from quote_faults(f"{where}.quote", part.quote, part.clause, guide.clause[part.clause].text)


def quote_faults(where: str, quote: str, clause: str, text: str) -> Found:
    """A fault where ``quote`` does not stand in the text of the clause; it says from which character on."""
    if not quote:
        yield Fault(where, "引文是空的", f"从条款 {clause} 原文照抄一句")
    elif quote not in text:
        same = max(end for end in range(len(quote)) if quote[:end] in text)
        what = f"引文与条款 {clause} 的原文不符，从第 {same + 1} 个字“{quote[same : same + 8]}”起"
        yield Fault(where, what, "从原文逐字照抄，标点和空格也要一样")


def _terms(guide: Guide, parts: Iterable[Part]) -> Found:
    directions = {part.id: part for _, part in parts if isinstance(part, Direction)}
    for where, part in parts:
        if isinstance(part, Direction):
            for place, term in enumerate(part.terms):
                if term not in part.quote:
                    mend = "照引文里的写法写，或移到 common_knowledge"
                    yield Fault(f"{where}.terms[{place}]", f"“{term}”不在这个方向的引文里", mend)
        if isinstance(part, Knowledge):
            yield from _knowledge(where, part, directions)


def _knowledge(where: str, part: Knowledge, directions: Mapping[str, Direction]) -> Found:
    for place, direction in enumerate(part.directions):
        yield from unknown(f"{where}.directions[{place}]", "支持方向", direction, directions)
    first = directions.get(part.directions[0]) if part.directions else None
    if first and part.term not in first.quote:
        yield Fault(f"{where}.term", f"“{part.term}”不在方向 {first.id} 的引文里", "写引文里的词")


# --- ids and names ----------------------------------------------------------------------------------------------


def _ids(guide: Guide, parts: Iterable[Part]) -> Found:
    seen: dict[tuple[str, str], str] = {}
    for where, part in parts:
        key = getattr(part, "id", None)
        if key is None:
            continue
        kind = where.rsplit("[", 1)[0] if isinstance(part, Choice) else type(part).__name__.replace("Family", "Program")
        first = seen.setdefault((kind, key), where)
        if first != where:
            yield Fault(f"{where}.id", f"“{key}”已经用在 {first}", "换一个没有用过的 id")


def _names(guide: Guide, parts: Iterable[Part]) -> Found:
    programs = (*_named("families", guide.families), *_named("programs", guide.programs))
    yield from _ambiguous((*programs, *_named("sections", guide.sections)))
    yield from _ambiguous(_named("terms", guide.terms))
    figures = tuple((f"figures[{place}]", figure) for place, figure in enumerate(guide.figures))
    yield from _ambiguous((name, where) for where, figure in figures for name in {figure.name, *figure.names})
    for place, figure in enumerate(guide.figures):
        yield from _ambiguous(_named(f"figures[{place}].choices", figure.choices))


def _named(where: str, named: Iterable[Any]) -> Iterator[tuple[str, str]]:
    for place, part in enumerate(named):
        for name in {part.name, *part.aliases, *getattr(part, "short_names", ())}:
            yield name, f"{where}[{place}]"


def _ambiguous(names: Iterable[tuple[str, str]]) -> Found:
    places: dict[str, list[str]] = defaultdict(list)
    for name, where in names:
        places[name.casefold()].append(where)
    for name, found in places.items():
        for where in found[1:]:
            yield Fault(where, f"名称“{name}”也是 {found[0]} 的名称，分不清指哪一个", "只留在一处")


# --- programs ---------------------------------------------------------------------------------------------------


def _programs(guide: Guide, parts: Iterable[Part]) -> Found:
    sections = [section.name for section in guide.sections]
    tracks = [choice.id for figure in guide.figures if figure.id == "track" for choice in figure.choices]
    for where, part in parts:
        if isinstance(part, Program) and part.family is not None:
            yield from unknown(f"{where}.family", "专项类别", part.family, guide.family)
        if isinstance(part, SectionCase):
            yield from unknown(f"{where}.section", "受理科室", part.section, sections)
        if isinstance(part, Direction) and part.track is not None:
            yield from unknown(f"{where}.track", "领域", part.track, tracks)
        if isinstance(part, Notice):
            for place, program in enumerate(part.programs):
                yield from unknown(f"{where}.programs[{place}]", "专项", program, guide.program)


def _silent_topics(guide: Guide, parts: Iterable[Part]) -> Found:
    for where, part in parts:
        if isinstance(part, SilentTopic):
            for place, figure in enumerate(part.figures):
                yield from unknown(f"{where}.figures[{place}]", "数字", figure, guide.figure)


CHECKS: tuple[Callable[[Guide, tuple[Part, ...]], Found], ...] = (
    _ids,
    _names,
    _quotes,
    _terms,
    figure_faults,
    condition_faults,
    _programs,
    _silent_topics,
)
