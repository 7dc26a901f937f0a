"""What a message is about: the names in it, and where it has none, what was talked about before."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from bot.answers.requirements import figures_of, programs_testing
from bot.answers.subject import Subject
from bot.dialogue.state import Conversation, Mention, Utterance
from bot.dialogue.words import ONLY_A_KIND, SELF
from bot.figures.chosen import heads, is_of_us, is_owner
from bot.figures.governed import answers_freely
from bot.figures.readings import Reading, Readings
from bot.figures.remainder import remainders
from bot.figures.unasked import unasked
from bot.figures.values import Value
from bot.guide.model import AtLeast, Direction, Figure, Guide, tests_of
from bot.guide.once import once
from bot.guide.search import IN_QUOTES

# Words of the language, not of any guide: 全部 asks about every program, 第二个 about one of those just named.
PARTNER = re.compile(r"(?:和|跟|与|同|联合|及|合作方|合作单位|合作伙伴|参与单位|对方)[^，。,；;]{0,12}$")
# 和兰州大学合作的企业 is ours, 和我们合作的大学 is not.
JOINT = re.compile(r"(?:和|跟|与|同)(?!我|咱|本)[^，。,；;]{0,10}(?:合作|联合|共建)的$")
OF_A_PARTNER = re.compile(r"合作|参与单位|联合|共建")  # 深圳的一家研究院 answers this, and is not the applicant
DENIED = re.compile(r"(?:不是|并非|不算)[^，。,；;]{0,4}$")
# 入孵企业32家, 服务了50家企业: whoever is counted or served is not the applicant.
COUNTED_BEFORE = re.compile(
    r"(?:入[孵驻园]|在孵|孵化|毕业|服务|带动|引进|对接|辐射|培育|帮扶|扶持|周边|下游|上游|合作)(?:了|过|的)?$|(?:[\d十百千几两二三四五六七八九多余来]|若干|很多|不少)[家所个户]$"
)
COUNTED = re.compile(
    r"(?:用户|客户)?[ ]?(?:有|共|约|大概|大约|已有|达到?|数量?)*[ ]?[\d一二三四五六七八九十百千两几]+[多余来]?[家所户个]"
)
OF_A_NAME = re.compile(r"[^，。；的]{0,8}有限(?:责任)?公司")  # 新材料研究院有限公司 is called so
EVERY = re.compile(
    r"哪些(?:专项|项目|计划|类)|哪几(?:个|类|种)|所有|全部|各个|每个|各类|分别都|(?:一共|总共)(?:是|有|分|设)?(?:了|成)?(?:几|多少|哪)"
)
ORDINAL = re.compile(r"第([一二三四五六七八九十\d])(?:个|项|种|类)|(最后)(?:一|那)?个|头一?个")
WHEN = re.compile(r"去年|上年|今年|前年|本年|全年|20\d\d年度?")  # 去年收入 is 收入, whatever needs it
IN_A_ROW = re.compile(r"(?:专项|项目|类)?(?:[、,，和与跟同及]|还是|或者?|以及)")
TECHNOLOGY = "technology"  # the label of directions and what belongs to them
NUMERALS = "一二三四五六七八九十"
LIKELY, PLAIN = 0.5, 0.8  # how probable a described program must be: without, and against, one talked about before


def subject(guide: Guide, conversation: Conversation, utterance: Utterance, heard: Readings) -> Subject:
    """The programs, sections, figures, terms and facts about the asker that a question turns on."""
    known = _known(guide, conversation, utterance, heard)
    sections = utterance.ids("section")
    return Subject(
        programs=_programs(guide, conversation, utterance),
        sections=sections,
        figures=tuple(figure for figure in utterance.ids("figure") if figure in guide.figure),
        terms=_terms(guide, utterance),
        known=known,
        text=utterance.text,
        told={each.figure: each.value for each in heard.readings if not (each.half or each.reversed_doubt)},
    )


def named_programs(guide: Guide, utterance: Utterance) -> tuple[str, ...]:
    """Programs that the message names; a family stands for its members unless one of them is named too."""
    named = utterance.ids("program")
    families = [guide.members(family) for family in utterance.ids("family")]
    whole = [each.id for members in families if not {each.id for each in members} & set(named) for each in members]
    return tuple(dict.fromkeys([*named, *whole]))


def _programs(guide: Guide, conversation: Conversation, utterance: Utterance) -> tuple[str, ...]:
    """Programs meant: named, counted (第二个), meant by their field (农业的那个), described, or those of the turn before."""
    named = named_programs(guide, utterance)
    if named:
        return (*_of_a_family(guide, utterance, named), *_beside(guide, utterance, named))
    if EVERY.search(utterance.text) or utterance.ids("section"):
        return ()
    counted = _counted(guide, conversation, utterance.text)
    if counted:
        return counted
    fields = [mention for mention in utterance.mentions if mention.kind in _fields(guide)]
    if fields:
        divided = _divided(guide, conversation.programs, fields)
        return conversation.programs if divided else _of_fields(guide, fields, utterance.ids("figure"))
    if utterance.intent == "ask_same":
        return conversation.programs
    return meant(guide, utterance, sure=bool(conversation.programs)) or conversation.programs


def _of_a_family(guide: Guide, utterance: Utterance, named: tuple[str, ...]) -> tuple[str, ...]:
    """``named``, but of a family only the member of a field that is named with it: 支撑里头农业的那个."""
    families = set(utterance.ids("family"))
    fields = [each for each in utterance.mentions if each.kind in _fields(guide)]
    whole = [each for each in named if guide.program[each].family in families]
    carrying = set(_carrying(guide, fields)) & set(whole)
    return tuple(each for each in named if not carrying or each not in whole or each in carrying)


def _beside(guide: Guide, utterance: Utterance, named: tuple[str, ...]) -> tuple[str, ...]:
    """Programs that are named by their field alone in a row with others: 社会发展与高新技术产业化."""
    rows = [each for each in utterance.mentions if each.kind in (*_fields(guide), "program", "family")]
    fields = [
        each
        for each in rows
        if each.kind in _fields(guide)
        and not _divided(guide, named, [each])
        and any(_in_a_row(utterance.text, each, other) for other in rows if other is not each)
    ]
    return tuple(program for program in _carrying(guide, fields) if program not in named)


def _in_a_row(text: str, one: Mention, other: Mention) -> bool:
    first, second = sorted((one, other), key=lambda each: each.start)
    return bool(IN_A_ROW.fullmatch(text[first.end : second.start]))


def guessed(guide: Guide, conversation: Conversation, utterance: Utterance) -> bool:
    """Whether nothing but a description tells which program is meant; where the guide is silent that names no section."""
    named = named_programs(guide, utterance) or programs_of_fields(guide, utterance)
    return not (named or conversation.programs or _counted(guide, conversation, utterance.text))


def programs_of_fields(guide: Guide, utterance: Utterance) -> tuple[str, ...]:
    """Programs that carry a field named in the message: 走社会发展还是走农业."""
    fields = [mention for mention in utterance.mentions if mention.kind in _fields(guide)]
    return _of_fields(guide, fields) if fields else ()


def meant(guide: Guide, utterance: Utterance, *, sure: bool = False) -> tuple[str, ...]:
    """The program that the message describes; where another was just talked about, only what is plain counts."""
    for name, confidence in utterance.described[:1]:
        if confidence >= (PLAIN if sure else LIKELY):
            members = [program.id for program in guide.members(name)]
            return tuple(members) or ((name,) if name in guide.program else ())
    return ()


def _counted(guide: Guide, conversation: Conversation, text: str) -> tuple[str, ...]:
    found = ORDINAL.search(text)
    if not found or not conversation.named:
        return ()
    if found.group().endswith("类") and set(conversation.named) == set(guide.program):
        groups = list(dict.fromkeys(each.family or each.id for each in guide.programs))
        chosen = groups[_place(found) - 1 : _place(found)]
        return tuple(each.id for each in guide.programs if (each.family or each.id) in chosen)
    if found.group(2):
        return conversation.named[-1:]
    place = _place(found)
    return conversation.named[place - 1 : place]


def counted_field(guide: Guide, conversation: Conversation, text: str) -> Direction | None:
    """The direction that is meant by its place among those just listed: 第四个里面都有啥."""
    found = ORDINAL.search(text)
    if not found or conversation.topic != "directions" or len(conversation.programs) != 1:
        return None
    listed = guide.program[conversation.programs[0]].directions
    place = len(listed) if found.group(2) else _place(found)
    return listed[place - 1] if 0 < place <= len(listed) else None


def _place(found: re.Match[str]) -> int:
    """第二个 is 2; 头一个 is 1."""
    said = found.group(1)
    return NUMERALS.find(said) + 1 or int(said) if said else 1


def _of_fields(guide: Guide, fields: list[Mention], figures: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Programs that carry the field in their name; where none does, those whose section turns on it.

    Of both, those are meant that have anything to do with the figures named: 社会发展类总投资要求.
    """
    carrying = _carrying(guide, fields)
    turning = [program.id for program in guide.programs if _divided(guide, (program.id,), fields)]
    testing = programs_testing(guide, figures)
    tested = [each for each in [*carrying, *turning] if each in testing]
    return tuple(tested or carrying or turning)


