"""The use cases: what actions, channels and commands call. Each is a short function over the rooms below."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from typing import Any
from urllib.parse import urlsplit

from bot import handoff, receipts
from bot.answers import previews, publication, reports
from bot.answers.guard import guarded
from bot.answers.offers import fallback, suggestions
from bot.answers.reply import Reply, render, talk
from bot.dialogue.checking.check import asked_again
from bot.dialogue.state import Conversation, Mention, Question, Ranking, Utterance
from bot.dialogue.turn import turn
from bot.eligibility import receipt
from bot.guide.model import Guide
from bot.nlu.anonymous import without_digits
from bot.nlu.phrasings import phrasings
from bot.nlu.text import normalize
from bot.settings import LONGEST_MESSAGE, Settings
from bot.store import database, repository

ERASING = ("forget", "start_over")


def edition() -> receipts.Edition:
    """The guide that the settings name, with its version."""
    return receipts.edition(Settings.from_environment().guide)


def guide() -> Guide:
    """The guide that the settings name."""
    return edition().guide


@dataclass(frozen=True)
class Outcome:
    """What one turn leaves: the reply, the memory for the next turn (JSON), whether a check waits for an answer."""

    text: str
    payload: dict[str, Any]
    memory: dict[str, Any]
    active: bool
    forgotten: bool


def converse(sender: str, memory: Mapping[str, Any] | None, parsed: Mapping[str, Any]) -> Outcome:
    """One turn of ``sender``: ``memory`` is what the last turn left, ``parsed`` the message as Rasa's NLU gave it."""
    heard = utterance(parsed)
    kept, gone = _still_here(memory or {})
    outcome = _handed_over(sender, kept, heard) or _turn(sender, kept, heard)
    return replace(outcome, text=render("handoff_gone") + "\n" + outcome.text) if gone else outcome


def _turn(sender: str, memory: dict[str, Any], heard: Utterance) -> Outcome:
    outcome = _heard(sender, Conversation.from_json(handoff.plain(memory)), heard)
    if outcome.forgotten:
        return outcome
    marks = handoff.marks(memory)
    if handoff.OUT in marks:
        with database.transaction(_database_url()) as session:
            handoff.keep_up(session, marks[handoff.OUT], outcome.memory)
    return replace(outcome, memory=outcome.memory | marks)


def _heard(sender: str, before: Conversation, heard: Utterance) -> Outcome:
    conversation, reply = turn(guide(), before, heard)
    reply = guarded(guide(), reply, {**before.figures, **conversation.figures})
    code = receipt.read(heard.text)
    if code and reply.payload.get("topic") not in ERASING:
        shown = asked_again(guide(), before, _shown_again(sender, code))
        return Outcome(shown.text, shown.payload, before.to_json(), before.active, forgotten=False)
    forgotten = reply.payload.get("topic") == "forget"
    reply = _keep(sender, conversation, heard, reply, forgotten)
    return Outcome(reply.text, reply.payload, conversation.to_json(), conversation.active, forgotten)


def _still_here(memory: Mapping[str, Any]) -> tuple[dict[str, Any], bool]:
    """What is remembered, and whether that has been taken to another channel since; then it is nothing."""
    if handoff.OUT not in memory:
        return dict(memory), False
    with database.transaction(_database_url()) as session:
        gone = handoff.gone(session, memory)
    return ({}, True) if gone else (dict(memory), False)


def _handed_over(sender: str, memory: dict[str, Any], heard: Utterance) -> Outcome | None:
    """The turn in which a conversation leaves for another channel or arrives from one; None: this is no such turn."""
    code = handoff.read(heard.text)
    if code:
        return _taken_over(sender, memory, code)
    return _handed_out(sender, memory) if handoff.asks(heard.text) else None


