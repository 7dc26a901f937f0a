"""What is said to an applicant of a kind that the guide's list does not name: 我们是合作社, 个体户, 合作社算企业吗.

Which of the listed kinds it counts as, the guide does not say, and nothing is guessed: it is asked, and the section named.
"""

from __future__ import annotations

import re
from dataclasses import replace

from bot.answers import applicants, thresholds
from bot.answers.checks import WHO
from bot.answers.phrases import possible_sections
from bot.answers.reply import Reply, preceded_by, render, silent
from bot.answers.requirements import demanding
from bot.answers.subject import Subject
from bot.dialogue.checking import check
from bot.dialogue.hearing.among_listed import among_applicants
from bot.dialogue.hearing.heard import Hearing
from bot.dialogue.state import Conversation
from bot.dialogue.subject.programs import named_programs
from bot.dialogue.words import ELIGIBLE
from bot.figures.mentions import mentions
from bot.figures.stated.unlisted import (
    asked_of_a_sort,
    asked_what_it_is,
    asked_whether_it_may,
    asks_what_kind_we_are,
    asks_what_we_are,
    unlisted,
)
from bot.figures.wording.kinds import AMONG_THEM, KIND

Outcome = tuple[Conversation, Reply]
# 哪些单位能申请: that is told first, whatever else is asked of one's own kind.
_WHO_MAY = re.compile(
    r"(?:什么样?|哪[些几]?[类种个]?|啥样?)的?(?:企业|公司|单位|机构|主体|人)[^，。？?]{0,4}(?:能|可以|有资格|够格)"
)
_IN_RANGE = re.compile(rf"{AMONG_THEM}|范围|申[报请](?:单位|主体|资格)")
_INSTEAD = re.compile(rf"(?:那么?|要是|如果|换成?|是|我们?|[，, ])*(?:一?[个家])?(?P<kind>{KIND})呢[？?。！! ]*")
OF_A_KIND = ("requirements", "figure", "program", "section")


def asked(this: Hearing) -> Outcome | None:
    """那我们合作社算企业吗: the guide does not say."""
    if _WHO_MAY.search(this.utterance.text) and this.subject.programs or among_applicants(this):
        return None
    kind, ours = asked_what_it_is(this.utterance.text) or _put_instead(this), _ourselves(this)
    sort = asked_of_a_sort(this.utterance.text)
    if not (ours or sort) and (not kind or _is_listed(this, kind)):
        return None
    kind = sort or kind or ours
    programs = this.conversation.check or named_programs(this.guide, this.utterance)
    programs = programs or this.conversation.programs or this.subject.programs
    sections = _sections(this, programs)
    words = render("unlisted_kind", kind=kind, sections=sections, choices=_choices(this))
    reply = _of_one_program(this, kind, programs) or silent("term", programs, sections, words)
    named = programs if not this.conversation.check and len(programs) == 1 else this.conversation.programs
    after = this.conversation.but(programs=named, topic=this.conversation.topic or ("requirements" if named else None))
    return after, check.asked_again(this.guide, this.conversation, reply)


def _put_instead(this: Hearing) -> str:
    """The kind that is put for that of which the rules, or the check in hand, were: 那合作社呢."""
    found = _INSTEAD.fullmatch(this.utterance.text)
    after = this.conversation.check or this.conversation.topic == "requirements"
    return found["kind"] if found and after else ""


def _of_one_program(this: Hearing, kind: str, programs: tuple[str, ...]) -> Reply | None:
    """Of one program, where it is asked besides if that kind may apply: the rule on who may, behind what is not known of the kind
    (医院在不在范围里), or that none is demanded (合作社不算公司也能报吗)."""
    text = this.utterance.text
    instead = _put_instead(this)
    asks = bool(instead or ELIGIBLE.search(text) or _IN_RANGE.search(text))
    if this.follows_a_rule and not (instead or this.utterance.ids("program", "family")):
        asks = asks and not demanding(this.guide, [WHO], programs)  # who may apply was just told
    if len(programs) != 1 or this.conversation.check and not instead or not asks:
        return None
    if demanding(this.guide, [WHO], programs):
        return _with_the_rule(this, programs, kind)
    return applicants.of_any_kind(this.guide, replace(this.subject, programs=programs), kind, ())


def _ourselves(this: Hearing) -> str:
    """Whoever speaks, as told before, where he asks whether he counts as one of the listed kinds: 我们那个也算企业吗."""
    text = this.utterance.text
    asked = asks_what_we_are(text) and this.utterance.ids(WHO) or asks_what_kind_we_are(text)
    known = this.conversation.figures.get(WHO)
    return (this.conversation.unlisted or render("yourselves")) if asked and not known else ""


