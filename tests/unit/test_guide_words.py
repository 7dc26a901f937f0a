"""Words of the guide in everyday sentences: whole, or only pieces of other words."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from bot.guide.words import folded, stands

CASES = yaml.safe_load(Path("tests/cases/guide/torn_words.yml").read_text(encoding="utf-8"))
SENTENCES = [
    (case["word"], text, kind == "whole") for case in CASES for kind in ("torn", "whole") for text in case[kind]
]


@pytest.mark.parametrize(("word", "text", "whole"), SENTENCES)
def test_a_word_stands_where_no_other_takes_its_characters(word: str, text: str, whole: bool) -> None:
    assert folded(word) in folded(text)
    assert stands(folded(word), folded(text)) is whole
