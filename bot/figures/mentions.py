"""Where a text names a figure of the guide, or one of a figure's choices: the longest name wins, on characters.

A mention claims nothing: 企业要什么条件 mentions 企业 and says nothing of the applicant. What is claimed is ``readings``'.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from bot.guide.model import Figure, Guide
from bot.guide.once import once
from bot.guide.segmentation import COUNTING, PAYS

NUMERIC = frozenset({"money", "people", "ratio", "share"})
# Beside a number, which tells by its kind what is meant, 研发人员 and 研发经费 are both 研发, and 项目投资 is 投资; 预算 alone may be of sales.
_DROPPED = re.compile("^项目(?!预算)|(?:人员|经费|资金|投入|支出|费用|总数)$")
_LEVEL = re.compile("(?:国家|省部?)级(?:[及或]?以上)?(?!的|[及或]|以上)")
_WHOSE = re.compile("企业|公司|单位")  # 兰州的企业 tells two things, and is left to be two names elsewhere
_SEAT = "注册地在"
_IN_ALL, _PLANNED = re.compile("(?P<all>一共|总共)(?P<spent>投)"), ("打算", "准备", "计划", "预计", "想", "能")
_SHORTEST = 2  # characters of another name for what the guide defines: 两区 alone may be any two
# 兰州大学科学技术研究院: a school's office for research is the school. One for some subject or place may be a unit of its own.
_SCHOOL, _INSTITUTE = re.compile("(?:大学?|学[院校]|[院高]校|我校|本校)$"), re.compile("(?:研究|科研)[院所]")
_SUBJECTS = "(?:科学|技术|科技|社会|自然|人文|工程|发展|创新)+"
LARGELY = "部量多概约家型力会小批件半面体都"  # what 大 begins: 职工大部分 is no university
_FOR_RESEARCH = re.compile(f"(?:{_SUBJECTS}(?:[与和]{_SUBJECTS})?)?")
# 科研处就我们两个人: an office that looks after research counts none of those who do it.
_AN_OFFICE = re.compile("处(?![理于在])|办(?![理法了])|管理[处科部办]|秘书|助理")
_Names = Mapping[str, tuple[tuple[str, str | None], ...]]


@dataclass(frozen=True)
class Mention:
    """``text[start:end]`` names the figure, or its ``choice``."""

    figure: str
    choice: str | None
    start: int
    end: int


def mentions(text: str, guide: Guide) -> tuple[Mention, ...]:
    """What ``text`` names, in order; a name that several figures share is one mention of each."""
    return tuple(_with_offices(text, _found(text, *_names(guide))))


def is_of_a_school(text: str, school: tuple[int, int], institute: tuple[int, int]) -> bool:
    """Whether the two places of ``text`` name a school, and an institute behind it."""
    return bool(_SCHOOL.search(text[slice(*school)]) and _INSTITUTE.match(text[slice(*institute)]))


def is_office(text: str, school: tuple[int, int], institute: tuple[int, int]) -> bool:
    """Whether the institute is the school's own office for research (兰州大学科学技术发展研究院), and so the school."""
    between = text[school[1] : institute[0]]
    return is_of_a_school(text, school, institute) and bool(_FOR_RESEARCH.fullmatch(between))


def _with_offices(text: str, found: Iterator[Mention]) -> list[Mention]:
    """``found``, a school and its office for research as one name."""
    kept: list[Mention] = []
    for name in found:
        last = kept[-1] if kept and kept[-1].figure == name.figure else None
        if last and is_office(text, (last.start, last.end), (name.start, name.end)):
            kept[-1] = replace(last, end=name.end)
        else:
            kept.append(name)
    return kept


def choice_name(guide: Guide, name: Mention) -> str:
    """The guide's own name of the choice that is named. Raises KeyError where none is."""
    return guide.figure[name.figure].choice(name.choice or "").name


def short_mentions(text: str, guide: Guide) -> tuple[Mention, ...]:
    """The same for numeric figures alone, which beside a number are also named by a part of their name (研发 20 人).

    The 研究 of a 研究院 names no figure, nor does that of a 研究中心, nor the 科研 of a 科研处.
    """
    longer = [each for each in mentions(text, guide) if each.choice or guide.figure[each.figure].kind not in NUMERIC]
    found = _found(text, *_short_names(guide))
    return tuple(
        each
        for each in found
        if not any(_within(each, name) for name in longer) and not _AN_OFFICE.match(text, each.end)
    )


def _within(one: Mention, other: Mention) -> bool:
    """Whether the mention is but a piece of the other, and not all of it."""
    return other.start <= one.start and one.end <= other.end and one.end - one.start < other.end - other.start


def city(guide: Guide) -> str:
    """The guide's city as people say it: 兰州."""
    return guide.city.removesuffix("市")


