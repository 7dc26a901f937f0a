"""What a message says of the applicant without a number: yes or no to what it names, its type, its qualifications.

A name alone states nothing, nor does a question or a rule (需要有研发机构): only a clause that asserts or denies does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bot.figures.chosen import is_own, is_wished, renames, told_as_items, undecided
from bot.figures.mentions import Mention, cities, city
from bot.figures.polarity import consists_of, falls_short, says_something, without_own_topic
from bot.figures.stance import NO_PROBLEM, NO_TROUBLE, Clause, clauses, corrects, denies, is_not_yet, is_topic, lapses
from bot.figures.values import Value
from bot.figures.whose import of_others
from bot.guide.model import Figure, Guide

_SELF = r"(?:我们|我司|我方|我单位|我公司|我厂|我校|我院|我所|我|本|咱们?|项目|课题)"
_ASSERTED_BEFORE = re.compile(
    r"(?:有|是|已经?|具备|拥有|建了?|设了?|配[备有]|取得|通过|获得|认定|签了?|在|能|够|满足|属于|依托|成立了?|跟|和|与|联合)[^，。]{0,8}$"
)
_ASSERTED_AFTER = re.compile(
    r"[^，。]{0,4}?(?:有(?=$|[的了，。保着支])|也?[都是](?=我|自|属|明|清|稳|具|够|满|齐|完|有|$|[的了])|已|够|明晰|清晰|清楚|明确|稳定|满足|齐全|完[善备]|良好|具备|签[了订好完]|归(?:我|本|学校|公司|单位|企业)|属于我|"
    rf"{NO_PROBLEM}|{NO_TROUBLE}|不在话下"
    r"|没有?(?:任何)?[纠争异]|无(?:任何)?[纠争异]|合格|到位|充足|充裕|健全|启动)"
)
# Names that are statements by themselves: 在兰州注册, 和高校合作, 签了合同.
_IS_STATEMENT = re.compile(
    r"^(?:在(?!职|建)|和|与|跟|已|签[了订合]|拥有|属于|注册在|联合|转化在)|(?<!地)(?<!要)注册$|(?:签了|已启动|够用?|明晰|清晰|清楚|自己的|是我们的|归我们)$"
)
_SEATED = re.compile("注册和?运营$")  # behind the city's name
_PLACE = re.compile(r"(?:(?<!基)地|地点|地址|所在地|实施|转化|落地|[放落])$")
_RUN_AT = re.compile(r"(?:运营|经营|办公|总部|人员?)(?:都|也|全|主要|实际|现在)*[在是](?P<place>[^，。；;]{2,10})")
_LEVEL = re.compile("(?:省部?级?|国家级?)(?:工程|技术|企业|临床医学)?")
_PLACED = re.compile(r"[ ]?(?:也|都|就|全|放)*(?P<no>不)?(?:在|是|位于|设在|为|[:：])?(?P<place>[^，。！!~～]{2,12})")
# 换成兰州大学: a name of a place or a person may stand before the kind.
_SUPPOSED_TO_BE = re.compile(
    r"(?:是|换成|改成|变成|作为|按|算|属于|报|由|让|用|找|换)(?:一?[个家所]|[^，。的]{0,6}的)?$|(?:换成|改成|变成|换|由|让)[^，。的不]{2,4}$"
)
_WHO_APPLIES = re.compile(r"(?:来|去|牵头|出面|当主体)*(?:申?报|承担|牵头|实施)")
_WE_ARE = re.compile(
    rf"(?:{_SELF}[^，。]{{0,6}}?(?:是|属于|作为|做|搞|从事|报|申报)|^[ ]?(?:(?:也|还|又|同时|既)*(?:是|属于|作为)|一[家所个]))[^，。]{{0,14}}$"
)
_WE = re.compile(r"(?:我们|我|本|咱们?)(?:是|这|这家|这个|一家|一所)?$")
_WE_HAVE = re.compile(rf"{_SELF}|^[ ]?(?:有|还有|只有|另外有|另有|是|已|也是|还是|属于|获)|被认定|认定为|公司|企业是")
_ENDS = re.compile(
    r"(?:类|来?申?报|的|性质|单位|项目|领域|方向|老师|口|这[块类边]|[ 了呀啊吧哦呢吗?？~～。，,.;；!！])*(?:$|而?不是|[（(])"
)
_HELD_AFTER = re.compile(
    r"(?:证书?|资质|认定|称号|牌子)?(?:我们|公司)?(?:也|都|早就?|已经?)*(?:有(?!效|没)|拿到|拿了|到手|在手|在有效期|办下来|办了|通过了|是有的)"
)
# Places count as a partner's only where the clause speaks of one.
_PARTNER = re.compile(
    r"合作|参与|联合|伙伴|协作|共建"
    r"|^[ ]*(?:我们|是)*(?:和|跟|与|同)[^，。]{1,12}(?:公司|企业|单位|高校|大学|研究[院所]|院所|机构|团队)[的了呢啊一起做 ，。！]*$"
)
_ELSEWHERE = re.compile(r"(?:也|都|就|其实|现在)*(?:不|没)(?:是)?在")
_PARTNERED = frozenset({"partner_region"})


_AND_ALSO = re.compile("(?:还有|也有|以及|另外有)")
_TOGETHER = re.compile("合作(?!方|单位|伙伴)|联合|共建|一起做")
_SOUNDS = re.compile(r"[我们的了呢啊吧哈也都还就，。,.!！~～ ]*")
_WITH = re.compile(r"(?:和|跟|与|同|联合)[^，。,；;]{0,12}$")


@dataclass(frozen=True)
class Statement:
    """``figure`` has this value, so the message says; ``not_yet``: it is under way, which is no."""

    figure: str
    value: Value
    start: int
    end: int
    not_yet: bool = False


def statements(
    text: str, named: Sequence[Mention], guide: Guide, *, asked: str | None, supposed: bool, listed: bool
) -> tuple[Statement, ...]:
    """Everything that ``text`` states of yes/no, choice and choices figures.

    ``listed``: something else is stated, so that a choice may stand alone between two commas.
    """
    parts = [(clause, [name for name in named if clause.holds(name.start)]) for clause in clauses(text)]
    only = asked if len(parts) == 1 else None  # 实验室啊，还没建: its name alone does not answer
    found = [each for part in parts for each in _yes_no(*part, guide, asked=only, supposed=supposed)]
    # In a check a qualification may stand alone, unless it could as well be what the project is about.
    alone = asked is not None and guide.figure[asked].kind != "text"
    gone = lapsed(text, [name for name in named if name.choice])
    if listed or found or (asked is not None and guide.figure[asked].kind != "text"):
        told = {each.figure for each in found}
        said = [name for part in parts for name in told_as_items(*part, guide) if name.figure not in told]
        found += [Statement(name.figure, True, name.start, name.end) for name in said]
    for clause, inside in parts:
        inside = [name for name in inside if name not in gone]
        goes_on = listed or bool(found)
        renamed = renames(text, named, guide)
        found += _choice(clause, inside, guide, supposed=supposed or corrects(text), goes_on=goes_on or renamed)
        found += _choices(clause, inside, guide, supposed=supposed, goes_on=goes_on or alone)
    return tuple(replace(each, value=False) if _runs_elsewhere(text, each, guide) else each for each in found)


def _runs_elsewhere(text: str, said: Statement, guide: Guide) -> bool:
    """注册在兰州，人在西安办公: of a place where one has to be registered and at work, the second half is denied."""
    if said.value is not True or not (
        is_local(guide.figure[said.figure], guide) and "运营" in guide.figure[said.figure].name
    ):
        return False
    return any(not found["place"].startswith(cities(guide)) for found in _RUN_AT.finditer(text))


# --- yes and no ---


def _yes_no(
    clause: Clause, named: Sequence[Mention], guide: Guide, *, asked: str | None, supposed: bool
) -> Iterator[Statement]:
    yes_no = [name for name in named if guide.figure[name.figure].kind == "yes_no"]
    for name in yes_no:
        if is_topic(without_own_topic(clause.text, guide.figure[name.figure])) and not supposed:
            continue
        if _is_of_another(clause, name, yes_no, guide):
            continue
        start, end = name.start - clause.start, name.end - clause.start
        words = clause.text[start:end]
        if _PLACE.search(words) and not any(place in words for place in cities(guide)):
            value = placed(clause, end, named, guide)
        elif falls_short(clause.text, guide.figure[name.figure].name):
            continue
        else:
            value = _polarity(
                clause.text,
                start,
                end,
                states=_states(words, guide),
                asked=guide.figure[name.figure] if name.figure == asked else None,
            )
        if value is not None and not (value is False and _is_of_one_kind(name, named)):
            not_yet = is_not_yet(_beside(clause.text, start, end))
            yield Statement(name.figure, value and not not_yet, name.start, name.end, not_yet)
            if value and not not_yet:
                more = _told_by(guide.figure[name.figure], clause.text[start:end], guide)
                yield from (Statement(each, True, name.start, name.end) for each in more)


def _is_of_another(clause: Clause, name: Mention, yes_no: Sequence[Mention], guide: Guide) -> bool:
    """Whether the name says where the one before it is (实施地在兰州), is somebody else's (人家有实验室), or is where a
    partner is (合作单位不在东莞)."""
    if any(other.end <= name.start <= other.end + 1 and other.figure != name.figure for other in yes_no):
        return True
    if _PARTNER.search(guide.figure[name.figure].name):
        return bool(_ELSEWHERE.match(clause.text, name.end - clause.start))
    return of_others(clause.text[: name.start - clause.start])


def _told_by(figure: Figure, name: str, guide: Guide) -> Iterator[str]:
    """Other yes/no figures (ids) to which a name says yes as well: 省级重点实验室 is a 重点实验室."""
    for other in guide.figures:
        kinds = [kind for kind in other.names if name.endswith(kind) and _LEVEL.fullmatch(name.removesuffix(kind))]
        if other.kind == "yes_no" and other.id != figure.id and kinds:
            yield other.id


def _is_of_one_kind(name: Mention, named: Sequence[Mention]) -> bool:
    """没有企业合作方 denies partners of one kind, not every partner."""
    return name.choice is None and any(other.choice and other.end == name.start for other in named)


def _beside(clause: str, start: int, end: int) -> str:
    return clause[max(0, start - 8) : start] + "|" + clause[end : end + 8]


def is_local(figure: Figure, guide: Guide) -> bool:
    """Whether the figure asks for a place in the guide's own city."""
    return figure.kind == "yes_no" and city(guide) in figure.name


