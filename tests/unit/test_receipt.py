"""The codes of receipts: made from what they stand for, read back however they are typed, and from nothing else."""

from __future__ import annotations

import re
import string
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.eligibility.receipt import ALPHABET, codes, read
from tests.unit.applicants import cases

CASES = cases("receipts")
SHAPE = re.compile(f"[{ALPHABET}]{{4}}-[{ALPHABET}]{{4}}")
some_codes = st.text().map(lambda part: next(codes(part)))


@pytest.mark.parametrize("text", CASES["read"])
def test_a_code_is_read_however_it_is_typed(text: str) -> None:
    assert read(text) == "K7QM-3WRC"


@pytest.mark.parametrize("text", CASES["not_read"])
def test_nothing_else_is_a_code(text: str) -> None:
    assert read(text) is None


@given(some_codes)
def test_every_code_has_the_shape_and_is_read_with_its_look_alikes(code: str) -> None:
    assert SHAPE.fullmatch(code)
    for zero, one in (("O", "I"), ("o", "l"), ("O", "L")):
        assert read(code.replace("0", zero).replace("1", one)) == code


@given(some_codes, st.integers(0, 7), st.sampled_from(ALPHABET))
def test_one_wrong_character_is_noticed(code: str, place: int, character: str) -> None:
    letters = list(code.replace("-", ""))
    letters[place] = character
    assert read("".join(letters)) in (None, code)


@given(some_codes, st.integers(0, 6), st.integers(1, 7))
def test_two_characters_exchanged_are_noticed(code: str, place: int, step: int) -> None:
    letters = list(code.replace("-", ""))
    other = min(place + step, 7)
    letters[place], letters[other] = letters[other], letters[place]
    assert read("".join(letters)) in (None, code)


@given(st.text(string.digits + " -", max_size=40))
def test_digits_alone_are_never_a_code(text: str) -> None:
    assert read(text) is None


@given(st.text(string.ascii_letters + "01 -", max_size=40))
def test_words_alone_are_never_a_code(text: str) -> None:
    assert read(text) is None


def test_codes_are_always_the_same_and_differ_by_what_they_stand_for() -> None:
    assert list(islice(codes("a", "b"), 20)) == list(islice(codes("a", "b"), 20))
    assert len(set(islice(codes("a", "b"), 100)) | set(islice(codes("ab"), 100))) == 200
