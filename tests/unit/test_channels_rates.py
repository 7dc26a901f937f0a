"""Whose requests are counted together."""

from __future__ import annotations

from ipaddress import ip_network
from pathlib import Path

import pytest
import yaml

from bot.channels.rates import site

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "addresses.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("peer", "forwarded", "trusted", "counted"), CASES["sites"])
def test_who_asks(peer: str, forwarded: list[str], trusted: list[str], counted: str) -> None:
    assert site(peer, forwarded, tuple(map(ip_network, trusted))) == counted
