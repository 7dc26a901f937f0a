"""Businesses that no direction of the guide names: shops and services, trades, plain goods.

A shop hides the words inside its name, and all others unless something technical is made; a place where a product is
only used (食堂用的检测仪) hides nothing. Whoever sells, lets or acts for others has no technology to be supported,
whatever his wares are called, unless he makes them too. Goods hide only themselves.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from bot.guide.by_ending import Ending, told_by_ending
from bot.guide.made_there import NOT_MADE, makes_something, runs_what_is_supported
from bot.guide.model import Guide, Outside
from bot.guide.once import once
from bot.guide.own_post import is_leant_on, is_own_job
from bot.guide.own_work import own_work
from bot.guide.where_used import (
    BY_CUSTOMERS,
    FOR,
    MAKING,
    PLACED_AT,
    WORKS,
    is_done_by_a_machine,
    is_for,
    is_only_whose,
)
from bot.guide.words import CLAUSE, folded, longer, places, without

# 牛肉面料包, 火锅底料, 打井架子, 拍照自动判: a dish, a trade or a pastime before the thing that is made for it, or the way that is.
HEAD = re.compile(
    "[^，,。；;、的在里和开店馆]{0,2}?(?:料包|底料|调料|酱|粉(?!丝)|半成品|预制|包装|机(?!构|关|会)|炉|柜|膜|剂|垫|器|[钻井]?架子?(?![子工搭设队租])|自动|智能|识别|判[定断别]?)"
)
A_PART = re.compile(
    "烂(?=摊子)|(?<=[这那])一(?=摊子?(?:$|[，,。；;、]))|[一这那哪几两大](?=摊子?(?:主要|专门|就|才)*(?:是|事|活|业务|[做搞干弄]))"
)  # 还有一摊子是做检测的: what is counted so is a part of the business
DONE = re.compile(
    "(?:[跑开修搬洗办打报记带看写送]|代[记账办]|做[账]).*(?<![店馆铺厅房院行站所社司构楼亭摊城场园心])$"
)  # 跑长途货运的, 代账报税的: whoever does it, and no place
# Words of making that stand even beside a word of trade.
MAKES_ITSELF = re.compile(
    "研发|研制|研究|自主|自[产研制酿营创]|自(?:己|家|有)的?(?:[做种养造产生加酿研开设编绣烤熬拆提炼榨磨]|写(?!标书|论文|材料|申))|(?:自(?:己|家|有)|我们)的?(?:工厂|厂子|专利|品牌|技术|配方)|制造|开发"
    "|(?<!不)(?<!不是)生产(?!资料|设备|线|用|厂)|加工成?|[做制]成|[做造攒装](?:了|出)一?[个台套种款]|自己攒|酿[酒造]|收购?[^，。]{1,8}(?:[做制]|提[取炼])|(?:我们|公司)是?厂家|种植基地|养殖场|建[^，。；]{0,6}(?:中心|基地|厂)"
)
# Whoever asks for others is not asked what he does himself: 帮三家客户问，一家做阀门.
FOR_OTHERS = re.compile(
    "[帮替代给](?:[^，。；]{0,4}(?:客户|企业|公司|朋友|别人|人家|厂家|亲戚))[^，。；]{0,3}(?:问|咨询|打听|了解)"
)
# A tool for the trade, and not the trade: 租赁平台, 卖菜的小程序.
TOOL = re.compile(
    "(?:[^，。；的]{0,4}的[^，。；]{0,6}?)?(?:管理|智能|数字化|信息化|数据|交易|撮合|服务|交易服务)*(?:系统|平台|软件|小程序|app|机器人|算法|模型|大数据|预测|终端|柜|saas|erp)"
)
# What a university or an inventor sells is no ware: 专利想卖给企业.
RESULTS = re.compile(
    "(?:专利|成果|技术|发明)[^，。；]{0,6}(?:卖|转让)|(?:卖|转让)[^，。；]{0,4}(?:专利|成果|技术)(?!代理|服务)"
)
# Two businesses in one message: each of them counts for itself.
BOTH = re.compile(
    "两[块个摊种](?:业务|板块|事|生意)|一[块边方][^。]*[，,](?:另外?|还有)?一[块边方]|除了[^，。]{1,12}[，,]?(?:还|也)|另外还|同时还|[，,](?:还|也)[开做搞卖]"
)
# 销售收入, 代理机构, 租来的厂房, 卖了一套设备: of money, helpers, premises and single deals, and no trade.
NO_TRADE = re.compile(
    "[了掉过]|到|给|往|出去?|得|不(?:出|掉|动|完|上)|上(?:好|高)?价|钱|相|点|来?的?(?:收入|额|量|人员|费|合同|机构|业绩|利润|渠道|市场|情况|占|增长|申报|厂房|场地|办公|房|楼|车间|地)|(?:不好|好|差|难|上)做?"
)
# 提纯以后压成干冰卖, 从里头提蛋白再卖: what is won from something is made, whoever buys it.
MADE_TO_SELL = re.compile("(?:提[取炼纯]?|[压制做]成|加工成|[熬榨酿炼])(?!货)[^，,。；;]{1,8}(?:再|来|去|出)?卖")
# 收羊皮，卖给毛纺厂: what is bought and sold on, and not made.
BOUGHT = re.compile(
    "(?:^|[，,。；;、]|[里去上下乡边户家专门们是直来])(?:收购?(?![集割获款费入缩治视纳银取益发拾藏复])|[采倒贩]购?|进(?=货))(?:了|些|来)?(?=[一-鿿])|(?:进|拿|批|贩|采购|批发)来?的货"
)
SOLD_ON = re.compile("给[^，。；]{1,6}[供送配]|(?:[卖转销供送发运拉倒][给到往]|出手|倒手|转卖)")
# 我是做销售的。我们公司把出水再处理一遍: one's own post, where another clause tells what the firm does.
OWN_POST = re.compile("我(?!们)(?:自己)?(?:是|在)?[^，,。；;]{0,4}$")
OF_THE_FIRM = re.compile(
    "(?:我们|咱们?|俺们)(?:公司|单位|厂|企业|这)|[我本]司|公司(?:是|主要|现在|一直|去年|今年|的?产品)"
)
PREMISES = re.compile("(?:厂房|场地|办公|房子?|楼|车间|地方|土地|被)[^，。；]{0,5}$")
MADE_FOR = re.compile("^[^，。；]{0,8}?(?:做|开发|设计|提供)[^，。；]{0,8}(?:系统|平台|软件|小程序|设备|机|仪|秤|终端)")


# 非得挂靠个公司, 能不能找代理: what one may or has to make use of, and does not do.
MADE_USE_OF = re.compile(
    "(?:非得|非要|必须|一定要|要不要|需不需要|用不用|能不能|能否|可不可以|可以|该不该|是不是[得要]?|[需得])(?:再|先|去|来|找|请|让|委托|通过|花钱)*(?:一?[个家]|人)?$"
)


KEPT = 256  # texts whose names are known


class _Name(NamedTuple):
    word: str
    kind: Outside


def outside(guide: Guide, text: str) -> str | None:
    """The kind of business that ``text`` names and no direction does (餐饮); None where it makes something."""
    technology = _apart(guide, folded(own_work(text)))
    goods = next((name.kind.name for name in _standing(guide, technology) if name.kind.sort == "goods"), None)
    return _hiding(guide, technology) or goods or None


def named_outside(guide: Guide, text: str) -> tuple[str, ...]:
    """The words (folded) in ``text`` by which it is of a business that no direction names; none where it is not."""
    return tuple(name.word for name in _standing(guide, folded(text))) if outside(guide, text) else ()


def left_of(guide: Guide, technology: str) -> str:
    """What of ``technology`` (folded) directions are looked for in: nothing where a business outside them hides it all."""
    technology = _apart(guide, technology)
    if _hiding(guide, technology):
        return ""
    return without([name.word for name in _standing(guide, technology) if name.kind.sort != "trade"], technology)


def _apart(guide: Guide, technology: str) -> str:
    """``technology`` but for the one of two businesses that no direction names: 一块做风机叶片，一块开酒店."""
    clauses = CLAUSE.split(technology) if BOTH.search(technology) else []
    return "，".join(clause for clause in clauses if not _hiding(guide, clause)) or technology


def _hiding(guide: Guide, technology: str) -> str:
    """The kind of business that hides whatever else ``technology`` names; empty where none does."""
    names = _standing(guide, technology)
    return _place(guide, names, technology) or _trade(guide, technology)


def _place(guide: Guide, names: Iterable[_Name], technology: str) -> str:
    """The shop or service that ``technology`` is of, where nothing is made beside its name (设备租赁)."""
    found = [
        name for name in names if name.kind.sort == "place" and not is_only_whose(_known(guide), name.word, technology)
    ]
    ending = next((each for each in told_by_ending(technology) if not _is_of_others(guide, technology, each)), None)
    words = [name.word for name in found] + ([ending.name] if ending else [])
    if (
        not words
        or makes_something(without(words, technology))
        or runs_what_is_supported(guide, technology)
        or all(_is_before_a_head(each, technology) for each in words)
    ):
        return ""
    return found[0].kind.name if found else ending.kind if ending else ""


def _is_before_a_head(word: str, technology: str) -> bool:
    return all(HEAD.match(technology, start + len(word)) for start in places(word, technology))


def _is_of_others(guide: Guide, technology: str, found: Ending) -> bool:
    return is_only_whose(_known(guide), found.name, technology) or is_for(technology, found.start, found.end)


def _trade(guide: Guide, technology: str) -> str:
    """The trade of whoever sells or lets what others make; empty where it makes it itself, or is a tool for the trade."""
    clauses = CLAUSE.split(NOT_MADE.sub("", technology))
    by_machines = [
        clause for before, clause in pairwise(clauses) if is_done_by_a_machine(_known(guide), before, clause)
    ]
    traded = {clause: [] if clause in by_machines else _trades(guide, clause) for clause in clauses}
    if any(OF_THE_FIRM.search(clause) for clause, names in traded.items() if not names):
        traded = {clause: [] if _is_own_post(clause, names) else names for clause, names in traded.items()}
    makes = any(MADE_TO_SELL.search(clause) or not names and MAKING.search(clause) for clause, names in traded.items())
    others = FOR_OTHERS.search(technology) or RESULTS.search(technology)
    if MAKES_ITSELF.search(NOT_MADE.sub("", technology)) or others or makes:
        return ""
    named = next((name.kind.name for names in traded.values() for name in names), "")
    return named or (_kind_of_trade(guide) if BOUGHT.search(technology) and SOLD_ON.search(technology) else "")


def _is_own_post(clause: str, names: Iterable[_Name]) -> bool:
    return any(OWN_POST.search(clause[:start]) for name in names for start in places(name.word, clause))


def _kind_of_trade(guide: Guide) -> str:
    return next((kind.name for kind in guide.outside if kind.sort == "trade"), "")


def _trades(guide: Guide, clause: str) -> list[_Name]:
    """Words of trade in a clause, but for those of which a tool is made (租赁平台), and what directions name: 集群出租给高校."""
    clause = without(_traded_by_name(guide), clause)
    return [
        name
        for name in _standing(guide, clause)
        if name.kind.sort == "trade"
        for start in places(name.word, clause)
        if not (PREMISES.search(clause[:start]) or _is_no_trade(clause, start + len(name.word)))
    ]


@once
def _traded_by_name(guide: Guide) -> tuple[str, ...]:
    """The words of directions that hold a word of trade themselves, the longest first."""
    trades = [word for word, kind in _words(guide).items() if kind.sort == "trade"]
    held = [word for word in _known(guide) if any(each in word for each in trades)]
    return tuple(sorted(held, key=lambda word: -len(word)))


def _is_no_trade(clause: str, end: int) -> bool:
    """Whether what follows a word of trade makes something else of it."""
    return any(found for found in (TOOL.match(clause, end), NO_TRADE.match(clause, end), MADE_FOR.match(clause[end:])))


def _standing(guide: Guide, technology: str) -> list[_Name]:
    """Names of businesses in ``technology``, the longest first; none that is a piece of a longer word there."""
    return _finder(guide)(technology)


@once
def _finder(guide: Guide) -> Callable[[str], list[_Name]]:
    return lru_cache(maxsize=KEPT)(lambda technology: _names_in(guide, technology))


def _names_in(guide: Guide, technology: str) -> list[_Name]:
    found = {word: kind for word, kind in _words(guide).items() if word in technology}
    covering = {word: (*_covering(guide)[word], *longer(found, word)) for word in found}
    return [
        _Name(word, kind) for word, kind in found.items() if _is_meant(word, kind, without(covering[word], technology))
    ]


def _is_meant(word: str, kind: Outside, technology: str) -> bool:
    """Whether ``word`` stands in ``technology`` for the business itself, at least once."""
    return any(not _only_serves(kind, technology, start, start + len(word)) for start in places(word, technology))


def _only_serves(kind: Outside, technology: str, start: int, end: int) -> bool:
    """Whether the name there is of those for whom something is made: 给卷烟厂做, 食堂用的; what is done is of nobody else."""
    if A_PART.match(technology, start - 1):
        return True
    if kind.sort != "goods" and technology[start] not in "开做搞办" and MADE_USE_OF.search(technology[:start]):
        return True
    if is_leant_on(technology, start, end) or kind.sort == "place" and is_own_job(technology, start, end):
        return True
    if kind.sort == "goods":
        placed = PLACED_AT.match(technology, end)
        return bool(placed or FOR.search(technology[:start]) and WORKS.match(technology, end))
    if kind.sort == "place" and BY_CUSTOMERS.search(technology[:start]):
        return True
    return kind.sort == "place" and not DONE.match(technology[start:end]) and is_for(technology, start, end)


@once
def _words(guide: Guide) -> Mapping[str, Outside]:
    """Words for businesses without a direction, the longest first, each with its kind."""
    words = {folded(word): kind for kind in guide.outside for word in kind.words}
    return {word: words[word] for word in sorted(words, key=lambda word: -len(word))}


@once
def _covering(guide: Guide) -> Mapping[str, tuple[str, ...]]:
    """Of each of those words, the words of directions that it is a piece of (土豆粉 in 土豆粉条)."""
    return {word: tuple(longer(_known(guide), word)) for word in _words(guide)}


@once
def _known(guide: Guide) -> tuple[str, ...]:
    """All words of directions, the guide's own and ours."""
    terms = (folded(term) for program in guide.programs for each in program.directions for term in each.terms)
    added = (folded(word) for each in guide.common_knowledge for word in (each.term, *each.words))
    return tuple(dict.fromkeys([*terms, *added]))
