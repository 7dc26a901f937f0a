"""Single thresholds and ratios: which figure a question means, and what the programs demand of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from bot.answers.phrases import possible_sections
from bot.answers.reply import Reply, answer, render, silent
from bot.answers.requirements import (
    applicable,
    figures_of,
    figures_tested,
    named_kinds,
    requirement_row,
    requirements,
)
from bot.answers.subject import Subject
from bot.eligibility.known import Known
from bot.eligibility.requirement import tested
from bot.figures.numbers.quantities import quantities
from bot.figures.values import Figures, Range, Value
from bot.guide.model import (
    AnyOf,
    AtLeast,
    Guide,
    Program,
    Quote,
    QuotientAtLeast,
    Requirement,
    Test,
    tests_in,
    tests_of,
)
from bot.guide.once import once

PEOPLE = re.compile(
    r"人头|几[个名位][搞做]?(?:研发|科研|技术)|多少人|几个人|人数|几号人|多少号人|人[^，。、]{0,3}(?:几个|多少)"
)
# Figures that are counted, with the words that ask for one of their kind.
COUNTED: Mapping[str, re.Pattern[str] | None] = {
    "share": re.compile(r"比例|占比|百分之|几成"),
    "people": PEOPLE,
    "ratio": re.compile(r"几比几"),
    "money": None,
}
SHARES = ("share", "ratio")
KIN = {"share": SHARES, "ratio": ("ratio",), "people": ("people",)}
# Pairs of characters that ask for anything: 要满足什么要求.
NO_FIGURE = frozenset({"要求", "满足", "能够", "项目", "单位", "企业", "申报", "专项", "总额", "比例", "申请"})
BY_NAME = re.compile(r"对[^，。？?]{2,16}有(?:什么|啥|哪些|何)(?:样的)?(?:要求|规定|限制)")
FEW = 4  # figures that may share a word that still tells them from the rest
ALLUDED = 3  # so many characters of a figure's name


def _tested(guide: Guide, subject: Subject) -> list[str]:
    """Figures (ids) that the programs meant test; of all programs where none is."""
    return figures_tested(guide, (each.id for each in subject.chosen(guide)))


def alluded(guide: Guide, subject: Subject) -> tuple[str, ...]:
    """The one figure demanded whose name shares most with the question (经费那个占比); where no program is meant, all
    of a kind that is asked for (咋个比例)."""
    tested = [each for each in _tested(guide, subject) if guide.figure[each].kind in COUNTED]
    if not subject.programs:
        kinds = [kind for kind, words in COUNTED.items() if words and words.search(subject.text)][:1]
        return tuple(each for each in tested if kinds and guide.figure[each].kind in KIN[kinds[0]])
    shared = {figure: len(set(subject.text) & set(guide.figure[figure].name)) for figure in tested}
    best = [figure for figure, count in shared.items() if count == max(shared.values()) >= ALLUDED]
    counted = (
        tuple(each for each in tested if guide.figure[each].kind == "people") if PEOPLE.search(subject.text) else ()
    )
    if counted and best and not _is_of_people(guide, best[0]) and not _asks_for_a_share(subject.text):
        return counted  # 最少要几个研发的 is of no share of money
    return (*best, *_parts_of(guide, best, tested), *counted) if len(best) == 1 else counted


def _is_of_people(guide: Guide, figure: str) -> bool:
    """Whether people are counted in the figure, or in what it is a share of."""
    one = guide.figure[figure]
    return one.kind == "people" or bool(one.quotient and guide.figure[one.quotient.numerator].kind == "people")


def _asks_for_a_share(text: str) -> bool:
    words = COUNTED["share"]
    return bool(words and words.search(text))


def of_kind(guide: Guide, subject: Subject) -> tuple[str, ...]:
    """All that is demanded of the kind that is asked for (比例是多少), or of which a number is told (听说要有20人)."""
    tested = _tested(guide, subject)
    asked = {kin for kind, words in COUNTED.items() if words and words.search(subject.text) for kin in KIN[kind]}
    kinds = asked or {each.kind for each in quantities(subject.text) if each.kind in KIN}
    return tuple(each for each in tested if guide.figure[each].kind in kinds)


def with_threshold(guide: Guide, text: str, programs: Sequence[str] = ()) -> list[str]:
    """Figures (of ``programs``, or of any) for which a number in ``text`` is the threshold itself."""
    said = {_end(each.value) for each in quantities(text)} - {None}
    meant = [program for program in guide.programs if not programs or program.id in programs]
    numbers = [test for test in tests_of(meant) if isinstance(test, AtLeast | QuotientAtLeast)]
    found = (each.figure for each in numbers if said & {each.threshold, *getattr(each, "thresholds", {}).values()})
    return list(dict.fromkeys(found))


def _end(value: Value) -> Value | None:
    """A number, or the one end of a range that is open at the other: 三成以上 says 30 %, 几成 nothing."""
    if not isinstance(value, Range):
        return value
    return value.low if value.high is None else value.high if value.low is None else None


def _parts_of(guide: Guide, figures: Sequence[str], tested: Collection[str]) -> list[str]:
    """What is counted in a share and has a threshold of its own: with 占比 goes the least number of people."""
    quotients = [guide.figure[each].quotient for each in figures]
    return [each.numerator for each in quotients if each and each.numerator in tested]


def _counted_with(guide: Guide, subject: Subject) -> list[str]:
    """What is counted in a share that is asked about, where its own threshold stands beside: 占比卡多少，有没有最低人数."""
    shares = [each for each in subject.figures if guide.figure[each].kind == "share"]
    return _parts_of(guide, shares, _tested(guide, subject)) if PEOPLE.search(subject.text) else []


def figure(guide: Guide, subject: Subject) -> Reply:
    """One threshold or ratio: the requirements of the named programs that test the named figures."""
    if not subject.figures:
        return _unnamed_figure(guide, subject)
    subject = replace(subject, figures=(*_in_their_words(guide, subject), *_counted_with(guide, subject)))
    found = _testing(guide, subject, subject.chosen(guide))
    excepted = _testing(guide, replace(subject, known={}), subject.chosen(guide)) if not found else []
    if not found and not excepted and (others := in_its_words(guide, subject)) != subject.figures:
        return figure(guide, replace(subject, figures=others))  # which these programs do test
    if not found and not excepted:
        return figure_silent(guide, subject)
    # A rule for others than the asker is shown as what it is: whom it binds, and that the asker is not among them.
    known = subject.known if found else {}
    rows = _rule_rows(guide, found or excepted, known, subject)
    quotes = [Quote(each.clause, each.quote) for _, each_found in found or excepted for each in each_found]
    who = "" if found else named_kinds(guide, subject.known)
    without = _not_demanding(guide, subject, {program.id for program, _ in found or excepted})
    about = [guide.figure[each].name for each in subject.figures]
    text = render("figure", rows=rows, excepted=who, others=without, figures=about)
    return answer(_topic(guide, subject), [program.id for program, _ in found or excepted], quotes, text)


def in_its_words(guide: Guide, subject: Subject) -> tuple[str, ...]:
    """The figures of a question; where its programs test none of them, those that they do test and that are called most like
    them (年收入 of a program that tests 主营业务收入)."""
    open_ = not (subject.figures and subject.programs)
    tested = open_ or _testing(guide, replace(subject, known={}), subject.chosen(guide))
    return subject.figures if tested else _called_like(guide, subject) or subject.figures


def _in_their_words(guide: Guide, subject: Subject) -> tuple[str, ...]:
    """The figures, each that the programs do not test, beside others that they do, by the one that is called most like it: of
    a program that counts no staff 科研人员 are those that 科技人员能够满足项目实施要求 speaks of."""
    tested = {*_tested(guide, subject)}
    others = [each for each in subject.figures if each not in tested]
    if not subject.programs or not others or len(others) == len(subject.figures):
        return subject.figures
    called = {each: _called_like(guide, replace(subject, figures=(each,))) for each in others}
    return tuple(dict.fromkeys(one for each in subject.figures for one in called.get(each) or (each,)))


def _called_like(guide: Guide, subject: Subject) -> tuple[str, ...]:
    """The figures that the programs test and that are called most like those of the question, by whatever words it has for them
    (研发这块要投多少 of a program that tests no investment); of a share or a ratio (经费比例), the one that is of the same."""
    words = _said(guide, subject) or subject.text
    if found := related(guide, subject.programs, words):
        return found
    if not any(guide.figure[each].kind in SHARES for each in subject.figures):
        return ()
    tested = [guide.figure[each] for each in figures_tested(guide, subject.programs)]
    alike = [each.id for each in tested if each.kind in SHARES and _pairs(words) & _pairs(each.name)]
    return tuple(alike) if len(alike) == 1 else ()


def _topic(guide: Guide, subject: Subject) -> str:
    """A number is a figure, and so is what is asked for by its name (对企业资质有什么要求); what is had or not, who applies and
    where are conditions (docs/contract.md)."""
    counted = any(guide.figure[each].kind in COUNTED for each in subject.figures)
    return "figure" if counted or BY_NAME.search(subject.text) else "requirements"


def _not_demanding(guide: Guide, subject: Subject, stating: Collection[str]) -> list[str]:
    """Names of the programs asked about that demand no such number or choice; of what is had or not, words may differ."""
    plain = all(guide.figure[each].kind in (*COUNTED, "choices") for each in subject.figures)
    asked = subject.chosen(guide) if subject.programs and plain else ()
    return [program.name for program in asked if program.id not in stating]


def _rule_rows(
    guide: Guide, found: Iterable[tuple[Program, Sequence[Requirement]]], known: Figures, subject: Subject
) -> list[dict[str, Any]]:
    return [
        {"name": program.name, "requirements": [_row_as_told(guide, program, each, known, subject) for each in rules]}
        for program, rules in found
    ]


def _row_as_told(
    guide: Guide, program: Program, requirement: Requirement, known: Figures, subject: Subject
) -> dict[str, Any]:
    """The requirement, and how it stands by what the question itself tells of it."""
    named = [row for test in tests_in(requirement.test) for row in _named_rows(guide, test, subject)]
    tells = set(subject.told) & figures_of(guide, requirement) and len(named) < 2
    facts = Known(guide, {**known, **subject.told}, lambda *_: False)  # the row says whom the rule binds
    told = tested(program, requirement.test, facts) if tells else ""
    return requirement_row(guide, requirement, known) | {"told": told, "asked": [] if tells else named}


def _named_rows(guide: Guide, test: Test, subject: Subject) -> list[dict[str, str]]:
    """The choices that the question names, as ``test`` has them: among those listed, left open, or neither."""
    if not isinstance(test, AnyOf):
        return []
    words = subject.named.get(test.figure, {})
    figure = guide.figure[test.figure]
    return [
        {"word": word, "name": figure.choice(choice).name, "listed": "yes" if choice in test.values else "open"}
        for word, choice in words.items()
        if choice in (*test.values, *test.open)
    ]


def these(guide: Guide, subject: Subject, found: Sequence[tuple[Program, Sequence[Requirement]]]) -> Reply:
    """Some requirements of programs in their own sentences."""
    text = render("figure", rows=_rule_rows(guide, found, subject.known, subject), excepted="", others=(), figures=())
    quotes = [Quote(each.clause, each.quote) for _, rules in found for each in rules]
    return answer("requirements", [program.id for program, _ in found], quotes, text)


def rules_on(guide: Guide, subject: Subject) -> str:
    """The rules of the named programs on the named figures, a line each, without their sentences; empty: there are none."""
    found = _testing(guide, subject, subject.chosen(guide))
    rows = _rule_rows(guide, found, subject.known, subject)
    return render("figure", rows=rows, excepted="", others=(), figures=()) if rows else ""


def _said(guide: Guide, subject: Subject) -> str:
    """The words by which the figures of the question are named in it."""
    named = [guide.figure[each] for each in subject.figures]
    return "，".join(name for one in named for name in (one.name, *one.names) if name in subject.text)


def related(guide: Guide, programs: Iterable[str], words: str) -> tuple[str, ...]:
    """Figures (ids) that these programs test and that have most words in common with ``words``: 注册地 with 在兰白两区内注册.

    A word is a pair of characters here, and counts where few figures have it in their names.
    """
    tested = figures_tested(guide, programs)
    shared = {figure: len(_pairs(words) & _own_pairs(guide)[figure]) for figure in tested}
    most = max(shared.values(), default=0)
    return tuple(figure for figure, count in shared.items() if count == most) if most else ()


@once
def _own_pairs(guide: Guide) -> dict[str, set[str]]:
    """Pairs of characters in each figure's name that stand in few others' names."""
    pairs = {each.id: _pairs(each.name) for each in guide.figures}
    many = Counter(pair for found in pairs.values() for pair in found)
    return {figure: {pair for pair in found if many[pair] <= FEW} for figure, found in pairs.items()}


def _pairs(text: str) -> set[str]:
    return {pair for place in range(len(text) - 1) if (pair := text[place : place + 2]).isalpha()} - NO_FIGURE


def _unnamed_figure(guide: Guide, subject: Subject) -> Reply:
    """A number was asked for that no figure's name tells: all that the guide states, and that it states no more."""
    reply = requirements(guide, subject)
    return replace(reply, text=render("figure_unnamed") + "\n" + reply.text)


