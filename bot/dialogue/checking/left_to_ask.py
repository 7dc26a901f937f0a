"""A check that is left for a question in the same message: 停，不查了，我就问个人能不能报."""

from __future__ import annotations

import re

from bot.dialogue.order_words import RESULT
from bot.dialogue.state import Conversation
from bot.dialogue.words import ASKING
from bot.figures.wording.stance import clauses

_LEAVES = re.compile(
    "(?:(?:先|那|好|行|哎|唉|我们?|咱们?|你)*(?:停(?:一下|停|了|下|吧)?|打住|(?:不|别|不想|不用)(?:查|核对|核|测|填|弄)了?)[吧啊呀了，,。！!；; ]*)+"
    # 没在查, 没说要查, 没让你核对: a check that was never wanted.
    "|(?:[等慢]着?[等下慢]?|哎|唉|诶|不是|我们?|咱们?|又|也|可|并|还|都|现在|[，, ])*(?:没(?:有)?|不是)(?:在|说|让你?|叫你?|请你?|打算|想)*(?:要|来|在|去|你|给我)*"
    "(?:查|核对|核|测|算)(?:了|啥|什么|条件|这个|一下|这些)*[吧啊呀了，,。！!；; ]*"
)
_ONLY_ASKS = re.compile("(?:就|只|光|单|我)(?:是)?(?:在|想|要)?(?:问|知道|打听)|(?:想|先|请)问|问一?[下句]")


def left_to_ask(conversation: Conversation, text: str) -> Conversation | None:
    """The conversation, its check left, in which the rest of a message is heard that says so and then asks; None for any other."""
    first, *rest = clauses(text)
    if not conversation.active or not _LEAVES.fullmatch(first.text) or RESULT.search(text):
        return None
    asked = "".join(part.text for part in rest)
    if not (_ONLY_ASKS.search(asked) and ASKING.search(asked)):
        return None
    return conversation.but(active=False, asked=None, number=None, check=(), programs=conversation.check)
