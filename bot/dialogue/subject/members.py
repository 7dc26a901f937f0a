"""Which members of a family are meant, and which programs stand in a row with those that are named."""

from __future__ import annotations

import re
from collections.abc import Collection

from bot.answers.phrases import possible_sections
from bot.answers.requirements import programs_testing
from bot.dialogue.state import Mention, Utterance
from bot.dialogue.subject.fields import carrying, divided, dividing, fields
from bot.dialogue.subject.placed import placed_in
from bot.dialogue.subject.told_apart import told_apart
from bot.figures.wording.stance import asks, clause_at
from bot.guide.model import Guide

IN_A_ROW = re.compile(r"(?:专项|项目|类)?(?:那?[个块]|的)*(?:[、,，和与跟同及]|还是|或者?|以及)")
# 科技支撑专项里的高新、农业、社发三个分别由哪几个科受理
ROW = re.compile(
    r"(?:专项|大?类)?(?:里面?|里头|下面?|中|当中|之中)?的?(?P<row>[\u4e00-\u9fff]{2,6}(?:(?:[、,，/]|和|跟|与|以及|还有)[\u4e00-\u9fff]{2,6}?)+)(?=这?[两二三四五几\d]个|各|都|分别|归|由|找)"
)
SEPARATED = re.compile("(?:(?!和|跟|与|以及|还有)[\u4e00-\u9fff]){2,6}")
ALONE = re.compile(r"(?:那么?|还有|然后)?(?:的|类|领域|专项|那个)*呢?[？?。！! ]*")
# 社会发展又找哪个, 农业的归哪: a field of which something is asked, and no kind of applicant (农业企业归哪).
ASKED_OF = re.compile(
    r"(?:的话|的|类|领域|方面|专项|项目|那?一?[个块边类])*[，, ]?(?:又|也|是|该|应该|得|要|由|呢|归|属|找|报|交|递|送|去|往|给|谁|哪|什么|啥|怎|投|收|管)[^，。；]*[，。；]?"
)
AHEAD = re.compile("(?:请问|那么?|还有|然后|另外|以及|再问[一下]*|顺便|问[一下]*|[ ，,])*")
CHOSEN = re.compile("(?:走|(?<!填)报|投|申请)$")  # 提取物走社会发展的话又谁收: as a program
INSIDE = re.compile(r"(?:里[面头边]?|中|下面?|当中|之中|那?一?块|的|[，, ])*")


def of_a_family(guide: Guide, utterance: Utterance, named: tuple[str, ...]) -> tuple[str, ...]:
    """``named``, but of a family only the member that is told apart in it, as by its field: 支撑里头农业的那个."""
    families = set(utterance.ids("family"))
    named_fields = fields(guide, utterance)
    whole = [each for each in named if guide.program[each].family in families]
    if len(families) == 1 and (placed := placed_in(guide, tuple(whole), utterance.text)):
        return placed
    in_a_row = _called_in_a_row(guide, utterance, whole)
    of_fields = {member for field in named_fields for member in _of_the_field(guide, field, whole)}
    meant = in_a_row or of_fields or set(of_what_is_had(guide, utterance, whole))
    meant = meant or set(told_apart(guide, utterance, whole))
    return tuple(each for each in named if not meant or each not in whole or each in meant)


def beside(guide: Guide, utterance: Utterance, named: tuple[str, ...]) -> tuple[str, ...]:
    """Programs named by their field alone, in a row with others or in a question of its own: 社会发展与高新技术产业化,
    农业专项归农村科吧？那社会发展呢."""
    rows = utterance.of(*dividing(guide), "program", "family")
    apart = [
        each
        for each in rows
        if each.kind in dividing(guide)
        and not divided(guide, named, [each])
        and (_asks_apart(utterance.text, each, rows) or _is_in_a_row(utterance.text, each, rows))
    ]
    return tuple(program for program in carrying(guide, apart) if program not in named)


def of_what_is_had(guide: Guide, utterance: Utterance, whole: Collection[str]) -> tuple[str, ...]:
    """Of a family the one member that demands what is said to be had: 省级重点实验室走平台专项."""
    had = tuple(figure for figure in utterance.ids("figure") if guide.figure[figure].kind == "yes_no")
    demanding = [each for each in programs_testing(guide, had) if each in whole]
    return tuple(demanding) if len(demanding) == 1 else ()


def _of_the_field(guide: Guide, field: Mention, whole: Collection[str]) -> set[str]:
    """The members of a family with the field in their name; else the one that goes to the section by which that field is
    taken where a program is divided by fields: 支撑里头工业的那个 goes where the industrial 重大专项 goes."""
    if named := set(carrying(guide, [field])) & set(whole):
        return named
    cases = [case for each in guide.programs for case in each.section.cases]
    taking = {case.section for case in cases if field.id in case.when.get(field.kind, ())}
    found = {each for each in whole if {*possible_sections(guide.program[each], {})} <= taking}
    return found if len(found) == 1 else set()


def _called_in_a_row(guide: Guide, utterance: Utterance, whole: Collection[str]) -> set[str]:
    """The members of a family that stand in a row behind its name, each by a part of its own: 支撑里的高新、农业、社发三个.

    None where any piece of the row is of no one member.
    """
    rows = (ROW.match(utterance.text, each.end) for each in utterance.of("family"))
    row = next(filter(None, rows), None)
    if row is None:
        return set()
    in_it, found = fields(guide, utterance), list[str]()
    start = row.start("row")
    for piece in SEPARATED.finditer(row["row"]):
        place = start + piece.start(), start + piece.end()
        named = carrying(guide, [each for each in in_it if place[0] <= each.start and each.end <= place[1]])
        meant = [each for each in named if each in whole] or _with_name(guide, piece.group(), whole)
        if len(meant) != 1:
            return set()
        found += meant
    return {*found}


def _with_name(guide: Guide, words: str, whole: Collection[str]) -> list[str]:
    """Those of ``whole`` that have a name which begins with ``words``, else in which they stand."""
    names = {each: (guide.program[each].name, *guide.program[each].aliases) for each in whole}
    begin = [each for each, said in names.items() if any(name.startswith(words) for name in said)]
    return begin or [each for each, said in names.items() if any(words in name for name in said)]


def _asks_apart(text: str, field: Mention, rows: Collection[Mention]) -> bool:
    """Whether the field is all that a part of the message asks about: …吧？那社会发展呢, 农业的归哪？平台归哪."""
    clause = clause_at(text, field.start)
    ahead, behind = text[clause.start : field.start], text[field.end : clause.end]
    named = [each for each in rows if each is not field and clause.holds(each.start)]
    if clause.start > 0 and ALONE.fullmatch(ahead + behind):
        return True
    of_a_family = [each for each in named if each.kind == "family" and INSIDE.fullmatch(text[each.end : field.start])]
    ahead = text[clause.start : of_a_family[0].start] if of_a_family else ahead
    alone = len(named) == len(of_a_family) and (AHEAD.fullmatch(ahead) or CHOSEN.search(ahead))
    return bool(alone and asks(clause.text) and ASKED_OF.fullmatch(behind))


def _is_in_a_row(text: str, field: Mention, rows: Collection[Mention]) -> bool:
    pairs = (sorted((field, each), key=lambda one: one.start) for each in rows if each is not field)
    return any(IN_A_ROW.fullmatch(text[first.end : second.start]) for first, second in pairs)
