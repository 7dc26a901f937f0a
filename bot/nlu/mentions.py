"""Finds the guide's names in a message: programs, tracks, sections, qualifications, regions, figures, technologies.

A blank Chinese spaCy pipeline that cuts text into characters carries an EntityRuler, so that a name is found
wherever it stands, however jieba would cut around it. Its patterns are Rasa's lookup tables, which come from the guide;
Rasa's EntitySynonymMapper then turns each name into its id. Amounts, shares, ratios and head counts are entities too.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import spacy
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.extractors.extractor import EntityExtractorMixin
from rasa.shared.nlu.constants import ENTITIES, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from spacy.language import Language
from spacy.tokens import Span

from bot.figures.numbers.quantities import asks_how_many, quantities
from bot.guide.segmentation import COUNTING, PAYS, torn
from bot.nlu.lexicon import SHORT
from bot.nlu.masks import ANY_CHOICE, MASKS
from bot.nlu.sound import by_sound, sounding
from bot.nlu.standing import stands_alone
from bot.nlu.text import NORMALIZED

QUANTITY = "quantity"
TECHNOLOGY = "technology"
MASK_WORDS = re.compile("|".join([*MASKS.values(), ANY_CHOICE]))  # in training phrases; 资质 in 某资质 is no name
LATIN_PAIR = re.compile(r"[A-Za-z0-9]{2}")
BY_SOUND = ("program", "family", "section", "figure")
MADE_INTO = re.compile(r"[类级型用]?[上里中]?的?")  # between a technology and what it serves as
LONG_ENOUGH = 4  # a figure's name that is only heard: shorter ones sound like too many other words
Entity = dict[str, Any]


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=True)
class MentionExtractor(GraphComponent, EntityExtractorMixin):
    """Sets ``entities`` (offsets count in ``normalized_text``). Needs the SlipMender before it."""

    def __init__(self, nlp: Language, model_storage: ModelStorage, resource: Resource) -> None:
        self._nlp = nlp
        self._labels = {str(rule["pattern"]): rule["label"] for rule in nlp.get_pipe("entity_ruler").patterns}  # type: ignore[attr-defined]
        self._sounds = by_sound(name for name, label in self._labels.items() if _is_heard(name, label))
        self._model_storage = model_storage
        self._resource = resource

    @staticmethod
    def required_packages() -> list[str]:
        """Packages that the component needs."""
        return ["spacy", "opencc"]

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> MentionExtractor:
        """A component that knows no name yet."""
        return cls(pipeline({}), model_storage, resource)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> MentionExtractor:
        """The component as it was trained."""
        with model_storage.read_from(resource) as folder:
            return cls(spacy.load(folder / "spacy"), model_storage, resource)

    def train(self, training_data: TrainingData) -> Resource:
        """Takes the names from the lookup tables; nothing is learned."""
        tables = {table["name"]: table["elements"] for table in training_data.lookup_tables}
        self.__init__(pipeline(tables), self._model_storage, self._resource)  # type: ignore[misc]
        with self._model_storage.write_to(self._resource) as folder:
            self._nlp.to_disk(folder / "spacy")
        return self._resource

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Training phrases are read as messages are."""
        self.process([example for example in training_data.training_examples if example.get(TEXT)])
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        """Adds entities to each message."""
        for message in messages:
            text = str(message.get(NORMALIZED) or "")
            message.set(ENTITIES, self._entities(text), add_to_output=True)
        return messages

    def _entities(self, text: str) -> list[Entity]:
        counted = [
            (asks_how_many(each), _entity(QUANTITY, each.start, each.end, each.text)) for each in quantities(text)
        ]
        numbers = [entity for asked, entity in counted if not asked]
        spans = self._nlp(text).ents
        names = [_named(span) for span in spans if _is_name(span, text) and not _is_of_a_technology(span, spans, text)]
        # The 个人 of 需要几个人 is no kind of applicant, though 几个人 is no number either.
        taken = [
            *(entity for _, entity in counted),
            *(_entity("", *mask.span(), mask[0]) for mask in MASK_WORDS.finditer(text)),
        ]
        free = [name for name in names if not any(_overlap(name, other) for other in taken)]
        found = _with_sounding(numbers + free, self._sounding(text))
        return self.add_extractor_name(sorted(found, key=lambda entity: int(entity["start"])))

    def _sounding(self, text: str) -> list[Entity]:
        """Names that were mistyped but sound right; their value is the name as the guide spells it."""
        return [
            _entity(self._labels[each.name], each.start, each.end, each.name) for each in sounding(text, self._sounds)
        ]


