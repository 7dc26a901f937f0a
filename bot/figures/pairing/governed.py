"""Whether a number without a name answers what was asked, or is governed by a word that speaks of something else.

厂房花了2000万 is no total of a project, however much a total was asked for; 老板说大概要投800万 is. The words before the
number, in its clause, are cut into those that only carry it, those of the figure itself, and the rest: with a rest of a
whole word, the number belongs to that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.figures.mentions import Mention
from bot.figures.numbers.quantities import Quantity, quantities
from bot.figures.pairing.changes import BECOMES
from bot.figures.pairing.rates import is_yearly
from bot.figures.wording.stance import Clause, clause_at
from bot.guide.model import Figure
from bot.guide.once import once
from bot.guide.words import pairs

_WHO = (
    "我们公司|我们单位|我们学校|我们医院|我们研究[院所]|我们中心|我们机构|我们企业|我们项目|我们|我公司|我单位|本公司|本单位|我司|我方|我校|我院|我所|我厂|我|咱们?|贵?公司|单位|企业|学校|项目|课题|这个|那个|这次|这回|这"
    "|这条线|这摊子|这一摊|这事儿?|老板|领导|董事会|股东会|理事会|党委会|办公会|财务|会计|出纳|负责人|校长|厂长|经理|大家|人家|他们?|她|自己|单体|本身|你们?|您"
)
_CARRIES = (
    "下子|突然|猛地|直接|暂时|落实|到位|敲定|定下来|累计|结果|回答|答案?|选|助手|帮忙|帮|请|记录?一?下|登记|暂[定按]?|初步|初定|备案|立项|批复|核定|审定|审计|报告|报表|年报|账面|财报|人民币|四舍五入|取整|介于|差不离|满打满算|刚刚够|卡线|门槛|拢共|统共|按照?|照|依|据|根据|经过?|通过|说|讲|看|想|觉得|报|填|写|记得?|测算|核算|估算|估计|估摸|估|算|统计|合计|总计|总共|一共|共计|共|总的?|全部|加起来|加一?起|加|下来|起来|出来|来"
    "|前前后后|里里外外|零零[总碎]总?碎?|七七八八|杂七杂八|烧"
    "|可研|可行性研究|方案|意思|口径|拍板|敲定|议定|上会"
    "|大概其?|大约莫?|大约|约莫|约|肯定|绝对|具体|精确|准确|确切|一定|必然|远远|远|根本|稍微?|略微?|充其量|保底|打底|同比|环比|增长|税前|税后|含税|不含税|单体|账上|大致|大体|差不多|左右|上下|可能|应该|也许|或许|好像|反正|基本上?|其实|实际上?|确实|就|也|都|才|只|还|又|再|大|全|刚好|正好|刚刚?|不到|不够|不止|不足|超过|超|将近|接近|近|快要?|至少|最少|起码|最多|顶多|撑死|至多|最[低高](?=[也都还能可要得会需拿出筹投花掏凑给配用砸])|再少|怎么着?"
    "|计划|打算|预计|预算|预期|拟|准备|争取|[希期指盼]望|想要?|要|需要?|得|能|会|可以?|投资?|投入|花费?|砸|进去|用|拿出?|掏|出(?![口差租])|筹|凑|给|有|是|为|在|到|达到?|做到|完成|实现|搞|做|弄|占|比例|比|成|数|数字|金额|钱|资金|费用|人数?|人员|员工|收入"
    "|目前|现在|今年|去年|前年|当年|上年|一年|全年|年度|年初|年底|年|月|日|期|今|本|第|我看|嗯+|呃+|额|哦+|噢|啊|呀|吧|呢|哈|诶|唉|哎|好的?|行(?![政业销])|对|没错|不对|错了?|更正|改|那么?|么|嘛|的|了|地|着|过|个|块|点|些|上|里|面|方|这边|这块|块儿|方面|部分"
    "|不是|而是|而|但是?|不过|可是|如果|要是|假如|和|跟|与|及|或|把|被|让|由|从|(?<![横纵])向|对于|关于|至于|所以|因为|包括|包含|算上|连|带|起|大数|零头|整|实打实|多|少|来着|刚才|之前|前面|上面|后面|后来|重新|最后|最终|最新|其中|另外|除了|所有|一切|全套|整个|每|各"
    r"|万元|亿元|原来|原先|原本|当初|起初|最初|一开始|如今|眼下|到头来|百分之|什么|怎么|多少|吗|没|不|[\W_\d零〇一二三四五六七八九十]"
)
_CAUSE = "(?:受|因为?|由于)[^，。]{1,8}(?:影响|原因|缘故)"
_EMPTY = re.compile(
    "|".join([BECOMES, _CAUSE, *sorted(f"{_WHO}|{_CARRIES}".split("|"), key=len, reverse=True)]), re.IGNORECASE
)
# What may be said of an amount by what kind of figure it is: which authority was told of a year, how money comes in, who is counted, where they do research.
_TOLD_TO = "税务局?|统计局?|社保局?|报税的?时候?|纳税|报税|汇算"
_EARNED = "(?:[挣赚收卖进](?:得|到|了|回|进)*来?|回来|流水|营业额)"
_ALL_EARNED = "进账|进项|横向?[、和跟与]?纵向|纵向?[、和跟与]?横向"
_COUNTED = "老老少少|男女老少|男男女女|上上下下|大大小小|[在有]编制?|编制内?|花名册|名册|在[岗册]|领工资"
_RESEARCH = "(?:技术|研发|科研)部门?|(?:实验|研究)室|(?:技术|研发)中心"
_WORD = 2  # characters of a word that is left over


def answers_freely(
    text: str, quantity: Quantity, figure: Figure, named: Sequence[Mention], *, behind: bool = False
) -> bool:
    """Whether nothing before ``quantity`` (or ``behind`` it) in its clause claims it for another matter than ``figure``."""
    clause = clause_at(text, quantity.start)
    begin, end = (quantity.end, clause.end) if behind else (clause.start, quantity.start)
    own = [(name.start, name.end) for name in named if name.figure == figure.id or _heads(name, clause, quantity)]
    own += [(each.start, each.end) for each in quantities(text)]
    words = "".join(
        "，" if any(start <= place < stop for start, stop in own) else letter
        for place, letter in enumerate(text[begin:end], begin)
    )
    return bare_subject(_own_words(figure).sub("，", words))


def _heads(name: Mention, clause: Clause, quantity: Quantity) -> bool:
    """农业500万: a choice that a clause begins with, right before its number, only says of what kind it is."""
    return name.choice is not None and (name.start, name.end) == (clause.start, quantity.start)


def bare_subject(words: str) -> bool:
    """Whether the words name nobody but whoever speaks (我们公司目前), or nothing at all."""
    return max(map(len, _EMPTY.sub("，", words).split("，"))) < _WORD


@once
def _own_words(figure: Figure) -> re.Pattern[str]:
    """Every two neighbouring characters of the figure's names (投资 of 项目总投资), and what is said of any of its kind."""
    names = (figure.name, *figure.names)
    words = {each for name in names for each in pairs(name)}
    return re.compile("|".join([*_said_of_its_kind(figure), *sorted(words)]))


def _said_of_its_kind(figure: Figure) -> Iterator[str]:
    if figure.kind == "people" or is_yearly(figure):
        yield _TOLD_TO
    if figure.kind == "people":
        yield from [_COUNTED, _RESEARCH] if figure.part_of else [_COUNTED]
    elif comes_in(figure):
        yield from [_EARNED] if _is_main(figure) else [_ALL_EARNED, _EARNED]


def comes_in(figure: Figure) -> bool:
    """Whether the figure is an amount that comes in."""
    return figure.kind == "money" and "收入" in figure.name


def _is_main(figure: Figure) -> bool:
    return figure.name.startswith("主营")
