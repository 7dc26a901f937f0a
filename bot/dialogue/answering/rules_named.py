"""The rules on what a question names, or has a word of: 没签协议行不行, 运行经费要求多少, 对注册资本有要求吗."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.answers import contents, figures_meant, requirements, thresholds
from bot.answers.phrases import sections_of
from bot.answers.reply import Reply, followed_by, render
from bot.answers.subject import Subject
from bot.answers.thresholds import as_requirement
from bot.dialogue.answering import pointed
from bot.dialogue.answering.by_a_word import asks_of_what_is_named, figures_of_a_word
from bot.dialogue.state import Utterance
from bot.dialogue.subject.fields import held_together
from bot.dialogue.words import ASKING, IN_GENERAL, LISTING, REQUEST, WITH
from bot.figures.mentions import short_mentions
from bot.figures.stated.chosen import is_of_partners
from bot.figures.wording.stance import clauses
from bot.guide.model import Guide

APPLIES = re.compile(r"(?:想|要|来|去|可以?|能|打算|准备)?(?:申请|申报|报)(?!告|表|送)")
WHETHER = re.compile(
    r"有没有|有无|[吗么不没][?？。]?$|有(?:什么|啥)(?:要求|规定|限制)|是不是|才[能行可]|要不要|是否|需不需要|卡不卡|限不限"
)
_HOW_MUCH = re.compile(r"多少|多大|几[个名人家成笔]|定数|数额|额度|下限|最低|起码|至少(?![要得]有)")
EXAMPLES = re.compile(r"(?:条件|要求|门槛|限制)[^。？?]{0,4}[，, （(](?:比如|例如|譬如|诸如|像)[^。？?]*$")

_LACKED = re.compile("(?:没有?|未|无|缺)[^，。；？?]{0,2}$")


def on_what_is_named(guide: Guide, subject: Subject, utterance: Utterance) -> Reply | None:
    """The rules on the figures, or on the listed choices, that the question names; None where the programs demand none of them."""
    about = _asked_of(guide, subject, utterance)
    return _without_a_number(guide, about, utterance, replace(subject, figures=about)) if about else None


def on_a_short_name(guide: Guide, subject: Subject, utterance: Utterance) -> Reply | None:
    """That the one program demands nothing of the number that is named by a part of its name: 投资有没有下限; None where it does."""
    asking = [part for part in clauses(utterance.text) if ASKING.search(part.text) and _HOW_MUCH.search(part.text)]
    short = short_mentions(utterance.text, guide) if asking and not subject.figures else ()
    named = {each.figure for each in short if any(part.holds(each.start) for part in asking)}
    if len(named) != 1 or len(subject.programs) != 1 or requirements.demanding(guide, named, subject.programs):
        return None
    return thresholds.figure(guide, replace(subject, figures=tuple(named)))


def _without_a_number(guide: Guide, about: tuple[str, ...], utterance: Utterance, subject: Subject) -> Reply:
    """The rules on figures; where it is asked how much of what only has to be there, that no number is written: 运行经费要求多少."""
    rule = thresholds.figure(guide, subject)
    had = all(guide.figure[each].kind == "yes_no" for each in about) and rule.payload["kind"] == "answer"
    if not (had and _HOW_MUCH.search(utterance.text)):
        return rule
    whom = sections_of((guide.program[each] for each in rule.payload["programs"]), subject.known)
    return followed_by(rule, render("no_number", sections=whom))


def among_requirements(guide: Guide, subject: Subject, utterance: Utterance) -> Reply | None:
    """Of what is had or not (合同还没签，能报吗) it is a requirement that is asked for, and no number."""
    about = _asked_of(guide, subject, utterance)
    if beside := pointed.beside_a_rule(guide, subject, utterance):
        return beside  # 要不要有固定收入 is of no number
    if not about:
        return _untested(guide, subject, utterance)
    rule = _without_a_number(guide, about, utterance, replace(subject, figures=about))
    return rule if any(guide.figure[each].kind in figures_meant.COUNTED for each in about) else as_requirement(rule)


def _untested(guide: Guide, subject: Subject, utterance: Utterance) -> Reply | None:
    """研发平台建设专项有没有研发人员数量的要求, 高新专项只有高企能报吗: that nothing of the kind is demanded is the answer."""
    about = subject.figures or tuple(
        each
        for each in _choices_named(guide, utterance)
        if not is_of_partners(guide.figure[each])
        or WITH.search(utterance.without("program", "family"))  # 注册在白银行吗 is of no partner
    )
    counted = all(guide.figure[each].kind in (*figures_meant.COUNTED, "choices") for each in about)
    known = utterance.ids("program") or about and subject.programs  # 也有研发人员15个这种硬杠杠吗, after its conditions
    if not (about and counted and known and WHETHER.search(subject.text)):
        return None
    if requirements.demanding(guide, about, subject.programs):
        return None
    whole = replace(subject, figures=about)
    return thresholds.figure(guide, whole) if subject.figures else thresholds.figure_silent(guide, whole)


def on_what_is_alluded(guide: Guide, subject: Subject, utterance: Utterance) -> Reply | None:
    """投资低于多少不收 names no figure, but has a word of one."""
    named = subject.figures or _choices_named(guide, utterance)
    about = () if named or not subject.programs else figures_meant.related(guide, subject.programs, utterance.masked)
    return thresholds.figure(guide, replace(subject, figures=about)) if about else None


def on_a_point(guide: Guide, subject: Subject, utterance: Utterance) -> Reply | None:
    """What a number is asked of that no figure's name tells, but a point of the programs is about."""
    return None if subject.figures else pointed.of_a_condition(guide, subject, utterance)


