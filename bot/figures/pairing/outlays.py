"""Amounts of a project named by who spends them: 项目要投900万, 我们自己能拿出来640万, 申请120万.

What spends, or asks for money, stands in for the name of the figure: the project for its total, ourselves for what we raise.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.figures.mentions import Mention, short_mentions
from bot.figures.numbers.quantities import Quantity
from bot.figures.pairing.declared import without_declared
from bot.figures.pairing.governed import bare_subject
from bot.figures.pairing.incomes import of_the_income_asked
from bot.figures.pairing.purses import begins_with_a_purse, given
from bot.figures.possible import PARTS
from bot.figures.values import bounds
from bot.figures.whose import is_public, of_others
from bot.figures.wording.blanks import blanked
from bot.figures.wording.stance import Clause, clause_at
from bot.guide.model import Guide

_ON = r"(?:[个了上进出来去下得能有是嘛呢吧就也]|掉|大概|差不多|大约|将近|至少|最多|也就|这么|[ ，、])*$"
_SELVES = "自个儿?|自己|自家|自有(?:资金|的钱?)?"
_UNITS = "我们|咱们?|公司|企业|单位|厂里?|老板"
_WHOLE = "项目|工程|课题|整个|整体|全部|总共|一共|拢共|统共|合计|前前后后|里里外外|加起来"
_TOTAL = re.compile(
    rf"(?P<who>{_WHOLE})[^，。；]{{0,10}}?(?:投|花|砸|要|需|得|用)(?:资|入)?{_ON}"
    rf"|(?P<sum>(?:项目|工程|课题)[^，。；]{{0,4}}(?:总共|一共|拢共|统共|合计|全部|整个)){_ON}"
)
_PLANNED = re.compile(
    rf"(?P<who>得|需要?|要|准备|计划|打算|预计|想|拟|大概|大约)投(?:资|入)?{_ON}|(?:^[ ，]*[才只就也]*|(?:搞|上|做|弄|建|报)[了一]?个?)(?P<sum>投)资?个?$"
)
# 我们投520万 is of the whole project, unless a part of it is told beside that; 投了 and 每年投 are of what was spent.
_WE_PUT = re.compile(
    r"^[ ，]*(?:那|嗯|[但可]是?|不过)*(?:我们?|咱们?|俺们?|公司|单位|企业|合作社|厂里?)(?:公司|单位|企业|合作社|厂里?|这个|这次|这边|这|项目|总共|一共|大概|差不多|打算|准备|计划|预计|想|拟|只|就|也|才|都|能|会|[ ])*"
    r"(?P<who>投)(?:资|入)?(?:个|大概|差不多|大约|将近|至少|最多|也就|这么|[ ])*$"
)
_MUST_SPEND = re.compile("(?:得|要|需|须|应|至少|最少|起码)[^，。；]{0,3}投")
# 自筹450万，想要150万: what is wanted beside what is raised.
_WANTED = re.compile(
    r"^[ ，]*(?:那|再|然后|另外|我们?|咱们?)*(?P<who>想要?|希望|打算要?|准备要)(?:拿|得到?|能|再|个|点|大概|[ ])*$"
)
_OURS = re.compile(
    rf"(?P<who>{_SELVES}|{_UNITS})[^，。；]{{0,6}}?(?:[拿掏筹凑垫贴配](?!到|下|过)|(?<![支产输退推])出(?!口|租|售|台))套?{_ON}"
    rf"|(?P<sum>{_SELVES})[^，。；]{{0,4}}?投(?:资|入)?{_ON}"
)
# 他们出一半, 银行贷: somebody else pays a part.
_OTHER_PURSES = re.compile(
    "合作方|对方|他们|人家|银行|贷款?|融资|股东|集团|[总母]公司|政府|财政|补助|补贴|自筹|自己|自家|配套|各[投出]"
)
_ASKED = re.compile(
    r"(?P<who>申请|争取|申报)(?:个|到|下来|大概|差不多|[ ])*$"
    r"|(?P<sum>[跟向找问](?:政府|上面|国家|[省市区县州][里上]|科技局|局里|你们))(?:再|想|能|那边|这边)*(?:要|争取|拿)(?:个|点|大概|[ ])*$"
)
_OURSELVES = re.compile(f"{_SELVES}|{_UNITS}|自筹|财政|政府")
_ALONE = re.compile(f"(?:{_UNITS})?(?:{_SELVES})")
_CAN = re.compile(f"(?:{_UNITS})?(?:{_SELVES})[^，。；]{{0,3}}(?:能|可以)")
# What the money is for makes it another one: 拿出300万搞研发.
_SPENT_ON = re.compile(
    r"[ ]?(?:块钱)?(?:左右|上下)?(?:来|去|专门|用来|用于|用在|投到)*(?:搞|做|买|建|盖|发(?!展)|还(?:债|款|贷)|研发|给|奖)"
)
# 打算投1500万搞破碎机 is of the project; 投300万搞研发 and 做推广 are of a part.
_MADE = re.compile(
    r"[ ]?(?:块钱)?(?:左右|上下)?(?:来|去)?(?:搞|做|弄|开发|研制|攻关)一?[个套条]?(?!研[发究]|设备|装修|推广|宣传|培训|基建|环保|厂房|市场|营销|广告|检测|试验|实验)[^，。；、]{2,}"
)
_WE_ALL = "我们|合作社|农场|咱们?|公司|企业|[本我]?厂里?|单位|里|一年|全年|大概|差不多|总共|一共|合计|就|也|才|都"
# 去年做了三千万的生意: what a year's business came to.
_BUSINESS = re.compile(
    rf"(?P<who>(?:去年|上年|2021年|全年|一年)(?:{_WE_ALL})*(?:干|做|搞|整|弄)了?){_ON}"
    rf"|(?P<sum>(?:(?:20)?\d\d年|[去今前]年|上年|全年|一年)(?:{_WE_ALL})*(?:卖(?:出去?)?了?|卖(?!房|楼|车|地|设备|股|给)[\u4e00-\u9fff]{{1,3}}|的?流水)){_ON}"
)
_IN_BUSINESS = re.compile(
    r"(?:左右|上下)?(?:块钱)?(?:的?(?:生意|买卖|业务|活儿?|单子?|货|东西|产品))?[的了吧呢啊呀 ]*(?:[，。；,;！!]|$)"
)
# 去年啤酒卖了6800万: the goods that were sold; a house or an old machine is no business.
_GOODS = "(?![^，。；]{0,6}(?:房|楼|车|地皮|土地|设备|机器|股|厂|旧|废|专利|他们|对手|同行|人家|别人|客户|子公司|集团))[\u4e00-\u9fff]{1,6}?"
_SOLD_GOODS = re.compile(
    rf"(?P<who>(?:去年|上年|2021年|去年全年)(?:{_WE_ALL}|光|的)*{_GOODS}卖(?:出去?)?[了到得]?){_ON}"
    rf"|^[ ，]*(?:{_WE_ALL})*(?P<sum>(?<!没)卖了){_ON}"
)
_SOLD = "卖了"
# 剩下800万都是我们自己的
_IS_OURS = re.compile(
    rf"(?:左右|上下)?[ ]?(?:都|全部?|就|才)*是(?:{_UNITS})?的?(?P<who>{_SELVES})(?:[出掏筹拿投凑垫])?的(?=[了吧呢啊呀 ]*(?:$|[，。；;,！!]))"
)
_TOGETHER = re.compile(r"连(?!续|年|同)[^，。；\d]{1,6}带[^，。；\d]{1,6}")
_LINKS = re.compile("合作社|农场|俺们?|然后|就是|那个|还有|另外|再就是|还|呃|的话|块钱")
_NUMERAL = re.compile(r"[\d一二两三四五六七八九十百千几]")
_SELF, _ALL = "自己", "全部"
_OF_A_PROJECT = frozenset(figure for whole, parts in PARTS.items() for figure in (whole, *parts))
_LEAST = 100


def naming(text: str, found: Sequence[Quantity], guide: Guide, asked: str | None) -> list[Mention]:
    """What names a numeric figure: its names, and who spends an amount that has none (我们自己能拿出来640万)."""
    named = of_the_income_asked(without_declared(short_mentions(text, guide), text, guide, asked), text, guide, asked)
    stand_in = spenders(text, found, named, guide, asked)
    return sorted([*_meant(named, text, asked), *stand_in], key=lambda name: name.start)


def _meant(named: Sequence[Mention], text: str, asked: str | None) -> list[Mention]:
    """The mentions, but for those of 连设备带研发, which name parts of one sum; 自己 alone being 自己出的钱 only beside another amount of the project: 集团3个亿，我们自己2800万."""
    together = [found.span() for found in _TOGETHER.finditer(text)]
    named = [name for name in named if not any(start <= name.start < end for start, end in together)]
    alone = [name for name in named if _is_self(text, name)]
    besides = _OF_A_PROJECT & {asked, *(name.figure for name in named if name not in alone)}
    dropped = [name for name in alone if not besides or of_others(text[: name.start])]
    dropped += [name for name in named if text[name.start : name.end] == _ALL and _is_of_one(text, name, named)]
    return [name for name in named if name not in dropped]


def _is_of_one(text: str, name: Mention, named: Sequence[Mention]) -> bool:
    """Whether another amount is named before it in its clause: 自筹全部900万 is all of that, and not of the project."""
    clause = clause_at(text, name.start)
    return any(clause.start <= other.start < name.start and other.figure != name.figure for other in named)


def spenders(
    text: str, found: Sequence[Quantity], named: Sequence[Mention], guide: Guide, asked: str | None
) -> list[Mention]:
    """What stands in for a name before amounts that have none, as mentions of the figures that it means.

    ``named``: the numeric figures that the text names. What we or the firm give counts only beside another amount of a
    project, or where one was asked for; otherwise it may be for anything.
    """
    told = [each for quantity in found for each in _spender(text, quantity, found, named, guide)]
    told = without_declared(told, text, guide, asked)
    figures = [*(name.figure for name in named if not _is_self(text, name)), *(each.figure for each in told)]

    def counts(each: Mention) -> bool:
        others = {asked} & _OF_A_PROJECT | {figure for figure in figures if figure != each.figure}
        besides = (
            others & _OF_A_PROJECT
            or _ALONE.match(text, each.start)
            and any(figure and guide.figure[figure].kind == "money" for figure in others)
        )
        either = _OURSELVES.match(text, each.start) or begins_with_a_purse(text[each.start :])
        return bool(besides) or not either or bool(_CAN.match(text, each.start))

    return [each for each in told if counts(each)]


def _spender(
    text: str, quantity: Quantity, found: Sequence[Quantity], named: Sequence[Mention], guide: Guide
) -> Iterator[Mention]:
    if (ours := _IS_OURS.match(text, quantity.end)) and _is_amount(quantity):
        yield Mention(str(_part(guide, public=False)), None, *ours.span("who"))
        return
    if not _is_amount(quantity) or _SPENT_ON.match(text, quantity.end) and not _MADE.match(text, quantity.end):
        return
    ends = [each.end for each in found if each.end <= quantity.start]
    begin = max([clause_at(text, quantity.start).start, *ends])
    raised = any(name.figure == _part(guide, public=False) for name in named)
    parted = any(name.figure in parts for name in named for parts in PARTS.values()) or _OTHER_PURSES.search(text)
    words = text[begin : _numeral(text, quantity)]
    means = (
        _says(words, guide, raised=raised, parted=bool(parted))
        if not _SPENT_ON.match(text, quantity.end)
        else _plans(words, guide)
    )
    for figure, said in (*means, *_turnover(words, text[quantity.end :], guide, beside=_names_money(named, guide))):
        group = "who" if said["who"] else "sum"
        start, end = begin + said.start(group), begin + said.end(group)
        names = [name for name in named if start <= name.start < quantity.start and not _is_self(text, name)]
        names += [name for name in named if name.end <= start and _has_it(text, begin, start, name)]
        if figure and not names and bare_subject(_LINKS.sub("，", _without(text, begin, start, named))):
            yield Mention(figure, None, start, end)
        return


def _has_it(text: str, begin: int, start: int, name: Mention) -> bool:
    """Whether the clause begins with the name, and goes on with nothing but the spending: 研发每年要投500万 is of that, and of no
    project; of 研发新药要投500万 it is what is made."""
    first = begin == clause_at(text, begin).start and begin <= name.start
    return first and not _is_self(text, name) and bare_subject(text[name.end : start])


def _numeral(text: str, quantity: Quantity) -> int:
    """Where the number itself begins, behind the words that hedge it (大约投900万)."""
    found = _NUMERAL.search(text, quantity.start, quantity.end)
    return found.start() if found else quantity.start


def _is_self(text: str, name: Mention) -> bool:
    return text[name.start : name.end] == _SELF


def _says(words: str, guide: Guide, *, raised: bool, parted: bool) -> Iterator[tuple[str | None, re.Match[str]]]:
    """The figure (id) that the words before an amount mean, with the words that say so; ``raised``: what we give is named,
    ``parted``: anything is told of who else gives a part."""
    whole = next((each for each in PARTS if each in guide.figure), None)
    if said := given(words) or _ASKED.search(words):
        yield _part(guide, public=True), said
    if said := _OURS.search(words):
        yield _part(guide, public=False), said
    if said := _TOTAL.search(words):
        if not re.search(f"{_SELVES}|自筹|财政|政府", words[said.start() :]):
            yield whole, said
    elif (
        (said := _PLANNED.search(words))
        and (raised or not _OURSELVES.search(words))
        or not parted
        and (said := _WE_PUT.search(words))
    ):
        yield whole, said
    elif raised and (said := _WANTED.search(words)):
        yield _part(guide, public=True), said


def _plans(words: str, guide: Guide) -> Iterator[tuple[str | None, re.Match[str]]]:
    """The total (id), of what is planned to be put into something that is named behind the amount."""
    said = _PLANNED.search(words)
    if said and not _OURSELVES.search(words):
        yield next((each for each in PARTS if each in guide.figure), None), said


def _names_money(named: Sequence[Mention], guide: Guide) -> bool:
    return any(guide.figure[name.figure].kind == "money" for name in named)


def _turnover(words: str, behind: str, guide: Guide, *, beside: bool) -> Iterator[tuple[str | None, re.Match[str]]]:
    """The revenue (id), of what the business of a year came to; without the year only ``beside`` another amount."""
    said = _BUSINESS.search(words) or _SOLD_GOODS.search(words)
    if said and (beside or said["who"] or said.re is _BUSINESS) and _IN_BUSINESS.match(behind):
        yield next((each.id for each in guide.figures if any(_SOLD in name for name in each.names)), None), said


def ruled_on(clause: Clause, named: Sequence[Mention], guide: Guide) -> str | None:
    """The one numeric figure (id) of which a clause repeats the rule, be it by how much has to be put into a project
    (是不是得投800万); None where it names several, or none."""
    figures = {name.figure for name in named if clause.holds(name.start) and not name.choice}
    total = next((each for each in PARTS if each in guide.figure), None) if _MUST_SPEND.search(clause.text) else None
    return next(iter(figures)) if len(figures) == 1 else None if figures else total


def _part(guide: Guide, *, public: bool) -> str | None:
    parts = [guide.figure[each] for own in PARTS.values() for each in own if each in guide.figure]
    return next((each.id for each in parts if is_public(each) == public), None)


def _without(text: str, begin: int, end: int, named: Sequence[Mention]) -> str:
    """``text[begin:end]`` without the names in it, which are of the amount before."""
    return blanked(text, [(name.start, name.end) for name in named], "，")[begin:end]


def _is_amount(quantity: Quantity) -> bool:
    large = (bounds(quantity.value)[1] or 0) >= _LEAST
    return quantity.kind == "money" or quantity.kind == "bare" and quantity.unit == "" and large
