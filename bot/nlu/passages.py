"""Which clauses of the guide speak of what a message speaks of, by the meaning of their sentences.

``passages`` are near, and no answer; the dialogue shows them beside those found by their words.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import yaml
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.nlu.text import NORMALIZED
from bot.nlu.trained import Trained
from bot.nlu.vectors import Matrix, encode
from bot.nlu.wanted import may_mean

PASSAGES = "passages"
VECTORS, CLAUSES = "passages.npy", "passages.json"
MOST = 5


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class PassageMeaning(Trained):
    """Sets ``passages``: [{"name": clause id, "confidence": cosine}], the nearest first."""

    def __init__(self, config: dict[str, Any], model_storage: ModelStorage, resource: Resource) -> None:
        super().__init__(config, model_storage, resource)
        self._path = Path(config["path"])
        self._clauses: list[str] = []
        self._vectors: Matrix = np.zeros((0, 512), dtype=np.float32)

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """``path``: sentences by clause, generated from the guide."""
        return {"path": "data/generated/passages.yml"}

    def train(self, training_data: TrainingData) -> Resource:
        """Takes a vector of each sentence; nothing is learned."""
        sentences: dict[str, list[str]] = yaml.safe_load(self._path.read_text(encoding="utf-8"))
        self._vectors = encode([sentence for group in sentences.values() for sentence in group])
        self._clauses = [clause for clause, group in sentences.items() for _ in group]
        return self._keep()

    def _read(self, folder: Path) -> None:
        self._vectors = np.load(folder / VECTORS).astype(np.float32)
        self._clauses = json.loads((folder / CLAUSES).read_text(encoding="utf-8"))

    def _write(self, folder: Path) -> None:
        np.save(folder / VECTORS, self._vectors.astype(np.float16))
        (folder / CLAUSES).write_text(json.dumps(self._clauses, ensure_ascii=False), encoding="utf-8")

    def process(self, messages: list[Message]) -> list[Message]:
        """Ranks the clauses that each message is near to."""
        for message in messages:
            text = message.get(NORMALIZED)
            wanted = text and may_mean(message, "ask_text", "ask_term", "ask_same")
            message.set(PASSAGES, self._ranking(text) if wanted else [], add_to_output=True)
        return messages

    def _ranking(self, text: str) -> list[dict[str, Any]]:
        nearest: dict[str, float] = {}
        for clause, cosine in zip(self._clauses, self._vectors @ encode([text])[0], strict=True):
            nearest[clause] = max(nearest.get(clause, -1.0), float(cosine))
        ranked = sorted(nearest.items(), key=lambda pair: -pair[1])[:MOST]
        return [{"name": clause, "confidence": cosine} for clause, cosine in ranked]
