"""Whether words of the guide are asked about as words: where they stand, what they mean, whose they are, what a clause says."""

from __future__ import annotations

import re

from bot.dialogue.hearing.counted import counted_clauses
from bot.dialogue.hearing.message import GENERAL, Message
from bot.dialogue.office_words import AMONG_APPLICANTS
from bot.dialogue.subject import sought
from bot.dialogue.subject.included import owner
from bot.dialogue.words import ASKING, CITING, MEANING, WHICH_ONES, WHOSE_WORDS
from bot.figures.wording.stance import Clause, clauses
from bot.guide.abbreviations import in_full, institutions_in
from bot.guide.numbering import numbered
from bot.guide.search import IN_QUOTES, presented, quoted, shared

# 七里河在不在, 安宁区属于, 榆中算不算.
_INSIDE = re.compile(
    "[\u4e00-\u9fff]{1,8}?(?:[也都]?(?:在不在|属不属于|算不算|是不是(?:在|属于)?|不?在|不?属于?|不?算)(?!哪)).*(?:[吗么不没吧?？的]|里[头面]?|内)[呢啊呀?？。 ]*$"
)
# What has to be there, and what the applicant has to tell of himself.
_OF_A_RULE = re.compile("必须|一定|[要得需只]|注册|登记|专项|项目|主体|单位|企业|公司|我们?|咱们?")
_OF_WHICH_PROGRAM = re.compile("(?:是|在|归|属于?|写在|对应)(?:的是)?(?:哪一?个?|什么)(?:专项|项目|类|条)")
_STANDS_FOR = re.compile(
    "(?:那么?|请问|里面?|上面|[这那]个|所谓|写的|说的|的|[，, “”])*(?P<words>[\u4e00-\u9fff]{2,8}?)[”]?(?:具体|到底)*(?:是指|指的?是?)(?:谁|什么|啥|哪)"
)
CITED = 4  # so many characters, where a sentence is asked for
QUOTED = 7  # so many characters of the guide in a row are no accident
CLAUSE_ASKED_AS = ("ask_text", "ask_term", "ask_requirements", "ask_compare", "out_of_scope", "why")


def asks_a_meaning(this: Message) -> bool:
    """Whether it is asked what words in quotation marks mean."""
    return bool(MEANING.search(this.utterance.text) and IN_QUOTES.search(this.utterance.text))


def place_put_up(this: Message) -> Clause | None:
    """The clause that asks if a place lies in what the guide calls by a name of its own, and draws no bounds of: 七里河在不在兰白
    两区里."""
    names = [each.name for each in this.guide.terms if each.defined and each.name in this.subject.terms]
    asking = [part for part in clauses(this.utterance.text) if ASKING.search(part.text) or part.text.endswith("吧")]
    inside = (part for part in asking if any(name in part.text for name in names) and _INSIDE.search(part.text))
    return next((part for part in inside if not _OF_A_RULE.search(part.text)), None)


def asks_what_words_in_hand_mean(this: Message) -> bool:
    """Whether it is asked what a word stands for that the sentences of the one program in hand have: 省级指谁认定的."""
    found = _STANDS_FOR.match(this.utterance.text)
    programs = this.conversation.programs if not this.conversation.active else ()
    if not found or len(programs) != 1 or this.utterance.mentions or this.heard.readings:
        return False
    return any(found["words"] in said.quote for said in presented(this.guide, this.guide.program[programs[0]]))


def asks_which(this: Message) -> bool:
    """Whether it is asked which those are that the guide calls so: 指南所称“重点高校”具体是哪几所."""
    words = quoted(this.guide, this.utterance.text) and IN_QUOTES.search(this.utterance.text)
    defined = any(each.defined and each.name in this.subject.terms for each in this.guide.terms)
    return (
        bool(words and WHICH_ONES.search(this.utterance.text)) and not defined
    )  # “兰白两区”是哪两个区 has its meaning


def asks_where_an_institution_stands(this: Message) -> bool:
    """Whether it is asked of which program an institution is that the guide names: 哈工大合作的那个是哪个专项."""
    named = this.utterance.ids("program", "family", "section", "figure", "technology") or this.heard.readings
    asked = _OF_WHICH_PROGRAM.search(this.utterance.text)
    return bool(asked and institutions_in(this.guide, this.utterance.text)) and not (named or this.conversation.active)


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
    school = in_full(this.guide, sought.spoken_of(this.utterance))
    return not told and bool(school or sought.asks_whether_it_stands(this.utterance))


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
    return not (other or of_whom) and owner(this.guide, programs, this.utterance) is not None
