"""Proves a guide's clauses against the lines of the source text they were taken from."""

from __future__ import annotations

import re

from bot.guide.faults import Fault
from bot.guide.model import Clause, Guide
from bot.guide.parts import Found

# A clause's own number is the end of its id: 一（二）1 begins with "1." in the source, 四（一）1（3） with "（3）".
OWN_NUMBER = re.compile(r"(?<!¶)(（\d{1,3}）|(?<=）)\d{1,3})$")
LEFTOVER = re.compile(r"\[[^\]]{0,40}\]")  # a mark that the word processor left before the number


def label(clause: Clause) -> tuple[int, int] | None:
    """Where the clause's own number stands in its text; None where the text does not begin with it."""
    number = _own_number(clause)
    leftover = LEFTOVER.match(clause.text)
    start = leftover.end() if leftover else 0
    return (start, start + len(number)) if number and clause.text.startswith(number, start) else None


def _own_number(clause: Clause) -> str:
    found = OWN_NUMBER.search(clause.id)
    if not found:
        return ""
    return found[1] if found[1].startswith("（") else f"{found[1]}."


def source_faults(guide: Guide, source: str) -> Found:
    """Clauses that are no line, lines that are neither clause nor heading, and either out of their order."""
    lines = [line for line in source.split("\n") if line]
    yield from _clauses(guide, set(lines))
    yield from _lines(guide, lines)
    yield from _headings(guide, lines)


def _clauses(guide: Guide, lines: set[str]) -> Found:
    for place, clause in enumerate(guide.clauses):
        where = f"clauses[{place}]"
        if clause.text not in lines:
            yield Fault(f"{where}.text", f"条款 {clause.id} 不是原文里的一行", "从原文整行照抄，标点和空格也要一样")
        number = _own_number(clause)
        if number and not label(clause) and not clause.heading.startswith(number):
            yield Fault(f"{where}.id", f"条款 {clause.id} 的原文和标题都不以“{number}”开头", "核对条款的编号")


def _lines(guide: Guide, lines: list[str]) -> Found:
    texts = [clause.text for clause in guide.clauses]
    known = {*texts, *guide.headings}
    for place, line in enumerate(lines, start=1):
        if line not in known:
            yield Fault(f"原文第 {place} 行", f"“{line[:20]}”既不是条款也不是标题", "加进 clauses 或 headings")
    yield from _in_order("clauses", texts, lines)
    yield from _in_order("headings", list(guide.headings), lines)


def _in_order(where: str, ours: list[str], lines: list[str]) -> Found:
    theirs = [line for line in lines if line in set(ours)]
    for place, (our, their) in enumerate(zip(ours, theirs, strict=False)):
        if our != their:
            yield Fault(f"{where}[{place}]", f"次序与原文不同，原文这里是“{their[:20]}”", "按原文的先后排列")
            return
    if len(ours) != len(theirs):
        yield Fault(where, f"有 {len(ours)} 条，原文里有 {len(theirs)} 行", "去掉多余的，补上缺少的")


def _headings(guide: Guide, lines: list[str]) -> Found:
    """A clause's heading is the last heading line above it, or empty; a clause may itself head those below it."""
    clauses = {clause.text: (place, clause) for place, clause in enumerate(guide.clauses)}
    headings = {*guide.headings, *(clause.heading for clause in guide.clauses)}
    last = ""
    for line in lines:
        place, clause = clauses.get(line, (0, None))
        if clause and clause.heading not in ("", last):
            yield Fault(f"clauses[{place}].heading", f"条款 {clause.id} 上面的标题是“{last}”", "照原文的标题行写")
        last = line if line in headings else last
