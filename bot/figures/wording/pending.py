"""Patents that are applied for and not granted yet: whose the results are, and whether that is clear, they do not tell."""

from __future__ import annotations

import re

_PENDING = re.compile(
    r"(?:专利|知识产权|软著|著作权|商标|品种权)[^，。；]{0,6}(?:[在正等已刚才][^，。；]{0,3}(?:申|审|受理|报|批|公示|走)|(?:没|未)(?:有)?(?:下来|批|授权(?!给|我|公司)|拿到|下证|到手)|(?:申请|受理|实审|公示|审查)中)"
    r"|(?:正在|还在|刚|在)(?:申请|申报|报)[^，。；]{0,4}(?:专利|知识产权|软著|著作权)"
)


def is_pending(clause: str) -> bool:
    """Whether the clause tells of a patent that is applied for and not granted yet: 专利还在申请中."""
    return bool(_PENDING.search(clause))
