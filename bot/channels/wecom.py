"""企业微信: the callbacks of an application, always encrypted, at ``/webhooks/wecom/webhook``."""

from __future__ import annotations

import sys
from typing import Any

from wechatpy.enterprise.crypto import WeChatCrypto

from bot.channels.tencent import envelope, xml
from bot.channels.tencent.api import Api, WeComApi
from bot.channels.tencent.callback import TencentChannel
from bot.channels.tencent.envelope import Crypto, Forged, Query
from bot.settings import Account, Settings


class WeComChannel(TencentChannel):
    """The channel of a 企业微信 application."""

    @classmethod
    def name(cls) -> str:
        """The channel's name, in its address and in front of its senders."""
        return "wecom"

    @classmethod
    def from_credentials(cls, credentials: dict[str, Any] | None) -> WeComChannel:
        """From the settings; what is missing there is said, and the channel stays off."""
        settings = Settings.from_environment()
        if settings.wecom.missing:
            print(f"企业微信未开通：没有设置 {'、'.join(settings.wecom.missing)}", file=sys.stderr)
        return cls(settings.wecom, settings)

    def _make_crypto(self, account: Account) -> Crypto:
        crypto: Crypto = WeChatCrypto(account.token, account.aes_key, account.app_id)
        return crypto

    def _make_api(self, account: Account, url: str) -> Api:
        return WeComApi(account, url)

    def _verified(self, query: Query, echo: str) -> str:
        """The echo comes encrypted and goes back in plain text."""
        return envelope.opened(self._crypto, self.account.token, query, echo)

    def _opened(self, query: Query, args: Any, fields: dict[str, str]) -> tuple[dict[str, str], bool]:
        if "Encrypt" not in fields:
            raise Forged("nothing encrypted")
        text = envelope.opened(self._crypto, self.account.token, query, fields["Encrypt"])
        return xml.fields(text), True
