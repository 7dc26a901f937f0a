"""What is answered about words of the guide: what they mean (X是什么意思), where they stand (哪里提到了X)."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.answers import contents, thresholds
from bot.answers.reply import Reply, preceded_by, render
from bot.answers.requirements import programs_testing
from bot.answers.subject import Subject
from bot.dialogue.answering import pointed, worded
from bot.dialogue.answering.counted_places import with_how_often
from bot.dialogue.answering.unwritten import unwritten_in
from bot.dialogue.hearing.counted import counted_clauses
from bot.dialogue.state import Utterance
from bot.dialogue.subject import sought
from bot.dialogue.subject.fields import TECHNOLOGY, dividing, fields_named
from bot.dialogue.subject.programs import named_programs
from bot.dialogue.words import ASKING, WHETHER_IT_COUNTS, WORDING
from bot.figures.wording.stance import clauses
from bot.guide.abbreviations import in_full, institutions_in
from bot.guide.model import Clause, Guide
from bot.guide.numbering import numbered
from bot.guide.search import IN_QUOTES, containing, longest_run, quoted, search, with_a_number

ALIKE = 0.3  # cosine of a sentence that may say the like
FIELD = "领域"
# 工业领域那句原文, 新能源领域的原话
OF_A_FIELD = re.compile(
    f"(?:{FIELD}|方向|类|那块|这块)?(?:里|那|这|的|一|是|怎么|[句段条个部分])*(?:{WORDING.pattern}|(?:[那这]一?[句段条])(?:话|文字)?)"
)
# 指南开头那段, 前面总的那一段: what stands ahead of all programs.
_OPENING = re.compile(
    "(?:指南|文件|通知|全文)(?:的|最|一|正文)*(?:开头|开篇|开始|前面|头一段|第一段|首段|起头)|(?:开头|开篇|最前面)(?:的|[那这])*(?:总的)?(?:[那这一几]?[段句]|话|部分|总体)"
)
_INSTITUTION = re.compile("(?:大学|学院|研究[院所]|科学院)$")  # to one that is not named none is near
SHORTEST = 4  # characters in a row by which words are told that are only in part the guide's


def term(guide: Guide, subject: Subject, utterance: Utterance) -> Reply:
    """What a word means here; of a program's name, what the program is; else where the words stand."""
    places = quoted(guide, subject.text)
    if places and not subject.terms:
        return contents.used(subject, IN_QUOTES.findall(subject.text), places)
    if not subject.terms and (asked := _meaning_asked(guide, utterance)):
        return contents.used(subject, asked[:1], asked[1])
    if subject.figures and not subject.terms and WHETHER_IT_COUNTS.search(subject.text):
        return thresholds.figure(guide, subject)  # in the words of what is demanded
    if subject.programs and not subject.terms:
        point = None if named_programs(guide, utterance) else pointed.of_a_condition(guide, subject, utterance)
        return point or pointed.of_the_program(guide, subject, utterance) or contents.program(guide, subject)
    if not subject.terms and (fields := fields_named(guide, subject)):
        return contents.fields(guide, fields)
    worked_out = any(guide.figure[each].quotient for each in subject.figures)  # 自筹比例怎么算 is of no word in it
    if (worked_out or not subject.terms) and programs_testing(guide, subject.figures):
        return _in_its_rule(guide, subject)
    return contents.term(guide, subject)


def _in_its_rule(guide: Guide, subject: Subject) -> Reply:
    """The sentence that demands it, which may list what is meant (什么样的才叫研发机构); of a number, that it says no more of
    how it is worked out (研发费用占比怎么算)."""
    rule = thresholds.figure(guide, subject)
    had = all(guide.figure[each].kind == "yes_no" for each in subject.figures)
    return rule if had else preceded_by(rule, render("how_counted"))


def passages(guide: Guide, subject: Subject, utterance: Utterance) -> Reply:
    """Clauses of which the number or the words are given; else what speaks of it in other words; where no words are told
    that are sought, the likeliest clauses, and one that says the like."""
    by_number, wanted = _numbered(guide, subject, utterance), sought.place(utterance) or sought.another(utterance)
    if by_number and (lacking := unwritten_in(by_number, utterance)):
        return lacking
    exact = by_number if by_number is not None else _of_a_field(guide, subject, utterance)
    exact = _on_the_field_named(guide, utterance, exact)
    exact = exact or _standing(guide, subject, utterance, wanted)
    wanted = wanted or _quoted_of_nowhere(guide, subject.text)
    if exact or by_number is not None:
        told = contents.passage(guide, subject, exact, exact=True)
        return with_how_often(guide, subject.text, words_sought(guide, subject, utterance), told)
    if found := worded.rule(guide, subject, utterance):
        return found
    if found := _each_of_a_list(guide, subject, sought.members(wanted)):
        return found
    if wanted:  # what is near by accident answers nothing
        near = None if _INSTITUTION.search(wanted) else pointed.anywhere(guide, subject, utterance, wanted)
        return _in_other_words(near, wanted) if near else contents.passage(guide, subject, (), lacking=wanted)
    alike = [guide.clause[each] for each, cosine in utterance.passages if cosine >= ALIKE and each in guide.clause]
    likely = tuple(dict.fromkeys([*search(guide, subject.text, most=2), *alike[:1]]))
    return contents.passage(guide, subject, likely)


