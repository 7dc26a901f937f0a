"""Companies at random, played through the check over REST: the verdicts are those of the eligibility core."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

import cn2an
import pytest

from bot.eligibility.assessment import assess
from bot.figures.known import to_json
from bot.figures.values import Value
from bot.guide.model import Figure
from tests.dialogue.contract import faults
from tests.support.bot import Client
from tests.unit.applicants import FITS, GUIDE

COMPANIES = 36
AT_MOST_TURNS = 40
# In turn: every program, all of them at once (None), and again the two with most figures.
CHECKED = (
    *GUIDE.program,
    None,
    "major-project",
    "platform.new-institution",
    "major-project",
    "platform.new-institution",
)
YES = ("是", "是的", "有", "对", "有的", "嗯，有", "没问题", "肯定有", "当然有", "有，很完善")
NO = ("不是", "没有", "没", "否", "还没有", "暂时没有", "目前没有", "没得", "真没有")
UNKNOWN = ("不知道", "还没定", "不清楚", "这个我得问问", "说不准", "拿不准")
MONEY = (4_999_999, 5_000_000, 8_000_000, 14_990_000, 15_000_000, 15_000_000, 30_000_000, 250_000_000)
PEOPLE, SHARES = (14, 15, 16, 40, 50), ("0.19", "0.2", "0.3", "0.35")
TECHNOLOGIES = ("智能电网", "百合", "新型疫苗", "碳纤维复合材料", "none")
KNOWN = 0.9  # how many of the questions a company can answer
LUCK = 0.9  # how many of its answers speak for it, so that checks go on


@pytest.mark.parametrize("seed", range(COMPANIES))
def test_the_check_ends_with_the_verdicts_of_the_core(bot_server: Client, seed: int) -> None:
    draw = random.Random(seed)
    program = CHECKED[seed % len(CHECKED)]
    told, payload = play(bot_server, f"core-{seed}", draw, program)
    assert payload["complete"]
    assert payload["figures"] == to_json(told)
    assert outcomes(payload) == expected(told, program)


def play(
    client: Client, sender: str, draw: random.Random, program: str | None
) -> tuple[dict[str, Value], dict[str, Any]]:
    """Starts a check and answers every question; the figures that were told, and the last payload."""
    say = f"帮我查一查{GUIDE.program[program].name}的条件" if program else "帮我查一查能申报哪些项目"
    told: dict[str, Value] = {}
    asked: list[str] = []
    text, payload = client.turn(sender, say)
    while payload["kind"] == "question" and len(asked) < AT_MOST_TURNS:
        assert faults(text, payload) == []
        figure = GUIDE.figure[payload["figure"]]
        assert figure.id not in asked, f"asked twice, after {say!r}: {payload.get('reason')}"
        asked.append(figure.id)
        say, value = answer(draw, figure, told)
        told |= {figure.id: value} if value is not None else {}
        text, payload = client.turn(sender, say)
    assert (payload["kind"], faults(text, payload)) == ("assessment", [])
    return told, payload


def outcomes(payload: Mapping[str, Any]) -> dict[str, Any]:
    """Verdict, section and statuses of each program, as the bot gave them."""
    return {
        each["id"]: (each["verdict"], each["section"], [(one["clause"], one["status"]) for one in each["requirements"]])
        for each in payload["programs"]
    }


def expected(told: Mapping[str, Value], program: str | None) -> dict[str, Any]:
    """The same by the core."""
    return {
        each.program: (each.verdict, each.section, [(one.requirement.clause, one.status) for one in each.requirements])
        for each in assess(GUIDE, told, FITS, [program] if program else None).programs
    }


# --- what a company says ---


def answer(draw: random.Random, figure: Figure, told: Mapping[str, Value]) -> tuple[str, Value | None]:
    """An answer to the question for ``figure`` as people write it, and its value; None: not known."""
    if draw.random() > KNOWN:
        return draw.choice(UNKNOWN), None
    return ANSWERS[figure.kind](draw, figure, told)


def _yes_no(draw: random.Random, figure: Figure, told: Mapping[str, Value]) -> tuple[str, Value]:
    value = draw.random() < LUCK
    return draw.choice(YES if value else NO), value


def _choice(draw: random.Random, figure: Figure, told: Mapping[str, Value]) -> tuple[str, Value]:
    choice = figure.choices[0] if draw.random() < LUCK / 2 else draw.choice(figure.choices)
    return draw.choice(("{}", "我们是{}", "{}的")).format(choice.name), choice.id


def _choices(draw: random.Random, figure: Figure, told: Mapping[str, Value]) -> tuple[str, Value]:
    chosen = [choice for choice in figure.choices if draw.random() < 0.4]
    words = draw.choice(("、", "和", "，")).join(choice.name for choice in chosen)
    return words or "都没有", tuple(choice.id for choice in chosen)


def _money(draw: random.Random, figure: Figure, told: Mapping[str, Value]) -> tuple[str, Value]:
    yuan = draw.choice(MONEY)
    wan = Decimal(yuan) / 10_000
    forms = [f"{yuan}元", f"{yuan:,}元", f"{wan.normalize():f}万元", f"{wan.normalize():f}万"]
    if wan == int(wan):
        forms.append(f"{cn2an.an2cn(int(wan))}万元" if wan < 10_000 else f"{(wan / 10_000).normalize():f}亿元")
    return draw.choice(forms), Decimal(yuan)


def _people(draw: random.Random, figure: Figure, told: Mapping[str, Value]) -> tuple[str, Value]:
    least = max((int(value) for name, value in told.items() if _part_of(name, figure)), default=0)
    number = draw.choice([people for people in PEOPLE if people >= least])
    return draw.choice((f"{number}人", f"{number}个人", f"{cn2an.an2cn(number)}名", str(number))), Decimal(number)


def _part_of(name: str, figure: Figure) -> bool:
    return GUIDE.figure[name].part_of == figure.id


def _ratio(draw: random.Random, figure: Figure, told: Mapping[str, Value]) -> tuple[str, Value]:
    number = draw.choice(("2", "2.5", "3", "4"))
    return draw.choice((f"{number}:1", f"{number}比1", f"{cn2an.an2cn(number)}比一")), Decimal(number)


def _share(draw: random.Random, figure: Figure, told: Mapping[str, Value]) -> tuple[str, Value]:
    share = Decimal(draw.choice(SHARES))
    percent = f"{(share * 100).normalize():f}"
    return draw.choice((f"{percent}%", f"百分之{cn2an.an2cn(percent)}", f"{percent}％")), share


def _technology(draw: random.Random, figure: Figure, told: Mapping[str, Value]) -> tuple[str, Value]:
    technology = draw.choice(TECHNOLOGIES)
    return ("都不符合" if technology == "none" else technology), technology


ANSWERS: Mapping[str, Callable[[random.Random, Figure, Mapping[str, Value]], tuple[str, Value]]] = {
    "yes_no": _yes_no,
    "choice": _choice,
    "choices": _choices,
    "money": _money,
    "people": _people,
    "ratio": _ratio,
    "share": _share,
    "text": _technology,
}
