"""Conversations at random against a model of what was said last: what is believed, asked, supposed and judged."""

from __future__ import annotations

import json
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from bot.answers.reply import Reply
from bot.dialogue.state import Conversation
from bot.dialogue.turn import turn
from bot.eligibility.assessment import assess
from bot.eligibility.question import next_figure
from bot.figures.known import from_json, to_json
from bot.figures.possible import contradictions, impossible
from bot.figures.values import Range, Value, bounds
from tests.dialogue.contract import faults
from tests.unit.applicants import FITS, GUIDE
from tests.unit.wording import CALLED, Said, answers, statements, utterance

ALL = tuple(GUIDE.program)
CHECKS = {
    "能申报哪些项目": ALL,
    **{program.name: (program.id,) for program in GUIDE.programs},
    **{family.name: tuple(each.id for each in GUIDE.members(family.id)) for family in GUIDE.families},
}
STATED = tuple(figure.id for figure in GUIDE.figures if figure.kind != "text")
NUMERIC = tuple(CALLED)
MONEY = tuple(figure.id for figure in GUIDE.figures if figure.kind == "money")
QUESTIONS = (
    ("重大专项归哪个科管", "ask_section"),
    ("自筹比例是多少来着", "ask_figure"),
    ("申报截止到什么时候", "ask_deadline"),
    ("申报要交哪些材料", "ask_materials"),
    ("什么是规上工业企业", "ask_term"),
    ("那第二个呢", "ask_same"),
    ("有哪些专项可以申报", "ask_overview"),
    ("今天天气怎么样", "out_of_scope"),
    ("为什么要问这个", "why"),
    ("还有几个问题", "how_many_left"),
    ("谢谢", "thanks"),
    ("你是谁", "who"),
)


