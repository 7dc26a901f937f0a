"""Tencent's side of a callback, made by wechatpy alone: messages signed, encrypted and sent as WeChat sends them.

Nothing of the bot is imported here, so that a fault in its own reading cannot hide in the test that checks it.
"""

from __future__ import annotations

import itertools
import time
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode
from xml.sax.saxutils import escape

import httpx
import xmltodict
from wechatpy.crypto import WeChatCrypto
from wechatpy.enterprise.crypto import WeChatCrypto as WeComCrypto
from wechatpy.utils import WeChatSigner, random_string

_NUMBERS = itertools.count(int(time.time() * 1000))


@dataclass
class Platform:
    """One account of Tencent's, talking to the bot at ``url``. ``mode``: ``plain``, ``compatible`` or ``encrypted``."""

    url: str
    name: str = "wechat"
    mode: str = "encrypted"
    token: str = "token-of-tests"
    aes_key: str = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG"
    app_id: str = "wx2c2769f8efd9abc2"
    account: str = "gh_10f6c3c3ac5a"
    http: httpx.Client = field(default_factory=lambda: httpx.Client(timeout=120, trust_env=False))

    @property
    def environment(self) -> dict[str, str]:
        """The settings with which the bot is this account's."""
        id_name = "WECHAT_APP_ID" if self.name == "wechat" else "WECOM_CORP_ID"
        prefix = self.name.upper()
        return {id_name: self.app_id, f"{prefix}_TOKEN": self.token, f"{prefix}_AES_KEY": self.aes_key}

    @property
    def crypto(self) -> Any:
        """wechatpy's class for the platform."""
        return (WeChatCrypto if self.name == "wechat" else WeComCrypto)(self.token, self.aes_key, self.app_id)

    def sign(self, *parts: str) -> str:
        """Tencent's signature of ``parts`` and the token."""
        signer = WeChatSigner()
        signer.add_data(self.token, *parts)
        return signer.signature

    def body(self, openid: str, kind: str = "text", **fields: Any) -> str:
        """A message's XML; a field that is None is left out, a text that is in pieces is nested."""
        basic = {
            "ToUserName": self.account,
            "FromUserName": openid,
            "CreateTime": int(time.time()),
            "MsgType": kind,
        }
        number = {} if kind == "event" else {"MsgId": next(_NUMBERS)}
        rows = {**basic, **number, **fields}
        inner = "".join(f"<{name}>{_xml(value)}</{name}>" for name, value in rows.items() if value is not None)
        return f"<xml>{inner}</xml>"

    def request(self, body: str, **changes: Any) -> tuple[dict[str, str], bytes]:
        """The query and the body of a callback with this message; ``changes`` replace what stands in the query."""
        timestamp, nonce = str(changes.pop("timestamp", int(time.time()))), str(changes.pop("nonce", random_string(10)))
        query = {"timestamp": timestamp, "nonce": nonce}
        if self.name == "wechat":
            query["signature"] = self.sign(timestamp, nonce)
        if self.mode == "plain" and self.name == "wechat":
            return query | changes, body.encode()
        sealed = xmltodict.parse(self.crypto.encrypt_message(body, nonce, timestamp))["xml"]
        encrypted = sealed["Encrypt"]
        query["msg_signature"] = self.sign(timestamp, nonce, encrypted)
        if self.name == "wechat":
            query["encrypt_type"] = "aes"
        plain = body.removeprefix("<xml>").removesuffix("</xml>") if self.mode == "compatible" else ""
        account = "" if plain else f"<ToUserName><![CDATA[{self.account}]]></ToUserName>"
        return query | changes, f"<xml>{account}{plain}<Encrypt><![CDATA[{encrypted}]]></Encrypt></xml>".encode()

    def address(self, query: dict[str, str]) -> str:
        """Where a callback goes."""
        return f"{self.url}/webhooks/{self.name}/webhook?{urlencode(query)}"

    def post(self, body: str, **changes: Any) -> httpx.Response:
        """Send the callback."""
        query, content = self.request(body, **changes)
        return self.http.post(self.address(query), content=content, headers={"Content-Type": "text/xml"})

    def read(self, response: httpx.Response) -> str | None:
        """What the user sees of a reply; None: nothing. Raises what wechatpy raises for one that Tencent could not read."""
        response.raise_for_status()
        if response.text in ("success", ""):
            return None
        reply = xmltodict.parse(response.text)["xml"]
        if "Encrypt" in reply:
            text = self.crypto.decrypt_message(response.text, reply["MsgSignature"], reply["TimeStamp"], reply["Nonce"])
            reply = xmltodict.parse(text)["xml"]
        assert (reply["MsgType"], reply["FromUserName"]) == ("text", self.account)
        return str(reply["Content"])

    def say(self, openid: str, text: str, **fields: Any) -> str | None:
        """One text message, and what comes back within the callback."""
        return self.read(self.post(self.body(openid, Content=text, **fields)))

    def event(self, openid: str, event: str, key: str | None = None, **fields: Any) -> str | None:
        """One event, and what comes back."""
        return self.read(self.post(self.body(openid, "event", Event=event, EventKey=key, **fields)))

    def verify(self, echo: str = "1616140317555161061", **changes: Any) -> httpx.Response:
        """Tencent's test of the address."""
        timestamp, nonce = str(int(time.time())), random_string(10)
        if self.name == "wechat":
            query = {"signature": self.sign(timestamp, nonce), "echostr": echo}
        else:
            sealed = xmltodict.parse(self.crypto.encrypt_message(echo, nonce, timestamp))["xml"]["Encrypt"]
            query = {"msg_signature": self.sign(timestamp, nonce, sealed), "echostr": sealed}
        return self.http.get(self.address({"timestamp": timestamp, "nonce": nonce, **query, **changes}))


def wecom(url: str) -> Platform:
    """The account of a 企业微信 in the tests."""
    return Platform(
        url,
        name="wecom",
        token="QDG6eK",
        aes_key="jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C",
        app_id="wx5823bf96d3bd56c7",
        account="wx5823bf96d3bd56c7",
    )


def _xml(value: Any) -> str:
    if isinstance(value, dict):
        return "".join(f"<{name}>{_xml(inner)}</{name}>" for name, inner in value.items())
    return str(value) if isinstance(value, int) else f"<![CDATA[{value}]]>" if "]]>" not in value else escape(value)
