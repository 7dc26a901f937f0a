"""Words beside a number that make it a range: 大概, 近, 不到, 至少, 以上, 左右.

How each is read: 大概 and its like are 10 % either way; 近 is up to 10 % below, the number itself included; 不到 ends one
step below the number (one yuan, one person, 0.0001 of a share or ratio); 不超过, 以内, 以下 end at the number, 超过, 至少,
以上 begin at it (the guide's 以上 includes the number, and one yuan above it settles nothing else); 出头 is up to 10 % above.
"""

from __future__ import annotations

import re
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import Literal

from bot.figures.values import Number, Range, bounds

Hedge = Literal["about", "near", "below", "at_most", "at_least", "just_above"]
TENTH = Decimal("0.1")

BEFORE: tuple[tuple[Hedge, str], ...] = (
    ("at_most", "不超过|没有?超过|未超过|不会超过|超不过|不高于|不多于|不大于|至多|最多|顶多|撑死|顶天|封顶|最高|≤|<="),
    ("at_least", "少说也?|怎么也|好歹|不低于|不少于|不小于|不下于|至少|起码|最少|最低|不止|≥|>="),
    (
        "below",
        "不到|(?<!够)不够|没过(?!去)|没超过?|未超过?|不足|不满|未到|未达到?|没达到|没有达到|达不到|没到|还没到|低于|少于|小于|不及|(?<!有)没有?|<",
    ),
    ("at_least", "(?<![不能])够(?!不)|超过|超出|多于|高于|大于|超|逾|早过|已过|>"),
    ("near", "将近|接近|差一点|快要?|近|(?<![大中规从最较])小"),
    ("about", "大概其?|大约莫?|约莫|约摸|约为|约|差不多|估计|估摸|大致|大体|应该有|左右"),
)
AFTER: tuple[tuple[Hedge, str], ...] = (
    ("about", "左右|上下|前后|大概|的样子|差不多"),
    ("at_most", r"(?:及其?)?以内|之内|(?:及其?)?以下|封顶|到顶|顶天|往下"),
    ("at_least", r"(?:及其?)?以上|往上|开外|之上|不止|打底|起步|朝上|还多|还要多|\+(?=$|[\s，,。;；）)])"),
    ("below", "都?还?不到|都?没到|都?不足|(?:还|就)?差(?:一?点|些|了?点|一些)|还差"),
    ("just_above", "出(?:点|了)?头|冒(?:点|了)?头|挂(?:点)?零|多一点点?"),
)
# 近, 快, 约, 超 count only where they touch the number: far from it they are parts of other words.
_TOUCHING = r"(?:是|有|为|在|要|能|会|到|达到?|也就|就|得|投入?|需要?|占|了|只|才|[ ]){0,3}$"
_FAR = "大概|大约|差不多|估计|至少|起码|不低于|不少于|不超过|最多|顶多"
_BEFORE = tuple((hedge, re.compile(rf"(?:{words}){_TOUCHING}")) for hedge, words in BEFORE)
_FAR_BEFORE = re.compile(rf"(?:{_FAR})[^\d\0，,。；;！!？?、一二三四五六七八九十百千万亿]{{0,9}}$")
_AFTER = tuple((hedge, re.compile(rf"[ ]?(?:{words})")) for hedge, words in AFTER)
_LOOK_BACK = 18


def before(text: str, start: int, floor: int) -> tuple[Hedge | None, int]:
    """The hedge that stands before position ``start`` (not reaching back over ``floor``), and where it begins."""
    window = max(floor, start - _LOOK_BACK)
    ahead = text[window:start]
    for hedge, pattern in _BEFORE:
        found = pattern.search(ahead)
        if found:
            return hedge, window + found.start()
    found = _FAR_BEFORE.search(ahead)
    if not found:
        return None, start
    word = found.group()
    return next(hedge for hedge, words in BEFORE if re.match(words, word)), start


def after(text: str, end: int) -> tuple[Hedge | None, int]:
    """The hedge that stands at position ``end``, and where it ends."""
    for hedge, pattern in _AFTER:
        found = pattern.match(text, end)
        if found:
            return hedge, found.end()
    return None, end


def hedged(value: Number, hedge: Hedge, step: Decimal) -> Number:
    """``value`` under ``hedge``; ``step`` is the smallest difference that counts (1 for yuan and persons)."""
    low, high = bounds(value)
    if low is None or high is None:
        return Range(low, high, approximate=True) if hedge == "about" else value
    if hedge == "about":
        return Range(low, high, approximate=True) if low != high else around(low, TENTH, TENTH, step)
    if hedge == "near":
        return around(high, TENTH, Decimal(0), step)
    if hedge == "just_above":
        return around(low, Decimal(0), TENTH, step)
    approximate = isinstance(value, Range) and value.approximate
    if hedge == "at_least":
        return Range(low, None, approximate)
    return Range(None, high - step if hedge == "below" else high, approximate)


def around(value: Decimal, down: Decimal, up: Decimal, step: Decimal) -> Range:
    """``value`` less and more these parts of it, whole steps where the value is whole."""
    low, high = value - value * down, value + value * up
    if step == 1:
        low, high = low.to_integral_value(ROUND_CEILING), high.to_integral_value(ROUND_FLOOR)
    return Range(low, high, approximate=True)
