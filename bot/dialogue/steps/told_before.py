"""A step for whoever asks if a number will do that was told before: 这个数够不够线, 那投资够了没, 就差这么一点，能通融吗, 每条都踩线了吧."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.answers.reply import Reply
from bot.answers.requirements import demanding
from bot.answers.thresholds import figure
from bot.dialogue.answering.beside import with_gaps
from bot.dialogue.answering.leniency import with_leniency
from bot.dialogue.checking import check, commands
from bot.dialogue.checking.unnamed import missing
from bot.dialogue.hearing.beyond import LENIENCY
from bot.dialogue.hearing.enough import asks_if_enough
from bot.dialogue.hearing.heard import Hearing
from bot.dialogue.standing_words import COMES_OUT
from bot.dialogue.state import Conversation
from bot.dialogue.subject.programs import named_programs
from bot.figures.mentions import NUMERIC, short_mentions
from bot.figures.numbers.quantities import quantities
from bot.figures.values import Value
from bot.figures.wording.stance import is_unsure

Outcome = tuple[Conversation, Reply]
FEW = 2  # programs whose rules are shown
SHORT = 16  # characters of a question that has no word for what it is of
_BESIDE = {"figure", "quantity"}  # names that may stand in such a question
_EACH = re.compile(
    r"每一?[条项个]|[条项样]{2}|各[条项]|所有的?[条项]|(?:[这那]些|[几两三四])[个条项]?(?:数字?|指标|条件)?[也全]?都"
)
_LACKS = re.compile(r"差|缺|少[^，。]{0,3}[点个些]|低[^，。]{0,3}[点些]")
_OF_A_NUMBER = re.compile(r"够|达标|达到|[过踩压卡]着?线|线上|过得?关|合格|悬|门槛|差")
_POINTS = re.compile(
    r"[这那]一?[个点些笔条项]?(?:数字?|钱|人|比例|占比|收入|投资|金额|规模)|[这那]么(?:[多少]|点|些)|[这那]样|[这那]个?(?=够|达|过|行|能)"
)
_CHANGES = re.compile("[招加添补增聘减砍凑扩降提]")
_OTHER = re.compile(r"多少|几|哪|什么|啥|谁|怎|咋|材料|科室|条件|时间")


def told_before(this: Hearing) -> Outcome | None:
    """How what was told before stands to its rule, where that is asked and nothing new is told."""
    if not _asks(this):
        return None
    if this.conversation.check and _EACH.search(this.utterance.text) and not this.subject.figures:
        return commands.status(this.guide, this.conversation)
    programs = this.conversation.check or this.subject.programs
    figures = _meant(this)
    if not demanding(this.guide, figures, programs) or len(programs) > FEW:
        return None
    return _judged(this, programs, figures)


def _asks(this: Hearing) -> bool:
    """Whether no more is asked than if something that was told will do, or if its rule may be bent."""
    text, heard = this.utterance.text, this.heard
    enough = asks_if_enough(text) or bool(LENIENCY.search(text) and _LACKS.search(text))
    new = heard.readings or heard.hypothesis or heard.torn or heard.unit_doubts or heard.correction
    another = {*named_programs(this.guide, this.utterance)} - {*(this.conversation.check or this.subject.programs)}
    other = another or {each.kind for each in this.utterance.mentions} - {*_BESIDE, "program"}
    if this.conversation.judged and COMES_OUT.fullmatch(text) or is_unsure(text):
        return False  # 够得上不, after a verdict, asks for that; 好像够吧 answers
    said = quantities(text)
    if said and _CHANGES.search(text):
        return False  # 招3个够了吧 puts up another number
    amounts = [each for each in said if each.kind != "bare" and each.kind != "people"]
    return enough and bool(this.conversation.figures) and not (new or other or amounts or _OTHER.search(text))


def _meant(this: Hearing) -> tuple[str, ...]:
    """The figures (ids) of which it is asked: those that are named, what is too low where something is said to lack, else those
    that were told last."""
    known, text = this.conversation.figures, this.utterance.text
    short = (each.figure for each in short_mentions(text, this.guide) if not each.choice)
    if named := this.subject.figures or tuple(dict.fromkeys(short)):
        parts = {each: this.guide.figure[each].amounts for each in named if _is_number(this, each)}
        return tuple(each for each in parts if each in known or parts[each] and {*parts[each]} <= {*known})
    if _LACKS.search(text) and (low := tuple(dict.fromkeys(missing(this.guide, this.conversation)))):
        return low
    pointed = _POINTS.search(text) or len(text) <= SHORT
    of_a_number = _OF_A_NUMBER.search(text) and pointed
    return (
        tuple(each for each in this.conversation.noted if each in known and _is_number(this, each))
        if of_a_number
        else ()
    )


def _is_number(this: Hearing, figure_id: str) -> bool:
    return this.guide.figure[figure_id].kind in NUMERIC


def _judged(this: Hearing, programs: tuple[str, ...], figures: tuple[str, ...]) -> Outcome:
    """The rules on ``figures``, and how what is known of them stands to each."""
    guide, conversation = this.guide, this.conversation
    told: dict[str, Value] = {each: value for each, value in conversation.figures.items() if _is_number(this, each)}
    kinds = {each: value for each, value in conversation.figures.items() if guide.figure[each].kind == "choice"}
    about = replace(this.subject, programs=programs, figures=figures, told=told, known={**kinds, **this.subject.known})
    reply = with_gaps(guide, conversation, about, figure(guide, about))
    reply = with_leniency(guide, about, conversation.figures, reply)
    after = conversation.but(topic="figure", programs=programs, about_figures=figures, judged=False)
    return after, check.asked_again(guide, after, reply)
