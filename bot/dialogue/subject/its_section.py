"""What asks for the section of the program in hand, in few words: 那它归哪, 也是它吗 after a section was told.

Words so short say nothing by themselves, and are taken for a business that looks for its place.
"""

from __future__ import annotations

import re
from dataclasses import replace

from bot.dialogue.state import Conversation, Ranking, Utterance
from bot.dialogue.words import ASKING
from bot.figures.wording.stance import clauses

_OPENS = "(?:那么?|请问|再就是|还有|另外|[，, ])*"
_IT = "(?:它|[这那该]一?[个块类项]?(?:专项|项目)?)"
_GOES = re.compile(
    rf"{_OPENS}(?:{_IT}|某专项)?(?:又|是|该|应该|得|要|具体|到底|究竟)*归(?:口|属|于|在|到)*哪(?:[里儿边头]|一边|个)?(?:[啊呢呀哦的啦]|来着|管|收)*[？?。 ]*"
)
# 事业单位报的是不是也是它: the section that was just told once more.
_SO_TOO = re.compile(
    "[也都还](?:不?是|不?归|不?找|由|报|交|投|送|走)(?:给|到)?(?:他们|它们?(?![俩两])|[这那]个?(?:科室?|部门)|[这那](?:[里边儿]|一?家)|同一?个?(?:科室?|部门))"
)
_NO_PROGRAM = ("technology", "text", "term")  # after these it is a business or a word
PLAIN = 0.9  # so probable is a piece that nothing else makes it another
_SECTION: Ranking = (("ask_section", 1.0),)


def with_its_section(conversation: Conversation, utterance: Utterance) -> Utterance:
    """``utterance``, or those of its pieces that ask where the program in hand goes, as the question for the section."""
    named = utterance.ids("program", "family")
    if utterance.ids("technology") or not (named or conversation.programs) or conversation.topic in _NO_PROGRAM:
        return utterance
    told = conversation.topic == "section"
    ranking = _SECTION if _asks(utterance.masked, told=told) else utterance.ranking
    asked = {each.masked for each in utterance.pieces if _asks(each.masked, told=told)}
    rest = [each.masked for each in utterance.pieces if each.masked not in asked]

    def settled(own: Ranking, words: str) -> Ranking:
        alone = bool(asked) and rest == [words] and own[:1] and own[0][0] == utterance.intent
        return _SECTION if words in asked else _sure(own) if alone else own

    pieces = tuple(replace(each, ranking=settled(each.ranking, each.masked)) for each in utterance.pieces)
    parts = tuple((settled(each, words), words) for each, words in utterance.parts_ranked)
    return replace(utterance, ranking=ranking, pieces=pieces, parts_ranked=parts)


def _sure(own: Ranking) -> Ranking:
    """The ranking of the one other piece of a message that as a whole asks the same as it: that is what it asks."""
    (name, chance), *others = own
    return ((name, max(chance, PLAIN)), *others) if name.startswith("ask_") else own


def _asks(words: str, *, told: bool) -> bool:
    """Whether the words ask where it goes; or, where the section was just told, whether something else goes there."""
    too = any(_SO_TOO.search(part.text) and ASKING.search(part.text) for part in clauses(words))
    return bool(_GOES.fullmatch(words) or told and too)
