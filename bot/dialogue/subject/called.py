"""Orders to check something, and the program or family that one calls by a part of its name: 帮我查一下那个转化的, 回到平台，接着查."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

from bot.dialogue.order_words import CHECKING, ORDERED, SWITCHING
from bot.dialogue.state import Mention, Utterance
from bot.dialogue.subject.fields import fields
from bot.dialogue.subject.placed import ORDINAL
from bot.dialogue.subject.programs import EVERY, beginning, ending
from bot.dialogue.subject.the_others import SAME
from bot.dialogue.words import ASKING, REQUEST, SELF, SIDE_BY_SIDE
from bot.figures.wording.stance import Clause, clauses, without_what_is_open
from bot.guide.model import Guide

NAMED_FIRST = re.compile(r"呢(?=[，,])")  # 那研发平台呢，也查一下: 呢 only names what the order is of

_ORDERED = re.compile(
    r"(?:先|那么?|就|我们?|咱们?|想|要|再|还是|帮忙?|给|麻烦|请|您|你|算了|不对|好|行|[，, ])*"
    r"(?:回到?|返回|回头|接着|继续|换[成回到]?|转[到回]|切换?[到回]|查|看|核对|核|申?报)(?:去)?(?:查|看|核对|核|申?报)?(?:一?[下遍])?"
    r"(?:刚才|之前|前面|上面|原来)?(?:的|[那这]一?[个类块边]|[那这]几个)*(?P<name>[\u4e00-\u9fff]{2,6}?)"
    r"(?:的|类|[那这][个块边些]|[那这]几个|方面|专项|项目|条件)*"
    r"(?:吧|呗|了|[，,。！! ]|(?:接着|继续|往下|再|也|咱们?|我们?)*(?:查|看|走|核对)(?:一?下|下去)*)*"
)


# 那就查第二个吧: one of those just listed, by its place.
_AT_A_PLACE = re.sub(r"\?P<\w+>", "", ORDINAL.pattern)  # twice in one pattern, so without names
_BY_PLACE = re.compile(
    r"(?:先|那么?|就|我们?|咱们?|想|要|再|还是|帮忙?|给|麻烦|请|您|你|把|好|行|[，, ])*"
    rf"(?:(?:查|核对?|测|评估)(?:查|对|看|测)?(?:一?[下遍])?(?:列表里|里面|上面|刚才)?的?(?:{_AT_A_PLACE})|(?:{_AT_A_PLACE})(?:也|帮我|给我|请|麻烦|[ ])*(?:查|核对|核|测)(?:查|对|测)?(?:一?[下遍])?)"
    r"(?:专项|项目)?(?:的?条件|我们?|能不能报|行不行|符合不符合)*(?:吧|呗|了|[，,。！!？? ])*"
)
# 平台那一大类全过一遍, 支撑类几个专项都核一下: all of what is called so, whatever is told beside it.
_ALL_OF_IT = re.compile(
    r"(?:先|那么?|就|把|将|我们?|咱们?|想|要|再|帮忙?|给|麻烦|请|您|你|干脆|索性|还是|不如|直接|顺便|一次性?|[ ])*(?P<name>[\u4e00-\u9fff]{2,8}?)"
    r"(?:(?:[那这]?一?(?:大|整)?[类块边]|下面|里[面头]?|的|[那这]?[几两三四五六七八\d][个类项种]|专项|项目|全部)+)"
    r"(?:都|全部?|帮忙?|麻烦|我们?|咱们?|给|请|一起|挨个|逐[个一]|统统|想|要|来|[ ，,])*"
    r"(?:过|查|核对?|看|测|评估)(?:一?[遍下]|查|对|看|完)*"
    r"(?:(?:够|行|合|成|符)不(?:够|行|合|成|符合)(?:格|条件)?|能不能(?:申?报|申请)?|条件|吧|了|[，,。；;！!？? ])*"
)
# 不光这几个，所有的都查: of these it asks nothing.
_THESE = re.compile("[这那好]几[个项类种]")
# 把所有专项都过一遍, 剩下的也都查一下: after a check, the check of all that there are.
_THROUGH_ALL = re.compile(
    r"(?:所有|全部|各个?|每一?个|其[他它余]|别的|剩下|余下|另外|剩余)的?(?:那些?|那?几[个项])?(?:专项|项目|计划|类别)?的?"
    r"(?:呢|也|都|全|给|帮|麻烦|我们?|咱们?|请|一起|挨个|逐[个一]|统统|通通|一并|顺便|想|要|再|来|[，, ])*"
    r"(?:过一?[遍下]|(?:查|核对?|看|测|评估|捋|走|对)(?:一?[遍下]|查|看|对)*)(?:吧|呗|[，,。！! ])*$"
)
_NOT_CHECKED = re.compile("(?:不|别|甭)(?:用|想|要|再|必|需要)*(?:查|核对|看|测)")
# 那平台的呢, 高新的呢: a name by how it begins, after something was asked of another.
_SHORT = re.compile(
    r"(?:那么?|还有|[，, ])*(?P<name>(?!市级)[\u4e00-\u9fff]{2,6}?)(?:的|类|那?一?[个块边]|那?[几两三四五]个|专项)*呢[？?。！! ]*"
)

# 平台的四个呢: the same of all that is called so, which tells no number.
_SEVERAL = re.compile(r"[^，。？?！!]{2,8}?(?:的|类|那)*[几两三四五]个呢[？?。！! ]*")
# 平台那个大专项, 支撑这个大类: a family, by how its name begins.
_AS_A_WHOLE = re.compile(
    r"(?:请问|那么?|还有|[ ])*(?P<name>[\u4e00-\u9fff]{2,4}?)(?:[那这]?(?:一?个|一)|[那这])大(?:专项|项|类|块)"
)
# 一个重大的一个支撑里的, 一处在兰白，一处在社发: two that are told one by one.
_SHORT_ONE = "[\u4e00-\u9fff]{2,6}?"
_INSIDE_IT = "(?:专项|项目|那边|这边|里[面头边]?|里的|的)*"
_ONE_AND_ONE = re.compile(
    rf"一[个处边](?:是|在|归|属于)?(?P<one>{_SHORT_ONE}){_INSIDE_IT}[，,、 ]?(?:另|还有)?一[个处边](?:是|在|归|属于)?(?P<other>{_SHORT_ONE}){_INSIDE_IT}(?=[，,。；;？?！! 吧吗对是都]|$)"
)


def with_short_name(guide: Guide, utterance: Utterance) -> Utterance:
    """``utterance``, which asks the same of another, with the one family or program whose name begins as it says."""
    counted = _SEVERAL.fullmatch(utterance.text)
    short = _SHORT.fullmatch(utterance.text) if counted or utterance.intent == "ask_same" else None
    found = short or _named_first(utterance) or _as_a_whole(utterance.text)
    others = tuple(each for each in utterance.mentions if not (counted and each.kind == "quantity"))
    if not found or any(found.start() <= each.start < found.end() for each in others):
        return utterance
    if utterance.ids("program", "family"):
        return utterance
    named = _by_its_beginning(guide, found, "name") or _by_its_end(guide, found)
    if not named:
        return utterance
    return replace(utterance, mentions=(named, *others), ranking=SAME if counted else utterance.ranking)


def _as_a_whole(text: str) -> re.Match[str] | None:
    """What a clause begins with that is called a large one: 平台那个大专项最后一个小类叫什么."""
    return next(filter(None, (_AS_A_WHOLE.match(text, each.start, each.end) for each in clauses(text))), None)


def _named_first(utterance: Utterance) -> re.Match[str] | None:
    """The name of which all else is asked that follows: 科技园的呢，要满足什么要求."""
    first, *rest = utterance.pieces or (None,)
    asked = first and rest and all(ASKING.search(each.masked) or REQUEST.search(each.masked) for each in rest)
    return _SHORT.fullmatch(utterance.text, first.start, first.end) if first and asked else None


def _by_its_end(guide: Guide, found: re.Match[str]) -> Mention | None:
    """The one program whose name ends with what is named."""
    meant = ending(guide, found["name"])
    return Mention("program", meant[0], found["name"], *found.span("name")) if len(meant) == 1 else None


def with_one_and_one(guide: Guide, utterance: Utterance) -> Utterance:
    """``utterance`` with two programs that are told one by one by how they begin: 一个重大的一个支撑里的; as it is where one of
    them could be several, or is none."""
    found = _ONE_AND_ONE.search(utterance.text)
    named = utterance.of("program", "family")
    if not found or any(found.start() > each.start or each.end > found.end() for each in named):
        return utterance
    told = [
        each
        for each in ("one", "other")
        if not any(found.start(each) <= name.start < found.end(each) for name in named)
    ]
    new = [_with_its_field(guide, utterance, found, each) or _by_its_beginning(guide, found, each) for each in told]
    added = tuple(each for each in new if each)
    return replace(utterance, mentions=(*utterance.mentions, *added)) if added and len(added) == len(new) else utterance


def _with_its_field(guide: Guide, utterance: Utterance, found: re.Match[str], group: str) -> Mention | None:
    """The one program whose name begins with a field that is named ahead and what stands in ``group``: 农业的有两种，…一个科技创新的."""
    ahead = [
        guide.figure[each.kind].choice(each.id).name for each in fields(guide, utterance) if each.end <= found.start()
    ]
    meant = [*dict.fromkeys(program for field in ahead for program in beginning(guide, field + found[group]))]
    return Mention("program", meant[0], found[group], *found.span(group)) if len(meant) == 1 else None


def _by_its_beginning(guide: Guide, found: re.Match[str], group: str) -> Mention | None:
    """The one family or program whose name begins with what stands in ``group``."""
    word = found[group]
    families = (("family", each.id) for each in guide.families if _begins((each.name, *each.aliases), word))
    meant = [*families, *(("program", each) for each in beginning(guide, word))]
    return Mention(*meant[0], word, *found.span(group)) if len(meant) == 1 else None


def _begins(names: Iterable[str], word: str) -> bool:
    return any(name.startswith(word) for name in names)


def with_called(guide: Guide, utterance: Utterance) -> Utterance:
    """``utterance`` with what an order calls by a part of a name, where it names nothing else and only one can be meant.

    Of a family that is ordered as a whole, no member is named by what is told beside it.
    """
    whole = _ordered_whole(guide, utterance.text)
    if whole:
        others = (each for each in utterance.mentions if each.kind not in ("program", "family"))
        return replace(utterance, mentions=(whole, *others))
    found = _ORDERED.fullmatch(utterance.text)
    if not found or utterance.mentions:
        return utterance
    meant = _meant(guide, found["name"])
    if meant is None:
        return utterance
    return replace(utterance, mentions=(Mention(*meant, found["name"], *found.span("name")),))


def orders_a_family(guide: Guide, text: str) -> bool:
    """Whether a clause orders all of one family to be checked: 支撑那几个都看一遍."""
    return _ordered_whole(guide, text) is not None


def orders_all(text: str) -> bool:
    """Whether a check of every program is ordered, and none is denied: 11个专项全查一遍."""
    return bool(EVERY.search(text)) and asks_for_a_check(text) and not _NOT_CHECKED.search(text)


def goes_through_all(text: str) -> bool:
    """Whether all programs, or all others than those of a check, are to be gone through: 那把所有项目都给我过一遍."""
    plain = NAMED_FIRST.sub("", text)
    found = _THROUGH_ALL.search(plain)
    return found is not None and not (ASKING.search(plain[: found.start()]) or _NOT_CHECKED.search(text))


def orders_by_place(text: str) -> bool:
    """Whether it is ordered to check what stands at one place of a list, and nothing else: 查第二个."""
    return bool(_BY_PLACE.fullmatch(text))


def _ordered_whole(guide: Guide, text: str) -> Mention | None:
    """The family that a clause, or one with the next, orders to be checked as a whole: 支撑下面的几类，都过一遍."""
    parts = list(clauses(text))
    joined = (replace(one, text=one.text + other.text, end=other.end) for one, other in pairwise(parts))
    return next(filter(None, (_whole(guide, part) for part in (*parts, *joined))), None)


def _whole(guide: Guide, part: Clause) -> Mention | None:
    """The family that the clause orders to be checked as a whole."""
    found = _ALL_OF_IT.fullmatch(part.text)
    meant = found and _meant(guide, found["name"])
    if not found or not meant or meant[0] != "family":
        return None
    start, end = found.span("name")
    return Mention(*meant, found["name"], part.start + start, part.start + end)


_LISTED = re.compile(r"(?:哪几|几大)[个类块种项]?|哪些|子项|大块|种类|分类|目录")
_GONE_THROUGH = re.compile("(?:过|捋|顺)(?:[上了]?一[遍过]|一?下|遍)")


def asks_for_a_check(text: str) -> bool:
    """Whether a check of what is named is ordered, and nothing is asked."""
    checks = CHECKING.search(text)
    switched = SWITCHING.search(text) and not REQUEST.search(text)
    plain = without_what_is_open(text)  # 查社发，我们做的哪个领域都不沾 asks nothing
    asked = ASKING.search(_THESE.sub("", NAMED_FIRST.sub("", plain)) if checks else plain)
    return bool((checks or switched) and not asked or ORDERED.search(text)) and not _is_listed(text)


def _is_listed(text: str) -> bool:
    """Whether what there is is wanted gone through, and nothing of it checked: 子项帮我捋一遍, 今年总共有哪几大块给我过一遍."""
    return bool(_LISTED.search(text) and _GONE_THROUGH.search(text))


def puts_side_by_side(text: str) -> bool:
    """Whether what is named is to be put side by side, and neither checked nor set against what the asker has."""
    rest = SIDE_BY_SIDE.sub("", text)
    return rest != text and not (CHECKING.search(rest) or SELF.search(rest))


def orders(utterance: Utterance) -> bool:
    """Whether the message is an order to check what it names, and nothing else."""
    return bool(_ORDERED.fullmatch(utterance.text))


def _meant(guide: Guide, words: str) -> tuple[str, str] | None:
    """The kind and id of the one family, else program, that has ``words`` in its name."""
    programs = [each for each in guide.programs if words in each.name]
    families = [each for each in guide.families if words in each.name]
    if len(families) == 1 and all(each.family == families[0].id for each in programs):
        return "family", families[0].id
    return ("program", programs[0].id) if len(programs) == 1 and not families else None
