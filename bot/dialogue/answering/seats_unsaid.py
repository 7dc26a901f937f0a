"""That the guide does not say how a house with several seats counts, before the rule on where one has to be: 分院在兰州，总部在西安，
算不算."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.answers.phrases import possible_sections
from bot.answers.reply import Reply, preceded_by, render
from bot.answers.subject import Subject
from bot.dialogue.state import Utterance
from bot.figures.wording.stance import asks
from bot.guide.model import Guide

_SEAT = re.compile(r"总部|总公司|母公司|本部|分(?:院|公司|部|所|支机构|中心|校)|办事处|子公司")


def with_seats_unsaid(guide: Guide, subject: Subject, utterance: Utterance, reply: Reply) -> Reply:
    """``reply`` on the rule of one program on a place, behind that of the seats named nothing is said."""
    seats = seats_unsaid(guide, utterance, reply)
    if not seats:
        return reply
    program = guide.program[reply.payload["programs"][0]]
    sections = possible_sections(program, subject.known)
    return preceded_by(reply, render("seats_unsaid", seats=list(seats), sections=sections))


def seats_unsaid(guide: Guide, utterance: Utterance, reply: Reply) -> tuple[str, ...]:
    """The seats that a question names of which the guide says nothing, where ``reply`` is the rule of one program on a place."""
    seats = tuple(dict.fromkeys(_SEAT.findall(utterance.text)))
    of_a_place = any(guide.city in each["quote"] for each in reply.payload.get("citations", ()))
    ruled = reply.payload["kind"] == "answer" and len(reply.payload["programs"]) == 1 and of_a_place
    return seats if ruled and asks(utterance.text) and not _written(guide, seats) else ()


def _written(guide: Guide, words: Iterable[str]) -> bool:
    return any(each in clause.text for each in words for clause in guide.clauses)
