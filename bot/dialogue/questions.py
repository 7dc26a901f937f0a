"""Questions to the guide: which answer each topic gets, and what is remembered of it for the next question."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from bot.answers import contents, requirements, sections, thresholds
from bot.answers.reply import Reply, together
from bot.answers.subject import Subject
from bot.dialogue.instead import as_requirement, instead
from bot.dialogue.nearness import fitting, only_described, plainly_described
from bot.dialogue.programs import TECHNOLOGY, counted_field, guessed, meant, named_programs, programs_of_fields
from bot.dialogue.state import Conversation, Utterance
from bot.dialogue.unnamed import missing
from bot.dialogue.words import ASKING, OTHER_ONES
from bot.figures.stance import clauses
from bot.guide.directions import match, outside
from bot.guide.model import Clause, Direction, Guide
from bot.guide.search import IN_QUOTES, containing, names_a_material, quoted, search


def answer_to(
    guide: Guide, conversation: Conversation, subject: Subject, topics: tuple[str, ...], utterance: Utterance
) -> tuple[Conversation, Reply]:
    """The answer to every topic, and the conversation that remembers what it was about."""
    # A second question without a program (是必须的吗) is about the first, and not about every program there is.
    if guessed(guide, conversation, utterance):
        subject = _without_a_guess(guide, subject, topics[0], utterance)
    unsaid = {each.topic for each in guide.silent_topics}
    general = unsaid | {"overview", "section"}  # which can be told of all programs together
    topics = topics if subject.programs or subject.sections or general.issuperset(topics) else topics[:1]
    asked = _completed(guide, subject, conversation, topics, utterance)
    field = counted_field(guide, conversation, utterance.text)
    replies = [contents.fields(guide, [field])] if field and topics == ("directions",) else []
    reply = together(replies or [_answer(guide, asked, topic, utterance) for topic in topics])
    programs = tuple(reply.payload["programs"])
    found = programs if len(programs) == 1 or topics[0] == "technology" else ()
    before = conversation.programs if topics[0] in ("term", "text") else ()
    remembered = conversation.but(
        topic=topics[0],
        programs=_named(guide, utterance) or found if topics[0] == "technology" else asked.programs or found or before,
        named=programs if len(programs) > 1 else conversation.named,
        about_figures=asked.figures or conversation.about_figures,
        case=_case(conversation, asked, utterance),
    )
    return remembered, reply


def _without_a_guess(guide: Guide, subject: Subject, topic: str, utterance: Utterance) -> Subject:
    """The subject without a program that is only guessed, where it names a material of others (查新报告去哪儿开), or on
    what the guide leaves out."""
    wanting = tuple(each.id for each in guide.programs if names_a_material(each, subject.text))
    if wanting and not ({*wanting} & {*subject.programs} or meant(guide, utterance, sure=True)):
        return replace(subject, programs=wanting)
    return subject if topic in (*PLAIN, "technology", "term", "text") else replace(subject, programs=())


def _case(conversation: Conversation, asked: Subject, utterance: Utterance) -> dict[str, str]:
    """The kinds that the question is of, by its own words; else those of the question before about the same programs."""
    named = {figure: value for figure, value in asked.known.items() if utterance.ids(figure) == (value,)}
    same = not asked.programs or asked.programs == conversation.programs
    return {**(conversation.case if same else {}), **{figure: str(value) for figure, value in named.items()}}


def _completed(
    guide: Guide, subject: Subject, conversation: Conversation, topics: tuple[str, ...], utterance: Utterance
) -> Subject:
    """The subject as these topics need it: which figure, what to compare with; words are of no program but a named."""
    if set(topics) <= {"text", "term", "overview"}:
        return replace(subject, programs=_named(guide, utterance))
    if subject.figures and not _may_test(guide, conversation, subject, utterance):
        return replace(subject, programs=())
    if "figure" in topics and not subject.figures:
        return replace(subject, figures=thresholds.alluded(guide, subject) or _spoken_of(guide, conversation, subject))
    if "figure" in topics and (besides := _alluded_apart(guide, subject, utterance)):
        return replace(subject, figures=(*subject.figures, *besides))
    if "compare" in topics and len(subject.programs) == 1:
        other = programs_of_fields(guide, utterance) or conversation.programs or meant(guide, utterance)
        chosen = subject.programs[0] in other and not conversation.programs  # 两个平台里我选产学研
        return subject if chosen else replace(subject, programs=tuple(dict.fromkeys([*other, *subject.programs])))
    return subject


def _alluded_apart(guide: Guide, subject: Subject, utterance: Utterance) -> tuple[str, ...]:
    """Figures of another question in the same message that does not name them: 投资多少起步，自筹又是几比几."""
    named = [each for each in utterance.mentions if each.kind == "figure"]
    apart = [
        part.text
        for part in clauses(utterance.text)
        if ASKING.search(part.text) and not any(part.holds(each.start) for each in named)
    ]
    found = (each for text in apart for each in thresholds.alluded(guide, replace(subject, text=text)))
    tested = (each for each in found if requirements.demanding(guide, [each], subject.programs))
    return tuple(dict.fromkeys(each for each in tested if each not in subject.figures))


def _spoken_of(guide: Guide, conversation: Conversation, subject: Subject) -> tuple[str, ...]:
    """What a number without a name is asked of: of its kind what was talked about or is waited for, else all; else the last.

    Right after a verdict it is what was too low: 那最少要多少才行.
    """
    kind = thresholds.of_kind(guide, subject)
    before = tuple(each for each in (conversation.asked, *conversation.about_figures) if each and each in kind)
    last = conversation.about_figures if conversation.topic == "figure" else ()
    low = _too_low(guide, conversation) if conversation.check and not conversation.asked else ()
    return tuple(each for each in low if each in kind or not kind) or before[:1] or kind or last


def _too_low(guide: Guide, conversation: Conversation) -> tuple[str, ...]:
    """The figures (ids) that a requirement of the check tests which are too low."""
    short = {*missing(guide, conversation)}
    return tuple(each for each in guide.figure if each in short)


def _may_test(guide: Guide, conversation: Conversation, subject: Subject, utterance: Utterance) -> bool:
    """Whether the programs are named or were talked about, or are guessed rightly: they demand what is asked about."""
    said = named_programs(guide, utterance) or programs_of_fields(guide, utterance) or conversation.programs
    return bool(said or requirements.demanding(guide, subject.figures, subject.programs))


def _named(guide: Guide, utterance: Utterance) -> tuple[str, ...]:
    """Programs named; one that is set aside (除了重大专项) is not what is asked about."""
    others = EXCEPT.search(utterance.text) or OTHER_ONES.search(utterance.text)
    return () if others else named_programs(guide, utterance)


def _answer(guide: Guide, subject: Subject, topic: str, utterance: Utterance) -> Reply:
    if topic == "section" and not (subject.programs or subject.sections or subject.terms) and utterance.ids(TECHNOLOGY):
        topic = TECHNOLOGY  # which tells the sections of the programs that fit
    if reply := instead(guide, subject, topic, utterance):
        return reply
    if topic in OF_A_PROGRAM and not subject.programs:
        return _of_none(guide, subject, topic, utterance)
    if topic in PLAIN:
        return PLAIN[topic](guide, subject)
    if topic == "technology":
        return _technology(guide, subject, utterance)
    if topic == "term":
        return _term(guide, subject)
    if topic == "text":
        return contents.passage(guide, subject, _passages(guide, subject, utterance))
    return contents.unsaid(guide, subject, topic)


def _of_none(guide: Guide, subject: Subject, topic: str, utterance: Utterance) -> Reply:
    """What is demanded where no program is named: the rules on what is named, else which program is meant."""
    named = {mention.kind for mention in utterance.mentions} & guide.figure.keys()
    figures = subject.figures or tuple(each.id for each in guide.figures if each.id in named)
    if figures and requirements.programs_testing(guide, figures):
        rule = thresholds.figure(guide, replace(subject, figures=figures))
        counted = topic == "figure" or any(guide.figure[each].kind in thresholds.COUNTED for each in figures)
        return rule if counted else as_requirement(rule)
    return contents.which(guide, subject)


def _directions(guide: Guide, subject: Subject) -> Reply:
    """A program's directions; of a field that is named itself (新能源领域), its own sentence."""
    found = match(guide, subject.text)
    if named := _fields(guide, subject):
        return contents.fields(guide, named)
    # 节水灌溉为啥写在高端装备里不在农业里 is of the program whose sentence names it
    if any(each.sure for each in found) and not {each.program for each in found} & set(subject.programs):
        return contents.technology(guide, subject, found)
    return contents.directions(guide, subject)


