"""What is meant by its place in the list that was just given: 第三条什么意思, 第二个材料去哪开, 最后一条按一年算吗, 那下一条呢."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from bot.answers.phrases import applies
from bot.answers.requirements import applicable, figures_of
from bot.answers.subject import Subject
from bot.dialogue.state import Conversation, Mention, Utterance
from bot.figures.values import Figures
from bot.guide.model import Clause, Guide, Material, Program, Requirement
from bot.guide.numbering import place

Item = TypeVar("Item")
_PLACE = r"(?:第([一二三四五六七八九十]|\d+)|(最后)[一那]?)"
_REQUIREMENT = re.compile(rf"{_PLACE}(?:条|点|项(?!目)|款|个(?:条件|要求|门槛))")
# The clause beside the one just told: 那下一条呢, 上一条再说说.
_BESIDE = re.compile(
    r"(?:(?P<next>(?:再?[下后][面边]?|接下来|紧接着)[那这]?(?:一|的)?)|(?P<before>[上前][面边]?[那这]?一?))(?:条|点|款)(?!件|例)"
)
_RULES = re.compile(r"要求|条件|门槛")
_CLAUSE = re.compile(rf"{_PLACE}[条款]")
_NO_LISTS = ("section", "program")  # answers in which nothing is counted
_NUMBER = re.compile(r"(?P<heading>.*）)(?P<number>\d+)")  # 二（二）2
_HOW_MANY = re.compile(
    r"(?<!第)(?P<many>[两二三四五六七八九十]|\d+)(?:大|小)?[条款](?:都|全|的|里面?|要求|条件|规定|[，,。；;？?！! ]|$)"
)
_MATERIAL = re.compile(rf"{_PLACE}(?:条|点|项(?!目)|份|样|种|个)")


def counted_requirements(
    guide: Guide, conversation: Conversation, text: str, named: Sequence[str] = ()
) -> tuple[Program, list[Requirement]] | None:
    """The program and the requirements meant; None where no list of one program's was given just before, and not one of
    the ``named`` is asked for its rules by their places (重大专项申报要求第三条; 重大专项的第三条呢, after another's)."""
    listed = _listed_of(guide, conversation, "requirements")
    other = listed is not guide.program[named[0]] if len(named) == 1 else False
    by_clause = conversation.by_clause or other
    if len(named) == 1 and (_RULES.search(text) or by_clause and _CLAUSE.search(text)):
        program = guide.program[named[0]]
        return (program, found) if (found := _numbered(program, text)) else None
    if len(named) > 1:
        return None
    if listed and (following := _beside_the_last(guide, conversation, listed, text)):
        return listed, following
    if listed and (conversation.by_clause or counts_the_clauses(listed, text)):
        return (listed, found) if (found := _numbered(listed, text)) else None
    if listed is None and (spoken := _spoken_of(guide, conversation)) and _CLAUSE.search(text):
        return (spoken, numbered) if (numbered := _numbered(spoken, text)) else None
    found = _at(applicable(listed, _case(conversation)), _REQUIREMENT, text) if listed else []
    return (listed, found) if listed and found else None


def counts_the_clauses(program: Program, text: str) -> bool:
    """Whether the program's rules are said to be as many as their clauses, and no list of ours is so long: 重大专项那四条要求."""
    said = {place(found["many"]) for found in _HOW_MANY.finditer(text)}
    return bool(said & {len(_clauses_on_applying(program))}) and len(program.requirements) not in said


def _clauses_on_applying(program: Program) -> set[str]:
    """The numbers of the clauses that tell of its rules and of what is to be handed in."""
    owned = {*(each.clause for each in program.requirements), *(each.clause for each in program.materials)}
    return {found["number"] for each in owned if (found := _NUMBER.fullmatch(each))}


def figures_counted(guide: Guide, conversation: Conversation, text: str, named: Sequence[str] = ()) -> tuple[str, ...]:
    """The figures (ids) that the requirements test which are meant by their places."""
    _, found = counted_requirements(guide, conversation, text, named) or (None, [])
    return tuple(dict.fromkeys(figure for each in found for figure in figures_of(guide, each)))


def _beside_the_last(guide: Guide, conversation: Conversation, program: Program, text: str) -> list[Requirement]:
    """The requirements of the clause with the number after, or before, that of the one clause that was just told."""
    said, about = _BESIDE.search(text), {*conversation.about_figures}
    told = {each.clause for each in program.requirements if about & {*figures_of(guide, each)}}
    last = _NUMBER.fullmatch(told.pop()) if len(told) == 1 else None
    if said is None or last is None:
        return []
    clause = f"{last['heading']}{int(last['number']) + (1 if said['next'] else -1)}"
    return [each for each in program.requirements if each.clause == clause]


def counted_materials(guide: Guide, conversation: Conversation, subject: Subject) -> list[tuple[Program, Material]]:
    """What is to be handed in that is meant; none where no list of one program's was given just before."""
    program = _listed_of(guide, conversation, "materials")
    if program is None:
        return []
    listed = [each for each in program.materials if applies(each.when, _case(conversation)) is not False]
    return [(program, each) for each in _at(listed, _MATERIAL, subject.text)]


def with_program_of_clauses(conversation: Conversation, utterance: Utterance) -> Utterance:
    """``utterance``, which counts a clause, with the program whose clauses were counted before: 第四条呢, after 重大专项那四条."""
    found = _CLAUSE.search(utterance.text)
    if not found or not conversation.by_clause or conversation.check or utterance.ids("program", "family"):
        return utterance
    names = tuple(Mention("program", each, found.group(), *found.span()) for each in conversation.programs)
    return replace(utterance, mentions=(*utterance.mentions, *names))


def counted_clauses(guide: Guide, named: Sequence[str], text: str) -> tuple[Clause, ...]:
    """The clauses on how to apply for the one program ``named`` that have the numbers said: 重大专项第四条 is 一（二）4."""
    places = [place(said) for said, _ in _CLAUSE.findall(text) if said]
    if not places or len(named) != 1:
        return ()
    program = guide.program[named[0]]
    owned = (*(each.clause for each in program.requirements), *(each.clause for each in program.materials))
    heads = dict.fromkeys(found["heading"] for found in map(_NUMBER.fullmatch, owned) if found)
    wanted = [f"{head}{number}" for head in heads for number in places]
    return tuple(guide.clause[each] for each in wanted if each in guide.clause)


def _numbered(program: Program, text: str) -> list[Requirement]:
    """Requirements whose clause has the number that is said: 申报要求第三条 is 一（二）3, whatever a list of ours counts."""
    places = [place(said) for said, _ in _REQUIREMENT.findall(text) if said]
    return [each for each in program.requirements if any(each.clause.endswith(f"）{number}") for number in places)]


def _listed_of(guide: Guide, conversation: Conversation, topic: str) -> Program | None:
    one = conversation.topic == topic and len(conversation.programs) == 1
    return guide.program[conversation.programs[0]] if one else None


def _spoken_of(guide: Guide, conversation: Conversation) -> Program | None:
    """The one program of which something else than a list was told: 兰白专项归谁管, before 第二条里的其中之一."""
    one = conversation.topic in _NO_LISTS and len(conversation.programs) == 1
    return guide.program[conversation.programs[0]] if one else None


def _case(conversation: Conversation) -> Figures:
    return {**conversation.figures, **conversation.case}


def _at(listed: Sequence[Item], counting: re.Pattern[str], text: str) -> list[Item]:
    places = [place(said) if said else len(listed) for said, _ in counting.findall(text)]
    return [listed[each - 1] for each in dict.fromkeys(places) if 0 < each <= len(listed)]
