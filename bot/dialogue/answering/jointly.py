"""Whether several may apply for a program together, of which the guide says nothing: 我们学院和外面企业一起请行不行; or one without
the partners that no rule demands: 没有跟院所联合，农业科技创新还能报吗.

Who applies is all that it rules then; a check of everything else was not asked for.
"""

from __future__ import annotations

import re

from bot.answers import thresholds
from bot.answers.checks import WHO
from bot.answers.phrases import possible_sections
from bot.answers.reply import Reply, preceded_by, render, silent
from bot.answers.requirements import figures_tested
from bot.answers.subject import Subject
from bot.answers.thresholds import as_requirement
from bot.dialogue.answering.not_demanded import is_on_who_joins_in, without_partners
from bot.dialogue.checking.check import asked_again
from bot.dialogue.hearing.heard import Hearing
from bot.dialogue.hearing.put_up_words import FINE
from bot.dialogue.state import Conversation
from bot.dialogue.words import ELIGIBLE
from bot.figures.stated.partners import is_with_partners
from bot.guide.model import Choice

Outcome = tuple[Conversation, Reply]

_TOGETHER = re.compile(
    r"(?:和|跟|与|同|联合|带着?|拉上?|找)(?!我们?一起)[^，。？?]{1,14}?(?:一起|一块儿?|联合|共同|合着|搭伙|合伙)(?:来|去)?(?:申?报|申请|牵头|请|引进)"
    r"|(?:两家|几家|多家|多个单位|几个单位)(?:单位|企业|公司|高校)?(?:能不能|能|可以|可不可以)?(?:一起|联合|共同)(?:来|去)?(?:申?报|申请|牵头)|联合(?:申?报|申请)|联合体"
)
_WHETHER = re.compile(
    r"行不行|行吗|可以吗|可不可以|能不能|能否|可否|允不允许|让不让|成吗|成不成|(?:还是|算|由|归|谁|哪家)[^，。；？?]{0,4}(?:申?报|牵头|申请|请)[^，。？?]{0,2}[吗么不呢?？]|[能可][^，。？?]*[吗么不?？][?？。 ]*$"
)

_ALONE = re.compile(
    r"(?:没有?|未|不)(?:去|再|想|能|打算|准备)*(?:跟|和|与|同|拉|找|联合)(?:上|着|了|过|到)?(?:任何|哪一?家)?"
    r"(?P<who>高校|院校|大学|学校|高等院校|科研院所|科研单位|研究[所院]|院所)(?!签|的)"
)


def asked(this: Hearing) -> Outcome | None:
    """That the guide does not write whether several may apply together, and who may; None where a condition is on who joins in."""
    programs = this.subject.programs
    text = this.utterance.text
    if kinds := _left_out(this):
        return _without_them(this, kinds)
    if len(programs) != 1 or this.numbers_told or not (_TOGETHER.search(text) and _WHETHER.search(text)):
        return None
    if is_on_who_joins_in(this.guide, programs):
        return None
    whom = possible_sections(this.guide.program[programs[0]], this.subject.known)
    words = render("jointly", program=this.guide.program[programs[0]].name, sections=whom)
    after = this.conversation.but(
        topic="requirements",
        programs=programs,
        earlier=this.conversation.earlier_than(programs),
        business="",
        about_figures=(WHO,),
    )
    return after, asked_again(this.guide, after, _with_who_may(this, words, tuple(whom)))


def _left_out(this: Hearing) -> list[Choice]:
    """The kinds of partners that are told to be left out, of a program with no rule on any, where it is asked if one may apply so."""
    programs, text = this.subject.programs, this.utterance.text
    found = _ALONE.search(this.utterance.without("program", "family"))
    asked = FINE.search(text) or ELIGIBLE.search(text)
    more = {each.figure for each in this.heard.readings if not is_with_partners(this.guide.figure[each.figure])} - {WHO}
    if not (found and asked) or len(programs) != 1 or more or this.conversation.check:
        return []
    choices = this.guide.figure[WHO].choices
    kinds = [each for each in choices if any(found["who"] in word for word in (each.name, *each.aliases))]
    return [] if is_on_who_joins_in(this.guide, programs) else kinds


def _without_them(this: Hearing, kinds: list[Choice]) -> Outcome:
    program = this.guide.program[this.subject.programs[0]]
    reply = without_partners(this.guide, program, kinds, possible_sections(program, this.subject.known))
    return this.conversation.but(topic="requirements", programs=(program.id,), business="", about_figures=()), reply


def _with_who_may(this: Hearing, words: str, whom: tuple[str, ...]) -> Reply:
    """``words`` with the rule on who applies, where there is one."""
    programs = this.subject.programs
    if WHO not in figures_tested(this.guide, programs):
        return silent("requirements", programs, whom, words)
    rule = thresholds.figure(this.guide, Subject(programs=programs, figures=(WHO,), text=this.utterance.text))
    return as_requirement(preceded_by(rule, words))
