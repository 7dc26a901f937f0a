"""A ratio told by how many parts each side gives: 我们出四份财政出一份; 财政给一块我们配三块; 每申请一万财政，自筹三万.

The words between are few and known; beside any other the parts may be those of something else (合同一式四份，我们三份).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from bot.figures.mentions import Mention
from bot.figures.numbers.joining import Quantity
from bot.figures.numbers.numerals import NUMERAL, plain, value_of
from bot.figures.numbers.quantities import tidy
from bot.figures.pairing.others import is_elsewhere
from bot.figures.pairing.pair import Pair
from bot.figures.pairing.quoted import is_quoted
from bot.figures.possible import PARTS
from bot.figures.whose import is_not_now, speaks_of_another_project
from bot.figures.wording.stance import clause_at
from bot.guide.model import Figure, Guide

_US = re.compile("(?<![给让])(?:我们?|咱们?|企业|公司|单位|自己|自家|自有|老板)(?:这边|这头|方面)?")
_PURSE = re.compile(
    "(?:政府|国家|公家|官方|财政|拨款|科技局|[市省区]里)(?:这边|那边|那头|方面)?(?:的?(?:专项)?(?:经费|资金|钱))?"
)
_PART = re.compile(
    rf"(?P<number>{NUMERAL}|半)[ ]?个?(?P<unit>份儿?|块钱?|元钱?|(?<=万)元?)(?P<rest>半|[1-9一二三四五六七八九](?![\d十百千万个份块元]))?"
)
_BARE_PART = re.compile(
    r"(?<![\d.])(?P<number>[1-9一二三四五六七八九](?:\.\d)?)(?P<unit>)(?P<rest>)(?![\d.十百千万亿元个成%比:])"
)
# What stands between the sides and their parts, and says nothing else.
_BETWEEN = re.compile(
    "(?:(?<=[给让])(?:我们?|咱们?|企业|公司|单位)|让|出|拿|掏|配套?|给|投|占|凑|补|筹|贴|搭|申请|要|每|的|钱|资金|经费|是|就|再|都|则|得|能|会|各|也|来|还|对应?|负责|承担|相应|里头?|里面|当中|[跟和与]"
    "|大?约|大概|差不多|[，,、：:；; ])*"
)
_EVERY = re.compile("每(?:次|回)?(?:出|拿|掏|给|投|申请|要|补|花)?[ ]?$")
# 给200万我们就配600万 tells how the one goes with the other, and neither amount.
_GIVEN = re.compile(rf"(?:给|批|拨|补)(?:给?我们|下来)?(?=[ ]?{NUMERAL}[^，。]{{0,6}}[，, ]?[^，。]{{0,4}}就)")
_THEN = re.compile("就[^，。]{0,3}[配出拿投掏凑筹跟]")
_GOES_ON = re.compile(r"[ ]?(?:[\d一二两三四五六七八九十百千万亿多几来]|左右|以上|以下|不到)")
# Papers come in 份 as well.
_PAPERS = re.compile("合同|协议|材料|报告|证明|文件|申[报请]书|复印|打印|装订|一式|表格?|资料|[盖签]|[寄送交存留]")
_DEAREST = 20  # no project takes so few yuan: they are what comes to each other one
_BOTH, _HALF = 2, Decimal("0.5")


@dataclass(frozen=True)
class _Token:
    """A side (figure id) or, of none, a part of ``size`` in a ``unit``."""

    start: int
    end: int
    side: str = ""
    size: Decimal | None = None
    unit: str = ""


def in_parts(
    paired: Sequence[Pair], text: str, named: Sequence[Mention], guide: Guide, asked: str | None, *, supposed: bool
) -> list[Pair]:
    """The pairs, those numbers that are but the parts of a ratio put together to it."""
    for figure in guide.figures:
        if figure.kind == "ratio" and any({*figure.amounts} <= {*each} for each in PARTS.values()):
            for told in _told(text, named, figure, asked):
                rest = [pair for pair in paired if not _within(pair.quantity, told)]
                return [*rest, Pair(told, figure.id if _is_ours(text, told, figure, asked, supposed) else None)]
    return list(paired)


def _is_ours(text: str, told: Quantity, figure: Figure, asked: str | None, supposed: bool) -> bool:
    """Whether the ratio is told of the project that is checked, and not of a rule, of others, or of a former one."""
    clause = clause_at(text, told.start)
    ahead = clause.text[: told.start - clause.start]
    if is_elsewhere(ahead) or is_not_now(ahead, figure) or speaks_of_another_project(text[: told.start]):
        return False
    return supposed or not is_quoted(text, clause, asked)


def sides(text: str, named: Sequence[Mention], ratio: Figure) -> list[Mention]:
    """Where ``text`` names the two parts of the sum, be it by whose money they are (我们, 政府)."""
    own, other = ratio.amounts
    found = [name for name in named if name.figure in ratio.amounts and not name.choice]
    for figure, words in ((own, _US), (other, _PURSE)):
        spots = (each for each in words.finditer(text) if not any(_overlaps(each, name) for name in found))
        found += [Mention(figure, None, each.start(), each.end()) for each in spots]
    return sorted(found, key=lambda each: each.start)


def _overlaps(spot: re.Match[str], name: Mention) -> bool:
    return name.start < spot.end() and spot.start() < name.end


def _within(quantity: Quantity, told: Quantity) -> bool:
    return told.start <= quantity.start < told.end


def _told(text: str, named: Sequence[Mention], ratio: Figure, asked: str | None) -> Iterator[Quantity]:
    for run in _runs(text, _tokens(text, named, ratio, asked)):
        parts, whose = [each for each in run if not each.side], [each for each in run if each.side]
        if len(parts) > _BOTH and parts[0].size == sum(each.size or 0 for each in parts[1:]):
            parts = parts[1:]  # 五份里我们占四份，财政一份
        if len(whose) > _BOTH and whose[0].side == whose[-1].side:
            whose = whose[1:]  # 自筹，给200万我们就配600万
        if len(parts) == len(whose) == _BOTH and _is_of_parts(text, run, parts):
            sizes = {side.side: part.size for side, part in zip(whose, parts, strict=True)}
            own, other = (sizes.get(each) for each in ratio.amounts)
            if own and other:
                start, end = run[0].start, run[-1].end
                yield Quantity("ratio", tidy(own / other), start, end, text[start:end], "比")


def _is_of_parts(text: str, run: Sequence[_Token], parts: Sequence[_Token]) -> bool:
    """Whether the two parts are of one thing, which is neither a paper nor the money itself."""
    if len({part.unit for part in parts}) > 1 or _GOES_ON.match(text, run[-1].end):
        return False
    sizes = [part.size for part in parts if part.size is not None]
    if parts[0].unit == "份":
        begin = clause_at(text, max(0, clause_at(text, run[0].start).start - 1)).start
        return not _PAPERS.search(text[begin : run[0].start]) and not _PAPERS.match(text, run[-1].end)
    every = _EVERY.search(text[: run[0].start]) or "每" in text[run[0].start : parts[0].start]
    then = _THEN.search(text, parts[0].end, parts[1].start) and _GIVEN.search(text, run[0].start, parts[1].start)
    return bool(every or then) or max(sizes) <= _DEAREST


def _runs(text: str, tokens: Sequence[_Token]) -> Iterator[list[_Token]]:
    """Tokens that nothing parts; the same side named twice (我们自己) is one."""
    run: list[_Token] = []
    for token in tokens:
        if run and not _BETWEEN.fullmatch(text, run[-1].end, token.start):
            yield run
            run = []
        if run and token.side and run[-1].side == token.side:
            token = replace(token, start=run.pop().start)
        run.append(token)
    yield from [run] if run else []


def _tokens(text: str, named: Sequence[Mention], ratio: Figure, asked: str | None) -> list[_Token]:
    """The sides and the parts; mere digits are parts where the ratio or one of its amounts is asked for (自筹四，财政一)."""
    found = [_Token(each.start, each.end, each.figure) for each in sides(text, named, ratio)]
    given = (each for each in _GIVEN.finditer(text) if not any(one.start < each.end() <= one.end for one in found))
    found += [_Token(each.start(), each.end(), ratio.amounts[1]) for each in given]
    clean = plain(text)
    spots = [*_PART.finditer(clean)]
    spots = spots or [*(_BARE_PART.finditer(clean) if asked in (ratio.id, *ratio.amounts) else ())]
    for each in spots:
        size = _HALF if each["number"] == "半" else value_of(each["number"])
        if isinstance(size, Decimal) and size > 0:
            found.append(
                _Token(each.start(), each.end(), "", size + _rest(each["rest"]), "份" if "份" in each["unit"] else "元")
            )
    return sorted(found, key=lambda each: each.start)


def _rest(said: str | None) -> Decimal:
    """三份半, 三块五: what stands behind the unit."""
    tenths = value_of(said) if said and said != "半" else None
    return tenths / 10 if isinstance(tenths, Decimal) else _HALF if said else Decimal(0)
