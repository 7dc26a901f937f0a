"""Whether one condition without a number is put up for judgment: 自己干行不行, 必须拉上高校吗, 没有合作方还能报吗.

That rule is asked for, with how it stands by what the question tells, and no check of all the others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.answers.checks import WHO
from bot.answers.figures_meant import COUNTED
from bot.dialogue.hearing.all_or_one import all_or_one
from bot.dialogue.hearing.alluded import alluded_before, alluded_in
from bot.dialogue.hearing.case_put import (
    alluded_in_it,
    case_put,
    is_mere_place,
    numbers_in_it,
)
from bot.dialogue.hearing.condition_by_form import Condition, of_its_form
from bot.dialogue.hearing.counted import figures_counted
from bot.dialogue.hearing.demanded import demanded, is_had, rules_on
from bot.dialogue.hearing.kind_put_up import kind_put_up
from bot.dialogue.hearing.lacked import lacked
from bot.dialogue.hearing.leaning import PLAIN
from bot.dialogue.hearing.looked_at import looked_at
from bot.dialogue.hearing.message import Message
from bot.dialogue.hearing.of_a_place import placed
from bot.dialogue.hearing.put_up_words import COUNTS, ENOUGH, FINE, MUST, clauses_of
from bot.dialogue.hearing.told_of_conditions import (
    applies_alone,
    in_whose_name,
    kind_told,
    kinds_in,
    of_a_lower_level,
    told_of_conditions,
    what_counts,
)
from bot.dialogue.order_words import CHECKING
from bot.dialogue.state import Mention
from bot.dialogue.subject.fields import TECHNOLOGY, held_together
from bot.dialogue.subject.papers import paper_in_hand
from bot.dialogue.subject.points import FEW
from bot.dialogue.subject.supported_kinds import on_partners
from bot.dialogue.words import ABOUT_A_NUMBER, ASKING, COMPARING, ELIGIBLE, LISTING, SELF
from bot.eligibility.known import Known
from bot.eligibility.requirement import status
from bot.figures.values import Value
from bot.figures.wording.stance import Clause, asks
from bot.guide.by_field import by_field
from bot.guide.model import Requirement

JOINING = re.compile(r"(?:拉|找|带|跟|和|与|同|联合|请|有|绑|搭|配)[上着了到]?[^，。；]{0,4}$")
JOINED = re.compile(r"[^，。；]{0,6}(?:参与|参加|加入|合作|联合|共建|一起|搭伙)")
OF_ITS_OWN = re.compile("的(?:才行|才可以)?(?:[吗么嘛不吧?？]|$)")  # 成果必须是研究所的吗
# 没有研发中心的公司能不能报: by what it lacks an applicant is described.
OF_SUCH = re.compile(r"(?:没有?|无|不|未|缺)[^，。；？?]{1,16}的(?:企业|公司|单位|高校|学校|机构|院所|厂家?|合作社)")
SEVERAL = 2  # requirements beyond which a check is wanted
ASKED_AS = ("requirements", "quota", "figure", "other")
UNSURELY = ("program", "text")  # what a message that is not plain may seem to ask beside a condition


def condition(this: Message, topics: tuple[str, ...]) -> Condition | None:
    """The condition that is asked about, where it is one; None where a check or something else is wanted.

    ``topics``: what the message asks for by its intent.
    """
    if several := looked_at(this):
        return Condition(several)
    if settled := _kind_settled(this):
        return Condition((WHO,), settled)
    if counted := figures_counted(this.guide, this.conversation, this.utterance.text):
        return _counted(this, topics, counted)
    if (kind := kind_put_up(this)) is not None and not {*topics} - {*ASKED_AS}:
        return Condition((WHO,), kind)
    if on_partners(this.guide, this.subject, this.utterance):
        return None  # 在兰高校跟外省企业共建，允许吗 is of what is supported
    judged = of_its_form(this) or _judged(this, topics)
    return judged or (Condition(places) if (places := placed(this)) else None)


def _kind_settled(this: Message) -> dict[str, Value]:
    """The listed kind that an applicant tells to be who was just answered about under another name (医院能报吗), and no more:
    公立医院，事业单位."""
    of_it = this.conversation.unlisted and this.follows_a_rule and not (this.conversation.check or this.wonders)
    only = {each.figure for each in this.heard.readings} == {WHO}
    return kind_told(this) if of_it and only and any(each.id == WHO for each in demanded(this)) else {}


def _counted(this: Message, topics: tuple[str, ...], figures: tuple[str, ...]) -> Condition | None:
    """The rule that is meant by its place, with what is put up for judgment by it: 第三条那个，深圳的企业算不算数."""
    judging = _is_free(this, topics) and any(_judges(this, part) for part in clauses_of(this.utterance.text))
    told = {figure: value for figure, value in told_of_conditions(this).items() if figure in figures} if judging else {}
    return Condition(figures, told) if judging else None


def _judged(this: Message, topics: tuple[str, ...]) -> Condition | None:
    told = told_of_conditions(this) if _is_free(this, topics) else {}
    asking = _asking(this, told) if _is_free(this, topics) else []
    named = [tuple(_named_in(this, part, told)) for part in asking]
    named = (
        [found or alluded_in(this, part) for part, found in zip(asking, named, strict=True)]
        if any(named) or told and len(asking) > 1 or any(MUST.search(part.text) for part in asking)
        else named
    )
    if _asks_of_a_number_too(this, asking):
        return None  # 只能企业打头？企业自己要出几成 asks twice
    unnamed = (MUST.search(part.text) and not found for part, found in zip(asking, named, strict=True))
    if not told and any(unnamed):
        return None  # 合同必须签了才能报么 is of something that has no name here
    if asking and not any(named) and all(_names_a_number(this, part) for part in asking):
        return None  # 收入能不能拿集团合并的来填 is of the number, and not of who applies
    before = alluded_in_it if case_put(this) else _just_judged
    found = tuple(dict.fromkeys(each for one in named for each in one or told))
    found = found or before(this) or alluded_before(this, asking) or (_of_what_is_had(this) if asking else ())
    rules = rules_on(this, found)
    counting = any(COUNTS.search(part.text) for part in asking)
    doubted = counting or any(named) or not told or any(_stands(this, each, told) != "met" for each in rules)
    enough = bool(asking) and all(_is_of_enough(part.text) for part in asking)  # of several facts a check tells more
    doubted = doubted or bool(case_put(this)) or enough
    if not asking or not doubted or not 0 < len(rules) <= (1 if enough else SEVERAL):
        return None
    told |= kind_told(this) if WHO in found else {}
    return Condition(found, what_counts(this, told) if counting else told)


def _is_of_enough(text: str) -> bool:
    """Whether it is asked if what is told is enough, and no check is ordered by that: 查一下够不够."""
    return bool(ENOUGH.search(text)) and not CHECKING.search(text)


def _asks_of_a_number_too(this: Message, judged: list[Clause]) -> bool:
    """Whether another clause than those ``judged`` asks how much or how many."""
    apart = (part.text for part in clauses_of(this.utterance.text) if part not in judged)
    return any(asks(text) and ABOUT_A_NUMBER.search(text) for text in apart)


def _names_a_number(this: Message, part: Clause) -> bool:
    """Whether a clause names a number that the programs in hand demand, and tells none of it."""
    numbers = {each.id for each in demanded(this) if each.kind in COUNTED}
    return any(part.holds(each.start) for each in this.utterance.of("figure") if each.id in numbers)


def _asking(this: Message, told: dict[str, Value]) -> list[Clause]:
    """The clauses that put something up for judgment; a case that is put after conditions does: 专利还有点纠纷呢."""
    parts = clauses_of(this.utterance.text)
    judging = [part for part in parts if _judges(this, part)] or (parts[-1:] if case_put(this) else [])
    beside = [part for part in parts if ASKING.search(part.text) and any(_named_in(this, part, told))]
    judging = [part for part in parts if part in judging or part in beside] if judging else []
    described = told and OF_SUCH.search(this.utterance.text) and not SELF.search(this.utterance.text)
    return judging or [part for part in parts if described and asks(part.text) and ELIGIBLE.search(part.text)]


def _of_what_is_had(this: Message) -> tuple[str, ...]:
    """The rule on what one names that he has, which tells nothing of it: 我们是市级专精特新，行不, 高企还在申请，行吗."""
    listed = held_together(this.guide) & {each.id for each in demanded(this) if is_had(each)}
    named = dict.fromkeys(each.kind for each in this.utterance.mentions if each.kind in listed)
    return tuple(each for each in named if not is_mere_place(this, this.guide.figure[each]))


def _just_judged(this: Message) -> tuple[str, ...]:
    """The condition just talked about, where the message names nothing: 我们只有个技术小组，是不是没戏了."""
    nothing = not (this.heard.readings or any(each.kind != "quantity" for each in this.utterance.mentions))
    had = all(is_had(this.guide.figure[each]) for each in this.conversation.about_figures)
    after = this.follows_a_rule and (this.conversation.topic == "requirements" or had)
    return this.conversation.about_figures if nothing and after else ()


def _is_free(this: Message, topics: tuple[str, ...]) -> bool:
    """Whether nothing else is asked or goes on that a single rule would not answer."""
    text = this.utterance.text
    supposed = this.heard.hypothesis and not case_put(this)
    of_a_paper = paper_in_hand(this.guide, this.conversation, this.utterance)  # 只写搞研发的行不行
    busy = (
        this.conversation.check
        or of_a_paper
        or all_or_one(this)
        or this.numbers_told
        or this.heard.unit_doubts
        or supposed
        or numbers_in_it(this)
    )
    judging = any(words.search(text) for words in (FINE, COUNTS))
    unsurely = UNSURELY if judging and this.utterance.confidence < PLAIN else ()
    in_hand = {*this.conversation.programs}  # and not guessed from what one does
    of_no_field = judging and in_hand and not in_hand & by_field(this.guide)  # 有个焊接车间，算有条件不
    beside = (*ASKED_AS, *unsurely, *((TECHNOLOGY,) if of_no_field else ()))
    other = LISTING.search(text) or COMPARING.search(text) or {*topics} - {*beside}
    asking = [part for part in clauses_of(text) if asks(part.text)]
    named = this.utterance.of(*held_together(this.guide))
    choices = {each.id for each in named if any(part.holds(each.start) for part in asking)}
    return not (busy or other or len(choices) > 1) and 0 < len(this.subject.programs) <= FEW


def _judges(this: Message, part: Clause) -> bool:
    """Whether a clause puts something up for judgment; of a lower level than is demanded any question does."""
    words = any(each.search(part.text) for each in (MUST, FINE, COUNTS))
    lowered = (each for each in demanded(this) if of_a_lower_level(this.utterance.text, each))
    lacking = any(map(part.holds, lacked(this, demanded(this))))
    return words or lacking or asks(part.text) and any(lowered)


def _named_in(this: Message, part: Clause, told: dict[str, Value]) -> Iterator[str]:
    """The figures (ids) of the programs' conditions that a clause which asks names or tells of."""
    for one in demanded(this):
        if one.id in told and (applies_alone(part.text, one) or of_a_lower_level(part.text, one)):
            yield one.id
    for each in this.utterance.mentions:
        if part.holds(each.start):
            yield from _of_a_kind(this, part, each) if each.kind == WHO else _of_a_name(this, each)
    if in_whose_name(this) and FINE.search(part.text):
        yield WHO


