"""The desk: each message worked once and in order, answered in the callback if that is quick enough, and later if not.

What was received, worked and given stands in the database (bot/store/deliveries.py), so that it holds over workers and
restarts. Here are the connections that wait and, for each conversation with something to do, one task that does it.
"""

from __future__ import annotations

import asyncio
import logging
import time
import uuid
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any
from weakref import WeakValueDictionary

from sqlalchemy.exc import SQLAlchemyError

from bot.channels.tencent import fitting, notices
from bot.store import database, deliveries
from bot.store.deliveries import Arrival
from bot.store.models import Delivery

logger = logging.getLogger(__name__)

PATIENCE = 4.5  # seconds; Tencent gives up after 5
LEASE = 10.0
LOOK = 0.25  # how often another worker's work is looked after
SETTLE = 0.15  # a message that was sent before this one and overtaken by it comes in meanwhile
SWEEP = 1.0
ROUNDS = 50  # of the event loop; a waiter that is told needs three or four
PURGE = 600.0
MOST_ATTEMPTS = 6
MOST_UNSURE = 2  # of which the first may have arrived


@dataclass(frozen=True)
class Job:
    """A message to work: ``key`` tells it from all others, ``begun`` whether somebody began with it before."""

    row_id: int
    key: str
    conversation: str
    text: str
    begun: bool = False


@dataclass(frozen=True)
class Done:
    """What a turn left: ``choices`` none: it was no turn, and what was offered before still is."""

    text: str
    choices: list[dict[str, str]] | None = None
    erased: bool = False


@dataclass(frozen=True)
class Push:
    """How a message of its own went: ``again`` says whether it is worth another try, ``unsure`` whether it may have arrived."""

    sent: bool
    again: bool = False
    unsure: bool = False


class Replayed(ValueError):
    """A callback that came before, and was answered."""


Turn = Callable[[Job], Awaitable[Done]]
Send = Callable[[str, str, bool], Awaitable[Push]]  # openid, text, whether it may have been sent before


