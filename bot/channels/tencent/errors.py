"""What Tencent's programs refuse, and what is to be done about it: by the global return codes of its documentation.

https://developers.weixin.qq.com/doc/offiaccount/Getting_Started/Global_Return_Code.html and
https://developer.work.weixin.qq.com/document/path/90313
"""

from __future__ import annotations

import re

STALE_TOKEN = frozenset({40001, 40014, 42001})  # not the latest, not one at all, expired: a new one, and once more
BUSY = frozenset({-1, 45009, 45011, 50002, -2})  # busy, too often: later
# Nothing can be sent to this person now: 48 hours over or not following, five messages unanswered, no such person.
NOT_NOW = frozenset({45015, 45047, 40003, 43004, 45002, 81013, 82001})
# The account itself: nothing can be sent to anyone until someone changes it on Tencent's pages.
ACCOUNT = frozenset({40164, 48001, 50001, 40013, 40125, 40243, 41002, 41004, 60020, 301002, 40056, 48002})

ADVICE = {
    40001: "AppSecret 不对，或 access_token 已被别的程序换掉：核对 AppSecret，并且不要在别处另取 access_token",
    40013: "AppId 不对：照腾讯后台“基本配置”页填",
    40125: "AppSecret 不对：在腾讯后台重置后填新的",
    40164: "本机的公网 IP 不在白名单：在公众平台“基本配置 → IP 白名单”里加上它",
    42001: "access_token 过期",
    45015: "用户超过 48 小时没有来消息，不能主动发",
    45047: "用户没有回复前主动发的条数已到上限",
    48001: "这个账号没有客服消息接口（未认证）：设 WECHAT_PUSH=no",
    60020: "本机的公网 IP 不在企业可信 IP 里：在应用页“企业可信 IP”里加上它",
    301002: "应用没有这个权限：核对 WECOM_AGENT_ID 和 Secret 是不是同一个应用的",
}

_ADDRESS = re.compile(r"(?<!\d)\d{1,3}(?:\.\d{1,3}){3}(?!\d)")


def advice(code: int) -> str:
    """What whoever runs the bot is to do about it."""
    return ADVICE.get(code, "含义见腾讯文档“全局返回码”")


class ApiError(RuntimeError):
    """Tencent refused a call with this code. Of its own words only our address is kept: they may repeat what was sent."""

    def __init__(self, code: int, words: str = "") -> None:
        address = _ADDRESS.search(words)
        super().__init__(f"errcode {code}：{advice(code)}{f'（本机 IP：{address[0]}）' if address else ''}")
        self.code = code


class Unreachable(RuntimeError):
    """Tencent could not be reached, or did not answer as it does; ``unsure``: what was sent may have arrived."""

    def __init__(self, cause: str, *, unsure: bool = False) -> None:
        super().__init__(f"连不上腾讯，或它的回答读不懂（{cause}）")
        self.unsure = unsure
