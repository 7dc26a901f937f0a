"""Where a message speaks of whom the applicant works with: a place is a partner's only there (合作方是华为，在深圳)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from bot.figures.mentions import LARGELY, Mention, choice_name
from bot.figures.whose import of_others
from bot.figures.wording.denial import denies
from bot.figures.wording.polarity import OF_OTHER_MATTERS
from bot.figures.wording.stance import Clause, clauses
from bot.figures.wording.wishes import wishes_to_work_with
from bot.guide.model import Figure, Guide

PARTNER = re.compile(
    r"对方(?=(?:单位|公司|企业|那边)?(?:也|都|就|主要)*(?:不?是|在|为|来自)(?!我|咱|本))|合作(?!社)|参与|联合|伙伴|搭档|搭伙|协作|共建|(?:我们|咱们?|公司)找的(?:是|那)|(?<![我咱你他])(?<!我们)(?:一起|一块儿?|一道|一同|联手|合伙)(?:来|去)?(?:[做搞弄干建办]|研[发究]|开发|攻关)"
)
_A_PARTNER = re.compile(
    "(?:合作|参与|联合|协作|共建)(?:的)?(?:方|单位|伙伴|公司|企业|机构|高校|院校|研究[院所])|对方|伙伴"
    r"|(?:合作|参与|联合|协作|一起[做搞干弄])的(?:一?共|总共|就|也|都)?(?=[有是]|[两三四五几\d]+[家个所])"
)
_WITH = re.compile(r"(?:和|跟|与|同|联合)[^，。,；;]{0,12}$")
# 是的，和深圳的一家公司: with whom, in a clause that says nothing else.
_WITH_WHOM = re.compile(
    r"[ ]*(?:是|对|嗯|我们|主要|就是|都是|也|还)*(?:和|跟|与|同)(?![^，。]*(?:注册|办公|位于|距|接壤))"
)
# 和深圳的一家公司一起: a unit that stands with 和 and nothing else.
_WITH_A_UNIT = re.compile(
    r"[ ]*(?:我们|是)*(?:和|跟|与|同)[^，。]{1,12}(?:公司|企业|单位|高校|大学|研究[院所]|院所|机构|团队)[的了呢啊一起做 ，。！]*$"
)
_THERE = re.compile(
    r"[ ]*(?:他们?|对方|人家|另外|还有)?(?:另?一[家个])?(?:也|都|就|人|公司)?(?:是)?(?:在|位于)[^，。]{2,12}?(?:那边|这边|的)?[ ，。！!~～]*"
)
# What a university is called in short; 职工大部分 is none.
SCHOOL = rf"大学|学院|理工大?|[交农师财科工医民林电石矿]大(?![{LARGELY}讯])"
# 兰州理工大学 alone, in answer to who the partner is; 高等院校 and 我们学院 are none.
_AN_INSTITUTION = re.compile(
    r"[ ]*(?:就是|是|有|和|跟|找的是)?(?!高等|科研|职业|省内|本地|当地|[我咱本自没不无非未])[\u4e00-\u9fff]{1,10}(?:"
    rf"{SCHOOL}|研究[所院]|科学院|化物所|近物所|农科院)(?:[\u4e00-\u9fff]{{1,6}}(?:系|学院|团队|课题组|研究所|实验室))?[的了呀啊呢 ，,。；;！!]*"
)
_COOPERATION = re.compile("合作项目(?!吗|[?？])")
# 一家东莞一家北京, 一个是西安的: of several partners each one's place.
_ONE_EACH = re.compile(
    r"(?:[ ]*(?:其中|另外|还有|剩下|分别)?(?:另|头|第)?[一二两三四几][个家所](?:公司|单位|高校)?(?:是|在|来自|位于)?[^，。一二两三几没不]{2,6}?(?:的|那边|这边)?[、和]?)+[ ，。；,;！!~～]*"
)
# 合作伙伴有张江的，也有东莞的
_SOME_ALSO = re.compile(
    r"[ ]*(?:[也还]|另外|此外)+有[^，。没不有]{2,8}?(?:的|那边|这边)?(?:一?[两几]?[个家])?[ ，。；,;！!~～]*"
)
_TOLD_OF = re.compile(rf"(?:{_A_PARTNER.pattern})(?:那边|公司|单位)?(?:不?是|在|为|叫|有|[ ，,。；;]*$)")
_STILL = re.compile("[ ]*(?:他们|对方|它)?(?:也|都|而|就|全)*是(?!我|咱|本)")
# 合作单位不是张江的，是深圳的
_IS_OF = re.compile(r"[ ]*(?:他们|对方|都|而|就|全)*是[^，。]{2,10}的[^，。]{0,6}[ ，。！!~～]*")
_TOGETHER = re.compile(
    r"是(?:我们|咱们?|公司|我司)的?[^，。不没]{0,4}(?:搭档|伙伴|合作(?:方|单位|高校|院校))|(?:和|与|跟|联合)[^，。]{1,20}(?:合作|联合|共建|一起|一块|一道|一同|合伙|联手|签|搞|做|建|办)|联合(?!会|国|起)了?[^，。]{2,12}|(?<!没)(?:有|请|找|拉上?)[^，。没不]{1,12}(?:联合|合作|共建|参[与加]|加入|一起)|^[^，。没不无和跟与]{2,10}(?:参与|加入)(?=[了的进，。！! ]|$)|^(?:[ ]|我们|是)*(?:和|跟|与|同|联合了?)[^，。]{2,20}$"
)
_WITH_ANY = re.compile("合作(?!合同|协议|社)")
_NO_PARTNER = re.compile(
    r"(?:没有?|无|不含|不包括)[^，。]{1,8}(?:合作方|合作单位|合作伙伴|参与单位|参[与加]|联合|合作|共建|加入)"
)
# 对方不是企业 tells that there is one.
_OF_PARTNER = re.compile(
    "(?:我们的?)?(?:对方|(?:合作|共建|联合|参与)(?:方|单位|伙伴|的?(?:高校|院校|大学|学校|研究[院所]|院所|机构)))(?:主要|也|都|就|里面?|当中)*(?:不?是|为|有|包括|包含)(?![没无谁不])[^，。]{2,}"
)
# 如果合作方是大学, 不对，他们是研究所: what whoever we work with is.
_IS_ONE = re.compile(
    rf"(?:如果|要是|假如|那|[ ，,])*(?:我们的?)?(?:{_A_PARTNER.pattern}|他们|人家)(?:主要|也|都|就)*(?:不?是|为)"
)
_WITHOUT = re.compile(
    "(?:没有?|未|不)(?:和|跟|与|同)[^，。]{1,20}(?:合作|联合|共建|参[与加])|(?:和|跟|与|同)[^，。没不未]{2,20}(?:没有?|未|不)(?:任何|什么|进行|开展|过|再)*(?:合作|联合|共建)(?!过)|(?:没有?|无)[^，。不]{1,20}(?:合作|参与)(?:单位|方(?![面式案向])|伙伴)|(?:没有?|未|不)(?:和|跟|与|同)[^，。]{1,12}(?:打过?交道|来往|往来|接触过?)"
)
# 没跟高校挂钩, 不跟院所打交道: whatever it is that is not done with any of them, but for a paper that is not signed.
_SCHOOLS = "(?:高校|院校|大学|学校|高等院校|科研院所|科研单位|研究[所院]|院所|或者?|[和、跟与])+"
_WITH_NONE = re.compile(
    r"(?:我们?|咱们?|公司|单位|项目|目前|现在|暂时|也|都|还|从来?|压根儿?|根本|[ ])*(?:(?:没有?|未|不)(?:去|再|能)?(?:和|跟|与|同)(?:任何|哪一?家|什么|啥)?"
    rf"{_SCHOOLS}(?!签|订|定|说|讲|确认|商量好)[^，。；;是有吗么？?没不]{{1,5}}?"
    # 没有高校或者研究所一起
    # 不拉高校, 没找院所
    rf"|(?:没有?|未|不)(?:再|去|想|打算|准备)*(?:拉|带|找|请|邀|叫|要)(?:任何|哪一?家|什么|啥)?{_SCHOOLS}(?:进来|参与|参加|一起|加入|合作|入伙)*"
    rf"|(?:没有?|无)(?:任何|哪一?家|什么|啥)?{_SCHOOLS}(?:能|肯|愿意|来|去|跟|和|与|同|我们?|咱们?|公司|单位)*(?:一起|一块儿?|合作|参与|参加|加入|联合|共建|搭伙|帮忙)[做搞干建弄报]*"
    # 不拉高校, 没找院所
    rf"|(?:没有?|未|不)(?:去|再|想|能|打算|准备)*(?:拉|找|带|请|联合|搭|邀请?)(?:上|着|了|过|来|到)?(?:任何|哪一?家|什么|啥)?{_SCHOOLS}(?:来|去|一起|一块儿?|合作|参与|参加|加入|联合|共建)*[做搞干建弄报]*"
    r")[过上着的了呢啊呀 ，。；！]*"
)
_NOT_WITH = re.compile("(?:没有?|未|不)(?:去|再|能)?(?:和|跟|与|同|联合)")
_NONE_SUCH = re.compile(
    r"(?:里面|里头|当中|其中|也|都|但是?|不过|并|暂时|目前|[ ])*没有?(?:任何|一家|什么)?(?:高校|院校|大学|高等院校|科研院所|研究[所院]|院所|[和、或])+(?:参与|加入)?[的了呢啊呀 ，。；！]*"
)
_WITH_SOMEBODY = re.compile("和|跟|与|同|联合")
_ONCE = re.compile(
    "(?:本来|原本|起初|当初|最初|一开始)(?!就)|原打算|本想|以前|曾经?|原来|原先|过去|从前|前些年|前几年|(?:合作|联合|一起[做搞]|谈|接触|联系|洽谈|沟通)过"
)
_NOT_BROUGHT_ABOUT = (
    "(?:没|未)(?:有)?(?:能|再)?(?:谈|找|联合|合作|联系|对接|请|敲|签|搭|碰|遇)?"
    "(?:成(?!立|员|为|果|品|本|绩|型|套)|[拢妥着]|[上到](?=[了的呢啊 ，。；！!]|$|合适|愿意|对口|对路))"
)
_CAME_TO_NOTHING = re.compile(
    rf"[^，。]{{0,4}}(?:{_NOT_BROUGHT_ABOUT}|没谈[拢妥]|(?:还|尚)(?:没有?|未)(?:开始|正式|去)?(?:谈|联系|接触|对接|沟通)(?:过|上)?(?=[了呢啊的 ，。；！,;!]|$)|黄了|吹了|没下文|没了下文|退出了|不合作了|散了|崩了)"
)
# 找高校 is of any of them, 跟兰大 and 找兰州的高校 of some.
_ANY = re.compile("(?:找|跟|和|与|同|联合|合作|[家所个]|任何)$")
_BY_NAME = re.compile("[师兰交农理民医商财][大工]|[\u4e00-\u9fff]{2}(?:大学|学院)|的(?:高校|大学|研究)")
# 想跟深圳一家公司联合申报: who wants to apply together with somebody has him.
_APPLY_TOGETHER = re.compile("(?:合作|联合|一起|一块儿?|一道|共同|联手)(?:来|去)?(?:申?报(?!告)|申请|牵头|承担)")
_DOES = re.compile("[有建设是在成挂]")  # behind the partner: 和兰大建了实验室 has one


def speaks_of_partner(text: str, clause: Clause, asked: Figure | None) -> bool:
    """Whether a place in this clause of ``text`` may be taken as that of a partner; ``asked``: what was asked for."""
    if PARTNER.search(clause.text) or _WITH_A_UNIT.match(clause.text):
        return True
    if asked is not None and asks_of_partners(asked) or PARTNER.search(text[: clause.start]):
        return bool(_WITH_WHOM.match(clause.text)) or _follows_one(text, clause)
    return False


def asks_of_partners(figure: Figure) -> bool:
    """Whether the figure is of the partners, or of working with any."""
    return bool(re.search("合作项目|参与|合作方", figure.name))


def is_of_partner(text: str, start: int, end: int) -> bool:
    """Whether the name is said of whom the applicant works with: 在跟张江一家公司谈合作."""
    return bool(_WITH.search(text[:start])) and bool(PARTNER.search(text[end:]) or "谈" in text[end:])


def belongs_to_partner(clause: str, start: int) -> bool:
    """Whether the name is only part of a partner's: 跟香港中文大学和张江实验室."""
    found = _WITH_WHOM.match(clause)
    return found is not None and found.end() <= start and not _DOES.search(clause[found.end() : start])


