"""Whether a kind of applicant may apply for a program that demands nothing of who applies: that no kind is barred, and no list of all
conditions (社会发展专项，公立医院能不能报)."""

from __future__ import annotations

import re

from bot.answers import requirements
from bot.answers.checks import WHO
from bot.answers.phrases import possible_sections
from bot.answers.reply import Reply, answer, render, silent
from bot.answers.subject import Subject
from bot.dialogue.state import Utterance
from bot.dialogue.subject.supported_kinds import sentences_on
from bot.dialogue.words import LISTING
from bot.figures.stated.unlisted import asked_whether_it_may
from bot.figures.wording.stance import clauses
from bot.guide.model import Guide, Quote

_MAY = re.compile(
    r"(?:能不能|可不可以|能否|可否|是否可以|能|可以|有没有资格|够不够格|让不让|准不准)(?:来|去|也|单独|自己|直接)*(?:申?报|申请|参加)(?!什|哪|啥|谁|几|多)"
)
_ALONE = re.compile("单独|独自|独立|一家|自己(?:来|去)?(?:申?报|申请)|牵头")  # which may be another question


def open_to_all(guide: Guide, subject: Subject, utterance: Utterance) -> Reply | None:
    """That the one program says nothing of kinds of applicants; None where it does, or no kind is asked about."""
    if len(subject.programs) != 1 or LISTING.search(utterance.text) or not _asks_if_it_may(utterance):
        return None
    program = guide.program[subject.programs[0]]
    kind = _kind(guide, subject, utterance)
    if not kind or WHO in requirements.figures_tested(guide, subject.programs):
        return None
    sections, said = possible_sections(program, subject.known), sentences_on(guide, program, guide.figure[WHO].choices)
    text = render("open_to_all", program=program, kind=kind, sections=sections, said=said)
    if program.own_requirements and not said:
        return silent("requirements", [program.id], sections, text)
    quotes = said or [Quote(each.clause, each.quote) for each in program.requirements]
    return answer("requirements", [program.id], quotes, text)


def _asks_if_it_may(utterance: Utterance) -> bool:
    return not _ALONE.search(utterance.text) and any(_MAY.search(part.text) for part in clauses(utterance.text))


def _kind(guide: Guide, subject: Subject, utterance: Utterance) -> str:
    """The words for the kind that is asked about, of those that no list names too."""
    unlisted = asked_whether_it_may(utterance.text)
    named = [each.text for each in utterance.of(WHO)]
    return unlisted or next(iter(named), "")
