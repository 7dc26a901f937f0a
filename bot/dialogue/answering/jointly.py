"""Whether several may apply for a program together, of which the guide says nothing: 我们学院和外面企业一起请行不行.

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
from bot.dialogue.answering.not_demanded import is_on_who_joins_in
from bot.dialogue.checking.check import asked_again
from bot.dialogue.hearing.heard import Hearing
from bot.dialogue.state import Conversation

Outcome = tuple[Conversation, Reply]

_TOGETHER = re.compile(
    r"(?:和|跟|与|同|联合|带着?|拉上?|找)(?!我们?一起)[^，。？?]{1,14}?(?:一起|一块儿?|联合|共同|合着|搭伙|合伙)(?:来|去)?(?:申?报|申请|牵头|请|引进)"
    r"|(?:两家|几家|多家|多个单位|几个单位)(?:单位|企业|公司|高校)?(?:能不能|能|可以|可不可以)?(?:一起|联合|共同)(?:来|去)?(?:申?报|申请|牵头)|联合(?:申?报|申请)|联合体"
)
_WHETHER = re.compile(
    r"行不行|行吗|可以吗|可不可以|能不能|能否|可否|允不允许|让不让|成吗|成不成|(?:还是|算|由|归|谁|哪家)[^，。；？?]{0,4}(?:申?报|牵头|申请|请)[^，。？?]{0,2}[吗么不呢?？]|[能可][^，。？?]*[吗么不?？][?？。 ]*$"
)


def asked(this: Hearing) -> Outcome | None:
    """That the guide does not write whether several may apply together, and who may; None where a condition is on who joins in."""
    programs = this.subject.programs
    text = this.utterance.text
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


def _with_who_may(this: Hearing, words: str, whom: tuple[str, ...]) -> Reply:
    """``words`` with the rule on who applies, where there is one."""
    programs = this.subject.programs
    if WHO not in figures_tested(this.guide, programs):
        return silent("requirements", programs, whom, words)
    rule = thresholds.figure(this.guide, Subject(programs=programs, figures=(WHO,), text=this.utterance.text))
    return as_requirement(preceded_by(rule, words))
