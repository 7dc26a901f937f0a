"""The best possible order of questions: of all orders the one with the smallest expected number, found by exhaustion.

It knows every chance of the population that it asks, which no real order can. Programs that share no open question are
searched apart, because what is asked about one says nothing of the other; states in which the same is unsettled and the
same is known about it are one.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from functools import lru_cache

from benchmarks.companies import Population
from bot.eligibility.assessment import assess
from bot.eligibility.known import Fits, Known
from bot.eligibility.question import open_figures
from bot.eligibility.supposed import condition_answers, test_answers
from bot.figures.values import Value
from bot.guide.model import Guide, Program

Told = Mapping[str, Value | None]
"""What was answered so far, by figure (id); None: the applicant does not know."""


class Questions:
    """What may still be asked under ``guide`` once some answers were told, program by program; remembers all."""

    def __init__(self, guide: Guide, fits: Fits) -> None:
        self.guide, self.fits = guide, fits
        self._named = {program.id: frozenset(self._figures(program)) for program in guide.programs}
        self._asked = lru_cache(maxsize=None)(self._find_asked)
        self._unsettled = lru_cache(maxsize=None)(self._find_unsettled)

    def asked(self, programs: tuple[str, ...], told: Told) -> dict[str, frozenset[str]]:
        """Program (id) -> figures that its verdict or section still turns on; only programs that have any."""
        found = ((program, self._asked(program, self._of(program, told))) for program in programs)
        return {program: figures for program, figures in found if figures}

    def state(self, programs: tuple[str, ...], told: Told) -> Hashable:
        """All that the further questions about ``programs`` depend on."""
        return tuple(self._unsettled(program, self._of(program, told)) for program in programs)

    def named(self, program: str) -> frozenset[str]:
        """Every figure that ``program`` (id) names at all."""
        return self._named[program]

    def _of(self, program: str, told: Told) -> frozenset[tuple[str, Value | None]]:
        named = self._named[program]
        return frozenset(item for item in told.items() if item[0] in named)

    def _find_asked(self, program: str, told: frozenset[tuple[str, Value | None]]) -> frozenset[str]:
        figures, skipped = apart(dict(told))
        return open_figures(self.guide, figures, self.fits, [program], skipped)

    def _find_unsettled(self, program: str, told: frozenset[tuple[str, Value | None]]) -> Hashable:
        result = assess(self.guide, apart(dict(told))[0], self.fits, [program]).programs[0]
        unknown = [one.requirement.id for one in result.requirements if one.status == "unknown"]
        named = set(self._figures(self.guide.program[program], unknown, section=result.section is None))
        return program, tuple(unknown), result.section is None, frozenset(item for item in told if item[0] in named)

    def _figures(self, program: Program, only: list[str] | None = None, *, section: bool = True) -> Iterator[str]:
        """Figures that the requirements (ids; None: all), and the section, of ``program`` name."""
        nothing = Known(self.guide, {}, self.fits)
        for requirement in program.requirements:
            if only is None or requirement.id in only:
                yield from condition_answers(requirement.when, nothing) | test_answers(requirement.test, nothing)
        if section:
            yield from (figure for case in program.section.cases for figure in case.when)


def apart(told: Told) -> tuple[dict[str, Value], frozenset[str]]:
    """What is known, and which figures are not."""
    known = {figure: value for figure, value in told.items() if value is not None}
    return known, frozenset(told.keys() - known.keys())


class BestOrder:
    """The best order for companies of ``population``."""

    def __init__(self, questions: Questions, population: Population) -> None:
        self._questions = questions
        self._population = population
        self._found: dict[Hashable, tuple[float, str]] = {}

    def __call__(self, programs: tuple[str, ...], told: Told) -> str | None:
        """The figure to ask for; None: nothing is left to ask."""
        return next((self._best(*part, told)[1] for part in self._parts(programs, told)), None)

    def expected(self, programs: tuple[str, ...], told: Told) -> float:
        """The expected number of questions about ``programs`` from here on."""
        return sum(self._best(*part, told)[0] for part in self._parts(programs, told))

    def _best(self, programs: tuple[str, ...], figures: frozenset[str], told: Told) -> tuple[float, str]:
        if len(figures) == 1:
            return 1.0, next(iter(figures))
        state = self._questions.state(programs, told)
        if state not in self._found:
            self._found[state] = min((self._after(figure, programs, told), figure) for figure in figures)
        return self._found[state]

    def _after(self, figure: str, programs: tuple[str, ...], told: Told) -> float:
        """One question, and those that are expected after its answer."""
        answers = self._population[figure].items()
        return 1 + sum(chance * self.expected(programs, {**told, figure: value}) for value, chance in answers)

    def _parts(self, programs: tuple[str, ...], told: Told) -> list[tuple[tuple[str, ...], frozenset[str]]]:
        """The open programs, those together that share an open figure, each part with its open figures."""
        parts: list[tuple[tuple[str, ...], frozenset[str]]] = []
        for program, figures in self._questions.asked(programs, told).items():
            joined = [part for part in parts if part[1] & figures]
            names = tuple(name for part in joined for name in part[0])
            merged = ((*names, program), figures.union(*(part[1] for part in joined)))
            parts = [part for part in parts if part not in joined] + [merged]
        return parts
