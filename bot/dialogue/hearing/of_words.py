"""Whether words of the guide are asked about as words: where they stand, what they mean, whose they are, what a clause says."""

from __future__ import annotations

from bot.dialogue.hearing.counted import counted_clauses
from bot.dialogue.hearing.message import GENERAL, Message
from bot.dialogue.office_words import AMONG_APPLICANTS
from bot.dialogue.subject import sought
from bot.dialogue.subject.included import included
from bot.dialogue.words import CITING, MEANING, WHICH_ONES, WHOSE_WORDS
from bot.guide.numbering import numbered
from bot.guide.search import IN_QUOTES, quoted, shared

CITED = 4  # so many characters, where a sentence is asked for
QUOTED = 7  # so many characters of the guide in a row are no accident
CLAUSE_ASKED_AS = ("ask_text", "ask_term", "ask_requirements", "ask_compare", "out_of_scope", "why")


def asks_a_meaning(this: Message) -> bool:
    """Whether it is asked what words in quotation marks mean."""
    return bool(MEANING.search(this.utterance.text) and IN_QUOTES.search(this.utterance.text))


def asks_which(this: Message) -> bool:
    """Whether it is asked which those are that the guide calls so: 指南所称“重点高校”具体是哪几所."""
    words = quoted(this.guide, this.utterance.text) and IN_QUOTES.search(this.utterance.text)
    return bool(words and WHICH_ONES.search(this.utterance.text))


def asks_whose_words(this: Message) -> bool:
    """Whether it is asked which program some words of the guide are of."""
    nameless = this.utterance.without("program", "family")
    return bool(WHOSE_WORDS.search(nameless)) and shared(this.guide, nameless) >= QUOTED


def cites(this: Message) -> bool:
    """Whether it is asked for a sentence of the guide by words that stand in it, and are no mere name of a figure (主营收入
    这条对我们也算数吗)."""
    named = this.utterance.ids("program", "family")
    words = this.utterance.text if this.intent == "ask_text" else this.utterance.without("figure")
    return bool(not named and CITING.search(this.utterance.text) and shared(this.guide, words) >= CITED)


def asks_whether_it_stands(this: Message) -> bool:
    """Whether all that is asked is if some words stand in the guide, or in what was answered, in words that ask nothing else."""
    told = this.heard.readings or this.conversation.check
    return not told and sought.asks_whether_it_stands(this.utterance)


def numbers_a_clause(this: Message) -> bool:
    """Whether it is asked what stands in a clause of which the number is given: 三（二）3写的什么."""
    open_ = this.intent in (*CLAUSE_ASKED_AS, *GENERAL)
    return open_ and not this.heard.readings and numbered(this.guide, this.utterance.text) is not None


def counts_a_clause(this: Message) -> bool:
    """Whether it is asked what stands in a clause on one program that is named, by its place: 重大专项第四条，逐项给我."""
    free = not (this.heard.readings or this.conversation.active)
    return free and bool(counted_clauses(this.guide, this.utterance.ids("program"), this.utterance.text))


def asks_what_they_include(this: Message) -> bool:
    """Whether it is asked if words in a sentence on the one program in hand include something, which is no number of people and
    no business: ‘等地区’包不包括北京."""
    programs = this.subject.programs or this.conversation.programs
    other = this.utterance.of("figure", "technology", "quantity") or this.heard.readings or this.conversation.check
    of_whom = AMONG_APPLICANTS.search(this.utterance.text)  # 申报主体包括事业单位吗 is of who applies
    return (
        not (other or of_whom) and len(programs) == 1 and included(this.guide, programs[0], this.utterance) is not None
    )
