"""Whom a school or an institute builds with: where 企业联合高等院校 is demanded, its own partner is the firm.

What a firm tells of a school, a school tells of a firm, and so is read alike: 跟兰石集团共建, 没有企业参与.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from bot.answers.checks import WHO
from bot.answers.requirements import demanding
from bot.dialogue.state import Conversation
from bot.figures.mentions import Mention, choice_name, mentions
from bot.figures.readings import Reading, Readings, readings
from bot.figures.stated.partners import seeks_partners
from bot.figures.unasked import unasked
from bot.figures.values import Value
from bot.guide.model import Figure, Guide


def with_counterpart(
    guide: Guide, conversation: Conversation, heard: Readings, programs: Iterable[str] = ()
) -> Readings:
    """``heard`` with what it tells of such a partner, where the check, or ``programs``, demand one."""
    ours = heard.value(WHO) or conversation.figures.get(WHO)
    own = next((each.name for each in guide.figure[WHO].choices if each.id == ours), "")
    wanted = (each for each in guide.figures if own and seeks_partners(each) and own in each.name)
    tested = conversation.check or tuple(programs)
    figure = next((each for each in wanted if demanding(guide, [each.id], tested)), None)
    if figure is None or heard.hypothesis or heard.question or heard.value(figure.id) is not None:
        return heard
    firms = [each for each in mentions(heard.text, guide) if _is_the_other(guide, each, figure)]
    value = _told(guide, conversation, _with_names(heard.text, firms, own), figure) if firms else None
    if value is None:
        return heard
    return replace(heard, readings=(*heard.readings, Reading(figure.id, value, firms[0].start, firms[-1].end)))


def _is_the_other(guide: Guide, name: Mention, figure: Figure) -> bool:
    """Whether the name is of the kind that the figure is asked of, and not of its partners."""
    chosen = choice_name(guide, name) if name.figure == WHO and name.choice else ""
    return bool(chosen) and chosen in figure.ask and chosen not in figure.name


def _with_names(text: str, firms: Iterable[Mention], own: str) -> str:
    """``text`` as a firm would say it of us."""
    for firm in sorted(firms, key=lambda each: -each.start):
        text = text[: firm.start] + own + text[firm.end :]
    return text


def _told(guide: Guide, conversation: Conversation, text: str, figure: Figure) -> Value | None:
    heard = readings(text, guide, conversation.asked)
    beside = None if conversation.asked == figure.id else conversation.asked
    told = (*heard.readings, *unasked(heard, [figure], beside, guide))
    return next((each.value for each in told if each.figure == figure.id), None)
