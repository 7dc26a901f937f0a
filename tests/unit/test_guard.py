"""The last look at replies: it lets every answer of the house pass, and no number, section or quote that is not the guide's."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answers import contents, requirements, sections, thresholds
from bot.answers.guard import STATED, guarded
from bot.answers.reply import Reply
from bot.answers.subject import Subject
from bot.guide.model import AtLeast, Guide
from tests.unit.applicants import GUIDE

ANSWERS: tuple[Callable[[Guide, Subject], Reply], ...] = (
    contents.overview,
    contents.program,
    contents.directions,
    requirements.requirements,
    thresholds.figure,
    requirements.materials,
    requirements.compare,
    sections.section,
    *(lambda guide, subject, topic=each.topic: contents.unsaid(guide, subject, topic) for each in GUIDE.silent_topics),
)
SECTIONS = tuple(each.name for each in GUIDE.sections)
KNOWN = st.fixed_dictionaries(
    {},
    optional={
        "applicant_type": st.sampled_from([each.id for each in GUIDE.figure["applicant_type"].choices]),
        "track": st.sampled_from([each.id for each in GUIDE.figure["track"].choices]),
    },
)
SUBJECTS = st.builds(
    Subject,
    programs=st.lists(st.sampled_from(tuple(GUIDE.program)), max_size=4, unique=True).map(tuple),
    sections=st.lists(st.sampled_from(SECTIONS), max_size=1).map(tuple),
    figures=st.lists(st.sampled_from(tuple(GUIDE.figure)), max_size=2, unique=True).map(tuple),
    known=KNOWN,
)
REPLIES = st.builds(lambda answer, subject: answer(GUIDE, subject), st.sampled_from(ANSWERS), SUBJECTS)

COUNTED = tuple(
    program.id for program in GUIDE.programs if any(isinstance(each.test, AtLeast) for each in program.requirements)
)
WITH_NUMBERS = st.builds(
    lambda answer, program, known: answer(GUIDE, Subject(programs=(program,), known=known)),
    st.sampled_from([requirements.requirements, requirements.compare]),
    st.sampled_from(COUNTED),
    KNOWN,
).filter(lambda reply: bool(STATED.findall(own(reply))))
OF_ONE_SECTION = st.builds(
    lambda program: sections.section(GUIDE, Subject(programs=(program,))),
    st.sampled_from([program.id for program in GUIDE.programs if len(program.section.cases) == 1]),
)


def own(reply: Reply) -> str:
    """The text without its quotes."""
    text = reply.text
    for each in reply.payload.get("citations", ()):
        text = text.replace(f"“{each['quote']}”", "")
    return text


@given(REPLIES)
def test_every_answer_of_the_house_passes(reply: Reply) -> None:
    assert guarded(GUIDE, reply, {}) is reply


@given(REPLIES, st.sampled_from(["8800万元", "31%", "4:1", "9月30日", "0931-12345678", "https://example.org/", "7人"]))
def test_a_number_that_is_not_the_guides_is_not_sent(reply: Reply, invented: str) -> None:
    sent = guarded(GUIDE, replace(reply, text=f"{reply.text}\n另外是{invented}。"), {})
    assert invented not in sent.text
    assert sent.payload["kind"] == reply.payload["kind"]


@given(WITH_NUMBERS, st.data())
def test_a_number_that_was_changed_is_not_sent(reply: Reply, data: st.DataObject) -> None:
    numbers = [each for each in STATED.findall(own(reply)) if each not in GUIDE.title + GUIDE.short_title]
    changed = data.draw(st.sampled_from(numbers))
    false = re.sub(r"\d+", lambda found: str(int(found[0]) + 7), changed, count=1)
    sent = guarded(GUIDE, replace(reply, text=reply.text.replace(changed, false)), {})
    assert false not in sent.text


@given(OF_ONE_SECTION, st.data())
def test_a_section_of_another_program_is_not_sent(reply: Reply, data: st.DataObject) -> None:
    (taking,) = [each for each in SECTIONS if each in own(reply)]
    false = data.draw(st.sampled_from([each for each in SECTIONS if each != taking]))
    sent = guarded(GUIDE, replace(reply, text=reply.text.replace(taking, false, 1)), {})
    assert false not in own(sent)


@given(WITH_NUMBERS, st.data())
def test_a_quote_that_is_not_the_guides_is_left_out(reply: Reply, data: st.DataObject) -> None:
    citations = reply.payload["citations"]
    place = data.draw(st.integers(0, len(citations) - 1))
    false = {**citations[place], "quote": citations[place]["quote"] + "等"}
    payload = {**reply.payload, "citations": [*citations[:place], false, *citations[place + 1 :]]}
    sent = guarded(GUIDE, replace(reply, payload=payload), {})
    assert false not in sent.payload["citations"]
    assert sent.text != reply.text


def test_what_the_applicant_said_may_be_repeated(caplog: pytest.LogCaptureFixture) -> None:
    reply = sections.section(GUIDE, Subject(programs=("lanbai-innovation",)))
    noted = replace(reply, text=reply.text + "\n记下了：项目总投资 1234万元。")
    assert guarded(GUIDE, noted, {"total_investment": Decimal(12_340_000)}) is noted
    sent = guarded(GUIDE, noted, {})
    assert "1234" not in sent.text + caplog.text
    assert [record.getMessage() for record in caplog.records] == ["A reply of kind answer failed the guard: number."]
