"""Programs by the first word of their name alone, where the words around it leave no doubt: 兰白和重大, 报重大, 那重大呢.

重大 is also an adjective (重大关键技术), so that alone it is no name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from bot.nlu.lexicon import ENDING

Span = tuple[int, int]
LABELS = ("program", "family")
LENGTH = 2
_AND = r"(?:和|跟|与|同|及|或者?|还是|、|比|而|vs)"
_BEFORE_AND, _AFTER_AND = re.compile(rf"{_AND}[ ]?$"), re.compile(rf"[ ]?{_AND}")
_APPLIED_FOR = re.compile(r"(?:报|申|申请|走|上|牵头|冲|搞|拿|弄|立|选|做个?)(?:个|了|过|的)?$")
_NAMED_FIRST = re.compile(r"^(?:那么?|还有|如果是|要是|换成|对于|关于|请问|问下|[，, ])*$")
# What goes on after a name; 重大关键技术 does not.
_GOES_ON = re.compile(
    r"[ ]?(?:$|[，,。？?！!；;]|呢|吗|么|的(?:呢|话|条件|要求|材料|总|企业|科|比例)|[要归得能需有没对在是行找交给算])"
)


def stems(labels: Mapping[str, str]) -> dict[str, str]:
    """First word -> a full name that begins with it; ``labels``: every name with its label. Only of words that begin nothing else."""
    names = [name for name, label in labels.items() if label in LABELS]
    found: dict[str, str] = {}
    for name in names:
        stem = ENDING.sub("", name)
        if len(stem) == LENGTH and stem != name and stem not in labels and not _begins_another(stem, labels, names):
            found.setdefault(stem, name)
    return found


def _begins_another(stem: str, labels: Mapping[str, str], names: Sequence[str]) -> bool:
    """Whether something that is no program has a name that begins so: 高新技术企业."""
    others = (name for name, label in labels.items() if label not in (*LABELS, "technology"))
    return any(other.startswith(stem) and not other.startswith(tuple(names)) for other in others)


def short(text: str, known: Mapping[str, str], programs: Sequence[Span]) -> Iterator[tuple[str, int, int]]:
    """(full name, start, end) of each of ``known`` stems that is a name in ``text``; ``programs``: where others are named."""
    for stem, name in known.items():
        for found in re.finditer(re.escape(stem), text):
            if _is_name(text, found.start(), found.end(), programs):
                yield name, found.start(), found.end()


def _is_name(text: str, start: int, end: int, programs: Sequence[Span]) -> bool:
    ahead, behind = text[:start], text[end:]
    linked = _BEFORE_AND.search(ahead), _AFTER_AND.match(behind)
    if any(linked) and _beside_a_program(start, end, programs):
        return True
    begins = _APPLIED_FOR.search(ahead) or _NAMED_FIRST.match(ahead)
    return bool(begins and (_GOES_ON.match(behind) or linked[1]))


def _beside_a_program(start: int, end: int, programs: Sequence[Span]) -> bool:
    """Whether the next name stands but a word away."""
    return any(0 <= start - other_end <= 2 or 0 <= other_start - end <= 2 for other_start, other_end in programs)