def placed(clause: Clause, start: int, named: Sequence[Mention], guide: Guide) -> bool | None:
    """Whether the place said at ``start`` (在兰州) is the guide's own city; None for one that the guide does not name."""
    found = _PLACED.match(clause.text, start)
    if not found:
        return None
    if any(place in found["place"] for place in cities(guide)):
        return not found["no"]
    if found["no"]:  # 不在西安 is not yet here
        return None
    begin = clause.start + found.start("place")
    return False if any(name.choice and begin <= name.start <= begin + 2 for name in named) else None


def _states(name: str, guide: Guide) -> bool:
    """Whether the name is a statement by itself."""
    seated = _SEATED.search(name)
    return bool(_IS_STATEMENT.search(name) or seated and name[: seated.start()].endswith(city(guide)))


def _polarity(clause: str, start: int, end: int, *, states: bool, asked: Figure | None) -> bool | None:
    if denies(clause, start, end):
        return False
    asserted = _ASSERTED_BEFORE.search(clause[:start]) or _ASSERTED_AFTER.match(clause, end)
    if asserted or states or is_not_yet(_beside(clause, start, end)):
        return True
    if not asked:
        return None
    rest = clause[:start] + clause[end:]
    return True if not says_something(rest) or _SOUNDS.fullmatch(rest) or consists_of(rest, asked) else None


