"""So many of so many people, of whom no more is said, right after what share of them a program demands: 85个里头有28个，够不够."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from bot.answers.requirements import figures_tested
from bot.dialogue.state import Conversation
from bot.figures.mentions import mentions
from bot.figures.numbers.numerals import value_of
from bot.figures.readings import Reading, Readings, readings
from bot.guide.model import Guide, Quotient

_NUMBER = r"(\d{1,5}|[一二两三四五六七八九十百]{1,6})"
_OUT_OF_ALL = re.compile(
    rf"{_NUMBER}(?:个|名|位|来号|号)?人?(?:里[头面边]?|当中|之中|中间?)(?:也|就|只|才|都|算|能|共|大概|[ ])*(?:有|是|占)?{_NUMBER}(?:个|名|位|号)?人?"
    r"(?=[的了呢啊吧，,。；;？?！! ]|$)"
)

_ALL = re.compile(
    rf"(?:总共|一共|全部|拢共|总计|满打满算|全(?:公司|单位|校|院|所|厂|体))(?:是|有|才|就|也|大概|[ ])*(?P<number>{_NUMBER})(?:个|名|位|来号|号)?人?"
    r"(?:的话|[，, ])[^。]*(?:几|多少)"
)


def out_of_all(guide: Guide, conversation: Conversation, text: str) -> Readings | None:
    """What is told of the share of people that was just spoken of; None where no such was, or where anything is named."""
    share, found = _share_spoken_of(guide, conversation), _OUT_OF_ALL.search(text)
    if share is None or not found or mentions(text, guide):
        return None
    whole, part = (value_of(each) for each in found.groups())
    if not (isinstance(whole, Decimal) and isinstance(part, Decimal) and part <= whole):
        return None
    told = (
        Reading(share.denominator, whole, *found.span(1)),
        Reading(share.numerator, part, *found.span(2)),
    )
    return replace(readings(text, guide), readings=told, bare=())


def all_of_it(guide: Guide, conversation: Conversation, text: str) -> Readings | None:
    """How many there are altogether, right after what share of them a program demands: 我们总共80个人的话，要有几个才行. None of that share
    itself, of which it may be asked; None where anything is named."""
    share, found = _share_spoken_of(guide, conversation), _ALL.search(text)
    if share is None or not found or mentions(text, guide):
        return None
    whole = value_of(found["number"])
    if not isinstance(whole, Decimal):
        return None
    supposed = replace(readings(text, guide), bare=(), hypothesis=True)
    return replace(supposed, readings=(Reading(share.denominator, whole, *found.span("number")),))


def _share_spoken_of(guide: Guide, conversation: Conversation) -> Quotient | None:
    """The two counts of the one share of people of which the answer before was; None in a check, which asks for its figures by name."""
    if conversation.check or conversation.topic not in ("figure", "requirements"):
        return None
    tested = [guide.figure[each] for each in figures_tested(guide, conversation.programs)]
    shares = [each for each in tested if each.quotient and guide.figure[each.quotient.numerator].kind == "people"]
    spoken_of = [each for each in shares if {each.id, *each.amounts} & {*conversation.about_figures}]
    return spoken_of[0].quotient if len(spoken_of) == 1 else None
