"""Whoever only takes part in a project is not who applies for it: 我们大学当参与单位, 我们是高校，只做合作方, 高校能不能当参与单位."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.answers.checks import WHO
from bot.dialogue.state import Utterance
from bot.figures.readings import Readings
from bot.figures.whose import speaks_of_us
from bot.figures.wording.stance import Clause, asks, clauses

TAKES_PART = "takes_part"
_TAKES_PART = re.compile(
    r"(?:只|就|仅|光|单纯)?(?:[是当做]|算[作是]?|作为|充当|担任|以)(?:个|一个|一家|其中的?|项目的?)?(?:参与|参加|合作|协作|配合|联合(?:申报)?)(?:单位|方|者|机构)"
    r"|(?:只|就|仅|光)(?:是|负责)?(?:参与|参加|配合|协作|挂名)(?:一?下|而已)?(?=[的，,。；;！!？?了吧呢啊]|$)"
)
_LEADS = re.compile("牵头|主持|领衔|(?<!联合)申报单位|申报主体")


def with_who_takes_part(utterance: Utterance) -> Utterance:
    """``utterance`` with the kinds of those who say of themselves that they only take part under a kind of their own."""
    own = _of_those_who_take_part(utterance.text)
    names = (
        replace(each, kind=TAKES_PART) if each.kind == WHO and any(part.holds(each.start) for part in own) else each
        for each in utterance.mentions
    )
    return replace(utterance, mentions=tuple(names)) if own else utterance


def without_who_takes_part(heard: Readings) -> Readings:
    """``heard`` but for those kinds: nothing tells then who applies."""
    own = _of_those_who_take_part(heard.text)
    names = (each for each in heard.mentions if each.figure == WHO and any(part.holds(each.start) for part in own))
    kinds = {each.choice for each in names}
    said = tuple(each for each in heard.readings if each.figure != WHO or each.value not in kinds)
    return replace(heard, readings=said) if kinds else heard


def _of_those_who_take_part(text: str) -> list[Clause]:
    """The clauses in which they say so and name themselves: the same, or that before it; or in which it is asked of anybody."""
    parts, found = list(clauses(text)), list[Clause]()
    for place, part in enumerate(parts):
        said = _TAKES_PART.search(part.text)
        if said is None or _LEADS.search(part.text):
            continue
        ahead = part if part.text[: said.start()].strip() else parts[max(place - 1, 0)]
        if speaks_of_us(ahead.text) or ahead == part and asks(part.text):
            found.append(ahead)
    return found