# --- choices ---


def _choice(
    clause: Clause, named: Sequence[Mention], guide: Guide, *, supposed: bool, goes_on: bool
) -> Iterator[Statement]:
    """我们是企业; and, where that goes before, 工业类项目 alone."""
    open_ = undecided(clause, named, guide)
    for name in named:
        if not name.choice or guide.figure[name.figure].kind != "choice" or name.figure in open_:
            continue
        ahead, behind = clause.text[: name.start - clause.start], clause.text[name.end - clause.start :]
        inner = replace(name, start=name.start - clause.start, end=name.end - clause.start)
        if denies(clause.text, inner.start, inner.end) or is_of_partner(clause.text, inner):
            continue
        if not (supposed or is_own(clause.text, inner.start, inner.end, guide.figure[name.figure])):
            continue
        we_are = _SUPPOSED_TO_BE.search(ahead) if supposed else not is_topic(clause.text) and _WE_ARE.search(ahead)
        listed = goes_on and not ahead.strip() and not is_topic(clause.text)
        ends = _ENDS.match(behind) or supposed and _WHO_APPLIES.match(behind)
        if ((we_are or listed) and ends) or _WE.search(ahead):
            yield Statement(name.figure, name.choice, name.start, name.end)


def _choices(
    clause: Clause, named: Sequence[Mention], guide: Guide, *, supposed: bool, goes_on: bool
) -> Iterator[Statement]:
    if is_topic(clause.text) and not supposed:
        return
    yield from _none_of(clause, named, guide)
    held = [name for name in named if name.choice and guide.figure[name.figure].kind == "choices"]
    held = [name for name in held if not denies(clause.text, name.start - clause.start, name.end - clause.start)]
    held = [name for name in held if supposed or _is_ours(clause, name, guide)]
    held = [name for name in held if not falls_short(clause.text, _choice_name(guide, name))]
    for figure in dict.fromkeys(name.figure for name in held):
        said = _PARTNER if figure in _PARTNERED else _WE_HAVE
        listed = (
            goes_on
            and held[0].start == clause.start + _beginning(clause.text)
            and _ENDS.match(clause.text, held[-1].end - clause.start)
        )
        has = figure not in _PARTNERED and _HELD_AFTER.match(clause.text, held[-1].end - clause.start)
        if not (said.search(clause.text) or listed or has or supposed):
            continue
        own = [name for name in held if name.figure == figure]
        if is_not_yet(clause.text):
            continue
        yield Statement(figure, in_order(guide, own), own[0].start, own[-1].end)
        if figure in _PARTNERED and _TOGETHER.search(clause.text):  # 和上海张江的一家研究院合作做项目
            together = (each.id for each in guide.figures if each.kind == "yes_no" and each.name.endswith("合作项目"))
            yield from (Statement(each, True, own[0].start, own[-1].end) for each in together)


