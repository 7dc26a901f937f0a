"""What is meant by its place in a list just given: 第二个, 最后一个, 中间那个, 头一件和末一件, 前两个, 第四个里面都有啥."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from bot.dialogue.state import Conversation, Utterance
from bot.dialogue.words import ASKING
from bot.figures.wording.stance import clause_at
from bot.guide.model import Direction, Family, Guide, Program
from bot.guide.numbering import place

Item = TypeVar("Item")
ORDINAL = re.compile(
    r"(?P<several>(?:(?P<ahead>前|头)|最后|后|末)[面边]?(?P<many>[两二三四])个(?![月人年小季问]|条|工作日))|"
    r"(?P<back>倒数)?第(?P<place>[一二三四五六七八九十\d])(?:个?[大小]?类|个|项|种|[件样])|"
    r"(?P<last>最后[面头]?|(?<![周月年季期])末尾?|末了)(?:[一那]个?[大小]?类|[一那]?[个件样]|[一那]种)|头一?[个件样桩][大小]?类?|头一种|头一家(?!单位|公司|企业|合作)|"
    r"(?P<two>前[面边头]?(?:[一那这]?[个者件样桩]|[一那这]种|一家(?!单位|公司|企业|合作))|(?P<second>后[面边头]?(?:[一那这]?[个者件样桩]|[一那这]种|一家(?!单位|公司|企业|合作))))|"
    r"(?P<middle>(?:正?中间|当中)的?[那这]?一?个)"
)

_THEN = re.compile(
    rf"(?:那么?|还有|[，, ])*(?:{re.sub(r'[?]P<[a-z]+>', '', ORDINAL.pattern)})(?:的|专项|项目)*呢[？?。！! ]*"
)
# 刚开始那四个里的, ahead of a place: how many the list has.
_LIST_OF = re.compile(r"(?P<many>[两二三四五六七八九\d])个(?:小?专项|项目)?(?:里[面头]?|当中|之中|中间?)?的?(?:倒数)?$")
# 平台那类底下, ahead of a place: a family by how its name begins.
_IN_A_FAMILY = re.compile(
    r"(?:^|[，,。；;：:！!？? ]|那|问|说|讲|看|是|的)(?P<name>[\u4e00-\u9fff]{2,8}?)(?:[那这]?一?(?:大类|[个块类种边项])|专项)?"
    r"(?:的|底下|下[面边]|里[面头边]?|当中|之中|其中|[，, ])*(?:倒数)?$"
)
# 第三条那个: a place that seems to be a name.
_A_PLACE = re.compile(r"(?:倒数)?第[一二三四五六七八九十\d]+(?:条|点|款|项|个)(?:的?[那这]一?[个条点项])?")


def counted(guide: Guide, conversation: Conversation, text: str) -> tuple[str, ...]:
    """The programs meant by their places among those just named: 第二个, 第一个和第三个; of several those that are asked about
    (前一个我记住了，后一个是哪个科)."""
    places = list(ORDINAL.finditer(text))
    asked = [found for found in places if ASKING.search(clause_at(text, found.start()).text)]
    places = asked or places
    return tuple(dict.fromkeys(each for found in places for each in _at_one(guide, conversation, found)))


def asks_the_same_of_a_place(guide: Guide, conversation: Conversation, text: str) -> bool:
    """Whether the question before is asked of what is meant by its place, and no more is said: 后两个呢."""
    found = _THEN.fullmatch(text)
    return bool(found and conversation.topic and counted(guide, conversation, text))


def placed_in(guide: Guide, whole: tuple[str, ...], text: str) -> tuple[str, ...]:
    """Those of ``whole``, the members of a family that is named, that are asked for by their places: 平台专项最后一个小类叫什么."""
    places = (found for found in ORDINAL.finditer(text) if not found["two"])
    asked = (found for found in places if ASKING.search(clause_at(text, found.start()).text))
    return tuple(dict.fromkeys(each for found in asked for each in _at(guide, whole, found)))


def _at_one(guide: Guide, conversation: Conversation, found: re.Match[str]) -> tuple[str, ...]:
    """What stands at one place of the list that was given; 前一个, 后一个 are of two that were just told."""
    if found["two"]:
        return _at(guide, _two_told(conversation), found)
    if family := pointed_family(guide, found.string[: found.start()]):
        return _at(guide, family, found)
    if listed := _of_so_many(guide, conversation, found):
        return _at(guide, listed, found)
    return _at(guide, conversation.named, found) or _at(guide, _begun(guide, conversation.named), found)


def _two_told(conversation: Conversation) -> tuple[str, ...]:
    """The two programs that were just told, in the order of the list where they are its own."""
    told = conversation.programs, conversation.named
    listed = told[::-1] if {*conversation.programs} == {*conversation.named} else told
    return next((each for each in listed if len(each) == 2), ())


def pointed_family(guide: Guide, ahead: str) -> tuple[str, ...]:
    """The members of the one family whose name begins as the words right ahead of a place do: 平台那类底下（第三个）; none
    where a program's name begins so too."""
    found = _IN_A_FAMILY.search(ahead)
    if not found or any(_begins(each, found["name"]) for each in guide.programs):
        return ()
    families = [each for each in guide.families if _begins(each, found["name"])]
    return tuple(each.id for each in guide.members(families[0].id)) if len(families) == 1 else ()


