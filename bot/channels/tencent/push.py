"""Answers sent as messages of their own, and for how long that is not tried because Tencent refused."""

from __future__ import annotations

import logging
import time

from bot.channels.tencent.api import Api
from bot.channels.tencent.desk import Push
from bot.channels.tencent.errors import ACCOUNT, BUSY, NOT_NOW, STALE_TOKEN, ApiError, Unreachable

logger = logging.getLogger(__name__)

PAUSE = 300.0  # seconds; what the account lacks, someone has to change on Tencent's pages


class Pusher:
    """Sends through ``api``; after a refusal of the account itself answers are kept for a while instead."""

    def __init__(self, api: Api) -> None:
        self._api = api
        self._paused_until = 0.0

    def may(self) -> bool:
        """Whether late answers are pushed at present."""
        return self._api.account.push and time.time() >= self._paused_until

    async def send(self, openid: str, text: str, again: bool) -> Push:
        """One message; what went wrong is logged by its code, without the message."""
        try:
            await self._api.send(openid, text, again)
        except ApiError as error:
            return self._refused(error)
        except Unreachable as error:
            logger.warning("Tencent could not be reached (%s); the answer is tried again.", error)
            return Push(sent=False, again=True, unsure=error.unsure)
        return Push(sent=True)

    def _refused(self, error: ApiError) -> Push:
        code = error.code
        if code in NOT_NOW:
            logger.info("An answer is kept for the next message: errcode %s.", code)
            return Push(sent=False)
        logger.error("An answer could not be pushed: %s", error)
        if code in ACCOUNT | STALE_TOKEN:
            self._paused_until = time.time() + PAUSE
        return Push(sent=False, again=code in BUSY)
