"""Single thresholds and ratios: what the programs demand of the figures of a question."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence, Set
from dataclasses import replace
from typing import Any

from bot.answers.binding import Found, how_binding
from bot.answers.figures_meant import COUNTED, counted_with, in_its_words, in_their_words
from bot.answers.phrases import sections_of
from bot.answers.reply import Reply, answer, preceded_by, render, silent
from bot.answers.requirements import (
    applicable,
    figures_of,
    named_kinds,
    requirement_row,
    requirements,
)
from bot.answers.subject import Subject
from bot.eligibility.known import Known
from bot.eligibility.requirement import tested
from bot.figures.stated.compounds import names_one_part
from bot.figures.values import Figures, Range
from bot.figures.wording.denial import is_denial, is_under_review, lapses
from bot.figures.wording.levels import LEVEL
from bot.figures.wording.point_asked import point_asked
from bot.figures.wording.stance import is_not_yet, is_unsure
from bot.figures.wording.under_way import is_sought
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
)

_HOW_MANY = re.compile("多少|几|多[大长高久远]")
_IN_WORDS = re.compile(r"[至不最][少低]|[一两二三四五六七八九十\d]+[家个名项倍]")  # 至少有一家参与单位
NUMBERS = "数额、人数或比例"
_EITHER = re.compile(r"(?P<verb>[\u4e00-\u9fff]{1,2})不(?P=verb)|算[^，。；]{0,8}不算|不(?=[？?。 ]*$)")
BY_NAME = re.compile(r"对[^，。？?]{2,16}有(?:什么|啥|哪些|何)(?:样的)?(?:要求|规定|限制)")


def figure(guide: Guide, subject: Subject) -> Reply:
    """One threshold or ratio: the requirements of the named programs that test the named figures."""
    if not subject.figures:
        return _unnamed_figure(guide, subject)
    subject = replace(subject, figures=(*in_their_words(guide, subject), *counted_with(guide, subject)))
    found = _testing(guide, subject, subject.chosen(guide))
    excepted = _testing(guide, replace(subject, known={}), subject.chosen(guide)) if not found else []
    if not found and not excepted and (others := in_its_words(guide, subject)) != subject.figures:
        return figure(guide, replace(subject, figures=others))  # which these programs do test
    if not found and not excepted:
        return figure_silent(guide, subject)
    # A rule for others than the asker is shown as what it is: whom it binds, and that the asker is not among them.
    known = subject.known if found else {}
    rows = _rule_rows(guide, found or excepted, known, subject)
    quotes = _sentences(found or excepted)
    who = "" if found else named_kinds(guide, subject.known)
    without = _not_demanding(guide, subject, {program.id for program, _ in found or excepted})
    about = [guide.figure[each].name for each in subject.figures]
    text = _shown(rows, excepted=who, others=[program.name for program in without], figures=about)
    text = text if who or without else _behind_how_it_binds(guide, subject, found, rows, text)
    told = [program.id for program, _ in found or excepted]
    return answer(_topic(guide, subject), [*told, *(program.id for program in without)], quotes, text)


def _shown(
    rows: Sequence[dict[str, Any]], *, excepted: str = "", others: Sequence[str] = (), figures: Sequence[str] = ()
) -> str:
    """The rules, a line each; ``others``: the programs (names) that demand nothing of the ``figures`` (names); ``excepted``: the kinds
    of applicants that the rules are not for."""
    return render("figure", rows=rows, excepted=excepted, others=others, figures=figures)


def _sentences(found: Found) -> list[Quote]:
    """The guide's sentences that bear the rules."""
    return [Quote(each.clause, each.quote) for _, rules in found for each in rules]


def _behind_how_it_binds(
    guide: Guide, subject: Subject, found: Found, rows: Iterable[dict[str, Any]], text: str
) -> str:
    """``text`` of the rules ``found``, behind whether they bind; alone where a row says already how what is told stands to it."""
    if any(map(_is_judged, rows)):
        return text
    return "\n".join(filter(None, [how_binding(guide, subject, found), text]))


def _is_judged(row: dict[str, Any]) -> bool:
    """Whether it is told beside a rule how what the question names or tells stands to it."""
    return any(each["told"] or each["by_kind"] for each in row["requirements"])


