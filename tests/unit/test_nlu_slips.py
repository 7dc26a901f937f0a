"""Slips of the keyboard: what was typed is read as it was meant, and what was meant stays."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from bot.nlu.slips import KEPT, SMALL_TALK, Slips

ROOT = Path(__file__).parents[2]
CASES = yaml.safe_load((ROOT / "tests" / "cases" / "slips.yml").read_text("utf-8"))


@lru_cache(maxsize=1)
def slips() -> Slips:
    """Learned as in training: from the phrases and the guide's names."""
    entries = [each for each in _entries("data/nlu.yml") if "intent" in each]
    phrases = [line for each in entries if each["intent"] not in SMALL_TALK for line in _lines(each)]
    talk = [line for each in entries if each["intent"] in SMALL_TALK for line in _lines(each)]
    names = [line for each in _entries("data/generated/lookups.yml") if "lookup" in each for line in _lines(each)]
    return Slips.learned(phrases, talk, names)


def _entries(path: str) -> list[dict[str, str]]:
    return list(yaml.safe_load((ROOT / path).read_text("utf-8"))["nlu"])


def _lines(entry: dict[str, str]) -> list[str]:
    return [line.removeprefix("- ") for line in entry["examples"].splitlines()]


@pytest.mark.parametrize(("typed", "meant"), CASES["mended"])
def test_a_slip_is_read_as_meant(typed: str, meant: str) -> None:
    assert slips().mended(typed) == meant


@pytest.mark.parametrize("text", CASES["kept"])
def test_what_is_meant_stays(text: str) -> None:
    assert slips().mended(text) == text


@given(
    st.text(
        st.sampled_from([*"企业总投资收入研发的了是在专项材料科室有不没三五百万元12年，？", "莱", "抱"]), max_size=25
    )
)
def test_mending_keeps_the_length_and_all_numbers_and_denials(text: str) -> None:
    mended = slips().mended(text)
    assert len(mended) == len(text)
    assert all(one == other for one, other in zip(text, mended, strict=True) if {one, other} & KEPT)


def test_what_was_learned_is_read_back() -> None:
    again = Slips.from_data(slips().as_data())
    assert [again.mended(typed) for typed, _ in CASES["mended"]] == [meant for _, meant in CASES["mended"]]
