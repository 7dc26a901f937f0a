"""Conditions that are asked for by one word of their names: 人员要求念一下, 经费方面呢, of a program in hand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from bot.answers.figures_meant import COUNTED, NO_FIGURE
from bot.answers.requirements import figures_tested
from bot.dialogue.state import Utterance
from bot.guide.model import Figure, Guide

_RULES = re.compile(
    r"(?P<what>[\u4e00-\u9fff]{2,8}?)(?:方面|这一?块|那一?块|上)?(?:分别|各自?)?(?:都?有(?:什么|啥|哪些|何)?)?(?:硬性?|具体|最低|特别)?的?(?:要求|规定|门槛|限制|指标|杠杠)"
)
# 收入方面有什么要求, 资质有啥要求: of that alone, where it is told by a figure's own name.
_OF_NAMED = re.compile(
    r"某(?:指标|资质)(?P<in>方面|这一?块|那一?块|上)?都?有(?:什么|啥|哪些|何)(?:硬性?|具体|特别)?的?(?:要求|规定|门槛|限制)"
)
_FOLLOWS = re.compile(
    r"(?:那么?|还有|[，, ])*(?P<what>[\u4e00-\u9fff]{2,6}?)(?:(?:方面|这一?块|那一?块|上)+的?呢?|的?呢)[？?。 ]*"
)
_AND = re.compile("[和跟与及、]")
_KINDS = ("占比", "比例", "比重", "人数", "金额", "数额", "数量")
_LONGEST, _SHORTEST = 4, 2  # characters of such a word


def figures_of_a_word(guide: Guide, programs: Iterable[str], utterance: Utterance) -> tuple[str, ...]:
    """The figures (ids) that the programs test and whose names have the words of which the rules are asked for: for 人员要求 the
    number of people and their share, for 人员和经费门槛 what is spent too; none where no such word is told."""
    found = _FOLLOWS.fullmatch(utterance.masked) or _RULES.search(utterance.masked)
    tested = [guide.figure[each] for each in figures_tested(guide, programs)] if found else []
    named = [each for each in tested if each.kind in (*COUNTED, "yes_no")]
    words = _AND.split(found["what"]) if found else ()
    return tuple(dict.fromkeys(each for one in words for each in _named_alike(named, one)))


def figures_beside(guide: Guide, programs: Iterable[str], utterance: Utterance) -> tuple[str, ...]:
    """Those of the words that stand beside a name, both asked for at once: 在经费和管理机构上有什么要求."""
    found = _RULES.search(utterance.masked)
    named = {guide.figure[each].kind in COUNTED for each in utterance.ids("figure")}
    words = figures_of_a_word(guide, programs, utterance) if found and _AND.search(found["what"]) else ()
    return tuple(each for each in words if not named or (guide.figure[each].kind in COUNTED) in named)


def _named_alike(figures: Iterable[Figure], words: str) -> tuple[str, ...]:
    """The figures (ids) in whose names the longest end of ``words`` stands that stands in any."""
    alike = (tuple(each.id for each in figures if word in each.name) for word in _endings(words))
    return next(filter(None, alike), ())


def _endings(words: str) -> Iterator[str]:
    """How ``words`` end, the longest first: 里面人员 also with 人员; nothing that any rule could be asked for with (企业要求), nor
    what tells a kind of number (经费占比), of which the ratio's own name speaks."""
    if words.endswith(_KINDS):
        return iter(())
    endings = (words[-length:] for length in range(_LONGEST, _SHORTEST - 1, -1))
    return (each for each in endings if each not in NO_FIGURE)


def asks_of_what_is_named(guide: Guide, figures: Iterable[str], utterance: Utterance) -> bool:
    """Whether the rules are asked for on a number or a choice by its name, and not those on whoever has a thing: 收入有什么要求."""
    found = _OF_NAMED.search(utterance.masked)
    of_a_number = any(guide.figure[each].kind in (*COUNTED, "choices") for each in figures)
    return bool(found and (found["in"] or of_a_number))
