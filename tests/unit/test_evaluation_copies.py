"""No question of the test and no business stands in the training data or the development set, or nearly so; and the check itself can tell."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from evaluation.copies import development_questions, held_out, near_copies, training_phrases

PHRASE = "某专项的申报材料要交到哪里去"


@pytest.mark.parametrize("known", [training_phrases, development_questions])
def test_no_held_out_question_is_known(known: Callable[[], list[str]]) -> None:
    found = near_copies(held_out(), known())
    assert not found, "\n".join(
        f"{one.question}  ~  {one.phrase} ({one.shared:.2f}, {one.cosine:.2f})" for one in found
    )


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("某专项的申报材料要交到哪里去", True),
        ("兰白科技创新专项的申报材料要交到哪里去？", True),
        ("您好，请问外国专家专项的申报材料要交到哪里去", True),
        ("重大专项的材料清单能给一份不", False),
        ("去交材料", False),
    ],
)
def test_a_template_with_another_name_is_a_copy(question: str, found: bool) -> None:
    assert bool(near_copies([question], [PHRASE])) is found


def test_there_is_something_to_compare() -> None:
    assert len(training_phrases()) > 1000 and len(held_out()) > 800
