"""The web channel: what a message, its repeat, the history, a preview and feedback give."""

from __future__ import annotations

import json
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from typing import Any

import pytest

from bot import service
from bot.settings import LONGEST_MESSAGE
from tests.dialogue.contract import faults
from tests.support.bot import Client
from tests.support.web import Visitor, lines, new_id

BEGIN = "帮我查一查重大专项的条件"


def rows(client: Client, query: str, *values: object) -> list[Any]:
    with closing(sqlite3.connect(client.database)) as connection:
        return connection.execute(query, values).fetchall()


def test_a_turn_is_what_the_contract_says(bot_server: Client) -> None:
    reply = Visitor(bot_server).turn("重大专项归哪个科受理？")
    assert faults(reply["text"], reply["payload"]) == []
    assert reply["payload"]["kind"] == "answer"
    assert (reply["text"], reply["payload"]) == bot_server.turn(
        "web-like-rest".removeprefix("web-"), "重大专项归哪个科受理？"
    )


def test_a_reply_comes_as_lines_that_no_proxy_holds_back(bot_server: Client) -> None:
    response = Visitor(bot_server).send("你好")
    assert response.headers["content-type"] == "application/x-ndjson; charset=utf-8"
    assert response.headers["cache-control"] == "no-store"
    assert response.headers["x-accel-buffering"] == "no"
    assert response.text.endswith("\n")


def test_a_message_is_accepted_before_it_is_answered(bot_server: Client) -> None:
    visitor = Visitor(bot_server)
    with bot_server.http.stream(
        "POST",
        "/webhooks/web/messages",
        json={"id": new_id(), "text": "你好"},
        headers={"Authorization": f"Bearer {visitor.token}"},
    ) as response:
        first = json.loads(next(response.iter_lines()))
        assert first["type"] == "accepted"
        assert visitor.history()[0]["seq"] == first["seq"]


def test_the_history_is_the_conversation_in_order(bot_server: Client) -> None:
    visitor = Visitor(bot_server)
    first, second = new_id(), new_id()
    one = visitor.turn(BEGIN, first)
    visitor.send("没有", second, title="还没有")
    kept = visitor.history()
    assert [(each["id"], each["role"]) for each in kept] == [
        (first, "visitor"),
        (first, "bot"),
        (second, "visitor"),
        (second, "bot"),
    ]
    assert [each["seq"] for each in kept] == sorted({each["seq"] for each in kept})
    assert kept[0]["text"] == BEGIN
    assert kept[1] == {"id": first, "role": "bot"} | {name: one[name] for name in ("seq", "text", "payload", "at")}
    assert kept[2]["title"] == "还没有"
    assert visitor.history(after=kept[1]["seq"]) == kept[2:]
    assert visitor.history(after=10**30) == []


def test_a_long_history_comes_in_parts(bot_server: Client) -> None:
    visitor = Visitor(bot_server)
    visitor.turn("你好")
    ((sender,),) = rows(bot_server, "SELECT conversation FROM messages WHERE id = ?", visitor.history()[0]["seq"])
    with closing(sqlite3.connect(bot_server.database)) as connection, connection:
        connection.executemany(
            "INSERT INTO messages (conversation, sent, role, text, created_at) VALUES (?, ?, 'visitor', '好', '2026-01-01 00:00:00.000000')",
            [(sender, new_id()) for _ in range(250)],
        )
    first = visitor.call("GET", "messages").json()
    assert (len(first["messages"]), first["more"]) == (200, True)
    rest = visitor.call("GET", f"messages?after={first['messages'][-1]['seq']}").json()
    assert (len(rest["messages"]), "more" in rest) == (52, False)


# --- once ---


def test_a_repeat_gives_the_same_lines_and_is_no_second_turn(bot_server: Client) -> None:
    visitor, sent = Visitor(bot_server), new_id()
    visitor.turn(BEGIN)
    first = visitor.send("工业类", sent)
    assert [visitor.send("工业类", sent).text for _ in range(3)] == [first.text] * 3
    assert visitor.send("工业类", sent.upper()).text == first.text
    assert len(visitor.history()) == 4
    assert _heard(bot_server, sent) == 1


def test_repeats_at_once_wait_for_one_turn(bot_server: Client) -> None:
    visitor, sent = Visitor(bot_server), new_id()
    visitor.turn(BEGIN)
    with ThreadPoolExecutor(8) as pool:
        answers = set(pool.map(lambda _: visitor.send("工业类，总投资900万", sent).text, range(8)))
    assert len(answers) == 1
    assert lines_of(answers.pop())[-1] == {"type": "done"}
    assert _heard(bot_server, sent) == 1
    assert len(visitor.history()) == 4


def test_messages_at_once_are_worked_one_after_the_other(bot_server: Client) -> None:
    visitor = Visitor(bot_server)
    visitor.turn(BEGIN)
    said = ["工业类", "总投资900万", "我们是企业", "有研发机构"]
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(visitor.turn, said))
    figures = visitor.turn("现在怎么样")["payload"]["figures"]
    assert figures.keys() >= {"track", "total_investment", "applicant_type"}


