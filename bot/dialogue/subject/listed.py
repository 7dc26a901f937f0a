"""Of a rule that lists several: whether all of them are wanted or one is enough, and which it is, by how many it lists: 五种牌子."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.answers.requirements import demanding
from bot.dialogue.subject.fields import held_together
from bot.guide.model import Guide
from bot.guide.numbering import place

_KIND = "(?:个|样|条|项|种|类|头|块|张)"
_MANY = "[两二三四五六七八九几]"
_ONE_OF_THEM = f"(?:任意|随便|其中|任)?(?:一|1){_KIND}"
ALL = re.compile(
    rf"(?:{_MANY}{_KIND}|全部?|一起|同时)(?:都|全)?(?:得|要|需要?|必须|占|满足|具备|齐|凑)|(?:占|凑|配|拿)[得]?(?:全|齐)|全占|缺一不可|(?:样样|条条|项项|个个|每一?[样条项个])[都也全]?(?:得|要|需要?|必须|占|满足|具备|齐|凑|有)|(?:一个|一样)[都也]不能少"
)
ONE = re.compile(
    rf"(?:有|占|是|满足|符合|具备|只要|只需|沾|挑|够)?{_ONE_OF_THEM}(?:就|即|都|也)?(?:行|可以?|够|成|算|ok|OK)|任一|其一|之一(?:就|即)|[二三四五]选一|择一"
)
THE_OTHERS = re.compile(
    rf"(?:其[余他它]|别的|剩下)(?:的|那)?(?:{_MANY}{_KIND})?[^，。？?]{{0,6}}(?:不用|不要|不管|不需要|用不着|没有?也|不看|无所谓|就算了)"
)
_SO_MANY = re.compile(rf"(?<![\d十百])(?P<many>[两二三四五六七八九]|\d){_KIND}(?!月)")


def asks_all_or_one(text: str) -> bool:
    """Whether both are put up to choose from: 要全占上还是有一块就行."""
    return bool(ALL.search(text) and ONE.search(text))


def listing_so_many(guide: Guide, programs: Iterable[str], text: str) -> tuple[str, ...]:
    """The figures (ids) demanded by the ``programs`` of which as many choices are listed as ``text`` says: 五种牌子, of 兰白."""
    said = {place(each["many"]) for each in _SO_MANY.finditer(text)}
    listed = (each for each in guide.figures if each.id in held_together(guide) and len(each.choices) in said)
    wanted = [*programs]
    return tuple(each.id for each in listed if demanding(guide, [each.id], wanted))
