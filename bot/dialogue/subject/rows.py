"""Programs and families in a row, each called by how its name begins or by what it alone demands: 重大、兰白、平台、支撑这四个,
众创空间跟省重点实验室."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.answers.requirements import figures_of
from bot.dialogue.state import Mention, Utterance
from bot.dialogue.subject.fields import carrying, divided, dividing, fields
from bot.dialogue.subject.programs import beginning
from bot.figures.wording.stance import clauses
from bot.guide.model import Guide, Program
from bot.nlu.masks import MASKS

_AND = re.compile("(?:[、和跟与]|还有|以及)(?:[给办建做搞](?!什么|啥))?")
_NAMES = ("program", "family")
_LONGEST, _SHORTEST = 6, 2  # characters of a name that is only begun
# 农业的、高新那个: what may stand between a name and the next.
_OF_IT = re.compile("(?:的|类|专项|项目|建设|[那这]一?[个块类边项])*$")
# What stands ahead of the first and behind the last, where they are names and no parts of other words (引进和研发投入).
_AHEAD = re.compile(
    r"(?:^|[，,。；;：:！!？? “\"]|[在从报走问比把拿将选归查给办是讲说看的]|请问|专项|里[面头边]?|介绍|对比|比较|关于)$"
)
_BEHIND = re.compile(
    r"(?:的|类|专项|项目|[那这]?一?[个块类边项])*(?:[，,。；;：:！!？? ”\"]|$|[那这]?[两俩二三四五六几\d]|这些|里[面头边]?|当中|中间?|之间|在|跟|各|分[别属归]|都|全|哪|谁|比|怎|咋|有|区|不同|差|放|摆|[是又归由找报交去要一支重聚])"
)
# 这四个是并列的吗, 三个专项: so many of the guide's own.
_SO_MANY = re.compile(r"(?:[那这])?[两俩二三四五几\d]个?(?:大?(?:类|块|项)|小?专项|项目|(?![月人年小季家]))")

# 平台的又有哪几个, in a clause of its own.
_OF_ITS_OWN = re.compile(
    "(?:那么?|还有|再|另外|[ ])*(?P<name>[\u4e00-\u9fff]{2,4}?)(?:的|类|[那这][个块边类])+(?=又|呢|有|归|找|是|收|管|都|各|分)"
)
# 农业有俩口子能报, 农业上的两个专项: the one with the field in its name, and the one that is divided by it.
_TWO_OF_IT = re.compile(
    r"(?:的|类|上头?|里[面头]?|[这那]一?[块边]|口|方面)*(?:好像|听说|说是|据说|一共|总共|就|也|是|能报的|可以报的)*有?[两俩二](?:个|种|类|条)?(?:口子|专项|项目|计划|路子|渠道|能报|可以报|能申报)"
)
# 在高新和社发里头都写了: what the guide says in both.
_BOTH_IN = re.compile("在$"), re.compile("(?:专项|这|那)?里[面头边]?")
# 众创空间跟重点实验室是一个科收吗: of two things it is asked how they are told apart; who has both asks for neither.
_SET_APART = re.compile(
    "分[别属归]|各[归自是]|一样|[同一]一?个科|同一|区别|不同|比较|对比|差[别在]|哪一?个|两[个者类]|俩|都"
)


def with_a_row(guide: Guide, utterance: Utterance) -> Utterance:
    """``utterance`` with what stands in a row with programs or families and is one itself; as it is where nothing shows that the
    others are, or where all may be fields of one program."""
    for row in (*_rows(guide, utterance), *_asked_apart(guide, utterance)):
        new = [each for each in row if each not in utterance.mentions]
        if new and _is_of_the_guide(guide, utterance, row, new):
            utterance = _with(utterance, new)
    return utterance


def with_both_of_a_field(guide: Guide, utterance: Utterance) -> Utterance:
    """``utterance`` with the two programs of a field, where two of that field are spoken of and none is named."""
    found = [each for each in fields(guide, utterance) if _TWO_OF_IT.match(utterance.text, each.end)]
    if utterance.ids(*_NAMES) or len(found) != 1:
        return utterance
    turning = [each.id for each in guide.programs if divided(guide, (each.id,), found)]
    both = dict.fromkeys([*turning, *carrying(guide, found)])
    names = tuple(replace(found[0], kind="program", id=each) for each in both)
    return replace(utterance, mentions=(*utterance.mentions, *names)) if len(both) == 2 else utterance


def _rows(guide: Guide, utterance: Utterance) -> Iterator[list[Mention]]:
    """The rows of which each piece is a name: between two pieces stands no more than a word that joins them."""
    row = list[Mention]()
    for found in _AND.finditer(utterance.text):
        one, other = _ending(guide, utterance, found.start()), _beginning(guide, utterance, found.end())
        if row and one and row[-1].start == one.start:
            row = [*row, other] if other else row
        else:
            yield row
            row = [one, other] if one and other else []
        if not other:
            yield row
            row = []
    yield row


def _asked_apart(guide: Guide, utterance: Utterance) -> Iterator[list[Mention]]:
    """A family of which a clause of its own asks the same as of one that is named before: 科技支撑有哪几个，平台的又有哪几个."""
    for part in clauses(utterance.text):
        before = [each for each in utterance.of(*_NAMES) if each.end <= part.start]
        found = _OF_ITS_OWN.match(utterance.text, part.start, part.end)
        name = _begun(guide, utterance, *found.span("name")) if before and found else None
        if name and name.kind == "family":
            yield [before[-1], name]


def _ending(guide: Guide, utterance: Utterance, place: int) -> Mention | None:
    """The name that ends there."""
    end = _OF_IT.search(utterance.text, 0, place)
    ends = {place, end.start()} if end else {place}
    for told in utterance.mentions:
        if told.end in ends and (known := _as_a_program(guide, told, utterance.text)):
            return known
    lengths = range(_LONGEST, _SHORTEST - 1, -1)
    spans = [(each - many, each) for each in sorted(ends) for many in lengths if each >= many]
    return next(filter(None, (_begun(guide, utterance, *span) for span in spans)), None)


def _beginning(guide: Guide, utterance: Utterance, place: int) -> Mention | None:
    """The name that begins there."""
    for told in utterance.mentions:
        if told.start == place and (known := _as_a_program(guide, told, utterance.text)):
            return known
    lengths = range(_LONGEST, _SHORTEST - 1, -1)
    spans = [(place, place + many) for many in lengths if place + many <= len(utterance.text)]
    return next(filter(None, (_begun(guide, utterance, *span) for span in spans)), None)


def _as_a_program(guide: Guide, told: Mention, text: str) -> Mention | None:
    """A name as it is; a thing to be had as the one program that is there for it: 重点实验室, 省级平台."""
    if told.kind in _NAMES:
        return told
    if told.kind != "figure" or guide.figure[told.id].kind != "yes_no" or not _SET_APART.search(text):
        return None
    there = [each.id for each in guide.programs if _is_there_for(guide, each, told)]
    return replace(told, kind="program", id=there[0]) if len(there) == 1 else None


def _is_there_for(guide: Guide, program: Program, told: Mention) -> bool:
    """Whether the sentence on what a program supports names the thing, or a rule that stands there demands it."""
    places = {each.clause for each in program.directions}
    rules = (each for each in program.requirements if each.clause in places)
    demanded = any(told.id in figures_of(guide, each) for each in rules)
    return demanded or any(told.text in each.quote for each in program.directions)


def _begun(guide: Guide, utterance: Utterance, start: int, end: int) -> Mention | None:
    """The one program or family whose name begins with these words, where they are no other name of the guide's."""
    others = (each for each in utterance.mentions if each.kind not in dividing(guide))
    if any(each.start < end and start < each.end for each in others):
        return None
    word = utterance.text[start:end]
    families = [each.id for each in guide.families if any(name.startswith(word) for name in (each.name, *each.aliases))]
    meant = [*(("family", each) for each in families), *(("program", each) for each in beginning(guide, word))]
    return Mention(*meant[0], word, start, end) if len(meant) == 1 else None


