"""Slips of the keyboard: a character that only sounds like the one that was meant (受里科室, 申抱条建) is set right.

Typing in Chinese goes by pinyin, so a slip keeps the sound. What was typed is exchanged for a word or a character of the
training phrases where that makes the whole much likelier than a slip is rare. Numbers, units and denials stay as they are.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.nlu.contacts import without_contacts
from bot.nlu.likelihood import Likelihood, is_chinese
from bot.nlu.sound import syllables
from bot.nlu.text import NORMALIZED, normalize
from bot.nlu.trained import Trained

FILE = "likelihood.json"
SMALL_TALK = frozenset({"greet", "thanks", "bye", "affirm", "deny"})  # 再建一个 is no 再见 with a slip
LENGTHS = (4, 3, 2)  # of words that are looked for
AROUND = 6  # characters on each side that may belong to a word with what is exchanged
WRONG_IN_A_WORD, WRONG_ALONE = 8.0, 11.0  # how rare a slip is: in a known word, and of a character by itself
ROUNDS = 3  # one slip may hide another
# An exchange here would be another number, the opposite, or a question for a statement.
KEPT = frozenset(
    "零〇一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟廿卅俩仨元圆整角分块几成比半倍第不没无未非否别有又点多少前后上下吗嘛哩俄投收"
)


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=True)
class SlipMender(Trained):
    """Sets ``normalized_text``: what was typed in one form, with its slips set right; as long as the normalized text."""

    def __init__(self, config: dict[str, Any], model_storage: ModelStorage, resource: Resource) -> None:
        super().__init__(config, model_storage, resource)
        self._slips = Slips(Likelihood())

    def train(self, training_data: TrainingData) -> Resource:
        """Learns how people write from the phrases and the guide's names."""
        examples = training_data.intent_examples
        phrases = [str(each.get(TEXT)) for each in examples if each.get(INTENT) not in SMALL_TALK]
        talk = [str(each.get(TEXT)) for each in examples if each.get(INTENT) in SMALL_TALK]
        names = [str(name) for table in training_data.lookup_tables for name in table["elements"]]
        self._slips = Slips.learned(phrases, talk, names)
        return self._keep()

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Training phrases are what is meant: they are only brought into one form."""
        for example in training_data.training_examples:
            example.set(NORMALIZED, normalize(example.get(TEXT) or ""))
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        """Mends each message."""
        for message in messages:
            text = self._slips.mended(without_contacts(normalize(message.get(TEXT) or "")))
            message.set(NORMALIZED, text, add_to_output=True)
        return messages

    def _read(self, folder: Path) -> None:
        self._slips = Slips.from_data(json.loads((folder / FILE).read_text("utf-8")))

    def _write(self, folder: Path) -> None:
        (folder / FILE).write_text(json.dumps(self._slips.as_data(), ensure_ascii=False), "utf-8")


@dataclass(frozen=True)
class Exchange:
    """``word`` for what stands from ``start`` on; ``gain``: how much likelier the text is with it."""

    gain: float
    start: int
    word: str


class Slips:
    """What is meant by what was typed, as far as ``likelihood`` knows.

    ``talk``: the characters of small talk, of which it knows nothing: 谢啦 and 嗨 are no slips of 写啦 and 还.
    """

    def __init__(self, likelihood: Likelihood, talk: str = "") -> None:
        self.likelihood, self.talk = likelihood, talk
        self._words: dict[tuple[str, ...], list[str]] = defaultdict(list)
        self._characters: dict[str, list[str]] = defaultdict(list)
        for word in likelihood.words:
            if len(word) in LENGTHS and is_chinese(word):
                self._words[syllables(word)].append(word)
        for character in likelihood.familiar:
            if is_chinese(character) and character not in KEPT:
                self._characters[syllables(character)[0]].append(character)

    @classmethod
    def learned(cls, phrases: Iterable[str], talk: Iterable[str], names: Iterable[str]) -> Slips:
        """From the phrases that ask and tell, those of small talk, and the guide's names, as they are typed."""
        letters = sorted({letter for each in talk for letter in normalize(each)})
        return cls(Likelihood.learned(map(normalize, phrases), map(normalize, names)), "".join(letters))

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> Slips:
        """What ``as_data`` gave."""
        return cls(Likelihood(**data["likelihood"]), data["talk"])

    def as_data(self) -> dict[str, Any]:
        """A JSON object."""
        return {"likelihood": self.likelihood.as_data(), "talk": self.talk}

    def mended(self, text: str) -> str:
        """``text``, as long as it was, with what it most likely was meant to say."""
        for _ in range(ROUNDS):
            exchanges = sorted(self._exchanges(text), key=lambda each: -each.gain)
            if not exchanges:
                break
            text = _applied(text, exchanges)
        return text

    def _exchanges(self, text: str) -> Iterator[Exchange]:
        sounds = syllables(text)
        for length in LENGTHS:
            for start in range(len(text) - length + 1):
                for word in self._meant_by(text[start : start + length], sounds[start : start + length]):
                    yield from self._worth(text, start, word, WRONG_IN_A_WORD)
        for start in (each for each in self.likelihood.strange(text) if text[each] not in self.talk):
            for character in self._characters.get(sounds[start], ()):
                yield from self._worth(text, start, character, WRONG_ALONE)

    def _meant_by(self, typed: str, sounds: tuple[str, ...]) -> list[str]:
        """The words of the phrases that sound like ``typed``, unless it is a word itself."""
        return [] if sounds not in self._words or self.likelihood.is_word(typed) else self._words[sounds]

    def _worth(self, text: str, start: int, word: str, rarity: float) -> Iterator[Exchange]:
        """The exchange of ``word`` for as many characters from ``start`` on, where it is likelier than a slip is rare."""
        end, likely = start + len(word), self.likelihood
        wrong = [pair for pair in zip(text[start:end], word, strict=True) if pair[0] != pair[1]]
        if not wrong or len(wrong) > (len(word) + 1) // 2 or any(KEPT & {*pair} for pair in wrong):
            return
        mended = text[:start] + word + text[end:]
        gain = (likely.by_characters(mended, start, end) - likely.by_characters(text, start, end)) / 2
        if gain <= 0:
            return
        window = slice(max(0, start - AROUND), end + AROUND)
        gain += (likely.by_words(mended[window]) - likely.by_words(text[window])) / 2 - rarity * len(wrong)
        if gain > 0:
            yield Exchange(gain, start, word)


def _applied(text: str, exchanges: list[Exchange]) -> str:
    """``text`` with the best exchanges of which none touches another."""
    letters, taken = list(text), set[int]()
    for each in exchanges:
        places = range(each.start - 1, each.start + len(each.word) + 1)
        if not taken & {*places}:
            letters[each.start : each.start + len(each.word)] = each.word
            taken |= {*places}
    return "".join(letters)
