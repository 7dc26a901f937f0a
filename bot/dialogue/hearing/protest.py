"""What is asked by whoever was not understood: 我不是问数量，我是问能不能报; 不是截止，是问待多久; 我问的是公立医院能不能报.

What is set aside asks for nothing; the rest is heard alone, and never as what was set aside.
"""

from __future__ import annotations

import re
from dataclasses import replace

from bot.dialogue.hearing.corrected import figures_meant
from bot.dialogue.hearing.signs import ASK, OTHER, SIGNS, has_sign
from bot.dialogue.state import Conversation, Ranking, Utterance
from bot.dialogue.subject.stretches import stretch_of
from bot.dialogue.words import ASKING
from bot.figures.wording.stance import clauses
from bot.guide.model import Guide
from bot.guide.search import speaks_of

_WE = r"(?:(?:哎|唉|啊|不对|错了|不|[，, ])*(?:我们?|咱们?|俺们?|又|也|并|都|刚才|刚|压根|根本|可|这|那|就)*)"
# 我不是问给多少, 没要电话, 不是数量: what is set aside, before what is meant.
_SET_ASIDE = re.compile(
    r"(?:(?:算了|好了|行了|[，, ])*(?:先|都|就)?不(?:用|想|再)?(?P<check>查|核对|测|填)了[吧啊]?[，,。；;！! ]+)"
    rf"|{_WE}(?:问|说|指)的(?:又|可|并)?不是(?P<instead>[^，,。；;！!？?]{{1,14}}?)[啊呀的吧]*[，,。；;]+(?=而?是)"
    rf"|{_WE}(?:不是|没有?|没想|不想|不|谁)(?P<says>(?:想|要|让|叫|在|来|你|您|你们)*(?:问|说|指|要|查|打听|讲)(?:要|你|您|你们)*)?(?P<what>[^，,。；;！!？?]{{0,14}}?)[啊呀的吧嘛哈了]*[，,。；;！! ]+"
)
# 我是问, 就问, 我说的是, 是问: what is said before what is asked.
_MEANT = re.compile(
    r"(?:(?:我们?|咱们?|俺们?|就|只|只是|而是|是|其实|本来|刚才|刚|还|想|要|就是|单|光|单单|[，, ])*(?:问|打听)(?:的)?(?:其实|就|只)?(?:是|了)?(?:一?下)?"
    r"|(?:我们?|咱们?|俺们?)(?:说|指|讲)的(?:其实|就|只)?是|(?:我|我们|俺)?的?意思(?:就)?是(?:说)?|(?:你|您)?(?:就|只|直接|先)*(?:要|用|得|需要)?告诉(?:我们?|咱们?)(?:一下)?(?=[^，,。]))(?:的?是)?[，, ：:]*"
)
_BUT = re.compile("而?是(?:问|说)?")
# 你列这么多干啥, 说那么多没用: a complaint about the answer before.
_COMPLAINS = re.compile(
    r"(?:你|您|别|不用|不要|甭)*(?:老|光|又|总|给我|一下子)*(?:列|说|讲|念|发|写|给|扯)(?:了|我)?(?:这么|那么|这些|那些|一[大堆])(?:多|堆|串)?(?:干[啥嘛吗什么]+|做什么|做啥|没用|干什么|我也看不懂|废话)?[吗呢啊了的]*|答非所问|(?:太|这么)多了|(?:我)?(?:看|记)不过来"
)
# 博士后你说问成果科，那兼职的呢: what was just told, before another is asked about.
_TOLD_BEFORE = re.compile(
    r"[^，,。？?]{0,10}(?:你|您)们?(?:刚才|刚刚|刚|前面|上面)?(?:说|讲)(?:了|过|是|的是?|要|让|得)?[^，,。？?吗]{1,12}[，,。；;]+(?=那|可|不过|但)"
)
# What is no question, said of one: 我还问了查新报告是不是必须 sounds like a complaint.
_NO_QUESTION = ("why", "correct", "stop", "deny", "affirm", "unknown", "help", "start_over", "retract", "resume", "who")
_CHECK = re.compile("查(?!新)|核对")
CHECK = "check"
_NOT_OF_FIGURES = ("program", "family", "section", "term", "technology")


