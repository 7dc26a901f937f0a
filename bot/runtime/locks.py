"""One turn at a time for each conversation, without polling.

Rasa's in-memory lock store looks every second whether it is its turn; two messages of one sender in the same second
would make the second wait for all of it. One process needs no more than an asyncio lock.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from weakref import WeakValueDictionary

from rasa.core.lock import TicketLock
from rasa.core.lock_store import LOCK_LIFETIME, InMemoryLockStore


class ImmediateLockStore(InMemoryLockStore):
    """Hands a conversation to the next message, in the order of arrival, as soon as the one before is answered."""

    def __init__(self) -> None:
        super().__init__()
        # weak: a lock lives as long as someone holds it or waits for it
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    @asynccontextmanager
    async def lock(
        self, conversation_id: str, lock_lifetime: float = LOCK_LIFETIME, wait_time_in_seconds: float = 0
    ) -> AsyncGenerator[TicketLock, None]:
        """Hold the conversation's lock; both times are Rasa's and have no meaning where nobody polls."""
        async with self._locks.setdefault(conversation_id, asyncio.Lock()):
            yield TicketLock(conversation_id)
