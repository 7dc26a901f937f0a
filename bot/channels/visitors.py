"""Who a visitor of the web page is: signed tokens that say nothing, and sender ids that nobody can choose or guess."""

from __future__ import annotations

import hashlib
import hmac
import secrets
import time
from dataclasses import dataclass

import jwt

SENDER_PREFIX = "web-"
ALGORITHM = "HS256"
AUDIENCE = "visitor"
BYTES_OF_A_VISITOR = 16  # 128 bits
SECONDS_OF_A_TOKEN = 30 * 24 * 3600
SECONDS_TO_REFRESH = 24 * 3600
# After the newest token in use was made: one that it was exchanged for at its very end is over by then, too.
SECONDS_OF_A_VISITOR = 2 * SECONDS_OF_A_TOKEN


class Forged(ValueError):
    """A token that is not ours, was altered, or has expired."""


@dataclass(frozen=True)
class Token:
    """What a token says: whose it is, as a random number, and when it was made (seconds since 1970)."""

    visitor: str
    made_at: int


class Identity:
    """Makes and reads tokens under one ``key``; the sender ids follow from it."""

    def __init__(self, key: str) -> None:
        self._key = key

    def new(self) -> Token:
        """A new visitor's first token."""
        return Token(secrets.token_hex(BYTES_OF_A_VISITOR), int(time.time()))

    def renewed(self, token: Token) -> Token:
        """A newer token of the same visitor."""
        return Token(token.visitor, max(int(time.time()), token.made_at))

    def signed(self, token: Token) -> str:
        """The token as it is handed out."""
        claims = {"sub": token.visitor, "aud": AUDIENCE, "iat": token.made_at}
        return jwt.encode(claims | {"exp": token.made_at + SECONDS_OF_A_TOKEN}, self._key, ALGORITHM)

    def read(self, signed: str) -> Token:
        """What was signed. Raises Forged."""
        required = ["sub", "aud", "iat", "exp"]
        try:
            claims = jwt.decode(signed, self._key, [ALGORITHM], audience=AUDIENCE, options={"require": required})
        except jwt.InvalidTokenError as error:
            raise Forged from error
        return Token(claims["sub"], claims["iat"])

    def sender(self, token: Token) -> str:
        """Rasa's name for the visitor: one way, so that neither it nor the token can be worked out from the other."""
        digest = hmac.new(self._key.encode(), f"sender {token.visitor}".encode(), hashlib.sha256)
        return SENDER_PREFIX + digest.hexdigest()
