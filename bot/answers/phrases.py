"""Rules, conditions and sections as short Chinese phrases, with every number taken from the rule itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from bot.answers.numbers import number
from bot.figures.values import Figures
from bot.guide.directions import match
from bot.guide.model import (
    AtLeast,
    Condition,
    FitsDirections,
    Guide,
    Program,
    Quote,
    QuotientAtLeast,
    Requirement,
    SectionCase,
    Test,
    tests_in,
)

_FITTING = 2  # sentences that name what one does


def requirement_phrase(guide: Guide, requirement: Requirement, known: Figures | None = None) -> str:
    """What must hold, with its threshold(s): 项目总投资：工业不低于800万元；农业、社会发展不低于500万元."""
    limits = [limit for test in tests_in(requirement.test) if (limit := _limit(guide, test, known or {}))]
    return requirement.text + "；".join(limits)


def _limit(guide: Guide, test: Test, known: Figures) -> str:
    if isinstance(test, QuotientAtLeast):
        return f"不低于{number(guide.figure[test.figure], test.threshold)}"
    if not isinstance(test, AtLeast):
        return ""
    figure = guide.figure[test.figure]
    if test.threshold is not None:
        return f"不低于{number(figure, test.threshold)}"
    return _limits_by_choice(guide, test, known)


def _limits_by_choice(guide: Guide, test: AtLeast, known: Figures) -> str:
    by = guide.figure[test.by or ""]
    chosen = known.get(by.id)
    if isinstance(chosen, str) and chosen in test.thresholds:
        return f"不低于{number(guide.figure[test.figure], test.thresholds[chosen])}（{by.choice(chosen).name}）"
    groups: dict[str, list[str]] = {}
    for choice, threshold in test.thresholds.items():
        groups.setdefault(number(guide.figure[test.figure], threshold), []).append(by.choice(choice).name)
    return "：" + "；".join(f"{'、'.join(names)}不低于{limit}" for limit, names in groups.items())


def sentences(guide: Guide, program: Program, rule: Requirement, known: Figures) -> tuple[Quote, ...]:
    """The sentences that a rule rests on: of what one does those that name it, where it was told."""
    own = Quote(rule.clause, rule.quote)
    if not isinstance(rule.test, FitsDirections):
        return (own,)
    told = str(known.get(rule.test.figure) or "")
    found = {each.direction for each in match(guide, told) if each.program == program.id} if told else set()
    fitting = tuple(Quote(each.clause, each.quote) for each in program.directions if each.id in found)
    return fitting[:_FITTING] or (own,)


def condition_phrase(guide: Guide, when: Condition) -> str:
    """企业 · 工业领域; empty where there is no condition."""
    return "、".join(
        "、".join(guide.figure[figure].choice(value).name for value in values) for figure, values in when.items()
    )


def applies(when: Condition, known: Figures) -> bool | None:
    """Whether a condition holds; None while a figure that it needs is unknown."""
    results = [_holds(figure, values, known) for figure, values in when.items()]
    if False in results:
        return False
    return None if None in results else True


def _holds(figure: str, values: tuple[str, ...], known: Figures) -> bool | None:
    value = known.get(figure)
    return value in values if isinstance(value, str) else None


def section_cases(program: Program, known: Figures) -> tuple[SectionCase, ...]:
    """The cases of the section rule that can still hold, the first sure one ending them."""
    return tuple(_cases(program, known))


def _cases(program: Program, known: Figures) -> Iterator[SectionCase]:
    for case in program.section.cases:
        holds = applies(case.when, known)
        if holds is not False:
            yield case
        if holds:
            return


def possible_sections(program: Program, known: Figures) -> tuple[str, ...]:
    """Sections that may take this program's applications."""
    return tuple(dict.fromkeys(case.section for case in section_cases(program, known)))


def sections_of(programs: Iterable[Program], known: Figures) -> tuple[str, ...]:
    """Sections that may take these programs' applications, each once and in the programs' order."""
    return tuple(dict.fromkeys(section for program in programs for section in possible_sections(program, known)))


def names(guide: Guide, programs: tuple[str, ...]) -> str:
    """Program names in a row."""
    return "、".join(guide.program[program].name for program in programs)


def open_conditions(case: SectionCase, known: Figures) -> Mapping[str, tuple[str, ...]]:
    """The part of a case's condition that the applicant has not settled."""
    return {figure: values for figure, values in case.when.items() if figure not in known}
