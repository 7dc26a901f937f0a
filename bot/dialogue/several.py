"""A message that asks several things: each is heard by itself, in order, a later one of the program before where it names none.

Things asked of the same program are one question with several topics; what its answer leaves out is heard afterwards.
Nothing that is asked vanishes: what is none of the guide's is named.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from bot.answers import thresholds
from bot.answers.reply import CITING, Reply, together
from bot.answers.thresholds import as_requirement
from bot.dialogue.checking import taking
from bot.dialogue.hearing.heard import Hearing
from bot.dialogue.hearing.leaning import PLAIN
from bot.dialogue.hearing.put_up_words import FINE
from bot.dialogue.listening import listen
from bot.dialogue.state import Conversation, Question
from bot.dialogue.subject.fields import held_together
from bot.dialogue.subject.placed import counted
from bot.dialogue.subject.programs import named_programs, pointed_at, programs_of_fields
from bot.dialogue.words import ELIGIBLE
from bot.figures.wording.stance import clauses

Outcome = tuple[Conversation, Reply]
Step = Callable[[Hearing], Outcome | None]
OF_EACH = re.compile(r"都|分别|各|[这那它他][俩两些几]|两[个者种]|它们")  # 都归哪个科: of all that were named
OF_AN_OFFICE = ("ask_section", "ask_materials", "ask_submission", "ask_contact", "ask_deadline")


@dataclass(frozen=True)
class Answered:
    """One thing that is asked: what was heard, the conversation after it, and the reply."""

    heard: Hearing
    after: Conversation
    reply: Reply

    @property
    def named(self) -> tuple[str, ...]:
        """The programs (ids) that the thing names itself, as by their places: 这两个分别交给谁，前一个投资得多大."""
        guide, utterance = self.heard.guide, self.heard.utterance
        named = named_programs(guide, utterance) or pointed_at(guide, self.heard.conversation, utterance.text)
        return named or programs_of_fields(guide, utterance)

    @property
    def begins(self) -> bool:
        """Whether a check begins with it."""
        return self.reply.payload["kind"] not in CITING

    @property
    def wanted(self) -> tuple[object, ...]:
        """What is asked, of whatever program: the topics, and the figures where it is one."""
        figures = (
            self.after.about_figures if self.reply.payload.get("topic") == "figure" else self.heard.subject.figures
        )
        return (self.begins, *self.heard.topics, *figures)


def apart(whole: Hearing, answer: Step, begin: Step) -> Outcome | None:
    """The answers to things that are asked of different programs; None where the message asks one thing, or of one program.

    ``begin``: how the check begins that one of them wants, behind the answers.
    """
    if len(whole.pieces_asked) < 2 or whole.conversation.check or whole.judged or whole.asks_what_fits:
        return None
    things = _one_by_one(whole, answer, begin)
    if not _differ(things) or whole.wants_check and not things[-1].begins:
        return None
    last = things[-1]
    replies = [each.reply for each in things]
    if last.begins:
        return last.after, replace(last.reply, text="\n\n".join(each.text for each in replies))
    reply = together(replies)
    programs = tuple(dict.fromkeys([*_named_in(things), *reply.payload["programs"]]))
    listed = whole.conversation.named if counted(whole.guide, whole.conversation, whole.utterance.text) else programs
    return last.after.but(named=listed), replace(reply, payload={**reply.payload, "programs": list(programs)})


def _one_by_one(whole: Hearing, answer: Step, begin: Step) -> list[Answered]:
    """Every thing that is asked with its answer, what begins a check last; empty where one has none."""
    conversation, found, checked = whole.conversation, list[Answered](), list[Hearing]()
    for thing in _things(whole):
        alone, named = whole.utterance.only(thing), _named_in(found)
        if OF_EACH.search(alone.text) and len(named) > 1:
            conversation = conversation.but(programs=named, named=named)
        this = listen(whole.guide, with_the_list(whole, conversation, alone.text), alone)
        if this.wants_check and found and "compare" in found[-1].heard.topics and not this.heard.readings:
            continue  # 有啥不一样，我该报哪个: who tells nothing of himself chooses by what was compared
        if this.wants_check:
            checked.append(this)
            continue
        outcome = answer(this)
        if outcome is None or outcome[1].payload["kind"] not in CITING:
            return []
        found.append(Answered(this, *outcome))
        conversation = outcome[0]
    if not checked:
        return found
    begun = begin(replace(checked[0], conversation=conversation)) if len(checked) == 1 else None
    return [*found, Answered(checked[0], *begun)] if begun else []


def with_the_list(whole: Hearing, after: Conversation, text: str) -> Conversation:
    """``after``, its list that which was given before the message where the words count in it: 前两个归谁，最后一个要什么条件."""
    before = whole.conversation
    return after.but(named=before.named) if counted(whole.guide, before, text) else after


def _things(whole: Hearing) -> Iterator[Question]:
    """The pieces that ask, each with what is told before it, the last of them to the end of the message."""
    begin = 0
    *others, last = whole.pieces_asked
    for piece in (*others, replace(last, end=len(whole.utterance.text))):
        yield replace(piece, start=begin)
        begin = piece.end


def _differ(things: Sequence[Answered]) -> bool:
    """Whether different things are asked of different programs: the same of several is one question, unless it is how they
    differ and something else of them."""
    if things and "compare" in things[0].heard.topics:
        return any("compare" not in each.heard.topics for each in things)
    naming = [each for each in things if each.named]
    if naming and any(
        _is_of_all_there_are(each, before) for before, each in zip((None, *things), things, strict=False)
    ):
        return True  # 一共有哪些项目，重大专项的投资门槛是多少
    return any(
        {*one.named} != {*other.named} and one.wanted != other.wanted
        for place, one in enumerate(naming)
        for other in naming[:place]
    )


def _is_of_all_there_are(this: Answered, before: Answered | None) -> bool:
    """Whether all programs are asked for, and not those of the family that was named just before: 平台建设专项呢，分几个."""
    of_a_family = before is not None and before.heard.utterance.ids("family")
    return "overview" in this.heard.topics and not (this.named or of_a_family)


def _named_in(things: Sequence[Answered]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(program for each in things for program in each.named))


def before_a_condition(whole: Hearing, answer: Step) -> Outcome | None:
    """Where it is asked first what an office does, and last if one status is enough, both answers: 归哪个科？另外我们只有专精特新，没评上高企，可以不."""
    pieces = whole.utterance.pieces
    first = next((each for each in reversed(pieces) if each.ranking[0][0] in OF_AN_OFFICE), None)
    if first is None or first not in whole.pieces_asked or whole.conversation.check:
        return None
    text = whole.utterance.text
    tail = Question(first.end, len(text), (("ask_requirements", PLAIN),), whole.utterance.masked)
    last = [part.text for part in clauses(text[tail.start :])][-1:]
    named = [each for each in whole.utterance.of(*held_together(whole.guide)) if tail.holds(each.start)]
    if not named or not any(FINE.search(each) or ELIGIBLE.search(each) for each in last):
        return None
    asked = answer(listen(whole.guide, whole.conversation, whole.utterance.only(replace(first, start=0))))
    if asked is None or asked[1].payload["kind"] not in CITING or len(asked[0].programs) != 1:
        return None
    this = listen(whole.guide, asked[0], replace(whole.utterance.only(tail), described=()))
    found = thresholds.figure(
        whole.guide, replace(this.subject, figures=tuple(dict.fromkeys(each.kind for each in named)))
    )
    if found.payload["kind"] != "answer":
        return None
    kept, _ = taking.keep(whole.guide, asked[0], this.heard)
    return kept, together([asked[1], as_requirement(found)])