class Desk:
    """Takes messages in and hands answers out, for one channel."""

    def __init__(self, channel: str, url: str, turn: Turn, send: Send, pushes: Callable[[], bool], window: float):
        self._channel, self._url, self._window = channel, url, window
        self._turn, self._send, self._pushes = turn, send, pushes
        self._owner = uuid.uuid4().hex
        self._tasks: dict[str, asyncio.Task[None]] = {}
        self._news: WeakValueDictionary[int, asyncio.Event] = WeakValueDictionary()
        self._beginning = asyncio.Lock()
        self._purged = 0.0

    # --- a message comes in ---

    def fresh(self, nonce: str, key: str) -> bool:
        """Whether a callback that needs no answer is no replay."""
        with database.transaction(self._url) as session:
            return deliveries.take_nonce(session, self._channel, nonce, key, time.time())

    async def answer(self, arrival: Arrival, nonce: str, arrived: float) -> str | None:
        """What the callback is answered with; None: nothing, now. ``arrived`` is when it came (seconds since 1970).

        The nonce is taken and the message kept in one transaction: neither is there without the other. Raises Replayed.
        """
        until = arrived + PATIENCE
        with database.transaction(self._url) as session:
            if not deliveries.take_nonce(session, self._channel, nonce, arrival.key, time.time()):
                raise Replayed
            row = deliveries.receive(session, self._channel, arrival, until, time.time())
            session.flush()
            row_id, state, reply, conversation = row.id, row.state, row.reply, row.conversation
        if state == "given":
            return str(reply) if reply else None
        if state != "done" and conversation:
            self.attend(conversation)
            await self._wait(row_id, until)
        return self._given(row_id)

    async def _wait(self, row_id: int, until: float) -> None:
        """Until the message is answered, or nobody listens any more."""
        news = self._news.setdefault(row_id, asyncio.Event())
        while (left := until - time.time()) > 0:
            with suppress(asyncio.TimeoutError):
                await asyncio.wait_for(news.wait(), left)
            news.clear()
            with database.transaction(self._url) as session:
                if deliveries.state(session, row_id) in ("done", "given"):
                    return

    def _given(self, row_id: int) -> str | None:
        """The answer, with those that were kept before it; else what is said when there is none yet."""
        with database.transaction(self._url) as session:
            rows = deliveries.give(session, row_id)
            if rows:
                page, rest = fitting.fit("\n\n".join(row.answer for row in rows if row.answer))
                rows[-1].reply, rows[-1].rest = page, rest or None
                return str(page) or None
            state, reply = deliveries.standing(session, row_id)
        if state == "given":
            return str(reply) if reply else None
        return None if self._pushes() else notices.later()

    # --- messages are worked ---

    def attend(self, conversation: str) -> None:
        """See to it that what is open in this conversation is done."""
        if conversation not in self._tasks:
            self._tasks[conversation] = asyncio.create_task(self._attend(conversation))

    async def _attend(self, conversation: str) -> None:
        try:
            await asyncio.sleep(SETTLE)
            while await self._step(conversation):
                pass
        except SQLAlchemyError:
            logger.exception("A message could not be worked; it is tried again.")
        finally:
            del self._tasks[conversation]

    async def _step(self, conversation: str) -> bool:
        """One push, one turn, or a look at what another worker does; False: nothing is left."""
        if await self._pushed(conversation) or await self._worked(conversation):
            return True
        with database.transaction(self._url) as session:
            left = deliveries.unfinished(session, conversation)
        if left:
            await asyncio.sleep(LOOK)
            self._tell_all()
        return left

    async def _worked(self, conversation: str) -> bool:
        """Works the conversation's next message, if there is one that is nobody's.

        Understanding a message keeps the process busy for some milliseconds. Turns begin one by one, and between two of
        them whoever comes in or waits is served: two hundred messages at once would else be understood before anyone is.
        """
        async with self._beginning:
            now = time.time()
            with database.transaction(self._url) as session:
                claimed = deliveries.claim(session, conversation, self._owner, now, now + LEASE)
                job = _job(*claimed) if claimed else None
            if job is None:
                return False
            work = asyncio.ensure_future(self._work(job))
            await asyncio.sleep(0)
        await work
        return True

    async def _work(self, job: Job) -> None:
        done = self._shortcut(job) or await self._turned(self._meant(job))
        with database.transaction(self._url) as session:
            deliveries.finish(
                session,
                job.row_id,
                self._owner,
                answer=done.text,
                choices=done.choices,
                erased=done.erased,
                now=time.time(),
            )
        self._tell(job.row_id)
        await self._heard(job.row_id)

    async def _heard(self, row_id: int) -> None:
        """Whoever waits for this answer gives it before the next message is looked at: in order, and not as one kept."""
        for _ in range(ROUNDS):
            if row_id not in self._news:
                return
            await asyncio.sleep(0)

    async def _turned(self, job: Job) -> Done:
        try:
            return await self._turn(job)
        except Exception:  # whatever it is: the sender is told, and the next message is worked
            logger.exception("A turn failed.")  # without the text, which is the applicant's
            return Done(notices.failed())

    def _shortcut(self, job: Job) -> Done | None:
        """What needs no turn: the rest of an answer, and a word that only asks for an answer that was kept."""
        with database.transaction(self._url) as session:
            unread = deliveries.unread(session, job.conversation)
            if unread is not None and fitting.asks_for_more(job.text):
                answer, unread.rest = unread.rest, None
                return Done(str(answer))
            if deliveries.kept(session, job.row_id, job.conversation, time.time()) and fitting.only_asks(job.text):
                return Done("")
        return None

    def _meant(self, job: Job) -> Job:
        """The message with a number as what it stands for, while choices are offered and have been read."""
        with database.transaction(self._url) as session:
            offered = (
                [] if deliveries.unread(session, job.conversation) else deliveries.offered(session, job.conversation)
            )
        return replace(job, text=fitting.chosen(job.text, offered))

    async def _pushed(self, conversation: str) -> bool:
        """Pushes the conversation's first answer for which nobody waits any more, if there is one."""
        if not self._pushes():
            return False
        now = time.time()
        with database.transaction(self._url) as session:
            late = deliveries.begin_push(session, conversation, now, now + LEASE)
            if late is None:
                return False
            row_id, recipient, answer, attempts = late.id, late.recipient, late.answer or "", late.attempts
        page, rest = fitting.fit(answer)
        went = await self._send(recipient, page, attempts > 1) if page else Push(sent=True)
        most = MOST_UNSURE if went.unsure else MOST_ATTEMPTS
        retry = time.time() + 2.0**attempts if went.again and attempts < most else None
        with database.transaction(self._url) as session:
            deliveries.end_push(session, row_id, sent=went.sent, again_at=retry, rest=rest)
        self._tell(row_id)
        return True

    def _tell(self, row_id: int) -> None:
        if news := self._news.get(row_id):
            news.set()

    def _tell_all(self) -> None:
        for news in list(self._news.values()):
            news.set()

    # --- what nobody waits for ---

    async def sweep(self) -> None:
        """For as long as the bot runs: leases renewed, what was left lying taken up, what is old deleted."""
        while True:
            try:
                self._look_after()
            except SQLAlchemyError:
                logger.exception("Messages could not be looked after; it is tried again.")
            await asyncio.sleep(SWEEP)

    def _look_after(self) -> None:
        now = time.time()
        with database.transaction(self._url) as session:
            if self._tasks:
                deliveries.renew(session, self._owner, now + LEASE)
            waiting = deliveries.waiting(session, self._channel, now, self._pushes())
            if now - self._purged > PURGE:
                deliveries.purge(session, now, now - 2 * self._window)
                self._purged = now
        for conversation in waiting:
            self.attend(conversation)

    async def close(self) -> None:
        """Stop working; what is open is taken up at the next start."""
        tasks: list[Any] = list(self._tasks.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


def _job(row: Delivery, begun: bool) -> Job:
    return Job(row.id, row.key, row.conversation, row.text or "", begun)