def _fields(guide: Guide, subject: Subject) -> list[Direction]:
    """Fields that the question names (新能源领域)."""
    return [
        each
        for program in subject.chosen(guide)
        for each in program.directions
        if FIELD.search(each.name) and FIELD.sub("", each.name) in subject.text
    ]


def _technology(guide: Guide, subject: Subject, utterance: Utterance) -> Reply:
    """The directions that fit by a word, else by their meaning; else the program that the message describes."""
    if (fields := _fields(guide, subject)) and CONTENTS.search(subject.text):
        return contents.fields(guide, fields)
    named, kind = _asked_about(guide, utterance), outside(guide, subject.text)
    by_its_words = only_described if match(guide, subject.text) else plainly_described
    described = () if named or kind else by_its_words(guide, utterance.described)
    if described:
        return contents.described(guide, replace(subject, programs=described))
    matches = fitting(guide, subject.text, () if named else utterance.near)
    within = tuple(each for each in matches if each.program in named)
    return contents.technology(guide, subject, within or matches, () if within else named, kind)


def _asked_about(guide: Guide, utterance: Utterance) -> tuple[str, ...]:
    """Programs among which it is asked where something belongs: those named, or two told by their fields."""
    by_fields = programs_of_fields(guide, utterance)
    return utterance.ids("program") or (by_fields if len(by_fields) > 1 else ())


