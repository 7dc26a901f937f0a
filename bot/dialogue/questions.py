"""Questions to the guide: which answer a topic gets, and what is remembered of it for the next question."""

from __future__ import annotations

from bot.answers import contents, requirements, sections
from bot.answers.reply import Reply
from bot.answers.subject import Subject
from bot.dialogue.state import Conversation
from bot.guide.directions import match
from bot.guide.model import Guide
from bot.guide.search import containing, search

# Topics whose answers name programs in an order that 第二个 can refer to.
ASK = "ask_"
SAME = "same"


def topic_of(intent: str, conversation: Conversation) -> str | None:
    """The topic of contract.md that an intent asks about; None for what is no question."""
    if not intent.startswith(ASK):
        return None
    topic = intent.removeprefix(ASK)
    return (conversation.topic or "program") if topic == SAME else topic


def answer_to(guide: Guide, conversation: Conversation, subject: Subject, topic: str) -> tuple[Conversation, Reply]:
    """The answer, and the conversation that remembers what it was about."""
    asked = subject
    if topic == "figure" and not subject.figures and conversation.topic == "figure":
        asked = Subject(**{**vars(subject), "figures": conversation.about_figures})
    reply = _answer(guide, asked, topic)
    programs = tuple(reply.payload["programs"])
    return (
        conversation.but(
            topic=topic,
            programs=asked.programs or (programs if len(programs) == 1 else conversation.programs),
            named=programs if len(programs) > 1 else conversation.named,
            about_figures=asked.figures or conversation.about_figures,
        ),
        reply,
    )


def _answer(guide: Guide, subject: Subject, topic: str) -> Reply:
    if topic in PLAIN:
        return PLAIN[topic](guide, subject)
    if topic == "technology":
        return contents.technology(guide, subject, match(guide, subject.text))
    if topic == "text":
        return contents.passage(guide, subject, _passages(guide, subject))
    return contents.unsaid(guide, subject, topic)


def _passages(guide: Guide, subject: Subject):  # type: ignore[no-untyped-def]
    named = [clause for term in subject.terms for clause in containing(guide, term)]
    return tuple(dict.fromkeys(named)) or search(guide, subject.text)


PLAIN = {
    "overview": contents.overview,
    "program": contents.program,
    "directions": contents.directions,
    "requirements": requirements.requirements,
    "figure": requirements.figure,
    "materials": requirements.materials,
    "section": sections.section,
    "compare": requirements.compare,
    "term": contents.term,
}