def works_with_none(clause: str, figure: Figure) -> bool:
    """Whether the clause denies that any school or institute takes part, where such partners are asked for."""
    return figure.name.startswith("联合") and bool(_WITH_NONE.fullmatch(clause))


def works_without(clause: str) -> bool:
    """Whether the clause denies that those whom it names are partners: 没有和上海张江、粤港澳大湾区合作."""
    return bool(_WITHOUT.search(clause))


def seeks_partners(figure: Figure) -> bool:
    """Whether the figure asks for partners of certain kinds: 联合高等院校、科研院所."""
    return figure.kind == "yes_no" and "联合" in figure.name


def is_with_partners(figure: Figure) -> bool:
    """Whether the figure is of whom the applicant works with, or of working with anybody."""
    return asks_of_partners(figure) or seeks_partners(figure)


def names_one(clause: str, figure: Figure) -> bool:
    """Whether the clause is but the name of a partner such as the figure asks for: 兰州理工大学."""
    return seeks_partners(figure) and bool(_AN_INSTITUTION.fullmatch(clause))


def works_with(clause: Clause, figure: Figure, named: Sequence[Mention], guide: Guide) -> bool | None:
    """Yes or no to ``figure`` of a clause about partners (和兰州大学合作, 没有院校); None where it is not asked for those."""
    academic = seeks_partners(figure)
    partners = [
        name for name in named if name.choice and choice_name(guide, name) in figure.ask and clause.holds(name.start)
    ]
    places = [name for name in named if name.choice and asks_of_partners(guide.figure[name.figure])]
    if works_without(clause.text) and any(clause.holds(name.start) for name in places):
        return None  # others than those may be partners
    if belongs_to_others(clause.text) or OF_OTHER_MATTERS.search(clause.text):
        return None
    if academic and _OF_PARTNER.match(clause.text):
        return True if any(_is_named(clause, name, figure, guide) for name in partners) else None
    if academic and partners and works_without(clause.text):
        return False
    if _NO_PARTNER.search(clause.text) or _NONE_SUCH.fullmatch(clause.text):
        return False if partners and academic else None
    if _WITH_ANY.search(figure.name) and _OF_PARTNER.match(clause.text):
        return True
    if (
        not _TOGETHER.search(clause.text)
        or _NOT_WITH.search(clause.text)
        or wishes_to_work_with(clause.text)
        or denies(clause.text, len(clause.text), len(clause.text))
    ):
        return None
    sought = academic and any(choice_name(guide, name) in figure.name for name in partners)
    return True if sought or _WITH_ANY.search(figure.name) else None


