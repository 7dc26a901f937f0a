"""What one program demands of one kind of applicant beyond what it demands of another: 企业要交的材料比学校多哪一样, 跟企业比，我们
少要求哪几条. No more than the difference is told."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from bot.answers.checks import WHO
from bot.answers.phrases import applies
from bot.answers.reply import Reply, answer, render
from bot.answers.requirements import requirement_row
from bot.answers.subject import Subject
from bot.dialogue.state import Utterance
from bot.guide.model import Condition, Guide, Program, Quote

_BEYOND = re.compile(
    r"比[^，。；？?]{0,16}[多少](?:了|要|交|提交|提供|要求|满足|一|备)*(?:哪|什么|啥|几)|(?:比|相比|比起来)[^？?]{0,14}[，, ]*[^，。？?]{0,8}[多少](?:了|要|交|提交|提供|要求|满足|一|备)*(?:哪|什么|啥|几)"
)
_PAPERS = re.compile("材料|资料|[要得]?交|提交|证明")


def apart(guide: Guide, subject: Subject, utterance: Utterance) -> Reply | None:
    """What binds but one of the two kinds that are compared; None where no such difference of one program is asked for."""
    kinds = _compared(subject, utterance)
    if len(subject.programs) != 1 or len(kinds) != 2 or not _BEYOND.search(utterance.text):
        return None
    program = guide.program[subject.programs[0]]
    of_papers = bool(_PAPERS.search(utterance.text))
    found = [(kind, _binding(guide, program, kind, other, of_papers=of_papers)) for kind, other in (kinds, kinds[::-1])]
    quotes = [quote for _, rules in found for _, quote in rules]
    if not quotes:
        return None
    name = {each.id: each.name for each in guide.figure[WHO].choices}
    sides = [{"kind": name[kind], "rules": [text for text, _ in rules]} for kind, rules in found if rules]
    text = render("kinds_apart", program=program.name, sides=sides, papers=of_papers)
    return answer("materials" if of_papers else "requirements", [program.id], quotes, text)


def _compared(subject: Subject, utterance: Utterance) -> tuple[str, ...]:
    """The two kinds: both named, or one beside that of the asker."""
    own = subject.known.get(WHO)
    return tuple(dict.fromkeys([*utterance.ids(WHO), *([own] if isinstance(own, str) else [])]))


def _binding(guide: Guide, program: Program, kind: str, other: str, *, of_papers: bool) -> list[tuple[str, Quote]]:
    """The conditions, or papers, that bind the one kind and not the other, in words and with the guide's own."""
    if of_papers:
        papers = [each for each in program.materials if _binds_alone(each.when, kind, other)]
        return [(each.name, Quote(each.clause, each.quote)) for each in papers]
    rules = [each for each in program.requirements if _binds_alone(each.when, kind, other)]
    return [(_in_words(requirement_row(guide, each, {WHO: kind})), Quote(each.clause, each.quote)) for each in rules]


def _binds_alone(when: Condition, kind: str, other: str) -> bool:
    return applies(when, {WHO: kind}) is not False and applies(when, {WHO: other}) is False


def _in_words(row: Mapping[str, Any]) -> str:
    principle = "原则上，" if row["strength"] == "in_principle" else ""
    return f"{principle}{row['text']}（{row['clause']}）"
