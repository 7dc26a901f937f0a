"""What a figure falls short of, in words and as docs/contract.md has it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from decimal import Decimal
from typing import Any

from bot.answers.numbers import just_below, number, shown
from bot.answers.requirements import figures_of
from bot.eligibility.assessment import Assessment, RequirementStatus, assess
from bot.eligibility.gap import Bound, Gap, implied
from bot.eligibility.known import Known
from bot.figures.known import number_json
from bot.figures.values import Figures, Range, Value
from bot.guide.model import AtLeast, Figure, Guide, tests_in, tests_of


def gap_json(gap: Gap) -> dict[str, Any]:
    """A gap as docs/contract.md has it, in the figure's own unit."""
    return {
        "figure": gap.figure,
        "needs_at_least": number_json(gap.needs_at_least),
        "short_by": number_json(gap.short_by),
    }


def gap_text(guide: Guide, result: RequirementStatus, known: Figures) -> str:
    """What is needed at least and how much of it is missing, by what is ``known`` of the applicant; empty where nothing is."""
    if not result.gap:
        return ""
    figure = guide.figure[result.gap.figure]
    needed = f"{figure.name}至少要{number(figure, result.gap.needs_at_least)}"
    if figure.kind == "ratio":  # 还差 1 of 3:1 tells nobody how much
        return needed
    return f"{needed}，{_short(figure, result.gap, known.get(figure.id), figures_of(guide, result.requirement), known)}"


def _short(figure: Figure, gap: Gap, said: Value | None, tested: Collection[str], known: Figures) -> str:
    """By how much it falls short: of a range at least by what its upper end lacks, which 不到800万 leaves open."""
    below = just_below(figure, said) if isinstance(said, Range) else None
    if below is not None:
        rest = gap.needs_at_least - below
        return f"还差 {_difference(figure, rest)}以上" if rest > 0 else "您说的还不到这个数"
    vague = any(isinstance(known.get(each), Range) for each in tested)
    return f"{'至少' if vague else ''}还差 {_difference(figure, gap.short_by)}"


def gaps(guide: Guide, result: Assessment, figures: Collection[str], known: Figures) -> list[str]:
    """What the applicant still needs of these figures, or of what they are worked out from, a phrase each.

    ``known``: what is known of the applicant.
    """
    found = [
        one
        for program in result.programs
        for one in program.requirements
        if one.gap and one.status == "not_met" and set(figures_of(guide, one.requirement)) & set(figures)
    ]
    ranked = sorted((one.gap.needs_at_least, place) for place, one in enumerate(found) if one.gap)
    most = {one.gap.figure: one for _, place in ranked if (one := found[place]).gap}
    return [gap_text(guide, one, known) for one in most.values()]


def gaps_by_kind(guide: Guide, programs: Collection[str], figures: Collection[str], known: Figures) -> list[str]:
    """As ``gaps``, for applicants of each kind where the kind decides on the threshold and is not known, a phrase each:
    工业的，项目总投资至少要800万元，还差 100万元."""
    tests = [each for each in tests_of(guide.program[one] for one in programs) if isinstance(each, AtLeast)]
    deciding = {each.by: each.thresholds for each in tests if each.by and each.figure in {*figures} & {*known}}
    kinds: dict[str, list[str]] = {}
    for by, choices in deciding.items():
        for choice in choices if by not in known else ():
            supposed = {**known, by: choice}
            short = gaps(guide, assess(guide, supposed, lambda *_: False, programs), figures, supposed)
            for text in short:
                kinds.setdefault(text, []).append(guide.figure[by].choice(choice).name)
    return [f"{'、'.join(names)}的，{text}" for text, names in kinds.items()]


def bounds(guide: Guide, programs: Iterable[str], figures: Collection[str], known: Figures) -> list[str]:
    """What one amount of a ratio has to be by the other, which alone is ``known``, a phrase each: 自筹至少要450万元."""
    facts = Known(guide, known, lambda *_: False)
    rules = [each for program in programs for each in guide.program[program].requirements]
    binding = [each for each in rules if not each.when or facts.holds(each.when) is not False]
    found = (implied(test, facts) for each in binding for test in tests_in(each.test))
    return list(dict.fromkeys(_bound_text(guide, each, known) for each in found if each and each.figure in figures))


def other_amounts(guide: Guide, programs: Iterable[str], known: Figures, told: Collection[str]) -> list[str]:
    """What the other amount of a ratio has to be where of both but one is ``known``, and just ``told``, a sentence each."""
    pairs = [each.amounts for each in guide.figures if {*each.amounts} & {*told}]
    others = {one for both in pairs for one in both if one not in known}
    return [f"{each}。" for each in bounds(guide, programs, others, known)]


def bounds_instead(guide: Guide, programs: Iterable[str], figures: Collection[str], known: Figures) -> list[str]:
    """The same of each of these amounts, whatever is said of it itself: 按我450万的自筹，财政最多能要多少."""
    rules = tuple(programs)
    apart = (
        bounds(guide, rules, [each], {figure: value for figure, value in known.items() if figure != each})
        for each in guide.figure
        if each in figures and each in known
    )
    return list(dict.fromkeys(text for found in apart for text in found))


def _bound_text(guide: Guide, bound: Bound, known: Figures) -> str:
    by, figure = guide.figure[bound.by], guide.figure[bound.figure]
    said = shown(by, known[bound.by])
    return f"按{by.name}{said}算，{figure.name}{'最多' if bound.at_most else '至少要'}{number(figure, bound.value)}"


def _difference(figure: Figure, short_by: Decimal) -> str:
    if figure.kind == "share":
        return f"{round(short_by * 100, 4):f}".rstrip("0").rstrip(".") + " 个百分点"
    return number(figure, short_by)
