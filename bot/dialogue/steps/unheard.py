"""What is said to a message to which no step has anything to say."""

from __future__ import annotations

import re
from typing import Any

from bot.answers.offers import fallback, suggestions
from bot.answers.reply import Reply, render
from bot.dialogue.checking import check, noting, withdrawing
from bot.dialogue.hearing.heard import Hearing
from bot.dialogue.hearing.leaning import SURE
from bot.dialogue.state import Conversation
from bot.dialogue.steps.asking import TOLD_WITH
from bot.dialogue.steps.left_unheard import of_the_program
from bot.dialogue.subject.programs import named_programs
from bot.figures.mentions import Mention
from bot.figures.pairing.naming import suits
from bot.figures.stated.chosen import is_of_partners
from bot.figures.stated.partners import is_with_partners
from bot.figures.stated.placed_in_part import leaves_a_part_out
from bot.figures.stated.planned_together import only_plans
from bot.figures.stated.ruled_out import ruled_out
from bot.figures.wording.denial import is_denial, is_under_review, lapses
from bot.figures.wording.stance import is_not_yet

Outcome = tuple[Conversation, Reply]
_PUT_UP = re.compile("[吧呗喽][。！!~？? ]*$")


def not_understood(this: Hearing) -> Outcome:
    """The open question again with what could not be used; where none is open, what can be asked."""
    whose = _whose(this)
    asking = this.conversation if this.conversation.asked else _told_of_one(this, whose)
    off_topic = this.intent == "out_of_scope" and this.utterance.confidence >= SURE
    awaited = _awaited(this)
    if asking and (whose or not off_topic):
        told = (
            whose
            or _of_another(this)
            or _others(this)
            or _not_this_kind(this)
            or _not_held(this)
            or _with_whom(this)
            or _in_part(this)
        )
        return asking.but(**awaited, **_beside_the_check(this)), check.ask_again(
            this.guide, asking, told or render("not_an_answer")
        )
    reply = (
        _not_held_after_all(this) or _untold(this) or of_the_program(this) or fallback(this.guide, off_topic=off_topic)
    )
    return this.conversation.but(**awaited), check.asked_again(this.guide, this.conversation, reply)


def _of_another(this: Hearing) -> str:
    """What is said to what is told of somebody else alone: 竞争对手是高企，研发机构也有."""
    told = this.conversation.check and not this.wonders and noting.of_others(this.utterance.text, partners=False)
    return render("of_another", parts=()) if told else ""


def _others(this: Hearing) -> str:
    """What is said to 高企到期了 in answer to which of several hold."""
    asked = this.guide.figure.get(this.conversation.asked or "")
    if asked is None or asked.kind != "choices" or this.wonders:
        return ""
    named = [each for each in this.heard.mentions if each.figure == asked.id and each.choice]
    denied = (is_denial(this.heard.text) or lapses(this.heard.text)) and not is_under_review(this.heard.text)
    return withdrawing.others_of_it(this.heard, named) if named and denied else ""


def _not_this_kind(this: Hearing) -> str:
    """What is said to 我们不是企业 in answer to what the applicant is: which of the others is still to be told."""
    asked = this.guide.figure.get(this.conversation.asked or "")
    if asked is None or asked.kind != "choice" or this.wonders:
        return ""
    denied = {each.choice for each in ruled_out(this.heard.text, this.heard.mentions, asked)}
    names = [each.name for each in asked.choices if each.id in denied]
    others = [each.name for each in asked.choices if each.id not in denied]
    return render("not_this_kind", names=names, others=others) if names else ""


def _not_held_after_all(this: Hearing) -> Reply | None:
    """After a verdict, what is said to a qualification that is still under way: 那高新技术企业正在申请，下个月批."""
    words = _not_held(this) if this.conversation.check else ""
    return Reply(words, {"kind": "fallback", "suggestions": suggestions(this.guide)}) if words else None


def _untold(this: Hearing) -> Reply | None:
    """After a verdict, how to tell what has changed: 人员还在招 names neither a figure nor a number."""
    if not this.conversation.check or this.wonders or this.intent not in TOLD_WITH:
        return None
    return Reply(_not_held(this) or render("untold"), {"kind": "fallback", "suggestions": suggestions(this.guide)})


