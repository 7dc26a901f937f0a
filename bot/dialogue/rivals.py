"""Two values of one figure: said in two messages or in one, and which of them the applicant means to hold."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from bot.answers import checks
from bot.answers.numbers import shown
from bot.answers.reply import Reply, render
from bot.dialogue import check
from bot.dialogue.state import Conversation
from bot.figures.known import from_json, number_json, to_json
from bot.figures.possible import disagreements
from bot.figures.readings import Reading, Readings
from bot.figures.values import Range, Value
from bot.guide.model import Guide

Outcome = tuple[Conversation, Reply]
LATTER = re.compile("后面|后来|后者|第二|刚说|新的|现在说?的|后一个|改过的")
FORMER = re.compile("前面|前者|第一|原来|之前|先前|旧的|前一个|不变|不改")
# 那就按自筹300万算 decides between what was said and what was supposed since.
DECIDED = re.compile(
    r"那?就?(?:按照?|照|用|取)[^，。]{1,20}(?:算|来|报|填|计|为准)|那就(?:是|定|改|用|按)|以[^，。]{1,14}为准|定[为成]"
)


def contradicted(guide: Guide, conversation: Conversation, heard: Readings) -> tuple[Reading, ...]:
    """The figures of which another value was said before, unless the message corrects it or was asked for it."""
    if heard.correction or DECIDED.search(heard.text):
        return ()
    unasked = [each for each in heard.readings if each.figure != conversation.asked]
    other = [each for each in unasked if _another(conversation.figures.get(each.figure), each.value)]
    return tuple(each for each in other if not _mends(guide, conversation, each))


def _another(before: Value | None, now: Value) -> bool:
    """Whether both are exact and not the same: a range is only made narrower or wider, a list of choices longer."""
    if isinstance(before, tuple) and isinstance(now, tuple) and before and now:
        return False
    if isinstance(before, Decimal) and isinstance(now, Decimal):
        return number_json(before) != number_json(now)  # what is remembered of 10:3 has fewer digits than what is said
    return before is not None and before != now and not isinstance(before, Range) and not isinstance(now, Range)


def _mends(guide: Guide, conversation: Conversation, reading: Reading) -> bool:
    """Whether the new value answers a reminder: figures that did not go together, go together with it."""
    odd = [each for each in disagreements(guide, conversation.figures) if reading.figure in each.figures]
    now = disagreements(guide, {**conversation.figures, reading.figure: reading.value})
    return bool(odd) and not any(reading.figure in each.figures for each in now)


def ask_which(guide: Guide, conversation: Conversation, readings: Iterable[Reading], refusal: str = "") -> Outcome:
    """Tells every contradiction, and asks which value holds of the first."""
    pairs = [(each.figure, conversation.figures[each.figure], each.value) for each in readings]
    told = [_told(guide, "which_holds", *pair) for pair in pairs]
    return _asking(guide, conversation, pairs[0], [refusal, *told])


def ask_which_of_two(guide: Guide, conversation: Conversation, torn: Iterable[Reading], refusal: str = "") -> Outcome:
    """Asks which value holds of the first figure to which one message gave two."""
    said = list(torn)
    values = [each.value for each in said if each.figure == said[0].figure]
    pair = (said[0].figure, values[0], values[-1])
    asking, reply = _asking(guide, conversation, pair, [refusal, _told(guide, "which_of_two", *pair)])
    return asking.but(former=to_json({pair[0]: pair[1]})), reply


def _told(guide: Guide, template: str, figure_id: str, before: Value, now: Value) -> str:
    figure = guide.figure[figure_id]
    return render(template, figure=figure, before=shown(figure, before), now=shown(figure, now))


def _asking(
    guide: Guide, conversation: Conversation, pair: tuple[str, Value, Value], reasons: Iterable[str]
) -> Outcome:
    figure = guide.figure[pair[0]]
    asking = conversation.but(
        active=True, asked=figure.id, number=None, rival=to_json({figure.id: pair[2]}), former=None
    )
    reason, choices = "\n".join(filter(None, reasons)), [shown(figure, value) for value in pair[1:]]
    so_far, figures = check.progress(guide, asking), asking.figures
    return asking, checks.question(guide, figure.id, so_far, figures, reason=reason, choices=choices)


def chosen(conversation: Conversation, text: str) -> Readings | None:
    """后面那个 or 前面那个 after two values were set against each other; None for anything else."""
    if not conversation.rival:
        return None
    ((figure, now),) = from_json(conversation.rival).items()
    before = from_json(conversation.former or {}).get(figure) or conversation.figures.get(figure)
    value = now if LATTER.search(text) else before if FORMER.search(text) else None
    if value is None:
        return None
    return Readings(readings=(Reading(figure, value, 0, len(text)),), correction=True, text=text)