def _is_ours(clause: Clause, name: Mention, guide: Guide) -> bool:
    start, end = name.start - clause.start, name.end - clause.start
    return is_own(clause.text, start, end, guide.figure[name.figure]) and not is_wished(clause.text, start)


def _beginning(clause: str) -> int:
    """Where a clause that goes on with a list comes to its next member: 还有粤港澳大湾区."""
    found = _AND_ALSO.match(clause)
    return found.end() if found else 0


def _choice_name(guide: Guide, name: Mention) -> str:
    return guide.figure[name.figure].choice(name.choice or "").name


def _none_of(clause: Clause, named: Sequence[Mention], guide: Guide) -> Iterator[Statement]:
    """没有任何资质: the figure itself denied."""
    for name in named:
        denied = denies(clause.text, name.start - clause.start, name.end - clause.start)
        if denied and name.choice is None and guide.figure[name.figure].kind == "choices":
            yield Statement(name.figure, (), name.start, name.end)


def lapsed(text: str, choices: Sequence[Mention]) -> tuple[Mention, ...]:
    """Those of ``choices`` of which the text goes on to say that they hold no more (高企有，不过证书到期了)."""
    over = [part for part in clauses(text) if lapses(part.text)]
    inside = [[name for name in choices if part.holds(name.start)] for part in over]
    before = [[name for name in choices if name.end <= part.start][-1:] for part in over]
    return tuple(name for own, last in zip(inside, before, strict=True) for name in own or last)


def is_of_partner(text: str, name: Mention) -> bool:
    """Whether the name is said of whom the applicant works with: 在跟张江一家公司谈合作."""
    return bool(_WITH.search(text[: name.start])) and bool(
        _PARTNER.search(text[name.end :]) or "谈" in text[name.end :]
    )


def in_order(guide: Guide, named: Sequence[Mention]) -> tuple[str, ...]:
    """The choices that are named, in the guide's order, each once. All must be of one figure."""
    held = {name.choice for name in named}
    return tuple(choice.id for choice in guide.figure[named[0].figure].choices if choice.id in held) if named else ()
