"""What the guide leaves to a section: whether what is put up for judgment (没实验室要紧吗, 只有使用许可，可以吗) keeps a rule that
says no more of it."""

from __future__ import annotations

from bot.answers.phrases import sections_of
from bot.answers.reply import Reply, followed_by, render
from bot.answers.subject import Subject
from bot.dialogue.hearing.put_up_words import COUNTS, FINE, MUST
from bot.guide.model import Guide


def left_to_the_section(guide: Guide, subject: Subject, reply: Reply) -> Reply:
    """``reply``, the rule, with whom to ask where nothing that is told settles how it stands; a rule of which it is asked if
    it must be kept (必须有合同吗) is the answer itself."""
    judged = any(words.search(subject.text) for words in (FINE, COUNTS)) and not MUST.search(subject.text)
    settled = subject.told or any(subject.named.get(each) or subject.lower.get(each) for each in subject.figures)
    if settled or not judged:
        return reply
    sections = sections_of(subject.chosen(guide), subject.known)
    return followed_by(reply, render("left_to_the_section", sections=sections))
