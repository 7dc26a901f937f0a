"""What is said of a person without a body who asks where his technology belongs: that the guide does not speak of such a one."""

from __future__ import annotations

from bot.answers.phrases import sections_of
from bot.answers.reply import Reply, followed_by, render
from bot.dialogue.hearing.message import Message
from bot.dialogue.subject.persons import person_asked


def with_person_open(this: Message, reply: Reply) -> Reply:
    """``reply`` on where a technology belongs, and that the guide does not write whether a person may apply, where that is asked
    beside it: 我有个处理污水的专利，一个人能报吗."""
    told = reply.payload["kind"] == "answer" and reply.payload.get("topic") == "technology"
    person = person_asked(this.utterance.text) if told else None
    if not person:
        return reply
    programs = [this.guide.program[each] for each in reply.payload["programs"]]
    sections = sections_of(programs, this.subject.known)
    return followed_by(reply, render("person_open", word=person, sections=sections))
