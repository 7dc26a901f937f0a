"""What others have and we have not: 兰大有实验室，我们没有; 技术中心是集团的; 没有，合作的大学有重点实验室.

Of what is somebody else's nothing is told of the applicant, unless the words go on to say that we have none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.figures.mentions import Mention
from bot.figures.stated.chosen import is_had
from bot.figures.statement import Statement
from bot.figures.whose import of_others
from bot.figures.wording.denial import is_denial
from bot.figures.wording.stance import Clause, clauses, is_not_yet, is_topic
from bot.guide.model import Figure, Guide

WE_HAVE_NOT = re.compile(
    r"(?:但是?|不过|可是?|就)*(?:我们|咱们?)(?:自己|公司|单位|企业|学校|[院所厂]里?|这边|这里)*(?:还|也|都|就|倒|可|暂时|目前)*(?:没有?|没(?:设|建|弄|搞|办|得|拿)[过到]?)[的了呢啊呀]*(?:[，。！!,. ]|$)"
)
_NOT_OURS = re.compile(r"不(?:是|归|属于?)(?:我们?|咱们?|本[公单企院所校]|自己)")
_HAS = re.compile(
    r"(?:那[边里儿]|手[上里头]|名下|[里下])?(?:都|也|倒|全|就|才|是)*(?:有(?!限|关|的|效|色)|设有|建有|建了|设了|拥有)"
)
_OF_WHOM = re.compile(
    r"(?:证书?|资质|牌子)?(?:但是?|不过|可是?|只是|就是|其实|那个?|这个?|它|都|也|[，, ])*(?:是|属于?|归|挂在)(?P<who>[^，。；,;是有和跟与的]{1,10}?)(?:那[边里])?(?:的|所有|名下的?)[了呢啊呀吧]*(?=不|[，。；,;！! ]|$)"
)
_IS_WHO = re.compile(
    r"的?(?:那[个家])?(?:倒|才|就|只|都)?是(?P<who>[^，。；,;是有和跟与的]{1,10})[了呢啊吧呀]*(?=[，。；,;！! ]|$)"
)
_WHOSE = re.compile(r"(?:[借用靠租]用?的?是?|依托的?)?(?P<who>[^，。；,;是有的]{1,10})的$")
_UNIT = "(?:大学|学院|学校|高校|院校|研究[所院]|科学院|[\u4e00-\u9fff]大|[院所厂]|公司|集团|单位|企业|机构|医院|园区?)"
# Units told by how they stand to us are others, be they never so near: 我们挂靠的大学.
_BESIDE_US = re.compile(
    rf"(?:合作|联合|共建|挂靠|依托|隶属|所属|入驻|关联|参股|控股|对口|签约|合伙|兄弟|姊妹|友邻|隔壁|旁边)(?:着|了|过)?的?(?:那|这)?[家个所]?[^，。；我咱本]{{0,8}}?{_UNIT}$"
)
_OURS = re.compile("我|咱|本|自[己家有]|自个")
_BY_NAME = re.compile(
    "(?!全|整|这|该|每|某|什么|哪)[\u4e00-\u9fff]{2,}(?:大学|学院|研究[所院]|科学院|医院)$|(?:^|[省市区])(?!(?:最|很|更|太|重|远|扩|强))[\u4e00-\u9fff]{1,3}(?:大|理工|师范|科院)$"
)
_INSTITUTE = re.compile("(?:研究|科研)(?:分?院(?!所)|所|机构)(?![^，。；]{0,4}(?:参|合作|联合|一起|共建))")
_THING = re.compile("(?:机构|平台|基地)$")


def theirs(text: str, named: Sequence[Mention], guide: Guide, *, asked: str | None) -> tuple[Clause, ...]:
    """The clauses of ``text`` that tell of what somebody else has, ``named`` being all that the text names.

    A university or institute by its name is somebody else only where something was ``asked`` of us, or where we have not:
    it may well be the applicant.
    """
    parts = list(clauses(text))
    apart = asked is not None or any(WE_HAVE_NOT.match(part.text) for part in parts) or bool(_NOT_OURS.search(text))
    found: list[Clause] = []
    for place, part in enumerate(parts):
        things = [name for name in named if part.holds(name.start) and is_held(guide.figure[name.figure])]
        if is_topic(part.text):
            continue
        if any(_is_theirs(part, name, apart=apart) for name in things):
            found.append(part)
        elif (
            place and _is_said_to_be_theirs(part.text, apart=apart) and _holds_one(parts[place - 1], text, named, guide)
        ):
            found += [parts[place - 1], part]
    return tuple(found)


def is_held(figure: Figure) -> bool:
    """Whether the figure is of a thing that a unit has, or of what it is certified as."""
    if figure.kind == "choices":
        return "参与" not in figure.name
    return figure.kind == "yes_no" and bool(_THING.search(figure.name))


def has_an_institute(text: str, figure: Figure) -> Iterator[Statement]:
    """Yes to a figure that asks for a research body, where an institute is told to be in one's own house: 下面有个研究院."""
    for part in clauses(text) if "研发机构" in figure.name else ():
        found = next((each for each in _INSTITUTE.finditer(part.text) if is_had(part.text, *each.span())), None)
        if found and not (is_topic(part.text) or is_denial(part.text) or is_not_yet(part.text) or of_others(part.text)):
            yield Statement(figure.id, True, part.start + found.start(), part.start + found.end())


