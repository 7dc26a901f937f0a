"""Rasa without TensorFlow: the neural components, which this bot does not use, are not imported.

Rasa imports every component that it ships, and with DIET and TED all of TensorFlow: two thirds of the time to start
and of the memory. Their modules are left empty here; whatever is asked of them stands for itself until it is called,
and then says so. A pipeline that names one of them needs this module gone.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any

# The modules of Rasa that import TensorFlow themselves.
LEFT_OUT = frozenset(
    {
        "rasa.core.policies.ted_policy",
        "rasa.core.policies.unexpected_intent_policy",
        "rasa.nlu.classifiers.diet_classifier",
        "rasa.nlu.featurizers.dense_featurizer.convert_featurizer",
        "rasa.nlu.featurizers.dense_featurizer.lm_featurizer",
        "rasa.nlu.selectors.response_selector",
        "rasa.utils.train_utils",
        *(
            f"rasa.utils.tensorflow.{name}"
            for name in ("callback", "crf", "data_generator", "environment", "layers", "layers_utils")
        ),
        *(f"rasa.utils.tensorflow.{name}" for name in ("metrics", "models", "rasa_layers", "transformer", "types")),
    }
)


class LeftOut:
    """Stands for a class or function of a module that is left out."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        raise RuntimeError(f"{type(self).__name__} needs TensorFlow, which this bot leaves out: see bot.runtime.lean")


class _EmptyModule(ModuleType):
    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return type(name, (LeftOut,), {"__module__": self.__name__})


class _Finder(MetaPathFinder, Loader):
    """Answers for the modules that are left out, before Python looks for them on disk."""

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        return ModuleSpec(fullname, self) if fullname in LEFT_OUT else None

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        return _EmptyModule(spec.name)

    def exec_module(self, module: ModuleType) -> None:
        """Nothing to run."""


def leave_out() -> None:
    """From now on Rasa's neural modules are empty, and spaCy is told that there is no TensorFlow."""
    if "tensorflow" not in sys.modules:
        sys.meta_path.insert(0, _Finder())
        sys.modules["tensorflow"] = None  # type: ignore[assignment]
