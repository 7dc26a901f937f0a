"""Whether a message only tells by what the section turns on that was just asked for: 我是企业，搞中成药的, after 重大专项交哪里."""

from __future__ import annotations

from bot.answers.checks import WHO
from bot.answers.phrases import possible_sections
from bot.dialogue.office_words import SUPPOSED_LEADER
from bot.dialogue.state import Conversation, Utterance
from bot.dialogue.subject.fields import TECHNOLOGY
from bot.dialogue.words import ASKING, REQUEST, SUPPOSED
from bot.guide.model import Guide

_TELL_THE_SECTION = ("section", "submission", "contact")  # of which the latter two name whom to ask


def narrows_the_section(guide: Guide, conversation: Conversation, utterance: Utterance) -> bool:
    """Whether the section of the one program in hand was asked for, several may take it, and the message asks nothing but
    tells what decides between them, or what is made."""
    if conversation.topic not in _TELL_THE_SECTION or len(conversation.programs) != 1 or conversation.check:
        return False
    plain = SUPPOSED.sub(
        "", utterance.without(TECHNOLOGY)
    )  # 新材料 asks for no 材料, 要是企业来牵头呢 for nothing else
    if ASKING.search(plain) or REQUEST.search(plain):
        return False
    program = guide.program[conversation.programs[0]]
    deciding = {figure for case in program.section.cases for figure in case.when}
    told = {each.kind for each in utterance.mentions}
    if SUPPOSED_LEADER.search(utterance.text) and WHO not in told:
        return False  # 要是合作社牵头呢: a leader of no kind that is known
    several = len(possible_sections(program, conversation.figures)) > 1
    return several and bool(told & {*deciding, TECHNOLOGY}) and not told & {"program", "family", "section"}
