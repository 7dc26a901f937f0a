"""Which directions a business is near to by its meaning: for products and services that no word of the guide names.

Trained on the words that lead to each direction and on those of businesses that have none. ``near`` is a guess with its
probability, and never a match in a check; what to make of it is the dialogue's to decide.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import yaml
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import ENTITIES
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.nlu.regression import MeaningRegression, words_of
from bot.nlu.text import NORMALIZED
from bot.nlu.trained import Trained
from bot.nlu.wanted import may_mean, may_tell_a_business

NEAR = "near"
MODEL_FILE = "technologies.npz"
JOIN = " "  # between the ids of directions that share their words
LEAST = 0.05
ABOUT_BUSINESS = ("ask_technology", "ask_program", "ask_overview", "ask_directions", "check", "inform", "ask_same")
# Names that say nothing of what the asker does.
NOT_BUSINESS = ("program", "family", "section", "figure", "quantity", "applicant_type", "track", "qualifications")
FRAME = re.compile(
    r"请问|您好|你好|老师|我[们司厂校院所]|咱们?|公司|单位|有限|有没有|对口|合适|适合|属于|看看|归|哪[个些一]?[类种项块]?|什么|能不能|是不是|不知道"
    r"|(?:能|可以|应该|想|要|去)*(?:申报|申请|报|支持|符合|算)|(?:专项|项目|方向|领域|指南|政策|范围|里面?)|[?？吗呢吧啊呀]"
)
CHINESE = re.compile(r"[\u4e00-\u9fff]")
SHORTEST = 2
# How people put what they make or do: these words are of no field.
FRAMES = (
    "我们是大学里的，用{0}做{1}",
    "接外地的{0}，二十来个人",
    "厂里一直给人家焊{0}、{1}",
    "几个年轻人弄的{0}，一年多了",
    "去年上了一条{0}生产线，还有{1}",
    "{0}，自己改的，比原来省一半",
    "合作社搞{0}，往外省发",
    "{0}和{1}，原来靠人，现在自动了",
)
PAUSE = re.compile(r"[，。,；;！!、\s]+")


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class TechnologyMeaning(Trained):
    """Sets ``near``: [{"name": direction id, "confidence"}], the best first."""

    def __init__(self, config: dict[str, Any], model_storage: ModelStorage, resource: Resource) -> None:
        super().__init__(config, model_storage, resource)
        self._path = Path(config["path"])
        self._regression = MeaningRegression(
            config["C"], config["vector_weight"], iterations=config["iterations"], balanced=False
        )

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """``path``: words by direction, generated from the guide; the rest as in MeaningRegression."""
        return {"path": "data/generated/technologies.yml", "C": 10.0, "vector_weight": 2.0, "iterations": 40}

    def train(self, training_data: TrainingData) -> Resource:
        """Learns from the words of ``path``, alone and as people put them."""
        groups: list[dict[str, Any]] = yaml.safe_load(self._path.read_text(encoding="utf-8"))
        examples = list(_examples(groups))
        texts = [text for text, _ in examples]
        self._regression.fit(texts, [words_of(text) for text in texts], [label for _, label in examples])
        return self._keep()

    def _read(self, folder: Path) -> None:
        self._regression.load(folder / MODEL_FILE)

    def _write(self, folder: Path) -> None:
        self._regression.save(folder / MODEL_FILE)

    def process(self, messages: list[Message]) -> list[Message]:
        """Ranks the directions that what each message speaks of may be near to."""
        for message in messages:
            wanted = may_mean(message, *ABOUT_BUSINESS) or may_tell_a_business(message)
            ranked = [self._ranking(business) for business in looked_at(message)] if wanted else []
            message.set(NEAR, ranked[0] if ranked else [], add_to_output=True)
        return messages

    def _ranking(self, business: str) -> list[dict[str, Any]]:
        (ranking,) = self._regression.rankings([business], [words_of(business)])
        chances: Counter[str] = Counter()
        for label, chance in ranking:
            chances.update({direction: chance for direction in label.split(JOIN) if direction})
        return [{"name": name, "confidence": chance} for name, chance in chances.most_common() if chance >= LEAST]


def looked_at(message: Message) -> list[str]:
    """What of a message may tell a business; none where nothing is left of it."""
    business = business_in(message.get(NORMALIZED) or "", message.get(ENTITIES) or [])
    return [business] if business else []


def business_in(text: str, entities: list[dict[str, Any]]) -> str:
    """What is left of a question when names of the guide and the words that ask are taken away."""
    for each in sorted(entities, key=lambda found: -int(found["start"])):
        if each["entity"] in NOT_BUSINESS:
            text = text[: each["start"]] + "，" + text[each["end"] :]
    left = PAUSE.sub("，", FRAME.sub("", text)).strip("，的不没")  # what is left of 能报不
    return left if len(CHINESE.findall(left)) >= SHORTEST else ""


def _examples(groups: list[dict[str, Any]]) -> Iterator[tuple[str, str]]:
    """Each word with its directions, and pairs of words as people string them together."""
    random = Random(1)  # the same words give the same model
    for group in groups:
        label, words = JOIN.join(group["directions"]), group["words"]
        yield from ((word, label) for word in words)
        for one in words[::6]:
            yield f"做{one}和{random.choice(words)}的", label
        for one in words[3::6]:
            yield random.choice(FRAMES).format(one, random.choice(words)), label
