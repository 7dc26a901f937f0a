"""What a family of programs is for, of which the guide itself has a sentence: 科技支撑专项是什么."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.answers.phrases import possible_sections
from bot.answers.reply import Reply, answer, render
from bot.answers.subject import Subject
from bot.guide.model import Family, Guide, Program

_EACH = re.compile("各[自是有]|各(?=支持|做|管|讲)|分别|每一?个|逐个|挨个|逐一")


def as_a_whole(guide: Guide, subject: Subject) -> Reply | None:
    """The family, where all of its programs are asked about, and not each of them; else None."""
    family = None if _EACH.search(subject.text) else _family_of(guide, subject.programs)
    if not family:
        return None
    own = [{"name": each.name, "sections": possible_sections(each, subject.known)} for each in guide.members(family.id)]
    return answer("program", subject.programs, [family.about], render("family", family=family, rows=own))


def are_whole(guide: Guide, programs: Sequence[Program]) -> bool:
    """Whether these are all the programs of their families: of some of them no family is said to have so many."""
    families = {each.family for each in programs if each.family}
    own = {each.id for each in programs}
    return all(each.family for each in programs) and all(
        own >= {one.id for one in guide.members(each)} for each in families
    )


def _family_of(guide: Guide, programs: tuple[str, ...]) -> Family | None:
    """The family of which these, several, are all the programs."""
    families = {guide.program[each].family for each in programs}
    family = families.pop() if len(families) == 1 and len(programs) > 1 else None
    return guide.family[family] if family and {*programs} == {each.id for each in guide.members(family)} else None
