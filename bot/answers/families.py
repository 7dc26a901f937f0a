"""What a family of programs is for, of which the guide itself has a sentence: 科技支撑专项是什么."""

from __future__ import annotations

import re
from collections.abc import Collection

from bot.answers.phrases import possible_sections
from bot.answers.reply import Reply, answer, render
from bot.answers.subject import Subject
from bot.guide.model import Family, Guide

_EACH = re.compile("各[自是有]|各(?=支持|做|管|讲)|分别|每一?个|逐个|挨个|逐一")


def as_a_whole(guide: Guide, subject: Subject) -> Reply | None:
    """The family, where all of its programs are asked about, and not each of them; else None."""
    found = whole(guide, subject.programs)
    if len(found) != 1 or len(subject.programs) == 1 or _EACH.search(subject.text):
        return None
    family = found[0]
    own = [{"name": each.name, "sections": possible_sections(each, subject.known)} for each in guide.members(family.id)]
    return answer("program", subject.programs, [family.about], render("family", family=family, rows=own))


def whole(guide: Guide, programs: Collection[str]) -> tuple[Family, ...]:
    """The families of which these are all the programs; none where one is of no family, or one of a family's is not among them."""
    families = {guide.program[each].family for each in programs}
    members = {each.id for each in guide.programs if each.family in families}
    found = tuple(each for each in guide.families if each.id in families)
    return found if None not in families and {*programs} == members else ()