def left_out(guide: Guide, subject: Subject, utterance: Utterance) -> Reply | None:
    """What the guide leaves out and is asked for by its words and the name of a figure: 政府给多少经费.

    Not of a number that the guide names: 800万以上，是整个项目的投入还是找政府要的钱; nor of one that a ratio bounds by
    another that is told: 自筹300万，按比例财政能给多少.
    """
    bounded = any(
        {*each.amounts} & {*subject.figures} and {*each.amounts} & {*subject.told}
        for each in guide.figures
        if requirements.demanding(guide, [each.id], subject.programs)
    )
    if bounded or figures_meant.with_threshold(guide, subject.text, subject.programs):
        return None
    asked = [
        each.topic
        for each in guide.silent_topics
        if set(each.figures) & set(subject.figures) and any(word in subject.text for word in each.words)
    ]
    return contents.unsaid(guide, subject, asked[0]) if asked else None


def _choices_named(guide: Guide, utterance: Utterance) -> tuple[str, ...]:
    named = {mention.kind for mention in utterance.mentions}
    return tuple(each.id for each in guide.figures if each.id in named & held_together(guide))


def _asked_of(guide: Guide, subject: Subject, utterance: Utterance) -> tuple[str, ...]:
    """Figures on which a question about some programs turns (没签协议行不行, 非高企不可吗), where these test them."""
    figures = in_the_question(guide, utterance, subject.figures) or _choices_named(guide, utterance)
    tested = requirements.demanding(guide, figures, subject.programs)
    of_one = asks_of_what_is_named(guide, figures, utterance) or figures_of_a_word(guide, subject.programs, utterance)
    listed = LISTING.search(subject.text) and not of_one
    return figures if tested and not listed else ()


def in_the_question(guide: Guide, utterance: Utterance, figures: tuple[str, ...]) -> tuple[str, ...]:
    """``figures`` but for those that only say who applies (省级重点实验室申请研发平台建设，需满足的条件).

    Where they only stand in what is told before the question, and in that a kind of applicant does, it is of that
    (协会拿到了使用权，接受协会申报么); where it asks for the conditions altogether, of none.
    """
    named = [each for each in utterance.mentions if each.kind == "figure" and each.id in figures]
    asking = [part for part in clauses(utterance.text) if ASKING.search(part.text) or REQUEST.search(part.text)]
    kinds = [
        each.kind
        for each in utterance.mentions
        if each.kind in guide.figure
        and guide.figure[each.kind].kind == "choice"
        and any(part.holds(each.start) for part in asking)
    ]
    if any(EXAMPLES.search(utterance.text[: each.start]) for each in named):
        return ()  # 有没有单独的申报条件，比如资质、收入
    if named and asking and not any(part.holds(each.start) for each in named for part in asking):
        numbers = any(guide.figure[each.id].kind in figures_meant.COUNTED for each in named)
        if kinds and not numbers:  # 学校要求分头报，我想确认下投资额底线 is of the number
            return tuple(dict.fromkeys(kinds))
        if any(IN_GENERAL.search(part.text) for part in asking):
            return ()
    held = [each for each in named if not _LACKED.search(utterance.text[: each.start])]  # 没有研发机构能报吗
    applies = {each.id for each in held if APPLIES.match(utterance.text, each.end)}
    return tuple(each for each in figures if each not in applies)
