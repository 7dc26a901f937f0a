"""The conditions that a clause has words of and does not name: 经费靠学校拨款算不算稳定, 专利是跟别家共有的，有影响没."""

from __future__ import annotations

from bot.answers.checks import WHO
from bot.answers.figures_meant import related
from bot.dialogue.hearing.demanded import demanded, is_had
from bot.dialogue.hearing.message import Message
from bot.dialogue.hearing.put_up_words import COUNTS, FINE, MUST, clauses_of
from bot.figures.wording.denial import is_denial
from bot.figures.wording.stance import Clause


def alluded_in(this: Message, part: Clause) -> tuple[str, ...]:
    """The one condition that a clause has words of, where it asks what counts: 经费靠学校拨款算不算稳定."""
    asked = any(words.search(part.text) for words in (COUNTS, MUST, FINE))
    words = related(this.guide, this.subject.programs, nameless(this, part)) if asked else ()
    found = tuple(each for each in words if this.guide.figure[each].kind == "yes_no")
    return found if len(found) == 1 else ()


def alluded_before(this: Message, asking: list[Clause]) -> tuple[str, ...]:
    """The conditions that the clause before a judging one has words of (专利是跟别家共有的，有影响没), or who may apply, where the
    asker denies to be of a kind: 我们不是啥公司，是不是就别想了."""
    before = [part for part in clauses_of(this.utterance.text) if asking and part.end <= asking[0].start][-1:]
    denied = [
        each for part in before if is_denial(part.text) for each in this.utterance.of(WHO) if part.holds(each.start)
    ]
    if denied and any(each.id == WHO for each in demanded(this)):
        return (WHO,)
    words = [related(this.guide, this.subject.programs, nameless(this, part)) for part in before]
    return tuple(each for one in words for each in one if is_had(this.guide.figure[each]))


def nameless(this: Message, part: Clause) -> str:
    """A clause without the programs that it names: 成果转化专项的合同必须签了才能报么 is of no 成果."""
    return this.utterance.without("program", "family")[part.start : part.end]
