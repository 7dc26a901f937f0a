"""公众号: Tencent's callbacks in plain, compatible and encrypted mode at ``/webhooks/wechat/webhook``."""

from __future__ import annotations

import sys
from typing import Any

from wechatpy.crypto import WeChatCrypto

from bot.channels.tencent import envelope, xml
from bot.channels.tencent.api import Api
from bot.channels.tencent.callback import TencentChannel
from bot.channels.tencent.envelope import Crypto, Forged, Query
from bot.settings import Account, Settings


class WeChatChannel(TencentChannel):
    """The channel of a 公众号."""

    @classmethod
    def name(cls) -> str:
        """The channel's name, in its address and in front of its senders."""
        return "wechat"

    @classmethod
    def from_credentials(cls, credentials: dict[str, Any] | None) -> WeChatChannel:
        """From the settings; what is missing there is said, and the channel stays off."""
        settings = Settings.from_environment()
        if settings.wechat.missing:
            print(f"公众号未开通：没有设置 {'、'.join(settings.wechat.missing)}", file=sys.stderr)
        return cls(settings.wechat, settings)

    def _make_crypto(self, account: Account) -> Crypto:
        crypto: Crypto = WeChatCrypto(account.token, account.aes_key, account.app_id)
        return crypto

    def _make_api(self, account: Account, url: str) -> Api:
        return Api(account, url)

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
