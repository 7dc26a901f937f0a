"""What every answer tells a browser not to do, and the policies of pages."""

from __future__ import annotations

from sanic.request import Request
from sanic.response import BaseHTTPResponse

NOTHING = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
# Scripts, styles and requests of the bot's own files only; nothing inline.
PORTAL = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
    "require-trusted-types-for 'script'; trusted-types 'none'"  # no text becomes markup, whatever the scripts do
)
GUIDE = (
    "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
REPORT = (
    "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)

ALWAYS = {
    "Content-Security-Policy": NOTHING,
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
}


def settle(request: Request, response: BaseHTTPResponse) -> None:
    """Adds what the answer does not say itself."""
    for name, value in ALWAYS.items():
        response.headers.setdefault(name, value)
