"""One turn: what was heard, and the first of the steps below that has something to say to it.

Each step takes the whole turn and either ends it with what to remember and to say, or leaves it to the next one. Their
order is the assistant's sense of what matters: the applicant's own data, then figures, then questions, then talk.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from bot.answers.reply import Reply, button, render, talk
from bot.answers.requirements import programs_testing
from bot.dialogue import check, commands, doubt, erasing, questions, supposing, taking
from bot.dialogue.beside import with_gaps, with_questions
from bot.dialogue.elsewhere import elsewhere
from bot.dialogue.hearing import SURE, UNDERSTOOD, Hearing
from bot.dialogue.state import Conversation, Utterance
from bot.dialogue.subject import EVERY, named_programs, of_the_check, subject, with_passing
from bot.dialogue.words import (
    AGAIN,
    AGREED,
    ANY_OF_THEM,
    BASIS,
    DONE_YET,
    ERASING,
    FORWARD,
    LOST,
    RECORDED,
    RESULT,
    STILL_MISSING,
    STOPPING,
    SUITS_US,
    TALK,
    TOLD,
    WHY_SO,
)
from bot.figures.listing import listed
from bot.figures.mentions import Mention
from bot.figures.naming import suits
from bot.figures.readings import Reading, Readings, readings
from bot.figures.stance import clauses, corrects, is_hearsay
from bot.guide.model import Guide

Outcome = tuple[Conversation, Reply]

CORRECTABLE = ("money", "people", "ratio", "share", "choice", "choices", "yes_no")
NO_QUESTIONS = (
    "ask_submission",
    "ask_contact",
    "ask_section",
    "check",
    "out_of_scope",
    "inform",
    "ask_same",
)  # 要是由学校来报呢
CHECKED = ("check", "inform", "correct")  # what is said with these is said of the applicant


def turn(guide: Guide, conversation: Conversation, utterance: Utterance) -> Outcome:
    """What to remember after this message, and the reply to it."""
    said = replace(utterance, text=_headed(listed(utterance.text), utterance))
    if conversation.figures and erasing.begins_anew(said.text):
        after, reply = turn(guide, Conversation(), said)
        return after, replace(reply, text=render("begun_anew") + "\n" + reply.text)
    this = _hearing(guide, conversation, said)
    for step in STEPS:
        outcome = step(this)
        if outcome:
            return outcome
    return _not_understood(this)


def _hearing(guide: Guide, conversation: Conversation, utterance: Utterance) -> Hearing:
    """The message as a whole: first what it says, then, of a statement, what it says in passing, then what it is about."""
    heard = _without_names(guide, _heard(guide, conversation, utterance), utterance)
    heard = _without_hearsay(heard)
    first = Hearing(guide, conversation, utterance, heard, subject(guide, conversation, utterance, heard))
    if first.is_no_answer:
        heard = _not_as_a_whole(heard, conversation, utterance)
    told = not first.wonders and (conversation.active or conversation.check or conversation.programs)
    states = first.wants_check or first.describes_us or utterance.intent in CHECKED or told
    if states and not heard.hypothesis:
        heard = with_passing(guide, conversation, utterance, heard)
    programs = first.subject.programs if states else ()
    heard = of_the_check(guide, conversation, utterance, heard, programs)
    return replace(first, heard=heard, subject=subject(guide, conversation, utterance, heard))


def _heard(guide: Guide, conversation: Conversation, utterance: Utterance) -> Readings:
    """What the message says; a correction without a name (不对，是1100万) is of the figure that was kept last."""
    plain = readings(utterance.text, guide, conversation.asked)
    if not (conversation.asked or plain.readings or plain.question or plain.hypothesis):
        mended = supposing.mended(guide, conversation, plain)
        if mended.readings or not plain.correction:
            return mended
    if not corrects(utterance.text) or plain.readings and not conversation.asked:
        return plain
    if conversation.asked and plain.value(conversation.asked) is not None and len(plain.readings) > 1:
        return plain  # 有的，另外总投资改成950万: the answer, and a correction that names its figure
    for figure in supposing.corrigible(guide, conversation, utterance.text):
        told = conversation.asked or supposing.only_fitting(guide, conversation, figure, plain)
        if told and guide.figure[figure].kind in CORRECTABLE:
            heard = readings(utterance.text, guide, figure)
            if heard.readings:
                return heard
    return plain


def _headed(text: str, utterance: Utterance) -> str:
    """``text`` with a comma for the colon behind a program's name: 新型研发机构：在兰州注册 is a heading and what it is about."""
    letters = list(text)
    for each in utterance.mentions:
        if each.kind in ("program", "family") and text[each.end : each.end + 1] in (":", "："):
            letters[each.end] = "，"
    return "".join(letters)


