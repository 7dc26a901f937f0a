"""How much one visitor and one address may ask for, and what an address is behind proxies that are trusted."""

from __future__ import annotations

import math
import time
from collections.abc import Collection, Iterable
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

from limits import RateLimitItem, parse
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter
from sanic.request import Request

from bot.channels.refused import Refused
from bot.settings import Settings

BITS_OF_A_SITE = 64  # of an IPv6 address: a household or an office has all that follow
WORDS = "您发得太快了，请过 {wait} 秒再发；刚才这条没有丢，可以重新发送"


class Rates:
    """Counts in memory: a restart forgives."""

    def __init__(self, settings: Settings) -> None:
        self._visitor, self._address = parse(settings.visitor_rate), parse(settings.address_rate)
        self._trusted = settings.trusted_proxies
        self._storage = MemoryStorage()  # which the limiter holds but weakly
        self._limiter = MovingWindowRateLimiter(self._storage)

    def count_visitor(self, sender: str) -> None:
        """One message more. Raises Refused."""
        self._count(self._visitor, "visitor", sender)

    def count_address(self, request: Request) -> None:
        """One request more. Raises Refused."""
        peer = request.conn_info.peername if request.conn_info else None
        # a peer without an address is one on this computer, over a Unix socket
        host = peer[0] if isinstance(peer, tuple) else "127.0.0.1"
        self._count(self._address, "address", site(host, _forwarded(request), self._trusted))

    def _count(self, rate: RateLimitItem, kind: str, who: str) -> None:
        if not self._limiter.hit(rate, kind, who):
            reset, _ = self._limiter.get_window_stats(rate, kind, who)
            wait = max(1, math.ceil(reset - time.time()))
            raise Refused(429, "rate", WORDS.format(wait=wait), wait=wait)


def site(peer: str, forwarded: Iterable[str], trusted: Collection[IPv4Network | IPv6Network]) -> str:
    """Who asks: the ``peer``, or the last of ``forwarded`` (nearest last) that no trusted proxy is."""
    address = _address(peer)
    for said in reversed([*forwarded]):
        if address is None or not any(address in network for network in trusted):
            break
        address = _address(said) or address
    if isinstance(address, IPv6Address):
        return str(IPv6Network((int(address), BITS_OF_A_SITE), strict=False))
    return str(address or peer)


def _address(text: str) -> IPv4Address | IPv6Address | None:
    try:
        address = ip_address(text.strip().split("%")[0])
    except ValueError:
        return None
    return getattr(address, "ipv4_mapped", None) or address


def _forwarded(request: Request) -> list[str]:
    return [part for line in request.headers.getall("x-forwarded-for", []) for part in line.split(",")]
