"""A conversation taken to another channel: asked for here, taken up there with a code that is short-lived and good once.

Whoever has the code has the conversation; without it nothing moves. The code is shown once and kept as a digest alone.
Until it is used the conversation goes on here, and what is said meanwhile moves with it; afterwards it is there and not
here any more.
"""

from __future__ import annotations

import hashlib
import re
import secrets
import time
import unicodedata
from collections.abc import Mapping
from enum import Enum
from typing import Any

from sqlalchemy.orm import Session

from bot.store import handoffs, repository

SECONDS = 600.0
LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ"  # none that looks like a digit
DIGITS = "0123456789"
MOST_GUESSES = 5  # of one sender in an hour
MOST_GUESSES_OF_ALL = 300  # in the life of a code; senders cost nothing, so that the first bound alone bounds little
HOUR = 3600.0
OUT, IN = "handed_out", "taken_in"  # keys beside those of the conversation, in what is remembered between two turns

_PLACE = r"(?:企业微信|企微|微信|公众号|手机|网页|网站|网上|电脑|别的地方|[其另][他一]个?渠道)(?:上面?|里面?|那边)?"
_GO_ON = r"(?:再|接着|继续)(?:查|问|聊|看|做|办|弄|用)?"
_ASKS = re.compile(
    rf"(?:我|想|要|请|帮我|能不能|可以|把|这个|这次|对话|核对){{0,5}}(?:"
    rf"[换转挪带搬]到?{_PLACE}去?(?:{_GO_ON}|查|问|聊|看)?|[在去到]{_PLACE}{_GO_ON}"
    rf"|(?:给我|要|生成|获取|取|发){{0,2}}一?个?接续码)(?:吧|吗|呢|可以吗|行吗|好吗)?[。.!！?？]?"
)
_CODE = re.compile(r"接[着续](?:查|码|问)?(?:是|为)?[:：,， ]{0,3}([A-Z]{4})[-‐‑‒–—―−_ ]{0,3}([0-9OIL]{4})(?![0-9A-Z])")
_LOOKS_ALIKE = str.maketrans("OIL", "011")


class Refusal(Enum):
    """Why a code moves nothing."""

    UNKNOWN = "unknown"
    TOO_OFTEN = "too_often"
    HERE = "here"


def asks(text: str) -> bool:
    """Whether the message wants to go on in another channel: 换到微信接着查, 给我一个接续码."""
    return bool(_ASKS.fullmatch(text.strip()))


def read(text: str) -> str | None:
    """The code in 接着查 ABCD-1234; None where there is none, as in a bare 接着查, which takes up a check that was stopped."""
    found = _CODE.search(unicodedata.normalize("NFKC", text).upper())
    return f"{found[1]}-{found[2].translate(_LOOKS_ALIKE)}" if found else None


def begin(session: Session, sender: str, memory: Mapping[str, Any]) -> tuple[str, dict[str, Any]]:
    """A new code for this conversation, and what is to be remembered here."""
    code = "-".join("".join(secrets.choice(characters) for _ in range(4)) for characters in (LETTERS, DIGITS))
    kept, now = plain(memory), time.time()
    purge(session)
    handoffs.open_for(session, sender, _digest(code), kept, now + SECONDS)
    return code, kept | {OUT: _digest(code)}


def purge(session: Session) -> None:
    """Deletes what codes that ran out still hold, and guesses that count no more."""
    now = time.time()
    handoffs.purge(session, now, guesses_until=now - HOUR)


def take(session: Session, sender: str, memory: Mapping[str, Any], code: str) -> dict[str, Any] | Refusal:
    """What is to be remembered here: the conversation that the code stands for, which brings its receipts."""
    now, digest = time.time(), _digest(code)
    if memory.get(IN) == digest or memory.get(OUT) == digest:
        return Refusal.HERE
    often = handoffs.guesses(session, now - HOUR, sender) >= MOST_GUESSES
    if often or handoffs.guesses(session, now - SECONDS) >= MOST_GUESSES_OF_ALL:
        return Refusal.TOO_OFTEN
    row = handoffs.find(session, digest)
    if row is None or row.expires < now or row.conversation == sender or not handoffs.take(session, row, sender):
        handoffs.add_guess(session, sender, now)
        return Refusal.UNKNOWN
    repository.move(session, row.conversation, sender)
    return dict(row.memory) | {IN: digest}


def gone(session: Session, memory: Mapping[str, Any]) -> bool:
    """Whether this conversation has been taken up elsewhere."""
    row = handoffs.find(session, memory[OUT])
    return row is not None and row.taker is not None


def keep_up(session: Session, digest: str, memory: Mapping[str, Any]) -> None:
    """What was said here since the code was given moves with the conversation."""
    row = handoffs.find(session, digest)
    if row is not None and row.taker is None:
        row.memory = plain(memory)


def plain(memory: Mapping[str, Any]) -> dict[str, Any]:
    """The conversation alone, as its own module reads it."""
    return {key: value for key, value in memory.items() if key not in (OUT, IN)}


def marks(memory: Mapping[str, Any]) -> dict[str, Any]:
    """What stands beside the conversation."""
    return {key: value for key, value in memory.items() if key in (OUT, IN)}


def _digest(code: str) -> str:
    return hashlib.sha256(code.encode()).hexdigest()
