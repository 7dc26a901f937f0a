"""What was said before the last change, and is to hold again: 改回来, 财政还是原来的数, 再改回210万."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.dialogue.state import Conversation
from bot.figures.mentions import short_mentions
from bot.figures.numbers.quantities import quantities
from bot.figures.pairing.naming import suits
from bot.figures.readings import Reading, Readings
from bot.figures.wording.stance import asks, supposes
from bot.guide.model import Guide

_BACK = "(?:[改调换变]|[降升涨加减])回"
_FORMER = "原来|原先|原本|之前|先前|改之?前|原[样状]"
GOES_BACK = re.compile(f"{_BACK}|恢复|还原|退回")
_UNDOES = "(?:撤[销回]|取消)[^，。]{0,6}改|改[^，。算]{0,4}(?:不算|作废|撤[销回]|取消)"
_AGAIN = re.compile(
    rf"(?=.*(?:{GOES_BACK.pattern}|{_UNDOES}|(?:还是|按照?|用|照|[跟和与])[^，。]{{0,3}}(?:{_FORMER})))"
    rf"(?:{_BACK}|恢复|还原|退回|撤[销回]|取消|作废|{_FORMER}|不改了?|修改|改[动错回]?了?|变[更动]|不[对算]|不|那|还是|还|再|又|就|给我?|帮我?|麻烦|请|都|先|把|它|我们?|按照?|用|照|跟|和|与|一样|成|到|为|以|为准"
    r"|前面|上一?次|刚才|刚刚|最?开始|的|说|那[个次]|这[个次]|数字?|金额|数据|值|了|吧|好|算|啊|呀|哈|来|去|[，,。！! ])+"
)


def restored(guide: Guide, conversation: Conversation, text: str) -> Readings | None:
    """What the last change put aside, where the message says, and nothing else, that it holds again; else None.

    While two values are open, or something is supposed that is to be left, nothing was changed that could be undone.
    """
    named = [each for each in short_mentions(text, guide) if each.figure in conversation.replaced]
    if conversation.rival or conversation.hypothesis and not named or not conversation.replaced:
        return None
    rest = "".join(
        letter for place, letter in enumerate(text) if not any(each.start <= place < each.end for each in named)
    )
    if not _AGAIN.fullmatch(rest) or asks(text):
        return None
    meant = {each.figure for each in named} or conversation.replaced.keys()
    held = ((figure, value) for figure, value in conversation.replaced.items() if figure in meant)
    return Readings(readings=tuple(Reading(*each, 0, len(text)) for each in held), correction=True, text=text)


def goes_back(guide: Guide, conversation: Conversation, text: str) -> Iterator[str]:
    """The figures (ids) changed last to which 改回210万 may go back: of which just that was said, or that are alone."""
    said = quantities(text)
    if len(said) != 1 or not GOES_BACK.search(text) or supposes(text):
        return
    fitting = [figure for figure in conversation.replaced if suits(guide.figure[figure], said[0])]
    told = [figure for figure in fitting if conversation.replaced[figure] == said[0].value]
    yield from told or fitting if len(told or fitting) == 1 else ()
