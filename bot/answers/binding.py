"""Whether a rule binds, said in a word ahead of it where it is asked if something has to be: 要不要高企, 必须签合同吗."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from bot.answers.phrases import sections_of
from bot.answers.reply import render
from bot.answers.requirements import figures_of
from bot.answers.subject import Subject
from bot.figures.wording.necessity import HARD, asks_whether_needed
from bot.figures.wording.point_asked import point_asked
from bot.guide.model import AnyOf, Guide, Program, Requirement, tests_in

Found = Sequence[tuple[Program, Sequence[Requirement]]]

_MUST_BE = re.compile("必须|硬性|强制|一定|是不是|是否")
_RULED = re.compile("(?:要求|规定|限制|讲究)(?:[吗么嘛不]|没有?|[?？。 ])*$")
_ALL = re.compile("(?:这些|那些|全部|所有|每一?[条项])[^，。？?]{0,4}(?:都|必须|要|得)")  # which no single rule answers
_LACKING = re.compile("(?:还|尚|要是)?(?:没|无|不是|缺)")
_LITTLE = re.compile(
    r"项目|专项|申报|单位|企业|公司|必须|需要|应该|一定|非得|是不是|要不要|[的是有要得须先再去跟和与同在由个一家些也都还\s]|\W"
)
_NUMBER = re.compile(r"[\d一二两三四五六七八九十百千万亿]")
_RUN = 2  # characters in a row that are no accident
_LEFT = 2  # characters of what is asked about that no rule has


def how_binding(guide: Guide, subject: Subject, found: Found) -> str:
    """The words ahead of the rules ``found``; empty where it is not asked whether they bind, or they do so differently."""
    point = point_asked(subject.text, _names(found, subject.text))
    rules = [rule for _, each in found for rule in each]
    binds = _binding(rules, subject)
    without = binds == "any" and point and point.asks == "may" and _LACKING.match(point.words)  # 没有高企证行不行
    if _ALL.search(subject.text):
        return ""
    if not (asks_whether_needed(subject.text) or without or point and point.asks == "must"):
        return ""
    apart = bool(point and point.asks == "must" and not _covered(guide, found, point.words))
    return render(
        "how_binding",
        binds=binds,
        several=len(rules) > 1,
        word=_word(subject.text),
        hard=bool(HARD.search(subject.text)),
        apart=apart,
        words="" if point is None or _NUMBER.search(point.words) else point.words,  # which no sentence bears out
        sections=sections_of((program for program, _ in found), subject.known),
    )


def _word(text: str) -> str:
    """The yes to what is asked: 有没有…的要求, 是不是必须, 要不要."""
    if _RULED.search(text):
        return "有"
    return "是" if _MUST_BE.search(text) else "要"


def _names(found: Found, text: str) -> Iterator[tuple[int, int]]:
    """Where ``text`` calls a program by its name."""
    for program, _ in found:
        for name in sorted((program.name, *program.aliases), key=len, reverse=True):
            if (start := text.find(name)) >= 0:
                yield start, start + len(name)
                break


def _binding(rules: Iterable[Requirement], subject: Subject) -> str:
    """How rules bind, where all do alike: ``must``, ``in_principle``, or ``any`` one of what they list."""
    found = {"any" if _is_one_of_several(each, subject) else each.strength for each in rules}
    return found.pop() if len(found) == 1 else ""


def _is_one_of_several(rule: Requirement, subject: Subject) -> bool:
    """Whether the rule is met by any one of several, of which the question may name one: 必须跟张江合作吗."""
    listed = [each for each in tests_in(rule.test) if isinstance(each, AnyOf) and len(each.values) > 1]
    return any(each == rule.test or subject.named.get(each.figure) for each in listed)


def _covered(guide: Guide, found: Found, words: str) -> bool:
    """Whether the rules, or the names of what they test, have what is asked about: of 合作高校必须是211 they have not the end."""
    rest = words
    for said in sorted(_said(guide, found), key=len, reverse=True):
        rest = _without_runs(rest, said)
    return len(_LITTLE.sub("", rest)) < _LEFT


def _said(guide: Guide, found: Found) -> Iterator[str]:
    for _, rules in found:
        for rule in rules:
            yield from (rule.quote, rule.text)
            for figure in (guide.figure[each] for each in figures_of(guide, rule)):
                yield from (figure.name, *figure.names)
                yield from (name for each in figure.choices for name in (each.name, *each.aliases))


def _without_runs(text: str, said: str) -> str:
    """``text`` with a blank for each run of characters that stands in ``said``."""
    place, left = 0, ""
    while place < len(text):
        end = place
        while end < len(text) and text[place : end + 1] in said:
            end += 1
        run = end - place >= _RUN
        left += " " if run else text[place]
        place = end if run else place + 1
    return left
