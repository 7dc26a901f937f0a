"""How much is lacking, asked in no more words right after a number was judged by its rule: 差几个？, 还差多少."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.answers.reply import Reply
from bot.answers.requirements import demanding
from bot.dialogue.answering import questions
from bot.dialogue.answering.beside import with_gaps
from bot.dialogue.hearing.heard import Hearing
from bot.dialogue.state import Conversation
from bot.figures.mentions import NUMERIC

Outcome = tuple[Conversation, Reply]
_LACKING = re.compile(
    "(?:那么?|所以|就|我们?|咱们?|还|到底|究竟|一共|总共|具体|也就是|[，, ])*(?:差|缺|少)(?:了)?(?:多少|好多|几|多远)(?:[个名位人万块]|钱)*[呢啊呀嘛了的吧，。；;？?！!~ ]*"
)


def lacking(this: Hearing) -> Outcome | None:
    """The rule on the numbers told of which the answer before was, and what is lacking; in a check that tells it itself."""
    conversation = this.conversation
    if conversation.check or conversation.topic != "figure" or not _LACKING.fullmatch(this.utterance.text):
        return None
    told = {
        each: conversation.figures[each]
        for each in conversation.about_figures
        if each in conversation.figures and this.guide.figure[each].kind in NUMERIC
    }
    if not demanding(this.guide, told, conversation.programs):
        return None
    known = {**conversation.case, **this.subject.known}
    about = replace(
        this.subject, programs=conversation.programs, figures=tuple(told), told={**conversation.figures}, known=known
    )
    said, reply = questions.answer_to(this.guide, conversation, about, ("figure",), this.utterance)
    return said, with_gaps(this.guide, conversation, about, reply)
