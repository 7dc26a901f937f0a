"""Institutes that an applicant has set up within itself: 设有研究所 answers what R&D unit there is, and names no kind of applicant."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.figures.mentions import Mention, choice_name
from bot.figures.pairing.governed import bare_subject
from bot.figures.stated.compounds import is_of_kinds
from bot.figures.statement import Statement
from bot.figures.whose import of_others
from bot.figures.wording.denial import denies
from bot.figures.wording.stance import clause_at, is_not_yet, is_topic, is_unsure
from bot.guide.model import Figure, Guide

_HAS = re.compile(
    r"(?:设有|设立?了|内设|下设|(?<!共)建有|(?<!共)建立?了|成立了|办了|组建了|有自己的|有自己)(?:一?[个家所]|自己的|内部的?|独立的?|专门的?|企业)*[^，。和跟与的有没不]{0,6}$"
)
_ENDS = re.compile(r"[了的呢啊吧呀 ]*(?:[，。,；;！! ]|$)")


def founded(text: str, named: Sequence[Mention], guide: Guide) -> Iterator[Statement]:
    """A yes to the figures that ask for an R&D unit of whatever kind, of each institute that the text says to be set up."""
    units = [figure for figure in guide.figures if is_of_kinds(figure) and "研发机构" in figure.name]
    institutes = [name for name in named if name.choice and "研" in choice_name(guide, name)]
    for name in institutes:
        if _is_set_up(text, name, guide.figure[name.figure]):
            yield from (Statement(figure.id, True, name.start, name.end) for figure in units)


def _is_set_up(text: str, name: Mention, figure: Figure) -> bool:
    clause = clause_at(text, name.start)
    start, end = name.start - clause.start, name.end - clause.start
    found = _HAS.search(clause.text[:start])
    if figure.kind != "choice" or not found or not _ENDS.match(clause.text, end):
        return False
    who = clause.text[: found.start()].replace("内部", "")
    open_ = any(says(clause.text) for says in (is_topic, is_not_yet, is_unsure))
    return bare_subject(who) and not (open_ or of_others(who) or denies(clause.text, start, end))
