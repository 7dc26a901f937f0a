"""Which sentences of the guide, in groups by a name, a message is near to by their meaning: what our components that rank
them have in common."""

from __future__ import annotations

import json
from abc import abstractmethod
from pathlib import Path
from typing import Any, ClassVar

import numpy as np
import yaml
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.nlu.trained import Trained
from bot.nlu.vectors import Matrix, encode

VECTORS, NAMES = "vectors.npy", "names.json"


class Likeness(Trained):
    """Sets ``attribute``: [{"name", "confidence": cosine of the nearest sentence of that name}], the nearest first."""

    attribute: ClassVar[str]
    most: ClassVar[int]

    def __init__(self, config: dict[str, Any], model_storage: ModelStorage, resource: Resource) -> None:
        super().__init__(config, model_storage, resource)
        self._path = Path(config["path"])
        self._names: list[str] = []
        self._vectors: Matrix = np.zeros((0, 512), dtype=np.float32)

    def train(self, training_data: TrainingData) -> Resource:
        """Takes a vector of each sentence of ``path``, which has them by name; nothing is learned."""
        sentences: dict[str, list[str]] = yaml.safe_load(self._path.read_text(encoding="utf-8"))
        self._vectors = encode([sentence for group in sentences.values() for sentence in group])
        self._names = [name for name, group in sentences.items() for _ in group]
        return self._keep()

    def _read(self, folder: Path) -> None:
        self._vectors = np.load(folder / VECTORS).astype(np.float32)
        self._names = json.loads((folder / NAMES).read_text(encoding="utf-8"))

    def _write(self, folder: Path) -> None:
        np.save(folder / VECTORS, self._vectors.astype(np.float16))
        (folder / NAMES).write_text(json.dumps(self._names, ensure_ascii=False), encoding="utf-8")

    def process(self, messages: list[Message]) -> list[Message]:
        """Ranks the names whose sentences each message is near to."""
        for message in messages:
            words = self._words(message)
            message.set(self.attribute, self._ranking(words) if words else [], add_to_output=True)
        return messages

    @abstractmethod
    def _words(self, message: Message) -> str:
        """What of the message is looked for; empty where nothing is."""

    def _ranking(self, words: str) -> list[dict[str, Any]]:
        nearest: dict[str, float] = {}
        for name, cosine in zip(self._names, self._vectors @ encode([words])[0], strict=True):
            nearest[name] = max(nearest.get(name, -1.0), float(cosine))
        ranked = sorted(nearest.items(), key=lambda pair: -pair[1])[: self.most]
        return [{"name": name, "confidence": cosine} for name, cosine in ranked]
