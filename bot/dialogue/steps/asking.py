"""Steps for what is asked or wanted: another authority, a check, an answer from the guide, small talk."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from bot.answers.checks import WHO
from bot.answers.offers import fallback, suggestions
from bot.answers.products import with_products
from bot.answers.reply import Reply, followed_by, render
from bot.answers.reply import talk as small_talk
from bot.answers.requirements import demanding
from bot.answers.subject import Subject
from bot.dialogue.answering import elsewhere as others
from bot.dialogue.answering import questions
from bot.dialogue.answering.beside import amount_undemanded, with_gaps, with_questions
from bot.dialogue.answering.confirmed import with_confirmation, with_what_is_open
from bot.dialogue.answering.leniency import with_leniency
from bot.dialogue.answering.may_apply import with_whether_it_may
from bot.dialogue.answering.of_one_ratio import with_the_other_amount
from bot.dialogue.answering.whether_counts import left_to_the_section, with_whether_it_counts
from bot.dialogue.checking import check as checking
from bot.dialogue.checking import commands, noting, taking
from bot.dialogue.hearing import doubt
from bot.dialogue.hearing import of_a_condition as conditions
from bot.dialogue.hearing.corrected import figures_meant
from bot.dialogue.hearing.heard import Hearing
from bot.dialogue.hearing.judging import programs_of_the_number
from bot.dialogue.hearing.leaning import UNDERSTOOD
from bot.dialogue.hearing.parts import SAME
from bot.dialogue.hearing.quoting import number_put_up
from bot.dialogue.hearing.scope import scope
from bot.dialogue.hearing.what_fits import question_of_fit
from bot.dialogue.order_words import ACKNOWLEDGED, AGREED, TALK
from bot.dialogue.state import Conversation
from bot.dialogue.subject.business import wants_a_favour
from bot.dialogue.subject.called import orders_a_family
from bot.dialogue.subject.echoed import echoes
from bot.dialogue.subject.programs import EVERY, named_programs
from bot.dialogue.subject.supported_kinds import on_partners
from bot.dialogue.words import BINDS, SELF, WITH
from bot.figures.readings import Readings
from bot.figures.stated.chosen import is_of_partners
from bot.figures.values import Value
from bot.figures.wording.stance import clause_at, is_topic

OF_THOSE_IN_HAND = ("section", "materials")
TOLD_WITH = ("inform", "correct", "affirm", "deny", "unknown")

Outcome = tuple[Conversation, Reply]


def elsewhere(this: Hearing) -> Outcome | None:
    """Another authority's business is none of ours, and no joke about one."""
    if wants_a_favour(this.utterance):
        return this.conversation, checking.asked_again(
            this.guide, this.conversation, fallback(this.guide, off_topic=True)
        )
    kinds = {each.kind for each in this.utterance.mentions}
    in_hand = this.conversation.programs if this.intent == SAME else named_programs(this.guide, this.utterance)
    same = demanding(this.guide, kinds, in_hand)
    named = {*this.utterance.ids("figure")}  # 工商登记必须落在兰州吗, of a program in hand or described
    same = same or demanding(this.guide, named, this.subject.programs)
    if WITH.search(this.utterance.text):  # 大湾区的算不算合作方？那北京的呢
        same = same or demanding(this.guide, kinds, this.subject.programs)
    if this.heard.readings and not (this.wonders or this.heard.hypothesis):
        return None  # 有，去年省科技厅批的 tells who granted what is told
    if this.asks_what_fits and not _of_another_authority(this):
        return None  # 今年评职称压力大，…哪几类适合我们 asks nothing of whoever awards it
    if this.conversation.asked and this.intent in TOLD_WITH and not this.wonders:
        return None  # 应该是在的，营业执照上写的是兰州新区 asks nothing of anybody
    partners = [each.figure for each in this.heard.readings if is_of_partners(this.guide.figure[each.figure])]
    same = same or demanding(this.guide, partners, this.conversation.check)  # 要是合作方换成北京的呢
    foreign = others.elsewhere(this.guide, this.utterance)
    if same or not (foreign or others.awards_that_status(this.guide, this.conversation, this.utterance)):
        return None
    if on_partners(this.guide, this.subject, this.utterance):  # 省外的科研院所也行吗
        return None  # 换成武汉的呢, where it was asked of partners from Shenzhen, is of the same rule
    return this.conversation, checking.asked_again(this.guide, this.conversation, fallback(this.guide, off_topic=True))


