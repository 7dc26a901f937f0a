"""What is put to be agreed with asks, while no check waits for an answer: 合作方在深圳可以吧, 这个方向对得上吧."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.dialogue.state import Conversation, Utterance
from bot.figures.whose import speaks_of_us

_FINE = "(?<!不)(?:可以|行得通|能行|行|成|要得|算数?|能算|够格|合适|符合|没问题|对得上|沾边|能用|管用)"
# 也行吧, 那就这样可以吧 agree to what was said; 应该可以吧 only guesses.
_AGREES = re.compile(
    "(?:那么?|就|也|都|还|这样|这么|这|应该|大概|估计|可能|先|好|嗯|哦|我们?|咱们?|你|您|觉得|看|说|办|弄|来|做|的话|[，, ])*"
)
_TAGGED = re.compile(rf"(?P<said>[^，,。；;！!？?]*?){_FINE}(?:了|的)?(?P<tag>[吧呗])(?=[，,。；;！!？?~ ]|$)")
# 香港的公司当合作方，算大湾区的吧: of what is put up in the clause before, and not of whoever speaks.
_COUNTS_AS = re.compile(
    r"(?<=[，,])[ ]*(?:也|应该|总|就|能|可以|那)*算(?:是|作)?(?!了)[^，,。；;！!？?我咱]{1,8}(?P<tag>[吧呗])[。！!~ ]*$"
)


def with_tags_asked(conversation: Conversation, utterance: Utterance) -> Utterance:
    """``utterance`` with a word of asking for each tag behind what is put to be agreed with."""
    if conversation.asked:
        return utterance
    letters = list(utterance.text)
    for found in _TAGGED.finditer(utterance.text):
        if not _AGREES.fullmatch(found["said"]):
            letters[found.start("tag")] = "吗"
    counts = None if speaks_of_us(utterance.text) else _COUNTS_AS.search(utterance.text)
    if counts:
        letters[counts.start("tag")] = "吗"
    return replace(utterance, text="".join(letters))
