"""Yes or no to what a clause names: asserted, denied, under way, or said of something else than the applicant's own.

A name alone states nothing, nor does a question or a rule (需要有研发机构): only a clause that asserts or denies does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.figures.mentions import Mention, cities, city
from bot.figures.stated.disputes import is_in_dispute, names_trouble
from bot.figures.stated.locality import (
    done_there,
    is_local,
    is_of_a_branch,
    placed,
)
from bot.figures.stated.partners import PARTNER, belongs_to_partner, is_with_partners
from bot.figures.stated.planned_together import only_plans
from bot.figures.stated.possessions import WE_HAVE_NOT
from bot.figures.stated.settled import stays
from bot.figures.statement import Statement
from bot.figures.whose import of_others
from bot.figures.wording.denial import ADVERSE, NO_PROBLEM, NO_TROUBLE, denies, is_denial
from bot.figures.wording.levels import GRANTED, LEVEL, is_only_the_highest
from bot.figures.wording.own_words import TROUBLE, consists_of, spoken
from bot.figures.wording.pending import is_pending
from bot.figures.wording.polarity import is_in_part, is_of_a_lower_level, says_something, without_own_topic
from bot.figures.wording.stance import (
    OWN_HOUSE,
    Clause,
    is_left_open,
    is_not_yet,
    is_topic,
    without_doubt,
)
from bot.figures.wording.under_way import is_of_another_kind, is_sought
from bot.figures.wording.wishes import is_wished_for
from bot.guide.model import Figure, Guide

_ASSERTED_BEFORE = re.compile(
    r"(?:有|是|已经?|具备|拥有|(?<!共)(?<!共同)(?<!联合)(?<!合作)(?<!一起)建了?|共同?建[了有成]|(?:联合|合作|一起)建[了有成]|设了?|配[备有]|取得|通过|获得|认定|挂[了着有]|拿[下到]了?|申[下到]了?|评上了?|签了?|在|能|够|满足|属于|依托|成立了?|(?:跟|和|与)(?!$)|联合)[^，。]{0,8}$"
)
_ASSERTED_AFTER = re.compile(
    rf"[^，。不没未]{{0,4}}?(?:有(?=$|[的了啊呀嘛哈，。；;、！! 保着支])|也?[都是](?=我|自|属|明|清|稳|具|够|满|齐|完|有|$|[的了])|已|够|明晰|清晰|清楚|明确|稳定|满足|齐全|完[善备]|良好|具备|签[了订好完]|归(?:{OWN_HOUSE})|属于我|在(?:我们?|咱们?|本?公司|本?单位|学校|自己)(?:自己|公司|单位)?(?:的?手[里上中]|名下)|"
    rf"{NO_PROBLEM}|{NO_TROUBLE}|不在话下"
    r"|[ ]?(?:共|有|也有)?(?!0)[一两二三四五六七八九十\d]+[个家](?![人月亿也都]|(?:[^，。；]{0,4}[没不]))|(?:是|在)?(?:\d{4}年|去年|前年|今年|上个?月|早就|刚刚?)[^，。不没未]{0,4}(?:批|建成?|挂牌|成立|认定|评|授牌|设立|组建|搭)(?:的|了|[下起]来|[好完])(?!申)"
    r"|是[^，。不没未]{1,6}(?:批|认定|评定?|授牌|挂牌)(?:准|下来)?的(?=[，。；！! ]|$)"
    r"|没有?(?:任何)?[纠争异]|无(?:任何)?[纠争异]|合格|到位|充足|充裕|健全|启动)"
)
# Names that are statements by themselves: 在兰州注册, 和高校合作, 签了合同.
_IS_STATEMENT = re.compile(
    r"^(?:在(?!职|建)|有|和|与|跟|已|签[了订合]|拥有|属于?|注册在|联合|转化在)|(?<!地)(?<!要)注册$|^注册地.{2}|(?:签了|已启动|够用?|明晰|清晰|清楚|自己的|是我们的|归我们)$"
)
_SEATED = re.compile("注册和?运营$")  # behind the city's name
_PLACE = re.compile(r"(?:(?<!基)地|地点|地址|所在地|实施|转化|落地|[放落])$")
_LEVEL = re.compile(rf"(?:{LEVEL}|{GRANTED})(?:工程|技术|企业|临床医学)?")
_CENTRE = re.compile("市?(?:的)?(?:主城区|城区|市区|市中心|中心城区|城里|近郊|区里?(?:[，。的 ]|$))")
_ELSEWHERE = re.compile(r"(?:也|都|就|其实|现在)*(?:不|没)(?:是)?在")
_OF_THAT_KIND = re.compile("(?:那边|那里|这边|方面|地区|本地|当地|那种|这种)?的?(?:[也都全均]*(?:还|从来)?没)?")
_NONE_AMONG = re.compile("(?:里面?|当中|中|之中|都|也|暂时|目前)*没有?(?:一家|任何|来自|在)?")
# 和院所没有合作 and 上海那边没有合作的 deny those; 跟别人没有合作 any.
_WITH_CERTAIN_ONES = re.compile(
    "(?:和|跟|与|同)(?![别其他]|人|谁|外|任何|哪)[^，。；]{1,8}?(?:也|都|还|就|从来)*没?$"
    "|(?!我|咱|公司|单位|项目|自己)[^，。；]{2,8}(?:那边|那儿|那里|那头)(?:也|都|还|就|从来)*没?$"
)
_BUILT_TOGETHER = re.compile(
    "(?:[共合]建|(?:联合|合作|共同|一起|一块儿?|一同|联手)(?:组建|搭建|共建|[建搞弄办设]|设立|成立|筹建))(?:一?[个家所])?(?![了有成过好])[^，。；了有成过的]{0,4}$"
)  # names what is to be, unlike 建了
_MEANT = re.compile("的?(?:意向|意愿|想法|打算|可能|机会|需求|兴趣)")  # 有合作意向
_ONCE = re.compile("(?:以前|原来|原先|曾经|从前|早先)(?!没|不|就|也)[^，。没不现]{0,6}$")
_NOT_OURS = re.compile("[^，。]{0,3}?不(?:是|归|属于?)(?:我|咱|本|自己)")
_REGISTERED = re.compile("(?:注册|登记)+(?:的|了|过|成立)*(?:[，。,；;！! ]|$)")
_OUTFIT = re.compile("的?(?:设备|仪器|器材|条件|用房|装修|面积|主任)")  # 实验室设备没配上 denies no laboratory
_EQUIPPED = re.compile("的?(?:设备|仪器|器材)")  # 实验室设备都有 tells of the devices
# 我们的研发中心在二楼, 自己的实验室归总工管: of what one calls one's own something else is told, so that it is there.
_OWNED = re.compile("(?:^|[，；。 ])[ ]*(?:我们|咱们?|我[司校所院厂]|本(?:公司|单位)|公司|单位|厂里|自己)(?:自己)?的?$")
_IS_THERE = re.compile(
    r"(?:现在|目前|一共|总共|就|都|也)*(?:在(?!建|办|申|筹|谈|哪|兰|两|计)|归[^，。；我本]{1,6}管|由[^，。；]{1,8}(?:管|负责)|(?:下设|下面有|占地|面积|有)[\d一二两三四五六七八九十几百])"
)
_INSIDE, _OUTSIDE = (
    re.compile("(?:^在|[区州内])"),
    re.compile("(?:范围)?(?:(?:以|之)外|外[面边头]|外(?=[的了呢啊吧 ，。；！!]|$))"),
)
_BUT_NOT = re.compile(
    "[^，。；没不未无]{0,4}?(?P<but>但是?|不过|可是?|只是|而|却)(?:也|并|还|都|我们?)*(?:不|没有?|未|无)(?:是|在|属于?|归|算|能)?(?:[^，。；]{0,2}的)?"
)
_JOINS = re.compile("[和、跟与及]")
_NONE_SUCH, _TROUBLE = (
    re.compile("(?:[没么木]有?|无|缺少?)[^，。；没有无不是]{1,14}的$"),
    re.compile(f"{ADVERSE}|问题|毛病"),
)
_SOUNDS = re.compile(r"[我们的了呢啊吧哈也都还就，。,.!！~～ ]*")


def by_name(
    clause: Clause, named: Sequence[Mention], guide: Guide, *, asked: str | None, supposed: bool
) -> Iterator[Statement]:
    """What the clause says of the yes/no figures that it names; ``asked``: the one that a mere name answers."""
    yes_no = [name for name in named if guide.figure[name.figure].kind == "yes_no"]
    whole = clause
    for name in yes_no:
        clause = _up_to_what_is_denied(whole, name, yes_no)
        figure = guide.figure[name.figure]
        done = done_there(clause, name, guide) or _stays_there(clause, name, guide)
        if done := done or _not_found_yet(clause, name, figure):
            yield done
            continue
        if is_topic(without_own_topic(clause.text, figure)) and not supposed:
            continue
        start, end = name.start - clause.start, name.end - clause.start
        words = clause.text[start:end]
        meant = _is_only_meant(clause.text, start, end, supposed=supposed)
        open_ = _is_left_open(clause.text, start, end, figure) or _is_partly(clause.text, name, guide)
        if meant or open_ or _is_of_another(clause, name, yes_no, guide):
            continue
        if _PLACE.search(words) and not any(place in words for place in cities(guide)):
            value = placed(clause, end, named, guide)
        elif is_of_a_lower_level(clause.text, guide.figure[name.figure].name):
            continue
        else:
            value = _polarity(
                clause.text,
                start,
                end,
                states=_states(words, guide) or _is_registered(clause.text, end, guide.figure[name.figure]),
                asked=guide.figure[name.figure] if name.figure == asked else None,
            )
        part = _is_of_one_kind(clause, name, named) or _is_only_a_part(
            clause.text, words, guide.figure[name.figure], guide, behind=clause.text[end:]
        )
        part = part or bool(_OUTFIT.match(clause.text, end))
        if value is not None and not (_EQUIPPED.match(clause.text, end) if value else part):
            yield from _told(clause, name, value, guide)


def _up_to_what_is_denied(clause: Clause, name: Mention, named: Sequence[Mention]) -> Clause:
    """The clause as far as it is of the name: behind a but, what is denied is what is named next (注册在兰州但不属于两区)."""
    behind = [other.start for other in named if other.start >= name.end and other.figure != name.figure]
    found = _BUT_NOT.match(clause.text, name.end - clause.start)
    if not found or not behind or found.end() < min(behind) - clause.start:
        return clause
    return Clause(clause.text[: found.start("but")], clause.start, clause.end)


def _is_only_meant(clause: str, start: int, end: int, *, supposed: bool) -> bool:
    """Whether what is named is what one means to have: 想建研发中心, 有合作意向, 在找实验室合作."""
    meant = _BUILT_TOGETHER.search(clause[:start]) or _MEANT.match(clause, end) or is_sought(clause[:start])
    return bool(meant) or not supposed and is_wished_for(clause, start, end)


def _not_found_yet(clause: Clause, name: Mention, figure: Figure) -> Statement | None:
    """正在找合作单位: there is no such partner yet."""
    sought = PARTNER.search(figure.name) and is_sought(clause.text[: name.start - clause.start])
    return Statement(figure.id, False, name.start, name.end, not_yet=True) if sought else None


def _stays_there(clause: Clause, name: Mention, guide: Guide) -> Statement | None:
    """转化地不出兰州: where it is to be, and nowhere else."""
    local = is_local(guide.figure[name.figure], guide) and stays(clause.text, guide)
    return Statement(name.figure, True, name.start, name.end) if local else None


def _is_left_open(clause: str, start: int, end: int, figure: Figure) -> bool:
    """Whether it is not known of what is named; 不清楚 denies where clearness is asked for (知识产权不清楚)."""
    for word in figure.says_no:
        clause = clause.replace(word, "#" * len(word))
    return is_left_open(clause, start, end)


def _told(clause: Clause, name: Mention, value: bool, guide: Guide) -> Iterator[Statement]:
    """The ``value`` of what is named, a yes being none yet of what is under way, and all that a yes tells as well."""
    start, end = name.start - clause.start, name.end - clause.start
    beside = _beside(clause.text, start, end)
    not_yet = is_not_yet(beside) and not is_of_another_kind(beside, spoken(guide.figure[name.figure]))
    open_ = is_with_partners(guide.figure[name.figure]) and only_plans(clause.text)  # with whom is still to be told
    if not_yet and (is_pending(clause.text) or open_):
        return
    yield Statement(name.figure, value and not not_yet, name.start, name.end, not_yet)
    if value and not not_yet:
        more = _told_by(guide.figure[name.figure], clause.text[start:end], guide)
        yield from (Statement(each, True, name.start, name.end) for each in more)


def _is_only_a_part(clause: str, words: str, figure: Figure, guide: Guide, *, behind: str) -> bool:
    """Whether no more is denied than a part of what counts: 不在城关区, 不在兰州市区 of the city, 没有国家级的 of provincial
    and above."""
    within = city(guide) not in words and any(place in words for place in cities(guide)) or _CENTRE.match(behind)
    district = is_local(figure, guide) and bool(within)
    return district or is_only_the_highest(clause, figure.name)


def _is_partly(clause: str, name: Mention, guide: Guide) -> bool:
    """主要在兰州，也有白银; 在兰州有个办事处: of a place that holds only in part, or of a branch, nothing is stated."""
    return is_local(guide.figure[name.figure], guide) and (is_in_part(clause) or is_of_a_branch(clause))


def _is_of_another(clause: Clause, name: Mention, yes_no: Sequence[Mention], guide: Guide) -> bool:
    """Whether the name says where the one before it is (实施地在兰州), is somebody else's (人家有实验室), or is where a
    partner is (合作单位不在东莞)."""
    if any(_says_where(clause, other, name, guide) for other in yes_no):
        return True
    if names_trouble(clause.text[name.end - clause.start :]):
        return True  # 打知识产权官司 is of the dispute
    if is_in_dispute(clause.text[name.end - clause.start :]) and not TROUBLE.search(spoken(guide.figure[name.figure])):
        return True
    if TROUBLE.search(spoken(guide.figure[name.figure])) and _NOT_OURS.match(clause.text, name.end - clause.start):
        return True  # 知识产权不是我们的: whose it is does not tell whether that is clear
    if PARTNER.search(guide.figure[name.figure].name):
        return bool(_ELSEWHERE.match(clause.text, name.end - clause.start))
    ahead = clause.text[: name.start - clause.start]
    once = _ONCE.search(ahead) and not WE_HAVE_NOT.search(clause.text)
    return bool(once) or of_others(ahead) or belongs_to_partner(clause.text, len(ahead))


def _says_where(clause: Clause, one: Mention, other: Mention, guide: Guide) -> bool:
    """Whether the second name comes right behind the first, with nothing that joins the two: 实施地在兰州."""
    between = clause.text[one.end - clause.start : other.start - clause.start]
    first = clause.text[one.start - clause.start : one.end - clause.start]
    if first.endswith(cities(guide)) or "注册" in guide.figure[other.figure].name and first.startswith("注册"):
        return False  # 注册地在安宁区不在两区 has said where it is, 注册地不在两区 says where the seat is
    return one.figure != other.figure and one.end <= other.start <= one.end + 1 and not _JOINS.fullmatch(between)


def _told_by(figure: Figure, name: str, guide: Guide) -> Iterator[str]:
    """Other yes/no figures (ids) to which a name says yes as well: 省级重点实验室 is a 重点实验室."""
    for other in guide.figures:
        kinds = [kind for kind in other.names if name.endswith(kind) and _LEVEL.fullmatch(name.removesuffix(kind))]
        if other.kind == "yes_no" and other.id != figure.id and kinds:
            yield other.id


def _is_of_one_kind(clause: Clause, name: Mention, named: Sequence[Mention]) -> bool:
    """没有企业合作方, 没有张江的合作单位 and 合作单位没有高校 deny partners of one kind, not every partner."""
    ahead = [clause.text[each.end - clause.start : name.start - clause.start] for each in _before(name, named)]
    behind = [clause.text[name.end - clause.start : each.start - clause.start] for each in named if each.choice]
    parted = any(map(_OF_THAT_KIND.fullmatch, ahead)) or any(map(_NONE_AMONG.fullmatch, behind))
    certain = _WITH_CERTAIN_ONES.search(clause.text[: name.start - clause.start])
    return name.choice is None and bool(parted or certain)


def _before(name: Mention, named: Sequence[Mention]) -> Iterator[Mention]:
    return (each for each in named if each.choice and each.end <= name.start)


def _beside(clause: str, start: int, end: int) -> str:
    return clause[max(0, start - 8) : start] + "|" + clause[end : end + 8]


def _is_registered(clause: str, end: int, figure: Figure) -> bool:
    """Whether a word for registering follows a place where one is to be registered: 兰白两区内注册."""
    return "注册" in figure.name and bool(_REGISTERED.match(clause, end))


def _states(name: str, guide: Guide) -> bool:
    """Whether the name is a statement by itself."""
    seated = _SEATED.search(name)
    return bool(_IS_STATEMENT.search(name) or seated and name[: seated.start()].endswith(city(guide)))


def _lacks_such(ahead: str) -> bool:
    """Whether there is none of what has an attribute, however long: 没有外国专家要用的平台条件."""
    found = _NONE_SUCH.search(ahead)
    return found is not None and is_denial(found[0]) and not _TROUBLE.search(found[0])


def _polarity(clause: str, start: int, end: int, *, states: bool, asked: Figure | None) -> bool | None:
    clause = without_doubt(clause)
    if _INSIDE.search(clause[start:end]) and _OUTSIDE.match(clause, end):  # 在两区外面
        return None if denies(clause, start, end) else False
    if denies(clause, start, end):
        return False
    if _OWNED.search(clause[:start]) and _IS_THERE.match(clause, end):
        return True
    asserted = _ASSERTED_BEFORE.search(clause[:start]) or _ASSERTED_AFTER.match(clause, end)
    if _lacks_such(clause[:start]):
        return False
    if asserted or states or is_not_yet(_beside(clause, start, end)):
        return True
    if not asked:
        return None
    rest = clause[:start] + clause[end:]
    return True if not says_something(rest) or _SOUNDS.fullmatch(rest) or consists_of(rest, asked) else None