def _without_names(guide: Guide, heard: Readings, utterance: Utterance) -> Readings:
    """``heard`` but for what stands inside a program's name: 新型研发机构建设专项 tells of no 研发机构 of anybody,
    and 我们公司做重大专项 of no technology."""
    names = [each for each in utterance.mentions if each.kind in ("program", "family")]

    def own(each: Mention | Reading) -> bool:
        return not any(name.start <= each.start and each.end <= name.end for name in names)

    said = (each for each in heard.readings if guide.figure[each.figure].kind not in ("yes_no", "text") or own(each))
    return replace(heard, mentions=tuple(filter(own, heard.mentions)), readings=tuple(said))


def _without_hearsay(heard: Readings) -> Readings:
    """``heard`` but for what the asker has only heard to be the rule."""
    told = [part for part in clauses(heard.text) if is_hearsay(part.text)]
    own = tuple(each for each in heard.readings if not any(part.holds(each.start) for part in told))
    return replace(heard, readings=own) if told else heard


def _not_as_a_whole(heard: Readings, conversation: Conversation, utterance: Utterance) -> Readings:
    """``heard`` but for an answer made of the whole message: 帮我查一查农业专项 tells neither field nor technology."""
    whole = (conversation.asked, 0, len(utterance.text))
    said = tuple(each for each in heard.readings if (each.figure, each.start, each.end) != whole)
    return replace(heard, readings=said)


# --- steps, in the order in which they are tried ---


def _forget(this: Hearing) -> Outcome | None:
    text = this.utterance.text
    sure = this.intent in ERASING and this.utterance.confidence >= SURE
    if not sure or not erasing.wants(this.intent, text):
        return None
    if this.intent == "forget" and this.conversation.active and not erasing.names_all(text):
        return None
    return Conversation(), talk(this.intent)


def _erase_no_more(this: Hearing) -> Outcome | None:
    """别删我的数据, 那个900万删掉, 删除我的信息要多久: everything but the one figure that is taken back stays."""
    if this.intent != "forget" or this.utterance.confidence < SURE or this.heard.readings:
        return None
    if erasing.spares(this.utterance.text):
        return this.conversation, check.asked_again(this.guide, this.conversation, talk("kept"))
    if not ERASING["forget"].search(this.utterance.text):
        return None
    retracted = taking.retract(this.guide, this.conversation, this.heard)
    return retracted or (this.conversation, check.asked_again(this.guide, this.conversation, talk("privacy")))


def _elsewhere(this: Hearing) -> Outcome | None:
    if not elsewhere(this.guide, this.utterance):
        return None
    return this.conversation, check.asked_again(this.guide, this.conversation, fallback(this.guide, off_topic=True))


def _unit(this: Hearing) -> Outcome | None:
    waiting = this.conversation.number or {}
    if any(each.figure not in waiting for each in this.heard.readings):
        return None  # 自筹300万 while the unit of the total is waited for: of what it names
    return taking.resolve_unit(this.guide, this.conversation, this.utterance.text)


def _choose(this: Hearing) -> Outcome | None:
    if this.heard.readings:
        return None
    return taking.choose(this.guide, this.conversation, this.utterance.text)


def _suppose(this: Hearing) -> Outcome | None:
    if this.tells_only_a_kind or this.asks_plainly:
        return None
    supposed = this.heard.hypothesis or (this.intent == "what_if" and this.utterance.confidence >= SURE)
    if not supposed:
        return None
    outcome = supposing.suppose(this.guide, this.conversation, this.heard, this.subject.programs)
    return outcome or (None if this.asks and this.utterance.confidence >= SURE else _supposes_nothing(this))


def _supposes_nothing(this: Hearing) -> Outcome | None:
    """What is supposed in a check in words that name no figure is not answered as if it were another question."""
    if not (this.conversation.check and this.heard.hypothesis and this.intent in ("what_if", *NO_QUESTIONS)):
        return None
    return this.conversation, check.asked_again(
        this.guide,
        this.conversation,
        Reply(render("supposes_nothing"), {"kind": "fallback", "suggestions": suggestions(this.guide)}),
    )


