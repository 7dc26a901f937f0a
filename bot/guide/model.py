"""What a guide says, as immutable values: clauses word for word, and what was read out of them.

Numbers are ``Decimal`` (money in yuan, shares as 0 to 1, ratios as a plain quotient); nothing here knows how a
guide is stored, asked about or put into words. Every value that claims something carries the clause it comes
from, and a quote that stands byte for byte in that clause.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from typing import Literal

Strength = Literal["must", "in_principle"]
FigureKind = Literal["money", "people", "ratio", "share", "yes_no", "choice", "choices", "text"]


@dataclass(frozen=True)
class Clause:
    """One paragraph of the guide. ``heading`` is the source's own heading line above it ("" where there is none)."""

    id: str
    heading: str
    text: str


@dataclass(frozen=True)
class Quote:
    """Words of one clause, byte for byte."""

    clause: str
    quote: str


# --- figures ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Choice:
    """One value that a ``choice`` or ``choices`` figure can take, and what people call it.

    ``institutions``: of a place, who is known to be there by a name that does not tell it (清华).
    """

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    institutions: tuple[str, ...] = ()


@dataclass(frozen=True)
class Quotient:
    """The two amounts whose quotient a ``ratio`` or ``share`` figure is."""

    numerator: str
    denominator: str


@dataclass(frozen=True)
class Figure:
    """One thing that an applicant can say of itself.

    ``ask`` is the whole question as the bot puts it, ``explain`` one sentence on what is meant and why it matters,
    ``names`` what people call it (longest names win when mentions overlap). ``positive`` forbids 0 (it divides),
    ``at_most`` is the largest value that can be true, ``part_of`` the figure that can never be smaller than this one.
    Of a yes/no figure ``own_words`` are further words that an answer may hold (院士工作站), ``says_yes`` and ``says_no``
    those that answer by themselves (全额拨款, 打官司).
    """

    id: str
    name: str
    kind: FigureKind
    ask: str
    explain: str
    unit: str = ""
    names: tuple[str, ...] = ()
    choices: tuple[Choice, ...] = ()
    quotient: Quotient | None = None
    positive: bool = False
    at_most: Decimal | None = None
    part_of: str | None = None
    own_words: tuple[str, ...] = ()
    says_yes: tuple[str, ...] = ()
    says_no: tuple[str, ...] = ()

    @property
    def amounts(self) -> tuple[str, ...]:
        """The two figures (ids) that are divided, numerator first; empty where this is no quotient."""
        return (self.quotient.numerator, self.quotient.denominator) if self.quotient else ()

    def choice(self, choice_id: str) -> Choice:
        """The choice with this id. Raises KeyError."""
        for choice in self.choices:
            if choice.id == choice_id:
                return choice
        raise KeyError(choice_id)


# --- what a requirement tests ------------------------------------------------------------------------------------


@dataclass(frozen=True)
class AtLeast:
    """``figure`` >= the threshold, which is one number or depends on the value of the choice figure ``by``."""

    figure: str
    threshold: Decimal | None = None
    by: str | None = None
    thresholds: Mapping[str, Decimal] = field(default_factory=dict)
    kind: Literal["at_least"] = "at_least"


@dataclass(frozen=True)
class QuotientAtLeast:
    """numerator / denominator >= threshold; ``figure`` is the ratio or share figure, which names both amounts."""

    figure: str
    threshold: Decimal
    kind: Literal["quotient_at_least"] = "quotient_at_least"


@dataclass(frozen=True)
class IsTrue:
    """The yes/no ``figure`` is yes."""

    figure: str
    kind: Literal["is_true"] = "is_true"


@dataclass(frozen=True)
class OneOf:
    """The choice ``figure`` has one of ``values``."""

    figure: str
    values: tuple[str, ...]
    kind: Literal["one_of"] = "one_of"


@dataclass(frozen=True)
class AnyOf:
    """The ``choices`` figure holds at least one of ``values``; else, one of ``open`` leaves the case open."""

    figure: str
    values: tuple[str, ...]
    open: tuple[str, ...] = ()
    kind: Literal["any_of"] = "any_of"


@dataclass(frozen=True)
class FitsDirections:
    """The text ``figure`` names a technology that falls into one of the program's directions."""

    figure: str
    kind: Literal["fits_directions"] = "fits_directions"


@dataclass(frozen=True)
class All:
    """Every one of ``tests``."""

    tests: tuple[Test, ...]
    kind: Literal["all"] = "all"


Test = AtLeast | QuotientAtLeast | IsTrue | OneOf | AnyOf | FitsDirections | All


def tests_in(test: Test) -> tuple[Test, ...]:
    """The test itself, or the tests that it is made of."""
    if isinstance(test, All):
        return tuple(part for each in test.tests for part in tests_in(each))
    return (test,)


def tests_of(programs: Iterable[Program]) -> Iterator[Test]:
    """Every single test in the requirements of these programs."""
    return (test for program in programs for each in program.requirements for test in tests_in(each.test))


Condition = Mapping[str, tuple[str, ...]]  # choice figure -> values under which something applies


@dataclass(frozen=True)
class Requirement:
    """A rule: what must hold (``test``), for whom (``when``; empty: for everybody), and the words that say so.

    ``text`` is a short Chinese phrase without numbers of its own ("项目总投资" …): thresholds are put in from ``test``.
    """

    id: str
    clause: str
    quote: str
    strength: Strength
    text: str
    test: Test
    when: Condition = field(default_factory=dict)


@dataclass(frozen=True)
class Material:
    """Something to hand in."""

    name: str
    clause: str
    quote: str
    when: Condition = field(default_factory=dict)


@dataclass(frozen=True)
class Judged:
    """Something that only people can decide; ``text`` names it in a few words of the guide."""

    text: str
    clause: str
    quote: str


