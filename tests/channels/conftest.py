"""The bot with accounts at both of Tencent's platforms, as a process of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from tests.support.bot import Client, server
from tests.support.tencent import Platform, wecom
from tests.support.tencent_api import SECRET, TencentApi, tencent_api


@dataclass
class TencentBot:
    """The running bot, Tencent's double, and the two accounts that talk to it."""

    client: Client
    api: TencentApi
    wechat: Platform
    wecom: Platform


def settings(api: TencentApi, **changes: str) -> dict[str, str]:
    """The variables of both accounts; 公众号 may not push, 企业微信 may."""
    both = {"WECHAT_API": api.url, "WECOM_API": api.url, "IDENTITY_SECRET": "identity of tests"}
    wecom_calls = {"WECOM_SECRET": SECRET, "WECOM_AGENT_ID": "1000002"}
    return {**Platform("").environment, **wecom("").environment, **both, **wecom_calls, **changes}


@pytest.fixture(scope="session")
def tencent_bot(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TencentBot]:
    """Once for all tests; use an openid of your own."""
    folder = tmp_path_factory.mktemp("tencent")
    with tencent_api() as api, server(folder, **settings(api)) as client:
        yield TencentBot(client, api, Platform(client.url), wecom(client.url))
