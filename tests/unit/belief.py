"""What an assistant must believe of an applicant after what was said, and what the core makes of it: the model."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from bot.dialogue.state import Conversation
from bot.eligibility.assessment import assess
from bot.eligibility.question import open_figures
from bot.figures.known import from_json
from bot.figures.possible import contradictions, disagreements, impossible
from bot.figures.values import Figures, Range, Value, bounds
from tests.unit.applicants import FITS, GUIDE
from tests.unit.wording import Said


def usable(known: Figures, said: Sequence[Said]) -> dict[str, Value]:
    """What of the figures said can be true beside what is known."""
    new = {each.figure: each.value for each in said if not impossible(GUIDE.figure[each.figure], each.value)}
    torn = {figure for conflict in contradictions(GUIDE, {**known, **new}) for figure in conflict.figures}
    return {figure: value for figure, value in new.items() if figure not in torn}


def contradicted(known: Figures, new: Figures, asked: str | None) -> list[str]:
    """Figures of which another exact value was said before, but for the one asked for and those that mend what disagreed."""
    other = [figure for figure, value in new.items() if figure != asked and _another(known.get(figure), value)]
    return [figure for figure in other if not _mends(known, figure, new[figure])]


def come_true(said: Sequence[Said]) -> dict[str, Value]:
    """What is said to be so since then: 合同签了也启动了 contradicts no 合同还没签."""
    return {each.figure: each.value for each in said if each.value is True and each.text.endswith("了")}


def _mends(known: Figures, figure: str, value: Value) -> bool:
    before = any(figure in each.figures for each in disagreements(GUIDE, known))
    return before and not any(figure in each.figures for each in disagreements(GUIDE, {**known, figure: value}))


def _another(before: Value | None, now: Value) -> bool:
    if before and now and isinstance(before, tuple) and isinstance(now, tuple):
        return False  # several choices add up
    return before not in (None, now) and not isinstance(before, Range) and not isinstance(now, Range)


def told_more(known: Figures, new: Figures, leave_out: Sequence[str] = ()) -> dict[str, Value]:
    """``known`` with what is new, but for what only repeats it less exactly; several choices add up."""
    more = {f: _added(known.get(f), value) for f, value in new.items() if not _vaguer(value, known.get(f))}
    return {**known, **{figure: value for figure, value in more.items() if figure not in leave_out}}


def _added(before: Value | None, now: Value) -> Value:
    if before and now and isinstance(before, tuple) and isinstance(now, tuple):
        return tuple(dict.fromkeys([*before, *now]))
    return now


def _vaguer(value: Value, known: Value | None) -> bool:
    if not isinstance(value, Range) or not isinstance(known, Decimal):
        return False
    low, high = bounds(value)
    return (low is None or low <= known) and (high is None or known <= high)


def open_in(conversation: Conversation, known: Figures) -> frozenset[str]:
    """What the check may still ask, by the core."""
    return open_figures(GUIDE, known, FITS, conversation.check, conversation.skipped)


def outcomes(payload: Mapping[str, Any]) -> dict[str, Any]:
    """Verdict, section and statuses by program, as a payload has them."""
    return {
        each["id"]: (each["verdict"], each["section"], [one["status"] for one in each["requirements"]])
        for each in payload["programs"]
    }


def judged(payload: Mapping[str, Any], known: Figures) -> dict[str, Any]:
    """The same by the core, of what is known and what the payload supposes."""
    figures = {**known, **from_json(payload.get("hypothesis", {}))}
    return {
        each.program: (each.verdict, each.section, [one.status for one in each.requirements])
        for each in assess(GUIDE, figures, FITS, [each["id"] for each in payload["programs"]]).programs
    }