def _of_another_authority(this: Hearing) -> bool:
    """Whether the clause itself that asks where a business fits is of another authority's."""
    text = this.utterance.text
    question = question_of_fit(text)
    start = clause_at(text, len(text) - len(question)).start if question else 0
    asked = replace(this.utterance, text=text[start:], mentions=())
    return others.elsewhere(this.guide, asked)


def check(this: Hearing) -> Outcome | None:
    """Begins a check."""
    if this.asks_for_the_next or this.names_what_to_check:
        return checking.start(this.guide, this.conversation, named_programs(this.guide, this.utterance))
    ordered = this.applies or this.orders_a_check or orders_a_family(this.guide, this.utterance.text)
    if not this.wants_check or this.intent == "check" and this.topics and not ordered:
        return None
    going, reply = checking.start(this.guide, this.conversation, scope(this))
    named = (each for each in this.heard.mentions if not is_topic(clause_at(this.heard.text, each.start).text))
    bare = () if amount_undemanded(this, going.check) else this.heard.bare
    told = replace(this.heard, mentions=tuple(named), bare=bare)  # what is asked about is not told in vain
    note = noting.unread(this.guide, told, checking.open_in(this.guide, going))
    reply = replace(reply, text="\n".join(filter(None, [note, reply.text])))
    return with_questions(this, (going, reply))


def beside(this: Hearing) -> Outcome | None:
    """Answers what is asked in words of its own beside figures in a check: 自筹400万，对了受理科室在哪."""
    told = this.heard.readings and not (this.asks or this.commands or this.heard.unit_doubts or this.heard.torn)
    if not (this.conversation.active and told and this.beside):
        return None
    refused = taking.usable(this.guide, this.conversation.figures, this.heard)[1]
    return None if refused else answered(this, this.beside)


def condition(this: Hearing) -> Outcome | None:
    """One condition that is put up for judgment: its rule, and how that stands by what the question tells."""
    asked = conditions.condition(this, this.topics)
    if asked is None:
        return None
    kept, then = taking.keep(this.guide, this.conversation, Readings() if asked.of_two else this.heard)
    about = replace(
        _of_the_kind_before(this), figures=asked.figures, told=asked.told, named=_of_what_is_told(this, asked.told)
    )
    said, rule = questions.on_a_condition(this.guide, kept, about, this.utterance)
    reply = with_whether_it_counts(this, about, rule)
    reply = left_to_the_section(this.guide, about, rule) if reply is rule else reply
    return said.but(judged=False), checking.asked_again(this.guide, said, reply, then)


def _of_the_kind_before(this: Hearing) -> Subject:
    """The subject, of the kind of which the question before was where that is of the same: 才750万，没戏吧 after 工业类要多少."""
    same = this.conversation.programs == this.subject.programs
    return replace(this.subject, known={**this.conversation.case, **this.subject.known}) if same else this.subject


def _of_the_asker(this: Hearing, about: Subject, topic: str) -> Subject:
    """``about``, of the kind that questions before told of the asker, where it is asked if a rule is for us, too, or what more is
    asked of others: 收入这条对我们管不管用, 跟企业比，我们少要求哪几条."""
    binds = topic == "compare" or topic == "figure" and BINDS.search(this.utterance.text)
    own = this.conversation.aside.get(WHO)
    if own is None or not (binds and SELF.search(this.utterance.text)):
        return about
    return replace(about, known={WHO: own, **about.known})


def _of_what_is_told(this: Hearing, told: Mapping[str, Value]) -> dict[str, Mapping[str, str]]:
    """The words for choices, but for those that are denied: 没有上海的，只有西安的 is of the latter."""
    chosen = {figure: value for figure, value in told.items() if isinstance(value, tuple)}
    return {
        figure: {word: choice for word, choice in words.items() if choice in chosen.get(figure, (choice,))}
        for figure, words in this.subject.named.items()
    }


