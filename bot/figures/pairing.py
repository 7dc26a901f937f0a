"""Which figure each quantity of a message belongs to, and which quantities are nobody's: another year's, taken back.

``naming`` pairs within a clause; here is what reaches from one clause to the next (2021年收入4000万，2022年5000万).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from bot.figures.governed import answers_freely
from bot.figures.mentions import Mention, short_mentions
from bot.figures.naming import Pair, paired, share_of, suits
from bot.figures.possible import PARTS
from bot.figures.quantities import Quantity, quantities
from bot.figures.quoted import asks_if_enough, is_quoted
from bot.figures.stance import Clause, clause_at, clauses, corrects, goes_on, supposes
from bot.figures.wholes import called_the_whole
from bot.figures.whose import is_not_now, no_total, of_others, turns_to_us
from bot.figures.years import in_its_year, names_a_year
from bot.guide.model import Figure, Guide

# Amounts and heads of something else, which no figure of a guide asks for.
_OTHER_NAMES = (
    "亏损?|欠款?|注册资[本金]|实缴|认缴|贷款|贷|借|产值|产量|原值|净值|租金|工资|薪酬|订单|规模|产能|利润|净利|税[收款额]?|补贴|补助|奖励|奖金|负债|资产|工资|房租|合同额|估值|融资|股权|市值|罚款|成本|单价|售价"
    "|设备(?:购置)?费?|厂房|土建|土地|流动资金|材料费|人工费?|测试费|差旅费?|博士|硕士|专家|院士|教授|职称|股东|学生|本科(?:以上)?|大专(?:以上)?|客户|毕业生"
    "|实习生|管理人员|销售人员|生产人员|工人|外聘|兼职"
)
_OTHER = re.compile(rf"(?:{_OTHER_NAMES})(?:是|有|约|大概|为|占|总额|总|额|了|过|一年|每年|[:： ]){{0,3}}$")
_OTHER_AFTER = re.compile(
    rf"(?:的)?(?:{_OTHER_NAMES}|固定资产|高级|外国|所得税|合同(?!签)|用户|粉丝|人口|会员|股(?!东)|在读)"
)
# A change is no figure: 自筹差100万, 再加100万 (加到900万 is one), 比800万多50万.
_CHANGE = re.compile(
    r"(?:差|短|(?<=[万亿元])[多少]出?|缺|再[加投]|追加|增加|[多再]加|(?:再|又)?[少多](?:申请|申报|投入?|出|拿|要|筹|招|给|花)|减少?|提高|降低|补上?|上涨|少了|多了)[了个]?[ ]?$"
)
_COMES_AND_GOES = re.compile(
    r"(?:走|离职|离开|辞职|退休|新?招|招聘|引进|聘请?|聘用|(?<!申)请|邀请|新增|来访|参观|接待|调[走来]|流失|裁)(?:了|掉|来|到)?[ ]?$"
)
_PART_OF_IT = re.compile(r"的(?:一半|百分之|[\d.]+%|[零一二三四五六七八九十百\d]+分之|[\d.一二三四五六七八九十两]+倍)")
_DONE = re.compile(r"(?:的)?[^，。]{0,4}(?:项目|课题)(?:已经?)?(?:验收|结题|完成|做完|结束)")
_UNSURE = re.compile(r"(?:够不够|有没有|到没到|到不到|达没达到|能不能到|是不是|有无)[ ]?$")
# What is to come is no figure either: 明年追加到1200万.
_PLANNED = re.compile(
    r"(?:明年|后年|以后|将来|后续|下一步|未来|后期)[^，。；;]{0,8}(?:追加|增加|提高|扩大|加|涨|升|增)[到至]?[ ]?$"
    r"|(?:达产|投产|建成|完工|满产|量产|上市)[^，。；;]{0,10}$"
)
# What is counted for each of many, or for a part of the year, is no total; nor is what is said of others.
_PER = re.compile(r"每(?:年|月|季度?|天|人|个人|个?部门|个?团队|个?组|亩|吨|台|套|平米|平方)|人均|亩均|年均|平均|单价")
_EVERY = re.compile(r"每(?:给|出|投|拿|花|有)?[一二三四五六七八九十百\d]+(?![一二三四]?年)")
_PART_OF_YEAR = re.compile(
    r"(?:第?[一二三四1-4]|本|上|这)个?季度|[上下]半年|(?:前|头)[一二三四五六七八九十\d]{1,2}个月|[一二三四五六七八九十\d]{1,2}月份|(?:上|这|本|单|当)个?月"
)
_THEIRS = re.compile(r"(?:去年|前年|上次|上回|那年)(?:申报|报|那[次个回])")
_SO_FAR = re.compile(
    r"已经?(?:投|完成|到位|花|支出|付)|到位|(?:[一二三四首前后先中1-4]|第[一二三四1-4])期|第[一二三四五1-5]年|首年|第[一二三]笔|首笔"
)
_MANY_TIMES = re.compile(r"[万亿元]的[ ]?$")  # 800万的1.5倍 is no ratio of two sums
_FOREIGN = re.compile(r"(?:美元|美金|欧元|港[币元]|日元|英镑)[ ]?$")
_TIMES = re.compile(r"(?:[两二三四五六七八九几]|\d)个[ ]?$")
# The first of two, of which the second is what came of it: 从600万追加到850万, 比800万多50万.
_BEFORE_IT = re.compile(r"(?:从|由|离|距离?|(?<!占)比)(?:原来的?|最初的?|以前的?)?[ ]?$")
_PART = re.compile(r"[ ，,（(]*(?:大?约|大概|也就|正好|刚好)?(?:占|比例|占比|比重)")
_DENIED = re.compile(r"(?:不是|并非|不再是)[ ]?$")
_ONESELF = "自己"


@dataclass
class _Line:
    """What the clauses before have left: the figure spoken of last, whether as a mere heading, whether of others, and
    the pairs so far; ``people``: how many head counts the message holds."""

    last: str | None
    asked: str | None
    heading: bool = False
    theirs: bool = False
    people: int = 0
    found: list[Pair] = field(default_factory=list)


def pairs(text: str, guide: Guide, *, asked: str | None = None) -> tuple[Pair, ...]:
    """The quantities that ``text`` states, each with its figure; in a supposition every clause states.

    ``asked`` is the figure of a number that has nothing but a year beside it.
    """
    named, found = _meant(short_mentions(text, guide), text, asked), quantities(text)
    supposed, corrected = supposes(text), corrects(text)
    own = [quantity for quantity in found if not _is_other(text, quantity)]
    line = _Line(last=asked, asked=asked, people=sum(each.kind in ("people", "bare") for each in own))
    for clause in _whole_clauses(text, found):
        if not supposed and is_quoted(text, clause, asked):
            continue
        inside = [quantity for quantity in found if clause.holds(quantity.start)]
        names = [name for name in named if clause.holds(name.start) and not _within(name, inside)]
        if asked and not names and not supposed and asks_if_enough(clause.text):
            continue
        if not inside:
            _head(line, clause, names, corrected)
            continue
        inside = [each for each in inside if not is_rate(text, clause, each)]
        stated = [each for each in inside if each in own and not _is_elsewhere(text[clause.start : each.start])]
        follows = line.heading or corrected or goes_on(clause.text) or names_a_year(clause.text)
        follows = follows or line.theirs and turns_to_us(clause.text)
        line.theirs = not stated and of_others(text[clause.start : inside[-1].start]) if inside else line.theirs
        line.last = names[-1].figure if line.theirs and names else line.last
        for pair in paired(clause.text, clause.start, stated, names, guide):
            pair = _of_the_asked(pair, names, asked, guide)
            _take(line, text, clause, pair, named, guide, follows=follows)
    return tuple(line.found)


def _meant(named: Sequence[Mention], text: str, asked: str | None) -> list[Mention]:
    """The mentions, 自己 alone being 自己出的钱 only beside another amount of the project: 集团3个亿，我们自己2800万."""
    own = {figure for whole, parts in PARTS.items() for figure in (whole, *parts)}
    alone = [name for name in named if text[name.start : name.end] == _ONESELF]
    besides = own & {asked, *(name.figure for name in named if name not in alone)}
    dropped = [name for name in alone if not besides or of_others(text[: name.start])]
    return [name for name in named if name not in dropped]


def is_rate(text: str, clause: Clause, quantity: Quantity) -> bool:
    """Whether the clause says how many of every so many (每十个人里四个, 财政每给1块我们出3块)."""
    return bool(_EVERY.search(text, clause.start, quantity.end))


def is_of_each(text: str, quantity: Quantity) -> bool:
    """Whether the number is said of each of many (每年投300万, 每个部门6个)."""
    return _per(text, clause_at(text, quantity.start), quantity)


def _per(text: str, clause: Clause, quantity: Quantity) -> bool:
    return bool(_PER.search(text, clause.start, quantity.start))


def of_other_parts(quantity: Quantity, text: str, named: Sequence[Mention], figure: Figure) -> bool:
    """收入是总投资的四倍: a ratio of what its clause names."""
    parts = (figure.quotient.numerator, figure.quotient.denominator) if figure.quotient else ()
    own = {figure.id, *parts}
    others = [name.start for name in named if name.figure not in own and not name.choice]
    clause = clause_at(text, quantity.start)
    return quantity.kind == "ratio" and any(clause.holds(start) for start in others)


def _whole_clauses(text: str, found: Sequence[Quantity]) -> Iterator[Clause]:
    """The clauses, none of which ends inside a quantity."""
    held: Clause | None = None
    inside = {place for quantity in found for place in range(quantity.start + 1, quantity.end)}
    for clause in clauses(text):
        held = Clause(held.text + clause.text, held.start, clause.end) if held else clause
        if clause.end not in inside:
            yield held
            held = None


def _within(mention: Mention, found: Sequence[Quantity]) -> bool:
    return any(quantity.start <= mention.start and mention.end <= quantity.end for quantity in found)


def _is_other(text: str, quantity: Quantity) -> bool:
    ahead = text[max(0, quantity.start - 12) : quantity.start]
    return bool(
        _BEFORE_IT.search(ahead)
        or _TIMES.search(ahead)
        or quantity.kind == "ratio"
        and _MANY_TIMES.search(ahead)
        or _FOREIGN.search(ahead)
        or _PLANNED.search(ahead)
        or _OTHER.search(ahead)
        or _CHANGE.search(ahead)
        or _UNSURE.search(ahead)
        or quantity.kind == "people"
        and _COMES_AND_GOES.search(ahead)
        or _PART_OF_IT.match(text, quantity.end)
        or _DONE.match(text, quantity.end)
        or _OTHER_AFTER.match(text, quantity.end)
    )


def _is_elsewhere(ahead: str) -> bool:
    """Whether what stands before a number in its clause makes it that of others, of a part of the year or of the whole."""
    last = re.split(r"[万亿元人]", ahead)[-1]
    return bool(
        of_others(ahead)
        or no_total(ahead)
        or _THEIRS.search(ahead)
        or _PART_OF_YEAR.search(ahead)
        or _SO_FAR.search(last)
    )


def _head(line: _Line, clause: Clause, names: Sequence[Mention], corrected: bool) -> None:
    """总投资，800万; 之前说的总投资不对，应该是1000万: a name without a number is of the number that follows."""
    if names and (corrected or len(clause.text) <= names[-1].end - names[-1].start + 4):
        line.last, line.heading = names[-1].figure, True


def _take(
    line: _Line, text: str, clause: Clause, pair: Pair, named: Sequence[Mention], guide: Guide, *, follows: bool
) -> None:
    pair = called_the_whole(text, pair, guide, part_said=line.people > 1)
    pair = _of_the_part(text, clause, pair, line.found, guide, line.asked)
    if follows and line.last and answers_freely(text, pair.quantity, guide.figure[line.last], named):
        pair = _carried(pair, line.last, guide)
    line.last, line.heading = pair.figure or line.last, False
    figure = guide.figure[pair.figure] if pair.figure else None
    denied = _DENIED.search(text, clause.start, pair.quantity.start)
    if figure and not is_yearly(figure) and _per(text, clause, pair.quantity):
        line.last, line.heading = figure.id, True  # 自筹每年300万，三年共900万
        return
    if figure and is_not_now(text[clause.start : pair.quantity.start], figure):
        return
    if not denied and in_its_year(text, clause, pair.quantity, figure, guide.year):
        line.found.append(pair)


def is_yearly(figure: Figure) -> bool:
    """Whether the figure is an amount of one year, so that 每年 says nothing else."""
    return any("年" in name for name in (figure.name, *figure.names))


def _carried(pair: Pair, last: str | None, guide: Guide) -> Pair:
    """2021年收入4000万，2022年5000万; 不是3000万，是4000万: a number without a name is of the figure before it."""
    if pair.figure or not last or not suits(guide.figure[last], pair.quantity):
        return pair
    return replace(pair, figure=last)


def _of_the_asked(pair: Pair, names: Sequence[Mention], asked: str | None, guide: Guide) -> Pair:
    """研发占两成, where 研发 may be people or money: the share of what was asked for."""
    share = share_of(guide.figure[asked], pair.quantity, guide) if asked else None
    places = {name.start for name in names if name.figure == asked}
    shared = {name.figure for name in names if name.start in places}
    only = len(shared) > 1 and shared == {name.figure for name in names}
    return replace(pair, figure=share) if share and pair.figure and only else pair


def _of_the_part(text: str, clause: Clause, pair: Pair, said: Sequence[Pair], guide: Guide, asked: str | None) -> Pair:
    """研发投入2000万，占收入的25%; 自筹900万，财政300万，比例3:1: the figure whose numerator was given before."""
    begin = max([clause.start, *(each.quantity.end for each in said if each.quantity.end <= pair.quantity.start)])
    if pair.quantity.kind not in ("share", "ratio") or not _PART.match(text, begin, pair.quantity.start):
        return pair
    parts = [each.figure for each in reversed(said) if each.figure] or ([asked] if asked else [])
    shares = (share_of(guide.figure[part], pair.quantity, guide) for part in parts)
    return replace(pair, figure=next((share for share in shares if share), pair.figure))