def test_two_visitors_may_use_the_same_id(bot_server: Client) -> None:
    one, other, sent = Visitor(bot_server), Visitor(bot_server), new_id()
    assert one.turn("你好", sent)["seq"] != other.turn("重大专项要交什么材料", sent)["seq"]
    assert [each["text"] for each in other.history()][0] == "重大专项要交什么材料"


def test_an_id_cannot_be_used_for_another_text(bot_server: Client) -> None:
    visitor, sent = Visitor(bot_server), new_id()
    visitor.turn("你好", sent)
    response = visitor.send("总投资900万", sent)
    assert (response.status_code, response.json()["code"]) == (409, "conflict")
    assert len(visitor.history()) == 2


def test_a_turn_is_worked_to_its_end_when_nobody_listens_any_more(bot_server: Client) -> None:
    visitor, sent = Visitor(bot_server), new_id()
    with bot_server.http.stream(
        "POST",
        "/webhooks/web/messages",
        json={"id": sent, "text": BEGIN},
        headers={"Authorization": f"Bearer {visitor.token}"},
    ) as response:
        next(response.iter_lines())
    assert visitor.turn(BEGIN, sent)["payload"]["kind"] == "question"
    assert _heard(bot_server, sent) == 1


def test_a_reply_that_was_lost_between_conversation_and_history_is_found_again(bot_server: Client) -> None:
    """As when the server dies after Rasa kept the turn and before the reply was kept."""
    visitor, sent = Visitor(bot_server), new_id()
    visitor.turn(BEGIN)
    first = visitor.turn("工业类，总投资900万", sent)
    with closing(sqlite3.connect(bot_server.database, timeout=10)) as connection, connection:
        assert connection.execute("DELETE FROM messages WHERE id = ?", [first["seq"]]).rowcount == 1
    again = visitor.turn("工业类，总投资900万", sent)
    assert (again["text"], again["payload"]) == (first["text"], first["payload"])
    assert _heard(bot_server, sent) == 1
    assert len(visitor.history()) == 4


def _heard(client: Client, sent: str) -> int:
    """How often Rasa heard the message."""
    ((count,),) = rows(
        client, "SELECT count(*) FROM events WHERE type_name = 'user' AND data LIKE ?", f'%"message_id": "{sent}"%'
    )
    return count


def lines_of(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


# --- what is no message ---


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        (None, 400, "request"),
        ([], 400, "request"),
        ({"text": "你好"}, 400, "request"),
        ({"id": "1", "text": "你好"}, 400, "request"),
        ({"id": 7, "text": "你好"}, 400, "request"),
        ({"id": "7" * 32}, 400, "request"),
        ({"id": "7" * 32, "text": ["你好"]}, 400, "request"),
        ({"id": "7" * 32, "text": "你好", "title": 1}, 400, "request"),
        ({"id": "7" * 32, "text": "你好", "title": "长" * 101}, 400, "request"),
        ({"id": "7" * 32, "text": " \u200b\n"}, 400, "empty"),
        ({"id": "7" * 32, "text": "/"}, 400, "empty"),
        ({"id": "7" * 32, "text": "长" * (LONGEST_MESSAGE + 1)}, 400, "too_long"),
    ],
)
def test_what_is_no_message_is_refused_and_not_kept(bot_server: Client, body: Any, status: int, code: str) -> None:
    visitor = Visitor(bot_server)
    response = visitor.call("POST", "messages", body)
    assert (response.status_code, response.json()["code"]) == (status, code)
    assert response.json()["error"]
    assert visitor.history() == []


def test_the_longest_message_is_taken(bot_server: Client) -> None:
    assert Visitor(bot_server).turn("好" * LONGEST_MESSAGE)["payload"]["kind"]


@pytest.mark.parametrize("text", ["/restart", "你好\u0000\u202e", "你好\ud800"])
def test_odd_characters_do_no_harm(bot_server: Client, text: str) -> None:
    visitor = Visitor(bot_server)
    content = json.dumps({"id": new_id(), "text": text}).encode()
    headers = {"Authorization": f"Bearer {visitor.token}"}
    response = bot_server.http.post("/webhooks/web/messages", content=content, headers=headers)
    assert lines(response)[-1] == {"type": "done"}
    assert visitor.history()[0]["text"] == text.strip("/\u0000\u202e\ud800")


@pytest.mark.parametrize("after", ["-1", "x", "1.5", "²"])
def test_a_history_after_nothing_sensible_is_refused(bot_server: Client, after: str) -> None:
    response = Visitor(bot_server).call("GET", f"messages?after={after}")
    assert (response.status_code, response.json()["code"]) == (400, "request")


# --- preview ---