def _carrying(guide: Guide, fields: list[Mention]) -> list[str]:
    """Programs with a field in their name."""
    names = [guide.figure[mention.kind].choice(mention.id).name for mention in fields]
    return [program.id for program in guide.programs if any(name in program.name for name in names)]


def _divided(guide: Guide, programs: tuple[str, ...], fields: list[Mention]) -> bool:
    """Whether the section of one of these programs turns on the field named."""
    cases = [case for program in programs for case in guide.program[program].section.cases]
    return any(mention.id in case.when.get(mention.kind, ()) for case in cases for mention in fields)


@once
def _fields(guide: Guide) -> frozenset[str]:
    """Choice figures by which thresholds differ: the fields that the guide divides a program into."""
    return frozenset(test.by for test in tests_of(guide.programs) if isinstance(test, AtLeast) and test.by)


@once
def _deciding(guide: Guide) -> frozenset[str]:
    """Figures that decide sections and conditions: whoever names one in a question speaks of that case."""
    sections = (figure for program in guide.programs for case in program.section.cases for figure in case.when)
    conditions = (figure for program in guide.programs for each in program.requirements for figure in each.when)
    return frozenset([*sections, *conditions])


def _known(guide: Guide, conversation: Conversation, utterance: Utterance, heard: Readings) -> dict[str, Value]:
    """What is known of the asker, the message's own words first; two types named side by side tell nothing."""
    known: dict[str, Value] = {}
    for figure in _deciding(guide):
        said = utterance.ids(figure)
        stated = heard.value(figure)
        if stated is not None:
            known[figure] = stated
        elif len(said) == 1:
            known[figure] = said[0]
        elif not said and figure in conversation.figures:
            known[figure] = conversation.figures[figure]
    return known