def _topic(guide: Guide, subject: Subject) -> str:
    """A number is a figure, and so is what is asked for by its name (对企业资质有什么要求); what is had or not, who applies and
    where are conditions (docs/contract.md)."""
    counted = any(guide.figure[each].kind in COUNTED for each in subject.figures)
    return "figure" if counted or BY_NAME.search(subject.text) else "requirements"


def _not_demanding(guide: Guide, subject: Subject, stating: Collection[str]) -> list[Program]:
    """The programs asked about that demand no such number or choice; of what is had or not, words may differ."""
    plain = all(guide.figure[each].kind in (*COUNTED, "choices", "choice") for each in subject.figures)
    asked = subject.chosen(guide) if subject.programs and plain else ()
    return [program for program in asked if program.id not in stating]


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
    alone = {"enough": isinstance(requirement.test, AnyOf), "plainly": _is_held(subject.text)}
    named = [row | alone for test in tests_in(requirement.test) for row in _named_rows(guide, test, subject)]
    tells = set(subject.told) & figures_of(guide, requirement) and len(named) < 2
    facts = Known(guide, {**known, **subject.told}, lambda *_: False)  # the row says whom the rule binds
    told: str = tested(program, requirement.test, facts) if tells else ""
    by_kind = _by_kind(program, requirement.test, facts) if told == "unknown" else []
    told = "straddles" if told == "unknown" and not by_kind and _straddles(guide, requirement.test, subject) else told
    told = "in_part" if told == "met" and _in_part(guide, requirement, subject) else told
    return requirement_row(guide, requirement, known) | {
        "told": told,
        "by_kind": by_kind,
        "asked": [] if tells and told != "unknown" else named,  # of two things the rule wants, but one is told
    }


def _is_held(text: str) -> bool:
    """Whether nothing in the question says that what it names is not there, not yet, or no more: 小巨人够不够, and no 高企还在申请，行吗."""
    plain = _EITHER.sub("", text)
    return not any(says(plain) for says in (is_denial, is_not_yet, is_sought, is_under_review, lapses, is_unsure))


def _in_part(guide: Guide, requirement: Requirement, subject: Subject) -> bool:
    """Whether but one of the bodies is named that all have to be there: 要是成立个管理办公室呢."""
    return any(names_one_part(subject.text, guide.figure[each]) for each in figures_of(guide, requirement))


def _straddles(guide: Guide, test: Test, subject: Subject) -> bool:
    """Whether the range that the question tells may lie on either side of the one number that is demanded: 大概15个人; of a
    quotient whether both its amounts are told, and one as a range: 研发二十来个，总共70人."""
    if isinstance(test, QuotientAtLeast):
        both = [subject.told.get(each) for each in guide.figure[test.figure].amounts]
        return None not in both and any(isinstance(each, Range) for each in both)
    return isinstance(test, AtLeast) and isinstance(subject.told.get(test.figure), Range)


def _by_kind(program: Program, test: Test, facts: Known) -> list[dict[str, str]]:
    """How the test stands for applicants of each kind, where that differs and settles it: 700万 is enough for 农业, and
    not for 工业. Of whom the kind is known, it is not asked."""
    if not isinstance(test, AtLeast) or test.by is None or test.by in facts.figures:
        return []
    kinds: dict[str, list[str]] = {}
    for choice in test.thresholds:
        supposed = Known(facts.guide, {**facts.figures, test.by: choice}, facts.fits)
        kinds.setdefault(tested(program, test, supposed), []).append(facts.guide.figure[test.by].choice(choice).name)
    settled = {*kinds} - {"unknown"}
    return [{"status": status, "kinds": "、".join(names)} for status, names in kinds.items()] if settled else []


def _named_rows(guide: Guide, test: Test, subject: Subject) -> list[dict[str, str]]:
    """The choices that the question names, as ``test`` has them: among those listed, left open, or neither; none where it tells
    that none of them is held."""
    if not isinstance(test, AnyOf) or subject.told.get(test.figure) == ():
        return []
    words, lower = subject.named.get(test.figure, {}), subject.lower.get(test.figure, {})
    figure = guide.figure[test.figure]
    below = [
        {"word": word, "name": name, "listed": "lower"}
        for word, choice in lower.items()
        if choice in test.values and re.match(LEVEL, name := figure.choice(choice).name)
    ]
    return below + [
        {"word": word, "name": figure.choice(choice).name, "listed": "yes" if choice in test.values else "open"}
        for word, choice in words.items()
        if choice in (*test.values, *test.open)
    ]


