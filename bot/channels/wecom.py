"""企业微信: the callbacks of an application, always encrypted, at ``/webhooks/wecom/webhook``."""

from __future__ import annotations

from typing import Any

from wechatpy.enterprise.crypto import WeChatCrypto

from bot.channels.tencent import envelope, xml
from bot.channels.tencent.api import WeComApi
from bot.channels.tencent.callback import TencentChannel
from bot.channels.tencent.envelope import Forged, Query


class WeComChannel(TencentChannel):
    """The channel of a 企业微信 application."""

    title = "企业微信"
    crypto = WeChatCrypto
    api = WeComApi

    @classmethod
    def name(cls) -> str:
        """The channel's name, in its address and in front of its senders."""
        return "wecom"

    def _verified(self, query: Query, echo: str) -> str:
        """The echo comes encrypted and goes back in plain text."""
        return envelope.opened(self._crypto, self.account.token, query, echo)

    def _opened(self, query: Query, args: Any, fields: dict[str, str]) -> tuple[dict[str, str], bool]:
        if "Encrypt" not in fields:
            raise Forged("nothing encrypted")
        text = envelope.opened(self._crypto, self.account.token, query, fields["Encrypt"])
        return xml.fields(text), True
