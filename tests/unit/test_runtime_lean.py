"""The bot runs without TensorFlow, and only what needs it is left out."""

from __future__ import annotations

import importlib.util
import re
import subprocess
import sys
from pathlib import Path

import pytest

from bot.runtime import lean
from bot.settings import ROOT

RASA = Path(importlib.util.find_spec("rasa").origin).parent
IMPORTS_TENSORFLOW = re.compile(r"^\s*(?:import|from) (?:tensorflow|keras)", re.MULTILINE)


def test_exactly_those_modules_are_left_out_that_import_tensorflow() -> None:
    modules = {
        ".".join(("rasa", *path.relative_to(RASA).with_suffix("").parts))
        for path in RASA.rglob("*.py")
        if IMPORTS_TENSORFLOW.search(path.read_text(encoding="utf-8"))
    }
    assert modules == lean.LEFT_OUT


def test_serving_training_and_checking_import_no_tensorflow() -> None:
    program = (
        "import bot.runtime.server, bot.runtime.shell, bot.runtime.validation, rasa.model_training, spacy, sys;"
        "sys.exit(any(name.startswith(('tensorflow.', 'keras.')) for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=False).returncode == 0


def test_whoever_calls_what_is_left_out_is_told() -> None:
    from rasa.utils.train_utils import rank_and_mask

    with pytest.raises(RuntimeError, match="rank_and_mask needs TensorFlow"):
        rank_and_mask({})