def as_it_is_meant(guide: Guide, conversation: Conversation, utterance: Utterance) -> Utterance:
    """``utterance`` as what it says to be asked; as it is where it protests against nothing and says no such thing."""
    plain = _without_grumbles(utterance)
    if figures_meant(plain):
        return plain  # 不是经费，我说的是研发人员
    aside = _set_aside(plain)
    asked = _asked_behind(plain.text, aside)
    denied = _denied(guide, conversation, aside, asked) if aside else ()
    if not asked or not (ASKING.search(asked) or denied):
        return plain  # 我问的是孵化器 names another, and 不是800万，我说的是900万 tells a number
    of_a_check = bool(aside and _CHECK.search(aside.group()))
    return _as_a_question(_rest(plain, aside.end() if aside else 0), (*denied, CHECK) if of_a_check else denied)


def _asked_behind(text: str, aside: re.Match[str] | None) -> str:
    """What is said to be asked; empty where nothing is, or no more than 问 ahead (问这个干啥)."""
    lead = (_BUT if aside and aside["instead"] else _MEANT).match(text, aside.end() if aside else 0)
    if lead is None or not aside and lead.group().startswith(_BARELY):
        return ""
    return text[lead.end() :].strip(_STOPS)


def _without_grumbles(utterance: Utterance) -> Utterance:
    """``utterance`` without a first clause that repeats what was answered, or a first or last one that complains of it."""
    parts, pieces = [*clauses(utterance.text)], utterance.pieces
    if len(parts) < SEVERAL or len(pieces) < SEVERAL:
        return utterance
    first = parts[0]
    if _TOLD_BEFORE.match(utterance.text) or _COMPLAINS.fullmatch(first.text.rstrip(_STOPS)):
        left = [each for each in pieces if each.start >= first.end]
        return stretch_of(utterance, first.end, left) if left else utterance
    if _COMPLAINS.fullmatch(parts[-1].text.rstrip(_STOPS)):
        left = [each for each in pieces if each.end <= parts[-1].start + 1]
        return stretch_of(utterance, 0, left, parts[-1].start) if left else utterance
    return utterance


def _set_aside(utterance: Utterance) -> re.Match[str] | None:
    """What is said not to be asked; 我们没有平台，问一下能报吗 tells what is not there, and 没有，问下几号截止 answers."""
    found = _SET_ASIDE.match(utterance.text)
    if found is None or any(
        each.start < found.end() for each in utterance.mentions if each.kind not in _NOT_OF_FIGURES
    ):
        return None
    of_a_topic = bool(found["what"]) and any(has_sign(each, found["what"]) for each in SIGNS)
    return found if any(found[each] for each in ("says", "check", "instead")) or of_a_topic else None


def _rest(utterance: Utterance, start: int) -> Utterance:
    """What stands behind the words that set something aside."""
    pieces = [each for each in utterance.pieces if each.start >= start]
    if start and pieces:
        moved = stretch_of(utterance, start, pieces)
        return replace(moved, described=utterance.described)
    return utterance


def _denied(guide: Guide, conversation: Conversation, aside: re.Match[str], rest: str) -> tuple[str, ...]:
    """The topics that are set aside: those of which the words are, and the one that was said last to be left out and of which no
    word follows."""
    told = aside["what"] or aside["instead"] or ""
    unsaid = {each.topic for each in guide.silent_topics} & {*SIGNS}
    said = {each for each in SIGNS if told and has_sign(each, told)}
    last = {conversation.topic} & unsaid
    named = {each.topic for each in guide.silent_topics if speaks_of(each, rest)}
    return tuple((said | {str(each) for each in last}) - (named - said))


def _as_a_question(utterance: Utterance, denied: tuple[str, ...]) -> Utterance:
    """``utterance``, which asks, whether or not it sounds so, for something else than what is ``denied``."""
    gone = {*_NO_QUESTION, *(each if each == CHECK else f"{ASK}{each}" for each in denied)}
    text = utterance.text if ASKING.search(utterance.text) else utterance.text.rstrip("。！! ") + "？"
    return replace(
        utterance,
        text=text,
        ranking=_among(utterance.ranking, gone),
        parts_ranked=tuple((_among(ranking, gone), masked) for ranking, masked in utterance.parts_ranked),
        pieces=tuple(replace(each, ranking=_among(each.ranking, gone)) for each in utterance.pieces),
    )


def _among(ranking: Ranking, gone: set[str]) -> Ranking:
    """The ranking of what is left, as sure as all was; where nothing likely is, of what has no name."""
    left = [(name, chance) for name, chance in ranking if name not in gone]
    whole = sum(chance for _, chance in left)
    if whole < _LITTLE:
        return ((OTHER, 1.0), *left)
    return tuple((name, chance / whole) for name, chance in left)


_BARELY = ("问", "打听")
SEVERAL = 2
_STOPS = "，,。；;！!？?~ "
_LITTLE = 0.1  # of all chances: what is left tells nothing
