"""Clauses that tell of somebody else: the one of which a partner, a former house, a competitor or a customer is the subject,
and those behind it that go on about him (合作方在东莞，是个新材料实验室), up to where the applicant speaks of himself again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TypeVar

from bot.figures.reading import Reading
from bot.figures.stated.compounds import is_of_acts
from bot.figures.stated.partners import is_with_partners
from bot.figures.statement import Statement
from bot.figures.whose import turns_to_this_project
from bot.figures.wording.stance import Clause, clauses, is_topic, supposes
from bot.guide.model import Figure, Guide

_UNIT = "(?:公司|单位|企业|机构|高校|院校|大学|学校|医院|研究[所院]|院所|方|伙伴|厂家?|商|对手|团队|实验室)"
_OURS = "(?:我们?|咱们?|公司|项目|本[公单企院所校厂][司位业]?)?的?"
_WITH = "(?:合作|联合|搭伙|合伙|参与|协作|共建|一起[做搞干弄]|[找选定联拉]|谈[好妥成定]|邀请?|联系)(?:了|的|好的?|上的|到的|过来的|着的)*"
# With whom one works: 合作单位, 对方, 我们找的, 跟我们搭伙的那家.
_PARTNERS = (
    rf"(?:{_OURS}(?:合作|参与|联合|协作|共建)(?:的)?(?:那?一?[家个所])?{_UNIT}|{_OURS}(?:对方(?:单位|公司|企业)?|伙伴|搭档)"
    rf"|(?:跟|和|与|同)(?:我们?|咱们?){_WITH}(?<=的)[^，。；我咱是有在]{{0,8}}?(?:{_UNIT}|学院)"
    rf"|(?:(?:跟|和|与|同)?(?:我们?|咱们?)(?:公司|单位|这边|项目|[厂校院所])?)?(?:要|想|打算)?{_WITH}(?<=的)(?:[^，。；我咱是有在]{{0,8}}?(?:[家个所位]|{_UNIT}))?)"
)
_THAT_ONE = "那(?:一)?(?:(?:个|家|所)?(?:单位|公司|企业|学校|大学|研究[所院]|厂子?)|[家所][^，。；我咱是有在]{0,4})"
# Whoever else there may be: a former employer, a competitor, a customer, a neighbour, a parent, an expert.
_OTHERS = (
    rf"(?:原来|以前|之前|先前|从前|过去|上一?家|前一?家|原先)的?(?:东家|单位|公司|老板|雇主|企业|厂子?)|[原老前](?:东家|单位|公司|雇主)|(?:竞争|同行|友商|同类|同行业)(?:的|那家|对手|公司|企业|们)*|对手|(?:我们?|咱们?|公司)的?(?:大?客户|甲方|乙方|用户)|(?:我们?|咱们?)?的?(?:供应商|经销商|代理商|供货商)"
    rf"|(?:前任|以前|原来|之前|原先)的?(?:合作|搭伙|联合|共建){_UNIT}|(?:挂靠|兄弟|姊妹|在孵|入孵|投资|受让|专家|爱人|对象)的?{_UNIT}|(?:设备|服务|材料|原料)商"
    rf"|(?:给|买|投|帮|找|委托|请|用)了?(?:我们?|咱们?)[^，。；]{{0,6}}的(?:那[家个]|{_UNIT})?"
    rf"|(?:母|总|关联|控股)公司|(?:我的?)?(?:朋友|同学|亲戚|老乡|邻居|熟人)(?:他)?(?:家|开)?的?(?:公司|厂子?|企业|单位)?|(?:隔壁|对门|对面|楼上|楼下|附近)(?:那家)?的?[^，。；我咱是有在]{{0,6}}"
    rf"|(?:别的|其[他它]的?|另外?[一几][家个所])[^，。；我咱是有在]{{0,4}}{_UNIT}|(?:人家|别人|别家)(?:公司|单位)?|{_THAT_ONE}|(?:外国|外籍|国外)?专家(?:本人)?|(?:技术|专利|成果)的?(?:原主|卖方|转让方|出让方)|(?:介绍|推荐)[^，。；我咱]{{1,6}}的[^，。；我咱是有在]{{1,6}}|中介(?:公司|机构)?|入驻的?(?:企业|公司|单位|团队|机构)*|他们(?:家|那[边里儿]?|公司|单位)?|他家"
)
_LEAD = "(?:[ ]|那个?|这个?|不过|但是?|而且?|另外|还有|就是|像|比如说?|听说|据说|好像|因为|然后|关键是?)*"
_TELLS = (
    "(?:那边|那里|现在|目前|本身|自己|当时|当年|主要|这[家个])*(?:已经?|早就|也|都|就|全|只|才|还)*"
    "(?:不?是|有(?!关)|没有?|在|叫|做|搞|属于|位于|注册|成立|评上|拿了|联合|来自|给|跟|与|总投资|自筹|财政|年收入|主营|营收|研发|员工|一共|总共|申?报|去年|今年|收入)"
)
_OF_A_PARTNER = re.compile(rf"{_LEAD}{_PARTNERS}{_TELLS}")
_OF_SOMEBODY = re.compile(rf"{_LEAD}(?:{_OTHERS}){_TELLS}")
_THAT_UNIT = re.compile(f"{_LEAD}那{_UNIT}")  # at the beginning of a message 那 is then: 那大学报的话
# Who asks in the name of others tells of them: 帮企业问一下，他们有38个人; 我是代账的，客户是家做疫苗的.
_IN_THEIR_NAME = re.compile(
    "(?:帮|替|代)[^，。；]{0,12}(?:问|查|咨询|打听|看|了解|核|报)|代(?:账|理记账|办)|受[^，。；]{1,8}(?:委托|之托)|手[上头里]一?[家个]|包抓|辖区|咨询公司|(?:他们?|客户|老板)[^，。；]{0,6}(?:想知道|让我|叫我|托我|要我|非要)"
)
# Where one worked before tells of that house: 我以前在一家国企干.
_WORKED_THERE = re.compile(
    "(?:我|咱|本人|老板)(?:以前|原来|之前|过去|从前|先前)[^，。；]{0,3}在(?!兰|我|咱|本)[^，。；]{2,14}(?:干|上班|工作|待|做)"
)
# What is demanded of anybody is told with its bound: 指南说要自筹3比1，总投资800万以上.
_RULE = re.compile(
    rf"{_LEAD}(?:(?:指南|文件|通知|政策|规定|条件|上面(?!说的|讲的|提的|写的)|科里|局里)[里上中]?(?:面)?(?:说|写|要求|规定|讲|是|明确)|(?:人家|你们|硬性)?(?:要求|规定)(?:是|说|的|(?=总投|自筹|财政|收入|主营|营收|研发|人员|员工)))"
)
_BOUND = re.compile("以上|以下|不低于|不少于|不超过|不得|至少|最少|起码|必须|^[ ]*(?:也|都|还|就)*(?:占|得|要)")
# What others give to us is ours as well, and who says 我们 behind it speaks of himself.
_TO_US = re.compile(
    "(?<![跟和与同帮])(?:我|咱)|本(?:公司|单位|企业|校|院|所|厂|项目)|归(?:公司|学校|[所院厂]里)|[拨出给]钱|每年(?:拨|给|出)|兜底|保障|承担|资助|拨款"
)
_RETURNS = re.compile(
    "[ ]*(?:但是?|不过|而|那|现在|目前|所以|这次|这回|另外)*(?:现在|如今|眼下|后来|出来|今年|我|咱|本(?:公司|单位|企业|校|院|所|厂|项目|次)|公司|单位|企业|学校|[院所厂]里|项目|自己家?(?:的|也|是|这)|这个?项目|该项目)"
)
_HOUSE = re.compile("[ ]*(?P<kind>[院所厂])里")  # 对方是家药厂，厂里有研发中心
# What a clause without a subject goes on with; all else may be of the applicant again.
_GOES_ON = re.compile(
    r"[ ]*(?:而且|并且|还|也|都|就|又|自己|本身|现在|目前|同时|早就|已经|但|不过|另外)*(?:是(?!合作|和|跟|与)|有(?!没有)|叫|做(?!了)|搞|属于|算是|位于|在(?!兰|我|咱|本)|评上|拿过|来自|他们?|它|她|人家|那家|那学校|那公司|那边|对方|总共|一共|其中|里面|(?:另外?)?一[家个所](?!人|企业报)|搞研发的|[没未]有?(?:谈|找|定|联系|接触|确定))"
)
_APPOSITION = re.compile(
    r"(?:国家级|省级|地方|本科|民办|公办)?(?:[\u4e00-\u9fff]{0,4})(?:企业|单位|大学|高校|研究[所院]|院所|公司|高企|规上|专精特新|小巨人)[的了呢啊 ，,。；;！!]*"
)
_IS_ONE = re.compile("是[^，。；]{2,}$")

Told = TypeVar("Told", Statement, Reading)


@dataclass(frozen=True)
class OfAnother:
    """A clause that tells of somebody else; ``partner``: of whom the applicant works with; ``rule``: of anybody."""

    clause: Clause
    partner: bool = False
    rule: bool = False


@lru_cache(maxsize=64)  # several readers look at the same message
def of_another(text: str) -> tuple[OfAnother, ...]:
    """The clauses of ``text`` that tell of another than the applicant; none where a case is only supposed."""
    told = () if supposes(text) else tuple(_stretches(text))
    return tuple(each for each in told if each.partner or each.rule) if _IN_THEIR_NAME.search(text) else told


def ours_of(told: Sequence[Told], text: str, guide: Guide) -> list[Told]:
    """What of ``told`` is of the applicant; who works with him, and what the two have signed, is told in a partner's clauses."""
    return [each for each in told if not is_inside(each.start, silent_of(text, guide.figure[each.figure]))]


