"""Steps for the applicant's own data: erasing it, keeping it after all, and what becomes of it."""

from __future__ import annotations

from bot.answers.reply import Reply, talk
from bot.dialogue.checking import check, erasing, taking, withdrawing
from bot.dialogue.hearing.heard import Hearing
from bot.dialogue.hearing.leaning import SURE
from bot.dialogue.order_words import ERASING, RECEIPT, TALK
from bot.dialogue.state import Conversation

Outcome = tuple[Conversation, Reply]


def forget(this: Hearing) -> Outcome | None:
    """Erases everything, or begins anew."""
    text = this.utterance.text
    if this.conversation.figures and erasing.disowns(text):
        return Conversation(choosing=True), talk("start_over")
    sure = this.intent in ERASING and this.utterance.confidence >= SURE
    if not sure or not erasing.wants(this.intent, text) or erasing.begins_anew(text):
        return None
    if this.intent == "forget" and this.conversation.active and not erasing.names_all(text):
        return None
    return Conversation(choosing=this.intent == "start_over"), talk(this.intent)


def erase_no_more(this: Hearing) -> Outcome | None:
    """别删我的数据, 那个900万删掉, 删除我的信息要多久: everything but the one figure that is taken back stays."""
    if this.intent != "forget" or this.utterance.confidence < SURE or this.heard.readings:
        return None
    if RECEIPT.search(this.utterance.text):  # 我的回执编号忘了
        return None
    if erasing.spares(this.utterance.text):
        return this.conversation, check.asked_again(this.guide, this.conversation, talk("kept"))
    if not ERASING["forget"].search(this.utterance.text):
        return None
    retracted = withdrawing.retract(this.guide, this.conversation, this.heard)
    return retracted or (this.conversation, check.asked_again(this.guide, this.conversation, talk("privacy")))


def privacy(this: Hearing) -> Outcome | None:
    """总投资600万，你们会保密吗: kept as any question keeps what it tells, and answered."""
    meant = (
        this.intent == "privacy" and this.utterance.confidence >= SURE and TALK["privacy"].search(this.utterance.text)
    )
    if not (meant or erasing.keeps_nothing(this.utterance.text)):
        return None
    kept, then = taking.keep(this.guide, this.conversation, this.heard)
    return kept, check.asked_again(this.guide, kept, talk("privacy"), then)
