"""公众号: Tencent's callbacks in plain, compatible and encrypted mode at ``/webhooks/wechat/webhook``."""

from __future__ import annotations

from typing import Any

from wechatpy.crypto import WeChatCrypto

from bot.channels.tencent import envelope, xml
from bot.channels.tencent.api import Api
from bot.channels.tencent.callback import TencentChannel
from bot.channels.tencent.envelope import Forged, Query


class WeChatChannel(TencentChannel):
    """The channel of a 公众号."""

    title = "公众号"
    crypto = WeChatCrypto
    api = Api

    @classmethod
    def name(cls) -> str:
        """The channel's name, in its address and in front of its senders."""
        return "wechat"

    def _verified(self, query: Query, echo: str) -> str:
        """Tencent's test of the address comes in plain text in every mode."""
        envelope.check_signature(self.account.token, query)
        return echo

    def _opened(self, query: Query, args: Any, fields: dict[str, str]) -> tuple[dict[str, str], bool]:
        """In compatible mode the plain fields stand beside the encrypted ones; only what is signed is read."""
        encrypted = "Encrypt" in fields or args.get("encrypt_type", "raw") == "aes"
        if query.signature or not encrypted:
            envelope.check_signature(self.account.token, query)
        if not encrypted:
            return fields, False
        if "Encrypt" not in fields:
            raise Forged("nothing encrypted")
        text = envelope.opened(self._crypto, self.account.token, query, fields["Encrypt"])
        return xml.fields(text), True
