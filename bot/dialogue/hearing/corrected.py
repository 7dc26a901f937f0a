"""Which figure is said to be the one that was meant, after another was answered: 说错了，要问的是收入; 不是纳税，是主营业务收入."""

from __future__ import annotations

import re

from bot.dialogue.state import Utterance
from bot.figures.numbers.quantities import quantities

# 我要问的是 and 想打听的其实是, right before what is asked about.
_ASKED_OF = re.compile("(?:问|打听|了解|关心)的(?:其实|应该|本来|就)?是(?:那个?|它的|这个)?(?:企业|公司|年|全年)?的?$")
_MEANT = "(?:其实|应该|本来|就|而)?是?(?:那个?|它的|这个)?(?:企业|公司)?的?"
# 不是纳税，是 and 没问总投资，我说的是, of which nothing else is said.
_SET_RIGHT = re.compile(
    rf"(?:^|[，,。！! ])(?:不是|没问|不问|没说|不说)(?:问|说)?的?[^，,。；;？?\d]{{1,12}}[，,；;。 ]+(?:我|咱)?们?(?:(?:说|指|讲|问|要)的?)?{_MEANT}$"
)
_NO_MORE = re.compile(r"(?:的|那个?|这个?|那[条项]|指标|数|啊|呢|呀|哈|[，,。！!？? ])*")


def figures_meant(utterance: Utterance) -> tuple[str, ...]:
    """The figures (ids) that are said to be meant; none where nothing is set right, or a number is told (不是800万，是900万)."""
    return tuple(
        dict.fromkeys(each.id for each in utterance.of("figure") if _is_meant(utterance.text, each.start, each.end))
    )


def _is_meant(text: str, start: int, end: int) -> bool:
    set_right = _SET_RIGHT.search(text[:start]) and _NO_MORE.fullmatch(text, end) and not quantities(text)
    return bool(set_right or _ASKED_OF.search(text[:start]))
