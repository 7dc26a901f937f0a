"""Which figures a question means: by words of their names, by their kind, by a threshold that it repeats."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import reduce

from bot.answers.requirements import demanding, figures_tested
from bot.answers.subject import Subject
from bot.figures.numbers.quantities import quantities
from bot.figures.values import Range, Value
from bot.guide.model import AtLeast, Guide, QuotientAtLeast, tests_of
from bot.guide.once import once
from bot.guide.words import pairs

PEOPLE = re.compile(
    r"人头|几[个名位][搞做]?(?:研发|科研|技术)|多少人|几个人|人数|几号人|多少号人|人[^，。、]{0,3}(?:几个|多少)"
)
MONEY, PERSONS = re.compile("钱|费|资金|[花投]|支出|开支"), re.compile("人|员")
# Figures that are counted, with the words that ask for one of their kind.
COUNTED: Mapping[str, re.Pattern[str] | None] = {
    "share": re.compile(r"比例|占比|百分[之数比]|几成"),
    "people": PEOPLE,
    "ratio": re.compile(r"几比几"),
    "money": None,
}
STAFF = "人员"
_HOW_MUCH = re.compile("多少|多大|几")  # in a name that is asked with (投多少) nothing is named
SHARES = ("share", "ratio")
KIN = {"share": SHARES, "ratio": ("ratio",), "people": ("people",)}
_SHARE = "(?:百分[数比]|比例|占比|比率)"
_SEVERAL_SHARES = re.compile(
    f"(?:[两二2几][个项]|这些|那些|各个?)(?:不同的)?{_SHARE}|{_SHARE}(?:的|要求|那|这|是)*[两二2几]个"
)
# Pairs of characters that ask for anything: 要满足什么要求.
NO_FIGURE = frozenset({"要求", "满足", "能够", "项目", "单位", "企业", "申报", "专项", "总额", "比例", "申请"})
FEW = 4  # figures that may share a word that still tells them from the rest
ALLUDED = 3  # so many characters of a figure's name


def _tested(guide: Guide, subject: Subject) -> list[str]:
    """Figures (ids) that the programs meant test; of all programs where none is."""
    return figures_tested(guide, (each.id for each in subject.chosen(guide)))


def alluded(guide: Guide, subject: Subject) -> tuple[str, ...]:
    """The one figure demanded whose name shares most with the question (经费那个占比); where no program is meant, all
    of a kind that is asked for (咋个比例)."""
    tested = [each for each in _tested(guide, subject) if guide.figure[each].kind in COUNTED]
    if not subject.programs:
        kinds = [kind for kind, words in COUNTED.items() if words and words.search(subject.text)][:1]
        return tuple(each for each in tested if kinds and guide.figure[each].kind in KIN[kinds[0]])
    shared = {figure: len(set(subject.text) & set(guide.figure[figure].name)) for figure in tested}
    best = [figure for figure, count in shared.items() if count == max(shared.values()) >= ALLUDED]
    counted = (
        tuple(each for each in tested if guide.figure[each].kind == "people") if PEOPLE.search(subject.text) else ()
    )
    if counted and best and not _is_of_people(guide, best[0]) and not _asks_for_a_share(subject.text):
        return counted  # 最少要几个研发的 is of no share of money
    shares = _shares_of(guide, subject.text, tested)
    if shares and not {*shares} & {*best}:
        return shares  # 人的那个比例 has more characters of a share of money, and is of people
    found = (*best, *_parts_of(guide, best, tested), *counted) if len(best) == 1 else counted
    return found or shares


def _shares_of(guide: Guide, text: str, tested: Collection[str]) -> tuple[str, ...]:
    """The shares demanded of what is spoken of, money or people, where a share is asked for: 钱要花到几成."""
    of_money = MONEY.search(text) and not PERSONS.search(text)
    if not (_asks_for_a_share(text) and (of_money or PERSONS.search(text))):
        return ()
    quotients = ((each, guide.figure[each].quotient) for each in tested if guide.figure[each].kind == "share")
    kind = "money" if of_money else "people"
    return tuple(each for each, one in quotients if one and guide.figure[one.numerator].kind == kind)


def several_shares(guide: Guide, programs: Iterable[str], text: str) -> tuple[str, ...]:
    """All shares and ratios that these programs test, where more than one is asked for by their number: 里面两个百分数."""
    tested = figures_tested(guide, programs) if _SEVERAL_SHARES.search(text) else ()
    found = tuple(each for each in tested if guide.figure[each].kind in SHARES)
    return found if len(found) > 1 else ()


def of_kind(guide: Guide, subject: Subject) -> tuple[str, ...]:
    """All that is demanded of the kind that is asked for (比例是多少), or of which a number is told (听说要有20人)."""
    tested = _tested(guide, subject)
    asked = {kin for kind, words in COUNTED.items() if words and words.search(subject.text) for kin in KIN[kind]}
    kinds = asked or {each.kind for each in quantities(subject.text) if each.kind in KIN}
    return tuple(each for each in tested if guide.figure[each].kind in kinds)


def with_threshold(guide: Guide, text: str, programs: Sequence[str] = ()) -> list[str]:
    """Figures (of ``programs``, or of any) for which a number in ``text`` is the threshold itself."""
    said = {_end(each.value) for each in quantities(text)} - {None}
    meant = [program for program in guide.programs if not programs or program.id in programs]
    numbers = [test for test in tests_of(meant) if isinstance(test, AtLeast | QuotientAtLeast)]
    found = (each.figure for each in numbers if said & {each.threshold, *getattr(each, "thresholds", {}).values()})
    return list(dict.fromkeys(found))


def related(guide: Guide, programs: Iterable[str], words: str) -> tuple[str, ...]:
    """Figures (ids) that these programs test and that have most words in common with ``words``: 注册地 with 在兰白两区内注册.

    A word is a pair of characters here, and counts where few figures have it in their names.
    """
    tested = figures_tested(guide, programs)
    shared = {figure: len(own_words(words) & _own_pairs(guide)[figure]) for figure in tested}
    most = max(shared.values(), default=0)
    return tuple(figure for figure, count in shared.items() if count == most) if most else ()


def numbers_called(guide: Guide, programs: Iterable[str], words: str) -> tuple[str, ...]:
    """Those of the ``related`` figures (ids) that are numbers: 投资有没有下限."""
    return tuple(each for each in related(guide, programs, words) if guide.figure[each].kind in COUNTED)


def in_its_words(guide: Guide, subject: Subject) -> tuple[str, ...]:
    """The figures of a question; where its programs test none of them, those that they do test and that are called most like
    them (年收入 of a program that tests 主营业务收入)."""
    open_ = not (subject.figures and subject.programs)
    tested = open_ or demanding(guide, subject.figures, subject.programs)
    if tested:
        return subject.figures
    # 投资300万够吗, of a program that tests no amount, is of no direction, whatever its name has in common with one; those who
    # are counted may be spoken of otherwise.
    kinds = {guide.figure[each].kind for each in subject.figures if each in subject.told} - {"people"}
    like = (each for each in _called_like(guide, subject) if not kinds or guide.figure[each].kind in kinds)
    return tuple(like) or subject.figures


def in_their_words(guide: Guide, subject: Subject) -> tuple[str, ...]:
    """The figures, each that the programs do not test, beside others that they do, by the one that is called most like it: of
    a program that counts no staff 科研人员 are those that 科技人员能够满足项目实施要求 speaks of."""
    tested = {*_tested(guide, subject)}
    others = [each for each in subject.figures if each not in tested]
    if not subject.programs or not others or len(others) == len(subject.figures):
        return subject.figures
    called = {each: _called_like(guide, replace(subject, figures=(each,))) for each in others}
    return tuple(dict.fromkeys(one for each in subject.figures for one in called.get(each) or (each,)))


def counted_with(guide: Guide, subject: Subject) -> list[str]:
    """What is counted in a share that is asked about, where its own threshold stands beside: 占比卡多少，有没有最低人数."""
    shares = [each for each in subject.figures if guide.figure[each].kind == "share"]
    return _parts_of(guide, shares, _tested(guide, subject)) if PEOPLE.search(subject.text) else []


def _of_people(guide: Guide, subject: Subject) -> tuple[str, ...]:
    """Where people are asked about, the figures tested that speak of such by their name: 搞研发的人手 of a program that counts no
    staff are what 科技人员能够满足项目实施要求 speaks of."""
    asked = {guide.figure[each].kind for each in subject.figures}
    tested = figures_tested(guide, subject.programs)
    return tuple(each for each in tested if STAFF in guide.figure[each].name) if asked == {"people"} else ()


def _called_like(guide: Guide, subject: Subject) -> tuple[str, ...]:
    """The figures that the programs test and that are called most like those of the question, by whatever words it has for them
    (研发这块要投多少 of a program that tests no investment); of a share or a ratio (经费比例), the one that is of the same."""
    words = _said(guide, subject) or subject.text
    if people := _of_people(guide, subject):
        return people
    if found := related(guide, subject.programs, words) or _spent_on(guide, subject, words):
        return found
    if not any(guide.figure[each].kind in SHARES for each in subject.figures):
        return _of_that_sort(guide, subject)
    tested = [guide.figure[each] for each in figures_tested(guide, subject.programs)]
    alike = [each.id for each in tested if each.kind in SHARES and own_words(words) & own_words(each.name)]
    return tuple(alike) if len(alike) == 1 else ()


def _spent_on(guide: Guide, subject: Subject, said: str) -> tuple[str, ...]:
    """The one share of money that the programs test, where it is asked how much is put into what it is of: 研发这块要投多少."""
    names = [name for each in guide.programs for name in (each.name, *each.aliases)]
    words = own_words(reduce(lambda text, name: text.replace(name, ""), sorted(names, key=len)[::-1], subject.text))
    shares = [guide.figure[each] for each in figures_tested(guide, subject.programs) if _HOW_MUCH.search(said)]
    parts = [(each.id, guide.figure[each.quotient.numerator]) for each in shares if each.quotient]
    money = [(each, one) for each, one in parts if one.kind == "money" and guide.figure[each].kind == "share"]
    found = [each for each, one in money if any(words & own_words(name) for name in one.names)]
    return tuple(found) if len(found) == 1 else ()


def _of_that_sort(guide: Guide, subject: Subject) -> tuple[str, ...]:
    """The one thing to be had that the programs demand of a sort which the question names: 省级重点实验室 is an 实验室."""
    words = tuple(filter(None, _said(guide, subject).split("，")))
    had = (guide.figure[each] for each in figures_tested(guide, subject.programs))
    found = tuple(
        each.id for each in had if each.kind == "yes_no" and words and any(name.endswith(words) for name in each.names)
    )
    return found if len(found) == 1 else ()


def _said(guide: Guide, subject: Subject) -> str:
    """The words by which the figures of the question are named in it."""
    named = [guide.figure[each] for each in subject.figures]
    return "，".join(name for one in named for name in (one.name, *one.names) if name in subject.text)


def own_words(text: str) -> set[str]:
    """The pairs of characters in ``text`` by which one thing that is demanded may be told from another."""
    return {*pairs(text, NO_FIGURE)}


@once
def _own_pairs(guide: Guide) -> dict[str, set[str]]:
    """Pairs of characters in each figure's name that stand in few others' names."""
    words = {each.id: own_words(each.name) for each in guide.figures}
    many = Counter(pair for found in words.values() for pair in found)
    return {figure: {pair for pair in found if many[pair] <= FEW} for figure, found in words.items()}


def _is_of_people(guide: Guide, figure: str) -> bool:
    """Whether people are counted in the figure, or in what it is a share of."""
    one = guide.figure[figure]
    return one.kind == "people" or bool(one.quotient and guide.figure[one.quotient.numerator].kind == "people")


def _asks_for_a_share(text: str) -> bool:
    words = COUNTED["share"]
    return bool(words and words.search(text))


def _end(value: Value) -> Value | None:
    """A number, or the one end of a range that is open at the other: 三成以上 says 30 %, 几成 nothing."""
    if not isinstance(value, Range):
        return value
    return value.low if value.high is None else value.high if value.low is None else None


def _parts_of(guide: Guide, figures: Sequence[str], tested: Collection[str]) -> list[str]:
    """What is counted in a share and has a threshold of its own: with 占比 goes the least number of people."""
    quotients = [guide.figure[each].quotient for each in figures]
    return [each.numerator for each in quotients if each and each.numerator in tested]
