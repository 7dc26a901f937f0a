"""Applicants for the tests: the guide in use, figures from the cells of a case, and generated answers."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any

import yaml
from hypothesis import strategies as st

from bot.figures.given import given
from bot.figures.values import Value
from bot.guide.directions import fits
from bot.guide.load import load
from bot.guide.model import Figure

ROOT = Path(__file__).parents[2]
GUIDE = load(ROOT / "knowledge" / "guide_2022.json")
FITS = partial(fits, GUIDE)


def cases(name: str) -> Any:
    """The cases of ``tests/cases/<name>.yml``."""
    return yaml.safe_load((ROOT / "tests" / "cases" / f"{name}.yml").read_text(encoding="utf-8"))


def figures_of(cells: Mapping[str, Any]) -> dict[str, Value]:
    """The figures that the cells of a case give."""
    values = {name: given(GUIDE.figure[name], exact(cell)) for name, cell in cells.items()}
    return {name: value for name, value in values.items() if value is not None}


def exact(cell: Any) -> Any:
    """``cell`` with its numbers as they are written in the case."""
    if isinstance(cell, list):
        return [exact(part) for part in cell]
    return Decimal(str(cell)) if isinstance(cell, int | float) and not isinstance(cell, bool) else cell


def answers(figure: Figure) -> st.SearchStrategy[Value]:
    """Exact answers to a question for ``figure``."""
    match figure.kind:
        case "yes_no":
            return st.booleans()
        case "choice":
            return st.sampled_from([choice.id for choice in figure.choices])
        case "choices":
            return st.lists(st.sampled_from([choice.id for choice in figure.choices]), unique=True).map(tuple)
        case "text":
            return st.sampled_from(["none", "智能电网", "百合", "甲乙丙丁"])
        case "people":
            return st.sampled_from([Decimal(n) for n in (1, 5, 14, 15, 16, 40)])
    return st.sampled_from([Decimal(n) for n in (1, 4_999_999, 5_000_000, 8_000_000, 15_000_000, 30_000_000, 10**9)])
