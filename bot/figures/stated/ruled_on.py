"""Kinds of applicants that a rule may be on, and that nobody says to be: 这个专项不挑企业吧, 是不是只收高校."""

from __future__ import annotations

import re

_RULES = re.compile(
    r"(?:不|没|只|光|仅|专)(?:是|会|能|让|准|许)*(?:[挑限卡管收认分]|要求|接收|接受|面向|针对|限定?于?)(?:定|死|得|是|于|你|我们?|[个啥])*$"
)


def is_ruled_on(text: str, start: int) -> bool:
    """Whether the words before the kind named at ``start`` say whom a program takes."""
    return bool(_RULES.search(text[:start]))
