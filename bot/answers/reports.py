"""The report of a finished check: everything that was found, with the clauses in full, ready to be laid out on paper."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timezone
from typing import Any

from bot.guide.model import Clause, Guide

VERDICTS = {"eligible": "符合", "consult": "建议先咨询", "undetermined": "还不能确定", "not_eligible": "不符合"}
STATUSES = {
    "met": "符合",
    "not_met": "不符合",
    "unknown": "还不知道",
    "open": "由科室认定",
    "not_applicable": "不适用",
}


@dataclass(frozen=True)
class Report:
    """A finished check as it is printed.

    ``told`` is the moment (UTC) of the check, ``changed`` the programs (name, verdict of then, verdict of now) whose verdict
    is another by the guide of now; ``same_guide`` whether it is the guide of then.
    """

    code: str
    told: datetime
    title: str
    version: str
    same_guide: bool
    changed: tuple[tuple[str, str, str], ...]
    notes: tuple[str, ...]
    figures: tuple[Mapping[str, str], ...]
    programs: tuple[Mapping[str, Any], ...]
    clauses: tuple[Clause, ...]

    @property
    def date(self) -> str:
        """The moment of the check on the clock of the server's place."""
        return f"{self.told.replace(tzinfo=timezone.utc).astimezone():%Y年%m月%d日 %H:%M}"


def programs(payload: Mapping[str, Any]) -> tuple[Mapping[str, Any], ...]:
    """The programs of an ``assessment`` payload with their words: verdict and statuses."""
    known = {row["figure"]: row["value"] for row in payload["understood"]}
    return tuple(
        each
        | {
            "verdict_in_words": VERDICTS[each["verdict"]],
            "requirements": [
                row | {"status_in_words": STATUSES[row["status"]], "value": _value(row, known)}
                for row in each["requirements"]
            ],
        }
        for each in payload["programs"]
    )


def _value(requirement: Mapping[str, Any], known: Mapping[str, str]) -> str:
    """What the applicant said of the figures that a requirement tests; of a ratio, what its amounts come to."""
    measured = requirement.get("measure", {}).get("shown", {}).get("value")
    return measured or "；".join(known[figure] for figure in requirement["figures"] if figure in known)


def clauses(guide: Guide, payload: Mapping[str, Any]) -> tuple[Clause, ...]:
    """The clauses that the assessment rests on, in the guide's order: of its requirements, and of who takes it."""
    named = {row["clause"] for each in payload["programs"] for row in each["requirements"]}
    named |= {guide.program[each["id"]].section.clause for each in payload["programs"]}
    return tuple(clause for clause in guide.clauses if clause.id in named)
