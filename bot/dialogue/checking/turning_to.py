"""To which other program the check turns by what a message tells: 那重大专项呢，总投资850万; 自筹380万，帮我算重大专项."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.answers.requirements import demanding
from bot.dialogue.checking import check
from bot.dialogue.hearing.heard import Hearing
from bot.dialogue.state import Conversation, Mention, Utterance
from bot.dialogue.subject.leaving import wanted_instead
from bot.figures.wording.stance import ahead_of, clause_at

# 帮我按重大专项算, 想报兰白专项: the name is of what is to be checked.
_AHEAD = re.compile(
    "(?:算|看|查|核|核对|对|试|测|套|评|按照?|照|比照|改|换|转|冲|报|申报|申请|争取|[说问指]的是)"
    "(?:一?[下遍]|看|算|查|成|到|去|往|我们|咱们?|[那这]个?|一?个|市里?的?|市级)*$"
)
_FILLED = "(?:[的那这个边块类种]|专项|项目|方面|条件|我们?|咱们?|俺们?|这样|怕是?|恐怕|估计|大概|是不是|会不会|还|也|就|到底|肯定|都)*"
# 重大专项我们够不上吧, 兰白的呢: it is asked how that stands.
_BEHIND = re.compile(
    rf"{_FILLED}(?:呢|[咋怎]么?样|如何|[行成中][不吗吧么]|够[不得吗么格吧呛]|不够|[报攀]得上|[报攀]不上|能不能|可不可以|能[报申过行成]"
    "|有没有戏|[有没]戏|没指望|合(?:不合)?适|符合|差[多得几]|[算看查核]一?[下算看查遍]|悬|不行)"
)
# 去年报过重大专项: what was, and is not to be checked now.
_WAS = re.compile(
    r"去年|前年|早年|往年|以前|之前|从前|上次|上回|那年|曾经?|已经|[报拿得搞做批申获评选]过|立了?项|批了|中了|没中|没选上|获批|\d{2,4}年"
)


def turned(this: Hearing) -> Conversation | None:
    """The conversation in which the message is to be heard, where what it tells is of another program than the check."""
    answer = {this.conversation.asked} if this.answered_first else set()
    told = {each.figure for each in this.heard.readings} - answer or this.heard.unit_doubts
    if not (this.conversation.check and told) or this.commands:
        return None
    asks = this.asks or this.wants_check  # which find their programs themselves
    if this.utterance.unchecked or asks and not this.heard.hypothesis:
        return None
    others = _named(this) if this.utterance.ids("program", "family") else _in_hand(this)
    fresh = {"active": False, "asked": None, "number": None, "half": None, "rival": None, "former": None}
    return check.begun_with(_answered(this), others).but(judged=False, **fresh) if others else None


def _answered(this: Hearing) -> Conversation:
    """The conversation with the answer to its open question, which no other check would hear: 有的，那兰白的呢，总投资900万."""
    asked = this.conversation.asked or ""
    value = this.heard.value(asked) if this.answered_first and not this.heard.hypothesis else None
    return (
        this.conversation.but(figures={**this.conversation.figures, asked: value})
        if value is not None
        else this.conversation
    )


def _named(this: Hearing) -> tuple[str, ...]:
    """The programs that are named for a check, or of which it is asked how they stand, and not in passing."""
    meant = tuple(each for each in this.utterance.mentions if _is_meant(this.utterance.text, each))
    return wanted_instead(replace(this.utterance, mentions=meant), this.guide, this.conversation.check)


def as_ordered(meant: Utterance) -> Utterance:
    """The message, which supposes nothing where it orders to reckon with what it tells: 投资加到510万，帮我算重大专项."""
    named = meant.of("program", "family")
    ordered = any(_AHEAD.search(ahead_of(meant.text, each.start)) for each in named)
    told = tuple(each for each in meant.ranking if each[0] != "what_if")
    return replace(meant, ranking=told) if ordered else meant


def _is_meant(text: str, name: Mention) -> bool:
    part = clause_at(text, name.start)
    asked = _AHEAD.search(ahead_of(text, name.start)) or _BEHIND.match(text, name.end)
    return bool(asked) and not _WAS.search(part.text)


def _in_hand(this: Hearing) -> tuple[str, ...]:
    """The one program that was asked about since the verdict, where what is told bears on it and on nothing that was checked."""
    conversation, heard = this.conversation, this.heard
    told = {each.figure for each in heard.readings} | {each.figure for each in heard.unit_doubts}
    others = len(conversation.programs) == 1 and not {*conversation.programs} & {*conversation.check}
    supposed = heard.hypothesis or this.intent == "what_if"  # 自筹提高到800呢, of which the unit is still open
    if conversation.active or supposed or not others or demanding(this.guide, told, conversation.check):
        return ()
    return conversation.programs if demanding(this.guide, told, conversation.programs) else ()
