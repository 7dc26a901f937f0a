"""Whether a place lies in what the guide names and lists no places of: 七里河在不在兰白两区里, 我们注册在安宁，属不属于两区."""

from __future__ import annotations

import re

from bot.answers import thresholds
from bot.answers.phrases import sections_of
from bot.answers.reply import Reply, preceded_by, render
from bot.answers.requirements import programs_testing
from bot.answers.subject import Subject
from bot.answers.thresholds import as_requirement
from bot.dialogue.checking import check, taking
from bot.dialogue.checking.noting import is_of_a_zone
from bot.dialogue.hearing.heard import Hearing
from bot.dialogue.state import Conversation
from bot.guide.model import Figure, Guide

_ASKED = r"(?P<place>[\u4e00-\u9fff]{{0,10}}?)(?:也|都|还|到底|究竟|[ ，,])*(?:在不在|是不是在|属不属于|是不是属于|算不算在)[“\"']?(?P<zone>{zones})[”\"']?(?:的?范围)?(?:里面?|里头|内|之内|以内)?[吗么嘛呢]?[？?。！! ]*$"
_LEADS = re.compile("^(?:那么?|请问|我想问|想?问一?下|我们?(?:公司|单位|厂)?|注册地?|[在，, ])+")


def zone_asked(this: Hearing) -> tuple[Conversation, Reply] | None:
    """The rule that has the zone, behind that the guide does not list what lies in it; None where no such thing is asked."""
    zone = next((each for each in this.guide.figures if is_of_a_zone(this.guide, each.id)), None)
    found = zone and re.search(_ASKED.format(zones="|".join(_names(this.guide, zone))), this.utterance.text)
    if zone is None or not found or this.conversation.asked == zone.id:
        return None
    programs = programs_testing(this.guide, (zone.id,))
    kept, then = taking.keep(this.guide, this.conversation, this.heard)
    rule = thresholds.figure(this.guide, Subject(programs=programs, figures=(zone.id,), text=this.utterance.text))
    whom = sections_of([this.guide.program[each] for each in programs], this.subject.known)
    words = render("zone_open", place=_LEADS.sub("", found["place"]), zone=found["zone"], sections=whom)
    after = kept if kept.check else kept.but(programs=programs, topic="requirements", about_figures=(zone.id,))
    return after, check.asked_again(this.guide, after, preceded_by(as_requirement(rule), words), then)


def _names(guide: Guide, zone: Figure) -> list[str]:
    """What the zone is called, the longest first."""
    named = (each for each in guide.terms if each.defined and each.name in zone.name)
    return sorted({word for each in named for word in (each.name, *each.aliases)}, key=len, reverse=True)
