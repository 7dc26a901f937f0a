"""What whoever runs the bot does with an account: look at its configuration, publish its menu."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import Any

import yaml

from bot.channels.tencent.api import Api, WeComApi
from bot.channels.tencent.errors import ApiError, Unreachable
from bot.settings import Account, Settings
from bot.store import database

MENU = Path(__file__).with_name("menu.yml")
PLATFORMS: dict[str, type[Api]] = {"wechat": Api, "wecom": WeComApi}
SECRETS = {"wechat": "WECHAT_APP_SECRET", "wecom": "WECOM_SECRET"}


def menu(path: Path = MENU) -> dict[str, Any]:
    """The menu as Tencent takes it. Raises OSError, yaml.YAMLError."""
    read: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return read


async def push_menu(platform: str, settings: Settings) -> list[str]:
    """Publishes the menu; the faults that kept it from being published, in Chinese."""
    account = _account(platform, settings)
    if faults := _incomplete(platform, account):
        return faults
    database.ready(settings.database_url)
    try:
        await PLATFORMS[platform](account, settings.database_url).push_menu(menu())
    except (ApiError, Unreachable) as error:
        return [f"菜单没有发布：{error}"]
    return []


async def check(platform: str, settings: Settings) -> list[str]:
    """What of the configuration is missing or wrong, in Chinese; Tencent is asked for a new access token."""
    account = _account(platform, settings)
    faults = [f"没有设置 {name}，收不到消息" for name in account.missing]
    faults += _incomplete(platform, account, known=account.missing)
    if not account.app_id or not account.secret:
        return faults
    database.ready(settings.database_url)
    try:
        await PLATFORMS[platform](account, settings.database_url).tokens.renew()
    except (ApiError, Unreachable) as error:
        return [*faults, f"取不到 access_token：{error}"]
    return faults


def _account(platform: str, settings: Settings) -> Account:
    return settings.wechat if platform == "wechat" else settings.wecom


def _incomplete(platform: str, account: Account, known: Collection[str] = ()) -> list[str]:
    """What calling Tencent needs, beyond what reading its callbacks does."""
    needed = {account.names[0]: account.app_id, SECRETS[platform]: account.secret}
    if platform == "wecom":
        needed["WECOM_AGENT_ID"] = account.agent_id
    return [
        f"没有设置 {name}，不能发菜单，也不能主动发消息"
        for name, value in needed.items()
        if not value and name not in known
    ]