def these(guide: Guide, subject: Subject, found: Sequence[tuple[Program, Sequence[Requirement]]]) -> Reply:
    """Some requirements of programs in their own sentences."""
    rows = _rule_rows(guide, found, subject.known, subject)
    text = _behind_how_it_binds(guide, subject, found, rows, _shown(rows))
    return answer("requirements", [program.id for program, _ in found], _sentences(found), text)


def rules_on(guide: Guide, subject: Subject) -> str:
    """The rules of the named programs on the named figures, a line each, without their sentences; empty: there are none."""
    found = _testing(guide, subject, subject.chosen(guide))
    rows = _rule_rows(guide, found, subject.known, subject)
    return _shown(rows) if rows else ""


def stands(guide: Guide, programs: Iterable[str], figures: Set[str], facts: Known) -> str:
    """How the rules of ``programs`` on ``figures`` stand for whom they bind: ``met``, ``not_met``, ``unknown``, ``short`` of what is
    only demanded in principle; empty where several stand differently."""
    rules = ((guide.program[each], rule) for each in programs for rule in guide.program[each].requirements)
    found = {
        _word(rule, tested(program, rule.test, facts)) for program, rule in rules if figures & figures_of(guide, rule)
    }
    return found.pop() if len(found) == 1 else ""


def _word(rule: Requirement, status: str) -> str:
    return "short" if status == "not_met" and rule.strength == "in_principle" else status


def as_requirement(rule: Reply) -> Reply:
    """``rule``, of what is had or of who applies, as a requirement and no number."""
    return replace(rule, payload={**rule.payload, "topic": "requirements"})


def _unnamed_figure(guide: Guide, subject: Subject) -> Reply:
    """A number was asked for that no figure's name tells: all numbers that the guide demands, and that it demands no more; of what
    only has a number in it all that is demanded."""
    if not _HOW_MANY.search(subject.text):  # 必须是211吗
        return preceded_by(requirements(guide, subject), render("all_there_is"))
    found = [(program, _counting(guide, program, subject.known)) for program in subject.chosen(guide)]
    counting = [(program, rules) for program, rules in found if rules]
    others = [program.name for program, rules in found if not rules]
    if not counting:
        return _silent_on(guide, subject, [NUMBERS], ())
    text = _shown(_rule_rows(guide, counting, subject.known, subject), others=others, figures=[NUMBERS])
    reply = answer("figure", [program.id for program, _ in found], _sentences(counting), text)
    return preceded_by(reply, render("figure_unnamed"))


def _counting(guide: Guide, program: Program, known: Figures) -> list[Requirement]:
    """What demands a number of whoever is known to ask."""
    return [
        each
        for each in applicable(program, known)
        if _IN_WORDS.search(each.quote) or any(guide.figure[one].kind in COUNTED for one in figures_of(guide, each))
    ]


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
    if (
        asked == {"yes_no"}
        and subject.programs
        and not point_asked(subject.text)
        and any(each.requirements for each in subject.chosen(guide))
    ):
        reply = requirements(guide, subject)
        wanted = [guide.figure[each].name for each in subject.figures]
        return preceded_by(reply, render("figure_other", figures=wanted))
    elsewhere = _testing(guide, Subject(figures=subject.figures, known=subject.known), guide.programs)
    names = [guide.figure[each].name for each in subject.figures]
    return _silent_on(guide, subject, names, [program.name for program, _ in elsewhere])


def _silent_on(guide: Guide, subject: Subject, figures: Sequence[str], elsewhere: Sequence[str]) -> Reply:
    """That the programs demand nothing of ``figures``, by their names; ``elsewhere``: the programs that do."""
    sections = sections_of(subject.chosen(guide), subject.known)
    programs = [program.name for program in subject.chosen(guide)]
    text = render("figure_silent", figures=figures, programs=programs, sections=sections, elsewhere=elsewhere)
    return silent("figure", subject.programs, dict.fromkeys(sections), text)
