"""Conversations at random against a model of what was said last: what is believed, asked, supposed and judged."""

from __future__ import annotations

import json
from decimal import Decimal

from hypothesis import HealthCheck, Phase, assume, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from bot.answers.guard import guarded
from bot.answers.reply import Reply
from bot.dialogue.state import Conversation
from bot.dialogue.turn import turn
from bot.figures.known import from_json, to_json
from bot.figures.values import Range, Value
from bot.figures.wording.stance import corrects
from tests.dialogue.contract import faults
from tests.unit.applicants import GUIDE
from tests.unit.belief import come_true, contradicted, judged, open_in, outcomes, told_more, usable
from tests.unit.wording import CALLED, Said, answers, statements, utterance

ALL = tuple(GUIDE.program)
CHECKS = {
    "帮我查一查能申报哪些项目": ALL,
    **{f"帮我查一查{program.name}的条件": (program.id,) for program in GUIDE.programs},
    **{f"帮我查一查{each.name}的条件": tuple(one.id for one in GUIDE.members(each.id)) for each in GUIDE.families},
}
STATED = tuple(figure.id for figure in GUIDE.figures if figure.kind != "text")
NUMERIC = tuple(CALLED)
MONEY = tuple(figure.id for figure in GUIDE.figures if figure.kind == "money")
# 在兰州注册 in answer to where the project is may be said of both.
PLACES = ("in_lanzhou", "site_in_lanzhou", "transfer_in_lanzhou")
AMBIGUOUS = {(said, asked) for said in (*PLACES, "partner_region") for asked in PLACES if said != asked} | {
    ("academic_partner", "is_cooperation"),
    ("partner_region", "is_cooperation"),  # whoever says where his partners are has some
    ("academic_partner", "contract_started"),
}
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
    ("现在怎么样", "status"),
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
        self.supposing = False
        self.reply = Reply("")

    # --- what is said ---

    @rule(text=st.sampled_from(list(CHECKS)))
    def begins_a_check(self, text: str) -> None:
        self.hears(text, "check")
        assert self.conversation.check == CHECKS[text]
        assert self.conversation.skipped == frozenset()

    @rule()
    def asks_what_the_company_may_apply_for(self) -> None:
        text = "我们公司能申报哪些项目"
        self.says(text, [Said("applicant_type", "enterprise", text)], intent="check")
        assert self.conversation.check == ALL

    @precondition(lambda self: self.conversation.asked and not self.conversation.number)
    @rule(data=st.data())
    def answers_the_question(self, data: st.DataObject) -> None:
        self.answers(data)

    @precondition(lambda self: self.conversation.asked and not self.conversation.number)
    @rule(data=st.data())
    def answers_every_question(self, data: st.DataObject) -> None:
        questions: list[str] = []
        while asked := self.conversation.asked:
            questions.append(asked)
            assert questions.count(asked) <= 2, "asked for a third time"
            if not self.answers(data):
                self.hears("不知道", "unknown")
        assert self.reply.payload["complete"]

    @rule(data=st.data(), figures=st.lists(st.sampled_from(STATED), min_size=1, max_size=3, unique=True))
    def volunteers_figures(self, data: st.DataObject, figures: list[str]) -> None:
        said = [self.draws(data, figure) for figure in figures]
        text = "，".join(each.text for each in said)
        assume(not corrects(text))  # 不是合作项目，我们是企业 takes something back
        self.says(text, said)

    @precondition(lambda self: self.known.keys() & set(STATED))
    @rule(data=st.data())
    def says_something_again(self, data: st.DataObject) -> None:
        said = self.draws(data, data.draw(st.sampled_from(sorted(self.known.keys() & set(STATED)))))
        self.says(said.text, [said])

    @precondition(lambda self: self.known.keys() & set(STATED))
    @rule(data=st.data(), opening=st.sampled_from(("不对，", "说错了，", "更正一下，")))
    def corrects_a_figure(self, data: st.DataObject, opening: str) -> None:
        said = self.draws(data, data.draw(st.sampled_from(sorted(self.known.keys() & set(STATED)))))
        self.says(opening + said.text, [said], intent="correct")

    @precondition(lambda self: self.conversation.asked in MONEY and not self.conversation.number)
    @rule(number=st.sampled_from((800, 3000, 12.5)))
    def leaves_the_unit_out(self, number: float) -> None:
        asked = self.conversation.asked
        self.hears(str(number), "inform")
        self.doubted = asked
        assert self.conversation.number == {asked: number}

    @precondition(lambda self: self.conversation.number)
    @rule(unit=st.sampled_from((("万元", 10_000), ("元", 1))))
    def tells_the_unit(self, unit: tuple[str, int]) -> None:
        ((figure, number),) = from_json(self.conversation.number or {}).items()
        assert isinstance(number, Decimal)
        self.says(unit[0], [Said(figure, number * unit[1], unit[0])])

    # --- what is asked, supposed, or not known ---

    @rule(question=st.sampled_from(QUESTIONS), confidence=st.sampled_from((0.75, 0.95)))
    def asks_in_the_middle(self, question: tuple[str, str], confidence: float) -> None:
        assume(not (self.conversation.rival and question[1] == "ask_same"))  # 第二个 chooses between two values
        doubted, before = self.doubted, self.conversation
        self.hears(*question, confidence)
        self.doubted = doubted
        subject = ("judged", "topic", "programs", "named", "earlier", "spoken_of")
        subject += ("about_figures", "business", "case", "choosing", "sought", "sections", "wondered")
        assert before == self.conversation.but(**{name: getattr(before, name) for name in subject})

    @rule(data=st.data(), figure=st.sampled_from(NUMERIC))
    def asks_and_tells_a_figure(self, data: st.DataObject, figure: str) -> None:
        said = data.draw(statements(figure))
        doubted = self.doubted
        self.says(f"{said.text}，重大专项归哪个科管", [said], intent="ask_section")
        self.doubted = self.doubted or doubted
        assert self.reply.payload["topic"] == "section"

    @rule(data=st.data(), figure=st.sampled_from(NUMERIC), ending=st.sampled_from(("呢", "能报吗")))
    def supposes_a_figure(self, data: st.DataObject, figure: str, ending: str) -> None:
        said = data.draw(statements(figure))
        self.supposes(f"如果{said.text}{ending}")
        assert self.reply.payload.get("hypothesis", {}) == to_json(usable(self.known, [said]))

    @rule(figure=st.sampled_from(MONEY), unit=st.sampled_from(("", "万元", "800万")))
    def supposes_a_number_without_a_unit(self, figure: str, unit: str) -> None:
        self.supposes(f"如果{CALLED[figure][0]}提高到800呢")
        taken = "hypothesis" in self.reply.payload
        assert figure in self.known or not taken  # only the amount that it changes tells the unit
        if unit and not taken:
            self.supposes(unit)
        if unit or taken:
            said = Said(figure, Decimal(8_000_000), "")
            assert self.reply.payload.get("hypothesis", {}) == to_json(usable(self.known, [said]))

    @precondition(lambda self: self.conversation.asked)
    @rule(words=st.sampled_from(("不知道", "还没定", "不清楚")))
    def does_not_know(self, words: str) -> None:
        before = self.conversation
        self.hears(words, "unknown")
        assert self.conversation.skipped == before.skipped | {before.asked}

    @precondition(lambda self: self.conversation.asked)
    @rule(figure=st.sampled_from(NUMERIC))
    def does_not_know_another_figure(self, figure: str) -> None:
        before = self.conversation
        self.hears(f"{CALLED[figure][0]}还没定", "unknown")
        self.unsettles(figure)
        assert self.conversation.skipped == before.skipped | {figure}

    @rule(data=st.data(), figures=st.lists(st.sampled_from(NUMERIC), min_size=2, max_size=2, unique=True))
    def knows_one_figure_and_not_another(self, data: st.DataObject, figures: list[str]) -> None:
        said = data.draw(statements(figures[0]))
        self.says(f"{said.text}，{CALLED[figures[1]][0]}还没定", [said])
        self.unsettles(figures[1])
        assert figures[1] in self.conversation.skipped

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
        assert self.conversation == Conversation(choosing=True)

    # --- what must hold ---

    @invariant()
    def believes_what_was_said_last(self) -> None:
        assert self.conversation.figures == self.known

    @invariant()
    def asks_only_with_cause(self) -> None:
        asked = self.conversation.asked
        assert self.conversation.active == (asked is not None)
        assert asked in (None, self.doubted) or asked in open_in(self.conversation, self.known)

    @invariant()
    def replies_as_promised(self) -> None:
        payload, asked = self.reply.payload, self.conversation.asked
        assert not payload or faults(self.reply.text, payload) == []
        assert payload.get("figure") == asked
        assert asked is None or GUIDE.figure[asked].ask in self.reply.text

    @invariant()
    def judges_as_the_core_does(self) -> None:
        payload = self.reply.payload
        if payload.get("kind") == "assessment":
            assert payload["figures"] == to_json(self.known)
            assert outcomes(payload) == judged(payload, self.known)
            at_its_end = self.conversation.check and not self.conversation.asked
            settled = at_its_end and not open_in(self.conversation, self.known)
            assert payload["complete"] == (bool(settled) and not self.supposing)

    # --- how it is played ---

    def hears(self, text: str, intent: str, confidence: float = 0.9) -> None:
        """One turn; what is remembered goes through JSON as it does through Rasa's slot."""
        conversation, self.reply = turn(GUIDE, self.conversation, utterance(text, intent, confidence))
        assert guarded(GUIDE, self.reply, {**self.conversation.figures, **conversation.figures}) == self.reply
        self.conversation = Conversation.from_json(json.loads(json.dumps(conversation.to_json())))
        self.doubted, self.supposing = None, intent == "what_if"
        assert self.conversation == conversation

    def says(self, text: str, said: list[Said], intent: str = "inform") -> bool:
        """A message with these figures, in the model too; whether any of them can be true."""
        asked, checking = self.conversation.asked, self.conversation.check or not intent.startswith("ask_")
        settled = {**self.conversation.hypothesis, **come_true(said)}
        instead = (
            {} if self.conversation.check else self.conversation.case
        )  # 我们是事业单位, after which section takes it
        self.hears(text, intent)
        new = usable(self.known, said)
        if intent == "correct":
            self.known |= new
        else:
            doubts = contradicted(self.known, new, asked) if checking else []
            doubts = [each for each in doubts if settled.get(each) != new[each] and each not in instead]
            self.doubted = doubts[0] if doubts else None
            self.known = told_more(self.known, new, doubts)
        return bool(new)

    def unsettles(self, figure: str) -> None:
        """What was said exactly of a figure that is not settled does not hold; a range stays what it was."""
        if not isinstance(self.known.get(figure), Range):
            self.known.pop(figure, None)

    def answers(self, data: st.DataObject) -> bool:
        """An answer to the open question; whether it can be true."""
        said = data.draw(answers(str(self.conversation.asked)))
        return self.says(said.text, [said])

    def supposes(self, text: str) -> None:
        """A what-if, which changes nothing."""
        doubted, before = self.doubted, self.conversation
        self.hears(text, "what_if")
        self.doubted = doubted
        supposed = ("supposed", "hypothesis", "wondered", "choosing")
        assert before == self.conversation.but(**{name: getattr(before, name) for name in supposed})
        assert self.reply.payload["kind"] == "assessment"

    def draws(self, data: st.DataObject, figure: str) -> Said:
        """A statement of the figure that does not answer the open question too."""
        assume((figure, self.conversation.asked) not in AMBIGUOUS)
        return data.draw(statements(figure))


TestApplicant = Applicant.TestCase
TestApplicant.settings = settings(
    max_examples=50,
    stateful_step_count=30,
    deadline=None,
    derandomize=True,
    phases=[Phase.generate],  # to make a failing conversation shorter takes minutes; it is readable as it is
    suppress_health_check=list(HealthCheck),
)