def _figures(this: Hearing) -> Outcome | None:
    if this.asks or this.commands or not (this.heard.readings or this.heard.unit_doubts or this.heard.torn):
        return None
    scope = _scope(this) if this.wants_check or not this.conversation.check else ()
    heard = replace(this.heard, correction=this.heard.correction or this.intent == "correct")
    return with_questions(this, taking.take(this.guide, this.conversation, heard, scope))


def _privacy(this: Hearing) -> Outcome | None:
    """总投资600万，你们会保密吗: kept as any question keeps what it tells, and answered."""
    if this.intent != "privacy" or this.utterance.confidence < SURE or not TALK["privacy"].search(this.utterance.text):
        return None
    kept, then = taking.keep(this.guide, this.conversation, this.heard)
    return kept, check.asked_again(this.guide, kept, talk("privacy"), then)


def _retract(this: Hearing) -> Outcome | None:
    """总投资不对, 不是700万: what was said does not hold, and what does is not said yet."""
    if this.heard.readings or this.heard.unit_doubts or this.asks:
        return None
    return taking.retract(this.guide, this.conversation, this.heard)


def _explain(this: Hearing) -> Outcome | None:
    text, asked = this.utterance.text, this.conversation.asked
    if not asked or this.heard.readings or this.utterance.ids("program", "family"):
        return None
    if AGAIN.search(text):
        return this.conversation, check.ask_again(this.guide, this.conversation)
    if not (LOST.fullmatch(text) or WHY_SO.search(text)):
        return None
    return commands.why(this.guide, this.conversation)


def _unknown(this: Hearing) -> Outcome | None:
    asked = this.conversation.asked
    if not asked or not (this.heard.unknown or this.intent == "unknown" and this.believed):
        return None
    return taking.skip(this.guide, this.conversation, this.heard, this.heard.unknown or (asked,))


def _commands(this: Hearing) -> Outcome | None:
    told = None if this.heard.readings else _told_by_words(this)
    return told or (commands.COMMANDS[this.intent](this.guide, this.conversation) if this.commands else None)


def _told_by_words(this: Hearing) -> Outcome | None:
    """What is done with a check because of single words, where nothing is said of the applicant."""
    text, named = this.utterance.text, named_programs(this.guide, this.utterance)
    if this.conversation.active and STOPPING.search(text):
        wants = commands.result if RESULT.search(text) else commands.stop
        return wants(this.guide, this.conversation)
    if TOLD.search(text) or this.conversation.check and RECORDED.search(text):
        return commands.told(this.guide, this.conversation)
    if this.conversation.figures and SUITS_US.search(text):
        return commands.everywhere(this.guide, this.conversation)
    if this.conversation.check and _asks_how_it_stands(this):
        return commands.status(this.guide, this.conversation, named)
    if this.commands and this.intent == "resume" and named:
        return check.start(this.guide, this.conversation, named)
    return None


def _asks_how_it_stands(this: Hearing) -> bool:
    """Whether 还差什么, 要改什么才行 or, after a verdict, 依据呢 and 好了吗 ask for the check's own standing."""
    text = this.utterance.text
    named = {*named_programs(this.guide, this.utterance)} - {*this.conversation.check}
    if named or this.conversation.asked and FORWARD.search(text) and not STILL_MISSING.search(text):
        return False
    ended = not this.conversation.active and (BASIS.search(text) or DONE_YET.fullmatch(text))
    return bool(STILL_MISSING.search(text) or FORWARD.search(text) or ended)


def _check(this: Hearing) -> Outcome | None:
    if this.asks_for_the_next:
        return check.start(this.guide, this.conversation, named_programs(this.guide, this.utterance))
    if not this.wants_check or this.intent == "check" and this.topics and not this.applies:
        return None
    return with_questions(this, check.start(this.guide, this.conversation, _scope(this)))


