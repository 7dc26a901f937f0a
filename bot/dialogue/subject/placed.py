"""What is meant by its place in a list just given: 第二个, 最后一个, 第四个里面都有啥."""

from __future__ import annotations

import re

from bot.dialogue.state import Conversation
from bot.dialogue.words import ASKING
from bot.figures.wording.stance import clause_at
from bot.guide.model import Direction, Guide
from bot.guide.numbering import place

ORDINAL = re.compile(
    r"(?P<back>倒数)?第([一二三四五六七八九十\d])(?:个?大?类|个|项|种)|(最后)(?:[一那]个?大?类|[一那]?个)|头一?个大?类?|(?P<two>前[面边]?[一那]?[个者]|(?P<second>后[面边]?[一那]?[个者]))"
)


def counted(guide: Guide, conversation: Conversation, text: str) -> tuple[str, ...]:
    """The programs meant by their places among those just named: 第二个, 第一个和第三个; of several those that are asked about
    (前一个我记住了，后一个是哪个科)."""
    places = list(ORDINAL.finditer(text))
    asked = [found for found in places if ASKING.search(clause_at(text, found.start()).text)]
    places = asked or places
    return tuple(dict.fromkeys(each for found in places for each in _at(guide, conversation.named, found)))


def _at(guide: Guide, named: tuple[str, ...], found: re.Match[str]) -> tuple[str, ...]:
    """What stands at one place among those ``named``: one of them, or where all are, one kind (第二类, 第二大类)."""
    if found["two"] and len(named) != 2:
        return ()  # 前面那个专项 of one alone is the one talked about
    last = slice(-1, None)
    if found["back"]:
        return named[-_place(found) :][:1] if _place(found) <= len(named) else ()  # 倒数第二个
    whole = found.group().endswith("大类") or set(named) == set(guide.program)
    if found.group().endswith("类") and whole:
        groups = list(dict.fromkeys(each.family or each.id for each in guide.programs))
        chosen = groups[last if _is_last(found) else slice(_place(found) - 1, _place(found))]
        return tuple(each.id for each in guide.programs if (each.family or each.id) in chosen)
    return named[last if _is_last(found) else slice(_place(found) - 1, _place(found))]


def counted_field(guide: Guide, conversation: Conversation, text: str) -> Direction | None:
    """The direction that is meant by its place among those just listed: 第四个里面都有啥."""
    found = ORDINAL.search(text)
    if not found or conversation.topic != "directions" or len(conversation.programs) != 1:
        return None
    listed = guide.program[conversation.programs[0]].fields
    number = len(listed) if _is_last(found) else _place(found)
    number = len(listed) + 1 - number if found["back"] else number
    return listed[number - 1] if 0 < number <= len(listed) else None


def _is_last(found: re.Match[str]) -> bool:
    return bool(found.group(3) or found["second"])


def _place(found: re.Match[str]) -> int:
    """第二个 is 2; 头一个 is 1."""
    return place(found.group(2)) if found.group(2) else 1
