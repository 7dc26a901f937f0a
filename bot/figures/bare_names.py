"""Names that answer by themselves in a check which asks for them: 兰白科技创新专项，高新技术企业; 研发平台专项，省级重点实验室."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.figures.mentions import Mention
from bot.figures.readings import Reading, Readings
from bot.figures.stated.chosen import is_of_partners
from bot.figures.wording.denial import is_denial
from bot.figures.wording.joined import together
from bot.figures.wording.levels import LEVEL
from bot.figures.wording.stance import clauses
from bot.guide.model import Figure

_AROUND = " ，,。.；;、!！:："
_AND = re.compile(
    r"以及|还有|加上|(?:我们|公司)?(?:也|还|又|已经?|刚)?(?:拿到|获得|取得|评上|评为|拿|是|有)了?|[一两二三四五六七八九十\d]+个|[、，和跟与及 的]"
)
_LEVEL = re.compile(LEVEL)
_REMARK = re.compile(rf"[（(]{LEVEL}[）)]")  # 专精特新（省级）


def bare_names(heard: Readings, figures: Sequence[Figure]) -> Iterator[Reading]:
    """Readings of those ``figures`` of which clauses of the message are but names: of qualifications held, or of a base
    with the level that the figure asks for."""
    open_ = {each.id for each in figures if _is_open(heard, each) and not is_of_partners(each)}
    named = [name for name in heard.mentions if name.figure in open_ and _is_all(heard.text, name, heard.mentions)]
    for figure in figures:
        own = [name for name in named if name.figure == figure.id]
        if own and figure.kind == "choices" and all(name.choice for name in own):
            held = {*_held(heard, figure), *(name.choice for name in own)}
            chosen = tuple(each.id for each in figure.choices if each.id in held)
            yield Reading(figure.id, chosen, own[0].start, own[-1].end)
        elif own and figure.kind == "yes_no" and all(_LEVEL.match(heard.text, name.start) for name in own):
            yield Reading(figure.id, True, own[0].start, own[-1].end)


def _is_open(heard: Readings, figure: Figure) -> bool:
    """Whether nothing is told of the figure, or of several choices some: 高企，规上，还有专精特新 in which a clause says the last."""
    return heard.value(figure.id) is None or bool(_held(heard, figure))


def _held(heard: Readings, figure: Figure) -> tuple[str, ...]:
    value = heard.value(figure.id)
    return value if figure.kind == "choices" and isinstance(value, tuple) else ()


def _is_all(text: str, name: Mention, named: Sequence[Mention]) -> bool:
    """Whether its clause holds but the name, and others beside it, of which nothing is denied (高企、规上都不是)."""
    if any(piece.holds(name.start) and is_denial(piece.text) for piece in together(text, named)):
        return False
    clause = next(part for part in clauses(text) if part.holds(name.start))
    inside = [each for each in named if clause.holds(each.start)]
    places = {place for each in inside for place in range(each.start, each.end)}
    rest = "".join(text[place] for place in range(clause.start, clause.end) if place not in places)
    return not _AND.sub("", _REMARK.sub("", rest)).strip(_AROUND)
