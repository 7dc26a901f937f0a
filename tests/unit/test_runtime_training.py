"""Our training reads what ``rasa train`` reads, once, and trains side by side what does not wait for another."""

from __future__ import annotations

from pathlib import Path
from threading import Barrier
from typing import Any

import dask
import pytest
from rasa.engine.graph import ExecutionContext, GraphComponent, GraphSchema, SchemaNode
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.exceptions import InvalidConfigException
from rasa.shared.importers.importer import TrainingDataImporter
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.runtime import model, training
from bot.settings import ROOT, Settings

SECONDS = 60  # after which components that should meet are taken to wait in vain
PHRASES = """
version: "3.1"
nlu:
- intent: greet
  examples: |
    - 你好
    - 您好
    - 你好
- intent: ask_deadline
  examples: |
    - 什么时候截止
"""


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    """A few phrases with the project's own stories and generated names."""
    phrases = tmp_path / "nlu.yml"
    phrases.write_text(PHRASES, encoding="utf-8")
    return [str(phrases), str(ROOT / "data" / "stories.yml"), str(ROOT / "data" / "generated" / "lookups.yml")]


def _arguments(files: list[str]) -> tuple[str, str, list[str]]:
    return str(ROOT / "config.yml"), str(ROOT / "domain.yml"), files


def test_it_reads_what_rasa_reads(files: list[str]) -> None:
    ours = training.Sources(*_arguments(files))
    rasas = TrainingDataImporter.load_from_config(*_arguments(files))
    assert ours.get_domain().as_dict() == rasas.get_domain().as_dict()
    assert ours.get_stories().fingerprint() == rasas.get_stories().fingerprint()
    assert ours.get_config() == rasas.get_config()
    assert _contents(ours.get_nlu_data()) == _contents(rasas.get_nlu_data())


def _contents(data: TrainingData) -> tuple[Any, ...]:
    phrases = [(example.get("text"), example.get("intent")) for example in data.intent_examples]
    return phrases, data.entity_synonyms, data.lookup_tables, data.regex_features, data.responses


def test_each_file_is_read_once(files: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    load = training.load_data

    def counted(file: str) -> TrainingData:
        read.append(file)
        return load(file)

    monkeypatch.setattr(training, "load_data", counted)
    sources = training.Sources(*_arguments(files))
    for language in (None, "en", "zh"):
        sources.get_nlu_data(language)
    assert sorted(read) == sorted(file for file in files if not file.endswith("stories.yml"))


class Meeting(GraphComponent):
    """Waits for another of its kind and gives its name."""

    others = Barrier(2)

    def __init__(self, name: str) -> None:
        self._name = name

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> Meeting:
        """One that has met nobody."""
        return cls(config["name"])

    def meet(self) -> str:
        """Raises threading.BrokenBarrierError where nobody comes."""
        self.others.wait(SECONDS)
        return self._name


def test_components_that_do_not_wait_for_each_other_are_trained_at_the_same_time(tmp_path: Path) -> None:
    schema = GraphSchema({name: _node(name) for name in ("one", "other")})
    context = ExecutionContext(schema)
    runner = training.SideBySide.create(schema, LocalModelStorage(tmp_path), context)
    with dask.config.set(num_workers=2):
        assert runner.run() == {"one": "one", "other": "other"}


def _node(name: str) -> SchemaNode:
    return SchemaNode(
        needs={}, uses=Meeting, constructor_name="create", fn="meet", config={"name": name}, is_target=True
    )


def test_what_rasa_refuses_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: Any) -> None:
        raise InvalidConfigException("no such component")

    monkeypatch.setattr(training, "train", refused)
    with pytest.raises(model.TrainingError, match="no such component"):
        model.ensure(Settings(models=tmp_path))
