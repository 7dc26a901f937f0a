"""A conversation goes to another channel with its code, and with nothing else."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from sqlalchemy import delete, func, select, update

from bot import handoff, service
from bot.store import database, handoffs, repository
from bot.store.models import Assessment, Handoff, HandoffGuess
from tests.channels.conftest import TencentBot
from tests.support.web import Visitor

CASES = yaml.safe_load((Path(__file__).parent.parent / "cases" / "handoff.yml").read_text(encoding="utf-8"))
CODE = re.compile(r"[A-Z]{4}-\d{4}")
MEMORY: dict[str, Any] = {}


@pytest.mark.parametrize("text", CASES["asks"])
def test_a_code_is_asked_for(text: str) -> None:
    assert handoff.asks(text)


@pytest.mark.parametrize("text", CASES["does_not"])
def test_nothing_else_asks_for_one(text: str) -> None:
    assert not handoff.asks(text)


@pytest.mark.parametrize(("text", "code"), CASES["read"].items())
def test_a_code_is_read(text: str, code: str | None) -> None:
    assert handoff.read(text) == code


# --- without a model ---


@pytest.fixture
def url(database_url: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A database without handoffs, which is the settings' own."""
    monkeypatch.setenv("DATABASE_URL", database_url)
    database.ready(database_url)
    yield database_url
    with database.transaction(database_url) as session:
        for table in (Handoff, HandoffGuess, Assessment):
            session.execute(delete(table))


def said(sender: str, text: str, memory: dict[str, Any] | None) -> service.Outcome:
    parsed = {"text": text, "intent_ranking": [{"name": "inform", "confidence": 0.9}]}
    return service.converse(sender, memory, parsed)


def asked(sender: str = "web-1", memory: dict[str, Any] | None = None) -> tuple[str, service.Outcome]:
    outcome = said(sender, "换到微信接着查", memory)
    assert outcome.payload["topic"] == "handoff"
    return CODE.search(outcome.text)[0], outcome


@pytest.fixture
def figures(url: str) -> dict[str, Any]:
    """A memory in which the total investment is known."""
    memory = said("web-1", "总投资900万元", None).memory
    assert memory["figures"]
    return memory


def test_the_conversation_moves_with_its_receipts(url: str, figures: dict[str, Any]) -> None:
    with database.transaction(url) as session:
        repository.add_assessment(
            session, conversation="web-1", guide="g", programs=[], figures={}, result=[], receipt="K7QM-3WRC"
        )
    code, here = asked(memory=figures)
    there = said("wechat-1", f"接着查 {code}", None)
    assert there.memory["figures"] == figures["figures"]
    assert there.active == here.active
    with database.transaction(url) as session:
        assert repository.find_assessment(session, "K7QM-3WRC", "wechat-1") is not None
        assert repository.find_assessment(session, "K7QM-3WRC", "web-1") is None
    after = said("web-1", "总投资700万元", here.memory)
    assert after.text.startswith("之前的对话已经接到另一个渠道")
    assert handoff.OUT not in after.memory


def test_what_is_said_before_it_is_taken_moves_too(url: str, figures: dict[str, Any]) -> None:
    code, here = asked(memory=figures)
    said("web-1", "主营业务收入5000万元", here.memory)
    there = said("wechat-1", f"接着查 {code}", None)
    assert set(there.memory["figures"]) >= {*figures["figures"], "main_revenue"}


def test_a_code_is_good_once(url: str, figures: dict[str, Any]) -> None:
    code, _ = asked(memory=figures)
    first = said("wechat-1", f"接着查 {code}", None)
    second = said("wechat-2", f"接着查 {code}", None)
    assert (second.payload["kind"], second.memory.get("figures")) == ("fallback", {})
    again = said("wechat-1", f"接着查 {code}", first.memory)
    assert "已经在这里" in again.text
    assert again.memory == first.memory


def test_the_turn_that_took_it_may_be_taken_again(url: str, figures: dict[str, Any]) -> None:
    """Where the bot ended between the turn and its answer, what was taken is not lost."""
    code, _ = asked(memory=figures)
    lost = said("wechat-1", f"接着查 {code}", None)
    assert said("wechat-1", f"接着查 {code}", None).memory == lost.memory


def test_a_code_runs_out(url: str, figures: dict[str, Any]) -> None:
    code, _ = asked(memory=figures)
    with database.transaction(url) as session:
        session.execute(update(Handoff).values(expires=Handoff.expires - handoff.SECONDS - 1))
    assert said("wechat-1", f"接着查 {code}", None).payload["kind"] == "fallback"


def test_a_newer_code_replaces_the_older_one(url: str, figures: dict[str, Any]) -> None:
    old, here = asked(memory=figures)
    new, _ = asked(memory=here.memory)
    assert said("wechat-1", f"接着查 {old}", None).payload["kind"] == "fallback"
    assert said("wechat-1", f"接着查 {new}", None).memory["figures"] == figures["figures"]


