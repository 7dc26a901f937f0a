"""What comes from Tencent: published vectors open and seal, messages are told apart, bad ones are refused by name."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import xmltodict
import yaml
from wechatpy import crypto
from wechatpy.crypto import WeChatCrypto
from wechatpy.enterprise.crypto import WeChatCrypto as WeComCrypto

from bot.channels.tencent import envelope, message, xml
from bot.channels.tencent.envelope import Forged, Query
from tests.support.tencent import Platform

CASES = Path(__file__).parent.parent / "cases" / "tencent"
VECTORS = yaml.safe_load((CASES / "vectors.yml").read_text(encoding="utf-8"))
MESSAGES = yaml.safe_load((CASES / "messages.yml").read_text(encoding="utf-8"))
TENCENT = Platform("")


def _crypto(case: dict[str, Any]) -> Any:
    made = WeChatCrypto if case.get("platform") == "wechat" else WeComCrypto
    return made(case["token"], case["aes_key"], case["app_id"])


def _query(case: dict[str, Any]) -> Query:
    return Query(case["timestamp"], case["nonce"], case.get("signature", ""), case.get("msg_signature", ""))


@pytest.mark.parametrize("case", VECTORS["signed"], ids=lambda case: case["source"])
def test_a_published_signature_is_right_and_no_other(case: dict[str, Any]) -> None:
    envelope.check_signature(case["token"], _query(case))
    for wrong in ("", case["signature"][:-1] + "0", case["signature"].upper(), "é" * 40):
        with pytest.raises(Forged):
            envelope.check_signature(case["token"], _query(case | {"signature": wrong}))


@pytest.mark.parametrize("case", VECTORS["opened"], ids=lambda case: case["source"])
def test_a_published_callback_is_opened(case: dict[str, Any]) -> None:
    text = envelope.opened(_crypto(case), case["token"], _query(case), case["encrypt"])
    fields = xml.fields(text)
    assert case["says"].items() <= fields.items()
    assert message.read(fields).text == case["says"]["Content"]


@pytest.mark.parametrize("case", VECTORS["echoes"], ids=lambda case: case["source"])
def test_a_published_echo_is_opened(case: dict[str, Any]) -> None:
    assert envelope.opened(_crypto(case), case["token"], _query(case), case["echostr"]) == case["echo"]


@pytest.mark.parametrize("case", VECTORS["sealed"], ids=lambda case: case["source"])
def test_a_published_reply_is_sealed_to_the_byte(case: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crypto.BasePrpCrypto, "get_random_string", lambda self: case["random"])
    sealed = xmltodict.parse(envelope.sealed(_crypto(case), case["reply"], _query(case)))["xml"]
    assert (sealed["Encrypt"], sealed["MsgSignature"]) == (case["encrypt"], case["msg_signature"])
    assert (sealed["TimeStamp"], sealed["Nonce"]) == (case["timestamp"], case["nonce"])


@pytest.mark.parametrize("case", VECTORS["opened"], ids=lambda case: case["source"])
@pytest.mark.parametrize("change", ["token", "aes_key", "app_id", "nonce", "timestamp", "encrypt"])
def test_nothing_else_opens_it(case: dict[str, Any], change: str) -> None:
    changed = case | {change: case[change][:-2] + ("Ab" if case[change][-2:] != "Ab" else "Ba")}
    with pytest.raises(Forged):
        envelope.opened(_crypto(changed), changed["token"], _query(changed), changed["encrypt"])


@pytest.mark.parametrize("case", MESSAGES["read"], ids=lambda case: str((case["kind"], case["fields"])))
def test_a_message_is_read(case: dict[str, Any]) -> None:
    read = message.read(xml.fields(TENCENT.body("oABC", case["kind"], **case["fields"])))
    assert (read.text, read.notice) == (case.get("text", ""), case.get("notice", ""))
    assert read.known == case.get("known", True)
    assert (read.openid, read.account) == ("oABC", TENCENT.account)


def _refused() -> Iterator[Any]:
    for word, bodies in MESSAGES["refused"].items():
        for body in bodies:
            yield pytest.param(body.encode(), word, id=f"{word}: {body[:60]}")
    text = TENCENT.body("oABC", Content="重大专项")
    for encoding in ("gbk", "utf-16", "utf-32"):
        yield pytest.param(text.encode(encoding), "UTF-8", id=encoding)
    yield pytest.param(f"<xml>{'<a>' * 9000}{'</a>' * 9000}</xml>".encode(), "·", id="deep")
    yield pytest.param(b"<xml>" + b"".join(b"<a%d/>" % n for n in range(500)) + b"</xml>", "many", id="many fields")


@pytest.mark.parametrize(("body", "word"), _refused())
def test_a_bad_message_is_refused_by_name(body: bytes, word: str) -> None:
    with pytest.raises((xml.BadXml, message.BadMessage), match=word):
        message.read(xml.fields(body))


def test_the_same_message_has_the_same_key_and_no_other_has() -> None:
    one = TENCENT.body("oA", Content="你好", CreateTime=1, MsgId=7)
    keys = [_key(body) for body in (one, TENCENT.body("oA", Content="again", CreateTime=1, MsgId=7))]
    others = [
        TENCENT.body("oB", Content="你好", CreateTime=1, MsgId=7),
        TENCENT.body("oA", Content="你好", CreateTime=1, MsgId=8),
        TENCENT.body("oA", Content="你好", CreateTime=2, MsgId=7),
        TENCENT.body("oA", "event", Event="CLICK", EventKey="a", CreateTime=1),
        TENCENT.body("oA", "event", Event="CLICK", EventKey="b", CreateTime=1),
        TENCENT.body("oA", "event", Event="VIEW", EventKey="a", CreateTime=1),
        TENCENT.body("oA", "event", Event="CLICK", EventKey="a", CreateTime=2),
    ]
    assert keys[0] == keys[1]
    assert len({keys[0], *map(_key, others)}) == len(others) + 1


def test_an_openid_does_not_show_in_what_stands_for_it() -> None:
    read = message.read(xml.fields(TENCENT.body("oABCDEFG", Content="你好")))
    arrival = read.arrival(b"secret", "wechat", None)
    assert arrival.conversation.startswith("wechat-")
    assert "oABCDEFG" not in arrival.conversation + arrival.key
    assert read.arrival(b"another", "wechat", None).conversation != arrival.conversation
    assert read.arrival(b"secret", "wecom", None).conversation.split("-")[1] != arrival.conversation.split("-")[1]


def _key(body: str) -> str:
    return message.read(xml.fields(body)).arrival(b"secret", "wechat", None).key
