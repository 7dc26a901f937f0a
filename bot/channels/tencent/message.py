"""A callback as a message: who sent it, by what it is told from others, and what the bot is to do with it."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Mapping
from dataclasses import dataclass

from bot.store.deliveries import Arrival

LARGEST = 2**63 - 1
LONGEST_NAME = 128
REQUIRED = ("ToUserName", "FromUserName", "CreateTime", "MsgType")
GREETING = ("subscribe", "SCAN")
# What a person did that wants no answer, or whose message follows by itself (a photograph, a place); and what Tencent
# tells of messages that were sent.
QUIET = (
    *("unsubscribe", "VIEW", "view", "view_miniprogram", "LOCATION", "enter_agent", "scancode_push"),
    *("pic_sysphoto", "pic_photo_or_album", "pic_weixin", "location_select"),
    *("TEMPLATESENDJOBFINISH", "MASSSENDJOBFINISH"),
)
UNREADABLE = ("image", "voice", "video", "shortvideo", "location", "link", "file", "emotion")


class BadMessage(ValueError):
    """A callback without what every message has; the text (Chinese and English) says what is missing."""


@dataclass(frozen=True)
class Message:
    """``text``: what was said; ``notice``: the kind of word that answers it without a turn; neither: only acknowledged.

    ``known`` is False for kinds of messages and events that this bot has never heard of.
    """

    openid: str
    account: str
    created: int
    sequence: int
    identity: tuple[str, ...]
    text: str = ""
    notice: str = ""
    known: bool = True

    def arrival(self, secret: bytes, channel: str, answer: str | None) -> Arrival:
        """The message for the store, under keyed hashes: of its sender, and of what tells it from others."""
        sender = digest(secret, channel, self.account, self.openid)
        return Arrival(
            key=digest(secret, channel, *self.identity),
            conversation=f"{channel}-{sender[:40]}",
            recipient=self.openid,
            created=self.created,
            sequence=self.sequence,
            text=self.text,
            answer=answer,
        )


def digest(secret: bytes, *parts: str) -> str:
    """A keyed hash of ``parts``, 64 hexadecimal digits."""
    return hmac.new(secret, "\0".join(parts).encode(), hashlib.sha256).hexdigest()


def read(fields: Mapping[str, str]) -> Message:
    """The message in a callback's fields. Raises BadMessage."""
    for name in REQUIRED:
        if not fields.get(name, "").strip():
            raise BadMessage(f"缺少 {name} · {name} is missing")
    if max(len(fields["FromUserName"]), len(fields["ToUserName"])) > LONGEST_NAME:
        raise BadMessage("FromUserName 太长 · FromUserName is too long")
    if fields["MsgType"].strip() == "event":
        return _event(fields)
    return _said(fields)


def _said(fields: Mapping[str, str]) -> Message:
    created = _number(fields, "CreateTime")
    text, notice = _content(fields["MsgType"].strip(), fields)
    name = "MsgId64" if "MsgId" not in fields and "MsgId64" in fields else "MsgId"
    # a kind that is only acknowledged need not have a number
    number = _number(fields, name) if text or notice or name in fields else 0
    return Message(
        openid=fields["FromUserName"],
        account=fields["ToUserName"],
        created=created,
        sequence=number,
        identity=("message", fields["ToUserName"], fields["FromUserName"], fields.get(name, "").strip(), str(created)),
        text=text,
        notice=notice,
        known=bool(text or notice),
    )


def _content(kind: str, fields: Mapping[str, str]) -> tuple[str, str]:
    if kind == "text":
        if "Content" not in fields:
            raise BadMessage("缺少 Content · Content is missing")
        return (fields["Content"], "") if fields["Content"].strip() else ("", "empty")
    recognition = fields.get("Recognition", "").strip()
    if kind == "voice" and recognition:
        return recognition, ""
    return "", (kind if kind in UNREADABLE else "")


def _event(fields: Mapping[str, str]) -> Message:
    event, key = fields.get("Event", "").strip(), fields.get("EventKey", "")
    if not event:
        raise BadMessage("缺少 Event · Event is missing")
    created = _number(fields, "CreateTime")
    agent = fields.get("AgentID", "")
    text = _menu_text(event, key, fields)
    greets = event in GREETING
    return Message(
        openid=fields["FromUserName"],
        account=fields["ToUserName"],
        created=created,
        sequence=0,
        identity=("event", fields["ToUserName"], fields["FromUserName"], str(created), event, key, agent),
        text=text,
        notice="subscribe" if greets else "",
        known=bool(text or greets or event in QUIET),
    )


def _menu_text(event: str, key: str, fields: Mapping[str, str]) -> str:
    """What a tap says: a menu's key is the sentence itself, a scanned code its content."""
    if event.lower() == "click":
        return key.strip()
    if event == "scancode_waitmsg":
        return fields.get("ScanCodeInfo/ScanResult", "").strip()
    return ""


def _number(fields: Mapping[str, str], name: str) -> int:
    text = fields.get(name, "").strip()
    if not (text.isascii() and text.isdigit() and len(text) <= 24):
        raise BadMessage(f"缺少 {name}，或它不是数字 · {name} is missing or no number")
    return min(int(text), LARGEST)
