"""A protest against what was noted: 运行经费我没说啊, 我啥时候说有监督机构了, 收入不是我说的.

Whoever did not say a thing has not denied it either: it is not known again, and the rest of the message is heard without it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.answers.reply import Reply, render, talk
from bot.dialogue.checking import check
from bot.dialogue.state import Conversation, Question, Utterance
from bot.dialogue.subject.fields import TECHNOLOGY
from bot.dialogue.subject.stretches import stretch_of
from bot.figures.mentions import mentions, short_mentions
from bot.figures.numbers.quantities import quantities
from bot.figures.values import Figures
from bot.figures.wording.stance import Clause, clauses
from bot.figures.wording.waved_away import is_to_be_gone
from bot.guide.model import Guide

Outcome = tuple[Conversation, Reply]
_WE = "(?:我们?|咱们?|俺们?|本人|这边)"
_SAY = "(?:说|讲|提(?![交供出升高前])|告诉)"
# 没说清楚, 没说错 and 没说完 deny nothing; 我没说的 names what is still to come.
_NOT_SAID = (
    rf"没(?:有)?(?:跟你们?|和你们?|给你们?|对你们?)?{_SAY}(?!清|完|明|准|错|好|全|到|不|要|想|让|叫|的[^，。；！!]|得)"
)
_PROTEST = re.compile(
    rf"{_WE}[^，。；不没]{{0,6}}{_NOT_SAID}|^(?:[^，。；]{{0,8}}?(?:压根儿?|根本|从来|明明|可|又|并|也|都)+)?{_NOT_SAID}"
    rf"|不是{_WE}(?:自己)?{_SAY}的|{_WE}[^，。；]{{0,4}}(?:啥时候|什么时候|几时|何时|哪(?:里|儿|句话?|次)?)[^，。；]{{0,4}}{_SAY}(?:过|了|的|是|有|没|我)"
    rf"|谁(?:跟你|告诉你|给你)?{_SAY}(?!了算)(?:的)?{_WE}"
)
_OF_OTHERS = re.compile(
    "指南|文件|政策|通知|规定|原文|条款|[你您]们?[^，。；]{0,3}没|科里|局里|老师|人家|他们|对方|合同|财务|领导|上面|里面|这里"
)
_SO_ORDERS = re.compile(
    "(?:请|快|赶紧|先|给我|帮我|把(?:它|这个|那个|这项)|这[个项条])*(?:删|去|抹|划|改|撤)(?:掉|了|去|过来|回来)+[吧啊呀了嘛。！! ]*"
)
_SO_COMPLAINS = re.compile("(?:[你您]们?|又|都|给我|[ ])*(?:[弄搞记写听]|理解)(?:反|错|岔|混)了[吧啊呀嘛，。！! ]*")
_OURS = re.compile(_WE)
_NO, _YES = re.compile(rf"{_SAY}(?:过|是)?(?:没有?|不|无)"), re.compile(rf"{_SAY}(?:过|是)?(?:有|是|能)")


def protested(
    guide: Guide, conversation: Conversation, said: Utterance
) -> tuple[Conversation, Utterance | None, str] | None:
    """The conversation without what the message says was never said, the rest of it (None: there is none) and the words for that;
    None where it protests against nothing that was noted."""
    parts = list(clauses(said.text))
    protests = [part for part in parts if _protests(part.text)]
    gone = tuple(dict.fromkeys(each for part in protests for each in _meant(guide, conversation, part)))
    own = [*_words_told(guide, conversation), *(each.text for each in said.of(TECHNOLOGY))]
    denied = [(part, word) for part in parts for word in own if _is_away(said.text, part, word)]
    never = _named_unnoted(guide, conversation, protests)
    if not (gone or denied or never):
        return None
    left = _without(guide, conversation, gone, [word for _, word in denied])
    if left.check and not left.asked and len(gone) == 1:  # 没说没有，有的: what follows answers it anew
        left = left.but(active=True, asked=gone[0])
    over = [*protests, *(part for part, _ in denied)]
    rest = [part for part in parts if part not in over and not _is_of_the_same(part.text)]
    names, words = [guide.figure[each].name for each in gone], list(dict.fromkeys(word for _, word in denied))
    return left, _rest(said, rest), render("not_said", figures=names, words=words, never=never)


def _named_unnoted(guide: Guide, conversation: Conversation, protests: Sequence[Clause]) -> list[str]:
    """The names of figures that are protested against and were not noted: 运行经费我没说啊 tells no lack of them."""
    own = (part for part in protests if _OURS.search(part.text))  # 自筹呢，也没提吧 is of the guide
    named = [each.figure for part in own for each in mentions(part.text, guide)]
    return [guide.figure[each].name for each in dict.fromkeys(named) if each not in conversation.figures]


def _is_of_the_same(clause: str) -> bool:
    """Whether the clause but orders what is protested against to be taken away, or complains of it."""
    return bool(_SO_ORDERS.fullmatch(clause) or _SO_COMPLAINS.fullmatch(clause))


def _words_told(guide: Guide, conversation: Conversation) -> list[str]:
    """The words of which what was noted of the work consists: 物联网 and 啤酒 of 物联网、啤酒."""
    known = {**conversation.aside, **conversation.figures}
    told = [value for figure, value in known.items() if guide.figure[figure].kind == "text"]
    return [word for value in told for word in str(value).split("、")]


def _is_away(text: str, part: Clause, word: str) -> bool:
    place = text.find(word, part.start, part.end)
    return place >= 0 and is_to_be_gone(text, place, place + len(word))


def _without(guide: Guide, conversation: Conversation, gone: Sequence[str], words: Sequence[str]) -> Conversation:
    """The conversation without these figures and without these words for the work."""

    def left(known: Figures) -> Figures:
        rest = {figure: value for figure, value in known.items() if figure not in gone}
        for figure, value in known.items():
            if guide.figure[figure].kind == "text" and figure in rest:
                kept = "、".join(word for word in str(value).split("、") if word not in words)
                rest = {**rest, figure: kept} if kept else {each: one for each, one in rest.items() if each != figure}
        return rest

    changed = conversation.but(figures=left(conversation.figures), aside=left(conversation.aside))
    return changed.but(rival=None, former=None, number=None, judged=False)


def without_it(guide: Guide, conversation: Conversation, words: str) -> Outcome:
    """What is said where the message holds nothing but the protest."""
    if not conversation.check:
        reply = talk("done")
        return conversation, replace(reply, text=words)
    if conversation.active and conversation.asked:
        return conversation, check.ask_again(guide, conversation, words)
    return check.proceed(guide, conversation, note=words)


def _protests(clause: str) -> bool:
    return bool(_PROTEST.search(clause)) and not (
        _OF_OTHERS.search(clause) or clause.rstrip("。！!？? ").endswith(("吗", "么", "吧"))
    )


def _meant(guide: Guide, conversation: Conversation, part: Clause) -> Sequence[str]:
    """The noted figures (ids) of which the clause speaks: by a name or a word of theirs, or by the number; else those that were
    noted last, as far as they say what it denies to have been said."""
    known = {**conversation.aside, **conversation.figures}
    named = [each.figure for each in (*mentions(part.text, guide), *short_mentions(part.text, guide))]
    named += [each for each, value in known.items() if value in {one.value for one in quantities(part.text)}]
    named = named or [each for each in known if _speaks_of(part.text, guide, each)]
    if named:
        return [each for each in named if each in known]
    noted = [each for each in conversation.noted if each in known]
    if _NO.search(part.text):
        noted = [each for each in noted if known[each] in (False, ())]
    elif _YES.search(part.text):
        noted = [each for each in noted if known[each] not in (False, ())]
    return noted if len(noted) == 1 else []


def _speaks_of(text: str, guide: Guide, figure: str) -> bool:
    """Whether the text has a word that the figure's own name or names have."""
    return any(word in text for word in guide.figure[figure].own_words if len(word) > 1)


def _rest(said: Utterance, parts: Sequence[Clause]) -> Utterance | None:
    """The message as far as these of its clauses go; None where nothing is left."""
    if not parts:
        return None
    start, end = parts[0].start, parts[-1].end
    pieces = [each for each in said.pieces if start <= each.start and each.end <= end]
    rest = (
        stretch_of(said, start, pieces, end) if pieces else said.only(Question(start, end, said.ranking, said.masked))
    )
    return rest if any("\u4e00" <= letter <= "\u9fff" for letter in rest.text) else None
