"""Of which kind of applicant and of which field a question is, by what was said before it: whoever was told where his vegetables
belong asks no section of industry."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from bot.answers.checks import WHO
from bot.answers.reply import Reply
from bot.answers.subject import Subject
from bot.dialogue.office_words import SUPPOSED_LEADER
from bot.dialogue.state import Conversation, Utterance
from bot.dialogue.subject.about import TRACK
from bot.dialogue.subject.fields import deciding, held_together
from bot.guide.model import Guide

SECTION, TECHNOLOGY = "section", "technology"


def of_the_asker(guide: Guide, conversation: Conversation, asked: Subject, topics: Collection[str]) -> Subject:
    """``asked``, where sections are named in its answer, with what earlier questions told of who asks and of which field."""
    naming = {SECTION, *(each.topic for each in guide.silent_topics)}
    another = asked.programs and not {*asked.programs} & {
        *conversation.programs
    }  # 跟院地院企那个是同一个科吗 is of both
    if another or not naming.issuperset(topics):
        return asked
    one = deciding(guide) - held_together(guide)
    told = {figure: value for figure, value in conversation.aside.items() if figure in one}
    before = {**told, **conversation.case}
    if SUPPOSED_LEADER.search(asked.text):
        before.pop(WHO, None)  # 要是合作社牵头呢 is of no kind that was told before
    return replace(asked, known={**before, **asked.known})


def case_after(
    guide: Guide, conversation: Conversation, asked: Subject, utterance: Utterance, reply: Reply
) -> Mapping[str, str]:
    """The kinds that the question is of, by its own words or where what it tells of belongs; else those of the question
    before about the same programs."""
    if reply.payload.get("topic") == TECHNOLOGY:
        return _field_cited(guide, reply) | _said(asked, utterance)
    same = not asked.programs or {*asked.programs} <= {*conversation.programs}
    return {**(conversation.case if same else {}), **_said(asked, utterance)}


def _said(asked: Subject, utterance: Utterance) -> dict[str, str]:
    return {figure: str(value) for figure, value in asked.known.items() if utterance.ids(figure) == (value,)}


def _field_cited(guide: Guide, reply: Reply) -> dict[str, str]:
    """The field of a program, where all that is cited is of one."""
    cited = {(each["clause"], each["quote"]) for each in reply.payload.get("citations", ())}
    directions = (each for program in guide.programs for each in program.directions)
    fields = {each.track for each in directions if each.track and (each.clause, each.quote) in cited}
    return {TRACK: fields.pop()} if len(fields) == 1 else {}
