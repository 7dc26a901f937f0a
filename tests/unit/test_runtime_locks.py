"""One turn at a time for each conversation, in the order of arrival, and none waits for another conversation."""

from __future__ import annotations

import asyncio

import pytest

from bot.runtime.locks import ImmediateLockStore


def test_turns_of_one_conversation_follow_each_other() -> None:
    done: list[str] = []

    async def turn(store: ImmediateLockStore, name: str) -> None:
        async with store.lock("a"):
            done.append(f"{name} begins")
            await asyncio.sleep(0)
            done.append(f"{name} ends")

    async def talk() -> None:
        store = ImmediateLockStore()
        await asyncio.gather(*(turn(store, name) for name in "123"))

    asyncio.run(talk())
    assert done == ["1 begins", "1 ends", "2 begins", "2 ends", "3 begins", "3 ends"]


def test_nobody_sleeps_while_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rasa's own store polls with asyncio.sleep, a second at a time."""
    done: list[int] = []

    async def turn(store: ImmediateLockStore, number: int) -> None:
        async with store.lock("a"):
            await asyncio.get_running_loop().run_in_executor(None, list)
            done.append(number)

    async def talk() -> None:
        store = ImmediateLockStore()
        await asyncio.gather(turn(store, 1), turn(store, 2))

    monkeypatch.setattr(asyncio, "sleep", None)
    asyncio.run(talk())
    assert done == [1, 2]


def test_conversations_do_not_wait_for_each_other_and_leave_nothing_behind() -> None:
    async def talk() -> None:
        store = ImmediateLockStore()
        async with store.lock("a"), store.lock("b"):
            assert len(store._locks) == 2
        assert len(store._locks) == 0

    asyncio.run(talk())


def test_a_failed_turn_gives_the_conversation_free() -> None:
    async def talk() -> None:
        store = ImmediateLockStore()
        with pytest.raises(ZeroDivisionError):
            async with store.lock("a"):
                raise ZeroDivisionError
        async with store.lock("a"):
            pass

    asyncio.run(talk())
