"""A reply that selects among the choices of a figure: 企业, 高企和专精特新都有, 都没有, 第一个和第四个."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.figures.mentions import Mention
from bot.figures.numbers.numerals import DIGITS
from bot.figures.stated.chosen import heads, is_of_partners, is_of_us, is_wished
from bot.figures.stated.claimed import in_order, lapsed
from bot.figures.stated.denied_lists import denied_after
from bot.figures.stated.partners import is_of_partner, works_without
from bot.figures.stated.planned_together import only_plans
from bot.figures.stated.the_rest import is_one_under_way, nor_the_rest, was_got
from bot.figures.stated.which_kind import undecided
from bot.figures.statement import Statement
from bot.figures.wording.collective import ALL, ANY, THESE
from bot.figures.wording.denial import denies, is_under_review
from bot.figures.wording.joined import items, together
from bot.figures.wording.polarity import falls_short
from bot.figures.wording.stance import Clause, asks, clause_at, clauses, is_not_yet, is_topic, is_unsure
from bot.guide.model import Figure, Guide

_BY_OURSELVES = re.compile(
    r"[ ]*(?:目前|现在)?(?:只有|就|只是|都是|全是|是)?(?:我们|咱们?)?(?:自己|一家|单位自己|独立)(?:一家|一个单位)?(?:做|搞|干|承担|申报)?(?:的|了|呢|啊|吧|[ ，。！])*"
)
NONE_OF_THEM = re.compile(
    rf"^(?:[ ]|[哎唉][呀哟]?|我们|公司|目前|现在|暂时|暂(?=[没无未])|尚|还|截[至止]目前|{THESE}|{ANY}|一[家所]|任何|啥|什么|资质|牌子|称号|荣誉|头衔|帽子|名头|证书?)*(?:都|全|也|一?概)?(?:没有?|无|不是|不具备|没(?:有)?[拿混评捞弄挣办申占沾][上到着下]?|不属于|不符合|木有|不沾边?|不占|对不上)"
    r"(?:一个|一项|一家|这些|任何)?(?:评[上到]|拿(?:到|下来?)|申[请报]?(?:到|上|下来)|办下来|认定[上下]?来?)?(?:的|了|呀|啊|哦|呢|资质|认定|称号|合适的?|合作方?|参与单位|外[地面省头](?:的)?|参[与加]|(?:一起|来)?合作|其他|别的|单位|机构|伙伴|哈|撒|噻|嘛|咧|哩|[ ，,。！!~～])*$"
    r"|^(?:我们|现在|目前|[ ])*(?:全都?|都)(?:已经?)?(?:过期|到期|失效|作废)[了的 ，,。！!]*$"
)
_ALL_BUT = re.compile(
    r"(?:除了?|就差|只差|就缺|只缺|(?:只有|就)(?=[^，]*(?:没有?|不是|不占)[，,]))[^，,；;。]{2,20}(?:以外|之外|没有?|不是|不占)?[，,；; ](?:剩下|其[他余它]|别的|另外|余下)的?(?:[几两三四]?[个样项种家])?(?:资质|牌子|证书?)?(?:也|我们)*(?:都|全)(?:有|是|占|具备|齐)"
)
_ALL_OF_THEM = re.compile(
    r"^(?:我们|这?[三四五]个|样样)?(?:都有|全都?有|都是|都具备|[都全]占(?:着|全|齐)?|[都全]齐)(?:的|了|[ 。！!~～])*$"
)
_SHORT = re.compile(
    rf"(?:我们|公司|目前|现在|暂时|已经?|也|都|就|只|还|但是?|不过|不是|是|没有?|有|属于|拿了|(?:这么)?一?个|[ ])*(?P<name>[^，。；有是]{{2,10}}?)(?:{ALL}|{ANY}|没|的|了|吧|呢|啊|哈|有|是(?![^，。])|证书?|资质|称号|倒是?|确实|(?:已经?|早就?|都)?(?:过期|到期|失效|作废|取消)|[ ，。；,;！!])*"
)
_HELD_ALONE = re.compile(
    "(?:我们?|咱们?|公司|单位|目前|现在|已经?|就|只|也|都|有|是|一?个|证书?|资质|的|了|呢|吧|[ ，。！])*"
)
_PLACE = re.compile(r"第?([一二三四五六七八九1-9])(?:个|项|种|类|条)")
# 最后那个, 选末一项吧
_LAST = re.compile(
    r"(?:[ ]|我们?|应该|就|是|有|选|要|那|属于|算)*(?:最后|最末|末尾|末了)(?:面|头|边)?(?:的|那|这|一)*(?:个|项|种|类|条)(?:的|吧|了|啊|呀|[ ，,。！!])*"
)
_FIRST_ONE, _END_ONE = (
    re.compile("(?:头一|打头)(?:个|项|种|类|条)"),
    re.compile("(?:最?[末后]|末尾)那?一(?:个|项|种|类|条)"),
)
_PLACES = re.compile(
    rf"(?:[ ]|我们|是|有|选)*(?:{_PLACE.pattern}(?:和|、|跟|与|，|,|及|还有|[ ])*){{1,9}}(?:都|有|的|吧|了|[ 。！!])*"
)
# 4, 1和4, 1、4两个, 第一和第四: numbers alone, so that nothing is counted by them.
_NUMBER = "(?:第[一二三四五六七八九1-9]|[1-9])(?:号|项|个)?"
_NUMBERS = re.compile(
    rf"(?:[ ]|我们|那|就|是|有|选|要|应该)*(?:{_NUMBER}(?!\d)(?:和|、|跟|与|，|,|及|还有|\+|[ ])*){{1,9}}(?:[这那]?[两三四五]个|[两三四五]项)?(?:都|有|的|吧|了|[ 。.！!])*"
)
# 是工业还是环保; 工业还是算了 gives it up
_OR_ELSE = re.compile("(?:类|领域|口|方面|项目|的|那边)*(?:呢|啊|呀)?还是(?!算了|[改换按要报走别不])[^，。；]{1,12}")
_ONE_COUNTED = re.compile(r"\D*[1-9][个项]\D*")  # 有4个 counts them
_SO_MANY = re.compile("(?<!第)[这那]?[两三四五][个项]")
_NUMBERED = re.compile("第?([一二三四五六七八九1-9])")


def _own(figure: Figure, text: str, named: Sequence[Mention]) -> list[Mention]:
    """The choices of the figure that the text names and neither denies nor guesses, in no question; not those of a partner."""
    silent = [(part.start, part.end) for part in clauses(text) if _is_open(part.text)]
    own = [name for name in named if name.figure == figure.id and name.choice]
    own = [name for name in own if not any(start <= name.start < end for start, end in silent)]
    if figure.kind == "choice":
        torn = [*undecided(text, 0, own), *_put_as_one_of_two(text, own, named)]
        own = [name for name in own if name not in torn]
        chief = heads(text, [(name.start, name.end) for name in own])
        own = [name for name in own if (name.start, name.end) in chief]
    own = [name for name in own if figure.kind == "choices" or not is_of_partner(text, name.start, name.end)]
    own = [name for name in own if is_of_us(text, name.start, name.end, figure) or _is_all(text, name, figure)]
    own = [name for name in own if not _falls_short(name, text, figure)]
    pieces = list(together(text, named))
    return [name for name in own if was_got(text, name) or not _is_denied(name, text, pieces)]


def _put_as_one_of_two(text: str, own: Sequence[Mention], named: Sequence[Mention]) -> list[Mention]:
    """Those of ``own`` of which it is asked whether it is that or something else, be it no choice: 是工业还是环保."""

    def is_put(name: Mention) -> bool:
        found = _OR_ELSE.match(text, name.end)
        return found is not None and (asks(text) or not any(each.start >= name.end for each in named))

    return [name for name in own if is_put(name)]


def _is_open(clause: str) -> bool:
    """Whether the clause asks, guesses, or tells of a title that is under review."""
    return is_topic(clause) or is_unsure(clause) or is_under_review(clause)


def _is_all(text: str, name: Mention, figure: Figure) -> bool:
    """Whether nothing but the name of what one may hold is said: 就有个高企."""
    alone = _HELD_ALONE.fullmatch(text[: name.start] + "，" + text[name.end :])
    return figure.kind == "choices" and not is_of_partners(figure) and bool(alone)


def _falls_short(name: Mention, text: str, figure: Figure) -> bool:
    """Whether the choice is named at a lower level than the guide's, in its own clause or about it: 市级专精特新."""
    wanted = figure.choice(name.choice or "").name
    return falls_short(text, wanted) or falls_short(clause_at(text, name.start).text, wanted)


