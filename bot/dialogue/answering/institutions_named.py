"""Whether an institution is one of those that the one program's sentence names, and which these are: 西工大在不在名单里, 指名要跟哪几所
学校合作."""

from __future__ import annotations

import re

from bot.answers.phrases import possible_sections
from bot.answers.reply import Reply, answer, render
from bot.answers.subject import Subject
from bot.dialogue.state import Utterance
from bot.guide.abbreviations import in_full, institutions
from bot.guide.model import Guide, Quote
from bot.guide.search import presented

_AMONG = re.compile(
    r"(?P<thing>[\u4e00-\u9fff]{2,10}?)(?:也|都|还|到底)*(?:在不在|是不是在|属不属于|属于|算不算|算|在)(?:[这那]个?|所列的?|点名的?|指南的?|它的?)*"
    r"(?:名单|名录|清单|列表|点名|里面|里头|其中|之列|重点高校|范围)[^，。；？?哪谁啥]{0,6}[吗么吧不没]?[？?。 ]*$"
)
_NAMES_IT = re.compile(
    r"(?:(?P<say>[点写提列])没(?P=say)|有没有(?:点名|写|提|列)|(?:名单|里面|里头|其中|点名)[^，。；？?]{0,2}有(?:没有)?)(?:到|上|名|明)*(?P<thing>[\u4e00-\u9fff]{2,10}?)(?:这所)?[吗么吧不没]?[？?。 ]*$"
)
_WHICH = re.compile(
    r"(?:合作|共建|联合|点名|指名|指定|鼓励|列)[^，。；？?]{0,8}哪[几些]?[所家个]?[^，。；？?]{0,4}(?:学校|高校|大学|院校)"
)
_ALSO_WHICH = re.compile(
    r"(?:跟|和|与|同)哪[几些]?[所家个]?[^，。；？?]{0,4}(?:学校|高校|大学|院校)[^，。；？?]{0,4}(?:合作|共建|联合)"
)
_INSTITUTION = re.compile("(?:大学|学院|[\u4e00-\u9fff]大)$")
_LEADS = re.compile("^(?:那么?|请问|我想问|还有|像|比如)+")
_SEVERAL = 2  # names that make a list


def among_institutions(guide: Guide, subject: Subject, utterance: Utterance) -> Reply | None:
    """The sentence that names institutions, behind whether the one asked about is among them; None where none is asked about."""
    listing = _listing(guide, subject.programs[0]) if len(subject.programs) == 1 else None
    text = utterance.without("program", "family")
    found = _AMONG.search(text) or _NAMES_IT.search(text)
    which = _WHICH.search(text) or _ALSO_WHICH.search(text)
    thing = _LEADS.sub("", found["thing"]) if found else ""
    name = in_full(guide, thing) or (thing if _INSTITUTION.search(thing) else "")
    if listing is None or not (name or which):
        return None
    program = guide.program[subject.programs[0]]
    words = render(
        "institutions",
        program=program.name,
        word=thing,
        name=name,
        there=bool(name) and name in listing.quote,
        names=sorted((each for each in institutions(guide) if each in listing.quote), key=listing.quote.index),
        clause=listing.clause,
        sections=possible_sections(program, subject.known),
    )
    return answer("directions", [program.id], [listing], words)


def _listing(guide: Guide, program: str) -> Quote | None:
    """The program's sentence that names several institutions."""
    named = institutions(guide)
    rows = (each for each in presented(guide, guide.program[program]))
    return next((each for each in rows if sum(name in each.quote for name in named) >= _SEVERAL), None)
