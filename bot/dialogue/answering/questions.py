"""Questions to the guide: which answer each topic gets, and what is remembered of it for the next question."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.answers import contents, requirements, thresholds
from bot.answers.reply import Reply, together
from bot.answers.subject import Subject
from bot.answers.thresholds import as_requirement
from bot.dialogue.answering import pointed
from bot.dialogue.answering.asked_words import words_sought
from bot.dialogue.answering.by_topic import PLAIN, answers_on
from bot.dialogue.answering.completed import completed, named
from bot.dialogue.answering.field_asked import field_asked
from bot.dialogue.answering.for_whom import case_after, of_the_asker
from bot.dialogue.answering.papers import asks_for_a_proof
from bot.dialogue.answering.remembered import programs_in_hand, programs_listed
from bot.dialogue.answering.seats_unsaid import with_seats_unsaid
from bot.dialogue.hearing.counted import (
    counted_materials,
    counted_requirements,
    counts_the_clauses,
    figures_counted,
)
from bot.dialogue.hearing.what_fits import question_of_fit
from bot.dialogue.state import Conversation, Mention, Utterance
from bot.dialogue.subject.business import asks_of_nothing
from bot.dialogue.subject.fields import TECHNOLOGY, dividing, fields_named
from bot.dialogue.subject.inside import asks_where_in
from bot.dialogue.subject.nearness import BEYOND_DOUBT, plainly_described
from bot.dialogue.subject.papers import paper_in_hand, paper_named, wanted_as
from bot.dialogue.subject.placed import counted, counted_field
from bot.dialogue.subject.programs import guessed, meant, named_programs, programs_of_fields
from bot.dialogue.words import BELONGS, ITS_PLACE, ITS_WORDING, THAT_PROGRAM, WHICH_FIELD
from bot.guide.directions import match
from bot.guide.model import Guide
from bot.guide.outside import outside
from bot.guide.search import wanting


def answer_to(
    guide: Guide, conversation: Conversation, subject: Subject, topics: tuple[str, ...], utterance: Utterance
) -> tuple[Conversation, Reply]:
    """The answer to every topic, and the conversation that remembers what it was about."""
    # A second question without a program (是必须的吗) is about the first, and not about every program there is.
    if guessed(guide, conversation, utterance):
        subject = _without_a_guess(guide, subject, topics, utterance)
        if {"section", "technology"} <= {*topics} and utterance.ids(TECHNOLOGY):
            topics, subject = ("technology",), replace(subject, programs=())  # which tells the sections of what fits
    unsaid = {each.topic for each in guide.silent_topics}
    general = unsaid | {"overview", "section"}  # which can be told of all programs together
    of_one = subject.programs or subject.sections or topics[0] == TECHNOLOGY and THAT_PROGRAM.search(utterance.text)
    topics = topics if of_one or general.issuperset(topics) else topics[:1]
    asked = of_the_asker(guide, conversation, completed(guide, subject, conversation, topics, utterance), topics)
    if topics == ("materials",) and not asked.figures and asks_for_a_proof(utterance):
        asked = replace(asked, figures=conversation.about_figures)
    if topics == ("technology",) and (known := _of_the_business_before(guide, conversation, asked, utterance)):
        return conversation, known
    if topics == ("technology",):
        asked, utterance = _of_a_business(guide, conversation, asked, utterance)
    of_a_list = _counted(guide, conversation, asked, topics, named_programs(guide, utterance))
    asked = replace(asked, programs=asked.programs or conversation.programs) if of_a_list else asked
    if topics == ("materials",) and (paper := paper_in_hand(guide, conversation, utterance)):
        wanted = wanted_as(guide, conversation.programs, paper)
        return conversation, requirements.one_material(guide, replace(asked, programs=conversation.programs), wanted)
    asked = _with_what_is_counted(guide, conversation, asked, topics, utterance)
    reply = of_a_list or together([*answers_on(guide, asked, topics, utterance)])
    reply = with_seats_unsaid(guide, asked, utterance, reply)
    programs = tuple(reply.payload["programs"])
    told = (TECHNOLOGY,) if reply.payload.get("topic") == TECHNOLOGY else topics
    cited = {each["clause"] for each in reply.payload.get("citations", ())}
    owners = contents.owners_of(guide, (guide.clause[each] for each in cited if each in guide.clause))
    present = programs_in_hand(conversation, asked, told, named(guide, utterance), programs, owners)
    remembered = conversation.but(
        topic=_answered_as(topics[0], reply),
        programs=present,
        sections=asked.sections,
        by_clause=_counts_the_clauses(guide, conversation, present, utterance.text),
        earlier=conversation.earlier_than(present),
        business=asked.text if topics[0] == "technology" else "",
        named=programs_listed(guide, conversation, asked, topics, programs, utterance),
        about_figures=asked.figures or conversation.about_figures,
        case=case_after(guide, conversation, asked, utterance, reply),
        paper=paper_named(guide, programs, asked.text, utterance) if topics == ("materials",) else "",
        sought=words_sought(guide, asked, utterance)
        if topics[0] in ("text", "term") and reply.payload["kind"] == "answer"
        else "",
    )
    return remembered, reply


def _of_a_business(
    guide: Guide, conversation: Conversation, asked: Subject, utterance: Utterance
) -> tuple[Subject, Utterance]:
    """What is asked of a business, with the one told before, or of the program whose field is waited for."""
    if asks_where_in(guide, conversation, utterance):
        return replace(asked, text=conversation.business), _of_the_business(guide, conversation, utterance)
    if _is_another_business(guide, conversation, utterance):
        asked = replace(asked, programs=())
    return asked, _of_the_field_asked(guide, conversation, utterance)


def _of_the_business(guide: Guide, conversation: Conversation, utterance: Utterance) -> Utterance:
    """The question before about a business, of what is named now, by its field (那农业的也支持吗), or counted: 第二个也支持吗."""
    named = utterance.ids("program", "family")
    placed = () if named else programs_of_fields(guide, utterance) or counted(guide, conversation, utterance.text)
    names = tuple(Mention("program", each, "", 0, 0) for each in placed)
    said = replace(utterance, text=conversation.business, near=(), described=())
    return replace(said, mentions=names) if names else said


def _of_the_field_asked(guide: Guide, conversation: Conversation, utterance: Utterance) -> Utterance:
    """``utterance`` as of the program that is checked, where it is asked of a technology which field it is of, and the check waits
    for that: 医疗器械算哪个领域."""
    waits = conversation.active and conversation.asked in dividing(guide) and len(conversation.check) == 1
    if not (waits and WHICH_FIELD.search(utterance.text)) or utterance.ids("program", "family"):
        return utterance
    return replace(utterance, mentions=(*utterance.mentions, Mention("program", conversation.check[0], "", 0, 0)))


def _answered_as(topic: str, reply: Reply) -> str:
    """The topic that is remembered: of programs that are compared in who takes them alone, the section (and then 规划科呢); of a
    number whose rule was the answer, the figure (对投资有什么要求, and then 760万够吗)."""
    answered = str(reply.payload.get("topic"))
    return answered if (topic, answered) in (("compare", "section"), ("requirements", "figure")) else topic


def _counts_the_clauses(guide: Guide, conversation: Conversation, present: tuple[str, ...], text: str) -> bool:
    """Whether the rules of the one program ``present`` are counted as the guide's clauses, now or before."""
    before = conversation.by_clause and present == conversation.programs
    return before or len(present) == 1 and counts_the_clauses(guide.program[present[0]], text)