def _question(this: Hearing) -> Outcome | None:
    topics = this.topics
    if not topics:
        return None
    if this.in_doubt:
        return this.conversation, doubt.ask(
            this.guide, this.in_doubt, this.subject.programs[0], suggestions(this.guide)
        )
    heard = Readings() if this.quotes_a_threshold else this.heard
    kept, then = taking.keep(this.guide, this.conversation, heard)
    about = replace(this.subject, figures=this.quotes_a_threshold) if this.quotes_a_threshold else this.subject
    said, reply = questions.answer_to(this.guide, kept, about, topics, this.utterance)
    said, reply = said.but(judged=False), with_gaps(this.guide, kept, about, reply)
    return said, check.asked_again(this.guide, said, reply, then)


def _talk(this: Hearing) -> Outcome | None:
    if this.conversation.check and not this.conversation.active and AGREED.fullmatch(this.utterance.text):
        return this.conversation, Reply(render("agreed"), {"kind": "talk", "topic": "done"})
    words = TALK.get(this.intent)
    if not words or this.utterance.confidence < UNDERSTOOD or not words.search(this.utterance.text):
        return None
    if this.intent == "bye" and this.conversation.active:
        return commands.stop(this.guide, this.conversation)
    reply = talk(this.intent, guide=this.guide, suggestions=suggestions(this.guide))
    return this.conversation, check.asked_again(this.guide, this.conversation, reply)


STEPS: tuple[Callable[[Hearing], Outcome | None], ...] = (
    _forget,
    _erase_no_more,
    _elsewhere,
    _unit,
    _choose,
    _suppose,
    _privacy,
    _figures,
    _retract,
    _explain,
    _unknown,
    _commands,
    _check,
    _question,
    _talk,
)


def _not_understood(this: Hearing) -> Outcome:
    whose = _whose(this)
    asking = this.conversation if this.conversation.asked else _told_of_one(this, whose)
    off_topic = this.intent == "out_of_scope" and this.utterance.confidence >= SURE
    if asking and (whose or not off_topic):
        return asking, check.ask_again(this.guide, asking, whose or render("not_an_answer"))
    reply = fallback(this.guide, off_topic=off_topic)
    return this.conversation, check.asked_again(this.guide, this.conversation, reply)


def _told_of_one(this: Hearing, whose: str) -> Conversation | None:
    """The check of the one program just talked about, begun by what seems to be told of the applicant (八百来万呗)."""
    tells = whose or this.intent == "inform" and this.utterance.confidence >= SURE and not this.wonders
    if not tells or this.conversation.check or len(this.subject.programs) != 1:
        return None
    begun, _ = check.start(this.guide, this.conversation, this.subject.programs)
    return begun if begun.asked else None


def _whose(this: Hearing) -> str:
    """What is said to a number of which nothing tells what it is: 790万 where the check needs a total and a revenue."""
    programs = this.conversation.check or (this.subject.programs if len(this.subject.programs) == 1 else ())
    if not programs or this.heard.question or len(this.heard.bare) != 1 or this.heard.bare[0].kind == "bare":
        return ""
    open_ = check.open_in(this.guide, this.conversation.but(check=programs))
    fitting = [each for each in this.guide.figures if each.id in open_ and suits(each, this.heard.bare[0])]
    return render("which_figure", number=this.heard.bare[0].text, figures=fitting) if fitting else ""


def fallback(guide: Guide, *, off_topic: bool) -> Reply:
    """Not understood, or none of the bot's business: said so, with what can be asked."""
    offers = suggestions(guide)
    text = render("fallback", guide=guide, off_topic=off_topic, suggestions=offers)
    return Reply(text, {"kind": "fallback", "suggestions": offers})


def suggestions(guide: Guide) -> list[dict[str, str]]:
    """Three useful things to say."""
    first = guide.programs[0].aliases[0] if guide.programs[0].aliases else guide.programs[0].name
    return [button("有哪些专项可以申报"), button(f"{first}的申报要求是什么"), button("我们公司能申报哪些项目")]


def _scope(this: Hearing) -> tuple[str, ...]:
    """Programs to check: those named or talked about; else, of figures volunteered, those that need them; else all."""
    named = named_programs(this.guide, this.utterance)
    about = named or this.subject.programs
    if not named and (EVERY.search(this.utterance.text) or len(about) < 2 and ANY_OF_THEM.search(this.utterance.text)):
        return tuple(this.guide.program)
    if about or this.wants_check and not this.numbers_told:
        return about
    return programs_testing(this.guide, this.numbers_told or [each.figure for each in this.heard.readings])
