"""What the guide is about: its programs, their directions, its words, and any passage of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from bot.answers import families
from bot.answers.phrases import names, possible_sections, sections_of
from bot.answers.reply import Reply, answer, preceded_by, render, silent
from bot.answers.subject import Subject
from bot.guide.directions import Match
from bot.guide.model import Clause, Direction, Guide, Program, Quote, SilentTopic
from bot.guide.search import speaks_of, wanting

QUESTION_WORD = re.compile("多少|几|什么|怎|如何|哪|谁|能|可以|还|吗")
_BOOKMARK = re.compile(r"^\[bookmark: [^\]]*\]")


def overview(guide: Guide, subject: Subject) -> Reply:
    """Which programs there are (of one family, where one was named); of a single one, what it is about."""
    if len(subject.programs) == 1:
        return program(guide, subject)
    programs = subject.chosen(guide)
    groups: dict[str, list[str]] = {}
    for each in programs:
        family = guide.family[each.family].name if each.family else each.name
        groups.setdefault(family, []).append(each.name)
    told = {
        "count": len(programs),
        "all": len(programs) == len(guide.programs),
        "whole": bool(families.whole(guide, [each.id for each in programs])),
    }
    text = render("overview", guide=guide, groups=groups, **told)
    quotes = dict.fromkeys(guide.family[each.family].about if each.family else each.about[0] for each in programs)
    return answer("overview", [program.id for program in programs], quotes, text)


def which(guide: Guide, subject: Subject) -> Reply:
    """What is demanded was asked, and no program was understood: each has its own rules, so which one is asked back."""
    listed = overview(guide, replace(subject, programs=()))
    return preceded_by(listed, render("which_program"))


def program(guide: Guide, subject: Subject) -> Reply:
    """What a program is about."""
    if not subject.programs:
        return overview(guide, subject)
    programs = subject.chosen(guide)
    if whole := families.as_a_whole(guide, subject):
        return whole
    rows = [
        {
            "name": each.name,
            "family": guide.family[each.family].name if each.family else "",
            "about": [quote.quote for quote in each.about],
            "directions": [direction.name for direction in each.directions],
            "sections": possible_sections(each, subject.known),
        }
        for each in programs
    ]
    quotes = [quote for each in programs for quote in each.about]
    return answer("program", subject.programs, quotes, render("program", rows=rows))


def directions(guide: Guide, subject: Subject) -> Reply:
    """Which fields are supported; only the asker's track where it was named."""
    programs = [each for each in subject.chosen(guide) if each.directions]
    shown = [(each, _of_track(each, subject)) for each in programs]
    quotes = [Quote(field.clause, field.quote) for _, fields in shown for field in fields]
    if len(shown) == 1 and len(quotes) == 1 and shown[0][1][0].name in shown[0][0].name:  # which tells nothing
        sections = possible_sections(shown[0][0], subject.known)
        text = render("supports", program=shown[0][0].name, quote=quotes[0].quote, sections=sections)
        return answer("directions", [shown[0][0].id], quotes, text)
    text = render("directions", rows=[_in_order(*each) for each in shown])
    return answer("directions", [each.id for each in programs], quotes, text)


def fields(guide: Guide, wanted: Sequence[Direction]) -> Reply:
    """What the guide supports within the fields asked about, in its own sentence."""
    programs = [program.id for program in guide.programs if set(wanted) & set(program.directions)]
    rows = [{"name": each.name, "terms": each.terms} for each in wanted]
    quotes = [Quote(each.clause, each.quote) for each in wanted]
    return answer("directions", programs, quotes, render("fields", rows=rows, programs=names(guide, tuple(programs))))


def described(guide: Guide, subject: Subject) -> Reply:
    """The program that a description points to, said to be our understanding."""
    quotes = [quote for program in subject.chosen(guide) for quote in program.about]
    whom = sections_of(subject.chosen(guide), subject.known)
    text = render("described", programs=names(guide, subject.programs), sections=whom)
    return answer("technology", subject.programs, quotes, text)


def _in_order(program: Program, shown: Sequence[Direction]) -> dict[str, Any]:
    """The fields as the guide numbers them, and what stands over them by itself: 第四个 is the fourth of the former."""
    fields = [each.name for each in shown if each in program.fields]
    return {"name": program.name, "fields": fields, "over": [each.name for each in shown if each not in program.fields]}


def _of_track(program: Program, subject: Subject) -> Sequence[Direction]:
    track = subject.known.get("track")
    fitting = [each for each in program.directions if each.track == track]
    return fitting or program.directions


def technology(
    guide: Guide, subject: Subject, matches: Sequence[Match], missing: Sequence[str] = (), outside: str | None = None
) -> Reply:
    """Where a technology fits: each program with the sentence that names it, the guide's own words first.

    ``missing`` are programs that were asked about and whose directions do not name it; ``outside`` the kind of business
    where it is one that no direction names.
    """
    if not matches:
        whom = sections_of((guide.program[each] for each in missing), subject.known)
        text = render("technology_silent", programs=names(guide, tuple(missing)), sections=whom, outside=outside)
        return silent("technology", missing, whom, text)
    ranked = sorted(matches, key=lambda match: (not match.sure, not stands_there(guide, match)))
    rows: dict[str, list[Match]] = {}
    for match in ranked:
        rows.setdefault(match.program, []).append(match)
    quotes = [Quote(field.clause, field.quote) for field in (_direction(guide, match) for match in ranked)]
    shown = [_technology_row(guide, program, found, subject) for program, found in rows.items()]
    return answer("technology", rows, quotes, render("technology", rows=shown, missing=names(guide, tuple(missing))))


