"""Finished checks by their receipts: kept when a check ends, shown again to the same applicant, replayed by staff."""

from __future__ import annotations

import hashlib
import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timezone
from functools import lru_cache
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from bot.answers import reports
from bot.answers.reply import Reply, render
from bot.dialogue.checking import check
from bot.dialogue.state import Conversation
from bot.eligibility import receipt
from bot.figures.known import from_json
from bot.figures.values import Figures, Value
from bot.guide.load import load
from bot.guide.model import Figure, Guide
from bot.store import repository
from bot.store.models import Assessment

BYTES_OF_AN_ADDRESS = 32


@dataclass(frozen=True)
class Edition:
    """A guide and its ``version``: the id with the digest of the file, so that no two files share it."""

    guide: Guide
    version: str


@lru_cache(maxsize=4)
def edition(path: Path) -> Edition:
    """The guide in this file, loaded once. Raises GuideFaults, OSError."""
    guide = load(path)
    return Edition(guide, f"{guide.id}@{hashlib.sha256(path.read_bytes()).hexdigest()[:16]}")


@dataclass(frozen=True)
class Changed:
    """A verdict that is not what was told: ``told`` then, ``now`` (None: the guide has no such program any more)."""

    program: str
    told: str
    now: str | None


@dataclass(frozen=True)
class Receipt:
    """A kept check's ``code``, and the last part of its report's address, which nobody can guess."""

    code: str
    report: str


def issue(
    session: Session, now: Edition, sender: str, programs: tuple[str, ...], payload: Mapping[str, Any]
) -> Receipt:
    """Keeps the check that ``payload`` tells: the same check of the same sender has one receipt, however often told."""
    kept = {"conversation": sender, "guide": now.version, "programs": list(programs), "figures": payload["figures"]}
    for code in receipt.codes(json.dumps(kept, sort_keys=True)):
        found = repository.find_assessment(session, code)
        if found is None:
            found = repository.add_assessment(session, **kept, result=payload["programs"], receipt=code)
        if all(getattr(found, column) == value for column, value in kept.items()):
            found.report = found.report or secrets.token_urlsafe(BYTES_OF_AN_ADDRESS)
            return Receipt(code, found.report)
    raise AssertionError("codes never end")


def with_receipt(reply: Reply, code: str, report: str | None) -> Reply:
    """``reply`` with its receipt and the address of its report, where it has one; in words and for programs."""
    text = reply.text + "\n" + render("receipt", code=code, report=report)
    return Reply(text, reply.payload | {"receipt": code} | ({"report": report} if report else {}))


def for_applicant(now: Edition, kept: Assessment, below: str) -> Reply | None:
    """The kept check worked out with the present guide; None where that has none of its programs any more.

    ``below``: the address below which reports are found.
    """
    reply = worked_out(now.guide, kept)
    if reply is None:
        return None
    reply = with_receipt(reply, kept.receipt, kept.report and below + kept.report)
    same = kept.guide == now.version
    heading = render("receipt_again", code=kept.receipt, same_guide=same, changed=changed(kept, reply))
    return Reply(f"{heading}\n{reply.text}", reply.payload | {"notes": [heading, *reply.payload.get("notes", [])]})


def for_staff(now: Edition, kept: Assessment) -> str:
    """The same with whether the guide's version is the one of then, and which verdicts are not what was told."""
    reply = worked_out(now.guide, kept)
    if reply:
        reply = with_receipt(reply, kept.receipt, None)
    told_at = kept.created_at.replace(tzinfo=timezone.utc).astimezone()
    heading = render(
        "receipt_replayed",
        code=kept.receipt,
        told_at=f"{told_at:%Y-%m-%d %H:%M}",
        then=kept.guide,
        now=now.version,
        changed=changed(kept, reply),
    )
    return f"{heading}\n\n{reply.text}" if reply else heading


def report(now: Edition, kept: Assessment) -> reports.Report | None:
    """The kept check, worked out with the present guide, as a report; None where that has none of its programs."""
    reply = worked_out(now.guide, kept)
    if reply is None:
        return None
    words = reports.VERDICTS
    return reports.Report(
        code=kept.receipt,
        told=kept.created_at,
        title=now.guide.title,
        version=now.version,
        same_guide=kept.guide == now.version,
        changed=tuple(
            (each.program, words[each.told], words[each.now] if each.now else "") for each in changed(kept, reply)
        ),
        notes=tuple(reply.payload.get("notes", ())),
        figures=tuple(reply.payload["understood"]),
        programs=reports.programs(reply.payload),
        clauses=reports.clauses(now.guide, reply.payload),
    )


def worked_out(guide: Guide, kept: Assessment) -> Reply | None:
    """The assessment of a kept check by ``guide``; None where that has none of its programs."""
    programs = tuple(program for program in kept.programs if program in guide.program)
    said = Conversation(figures=_readable(guide, from_json(kept.figures)), check=programs)
    return check.standing(guide, said, complete=True) if programs else None


def changed(kept: Assessment, reply: Reply | None) -> tuple[Changed, ...]:
    """The verdicts that were told and are not those of ``reply``."""
    now = {each["id"]: each["verdict"] for each in reply.payload["programs"]} if reply else {}
    told = [Changed(each["name"], each["verdict"], now.get(each["id"])) for each in kept.result]
    return tuple(each for each in told if each.told != each.now)


def _readable(guide: Guide, figures: Figures) -> dict[str, Value]:
    """The figures that the present guide still asks for, with values that it still knows."""
    return {
        each: value for each, value in figures.items() if each in guide.figure and _known(guide.figure[each], value)
    }


def _known(figure: Figure, value: Value) -> bool:
    chosen = value if isinstance(value, tuple) else (value,)
    return not figure.choices or {choice.id for choice in figure.choices}.issuperset(chosen)
