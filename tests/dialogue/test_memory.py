"""What the running bot remembers: receipts, an unfinished check after a restart, long conversations; and how it forgets."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from bot.runtime.agent import LONGEST_SESSION
from bot.store.models import Base
from tests.dialogue.contract import faults
from tests.support.bot import Client, server

BEGIN = "帮我查一查重大专项的条件"
TOLD = "工业类，总投资791.37万"
MANY_TURNS = 305
ADDRESS = "https://bot.example"  # the same after a restart, whatever the port


def checked(client: Client, sender: str) -> dict[str, Any]:
    """A check of ``sender`` to its end: too little investment for the track."""
    client.turn(sender, BEGIN)
    return client.turn(sender, TOLD)[1]


def rows(client: Client, query: str, *values: object) -> list[Any]:
    with closing(sqlite3.connect(client.database)) as connection:
        return connection.execute(query, values).fetchall()


# --- receipts ---


def test_a_finished_check_has_a_receipt_that_shows_it_again(bot_server: Client) -> None:
    client, sender = bot_server, "memory-receipt"
    told = checked(client, sender)
    code = told["receipt"]
    for say in (code, code.lower().replace("-", ""), f"我的回执 {code} 看看", f"回执编号：{code}，帮我查一下结果"):
        text, payload = client.turn(sender, say)
        assert faults(text, payload) == []
        assert payload == told | {"notes": [f"这是回执 {code} 的核对结果。"]}
        assert f"回执编号 {code}" in text


def test_a_receipt_in_the_middle_of_another_check_leaves_it_where_it_is(bot_server: Client) -> None:
    client, sender = bot_server, "memory-receipt-again"
    told = checked(client, sender)
    _, asked = client.turn(sender, "再帮我查查新型研发机构")
    text, payload = client.turn(sender, f"刚才的回执{told['receipt']}给我看看")
    assert faults(text, payload) == []
    assert payload == told | {"figure": asked["figure"], "notes": payload["notes"], "question": payload["question"]}
    assert payload["question"]["figure"] == asked["figure"]
    assert client.turn(sender, "还有几个问题")[1]["figure"] == asked["figure"]


def test_a_receipt_tells_another_applicant_nothing(bot_server: Client) -> None:
    code = checked(bot_server, "memory-owner")["receipt"]
    stranger = bot_server.turn("memory-stranger", code)
    assert faults(*stranger) == []
    assert stranger[1]["kind"] == "fallback"
    assert stranger == bot_server.turn("memory-stranger", "K7QM-3WRC")
    assert stranger == bot_server.turn("memory-stranger", f"我的回执 {code} 看看")


def test_equal_figures_of_two_applicants_have_two_receipts_and_of_one_the_same(bot_server: Client) -> None:
    one, other = (checked(bot_server, sender)["receipt"] for sender in ("memory-one", "memory-other"))
    assert one != other
    assert bot_server.turn("memory-one", "现在怎么样")[1]["receipt"] == one
    assert rows(bot_server, "SELECT receipt FROM assessments WHERE conversation = 'memory-one'") == [(one,)]


def test_a_check_that_is_stopped_is_not_finished(bot_server: Client) -> None:
    sender = "memory-stopped"
    bot_server.turn(sender, BEGIN)
    bot_server.turn(sender, "算了")
    _, payload = bot_server.turn(sender, "现在怎么样")
    assert (payload["kind"], payload["complete"], payload.get("receipt")) == ("assessment", False, None)


# --- forgetting ---


@pytest.mark.parametrize("active", [False, True], ids=["after a check", "in the middle of a check"])
def test_what_is_to_be_forgotten_is_in_no_table_any_more(bot_server: Client, active: bool) -> None:
    client, sender, other = bot_server, f"memory-forgets-{active}", f"memory-keeps-{active}"
    for each, name in ((sender, f"Zephyr{active}"), (other, f"Quokka{active}")):
        client.turn(each, f"{name} 今天天气怎么样")  # not understood: kept for the office
        checked(client, each)
        client.turn(each, f"我们公司叫 {name}，自筹137万")
        if active:
            client.turn(each, "帮我查一查新型研发机构的条件")
    assert traces(client, sender, f"Zephyr{active}") >= {"events", "assessments", "unanswered"}
    text, payload = client.turn(sender, "删除我的信息")
    assert (faults(text, payload), payload["topic"]) == ([], "forget")
    assert traces(client, sender, f"Zephyr{active}") == {"events"}
    events = rows(client, "SELECT type_name, action_name FROM events WHERE sender_id = ? ORDER BY id", sender)
    assert events == [("action", "action_session_start"), ("session_started", None), ("action", "action_listen")]
    assert traces(client, other, f"Quokka{active}") >= {"events", "assessments", "unanswered"}


def test_what_is_forgotten_is_not_in_the_file_either(bot_server: Client) -> None:
    client, sender = bot_server, "memory-file"
    checked(client, sender)
    client.turn(sender, "我们公司叫 Wombatine")
    assert b"Wombatine" in content(client.database)
    client.turn(sender, "删除我的信息")
    assert b"Wombatine" not in content(client.database)


def test_after_forgetting_the_conversation_starts_afresh(bot_server: Client) -> None:
    client, sender = bot_server, "memory-afresh"
    code = checked(client, sender)["receipt"]
    client.turn(sender, "删除我的信息")
    assert client.turn(sender, code)[1]["kind"] == "fallback"
    _, status = client.turn(sender, "现在怎么样")
    assert (status["complete"], status["figures"]) == (False, {})
    _, asked = client.turn(sender, BEGIN)
    assert (asked["kind"], asked["answered"]) == ("question", 0)


def traces(client: Client, sender: str, name: str) -> set[str]:
    """The tables in which the sender, or the word that only the sender said, is found."""
    tables = [table for (table,) in rows(client, "SELECT name FROM sqlite_master WHERE type = 'table'")]
    assert set(tables) >= {*Base.metadata.tables, "events"}
    return {
        table
        for table in tables
        if any(
            sender in cell or name in cell for row in rows(client, f'SELECT * FROM "{table}"') for cell in map(str, row)
        )
    }


def content(database: Path) -> bytes:
    """The database's file with all that was written ahead of it."""
    with closing(sqlite3.connect(database, timeout=10)) as connection:
        assert connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0] == 0
    return database.read_bytes()


