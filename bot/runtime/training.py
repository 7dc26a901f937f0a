"""Rasa's training as ``rasa train`` does it, without what it does more than once: files are read and phrases hashed a single time.

``rasa.model_training.train`` wraps every importer into three more, each of which copies and hashes all phrases for each way
in which it is asked, and trains one component after the other.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import dask.threaded
from rasa.engine.caching import LocalTrainingCache
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.runner.dask import DaskGraphRunner
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.training.graph_trainer import GraphTrainer
from rasa.engine.validation import validate
from rasa.shared.core.domain import Domain
from rasa.shared.importers.rasa import RasaFileImporter
from rasa.shared.nlu.training_data.loading import load_data
from rasa.shared.nlu.training_data.training_data import TrainingData
from rasa.shared.utils.io import random_string

from bot.runtime.environment import configure_logging


def train(config: Path, domain: Path, files: Sequence[Path], model: Path) -> None:
    """Trains ``model`` (a new archive) from Rasa's three kinds of files. Raises what Rasa raises of a wrong one."""
    configure_logging("WARNING")  # else Rasa prints every rule
    importer = Sources(str(config), str(domain), [str(file) for file in files])
    configuration = DefaultV1Recipe().graph_config_for_recipe(importer.get_config(), {})
    validate(configuration)
    with TemporaryDirectory(dir=model.parent) as folder:
        trainer = GraphTrainer(LocalModelStorage(Path(folder)), LocalTrainingCache(), SideBySide)
        trainer.train(configuration, importer, model, force_retraining=True)


class Phrases(TrainingData):
    """Training data without a fingerprint: no cache is kept, for which Rasa hashes all phrases before and after each component."""

    def fingerprint(self) -> str:
        """Never twice the same, like an importer's."""
        return random_string(25)


class Sources(RasaFileImporter):
    """Rasa's importer of files, which reads them once."""

    @cached_property
    def _domain(self) -> Domain:
        return super().get_domain()

    @cached_property
    def _phrases(self) -> Phrases:
        parts = [load_data(file) for file in self._nlu_files]
        return Phrases(
            [example for part in parts for example in part.training_examples],
            {text: value for part in parts for text, value in part.entity_synonyms.items()},
            [feature for part in parts for feature in part.regex_features],
            [table for part in parts for table in part.lookup_tables],
        )

    def get_domain(self) -> Domain:
        """The domain; the same object each time."""
        return self._domain

    def get_nlu_data(self, language: str | None = "en") -> TrainingData:
        """The phrases, lookup tables and synonyms; the same object each time, whatever the language."""
        return self._phrases


class SideBySide(DaskGraphRunner):
    """Rasa's runner, which has components that do not wait for each other trained at the same time, one for each core."""

    def run(self, inputs: dict[str, Any] | None = None, targets: list[str] | None = None) -> dict[str, Any]:
        """As in Rasa, with dask's scheduler of threads for that of a single one."""
        wanted = targets or self._graph_schema.target_names
        graph = self._build_dask_graph(self._graph_schema.minimal_graph_schema(wanted))
        self._add_inputs_to_graph(inputs, graph)
        return dict(dask.threaded.get(graph, wanted))
