"""Yes or no by the name of a place or a partner: 在兰州 where a place is asked for, 和兰州大学合作 where a partner is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.figures.mentions import Mention, cities
from bot.figures.stated.locality import is_in_two_places, is_local, is_of_a_branch, placed
from bot.figures.stated.partners import names_one, works_with
from bot.figures.stated.settled import is_of_another_thing, stays
from bot.figures.whose import of_others
from bot.figures.wording.denial import is_denial
from bot.figures.wording.own_words import lead, spoken
from bot.figures.wording.stance import Clause
from bot.guide.model import Figure, Guide

_SPOT = re.compile(r"不?(?:在|位于)")
# What may have a place of its own, in the words for it.
_PLACED = (("注册", "登记"), ("实施", "开工", "施工", "示范", "试验"), ("转化", "推广"))
_BELONGS = re.compile("^(?:属于?|算是?|归)")
_BRANCH = re.compile("分公司|办事处|分部|分院|分校|客户|朋友")
_BEYOND = re.compile("(?:市)?(?:以|之)?外|周边|附近")
_ADDRESS = re.compile(
    r"[区县路街镇乡市]|\d号|注册|运营|经营|企业|公司|单位|本地|当地|本土|这边|办公|学校|大学|院|所|厂"
)


def by_name(clause: Clause, figure: Figure, named: Sequence[Mention], guide: Guide) -> bool | None:
    """在兰州 where a place is asked for, 和兰州大学合作 where a partner is."""
    spot = _SPOT.search(clause.text)
    if is_local(figure, guide) and stays(clause.text, guide):
        return True
    point = _BELONGS.sub("", clause.text[lead(clause.text) :])
    if is_local(figure, guide) and (is_in_two_places(clause.text, guide) or is_of_a_branch(clause.text)):
        return None
    if is_local(figure, guide) and point.startswith(cities(guide)):
        return True if _is_a_place(point, guide) else None
    if spot and is_local(figure, guide):
        ahead = clause.text[: spot.start()]
        if of_others(ahead) or is_of_another_thing(ahead, figure) or _of_something_else(clause, figure, named, guide):
            return None
        return placed(clause, spot.start(), named, guide)
    return names_one(clause.text, figure) or works_with(clause, figure, named, guide)


def placed_in(text: str, figure: Figure, guide: Guide) -> int:
    """How many words of the text are for what ``figure`` asks the place of: 转化推广 of where results are put to use."""
    words = [word for group in _PLACED for word in group if word in text] if is_local(figure, guide) else []
    return sum(word in spoken(figure) for word in words)


def _of_something_else(clause: Clause, figure: Figure, named: Sequence[Mention], guide: Guide) -> bool:
    """Whether the clause tells where something is of which the figure does not ask: 实施地在白银, of the seat."""
    told = [words for words in _PLACED if any(word in clause.text for word in words)]
    local = [each for each in named if clause.holds(each.start) and is_local(guide.figure[each.figure], guide)]
    words = [clause.text[each.start - clause.start : each.end - clause.start] for each in local]
    others = [word for word in words if word not in spoken(figure) and not word.startswith("在")]
    return bool(others) or bool(told) and not any(word in spoken(figure) for words in told for word in words)


def _is_a_place(words: str, guide: Guide) -> bool:
    """兰州, 兰州的企业 and 兰州市雁滩路 are where somebody is; 兰州牛肉面 and 兰州分公司还没注册 are not."""
    rest = words
    for place in cities(guide):
        rest = rest.replace(place, "")
    return (
        not is_denial(words)
        and not (_BRANCH.search(words) or _BEYOND.match(rest))
        and (bool(_ADDRESS.search(rest)) or len(rest) < 3)
    )