def stands_there(guide: Guide, match: Match) -> bool:
    """Whether the term stands in the sentence of this direction itself; else it only belongs to a field named there."""
    return match.term in _direction(guide, match).quote


def _direction(guide: Guide, match: Match) -> Direction:
    return next(each for each in guide.program[match.program].directions if each.id == match.direction)


def _technology_row(guide: Guide, program: str, found: Sequence[Match], subject: Subject) -> dict[str, Any]:
    """A program with the fields that fit; where these are of different sections, each field with those that take it alone."""
    by_field = [_sections_of(guide, match, subject) for match in found]
    shared = set(by_field[0]).intersection(*by_field)
    of_all = {section for sections in by_field for section in sections}
    in_order = possible_sections(guide.program[program], {})
    fits = [
        {
            "field": _direction(guide, match).name,
            "match": match,
            "named": stands_there(guide, match),
            "sections": [each for each in sections if each not in shared],
        }
        for match, sections in zip(found, by_field, strict=True)
    ]
    sections = [each for each in in_order if each in of_all]
    return {"name": guide.program[program].name, "sections": sections, "fits": fits}


def _sections_of(guide: Guide, match: Match, subject: Subject) -> tuple[str, ...]:
    """Who takes what falls into the field of ``match``, whatever field the asker was said to be of."""
    track = _direction(guide, match).track
    return possible_sections(guide.program[match.program], {**subject.known, **({"track": track} if track else {})})


def term(guide: Guide, subject: Subject) -> Reply:
    """What a word means here; where the guide only uses it, that is said."""
    wanted = [each for each in guide.terms if each.name in subject.terms]
    if not wanted:
        return silent("term", subject.programs, (), render("term_unknown", guide=guide))
    rows = [
        {"name": each.name, "defined": each.defined, "paper": wanting(guide.programs, each.name)} for each in wanted
    ]
    quotes = [quote for each in wanted for quote in each.quotes]
    return answer("term", subject.programs, quotes, render("term", rows=rows))


def used(subject: Subject, words: Sequence[str], clauses: Sequence[Clause]) -> Reply:
    """Words of the guide that it never explains: said so, with the places where they stand."""
    rows = [
        {"name": each, "defined": False, "paper": ()}
        for each in words
        if any(each in clause.text for clause in clauses)
    ]
    quotes = [Quote(clause.id, _read(clause)) for clause in clauses]
    return answer("term", subject.programs, quotes, render("term", rows=rows))


def passage(
    guide: Guide, subject: Subject, clauses: Sequence[Clause], *, exact: bool = False, lacking: str = ""
) -> Reply:
    """Passages found by their words, shown as such; ``exact``: those are the guide's, and every place is meant.

    ``lacking``: the words that were looked for, where they stand nowhere, nor anything like them.
    """
    if not clauses:
        return silent("text", subject.programs, (), render("text_silent", lacking=lacking))
    quotes = [Quote(clause.id, _read(clause)) for clause in clauses]
    owners = owners_of(guide, clauses if exact else clauses[:1])
    text = render("text", programs=names(guide, owners) if exact else "")
    return answer("text", owners or subject.programs, quotes, text)


def _read(clause: Clause) -> str:
    """The clause as it is read: from behind a bookmark that the office's word processor has left before it."""
    return _BOOKMARK.sub("", clause.text)


def owners_of(guide: Guide, clauses: Iterable[Clause]) -> tuple[str, ...]:
    """Programs (ids) of which these clauses speak."""
    places = {clause.id for clause in clauses}
    return tuple(program.id for program in guide.programs if places & _places(program))


def _places(program: Program) -> set[str]:
    said = {each.clause for each in program.about} | {each.clause for each in program.directions}
    return said | {each.clause for each in program.requirements} | {each.clause for each in program.materials}


def unsaid(guide: Guide, subject: Subject, topic: str, asked: str = "") -> Reply:
    """A topic on which the guide is silent, unless the office has added a notice; ``asked``: the asker's own words, by which
    what has no name among the topics is called."""
    notices = [
        notice
        for notice in guide.notices
        if notice.topic == topic and (not notice.programs or set(notice.programs) & set(subject.programs))
    ]
    if notices:
        quotes = [Quote(notice.source, notice.text) for notice in notices]
        return answer(topic, subject.programs, quotes, render("notice", notices=notices))
    sections = sections_of(subject.chosen(guide), subject.known) if subject.programs else subject.sections
    text = render(
        "unsaid",
        guide=guide,
        what=_name_of(guide, topic, subject.text),
        asked=asked,
        programs=names(guide, subject.programs),
        sections=sections,
    )
    return replace(silent(topic, subject.programs, sections, text), echoed=asked)


def has_no_name(guide: Guide, topic: str, text: str) -> bool:
    """Whether what is asked for under a topic that several share is none of those that have a name."""
    known = [each for each in guide.silent_topics if each.topic == topic]
    return len(known) != 1 and not any(speaks_of(each, text) for each in known)


def _name_of(guide: Guide, topic: str, text: str) -> str:
    """What a silent topic is called; several share the topic ``other``, where the question's own words decide."""
    known = [each for each in guide.silent_topics if each.topic == topic]
    if len(known) == 1:
        return known[0].name + _asked_in(known[0], text)
    return next((each.name for each in known if speaks_of(each, text)), "您问的这一点")


def _asked_in(topic: SilentTopic, text: str) -> str:
    """The nouns by which the question asks for the topic (电话、地址), in brackets behind its name."""
    said = [word for word in topic.words if word in text and not QUESTION_WORD.search(word) and word not in topic.name]
    own = [word for word in said if not any(word != other and word in other for other in said)]
    return f"（{'、'.join(own)}）" if own else ""
