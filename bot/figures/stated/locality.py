"""Where the applicant, its project or its results are: in the guide's own city or not."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.figures.mentions import Mention, cities, city
from bot.figures.stated.away import elsewhere
from bot.figures.stated.partners import asks_of_partners
from bot.figures.statement import Statement
from bot.figures.whose import of_others, speaks_of_us
from bot.figures.wording.denial import denies
from bot.figures.wording.stance import Clause, ahead_of, clause_at, is_topic
from bot.guide.model import Figure, Guide
from bot.guide.once import once

_RUN_AT = re.compile(
    r"(?:运营|经营|办公|总部|人员?|团队|员工)(?:[和与跟、](?:设备|机器|团队|车间|场地|业务))*(?:都|也|全|主要|实际|现在)*(?P<at>[在是])(?P<place>[^，。；;]{2,10})"
)
_MADE_AT = re.compile(
    r"(?:生产|工厂|厂子|厂房|厂区|车间|生产线|生产基地)(?:都|也|全|主要|实际|放|设|建|是|搬|迁|挪|开|落|后来|去年|现在|已经)*(?:在|到|去)了?(?P<place>[^，。；;]{2,10})"
)
# 人都在搞研发, 员工都在厂里: what they are at, and places that lie where the applicant is; of 都是研发 no place is told at all.
_NO_PLACE = re.compile(
    "(?:我们?|咱们?|本[地市厂院所校公]|当地|市[里内区]|这[里边]|那儿|公司|单位|[厂院所校园]区?[里内]|厂区|车间|实验室|基地|研发|一线|现场|家|[职岗编册读]|做|搞|干|忙|推|抓|跑|跟|用|进行|参与|从事|负责|学|写|开发|攻关|研究)"
)
# 实际在西宁办公, 人都在西安上班
_AT_WORK = re.compile("在(?P<place>[^，。；;在]{2,8}?)(?:那边|这边|市|省)?(?:实际|主要|长期)?(?:办公|运营|经营|上班)")
_PLACED = re.compile(r"[ ]?(?:也|都|就|全|放)*(?P<no>不)?(?:在|是|位于|设在|为|[:：])?(?P<place>[^，。！!~～]{2,12})")
_BRANCH = re.compile(
    r"(?:分公司|办事处|分部|分厂|分店|门店|联络处|办公点|销售点|代表处)(?!也?都?是?(?:注册|登记|独立))"
)
_IS_A_BRANCH = re.compile(  # 天水那边是分公司 tells nothing of here
    rf"(?:^|[，,；; ])(?:不过|但是?|可是?|只|就|也|这边|那边)*(?:是|算|有)(?:一?个)?(?:{_BRANCH.pattern})[的了呢啊吧 ，。；！!]*$"
)
_REGISTERED = re.compile("注册|登记")
_HEADQUARTERS, _SUBSIDIARY = "总部", re.compile("子公司|(?:下属|控股|全资)[^，。；]{0,2}(?:公司|企业)")
_DONE = re.compile(
    r"市?的?(?:辖区|范围|境|区域|地区|本地)?(?:以?内|里面?|之内)?(?:进行|开展|来|落地|就地|完成)?(?P<what>转化|推广|实施)"
)


def is_done_there(text: str, end: int) -> bool:
    """Whether what follows the city's name, which ends at ``end``, is done there: 在兰州本地转化."""
    return bool(_DONE.match(text, end))


def done_there(clause: Clause, name: Mention, guide: Guide) -> Statement | None:
    """在兰州市辖区内转化推广: what is done in the city, where the name of the city alone would be that of the applicant's seat."""
    start, end = name.start - clause.start, name.end - clause.start
    found = _DONE.match(clause.text, end) if clause.text[start:end] == f"在{city(guide)}" else None
    if not found or is_topic(clause.text):
        return None
    own = [each.id for each in guide.figures if f"在{city(guide)}{found['what']}" in each.names]
    value = not denies(clause.text, start, end)
    return Statement(own[0], value, name.start, clause.start + found.end()) if own else None


def is_of_a_branch(clause: str) -> bool:
    """Whether the clause tells where a branch is, and nothing of where one is registered: 在兰州就一个办事处."""
    return bool(_BRANCH.search(clause)) and not _REGISTERED.search(clause)