def _is_of_the_guide(guide: Guide, utterance: Utterance, row: Sequence[Mention], new: Sequence[Mention]) -> bool:
    """Whether the row is of programs: one is named as such, or so many are counted, and not all may be fields."""
    text = utterance.text
    first, last = row[0], row[-1]
    whole = _AHEAD.search(text[: first.start]) or first not in new
    ends = _BEHIND.match(text, last.end) or last not in new
    fields = {each.start for each in utterance.of(*dividing(guide))}
    inside = _BOTH_IN[0].search(text[: first.start]) and _BOTH_IN[1].match(text, last.end)
    shown = any(each not in new for each in row) or _SO_MANY.match(text, last.end) or inside
    return bool(whole and ends and shown) and not all(each.start in fields for each in row)


def _with(utterance: Utterance, new: Sequence[Mention]) -> Utterance:
    """``utterance`` with new names, which are as good as those that were known when it was masked."""
    kept = (one for one in utterance.mentions if not any(each.start < one.end and one.start < each.end for each in new))
    words = [each.text for each in new]
    return replace(
        utterance,
        mentions=tuple(sorted((*kept, *new), key=lambda each: each.start)),
        masked=_masked(utterance.masked, words),
        pieces=tuple(replace(each, masked=_masked(each.masked, words)) for each in utterance.pieces),
        parts_ranked=tuple((own, _masked(masked, words)) for own, masked in utterance.parts_ranked),
    )


def _masked(masked: str, words: Sequence[str]) -> str:
    for word in words:
        masked = masked.replace(word, MASKS["program"], 1)
    return masked
