"""Questions that nobody could answer, as phrases for data/nlu.yml: for staff to sort, mend and take over."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

UNKNOWN = "out_of_scope"
HEADER = """# 没有答上来的问题，按猜测的意图排列。请逐句核对：意图不对的改到对的下面，专项和数字写成 某专项、某数，没有用的删掉，
# 再抄进 data/nlu.yml。
"""


def phrasings(questions: Iterable[tuple[str, str | None]]) -> str:
    """``questions`` (text, guessed intent) in Rasa's format for training phrases, each once."""
    groups: dict[str, list[str]] = defaultdict(list)
    for text, intent in questions:
        phrase = " ".join(text.split())
        if phrase and phrase not in groups[intent or UNKNOWN]:
            groups[intent or UNKNOWN].append(phrase)
    blocks = [
        f"- intent: {intent}\n  examples: |\n" + "".join(f"    - {phrase}\n" for phrase in phrases)
        for intent, phrases in sorted(groups.items())
    ]
    return HEADER + 'version: "3.1"\nnlu:\n' + "".join(blocks)
