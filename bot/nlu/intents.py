"""Which intent a message has, as a whole and in each of its parts."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.nlu.constants import TOKENS_NAMES
from rasa.shared.nlu.constants import ENTITIES, INTENT, INTENT_RANKING_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.figures.wording.stance import Clause
from bot.nlu.dividing import as_said, parts, pieces
from bot.nlu.masking import MASKED, mask, unmasked
from bot.nlu.question import question_in
from bot.nlu.regression import MeaningRegression, words_of
from bot.nlu.text import NORMALIZED
from bot.nlu.trained import Trained
from bot.nlu.wanted import PARTS

MODEL_FILE = "intents.npz"
QUESTION, PIECES = "question", "pieces"
RANKING_LENGTH = 5
NOTHING: dict[str, Any] = {"intent_ranking": [], PARTS: [], PIECES: []}


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class MeaningClassifier(Trained, IntentClassifier):
    """Sets ``intent``, ``intent_ranking``, ``parts``, ``pieces`` and ``question``. Needs the MaskedJiebaTokenizer before it."""

    def __init__(self, config: dict[str, Any], model_storage: ModelStorage, resource: Resource) -> None:
        super().__init__(config, model_storage, resource)
        self._regression = MeaningRegression(
            config["C"],
            config["vector_weight"],
            config["sound_weight"],
            margin=config["margin"],
            rarest=config["rarest"],
        )

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """The regression's settings; see MeaningRegression."""
        return {"C": 0.2, "vector_weight": 2.0, "sound_weight": 2.0, "margin": 5.0, "rarest": 4}

    @staticmethod
    def required_packages() -> list[str]:
        """Packages that the component needs."""
        return ["sklearn"]

    def train(self, training_data: TrainingData) -> Resource:
        """Learns from the masked phrases."""
        examples = [example for example in training_data.intent_examples if example.get(TEXT)]
        labels = [str(example.get(INTENT)) for example in examples]
        self._regression.fit([_masked(each) for each in examples], [_words(each) for each in examples], labels)
        return self._keep()

    def _read(self, folder: Path) -> None:
        self._regression.load(folder / MODEL_FILE)
        self._regression.rankings(["预热"], ["预热"])  # the encoder's weights are read now, not with a question

    def _write(self, folder: Path) -> None:
        self._regression.save(folder / MODEL_FILE)

    def process(self, messages: list[Message]) -> list[Message]:
        """Ranks the intents of each message."""
        for message in messages:
            read = self._ranked(_masked(message), _words(message)) if message.get(TEXT) else NOTHING
            ranking = read["intent_ranking"]
            message.set(QUESTION, self._question(message), add_to_output=True)
            message.set(INTENT, ranking[0] if ranking else {"name": None, "confidence": 0.0}, add_to_output=True)
            message.set(INTENT_RANKING_KEY, ranking, add_to_output=True)
            message.set(PARTS, read[PARTS], add_to_output=True)
            message.set(PIECES, _placed(read[PIECES], message.get(ENTITIES) or []), add_to_output=True)
        return messages

    def _question(self, message: Message) -> dict[str, Any]:
        """The same of the one question beside a story, with its place and its masked text; empty where there is none."""
        place = question_in(str(message.get(NORMALIZED) or ""))
        if place is None:
            return {}
        masked, moved = _part(message, *place)
        read = self._ranked(masked, words_of(masked))
        start, end = place
        return {**read, "start": start, "end": end, "masked_text": masked, PIECES: _placed(read[PIECES], moved)}

    def _ranked(self, masked: str, words: str) -> dict[str, Any]:
        """The intents of the whole, of each of its parts, and of each of its pieces, all read in one go."""
        cut = _Cut.of(masked)
        texts = cut.texts
        cut_by_jieba = [words if text == masked else words_of(text) for text in texts]
        rankings = dict(zip(texts, self._regression.rankings(texts, cut_by_jieba), strict=True))
        return {
            "intent_ranking": _rows(rankings[cut.said]),
            PARTS: [{"masked_text": text, "intent_ranking": _rows(rankings[text])} for text in cut.parts],
            PIECES: [
                {
                    "start": each.start,
                    "end": each.end,
                    "masked_text": each.text,
                    "intent_ranking": _rows(rankings[each.text]),
                }
                for each in cut.pieces
            ],
        }


@dataclass(frozen=True)
class _Cut:
    """A masked text as it is said, its parts, and its pieces with their places."""

    said: str
    parts: list[str]
    pieces: list[Clause]

    @classmethod
    def of(cls, masked: str) -> _Cut:
        said = as_said(masked)
        return cls(said, parts(said), pieces(masked))

    @property
    def texts(self) -> list[str]:
        """All of these, each once."""
        return list(dict.fromkeys([self.said, *self.parts, *(each.text for each in self.pieces)]))


def looked_at(message: Message) -> list[str]:
    """What a message with its names is read by, before it is: itself, its parts, and the question beside its story."""
    text = str(message.get(NORMALIZED) or "")
    places = [(0, len(text)), question_in(text)]
    return [each for place in places if place for each in _Cut.of(_part(message, *place)[0]).texts]


def _part(message: Message, start: int, end: int) -> tuple[str, list[dict[str, Any]]]:
    """A part of the message, masked, and the names that stand in it, by their places there."""
    own = [each for each in message.get(ENTITIES) or [] if start <= each["start"] and each["end"] <= end]
    moved = [{**each, "start": each["start"] - start, "end": each["end"] - start} for each in own]
    return mask(str(message.get(NORMALIZED) or "")[start:end], moved), moved


def _rows(ranking: list[tuple[str, float]]) -> list[dict[str, Any]]:
    return [{"name": name, "confidence": chance} for name, chance in ranking[:RANKING_LENGTH]]


def _placed(found: list[dict[str, Any]], entities: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Pieces of a masked text, with their places in the text itself, where its ``entities`` are."""
    return [
        {**each, "start": unmasked(each["start"], entities), "end": unmasked(each["end"], entities)} for each in found
    ]


def _masked(message: Message) -> str:
    return str(message.get(MASKED) or message.get(TEXT))


def _words(message: Message) -> str:
    return " ".join(token.text for token in message.get(TOKENS_NAMES[TEXT]) or [])
