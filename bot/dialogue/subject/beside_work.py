"""Technologies that a message names and that are not what the applicant works on: a partner's or a neighbour's trade, what a
place or a bill is called, what stands ready in the laboratory (我们有质谱仪, 房租水电, 跟一家做抗体的研究院一块干)."""

from __future__ import annotations

import re

from bot.figures.stated.partners import PARTNER, goes_on_about_one
from bot.figures.whose import of_others
from bot.figures.wording.stance import clause_at

WITH_WHOM = re.compile(
    r"(?:和(?![谐平田])|跟(?![踪随])|与|同(?![步位轴类])|联合(?!收)|合作(?:方|单位|伙伴)|伙伴|搭档|参与单位|客户|对方)[^，。；]*$"
)
A_UNIT = re.compile(
    r"(?:的|那边|类)?(?:一?[家个])?(?:公司|企业|[药车]?厂|药企|研究[所院室]|科学院|实验室|大学|学院|院所|高校|单位|机构|团队|集团|生物|科技|股份|的?(?:$|[，。；]))"
)
ALLIED = re.compile(r"[^，。；]{0,6}(?:一起|一块儿?|一道|联手)[做干搞弄]")
# 我们有个食品研发中心: what a house that one has is called.
A_HOUSE = re.compile(
    "(?:研发|研究|技术|工程|创新|重点|检测|联合)*(?:中心|实验室|研究[所院室]|研发部|研发机构)(?![^，。；]*(?:项目|课题|产品))"
)
A_SITE = re.compile(r"(?:园区?|基地|开发区|大厦|大楼)$")
AT = re.compile(r"(?:在|落|位于|入驻|搬到|驻|兰白|兰州|两区)[^，。；做搞建]{0,8}$")
# 研发花了280万，主要是试剂和人工: what an amount goes to.
A_SHARE = re.compile(
    "^[ ]*(?:其中|里面)?(?:大部分|大多|多半|大半|主要|大头|基本上?|几乎)(?:都|就)?(?:是(?!做|搞|干|研|生产|从事)|花|用)[^，。；]*$"
)
AN_AMOUNT = re.compile(r"[\d一二两三四五六七八九十百千][来多几]?[百千]?[万亿][^，。；]{0,6}[，,；;][ ]*$")
A_BILL_BEFORE = re.compile("(?:房租|物业|场租|网费|保洁|场地)[、和及]?(?:费|以及)?$")
A_BILL = re.compile(
    "[^，。；做搞产研的]{0,4}费用?(?=[，,。；、的和及了]|$)|费(?!用测)|(?:[、和及])?(?:物业|房租|网络|网费|暖气|保洁|场租)"
)
# 我们有电镜、质谱仪: what one has, or has got; a project, a technology or a product is what one does.
HAS = re.compile(
    r"(?:^|[，、；： ]|我们|公司|单位|学校|医院|宿舍|楼顶|院里|厂里|也|还|都)(?:[配设]?有|配备?了?|设立?了|成立了|装了|安装了|买了|购置了|添置了|添了|建有|建了)(?:一?[台套个批间])?[^，。；]*$"
)
MEANS = re.compile(
    "仪|机(?!械|器人|构)|设备|室|台|镜|器(?!件|械)|共振|中试线|热水|空调|电梯|光谱|色谱|质谱|离心|显微|导管|手术"
)
WORK = re.compile("项目|课题|技术(?!员|人员)|产品|工艺|专利|成果|生产线|研发(?!中心|部|机构|室|人员|团队)|生产|制造")
# 兽医倒有俩, 焊工有六个: who is had, by number; 新盖了种猪舍: what is built.
BY_NUMBER = re.compile(
    r"(?:倒是?|也|就|还|都|只|才|[ ])*有(?:俩|仨|[\d一二两三四五六七八九十几]+[多来]?[个名位])[的呢啊吧]*(?=[，,。；;！! ]|$)"
)
BUILT, A_BUILDING = re.compile("(?:盖|修)(?:了|的|起)[^，。；]{0,6}$"), re.compile("(?:舍|棚|房|圈|厂房|车间|仓?库)")
# 给炼油厂供阀门: whom one works for; 两个温室, 三台离心机: what one has so many of.
FOR_WHOM, A_CUSTOMER = (
    re.compile("(?:给|卖[给到]|供[给应]|销[往给到]|替|服务)[^，。；的做搞]{0,4}$"),
    re.compile("[^，。；的做供]{0,4}(?:厂|店|场|公司|企业|集团|医院|单位|客户)$"),
)
SO_MANY = re.compile(r"(?:[两二三四五六七八九十几]|\d)[多来几]?[个台套间座栋]$")
READY = re.compile(
    r"(?:[都全也]+(?:有|是?现成|齐|具备|配|不缺|够|没问题)|现成|齐[全备]|(?:配|备)[好齐]了?)[的了呢啊 ，。；！]*$"
)


def is_beside_the_work(text: str, start: int, end: int) -> bool:
    """Whether the technology named at ``text[start:end]`` is somebody else's, a place's, a bill's, or a thing that is had."""
    clause = clause_at(text, start)
    ahead, behind, words = text[clause.start : start], text[end : clause.end], text[start:end]
    of_another = of_others(ahead) or goes_on_about_one(text, clause)  # 合作单位在东莞，是个新材料实验室
    if of_another or A_BILL_BEFORE.search(ahead) or A_BILL.match(behind):
        return True
    if AN_AMOUNT.search(text[: clause.start]) and A_SHARE.match(ahead):
        return True
    if BY_NUMBER.match(behind) or BUILT.search(ahead) and A_BUILDING.match(behind):
        return True
    if SO_MANY.search(ahead) and MEANS.search(words) or FOR_WHOM.search(ahead) and _is_a_customer(words, behind):
        return True
    if A_SITE.search(words) and AT.search(ahead):
        return True
    partner = WITH_WHOM.search(ahead) and (A_UNIT.match(behind) or ALLIED.match(behind))
    if partner and not PARTNER.search(_since_whom(ahead)):
        return True
    if HAS.search(ahead) and A_HOUSE.match(behind):
        return True
    ready = HAS.search(ahead) and MEANS.search(words) or READY.search(clause.text) and MEANS.search(clause.text)
    return bool(ready) and not WORK.search(clause.text)


def _is_a_customer(words: str, behind: str) -> bool:
    """Whether the words, or they and those right behind them, name a unit."""
    return bool(A_CUSTOMER.search(words) or re.match("(?:厂|公司|企业|集团|医院)", behind))


def _since_whom(ahead: str) -> str:
    """What follows in ``ahead`` on the last word for with whom: 和浙大合作研发 says what is done together, 跟一家做 whom one has."""
    found = re.search(r"(?:和|跟|与|同)([^和跟与同]*)$", ahead)
    return found[1] if found else ""
