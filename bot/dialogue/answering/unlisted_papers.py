"""A paper that is asked for by its name and stands in no list of the program's: 要不要可行性报告, 那审计报告呢.

That it is not listed is the answer, and not the whole list.
"""

from __future__ import annotations

import re

from bot.answers.phrases import possible_sections
from bot.answers.reply import Reply, render, silent
from bot.answers.subject import Subject
from bot.dialogue.office_words import PAPER
from bot.dialogue.state import Utterance
from bot.figures.wording.stance import Clause, asks, clauses
from bot.guide.model import Guide, Program
from bot.guide.search import in_common, materials_named

# What leads to the name of a paper: 还要不要, 用不用交一份, 那.
_WANTS = re.compile(
    r"(?:要不要|需不需要|用不用|必须|需要|需|要|得|用|交|提交|提供|附上?|带上?|备|准备|出具|有没有|写|做|那么?|还有|和|跟|也)+(?:一?[份个张])?"
)
_NAME = re.compile(rf"(?P<what>[\u4e00-\u9fff]{{1,8}}?{PAPER})")
_FOLLOWS = re.compile(rf"(?:那么?|还有|[，, ])*[\u4e00-\u9fff]{{1,8}}?{PAPER}(?:呢|要不要|需要吗)?[？?。 ]*")
_OWN = re.compile(r"[这那]|什么|啥|哪|几|多少|怎么|谁|科技|项目")  # 什么报告, 科技报告: of no one paper
_BUT_FOR = re.compile(
    r"[^，。；？?]{1,16}[之以]外|除[了去开却]?[^，。；？?]{1,16}?(?=还|[，。；])"
)  # 查新报告之外还要不要可行性报告


def of_an_unlisted_paper(guide: Guide, subject: Subject, utterance: Utterance) -> Reply | None:
    """That the one program lists other papers, and not this; None where it lists none, or one by a name like it, or where
    its clauses speak of it."""
    if len(subject.programs) != 1 or subject.figures:
        return None
    program = guide.program[subject.programs[0]]
    papers = [paper for paper in _asked_for(program, utterance) if not _is_spoken_of(guide, program, paper)]
    if not program.materials or not papers:
        return None
    sections = possible_sections(program, subject.known)
    text = render("paper_unlisted", program=program.name, papers=papers, sections=sections)
    return silent("materials", [program.id], sections, text)


def of_a_paper_of_others(guide: Guide, subject: Subject, utterance: Utterance) -> Reply | None:
    """That the one program lists no papers, and which other wants the one that is asked for by its name: 报兰白要做查新报告吗."""
    program = guide.program[subject.programs[0]] if len(subject.programs) == 1 else None
    if program is None or program.materials:
        return None
    named = [
        (owner, paper)
        for owner in guide.programs
        for word in (subject.text, *utterance.ids("term"))
        for paper in materials_named(owner, word)
    ]
    if not named:
        return None
    sections = possible_sections(program, subject.known)
    papers, owners = (list(dict.fromkeys(names)) for names in zip(*((p.name, o.name) for o, p in named), strict=True))
    text = render("paper_of_others", program=program.name, papers=papers, owners=owners, sections=sections)
    return silent("materials", [program.id], sections, text)


def _asked_for(program: Program, utterance: Utterance) -> list[str]:
    """The names of papers of which it is asked whether they are wanted; none where one that is listed is asked for, too."""
    asking = [part for part in clauses(utterance.text) if asks(part.text) or _FOLLOWS.fullmatch(part.text)]
    found = [name for part in asking for name in _names_in(part, utterance)]
    told = [*found, *(_BUT_FOR.sub("，", part.text) for part in asking)]
    return [] if any(materials_named(program, each) for each in told) else list(dict.fromkeys(found))


def _names_in(part: Clause, utterance: Utterance) -> list[str]:
    """The papers that a clause names, from behind what asks for them."""
    text = utterance.text[part.start : part.start + len(part.text)]
    for each in utterance.of("program", "family"):
        text = text.replace(each.text, "，")
    found = (_WANTS.split(each["what"])[-1] for each in _NAME.finditer(_BUT_FOR.sub("，", text)))
    return [each for each in found if not re.fullmatch(PAPER, each) and not _OWN.search(each)]


def _is_spoken_of(guide: Guide, program: Program, paper: str) -> bool:
    """Whether the guide's own word for it, if only in part, is longer than what kind of paper it is: 科技合作合同 of 合作合同."""
    if any(_is_a_slip_of(paper, each.name) for each in program.materials):
        return True
    own = re.sub(f"{PAPER}$", "", paper)
    told = [*(each.name for each in program.materials), *(each.quote for each in program.requirements)]
    told += [guide.clause[each.clause].text for each in program.materials]
    return any(in_common(own, each) >= min(len(own), 2) for each in told)


def _is_a_slip_of(paper: str, name: str) -> bool:
    """Whether part of a listed paper's name differs from the words by no more than a character: 查心报告 for 查新报告."""
    parts = (name[start : start + len(paper)] for start in range(len(name) - len(paper) + 1))
    return len(paper) > 2 and any(sum(a != b for a, b in zip(paper, each, strict=True)) == 1 for each in parts)