def _of_a_name(this: Message, named: Mention) -> Iterator[str]:
    """The condition (id) that is named itself, or by one of its choices; else the one that is spoken of in such words
    (没实验室 of what there has to be for an expert)."""
    figure = named.id if named.kind == "figure" else named.kind
    wanted = {each.id: each for each in demanded(this) if is_had(each) and not is_mere_place(this, each)}
    spoken_of = [each.id for each in wanted.values() if named.kind == "figure" and named.text in each.own_words]
    return iter((figure,) if figure in wanted else spoken_of if len(spoken_of) == 1 else ())


def _of_a_kind(this: Message, part: Clause, kind: Mention) -> list[str]:
    """The conditions (ids) of which a kind of applicant speaks: of whoever joins in, else who is to apply."""
    text = this.utterance.text
    joins = JOINING.search(text[part.start : kind.start])
    of_it = [each.id for each in demanded(this) if kind.id in kinds_in(this, each)]
    if of_it and (joins or JOINED.match(text[kind.end : part.end])):
        return of_it
    owns = OF_ITS_OWN.match(text, kind.end)
    who = MUST.search(part.text) and not (joins or owns) and any(each.id == WHO for each in demanded(this))
    return [WHO] if who else []


def _stands(this: Message, rule: Requirement, told: dict[str, Value]) -> str:
    known = Known(this.guide, {**told}, lambda *_: False)
    owner = next(each for each in this.guide.programs if rule in each.requirements)
    return status(owner, rule, known)