def _term(guide: Guide, subject: Subject) -> Reply:
    """What a word means here; of a program's name, what the program is; else where the words stand."""
    places = quoted(guide, subject.text)
    if places and not subject.terms:
        return contents.used(subject, IN_QUOTES.findall(subject.text), places)
    if subject.programs and not subject.terms:
        return contents.program(guide, subject)
    if not subject.terms and (fields := _fields(guide, subject)):
        return contents.fields(guide, fields)
    return contents.term(guide, subject)


def _passages(guide: Guide, subject: Subject, utterance: Utterance) -> tuple[Clause, ...]:
    """Clauses in which the words stand; else the likeliest by words, and one that says the like in other words."""
    named = tuple(clause for term in subject.terms for clause in containing(guide, term))
    exact = quoted(guide, subject.text) or tuple(dict.fromkeys(named))
    if exact:
        return exact
    alike = [guide.clause[each] for each, cosine in utterance.passages if cosine >= ALIKE and each in guide.clause]
    return tuple(dict.fromkeys([*search(guide, subject.text, most=2), *alike[:1]]))


FIELD = re.compile(r"(?:技术)?领域$")

OF_A_PROGRAM = ("requirements", "figure")  # each program has its own: all of them in a row answer nobody
ALIKE = 0.3  # cosine of a sentence that may say the like
CONTENTS = re.compile(
    r"细说|说说|讲讲|展开|详细|具体|包括|包含|涵盖|写了|列了|哪些(?:技术|内容|东西|方面)|什么内容|都有"
)
EXCEPT = re.compile(r"除[了去开过却]|撇开|以外|之外")

PLAIN: Mapping[str, Callable[[Guide, Subject], Reply]] = {
    "overview": contents.overview,
    "program": contents.program,
    "directions": _directions,
    "requirements": requirements.requirements,
    "figure": thresholds.figure,
    "materials": requirements.materials,
    "section": sections.section,
    "compare": requirements.compare,
}
