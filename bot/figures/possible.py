"""What cannot be true of an applicant, and what merely disagrees and is asked about again (docs/rules.md, Figures)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from bot.figures.interval import EXACT, Interval, interval, times
from bot.figures.values import Figures, Number, Range, Value, bounds
from bot.guide.model import Figure, Guide, Quotient, QuotientAtLeast, tests_of

LARGEST = Decimal(10) ** 15
MOST_DECIMALS = {"money": 6, "people": 6, "ratio": 30, "share": 30}
MOST_DIGITS = 60
# A ratio is said in round numbers (三成), so it disagrees with the amounts only when it is off by more than this.
ROUNDING = Decimal("0.05")
# The parts of a sum, which the guide's own model does not tell: figure -> figures that it contains.
PARTS = {"total_investment": ("self_raised", "fiscal_funding")}
# What is said of one project, and not of the unit that applies for it, which the model does not tell either.
OF_A_PROJECT = frozenset(
    (
        *PARTS,
        *PARTS["total_investment"],
        "self_raised_ratio",
        "track",
        "technology",
        "rd_team_adequate",
        "is_cooperation",
        "partner_region",
        "owns_results",
        "ip_clear",
        "transfer_in_lanzhou",
        "contract_started",
        "site_in_lanzhou",
    )
)


@dataclass(frozen=True)
class Conflict:
    """``figures`` (ids) that do not go together, and a Chinese sentence that says why."""

    figures: tuple[str, ...]
    reason: str


def impossible(figure: Figure, value: Value) -> str | None:
    """Why ``value`` cannot be true of ``figure``, as Chinese words to follow its name; None where it can."""
    if not isinstance(value, (Decimal, Range)):
        return None
    ends = [value] if isinstance(value, Decimal) else [end for end in bounds(value) if end is not None]
    reasons = (_bad_end(figure, end, value) for end in ends)
    return next((reason for reason in reasons if reason), None) or _bad_range(figure, value)


def contradictions(guide: Guide, figures: Figures) -> tuple[Conflict, ...]:
    """Figures that cannot all be true: a part that is surely larger than its whole."""
    return tuple(
        Conflict((figure.id, whole.id), f"{figure.name}不能比{whole.name}多")
        for figure, whole in _parts(guide)
        if figure.id in figures and whole.id in figures and _surely_above(guide, figures, figure.id, whole.id)
    )


def disagreements(guide: Guide, figures: Figures) -> tuple[Conflict, ...]:
    """Figures that are kept although they do not go together; the applicant is asked to look at them again."""
    return (
        *_sums(guide, figures),
        *_overspent(guide, figures),
        *_other_quotients(guide, figures),
        *_partners_of_none(guide, figures),
    )


# --- one figure ---


def _bad_end(figure: Figure, end: Decimal, value: Number) -> str | None:
    if _absurd(figure, end):
        return "的数字不合常理，请核对"
    if end < 0:
        return "不能是负数"
    if figure.at_most is not None and end > figure.at_most and not _rounded_up(value, figure.at_most):
        return f"不能超过{_limit(figure.at_most, figure.kind)}"
    if figure.kind == "people" and end != end.to_integral_value() and not _approximate(value):
        return "要填整数，人数没有小数"
    return None


def _bad_range(figure: Figure, value: Number) -> str | None:
    low, high = bounds(value)
    if low is not None and high is not None and low > high:
        return "的范围写反了，应当从小到大"
    return "要大于0" if figure.positive and high == 0 else None


def _absurd(figure: Figure, end: Decimal) -> bool:
    if not end.is_finite() or end.adjusted() > LARGEST.adjusted() or abs(end) > LARGEST:
        return True
    if len(end.as_tuple().digits) > MOST_DIGITS:
        return True
    return -int(EXACT.normalize(end).as_tuple().exponent) > MOST_DECIMALS[figure.kind]


def _approximate(value: Number) -> bool:
    return isinstance(value, Range) and value.approximate


def _rounded_up(value: Number, limit: Decimal) -> bool:
    """Whether only the vagueness of 大概 goes beyond the limit (大概 95%)."""
    return isinstance(value, Range) and value.approximate and value.low is not None and value.low <= limit


def _limit(limit: Decimal, kind: str) -> str:
    return f"{limit * 100:f}%" if kind == "share" else f"{limit:f}"


# --- several figures ---


def _parts(guide: Guide) -> Iterator[tuple[Figure, Figure]]:
    return ((figure, guide.figure[figure.part_of]) for figure in guide.figures if figure.part_of)


def _quotients(guide: Guide) -> Iterator[tuple[Figure, Quotient]]:
    return ((figure, figure.quotient) for figure in guide.figures if figure.quotient)


def _known(guide: Guide, figures: Figures, figure: str) -> Interval:
    return interval(guide.figure[figure], figures.get(figure))


def _surely_above(guide: Guide, figures: Figures, one: str, other: str) -> bool:
    high = _known(guide, figures, other).high
    return high is not None and _known(guide, figures, one).low > high


def _sums(guide: Guide, figures: Figures) -> Iterator[Conflict]:
    for whole, parts in PARTS.items():
        if whole not in figures or not set(parts) <= figures.keys():
            continue
        high = _known(guide, figures, whole).high
        lowest = EXACT.add(*(_known(guide, figures, part).low for part in parts))
        if high is not None and lowest > high:
            names = "、".join(guide.figure[part].name for part in parts)
            yield Conflict((*parts, whole), f"{names}加起来超过了{guide.figure[whole].name}")


def _overspent(guide: Guide, figures: Figures) -> Iterator[Conflict]:
    for share, quotient in _quotients(guide):
        one, other = quotient.numerator, quotient.denominator
        bounded = share.kind != "share" or guide.figure[one].part_of == other
        if not bounded and {one, other} <= figures.keys() and _surely_above(guide, figures, one, other):
            yield Conflict((one, other), f"{guide.figure[one].name}超过了{guide.figure[other].name}")


def _other_quotients(guide: Guide, figures: Figures) -> Iterator[Conflict]:
    for figure, quotient in _quotients(guide):
        ids = (figure.id, quotient.numerator, quotient.denominator)
        if not set(ids) <= figures.keys():
            continue
        known = tuple(_known(guide, figures, one) for one in ids)
        if _apart(*known) or any(_across(limit, *known) for limit in _limits(guide, figure.id)):
            names = [guide.figure[one].name for one in ids]
            yield Conflict(ids, f"{names[0]}和{names[1]}、{names[2]}算出来的对不上")


def _partners_of_none(guide: Guide, figures: Figures) -> Iterator[Conflict]:
    """A partner of a project that is no cooperation."""
    together = [each for each in guide.figures if each.kind == "yes_no" and each.name.endswith("合作项目")]
    partners = [each for each in guide.figures if each.kind == "choices" and each.name.startswith("参与单位")]
    for one in together:
        for other in partners:
            if figures.get(one.id) is False and figures.get(other.id):
                yield Conflict(
                    (one.id, other.id), f"说了不是{one.name}，又说有{other.name.removesuffix('所在地')}，两样对不上"
                )


def _limits(guide: Guide, quotient: str) -> set[Decimal]:
    """The guide's thresholds of a quotient."""
    tests = tests_of(guide.programs)
    return {test.threshold for test in tests if isinstance(test, QuotientAtLeast) and test.figure == quotient}


def _across(limit: Decimal, given: Interval, numerator: Interval, denominator: Interval) -> bool:
    """Whether the given quotient and the worked out one surely lie on two sides of the limit: 3:1 beside 290 and 100."""
    reached = denominator.high is not None and numerator.low >= times(limit, denominator.high)
    missed = numerator.high is not None and numerator.high < times(limit, denominator.low)
    return missed and given.low >= limit or reached and given.high is not None and given.high < limit


def _apart(given: Interval, numerator: Interval, denominator: Interval) -> bool:
    """Whether no numerator / denominator comes near the given quotient."""
    above = below = False
    if given.high is not None and denominator.high is not None:
        above = numerator.low > times(times(given.high, denominator.high), 1 + ROUNDING)
    if numerator.high is not None:
        below = numerator.high < times(times(given.low, denominator.low), 1 - ROUNDING)
    return above or below
