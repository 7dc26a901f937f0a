"""Each message is worked once and answered once, in order, however often and wherever it arrives, and whatever fails."""

from __future__ import annotations

import asyncio
import itertools
import time
from collections import Counter
from collections.abc import Awaitable, Callable, Iterator
from typing import Any

import pytest
from sqlalchemy import delete, select

from bot.channels.tencent import desk, fitting, notices
from bot.channels.tencent.desk import Desk, Done, Job, Push
from bot.store import database, deliveries, repository
from bot.store.deliveries import Arrival
from bot.store.models import Delivery, Nonce

LATER = notices.later()
_numbers = itertools.count(1)


@pytest.fixture
def url(database_url: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A database with the tables and nothing in them, and a desk with patience: ``Bot.late`` is for those who have none."""
    for name, value in {"PATIENCE": 20.0, "LEASE": 3.0, "LOOK": 0.05, "SETTLE": 0.02, "SWEEP": 0.1}.items():
        monkeypatch.setattr(desk, name, value)
    database.ready(database_url)
    yield database_url
    with database.transaction(database_url) as session:
        for table in (Delivery, Nonce):
            session.execute(delete(table))


class Bot:
    """Counts turns and pushes. A text such as "慢 a" takes as long as the gate is closed; "坏" fails."""

    def __init__(self, url: str, *, pushes: bool = False, went: tuple[Push, ...] = ()) -> None:
        self.turns: list[str] = []
        self.pushed: list[tuple[str, str, bool]] = []
        self.went = list(went)
        self.open = asyncio.Event()
        self.replies: dict[str, Done] = {}
        self.desk = Desk("wechat", url, self.turn, self.send, lambda: pushes, window=300.0)

    async def turn(self, job: Job) -> Done:
        self.turns.append(job.text)
        if job.text.startswith("慢"):
            await self.open.wait()
        if job.text == "坏":
            raise RuntimeError("broken")
        return self.replies.get(job.text, Done(f"答{job.text}", choices=[]))

    async def send(self, openid: str, text: str, again: bool) -> Push:
        self.pushed.append((openid, text, again))
        return self.went.pop(0) if self.went else Push(sent=True)

    async def say(self, arrival: Arrival, left: float | None = None) -> str | None:
        """``left`` is for how many seconds the callback waits yet; as long as the desk has patience, if nothing is said."""
        arrived = time.time() - (0.0 if left is None else desk.PATIENCE - left)
        return await self.desk.answer(arrival, f"nonce-{next(_numbers)}", arrived)

    async def late(self, arrival: Arrival) -> str | None:
        """Says it in a callback that waits for a moment only."""
        return await self.say(arrival, left=0.4)


def said(text: str, user: str = "a", number: int | None = None) -> Arrival:
    number = next(_numbers) if number is None else number
    return Arrival(f"{user}-{number}", f"wechat-{user}", f"openid-{user}", 1, number, text)


def play(url: str, scene: Callable[[Bot], Awaitable[None]], **options: Any) -> None:
    """Plays a scene with a bot whose desk sweeps."""

    async def played() -> None:
        bot = Bot(url, **options)
        sweeping = asyncio.create_task(bot.desk.sweep())
        try:
            await asyncio.wait_for(scene(bot), 120)
        finally:
            sweeping.cancel()
            await bot.desk.close()

    asyncio.run(played())


async def until(condition: Callable[[], bool]) -> None:
    while not condition():
        await asyncio.sleep(0.02)


def test_a_message_is_answered(url: str) -> None:
    async def scene(bot: Bot) -> None:
        assert await bot.say(said("一")) == "答一"

    play(url, scene)


def test_repeats_wait_for_the_same_answer(url: str) -> None:
    async def scene(bot: Bot) -> None:
        message = said("慢一")
        asyncio.get_running_loop().call_later(0.2, bot.open.set)
        assert await asyncio.gather(*(bot.say(message) for _ in range(3))) == ["答慢一"] * 3
        assert await bot.say(message) == "答慢一"
        assert bot.turns == ["慢一"]

    play(url, scene)


def test_a_late_answer_is_pushed_once(url: str) -> None:
    async def scene(bot: Bot) -> None:
        message = said("慢一")
        assert await asyncio.gather(*(bot.late(message) for _ in range(3))) == [None] * 3
        assert bot.pushed == []
        bot.open.set()
        await until(lambda: bool(bot.pushed))
        assert await bot.say(message) is None
        assert await bot.say(said("二")) == "答二"
        await asyncio.sleep(0.5)
        assert (bot.turns, bot.pushed) == (["慢一", "二"], [("openid-a", "答慢一", False)])

    play(url, scene, pushes=True)


def test_a_repeat_that_comes_while_the_work_goes_on_is_given_the_answer(url: str) -> None:
    async def scene(bot: Bot) -> None:
        message = said("慢一")
        assert await bot.late(message) is None
        repeat = asyncio.create_task(bot.say(message))
        await asyncio.sleep(0.1)
        bot.open.set()
        assert await repeat == "答慢一"
        await asyncio.sleep(1.5)
        assert bot.pushed == []

    play(url, scene, pushes=True)


@pytest.mark.parametrize("word", ["看", "1", "查看", "好的"])
def test_where_nothing_may_be_pushed_the_answer_is_kept(url: str, word: str) -> None:
    async def scene(bot: Bot) -> None:
        assert await bot.late(said("慢一")) == LATER
        bot.open.set()
        await until(lambda: not bot.desk._tasks)
        assert await bot.say(said(word)) == "答慢一"
        assert bot.turns == ["慢一"]
        assert await bot.say(said(word)) == f"答{word}"  # from now on it is a message like any other

    play(url, scene)


def test_a_kept_answer_comes_before_the_next_one(url: str) -> None:
    async def scene(bot: Bot) -> None:
        assert await bot.late(said("慢一")) == LATER
        assert await bot.late(said("材料有哪些")) == LATER
        bot.open.set()
        await until(lambda: not bot.desk._tasks)
        assert await bot.say(said("归哪个科")) == "答慢一\n\n答材料有哪些\n\n答归哪个科"
        assert bot.turns == ["慢一", "材料有哪些", "归哪个科"]

    play(url, scene)


def test_messages_of_one_sender_are_worked_in_order(url: str) -> None:
    async def scene(bot: Bot) -> None:
        arrivals = [said("慢一", number=1), said("三", number=3), said("二", number=2), said("三", number=3)]
        waiting = [asyncio.create_task(bot.say(each)) for each in arrivals]
        await asyncio.sleep(0.1)
        bot.open.set()
        assert await asyncio.gather(*waiting) == ["答慢一", "答三", "答二", "答三"]
        assert bot.turns == ["慢一", "二", "三"]

    play(url, scene)


def test_a_message_that_was_overtaken_comes_first(url: str) -> None:
    async def scene(bot: Bot) -> None:
        waiting = [asyncio.create_task(bot.say(said(f"第{number}条", number=number))) for number in (3, 1, 2)]
        assert await asyncio.gather(*waiting) == ["答第3条", "答第1条", "答第2条"]
        assert bot.turns == ["第1条", "第2条", "第3条"]

    play(url, scene)


def test_pushes_of_one_sender_are_in_order(url: str) -> None:
    async def scene(bot: Bot) -> None:
        assert await asyncio.gather(*(bot.late(said(f"慢{number}")) for number in range(4))) == [None] * 4
        bot.open.set()
        await until(lambda: len(bot.pushed) == 4)
        assert [text for _, text, _ in bot.pushed] == [f"答慢{number}" for number in range(4)]

    play(url, scene, pushes=True)


def test_another_sender_does_not_wait(url: str) -> None:
    async def scene(bot: Bot) -> None:
        slow = asyncio.create_task(bot.late(said("慢一", "a")))
        assert await bot.say(said("二", "b")) == "答二"
        assert await slow == LATER

    play(url, scene)


def test_what_cannot_be_pushed_is_kept_for_the_next_message(url: str) -> None:
    async def scene(bot: Bot) -> None:
        assert await bot.late(said("慢一")) is None
        bot.open.set()
        await until(lambda: bool(bot.pushed) and not bot.desk._tasks)
        await asyncio.sleep(0.5)
        assert len(bot.pushed) == 1
        assert await bot.say(said("第二条")) == "答慢一\n\n答第二条"

    play(url, scene, pushes=True, went=(Push(sent=False),))


def test_what_may_be_pushed_later_is_tried_again(url: str) -> None:
    async def scene(bot: Bot) -> None:
        assert await bot.late(said("慢一")) is None
        bot.open.set()
        await until(lambda: len(bot.pushed) == 2)
        assert bot.pushed == [("openid-a", "答慢一", False), ("openid-a", "答慢一", True)]
        assert await bot.say(said("二")) == "答二"

    play(url, scene, pushes=True, went=(Push(sent=False, again=True),))


def test_what_may_have_arrived_is_pushed_once_more_and_then_kept(url: str) -> None:
    async def scene(bot: Bot) -> None:
        assert await bot.late(said("慢一")) is None
        bot.open.set()
        await until(lambda: len(bot.pushed) == 2 and not bot.desk._tasks)
        assert await bot.say(said("第二条")) == "答慢一\n\n答第二条"
        assert len(bot.pushed) == 2

    play(url, scene, pushes=True, went=(Push(sent=False, again=True, unsure=True),) * 3)


@pytest.mark.parametrize("pushes", [True, False])
def test_another_worker_takes_up_what_one_that_died_began(url: str, pushes: bool) -> None:
    message = said("慢一")
    begun: list[bool] = []

    async def dies() -> None:
        bot = Bot(url, pushes=pushes)
        assert await bot.late(message) == (None if pushes else LATER)
        await bot.desk.close()
        assert bot.turns == ["慢一"]

    async def scene(bot: Bot) -> None:
        bot.open.set()
        work = bot.turn

        async def turn(job: Job) -> Done:
            begun.append(job.begun)
            return await work(job)

        bot.desk._turn = turn
        await until(lambda: bool(bot.turns) and not bot.desk._tasks)
        if pushes:
            await until(lambda: bool(bot.pushed))
            assert await bot.say(said("二")) == "答二"
        else:
            assert await bot.say(said("第二条")) == "答慢一\n\n答第二条"
        assert bot.turns == ["慢一", "二" if pushes else "第二条"]
        assert begun == [True, False]

    asyncio.run(dies())
    play(url, scene, pushes=pushes)


def test_a_message_that_nobody_began_is_not_lost(url: str) -> None:
    with database.transaction(url) as session:
        deliveries.receive(session, "wechat", said("一"), waiting_until=time.time(), now=time.time() - 5)

    async def scene(bot: Bot) -> None:
        await until(lambda: bool(bot.pushed))
        assert bot.pushed == [("openid-a", "答一", False)]

    play(url, scene, pushes=True)


def test_two_workers_work_a_message_once(url: str) -> None:
    async def scene(one: Bot) -> None:
        two = Bot(url)
        sweeping = asyncio.create_task(two.desk.sweep())
        arrivals = [said("慢", user, 1) for user in "abcdef"] * 3
        asyncio.get_running_loop().call_later(0.15, lambda: (one.open.set(), two.open.set()))
        answers = await asyncio.gather(
            *(bot.say(each) for bot, each in zip(itertools.cycle((one, two)), arrivals, strict=False))
        )
        assert Counter(answers) == {"答慢": 18}
        assert len(one.turns + two.turns) == 6
        sweeping.cancel()
        await two.desk.close()

    play(url, scene)


def test_a_turn_that_fails_is_said_and_the_next_one_goes_on(url: str) -> None:
    async def scene(bot: Bot) -> None:
        assert await bot.say(said("坏")) == notices.failed()
        assert await bot.say(said("二")) == "答二"

    play(url, scene)


def test_a_long_answer_comes_in_parts(url: str) -> None:
    sentence = "自筹经费与申请财政经费的比例不低于3:1。"

    async def scene(bot: Bot) -> None:
        bot.replies["长"] = Done(sentence * 100, choices=[{"title": "企业", "payload": "企业"}])
        first = await bot.say(said("长"))
        assert first.endswith(sentence + fitting.TO_BE_CONTINUED)
        message = said("更多")
        second = await bot.say(message)
        assert await bot.say(message) == second
        third = await bot.say(said("更多"))
        assert "".join(page.removesuffix(fitting.TO_BE_CONTINUED) for page in (first, second, third)) == sentence * 100
        assert await bot.say(said("更多")) == "答更多"
        assert bot.turns == ["长", "更多"]

    play(url, scene)


def test_a_pushed_answer_goes_on_with_more(url: str) -> None:
    async def scene(bot: Bot) -> None:
        bot.replies["慢长"] = Done("好。" * 1000)
        assert await bot.late(said("慢长")) is None
        bot.open.set()
        await until(lambda: bool(bot.pushed) and not bot.desk._tasks)
        assert len(bot.pushed[0][1].encode()) <= 2048
        assert (await bot.say(said("更多"))).startswith("好。好。")

    play(url, scene, pushes=True)


def test_a_number_is_a_choice_while_choices_are_offered(url: str) -> None:
    offered = [{"title": "企业", "payload": "企业"}, {"title": "高校", "payload": "高等院校"}]

    async def scene(bot: Bot) -> None:
        assert await bot.say(said("2")) == "答2"
        bot.replies["查"] = Done("您是哪一类？", choices=offered)
        await bot.say(said("查"))
        assert await bot.say(said("15")) == "答15"  # and its turn offered nothing
        assert await bot.say(said("2")) == "答2"
        await bot.say(said("查"))
        assert await bot.say(said("2")) == "答高等院校"
        assert await bot.say(said("2")) == "答2"
        assert await bot.say(said("2", "b")) == "答2"

    play(url, scene)


def test_what_was_answered_without_a_turn_leaves_the_choices(url: str) -> None:
    async def scene(bot: Bot) -> None:
        bot.replies["查"] = Done("您是哪一类？", choices=[{"title": "企业", "payload": "企业"}])
        await bot.say(said("查"))
        picture = Arrival("picture", "wechat-a", "openid-a", 1, 10**6, "", answer="只能读文字。")
        assert [await bot.say(picture) for _ in range(2)] == ["只能读文字。"] * 2
        assert await bot.say(said("1", number=10**6 + 1)) == "答企业"

    play(url, scene)


def test_a_nonce_is_taken_once_but_by_its_own_open_message(url: str) -> None:
    async def scene(bot: Bot) -> None:
        message, now = said("慢一"), time.time
        waiting = asyncio.create_task(bot.desk.answer(message, "n1", now()))
        await asyncio.sleep(0.1)
        repeat = asyncio.create_task(bot.desk.answer(message, "n1", now()))
        with pytest.raises(desk.Replayed):
            await bot.desk.answer(said("别的"), "n1", now())
        bot.open.set()
        assert await asyncio.gather(waiting, repeat) == ["答慢一"] * 2
        with pytest.raises(desk.Replayed):
            await bot.desk.answer(message, "n1", now())
        assert await bot.desk.answer(message, "n2", now()) == "答慢一"
        assert bot.turns == ["慢一"]

    play(url, scene)


def test_nothing_is_left_of_a_sender_who_is_forgotten(url: str) -> None:
    async def scene(bot: Bot) -> None:
        await bot.say(said("一"))
        bot.replies["忘"] = Done("已经删除。", choices=[], erased=True)
        work = bot.turn

        async def turn(job: Job) -> Done:
            if job.text == "忘":
                with database.transaction(url) as session:
                    repository.forget(session, job.conversation)
            return await work(job)

        bot.desk._turn = turn
        message = said("忘")
        assert await bot.say(message) == "已经删除。"
        assert await bot.say(message) == "已经删除。"
        await bot.say(said("二", "b"))
        with database.transaction(url) as session:
            rows = session.scalars(select(Delivery).where(Delivery.key.like("a-%"))).all()
            assert {(row.conversation, row.recipient, row.text, row.state) for row in rows} == {
                (None,) * 3 + ("given",)
            }
            assert {row.answer for row in rows} == {None, "已经删除。"}

    play(url, scene)


def test_what_is_given_keeps_no_openid_and_what_is_worked_no_text(url: str) -> None:
    async def scene(bot: Bot) -> None:
        await bot.say(said("一"))
        with database.transaction(url) as session:
            row = session.scalars(select(Delivery)).one()
            assert (row.recipient, row.text, row.state) == (None, None, "given")

    play(url, scene)


def test_what_is_old_is_deleted(url: str) -> None:
    now = time.time()
    with database.transaction(url) as session:
        for number, age in enumerate((deliveries.KEPT + 1, deliveries.KEPT - 1)):
            deliveries.receive(session, "wechat", said("一", "a", 1000 + number), now, now - age)
            session.add(Nonce(channel="wechat", nonce=str(number), key="k", taken=now - 700 * (1 - number)))
        session.flush()
        deliveries.purge(session, now, nonces_until=now - 600)
        assert [row.sequence for row in session.scalars(select(Delivery))] == [1001]
        assert [row.nonce for row in session.scalars(select(Nonce))] == ["1"]
