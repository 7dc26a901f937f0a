"""Whether whoever asks if he may apply tells what he is, has or has not: 公司要请个日本专家，引进外国专家专项行不."""

from __future__ import annotations

from bot.dialogue.hearing.message import Message
from bot.dialogue.subject.passing import PARTNER
from bot.dialogue.words import ELIGIBLE
from bot.figures.stated.unlisted import unlisted
from bot.figures.wording.stance import asks, clause_at, is_hearsay


def tells_of_itself(this: Message) -> bool:
    """Whether a clause that asks nothing names the asker's kind, or tells something of it."""
    text = this.utterance.text
    own = [each for each in this.utterance.of("applicant_type") if not PARTNER.search(text[: each.start])]
    places = [*(each.start for each in own), *(each.start for each in this.heard.readings)]
    places += [each.start for each in this.heard.bare]
    if kind := unlisted(text):
        places.append(text.index(kind))
    return any(_states(clause_at(text, place).text) for place in places if place < len(text))


def _states(clause: str) -> bool:
    return not (asks(clause) or ELIGIBLE.search(clause) or is_hearsay(clause))
