"""Which program a description means (引进老外那个): for messages that name none.

Trained on data/descriptions.yml, everyday words that are the project's own. ``described`` is a guess with its
probability; what to make of it is the dialogue's to decide.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import skops.io
import yaml
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression

from bot.nlu.mentions import NORMALIZED
from bot.nlu.vectors import encode

DESCRIBED = "described"
NOTHING = "none"
MODEL_FILE = "descriptions.skops"
MOST = 3


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class ProgramDescriptions(GraphComponent):
    """Sets ``described``: [{"name": program id, "confidence"}], the best first, without what is no program."""

    def __init__(self, config: dict[str, Any], model_storage: ModelStorage, resource: Resource) -> None:
        self._config = config
        self._model_storage = model_storage
        self._resource = resource
        self._chars = TfidfVectorizer(analyzer="char", ngram_range=(1, 3), sublinear_tf=True, min_df=2)
        self._classifier = LogisticRegression(C=config["C"], max_iter=300, class_weight="balanced")

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """``path``: the phrases by program; ``C`` and ``vector_weight`` as in the MeaningClassifier."""
        return {"path": "data/descriptions.yml", "C": 10.0, "vector_weight": 2.0}

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> ProgramDescriptions:
        """A component that knows no description yet."""
        return cls(config, model_storage, resource)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> ProgramDescriptions:
        """The component as it was trained."""
        component = cls(config, model_storage, resource)
        with model_storage.read_from(resource) as folder:
            path = folder / MODEL_FILE
            parts = skops.io.load(path, trusted=skops.io.get_untrusted_types(file=path))
        component._chars, component._classifier = parts["chars"], parts["classifier"]
        return component

    def train(self, training_data: TrainingData) -> Resource:
        """Reads the phrases and fits the regression."""
        groups: dict[str, list[str]] = yaml.safe_load(Path(self._config["path"]).read_text(encoding="utf-8"))
        phrases = [phrase for group in groups.values() for phrase in group]
        self._chars.fit(phrases)
        self._classifier.fit(self._features(phrases), [name for name, group in groups.items() for _ in group])
        with self._model_storage.write_to(self._resource) as folder:
            skops.io.dump({"chars": self._chars, "classifier": self._classifier}, folder / MODEL_FILE)
        return self._resource

    def process(self, messages: list[Message]) -> list[Message]:
        """Ranks the programs that each message may describe."""
        for message in messages:
            text = message.get(NORMALIZED)
            message.set(DESCRIBED, self._ranking(text) if text else [], add_to_output=True)
        return messages

    def _ranking(self, text: str) -> list[dict[str, Any]]:
        chances = self._classifier.predict_proba(self._features([text]))[0]
        best = [(str(self._classifier.classes_[i]), float(chances[i])) for i in np.argsort(-chances)[:MOST]]
        return [{"name": name, "confidence": chance} for name, chance in best if name != NOTHING]

    def _features(self, texts: list[str]) -> csr_matrix:
        vectors = csr_matrix(encode(texts) * self._config["vector_weight"])
        return hstack([self._chars.transform(texts), vectors]).tocsr()