def on_a_condition(
    guide: Guide, conversation: Conversation, subject: Subject, utterance: Utterance
) -> tuple[Conversation, Reply]:
    """The rules on what is put up for judgment, and the conversation that remembers what they were about."""
    judged = None if subject.told else pointed.beside_a_rule(guide, subject, utterance)
    reply = judged or as_requirement(thresholds.figure(guide, subject))
    reply = with_seats_unsaid(guide, subject, utterance, reply)
    told = tuple(reply.payload["programs"])
    present = (
        told if len(told) == 1 and {*told} <= {*subject.programs} else subject.programs
    )  # of two, the one that has it
    remembered = conversation.but(
        topic="requirements",
        programs=present,
        sections=(),
        earlier=conversation.earlier_than(present),
        business="",
        about_figures=subject.figures,
    )
    return remembered, reply


def _of_the_business_before(
    guide: Guide, conversation: Conversation, asked: Subject, utterance: Utterance
) -> Reply | None:
    """Where the business belongs that was just told, when no more than that is asked: 报哪个, 这能往哪里面套; of one that is named,
    where in the check that asks for it."""
    if placed := field_asked(guide, conversation, asked, utterance):
        return placed
    another = utterance.mentions or outside(guide, utterance.text)  # 那奶茶店在高新里算哪一块
    of_the_source = ITS_PLACE.fullmatch(utterance.text) or ITS_WORDING.fullmatch(utterance.text)  # 是哪一条说的
    asks_where = asks_of_nothing(utterance.text) or BELONGS.search(utterance.text)
    only_asks = not another and (of_the_source or asks_where)
    if _asks_of_us_as_told(conversation, utterance):
        return contents.described(guide, replace(asked, programs=conversation.programs))
    if not only_asks or len(utterance.text) > ONLY_ASKS:
        return None
    told = conversation.figures.get("technology")
    if (conversation.active or utterance.unchecked) and isinstance(told, str) and (matches := match(guide, told)):
        return contents.technology(guide, replace(asked, text=told, programs=()), matches)
    if not (conversation.business and conversation.programs):
        return None
    matches = tuple(each for each in match(guide, conversation.business) if each.program in conversation.programs)
    if matches:
        return contents.technology(guide, replace(asked, text=conversation.business), matches)
    return contents.described(guide, replace(asked, programs=conversation.programs))


