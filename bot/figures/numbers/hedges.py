"""Words beside a number that make it a range: 大概, 近, 不到, 至少, 以上, 左右.

How each is read: 大概 and its like are 10 % either way; 近 is up to 10 % below, the number itself included; 不到 ends one
step below the number (one yuan, one person, 0.0001 of a share or ratio); 不超过, 以内, 以下 end at the number, 超过, 至少,
以上 begin at it (the guide's 以上 includes the number, and one yuan above it settles nothing else); 出头 and 略多 are up to
10 % above, 略少 is up to 10 % below without the number itself.
"""

from __future__ import annotations

import re
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import Literal

from bot.figures.values import Number, Range, bounds

Hedge = Literal["about", "near", "below", "at_most", "at_least", "just_above", "just_below"]
TENTH = Decimal("0.1")

# 概算一下 guesses; the 概算 of a project is a document, as exact as any other.
_SLIGHTLY = "(?:略微?|稍微?|微|小|刚|刚刚)"
_GUESSED = "估计|估摸|(?<!评)估(?!值|价)|猜|[粗毛初][略步]?算|[估匡]算|概算(?=了?一?下|着|出来)|约计"
_CANNOT = "够不[着上到]|[到上]不了|达不[到了成]|凑不[够齐出]|[拿掏]不[出起]|做不到|[用花要]不[了完]"
BEFORE: tuple[tuple[Hedge, str], ...] = (
    ("just_above", rf"{_SLIGHTLY}(?:超过?|高于|多于|大于|过)|刚刚?(?:超过?|过)"),
    ("just_below", r"(?:略微?|稍微?)(?:低于|少于|小于|不到|不足|欠)"),
    (
        "at_most",
        "不(?:会|能|可能|得)?(?:超过?|高于|多于|大于)|未必[有够到]?|不见得[有够到]?|没有?超过|未超过|超不过|高不过|至多|最多|顶多|充其量|撑死|顶天|顶破天|了不起|多则|封顶|最高|上限|≤|<=",
    ),
    (
        "at_least",
        "(?:少说(?!了)|怎么着?|好歹|再少(?=[也都得])|再怎么|再不济|横竖|说什么)[也都得]?|[不没未](?:会|可能|应该|能|得|有)?(?:低于|少于|小于|下于)|不下|"
        "不(?:会|可能|应该)(?:不到|不足|没有)|突破|[过破]了|[冲打]破|[迈跨越]过|(?<![打突冲])破|至少|起码|最少|最低|不[止只]|[何岂]止|少则|[少低跑]不了|保底|打底|兜底|托底|下限|底线|≥|>=",
    ),
    (
        "below",
        "不(?:会|可能)(?:到|达到?|有|够)|不到|(?<!够)不够|没过(?!去)|[没未]上|没超过?|未超过?|不足|不满|未到|未达到?|没达到|没有达到|没到|还没到|低于|少于|小于|不及|(?<!有)没有?"
        f"|{_CANNOT}|没[凑拿]够|<",
    ),
    ("at_least", "(?<![不能])够(?!不)|超过|超出|多于|高于|大于|超|逾|早过|已过|>"),
    ("near", "将近|接近|差一点{1,2}|快要?|近|(?<![大中规从最较])小"),
    (
        "about",
        f"大概其?|大约莫?|约莫|约摸|约为|约|差不多|{_GUESSED}|大致|大体|应该有|可能|也许|或许|兴许|没准儿?|说不定|左右",
    ),
)
_FAINTLY = "略微?|稍微?|微"
AFTER: tuple[tuple[Hedge, str], ...] = (
    (
        "just_above",
        rf"刚?(?:出(?:点|了)?头|冒(?:点|了)?头|挂(?:点)?零)|刚刚?[过超](?![去来])|[过超]出?了?一?[点些](?!也|都)|多一?点点?|(?:{_FAINTLY})(?:[多超高]|有超)[出过于]?",
    ),
    ("just_below", rf"少一?[点些]点?|(?:{_FAINTLY})(?:[少低欠]|不[到足])于?"),
    ("about", "左右|上下(?:浮动(?![^，。]{0,3}[\\d一二两三四五六七八九十百])|(?!浮))|前后|大概|的样子|差不多"),
    (
        "at_most",
        r"(?:及其?)?以内|之内|(?:及其?)?以下|封顶|到顶|到头|顶天|往下|的?[为是作]?上限(?![ ]?[\d一二两三四五六七八九])|为限|为顶",
    ),
    (
        "at_least",
        r"(?:及其?)?以上|往上|开外|之上|[都还可也]*不[止只]|只多不少|[都还也]*(?:[打挡]不住|[少低跑]不[了掉])|打底|[保兜托]底|[为是作]?下限(?![ ]?[\d一二两三四五六七八九])|(?:还|总|肯定|怎么都?)是?有的(?=$|[^\w])|为底|起步|起(?=$|[^\w]|[吧呢的啊])|朝上|还多|还要多|\+(?=$|[\s，,。;；）)])",
    ),
    (
        "below",
        "[都也还]*不到|[都也]?没到|[都也]?不足|[都也]?未到|(?:还|就)?差(?:一?点|些|了?点|一些)|还差|[都也还]+(?:没|木)有?(?![过问])|没有(?=[的了呢啊呀]*(?:$|[，。；！,;!]))"
        f"|[都也还是可根本肯定怕恐估计有点够]*(?:{_CANNOT}|没达到|未达到|没凑够|够呛)",
    ),
)
# Said after a pause, as an afterthought: 800万，大概; 800万吧，最多; 800万我估计. It ends what it stands in.
_PAUSE = r"[，, 吧呢啊呀嘛哦呃额嗯.…—-]{0,6}(?:我们?|应该|可能|也就|也是|这(?:是|个)|就)?(?:是)?"
_ENDING = r"(?:的|了|吧|是|样子|这样|这么多|啊|呢|哦|呀|数|算[的吧]?|[ ])*(?=$|[，。；！？,;!?\n])"
LATE: tuple[tuple[Hedge, str], ...] = (
    ("about", f"大概其?|大约莫?|约莫|{_GUESSED}着?|差不多|左右|上下|大致|可能|也许|应该有|应该是|[约概]数|瞎?猜"),
    ("at_most", "最多|顶多|至多|撑死|充其量|封顶|不会?超过?|到顶|顶天|(?:不能|不会|没法|不可能)再[多高]"),
    (
        "at_least",
        "至少|起码|最少|少说|不[止只]|往上|[打保]底|起步|打不住|只多不少|(?:可能|也许|应该|恐怕)?还[要会得]?[多高]一?[点些]?|只会更?[多高]",
    ),
    ("below", "不到|没到|不足|还?差一?点点?|到不了|(?:可能|也许|应该|恐怕)?还[要会得]?[少低]一?[点些]?|只会更?[少低]"),
)
# 近, 快, 约, 超 count only where they touch the number: far from it they are parts of other words.
_TOUCHING = r"(?:下来|出来|一下|[着是有为在要能会到就得也都总占了只才 ]|达到?|也就|投入?|需要?|人民币){0,3}$"
# 最少拿六百万 bounds, 最少的一年六百万 and 最低一年卖六百万 tell of a year.
_FAR = (
    "大概|大约|差不多|估计|估算|预估|粗算|毛估|粗估|匡算|至少|起码|不低于|不少于|不超过|顶多|充其量|撑死|至多|[保兜]底|再[少怎](?:么着?)?[也都]|怎么着?[也都]|少说[也都]"
    "|最[少多](?!的|时|[那一]?年|[那一][次回])|最[低高](?=(?:还|都|也|是)*(?:能|可|要|得|会|需|[拿出筹投花掏凑给配用砸]))"
)
_BEFORE = tuple((hedge, re.compile(rf"(?:{words}){_TOUCHING}")) for hedge, words in BEFORE)
_FAR_BEFORE = re.compile(rf"(?:{_FAR})[^\d\0，,。；;！!？?、一二三四五六七八九十百千万亿]{{0,9}}$")
_AFTER = tuple((hedge, re.compile(rf"[ ]?(?:{words})")) for hedge, words in AFTER)
_LATE = tuple((hedge, re.compile(rf"{_PAUSE}(?:{words}){_ENDING}")) for hedge, words in LATE)
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
    for hedge, pattern in (*_AFTER, *_LATE):
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
    if hedge == "just_below":
        return around(high - step, TENTH, Decimal(0), step)
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
