"""Clauses that say one thing of several: 经费和管理机构都有, 没有稳定经费和管理机构, 有经费有机构. Each part is a clause of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.figures.mentions import Mention
from bot.figures.wording.collective import ALL, ANY, THESE
from bot.figures.wording.stance import Clause, clauses

_AND = "(?:和|、|跟|与|及|以及|还有)"
_HAS = "(?:没有?|有|无|具备|缺乏?|缺少)"
_END = r"[的了呢啊吧 ，。；,;！!]*"
_ALL = f"(?:[ ]|我们?|咱们?|公司|单位|目前|现在|[两三四五几一哪][家者]|{THESE}|{ANY}|{ALL})*{ALL}"
_NONE = f"(?:[ ]|我们?|咱们?|公司|单位|目前|现在|{THESE})*(?:没有?|无)(?:任何)?{ANY}[^，。；]{{0,6}}"
_TAIL = rf"(?P<tail>(?:{_ALL}[^，。；]{{1,6}}|{_NONE}){_END})"
_ITEM = "[^，。；,;和、跟]{2,12}?"
_NEXT = f"(?:{_ITEM}|[人钱])"  # 研发平台和人都没问题
_TOGETHER = re.compile(rf"(?P<items>{_ITEM}(?:{_AND}{_NEXT})+){_TAIL}")
_BARE = "[^，。；,;和、跟有没无不是在已]{2,12}?"  # nothing that tells by itself
_DENIED = re.compile(
    rf"(?P<items>{_BARE}(?:{_AND}{_BARE})+)(?P<tail>(?:目前|现在|暂时|还|倒|我们?)*(?:没有?|无|不是|不占)(?:评上|拿到|办)?{_END})"
)
# 没有高企、规上、专精特新里的任何一个 denies each of them.
_NONE_OF = re.compile(
    rf"(?P<head>[^，。；、和跟]{{0,10}}?(?:没有?|无|不是|不具备|没(?:拿|评|办)[过到上]))(?P<items>{_BARE}(?:(?:、|或者?|和|以及){_BARE})+)"
    rf"(?P<tail>(?:(?:这[几两三四五六][个种类样项])?[里中]?(?:面|头|间)?的?(?:任何|随便)?[哪一]?[个种类样项])?{_END})"
)
_DENIES = "没有"
_LAST = re.compile(rf"(?P<items>{_ITEM}(?:{_AND}{_ITEM})*)(?P<tail>[都全均皆俱][^，。；]{{1,6}}{_END})")
_OF_ALL = re.compile(rf"(?P<items>){_TAIL}")
_JOINING = re.compile(_AND)
_HAVING = re.compile(
    rf"(?P<head>(?:我们?|公司|单位|也|都|目前|现在|已经?|但是?|不过|这边|平台)*{_HAS})(?P<one>[^，。；和、跟]{{2,10}}){_AND}(?P<other>[^，。；和、跟]{{2,10}}?){_END}"
)
_TELLS = re.compile(
    "没(?!有?问题)|不(?!缺)|未|已|有|到位|落实"
)  # 没有合作高校、经费没着落: the second half has its own verb
_THESE_NAMED = re.compile(rf"这{THESE}|这几[样种类个项]|这[两三四五六][样种类个项]")
_SEVERAL = re.compile(f"(?:我们?的?)?{THESE}的?")
_ANNOUNCED = re.compile("[^：:、]{1,16}[：:][ ]*")
_MAY_TELL = re.compile("[有没无不未已在是归签办配拿评获够齐稳]|符合|满足|具备|通过")
_ENDS_A_LIST = re.compile(rf"(?:{THESE}|[俩仨]|{ALL})$")  # 高企、规上两个，专精特新都没有 has the two
_TWICE = re.compile(
    rf"(?P<one>.*?{_HAS}[^，。；有没无]{{2,8}})(?P<other>[也又]?(?:没有?|有|无)[^，。；有没无]{{2,10}}{_END})"
)


def spread(part: Clause, named: Sequence[Mention] = ()) -> tuple[Clause, ...]:
    """The clauses that ``part`` joins, each at the place of its own words; ``part`` alone where it joins none.

    ``named``: names in the message, which are never cut (注册和运营).
    """
    together = shared(part, named)
    if len(together) > 1:
        return together
    if found := _HAVING.fullmatch(part.text):
        said = (found["head"] + found["one"], ("" if _TELLS.search(found["other"]) else found["head"]) + found["other"])
    elif found := _TWICE.fullmatch(part.text):
        said = (found["one"], found["other"])
    else:
        return (part,)
    between = part.start + found.start("other")
    if _is_cut(named, between):
        return (part,)
    return Clause(said[0], part.start, between), Clause(said[1], between, part.end)


def shared(part: Clause, named: Sequence[Mention]) -> tuple[Clause, ...]:
    """The items of which ``part`` says the same, each with that behind it: 高企、规上都没有 is 高企都没有 and 规上都没有."""
    found = _TOGETHER.fullmatch(part.text) or _DENIED.fullmatch(part.text)
    if not found and (none := _none_of(part, named)):
        return none
    items = _items(part, found["items"], named) if found else ()
    if not found or len(items) < 2:
        return (part,)
    return tuple(Clause(item.text + found["tail"], item.start, item.end) for item in items)


def _none_of(part: Clause, named: Sequence[Mention]) -> tuple[Clause, ...]:
    """The items of a list that is denied by what stands ahead of it, and of nothing but choices, each with the denial behind
    it; () where the clause denies no such list."""
    found = _NONE_OF.fullmatch(part.text)
    if not found:
        return ()
    begin = part.start + found.start("items")
    items = _items(Clause(part.text[found.start("items") :], begin, part.end), found["items"], named)
    ends = [max((each.end for each in named if each.choice and item.holds(each.start)), default=0) for item in items]
    if not all(ends):
        return ()
    pairs = zip(items, ends, strict=True)
    return tuple(Clause(item.text[: end - item.start] + _DENIES, item.start, item.end) for item, end in pairs)


def together(text: str, named: Sequence[Mention]) -> Iterator[Clause]:
    """The clauses of ``text``, those that say the same of several things as one of each; of clauses that only name something
    too, where the next says it of all: 高企，规上都没有; 高企、规上，这些都没有."""
    parts = list(clauses(text))
    for place, part in enumerate(parts):
        tail = _said_later(parts[place:], named)
        if tail:
            yield from (Clause(item.text + tail, item.start, item.end) for item in _items(part, _bare(part), named))
        else:
            yield from shared(part, named)


def told_of_choices(text: str, named: Sequence[Mention]) -> Iterator[tuple[tuple[Clause, ...], Clause]]:
    """Choices that clauses do no more than list, with the clause behind them that says something of all: 高企，规上，都没有."""
    listed: tuple[Clause, ...] = ()
    for part in clauses(text):
        if _kind_named(part, named) not in (None, "figure"):
            listed += _items(part, _bare(part), named)
            continue
        if listed and _OF_ALL.fullmatch(part.text):
            yield listed, part
        listed = ()


def items(part: Clause, named: Sequence[Mention] = ()) -> tuple[Clause, ...]:
    """What the clause joins by 和 or 、, whatever it says of it; ``named`` are never cut."""
    return _items(part, part.text, named)


def _said_later(parts: Sequence[Clause], named: Sequence[Mention]) -> str:
    """What a later clause says of the first one, which only names something, and of nothing but its like in between."""
    kind = _kind_named(parts[0], named)
    for part in parts[1:] if kind else ():
        if _kind_named(part, named):
            if _kind_named(part, named) != kind:
                return ""
            continue
        found = _OF_ALL.fullmatch(part.text) or _LAST.fullmatch(part.text)
        until = part.start + found.start("tail") if found else part.end
        own = {_kind(name) for name in named if part.start <= name.start < until}
        return found["tail"] if found and own in ({kind}, set()) else ""
    return ""


def _kind_named(part: Clause, named: Sequence[Mention]) -> str | None:
    """The kind of what the clause names, where it does nothing else: one figure's choices, or figures themselves."""
    own = _items(part, _bare(part), named)
    named_so = [_kind_of(item, named) for item in own]
    kinds = {kind for item, kind in zip(own, named_so, strict=True) if kind or not _is_like_a_name(item.text)}
    return kinds.pop() if len(kinds) == 1 else None


