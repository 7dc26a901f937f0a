"""The programs that are left of a family, or of those listed, beside the one in hand: 另外三个呢, 剩下两个归谁; of two the other one:
那另一个呢, 剩下那个归谁."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import replace

from bot.dialogue.state import Conversation, Mention, Utterance
from bot.dialogue.subject.placed import asks_the_same_of_a_place, counted_in_a_family, family_of, placed_in
from bot.guide.model import Guide
from bot.guide.numbering import place

_OTHERS = re.compile(
    r"(?:另外|其[他它余]|剩下?|余下|还有|别的)的?(?:[那这])?(?P<many>[两二三四五六七八九十几\d])个(?:小?专项|项目)?"
    r"(?=的?(?:[呢归找由是都各又也该怎咋为，,。？?]|分别|哪|谁|话|$))"
)
# 那另一个呢, after one of two; 我们另一个项目 is none of the guide's, nor is 另一个问题.
_OTHER_ONE = re.compile(
    r"(?:^|(?<=[，,。；;！!？? ]))(?:那么?|还有|对了|请问|至于|再问一?下|要是|如果|报|换成?|[ ])*"
    r"(?:另外?[那这]?一?个|(?:剩下?|余下)的?[那这一]个|另一[项边])(?:专项)?(?=的?(?:话|[呢归找由是都各又也该怎咋为要有需卡看能支收，,。？?]|哪|谁|$))"
)
_A_NUMBER = re.compile(
    "(?:里面?|里头|下面|那一?块|的|一共|总共|共|有|分|设|是|前|后|头|[那这])*[两二三四五六七八九十]个(?!月|人|条|问)"
)
_THEN = re.compile(r"[那，, ]*#的?呢[？?。！! ]*")
_SOME = "几"
SAME = (("ask_same", 1.0),)


def with_the_others(guide: Guide, conversation: Conversation, utterance: Utterance) -> Utterance:
    """``utterance`` with the programs that are left beside those in hand, where their number is as it says."""
    if conversation.check or utterance.ids("program", "family"):
        return utterance
    if other := _the_other_one(conversation, utterance):
        return other
    found = _OTHERS.search(utterance.text)
    if asks_the_same_of_a_place(guide, conversation, utterance.text):
        return replace(utterance, ranking=SAME)
    if not found:
        return utterance
    left = _left(guide, conversation, found["many"])
    if not left:
        return utterance
    names = tuple(Mention("program", each, found.group(), *found.span()) for each in left)
    others = (each for each in utterance.mentions if not found.start() <= each.start < found.end())
    ranking = SAME if only_the_others(utterance.text) else utterance.ranking
    return replace(utterance, mentions=(*others, *names), ranking=ranking)


def _the_other_one(conversation: Conversation, utterance: Utterance) -> Utterance | None:
    """``utterance`` with the other of two that were listed, or told one by one, after one of them: 那另一个呢."""
    found = _OTHER_ONE.search(utterance.text)
    told = conversation.programs if len(conversation.programs) == 1 else ()
    listed = conversation.named if {*told} < {*conversation.named} else (*conversation.earlier, *told)
    if not (found and told and len({*listed}) == 2):
        return None
    (other,) = (each for each in listed if each not in told)
    name = Mention("program", other, found.group(), *found.span())
    alone = not _OTHER_ONE.sub("", utterance.text).strip("的呢话？?。，, ")
    ranking = SAME if alone and conversation.topic else utterance.ranking
    return replace(utterance, mentions=(*utterance.mentions, name), ranking=ranking)


def others_counted(text: str, told: Collection[str], whole: tuple[str, ...], *, named: bool) -> tuple[str, ...] | None:
    """Those of ``whole`` beside the ones ``told``, where others are asked for or the whole is ``named``; none where neither is,
    None where the number of others that is said is not theirs."""
    rest = tuple(each for each in whole if each not in told)
    found = _OTHERS.search(text)
    if not (found or named):
        return ()
    number = None if not found or found["many"] == _SOME else place(found["many"])
    return rest if number in (None, len(rest)) else None


def the_others_told(text: str) -> tuple[int, int]:
    """Where the others are told; nowhere where they are not."""
    found = _OTHERS.search(text)
    return found.span() if found else (0, 0)


def only_the_others(text: str) -> bool:
    """Whether the others are named and no more is said: 其余三个呢."""
    return bool(_THEN.fullmatch(_OTHERS.sub("#", text)))


def family_counted(guide: Guide, utterance: Utterance) -> tuple[str, ...]:
    """The members of the one family that is named with a number of them, as for 第五个 afterwards: 支撑专项前四个我晓得了,
    or of which some are asked for by their places: 支撑专项前三个归谁, and then 后两个呢."""
    families = utterance.of("family")
    if len(families) != 1:
        return () if families else counted_in_a_family(guide, utterance.text)
    members = tuple(each.id for each in guide.members(families[0].id))
    counted = _A_NUMBER.match(utterance.text, families[0].end) or placed_in(guide, members, utterance.text)
    return members if counted else ()


def _left(guide: Guide, conversation: Conversation, many: str) -> tuple[str, ...]:
    """Those beside the ones in hand, of what was listed, else of their family; none where they are more or fewer than told."""
    number = None if many == _SOME else place(many)
    rests = (
        tuple(each for each in whole if each not in told)
        for told in _in_hand(conversation)
        for whole in _wholes(guide, conversation, told)
    )
    found = next((rest for rest in rests if len(rest) > 1 and number in (None, len(rest))), ())
    return found or _other_groups(guide, conversation.programs, number)


def _in_hand(conversation: Conversation) -> Iterator[tuple[str, ...]]:
    """The programs in hand, with the one before first: 另外两个 may be beside two that were asked about one by one."""
    both = tuple(dict.fromkeys([*conversation.earlier, *conversation.programs]))
    yield from dict.fromkeys([both, conversation.programs])


def _wholes(guide: Guide, conversation: Conversation, told: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """What the programs told are some of: those listed last, their family."""
    if set(told) < set(conversation.named):
        yield conversation.named
    if family := family_of(guide, told):
        yield family


def _other_groups(guide: Guide, told: tuple[str, ...], number: int | None) -> tuple[str, ...]:
    """The programs of all other families and of those in none, where there are so many: 另外三个 after 重大专项归谁."""
    groups = list(dict.fromkeys(each.family or each.id for each in guide.programs))
    in_hand = {guide.program[each].family or each for each in told}
    alone = len(in_hand) == 1 and number == len(groups) - 1
    if not alone or any(guide.program[each].family for each in told):
        return ()
    return tuple(each.id for each in guide.programs if (each.family or each.id) not in in_hand)