def _is_named(clause: Clause, name: Mention, figure: Figure, guide: Guide) -> bool:
    """Whether the clause names such a partner as the figure asks for, and does not deny it: 合作单位是甘肃省科学院."""
    denied = denies(clause.text, name.start - clause.start, name.end - clause.start)
    return choice_name(guide, name) in figure.name and not denied


def belongs_to_others(clause: str) -> bool:
    """Whether the clause speaks of somebody else's partner, or of a former one: 他们公司的合作方有深圳的企业."""
    found = _A_PARTNER.search(clause) or _WITH_SOMEBODY.search(clause)
    return found is not None and (of_others(clause[: found.start()]) or bool(_ONCE.search(clause)))


def came_to_nothing(text: str, clause: Clause) -> bool:
    """Whether the words after the clause tell that nothing came of what it says of a partner: 跟深圳的公司谈了，没成."""
    return bool(_CAME_TO_NOTHING.match(text, clause.end) or _CAME_TO_NOTHING.search(clause.text))


def is_no_partner_yet(text: str, clause: Clause) -> bool:
    """Whether whom the clause names is none of ours: 没有和上海张江、粤港澳大湾区合作, 想跟深圳那边合作; who wants to apply
    together with somebody has him."""
    wished = wishes_to_work_with(clause.text) and not _APPLY_TOGETHER.search(clause.text)
    none = works_without(clause.text) or belongs_to_others(clause.text)
    return wished or none or came_to_nothing(text, clause)