def _handed_out(sender: str, memory: dict[str, Any]) -> Outcome:
    with database.transaction(_database_url()) as session:
        code, kept = handoff.begin(session, sender, memory)
    return _moving(kept, talk("handoff", code=code, minutes=int(handoff.SECONDS // 60)))


def _taken_over(sender: str, memory: dict[str, Any], code: str) -> Outcome:
    with database.transaction(_database_url()) as session:
        taken = handoff.take(session, sender, memory, code)
    if isinstance(taken, handoff.Refusal):
        return _moving(memory, _not_taken(taken.value))
    return _moving(taken, _arrived(Conversation.from_json(handoff.plain(taken))))


def _moving(memory: dict[str, Any], reply: Reply) -> Outcome:
    """The reply, and where a check is open its question again."""
    conversation = Conversation.from_json(handoff.plain(memory))
    said = asked_again(guide(), conversation, reply)
    return Outcome(said.text, said.payload, memory or conversation.to_json(), conversation.active, forgotten=False)


def _arrived(conversation: Conversation) -> Reply:
    known, checked = len(conversation.figures), bool(conversation.check)
    words = render("handoff_taken", known=known, checked=checked, active=conversation.active)
    return Reply(words, {"kind": "talk", "topic": "handoff"})


def _not_taken(reason: str) -> Reply:
    offers = suggestions(guide())
    words = render("handoff_refused", reason=reason, suggestions=offers)
    return Reply(words, {"kind": "fallback", "suggestions": offers})


def _keep(sender: str, conversation: Conversation, heard: Utterance, reply: Reply, forgotten: bool) -> Reply:
    """What outlives the turn: finished checks, questions that were not understood; or nothing any more.

    The reply, with its receipt where it has one.
    """
    kind = reply.payload["kind"]
    finished = kind == "assessment" and reply.payload["complete"]
    if not (forgotten or finished or kind == "fallback"):
        return reply
    with database.transaction(_database_url()) as session:
        if finished:
            issued = receipts.issue(session, edition(), sender, conversation.check, reply.payload)
            return receipts.with_receipt(reply, issued.code, reports_url() + issued.report)
        if forgotten:
            repository.erase(session, sender)
        else:
            repository.add_unanswered(
                session,
                text=anonymous(heard),
                conversation=sender,
                intent=heard.intent or None,
                confidence=heard.confidence,
            )
    return reply


def _shown_again(sender: str, code: str) -> Reply:
    """The check of ``sender`` with this receipt; of a code that is unknown or another's, the same words for both."""
    with database.transaction(_database_url()) as session:
        kept = repository.find_assessment(session, code, sender)
        shown = receipts.for_applicant(edition(), kept, reports_url()) if kept else None
    offers = suggestions(guide())
    words = render("receipt_unknown", suggestions=offers)
    return shown or Reply(words, {"kind": "fallback", "suggestions": offers})


def preview(figure_id: str, text: str) -> dict[str, Any] | None:
    """How a typed value will be understood: ``ok`` with ``value`` and ``shown``, or not, with ``reason``.

    None where the guide has no such figure. Nothing is kept.
    """
    figure = guide().figure.get(figure_id)
    return previews.preview(guide(), figure, normalize(text)) if figure else None


def published() -> dict[str, Any]:
    """The guide for programs: clauses, programs, figures (docs/web.md)."""
    return publication.as_data(guide()) | {"version": edition().version}


def guide_page(asked: str) -> publication.GuidePage:
    """The guide as a page, with what ``asked`` finds in it."""
    return publication.page(guide(), normalize(asked))


def report(address: str) -> reports.Report | None:
    """The finished check at this address, worked out with the present guide; None where there is none (any more)."""
    with database.transaction(_database_url()) as session:
        kept = repository.find_report(session, address)
        return receipts.report(edition(), kept) if kept else None


def replay(text: str) -> str | None:
    """For staff: the check whose receipt stands in ``text``, worked out with the present guide; None: there is none."""
    code = receipt.read(text)
    database.ready(_database_url())
    with database.transaction(_database_url()) as session:
        kept = repository.find_assessment(session, code) if code else None
        return receipts.for_staff(edition(), kept) if kept else None


def unanswered() -> list[str]:
    """For staff: the questions that were not answered and not yet exported, oldest first, one line each."""
    database.ready(_database_url())
    with database.transaction(_database_url()) as session:
        rows = repository.list_unanswered(session)
        return [f"{row.created_at:%Y-%m-%d}  {row.intent or '—'}  {row.text}" for row in rows]


def export_unanswered(write: Callable[[str], object]) -> int:
    """Hands them to ``write`` as training phrases; how many. They are exported once ``write`` returns, and not if it fails."""
    database.ready(_database_url())
    with database.transaction(_database_url()) as session:
        rows = repository.list_unanswered(session)
        write(phrasings((row.text, row.intent) for row in rows))
        for row in rows:
            row.exported = True
        return len(rows)


def promise() -> str:
    """The sentence that an assessment promises nothing."""
    return render("promise")


def root() -> str:
    """The path under which browsers find the bot: empty, unless it stands behind another server."""
    return urlsplit(Settings.from_environment().public_url).path


def reports_url() -> str:
    """The address below which reports are found."""
    return f"{Settings.from_environment().public_url}/report/"


def _database_url() -> str:
    return Settings.from_environment().database_url


def anonymous(heard: Utterance) -> str:
    """The message without figures, and cut short: what staff need to see which questions are missing."""
    return without_digits(heard.masked or heard.text)


def utterance(parsed: Mapping[str, Any]) -> Utterance:
    """Rasa's parse data as the dialogue reads it."""
    question = parsed.get("question")
    return Utterance(
        text=parsed.get("normalized_text") or parsed.get("text") or "",
        **_intents(parsed),
        question=_question(question) if question else None,
        described=tuple((each["name"], each["confidence"]) for each in parsed.get("described") or []),
        near=tuple((each["name"], each["confidence"]) for each in parsed.get("near") or []),
        passages=tuple((each["name"], each["confidence"]) for each in parsed.get("passages") or []),
        points=tuple((each["name"], each["confidence"]) for each in parsed.get("points") or []),
        mentions=tuple(_mention(entity) for entity in parsed.get("entities") or [] if "start" in entity),
    )


def _intents(parsed: Mapping[str, Any]) -> dict[str, Any]:
    """What the intent classifier makes of a message, or of its question."""
    return {
        "masked": parsed.get("masked_text") or "",
        "ranking": _ranking(parsed),
        "parts_ranked": tuple((_ranking(each), each["masked_text"]) for each in parsed.get("parts") or []),
        "pieces": tuple(_question(each) for each in parsed.get("pieces") or []),
    }


def _ranking(parsed: Mapping[str, Any]) -> Ranking:
    return tuple((each["name"], each["confidence"]) for each in parsed.get("intent_ranking") or [])


def _question(part: Mapping[str, Any]) -> Question:
    """A stretch of a message, with what the intent classifier makes of it alone."""
    return Question(part["start"], part["end"], **_intents(part))


def _mention(entity: Mapping[str, Any]) -> Mention:
    return Mention(entity["entity"], str(entity["value"]), entity.get("text", ""), entity["start"], entity["end"])


def decline(refusal: Enum) -> list[dict[str, Any]]:
    """The messages of a turn that the door did not let in; ``refusal.value`` is "too_long" or "empty"."""
    reply = fallback(guide(), off_topic=False)
    if refusal.value == "too_long":
        reply = Reply(render("too_long", limit=LONGEST_MESSAGE), reply.payload)
    return [{"text": reply.text}, {"custom": reply.payload}]
