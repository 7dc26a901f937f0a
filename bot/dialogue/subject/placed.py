"""What is meant by its place in a list just given: 第二个, 最后一个, 中间那个, 第四个里面都有啥."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TypeVar

from bot.dialogue.state import Conversation, Utterance
from bot.dialogue.words import ASKING
from bot.figures.wording.stance import clause_at
from bot.guide.model import Direction, Guide
from bot.guide.numbering import place

Item = TypeVar("Item")
ORDINAL = re.compile(
    r"(?P<back>倒数)?第([一二三四五六七八九十\d])(?:个?大?类|个|项|种)|(最后)(?:[一那]个?大?类|[一那]?个)|头一?个大?类?|(?P<two>前[面边]?[一那]?[个者]|(?P<second>后[面边]?[一那]?[个者]))|(?P<middle>(?:正?中间|当中)的?[那这]?一?个)"
)
# 第三条那个: a place that seems to be a name.
_A_PLACE = re.compile(r"(?:倒数)?第[一二三四五六七八九十\d]+(?:条|点|款|项|个)(?:的?[那这]一?[个条点项])?")


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
    if found["middle"]:
        return _middle(named)
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
    if found["middle"]:
        return next(iter(_middle(listed)), None)
    number = len(listed) if _is_last(found) else _place(found)
    number = len(listed) + 1 - number if found["back"] else number
    return listed[number - 1] if 0 < number <= len(listed) else None


def without_places(utterance: Utterance) -> Utterance:
    """``utterance`` without the names of programs that are but a place in a list: 第三条那个 is no program."""
    names = (each for each in utterance.mentions if each.kind != "program" or not _A_PLACE.fullmatch(each.text))
    return replace(utterance, mentions=tuple(names))


def _middle(listed: tuple[Item, ...]) -> tuple[Item, ...]:
    """What stands in the middle of a list; empty where nothing does."""
    half, odd = divmod(len(listed), 2)
    return listed[half : half + 1] if odd and half else ()


def _is_last(found: re.Match[str]) -> bool:
    return bool(found.group(3) or found["second"])


def _place(found: re.Match[str]) -> int:
    """第二个 is 2; 头一个 is 1."""
    return place(found.group(2)) if found.group(2) else 1
