"""What can be set from outside: the only reader of environment variables.

Every setting has a default with which the bot runs on one computer; a value that cannot be used is refused with
what was given and what is expected.
"""

from __future__ import annotations

import base64
import binascii
import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LONGEST_MESSAGE = 500  # characters; a longer one is not read but asked to be shortened
LOG_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")
SHORTEST_SECRET = 32  # characters

_WEB_ADDRESS = re.compile(r"https?://(?:[\w.-]+|\[[0-9a-fA-F:.]+\])(?::\d{1,5})?", re.ASCII)
_RATE = re.compile(r"[1-9]\d{0,6}/(?:second|minute|hour|day)", re.ASCII)
_EVERYWHERE = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # where one listens, and what a browser on this computer asks


class SettingsError(ValueError):
    """A setting that cannot be used; the message (Chinese) says which and what is expected."""


@dataclass(frozen=True)
class Account:
    """What one of Tencent's platforms is set up with; in plain environment variables, each with the platform's prefix.

    Args:
        names: the variables of ``app_id``, ``token`` and ``aes_key``, without which the channel stays off.
        app_id: the AppId of a 公众号, the corp id of a 企业微信.
        token, aes_key: what signs and encrypts callbacks (Token and EncodingAESKey on Tencent's pages).
        secret: what access tokens are asked for with; none: no menu, and nothing is pushed.
        agent_id: the number of a 企业微信 application.
        push: whether late answers may be sent as messages of their own.
        api: where Tencent's programs are, without a slash at the end.
    """

    names: tuple[str, str, str]
    api: str
    app_id: str = ""
    token: str = ""
    aes_key: str = ""
    secret: str = ""
    agent_id: str = ""
    push: bool = False

    @property
    def missing(self) -> tuple[str, ...]:
        """The variables that are not set and without which no callback can be read."""
        return tuple(
            name for name, value in zip(self.names, (self.app_id, self.token, self.aes_key), strict=True) if not value
        )


WECHAT = Account(("WECHAT_APP_ID", "WECHAT_TOKEN", "WECHAT_AES_KEY"), "https://api.weixin.qq.com")
WECOM = Account(("WECOM_CORP_ID", "WECOM_TOKEN", "WECOM_AES_KEY"), "https://qyapi.weixin.qq.com")


@dataclass(frozen=True)
class Settings:
    """The bot's settings; ``Settings.from_environment`` names the variables.

    Args:
        host, port: where the bot listens (``HOST``, ``PORT``; port 0 takes a free one).
        guide: the guide's file (``GUIDE``, relative to the project).
        database_url: SQLAlchemy URL of the bot's own tables and Rasa's tracker store (``DATABASE_URL``).
        action_endpoint: URL of a separate action server (``ACTION_ENDPOINT``); none: actions run inside the bot.
        models: folder of the trained model (``MODELS``).
        log_level: what the bot's own modules write to the log (``LOG_LEVEL``).
        identity_secret: key of the hashes that stand for openids (``IDENTITY_SECRET``); none: made once, in ``var/``.
        wechat, wecom: the accounts at Tencent (``WECHAT_...``, ``WECOM_...``).
        public_url: where browsers find the bot (``PUBLIC_URL``; none: at host and port), without a slash at its end.
        web_origins: origins whose pages may embed the widget (``WEB_ORIGINS``, separated by commas).
        web_secret: what visitors' tokens are signed with (``WEB_SECRET``; none: made once and kept in var/).
        visitor_rate, address_rate: how many messages a visitor, and requests an address, may send
            (``VISITOR_RATE``, ``ADDRESS_RATE``, as in 30/minute).
        trusted_proxies: whose X-Forwarded-For is believed (``TRUSTED_PROXIES``, addresses or networks; none: nobody's).
    """

    host: str = "127.0.0.1"
    port: int = 5005
    guide: Path = ROOT / "knowledge" / "guide_2022.json"
    database_url: str = f"sqlite:///{ROOT / 'var' / 'data.db'}"
    action_endpoint: str | None = None
    models: Path = ROOT / "models"
    log_level: str = "WARNING"
    identity_secret: str = field(default="", repr=False)
    wechat: Account = field(default=WECHAT, repr=False)
    wecom: Account = field(default=WECOM, repr=False)
    public_url: str = "http://127.0.0.1:5005"
    web_origins: tuple[str, ...] = ()
    web_secret: str | None = field(default=None, repr=False)
    visitor_rate: str = "30/minute"
    address_rate: str = "600/minute"
    trusted_proxies: tuple[IPv4Network | IPv6Network, ...] = ()

    @classmethod
    def from_environment(cls, environ: Mapping[str, str] = os.environ) -> Settings:
        """Settings from ``environ``; an empty value counts as not set. Raises SettingsError."""
        host, port = environ.get("HOST") or cls.host, _port(environ.get("PORT") or str(cls.port))
        return cls(
            host=host,
            port=port,
            guide=_path(environ.get("GUIDE"), cls.guide),
            database_url=_database_url(environ.get("DATABASE_URL") or cls.database_url),
            action_endpoint=_action_endpoint(environ.get("ACTION_ENDPOINT")),
            models=_path(environ.get("MODELS"), cls.models),
            log_level=_log_level(environ.get("LOG_LEVEL") or cls.log_level),
            identity_secret=environ.get("IDENTITY_SECRET") or "",
            wechat=_account(WECHAT, "WECHAT", environ, secret="WECHAT_APP_SECRET", pushes="no"),
            wecom=_account(WECOM, "WECOM", environ, secret="WECOM_SECRET", pushes="yes"),
            public_url=_public_url(environ.get("PUBLIC_URL") or _own_url(host, port)),
            web_origins=tuple(map(_origin, _listed(environ.get("WEB_ORIGINS")))),
            web_secret=_secret(environ.get("WEB_SECRET")),
            visitor_rate=_rate("VISITOR_RATE", environ.get("VISITOR_RATE") or cls.visitor_rate),
            address_rate=_rate("ADDRESS_RATE", environ.get("ADDRESS_RATE") or cls.address_rate),
            trusted_proxies=tuple(map(_network, _listed(environ.get("TRUSTED_PROXIES")))),
        )


