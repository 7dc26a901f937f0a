"""Whether an amount holds the tax, which is said beside it and changes nothing of whose it is: 收入应该是不含税1150万.

Where both are told, the amount without it is put for the one with it: 那个1300万是含税的，不含税1150万.
"""

from __future__ import annotations

import re

_WITH, _WITHOUT = "(?:(?<!不)含税|税前)", "(?:不含税|不带税|未税|去税|除税|税后)"
_BASIS = re.compile(rf"(?:[是为按]|算的?)?(?:{_WITHOUT}|{_WITH})(?:口径|价)?的?(?!费|务|收|款|金|额|率)")
_NUMBER = r"[\d一二两三四五六七八九十百千点.]+"
_GROSS_AND_NET = re.compile(
    rf"(?<=[\d一二两三四五六七八九十百千万亿元])(?P<gross>[是为算]?{_WITH}的?)(?P<stop>[，。；, ]+)"
    rf"(?P<net>(?:实际|真正|要是|按|就)?{_WITHOUT}(?:的话|的|口径|[是为])?)(?P<number>{_NUMBER})(?P<unit>[万亿]?)"
)
_ELIDED = re.compile("(?P<tens>[千百])[一二三四五六七八九]$")
_SCALE = re.compile(r"[万亿](?=元?$)")


def without_tax_basis(text: str) -> str:
    """``text``, the words that say of an amount whether the tax is in it blank."""
    return _BASIS.sub(lambda found: " " * len(found.group()), text) if "税" in text else text


def net_for_gross(text: str) -> str:
    """``text``, an amount with the tax being mended by the one without it, in its unit where none is said, as long as it was:
    1300万是含税的，不含税1150 is 1300万不对，是1150万."""
    found = _GROSS_AND_NET.search(text)
    if found is None:
        return text
    scale = _SCALE.search(text[: found.start()])
    unit = found["unit"] or (scale[0] if scale else "")
    wrong = "不对".ljust(len(found["gross"]))
    right = f"是{_in_full(found['number']) if unit else found['number']}{unit}"
    length = found.end() - found.start("net")
    return text[: found.start()] + wrong + found["stop"] + right.ljust(length) + text[found.end() :]


def _in_full(number: str) -> str:
    """``number`` with the last of its places named, which is left out where it is spoken: 两千六 is 两千六百."""
    found = _ELIDED.search(number)
    return number + {"千": "百", "百": "十"}[found["tens"]] if found else number
