"""Whether it is asked if all that a rule lists has to be there or one of it is enough: 是五个都要，还是有一个就行."""

from __future__ import annotations

import re

from bot.answers.requirements import demanding
from bot.dialogue.hearing.message import Message
from bot.dialogue.subject.fields import held_together
from bot.dialogue.subject.listed import ALL, ONE, THE_OTHERS, listing_so_many

_BESIDE_ONE = re.compile(r"除[了去开却]?[^，。？?]{2,16}(?:外|还有)[^。？?]{0,12}(?:哪|什么|啥|别的|其[他它])")

_OR = re.compile("还是|或者")  # 要全占还是占一样就成


def all_or_one(this: Message) -> tuple[str, ...]:
    """The figures (ids) of the rule of which it is asked: the one of which choices are named, else what was just told."""
    text, conversation = this.utterance.text, this.conversation
    asked = any(each.search(text) for each in (ALL, ONE, THE_OTHERS))
    beside = _BESIDE_ONE.search(text)  # 除专精特新外，还有哪几类
    if conversation.check or not (asked or beside) or not (this.wonders or _OR.search(text)):
        return ()
    listed = held_together(this.guide)
    if so_many := listing_so_many(this.guide, this.subject.programs, text):
        return so_many  # 五种牌子要全占上还是有一块就行？外地的单位最少几家
    named = {each.kind for each in this.utterance.mentions if each.kind in listed} | {*this.subject.figures} & listed
    if demanding(this.guide, named, this.subject.programs):
        return tuple(each.id for each in this.guide.figures if each.id in named)
    after = conversation.programs == this.subject.programs
    nothing = not (this.heard.readings or any(each.kind != "quantity" for each in this.utterance.mentions))
    return conversation.about_figures if asked and after and nothing else ()