def pipeline(tables: dict[str, Any]) -> Language:
    """A blank pipeline whose EntityRuler finds each table's phrases, the longest first, under the table's name."""
    nlp = spacy.blank("zh")  # segments into characters unless told otherwise
    ruler = nlp.add_pipe("entity_ruler", config={"phrase_matcher_attr": "LOWER"})
    patterns = [{"label": label, "pattern": phrase} for label, phrases in tables.items() for phrase in phrases]
    ruler.add_patterns(patterns)  # type: ignore[attr-defined]
    return nlp


def _with_sounding(found: list[Entity], sounds: list[Entity]) -> list[Entity]:
    """Spelled names win over those that only sound alike, unless the latter are longer."""
    for sound in sounds:
        crossed = [entity for entity in found if _overlap(entity, sound)]
        if all(_length(entity) < _length(sound) for entity in crossed):
            found = [entity for entity in found if entity not in crossed] + [sound]
    return found


def _length(entity: Entity) -> int:
    return int(entity["end"] - entity["start"])


def _is_heard(name: str, label: str) -> bool:
    return label in BY_SOUND and (label != "figure" or len(name) >= LONG_ENOUGH)


def _is_cut_short(span: Span, text: str) -> bool:
    """Whether a character of the words belongs to another one: 公司出 in 公司出面, 个人 in 几个人才行."""
    last = span.end_char - 1
    counted = span.text.startswith("个") and re.match(COUNTING, text[: span.start_char][-1:])
    return bool(counted) or text[last] == PAYS[0] and not re.match(PAYS, text[last:])


def _is_name(span: Span, text: str) -> bool:
    """Whether the words are a name where they stand: no piece of other words, and short names alone."""
    if span.label_ == TECHNOLOGY and torn(text, span.start_char, span.end_char):
        return False
    if span.label_.startswith(SHORT) and not stands_alone(text, span.start_char, span.end_char):
        return False
    return not _inside_latin_word(span, text) and not _is_cut_short(span, text)


def _is_of_a_technology(span: Span, spans: Sequence[Span], text: str) -> bool:
    """Whether a short name is but the head of what a technology is made into: 催化剂载体, 运载火箭上的载体材料."""
    if not span.label_.startswith(SHORT):
        return False
    before = (each for each in spans if each.label_ == TECHNOLOGY and each.end_char <= span.start_char)
    return any(MADE_INTO.fullmatch(text[each.end_char : span.start_char]) for each in before)


def _inside_latin_word(span: Span, text: str) -> bool:
    """Whether letters go on around the name: AI in main is no name."""
    around = text[max(span.start_char - 1, 0) : span.start_char + 1], text[span.end_char - 1 : span.end_char + 1]
    return any(LATIN_PAIR.fullmatch(pair) for pair in around)


def _named(span: Span) -> Entity:
    """A name as the guide spells it: spaCy reads over blanks inside it (重大 专项)."""
    return _entity(span.label_.removeprefix(SHORT), span.start_char, span.end_char, "".join(span.text.split()))


def _entity(label: str, start: int, end: int, text: str) -> Entity:
    return {"entity": label, "start": start, "end": end, "value": text, "text": text, "confidence": 1.0}


def _overlap(one: Entity, other: Entity) -> bool:
    return bool(one["start"] < other["end"] and other["start"] < one["end"])
