"""Finished checks by their receipts: kept when a check ends, shown again to the same applicant, replayed by staff."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timezone
from functools import lru_cache
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from bot.answers.reply import Reply, render
from bot.dialogue import check
from bot.dialogue.state import Conversation
from bot.eligibility import receipt
from bot.figures.known import from_json
from bot.figures.values import Figures, Value
from bot.guide.load import load
from bot.guide.model import Figure, Guide
from bot.store import repository
from bot.store.models import Assessment


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


def issue(session: Session, now: Edition, sender: str, programs: tuple[str, ...], payload: Mapping[str, Any]) -> str:
    """Keeps the check that ``payload`` tells, and gives its code: the same one for the same check of the same sender."""
    kept = {"conversation": sender, "guide": now.version, "programs": list(programs), "figures": payload["figures"]}
    for code in receipt.codes(json.dumps(kept, sort_keys=True)):
        found = repository.find_assessment(session, code)
        if found is None:
            repository.add_assessment(session, **kept, result=payload["programs"], receipt=code)
            return code
        if all(getattr(found, column) == value for column, value in kept.items()):
            return code
    raise AssertionError("codes never end")


def with_code(reply: Reply, code: str) -> Reply:
    """``reply`` with its receipt, in words and for programs."""
    return Reply(reply.text + "\n" + render("receipt", code=code), reply.payload | {"receipt": code})


def for_applicant(now: Edition, kept: Assessment) -> Reply | None:
    """The kept check worked out with the present guide; None where that has none of its programs any more."""
    reply = _worked_out(now.guide, kept)
    if reply is None:
        return None
    same = kept.guide == now.version
    heading = render("receipt_again", code=kept.receipt, same_guide=same, changed=_changed(kept, reply))
    return Reply(f"{heading}\n{reply.text}", reply.payload)


def for_staff(now: Edition, kept: Assessment) -> str:
    """The same with whether the guide's version is the one of then, and which verdicts are not what was told."""
    reply = _worked_out(now.guide, kept)
    told_at = kept.created_at.replace(tzinfo=timezone.utc).astimezone()
    heading = render(
        "receipt_replayed",
        code=kept.receipt,
        told_at=f"{told_at:%Y-%m-%d %H:%M}",
        then=kept.guide,
        now=now.version,
        changed=_changed(kept, reply),
    )
    return f"{heading}\n\n{reply.text}" if reply else heading


def _worked_out(guide: Guide, kept: Assessment) -> Reply | None:
    programs = tuple(program for program in kept.programs if program in guide.program)
    said = Conversation(figures=_readable(guide, from_json(kept.figures)), check=programs)
    return with_code(check.standing(guide, said, complete=True), kept.receipt) if programs else None


def _changed(kept: Assessment, reply: Reply | None) -> tuple[Changed, ...]:
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
