"""What is concluded from the rule that was just told, and of nobody's check: 那就是不行呗, 也就是说不够喽."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.answers import thresholds
from bot.answers.checks import WHO
from bot.answers.phrases import sections_of
from bot.answers.reply import Reply, preceded_by, render
from bot.answers.subject import Subject
from bot.dialogue.checking import check
from bot.dialogue.hearing.heard import Hearing
from bot.dialogue.state import Conversation
from bot.eligibility.known import Known

Outcome = tuple[Conversation, Reply]
OF_RULES = ("requirements", "figure")
_FEW = 2  # programs
_DENIED = "不(?:行|够|成|中|能报|可以|合格|符合|达标|满足|算)|报不了|没戏|没资格|没门|达不到|不能(?:申报|申请|报|算)"
_GRANTED = "(?:可以|行|够|成|能|合格|符合|达标|满足)(?:申报|申请|报)?"
# 所以到底够还是不够: the same asked once more, for one word.
_EITHER = "(?:到底|究竟)*(?:(?P<one>够|行|符合|达标|满足|合格)(?:还是)?不(?P=one)|符不符合|达不达标|满不满足|合不合格)"
_CONCLUDES = re.compile(
    r"(?:那|哦|噢|嗯|这|也|照这么说|这么说|这么看|所以|等于|意思|合着|敢情|[ ，,])*(?:就)?(?:是|等于|意思是)?(?:说)?(?:我们?|咱们?|公司|学校|单位|这样|还|也|就|是|都|肯定|根本)*"
    rf"(?:(?P<either>{_EITHER})|(?P<denied>{_DENIED})|(?P<granted>{_GRANTED}))(?:了|的|喽|咯|啰|啦)*(?:呗|喽|咯|啰|吧|嘛|哦|啊|呢|呀|是吧|对吧|是吗|对吗|[。！!?？~ ])*"
)
# 行吧, 可以啊 alone agree; 那就是不行呗 concludes.
_SO = re.compile("那|就是|等于|意思|照|这么[说看]|所以|合着|敢情|也就|不|没|到底|究竟")


def concluded(this: Hearing) -> Outcome | None:
    """Whether it is so, by the rule just told and what was told of the asker; else what decides it."""
    conversation, text = this.conversation, this.utterance.text
    said = _CONCLUDES.fullmatch(text)
    few = 0 < len(conversation.programs) <= _FEW and conversation.topic in OF_RULES
    if not said or not _SO.search(text) or not few or conversation.check or this.utterance.mentions:
        return None
    figures = conversation.about_figures or ((WHO,) if WHO in conversation.case else ())
    about = _about(this, figures)
    rule = thresholds.figure(this.guide, about) if figures else None
    if rule is None or rule.payload["kind"] != "answer":
        return None
    verdict = _verdict(this, about, said)
    return conversation, preceded_by(rule, verdict) if verdict else rule


def _about(this: Hearing, figures: tuple[str, ...]) -> Subject:
    known = {**this.conversation.aside, **this.conversation.case, **this.conversation.figures}
    told = {each: known[each] for each in figures if each in known}
    return replace(this.subject, programs=this.conversation.programs, figures=figures, known=known, told=told)


def _verdict(this: Hearing, about: Subject, said: re.Match[str]) -> str:
    """Whether the conclusion holds, in a word; where nothing was told that decides it, by what it goes."""
    known = Known(this.guide, about.known, check.fits_in(this.guide))
    stands = thresholds.stands(this.guide, about.programs, {*about.figures}, known)
    if not stands and said["either"] and about.told:
        return ""  # of two rules that stand differently each says so itself
    programs = [this.guide.program[each] for each in about.programs]
    which = "denied" if said["denied"] else "either" if said["either"] else "granted"
    return render("concluded", stands=stands, said=which, sections=sections_of(programs, about.known))
