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
from bot.dialogue.checking import commands, erasing, kinds, noting
from bot.dialogue.checking.dropped import rest_after_dropping
from bot.dialogue.checking.left_to_ask import left_to_ask
from bot.dialogue.checking.told_and_supposed import parted
from bot.dialogue.checking.turned import turned_since
from bot.dialogue.hearing.announcing import headed
from bot.dialogue.hearing.dialect import in_common_words
from bot.dialogue.hearing.heard import Hearing
from bot.dialogue.listening import listen
from bot.dialogue.state import Conversation, Utterance
from bot.dialogue.steps import aside, asking, lacking, ordering, own_data, telling, unheard
from bot.dialogue.subject.how_many_more import with_how_many_more
from bot.dialogue.subject.leaving import wanted_instead
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
    no_unit.asked,  # 没有营业执照可以申请不 asks nothing of whoever issues it
    asking.elsewhere,
    kinds.asked,
    jointly.asked,
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
QUESTION = (kinds.asked, no_unit.asked, jointly.asked, asking.condition, asking.question)


def turn(guide: Guide, conversation: Conversation, utterance: Utterance) -> Outcome:
    """What to remember after this message, and the reply to it."""
    plain = in_common_words(utterance.text)
    said = replace(utterance, text=headed(as_clauses(net_for_gross(plain)), utterance))
    afresh = _afresh(guide, conversation, said) if conversation.figures else None
    if afresh:
        after, reply = _turn(guide, afresh[0], said)
        return after, preceded_by(reply, render(afresh[1]))
    if rest := rest_after_dropping(conversation, said):
        stopped, told = commands.stop(guide, conversation)
        after, reply = _turn(guide, stopped, rest)
        return after, preceded_by(reply, told.text)
    plainly = with_how_many_more(guide, conversation, said)
    conversation, in_words = in_full(guide, conversation, plainly)
    after, reply = _left(guide, conversation, in_words) or _whole(guide, conversation, in_words)
    return after, reply if plainly is said else followed_by(reply, render("newcomers"))


def _left(guide: Guide, conversation: Conversation, said: Utterance) -> Outcome | None:
    """The answer to what a check is left for: 停，不查了，我就问合作社能不能报."""
    left = left_to_ask(conversation, said.text)
    if left is None:
        return None
    after, reply = _turn(guide, left, said)
    return after.but(check=after.check or conversation.check), reply


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
    if case.payload["kind"] != "assessment" or after.rival or after.number:
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
    whole = listen(guide, conversation, utterance)
    asked = story.question_after(whole)
    in_two = (
        enumerated.each_answered(whole, _answer)
        or several.before_a_condition(whole, _answer)
        or several.apart(asked or whole, _answer, asking.check)
    )
    after, reply = in_two or _as_one(whole, asked)
    reply = story.with_what_was_told(whole, asked, reply) if asked else reply
    after = aside.remembering(whole, after).speaking()
    reply = followed_by(
        reply, turned_since(guide, conversation, after)
    )  # 还没启动呢，你怎么写启动了 is answered by its rule
    answered = conversation.choosing and after != conversation
    after = after.but(choosing=False) if answered else after
    after = after.but(wondered=None) if after.wondered is conversation.wondered else after  # and not put once more
    return (after.but(correcting=False) if conversation.correcting else after).since(conversation), reply


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
