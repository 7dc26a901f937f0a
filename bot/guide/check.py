"""Proves a guide against its source text, and prints what became of each of its sentences."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from bot.guide.faults import Fault, GuideFaults
from bot.guide.ledger import KINDS, Row, ledger
from bot.guide.load import read, text_of
from bot.guide.model import Guide, SectionRule
from bot.guide.parts import Found, Part, walk
from bot.guide.references import quote_faults
from bot.guide.source import source_faults
from bot.guide.thresholds import number_faults, threshold_faults

# How a guide names a section: 由甲乙科负责, 由甲乙科、丙丁科按…
SECTION = re.compile(r"(?:由|、|和)([一-鿿]{2,3}科)(?=[、，,。]|负责|按|受理|和)")


@dataclass(frozen=True)
class Report:
    """The outcome: a row for each clause, how many quotes were compared, and everything that is wrong."""

    rows: tuple[Row, ...]
    quotes: int
    faults: tuple[Fault, ...]

    @property
    def left_over(self) -> int:
        """How many pieces of the source stand in no quote."""
        return sum(len(row.left_over) for row in self.rows)


def check_file(path: Path) -> Report:
    """Loads a guide and proves it against the source text beside it. Raises OSError when the guide cannot be read."""
    try:
        guide, faults = read(text_of(path))
        source_path = path.parent / guide.source
        if not source_path.is_file():
            missing = Fault(
                "source", f"{path.parent} 里没有原文“{guide.source}”", "把原文放在指南文件旁边，写上它的文件名"
            )
            return Report((), 0, (*faults, missing))
        source = text_of(source_path)
    except GuideFaults as error:
        return Report((), 0, error.faults)
    return Report((), 0, (*faults, *source_faults(guide, source))) if faults else check(guide, source)


def check(guide: Guide, source: str) -> Report:
    """Proves a guide whose parts fit each other (as ``load`` gives it) against the text of its source."""
    parts = tuple(walk(guide))
    rows = ledger(guide, parts)
    faults = (
        *source_faults(guide, source),
        *_quotes(guide, source, parts),
        *threshold_faults(guide, parts),
        *number_faults(guide, parts),
        *_sections(guide, source, parts),
        *_left_over(rows),
    )
    return Report(rows, sum(hasattr(part, "quote") for _, part in parts), faults)


def _quotes(guide: Guide, source: str, parts: Iterable[Part]) -> Found:
    for where, part in parts:
        if hasattr(part, "quote"):
            faults = tuple(quote_faults(f"{where}.quote", part.quote, part.clause, guide.clause[part.clause].text))
            yield from faults or quote_faults(f"{where}.quote", part.quote, part.clause, source)


def _sections(guide: Guide, source: str, parts: Iterable[Part]) -> Found:
    names = [section.name for section in guide.sections]
    for name in dict.fromkeys(SECTION.findall(source)):
        if name not in names:
            yield Fault("sections", f"原文提到的“{name}”不在科室名单里", f"加上“{name}”")
    for place, name in enumerate(names):
        if name not in source:
            yield Fault(f"sections[{place}].name", f"原文没有提到“{name}”", "核对科室的名称")
    for where, part in parts:
        if isinstance(part, SectionRule):
            yield from _section_rule(where, part)


def _section_rule(where: str, rule: SectionRule) -> Found:
    taking = [case.section for case in rule.cases]
    for place, section in enumerate(taking):
        if section not in rule.quote:
            yield Fault(f"{where}.cases[{place}].section", f"引文里没有“{section}”", f"按条款 {rule.clause} 的原文改")
    for section in SECTION.findall(rule.quote):
        if section not in taking:
            yield Fault(f"{where}.cases", f"引文里的“{section}”没有列出", f"加上由“{section}”受理的情形")


def _left_over(rows: Iterable[Row]) -> Found:
    for place, row in enumerate(rows):
        for words in row.left_over:
            what = f"条款 {row.clause} 里的“{words[:20]}”没有归属"
            yield Fault(f"clauses[{place}].text", what, "归入规则、材料、方向等，或在 background 里说明")


def render(report: Report) -> str:
    """The ledger and the faults in Chinese, for a terminal."""
    lines = [f"{row.clause}：{row.sentences} 句，{_counts(row)}" for row in report.rows]
    sentences = sum(row.sentences for row in report.rows)
    if report.rows:
        lines.append(
            f"共 {len(report.rows)} 条 {sentences} 句，{report.quotes} 处引文，没有归属的 {report.left_over} 处。"
        )
    lines += [f"错误 {number}　{fault}" for number, fault in enumerate(report.faults, start=1)]
    lines.append(f"有 {len(report.faults)} 处错误。" if report.faults else "与原文逐字相符，没有错误。")
    return "\n".join(lines)


def _counts(row: Row) -> str:
    counts = Counter(row.kinds)
    return "、".join(f"{kind} {counts[kind]}" for kind in KINDS.values() if counts[kind]) or "没有归属"
