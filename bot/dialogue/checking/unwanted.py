"""That no check is wanted, beside what is asked: 不是要查，就问问高校能报哪几个; 我没说要报重大的，…; 我就想知道报哪个，不用查."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.dialogue.order_words import CHECKING, RESULT
from bot.dialogue.state import Conversation, Mention, Question, Ranking, Utterance
from bot.dialogue.subject.programs import named_programs
from bot.dialogue.subject.stretches import stretch_of
from bot.dialogue.words import ASKING
from bot.figures.wording.stance import Clause, clauses
from bot.guide.model import Guide

_AHEAD = (
    "(?:算了|等等|等一?[下会]儿?|慢着|打住|停(?:一?下|停)?|不对|不是|误会|你?(?:搞|弄|听|理解)错了?|误会了|诶|欸|哎|唉|嗯|喂|那|好|行|你|您|我们?|咱们?"
    "|可|又|也|并|都|就|现在|暂时|目前|还|先|这|真|今天|[，, ])*"
)
_NOT = "(?:没有?|谁(?=[让叫请说要])|不是|并非|(?:不|别|甭)(?:用|要|必|想|需要|打算|急着|着急|忙着?)?|无需|不需要?|用不着|犯不着)"
_TO = "(?:[要想说让叫请在来用去是]|打算|准备|给|帮|马上|急着|现在|真的?|什么|啥|[你您]们?|我们?|咱们?)*"
_CHECK = "(?:查(?!新|账|过|清)|核对|核验|核(?!实|算)|测|评估|预审|走流程|问(?:我)?(?:这么多|那么多|这些|数字?|条件)|问(?=[，,。！! ]*$))"
_BEHIND = "(?:我们?|条件|资格|[我们]*(?:的意思|这个|这些)|[了呢啊的吧呀哈嘛呗]|[，,。；;！!~ ])*"
_NO_CHECK = re.compile(f"{_AHEAD}{_NOT}{_TO}{_CHECK}{_BEHIND}")
# 没查, 没核对 alone may tell of one's own books: of a check it is where it is wished, or said not to be.
_WISHED = re.compile("没有?(?:[要想说让叫请在]|打算|准备)|不|别|甭|谁|并非|无需|用不着|犯不着")
# Whoever only stops may want to go on later; a check that was never wanted is gone.
_NEVER = re.compile("没有?(?:[要想说让叫请在问提]|打算|准备)|谁|不是|并非")
_NO_PROGRAM = re.compile(
    f"{_AHEAD}(?:没有?|不是|并非)(?:[要想说问提讲让叫]|打算|准备|[你您])+(?:要|想|去|来|的|过)*(?:申?报|申请|查|弄|搞|做|问|是)*"
    r"(?:的|是)*某专项(?:[的那这个啊呀吧呢]|专项|项目|[，,。；;！!~ ])*"
)
# 我就想知道, 就问下: the words ahead of what alone is asked.
ONLY_ASKS = re.compile(
    "(?:我们?|咱们?|只?是|[你您]|[ ])*(?:就是?|只是?|光|单|是|不过是?|随便|随口|先)*(?:想|要|来)*(?:问(?!题)|知道|打听|了解|告诉我|搞清楚|弄明白)+(?:一?[下问声个])?[ ，,：:]*"
)
_RUN_ON = re.compile(f"{_NO_CHECK.pattern}(?={ONLY_ASKS.pattern}.)")
_TO_REPLY = re.compile(
    r"(?:来|打电话|打来|跑来|有人|有家[^，。；]{0,8}|老)问[^。；？?]{0,24}?(?:[我咱]们?|该|要|得|应该)+(?:怎么?样?|咋|如何)(?:回答?|答|说|解释|跟[他她人]|给[他她人])"
    r"|(?:怎么|咋|如何)(?:回|答复?|回复)(?:人家|[他她]们?|对方|来问的)"
)
OF_A_CHECK = ("check", "stop", "resume")


def without_a_check(
    guide: Guide, conversation: Conversation, utterance: Utterance
) -> tuple[Conversation, Utterance, tuple[str, ...]] | None:
    """The conversation without its check, what the message says beside that none is wanted (nothing: an empty text), and the
    check that may be gone on with later; None where that is not said, or another check is wanted instead."""
    parts = _parts(utterance.text)
    denied = [part for part in parts if _denies(guide, conversation, utterance, part)]
    start, end = _left(utterance, parts, denied)
    rest = utterance.text[start:end]
    if not denied or RESULT.search(rest) or CHECKING.search(rest):
        return None
    never, empty = any(_NEVER.search(part.text) for part in denied), bool(re.fullmatch(_AHEAD, rest))
    if empty and not (never and conversation.active):
        return None  # 算了，不查了 only stops
    if not (never or ASKING.search(rest)):
        return None  # 不查这个了，换引进外国专家专项 turns to another
    named = named_programs(guide, replace(utterance, mentions=_in(utterance, denied)))
    if named and not ASKING.search(rest):
        return None  # 我没说报重大，报的是农业那个 turns to another
    gone = _left_behind(conversation, named)
    alone = replace(utterance, text="") if empty else _alone(utterance, start, end)
    return gone, alone, () if never else conversation.check


def for_whoever_asks(utterance: Utterance) -> Utterance:
    """``utterance``, no check being wanted where it is asked what to reply to somebody: 大学来问能不能报，我该怎么回."""
    return _alone(utterance, 0, len(utterance.text)) if _TO_REPLY.search(utterance.text) else utterance


def _parts(text: str) -> list[Clause]:
    """The clauses of ``text``; where one runs on from what is not wanted to what is asked, two of it: 没要查就问深圳算不算."""
    first, *others = clauses(text)
    run_on = _RUN_ON.match(first.text)
    if not run_on:
        return [first, *others]
    place = first.start + run_on.end()
    return [
        Clause(text[first.start : place], first.start, place),
        Clause(text[place : first.end], place, first.end),
        *others,
    ]


def _denies(guide: Guide, conversation: Conversation, utterance: Utterance, part: Clause) -> bool:
    """Whether a clause says that no check is wanted, or not that of the program in hand."""
    if _NO_CHECK.fullmatch(part.text) and _WISHED.search(part.text):
        return True
    if ASKING.search(part.text):
        return False
    names = _in(utterance, [part])
    named = named_programs(guide, replace(utterance, mentions=names))
    text = part.text
    for each in reversed(names):
        text = text[: each.start - part.start] + "某专项" + text[each.end - part.start :]
    in_hand = {*conversation.check, *conversation.programs}
    return bool({*named} & in_hand and _NO_PROGRAM.fullmatch(text))


def _in(utterance: Utterance, parts: list[Clause]) -> tuple[Mention, ...]:
    """The programs named in these clauses."""
    names = utterance.of("program", "family")
    return tuple(each for each in names if any(part.holds(each.start) for part in parts))


def _left(utterance: Utterance, parts: list[Clause], denied: list[Clause]) -> tuple[int, int]:
    """Where what is left stands, once the clauses are gone with which the text begins and ends that are ``denied``, and those
    ahead of such a one that name nothing: 我只是了解一下，不需要核对，要什么材料."""
    text = utterance.text
    behind = denied[-1].end if denied else 0
    if text[behind:] and not any(each.start < behind for each in utterance.mentions):
        return _without_lead(text, behind), len(text)
    bare = [part for part in parts if part in denied or re.fullmatch(_AHEAD, part.text)]  # 等等，没打算报重大的
    kept = [part for part in parts if part not in bare]
    if not kept:
        return len(text), len(text)
    start = kept[0].start if parts[0] in bare else 0
    end = kept[-1].end if parts[-1] in bare else len(text)
    return _without_lead(text, start), end


def _without_lead(text: str, start: int) -> int:
    """Where that begins which is asked alone, behind 我就想知道."""
    lead = ONLY_ASKS.match(text, start)
    return lead.end() if lead and lead.end() < len(text) else start


def _alone(utterance: Utterance, start: int, end: int) -> Utterance:
    """What stands there, without any intent of a check."""
    pieces = [each for each in utterance.pieces if start <= each.start + 1 and each.end <= end + 1 or each.holds(start)]
    pieces = [replace(each, start=max(each.start, start)) for each in pieces]
    whole = Question(start, end, utterance.ranking, utterance.masked, utterance.parts_ranked, utterance.pieces)
    rest = stretch_of(utterance, start, pieces, end) if pieces else utterance.only(whole)
    parts = tuple((_without(ranking), text) for ranking, text in rest.parts_ranked)
    own = tuple(replace(each, ranking=_without(each.ranking)) for each in rest.pieces)
    return replace(rest, ranking=_without(rest.ranking), parts_ranked=parts, pieces=own, unchecked=True)


def _without(ranking: Ranking) -> Ranking:
    others = [(name, chance) for name, chance in ranking if name not in OF_A_CHECK]
    left = sum(chance for _, chance in others) or 1.0
    return tuple((name, chance / left) for name, chance in others)


def _left_behind(conversation: Conversation, denied: tuple[str, ...]) -> Conversation:
    """``conversation`` without its check, about what was checked, but for the programs that are ``denied``."""
    about = conversation.programs or (conversation.check if len(conversation.check) == 1 else ())
    return conversation.but(
        check=(),
        active=False,
        asked=None,
        number=None,
        rival=None,
        former=None,
        half=None,
        half_of=None,
        judged=False,
        hypothesis={},
        programs=tuple(each for each in about if each not in denied),
        named=conversation.check if len(conversation.check) > 1 else conversation.named,  # 这俩区别在哪
    )
