"""A seat told as an attribute of what the applicant is: 兰州的一家研究所, 兰白两区的高新技术企业, 城关区本地企业.

Which places count, the figures' own names tell: whatever stands in them before 的企业.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from bot.figures.mentions import Mention, cities, spelled
from bot.figures.stated.locality import is_local, is_seat
from bot.figures.stated.partners import PARTNER, asks_of_partners
from bot.figures.statement import Statement
from bot.figures.wording.stance import clause_at, clauses, corrects, is_topic
from bot.guide.model import Choice, Figure, Guide
from bot.guide.once import once

_SERVED = re.compile(r"(?:服务|面向|卖给|供应|覆盖|辐射|原来|以前|曾经?)[^，。；]{0,3}$")
_OF = "的企业"
_ONE = "一?[家所个间]"
_UNIT, _IN = "单位", re.compile("在.$")
_WHO = "[ ]*(?:(?:我们?|咱们?|公司|单位|企业|学校|机构|本|这边)+[都也就全是]*|[都也就全]*)"
_INSIDE = "(?:以?内|里[面头]?|范围|辖区|区内)"
_WITHIN = "(?:市|区|县|市区|本地|本土|当地|境内|辖区|范围|以?内|里面?|注册|登记|成立|运营|经营|办公|和|与|并|且|、|的|企业|公司|单位|机构)"
# 实施地在白银，不在兰州; 合作方是华为，兰州的: the place is of what the clause before speaks of.
_WORK = re.compile("实施|转化|推广|落地|示范|项目|合作|参与|联合|客户|分公司|办事处|总部")
_OF_US = re.compile("注册|登记|我|咱|公司|单位|企业|学校")
_OF_OURS = re.compile("我|咱|本[公单企]|自己")
_REGISTERED, _OTHERS = re.compile("注册|登记"), re.compile("对方|[他她它]们|人家|那家|[跟和与同]")
_BETWEEN = rf"(?:市|区)?(?:本地|本土|当地|注册|登记|范围)?(?:以?内|里面?|这边)?(?:注册|登记|成立)?(?:的(?:{_ONE})?|{_ONE}|(?<=本地)|(?<=本土)|(?<=当地))[^，。；的不没]{{0,8}}$"


def seats(text: str, told: Sequence[Statement], guide: Guide) -> Iterator[Statement]:
    """What the words before the kinds and qualifications ``told`` say of where the applicant is registered."""
    for said in told:
        if guide.figure[said.figure].kind not in ("choice", "choices") or not said.value:
            continue
        for figure, place in _places(guide).items():
            found = re.search(f"(?:{place}){_BETWEEN}", text[: said.start])
            if found and not _SERVED.search(text[: found.start()]):
                yield Statement(figure, True, found.start(), said.end)


def seats_in_brackets(text: str, guide: Guide) -> Iterator[Statement]:
    """A place that is added in brackets to another one: 在兰州高新区登记（两区内）."""
    for figure, place in _places(guide).items():
        for found in re.finditer(rf"[（(](?:也|都|就)?(?:属于?|在|位于)?(?:{place}){_INSIDE}*[）)]", text):
            clause = clause_at(text, found.start())
            if not (is_topic(clause.text) or _WORK.search(clause.text)):
                yield Statement(figure, True, found.start(), found.end())


def attributed(ahead: str, guide: Guide) -> bool:
    """Whether the words ``ahead`` of a kind or a qualification are but the place of whoever bears it: 兰州的, 城关区一家."""
    return bool(_attribute(guide).fullmatch(ahead))


@once
def _attribute(guide: Guide) -> re.Pattern[str]:
    places = "|".join(sorted(map(re.escape, cities(guide)), key=len, reverse=True))
    return re.compile(rf"[ ]*(?:{places})(?:{places}|市|区|县|本地|当地|本土)*(?:的(?:{_ONE})?|{_ONE})")


def seated(words: str, figure: Figure) -> bool:
    """Whether the words name an applicant by where it is: 兰州的企业."""
    return words.endswith(_OF[1:]) and words in figure.names and figure.kind == "yes_no"


def seats_alone(text: str, guide: Guide, asked: str | None) -> Iterator[Statement]:
    """Clauses that are but the applicant's place: 在兰, 兰州本地的, 兰州市内注册运营; not after one about a project or partner."""
    wanted = guide.figure[asked] if asked else None
    if corrects(text):  # 不是天水，是兰州 may be of any place
        return
    if wanted and (asks_of_partners(wanted) or is_local(wanted, guide)):
        return
    figures = [each.id for each in guide.figures if is_local(each, guide) and "运营" in each.name]
    before = ""
    for clause in clauses(text):
        if _alone(guide).fullmatch(clause.text) and not (_WORK.search(before) and not _OF_US.search(clause.text)):
            yield from (Statement(each, True, clause.start, clause.end) for each in figures)
        before = clause.text


def tells_of_our_seats(text: str, named: Sequence[Mention], guide: Guide) -> bool:
    """Whether the text tells where one is registered, and of no partner: 在兰州，没在兰白两区注册.

    兰州的，我们在兰白两区注册 sets us against somebody else.
    """
    seats = [clause_at(text, name.start).text for name in named if is_seat(guide.figure[name.figure])]
    told = any(_REGISTERED.search(clause) and not _OF_OURS.search(clause) for clause in seats)
    return told and not (PARTNER.search(text) or _OTHERS.search(text))


def kinds_in_names(text: str, told: Sequence[Statement], guide: Guide) -> Iterator[Statement]:
    """The kind of applicant that stands in the name of a seat that it has: 兰州公司 is a 公司."""
    for said in told:
        words = text[said.start : said.end] if said.value is True and said.figure in _places(guide) else ""
        words = "" if words == guide.figure[said.figure].name else words  # as the question itself puts it
        for figure in guide.figures:
            kinds = [each for each in figure.choices if figure.kind == "choice" and _ends_with(words, each)]
            yield from (Statement(figure.id, each.id, said.start, said.end) for each in kinds)


def _ends_with(words: str, kind: Choice) -> bool:
    return words.endswith((kind.name, *kind.aliases))


@once
def _alone(guide: Guide) -> re.Pattern[str]:
    """A clause that is but a place in the city; 在兰 where the guide itself says 在兰单位."""
    local = [each for each in guide.figures if is_local(each, guide)]
    short = {name.removesuffix(_UNIT) for each in local for name in each.names if name.endswith(_UNIT)}
    places = "|".join(sorted(map(re.escape, [*cities(guide), *filter(_IN.match, short)]), key=len, reverse=True))
    return re.compile(rf"{_WHO}(?:在|位于|属于?|算是?)?(?:{places})(?:{places}|{_WITHIN})*[的了呢啊呀吧，。,；;！!\s]*")


@once
def _places(guide: Guide) -> Mapping[str, str]:
    """Yes/no figure (id) -> a pattern of the places that it asks for."""
    found: dict[str, str] = {}
    for figure in guide.figures:
        own = [name.removesuffix(_OF) for name, _ in spelled(figure, guide) if name.endswith(_OF)]
        own = own if figure.kind == "yes_no" else []
        places = [*own, *cities(guide)] if own and is_local(figure, guide) else own
        if places:
            found[figure.id] = "|".join(sorted(map(re.escape, places), key=len, reverse=True))
    return found
