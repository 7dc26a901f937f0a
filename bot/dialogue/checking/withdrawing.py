"""What was said is taken back without another value, or is not known, or not settled yet."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from bot.answers.numbers import shown
from bot.answers.reply import Reply, render
from bot.dialogue.checking import check
from bot.dialogue.checking.elliptic import LAST_ONE
from bot.dialogue.checking.kind_denied import kinds_denied
from bot.dialogue.checking.restoring import GOES_BACK
from bot.dialogue.checking.unsettling import TAKEN_BACK, spoken_of
from bot.dialogue.state import Conversation
from bot.figures.mentions import Mention
from bot.figures.numbers.quantities import quantities
from bot.figures.readings import Reading, Readings
from bot.figures.stated.chosen import is_of_us
from bot.figures.stated.claimed import lapsed
from bot.figures.stated.quitting import is_asked, quits
from bot.figures.values import Range
from bot.figures.wording.blanks import blanked
from bot.figures.wording.denial import denies, is_denial, is_under_review
from bot.figures.wording.joined import together
from bot.figures.wording.polarity import falls_short
from bot.figures.wording.stance import clause_at, clauses, is_not_yet
from bot.guide.model import Guide

Outcome = tuple[Conversation, Reply]
# What is wished gone: 删掉, 作废, 取消那个600万.
_A_NUMBER = r"[^，。]{0,6}[\d一二两三四五六七八九十百千]"
_TAKEN_AWAY = rf"{TAKEN_BACK}|删(?!减)|清[除掉空]|去掉|抹掉|划掉|撤掉|不要了|不算(?=了|[，。！! ]|$)|取消(?={_A_NUMBER}|了?[，。！! ]*$)"
# 不是900万 takes it back; 是不是900万 asks, 900万不是很多 and 总投资不是越多越好 only speak of it.
RETRACTED = re.compile(
    rf"不对|错|不准|有误|[算弄记]岔|{_TAKEN_AWAY}|(?<!是)不是[^，。很太越]{{0,10}}[万亿元人名个数额\d](?:的|了|啊|呢|[，。！! ])*$"
)
# 把900万删掉 and 删掉那个900万; 删掉900万改成800万 says another value.
_TAKEN_BEHIND = re.compile(
    rf"[^，。改换是为没不]{{0,6}}(?:{_TAKEN_AWAY}|[说写填报打输记弄搞]错|有误|不对(?=[，。！! ]|$))"
)
_TAKEN_AHEAD = re.compile(rf"(?:{_TAKEN_AWAY})[^，。改换是为还剩余有]{{0,6}}$")

_WHETHER = re.compile("算[^，。；？?]{0,8}不算")  # 算大湾区不算 asks
_NEVER_SAID = re.compile(
    "(?:没有?|没|不是|又没|可没)说(?:过|我们|是|就是|它|那个|这个)*(?:(?P<no>没有?|不是|不能|不够|不算|不行)|有|是|能|够|算)(?=[的了啊呀呢吧，,。；！! ]|$)"
)
_INSTEAD = re.compile("换|改|而是|[，,]是|找")

# 返回上一题, 撤回上一条, 上一个答错了: no figure is named, and the one that was kept last is meant.
_BEFORE = r"(?:上|前)(?:面)?(?:那|一)?(?:个|题|条|问|项|道|句)(?:题|问题|回答|答案)?(?!项目|合作|单位|公司|企业|年|月|季|专项)"
_LAST_AGAIN = re.compile(
    rf"(?:{LAST_ONE.pattern}|刚才(?:说|答|填|选)的).*(?:改|重[新填答选说]|错|不对|不算|作废|不要|删|撤|反了)|(?:返回|回到|退回?到?|倒?回|撤回|撤销|取消|修?改一?下?|重[新填答选说]+)[^，。]{{0,4}}{_BEFORE}"
)


def takes_away(text: str, said: Reading | Mention) -> bool:
    """Whether the text wants gone what ``said`` reads or names, and gives no other value for it."""
    text = blanked(text, [found.span() for found in _WHETHER.finditer(text)])
    return bool(_TAKEN_BEHIND.match(text, said.end) or _TAKEN_AHEAD.search(text[: said.start]))


def retract(guide: Guide, conversation: Conversation, heard: Readings) -> Outcome | None:
    """Asks for the figure that the message takes back without a new value; None where it takes nothing back."""
    again = _LAST_AGAIN.search(heard.text) and not GOES_BACK.search(
        heard.text
    )  # 刚才那个改回去, and nothing was changed
    kinds = kinds_denied(guide, conversation, heard)
    if not conversation.check or not (
        again
        or kinds
        or _NEVER_SAID.search(heard.text)
        or any(RETRACTED.search(part.text) for part in clauses(heard.text))
    ):
        return None
    said = kinds or [figure for part in clauses(heard.text) for figure in spoken_of(guide, conversation, heard, part)]
    said = [figure for figure in said if figure in conversation.figures]
    values = {quantity.value for quantity in quantities(heard.text)}
    said += [figure for figure, value in conversation.figures.items() if value in values]
    said = said or [each for each in conversation.figures if again and each == conversation.last]
    said = said or [*_never_said(guide, conversation, heard.text)]
    if len(set(said)) != 1:
        return None
    kept = {figure: value for figure, value in conversation.figures.items() if figure != said[0]}
    left = conversation.but(figures=kept)
    if said[0] not in check.open_in(guide, left):
        return check.proceed(guide, left, note=render("taken_off", figure=guide.figure[said[0]]))
    asking = left.but(active=True, asked=said[0], number=None)
    return asking, check.ask_again(guide, asking, render("retracted", figure=guide.figure[said[0]]))


def _never_said(guide: Guide, conversation: Conversation, text: str) -> Iterator[str]:
    """The yes/no figure told last, where the text says that just this was never said of it: 我是问算不算，没说没有."""
    found, last = _NEVER_SAID.search(text), conversation.last
    value = conversation.figures.get(last or "")
    if found and last and isinstance(value, bool) and value != bool(found["no"]):
        yield last


def held_no_more(guide: Guide, conversation: Conversation, heard: Readings) -> Outcome | None:
    """高企去年到期了, 我们不是高企 after 是高企: what is left of the choices that were said to hold; None where none goes.

    Of the others the message says nothing, so that the figure is asked for where none is left.
    """
    gone = _denied(guide, conversation, heard)
    if not gone:
        return None
    figure = guide.figure[gone[0].figure]
    put = [each for each in heard.mentions if _is_put_instead(heard.text, each, gone)]
    held = {*_held(conversation, figure.id), *(each.choice for each in put)} - {each.choice for each in gone}
    left = tuple(choice.id for choice in figure.choices if choice.id in held)
    others = {each: value for each, value in conversation.figures.items() if each != figure.id}
    if left:
        note = render("noted", rows=[f"{figure.name} {shown(figure, left)}"])
        return check.proceed(guide, conversation.but(figures={**others, figure.id: left}), note=note)
    asking = conversation.but(figures=others, active=True, asked=figure.id, number=None)
    return asking, check.ask_again(guide, asking, others_of_it(heard, gone))


def without_what_is_over(guide: Guide, conversation: Conversation, heard: Readings) -> Conversation:
    """The conversation without the choices that lapsed, of a figure of which others are told in the same breath: 高企到期了，剩下专精特新."""
    gone = [each for each in _denied(guide, conversation, heard) if heard.value(each.figure) is not None]
    if not gone:
        return conversation
    over = {each.choice for each in gone}
    left = tuple(each for each in _held(conversation, gone[0].figure) if each not in over)
    return conversation.but(figures={**conversation.figures, gone[0].figure: left})


def _denied(guide: Guide, conversation: Conversation, heard: Readings) -> list[Mention]:
    """Choices of one figure that were said to hold and that the message denies, or says to have lapsed."""
    named = [each for each in heard.mentions if each.choice and guide.figure[each.figure].kind == "choices"]
    named = [each for each in named if not is_asked(heard.text, each)]
    named = [each for each in named if not is_under_review(clause_at(heard.text, each.start).text)]
    held = [each for each in named if each.choice in _held(conversation, each.figure)]
    if not held:
        return []
    over = [*lapsed(heard.text, named)]
    over += [
        each
        for piece in together(heard.text, named)
        for each in named
        if piece.holds(each.start) and is_denial(piece.text)  # 高企和专精特新都没有
    ]
    gone = [
        each for each in held if each in over or quits(heard.text, each, held) or _is_denied(guide, heard.text, each)
    ]
    return [each for each in gone if each.figure == gone[0].figure]


def _is_put_instead(text: str, name: Mention, gone: list[Mention]) -> bool:
    """Whether the choice stands in the place of the last that is gone: 不跟北京的合作了，换成深圳的."""
    last = gone[-1]
    between = text[last.end : name.start]
    return name.figure == last.figure and bool(name.choice and _INSTEAD.search(between)) and not is_denial(between)


def others_of_it(heard: Readings, gone: Iterable[Mention]) -> str:
    """What is said to 高企到期了, where any of several would do: it denies that one, and nothing of the others."""
    return render("others_of_it", names=list(dict.fromkeys(heard.text[each.start : each.end] for each in gone)))


def _held(conversation: Conversation, figure: str) -> tuple[str, ...]:
    value = conversation.figures.get(figure)
    return value if isinstance(value, tuple) else ()


def _is_denied(guide: Guide, text: str, name: Mention) -> bool:
    clause = clause_at(text, name.start)
    figure = guide.figure[name.figure]
    denied = denies(clause.text, name.start - clause.start, name.end - clause.start)
    denied = (
        denied
        or is_not_yet(clause.text)
        or takes_away(text, name)
        or falls_short(clause.text, figure.choice(name.choice or "").name)
    )
    return denied and is_of_us(text, name.start, name.end, figure)


def skip(guide: Guide, conversation: Conversation, heard: Readings, figures: Iterable[str]) -> Outcome:
    """These figures are not known: they stay unknown (or the range they were), and the check goes on."""
    unknown = frozenset(figures)
    kept, note = unsettled(guide, conversation, heard)
    answered = kept.answered + (kept.asked in unknown)
    return check.proceed(guide, kept.but(skipped=kept.skipped | unknown, answered=answered), note=note)


def unsettled(guide: Guide, conversation: Conversation, heard: Readings) -> tuple[Conversation, str]:
    """The conversation without what was said exactly of figures that are named as not settled: 自筹还没定; and a word on it."""
    named = {each.figure for each in heard.mentions if not each.choice} & set(heard.unknown)
    named |= set(heard.unknown) - {conversation.asked}
    gone = [
        figure for figure, value in conversation.figures.items() if figure in named and not isinstance(value, Range)
    ]
    kept = {figure: value for figure, value in conversation.figures.items() if figure not in gone}
    note = render("unsettled", figures=[guide.figure[each].name for each in gone]) if gone else ""
    return conversation.but(figures=kept), note