def is_inside(place: int, parts: Sequence[Clause]) -> bool:
    """Whether the place is in one of the clauses."""
    return any(part.holds(place) for part in parts)


def silent_of(text: str, figure: Figure) -> tuple[Clause, ...]:
    """The clauses of ``text`` that tell of somebody else, and so nothing of the applicant's ``figure``."""
    joint = is_with_partners(figure) or is_of_acts(figure)
    return tuple(each.clause for each in of_another(text) if not (each.partner and joint))


def _stretches(text: str) -> Iterator[OfAnother]:
    begun: OfAnother | None = None
    for part in clauses(text):
        if opened := _begins(part):
            begun = opened
            yield opened
        elif begun and _continues(text, part, begun):
            yield replace(begun, clause=part)
        else:
            begun = None


def _begins(part: Clause) -> OfAnother | None:
    if _RULE.match(part.text) and not _TO_US.search(part.text):
        return OfAnother(part, rule=True)
    if is_topic(part.text) or not part.start and _THAT_UNIT.match(part.text):
        return None
    for pattern, partner in ((_OF_A_PARTNER, True), (_OF_SOMEBODY, False)):
        found = pattern.match(part.text)
        if found and not _TO_US.search(part.text, found.end()):
            return OfAnother(part, partner)
    return OfAnother(part) if _WORKED_THERE.search(part.text) else None


def _continues(text: str, part: Clause, begun: OfAnother) -> bool:
    """Whether the clause goes on about whom the stretch was begun with: it has no subject of its own, or one that points back;
    of others than partners, whatever stands in the same sentence."""
    house = _HOUSE.match(part.text)
    if house and house["kind"] in begun.clause.text:
        return True
    if _TO_US.search(part.text) or _RETURNS.match(part.text):
        return False
    if begun.rule:
        return bool(_BOUND.search(part.text))
    if is_topic(part.text):
        return False
    if _GOES_ON.match(part.text):
        return True
    if begun.partner:
        return bool(_IS_ONE.search(begun.clause.text.rstrip("，,。；; ")) and _APPOSITION.fullmatch(part.text))
    return text[part.start - 1] in "，," and not turns_to_this_project(part.text)
