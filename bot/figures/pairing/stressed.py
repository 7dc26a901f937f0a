"""An amount that is told with 呢, as people of Lanzhou end what they tell: 大几百万要呢, 五千万呢. It asks and supposes nothing."""

from __future__ import annotations

import re

from bot.figures.numbers.quantities import quantities
from bot.figures.pairing.governed import answers_freely
from bot.figures.pairing.naming import suits
from bot.guide.model import Figure

_STRESS = re.compile("呢(?=[啊呀。！!~～ ]*$)")
# 那900万呢 and 加到900万呢 ask what then.
_WHAT_THEN = re.compile("^[ ]*那|如果|假如|假设|要是|万一|的话|再|[加提涨增降减改调换]到|换|改|呢[?？]|多少|什么|怎")


def without_stress(text: str, figure: Figure) -> str:
    """``text`` without the 呢 behind an amount that answers the question for ``figure``, letter for letter; else as it is."""
    said = quantities(text)
    if not _STRESS.search(text) or _WHAT_THEN.search(text) or len(said) != 1 or not suits(figure, said[0]):
        return text
    free = all(answers_freely(text, said[0], figure, (), behind=behind) for behind in (False, True))
    return _STRESS.sub("啊", text) if free else text
