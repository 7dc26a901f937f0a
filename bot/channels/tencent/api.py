"""Tencent's programs that the bot calls: an access token, a message of its own, the menu."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping
from typing import Any

import aiohttp

from bot.channels.tencent.errors import STALE_TOKEN, ApiError, Unreachable
from bot.channels.tencent.tokens import Tokens
from bot.settings import Account

SECONDS = 5.0


class Api:
    """The programs of one account. Tokens and secrets stand in the addresses of calls, which are therefore not logged."""

    name = "wechat"

    def __init__(self, account: Account, url: str) -> None:
        self.account = account
        self.tokens = Tokens(url, f"{self.name}:{account.app_id}:{account.agent_id}", self._fetch_token)

    async def send(self, openid: str, text: str, again: bool) -> None:
        """A message of its own. Raises ApiError, Unreachable. ``again``: it may have arrived before."""
        await self.call(
            "/cgi-bin/message/custom/send", {"touser": openid, "msgtype": "text", "text": {"content": text}}
        )

    async def push_menu(self, menu: Mapping[str, Any]) -> None:
        """Publish the menu. Raises ApiError, Unreachable."""
        await self.call("/cgi-bin/menu/create", menu)

    async def call(self, path: str, body: Mapping[str, Any], **params: str) -> dict[str, Any]:
        """POST ``body``; once more with a new token where this one is not taken. Raises ApiError, Unreachable."""
        token = await self.tokens.get()
        try:
            return await self._post(path, body, params | {"access_token": token})
        except ApiError as error:
            if error.code not in STALE_TOKEN:
                raise
        await self.tokens.spoil(token)
        return await self._post(path, body, params | {"access_token": await self.tokens.get()})

    async def _fetch_token(self) -> tuple[str, float]:
        answer = await self._request("GET", self._token_path(), self._token_params())
        token, seconds = answer.get("access_token"), answer.get("expires_in")
        if not isinstance(token, str) or not isinstance(seconds, int):
            raise Unreachable("no access token in the answer")
        return token, float(seconds)

    def _token_path(self) -> str:
        return "/cgi-bin/token"

    def _token_params(self) -> dict[str, str]:
        return {"grant_type": "client_credential", "appid": self.account.app_id, "secret": self.account.secret}

    async def _post(self, path: str, body: Mapping[str, Any], params: dict[str, str]) -> dict[str, Any]:
        # Tencent shows \u escapes to the reader as they stand
        return await self._request("POST", path, params, json.dumps(body, ensure_ascii=False).encode())

    async def _request(
        self, method: str, path: str, params: dict[str, str], data: bytes | None = None
    ) -> dict[str, Any]:
        timeout = aiohttp.ClientTimeout(total=SECONDS)
        headers = {"Content-Type": "application/json; charset=utf-8"}
        try:
            async with (
                aiohttp.ClientSession(timeout=timeout, headers=headers) as session,
                session.request(method, self.account.api + path, params=params, data=data) as response,
            ):
                answer = json.loads(await response.read())
        except (aiohttp.ClientError, asyncio.TimeoutError, ValueError) as error:
            unsure = method == "POST" and not isinstance(error, aiohttp.ClientConnectorError)
            raise Unreachable(type(error).__name__, unsure=unsure) from None  # the error's own words hold the address
        if not isinstance(answer, dict):
            raise Unreachable("not an object", unsure=method == "POST")
        if answer.get("errcode"):
            raise ApiError(int(answer["errcode"]), str(answer.get("errmsg", "")))
        return answer


class WeComApi(Api):
    """The same programs of 企业微信, which name things differently."""

    name = "wecom"

    async def send(self, openid: str, text: str, again: bool) -> None:
        """A message of the application. Tencent drops a second one with the same words where ``again`` asks it to."""
        body: dict[str, Any] = {"touser": openid, "msgtype": "text", "agentid": int(self.account.agent_id or 0)}
        check = {"enable_duplicate_check": 1, "duplicate_check_interval": 1800} if again else {}
        await self.call("/cgi-bin/message/send", body | {"text": {"content": text}} | check)

    async def push_menu(self, menu: Mapping[str, Any]) -> None:
        """Publish the application's menu."""
        await self.call("/cgi-bin/menu/create", menu, agentid=self.account.agent_id)

    def _token_path(self) -> str:
        return "/cgi-bin/gettoken"

    def _token_params(self) -> dict[str, str]:
        return {"corpid": self.account.app_id, "corpsecret": self.account.secret}
