"""Two values of one figure: said in two messages or in one, and which of them the applicant means to hold."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from bot.answers.reply import Reply
from bot.dialogue.checking import check, contradiction
from bot.dialogue.checking.decisions import decides
from bot.dialogue.state import Conversation
from bot.figures.known import number_json, to_json
from bot.figures.numbers.amounts import scaled
from bot.figures.numbers.numerals import SCALES
from bot.figures.numbers.quantities import quantities
from bot.figures.pairing.happened import has_turned
from bot.figures.possible import disagreements
from bot.figures.readings import Reading, Readings, readings
from bot.figures.values import Range, Value
from bot.figures.wording.stance import clauses
from bot.guide.model import Guide

Outcome = tuple[Conversation, Reply]
_LATTER = (
    "最新|后面|后来|后者|后(?=[说讲报填给])|后头|后边|后一|第二|刚说|新|现在|这次|这回|改过|改后|更正过?|最后|最近|下面"
)
_FORMER = "前面|前者|[先前](?=[说讲报填给])|前头|前边|前一|第一|头一|原来|原先|原本|之前|先前|以前|旧|老|最早|最初|最开始|上次|上面|不变|不用?改|不动"
_SIDE = re.compile(f"(?P<latter>{_LATTER})|(?P<former>{_FORMER})")
_REFUSED = re.compile(r"不对|不是|错|作废|不算|不作数|不准|不要|别用|有误")
# What may stand beside 后面那个 in a message that only chooses; 现在怎么样 and 之前说的都不算 do more than that.
_CHOICE = re.compile(
    rf"(?:{_LATTER}|{_FORMER}|{_REFUSED.pattern}|当然|肯定|应该|就|还是|那|这|是|用|按照?|以|取|选|要|照|听|算|我|您|你|嗯|哦|对|的|了|吧|啊|呢|呀|嘛|说|讲|填|报|给|数字?|值|个|条|次|一?遍|为准|准|才|正确|没错|好|一|所|[\W_])+"
)

_HOLDS = re.compile(
    r"(?:那|就|还是|当然|应该|[，, ])*(?:以|按照?|照|算|当作?|用|取|写|记)(?:我?(?:现在|后来|刚才|这次)说的?)?(?P<value>[^，。；为]{1,14}?)(?:为准|来?算|来|办|吧|的?那个|[了啊呀呢。！! ])*"
)
# 可我们那个顾问组不管监督: what is there or not is told better than before.
_TOLD_BETTER = re.compile(
    r"[ ]*(?:可是?|但是?|不过|哦|其实|等等|等一?下|[，, ])+(?:我们?|咱们?|那|公司|单位|学校|所里)"
)
# 刚核实了，机构其实还没建: what is so takes the place of what was said.
_FOUND_OUT = re.compile(
    r"其实(?:是|还|也|并|就|都|只|才|已经?|[ ])*(?:没|不|未|无|有|是|在)|(?:核实|核对|确认|查证|打听|[查问]清楚?)(?:过|了|一下|下来)+(?!再)[，, ]"
)
# 对 to a value that was worked out from what was said.
_AGREED = re.compile(
    r"(?:[对是嗯哦好行]|没错|正确|确认|可以|就是|算得对|没问题|ok|[的了啊呀吧哈这样，,。！! ])+", re.IGNORECASE
)


def contradicted(guide: Guide, conversation: Conversation, heard: Readings) -> tuple[Reading, ...]:
    """The figures of which another value was said before, unless the message corrects it, decides, or was asked for it.

    Neither what was just supposed nor what has changed since (合同昨天签好了) contradicts what was said.
    """
    if heard.correction or decides(heard.text) or _FOUND_OUT.search(heard.text):
        return ()
    unasked = [each for each in heard.readings if each.figure != conversation.asked]
    if conversation.judged and _TOLD_BETTER.match(heard.text):
        unasked = [each for each in unasked if not isinstance(each.value, bool)]
    unasked = [each for each in unasked if guide.figure[each.figure].kind != "text"]  # 西瓜 only adds to 种植
    other = [each for each in unasked if _another(conversation.figures.get(each.figure), each.value)]
    other = [each for each in other if not (_was_supposed(conversation, each) or _has_turned(heard.text, each))]
    return tuple(each for each in other if not _mends(guide, conversation, each))


def left_open(guide: Guide, conversation: Conversation, heard: Readings) -> str:
    """What is said of two values between which nothing was chosen before something else was told."""
    found = contradiction.pair(conversation)
    if found is None or conversation.former or heard.value(found[0]) is not None or found[0] in heard.unknown:
        return ""
    return contradiction.told(guide, "which_left", *found)


def _another(before: Value | None, now: Value) -> bool:
    """Whether both are exact and not the same: a range is only made narrower or wider, a list of choices longer."""
    if isinstance(before, tuple) and isinstance(now, tuple) and before and now:
        return False
    if isinstance(before, Decimal) and isinstance(now, Decimal):
        return number_json(before) != number_json(now)  # what is remembered of 10:3 has fewer digits than what is said
    return before is not None and before != now and not isinstance(before, Range) and not isinstance(now, Range)


def _was_supposed(conversation: Conversation, reading: Reading) -> bool:
    """Whether the value is the one of the what-if before."""
    before = conversation.hypothesis.get(reading.figure)
    return before is not None and not _another(before, reading.value)


def _has_turned(text: str, said: Reading) -> bool:
    """Whether the words of the new value tell that it is so since then."""
    told = [part.text for part in clauses(text) if part.start < said.end and said.start < part.end]
    return any(has_turned(words, said.value) for words in told)


def _mends(guide: Guide, conversation: Conversation, reading: Reading) -> bool:
    """Whether the new value answers a reminder: figures that did not go together, go together with it."""
    odd = [each for each in disagreements(guide, conversation.figures) if reading.figure in each.figures]
    now = disagreements(guide, {**conversation.figures, reading.figure: reading.value})
    return bool(odd) and not any(reading.figure in each.figures for each in now)


def ask_which(
    guide: Guide, conversation: Conversation, readings: Iterable[Reading], refusal: str = "", *, counted: bool = False
) -> Outcome:
    """Tells every contradiction, and asks which value holds of the first; ``counted``: it was worked out from a change."""
    (first, value), *others = ((each.figure, each.value) for each in readings)
    told = [
        contradiction.told(guide, "which_holds", figure, conversation.figures[figure], now) for figure, now in others
    ]
    return _asking(guide, conversation.but(former=None, counted=counted), first, value, [refusal, *told])


def ask_which_of_two(guide: Guide, conversation: Conversation, torn: Iterable[Reading], refusal: str = "") -> Outcome:
    """Asks which value holds of the first figure to which one message gave two."""
    said = list(torn)
    values = [each.value for each in said if each.figure == said[0].figure]
    former = to_json({said[0].figure: values[0]})
    return _asking(guide, conversation.but(former=former, counted=False), said[0].figure, values[-1], [refusal])


def _asking(guide: Guide, conversation: Conversation, figure: str, now: Value, reasons: Iterable[str]) -> Outcome:
    asking = conversation.but(active=True, asked=figure, number=None, rival=to_json({figure: now}))
    reason = "\n".join(filter(None, [*reasons, contradiction.words(guide, asking)]))
    return asking, check.ask_again(guide, asking, reason)


def chosen(guide: Guide, conversation: Conversation, text: str) -> Readings | None:
    """后面那个, 前面那个, 以没有为准 or a bare 850 after two values were set against each other; None for anything else."""
    found = contradiction.pair(conversation)
    if found is None or found[0] != conversation.asked:
        return None
    figure, before, now = found
    later = True if conversation.counted and _AGREED.fullmatch(text) else _side(text)
    said = _numbered(text, before, now) if later is None else now if later else before
    value = _put(guide, figure, text, before, now) if said is None else said
    return (
        Readings(readings=(Reading(figure, value, 0, len(text)),), correction=True, text=text)
        if value is not None
        else None
    )


def says_which(text: str) -> bool:
    """Whether the text says, and nothing else, which value is to hold: 以没有为准."""
    return "为准" in text and bool(_HOLDS.fullmatch(text))


def _numbered(text: str, before: Value, now: Value) -> Value | None:
    """The one of the two values whose number in 万 is said without a unit: 按850算."""
    said = {scaled(each.value, SCALES["万"]) for each in quantities(text) if each.kind == "bare"}
    meant = [each for each in (before, now) if isinstance(each, Decimal) and each in said]
    return meant[0] if len(said) == len(meant) == 1 else None


def _put(guide: Guide, figure: str, text: str, before: Value, now: Value) -> Value | None:
    """The one of the two values that the text says to hold: 以没有为准, 按有的算."""
    found = _HOLDS.fullmatch(text)
    said = readings(found["value"], guide, figure).value(figure) if found else None
    return next((each for each in (before, now) if each == said), None)


def _side(text: str) -> bool | None:
    """Whether it is the later value that the message means, and nothing but that; None where it does not say."""
    choices = [part.text for part in clauses(text) if _CHOICE.fullmatch(part.text)]
    sides = [bool(found["latter"]) != bool(_REFUSED.search(part)) for part in choices for found in _SIDE.finditer(part)]
    return sides[0] if len(set(sides)) == 1 else None
