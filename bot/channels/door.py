"""The door: what may come in from outside, before anything of the bot looks at it.

A request that no client of ours sends is refused with a reason; a text that a person could have sent is made
harmless, or answered without being read.
"""

from __future__ import annotations

import json
import re
import unicodedata
from dataclasses import dataclass
from enum import Enum
from typing import Any

from bot.settings import LONGEST_MESSAGE

LONGEST_SENDER = 200
# Senders of the channels that make their own: nobody reads or writes to those conversations by naming one.
RESERVED = ("web-", "wechat-", "wecom-")

# Rasa takes a leading slash for a command: "/restart", "/intent{...}". No button of ours needs one.
_COMMAND_PREFIX = re.compile(r"^[\s/／]+")
_CONTROL, _FORMAT, _SURROGATE = "Cc", "Cf", "Cs"
_LINE_END = re.compile(r"\r\n?|[\v\f\u0085\u2028\u2029]")
_KEPT = "\n\t"  # what parts the lines and the columns of a table


class Refusal(Enum):
    """Why a person's text is answered without being read."""

    TOO_LONG = "too_long"
    EMPTY = "empty"


class BadRequest(ValueError):
    """A request that is no message at all; the text (Chinese and English) says what is wrong with it."""


@dataclass(frozen=True)
class Incoming:
    """A well-formed message: who writes, and what, as it came."""

    sender: str
    text: str


def read(body: bytes) -> Incoming:
    """The message in the body of a request. Raises BadRequest."""
    request = json_object(body)
    return Incoming(sender=_sender(request.get("sender")), text=_text(request.get("message")))


def json_object(body: bytes) -> dict[str, Any]:
    """The object that the body of a request is. Raises BadRequest."""
    try:
        request = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise BadRequest("请求正文不是 JSON · the body is not JSON") from error
    if not isinstance(request, dict):
        raise BadRequest("请求正文应是一个 JSON 对象 · the body is not a JSON object")
    return request


def _sender(value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise BadRequest("缺少 sender，或它不是非空字符串 · sender is missing, empty or not a string")
    if len(value) > LONGEST_SENDER:
        raise BadRequest(f"sender 超过 {LONGEST_SENDER} 个字符 · sender is too long")
    if not value.isprintable():
        raise BadRequest("sender 含有不可打印的字符 · sender holds characters that cannot be printed")
    if value.strip().lower().startswith(RESERVED):
        raise BadRequest(
            f"sender 不能以 {'、'.join(RESERVED)} 开头，那是别的渠道的 · sender belongs to another channel"
        )
    return value


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise BadRequest("缺少 message，或它不是字符串 · message is missing or not a string")
    return value


def admit(text: str) -> str | Refusal:
    """The text as the bot reads it, or why it does not: the length is looked at before anything else is done."""
    if len(text) > LONGEST_MESSAGE:
        return Refusal.TOO_LONG
    return harmless(text) or Refusal.EMPTY


def harmless(text: str) -> str:
    """Plain text: without control, format and half characters, and without the slash of a command. Line ends and tabs stay:
    they tell which number of a pasted table belongs to which name."""
    return _COMMAND_PREFIX.sub("", "".join(map(_printable, _LINE_END.sub("\n", text)))).strip()


def _printable(character: str) -> str:
    if character in _KEPT:
        return character
    category = unicodedata.category(character)
    if category == _CONTROL:
        return " "
    return "" if category in (_FORMAT, _SURROGATE) else character