def _asks_of_us_as_told(conversation: Conversation, utterance: Utterance) -> bool:
    """Whether, after one program was told of, all that is asked is which is for those as the asker told to be: 像我们这样的对应哪个专项."""
    of_one = (
        conversation.topic in ("program", "compare") and len(conversation.programs) == 1 and not conversation.business
    )
    alone = question_of_fit(utterance.text) == utterance.text and not utterance.mentions
    return bool(of_one and alone and AS_TOLD.search(utterance.text))


def _is_another_business(guide: Guide, conversation: Conversation, utterance: Utterance) -> bool:
    """Whether another business follows the one before, which is of no program in hand: 那做阀门的呢, 开饭馆的呢."""
    follows = (
        conversation.business and utterance.intent in ("ask_same", "what_if") and not utterance.ids("program", "family")
    )
    return bool(follows and (len(conversation.programs) > 1 or outside(guide, utterance.text)))


def _without_a_guess(guide: Guide, subject: Subject, topics: tuple[str, ...], utterance: Utterance) -> Subject:
    """The subject without a program that is only guessed, where it names a material of others (查新报告去哪儿开), or on
    what the guide leaves out."""
    if topics[0] == "directions" and (named := fields_named(guide, replace(subject, programs=()))):
        told = tuple(each.id for each in guide.programs if {*each.directions} & {*named})
        return subject if {*told} & {*subject.programs} else replace(subject, programs=told)  # 服务业那段写了啥
    if topics[0] == "section" and not _leads_to_all(guide, subject.programs, utterance):
        return replace(subject, programs=())
    owners = wanting(guide.programs, subject.text)
    if owners and {"section", "materials"} <= {*topics}:
        return replace(subject, programs=owners, figures=())  # 研发人员构成情况要写一份吗？这摞材料交哪个科
    if owners and not ({*owners} & {*subject.programs} or meant(guide, utterance, sure=True)):
        return replace(subject, programs=owners)
    certain = topics[0] in (*PLAIN, "technology", "term", "text") or plainly_described(
        guide, utterance.described, BEYOND_DOUBT
    )
    return subject if certain else replace(subject, programs=())


def _leads_to_all(guide: Guide, programs: tuple[str, ...], utterance: Utterance) -> bool:
    """Whether none of several technologies that are named is only others' than the programs': 生物医药和新能源归哪个科."""
    named = [each.text for each in utterance.of(TECHNOLOGY)]
    led = [{each.program for each in match(guide, word)} for word in named]
    return len(named) < SEVERAL or all(not found or found & {*programs} for found in led)


def _counted(
    guide: Guide, conversation: Conversation, asked: Subject, topics: tuple[str, ...], said: tuple[str, ...]
) -> Reply | None:
    """The answer about what is meant by its place in the list just given: a field, a requirement."""
    field = counted_field(guide, conversation, asked.text)
    if field and topics == ("directions",):
        return contents.fields(guide, [field])
    if topics == ("requirements",) and (found := counted_requirements(guide, conversation, asked.text, said)):
        return thresholds.these(guide, asked, [found])
    named = counted_materials(guide, conversation, asked) if topics == ("materials",) else []
    return requirements.one_material(guide, replace(asked, programs=conversation.programs), named) if named else None


def _with_what_is_counted(
    guide: Guide, conversation: Conversation, asked: Subject, topics: tuple[str, ...], utterance: Utterance
) -> Subject:
    """The subject with the figures of the requirements that are meant by their places, so that 那下一条呢 can follow."""
    if topics != ("requirements",):
        return asked
    figures = figures_counted(guide, conversation, asked.text, named_programs(guide, utterance))
    return replace(asked, figures=figures or asked.figures)


SEVERAL = 2
AS_TOLD = re.compile("(?:像|类似)?(?:我们?|咱们?)?[这那]样|[这那]种")
ONLY_ASKS = 12  # characters of a question that tells nothing