def fell_through(text: str, clause: Clause, figure: Figure, named: Sequence[Mention], guide: Guide) -> bool:
    """Whether no such partner as the figure asks for was found at all: 想找高校联合，没找着; 跟兰大没谈成 leaves the others."""
    sought = [name for name in named if clause.holds(name.start) and choice_name(guide, name) in figure.name]
    any_such = [name for name in sought if _ANY.search(text[clause.start : name.start])]
    return bool(any_such) and not _BY_NAME.search(clause.text) and came_to_nothing(text, clause)


def is_joint(figure: Figure) -> bool:
    """Whether the figure asks if the project is one of several units."""
    return figure.kind == "yes_no" and figure.name.endswith("合作项目")


def together(guide: Guide) -> tuple[str, ...]:
    """The yes/no figures (ids) that a partner's place answers as well."""
    return tuple(each.id for each in guide.figures if is_joint(each))


def goes_on_about_one(text: str, clause: Clause) -> bool:
    """Whether the clause tells what a partner is, or goes on about one: 合作方是大学; 合作方是华为，是深圳的公司."""
    if _IS_ONE.match(clause.text):
        return True
    before = _before(text, clause)
    told = before is not None and _TOLD_OF.search(before.text)
    return bool(told and _STILL.match(clause.text))


def _before(text: str, clause: Clause) -> Clause | None:
    return next((one for one, other in pairwise(clauses(text)) if other.start == clause.start), None)


def _follows_one(text: str, clause: Clause) -> bool:
    """Whether the clause is but a place, behind one about a partner or others that are but places: 合作方是华为，在深圳."""
    if not any(pattern.fullmatch(clause.text) for pattern in (_THERE, _IS_OF, _ONE_EACH, _SOME_ALSO)):
        return False
    before = _before(text, clause)
    if before is None:
        return False
    told = _A_PARTNER.search(before.text) or _COOPERATION.search(before.text)
    return bool(told and not belongs_to_others(before.text)) or _follows_one(text, before)