def is_but_a_branch(text: str, said: Statement, guide: Guide) -> bool:
    """Whether what is said to be registered there is a mere branch: 在两区，不过是分公司. That is no seat of one's own."""
    figure = guide.figure[said.figure]
    return said.value is True and bool(_REGISTERED.search(figure.name)) and bool(_IS_A_BRANCH.search(text))


def is_local(figure: Figure, guide: Guide) -> bool:
    """Whether the figure asks for a place in the guide's own city."""
    return figure.kind == "yes_no" and city(guide) in figure.name


def placed(clause: Clause, start: int, named: Sequence[Mention], guide: Guide) -> bool | None:
    """Whether the place said at ``start`` (在兰州) is the guide's own city; None for one that the guide does not name."""
    found = _PLACED.match(clause.text, start)
    if not found:
        return None
    if any(place in found["place"] for place in cities(guide)):
        return None if found["no"] and city(guide) not in found["place"] else not found["no"]  # 不在城关区
    if found["no"]:  # 不在西安 is not yet here
        return None
    begin = clause.start + found.start("place")
    places = [
        name for name in named if name.choice and asks_of_partners(guide.figure[name.figure])
    ]  # 在我们厂里 is none
    return False if any(begin <= name.start <= begin + 2 for name in places) else None


def makes_elsewhere(text: str, said: Statement, guide: Guide) -> bool:
    """注册在兰州，生产在白银: whether that is at work in the city is not plain where things are made elsewhere."""
    return _asks_of_work(said, guide) and any(
        not found["place"].startswith(cities(guide)) and not of_others(ahead_of(text, found.start()))
        for found in _MADE_AT.finditer(text)
    )


def _asks_of_work(said: Statement, guide: Guide) -> bool:
    """Whether it is a yes to where one is registered and at work in the city."""
    figure = guide.figure[said.figure]
    return said.value is True and is_local(figure, guide) and "运营" in figure.name


def is_in_two_places(clause: str, guide: Guide) -> bool:
    """Whether the clause joins the city with a place outside it: 推广在兰州和白银两地. What asks for the one has no answer there."""
    return bool(_two_places(guide).search(clause))


def told_of_two_places(text: str, said: Statement, guide: Guide) -> bool:
    """Whether what is said is of a place in the city, told together with one outside it."""
    return is_local(guide.figure[said.figure], guide) and is_in_two_places(clause_at(text, said.start).text, guide)


@once
def _two_places(guide: Guide) -> re.Pattern[str]:
    own, others = ("|".join(map(re.escape, places)) for places in (cities(guide), elsewhere(guide)))
    joins = "(?:市|县|省|那边|这边|本地)?(?:[和与及跟、]|以及|还有)?(?:在|是)?"
    return re.compile(rf"(?:{own}){joins}(?:{others})|(?:{others}){joins}(?:{own})")


def runs_elsewhere(text: str, said: Statement, guide: Guide) -> bool:
    """注册在兰州，人在西安办公: of a place where one has to be registered and at work, the second half is denied."""
    if not _asks_of_work(said, guide):
        return False
    of_us = speaks_of_us(clause_at(text, said.start).text)
    return any(
        _is_elsewhere(found, guide)
        for found in _RUN_AT.finditer(text)
        if not (of_us and found.start() < said.start)  # 总部在深圳，我们在兰州
        and not (found[0].startswith(_HEADQUARTERS) and _SUBSIDIARY.search(text))  # 总部在西安，用兰州的子公司报
    ) or any(
        found["place"] in elsewhere(guide) and not of_others(ahead_of(text, found.start()))
        for found in _AT_WORK.finditer(text)
    )


def _is_elsewhere(found: re.Match[str], guide: Guide) -> bool:
    """Whether what is said to be there is a place outside the city: 人都在天水, and neither 人都在搞研发 nor 全是研发."""
    place = found["place"]
    if found["at"] == "是":
        return place.startswith(elsewhere(guide))
    return not (_NO_PLACE.match(place) or any(here in place for here in cities(guide)))


def is_seat(figure: Figure) -> bool:
    """Whether the figure asks where the applicant is registered, and not what it does there."""
    return figure.kind == "yes_no" and "注册" in figure.name and "运营" not in figure.name
