"""What whole families of programs are for, in the sentence with which the guide introduces them: 平台建设专项总的目的是什么."""

from __future__ import annotations

import re

from bot.answers import contents
from bot.answers.reply import Reply
from bot.answers.subject import Subject
from bot.dialogue.state import Utterance
from bot.guide.model import Guide

_AIMS = re.compile("目的(?!地)|目标(?!任务书|责任)|宗旨|定位|初衷|出发点|为了(?:什么|啥)")


def of_its_families(guide: Guide, subject: Subject, utterance: Utterance) -> Reply | None:
    """The aims of the families of which all members are meant, where it is their aims that are asked for; each program alone has
    none told but what it supports."""
    families = {guide.program[each].family for each in subject.programs}
    members = {each.id for each in guide.programs if each.family in families}
    whole = None not in families and {*subject.programs} == members
    return contents.overview(guide, subject) if whole and _AIMS.search(utterance.text) else None