# --- long conversations, and a restart ---


@pytest.fixture(scope="module")
def restarted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Client, dict[str, Any]]]:
    """A server started for a second time on one database, and what was said by the first."""
    folder = tmp_path_factory.mktemp("restarted")
    with server(folder, PUBLIC_URL=ADDRESS) as first:
        finished = checked(first, "finished")
        first.turn("unfinished", BEGIN)
        _, asked = first.turn("unfinished", "我们是企业，工业类，总投资900万")
        first.turn("unit", BEGIN)
        first.turn("unit", "我们是企业，工业类")
        _, unit = first.turn("unit", "总投资900")
    with server(folder, PUBLIC_URL=ADDRESS) as second:
        yield second, {"finished": finished, "asked": asked, "unit": unit}


def test_an_unfinished_check_goes_on_after_a_restart(restarted: tuple[Client, dict[str, Any]]) -> None:
    client, before = restarted
    _, status = client.turn("unfinished", "现在怎么样")
    assert status["figures"] == {"applicant_type": "enterprise", "track": "industry", "total_investment": 9000000}
    assert status["figure"] == before["asked"]["figure"]
    _, asked = client.turn("unfinished", "不知道")
    assert (asked["kind"], asked["answered"]) == ("question", before["asked"]["answered"] + 1)


def test_a_question_for_the_unit_is_still_open_after_a_restart(restarted: tuple[Client, dict[str, Any]]) -> None:
    client, before = restarted
    assert before["unit"]["reason"]
    client.turn("unit", "万元")
    assert client.turn("unit", "现在怎么样")[1]["figures"]["total_investment"] == 9000000


def test_a_receipt_is_there_after_a_restart(restarted: tuple[Client, dict[str, Any]]) -> None:
    client, before = restarted
    told = before["finished"]
    again = client.turn("finished", told["receipt"])[1]
    assert again | {"notes": told["notes"]} == told


def test_the_turn_after_the_300th_costs_what_the_fifth_costs(bot_server: Client) -> None:
    """In events that the next turn reads and that a turn adds, the same message each time; the check goes on through it."""
    client, sender = bot_server, "memory-long"
    _, asked = client.turn(sender, BEGIN)
    read, total, custom = [], [], []
    for _ in range(MANY_TURNS):
        custom.append(client.turn(sender, "重大专项的材料有哪些")[1])
        (started, count), *_ = rows(
            client,
            "SELECT max(CASE type_name WHEN 'session_started' THEN id END), count(*) FROM events WHERE sender_id = ?",
            sender,
        )
        read += [
            count
            for (count,) in rows(client, "SELECT count(*) FROM events WHERE sender_id = ? AND id >= ?", sender, started)
        ]
        total.append(count)
    added = [after - before for before, after in zip(total, total[1:], strict=False)]
    assert max(read[300:]) <= max(read[:5]) + max(added[:3])
    assert max(read) <= LONGEST_SESSION + max(added)
    assert sum(added[250:300]) <= 1.25 * sum(added[:50])
    assert {json.dumps(each) for each in custom} == {json.dumps(custom[4])}
    assert custom[-1]["figure"] == asked["figure"]
