"""The receipt of a finished check: a short code that people can read out and type, and that no other number looks like.

A code such as K7QM-3WRC is eight characters of Crockford's base32 (https://www.crockford.com/base32.html) in two groups:
six are taken from a digest, two check them. It begins with a letter and holds a digit above 1, which neither amounts,
telephone numbers nor words do, not even words whose O and I are read as digits.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterator
from itertools import count

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
CHARACTERS = 6  # without those that check them
BITS = 5  # in one character
# The largest prime below two characters' worth: no other remainder goes with one character changed or two exchanged.
MODULUS = 1021

_LOOKS_ALIKE = str.maketrans("OIL", "011")
_WELL_FORMED = re.compile(r"[A-Z].*[2-9]")
_HYPHEN = r"[-‐‑‒–—―−_·. ]{0,3}"
# No group stands beside it: neither the middle of a longer number nor two groups of a credit code.
_CODE = re.compile(
    rf"(?<![0-9A-Z])(?<![0-9A-Z]-)(?<!\d )(?=([0-9A-Z]{{4}}){_HYPHEN}([0-9A-Z]{{4}})(?![0-9A-Z]|-[0-9A-Z]))"
)


def codes(*parts: str) -> Iterator[str]:
    """The codes for ``parts``, always the same ones: a later one is for when an earlier one is taken. Never ends."""
    for attempt in count():
        digest = hashlib.sha256("\0".join([str(attempt), *parts]).encode()).digest()
        body = _characters(int.from_bytes(digest, "big"), CHARACTERS)
        if _WELL_FORMED.match(body):
            yield _grouped(body + _check(body))


def read(text: str) -> str | None:
    """The first code in ``text``, as ``codes`` writes it; None where there is none.

    Lower case, full width, a missing hyphen, O for 0 and I or L for 1 do not matter.
    """
    for groups in _CODE.findall(unicodedata.normalize("NFKC", text).upper()):
        code = "".join(groups).translate(_LOOKS_ALIKE)
        if _is_code(code):
            return _grouped(code)
    return None


def _is_code(code: str) -> bool:
    body = code[:CHARACTERS]
    return set(code) <= set(ALPHABET) and bool(_WELL_FORMED.match(body)) and code[CHARACTERS:] == _check(body)


def _check(body: str) -> str:
    number = 0
    for character in body:
        number = number << BITS | ALPHABET.index(character)
    return _characters(number % MODULUS, 2)


def _characters(number: int, length: int) -> str:
    """The last ``length`` digits of ``number`` to the base 32."""
    return "".join(ALPHABET[number >> BITS * place & 31] for place in reversed(range(length)))


def _grouped(code: str) -> str:
    return f"{code[:4]}-{code[4:]}"