def counted_in_a_family(guide: Guide, text: str) -> tuple[str, ...]:
    """The members of the family in which a place is counted: 平台那类底下第三个, and then 第四个呢."""
    ahead = (text[: found.start()] for found in ORDINAL.finditer(text) if not found["two"])
    return next(filter(None, (pointed_family(guide, each) for each in ahead)), ())


def _begins(one: Family | Program, words: str) -> bool:
    return any(name.startswith(words) for name in (one.name, *one.aliases))


def _of_so_many(guide: Guide, conversation: Conversation, found: re.Match[str]) -> tuple[str, ...]:
    """The list, or the family of a program in hand, of as many as the words ahead say: 刚开始那四个里的最后一个."""
    told = _LIST_OF.search(found.string[: found.start()])
    families = (family_of(guide, each) for each in (conversation.named, conversation.programs, conversation.earlier))
    lists = (conversation.named, *families) if told else ()
    return next((each for each in lists if told and len(each) == place(told["many"])), ())


def family_of(guide: Guide, programs: Iterable[str]) -> tuple[str, ...]:
    """The members (ids) of the one family that ``programs`` are of; none where they are of several, or of none."""
    families = {guide.program[each].family for each in programs}
    family = families.pop() if len(families) == 1 else None
    return tuple(each.id for each in guide.members(family)) if family else ()


def _begun(guide: Guide, named: tuple[str, ...]) -> tuple[str, ...]:
    """The family (ids) whose first members were ``named``, of which a place beyond them is one: 平台里第一个是研发平台，
    第二个是新型研发机构, then 第三个是干嘛的."""
    whole = family_of(guide, named) if len(named) > 1 else ()
    return whole if {*whole[: len(named)]} == {*named} else ()


def _at(guide: Guide, named: tuple[str, ...], found: re.Match[str]) -> tuple[str, ...]:
    """What stands at one place among those ``named``: one of them, or where all are, one kind (第二类, 第二大类)."""
    if found["several"]:
        many = place(found["many"])
        some = named[:many] if found["ahead"] else named[-many:]
        return some if many <= len(named) else ()
    if found["middle"]:
        return _middle(named)
    last = slice(-1, None)
    if found["back"]:
        return named[-_place(found) :][:1] if _place(found) <= len(named) else ()  # 倒数第二个
    whole = found.group().endswith("大类") or set(named) == set(guide.program)
    if found.group().endswith("类") and whole and "小" not in found.group():
        groups = list(dict.fromkeys(each.family or each.id for each in guide.programs))
        chosen = groups[last if _is_last(found) else slice(_place(found) - 1, _place(found))]
        return tuple(each.id for each in guide.programs if (each.family or each.id) in chosen)
    return named[last if _is_last(found) else slice(_place(found) - 1, _place(found))]


def counted_field(guide: Guide, conversation: Conversation, text: str) -> Direction | None:
    """The direction that is meant by its place among those just listed: 第四个里面都有啥."""
    found = ORDINAL.search(text)
    if not found or found["several"] or conversation.topic != "directions" or len(conversation.programs) != 1:
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
    return bool(found["last"] or found["second"])


def _place(found: re.Match[str]) -> int:
    """第二个 is 2; 头一个 is 1."""
    return place(found["place"]) if found["place"] else 1
