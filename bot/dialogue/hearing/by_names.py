"""What a piece of a message asks by what it names, where its words leave that open: 投多少钱起, 查新报告是必须的吗, 至少几家外地单位."""

from __future__ import annotations

import re

from bot.answers.requirements import demanding
from bot.answers.subject import Subject
from bot.dialogue.state import Utterance
from bot.dialogue.subject.fields import held_together
from bot.dialogue.subject.listed import asks_all_or_one, listing_so_many
from bot.dialogue.words import ASKING, HOW_MUCH
from bot.figures.wording.stance import asks
from bot.guide.model import Guide
from bot.guide.search import wanting

MATERIALS, FIGURE, RULES = "ask_materials", "ask_figure", "ask_requirements"
_HOW_MANY_OF_THEM = re.compile("(?:几|多少)[家个所]")


def asked_by_names(guide: Guide, subject: Subject, piece: Utterance) -> str | None:
    """The intent of a piece of a message about the programs of ``subject``; None where no name in it tells."""
    if piece.of("figure") and HOW_MUCH.search(piece.text) and asks(piece.text):
        return FIGURE
    if _names_a_paper(guide, subject, piece) and ASKING.search(piece.masked):
        return MATERIALS
    chosen = {each.kind for each in piece.of(*held_together(guide))}
    if _HOW_MANY_OF_THEM.search(piece.masked) and demanding(guide, chosen, subject.programs):
        return FIGURE
    listed = chosen or listing_so_many(guide, subject.programs, piece.text)
    return RULES if listed and asks_all_or_one(piece.text) else None


def _names_a_paper(guide: Guide, subject: Subject, piece: Utterance) -> bool:
    """Whether something is named that the programs, or any where none is meant, want handed in."""
    programs = subject.chosen(guide) or guide.programs
    return any(wanting(programs, each.text) or wanting(programs, each.id) for each in piece.of("term"))