def cities(guide: Guide) -> tuple[str, ...]:
    """The city and what lies within it, as people say them."""
    return (city(guide), *guide.places)


def _found(text: str, names: _Names, pattern: re.Pattern[str]) -> Iterator[Mention]:
    for found in pattern.finditer(text.lower()):
        for figure, choice in names[found.group()]:
            yield Mention(figure, choice, found.start(), found.end())


@once
def _names(guide: Guide) -> tuple[_Names, re.Pattern[str]]:
    return _table((name, figure.id, choice) for figure in guide.figures for name, choice in spelled(figure, guide))


@once
def _short_names(guide: Guide) -> tuple[_Names, re.Pattern[str]]:
    taken = _names(guide)[0]
    numeric = [figure for figure in guide.figures if figure.kind in NUMERIC]
    full = [(name, figure.id, None) for figure in numeric for name in (figure.name, *figure.names)]
    short = [(_DROPPED.sub("", name), figure, None) for name, figure, _ in full if _DROPPED.search(name)]
    return _table(full + [row for row in short if len(row[0]) > 1 and row[0] not in taken])


def spelled(figure: Figure, guide: Guide) -> Iterator[tuple[str, str | None]]:
    """All the names of the figure, and those of its choices with the choice (id)."""
    for name in (figure.name, *figure.names):
        yield name, None
        yield from ((other, None) for other in _otherwise(name, figure, guide))
    for choice in figure.choices:
        for name in (choice.name, *choice.aliases):
            yield name, choice.id


def _otherwise(name: str, figure: Figure, guide: Guide) -> Iterator[str]:
    """How else the name of a figure is put: of what lies in the city, as in a form, by what the guide has a short name for."""
    if _SEAT in name:  # 注册地在兰州: in a form, 注册地：兰州
        yield from (name.replace(_SEAT, _SEAT[:-1] + mark) for mark in ("", "是", "为", "：", ":"))
    if city(guide) in name and not _WHOSE.search(name):  # 在兰州注册: so is 在榆中注册
        yield from (name.replace(city(guide), place) for place in guide.places)
    if figure.kind == "yes_no":
        terms = (term for term in guide.terms if term.defined and term.name in name)
        others = ((term.name, alias) for term in terms for alias in term.aliases if len(alias) > _SHORTEST)
        yield from (name.replace(short, long) for short, long in others)
    if whole := _IN_ALL.fullmatch(name):  # 一共投: so is 一共打算投
        yield from (f"{whole['all']}{plan}{whole['spent']}" for plan in _PLANNED)
    if level := _LEVEL.match(name):  # 省级平台: so is 省级的平台
        yield f"{level[0]}的{name[level.end() :]}"


def _table(rows: Iterator[tuple[str, str, str | None]] | list[tuple[str, str, None]]) -> tuple[_Names, re.Pattern[str]]:
    names: dict[str, tuple[tuple[str, str | None], ...]] = {}
    for name, figure, choice in rows:
        meant = names.setdefault(name.lower(), ())
        if (figure, choice) not in meant:
            names[name.lower()] = (*meant, (figure, choice))
    return names, re.compile("|".join(map(_spelling, sorted(names, key=len, reverse=True))) or r"(?!)")


# Names that are no such names in other words.
_SPELLED = {
    "自己": "自己(?!是|的)",  # 我们自己是4200万 tells whose, not what
    "学校": "(?<!培训)(?<!驾驶)学校",  # which is no school of the guide's
    "个人": f"(?<!{COUNTING})个人",  # 几个人才行 names no kind of applicant
    "年收入": r"(?<![\d一二三四五六七八九十零两几近前])年收入",  # 前年收入 is that of the year before last
    # 申报300万; 申报单位 is who applies
    "申报": "申报(?!单位|主体|领域|类|专|项|人|企业|方向|条件|要求|材料|书|表)",
}


def _spelling(name: str) -> str:
    """In 2022年收入 the year ends before 收入: a name that begins with 年 never begins in a count of years."""
    if name in _SPELLED:
        return _SPELLED[name]
    if name.startswith("区内"):  # of 城关区内 it is another area
        return f"(?:^|(?<=[^\u4e00-\u9fff])|(?<=[是属为的在们])){re.escape(name)}"
    if re.fullmatch("[\u4e00-\u9fff]大", name):  # 职工大部分 and 科大讯飞 name no university
        return f"{re.escape(name)}(?!讯飞|[{LARGELY}])"
    if name.endswith("合作"):  # 没有合作合同 is of the contract, 有合作院校 of who it is, 没有合作社 of a kind
        return f"{re.escape(name)}(?!合同|协议|院校|高校|社)"
    if name.endswith("出"):
        return re.escape(name[:-1]) + PAYS
    return rf"(?<![\d一二三四五六七八九十零两几近]){re.escape(name)}" if name.startswith("年") else re.escape(name)