def _is_denied(name: Mention, text: str, pieces: Sequence[Clause]) -> bool:
    """Whether the choice is denied, be it with others: 高企、专精特新都不是."""
    own = next(piece for piece in pieces if piece.holds(name.start))
    return denies(text, name.start, name.end) or denies(own.text, name.start - own.start, name.end - own.start)


def _held(own: Sequence[Mention], text: str, named: Sequence[Mention]) -> list[Mention]:
    """Those of ``own`` that are not merely under way, nor over; what is over may be another one that is ``named``."""
    planned = [(part.start, part.end) for part in clauses(text) if is_not_yet(part.text)]
    held = [name for name in own if not any(start <= name.start < end for start, end in planned)]
    held = [name for name in held if not is_wished(text, name.start)]
    gone = lapsed(text, [name for name in named if name.choice])
    return [name for name in held if name not in gone]


def choice(text: str, figure: Figure, named: Sequence[Mention]) -> str | None:
    """The one choice (id) that the reply names or counts; None where it names none, or several."""
    if placed := by_place(text, figure):
        return placed[0] if len(placed) == 1 else None
    held = dict.fromkeys(name.choice for name in _held(_own(figure, text, named), text, named))
    return next(iter(held)) if len(held) == 1 else None


def choices(text: str, figure: Figure, named: Sequence[Mention], guide: Guide) -> Statement | None:
    """The choices that are held; none, and not yet, where all that is named is under way (正在申请高企)."""
    if placed := by_place(text, figure) or _all_but(figure, text, named):
        return Statement(figure.id, placed, 0, len(text))
    own = _own(figure, text, named)
    if own and is_of_partners(figure) and (works_without(text) or only_plans(text) and not _held(own, text, named)):
        return None  # others than those may be partners, and whether those are won is still to be told
    if own:
        held = _held(own, text, named)
        return Statement(figure.id, in_order(guide, held), 0, len(text), not held)
    if nor_the_rest(text, figure, named):
        return Statement(figure.id, (), 0, len(text), is_one_under_way(text, figure, named))
    of_a_list = denied_after(text, named)
    if not asks(text) and any(NONE_OF_THEM.match(part.text) for part in clauses(text) if part not in of_a_list):
        return Statement(figure.id, (), 0, len(text))
    if is_of_partners(figure) and _BY_OURSELVES.fullmatch(text):
        return Statement(figure.id, (), 0, len(text))
    if not asks(text) and _ALL_OF_THEM.match(text):
        return Statement(figure.id, tuple(choice.id for choice in figure.choices), 0, len(text))
    return None


