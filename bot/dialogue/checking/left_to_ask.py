"""A check that is left for a question in the same message: 停，不查了，我就问个人能不能报."""

from __future__ import annotations

import re

from bot.dialogue.order_words import RESULT
from bot.dialogue.state import Conversation
from bot.dialogue.words import ASKING
from bot.figures.wording.stance import clauses

_LEAVES = re.compile(
    "(?:(?:先|那|好|行|哎|唉|我们?|咱们?|你)*(?:停(?:一下|停|了|下|吧)?|打住|(?:不|别|不想|不用)(?:查|核对|核|测|填|弄)了?|(?:又|可|也)?(?:没有?|不是|不)(?:说|让|叫|想|在|你|您|我)*要?(?:查|核对|核|测|填))[吧啊呀了，,。！!；; ]*)+"
)
_ONLY_ASKS = re.compile("(?:就|只|光|单)(?:是)?(?:想|要)?(?:问|知道|打听|告诉)|(?:想|先|请)问|问一?[下句]")


def left_to_ask(conversation: Conversation, text: str) -> Conversation | None:
    """The conversation, its check left, in which the rest of a message is heard that says so and then asks; None for any other."""
    first, *rest = clauses(text)
    if not conversation.active or not _LEAVES.fullmatch(first.text) or RESULT.search(text):
        return None
    asked = "".join(part.text for part in rest)
    if not (_ONLY_ASKS.search(asked) and ASKING.search(asked)):
        return None
    return conversation.but(active=False, asked=None, number=None, check=(), programs=conversation.check)
