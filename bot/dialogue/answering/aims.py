"""What whole families of programs are for, in the sentence with which the guide introduces them: 平台建设专项总的目的是什么."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.answers import contents, families
from bot.answers.reply import Reply
from bot.answers.subject import Subject
from bot.dialogue.state import Utterance
from bot.guide.model import Guide

_AIMS = re.compile("目的(?!地)|目标(?!任务书|责任)|宗旨|定位|初衷|出发点|为了(?:什么|啥)")


def of_its_families(guide: Guide, subject: Subject, utterance: Utterance) -> Reply | None:
    """The aims of the families of which all members are meant, where it is their aims that are asked for; each program alone has
    none told but what it supports."""
    return _aims(guide, subject, utterance, "program")


def compared(guide: Guide, subject: Subject, utterance: Utterance) -> Reply | None:
    """The same of families that are put side by side: 平台专项与科技支撑专项的定位有何区别."""
    return _aims(guide, subject, utterance, "compare")


def _aims(guide: Guide, subject: Subject, utterance: Utterance, topic: str) -> Reply | None:
    of_whole_families = not subject.programs or families.whole(guide, subject.programs)
    if not (of_whole_families and _AIMS.search(utterance.text)):
        return None
    told = contents.overview(guide, subject)
    return replace(told, payload={**told.payload, "topic": topic})
