"""What the programs in hand demand, the rules on it, and whether one demand is all that is asked about."""

from __future__ import annotations

import re

from bot.answers.requirements import demanding, figures_of, figures_tested
from bot.dialogue.hearing.message import Message
from bot.dialogue.subject.none_put_up import puts_up_none
from bot.dialogue.words import ASKING, ELIGIBLE
from bot.figures.wording.stance import clauses
from bot.guide.model import Figure, Requirement

# 重大专项要求有研发机构, 得有, 必须是: what a program demands.
_DEMANDED = re.compile("要求|必须|规定|(?:需|须|得|要|一定)(?:要|得)?[有是设建]|要不要|用不用|需不需要")

# 要签了合同才能报不, 没有合同就报不了是吧: whether one thing is demanded.
IF_DEMANDED = re.compile(
    r"(?:[要得]|必须|需要|非得)[^，。？?]{2,14}才(?:能|可以|行|算|够)[^，。？?]{0,6}(?:吗|么|吧|不|[？?])"
    r"|[^，。？?有]{2,14}是(?:不是)?(?:强制|硬性|硬杠杠?|死规定)(?:性|的|规定|要求|条件|达到|做到|满足)*(?:吗|么|吧|不|[?？])"
    r"|(?:没有?|不[是签])[^，。？?]{1,14}就(?:报不[了上成]|不(?:能|行|可以|让)|没法|申报不了)[^，。？?]{0,3}(?:吗|么|吧|不)"
)


def demanded(this: Message) -> list[Figure]:
    """The figures that the programs in hand demand."""
    return [this.guide.figure[each] for each in figures_tested(this.guide, this.subject.programs)]


def is_had(figure: Figure) -> bool:
    """Whether the figure is of what is had or not, and no number, kind or free text."""
    return figure.kind in ("yes_no", "choices")


def rules_on(this: Message, figures: tuple[str, ...]) -> list[Requirement]:
    """The requirements that test the figures, those of several programs that read the same counted once."""
    programs = [this.guide.program[each] for each in this.subject.programs]
    found = {
        rule.text: rule
        for program in programs
        for rule in program.requirements
        if {*figures} & figures_of(this.guide, rule)
    }
    return list(found.values())


def asks_if_demanded_last(this: Message) -> bool:
    """Whether all that is asked comes last, and is if a program that is named demands something, on which no number bears that is
    told before it: 我就一个小厂，三十来号人，重大专项要求有研发机构？"""
    asking = [part for part in clauses(this.utterance.text) if ASKING.search(part.text)]
    if len(asking) != 1 or asking[0].end < len(this.utterance.text) or ELIGIBLE.search(asking[0].text):
        return False
    named = [each for each in this.utterance.of("program", "figure") if asking[0].holds(each.start)]
    figures = {each.id for each in named if each.kind == "figure"}
    ruled = demanding(this.guide, [*figures], this.subject.programs) and _DEMANDED.search(asking[0].text)
    told = any(asking[0].holds(each.start) for each in this.heard.readings)
    both = {each.kind for each in named} == {"program", "figure"}
    return bool(ruled and both) and not (told or this.bears_on(figures))


def asks_if_demanded_at_all(this: Message) -> bool:
    """Whether it is asked of a program in hand if one thing is demanded (没有合同就报不了是吧), or put up that nothing is, and no
    number is told."""
    asked = IF_DEMANDED.search(this.utterance.text) or puts_up_none(this.utterance.text)
    return bool(asked and this.subject.programs) and not this.numbers_told