def question(this: Hearing) -> Outcome | None:
    """Answers what is asked of the guide; what is told beside it is kept."""
    topics = this.topics
    if not topics:
        return None
    if this.in_doubt:
        about = this.conversation.but(programs=this.subject.programs[:1])  # 这个要满足哪些条件 may come next
        return about, doubt.ask(this.guide, this.in_doubt, this.subject.programs[0], suggestions(this.guide))
    return answered(this, topics)


def answered(this: Hearing, topics: tuple[str, ...]) -> Outcome:
    """The answer to ``topics``; what is told beside them is kept, and the open question asked again."""
    quoted, named = this.quotes_a_threshold, this.judged or this.other_numbers or this.subject.figures
    untold = quoted or this.judged and this.heard.hypothesis
    kept, then = taking.keep(this.guide, this.conversation, Readings() if untold else this.heard)
    about = _of_the_kind_before(this) if this.judged or this.says_what_it_asks else this.subject
    if this.says_what_it_asks:
        named = figures_meant(this.utterance)  # 不是总投资，是收入 asks for one of both
    about = replace(_of_the_asker(this, about, topics[0]), figures=quoted or named)
    about = replace(about, told=number_put_up(this, quoted)) if quoted else about
    if this.asks_how_much_for_a_business:  # whose number it was, and not where the business may belong besides
        about = replace(about, programs=this.conversation.programs)
    if this.judged:
        about = with_products(this.guide, with_the_other_amount(this.guide, kept, about))
        about = replace(about, programs=programs_of_the_number(this, this.numbers_told))
    of_these = 1 < len(kept.check) < len(this.guide.program) and not EVERY.search(this.utterance.text)
    if of_these and not about.programs and topics[0] in OF_THOSE_IN_HAND:  # 分别找哪个科, in a check of four
        about = replace(about, programs=kept.check)
    said, reply = questions.answer_to(this.guide, kept, about, topics, this.utterance)
    reply = with_whether_it_may(this.guide, about, topics, this.utterance, reply)
    about = replace(about, figures=about.figures or said.about_figures)
    said, reply = said.but(judged=False), with_confirmation(this, about, with_gaps(this.guide, kept, about, reply))
    opened = with_what_is_open(this, reply)
    reply = with_whether_it_counts(this, about, reply) if opened is reply else opened
    reply = with_leniency(this.guide, about, kept.figures, reply)
    of_us = this.intent in TOLD_WITH or SELF.search(this.utterance.text)
    lost = noting.numbers_unread(this.heard) if of_us and not quoted else ""
    return said, followed_by(checking.asked_again(this.guide, said, reply, then), lost)


def who(this: Hearing) -> Outcome | None:
    """Says who it is; what reads as a technology is but the robot that is asked for (你是机器人吧)."""
    if not this.asks_who_it_is or this.kinds_told - {"text"}:
        return None
    reply = small_talk("who", guide=this.guide, suggestions=suggestions(this.guide))
    return this.conversation, checking.asked_again(this.guide, this.conversation, reply)


def understood(this: Hearing) -> Outcome | None:
    """Whoever only repeats what was just told, and that it is so, tells nothing of himself: 饮片那些，对对."""
    acknowledged = ACKNOWLEDGED.fullmatch(this.utterance.text) and not this.conversation.active
    if not (acknowledged or echoes(this.guide, this.conversation, this.utterance)):
        return None
    return this.conversation, Reply(render("understood"), {"kind": "talk", "topic": "done"})


def talk(this: Hearing) -> Outcome | None:
    """Greets, thanks, takes leave, says who it is."""
    if this.conversation.check and not this.conversation.active and AGREED.fullmatch(this.utterance.text):
        return this.conversation, Reply(render("agreed"), {"kind": "talk", "topic": "done"})
    words = TALK.get(this.intent)
    if not words or this.utterance.confidence < UNDERSTOOD or not words.search(this.utterance.text):
        return None
    if this.intent == "bye" and this.conversation.active:
        return commands.stop(this.guide, this.conversation)
    reply = small_talk(this.intent, guide=this.guide, suggestions=suggestions(this.guide))
    return this.conversation, checking.asked_again(this.guide, this.conversation, reply)