def _testing(guide: Guide, subject: Subject, programs: tuple[Program, ...]) -> list[tuple[Program, list[Requirement]]]:
    wanted = set(subject.figures)
    rows = [
        (program, [each for each in applicable(program, subject.known) if wanted & figures_of(guide, each)])
        for program in programs
    ]
    return [(program, each_found) for program, each_found in rows if each_found]


def figure_silent(guide: Guide, subject: Subject) -> Reply:
    """That nothing of the kind is demanded; of what is had or not had (省级以下的实验室), with what is demanded instead."""
    asked = {guide.figure[each].kind for each in subject.figures}
    if asked == {"yes_no"} and subject.programs and any(each.requirements for each in subject.chosen(guide)):
        reply = requirements(guide, subject)
        wanted = [guide.figure[each].name for each in subject.figures]
        return replace(reply, text=render("figure_other", figures=wanted) + "\n" + reply.text)
    elsewhere = _testing(guide, Subject(figures=subject.figures, known=subject.known), guide.programs)
    sections = [each for program in subject.chosen(guide) for each in possible_sections(program, subject.known)]
    text = render(
        "figure_silent",
        figures=[guide.figure[each].name for each in subject.figures],
        programs=[program.name for program in subject.chosen(guide)],
        sections=dict.fromkeys(sections),
        elsewhere=[program.name for program, _ in elsewhere],
    )
    return silent("figure", subject.programs, dict.fromkeys(sections), text)
