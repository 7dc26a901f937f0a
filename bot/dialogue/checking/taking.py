"""What is taken from a message: figures are kept, or refused, or asked about where they contradict what was said."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import replace
from decimal import Decimal

from bot.answers.reply import Reply, render
from bot.dialogue.checking import check, noting, rivals, unfirm, units, withdrawing
from bot.dialogue.checking.decisions import decides
from bot.dialogue.checking.recalling import recalled
from bot.dialogue.checking.turned import turned_since
from bot.dialogue.state import Conversation
from bot.figures.possible import contradictions, impossible
from bot.figures.readings import Reading, Readings
from bot.figures.stated.compounds import is_of_two
from bot.figures.stated.parts_told import in_its_words, missing
from bot.figures.stated.technology import NONE
from bot.figures.values import Figures, Range, Value, bounds
from bot.guide.model import Guide

Outcome = tuple[Conversation, Reply]
# 现在只跟北京的合作了, 不跟北京的了: of several choices those before hold no more.
# 不对，还有规上, 再加一家深圳的: one more of those that were told.
ADDS = re.compile(
    r"还有|另外还?有|再加上?(?![\d一二两三四五六七八九十百千]+[万亿元人名个])|再(?:找|拉|添)|又(?:有|加|找|来|拉|添)了?|也(?:有|是)(?!问题)"
)
_ONLY_THESE = re.compile(
    r"(?<!不)(?<!不仅)只(?:跟|和|与|同|有|剩|是|找|做|报|搞|种|养)|不再?(?:跟|和|与|同)|(?:重新|另外?)(?:找|换|选)|[改换](?![制造进革善名])(?=[^，。]{0,4}(?:了|跟|和|与))"
)


def take(guide: Guide, conversation: Conversation, heard: Readings, scope: Iterable[str] = ()) -> Outcome:
    """Keeps the figures that a message gives and goes on; ``scope`` begins a check of those programs.

    What cannot be true, is said the wrong way round, or contradicts what was said before is not kept but asked about;
    the rest of the message is kept all the same.
    """
    begun, before = recalled(guide, _begun(guide, conversation, tuple(scope)), heard)
    heard = _made_whole(guide, begun, heard)
    said, refusal = usable(guide, begun.figures, heard)
    contradicted = rivals.contradicted(guide, begun, said)
    refused = _refused(heard, said)
    said = _without(said, contradicted)
    taken = _with(guide, withdrawing.without_what_is_over(guide, begun, said), said).but(refused=refused)
    kept, unsettled = withdrawing.unsettled(guide, taken, heard)
    if contradicted:
        return rivals.ask_which(guide, kept, contradicted, refusal)
    if heard.torn:
        return rivals.ask_which_of_two(guide, kept, heard.torn, refusal)
    noted = noting.understood(guide, begun, kept, said, heard, check.open_in(guide, kept))
    note = "\n".join(filter(None, [before, noted]))
    doubts = (*heard.unit_doubts, *units.waiting(begun, heard))
    if doubts:
        return units.ask(guide, kept, doubts, note if said.readings else "")
    unsure = unfirm.counted_so(guide, conversation, said)
    note = "\n".join(filter(None, [note, unsure, unsettled, rivals.left_open(guide, begun, heard)]))
    kept, half = _half(guide, kept, heard)
    note = "\n".join(filter(None, [note, turned_since(guide, conversation, kept)]))
    going, reply = check.proceed(
        guide, kept, reason=refusal or half or noting.not_yet(heard) or noting.unlisted(guide, kept, said), note=note
    )
    return (going, reply) if conversation.check == going.check else check.introduced(guide, going, reply)


def _begun(guide: Guide, conversation: Conversation, scope: tuple[str, ...]) -> Conversation:
    """The conversation with a check: the running one, or one of ``scope`` (none: of all programs)."""
    if conversation.check and not scope:
        return conversation
    programs = scope or tuple(guide.program)
    return conversation.but(check=programs, programs=check.subject_of(programs, conversation))


def _made_whole(guide: Guide, conversation: Conversation, heard: Readings) -> Readings:
    """``heard``, the last part making a whole of those told before: 启动了 after 合同签了."""

    def still_half(said: Reading) -> bool:
        figure = guide.figure[said.figure]
        return said.half and bool(missing(_told_of(conversation, heard.text, figure.id), figure))

    return replace(heard, readings=tuple(replace(each, half=still_half(each)) for each in heard.readings))


def _told_of(conversation: Conversation, text: str, figure: str) -> str:
    """``text`` and before it what was told of parts of the ``figure``: those of another make no whole of this one."""
    return f"{conversation.half_told}，{text}" if conversation.half_of == figure else text


def _half(guide: Guide, conversation: Conversation, heard: Readings) -> tuple[Conversation, str]:
    """What is to be said and remembered of a figure of whose parts only some were told; a no to it holds no more."""
    halves = [each.figure for each in heard.readings if each.half]
    denied = [each for each in halves if conversation.figures.get(each) is False]
    left = {figure: value for figure, value in conversation.figures.items() if figure not in denied}
    conversation = conversation.but(figures=left)
    if heard.value(conversation.half_of or "") is False:
        conversation = conversation.but(half_of=None)
    needed = check.open_in(guide, conversation) if conversation.check else guide.figure
    halves = [each for each in halves if each in needed]
    if not halves:
        return conversation.but(half=None), ""
    figure, told = guide.figure[halves[0]], _told_of(conversation, heard.text, halves[0])
    reason = render("half", figure=figure, untold=in_its_words(missing(told, figure), figure))
    return conversation.but(half=figure.id, half_told=told, half_of=figure.id), reason


def _without(heard: Readings, readings: Collection[Reading]) -> Readings:
    return replace(heard, readings=tuple(each for each in heard.readings if each not in readings))


def _with(guide: Guide, conversation: Conversation, heard: Readings) -> Conversation:
    replaces = heard.correction and not ADDS.search(heard.text) or bool(_ONLY_THESE.search(heard.text))
    said = {
        reading.figure: reading.value if replaces else _joined(guide, conversation.figures, reading, heard.text)
        for reading in heard.readings
        if heard.correction or not _vaguer(reading.value, conversation.figures.get(reading.figure))
    }
    asked = conversation.asked or ""
    vague = isinstance(said.get(asked), Range) and isinstance(conversation.figures.get(asked), Range)
    return conversation.but(
        figures={**conversation.figures, **said},
        # Asked to be exact and still given as a range: it is not asked for a third time.
        skipped=(conversation.skipped - said.keys()) | ({asked} if vague else set()) | set(heard.unknown),
        answered=conversation.answered + (conversation.asked in said),
        last=_last(conversation, heard),
        hypothesis=_under_way(guide, heard) if heard.readings else conversation.hypothesis,
    )


def _under_way(guide: Guide, heard: Readings) -> dict[str, Value]:
    """What will hold once it comes true, of what is under way: 批下来了 may be told of it next."""
    found: dict[str, Value] = {}
    for each in heard.readings:
        if each.not_yet and isinstance(each.value, tuple):
            named = (name.choice for name in heard.mentions if name.figure == each.figure and name.choice)
            found[each.figure] = tuple(dict.fromkeys([*each.value, *named]))
        elif each.not_yet and not is_of_two(guide.figure[each.figure]):
            found[each.figure] = True
    return found


def _refused(heard: Readings, usable: Readings) -> str | None:
    """The one figure of which the message gives a value that cannot be used."""
    figures = {each.figure for each in heard.readings if not each.half} - {each.figure for each in usable.readings}
    return figures.pop() if len(figures) == 1 else None


def _last(conversation: Conversation, heard: Readings) -> str | None:
    """The figure that was told last; of a plain answer that tells of others too (有省级重点实验室), the one that was asked."""
    answered = conversation.asked is not None and heard.value(conversation.asked) is not None
    if answered and all(isinstance(each.value, bool) for each in heard.readings):
        return conversation.asked
    return heard.readings[-1].figure if heard.readings else conversation.last


def _joined(guide: Guide, figures: Figures, reading: Reading, text: str) -> Value:
    """Several choices add up over messages (还有专精特新), and so do words for what is made (种植, then 西瓜), but where the
    text settles on one; anything else is what was said last."""
    before, now = figures.get(reading.figure), reading.value
    if isinstance(before, tuple) and isinstance(now, tuple) and now:
        return tuple(dict.fromkeys([*before, *now]))
    told_in_words = guide.figure[reading.figure].kind == "text" and not decides(text)
    if told_in_words and isinstance(before, str) and isinstance(now, str) and NONE not in (before, now):
        return "、".join(dict.fromkeys([*before.split("、"), *now.split("、")]))
    return now


def _vaguer(value: Value, known: Value | None) -> bool:
    """Whether a range only repeats less exactly what is known: 差不多三千万 after 3200万."""
    if not isinstance(value, Range) or not isinstance(known, Decimal):
        return False
    low, high = bounds(value)
    return (low is None or low <= known) and (high is None or known <= high)


def keep(guide: Guide, conversation: Conversation, heard: Readings) -> tuple[Conversation, Reply | None]:
    """Keeps what a question says about the asker, without beginning a check; nothing of what it only supposes.

    Where that contradicts what was said before, or answers the open question, the check's next reply comes with it.
    """
    said, _ = usable(guide, conversation.figures, Readings() if heard.hypothesis else heard)
    contradicted = rivals.contradicted(guide, conversation, said) if conversation.check else ()
    said = _without(said, contradicted)
    kept = _with(guide, conversation, said) if said.readings else conversation
    if contradicted:
        return rivals.ask_which(guide, kept, contradicted)
    asked, before, now = conversation.asked, check.open_in(guide, conversation), check.open_in(guide, kept)
    settled = asked and (said.value(asked) is not None or asked in before and asked not in now)
    return check.proceed(guide, kept) if settled else (kept, None)


def usable(guide: Guide, figures: Figures, heard: Readings) -> tuple[Readings, str]:
    """What can be kept of a message, and why the rest cannot."""
    refused = {
        each.figure: why for each in heard.readings if (why := impossible(guide.figure[each.figure], each.value))
    }
    plain = [each for each in heard.readings if not (each.reversed_doubt or each.half)]
    rest = [each for each in plain if each.figure not in refused]
    together = contradictions(guide, {**figures, **{each.figure: each.value for each in rest}})
    torn = {figure for conflict in together for figure in conflict.figures}
    reasons = [guide.figure[figure].name + why for figure, why in refused.items()] + [each.reason for each in together]
    why = render("impossible", reason="；".join(reasons)) if reasons else noting.wrong_way_round(guide, heard)
    return replace(heard, readings=tuple(each for each in rest if each.figure not in torn)), why
