"""Noise changes how a question is written and never what it asks; the same seed gives the same questions."""

from __future__ import annotations

from random import Random

import pytest
from pypinyin import lazy_pinyin

from evaluation.cases import Case, Expect
from evaluation.noise import KEPT, NOISES, noisy, typos

QUESTION = "工业企业，总投资1,200万，占比30%，比例3:1，能报重大专项吗？"


def case(say: str, key: str = "x") -> Case:
    return Case(
        id=key, voice="owner", topic="check", programs=(), turns=("你好", say), expect=Expect(kind=("question",))
    )


@pytest.mark.parametrize(
    ("noise", "expected"),
    [
        ("traditional", "工業企業，總投資1,200萬，佔比30%，比例3:1，能報重大專項嗎？"),
        ("unpunctuated", "工业企业总投资1,200万占比30%比例3:1能报重大专项吗"),
        ("full-width", "工业企业，总投资１，２００万，占比３０％，比例３：１，能报重大专项吗？"),
    ],
)
def test_a_noise_without_chance(noise: str, expected: str) -> None:
    assert noisy(case(QUESTION), noise, seed=1).turns[1] == expected


def test_fillers_leave_the_words_in_their_order() -> None:
    said = noisy(case(QUESTION), "fillers", seed=1).turns[1]
    head, tail = QUESTION.split("，", 1)
    assert said != QUESTION
    assert head in said and tail in said


def test_slips_keep_sound_length_and_numbers() -> None:
    for seed in range(50):
        slipped = typos(QUESTION, Random(seed))
        changed = [(old, new) for old, new in zip(QUESTION, slipped, strict=True) if old != new]
        assert 1 <= len(changed) <= 3
        assert all(lazy_pinyin(old)[0] == lazy_pinyin(new)[0] for old, new in changed)
        assert not KEPT & {letter for pair in changed for letter in pair}


@pytest.mark.parametrize("noise", NOISES)
@pytest.mark.parametrize("say", ["。。。", "👍", "八百万", "a", "3"])
def test_what_cannot_be_changed_is_left_and_never_empty(noise: str, say: str) -> None:
    assert noisy(case(say), noise, seed=1).turns[1]


@pytest.mark.parametrize("noise", NOISES)
def test_a_seed_gives_the_same_turns_and_nothing_else_changes(noise: str) -> None:
    first, again = noisy(case(QUESTION), noise, seed=7), noisy(case(QUESTION), noise, seed=7)
    assert first == again
    assert (first.id, first.expect, len(first.turns)) == ("x", case(QUESTION).expect, 2)


def test_seed_and_case_decide_the_slips() -> None:
    of = {noisy(case(QUESTION, key), "typos", seed).turns for key in ("x", "y") for seed in (1, 2)}
    assert len(of) == 4