def with_passing(guide: Guide, conversation: Conversation, utterance: Utterance, heard: Readings) -> Readings:
    """``heard``, and what a statement says in passing: 我们公司能报吗 comes from a company, 做球阀的 says what it does."""
    answers = conversation.asked and OF_A_PARTNER.search(guide.figure[conversation.asked].ask)
    alone = ONLY_A_KIND.fullmatch(utterance.masked)  # 企业 once more is heard, and so is another kind than before
    of_partners = answers and not SELF.search(utterance.text)
    of_whom = _fields(guide) if of_partners else _deciding(guide)
    added = [
        Reading(figure, said[0], 0, len(utterance.text))
        for figure in sorted(of_whom)
        if heard.value(figure) is None
        and (alone or figure not in conversation.figures)
        and len(said := _own(utterance, guide.figure[figure], conversation.asked)) == 1
    ]
    for figure in guide.figures:
        named = [each for each in utterance.mentions if each.kind == TECHNOLOGY]
        words = "、".join(each.text for each in named if not OF_A_NAME.match(utterance.text, each.end))
        if figure.kind == "text" and words and heard.value(figure.id) is None:
            added.append(Reading(figure.id, words, 0, len(utterance.text)))
    return replace(heard, readings=(*heard.readings, *added)) if added else heard