@dataclass(frozen=True)
class Direction:
    """A field that a program supports. ``terms`` stand word for word in ``quote``; ``track`` where the field is one."""

    id: str
    name: str
    clause: str
    quote: str
    terms: tuple[str, ...]
    track: str | None = None

    def stands_over(self, other: Direction) -> bool:
        """Whether the clause is that below which the other's stands: 四（一）1 and 四（一）1（3）."""
        return other.clause.startswith(f"{self.clause}（")


@dataclass(frozen=True)
class Knowledge:
    """Everyday words for one or more directions: ours, not the guide's.

    ``term`` is the guide's word that they stand for; it stands in the quote of the first of ``directions``.
    """

    directions: tuple[str, ...]
    term: str
    words: tuple[str, ...]


@dataclass(frozen=True)
class Outside:
    """A kind of business that no direction names, and what people call it: ours, not the guide's.

    ``sort``: a ``place`` is a shop or a service, in which a product may also be used; a ``trade`` is done with what others
    make; ``goods`` are made, and no direction names them.
    """

    name: str
    words: tuple[str, ...]
    sort: Literal["place", "trade", "goods"] = "place"


@dataclass(frozen=True)
class SectionCase:
    """``section`` takes the application of those for whom ``when`` holds."""

    section: str
    when: Condition = field(default_factory=dict)


@dataclass(frozen=True)
class SectionRule:
    """Who takes a program's applications: the first case that holds. ``note`` says how the clause was read."""

    clause: str
    quote: str
    cases: tuple[SectionCase, ...]
    note: str = ""


@dataclass(frozen=True)
class Section:
    """An office section (受理科室)."""

    name: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True)
class Family:
    """A heading under which several programs stand; ``short_names`` as in Program."""

    id: str
    name: str
    about: Quote
    aliases: tuple[str, ...] = ()
    short_names: tuple[str, ...] = ()


@dataclass(frozen=True)
class Program:
    """One program one can apply for. ``own_requirements`` is False where the guide lists none of its own;
    ``short_names`` are words of the language (重大) that name it only where they qualify nothing else."""

    id: str
    name: str
    about: tuple[Quote, ...]
    section: SectionRule
    requirements: tuple[Requirement, ...]
    directions: tuple[Direction, ...]
    aliases: tuple[str, ...] = ()
    short_names: tuple[str, ...] = ()
    family: str | None = None
    materials: tuple[Material, ...] = ()
    judged: tuple[Judged, ...] = ()
    own_requirements: bool = True

    @property
    def fields(self) -> tuple[Direction, ...]:
        """The directions in the guide's order; what stands over a numbered list of the others is none of them."""
        over = [each for each in self.directions if any(each.stands_over(other) for other in self.directions)]
        return tuple(each for each in self.directions if each not in over)


@dataclass(frozen=True)
class Term:
    """A word of the guide that people ask about. ``defined``: the guide says what it is, if only by examples."""

    name: str
    quotes: tuple[Quote, ...]
    aliases: tuple[str, ...] = ()
    defined: bool = False


@dataclass(frozen=True)
class SilentTopic:
    """Something that people ask and the guide does not say. ``topic`` is the id of contract.md.

    ``condition``: it is asked as a condition (能报吗); its words alone tell that the guide has no answer.
    ``figures``: whoever asks by its words for one of these asks for the topic, and for no rule (政府给多少经费).
    """

    topic: str
    name: str
    words: tuple[str, ...] = ()
    condition: bool = False
    figures: tuple[str, ...] = ()


@dataclass(frozen=True)
class Notice:
    """A fact that the office added later, with its source; it answers ``topic`` (for ``programs``, or for all)."""

    topic: str
    text: str
    source: str
    programs: tuple[str, ...] = ()


@dataclass(frozen=True)
class Background:
    """Words of a clause that carry no rule: aims, praise, numbers that are no threshold. ``why`` says what they are."""

    clause: str
    quote: str
    why: str


@dataclass(frozen=True)
class Defect:
    """An oddity of the source text, kept so that nobody mends it silently."""

    clause: str
    quote: str
    note: str


@dataclass(frozen=True)
class Guide:
    """A whole guide. ``source`` is the file of its text, ``headings`` the lines there that are no clause,
    ``places`` what lies within ``city`` (districts, counties): common knowledge, ours and not the guide's."""

    id: str
    title: str
    short_title: str
    city: str
    year: int
    source: str
    clauses: tuple[Clause, ...]
    figures: tuple[Figure, ...]
    sections: tuple[Section, ...]
    families: tuple[Family, ...]
    programs: tuple[Program, ...]
    terms: tuple[Term, ...]
    silent_topics: tuple[SilentTopic, ...]
    background: tuple[Background, ...]
    defects: tuple[Defect, ...]
    headings: tuple[str, ...] = ()
    common_knowledge: tuple[Knowledge, ...] = ()
    outside: tuple[Outside, ...] = ()
    notices: tuple[Notice, ...] = ()
    places: tuple[str, ...] = ()

    @cached_property
    def clause(self) -> Mapping[str, Clause]:
        """Clauses by id."""
        return {clause.id: clause for clause in self.clauses}

    @cached_property
    def figure(self) -> Mapping[str, Figure]:
        """Figures by id."""
        return {figure.id: figure for figure in self.figures}

    @cached_property
    def program(self) -> Mapping[str, Program]:
        """Programs by id, in the guide's order."""
        return {program.id: program for program in self.programs}

    @cached_property
    def family(self) -> Mapping[str, Family]:
        """Families by id."""
        return {family.id: family for family in self.families}

    def members(self, family: str) -> tuple[Program, ...]:
        """The programs of a family, in the guide's order."""
        return tuple(program for program in self.programs if program.family == family)
