"""The check in words: the next question, and the assessment with its reasons, gaps and what would turn it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from bot.answers.gaps import gap_json, gap_text
from bot.answers.measures import measure
from bot.answers.numbers import number, shown, yes_and_no
from bot.answers.phrases import applies, condition_phrase, possible_sections, requirement_phrase, sentences
from bot.answers.reply import Reply, answer, button, distinct, render
from bot.answers.requirements import figures_of
from bot.eligibility.assessment import Assessment, ProgramAssessment, RequirementStatus
from bot.eligibility.nearest import is_at_best_to_consult, is_open_to_all, unknown
from bot.eligibility.turning import Turn
from bot.figures.known import number_json, to_json
from bot.figures.values import Figures, Value
from bot.guide.model import AtLeast, Figure, Guide, Program, Quote, tests_in

RANK = ("eligible", "consult", "undetermined", "not_eligible")
WHO = "applicant_type"
NOT_KNOWN = "不清楚"
OUTCOMES = {
    "eligible": "结果就是“符合”",
    "consult": "结果就是“建议先咨询”",
    "undetermined": "就不再是“不符合”，要看还没说的几项",
}


@dataclass(frozen=True)
class Progress:
    """Where a check stands: figures answered, and an upper bound of questions left."""

    answered: int
    at_most_remaining: int
    programs: tuple[str, ...]


def question(
    guide: Guide,
    figure_id: str,
    progress: Progress,
    figures: Figures,
    *,
    reason: str = "",
    choices: Iterable[str] = (),
) -> Reply:
    """Asks for one figure, with the ``figures`` understood so far.

    ``reason`` says why the last reply could not be used; ``choices`` replace the figure's own.
    """
    figure = guide.figure[figure_id]
    buttons = [button(title) for title in choices] or _choices(figure)
    payload: dict[str, Any] = {
        "kind": "question",
        "figure": figure_id,
        "programs": list(progress.programs),
        "answered": progress.answered,
        "at_most_remaining": progress.at_most_remaining,
        "understood": understood(guide, figures),
    }
    if buttons:
        payload["choices"] = buttons
    if reason:
        payload["reason"] = reason
    return Reply(render("question", figure=figure, buttons=buttons, reason=reason, progress=progress), payload)


def _choices(figure: Figure) -> list[dict[str, str]]:
    if figure.kind == "yes_no":
        return [button(title) for title in (*yes_and_no(figure), NOT_KNOWN)]
    named = [button(choice.name) for choice in figure.choices]
    return [*named, button("都没有")] if figure.kind == "choices" else named


def assessment(
    guide: Guide,
    result: Assessment,
    figures: Figures,
    *,
    complete: bool,
    turns: Iterable[Turn] = (),
    hypothesis: Figures | None = None,
    set_aside: Collection[str] = (),
    nearest: ProgramAssessment | None = None,
    report: str | None = None,
    turned: str = "",
) -> Reply:
    """The verdicts of a check, ranked where there are several, each with its reasons and section.

    ``set_aside`` are figures (ids) that do not count under the ``hypothesis``; ``nearest`` is another program to try, where all of these are ruled out;
    ``turned`` are the words on how a hypothesis turns the verdicts.
    """
    ranked = sorted(result.programs, key=lambda each: RANK.index(each.verdict))
    supposed = {**{each: figures[each] for each in figures if each not in set_aside}, **(hypothesis or {})}
    turns = tuple(turns)
    payload: dict[str, Any] = {
        "kind": "assessment",
        "complete": complete,
        "figures": to_json(figures),
        "understood": understood(guide, figures),
        "programs": [_program_payload(guide, each, supposed, turns) for each in ranked],
    }
    if hypothesis is not None:
        payload["hypothesis"] = to_json(hypothesis)
    if turns:
        payload["turning"] = [_turn_payload(each) for each in turns]
    if nearest:
        payload["nearest"] = {"id": nearest.program, "verdict": nearest.verdict, "unknown": unknown(nearest)}
    if report:
        payload["report"] = report
    text = render(
        "assessment" if len(ranked) == 1 else "assessments",
        complete=complete,
        hypothesis=understood(guide, hypothesis or {}),
        turned=turned,
        figures=understood(guide, figures),
        programs=[_program_row(guide, each, supposed, turns) for each in ranked],
        quotes=_quotes(guide, ranked, supposed) if len(ranked) == 1 else (),
        nearest=_nearest_row(guide, nearest) if nearest else None,
    )
    return Reply(text, payload)


def _nearest_row(guide: Guide, other: ProgramAssessment) -> dict[str, Any]:
    return {
        "name": guide.program[other.program].name,
        "verdict": other.verdict,
        "unknown": unknown(other),
        "by_field_alone": is_open_to_all(other),
        "consult_at_best": is_at_best_to_consult(other),
    }


def _quotes(guide: Guide, results: Iterable[ProgramAssessment], known: Figures) -> tuple[Quote, ...]:
    """The words that the statuses rest on."""
    return distinct(
        quote
        for result in results
        for each in result.requirements
        if each.status != "not_applicable"
        for quote in sentences(guide, guide.program[result.program], each.requirement, known)
    )


def _program_payload(
    guide: Guide, result: ProgramAssessment, figures: Figures, turns: tuple[Turn, ...]
) -> dict[str, Any]:
    program = guide.program[result.program]
    return {
        "id": program.id,
        "name": program.name,
        "verdict": result.verdict,
        "section": result.section,
        "possible_sections": list(possible_sections(program, figures)),
        "own_requirements": program.own_requirements,
        "requirements": [_requirement_payload(guide, each, figures) for each in result.requirements],
        "materials": _materials(guide, program, figures),
        "judged": [each.text for each in program.judged],
        "turns": [_turn_row(guide, each, figures) for each in turns if each.program == program.id],
    }


def _requirement_payload(guide: Guide, result: RequirementStatus, figures: Figures) -> dict[str, Any]:
    requirement = result.requirement
    payload: dict[str, Any] = {
        "clause": requirement.clause,
        "strength": requirement.strength,
        "status": result.status,
        "text": requirement_phrase(guide, requirement, figures),
        "quote": requirement.quote,
        "figures": [figure for figure in guide.figure if figure in figures_of(guide, requirement)],
    }
    if result.gap:
        payload["gap"] = gap_json(result.gap)
        payload["gap_text"] = gap_text(guide, result, figures)
    drawn = measure(guide, requirement.test, figures)
    return payload | ({"measure": drawn} if drawn else {})


def _turn_payload(turn: Turn) -> dict[str, Any]:
    payload: dict[str, Any] = {"program": turn.program, "figure": turn.figure, "verdict": turn.verdict}
    if turn.needs_at_least is not None:
        return payload | {"needs_at_least": number_json(turn.needs_at_least)}
    value = turn.value
    return payload | {"value": list(value) if isinstance(value, tuple) else value}


def _materials(guide: Guide, program: Program, figures: Figures) -> list[str]:
    """Names of what to hand in; with the condition while it is unknown whether it applies."""
    rows = []
    for material in program.materials:
        holds = applies(material.when, figures)
        if holds is not False:
            who = condition_phrase(guide, material.when)
            rows.append(material.name if holds else f"{material.name}（{who}申报的）")
    return rows


def _program_row(guide: Guide, result: ProgramAssessment, figures: Figures, turns: tuple[Turn, ...]) -> dict[str, Any]:
    program = guide.program[result.program]
    return {
        "name": program.name,
        "own": program.own_requirements,
        "verdict": result.verdict,
        "unknown": sum(each.status == "unknown" for each in result.requirements),
        "section": result.section,
        "possible_sections": possible_sections(program, figures),
        "requirements": [_requirement_row(guide, each, figures) for each in result.requirements],
        "materials": _materials(guide, program, figures),
        "judged": [each.text for each in program.judged],
        "turns": [
            _turn_row(guide, each, figures)
            for each in turns
            if each.program == result.program and _is_a_way(each, figures)
        ],
    }


def _is_a_way(turn: Turn, figures: Figures) -> bool:
    """Whether the applicant can do what would turn the verdict: nobody can become another kind of applicant, nor is one that
    has not said its kind advised to be what it takes to have to consult."""
    return turn.figure != WHO or WHO not in figures and turn.verdict == "eligible"


def _requirement_row(guide: Guide, result: RequirementStatus, figures: Figures) -> dict[str, Any]:
    requirement = result.requirement
    return {
        "status": result.status,
        "strength": requirement.strength,
        "text": requirement_phrase(guide, requirement, figures),
        "clause": requirement.clause,
        "quote": requirement.quote,
        "gap": gap_text(guide, result, figures),
    }


def _turn_row(guide: Guide, turn: Turn, figures: Figures) -> dict[str, str]:
    figure = guide.figure[turn.figure]
    if turn.needs_at_least is not None:
        change = _reached(guide, turn, turn.needs_at_least, figures)
    elif turn.value is True:
        change = f"满足“{figure.name}”"
    else:
        change = f"{figure.name}是{_value_text(figure, turn.value)}"
    return {"change": change, "verdict": turn.verdict, "outcome": OUTCOMES[turn.verdict]}


def _reached(guide: Guide, turn: Turn, needed: Decimal, figures: Figures) -> str:
    """The number to be reached; while what decides on it is not told, of each kind, as the largest is not everybody's."""
    figure, rules = guide.figure[turn.figure], guide.program[turn.program].requirements
    tests = ((rule, test) for rule in rules for test in tests_in(rule.test) if isinstance(test, AtLeast))
    open_ = [rule for rule, test in tests if test.figure == figure.id and test.by and test.by not in figures]
    if open_:
        return "、".join(f"满足“{requirement_phrase(guide, each, figures)}”" for each in open_)
    return f"{figure.name}达到{number(figure, needed)}"


def _value_text(figure: Figure, value: Value | None) -> str:
    return shown(figure, value) if value is not None else ""


def understood(guide: Guide, figures: Mapping[str, Value]) -> list[dict[str, str]]:
    """``{figure, name, value}`` of what is known of the applicant, in the guide's order, in words."""
    return [
        {"figure": figure.id, "name": figure.name, "value": shown(figure, figures[figure.id])}
        for figure in guide.figures
        if figure.id in figures
    ]


def reason(guide: Guide, figure: Figure, quotes: Iterable[Quote], programs: Iterable[str]) -> Reply:
    """Why ``figure`` is asked for: an answer with the clauses that need it."""
    text = render("talk_why", figure=figure)
    return answer("figure", [program for program in guide.program if program in set(programs)], quotes, text)
