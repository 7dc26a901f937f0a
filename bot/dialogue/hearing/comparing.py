"""What seems to be put side by side and is not: figures of one program, conditions of one alone."""

from __future__ import annotations

from bot.answers.figures_meant import of_kind
from bot.dialogue.hearing.message import Message
from bot.dialogue.subject.fields import dividing
from bot.dialogue.subject.programs import named_programs
from bot.dialogue.words import COMPARING, LISTING


def of_two_figures(this: Message) -> bool:
    """Whether what is put side by side are figures of one program: 重大专项工业类，总投资和收入分别有啥要求."""
    fields = {each.id for each in this.utterance.of(*dividing(this.guide))}
    figures = this.subject.figures
    if not figures and _of_one_alone(this):
        figures = of_kind(this.guide, this.subject)  # 人员占比和经费占比，哪个是哪个
    return len(figures) > 1 and len(named_programs(this.guide, this.utterance)) == 1 and len(fields) < 2


def has_nothing_to_compare(this: Message) -> bool:
    """Whether conditions of one program are asked about, in no word of comparing, and no other was talked about, or it is these that
    are asked last: 对知识产权和合同怎么要求的; 换一个问，成果转化那个，对知识产权怎么要求的."""
    if COMPARING.search(this.utterance.text):
        return False
    ruled = this.subject.figures or LISTING.search(this.utterance.text)  # 院地院企和成果转化那个对地点咋规定的
    if _of_one_alone(this):
        return bool(ruled)
    named = named_programs(this.guide, this.utterance)
    return bool(ruled) and len(named) == 1 and this.parts_asked[-1:] in (("ask_figure",), ("ask_requirements",))


def _of_one_alone(this: Message) -> bool:
    """Whether one program is meant, and no other was talked about with which it could be compared."""
    return len(this.subject.programs) == 1 and {*this.conversation.programs} <= {*this.subject.programs}
