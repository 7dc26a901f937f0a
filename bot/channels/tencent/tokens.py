"""The access token of one account: fetched by one worker ahead of time, used by all of them.

Each fetch makes Tencent forget the token before it (after five minutes): two workers that fetched as they pleased would
take each other's tokens away.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable

from bot.store import database, tokens

AHEAD = 300.0  # seconds before it ends a token is renewed; Tencent honours the old one for as long
FETCHING = 10.0  # a lock that is older was left behind
LOOK = 0.1

Fetch = Callable[[], Awaitable[tuple[str, float]]]


class Tokens:
    """``fetch`` asks Tencent for a token and says for how many seconds it is good."""

    def __init__(self, url: str, account: str, fetch: Fetch) -> None:
        self._url, self._account, self._fetch = url, account, fetch

    async def get(self) -> str:
        """A token that is good. Raises what ``fetch`` raises."""
        while True:
            now = time.time()
            with database.transaction(self._url) as session:
                token, expires = tokens.read(session, self._account)
                renew = expires - AHEAD < now and tokens.lock(session, self._account, now, now + FETCHING)
            if renew:
                return await self._renewed()
            if token and expires > now:
                return token
            await asyncio.sleep(LOOK)  # another worker fetches the first one

    async def renew(self) -> str:
        """A new token from Tencent, whatever the present one is worth. Raises what ``fetch`` raises."""
        while not self._locked(time.time()):
            await asyncio.sleep(LOOK)
        return await self._renewed()

    def _locked(self, now: float) -> bool:
        with database.transaction(self._url) as session:
            return tokens.lock(session, self._account, now, now + FETCHING)

    async def spoil(self, token: str) -> None:
        """Tencent does not take this token any more."""
        with database.transaction(self._url) as session:
            tokens.spoil(session, self._account, token)

    async def _renewed(self) -> str:
        try:
            token, seconds = await self._fetch()
        except BaseException:
            with database.transaction(self._url) as session:
                tokens.release(session, self._account)
            raise
        with database.transaction(self._url) as session:
            tokens.keep(session, self._account, token, time.time() + seconds)
        return token