def _port(text: str) -> int:
    if text.isascii() and text.isdigit() and int(text) <= 65535:
        return int(text)
    raise SettingsError(f"PORT={text!r} 不是端口号，请给 0 到 65535 之间的整数")


def _path(text: str | None, default: Path) -> Path:
    return ROOT / text if text else default


def _database_url(text: str) -> str:
    """Heroku-like ``postgres://`` is a name that SQLAlchemy 1.4 no longer takes."""
    if "://" not in text:
        raise SettingsError("DATABASE_URL 不是数据库地址，请给 sqlite:///文件 或 postgresql://用户:密码@主机/库")
    return text.replace("postgres://", "postgresql://", 1) if text.startswith("postgres://") else text


def _action_endpoint(text: str | None) -> str | None:
    if not text or text.startswith(("http://", "https://")):
        return text or None
    raise SettingsError(f"ACTION_ENDPOINT={text!r} 不是网址，请给 http://主机:5055/webhook 这样的地址")


def _log_level(text: str) -> str:
    if text.upper() in LOG_LEVELS:
        return text.upper()
    raise SettingsError(f"LOG_LEVEL={text!r} 无此级别，请用 {'、'.join(LOG_LEVELS)} 之一")


def _account(default: Account, prefix: str, environ: Mapping[str, str], *, secret: str, pushes: str) -> Account:
    app_id, token, aes_key = (environ.get(name) or "" for name in default.names)
    asked = environ.get(f"{prefix}_PUSH")
    account = Account(
        names=default.names,
        api=_api(f"{prefix}_API", environ.get(f"{prefix}_API") or default.api),
        app_id=app_id,
        token=token,
        aes_key=_aes_key(default.names[2], aes_key),
        secret=environ.get(secret) or "",
        agent_id=_agent(environ.get(f"{prefix}_AGENT_ID") or ""),
        push=_yes(f"{prefix}_PUSH", asked or pushes) and bool(asked or environ.get(secret)),
    )
    if account.push and not account.secret:
        raise SettingsError(f"{prefix}_PUSH=yes 还需要 {secret}，没有它不能主动发消息")
    return account


def _api(name: str, text: str) -> str:
    if text.startswith(("http://", "https://")):
        return text.rstrip("/")
    raise SettingsError(f"{name}={text!r} 不是网址，请给 https://主机 这样的地址")


def _aes_key(name: str, text: str) -> str:
    """Tencent's keys are 43 characters that decode, with one ``=``, to 32 bytes. The value itself is not repeated."""
    try:
        if not text or (len(text) == 43 and len(base64.b64decode(text + "=", validate=True)) == 32):
            return text
    except binascii.Error:
        pass
    raise SettingsError(f"{name} 不是 EncodingAESKey，请照腾讯后台的值填 43 个字母和数字")


def _agent(text: str) -> str:
    if not text or (text.isascii() and text.isdigit()):
        return text
    raise SettingsError(f"WECOM_AGENT_ID={text!r} 不是应用编号，请给企业微信后台应用页上的 AgentId，例如 1000002")


def _yes(name: str, text: str) -> bool:
    if text.lower() in ("yes", "no"):
        return text.lower() == "yes"
    raise SettingsError(f"{name}={text!r} 无法识别，请用 yes 或 no")


def _listed(text: str | None) -> Iterator[str]:
    return filter(None, map(str.strip, (text or "").split(",")))


def _own_url(host: str, port: int) -> str:
    reached = _EVERYWHERE.get(host, host)
    return f"http://[{reached}]:{port}" if ":" in reached else f"http://{reached}:{port}"


def _public_url(text: str) -> str:
    """The address may have a path: of a bot that stands behind another server."""
    if _WEB_ADDRESS.match(text) and not re.search(r"[\s?#\"'<>]", text):
        return text.rstrip("/")
    raise SettingsError(f"PUBLIC_URL={text!r} 不是网址，请给 https://主机 这样的地址")


def _origin(text: str) -> str:
    if _WEB_ADDRESS.fullmatch(text):
        return text.lower()
    raise SettingsError(
        f"WEB_ORIGINS 里的 {text!r} 不是网站来源，请给 https://主机 这样的地址，不带路径，多个用逗号隔开"
    )


def _secret(text: str | None) -> str | None:
    if not text or len(text) >= SHORTEST_SECRET:
        return text or None
    raise SettingsError(f"WEB_SECRET 太短，至少要 {SHORTEST_SECRET} 个字符")


def _rate(name: str, text: str) -> str:
    if _RATE.fullmatch(text):
        return text
    raise SettingsError(f"{name}={text!r} 不是频率，请给 30/minute 这样的写法（second、minute、hour、day）")


def _network(text: str) -> IPv4Network | IPv6Network:
    try:
        return ip_network(text)
    except ValueError as error:
        raise SettingsError(f"TRUSTED_PROXIES 里的 {text!r} 不是 IP 地址或网段，例如 10.0.0.0/8") from error
