"""What a message says of the applicant without a number: yes or no to what it names, its type, its qualifications.

A name alone states nothing, nor does a question or a rule (需要有研发机构): only a clause that asserts or denies does.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.figures.mentions import Mention
from bot.figures.stated.away import away
from bot.figures.stated.by_name import by_name
from bot.figures.stated.chosen import renames
from bot.figures.stated.claimed import chosen_among, lapsed, none_at_all
from bot.figures.stated.classed import classed, without_its_word
from bot.figures.stated.founded import founded
from bot.figures.stated.givers import employers
from bot.figures.stated.level_alone import levels_alone
from bot.figures.stated.locality import (
    is_but_a_branch,
    makes_elsewhere,
    runs_elsewhere,
    told_of_two_places,
)
from bot.figures.stated.partners import goes_on_about_one, is_with_partners
from bot.figures.stated.partners_here import partners_here
from bot.figures.stated.projects import of_the_project
from bot.figures.stated.ruled_out import left_over
from bot.figures.stated.seats import kinds_in_names, seats, seats_alone, seats_in_brackets, tells_of_our_seats
from bot.figures.stated.settled import settled_for
from bot.figures.stated.which_kind import chosen_kinds, tells_who_applies
from bot.figures.stated.works import works
from bot.figures.statement import Statement
from bot.figures.wording.joined import together
from bot.figures.wording.stance import clause_at, clauses, corrects
from bot.guide.model import Guide


def statements(
    text: str, named: Sequence[Mention], guide: Guide, *, asked: str | None, supposed: bool, listed: bool
) -> tuple[Statement, ...]:
    """Everything that ``text`` states of yes/no, choice and choices figures.

    ``listed``: something else is stated, so that a choice may stand alone between two commas.
    """
    parts = [(clause, [name for name in named if clause.holds(name.start)]) for clause in clauses(text)]
    pieces = [(piece, [name for name in named if piece.holds(name.start)]) for piece in together(text, named)]
    only = asked if len(parts) == 1 else None  # 实验室啊，还没建: its name alone does not answer
    found = [each for part in pieces for each in by_name(*part, guide, asked=only, supposed=supposed)]
    found = [each for each in found if not _is_a_partners(text, each, guide)]
    # In a check a qualification may stand alone, unless it could as well be what the project is about.
    alone = asked is not None and guide.figure[asked].kind != "text"
    found += of_the_project(parts, guide, found, among=listed or bool(found) or alone or len(parts) > 1)
    found += [*kinds_in_names(text, found, guide), *founded(text, named, guide)]
    gone = (*lapsed(text, [name for name in named if name.choice]), *employers(text, named, guide))
    for clause, inside in parts:
        inside = [name for name in inside if name not in gone]
        goes_on = listed or bool(found)
        kinds_go_on = goes_on or renames(text, named, guide) or len(parts) > 1 and tells_who_applies(clause, inside)
        changed = supposed or corrects(text)
        if not goes_on_about_one(text, clause):
            found += chosen_kinds(clause, inside, guide, supposed=changed, goes_on=kinds_go_on, asked=asked)
        for piece, own in pieces:
            if clause.holds(piece.start):
                own = [name for name in own if name not in gone]
                goes_on = listed or bool(found) or alone
                found += chosen_among(text, piece, own, guide, supposed=supposed, goes_on=goes_on, asked=asked)
    told = {each.figure for each in found}
    found += [each for each in classed(text, guide, asked) if each.figure not in told]
    told = {each.figure for each in found}
    found += [each for each in left_over(text, named, guide) if each.figure not in told and not supposed]
    found += [] if supposed else none_at_all(text, named, found, guide)
    found += [
        each for each in works(text, guide, supposed=supposed) if each.figure not in {one.figure for one in found}
    ]
    beside = [] if supposed else levels_alone(text, named, guide)
    found += [each for each in beside if each.figure not in {one.figure for one in found}]
    found += [] if supposed else seats_in_brackets(text, guide)
    told = {each.figure for each in found}
    here = [] if supposed else partners_here(text, guide, asked)
    found += [each for each in here if each.figure not in told]
    found += [*seats(text, found, guide), *away(text, guide, asked=asked, supposed=supposed)]
    found += () if supposed else settled_for(text, guide)
    of_us = tells_of_our_seats(text, named, guide)
    found += (
        seats_alone(text, guide, None if of_us else asked)
        if (listed or found or len(parts) > 1) and not supposed
        else ()
    )
    found = without_its_word(found, text, guide, asked)
    open_ = (makes_elsewhere, told_of_two_places, is_but_a_branch)
    found = [each for each in found if not any(leaves(text, each, guide) for leaves in open_)]
    return tuple(replace(each, value=False) if runs_elsewhere(text, each, guide) else each for each in found)


def _is_a_partners(text: str, said: Statement, guide: Guide) -> bool:
    """Whether what is named is what a partner is, and nothing that the applicant has: 合作单位在东莞，是个新材料实验室."""
    of_partners = is_with_partners(guide.figure[said.figure])
    return not of_partners and goes_on_about_one(text, clause_at(text, said.start))
