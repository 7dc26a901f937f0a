"""A question as staff may see it: without figures, and without the names in it, so that it tells nothing of who asked."""

from __future__ import annotations

import re

from bot.figures.numbers.quantities import quantities
from bot.guide.model import Guide
from bot.guide.once import once
from bot.nlu.lexicon import SHORT, entries
from bot.nlu.masks import ANY_CHOICE, MASKS
from bot.nlu.text import normalize

DIGITS = re.compile(r"\d+(?:\.\d+)?")
LONGEST_KEPT = 200


def anonymized(guide: Guide, text: str) -> str:
    """``text`` with neutral words for amounts and for every name of the guide, as the intent classifier reads it."""
    plain = normalize(text)
    for each in reversed(quantities(plain)):
        plain = plain[: each.start] + MASKS["quantity"] + plain[each.end :]
    return without_digits(_names(guide).sub(lambda found: _masks(guide)[found.group()], plain))


def without_digits(masked: str) -> str:
    """What is left of a text whose names are gone: no digit, and cut short."""
    return DIGITS.sub("#", masked)[:LONGEST_KEPT]


@once
def _names(guide: Guide) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(_masks(guide), key=len, reverse=True))))


@once
def _masks(guide: Guide) -> dict[str, str]:
    known = (each for each in entries(guide) if not each.label.startswith(SHORT))
    return {each.phrase: MASKS.get(each.label, ANY_CHOICE) for each in known}
