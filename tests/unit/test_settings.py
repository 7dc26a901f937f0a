"""Settings: their names, their defaults, and the refusal of what cannot be used."""

from __future__ import annotations

import re
from dataclasses import replace
from ipaddress import ip_network
from pathlib import Path

import pytest

from bot.settings import ROOT, WECHAT, WECOM, Settings, SettingsError

AES_KEY = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG"


def test_nothing_set_gives_the_defaults() -> None:
    assert Settings.from_environment({}) == Settings()
    assert Settings.from_environment({"PORT": "", "DATABASE_URL": "", "GUIDE": ""}) == Settings()


def test_each_setting_is_read() -> None:
    settings = Settings.from_environment(
        {
            "HOST": "0.0.0.0",
            "PORT": "0",
            "GUIDE": "knowledge/other.json",
            "DATABASE_URL": "postgres://user@host/db",
            "ACTION_ENDPOINT": "http://127.0.0.1:5055/webhook",
            "MODELS": "/somewhere",
            "LOG_LEVEL": "info",
            "IDENTITY_SECRET": "i",
            "WECHAT_APP_ID": "wx1",
            "WECHAT_TOKEN": "t",
            "WECHAT_AES_KEY": AES_KEY,
            "WECHAT_APP_SECRET": "s",
            "WECHAT_PUSH": "yes",
            "WECHAT_API": "https://proxy.example/",
            "WECOM_CORP_ID": "ww1",
            "WECOM_TOKEN": "u",
            "WECOM_AES_KEY": AES_KEY,
            "WECOM_SECRET": "v",
            "WECOM_AGENT_ID": "1000002",
            "PUBLIC_URL": "https://bot.example/shen-bao/",
            "WEB_ORIGINS": "https://kjj.example, http://localhost:8000",
            "WEB_SECRET": "s" * 32,
            "VISITOR_RATE": "5/second",
            "ADDRESS_RATE": "1000/hour",
            "TRUSTED_PROXIES": "10.0.0.0/8,::1",
        }
    )
    assert settings == Settings(
        host="0.0.0.0",
        port=0,
        guide=ROOT / "knowledge" / "other.json",
        database_url="postgresql://user@host/db",
        action_endpoint="http://127.0.0.1:5055/webhook",
        models=Path("/somewhere"),
        log_level="INFO",
        identity_secret="i",
        wechat=replace(
            WECHAT, app_id="wx1", token="t", aes_key=AES_KEY, secret="s", push=True, api="https://proxy.example"
        ),
        wecom=replace(WECOM, app_id="ww1", token="u", aes_key=AES_KEY, secret="v", agent_id="1000002", push=True),
        public_url="https://bot.example/shen-bao",
        web_origins=("https://kjj.example", "http://localhost:8000"),
        web_secret="s" * 32,
        visitor_rate="5/second",
        address_rate="1000/hour",
        trusted_proxies=(ip_network("10.0.0.0/8"), ip_network("::1")),
    )


@pytest.mark.parametrize(
    ("host", "port", "url"),
    [
        ("", "", "http://127.0.0.1:5005"),
        ("0.0.0.0", "80", "http://127.0.0.1:80"),
        ("::", "5006", "http://[::1]:5006"),
        ("10.1.2.3", "5006", "http://10.1.2.3:5006"),
    ],
)
def test_links_lead_to_where_the_bot_listens(host: str, port: str, url: str) -> None:
    assert Settings.from_environment({"HOST": host, "PORT": port}).public_url == url


def test_the_secret_is_not_shown() -> None:
    assert "geheim" not in repr(Settings(web_secret="geheim" * 8))


def test_each_variable_stands_in_the_table_of_the_readme() -> None:
    source = (ROOT / "bot" / "settings.py").read_text(encoding="utf-8")
    read = set(re.findall(r'environ\.get\("(\w+)"\)', source)) | set(
        re.findall(r'"((?:WECHAT|WECOM)_[A-Z_]+)"', source)
    )
    rows = re.findall(r"^\| ((?:`\w+` )+)\|", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    listed = {name for row in rows for name in re.findall(r"`(\w+)`", row)}
    assert (
        read | {"WECHAT_API", "WECOM_API", "WECHAT_PUSH", "WECOM_PUSH", "WECOM_AGENT_ID"}
        == listed
        >= {"PORT", "WEB_SECRET"}
    )


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PORT", "65536"),
        ("PORT", "-1"),
        ("PORT", "５００５"),
        ("PORT", "web"),
        ("DATABASE_URL", "data.db"),
        ("ACTION_ENDPOINT", "127.0.0.1:5055"),
        ("LOG_LEVEL", "loud"),
        ("WECHAT_AES_KEY", "short"),
        ("WECOM_AES_KEY", "!" * 43),
        ("WECHAT_PUSH", "maybe"),
        ("WECHAT_PUSH", "yes"),  # without the secret that it takes
        ("WECOM_AGENT_ID", "one"),
        ("WECOM_API", "qyapi.weixin.qq.com"),
        ("PUBLIC_URL", "bot.example"),
        ("PUBLIC_URL", "javascript://x"),
        ("PUBLIC_URL", "https://bot.example/?a=<b>"),
        ("WEB_ORIGINS", "*"),
        ("WEB_ORIGINS", "https://kjj.example/page"),
        ("WEB_ORIGINS", "https://kjj.example kjj.example"),
        ("WEB_SECRET", "short"),
        ("VISITOR_RATE", "30"),
        ("ADDRESS_RATE", "0/minute"),
        ("TRUSTED_PROXIES", "proxy.example"),
    ],
)
def test_what_cannot_be_used_is_refused_by_name(name: str, value: str) -> None:
    with pytest.raises(SettingsError, match=name):
        Settings.from_environment({name: value})


def test_what_a_channel_lacks_is_named() -> None:
    settings = Settings.from_environment({"WECHAT_APP_ID": "wx1", "WECHAT_AES_KEY": AES_KEY, "WECOM_PUSH": "no"})
    assert settings.wechat.missing == ("WECHAT_TOKEN",)
    assert settings.wecom.missing == ("WECOM_CORP_ID", "WECOM_TOKEN", "WECOM_AES_KEY")


def test_secrets_are_not_shown() -> None:
    shown = repr(Settings.from_environment({"WECHAT_APP_SECRET": "secret", "IDENTITY_SECRET": "secret"}))
    assert "secret" not in shown.replace("identity_secret", "")


def test_no_other_module_reads_the_environment() -> None:
    """bot.runtime.environment writes what TensorFlow and others read; nothing else touches it."""
    allowed = {ROOT / "bot" / "settings.py", ROOT / "bot" / "runtime" / "environment.py"}
    sources = {path for folder in ("bot", "actions") for path in (ROOT / folder).rglob("*.py")} - allowed
    assert [path for path in sources if re.search(r"\benviron\b|\bgetenv\b", path.read_text(encoding="utf-8"))] == []
