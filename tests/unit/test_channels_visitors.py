"""Who a visitor is: tokens that cannot be made or altered elsewhere, sender ids that say nothing, and the key of both."""

from __future__ import annotations

import stat
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import jwt
import pytest

from bot.channels.keys import key
from bot.channels.visitors import AUDIENCE, SECONDS_OF_A_TOKEN, SENDER_PREFIX, Forged, Identity, Token
from bot.settings import SettingsError

KEY, ANOTHER = "k" * 64, "a" * 64
NOW = int(time.time())
CLAIMS = {"sub": "0" * 32, "aud": AUDIENCE, "iat": NOW, "exp": NOW + 60}


def test_a_token_is_read_as_it_was_made() -> None:
    identity = Identity(KEY)
    token = identity.new()
    assert identity.read(identity.signed(token)) == token
    assert jwt.decode(identity.signed(token), options={"verify_signature": False})["exp"] == (
        token.made_at + SECONDS_OF_A_TOKEN
    )


def test_a_newer_token_is_of_the_same_visitor() -> None:
    identity = Identity(KEY)
    old = Token("0" * 32, NOW - 1000)
    newer = identity.renewed(old)
    assert newer.made_at > old.made_at
    assert identity.sender(newer) == identity.sender(old)


def test_a_sender_says_nothing_of_the_token_and_needs_the_key() -> None:
    token = Token("0" * 32, NOW)
    sender = Identity(KEY).sender(token)
    assert sender.startswith(SENDER_PREFIX)
    assert token.visitor not in sender
    assert sender != Identity(ANOTHER).sender(token)
    assert len({Identity(KEY).sender(Identity(KEY).new()) for _ in range(50)}) == 50


@pytest.mark.parametrize(
    ("claims", "signing"),
    [
        (CLAIMS | {"exp": NOW - 1}, (KEY, "HS256")),
        (CLAIMS | {"iat": NOW + 3600}, (KEY, "HS256")),
        (CLAIMS | {"aud": "another"}, (KEY, "HS256")),
        (CLAIMS, (ANOTHER, "HS256")),
        (CLAIMS, (KEY, "HS512")),
        (CLAIMS, (None, "none")),
        ({name: value for name, value in CLAIMS.items() if name != "exp"}, (KEY, "HS256")),
        ({name: value for name, value in CLAIMS.items() if name != "sub"}, (KEY, "HS256")),
        ({name: value for name, value in CLAIMS.items() if name != "aud"}, (KEY, "HS256")),
    ],
    ids=[
        "expired",
        "of the future",
        "for another",
        "another key",
        "another way",
        "unsigned",
        "for ever",
        "of nobody",
        "for all",
    ],
)
def test_what_was_not_made_here_or_is_over_is_no_token(claims: dict[str, Any], signing: tuple[str, str]) -> None:
    with pytest.raises(Forged):
        Identity(KEY).read(jwt.encode(claims, *signing))


@pytest.mark.parametrize("text", ["", "a.b.c", "null", "Bearer", "\u00e9", "." * 3000])
def test_what_is_no_token_at_all_is_refused(text: str) -> None:
    with pytest.raises(Forged):
        Identity(KEY).read(text)


def test_a_token_altered_anywhere_is_none() -> None:
    identity = Identity(KEY)
    signed = identity.signed(identity.new())
    for place in range(0, len(signed) - 1, 7):  # of the last character, some bits stand for nothing
        altered = signed[:place] + ("A" if signed[place] != "A" else "B") + signed[place + 1 :]
        with pytest.raises(Forged):
            identity.read(altered)


def test_the_key_is_made_once_and_is_nobody_elses(tmp_path: Path) -> None:
    file = tmp_path / "var" / "web_secret"
    with ThreadPoolExecutor(8) as pool:
        made = set(pool.map(lambda _: key(None, file), range(16)))
    assert made == {key(None, file)}
    assert len(made.pop()) >= 32
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert [path.name for path in file.parent.iterdir()] == [file.name]


def test_the_settings_come_before_the_file(tmp_path: Path) -> None:
    assert key(KEY, tmp_path / "web_secret") == KEY
    assert list(tmp_path.iterdir()) == []


def test_a_file_with_less_than_a_key_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "web_secret"
    file.write_text("", encoding="ascii")
    with pytest.raises(SettingsError, match="web_secret"):
        key(None, file)
