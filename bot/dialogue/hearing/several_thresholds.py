"""Whether several numbers are put up together to be confirmed as the guide's: 农业五百万，工业才是八百万，对吧."""

from __future__ import annotations

import re

from bot.answers import figures_meant
from bot.dialogue.hearing.message import Message
from bot.dialogue.subject.fields import dividing
from bot.figures.numbers.quantities import Quantity, quantities
from bot.figures.wording.stance import clauses
from bot.guide.model import AtLeast, tests_of

# 对吧, 这样写没错吧, 我记得对不对: of all that was said before.
_IS_IT_SO = re.compile(
    r"(?:[对是]|没[错问]题?|没记错|没弄错|准确|正确|属实)[的了]?[吧吗么嘛]|对不对|是不是(?:这样|这么回事|这[个些几两]|[，,。？?！! ]*$)|对[?？]"
)
_US = re.compile("我们|我[司厂校院所]|咱们?|本公司|本单位|我公司|我单位")
_MAY = re.compile("(?:能|可以|够|符合|满足|合格|达标|有资格)")
SEVERAL = 2


def confirmed_together(this: Message) -> tuple[str, ...]:
    """The figures (ids) of which several numbers are put up to be confirmed, and told of nobody: no project is of two fields, and
    nobody has every number just as the guide has it."""
    said = _put_up(this.utterance.text)
    numbers = [each for each in quantities(said) if each.kind != "bare"] if said else []
    if len(numbers) < SEVERAL or _US.search(said) or _MAY.search(said) or this.conversation.check:
        return ()
    repeated = tuple(figures_meant.with_threshold(this.guide, said, this.subject.programs))
    fields = {each.id for each in this.utterance.of(*dividing(this.guide))}
    if len(fields) >= SEVERAL:
        return tuple(dict.fromkeys([*_counted(this), *repeated])) or _divided(this)
    every = all(figures_meant.with_threshold(this.guide, each.text, this.subject.programs) for each in numbers)
    return tuple(dict.fromkeys([*_counted(this), *repeated])) if every and _differ(numbers) else ()


def _put_up(text: str) -> str:
    """The message up to the clause that asks if it is so; empty where none does. What comes after only tells what for."""
    ends = [part.end for part in clauses(text) if _IS_IT_SO.search(part.text)]
    return text[: ends[-1]] if ends else ""


def _counted(this: Message) -> tuple[str, ...]:
    """The figures named that are numbers."""
    return tuple(each for each in this.subject.figures if this.guide.figure[each].kind in figures_meant.COUNTED)


def _divided(this: Message) -> tuple[str, ...]:
    """The figures whose threshold differs by field."""
    tests = (each for each in tests_of(this.guide.programs) if isinstance(each, AtLeast) and each.by)
    return tuple(dict.fromkeys(each.figure for each in tests))


def _differ(numbers: list[Quantity]) -> bool:
    return len({each.value for each in numbers}) > 1
