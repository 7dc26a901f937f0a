"""Tencent's signatures and encryption, by wechatpy: what a callback was signed with, what it holds, and the reply sealed.

``signature`` is made of token, timestamp and nonce; ``msg_signature`` of the same and the encrypted text. Each is looked
at where Tencent puts it, in constant time, before anything is decrypted.
"""

from __future__ import annotations

import hmac
import struct
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from wechatpy.exceptions import WeChatException
from wechatpy.utils import WeChatSigner

LONGEST_NONCE = 128
# What wechatpy raises for a text that was encrypted with another key, for another account, or not at all.
UNREADABLE = (WeChatException, ValueError, struct.error, IndexError)


class Forged(ValueError):
    """A callback that Tencent did not send to this account."""


class Crypto(Protocol):
    """wechatpy's class for one platform."""

    def encrypt_message(self, msg: str, nonce: str, timestamp: str | None = None) -> str:
        """The reply, encrypted and signed."""

    def decrypt_message(self, msg: Mapping[str, str], signature: str, timestamp: str, nonce: str) -> str:
        """The text in ``Encrypt``."""


@dataclass(frozen=True)
class Query:
    """What stands in a callback's address."""

    timestamp: str
    nonce: str
    signature: str
    msg_signature: str

    @classmethod
    def read(cls, args: Any) -> Query:
        """From a request's arguments. Raises Forged where one is missing, doubled or absurd."""
        doubled = any(len(values) > 1 for values in args.values())
        timestamp, nonce = args.get("timestamp", ""), args.get("nonce", "")
        numeric = timestamp.isascii() and timestamp.isdigit() and len(timestamp) <= 12
        if doubled or not numeric or not 0 < len(nonce) <= LONGEST_NONCE:
            raise Forged("query")
        return cls(timestamp, nonce, args.get("signature", ""), args.get("msg_signature", ""))


def check_time(query: Query, now: float, window: float) -> None:
    """Raises Forged where the callback was signed longer than ``window`` seconds ago, or ahead."""
    if abs(now - int(query.timestamp)) > window:
        raise Forged("timestamp")


def check_signature(token: str, query: Query) -> None:
    """Raises Forged unless ``signature`` is right."""
    _check(query.signature, token, query.timestamp, query.nonce)


def opened(crypto: Crypto, token: str, query: Query, encrypted: str) -> str:
    """The text in ``encrypted``. Raises Forged unless ``msg_signature`` and the account are right."""
    _check(query.msg_signature, token, query.timestamp, query.nonce, encrypted)
    try:
        return crypto.decrypt_message({"Encrypt": encrypted}, query.msg_signature, query.timestamp, query.nonce)
    except UNREADABLE as error:
        raise Forged("key") from error


def sealed(crypto: Crypto, xml: str, query: Query) -> str:
    """A reply, encrypted and signed with the callback's own nonce and time."""
    return crypto.encrypt_message(xml, query.nonce, query.timestamp)


def _check(given: str, *parts: str) -> None:
    signer = WeChatSigner()
    signer.add_data(*parts)
    if not hmac.compare_digest(signer.signature.encode(), given.encode()):
        raise Forged("signature")
