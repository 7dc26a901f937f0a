"""What answers a question better than the answer to its topic does, because of what else it names."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from bot.answers import contents, requirements, thresholds
from bot.answers.reply import Reply, preceded_by, render
from bot.answers.subject import Subject
from bot.dialogue.answering import pointed
from bot.dialogue.answering.aims import compared, of_its_families
from bot.dialogue.answering.demands_less import demands_less
from bot.dialogue.answering.in_common import in_common
from bot.dialogue.answering.kinds_apart import apart
from bot.dialogue.answering.level_unsaid import level_unsaid
from bot.dialogue.answering.may_apply import whether_it_may
from bot.dialogue.answering.named_in import named_in
from bot.dialogue.answering.new_or_existing import new_or_existing
from bot.dialogue.answering.none_at_all import none_at_all
from bot.dialogue.answering.not_demanded import not_demanded, what_is_said_of_partners
from bot.dialogue.answering.of_whom import WHICH_ONE, of_a_kind, of_whom, who_leads
from bot.dialogue.answering.papers import of_a_material, of_one_material, rule_beside_materials
from bot.dialogue.answering.respects import in_a_respect, in_one_respect
from bot.dialogue.answering.rules_named import (
    among_requirements,
    left_out,
    on_a_point,
    on_a_short_name,
    on_what_is_alluded,
    on_what_is_named,
)
from bot.dialogue.answering.several_points import on_each_of_them
from bot.dialogue.answering.unlisted_papers import of_a_paper_of_others, of_an_unlisted_paper
from bot.dialogue.answering.unspoken import unspoken
from bot.dialogue.answering.unwritten import unwritten
from bot.dialogue.answering.whether_counts import whether_included
from bot.dialogue.office_words import WHOM
from bot.dialogue.state import Utterance
from bot.dialogue.subject.easiest import asks_for_the_easiest
from bot.dialogue.words import IN_GENERAL
from bot.figures.wording.stance import clauses
from bot.guide.by_field import by_field
from bot.guide.model import Guide
from bot.guide.outside import outside

Better = Callable[[Guide, Subject, Utterance], Reply | None]
DIRECTIONS = re.compile(r"方向|领域|支持|范围|写[到了的]|[怎咋]么?写|提[到及]|[怎咋]么?提")


def instead(guide: Guide, subject: Subject, topic: str, utterance: Utterance) -> Reply | None:
    """The better answer; None where the topic's own is the best."""
    better = (each(guide, subject, utterance) for each in BETTER.get(topic, ()))
    return next((reply for reply in better if reply), None)


def _of_the_easiest(guide: Guide, subject: Subject, utterance: Utterance) -> Reply | None:
    """哪个专项最容易报: those with no conditions of their own, and that the guide puts none above another."""
    if not asks_for_the_easiest(utterance, ()):
        return None
    reply = requirements.requirements(guide, subject)
    return preceded_by(reply, render("no_ranking"))


def _meaning(guide: Guide, subject: Subject, utterance: Utterance) -> Reply | None:
    """查新报告找谁开 is no question for who takes applications; 高校交到哪个科室, asked after it, is."""
    if not subject.terms or subject.programs or subject.sections:
        return None
    asking = [part for part in clauses(utterance.text) if WHOM.search(part.text)]
    named = [each.start for each in utterance.mentions if each.kind == "term"]
    of_it = not asking or any(part.holds(start) for part in asking for start in named)
    return contents.term(guide, subject) if of_it else None


def _kinds_side_by_side(guide: Guide, subject: Subject, utterance: Utterance) -> Reply | None:
    """Two kinds of one program compared: 工业类跟农业类, 企业牵头和高校牵头; where a figure, the section or the papers are
    asked for, in that."""
    two = any(len(utterance.ids(kind)) > 1 for kind in ("track", "applicant_type"))
    if not two or len(subject.programs) != 1:
        return None
    both = replace(subject, known={})
    if requirements.demanding(guide, subject.figures, subject.programs):
        return thresholds.figure(guide, both)
    return in_a_respect(guide, both, utterance) or requirements.requirements(guide, both)


def _names_of_one(guide: Guide, subject: Subject, utterance: Utterance) -> Reply | None:
    """Two things compared that one program is for alike (众创空间跟孵化器要求一样不): that it does not tell them apart, and its
    conditions."""
    names = list(dict.fromkeys(each.text for each in utterance.of("program")))
    if len(utterance.ids("program")) != 1 or len(names) < 2 or not IN_GENERAL.search(utterance.text):
        return None
    program = guide.program[utterance.ids("program")[0]]
    if not all(any(name in each.quote for each in program.about) for name in names):
        return None
    reply = requirements.requirements(guide, replace(subject, programs=(program.id,), figures=()))
    return preceded_by(reply, render("names_of_one", names=names, program=program.name))


def _on_programs_without_fields(guide: Guide, subject: Subject, utterance: Utterance) -> Reply | None:
    """Whether something fits programs whose field decides nothing is a matter of what they demand.

    Where it is asked which program it is and one is named by what it is for (大学科技园的项目对应哪个专项), that one is.
    """
    named = utterance.ids("program")
    if named and WHICH_ONE.search(utterance.text) and not set(named) & by_field(guide):
        return contents.program(guide, replace(subject, programs=named))
    decides = set(named) & by_field(guide) or DIRECTIONS.search(utterance.text) or outside(guide, utterance.text)
    return requirements.requirements(guide, replace(subject, programs=named)) if named and not decides else None


BETTER: Mapping[str, tuple[Better, ...]] = {
    "overview": (of_a_kind,),
    "program": (new_or_existing, level_unsaid, named_in, of_its_families, of_whom, pointed.of_the_program),
    "directions": (new_or_existing, level_unsaid, of_its_families, pointed.of_a_direction),
    "section": (_meaning, pointed.of_a_direction),
    "compare": (_names_of_one, apart, in_common, compared, _kinds_side_by_side, in_one_respect, demands_less),
    "figure": (
        on_each_of_them,
        level_unsaid,
        what_is_said_of_partners,
        of_a_material,
        left_out,
        unwritten,
        pointed.beside_a_rule,
        on_what_is_named,
        on_a_short_name,
        on_what_is_alluded,
        on_a_point,
        unspoken,
    ),
    "term": (whether_included,),
    "requirements": (
        none_at_all,
        new_or_existing,
        named_in,
        apart,
        in_common,
        on_each_of_them,
        level_unsaid,
        what_is_said_of_partners,
        whether_it_may,
        _of_the_easiest,
        of_a_kind,
        of_whom,
        who_leads,
        not_demanded,
        left_out,
        of_a_material,
        unwritten,
        among_requirements,
        pointed.of_a_condition,
        unspoken,
    ),
    "materials": (
        apart,
        of_an_unlisted_paper,
        of_a_paper_of_others,
        of_one_material,
        rule_beside_materials,
        pointed.of_a_paper,
    ),
    "other": (new_or_existing, of_a_material, unwritten, pointed.of_the_unsaid),
    "technology": (
        what_is_said_of_partners,
        named_in,
        pointed.of_a_thing,
        _on_programs_without_fields,
    ),
}
