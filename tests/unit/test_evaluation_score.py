"""The judge of the held-out questions, judged itself: right, miss and wrong fact are told apart."""

from __future__ import annotations

from typing import Any

import pytest

from evaluation.cases import HERE, SILENT_TOPICS, VOICES, Case, Expect, Truth, load_cases, load_truth
from evaluation.run import GUIDE, read_reply
from evaluation.score import MISS, RIGHT, WRONG_FACT, Reply, score

QUOTE_2_3 = "由高新科负责受理。"
QUOTE_1_3 = "高等院校、科研院所等事业单位申报的项目由成果科负责受理。"
ASK_LANBAI = Case(
    id="section-x",
    voice="owner",
    topic="section",
    programs=("lanbai-innovation",),
    turns=("兰白归谁",),
    expect=Expect(kind=("answer",), topic=("section",), must=(("高新科",),), clause=("二（三）",)),
)


@pytest.fixture(scope="module")
def truth() -> Truth:
    return load_truth(GUIDE)


def case(topic: str, say: str = "问", programs: tuple[str, ...] = (), **expect: Any) -> Case:
    return Case(id="x", voice="owner", topic=topic, programs=programs, turns=(say,), expect=Expect(**expect))


def reply(text: str, **payload: Any) -> Reply:
    return Reply(text, (payload,))


def lanbai(text: str, *, quote: str = QUOTE_2_3, clause: str = "二（三）", **payload: Any) -> Reply:
    given = {"kind": "answer", "topic": "section", "programs": ["lanbai-innovation"], **payload}
    return reply(text, citations=[{"clause": clause, "quote": quote}], **given)


@pytest.mark.parametrize(
    ("given", "outcome"),
    [
        (lanbai("由高新科受理。"), RIGHT),
        (lanbai("由 高新科 受理。\n「由高新科负责受理。」"), RIGHT),
        (lanbai("由成果科受理。"), WRONG_FACT),
        (lanbai("由成果科受理。\n「由高新科负责受理。」"), WRONG_FACT),
        (lanbai("由高新科受理。", quote="由高新科负责受理！"), WRONG_FACT),
        (lanbai("由高新科受理。", quote=""), WRONG_FACT),
        (lanbai("这事有人管。"), MISS),
        (lanbai("由高新科受理。", clause="四（三）"), MISS),
        (lanbai("由高新科受理。", topic="program"), MISS),
        (lanbai("由高新科受理。", programs=["support.high-tech"]), WRONG_FACT),
        (reply("没听懂。", kind="fallback"), MISS),
        (Reply("由高新科受理。"), MISS),
        (Reply("由高新科受理。", lanbai("").payloads * 2), MISS),
    ],
)
def test_a_section(given: Reply, outcome: str, truth: Truth) -> None:
    assert score(ASK_LANBAI, given, truth).outcome == outcome


def test_the_quote_may_name_other_sections_but_not_the_answer(truth: Truth) -> None:
    asked = case("section", programs=("major-project",), kind=("answer",), must=(("成果科",),))
    cited: dict[str, Any] = {"kind": "answer", "citations": [{"clause": "一（三）", "quote": QUOTE_1_3}]}
    assert score(asked, reply(f"成果科。{QUOTE_1_3}", **cited), truth).outcome == RIGHT
    assert score(asked, reply(f"高新科。{QUOTE_1_3}", **cited), truth).outcome == WRONG_FACT


def test_a_section_that_the_question_names_may_be_denied(truth: Truth) -> None:
    asked = case("section", "兰白是成果科管吗", ("lanbai-innovation",), kind=("answer",), must=(("高新科",),))
    assert score(asked, reply("不是成果科，是高新科。", kind="answer"), truth).outcome == RIGHT
    assert score(asked, reply("是成果科。", kind="answer"), truth).outcome == WRONG_FACT


def test_a_line_gives_each_program_its_own_section(truth: Truth) -> None:
    asked = case("overview", kind=("answer",))
    assert score(asked, reply("社会发展专项：社发科\n引进外国专家专项：外专科", kind="answer"), truth).outcome == RIGHT
    assert (
        score(asked, reply("社会发展专项：社发科\n引进外国专家专项：成果科", kind="answer"), truth).outcome
        == WRONG_FACT
    )


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("总投资500万元以上。", RIGHT),
        ("总投资 ５００ 万元以上，工业类800万元。", RIGHT),
        ("总投资800万元以上。", WRONG_FACT),
        ("看指南。", MISS),
    ],
)
def test_a_threshold(text: str, outcome: str, truth: Truth) -> None:
    asked = case("figure", "农业类总投资", ("major-project",), kind=("answer",), must=(("500万",),))
    assert score(asked, reply(text, kind="answer"), truth).outcome == outcome


@pytest.mark.parametrize(
    ("kind", "text", "outcome"),
    [
        ("silent", "指南没有写，请问高新科。", RIGHT),
        ("silent", "一般50万元，请问高新科。", WRONG_FACT),
        ("silent", "请打0931-8888888，问高新科。", WRONG_FACT),
        ("silent", "6月30日截止，请问高新科。", WRONG_FACT),
        ("answer", "请问高新科。", MISS),
    ],
)
def test_what_the_guide_leaves_out(kind: str, text: str, outcome: str, truth: Truth) -> None:
    asked = case("amount", programs=("lanbai-innovation",), kind=("silent",), must=(("高新科",),))
    assert score(asked, reply(text, kind=kind, topic="amount"), truth).outcome == outcome


