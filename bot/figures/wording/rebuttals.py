"""What only opens a correction of how one was understood, and answers nothing: 不是，我说的是…; 不对，我的意思是…."""

from __future__ import annotations

import re

_I_MEANT = r"(?:我|俺|咱)们?(?:刚才?|前面|上面|这里|本来)?(?:说的?|讲的?|指的?|问的?|想说|的?意思)(?:就|也|其实)?是(?:说|指|讲)?(?!不是|[什啥哪谁没反错])"
_OPENER = re.compile(
    rf"^[ ]*(?:[哎唉啊嗯哦噢诶呃]+[，, ]*)?(?:不(?:是|对)?[的啊呀哦嘛了]*[，,。.！! ]+)+(?=(?:{_I_MEANT}))"
)
_FRAME = re.compile(_I_MEANT)


def without_rebuttal(text: str) -> str:
    """``text``, the no to what was understood and the words that bring in what was meant being blanked."""
    opened = _OPENER.match(text)
    if opened is None:
        return text
    frame = _FRAME.match(text, opened.end())
    end = frame.end() if frame else opened.end()
    return " " * end + text[end:]