def _kind_of(item: Clause, named: Sequence[Mention]) -> str | None:
    """The kind of what is named by all of the item's words, but for those that take several together (这几类资质)."""
    own = [name for name in named if item.start <= name.start and _ends(item, name)]
    ahead = ((name, item.text[: name.start - item.start]) for name in own)
    return next((_kind(name) for name, words in ahead if not words or _SEVERAL.fullmatch(words)), None)


def _ends(item: Clause, name: Mention) -> bool:
    """Whether nothing stands behind the name but what takes the list together: 高企、规上这两样."""
    behind = item.text[name.end - item.start :] if name.end <= item.start + len(item.text) else None
    return behind is not None and (not behind or bool(_THESE_NAMED.fullmatch(behind)))


def _is_like_a_name(words: str) -> bool:
    """Whether the words, a member of a list, tell nothing by themselves: a name that is not known, or is put otherwise."""
    return not (_MAY_TELL.search(words) or _ENDS_A_LIST.search(words))


def _kind(name: Mention) -> str:
    return name.figure if name.choice else "figure"


def _bare(part: Clause) -> str:
    return part.text.rstrip(" ，,、；;\n")


def _items(part: Clause, words: str, named: Sequence[Mention]) -> tuple[Clause, ...]:
    """The items that ``words``, the beginning of ``part``, join; each goes up to where the next one begins."""
    cuts = [(part.start + found.start(), part.start + found.end()) for found in _JOINING.finditer(words)]
    cuts = [cut for cut in cuts if not any(_is_cut(named, place) for place in cut)]
    begin = part.start + (_announced(part, words, named) or len(words) - len(words.lstrip()))
    starts, ends = [begin, *(end for _, end in cuts)], [*(start for start, _ in cuts), part.start + len(words)]
    after = [*starts[1:], part.end]
    return tuple(
        Clause(words[start - part.start : end - part.start], start, until)
        for start, end, until in zip(starts, ends, after, strict=True)
    )


def _announced(part: Clause, words: str, named: Sequence[Mention]) -> int:
    """How much of ``words`` only says what the list behind a colon is of: 资质差点：高企、规上."""
    found = _ANNOUNCED.match(words)
    if not found:
        return 0
    begin = part.start + found.end()
    kinds = {name.figure for name in named if name.start == begin and name.choice}
    ahead = [name for name in named if part.start <= name.start < begin]
    only_says = all(name.figure in kinds and not name.choice for name in ahead)
    return found.end() if kinds and only_says else 0


def _is_cut(named: Sequence[Mention], place: int) -> bool:
    return any(name.start < place < name.end for name in named)
