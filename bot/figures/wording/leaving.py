"""Words with which one takes leave: 就到这吧, 先这样, 不弄了. The 行了 before them assents to nothing."""

from __future__ import annotations

import re

from bot.figures.wording.stance import clauses

# How one comes to speak, or agrees to go.
LEADS = (
    "(?:那|先|就|我们?|今天|等(?:一?[下会哈]儿?|等)?|[哦嗯哎算][了呀啊]?|(?:[好行成]|可以)(?:了|吧|的|啦|嘞)*|[，, ])*"
)
_DOING = "(?:查|问|核对|弄|填|答|搞|聊|谈|说|看)"
_ENDS = "(?:了|吧|啊|哈|呗|[，,。！!~～ ])*$"
UP_TO_HERE = f"(?:{_DOING}|告一段落)?(?:到(?:这[里儿]?|此)(?:为止)?|(?<=[先就])这(?:样|些)){_ENDS}"
_LEAVES = re.compile(f"{LEADS}(?:{UP_TO_HERE}|(?:不|别){_DOING}了?{_ENDS})")
_LEADS = re.compile(LEADS)


def only_leaves(text: str) -> bool:
    """Whether the text takes leave, and beside that does no more than sound: 行了，就到这吧."""
    parts = list(clauses(text))
    leaving = [part for part in parts if _LEAVES.fullmatch(part.text) or _LEAVES.fullmatch(text)]
    return bool(leaving) and all(part in leaving or _LEADS.fullmatch(part.text) for part in parts)
