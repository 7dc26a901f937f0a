"""Which points of the guide a question is about, of the programs in hand: 有专门的管理班子, 种玫瑰, 拿什么来证明自筹."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from bot.answers.requirements import figures_of
from bot.answers.subject import Subject
from bot.dialogue.state import Utterance
from bot.dialogue.words import ASKING
from bot.figures.wording.asked_about import NAMES, asked_about
from bot.figures.wording.stance import clauses
from bot.guide.directions import match
from bot.guide.model import Guide, Requirement
from bot.guide.points import WEIGHT, Near, nearest

LEAST = 0.6  # how near a point is that a question is about
HINTED = 0.4  # how near one of several that are asked of at once is at least
BESIDE = 0.88  # how near another is, against the nearest, that may be meant as well
ALIKE = 0.3  # cosine of what may say the same in other words
COVERED = 0.3  # how much of what is asked about stands in a point that is like it by words alone
FEW = 4  # programs of one family


def near_points(guide: Guide, subject: Subject, utterance: Utterance, least: float = LEAST) -> list[Near]:
    """The points of the programs in hand that the question is about, the nearest first; none where none is near."""
    asked = words_asked(utterance)
    several = sum(bool(ASKING.search(part.text)) for part in clauses(utterance.text)) > 1
    if not asked or several or not 0 < len(subject.programs) <= FEW:
        return []
    found = leading(ranked(guide, subject.programs, asked, utterance), least)
    return [each for each in found if each.nearness - each.in_common * WEIGHT >= ALIKE or each.covered >= COVERED]


def ranked(guide: Guide, programs: Sequence[str], asked: str, utterance: Utterance) -> list[Near]:
    """Points by how near they are; everyday words that are known to stand for one (厕所) lead to it."""
    led_to = {(each.program, each.direction, each.term) for each in match(guide, asked)}
    return nearest(guide, programs, asked, dict(utterance.points), led_to)


def leading(found: Sequence[Near], least: float = LEAST) -> list[Near]:
    """Those of the ``found`` that are near, and hardly less so than the nearest."""
    return [each for each in found if each.nearness >= max(least, BESIDE * found[0].nearness)]


def words_asked(utterance: Utterance) -> str:
    """What the question is about, beside whom or which program it is of."""
    return asked_about(utterance.text, [(each.start, each.end) for each in utterance.of(*NAMES)])


def figures(guide: Guide, subject: Subject, utterance: Utterance) -> set[str]:
    """The figures (ids) that the conditions test which the question is about."""
    rules = (each.point.source for each in near_points(guide, subject, utterance))
    return {figure for each in rules if isinstance(each, Requirement) for figure in figures_of(guide, each)}


def nearest_of(guide: Guide, subject: Subject, utterance: Utterance, several: Collection[str]) -> tuple[str, ...]:
    """Of ``several`` figures (ids) that the programs test the one whose condition is clearly nearest; all where none is."""
    asked = words_asked(utterance)
    found = ranked(guide, subject.programs, asked, utterance) if asked else []
    tested = [
        (each, {*several} & figures_of(guide, each.point.source))
        for each in found
        if isinstance(each.point.source, Requirement)
    ]
    best = next(((each.nearness, own) for each, own in tested if own), None)
    rivals = [each.nearness for each, own in tested if best and own - best[1]]
    if best is None or best[0] < HINTED or max(rivals, default=0.0) >= BESIDE * best[0]:
        return tuple(several)
    return tuple(each for each in several if each in best[1])
