"""What is answered about words of the guide: what they mean (X是什么意思), where they stand (哪里提到了X)."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.answers import contents
from bot.answers.reply import Reply, render
from bot.answers.subject import Subject
from bot.dialogue.answering import belonging, pointed
from bot.dialogue.state import Utterance
from bot.dialogue.subject.programs import TECHNOLOGY
from bot.guide.abbreviations import in_full
from bot.guide.model import Clause, Guide
from bot.guide.numbering import numbered
from bot.guide.search import IN_QUOTES, containing, longest_run, quoted, search

ALIKE = 0.3  # cosine of a sentence that may say the like
SHORTEST = 4  # characters in a row by which words are told that are only in part the guide's
_WORDS = r"[^\s，。？?！!、；;：:“”\"]"
_MEANT = re.compile(
    rf"(?:什么叫做?|什么是|何谓|何为|啥叫|怎么理解|如何理解)(?P<after>{_WORDS}{{3,20}})"
    rf"|(?P<before>{_WORDS}{{3,24}}?)(?:到底|究竟|具体|这个词|这句话|这几个字)*(?:是|指的?是?|算)?(?:什么|啥|何|几个)(?:的)?意思"
    rf"|(?P<named>{_WORDS}{{3,24}}?)(?:到底|究竟|具体)*(?:指的?是?|怎么理解|如何理解|怎么界定|怎么认定|如何界定)"
)
_STANDING = re.compile(
    rf"(?:提[到过及]|写[到过]|出现过?|说到|讲到|涉及到?)(?:了|过)?(?P<after>{_WORDS}{{2,12}}?)(?:的(?:是|地方|条款|内容|专项|话|有).*|(?:[吗么呢没啊呀吧]|没有)*(?:[？?。 ]*$|[，,]))"
    rf"|^(?:请问|那么?|指南里?的?)*(?P<before>{_WORDS}{{2,12}}?)(?:一词|这个词|这几个字)?(?:都|是|被)?(?:在|写在|出现在)(?:指南|哪)"
)
_AHEAD = re.compile(
    r"^.*(?:里面?|中|上|所|的)(?:提到|说到|讲到|写到|写|说|讲|提|称|谓)(?:的|了)?|^(?:请问|那|指南|里面?|中|的|这个|所谓)+"
)
_BEHIND = re.compile(r"(?:是|的|算|吗|呢|啊|呀|吧|[了着])+$")


def term(guide: Guide, subject: Subject, utterance: Utterance) -> Reply:
    """What a word means here; of a program's name, what the program is; else where the words stand."""
    places = quoted(guide, subject.text)
    if places and not subject.terms:
        return contents.used(subject, IN_QUOTES.findall(subject.text), places)
    if not subject.terms and (asked := _meaning_asked(guide, utterance)):
        return contents.used(subject, asked[:1], asked[1])
    if subject.programs and not subject.terms:
        return pointed.of_the_program(guide, subject, utterance) or contents.program(guide, subject)
    if not subject.terms and (fields := belonging.fields(guide, subject)):
        return contents.fields(guide, fields)
    return contents.term(guide, subject)


def passages(guide: Guide, subject: Subject, utterance: Utterance) -> Reply:
    """Clauses of which the number or the words are given; else what speaks of it in other words; where no words are told
    that are sought, the likeliest clauses, and one that says the like."""
    by_number, sought = numbered(guide, subject.text), _words_sought(utterance)
    exact = by_number if by_number is not None else _standing(guide, subject, utterance, sought)
    if exact or by_number is not None:
        return contents.passage(guide, subject, exact, exact=True)
    if sought:  # what is near by accident answers nothing
        near = pointed.anywhere(guide, subject, utterance, sought)
        return _in_other_words(near, sought) if near else contents.passage(guide, subject, (), lacking=sought)
    alike = [guide.clause[each] for each, cosine in utterance.passages if cosine >= ALIKE and each in guide.clause]
    likely = tuple(dict.fromkeys([*search(guide, subject.text, most=2), *alike[:1]]))
    return contents.passage(guide, subject, likely)


def _in_other_words(near: Reply, sought: str) -> Reply:
    """``near``, after that the words themselves stand nowhere."""
    text = render("not_as_it_is", words=sought) + "\n" + near.text
    return replace(near, text=text, payload={**near.payload, "topic": "text"})


def _standing(guide: Guide, subject: Subject, utterance: Utterance, sought: str) -> tuple[Clause, ...]:
    """Clauses in which the words stand as they are: in quotation marks, ``sought``, terms, a technology."""
    named = [*subject.terms, *(each.text for each in utterance.of(TECHNOLOGY))]
    places = tuple(dict.fromkeys(clause for words in named for clause in containing(guide, words)))
    in_quotes = (in_full(guide, words) for words in IN_QUOTES.findall(subject.text))
    full = in_full(guide, sought) or next(filter(None, in_quotes), "")  # 哈工大
    return quoted(guide, subject.text) or containing(guide, sought) or containing(guide, full) or places


def _meaning_asked(guide: Guide, utterance: Utterance) -> tuple[str, tuple[Clause, ...]] | None:
    """The words of the guide whose meaning is asked for, with the clauses in which they stand."""
    words = _named(_MEANT, utterance)
    if any(each.text == words for each in utterance.of("program", "family")):
        return None  # which says of itself what it is
    piece = max((longest_run(clause.text, words) for clause in guide.clauses), key=len) if words else ""
    return (piece, containing(guide, piece)) if piece and (piece == words or len(piece) >= SHORTEST) else None


def _words_sought(utterance: Utterance) -> str:
    """The words, and no numbers, of which it is asked where they stand; empty where no such question is put."""
    words = _named(_STANDING, utterance)
    return "" if any(letter.isdigit() for letter in words) else words


def _named(pattern: re.Pattern[str], utterance: Utterance) -> str:
    """What stands in the place of the words asked about, but for a program's name before them."""
    found = pattern.search(utterance.text)
    words = next(filter(None, found.groups()), "") if found else ""
    for each in utterance.of("program", "family"):
        words = words.replace(each.text, "") if each.text != words else words
    return _BEHIND.sub("", _AHEAD.sub("", words))
