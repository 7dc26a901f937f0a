"""Which program a description means (引进老外那个): for messages that name none.

Trained on data/descriptions.yml, everyday words that are the project's own. ``described`` is a guess with its
probability; what to make of it is the dialogue's to decide.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.nlu.regression import MeaningRegression, words_of
from bot.nlu.text import NORMALIZED
from bot.nlu.trained import Trained
from bot.nlu.wanted import may_mean, names_a_program, program_names

DESCRIBED = "described"
NOTHING = "none"
MODEL_FILE = "descriptions.skops"
MOST = 3


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class ProgramDescriptions(Trained):
    """Sets ``described``: [{"name": program id, "confidence"}], the best first, without what is no program."""

    def __init__(self, config: dict[str, Any], model_storage: ModelStorage, resource: Resource) -> None:
        super().__init__(config, model_storage, resource)
        self._path = Path(config["path"])
        self._regression = MeaningRegression(config["C"], config["vector_weight"], rarest=config["rarest"])

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """``path``: the phrases by program; the rest as in MeaningRegression."""
        return {"path": "data/descriptions.yml", "C": 10.0, "vector_weight": 2.0, "rarest": 4}

    def train(self, training_data: TrainingData) -> Resource:
        """Learns from the phrases of ``path``."""
        groups: dict[str, list[str]] = yaml.safe_load(self._path.read_text(encoding="utf-8"))
        phrases = [phrase for group in groups.values() for phrase in group]
        labels = [name for name, group in groups.items() for _ in group]
        self._regression.fit(phrases, [words_of(phrase) for phrase in phrases], labels)
        return self._keep()

    def _read(self, folder: Path) -> None:
        self._regression.load(folder / MODEL_FILE)

    def _write(self, folder: Path) -> None:
        self._regression.save(folder / MODEL_FILE)

    def process(self, messages: list[Message]) -> list[Message]:
        """Ranks the programs that each message may describe."""
        for message in messages:
            text = _without_names(message)
            wanted = text and (not names_a_program(message) or may_mean(message, "ask_compare"))
            message.set(DESCRIBED, self._ranking(text) if wanted else [], add_to_output=True)
        return messages

    def _ranking(self, text: str) -> list[dict[str, Any]]:
        (ranking,) = self._regression.rankings([text], [words_of(text)])
        return [{"name": name, "confidence": chance} for name, chance in ranking[:MOST] if name != NOTHING]


def _without_names(message: Message) -> str:
    """The text without the programs that it names: what is left may describe another (研发机构和产学研平台啥区别)."""
    text = str(message.get(NORMALIZED) or "")
    for entity in sorted(program_names(message), key=lambda each: -int(each["start"])):
        text = text[: entity["start"]] + text[entity["end"] :]
    return text
