"""Whether it is asked whom to turn to, or what else a section takes: 找哪个科, 该联系哪个科, 他们还管别的不."""

from __future__ import annotations

import re

from bot.dialogue.hearing import leaning
from bot.dialogue.hearing.leaning import PART, PLAIN, SURE
from bot.dialogue.hearing.message import OF_A_BUSINESS, Message
from bot.dialogue.hearing.parts import asks, tells_of_asking
from bot.dialogue.office_words import CALLING, IT_GOES, NUMBER_TO_CALL, REACHED, TO_REPORT, WHAT_ELSE, WHOM
from bot.dialogue.subject.nearness import plainly_described
from bot.dialogue.subject.programs import named_programs, programs_of_fields
from bot.dialogue.words import ASKING, IS_WHAT
from bot.figures.wording.stance import clauses

_OF_AN_OFFICE = re.compile("科(?!技|研|学)|部门|处室|办公室|窗口|谁(?:管|收|受理|负责)|[找寻问]谁|交给谁|门|报到")
IN_WORDS_OF_REACHING = ("ask_submission", "ask_contact")


def asks_who(this: Message) -> bool:
    """Whether it is asked whom to go to with a program that is meant, where the rest of the words tells of a business."""
    hardly = this.intent == "out_of_scope" and this.utterance.confidence < PART
    described = plainly_described(this.guide, this.utterance.described) if hardly else ()  # 请国外专家的项目找谁受理
    meant = named_programs(this.guide, this.utterance) or programs_of_fields(this.guide, this.utterance) or described
    open_ = this.intent in (*OF_A_BUSINESS, "inform", "check") or hardly or _asks_nothing_else(this)
    parts = {
        name
        for name, chance, text in this.utterance.parts
        if asks(name) and chance >= SURE and not _is_of_whom(name, text)
    }
    whom = {"ask_section"} if not TO_REPORT.search(this.utterance.text) else {"ask_section", "ask_submission"}
    beside = parts - {*OF_A_BUSINESS, *whom}
    told_of = IS_WHAT.search(this.utterance.text)  # 是个啥，找谁 asks for both
    return bool(meant and open_ and not (beside or told_of) and WHOM.search(this.utterance.text))


def _asks_nothing_else(this: Message) -> bool:
    """Whether whom to go to is all that is asked, in the last clause of several: 想报新型研发机构，不清楚这个是哪个部门在收."""
    *ahead, last = [part.text for part in clauses(this.utterance.text)] or [""]
    told = ahead and not any(ASKING.search(words) for words in ahead)
    office = WHOM.search(last) and _OF_AN_OFFICE.search(last)  # 使用权归谁 is of no section
    return bool(told and office) and this.utterance.confidence < PLAIN


def _is_of_whom(name: str, part: str) -> bool:
    """Whether a part that sounds like where to hand something in asks whom to go to: 上哪报到."""
    return name in IN_WORDS_OF_REACHING and bool(WHOM.search(part))


def asks_which_section(this: Message) -> bool:
    """Whether it is asked which section to turn to with what is named, in words of getting in touch: 该联系哪个科."""
    asked = "ask_contact" in {this.intent, *this.parts_asked} and this.subject.programs
    text = CALLING.sub("", this.utterance.text)  # 有人打电话问，该联系哪个科
    return bool(asked and WHOM.search(text) and not REACHED.search(text))


def asks_if_it_is_another(this: Message) -> bool:
    """Whether, after a section was told, another program is named and it is asked in words of getting in touch, by nothing that
    reaches anybody: 要是改报高新技术产业化专项，得换人找么."""
    other = {*named_programs(this.guide, this.utterance)} - {*this.conversation.programs}
    asked = this.conversation.topic == "section" and this.intent == "ask_contact" and not this.conversation.check
    return bool(asked and other) and not REACHED.search(this.utterance.text)


def asks_how_to_reach(this: Message) -> bool:
    """Whether the section is asked for by what it is reached by (受理科室电话多少), which no guide of ours tells."""
    words = [part.text for part in clauses(this.utterance.text) if not tells_of_asking(part.text)]
    asked = any(NUMBER_TO_CALL.search(CALLING.sub("", each)) for each in words)
    return this.intent == "ask_section" and asked


def asks_what_else_it_takes(this: Message) -> bool:
    """Whether it is asked what else the section takes that was just named: 他们还管别的不."""
    asked = this.subject.sections and WHAT_ELSE.search(this.utterance.text)
    return bool(asked) and not this.utterance.ids("section")


def asks_where_it_goes(this: Message) -> bool:
    """Whether it is asked last where what is in hand goes, right after where a business belongs was told: 好着呢。那它归哪."""
    last = [part.text for part in clauses(this.utterance.text)][-1:]
    named = this.utterance.mentions or this.conversation.active or this.heard.readings
    after = this.conversation.topic and this.subject.programs == this.conversation.programs
    return bool(after and this.subject.programs and not named) and any(IT_GOES.fullmatch(words) for words in last)


def asks_whom_then(this: Message) -> bool:
    """Whether it is asked whom to ask after an answer, in few words that name nothing: 没有啊，那我该问谁去."""
    named = this.utterance.mentions or this.conversation.check or asks(this.intent)
    named = named or leaning.surely_outside(this.utterance)  # 牙疼挂哪个科
    return bool(this.conversation.topic and not named and WHOM.search(this.utterance.text))
