"""Which program a description means (引进老外那个): for messages that name none.

Trained on data/descriptions.yml, everyday words that are the project's own. ``described`` is a guess with its
probability; what to make of it is the dialogue's to decide. Words that stand where a name would (请老外的那个专项) and
plainly describe one program are as good as its name: they become an entity like any other name, before the intent is read.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import yaml
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import ENTITIES
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.nlu.mentions import QUANTITY
from bot.nlu.paraphrases import COMPARES, DEMANDS, Phrase, phrases
from bot.nlu.regression import MeaningRegression, words_of
from bot.nlu.text import NORMALIZED
from bot.nlu.trained import Trained
from bot.nlu.wanted import names_a_program, program_names

DESCRIBED = "described"
NOTHING = "none"
MODEL_FILE = "descriptions.npz"
MOST = 3
NAMING = ("program", "track", "section")  # names by which it is told already what is meant: 社会发展口子的大专项
AS_A_NAME, IN_ITS_PLACE = (
    0.6,
    0.8,
)  # how probable a program must be that words mean which are put as its name, or like it
_SET_OFF = re.compile("(?P<said>(?:那么?|还有|至于)[^，,。？?；;！!]{2,14}呢)[，,。？?；;！! ]+(?=.)")
FAMILY = 0.9  # a family has to be plainer, as its words (支持, 平台) may stand in any question


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
        """Adds what stands for a name to the entities of each message, and ranks the programs that it may describe."""
        for message in messages:
            ranking = max(map(self._ranking, _describing(message)), key=_likeliest, default=[])
            message.set(ENTITIES, _with(message.get(ENTITIES) or [], self._named(message, ranking)), add_to_output=True)
            message.set(DESCRIBED, ranking, add_to_output=True)
        return messages

    def _named(self, message: Message, whole: list[dict[str, Any]]) -> list[dict[str, Any]]:
        """The entities that phrases of it make; what one alone leaves open, the ``whole`` message may tell."""
        known = message.get(ENTITIES) or []
        found = _free_phrases(message)
        named = []
        for phrase in found:
            rankings = [self._ranking(phrase.text), whole if len(found) == 1 else []]
            best = next((each[0] for each in rankings if each and self._is_plain(each[0], phrase)), None)
            if best and all(best["name"].startswith(family) for family in _families(phrase, known)):
                named.append(_entity(phrase, best, "family" if self._is_family(best["name"]) else "program"))
        return named

    def _is_plain(self, best: dict[str, Any], phrase: Phrase) -> bool:
        least = AS_A_NAME if phrase.plain else IN_ITS_PLACE
        return bool(best["confidence"] >= (FAMILY if self._is_family(best["name"]) else least))

    def _is_family(self, name: str) -> bool:
        """Whether what is described is a family of programs, which the ids of its members begin with."""
        return any(label.startswith(f"{name}.") for label in self._regression.labels)

    def _ranking(self, text: str) -> list[dict[str, Any]]:
        (ranking,) = self._regression.rankings([text], [words_of(text)])
        return [{"name": name, "confidence": chance} for name, chance in ranking[:MOST] if name != NOTHING]


def looked_at(message: Message) -> list[str]:
    """What of a message may describe a program: itself without the names in it, and its phrases."""
    return [*_describing(message), *(each.text for each in _free_phrases(message))]


def _describing(message: Message) -> list[str]:
    """What may describe a program: the message without the names in it, and what it sets off at its beginning, whatever it goes on
    to tell (那大的那个呢，我们去年卖了2800万)."""
    text = _without_names(message)
    opening = _SET_OFF.match(text)
    return [] if not _may_describe(message) else [text, opening["said"]] if opening else [text]


def _likeliest(ranking: list[dict[str, Any]]) -> float:
    return max((float(each["confidence"]) for each in ranking), default=0.0)


def _may_describe(message: Message) -> bool:
    wanted = not names_a_program(message) or COMPARES.search(str(message.get(NORMALIZED) or ""))
    return bool(wanted and _without_names(message))


def _free_phrases(message: Message) -> list[Phrase]:
    known = message.get(ENTITIES) or []
    return [each for each in phrases(str(message.get(NORMALIZED) or "")) if _is_free(each, known)]


def _is_free(phrase: Phrase, known: list[dict[str, Any]]) -> bool:
    """Whether neither a program nor a field is named in the phrase, and no number that may be the asker's."""
    within = {each["entity"] for each in known if _overlap(phrase, each)}
    return not (within & {*NAMING} or QUANTITY in within and not DEMANDS.search(phrase.text))


def _families(phrase: Phrase, known: list[dict[str, Any]]) -> list[str]:
    """The families (ids) named in the phrase, of which only a member can be meant: 大学科技园的那个平台专项."""
    return [str(each["value"]) for each in known if each["entity"] == "family" and _overlap(phrase, each)]


def _entity(phrase: Phrase, best: dict[str, Any], kind: str) -> dict[str, Any]:
    """The phrase as an entity; its value is the id already."""
    return {
        "entity": kind,
        "start": phrase.start,
        "end": phrase.end,
        "value": best["name"],
        "text": phrase.text,
        "confidence": best["confidence"],
    }


def _with(entities: list[dict[str, Any]], named: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """``entities`` with those ``named``, which take the place of what stands within them."""
    kept = [
        each for each in entities if not any(one["start"] < each["end"] and each["start"] < one["end"] for one in named)
    ]
    return sorted([*kept, *named], key=lambda each: int(each["start"]))


def _overlap(phrase: Phrase, entity: dict[str, Any]) -> bool:
    return bool(phrase.start < entity["end"] and entity["start"] < phrase.end)


def _without_names(message: Message) -> str:
    """The text without the programs that it names: what is left may describe another (研发机构和产学研平台啥区别)."""
    text = str(message.get(NORMALIZED) or "")
    for entity in sorted(program_names(message), key=lambda each: -int(each["start"])):
        text = text[: entity["start"]] + text[entity["end"] :]
    return text