def _quoted_of_nowhere(guide: Guide, text: str) -> str:
    """The words in quotation marks that are looked for and stand nowhere: 有没有“乡村振兴”四个字."""
    asking = " ".join(
        part.text for part in clauses(text) if ASKING.search(part.text)
    )  # what a story quotes is not sought
    return next((each for each in IN_QUOTES.findall(asking) if not _places(guide, each)), "")


def words_sought(guide: Guide, subject: Subject, utterance: Utterance) -> str:
    """The words of which it is asked where they stand: in quotation marks, put so, a term, a technology; the clause of which it
    is asked what stands there; empty where none are."""
    if len(numbered_so := numbered(guide, subject.text) or ()) == 1:
        return numbered_so[0].id
    told = [*IN_QUOTES.findall(subject.text), sought.place(utterance), sought.another(utterance)]
    told += [*subject.terms, *(each.text for each in utterance.of(TECHNOLOGY))]
    return next(filter(None, told), "")


def _numbered(guide: Guide, subject: Subject, utterance: Utterance) -> tuple[Clause, ...] | None:
    """Clauses with the number that is told, of the whole guide or of one program; None where none is told."""
    told = counted_clauses(guide, utterance.ids("program"), subject.text) or numbered(guide, subject.text)
    opening = _OPENING.search(subject.text) and not (utterance.ids("program", "family") or subject.terms)
    return guide.clauses[:1] if told is None and opening else told


def _each_of_a_list(guide: Guide, subject: Subject, words: list[str]) -> Reply | None:
    """Where several words stand, and which of them stand nowhere; None where none does."""
    places = {each: _places(guide, each) for each in words}
    found = tuple(dict.fromkeys(clause for clauses in places.values() for clause in clauses))
    if not found:
        return None
    reply = contents.passage(guide, subject, found, exact=True)
    missing = [render("not_as_it_is", words=each) for each, clauses in places.items() if not clauses]
    return replace(reply, text="\n".join([*missing, reply.text]))


def _in_other_words(near: Reply, wanted: str) -> Reply:
    """``near``, after that the words themselves stand nowhere."""
    text = render("not_as_it_is", words=wanted) + "\n" + near.text
    return replace(near, text=text, payload={**near.payload, "topic": "text"})


def _of_a_field(guide: Guide, subject: Subject, utterance: Utterance) -> tuple[Clause, ...]:
    """The one clause on the field of which the words are asked for, of the one program that is named: 重大专项工业领域那句原文."""
    asked = list(OF_A_FIELD.finditer(subject.text))
    named = [
        each
        for each in utterance.of(TECHNOLOGY, *dividing(guide))
        if any(found.start() - len(FIELD) <= each.end <= found.end() for found in asked)
    ]
    directions = guide.program[subject.programs[0]].directions if len(subject.programs) == 1 else ()
    places = {
        one.clause
        for one in directions
        for each in named
        if each.id == one.track or one.name.startswith(each.text.removesuffix(FIELD))
    }
    return tuple(guide.clause[each] for each in places) if len(places) == 1 else ()


def _on_the_field_named(guide: Guide, utterance: Utterance, found: tuple[Clause, ...]) -> tuple[Clause, ...]:
    """Of several clauses below one number that on the field which is named: 社会发展领域写在一（一）的第几段; else all."""
    named = {each.id for each in utterance.of(*dividing(guide))}
    places = {one.clause for each in guide.programs for one in each.directions if one.track in named}
    return tuple(each for each in found if each.id in places) or found


def _standing(guide: Guide, subject: Subject, utterance: Utterance, wanted: str) -> tuple[Clause, ...]:
    """Clauses in which the words stand as they are: in quotation marks, ``wanted``, terms, a technology."""
    named = [*subject.terms, *(each.text for each in utterance.of(TECHNOLOGY))]
    places = tuple(dict.fromkeys(clause for words in named for clause in containing(guide, words)))
    places = places or _places_of_terms(guide, subject)
    schools = () if places else institutions_in(guide, subject.text)
    places = places or tuple(dict.fromkeys(clause for words in schools for clause in containing(guide, words)))
    asked = (_places(guide, words) for words in (wanted, *IN_QUOTES.findall(subject.text)))
    return quoted(guide, subject.text) or next(filter(None, asked), ()) or places


def _places_of_terms(guide: Guide, subject: Subject) -> tuple[Clause, ...]:
    """Clauses with the sentences on the terms that are named, which may part them by other signs: “补链”、“延链”、“强链”."""
    quotes = (quote for each in guide.terms if each.name in subject.terms for quote in each.quotes)
    return tuple(dict.fromkeys(guide.clause[quote.clause] for quote in quotes))


def _places(guide: Guide, words: str) -> tuple[Clause, ...]:
    """Clauses in which the words stand, or the name in full that they are a short form of (哈工大), or with a number where it is
    asked which (第几次党代会)."""
    return containing(guide, words) or containing(guide, in_full(guide, words)) or with_a_number(guide, words)


def _meaning_asked(guide: Guide, utterance: Utterance) -> tuple[str, tuple[Clause, ...]] | None:
    """The words of the guide whose meaning is asked for, with the clauses in which they stand."""
    words = sought.meaning(utterance)
    if any(each.text == words for each in utterance.of("program", "family")):
        return None  # which says of itself what it is
    piece = max((longest_run(clause.text, words) for clause in guide.clauses), key=len) if words else ""
    return (piece, containing(guide, piece)) if piece and (piece == words or len(piece) >= SHORTEST) else None