def lacked(text: str, others: Sequence[Clause], named: Sequence[Mention], guide: Guide) -> Iterator[Statement]:
    """What ``others`` have and the words about them deny of us: 别家都有实验室，我们没有; 实验室是学校的不是我们的."""
    for clause in others:
        denied = _NOT_OURS.search(clause.text) or any(
            WE_HAVE_NOT.match(part.text) or part.start == clause.end and _NOT_OURS.search(part.text)
            for part in clauses(text)
        )
        for name in named if denied else ():
            if clause.holds(name.start) and guide.figure[name.figure].kind == "yes_no":
                yield Statement(name.figure, False, name.start, name.end)


def without(text: str, others: Sequence[Clause]) -> str:
    """``text`` with the clauses of ``others`` blank, every place staying where it is."""
    for clause in others:
        text = text[: clause.start] + " " * (clause.end - clause.start) + text[clause.end :]
    return text


def _is_theirs(clause: Clause, name: Mention, *, apart: bool) -> bool:
    """Whether the clause says that what is named in it is somebody else's."""
    ahead, behind = clause.text[: name.start - clause.start], clause.text[name.end - clause.start :]
    if _NOT_OURS.search(behind):
        return True
    if found := _OF_WHOM.match(behind) or _IS_WHO.match(behind):
        return _is_another(found["who"], apart=apart)
    if found := _WHOSE.search(ahead):
        return _is_another(found["who"], apart=apart)
    has = _HAS.search(ahead)
    return has is not None and _is_another(ahead[: has.start()].strip(), apart=apart)


def _is_said_to_be_theirs(clause: str, *, apart: bool) -> bool:
    """Whether the clause says nothing but that what was named before is somebody else's: 不过是集团的."""
    found = _OF_WHOM.match(clause)
    return found is not None and _is_another(found["who"], apart=apart)


def _holds_one(before: Clause, text: str, named: Sequence[Mention], guide: Guide) -> bool:
    """Whether the clause before names such a thing, or is the first answer: 有是有，但那是总公司的."""
    things = (name for name in named if is_held(guide.figure[name.figure]))
    return any(before.holds(name.start) for name in things) or not before.start and bool(_HAS.search(before.text))


def _is_another(who: str, *, apart: bool) -> bool:
    if _BESIDE_US.search(who):
        return True
    if _OURS.search(who):
        return False
    return of_others(who) or apart and bool(_BY_NAME.search(who))
