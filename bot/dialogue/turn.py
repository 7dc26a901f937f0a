"""One turn: what was heard, and the first of the steps below that has something to say to it.

Each step takes the whole turn and either ends it with what to remember and to say, or leaves it to the next one. Their
order is the assistant's sense of what matters: the applicant's own data, then figures, then questions, then talk.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from bot.answers.reply import Reply, followed_by, preceded_by, render
from bot.dialogue import enumerated, several, story, the_rest
from bot.dialogue.answering import jointly, no_unit
from bot.dialogue.checking import check, commands, erasing, kinds, noting
from bot.dialogue.checking.left import left_for
from bot.dialogue.checking.not_said import protested, without_it
from bot.dialogue.checking.told_and_supposed import parted
from bot.dialogue.checking.turned import turned_since
from bot.dialogue.checking.turning_to import as_ordered, turned
from bot.dialogue.checking.unit_before import telling_the_unit
from bot.dialogue.checking.unwanted import for_whoever_asks, without_a_check
from bot.dialogue.hearing.announcing import headed
from bot.dialogue.hearing.dialect import in_common_words
from bot.dialogue.hearing.heard import Hearing
from bot.dialogue.hearing.protest import as_it_is_meant
from bot.dialogue.hearing.signs import with_signs
from bot.dialogue.hearing.tagged import with_tags_asked
from bot.dialogue.listening import listen
from bot.dialogue.repeated import not_repeated, remembering
from bot.dialogue.state import Conversation, Utterance
from bot.dialogue.steps import aside, asking, concluding, lacking, ordering, own_data, telling, unheard
from bot.dialogue.steps.counts_as_asked import counts_as_asked
from bot.dialogue.steps.institution_asked import institution_asked
from bot.dialogue.steps.kind_as_written import kind_as_written
from bot.dialogue.steps.told_before import told_before
from bot.dialogue.steps.zone_asked import zone_asked
from bot.dialogue.subject.how_many_more import with_how_many_more
from bot.dialogue.subject.leaving import wanted_instead
from bot.dialogue.subject.small_talk import without_thanks
from bot.dialogue.subject.taken_up import in_full
from bot.figures.possible import OF_A_PROJECT
from bot.figures.readings import readings
from bot.figures.wording.pasted import as_clauses
from bot.figures.wording.tax import net_for_gross
from bot.guide.model import Guide

Outcome = tuple[Conversation, Reply]
Step = Callable[[Hearing], Outcome | None]


STEPS: tuple[Step, ...] = (
    telling.choose,  # 新的 between two values is no wish to begin anew
    own_data.forget,
    own_data.erase_no_more,
    asking.understood,
    concluding.concluded,
    no_unit.asked,  # 没有营业执照可以申请不 asks nothing of whoever issues it
    asking.elsewhere,
    kinds.asked,
    jointly.asked,
    counts_as_asked,
    institution_asked,
    kind_as_written,
    zone_asked,
    told_before,
    asking.condition,
    lacking.lacking,
    telling.wondered,
    telling.unit,
    telling.adopt,
    telling.suppose,
    own_data.privacy,
    asking.who,
    asking.beside,
    telling.figures,
    telling.changed,
    telling.retract,
    ordering.explain,
    telling.unknown,
    ordering.commands,
    asking.check,
    asking.question,
    asking.talk,
)

# Of those, the ones that answer what is asked beside a story: it is told of nobody's check, and begins none.
QUESTION = (kinds.asked, no_unit.asked, jointly.asked, institution_asked, zone_asked, asking.condition, asking.question)


def turn(guide: Guide, conversation: Conversation, utterance: Utterance) -> Outcome:
    """What to remember after this message, and the reply to it."""
    after, reply = _said(guide, conversation, utterance)
    said = not_repeated(guide, conversation, utterance, reply)
    return remembering(after, utterance, reply), said


def _said(guide: Guide, conversation: Conversation, utterance: Utterance) -> Outcome:
    plain = in_common_words(utterance.text)
    said = replace(utterance, text=headed(as_clauses(net_for_gross(plain)), utterance))
    said = for_whoever_asks(with_tags_asked(conversation, without_thanks(said)))
    afresh = _afresh(guide, conversation, said) if conversation.figures else None
    if afresh:
        after, reply = _turn(guide, afresh[0], said)
        return after, preceded_by(reply, render(afresh[1]))
    if asked := left_for(conversation, said):
        return _left(guide, conversation, asked)
    if unwanted := _unchecked(guide, conversation, said):
        return unwanted
    if protest := protested(guide, conversation, said):
        conversation, rest, words = protest
        after, reply = _turn(guide, conversation, rest) if rest else without_it(guide, conversation, words)
        return after, preceded_by(reply, words) if rest else reply
    plainly = with_how_many_more(guide, conversation, said)
    conversation, in_words = in_full(guide, conversation, plainly)
    after, reply = _whole(guide, conversation, in_words)
    return after, reply if plainly is said else followed_by(reply, render("newcomers"))


def _left(guide: Guide, conversation: Conversation, asked: Utterance) -> Outcome:
    """The answer to what a check is left for, as to somebody who has none; the check stays to be gone on with (left.py)."""
    stopped, told = commands.stop(guide, conversation)
    of_none = stopped.but(check=(), programs=conversation.programs or conversation.check)
    after, reply = _said(guide, of_none, asked)
    return (after, reply) if after.check else (after.but(check=stopped.check), preceded_by(reply, told.text))


def _unchecked(guide: Guide, conversation: Conversation, said: Utterance) -> Outcome | None:
    """The answer to what is asked where no check is wanted: 不是要查，就问问高校能报哪几个."""
    found = without_a_check(guide, conversation, said)
    if found is None:
        return None
    free, rest, later = found
    if not rest.text:
        return free.but(check=later), Reply(render("unwanted"), {"kind": "talk", "topic": "stop"})
    after, reply = _turn(guide, free, rest)
    after = after.but(check=after.check or later)
    return after, preceded_by(reply, render("no_check")) if conversation.active else reply


def _whole(guide: Guide, conversation: Conversation, said: Utterance) -> Outcome:
    return _in_two(guide, conversation, said) or _turn(guide, conversation, said)


def _in_two(guide: Guide, conversation: Conversation, utterance: Utterance) -> Outcome | None:
    """What a message tells is taken first, and what it supposes beside that is answered with it (told_and_supposed.py)."""
    parts = parted(guide, conversation, utterance)
    if parts is None:
        return None
    told, supposed, figure = parts
    after, reply = _turn(guide, conversation, told)
    then, case = _turn(guide, after.but(supposed=figure) if figure else after, supposed)
    if case.payload["kind"] not in ("assessment", "answer") or after.rival or after.number:
        unread = render("unread", parts=[supposed.text.strip("，,。；; ")])
        return after, preceded_by(reply, unread)
    noted = noting.rows(guide, conversation.figures, after.figures)
    return then.since(conversation), preceded_by(case, render("noted", rows=noted))


def _afresh(guide: Guide, conversation: Conversation, said: Utterance) -> tuple[Conversation, str] | None:
    """In what conversation the rest of a message is heard that leaves what was said behind, and the words for it."""
    text = said.text
    if conversation.check and erasing.another_applicant(text):
        return Conversation(check=conversation.check, programs=conversation.programs), "begun_anew"
    if erasing.begins_anew(text):
        return Conversation(), "begun_anew"
    told = {each.figure for each in readings(text, guide).readings}
    other = (
        wanted_instead(said, guide, conversation.check) and not told & OF_A_PROJECT
    )  # 换个项目，查孵化器 is a switch
    if conversation.check and erasing.another_project(text) and not other:
        gone = OF_A_PROJECT | told
        kept = {figure: value for figure, value in conversation.figures.items() if figure not in gone}
        return Conversation(figures=kept, check=conversation.check, programs=conversation.programs), "another_project"
    return None


def _turn(guide: Guide, conversation: Conversation, utterance: Utterance) -> Outcome:
    # Of the message as a whole: 由谁组织, in a question for the acceptance of projects, is of that.
    meant = with_signs(as_it_is_meant(guide, conversation, utterance))
    whole = listen(guide, conversation, meant)
    if other := turned(whole):
        return _turned_to(guide, conversation, other, meant)
    return _heard(guide, conversation, whole)


def _heard(guide: Guide, conversation: Conversation, whole: Hearing) -> Outcome:
    """The answer to what was heard, with what is remembered of it."""
    asked = story.question_after(whole)
    in_two = (
        enumerated.each_answered(whole, _answer)
        or several.before_a_condition(whole, _answer)
        or several.apart(asked or whole, _answer, asking.check)
    )
    after, reply = in_two or _as_one(whole, asked)
    reply = story.with_what_was_told(whole, asked, reply) if asked else reply
    after = aside.remembering(whole, after).speaking()
    # 还没启动呢，你怎么写启动了 is answered by its rule, which does not say that the verdict turned.
    reply = followed_by(reply, turned_since(guide, conversation, after))
    reply = telling_the_unit(conversation, after, whole.utterance.text, reply)
    answered = conversation.choosing and after != conversation
    after = after.but(choosing=False) if answered else after
    after = after.but(wondered=None) if after.wondered is conversation.wondered else after  # and not put once more
    return (after.but(correcting=False) if conversation.correcting else after).since(conversation), reply


def _turned_to(guide: Guide, before: Conversation, other: Conversation, meant: Utterance) -> Outcome:
    """What is said to a message that is of another program than the check, heard in a check of that one (turning_to.py)."""
    after, reply = _heard(guide, other, listen(guide, other, as_ordered(meant)))
    if reply.payload["kind"] == "question" and after.check == other.check:
        after, reply = check.introduced(guide, after, reply)
    answered = noting.rows(guide, before.figures, other.figures)
    return after.since(before), preceded_by(reply, render("noted", rows=answered)) if answered else reply


def _as_one(whole: Hearing, asked: Hearing | None) -> Outcome:
    """What is said to the message as one question; then to what else it asks."""
    this = asked or whole
    outcome = _first(QUESTION if asked else STEPS, this)
    answered = kinds.with_kind(this, outcome or unheard.not_understood(this))
    after, reply = the_rest.with_the_rest(this, answered, _answer)
    return after, no_unit.beside_a_business(this, reply)


def _answer(this: Hearing) -> Outcome | None:
    """The answer to what is asked of the guide, and of nobody's check."""
    outcome = _first(QUESTION, this)
    return kinds.with_kind(this, outcome) if outcome else None


def _first(steps: Iterable[Step], this: Hearing) -> Outcome | None:
    """What the first of the steps says that has something to say."""
    return next(filter(None, (step(this) for step in steps)), None)
