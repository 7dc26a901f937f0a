"""Whether it is asked how a check stands, in whatever words: 还差什么, 那就是不行呗, 那哪些还行, 查到哪了; and what is answered."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.answers.reply import Reply, render, talk
from bot.dialogue.checking import check, supposing
from bot.dialogue.checking import commands as orders
from bot.dialogue.checking.untold import asks_for_the_untold, untold
from bot.dialogue.hearing.heard import Hearing
from bot.dialogue.hearing.leaning import PLAIN, SURE, UNDERSTOOD
from bot.dialogue.standing_words import (
    BASIS,
    COMES_OUT,
    CONCLUDES,
    CONFIRMS,
    DONE_YET,
    FORWARD,
    PLAINLY,
    STILL_IN,
    STILL_MISSING,
    SUITS_US,
    WHY_VERDICT,
)
from bot.dialogue.state import Conversation
from bot.dialogue.subject.programs import BOTH, EVERY, named_programs
from bot.dialogue.words import ANY_OF_THEM, ELIGIBLE, LISTING, WHICH
from bot.eligibility.nearest import nearest
from bot.figures.readings import Reading
from bot.figures.wording.stance import asks, clauses

Outcome = tuple[Conversation, Reply]
TWO = 2
SHORT = 16  # characters of a question that asks for no more than the verdict
# 那就查你说的那个, 试试最接近的那个吧: the program that was just offered.
_OFFERED = re.compile(
    r"(?:好|行|嗯|可以|成|那么?|就|先|再|我们?|咱们?|帮|给|来|[，, ])*(?:查|看|核对?|试|测|评估|换)(?:一?[下遍]|查|看|试|对|成)?"
    r"(?:你|您)?(?:刚才?|上面|前面)?(?:(?:说|提|推荐|讲|列)(?:到|过)?的?|最?接近的?|推荐的?)+(?:那|这|一)?(?:个|项)?(?:专项|项目)?(?:吧|呗|了|试试|看看|[，,。！! ])*"
)
# 那就查这个, 好，查吧: right after the offer nothing else can be meant.
_CHECKS = "(?:查|核对?|试|测|评估)(?:一?[下遍]|查|看|试|对|测)*"
_TAKEN_UP = re.compile(
    r"(?:好的?|行|嗯|可以|成|ok|那么?|就|先|再|我们?|咱们?|帮|给|来|请|麻烦|[，, ])*"
    rf"(?:(?:按照?)?(?:这|那|它)(?:一?[个项])?(?:专项|项目)?(?:来|也|去)*(?:{_CHECKS}|看看|看一?[下看])|(?:{_CHECKS}|换)(?:这|那|它)?(?:一?[个项])?(?:专项|项目)?)"
    r"(?:吧|呗|了|试试|看看|条件|[，,。！! ])*",
    re.IGNORECASE,
)
PAPERS = re.compile("材料|资料|文件|手续|证明")
OF_A_PARTNER = re.compile("(?:的|那边)?(?:合作|联合|共建|参与)")
OTHERS = re.compile("别的|其[他它]|另外|还|换")


def asked(this: Hearing) -> bool:
    """Whether 还差什么, 要改什么才行 or, after a verdict, 依据呢 and 好了吗 ask for the check's own standing."""
    text = this.utterance.text
    named = {*named_programs(this.guide, this.utterance)} - {*this.conversation.check}
    papers = PAPERS.search(text) or this.topics == ("materials",) and not STILL_MISSING.search(text)  # 还差啥材料要交
    both = len(this.subject.programs) == TWO and BOTH.search(text)  # 两边要求差多少
    if named or both or not this.conversation.check or papers or _asks_of_a_rule_first(this):
        return False
    ended = not this.conversation.active and (
        BASIS.search(text) or DONE_YET.fullmatch(text) or COMES_OUT.fullmatch(text)
    )
    ended = ended or WHY_VERDICT.fullmatch(this.utterance.masked)
    ended = ended or COMES_OUT.fullmatch(text) and PLAINLY.search(text)
    return bool(STILL_MISSING.search(text) or FORWARD.search(text) or ended or _asks_for_the_verdict(this))


def _asks_of_a_rule_first(this: Hearing) -> bool:
    """Whether a clause of its own plainly asks of a rule by its name, whatever else is to be done: 转化地点必须在兰州吗，企业在白银怎么办."""
    ruled = this.intent in ("ask_requirements", "ask_figure") and this.utterance.confidence >= PLAIN
    named = [each.start for each in this.utterance.of("figure")]
    parts = (part for part in clauses(this.utterance.text) if asks(part.text) and any(map(part.holds, named)))
    return ruled and any(not (FORWARD.search(part.text) or STILL_MISSING.search(part.text)) for part in parts)


