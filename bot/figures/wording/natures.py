"""A kind of applicant that is only the nature of a narrower one told beside it: 研究院，事业单位性质; 我们是大学，属于事业单位.

Which kinds are narrower than which, the guide's own words tell: 高等院校、科研院所等事业单位.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from bot.figures.mentions import Mention
from bot.figures.wording.denial import denies
from bot.figures.wording.stance import clause_at
from bot.guide.model import Figure, Guide
from bot.guide.once import once

_NATURE = re.compile("的?(?:性质|编制|身份|属性)")
_WHICH_IS = re.compile(
    r"[，, ]*(?:我们?|本身|性质|上|也|都|同时|还|其实|又)*(?:属于|属|算是?|是)?(?:一[家所个]|省属|市属|省级|市级|公益|全额|差额|[一二]类|拨款|的)*"
)
_AND_IS = re.compile(r"[，,、 ]*(?:我们|也|就|其实)*(?:属于|是)?(?:一[家所个])?(?:[^，。是有和跟与不没]{0,8}的)?")
_ENDS = re.compile(r"[的了呢啊吧 ]*(?:[，。,；;！!]|$)")


def without_natures(text: str, named: Sequence[Mention], guide: Guide) -> list[Mention]:
    """The mentions, but for a kind that is only the nature of a narrower one."""
    kinds = [name for name in named if name.choice]
    return [name for name in named if not (name.choice and _is_nature(text, name, kinds, guide))]


def _is_nature(text: str, wide: Mention, kinds: Sequence[Mention], guide: Guide) -> bool:
    others = [each for each in kinds if each.figure == wide.figure and each.choice != wide.choice]
    if others and _NATURE.match(text, wide.end):
        return True
    within = narrower(guide).get((wide.figure, wide.choice or ""), frozenset())
    return any(_is_the_same(text, each, wide) for each in others if each.choice in within)


def _is_the_same(text: str, narrow: Mention, wide: Mention) -> bool:
    """Whether both are said of one applicant: one right after the other, and neither denied."""
    if any(_is_denied(text, each) for each in (narrow, wide)):
        return False
    if narrow.end <= wide.start:
        return bool(_WHICH_IS.fullmatch(text, narrow.end, wide.start))
    return bool(_AND_IS.fullmatch(text, wide.end, narrow.start) and _ENDS.match(text, narrow.end))


def _is_denied(text: str, name: Mention) -> bool:
    clause = clause_at(text, name.start)
    return denies(clause.text, name.start - clause.start, name.end - clause.start)


@once
def narrower(guide: Guide) -> Mapping[tuple[str, str], frozenset[str]]:
    """Figure and choice (ids) -> the choices (ids) that the guide tells as kinds of it."""
    choosing = [figure for figure in guide.figures if figure.kind == "choice"]
    return {
        (figure.id, wide.id): frozenset(_told_as_kinds(wide.name, figure, guide))
        for figure in choosing
        for wide in figure.choices
    }


def _told_as_kinds(wide: str, figure: Figure, guide: Guide) -> Iterator[str]:
    listed = [found[1] for each in guide.clauses for found in re.finditer(rf"([^，。,；]+)等{wide}", each.text)]
    yield from (each.id for each in figure.choices if any(each.name in words for words in listed))
