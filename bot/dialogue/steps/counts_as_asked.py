"""Whether something counts as what a check is just asking for, of which the guide says no more than its words: 有个学校给挂的试验站，算不算这个."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.answers import thresholds
from bot.answers.phrases import sections_of
from bot.answers.reply import Reply, preceded_by, render
from bot.answers.requirements import demanding
from bot.answers.subject import Subject
from bot.answers.thresholds import as_requirement
from bot.dialogue.checking import check
from bot.dialogue.checking.noting import IN_A_ZONE, is_of_a_zone
from bot.dialogue.hearing.heard import Hearing
from bot.dialogue.state import Conversation
from bot.guide.model import Figure

_COUNTS = re.compile(
    r"算不算|不就(?:是|算)[^，。；]{1,8}[吗么嘛]|是不是也?算|(?:也|能|可以|这)算(?:是)?(?:这个|有|在内|数|一个|的)?[吗么吧不](?=$|[？?。！!])"
)
_BESIDE = ("program", "family", "technology", "figure")


def counts_as_asked(this: Hearing) -> tuple[Conversation, Reply] | None:
    """The rule that is asked for, said to leave it open, and the question again; None where it is of anything that is named."""
    if seat := _of_a_zone(this):
        return seat
    asked = this.guide.figure.get(this.conversation.asked or "")
    named = any(each.kind not in _BESIDE for each in this.utterance.mentions)
    named = named or bool(demanding(this.guide, this.utterance.ids("figure"), this.conversation.check))
    if asked is None or asked.kind != "yes_no" or named or this.heard.readings or not _COUNTS.search(this.heard.text):
        return None
    return _left_open(this, asked)


def _of_a_zone(this: Hearing) -> tuple[Conversation, Reply] | None:
    """The same of where one is registered, in a check that asks if that is within what the guide names: 注册在兰州高新区，算不算."""
    needed = demanding(
        this.guide,
        [each.id for each in this.guide.figures if is_of_a_zone(this.guide, each.id)],
        this.conversation.check,
    )
    zone = next((each for each in this.guide.figures if needed and is_of_a_zone(this.guide, each.id)), None)
    placed = IN_A_ZONE.search(this.heard.text) and _COUNTS.search(this.heard.text)
    named = zone and zone.id in this.utterance.ids("figure")
    return _left_open(this, zone) if zone and placed and not named else None


def _left_open(this: Hearing, asked: Figure) -> tuple[Conversation, Reply]:
    about = Subject(programs=this.conversation.check, figures=(asked.id,), known=this.conversation.figures)
    rule = as_requirement(thresholds.figure(this.guide, replace(about, text=this.heard.text)))
    owners = [this.guide.program[each] for each in rule.payload["programs"] if each in this.guide.program]
    words = render("counts_open", sections=sections_of(owners, about.known))
    return this.conversation, check.asked_again(this.guide, this.conversation, preceded_by(rule, words))