def answer(this: Hearing) -> Outcome:
    """How it stands, of the programs that are named where the check is of several; under another kind that is named."""
    if supposed := _under_another_kind(this):
        return supposed
    if len(this.conversation.check) == 1 and asks_for_the_untold(this.utterance.text):
        return untold(this.guide, this.conversation)
    return orders.status(this.guide, this.conversation, named_programs(this.guide, this.utterance))


def _under_another_kind(this: Hearing) -> Outcome | None:
    """The verdict under the one kind that is named and was not told: 农业类的话我们够不够."""
    text = this.heard.text
    named = {
        (each.figure, each.choice)
        for each in this.heard.mentions
        if each.choice and not OF_A_PARTNER.match(text, each.end)  # 高校合作合同
    }
    figure, kind = named.pop() if len(named) == 1 else ("", None)
    known = this.conversation.figures.get(figure)
    if kind is None or this.guide.figure[figure].kind != "choice" or known in (None, kind):
        return None
    case = replace(this.heard, readings=(Reading(figure, kind, 0, len(this.heard.text)),), hypothesis=True)
    return supposing.suppose(this.guide, this.conversation, case, this.subject.programs)


def wants_the_nearest(this: Hearing) -> bool:
    """Whether the other program is to be checked that the verdict spoke of: 行，那就查你说的那个."""
    text = this.utterance.text
    return bool(this.conversation.judged and (_OFFERED.fullmatch(text) or _TAKEN_UP.fullmatch(text)) and _nearest(this))


def check_the_nearest(this: Hearing) -> Outcome:
    """The check of that program, with what was told."""
    return check.start(this.guide, this.conversation, _nearest(this))


def _nearest(this: Hearing) -> tuple[str, ...]:
    guide, conversation = this.guide, this.conversation
    found = (
        nearest(guide, conversation.figures, check.fits_in(guide), conversation.check) if conversation.check else None
    )
    return (found.program,) if found else ()


def _asks_for_the_verdict(this: Hearing) -> bool:
    """Whether 够格吗 in a check asks for no more than how it stands."""
    asks = this.intent in ("check", "status") and this.utterance.confidence >= UNDERSTOOD
    text = this.utterance.text
    other = ANY_OF_THEM.search(text) or WHICH.search(text) or EVERY.search(text) or LISTING.search(text)
    return bool(asks and len(text) <= SHORT and ELIGIBLE.search(text) and not other)


def said_back(this: Hearing) -> bool:
    """Whether the verdict is said back for a yes: 那就是不行呗？ 重大专项是没戏了对吧."""
    concludes = not this.conversation.asked or CONCLUDES.search(this.utterance.text)
    return bool(this.conversation.figures and concludes and CONFIRMS.fullmatch(this.utterance.masked))


def verdict_again(this: Hearing) -> Outcome:
    """The verdict of the check, or of the other programs that are named, by what was said."""
    named = named_programs(this.guide, this.utterance)
    if not named or {*named} & {*this.conversation.check}:
        return answer(this)
    reply = check.standing(this.guide, this.conversation.but(check=named), complete=False)
    return this.conversation, check.asked_again(this.guide, this.conversation, reply)


def which_are_in(this: Hearing) -> bool:
    """Whether it is asked, of what was told, which programs are still in or the better: 那哪些还行, 更看好哪个."""
    text, named = this.utterance.text, this.utterance.ids("program", "family")
    if not this.conversation.figures:
        return False
    return bool(SUITS_US.search(text) or not named and (STILL_IN.search(text) or _compares_ours(this)))


def _compares_ours(this: Hearing) -> bool:
    """Whether it is asked in a check which is the better, and none is named that could be compared: 四个里面哪个最稳."""
    plain = this.intent == "ask_compare" and this.utterance.confidence >= SURE and not this.utterance.mentions
    return bool(plain and this.conversation.check and len(this.subject.programs) < 2 and "哪" in this.utterance.text)


def tell_which(this: Hearing) -> Outcome:
    """How it stands in the programs of the check where they are several; else, and where others are asked for, in all."""
    of_these = len(this.conversation.check) > 1 and not OTHERS.search(this.utterance.text)
    return (orders.status if of_these else orders.everywhere)(this.guide, this.conversation)


def comes_back(this: Hearing) -> Outcome:
    """我回来了: the open question again, or the check that was left; of nothing left to do, that is said."""
    guide, conversation = this.guide, this.conversation
    if conversation.asked:
        return conversation, check.ask_again(guide, conversation)
    left = conversation.check and not check.is_complete(guide, conversation)
    return orders.resume(guide, conversation) if left else (conversation, talk("done"))


def where_it_is(this: Hearing) -> Outcome:
    """查到哪了: the open question, after how far the check is; after its end, how it stands."""
    guide, conversation = this.guide, this.conversation
    if check.is_complete(guide, conversation):
        return answer(this)
    after, reply = comes_back(this)
    so_far = render("talk_left", progress=check.progress(guide, after))
    return after, Reply(so_far + "\n" + reply.text, reply.payload)
