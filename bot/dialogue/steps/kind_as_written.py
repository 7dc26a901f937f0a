"""Whether a kind of unit counts (跟研究院合作也算吗) where the one program names that kind by another of its words: 科研院所."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from bot.answers.checks import WHO
from bot.answers.reply import Reply, answer, render
from bot.dialogue.checking import check
from bot.dialogue.hearing.heard import Hearing
from bot.dialogue.state import Conversation, Mention
from bot.dialogue.subject.programs import named_programs
from bot.dialogue.subject.supported_kinds import sentences_on
from bot.figures.wording.stance import asks, clauses
from bot.guide.model import Choice, Guide, Program, Quote

_AHEAD = re.compile(
    r"(?:[那我只就想问是也\s]|请问|如果|要是|找|联合|拉上?|[跟和与同]|一?[个家]|合作(?:方|单位|伙伴)|参与(?:方|单位))*"
)
_BEHIND = re.compile(
    r"(?:一[起块]儿?|合作|联合|共建|搭伙|来|做|搞|的|这[种类样]|也|都|到底|究竟|能|应该)*"
    r"(?:算不算|不算|算(?:数|在内|的)?|认不认|包不包括|包括在内)(?:[吗么吧不嘛]|[?？])*[，,。；;！! ]*"
)


def kind_as_written(this: Hearing) -> tuple[Conversation, Reply] | None:
    """The sentence of the one program that names the kind of which it is asked if it counts; None where none does."""
    kind = _asked(this)
    # Of the program in hand, whatever else the few words may sound like.
    programs = named_programs(this.guide, this.utterance) or this.conversation.programs or this.subject.programs
    if kind is None or len(programs) != 1:
        return None
    program = this.guide.program[programs[0]]
    choice = next(each for each in this.guide.figure[WHO].choices if each.id == kind.id)
    found = next(_written(this.guide, program, choice), None)
    if found is None:
        return None
    written, quote = found
    text = render("kind_written", program=program.name, word=kind.text, written=written, clause=quote.clause)
    reply = answer("requirements", [program.id], [quote], text)
    after = this.conversation.but(programs=(program.id,), topic="requirements")
    return after, check.asked_again(this.guide, after, reply)


def _asked(this: Hearing) -> Mention | None:
    """The kind that all the question is of."""
    text = this.utterance.text
    asking = [part for part in clauses(text) if asks(part.text) or "算" in part.text]
    named = ((part, each) for part in asking for each in this.utterance.of(WHO) if part.holds(each.start))
    alone = [
        each
        for part, each in named
        if _AHEAD.fullmatch(text[part.start : each.start]) and _BEHIND.fullmatch(text[each.end : part.end])
    ]
    return alone[0] if len(alone) == 1 else None


def _written(guide: Guide, program: Program, choice: Choice) -> Iterator[tuple[str, Quote]]:
    """The words for the kind in what the program demands, then in what it supports, the longest first."""
    words = sorted((choice.name, *choice.aliases), key=len, reverse=True)
    demanded = (Quote(each.clause, each.quote) for each in program.requirements)
    yield from _with_words(demanded, words)
    yield from _with_words(sentences_on(guide, program, [choice]), words)


def _with_words(quotes: Iterable[Quote], words: Iterable[str]) -> Iterator[tuple[str, Quote]]:
    said = list(words)
    yield from ((word, quote) for quote in quotes for word in said if word in quote.quote)
