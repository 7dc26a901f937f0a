"""The nearest that the guide writes where it speaks of something only by a word of it: 能不能引进港澳台的专家, 韩国团队也算吗.

All conditions of the program would answer nothing; that sentence, and whom to ask, do.
"""

from __future__ import annotations

import re

from bot.answers import pointed
from bot.answers.checks import WHO
from bot.answers.figures_meant import own_words
from bot.answers.reply import Reply
from bot.answers.subject import Subject
from bot.dialogue.state import Utterance
from bot.dialogue.subject.fields import TECHNOLOGY, held_together
from bot.dialogue.subject.points import words_asked
from bot.figures.stated.unlisted import asked_whether_it_may
from bot.guide.model import Guide, Material
from bot.guide.points import Point, points

_WHETHER = re.compile(
    r"能不能|可不可以|能否|可否|(?:能|可以)(?!报|申)[^，。？?]*[吗么不?？][？?。 ]*$|算(?:不算|吗|么)|行不行|[行成][吗么]|可以[吗么]"
)
_APPLIES = re.compile(r"(?:能|可以|可否|能否|[能可]不[能可]以?)[^，。？?]{0,3}(?:申?报|申请|牵头|参加)|[合够]条件")
_OF_TRADES = re.compile("行业|领域|产业")


def nearest_by_a_word(guide: Guide, subject: Subject, utterance: Utterance) -> Reply | None:
    """The sentence of the one program in hand that has most words in common with what it is asked whether that may be; None
    where none has, or where who may apply is asked."""
    other = utterance.of(WHO, TECHNOLOGY, *held_together(guide))  # 转化的地方放白银可以不, 电子的行不行
    free = len(subject.programs) == 1 and not (subject.figures or other or _OF_TRADES.search(utterance.text))
    if not free or not asks_whether(utterance):
        return None
    asked = words_asked(utterance)
    shared = {
        each: len(own_words(asked) & own_words(each.quote.quote)) for each in _sentences(guide, subject.programs[0])
    }
    best = max(shared, key=lambda each: (shared[each], -len(each.quote.quote)), default=None)
    return pointed.points(guide, subject, [best], asked) if best and shared[best] else None


def asks_whether(utterance: Utterance) -> bool:
    """Whether it is asked if something may be or counts, and not if one may apply."""
    text = utterance.text
    return bool(_WHETHER.search(text)) and not (_APPLIES.search(text) or asked_whether_it_may(text))


def _sentences(guide: Guide, program: str) -> list[Point]:
    """What the program demands and supports; what is to be handed in is asked for in words of its own."""
    return [each for each in points(guide)[program] if not isinstance(each.source, Material)]
