"""Kinds of applicants that one says not to be: 我们不是企业也不是事业单位 leaves but 其他, 不是企业 alone leaves the others open."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.figures.mentions import Mention
from bot.figures.stated.chosen import is_of_us
from bot.figures.stated.classed import none_listed
from bot.figures.statement import Statement
from bot.figures.whose import of_others
from bot.figures.wording.natures import narrower
from bot.figures.wording.stance import asks, clause_at, is_hearsay, is_unsure
from bot.guide.model import Figure, Guide

_AND = "(?:、|和|跟|与|及|以及|或者?|也|还是)"
_NOT = "(?:不是|并非|不属于?|不算|算不上|谈不上)"
_DENIED_BEFORE = re.compile(rf"{_NOT}(?:[^，。；是有不没]{{1,8}}{_AND})*(?:一?[家个所种]|什么|任何|正规|企)*$")
_DENIED_AFTER = re.compile(rf"(?:{_AND}[^，。；是有不没]{{1,8}})*[都也均全就]*{_NOT}(?!我|咱|本|自己)")
# 不是事业单位编制 is of posts, and 不是企业牵头的 of who leads.
_ENDS = re.compile(rf"(?:性质|身份|类型?)?(?:[的了呢啊吧呀嘛]*(?:[ ，。,；;！!]|$)|而?是|{_AND}|[都均全就]*{_NOT})")
_BOTH = "企"  # 企事业单位


def ruled_out(text: str, named: Sequence[Mention], figure: Figure) -> list[Mention]:
    """The choices of ``figure`` that the text says the applicant not to be."""
    return [name for name in _of_us(text, named, figure) if _is_ruled_out(text, name)]


def left_over(text: str, named: Sequence[Mention], guide: Guide) -> Iterator[Statement]:
    """That the applicant is none of the kinds listed, where the text denies them all, by the guide's own names for them.

    Whoever denies a narrower one (国企) may be another of its kind.
    """
    for figure in guide.figures:
        last = none_listed(figure)
        if not last:
            continue
        whole = {each.id: each.name for each in figure.choices}
        out = ruled_out(text, named, figure)
        denied = [name for name in out if text[name.start : name.end] == whole[name.choice or ""]]
        if any(name not in out for name in _of_us(text, named, figure)):  # 是民办高校, behind it
            continue
        gone = {each for name in denied for each in _with_it(text, name, figure, guide)}
        if denied and gone == whole.keys() - {last}:
            yield Statement(figure.id, last, denied[0].start, denied[-1].end)


def _of_us(text: str, named: Sequence[Mention], figure: Figure) -> list[Mention]:
    own = [name for name in named if name.figure == figure.id and name.choice]
    return [name for name in own if is_of_us(text, name.start, name.end, figure)]


def _with_it(text: str, name: Mention, figure: Figure, guide: Guide) -> Iterator[str]:
    """The choice that is denied, those that the guide tells as kinds of it, and the other half of 企事业单位."""
    yield name.choice or ""
    yield from narrower(guide).get((figure.id, name.choice or ""), ())
    if text[: name.start].endswith(_BOTH):
        yield from (each.id for each in figure.choices if each.name.startswith(_BOTH))


def _is_ruled_out(text: str, name: Mention) -> bool:
    clause = clause_at(text, name.start)
    ahead, behind = text[clause.start : name.start], text[name.end : clause.end]
    open_ = asks(clause.text) or is_unsure(clause.text) or is_hearsay(clause.text) or of_others(ahead)
    denied = _DENIED_BEFORE.search(ahead) and _ENDS.match(behind) or _DENIED_AFTER.match(behind)
    return bool(denied) and not open_