def _own(utterance: Utterance, figure: Figure, asked: str | None) -> tuple[str, ...]:
    """What the message says of the applicant itself, and not of whom it works with: 和兰州大学合作."""
    text = utterance.text
    chief = heads(text, [(each.start, each.end) for each in utterance.mentions if each.kind == figure.id])
    own = [each for each in utterance.mentions if (each.start, each.end) in chief]
    own = [each for each in own if not PARTNER.search(text[: each.start]) or JOINT.search(text[: each.start])]
    own = [each for each in own if asked in (None, figure.id) or not is_owner(text, each.start, each.end, figure)]
    own = [each for each in own if not DENIED.search(text[: each.start])]
    own = [each for each in own if not (COUNTED_BEFORE.search(text[: each.start]) or COUNTED.match(text, each.end))]
    own = [each for each in own if each.kind == figure.id and is_of_us(text, each.start, each.end, figure)]
    return tuple(dict.fromkeys(each.id for each in own))


def of_the_check(
    guide: Guide, conversation: Conversation, utterance: Utterance, heard: Readings, programs: tuple[str, ...]
) -> Readings:
    """``heard``, a short name meaning the figure that the check of ``programs`` needs: 收入 may be the annual income there."""
    needed = [
        guide.figure[figure]
        for program in conversation.check or programs
        for each in guide.program[program].requirements
        for figure in figures_of(guide, each)
    ]
    names = {each.figure: utterance.text[each.start : each.end] for each in heard.mentions if not each.choice}
    meant = tuple(_meant(guide, reading, names, needed) for reading in heard.readings)
    meant += remainders(replace(heard, readings=meant), conversation.figures)
    short = unasked(
        replace(heard, readings=meant), list({each.id: each for each in needed}.values()), conversation.asked
    )
    return replace(heard, readings=(*meant, *_ratios(guide, heard, needed), *short))


def _ratios(guide: Guide, heard: Readings, needed: list[Figure]) -> list[Reading]:
    """A ratio without a name, where the check needs but one."""
    wanted = {figure.id for figure in needed if figure.kind == "ratio"}
    bare = [each for each in heard.bare if each.kind == "ratio"]
    if len(wanted) != 1 or len(bare) != 1:
        return []
    said, figure = bare[0], guide.figure[wanted.pop()]
    if not answers_freely(heard.text, said, figure, heard.mentions):
        return []
    return [Reading(figure.id, said.value, said.start, said.end, reversed_doubt=said.reversed_doubt)]


def _meant(guide: Guide, reading: Reading, names: Mapping[str, str], needed: list[Figure]) -> Reading:
    kind = guide.figure[reading.figure].kind
    if not needed or kind not in ("money", "people") or reading.figure in {figure.id for figure in needed}:
        return reading
    name = WHEN.sub("", names.get(reading.figure, ""))
    meant = {figure.id for figure in needed if figure.kind == kind and name and name in figure.name}
    return replace(reading, figure=meant.pop()) if len(meant) == 1 else reading


def _terms(guide: Guide, utterance: Utterance) -> tuple[str, ...]:
    """Terms named, the longest; where there are quotation marks, in them. A term may hide in a name (新型研发机构)."""
    return _longest_terms(guide, "\n".join(IN_QUOTES.findall(utterance.text)) or utterance.text)


def _longest_terms(guide: Guide, text: str) -> tuple[str, ...]:
    lengths = {term.name: [len(name) for name in (term.name, *term.aliases) if name in text] for term in guide.terms}
    longest = max((max(found) for found in lengths.values() if found), default=0)
    return tuple(name for name, found in lengths.items() if longest in found)
