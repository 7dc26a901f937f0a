"""The fields into which the guide divides programs, and the figures by which it tells cases apart."""

from __future__ import annotations

import re
from collections.abc import Collection

from bot.answers.subject import Subject
from bot.dialogue.state import Conversation, Mention, Utterance
from bot.figures.stated.chosen import is_denied_before
from bot.guide.model import AtLeast, Direction, FitsDirections, Guide, tests_in, tests_of
from bot.guide.once import once
from bot.guide.search import in_common

TECHNOLOGY = "technology"  # the label of directions and what belongs to them
FIELD = re.compile(r"(?:技术)?领域$")
_OF_FIELDS = ("requirements", "directions", "program", "technology")  # what was asked of a program that is for fields
_THAT_ONE, _PART_OF_A_FIELD = re.compile(r"那(?:一?个|一?块|一?类|方面)"), 2
_END = 3  # characters at the end of a field's name by which it is called
_CALLED_BEFORE = re.compile("(?:^|[，,。；;：:？?、 那看问说讲里中的是和跟与]|还有)$")
_CALLED_AFTER = re.compile(
    "(?:的|领域|方面|这|那)*(?:[段块个条类头边]|呢|里|都?(?:写|支持|包括?|有)[了些]?(?:哪|什么|啥)|$)"
)


def fields(guide: Guide, utterance: Utterance) -> list[Mention]:
    """The fields that the message names, but for those that it denies: 我们不做农业 means no program of that field."""
    named = utterance.of(*dividing(guide))
    return [
        each for each in named if not (is_denied_before(utterance.text, each.start) or _begins_a_thing(utterance, each))
    ]


def _begins_a_thing(utterance: Utterance, field: Mention) -> bool:
    """Whether the field's name is but the beginning of a thing's that the guide writes so: 工业阀门, of 工业特种阀门."""
    behind = (each for each in utterance.of(TECHNOLOGY) if each.start == field.end)
    return any(each.id.startswith(field.text) for each in behind)


def fields_named(guide: Guide, subject: Subject) -> list[Direction]:
    """Fields that the question names (新能源领域), of one program also the one that it names in part (低碳那个)."""
    listed = [each for program in subject.chosen(guide) for each in program.directions if FIELD.search(each.name)]
    named = [each for each in listed if FIELD.sub("", each.name) in subject.text] or _by_its_ends(listed, subject.text)
    if named or len(subject.programs) != 1 or not _THAT_ONE.search(subject.text):
        return named
    parts = [each for each in listed if in_common(FIELD.sub("", each.name), subject.text) >= _PART_OF_A_FIELD]
    return parts if len(parts) == 1 else []


def _by_its_ends(listed: list[Direction], text: str) -> list[Direction]:
    """The fields that are called by the end of their names, or by how they begin: 服务业 of 现代服务业领域, 高端装备."""
    return [each for each in listed if any(_is_called(end, text) for end in _ends(each.name.removesuffix("领域")))]


def _ends(name: str) -> list[str]:
    cuts = range(1, len(name) - _END + 1)
    return [*(name[place:] for place in cuts), *(name[:-place] for place in cuts)]


def _is_called(end: str, text: str) -> bool:
    """Whether a part of a field's name stands in ``text`` as a word that is asked about, and not in a longer one (石油装备制造)."""
    before, found, after = text.partition(end)
    return bool(found and _CALLED_BEFORE.search(before) and _CALLED_AFTER.match(after))


def carrying(guide: Guide, fields: list[Mention]) -> list[str]:
    """Programs (ids) with a field in their name."""
    names = [guide.figure[mention.kind].choice(mention.id).name for mention in fields]
    return [program.id for program in guide.programs if any(name in program.name for name in names)]


def divided(guide: Guide, programs: tuple[str, ...], fields: Collection[Mention]) -> bool:
    """Whether the section of one of these programs turns on the field named."""
    cases = [case for program in programs for case in guide.program[program].section.cases]
    return any(mention.id in case.when.get(mention.kind, ()) for case in cases for mention in fields)


@once
def dividing(guide: Guide) -> frozenset[str]:
    """Choice figures by which thresholds differ: the fields that the guide divides a program into."""
    return frozenset(test.by for test in tests_of(guide.programs) if isinstance(test, AtLeast) and test.by)


@once
def held_together(guide: Guide) -> frozenset[str]:
    """Figures (ids) of which several choices may hold at once: qualifications, partners' regions."""
    return frozenset(each.id for each in guide.figures if each.kind == "choices")


@once
def deciding(guide: Guide) -> frozenset[str]:
    """Figures that decide sections and conditions: whoever names one in a question speaks of that case."""
    sections = (figure for program in guide.programs for case in program.section.cases for figure in case.when)
    conditions = (figure for program in guide.programs for each in program.requirements for figure in each.when)
    return frozenset([*sections, *conditions])


_POINTED = re.compile("[类的]?[那这]一?[个块边项种类]")


def is_pointed_at(guide: Guide, utterance: Utterance) -> bool:
    """Whether a program is pointed at by its field: 农业那个, 社会发展那块."""
    return any(_POINTED.match(utterance.text, each.end) for each in utterance.of(*dividing(guide)))


def of_its_fields(guide: Guide, text: str) -> tuple[str, ...]:
    """The one program of which several fields are called by their names."""
    counts = {each.id: sum(FIELD.sub("", one.name) in text for one in each.fields) for each in guide.programs}
    most = max(counts.values())
    meant = tuple(each for each, count in counts.items() if count == most)
    return meant if most > 1 and len(meant) == 1 else ()


def goes_on_with_a_technology(guide: Guide, conversation: Conversation, utterance: Utterance) -> bool:
    """Whether a technology is put for that of which it was asked if the one program in hand, which demands but a field, supports it:
    那工业设计公司呢."""
    named = utterance.ids("program", "family", *dividing(guide))
    rules = [rule for each in conversation.programs for rule in guide.program[each].requirements]
    of_a_field = rules and all(isinstance(test, FitsDirections) for rule in rules for test in tests_in(rule.test))
    asked = conversation.topic in _OF_FIELDS and len(conversation.programs) == 1 and not named
    return bool(utterance.ids(TECHNOLOGY) and asked and of_a_field)