@pytest.mark.parametrize(
    ("kind", "text", "outcome"),
    [
        ("fallback", "这个我帮不上。", RIGHT),
        ("question", "总投资多少？", MISS),
        ("answer", "支持孵化器。", WRONG_FACT),
        ("fallback", "请问高新科。", WRONG_FACT),
    ],
)
def test_out_of_scope(kind: str, text: str, outcome: str, truth: Truth) -> None:
    assert score(case("out-far", kind=("fallback",)), reply(text, kind=kind), truth).outcome == outcome


@pytest.mark.parametrize(
    ("programs", "outcome"),
    [(["support.high-tech", "major-project"], RIGHT), ([], MISS), (["support.high-tech", "support.agriculture"], MISS)],
)
def test_a_technology(programs: list[str], outcome: str, truth: Truth) -> None:
    asked = case("technology", programs=("support.high-tech",), kind=("answer",), not_programs=("support.agriculture",))
    assert score(asked, reply("有。", kind="answer", topic="technology", programs=programs), truth).outcome == outcome


def test_a_business_that_nothing_fits(truth: Truth) -> None:
    asked = case("technology", kind=("answer", "silent"), no_match=True)
    assert score(asked, reply("没有合适的。", kind="answer", programs=[]), truth).outcome == RIGHT
    assert score(asked, reply("合适。", kind="answer", programs=["support.social"]), truth).outcome == MISS


def test_a_check(truth: Truth) -> None:
    verdict = {"major-project": "not_eligible"}
    asked = case("figures", kind=("question", "assessment"), not_asked=("total_investment",), verdict=verdict)
    program = {"id": "major-project", "verdict": "not_eligible"}
    assert score(asked, reply("收入？", kind="question", figure="main_revenue"), truth).outcome == RIGHT
    assert score(asked, reply("总投资？", kind="question", figure="total_investment"), truth).outcome == MISS
    assert score(asked, reply("不行", kind="assessment", programs=[program]), truth).outcome == RIGHT
    wrong = {**program, "verdict": "eligible"}
    assert score(asked, reply("行", kind="assessment", programs=[wrong]), truth).outcome == WRONG_FACT


def test_must_not_say(truth: Truth) -> None:
    asked = case("figure", kind=("answer",), must_not=("1500万",))
    assert score(asked, reply("不低于 1500 万元", kind="answer"), truth).outcome == WRONG_FACT


def test_messages_are_joined_and_payloads_counted() -> None:
    read = read_reply([{"recipient_id": "a", "text": "一"}, {"custom": {"kind": "talk"}}, {"text": "二"}])
    assert (read.text, read.kind, len(read.payloads)) == ("一\n二", "talk", 1)


def test_the_development_set_is_whole(truth: Truth) -> None:
    cases = load_cases(HERE / "dev.yml", truth.names)
    assert len(cases) >= 420
    assert sum(len(one.turns) > 1 for one in cases) >= 50
    assert {one.voice for one in cases} == set(VOICES)
    assert {one.topic for one in cases} >= set(SILENT_TOPICS)
    assert {program for one in cases for program in one.programs} == set(truth.names)


def test_faults_in_a_file_of_cases_are_all_named(tmp_path: Any, truth: Truth) -> None:
    path = tmp_path / "cases.yml"
    path.write_text(
        "- {id: a, voice: king, topic: section, programs: [none], turns: [{say: 问}], expect: {kind: [shout]}}\n"
        "- {id: a, voice: owner, topic: text, programs: [], turns: [{say: 问}], expect: {kind: [answer], mus: [x]}}\n",
        encoding="utf-8",
    )
    with pytest.raises(ValueError, match="king") as caught:
        load_cases(path, truth.names)
    for fault in ("stands 2 times", "asked 2 times", "none", "shout", "mus"):
        assert fault in str(caught.value)


@pytest.mark.parametrize(("style", "outcome"), [("two", MISS), ("plain", RIGHT)])
def test_the_second_of_two_questions_is_owed_though_the_first_is_asked_back(
    style: str, outcome: str, truth: Truth
) -> None:
    expect = Expect(kind=("question", "answer"), must=(("高新科",),))
    asked = Case("x", "owner", "figures", ("lanbai-innovation",), ("能报吗，归谁",), expect, style)
    assert score(asked, reply("总投资多少？", kind="question"), truth).outcome == outcome
    assert score(asked, reply("高新科受理。总投资多少？", kind="question"), truth).outcome == RIGHT


@pytest.mark.parametrize(("topic", "outcome"), [("figure", MISS), ("requirements", MISS), ("check", RIGHT)])
def test_a_question_back_answers_a_wish_for_a_check_and_nothing_else(topic: str, outcome: str, truth: Truth) -> None:
    expect = Expect(kind=("question", "answer"), must=(("高新科",),))
    asked = Case("x", "owner", topic, ("lanbai-innovation",), ("我们能报吗",), expect)
    assert score(asked, reply("总投资多少？", kind="question"), truth).outcome == outcome