@pytest.mark.parametrize(
    ("figure", "text", "value", "shown"),
    [
        ("total_investment", "八百万", 8000000, "800万元"),
        ("total_investment", "８００萬", 8000000, "800万元"),
        ("total_investment", "大概5000万", {"low": 45000000, "high": 55000000, "approximate": True}, "大约"),
        ("total_investment", "不知道", None, "不清楚"),
        ("self_raised_ratio", "3比1", 3, "3:1"),
        ("rd_staff", "十五名", 15, "15人"),
        ("applicant_type", "我们是企业", "enterprise", "企业"),
        ("in_lanzhou", "没有", False, "不是"),
    ],
)
def test_a_preview_shows_what_will_be_understood(
    bot_server: Client, figure: str, text: str, value: Any, shown: str
) -> None:
    found = Visitor(bot_server).call("POST", "preview", {"figure": figure, "text": text}).json()
    assert (found["ok"], found["value"]) == (True, value)
    assert shown in found["shown"]


@pytest.mark.parametrize(
    ("figure", "text", "word"),
    [
        ("total_investment", "800", "万元还是元"),
        ("total_investment", "-5万", "负数"),
        ("total_investment", "随便写写", "看不出"),
        ("rd_staff_share", "130%", "不能超过"),
        ("self_raised_ratio", "1:3", "说反"),
    ],
)
def test_a_preview_says_what_will_not_be_kept(bot_server: Client, figure: str, text: str, word: str) -> None:
    found = Visitor(bot_server).call("POST", "preview", {"figure": figure, "text": text}).json()
    assert (found["ok"], found.keys()) == (False, {"ok", "reason"})
    assert word in found["reason"]


def test_a_preview_keeps_nothing(bot_server: Client) -> None:
    visitor = Visitor(bot_server)
    visitor.call("POST", "preview", {"figure": "total_investment", "text": "八百万"})
    assert visitor.history() == []
    assert visitor.turn("现在怎么样")["payload"]["figures"] == {}


@pytest.mark.parametrize("figure", ["shoe_size", 3, None, ["total_investment"]])
def test_there_is_no_preview_of_what_is_no_figure(bot_server: Client, figure: Any) -> None:
    response = Visitor(bot_server).call("POST", "preview", {"figure": figure, "text": "八百万"})
    assert (response.status_code, response.json()["code"]) == (404, "missing")


# --- the guide ---


def test_the_guide_is_there_word_for_word(bot_server: Client) -> None:
    told = bot_server.http.get("/webhooks/web/guide").json()
    guide = service.guide()
    assert told["version"] == service.edition().version
    assert [(each["id"], each["text"]) for each in told["clauses"]] == [(each.id, each.text) for each in guide.clauses]
    assert [each["id"] for each in told["programs"]] == list(guide.program)
    assert [each["id"] for each in told["figures"]] == list(guide.figure)
    sections = {each.name for each in guide.sections}
    assert {each["section"] for each in told["programs"]} <= sections | {None}


# --- feedback ---


def test_feedback_is_kept_with_its_reply(bot_server: Client) -> None:
    visitor = Visitor(bot_server)
    number = visitor.turn("你好")["seq"]
    assert visitor.call("POST", "feedback", {"seq": number, "verdict": "up"}).status_code == 204
    body = {"seq": number, "verdict": "down", "reason": "答非所问"}
    assert visitor.call("POST", "feedback", body).status_code == 204
    assert rows(bot_server, "SELECT verdict, reason FROM feedback WHERE message = ?", str(number)) == [
        ("down", "答非所问")
    ]


def test_a_disliked_answer_leaves_its_question_once_without_figures_or_names(bot_server: Client) -> None:
    visitor = Visitor(bot_server)
    number = visitor.turn("重大专项要投380万还是三百万")["seq"]
    query = "SELECT text FROM unanswered WHERE text LIKE '%要投%'"
    for verdict in ("down", "down"):
        assert visitor.call("POST", "feedback", {"seq": number, "verdict": verdict}).status_code == 204
    assert rows(bot_server, query) == [("某专项要投某数还是某数",)]
    visitor.call("DELETE", "visitor")
    assert rows(bot_server, query) == []


@pytest.mark.parametrize(
    ("change", "status"),
    [
        ({"verdict": "fine"}, 400),
        ({"verdict": None}, 400),
        ({"seq": "1"}, 400),
        ({"seq": True}, 400),
        ({"seq": 10**40}, 404),
        ({"seq": 0}, 404),
        ({"reason": "长" * 201}, 400),
        ({"reason": 5}, 400),
    ],
)
def test_feedback_that_cannot_be_used_is_refused(bot_server: Client, change: dict[str, Any], status: int) -> None:
    visitor = Visitor(bot_server)
    body = {"seq": visitor.turn("你好")["seq"], "verdict": "up"} | change
    assert visitor.call("POST", "feedback", body).status_code == status


def test_feedback_is_of_replies_only_and_of_ones_own(bot_server: Client) -> None:
    visitor, stranger = Visitor(bot_server), Visitor(bot_server)
    visitor.turn("你好")
    asked, replied = visitor.history()
    assert visitor.call("POST", "feedback", {"seq": asked["seq"], "verdict": "up"}).status_code == 404
    assert stranger.call("POST", "feedback", {"seq": replied["seq"], "verdict": "up"}).status_code == 404
