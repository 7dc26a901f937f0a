"""Whether it is asked if all that a rule lists has to be there or one of it is enough: 是五个都要，还是有一个就行."""

from __future__ import annotations

import re

from bot.answers.requirements import demanding
from bot.dialogue.hearing.message import Message
from bot.dialogue.subject.fields import held_together

_MANY = "[两二三四五六七八九几]"
_ONE_OF_THEM = "(?:任意|随便|其中|任)?(?:一|1)(?:个|样|条|项|种|类|头)"
_ALL = re.compile(
    rf"(?:{_MANY}(?:个|样|条|项|种|类|头)|全部?|一起|同时)(?:都|全)?(?:得|要|需要?|必须|占|满足|具备|齐|凑)|(?:占|凑|配|拿)[得]?(?:全|齐)|全占|缺一不可|(?:样样|条条|项项|个个|每一?[样条项个])[都也全]?(?:得|要|需要?|必须|占|满足|具备|齐|凑|有)|(?:一个|一样)[都也]不能少"
)
_ONE = re.compile(
    rf"(?:有|占|是|满足|符合|具备|只要|只需|沾|挑|够)?{_ONE_OF_THEM}(?:就|即|都|也)?(?:行|可以?|够|成|算|ok|OK)|任一|其一|之一(?:就|即)|[二三四五]选一|择一"
)
_THE_OTHERS = re.compile(
    rf"(?:其[余他它]|别的|剩下)(?:的|那)?(?:{_MANY}(?:个|样|条|项|种|类|头))?[^，。？?]{{0,6}}(?:不用|不要|不管|不需要|用不着|没有?也|不看|无所谓|就算了)"
)

_BESIDE_ONE = re.compile(r"除[了去开却]?[^，。？?]{2,16}(?:外|还有)[^。？?]{0,12}(?:哪|什么|啥|别的|其[他它])")


def all_or_one(this: Message) -> tuple[str, ...]:
    """The figures (ids) of the rule of which it is asked: the one of which choices are named, else what was just told."""
    text, conversation = this.utterance.text, this.conversation
    asked = any(each.search(text) for each in (_ALL, _ONE, _THE_OTHERS))
    beside = _BESIDE_ONE.search(text)  # 除专精特新外，还有哪几类
    if conversation.check or not (asked or beside) or not this.wonders:
        return ()
    listed = held_together(this.guide)
    named = {each.kind for each in this.utterance.mentions if each.kind in listed} | {*this.subject.figures} & listed
    if demanding(this.guide, named, this.subject.programs):
        return tuple(each.id for each in this.guide.figures if each.id in named)
    after = conversation.programs == this.subject.programs
    nothing = not (this.heard.readings or any(each.kind != "quantity" for each in this.utterance.mentions))
    return conversation.about_figures if asked and after and nothing else ()
