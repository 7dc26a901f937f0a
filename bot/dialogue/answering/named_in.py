"""Whether something belongs to a program by whose sentence it is called: 众创空间算吗. That it is written there is the answer, and
neither what the program is nor all that it demands."""

from __future__ import annotations

import re

from bot.answers.reply import Reply, answer, render
from bot.answers.subject import Subject
from bot.dialogue.state import Utterance
from bot.figures.wording.point_asked import point_asked
from bot.guide.model import Guide
from bot.guide.search import presented

_BELONGS = re.compile(
    r"算(?:不算|是|在里面|在内|数|进去)?(?:这个|这类|这里|其中)?(?:[吗么嘛不吧]|没有?|[?？])|算不算|属不属于|属于(?:这|它)?[^，。？?]{0,4}[吗么不吧]|是不是(?:也)?(?:算|属于|在)|在不在|包不包括|支不支持|也?支持[吗么不]"
)
_HARDLY = 6  # characters of the question beside the name and the words that ask


def named_in(guide: Guide, subject: Subject, utterance: Utterance) -> Reply | None:
    """That the one program's sentence has the word by which it is called, where no more is asked than whether that belongs there."""
    found = _BELONGS.search(utterance.text)
    if len(subject.programs) != 1 or not found or _asks_more(utterance, found):
        return None
    program = guide.program[subject.programs[0]]
    named = [each for each in utterance.of("program") if each.id == program.id and each.text not in program.name]
    rows = ((each, said) for each in reversed(named) for said in presented(guide, program) if each.text in said.quote)
    word, said = next(rows, (None, None))
    if word is None or said is None:
        return None
    counts = "算" in found.group()
    text = render("named_in", program=program.name, word=word.text, clause=said.clause, counts=counts)
    return answer("requirements", [program.id], [said], text)


def _asks_more(utterance: Utterance, found: re.Match[str]) -> bool:
    """Whether the question is of a thing beside the name: 众创空间里的咖啡馆算吗."""
    named = utterance.of("program", "family")
    if point_asked(utterance.text, [(each.start, each.end) for each in named]):
        return True
    rest = utterance.text.replace(found.group(), "")
    for each in named:
        rest = rest.replace(each.text, "")
    return len(re.findall(r"[\u4e00-\u9fff]", rest)) > _HARDLY