def _all_but(figure: Figure, text: str, named: Sequence[Mention]) -> tuple[str, ...]:
    """The choices (ids) of which all but those named are held: 除了示范企业，剩下四个都有; empty where that is not said."""
    found = _ALL_BUT.search(text)
    if not found or asks(text):
        return ()
    left_out = {name.choice for name in named if name.figure == figure.id and found.start() <= name.start < found.end()}
    return tuple(each.id for each in figure.choices if each.id not in left_out) if left_out else ()


def shortened(text: str, figure: Figure) -> Iterator[Mention]:
    """Clauses that hold but the beginning of the names of one choice: 不是规上，是高新."""
    if figure.kind != "choices" or is_of_partners(figure):  # 上海 is not all 上海张江
        return
    names = [(name, each.id) for each in figure.choices for name in (each.name, *each.aliases)]
    for part in (piece for clause in clauses(text) for piece in items(clause)):
        found = _SHORT.fullmatch(part.text)
        meant = {choice for name, choice in names if name.startswith(found["name"])} if found else set()
        if found and len(meant) == 1 and not any(name == found["name"] for name, _ in names):
            begin = part.start + found.start("name")
            yield Mention(figure.id, meant.pop(), begin, begin + len(found["name"]))


def by_place(text: str, figure: Figure) -> tuple[str, ...]:
    """The choices (ids) told by their numbers in the order in which they were offered; none where the text says anything
    else, or the figure offers none."""
    if not figure.choices:
        return ()
    if _LAST.fullmatch(text):
        return (figure.choices[-1].id,)
    text = _END_ONE.sub(f"第{len(figure.choices)}个", _FIRST_ONE.sub("第一个", text))
    if _NUMBERS.fullmatch(text) and not _ONE_COUNTED.fullmatch(text):
        said = _places(_NUMBERED, _SO_MANY.sub("", text))
        return _offered_at(figure, said) if max(said, default=0) <= len(figure.choices) else ()
    return _offered_at(figure, _places(_PLACE, text)) if _PLACES.fullmatch(text) and "第" in text else ()


def _places(number: re.Pattern[str], text: str) -> list[int]:
    return [DIGITS.get(found[1]) or int(found[1]) for found in number.finditer(text)]


def _offered_at(figure: Figure, places: Sequence[int]) -> tuple[str, ...]:
    return tuple(each.id for place, each in enumerate(figure.choices, 1) if place in places)