def test_guesses_are_bounded_for_one_and_for_all(
    url: str, figures: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    code, _ = asked(memory=figures)
    wrong = [f"ABCD-{number:04}" for number in range(20) if f"ABCD-{number:04}" != code]
    for guess in wrong[: handoff.MOST_GUESSES]:
        assert "没有这个接续码" in said("wechat-1", f"接着查 {guess}", None).text
    assert "太多" in said("wechat-1", f"接着查 {code}", None).text
    monkeypatch.setattr(handoff, "MOST_GUESSES_OF_ALL", handoff.MOST_GUESSES)
    assert "太多" in said("wechat-2", f"接着查 {code}", None).text


def test_only_a_digest_is_kept_and_forgetting_takes_it_away(url: str, figures: dict[str, Any]) -> None:
    code, _ = asked(memory=figures)
    with database.transaction(url) as session:
        row = session.scalars(select(Handoff)).one()
        assert code not in f"{row.digest} {row.memory}"
        repository.forget(session, "web-1")
        assert session.scalar(select(func.count(Handoff.id))) == 0
    assert said("wechat-1", f"接着查 {code}", None).payload["kind"] == "fallback"


def test_what_was_taken_is_forgotten_by_whoever_took_it(url: str, figures: dict[str, Any]) -> None:
    code, here = asked(memory=figures)
    said("wechat-1", f"接着查 {code}", None)
    with database.transaction(url) as session:
        repository.forget(session, "wechat-1")
        row = session.scalars(select(Handoff)).one()
        assert (row.memory, row.taker) == ({}, "")
    assert said("wechat-1", f"接着查 {code}", None).payload["kind"] == "fallback"
    assert "接到另一个渠道" in said("web-1", "你好", here.memory).text


def test_codes_that_are_over_leave_no_figures(url: str, figures: dict[str, Any]) -> None:
    taken, _ = asked(memory=figures)
    said("wechat-1", f"接着查 {taken}", None)
    asked("web-2", figures)
    with database.transaction(url) as session:
        session.execute(update(Handoff).values(expires=Handoff.expires - handoff.SECONDS - 1))
    asked("web-3")
    with database.transaction(url) as session:
        rows = {row.conversation: row.memory for row in session.scalars(select(Handoff))}
    assert rows == {"web-1": {}, "web-3": {}}


def test_codes_are_not_to_be_foreseen(url: str) -> None:
    codes = [asked(f"web-{number}")[0] for number in range(30)]
    assert len(set(codes)) == 30
    assert len({letters for code in codes for letters in code[:4]}) > 12
    assert not any(itertools.starmap(lambda a, b: a[:4] == b[:4], zip(codes, codes[1:], strict=False)))


# --- between running channels ---


@pytest.mark.parametrize("way", ["rest to wechat", "wechat to rest", "wechat to wecom"])
def test_a_check_begun_in_one_channel_goes_on_in_another(tencent_bot: TencentBot, way: str) -> None:
    user = f"moves-{way}"
    say = {
        "rest": lambda text: tencent_bot.client.turn(user, text)[0],
        "wechat": lambda text: tencent_bot.wechat.say(user, text),
        "wecom": lambda text: tencent_bot.wecom.say(user, text),
    }
    here, there = (say[name] for name in way.split(" to "))
    here("帮我查一查重大专项")
    here("总投资900万元")
    code = CODE.search(here("换到微信接着查"))[0]
    assert "接上了" in there(f"接着查 {code}")
    standing = there("现在怎么样")
    assert "900" in standing
    assert "接到另一个渠道" in here("你好")
    assert "900" not in here("现在怎么样")


@pytest.mark.parametrize("where", ["here", "there"])
def test_erasing_in_either_channel_erases_what_the_code_joined(tencent_bot: TencentBot, where: str) -> None:
    """The check and its report go along; what was said stays where it was said, and none of it outlives the applicant."""
    openid, visitor = f"joined-{where}", Visitor(tencent_bot.client)
    visitor.turn("帮我查一查重大专项")
    told = visitor.turn("工业企业，总投资700万")["payload"]
    while told["kind"] == "question":
        told = visitor.turn("不知道")["payload"]
    report = f"/report/{told['report'].rpartition('/')[2]}"
    code = CODE.search(visitor.turn("换到微信接着查")["text"])[0]
    assert "接上了" in (tencent_bot.wechat.say(openid, f"接着查 {code}") or "")
    assert told["receipt"] in (tencent_bot.wechat.say(openid, told["receipt"]) or "")
    assert visitor.turn(told["receipt"])["payload"]["kind"] == "fallback"
    assert "700" in str(visitor.history())
    assert tencent_bot.client.http.get(report).status_code == 200
    if where == "here":
        assert visitor.call("DELETE", "visitor").status_code == 204
    else:
        assert "已经删除" in (tencent_bot.wechat.say(openid, "删除我的信息") or "")
    assert tencent_bot.client.http.get(report).status_code == 404
    assert visitor.call("GET", "messages").status_code == 401
    assert "700" not in (tencent_bot.wechat.say(openid, "现在怎么样") or "")
    assert told["receipt"] not in (tencent_bot.wechat.say(openid, "你好") or "")


def test_conversations_are_joined_by_used_codes_alone(url: str, figures: dict[str, Any]) -> None:
    used, here = asked(memory=figures)
    there = said("wechat-1", f"接着查 {used}", None)
    further, _ = asked("wechat-1", there.memory)
    said("wecom-1", f"接着查 {further}", None)
    asked("web-1", said("web-1", "你好", here.memory).memory)  # a code that nobody used
    asked("web-2", figures)
    with database.transaction(url) as session:
        for each in ("web-1", "wechat-1", "wecom-1"):
            assert handoffs.joined(session, each) == {"web-1", "wechat-1", "wecom-1"}
        assert handoffs.joined(session, "web-2") == {"web-2"}
        repository.erase(session, "wecom-1")
        assert [row.conversation for row in session.scalars(select(Handoff))] == ["web-2"]
