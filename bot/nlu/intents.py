"""Which intent a message has: logistic regression over character and word n-grams beside sentence vectors.

Words say what was written, vectors what was meant; side by side they are right more often than either alone.
"""

from __future__ import annotations

import re
from typing import Any

import jieba
import numpy as np
import numpy.typing as npt
import skops.io
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.nlu.constants import TOKENS_NAMES
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression

from bot.nlu.masking import MASKED
from bot.nlu.vectors import encode

MODEL_FILE = "intents.skops"
RANKING_LENGTH = 5
PARTS = "parts"
BETWEEN = re.compile(r"[，,。？?；;！!\n]|顺便|另外|还有|以及")
JOINED = re.compile(r"都|一并|一起|分别")  # 条件和科室都说一下 asks for both
BETWEEN_JOINED = re.compile(BETWEEN.pattern + "|[和跟与及]")
SHORTEST_PART, MOST_PARTS = 3, 6


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class MeaningClassifier(GraphComponent, IntentClassifier):
    """Sets ``intent`` and ``intent_ranking``. Needs the MaskedJiebaTokenizer before it."""

    def __init__(self, config: dict[str, Any], model_storage: ModelStorage, resource: Resource) -> None:
        self._config = config
        self._model_storage = model_storage
        self._resource = resource
        self._chars = TfidfVectorizer(analyzer="char", ngram_range=(1, 3), sublinear_tf=True, min_df=2)
        self._words = TfidfVectorizer(token_pattern=r"\S+", ngram_range=(1, 2), sublinear_tf=True, min_df=2)
        self._classifier = LogisticRegression(C=config["C"], max_iter=300, class_weight="balanced")

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """``C``: inverse regularisation; ``vector_weight``: how much the vectors count beside the n-grams."""
        return {"C": 10.0, "vector_weight": 2.0}

    @staticmethod
    def required_packages() -> list[str]:
        """Packages that the component needs."""
        return ["sklearn", "skops"]

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> MeaningClassifier:
        """An untrained classifier."""
        return cls(config, model_storage, resource)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> MeaningClassifier:
        """The classifier as it was trained."""
        component = cls(config, model_storage, resource)
        with model_storage.read_from(resource) as folder:
            path = folder / MODEL_FILE
            parts = skops.io.load(path, trusted=skops.io.get_untrusted_types(file=path))
        component._chars, component._words, component._classifier = parts["chars"], parts["words"], parts["classifier"]
        encode(["预热"])  # the weights are read now, not with the first question
        return component

    def train(self, training_data: TrainingData) -> Resource:
        """Fits the n-gram weights and the regression."""
        examples = [example for example in training_data.intent_examples if example.get(TEXT)]
        masked, words = [_masked(example) for example in examples], [_words(example) for example in examples]
        self._chars.fit(masked)
        self._words.fit(words)
        self._classifier.fit(self._features(masked, words), [example.get(INTENT) for example in examples])
        with self._model_storage.write_to(self._resource) as folder:
            parts = {"chars": self._chars, "words": self._words, "classifier": self._classifier}
            skops.io.dump(parts, folder / MODEL_FILE)
        return self._resource

    def process(self, messages: list[Message]) -> list[Message]:
        """Ranks the intents of each message."""
        for message in messages:
            ranking = self._ranking(message) if message.get(TEXT) else []
            message.set(PARTS, self._parts(_masked(message)), add_to_output=True)
            message.set(INTENT, ranking[0] if ranking else {"name": None, "confidence": 0.0}, add_to_output=True)
            message.set("intent_ranking", ranking, add_to_output=True)
        return messages

    def _ranking(self, message: Message) -> list[dict[str, Any]]:
        chances = self._classifier.predict_proba(self._features([_masked(message)], [_words(message)]))[0]
        best = np.argsort(-chances)[:RANKING_LENGTH]
        return [{"name": str(self._classifier.classes_[i]), "confidence": float(chances[i])} for i in best]

    def _parts(self, masked: str) -> list[dict[str, Any]]:
        """The best intent of each part of a message that has several: two questions, or one after a long preamble."""
        between = BETWEEN_JOINED if JOINED.search(masked) else BETWEEN
        parts = [part for part in between.split(masked) if len(part) >= SHORTEST_PART][-MOST_PARTS:]
        if len(parts) < 2:
            return []
        chances = self._classifier.predict_proba(self._features(parts, [" ".join(jieba.cut(part)) for part in parts]))
        names = [str(self._classifier.classes_[row.argmax()]) for row in chances]
        return [
            {"name": name, "confidence": float(row.max()), "text": part}
            for name, row, part in zip(names, chances, parts, strict=True)
        ]

    def _features(self, masked: list[str], words: list[str]) -> csr_matrix:
        vectors: npt.NDArray[np.float32] = encode(masked)
        weighted = csr_matrix(vectors * self._config["vector_weight"])
        return hstack([self._chars.transform(masked), self._words.transform(words), weighted]).tocsr()


def _masked(message: Message) -> str:
    return str(message.get(MASKED) or message.get(TEXT))


def _words(message: Message) -> str:
    return " ".join(token.text for token in message.get(TOKENS_NAMES[TEXT]) or [])
