"""Whether no more is put up than a kind of applicant, of which it is asked if it may apply: 我们学院想牵头…，有资格吗, 我们是研究所，
不是企业，这样行吗, 高校可以当申报单位吗. The rule on who applies answers that, and no other."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.answers.checks import WHO
from bot.dialogue.hearing.demanded import demanded, rules_on
from bot.dialogue.hearing.message import Message
from bot.dialogue.hearing.put_up_words import clauses_of
from bot.dialogue.office_words import LEADING
from bot.dialogue.state import Mention
from bot.dialogue.words import COMPARING, LISTING
from bot.eligibility.known import Known
from bot.eligibility.requirement import tested
from bot.figures.reading import Reading
from bot.figures.stated.chosen import is_denied_before, is_not_founded, is_of_us
from bot.figures.values import Value
from bot.figures.wording.stance import Clause

_AROUND = r"(?:那么?|我们?|咱们?|这样|这种|请问|到底|究竟|想?问一?下?|也|还|都|是不是|就|[ ，,；;])*"
_MAY = r"(?:有没有资格|有资格|有无资格|够不够格|够格|(?:行|成|中)不(?:行|成|中)|可不可以|可以|要得|允不允许|允许|[准让许]不[准让许](?:申?报|牵头)?|行|成|合不合要求|符不符合(?:条件|要求)?|符合(?:条件|要求)?)"
_ENDS = r"(?:[吗么吧不没嘛呢]|没有?)?[？?。！!~ ]*$"
_BARE = re.compile(rf"{_AROUND}{_MAY}{_ENDS}")
_APPLIES = re.compile(
    rf"{_AROUND}的?(?:单位|主体)?(?:能报不能报|(?:能不能|能|可不可以|可以|能否|可否)(?:申?报|申请))[^，。；？?]{{0,12}}[？?。 ]*$"
)
# 高校自己牵头行不行, 高校可以当申报单位吗
_TO_LEAD = re.compile(
    rf"(?:自己|单独|直接|独立|来|去|也)*(?:(?:能不能|能否|能|可不可以|可以|可否)(?:来|去|直接|自己|单独)?(?:当|做|作为|充当)?(?:(?:申报|申请)(?:单位|主体|人)|主体)[^，。；？?]{{0,8}}(?:[吗么吧不?？]|$)"
    rf"|(?:当|做|作为|充当)?(?:{LEADING}|申报(?:单位|主体)|申请(?:单位|主体))[^，。；？?]{{0,10}}?{_MAY}{_ENDS})"
)
_JOINS = re.compile(r"(?:[拉找带跟和与同请绑搭配给](?![您你])|联合|合作(?!社)|参与)[上着了到]?[^，。；]{0,6}$")


def kind_put_up(this: Message) -> dict[str, Value] | None:
    """What is told of who applies, of a kind that may not, or empty where the guide has no name for it; None where the kind may, so
    that a check is wanted, or something else is asked, too."""
    text = this.utterance.text
    other = (
        this.numbers_told
        or this.heard.hypothesis
        and this.conversation.check
        or LISTING.search(text)
        or COMPARING.search(text)
    )
    ruled = len(this.subject.programs) == 1 and any(each.id == WHO for each in demanded(this))
    parts = clauses_of(text)
    if other or not ruled or any(_is_told_beside(parts, each) for each in this.heard.readings):
        return None
    kinds = next(filter(None, (_put_up(this, parts, place) for place in range(len(parts)))), None)
    if kinds is None:
        return None
    told = {each.id for each in kinds if not is_denied_before(text, each.start)}
    if len(told) != 1:
        return {} if not told else None
    kind: dict[str, Value] = {WHO: told.pop()}
    return kind if "not_met" in _stands(this, kind) else None


def _is_told_beside(parts: Sequence[Clause], said: Reading) -> bool:
    """Whether more is told than a kind: 还是只能跟着企业做合作方 only offers something else."""
    return said.figure != WHO and not any(part.text.startswith("还是") and part.holds(said.start) for part in parts)


def _put_up(this: Message, parts: Sequence[Clause], place: int) -> list[Mention]:
    """The kinds of which one clause asks it, by their names or those in the clauses right before it."""
    part, before = parts[place], parts[max(place - 2, 0) : place]
    own = _applicants(this, [part])
    text = this.utterance.without("program", "family")
    if any(_TO_LEAD.match(part.text, each.end - part.start) for each in own):
        return own
    if any(is_denied_before(text, each.start) and _APPLIES.match(text[each.end : part.end]) for each in own):
        return own  # 不是公司的能不能报
    kinds = _applicants(this, before)
    denied = any(is_denied_before(this.utterance.text, each.start) for each in kinds)
    plainly = text[part.start : part.end]
    asks = _BARE.fullmatch(plainly) or denied and _APPLIES.match(plainly)
    return kinds if asks else []


def _applicants(this: Message, parts: Sequence[Clause]) -> list[Mention]:
    """The kinds that stand there as who applies; none where one of them only joins in, or is no unit yet."""
    text = this.utterance.text
    named = [each for each in this.utterance.of(WHO) if any(part.holds(each.start) for part in parts)]
    figure = this.guide.figure[WHO]
    open_ = (
        _JOINS.search(text[: each.start])
        or is_not_founded(text, each.start, each.end)
        or not (is_denied_before(text, each.start) or is_of_us(text, each.start, each.end, figure))
        for each in named
    )
    return [] if any(open_) else named


def _stands(this: Message, told: dict[str, Value]) -> set[str]:
    """How the rules on who applies stand by the kind alone; where it may apply, a check tells more."""
    program = this.guide.program[this.subject.programs[0]]
    facts = Known(this.guide, told, lambda *_: False)
    return {tested(program, rule.test, facts) for rule in rules_on(this, (WHO,))}
