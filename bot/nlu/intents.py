"""Which intent a message has, as a whole and in each of its parts."""

from __future__ import annotations

import re
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

from bot.nlu.masking import MASKED, mask
from bot.nlu.masks import MASKS
from bot.nlu.question import question_in
from bot.nlu.regression import MeaningRegression, words_of
from bot.nlu.text import NORMALIZED
from bot.nlu.trained import Trained
from bot.nlu.wanted import PARTS

MODEL_FILE = "intents.skops"
QUESTION = "question"
RANKING_LENGTH = 5
# Where a part ends; in a message without stops a question is announced: …想问一下要什么材料, …但是不晓得要求啥.
BETWEEN = re.compile(
    r"[，,。？?；;！!、\s]|顺便|另外|还有|以及|但是|不过|(?:想|要|来)?(?:请问|问一?下|咨询一?下|了解一?下)|不[晓知][得道](?=.{4})"
)
JOINED = re.compile(r"都|一并|一起|分别")  # 条件和科室都说一下 asks for both
TOPIC = "(?:条件|要求|门槛|材料|资料|科室|部门|截止|时间|期限|方向|金额|资助|电话|地址|流程|名额|评审)"
PAIRED = re.compile(
    rf"{TOPIC}(?:[和跟与及、]|还有|以及)[^，,。？?]{{0,6}}{TOPIC}"
)  # 条件跟截止日期: two questions in one breath
BETWEEN_JOINED = re.compile(BETWEEN.pattern + "|[和跟与及]")
SHORTEST_PART, MOST_PARTS = 3, 6
# What only takes up what was said before: 好，受理的呢 is 受理的呢.
OPENING = re.compile(
    r"^(?:(?:好(?:的|吧|嘞)?|行(?:吧)?|嗯+|哦+|噢+|ok|(?:对|是)[，, ]?就是?[这那]个|明白了?|知道了|懂了|收到|了解了?)[，,。！!~、\s]+)+(?=[^，,。]{3})",
    re.IGNORECASE,
)

# A name that stands before the question only says what that is of: 某专项，需要什么材料 is 某专项需要什么材料.
TOPIC_FIRST = re.compile(
    rf"^({MASKS['program']})(?:的|这个|那个|方面|这边|那边)?[，,：:、\s]+"
    r"(?=[^，,。？?！!]*(?:什么|啥|哪|谁|几|多少|怎|咋|如何|[吗呢?？])[^，,。？?！!]*[？?。！! ]*$)"
)


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class MeaningClassifier(Trained, IntentClassifier):
    """Sets ``intent``, ``intent_ranking``, ``parts`` and ``question``. Needs the MaskedJiebaTokenizer before it."""

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
        return ["sklearn", "skops"]

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
            ranking, parts = self._read_message(message) if message.get(TEXT) else ([], [])
            message.set(QUESTION, self._question(message), add_to_output=True)
            message.set(INTENT, ranking[0] if ranking else {"name": None, "confidence": 0.0}, add_to_output=True)
            message.set(INTENT_RANKING_KEY, ranking, add_to_output=True)
            message.set(PARTS, parts, add_to_output=True)
        return messages

    def _read_message(self, message: Message) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
        """The intents of the whole, and the best of each of its parts, which are read in one go."""
        return self._ranked(_masked(message), _words(message))

    def _question(self, message: Message) -> dict[str, Any]:
        """The same of the one question beside a story, with its place and its masked text; empty where there is none."""
        text = str(message.get(NORMALIZED) or "")
        place = question_in(text)
        if place is None:
            return {}
        start, end = place
        own = [each for each in message.get(ENTITIES) or [] if start <= each["start"] and each["end"] <= end]
        moved = [{**each, "start": each["start"] - start, "end": each["end"] - start} for each in own]
        masked = mask(text[start:end], moved)
        ranking, parts = self._ranked(masked, words_of(masked))
        return {"start": start, "end": end, "masked_text": masked, "intent_ranking": ranking, "parts": parts}

    def _ranked(self, masked: str, words: str) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
        said = TOPIC_FIRST.sub(r"\1", OPENING.sub("", masked))
        parts = _parts(said)
        cut = words if said == masked else words_of(said)
        texts, cuts = [said, *parts], [cut, *map(words_of, parts)]
        whole, *others = self._regression.rankings(texts, cuts)
        ranking = [{"name": name, "confidence": chance} for name, chance in whole[:RANKING_LENGTH]]
        best = [
            {"name": other[0][0], "confidence": other[0][1], "text": part}
            for other, part in zip(others, parts, strict=True)
        ]
        return ranking, best


def _parts(masked: str) -> list[str]:
    """The parts of a message that has several: two questions, or one after a long preamble."""
    between = BETWEEN_JOINED if JOINED.search(masked) or PAIRED.search(masked) else BETWEEN
    parts = [part for part in between.split(masked) if len(part) >= SHORTEST_PART][-MOST_PARTS:]
    return parts if len(parts) > 1 else []


def _masked(message: Message) -> str:
    return str(message.get(MASKED) or message.get(TEXT))


def _words(message: Message) -> str:
    return " ".join(token.text for token in message.get(TOKENS_NAMES[TEXT]) or [])
