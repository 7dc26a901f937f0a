"""What several programs demand alike: 平台类四个专项共通的要求, 新型研发机构和孵化器的条件有哪条一样."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.answers.phrases import requirement_phrase
from bot.answers.reply import Reply, answer, render
from bot.answers.subject import Subject
from bot.dialogue.state import Utterance
from bot.dialogue.words import SHARED
from bot.guide.model import Guide, Program, Quote, Requirement

_ALIKE = "(?<!不)(?:一样|相同|相通|共同|共通|重合|重叠)"
_RULES = "(?:条件|要求|门槛|条款)"
_WHICH = "(?:哪|什么|啥|几)"
_ASKED = re.compile(
    rf"{_RULES}[^，。；？?]{{0,8}}{_WHICH}[^，。；？?不]{{0,6}}{_ALIKE}|{_WHICH}[^，。；？?不]{{0,4}}{_ALIKE}的?[^，。；？?]{{0,4}}{_RULES}"
    rf"|{_ALIKE}的?[^，。；？?]{{0,3}}{_RULES}[^，。；？?]{{0,4}}{_WHICH}|{_RULES}[^，。；？?]{{0,6}}(?:共同点|相同点|共同之处|相同之处)"
)
_DIFFERENT = re.compile("不同|不一样|区别|差别|差异|异同|各自|多出|单独")


def in_common(guide: Guide, subject: Subject, utterance: Utterance) -> Reply | None:
    """The conditions that all programs asked about have, by what they test; None where these are not asked for alone."""
    text = utterance.text
    shared = SHARED.search(text)
    if len(subject.programs) < 2 or _DIFFERENT.search(text) or not (shared or _ASKED.search(text)):
        return None
    programs = subject.chosen(guide)
    rows = [(first, _alike(programs, first)) for first in programs[0].requirements]
    alike = [(first, every) for first, every in rows if len(every) == len(programs)]
    judged = [each for each in programs[0].judged if all(each in one.judged for one in programs)]
    quotes = [Quote(each.clause, each.quote) for _, every in alike for each in every]
    if not quotes:
        return None
    rules = [
        {"text": requirement_phrase(guide, first), "clauses": list(dict.fromkeys(each.clause for each in every))}
        for first, every in alike
    ]
    quotes += [Quote(each.clause, each.quote) for each in judged]
    names = [each.name for each in programs]
    said = render("in_common", programs=names, rules=rules, judged=[each.text for each in judged])
    return answer("requirements" if shared else "compare", subject.programs, quotes, said)


def _alike(programs: Sequence[Program], first: Requirement) -> list[Requirement]:
    """For each program its condition that tests the same of the same applicants, where it has one."""
    found = (
        next((each for each in one.requirements if each.test == first.test and each.when == first.when), None)
        for one in programs
    )
    return [each for each in found if each]
