"""Public money named by whose purse it is to come out of: 市里出200万, 想让区里支持250万, 希望补助200万.

What a purse gave already, or gives every year, is no money of a project that is applied for.
"""

from __future__ import annotations

import re

PURSE = "(?:政府|公家|官方|科技局|财政局?|(?<![园小校社厂库片城])[市区县州](?:里|上|财政|政府|科技局)|局里|上面|上级|你们)(?:这边|那边|那头|方面|那里)?"
_HELPS = "(?:支持|补[助贴]|扶持|资助|补)"
_GIVES = f"(?:{_HELPS}|出资?|给|拨|批|掏|拿|投|承担|负担|解决)"
_WISHES = "(?:希望|期望|指望|盼望?|想要?|要|争取|申请)"
_ON = r"(?:[个上下来去出点能]|[给]?(?:我们|咱们?)|大概|差不多|大约|将近|至少|最多|这么|[ ])*$"
# 市里去年给, 每年给, 已经给, 没给: nothing of that is applied for.
_BETWEEN = r"[^，。；\d了过已曾每年没不未]{0,5}?"
# What is asked for needs no purse; what a purse is said to give needs no wish.
_WISHED_FOR = re.compile(
    rf"(?P<who>{_WISHES})(?:着|能|让|请|由|得到|拿到|[ ])*(?:{PURSE}{_BETWEEN}{_GIVES}|{_HELPS}){_ON}"
)
_GIVEN = re.compile(rf"(?P<who>{PURSE}){_BETWEEN}{_GIVES}{_ON}")
_PURSE = re.compile(PURSE)


def given(words: str) -> re.Match[str] | None:
    """The words before an amount that make it public money, in the group ``who`` what stands for its name; None otherwise."""
    return _WISHED_FOR.search(words) or _GIVEN.search(words)


def begins_with_a_purse(words: str) -> bool:
    """Whether a purse is named first: what it gives is of a project only beside another amount of that."""
    return bool(_PURSE.match(words))