def with_kind(this: Hearing, outcome: Outcome) -> Outcome:
    """The outcome of a turn, with a kind of applicant of which the guide's list has no name.

    Of a question (个体户能报吗) it is said what is not known; in a check the kind is asked for.
    """
    said = unlisted(this.utterance.text)
    kind = said or asked_whether_it_may(this.utterance.text)
    outcome = (outcome[0].but(unlisted=kind), outcome[1]) if kind else outcome
    after, reply = outcome
    if kind and reply.payload["kind"] == "fallback" and not _is_listed(this, kind):
        if after.check and WHO in after.figures:
            return _another_kind(this, after, kind)
        if said:
            return after, _only_the_kind(this, after, said)
    if not after.check:
        return after, _beside_the_rule(this, after, reply)
    if not kind or WHO in after.figures or _is_asked(this, after) or _is_listed(this, kind):
        return outcome
    matters = after.active and (after.asked == WHO or WHO in check.open_in(this.guide, after))
    choices = _choices(this) if matters else []
    words = render("unlisted_kind", kind=kind, sections=_sections(this, after.check), choices=choices)
    if not matters or reply.payload["kind"] != "question":
        return after, replace(reply, text="\n".join(filter(None, [words, _without(reply.text)])))
    asking = after.but(asked=WHO, number=None, rival=None, former=None)
    noted = _without(reply.text.removesuffix(check.ask_again(this.guide, after).text))
    again = check.ask_again(this.guide, asking, words)
    return asking, Reply("\n".join(filter(None, [noted, again.text])), again.payload)


def _only_the_kind(this: Hearing, after: Conversation, kind: str) -> Reply:
    """What is said where nothing else of the message was understood: 我是个体户."""
    programs = after.check or this.conversation.programs
    sections = _sections(this, programs)
    if len(programs) == 1 and not after.check and demanding(this.guide, [WHO], programs):
        return _with_the_rule(this, programs, kind)
    return silent(
        "term", programs, sections, render("unlisted_kind", kind=kind, sections=sections, choices=_choices(this))
    )


def _with_the_rule(this: Hearing, programs: tuple[str, ...], kind: str) -> Reply:
    """The one program's rule on who applies, behind that the guide does not say what ``kind`` counts as."""
    rule = thresholds.figure(this.guide, Subject(programs=programs, figures=(WHO,), text=this.utterance.text))
    words = render("unlisted_kind", kind=kind, sections=_sections(this, programs), choices=[])
    return preceded_by(thresholds.as_requirement(rule), words)


def _another_kind(this: Hearing, after: Conversation, kind: str) -> Outcome:
    """What is said to a kind that is supposed (如果我们是医院呢), or told against the one that was said: that is asked anew."""
    words = render("unlisted_kind", kind=kind, sections=_sections(this, after.check), choices=_choices(this))
    if this.heard.hypothesis or this.wonders:
        reply = silent("term", after.check, _sections(this, after.check), words)
        return after, check.asked_again(this.guide, after, reply)
    others = {figure: value for figure, value in after.figures.items() if figure != WHO}
    asking = after.but(figures=others, active=True, asked=WHO, number=None, rival=None, former=None)
    return asking, check.ask_again(this.guide, asking, words)


def _beside_the_rule(this: Hearing, after: Conversation, reply: Reply) -> Reply:
    """The answer about one program, to which the kind matters that is asked about, after what that kind counts as."""
    text = this.utterance.text
    told = unlisted(text) if ELIGIBLE.search(text) else None  # 我们是个培训学校，能报吗
    kind = asked_whether_it_may(text) or asked_what_it_is(text) or told
    programs = list(reply.payload.get("programs", ()))
    if not kind or len(programs) != 1 or reply.payload.get("topic") not in OF_A_KIND or _is_listed(this, kind):
        return reply
    sections = possible_sections(this.guide.program[programs[0]], this.subject.known)
    if not (demanding(this.guide, [WHO], programs) or len(sections) > 1):
        return reply
    words = render("unlisted_kind", kind=kind, sections=sections if len(sections) == 1 else (), choices=[])
    return reply if words.strip() in reply.text else preceded_by(reply, words)


def _without(text: str) -> str:
    """``text`` but for the word that nothing was understood: the kind was."""
    return text.replace(render("not_an_answer"), "").strip("\n")


def _is_asked(this: Hearing, after: Conversation) -> bool:
    """Whether a question was put, and answered, that is not followed by the one for the kind."""
    return this.wonders and after.asked != WHO


def _is_listed(this: Hearing, kind: str) -> bool:
    """Whether the guide's own list has a name for it after all, or the message tells a listed kind beside it."""
    listed = any(each.choice and each.figure == WHO for each in mentions(kind, this.guide))
    return listed or this.heard.value(WHO) is not None


def _sections(this: Hearing, programs: tuple[str, ...]) -> tuple[str, ...]:
    if len(programs) != 1:
        return ()
    return tuple(possible_sections(this.guide.program[programs[0]], this.conversation.figures))


def _choices(this: Hearing) -> list[str]:
    return [choice.name for choice in this.guide.figure[WHO].choices]