class Applicant(RuleBasedStateMachine):
    """``known``: what was said last of each figure. ``doubted``: the figure that is asked for although it is known."""

    def __init__(self) -> None:
        super().__init__()
        self.conversation = Conversation()
        self.known: dict[str, Value] = {}
        self.doubted: str | None = None
        self.reply: Reply | None = None

    # --- what is said ---

    @rule(named=st.sampled_from(list(CHECKS)))
    def begins_a_check(self, named: str) -> None:
        self.hears(f"帮我查一查{named}的条件" if named in GUIDE_NAMES else f"帮我查一查{named}", "check")
        assert self.conversation.check == CHECKS[named]
        assert self.conversation.skipped == frozenset()

    @rule()
    def asks_what_the_company_may_apply_for(self) -> None:
        self.hears("我们公司能申报哪些项目", "check")
        self.known.setdefault("applicant_type", "enterprise")
        assert self.conversation.check == ALL

    @precondition(lambda self: self.conversation.asked and not self.conversation.number)
    @rule(data=st.data())
    def answers_the_question(self, data: st.DataObject) -> None:
        said = data.draw(answers(self.conversation.asked))
        self.says(said.text, [said])

    @precondition(lambda self: self.conversation.asked and not self.conversation.number)
    @rule(data=st.data())
    def answers_every_question(self, data: st.DataObject) -> None:
        vague: list[str] = []
        for _ in range(2 * len(GUIDE.figures)):
            asked = self.conversation.asked
            if asked is None:
                break
            said = data.draw(answers(asked))
            answered = self.says(said.text, [said])
            assert vague.count(asked) < 2
            vague += [asked] if answered or self.conversation.asked == asked else []
            if not answered:  # what cannot be true is asked again without end
                self.hears("不知道", "unknown")
        assert self.conversation.asked is None
        assert self.reply.payload["complete"]

    @rule(data=st.data(), figures=st.lists(st.sampled_from(STATED), min_size=1, max_size=3, unique=True))
    def volunteers_figures(self, data: st.DataObject, figures: list[str]) -> None:
        said = [data.draw(statements(figure)) for figure in figures]
        self.says("，".join(each.text for each in said), said)

    @precondition(lambda self: self.known.keys() & set(STATED))
    @rule(data=st.data())
    def says_something_again(self, data: st.DataObject) -> None:
        figure = data.draw(st.sampled_from(sorted(self.known.keys() & set(STATED))))
        said = data.draw(statements(figure))
        self.says(said.text, [said])

    @precondition(lambda self: self.known.keys() & set(STATED))
    @rule(data=st.data(), opening=st.sampled_from(("不对，", "说错了，", "更正一下，")))
    def corrects_a_figure(self, data: st.DataObject, opening: str) -> None:
        figure = data.draw(st.sampled_from(sorted(self.known.keys() & set(STATED))))
        said = data.draw(statements(figure))
        self.says(opening + said.text, [said], intent="correct")

    @precondition(lambda self: self.conversation.asked in MONEY and not self.conversation.number)
    @rule(number=st.sampled_from((800, 3000, 12.5)))
    def leaves_the_unit_out(self, number: float) -> None:
        asked = self.conversation.asked
        self.hears(str(number), "inform")
        assert self.conversation.asked == asked
        assert self.conversation.number == {asked: number}
        self.doubted = asked

    @precondition(lambda self: self.conversation.number)
    @rule(unit=st.sampled_from((("万元", 10_000), ("元", 1))))
    def tells_the_unit(self, unit: tuple[str, int]) -> None:
        ((figure, number),) = from_json(self.conversation.number or {}).items()
        self.says(unit[0], [Said(figure, number * Decimal(unit[1]), unit[0])])

    # --- what is not said of the applicant ---

    @rule(question=st.sampled_from(QUESTIONS), confidence=st.sampled_from((0.6, 0.9)))
    def asks_in_the_middle(self, question: tuple[str, str], confidence: float) -> None:
        doubted, before = self.doubted, self.conversation
        self.hears(*question, confidence)
        self.doubted = doubted
        assert self.goes_on_from(before)

    @rule()
    def asks_how_it_stands(self) -> None:
        doubted, before = self.doubted, self.conversation
        reply = self.hears("现在怎么样", "status")
        self.doubted = doubted
        assert self.conversation == before
        assert reply.payload["kind"] == "assessment"

    @rule(data=st.data(), figure=st.sampled_from(NUMERIC), ending=st.sampled_from(("呢", "能报吗")))
    def supposes_a_figure(self, data: st.DataObject, figure: str, ending: str) -> None:
        said = data.draw(statements(figure))
        doubted, before = self.doubted, self.conversation
        reply = self.hears(f"如果{said.text}{ending}", "what_if")
        self.doubted = doubted
        assert self.conversation == before
        assert reply.payload["kind"] == "assessment"
        possible = self.possible([said])
        assert reply.payload.get("hypothesis") == (to_json({figure: said.value}) if possible else None)

    @rule(figure=st.sampled_from(MONEY))
    def supposes_a_number_without_a_unit(self, figure: str) -> None:
        doubted, before = self.doubted, self.conversation
        self.hears(f"如果{CALLED[figure][0]}提高到800呢", "what_if")
        self.doubted = doubted
        assert self.conversation == before

    @precondition(lambda self: self.conversation.asked)
    @rule(words=st.sampled_from(("不知道", "还没定", "不清楚")))
    def does_not_know(self, words: str) -> None:
        asked = self.conversation.asked
        self.hears(words, "unknown")
        assert asked in self.conversation.skipped

    @precondition(lambda self: self.conversation.asked)
    @rule(figure=st.sampled_from(NUMERIC))
    def does_not_know_another_figure(self, figure: str) -> None:
        asked = self.conversation.asked
        self.hears(f"{CALLED[figure][0]}还没定", "unknown")
        assert figure in self.conversation.skipped
        assert figure == asked or asked not in self.conversation.skipped

    # --- the check as a whole ---

    @rule()
    def stops(self) -> None:
        self.hears("算了，不查了", "stop")
        assert self.conversation.asked is None

    @rule()
    def resumes(self) -> None:
        before = self.conversation
        self.hears("接着查", "resume")
        assert self.conversation.check == (before.check or before.programs or ALL)

    @rule()
    def starts_over(self) -> None:
        self.hears("重新开始", "start_over")
        self.known = {}
        assert self.conversation == Conversation()

    # --- what must hold ---

    @invariant()
    def believes_what_was_said_last(self) -> None:
        assert self.conversation.figures == self.known

    @invariant()
    def asks_only_with_cause(self) -> None:
        conversation = self.conversation
        assert conversation.active == (conversation.asked is not None)
        if conversation.asked is None or self.doubted == conversation.asked:
            return
        assert conversation.asked not in conversation.skipped
        assert isinstance(self.known.get(conversation.asked), Range | None)
        assert conversation.asked == self.next_figure()

    @invariant()
    def replies_as_promised(self) -> None:
        if self.reply is None:
            return
        payload = self.reply.payload
        assert faults(self.reply.text, payload) == []
        assert payload.get("figure") == self.conversation.asked
        if self.conversation.asked:
            assert GUIDE.figure[self.conversation.asked].ask in self.reply.text
        if payload["kind"] == "assessment":
            assert payload["figures"] == to_json(self.known)
            assert outcomes(payload) == self.outcomes(payload)
            assert payload["complete"] == (self.completes and "hypothesis" not in payload)

    # --- helpers ---

    def hears(self, text: str, intent: str, confidence: float = 0.9) -> Reply:
        """One turn; what is remembered goes through JSON as Rasa's slot does."""
        conversation, self.reply = turn(GUIDE, self.conversation, utterance(text, intent, confidence))
        self.conversation = Conversation.from_json(json.loads(json.dumps(conversation.to_json())))
        assert self.conversation == conversation
        self.doubted = None
        return self.reply

    def says(self, text: str, said: list[Said], intent: str = "inform") -> bool:
        """A message with these figures, in the model too; whether it is believed."""
        asked = self.conversation.asked
        self.hears(text, intent)
        if not self.possible(said):
            return False
        new = {each.figure: each.value for each in said}
        if intent != "correct":
            doubts = [figure for figure, value in new.items() if figure != asked and self.contradicts(figure, value)]
            self.doubted = doubts[0] if doubts else None
            new = {figure: value for figure, value in new.items() if figure not in doubts}
            new = {figure: value for figure, value in new.items() if not vaguer(value, self.known.get(figure))}
        self.known |= new
        return True

    def possible(self, said: list[Said]) -> bool:
        """Whether all that is said can be true beside what is known."""
        together = {**self.known, **{each.figure: each.value for each in said}}
        absurd = [each for each in said if impossible(GUIDE.figure[each.figure], each.value)]
        return not absurd and not contradictions(GUIDE, together)

    def contradicts(self, figure: str, value: Value) -> bool:
        """Whether another exact value was said of the figure before."""
        before = self.known.get(figure)
        return before not in (None, value) and not isinstance(before, Range) and not isinstance(value, Range)

    def next_figure(self) -> str | None:
        """The core's next question."""
        conversation = self.conversation
        return next_figure(GUIDE, self.known, FITS, conversation.check, conversation.skipped)

    @property
    def completes(self) -> bool:
        """Whether the check is at its end."""
        return bool(self.conversation.check) and not self.conversation.asked and self.next_figure() is None

    def goes_on_from(self, before: Conversation) -> bool:
        """Whether the check stands where it stood."""
        now = self.conversation
        return (now.check, now.asked, now.number, now.skipped) == (
            before.check,
            before.asked,
            before.number,
            before.skipped,
        )

    def outcomes(self, payload: Mapping[str, Any]) -> dict[str, Any]:
        """What the core says of the programs in ``payload``."""
        figures = {**self.known, **from_json(payload.get("hypothesis", {}))}
        programs = [each["id"] for each in payload["programs"]]
        return {
            each.program: (each.verdict, each.section, [one.status for one in each.requirements])
            for each in assess(GUIDE, figures, FITS, programs).programs
        }


def outcomes(payload: Mapping[str, Any]) -> dict[str, Any]:
    """Verdict, section and statuses by program."""
    return {
        each["id"]: (each["verdict"], each["section"], [one["status"] for one in each["requirements"]])
        for each in payload["programs"]
    }


def vaguer(value: Value, known: Value | None) -> bool:
    """Whether ``value`` is a range about the number that is known."""
    if not isinstance(value, Range) or not isinstance(known, Decimal):
        return False
    low, high = bounds(value)
    return (low is None or low <= known) and (high is None or known <= high)


GUIDE_NAMES = {named.name for named in (*GUIDE.programs, *GUIDE.families)}

TestApplicant = Applicant.TestCase
TestApplicant.settings = settings(
    max_examples=80,
    stateful_step_count=30,
    deadline=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
)
