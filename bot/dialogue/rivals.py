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
from bot.figures.amounts import scaled
from bot.figures.known import from_json, number_json, to_json
from bot.figures.numerals import SCALES
from bot.figures.possible import disagreements
from bot.figures.quantities import quantities
from bot.figures.readings import Reading, Readings
from bot.figures.stance import asks, clauses
from bot.figures.values import Range, Value
from bot.guide.model import Guide

Outcome = tuple[Conversation, Reply]
_LATTER = "最新|后面|后来|后者|后头|后边|后一|第二|刚说|新|现在|这次|这回|改过|改后|更正过?|最后|最近|下面"
_FORMER = "前面|前者|前头|前边|前一|第一|头一|原来|原先|原本|之前|先前|以前|旧|老|最早|最初|最开始|上次|上面|不变|不用?改|不动"
_SIDE = re.compile(f"(?P<latter>{_LATTER})|(?P<former>{_FORMER})")
_REFUSED = re.compile(r"不对|不是|错|作废|不算|不作数|不准|不要|别用|有误")
# What may stand beside 后面那个 in a message that only chooses; 现在怎么样 and 之前说的都不算 do more than that.
_CHOICE = re.compile(
    rf"(?:{_LATTER}|{_FORMER}|{_REFUSED.pattern}|当然|肯定|应该|就|还是|那|这|是|用|按照?|以|取|选|要|照|听|算|我|您|你|嗯|哦|对|的|了|吧|啊|呢|呀|嘛|说|讲|填|报|给|数字?|值|个|条|次|一?遍|为准|准|才|正确|没错|好|一|所|[\W_])+"
)
# 那就按自筹300万算 decides between what was said and what was supposed since.
DECIDED = re.compile(
    r"那?就?(?:按照?|照|用|取)[^，。]{1,20}(?:算|来|报|填|计|为准)|那就(?:是|定|改|用|按)|以[^，。]{1,14}为准|定[为成]"
    r"|(?<![\d万亿元块%人个成])还是(?:按|用|写|填|报|改|要|算)?[成为]?[^，。]{0,6}[\d一二两三四五六七八九十百千]|决定|敲定|商量好"
    r"|(?:改|调|提|加|降|减|压|涨)到[^，。]{1,14}[了吧][。！! ]*$"
)


# 管理机构上个月也成立了: since then it is so, and what was said before was true then.
_SINCE = re.compile(
    r"现在|如今|已经|上个?(?:月|周|礼拜|星期)|昨天|前天|今天|刚刚|刚(?!才)|最近|近期|后来|终于|这[几两]天|前[几两]天|新(?=[成设建招签])"
)


_COME_TRUE = re.compile(
    r"(?:落实|成立|设立|建[好成]?|批(?:下来)?|到位|签[好完订]?|启动|拿到|办(?:下来|好)|[搬迁](?:过?来)|配[齐好备]|有)了(?![吗没])"
)
_COME_TO_AN_END = re.compile(r"(?:没有?|撤|取消|散|解散|停|注销|黄|搬走|迁走|到期|过期)了(?![吗没])")


def decides(text: str) -> bool:
    """Whether the words settle what is to hold from now on: 那就按300万算, 我们决定把总投资加到900万, 还是510万."""
    return bool(DECIDED.search(text)) and not asks(text)


def contradicted(guide: Guide, conversation: Conversation, heard: Readings) -> tuple[Reading, ...]:
    """The figures of which another value was said before, unless the message corrects it or was asked for it."""
    if heard.correction or decides(heard.text):
        return ()
    unasked = [each for each in heard.readings if each.figure != conversation.asked]
    other = [each for each in unasked if _another(conversation.figures.get(each.figure), each.value)]
    return tuple(each for each in other if not (_mends(guide, conversation, each) or _has_changed(heard.text, each)))


def _has_changed(text: str, said: Reading) -> bool:
    """Whether the words of the new value tell that it is so since then."""
    told = [part.text for part in clauses(text) if part.start < said.end and said.start < part.end]
    come = _COME_TRUE if said.value is True else _COME_TO_AN_END
    return any((_SINCE.search(words) or come.search(words)) and not asks(words) for words in told)


def left_open(guide: Guide, conversation: Conversation, heard: Readings) -> str:
    """What is said of two values between which nothing was chosen before something else was told."""
    figure, now = next(iter(from_json(conversation.rival or {}).items()), ("", None))
    before = conversation.figures.get(figure)
    if (
        now is None
        or before is None
        or conversation.former
        or heard.value(figure) is not None
        or figure in heard.unknown
    ):
        return ""
    return _told(guide, "which_left", figure, before, now)


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
    """后面那个, 前面那个 or a bare 850 after two values were set against each other; None for anything else."""
    figure, now = next(iter(from_json(conversation.rival or {}).items()), ("", None))
    before = from_json(conversation.former or {}).get(figure) or conversation.figures.get(figure)
    if not figure or figure != conversation.asked or now is None or before is None:
        return None
    later = _side(text)
    value = _numbered(text, before, now) if later is None else now if later else before
    return Readings(readings=(Reading(figure, value, 0, len(text)),), correction=True, text=text) if value else None


def _numbered(text: str, before: Value, now: Value) -> Value | None:
    """The one of the two values whose number in 万 is said without a unit: 按850算."""
    said = {scaled(each.value, SCALES["万"]) for each in quantities(text) if each.kind == "bare"}
    meant = [each for each in (before, now) if isinstance(each, Decimal) and each in said]
    return meant[0] if len(said) == len(meant) == 1 else None


def _side(text: str) -> bool | None:
    """Whether it is the later value that the message means, and nothing but that; None where it does not say."""
    choices = [part.text for part in clauses(text) if _CHOICE.fullmatch(part.text)]
    sides = [bool(found["latter"]) != bool(_REFUSED.search(part)) for part in choices for found in _SIDE.finditer(part)]
    return sides[0] if len(set(sides)) == 1 else None
