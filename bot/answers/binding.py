"""Whether a rule binds, said in a word ahead of it where it is asked if something has to be: 要不要高企, 必须签合同吗."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from bot.answers.phrases import sections_of
from bot.answers.reply import render
from bot.answers.requirements import figures_of
from bot.answers.subject import Subject
from bot.figures.mentions import city
from bot.figures.stated.locality import is_local
from bot.figures.wording.blanks import blanked
from bot.figures.wording.necessity import HARD, asks_whether_needed
from bot.figures.wording.point_asked import point_asked
from bot.figures.wording.stance import clauses
from bot.guide.model import AnyOf, Guide, OneOf, Program, Requirement, tests_in

Found = Sequence[tuple[Program, Sequence[Requirement]]]

_MUST_BE = re.compile("必须|硬性|强制|一定|是不是|是否|[是对]吧")
_RULED = re.compile("(?:要求|规定|限制|讲究)(?:[吗么嘛不]|没有?|[?？。 ])*$")
_ALL = re.compile("(?:这些|那些|全部|所有|每一?[条项])[^，。？?]{0,4}(?:都|必须|要|得)")  # which no single rule answers
_LACKING = re.compile("(?:还|尚|要是)?(?:没|无|不是|缺)")
_LITTLE = re.compile(
    r"项目|专项|申报|单位|企业|公司|必须|需要|应该|一定|非得|是不是|要不要|[的是有要得须先再去跟和与同在由个一家些也都还\s]|\W"
)
_HAS_TO = re.compile("(?:必须|必得|一定要?|非得)(?:得|要|是|先|都)*(?P<what>.*)")
_GENERAL = re.compile("满足|达到|达标|符合|具备|提供|提交|遵守|才(?:能|可以|行).*|[吗么嘛吧呢啊呀不]+[？?。 ]*$")
_POINTING = re.compile("[这那条点就才能吗么吧呢嘛啊呀啦得非不没无要求规定硬性强制能否只原则上下限]")
_NUMBER = re.compile(r"[\d一二两三四五六七八九十百千万亿]")
_RUN = 2  # characters in a row that are no accident
_LIST = 5  # characters of a rule that are all it lists: 企事业单位
_LEFT = 2  # characters of what is asked about that no rule has


def how_binding(guide: Guide, subject: Subject, found: Found) -> str:
    """The words ahead of the rules ``found``; empty where it is not asked whether they bind, or they do so differently."""
    point = point_asked(subject.text, _names(found, subject.text))
    rules = [rule for _, each in found for rule in each]
    if point is None and not _is_of_these(guide, found, subject.text):
        return ""
    binds = _binding(guide, rules, subject)
    without = binds == "any" and point and point.asks == "may" and _LACKING.match(point.words)  # 没有高企证行不行
    if _ALL.search(subject.text):
        return ""
    if not (asks_whether_needed(subject.text) or without or point and point.asks == "must"):
        return ""
    said = point and point.words
    if point and (predicate := _predicate(subject.text[point.start : point.end])) and not _NUMBER.search(predicate):
        said = said if _covered(guide, found, predicate) else predicate  # 大学的外国专家必须得有名 is of the last word
    apart = bool(point and point.asks == "must" and not _covered(guide, found, said or ""))
    return render(
        "how_binding",
        binds=binds,
        several=len(rules) > 1,
        word=_word(subject.text),
        hard=bool(HARD.search(subject.text)),
        apart=apart,
        words="" if not said or _NUMBER.search(said) else said,  # which no sentence bears out
        sections=sections_of((program for program, _ in found), subject.known),
    )


def _word(text: str) -> str:
    """The yes to what is asked: 有没有…的要求, 是不是必须, 要不要."""
    if _RULED.search(text):
        return "有"
    return "是" if _MUST_BE.search(text) else "要"


def _predicate(clause: str) -> str:
    """What it is asked of something whether it has to be, behind the word for it; empty where no such word stands there."""
    found = _HAS_TO.search(clause)
    return _GENERAL.sub("", found["what"]).strip("，,。？?！! ") if found else ""


def _names(found: Found, text: str) -> Iterator[tuple[int, int]]:
    """Where ``text`` calls a program by its name."""
    for program, _ in found:
        for name in sorted((program.name, *program.aliases), key=len, reverse=True):
            if (start := text.find(name)) >= 0:
                yield start, start + len(name)
                break


def _binding(guide: Guide, rules: Iterable[Requirement], subject: Subject) -> str:
    """How rules bind, where all do alike: ``must``, ``in_principle``, or ``any`` one of what they list."""
    found = {"any" if _is_one_of_several(guide, each, subject) else each.strength for each in rules}
    return found.pop() if len(found) == 1 else ""


def _is_one_of_several(guide: Guide, rule: Requirement, subject: Subject) -> bool:
    """Whether the rule is met by any one of several, of which the question may name one: 必须跟张江合作吗."""
    listed = [each for each in tests_in(rule.test) if isinstance(each, AnyOf | OneOf) and len(each.values) > 1]
    return any(_is_put_up(guide, each, rule, subject) for each in listed)


def _is_put_up(guide: Guide, test: AnyOf | OneOf, rule: Requirement, subject: Subject) -> bool:
    """Whether one of those listed is put up, or nothing but the list; of a mere choice, one alone (必须是企业吗, no 企事业单位)."""
    if isinstance(test, AnyOf):
        return test == rule.test or bool(subject.named.get(test.figure))
    text = subject.text
    if any(text[place : place + _LIST] in rule.text for place in range(len(text) - _LIST + 1)):
        return False
    choices = guide.figure[test.figure].choices
    named = {each.id for each in choices if any(word in text for word in (each.name, *each.aliases))}
    return len(named) == 1 and named <= {*test.values}


def _covered(guide: Guide, found: Found, words: str) -> bool:
    """Whether the rules, or the names of what they test, have what is asked about: of 合作高校必须是211 they have not the end."""
    rest = words
    for said in sorted(_said(guide, found), key=len, reverse=True):
        rest = _without_runs(rest, said)
    left = _LITTLE.sub("", rest)
    return not left if rest == words else len(left) < _LEFT  # 有名 has nothing of a rule on who applies


def _is_of_these(guide: Guide, found: Found, text: str) -> bool:
    """Whether nothing is asked about but these rules, or what they have: 是必须的吗, and not 专家必须得有名吗."""
    last = list(clauses(text))[-1]
    plain = blanked(text, [*_names(found, text)])[last.start : last.end]
    words = _POINTING.sub("", _LITTLE.sub("", plain))
    said = "".join(_said(guide, found))
    return len(words) > _LEFT or all(letter in said for letter in words)


def _said(guide: Guide, found: Found) -> Iterator[str]:
    for _, rules in found:
        for rule in rules:
            yield rule.text
            yield from (f"在{city(guide)}" for each in figures_of(guide, rule) if is_local(guide.figure[each], guide))
            if not _shares_its_sentence(guide, rule):
                yield rule.quote
            for figure in (guide.figure[each] for each in figures_of(guide, rule)):
                if not _has_other_words(guide, rule, figure.id):
                    yield figure.name
                    yield from figure.names if figure.kind != "yes_no" else ()  # 专利 is but one word for a result
                yield from (name for each in figure.choices for name in (each.name, *each.aliases))


def _shares_its_sentence(guide: Guide, rule: Requirement) -> bool:
    """Whether the sentence of the rule bears others too, so that its words need not be of this one: 在我市范围内 and 有知名度的专家."""
    return sum(each.quote == rule.quote for program in guide.programs for each in program.requirements) > 1


def _has_other_words(guide: Guide, rule: Requirement, figure: str) -> bool:
    """Whether other sentences demand the same figure in words of their own (在兰 here, 注册和运营 there)."""
    tested = (each for program in guide.programs for each in program.requirements if figure in figures_of(guide, each))
    return any(each.clause != rule.clause for each in tested)


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
