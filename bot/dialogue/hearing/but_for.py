"""What is left out of a question for others, and is no program: 除了专精特新还有哪几类企业能报, 社发除了医药还支持别的吗."""

from __future__ import annotations

import re

from bot.answers.requirements import demanding
from bot.dialogue.hearing.message import Message
from bot.dialogue.subject.about import EXCEPT_FOR
from bot.dialogue.subject.fields import TECHNOLOGY, held_together

_IN_IT = re.compile(r"(?:它(?!们)|[该此这]个?(?:专项|项目))(?:里面?|里头)?[都还]?(?:除[了去开却]|撇开)")
_OF_WHAT_IT_SUPPORTS = ("ask_directions", "ask_program")


def one_of_those_demanded(this: Message) -> bool:
    """Whether one of those that a program in hand demands is left out: 除了专精特新还有哪几类企业能报."""
    chosen = {each.kind for each in this.utterance.of(*held_together(this.guide))}
    return bool(this.subject.programs and demanding(this.guide, chosen, this.subject.programs))


def something_in_it(this: Message) -> bool:
    """Whether what is left out is something that the program meant supports: 它除了种的还支持别的啥, 社发除了医药还支持别的吗."""
    if this.conversation.programs and _IN_IT.search(this.utterance.text):
        return not this.utterance.ids("program", "family")
    left_out = EXCEPT_FOR.search(this.utterance.text)
    if not left_out or len(this.subject.programs) != 1 or this.intent not in _OF_WHAT_IT_SUPPORTS:
        return False
    return any(left_out.start() <= each.start < left_out.end() for each in this.utterance.of(TECHNOLOGY))
