"""What one message says of the applicant: tests/cases/figures/readings.yml against the guide."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

import pytest

from bot.figures.mentions import mentions
from bot.figures.readings import Readings, readings, resolve_unit
from bot.figures.stated.chosen import is_had
from bot.figures.values import Range
from tests.unit.applicants import GUIDE, cases
from tests.unit.written import shown


@pytest.mark.parametrize("case", cases("figures/readings"), ids=lambda case: f"{case.get('asked', '')} {case['say']}")
def test_message_is_read(case: dict[str, Any]) -> None:
    read = readings(case["say"], GUIDE, case.get("asked"))
    expected = {figure: as_written(value) for figure, value in case.get("reads", {}).items()}
    assert {reading.figure: shown(reading.value) for reading in read.readings} == expected
    doubts = {figure: as_written(number) for figure, number in case.get("doubts", {}).items()}
    assert {doubt.figure: shown(doubt.number) for doubt in read.unit_doubts} == doubts
    assert list(read.unknown) == case.get("unknown", [])
    assert [quantity.text for quantity in read.bare] == case.get("bare", [])
    assert marks(read) == set(case.get("marks", []))


def as_written(value: object) -> object:
    """Numbers that YAML has read, back in their written form."""
    if isinstance(value, bool | list):
        return value
    return value if isinstance(value, str) else f"{Decimal(str(value)):f}"


def marks(read: Readings) -> set[str]:
    of_message = {name for name in ("question", "correction", "hypothesis") if getattr(read, name)}
    not_yet = {"not_yet" for reading in read.readings if reading.not_yet}
    half = {"half" for reading in read.readings if reading.half}
    return of_message | not_yet | half | {"reversed" for reading in read.readings if reading.reversed_doubt}


@pytest.mark.parametrize(
    ("reply", "value"),
    [
        ("万元", 8_000_000),
        ("万", 8_000_000),
        ("是万元", 8_000_000),
        ("当然是万元", 8_000_000),
        ("w", 8_000_000),
        ("元", 800),
        ("块钱", 800),
        ("是800万", 8_000_000),
        ("800元", 800),
        ("什么意思？", None),
        ("不知道", None),
        ("总投资多少", None),
    ],
)
def test_unit_is_resolved(reply: str, value: int | None) -> None:
    assert resolve_unit(Decimal(800), reply) == (None if value is None else Decimal(value))


def test_unit_of_a_range_is_resolved_at_both_ends() -> None:
    assert resolve_unit(Range(Decimal(8), None), "万元") == Range(Decimal(80_000), None)


def test_longest_name_wins() -> None:
    (found,) = mentions("高新技术企业", GUIDE)
    assert (found.figure, found.choice, found.start, found.end) == ("qualifications", "high_tech", 0, 6)


def test_a_question_mentions_without_stating() -> None:
    read = readings("企业要什么条件", GUIDE)
    assert (read.readings, [(name.figure, name.choice) for name in read.mentions]) == (
        (),
        [("applicant_type", "enterprise")],
    )


@pytest.mark.parametrize("figure", [figure.id for figure in GUIDE.figures])
def test_questions_and_commands_answer_no_figure(figure: str) -> None:
    for text in (
        "什么意思？",
        "为什么要问这个",
        "材料有哪些",
        "归谁管",
        "算了",
        "重新开始",
        "现在怎么样",
        "谢谢",
        "你好",
    ):
        assert readings(text, GUIDE, figure).readings == ()


@pytest.mark.parametrize("figure", [figure.id for figure in GUIDE.figures])
def test_not_knowing_is_understood_for_every_figure(figure: str) -> None:
    for text in ("不知道", "还没定", "不清楚", "没算过", "说不好", "这个不太清楚"):
        read = readings(text, GUIDE, figure)
        assert (read.readings, read.unknown) == ((), (figure,))


@pytest.mark.parametrize("figure", [figure.id for figure in GUIDE.figures if not figure.choices])
def test_a_place_in_a_list_is_no_answer_where_no_list_was_offered(figure: str) -> None:
    for text in ("最后一个", "就最后那个吧", "第二个", "头一个和末一个"):
        assert readings(text, GUIDE, figure).value(figure) is None or GUIDE.figure[figure].kind == "text"


YES_NO = [figure.id for figure in GUIDE.figures if figure.kind == "yes_no"]
EACH_TIME = 4  # of the forms every so many for one name; each figure that is asked for has its own
POLAR = ("有{}", "没有{}", "还有{}", "{}有", "{}没有", "是{}", "不是{}", "我们有{}的")


@pytest.mark.parametrize("asked", YES_NO)
def test_a_word_of_yes_or_no_beside_another_figures_name_leaves_the_asked_one_alone(asked: str) -> None:
    changed = [
        text
        for place, name in enumerate(names_of_others(asked), start=YES_NO.index(asked))
        for text in (form.format(name) for form in POLAR[place % EACH_TIME :: EACH_TIME])
        if asked not in {mention.figure for mention in mentions(text, GUIDE)}
        and not name.endswith(GUIDE.figure[asked].names)  # 省级重点实验室 is a 重点实验室
        and not ("研发机构" in GUIDE.figure[asked].name and is_had(text, text.find(name), len(text)))  # 有研究所
        and readings(text, GUIDE, asked).value(asked) is not None
    ]
    assert changed == []


def names_of_others(asked: str) -> list[str]:
    """Every name of another figure and of its choices, but those that may be meant: a place where one is asked for (是西安), a
    company, a school, a partnership, or who one is where it is asked whose something is (是我校)."""
    others = [figure for figure in GUIDE.figures if figure.id != asked]
    names = [name for figure in others for name in (figure.name, *figure.names)]
    name = GUIDE.figure[asked].name
    others = [each for each in others if not ("兰州" in name and each.name.endswith("所在地"))]
    choices = [name for figure in others for choice in figure.choices for name in (choice.name, *choice.aliases)]
    meant = re.compile(
        "兰州|^企业$|^公司$|^学校$"
        + ("|合作|联合" if "合作项目" in name else "")
        + ("|^我们?|^本" if "使用权" in name else "")
        + ("|^外地$|^外省$|^省外$" if "兰州" in name else "")
        + ("|大学?$|院校?$|^高校|合作|所$|理工$|师范$|民族$" if "联合高" in name else "")
    )
    return [name for name in names + choices if not meant.search(name)]