def _told_of_one(this: Hearing, whose: str) -> Conversation | None:
    """The check of the one program just talked about, begun by what seems to be told of the applicant (八百来万呗)."""
    told = sum(chance for name, chance in this.utterance.ranking if name in TOLD_WITH)
    says = this.intent in ("inform", "correct")  # 不行 and 不清楚 after an explanation answer nothing that was asked
    put_up = _PUT_UP.search(this.utterance.text)  # 兼职的不算吧 tells nothing of the asker
    tells = whose or says and told >= SURE and not (this.wonders or put_up)
    foreign = this.intent == "out_of_scope" and this.utterance.confidence >= SURE
    if this.utterance.unchecked or foreign or not tells or this.conversation.check or len(this.subject.programs) != 1:
        return None
    begun, _ = check.start(this.guide, this.conversation, this.subject.programs)
    return begun if begun.asked else None


def _qualifications(this: Hearing) -> list[Mention]:
    """The qualifications that a statement names."""
    named = [each for each in this.heard.mentions if each.choice and this.guide.figure[each.figure].kind == "choices"]
    return [each for each in named if not (this.wonders or is_of_partners(this.guide.figure[each.figure]))]


def _beside_the_check(this: Hearing) -> dict[str, Any]:
    """What is to be remembered of the one other program that is named in a check of one, so that 两边比一比 may be of both."""
    checked, named = this.conversation.check, named_programs(this.guide, this.utterance)
    return {"named": (*checked, *named)} if len(checked) == len(named) == 1 and checked != named else {}


def _awaited(this: Hearing) -> dict[str, Any]:
    """What is to be remembered of qualifications that are under way, so that 批下来了 may be of them."""
    named = _qualifications(this)
    if not named or not this.conversation.check or not is_not_yet(this.utterance.text):
        return {}
    figure = this.guide.figure[named[0].figure]
    held = this.conversation.figures.get(figure.id)
    there = {*(held if isinstance(held, tuple) else ()), *(each.choice for each in named)}
    return {"hypothesis": {figure.id: tuple(each.id for each in figure.choices if each.id in there)}}


def _not_held(this: Hearing) -> str:
    """What is said to qualifications that are only denied, or under way, while something else is asked: 专精特新还在评审."""
    text = this.utterance.text
    named = _qualifications(this)
    if not named or is_under_review(text) or not (is_not_yet(text) or is_denial(text)):
        return ""
    words = dict.fromkeys(text[each.start : each.end] for each in named)
    figure = this.guide.figure[named[0].figure]
    needed = figure.id in check.open_in(this.guide, this.conversation)
    return render("not_held", names=words, figure=figure, under_way=is_not_yet(text), needed=needed)


def _with_whom(this: Hearing) -> str:
    """What is said to a plan to work with nobody in particular, where partners are asked for: 打算找个高校合作."""
    asked = this.guide.figure.get(this.conversation.asked or "")
    planned = asked is not None and is_with_partners(asked) and only_plans(this.utterance.text)
    return render("partner_planned") if planned else ""


def _in_part(this: Hearing) -> str:
    """What is said to work of which a part is elsewhere, where the guide does not write that all has to be in the city."""
    asked = this.guide.figure.get(this.conversation.asked or "")
    in_part = asked is not None and leaves_a_part_out(this.utterance.text, asked, this.guide)
    return render("placed_in_part", figure=asked) if in_part else ""


def _whose(this: Hearing) -> str:
    """What is said to a number of which nothing tells what it is: 790万 where the check needs a total and a revenue."""
    programs = this.conversation.check or (this.subject.programs if len(this.subject.programs) == 1 else ())
    if not programs or this.heard.question or len(this.heard.bare) != 1 or this.heard.bare[0].kind == "bare":
        return ""
    open_ = check.open_in(this.guide, this.conversation.but(check=programs))
    fitting = [each for each in this.guide.figures if each.id in open_ and suits(each, this.heard.bare[0])]
    return render("which_figure", number=this.heard.bare[0].text, figures=fitting) if fitting else ""
