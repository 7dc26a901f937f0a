"""Whether something belongs to a program that its own sentence names: 众创空间属不属于这个, 大学科技园也支持吗. That it does is the answer,
and no list of conditions."""

from __future__ import annotations

import re

from bot.answers.reply import Reply, answer, render
from bot.answers.subject import Subject
from bot.dialogue.state import Mention, Utterance
from bot.dialogue.words import IN_GENERAL
from bot.figures.wording.stance import clause_at
from bot.guide.model import Guide, Program, Quote
from bot.guide.search import presented

_BELONGS = re.compile(
    r"(?:也|都|到底|究竟|是否|能|能不能|可以|就)*(?:算不算|属不属于|支不支持|包不包括|算|属于|支持|包括|在(?:不在)?(?:里面|其中|内))[^，,。；;？?多少几什么哪谁]{0,6}[吗么不吧]?"
)
_AHEAD = re.compile("(?:那么?|我们?|咱们?|是|想|就|还|再|请问|问一?下?|的是|说|一下|[，, ])*")


def written_by_name(guide: Guide, subject: Subject, utterance: Utterance) -> Reply | None:
    """The sentence of the one program that names what is asked about; None where none does, or something else is asked."""
    if len(subject.programs) != 1 or IN_GENERAL.search(utterance.text):
        return None
    program = guide.program[subject.programs[0]]
    named = _asked_about(program, utterance)
    sentence = next((each for each in presented(guide, program) if named and named in each.quote), None)
    if sentence is None:
        return None
    text = render("written_by_name", program=program.name, thing=named, clause=sentence.clause)
    return answer("program", [program.id], [Quote(sentence.clause, sentence.quote)], text)


def _asked_about(program: Program, utterance: Utterance) -> str:
    """The name, not the program's own, behind which it is asked whether it belongs there; empty where none is."""
    own = (each for each in utterance.of("program") if each.id == program.id and each.text not in program.name)
    return next((each.text for each in own if _is_asked(utterance.text, each)), "")


def _is_asked(text: str, name: Mention) -> bool:
    part = clause_at(text, name.start)
    alone = _AHEAD.fullmatch(text[part.start : name.start])  # 外地的众创空间 is more than the sentence names
    return bool(alone and _BELONGS.fullmatch(text[name.end : part.end].strip("，,。；;！!？? ")))
