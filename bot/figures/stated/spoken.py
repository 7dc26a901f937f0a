"""All that a message states without a number: lines of a form, statements, what is enough or not, what the project does."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from bot.figures.mentions import Mention
from bot.figures.stated.by_now import by_now
from bot.figures.stated.compounds import lacks_a_trait, left_undone, part_denied
from bot.figures.stated.denied_lists import denied_after
from bot.figures.stated.disputes import disputes
from bot.figures.stated.forms import entries
from bot.figures.stated.one_of_several import one_is_there
from bot.figures.stated.possessions import has_an_institute
from bot.figures.stated.statements import statements
from bot.figures.stated.technology import told
from bot.figures.stated.the_rest import takes_them_together
from bot.figures.statement import Statement
from bot.figures.wording.polarity import polarity
from bot.figures.wording.stance import asks, clauses, is_not_yet, is_topic, is_unknown, is_unsure
from bot.figures.wording.ticked import denied
from bot.guide.model import Figure, Guide
from bot.guide.once import once

_PREDICATED = re.compile(r"(?P<noun>.{1,6}?)(?P<word>够用?|清楚|清晰|明晰)")
_RIGHT, _RIGHTS = "知识产权", ("专利", "专利权", "软著", "著作权")
_SAID_BEFORE = re.compile(
    r"[ ]*(?:我们?|咱们?)?(?:前面|刚才|刚刚|之前|先前|上面|原来|一开始)(?:我们?|咱们?)?(?:是|都)?(?:说|讲|填|报|回答|答|写)(?:的|了|过|成)?"
)
_ADVERBS = "(?:都|也|还|就|是|完全|基本上?|肯定|绝对|目前|现在|应该|大概)*"
_NUMBER_NEXT = r"(?![ ]?[\d一二三四五六七八九十百几两])"
_OTHER_STAFF = r"(?<![\d个名位几多来两二三四五六七八九十百])(?<!销售)(?<!管理)(?<!生产)(?<!操作)(?<!行政)"

# 研发人员20来个应该够用: how many there are may stand between.
_PEOPLE = ("科技人员", "研发人员", "人员", "人手", "技术人员")
_COUNT = "(?:也|就|才|有|是|大概|差不多)*[\\d一二两三四五六七八九十百几][\\d一二三四五六七八九十百几来多]{0,4}(?:号|个|名|位)?人?"
_SUFFICE = re.compile(
    "[\\d一二两三四五六七八九十百几]+来?(?:号|个|名|位)?(?:技术|研发|科研|科技)?(?:人员?|工程师|技术员|博士|硕士)(?:来|去|一起|就|也|都|全|完全|肯定)*"
    "(?:(?:[搞做干弄]|从事|负责)(?:技术|研发|研究|开发|项目|这个项目|这个|活)(?:是|也|都|完全|肯定|绝对)*(?:够用?|能满足|没问题|绰绰有余)|(?:能|够)?(?:干|做|弄|搞|忙|应付|拿|扛)得(?:动|了|来|过来|下来?|住))"
    "(?:的|了|啊|呢|吧)*(?=[，,。；;！! ]|$)"
)
_MERE_PLACE = re.compile("[ ]*(?:也|都|就|并)*不?在")


def stated(
    text: str, named: Sequence[Mention], guide: Guide, *, asked: str | None, supposed: bool, listed: bool
) -> Iterator[Statement]:
    """Everything stated; ``listed``: numbers are, so that a choice alone between two commas is stated with them."""
    filled = entries(text, named, guide)
    yield from filled
    listed = listed or bool(filled)
    no = [row for row in clauses(text) if denied(row.text)]
    found = statements(text, named, guide, asked=asked, supposed=supposed, listed=listed)
    found = tuple(each for each in found if not any(row.holds(each.start) for row in no))  # 合作方在张江：否
    for each in found:
        if not any(entry.start <= each.start < entry.end or entry.figure == each.figure for entry in filled):
            meant = asked in (None, each.figure)  # a bare 不是 answers what was asked
            figure, rest = guide.figure[each.figure], _left_by(found, each, text, named)
            undone = left_undone(rest, figure) or lacks_a_trait(text[each.end :], figure)
            off = each.value is True and (meant and part_denied(rest, figure) or undone)
            now = by_now(text, _taken_back(text, replace(each, value=False) if off else each, guide), figure)
            yield from [now] if now else []
    filled_in = {entry.figure for entry in filled}
    predicated = (each for each in _predicates(text, guide, asked, supposed=supposed) if each.figure not in filled_in)
    yield from filter(None, (by_now(text, each, guide.figure[each.figure]) for each in predicated))
    yield from () if supposed else _people_who_suffice(text, guide)
    yield from () if supposed else disputes(text, guide, asked)
    yield from () if supposed else one_is_there(text, named, guide)
    yield from () if supposed or not asked else has_an_institute(text, guide.figure[asked])
    yield from () if supposed else _technology(text, named, guide, asked)


def _left_by(found: Sequence[Statement], said: Statement, text: str, named: Sequence[Mention]) -> str:
    """``text`` without the clauses that answer other figures by their names (签了合同，不是合作项目 denies no contract), without
    a mere place behind one (转化在兰州，实施地在定西，不在兰州), and without what denies choices: 协议有，高企、规上，一个都没有."""
    of_choices = {part.start for part in denied_after(text, named)}
    together = any(isinstance(each.value, tuple) for each in found)
    others = [each.start for each in found if each.figure != said.figure and isinstance(each.value, bool)]
    left, of_another = "", False
    for part in clauses(text):
        of_another = any(map(part.holds, others)) or of_another and bool(_MERE_PLACE.match(part.text))
        of_several = part.start in of_choices or together and takes_them_together(part.text)
        left += "" if (of_another or of_several) and not part.holds(said.start) else part.text
    return left


def _taken_back(text: str, said: Statement, guide: Guide) -> Statement:
    """前面说有研发机构，其实没有: what was said before does not count, but what the next clause makes of it does."""
    figure = guide.figure[said.figure]
    parts = list(clauses(text))
    for part, after in pairwise(parts):
        if figure.kind == "yes_no" and part.holds(said.start) and _SAID_BEFORE.match(part.text):
            now = polarity(after.text, figure)
            return said if now is None else replace(said, value=now)
    return said


def _predicates(text: str, guide: Guide, asked: str | None, *, supposed: bool) -> Iterator[Statement]:
    """研发人员完全够用, 人员不够: a name that says 够 of something, with adverbs or a 不 between the two.

    设备差，人也不够 is all of the answer where the ``asked`` figure is of devices and staff.
    """
    wanted = guide.figure[asked] if asked and guide.figure[asked].kind == "yes_no" else None
    meant = wanted.name if wanted else ""
    enough = "，".join((meant, *wanted.own_words)) if wanted else ""
    for clause in clauses(text):
        if is_topic(clause.text) and not supposed:
            continue
        for figure, pattern in _predicated(guide):
            found = pattern.search(clause.text)
            if found and found["count"] and asks(clause.text.rstrip("，,；; ")):
                continue  # 研发人员14个够吗 is of the count
            if found and (figure == asked or found["noun"] not in (enough if "够" in found.group() else meant)):
                yield Statement(figure, not found["no"], clause.start + found.start(), clause.start + found.end())


def _people_who_suffice(text: str, guide: Guide) -> Iterator[Statement]:
    """Yes to whether the staff suffices, of people who are counted and of the work: 七八个人搞研发够用, 五六个人能干得动."""
    staff = next((each for each in guide.figures if each.kind == "yes_no" and "科技人员" in each.name), None)
    for clause in clauses(text) if staff else ():
        found = None if is_topic(clause.text) or asks(clause.text) else _SUFFICE.search(clause.text)
        if staff and found and not (is_unsure(clause.text) or is_not_yet(clause.text) or is_unknown(clause.text)):
            yield Statement(staff.id, True, clause.start + found.start(), clause.start + found.end())


@once
def _predicated(guide: Guide) -> tuple[tuple[str, re.Pattern[str]], ...]:
    yes_no = [figure for figure in guide.figures if figure.kind == "yes_no"]
    split = [(figure, _PREDICATED.fullmatch(name)) for figure in yes_no for name in figure.names]
    said = dict.fromkeys(
        (figure.id, noun, name["word"]) for figure, name in split if name for noun in _nouns(figure, name)
    )
    return tuple((figure, _spread(noun, word)) for figure, noun, word in said)


def _nouns(figure: Figure, name: re.Match[str]) -> tuple[str, ...]:
    """What a name says its word of; of rights, each that is one: 专利清晰, 权属清楚."""
    return (name["noun"], *figure.own_words, *_RIGHTS) if _RIGHT in figure.name else (name["noun"],)


def _spread(noun: str, word: str) -> re.Pattern[str]:
    between = f"{_ADVERBS}(?P<no>不(?:是很|太|大)?|没)?(?:完全|很|太)?"
    counted = f"(?P<count>{_COUNT})?" if noun in _PEOPLE else "(?P<count>)"
    return re.compile(f"{_OTHER_STAFF}(?P<noun>{re.escape(noun)}){counted}{between}{word}{_NUMBER_NEXT}")


def _technology(text: str, named: Sequence[Mention], guide: Guide, asked: str | None) -> Iterator[Statement]:
    figure = next((figure.id for figure in guide.figures if figure.kind == "text"), None)
    if figure and figure != asked:
        for words, start, end in told(text, named):
            yield Statement(figure, words, start, end)
