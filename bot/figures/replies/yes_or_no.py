"""Yes or no, said in several clauses: what they answer together, and where the rest leaves it open or turns it round."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.figures.mentions import Mention
from bot.figures.replies.remarks import is_remark
from bot.figures.replies.together import CONTRAST, SAYS_IT_IS, together
from bot.figures.replies.told import Told, is_of_other, is_plain_no, told_by
from bot.figures.stated.by_now import leaves_the_future_open, tells_of_once
from bot.figures.stated.compounds import is_compound, is_general, is_of_kinds, part_denied
from bot.figures.stated.denied_lists import denied_after
from bot.figures.stated.locality import is_local
from bot.figures.stated.partners import is_joint, is_with_partners, seeks_partners
from bot.figures.stated.parts_told import tells_parts
from bot.figures.stated.placed_in_part import asks_for_all, leaves_a_part_out
from bot.figures.stated.planned_together import only_plans
from bot.figures.stated.settled import settled
from bot.figures.stated.the_rest import was_got
from bot.figures.statement import Statement
from bot.figures.wording.coordinated import coordinated
from bot.figures.wording.denial import lapses, takes_back
from bot.figures.wording.going_on import goes_on_about_another
from bot.figures.wording.joined import spread
from bot.figures.wording.own_words import TROUBLE, spoken
from bot.figures.wording.polarity import in_own_words, is_of_a_lower_level, says_something, speaks_of
from bot.figures.wording.stance import Clause, clause_at, clauses, is_not_yet
from bot.figures.wording.under_way import as_lack, is_of_another_kind
from bot.guide.model import Figure, Guide

_CLOSING = re.compile(
    "(?:这样|那|我们|[ ])*(?:(?<=这样)行|(?<=这样)可以|能行|符合|达标|合格|能申?报|可以申?报|够条件|够格)(?:条件|要求)?(?:不|吗|么|没)[ ?？。！!]*"
    # 能的。结果行不行: the verdict is wanted, and what comes before is the answer.
    "|(?:那么?|最后|现在|到底|我们|[ ])*(?:结果|结论)(?:是|会)?(?:行不行|怎么?样|咋样|如何|什么|啥|呢|出来了?吗?|过没过|能不能(?:申?报|过))[ ?？。！!]*"
    "|(?:那么?|最后|到底|我们|[ ])+(?:行不行|够不够格|能不能(?:申?报|过))[ ?？。！!]*"
)
_IS = re.compile("[ ]*(?:有|是|对)(?:的|了|啊|呀|呢|吧|哈)*[ ，,。；;！!]*")
# Talks go on about a contract; whether the staff suffices they leave open, and so does whoever is being hired.
_ABILITY = re.compile("能(?!否)[^，。]{0,12}(?:满足|提供)")
_TALKS = re.compile(
    "(?:还|正|正在|都|我们|在|[ ])*(?:在)?(?:谈|商量|沟通|走流程|审批|洽谈|对接|报批)(?:着|中|呢|的|[ 。！])*"
)
_OPENING = re.compile(r"[ ]*(?:嗯+|恩+|好的?|对了|哦+|噢+|ok)[ ，,。.!！~～呀啊哈]*", re.IGNORECASE)
_WILLING = re.compile(r"[ ]*(?:行|可以|没问题)[的啊呀 ，,。.!！~～]*")
_MORE = re.compile(
    "(?:也|照样|一样|仍然?)(?:还|会|是|都)*(?:有|没问题|能|稳)|扩|升级|提升|改造|再|又|另|新增|增|招|第[二三]"
)
_NO = re.compile("不(?:是)?[，, ]+")
_ONCE = re.compile(r"^(?:曾经?)?有过[的了。！ ]*$|(?:以前|原来|原先|早先|曾经|过去|之前|前几年)[^，。没]{0,4}有")
_ONCE_NOT = re.compile("以前|原来|原先|早先|过去|之前|前几年|去年")
# 有，下一个 goes on; alone it leaves the question.
_GOING_ON = re.compile(r"[ ]*(?:下一?[个题条项]|继续|然后呢?|接着(?:问|来)?|往下)[吧问呢。！!?？ ]*")
_NOT_THAT = re.compile(
    r"(?:但是?|不过|可是?|而|[ ])*(?:现在|目前|如今|眼下|今年|已经|早就?|后来|我们|咱们?|我司|公司|单位|自己|本身)+(?:自己|公司|单位|这边|现在|目前|就|也|都|却|已经|倒|还)*(?:不是|不算|算不上|没有?)(?:的|了|啊|呢|吧|呀|[ ，,。.！!；;])*"
)
_LATER = re.compile(
    r"(?:先|去|回去|再|得)(?:[我去]?[查问看核]{1,2}(?:一?下|清楚)?|确认一?下|了解一?下|想想|商量)(?:再说|看看)?[吧啊呢。！ ]*$|(?:等[会一]?[会下]儿?|待会儿?|回头|晚点|过会儿?|稍后|稍等|明天|改天)[^，。]{0,3}(?:说|答|回|告诉|给你)"
)


def yes_or_no(
    text: str, figure: Figure, named: Sequence[Mention], guide: Guide, spoken_for: Sequence[tuple[int, int]]
) -> Statement | None:
    """What the clauses together answer; one that is not understood beside a mere 嗯 or after a 但是 leaves it open."""
    if leaves_a_part_out(text, figure, guide):
        return Statement(figure.id, False, 0, len(text)) if asks_for_all(figure, guide) else None
    there = settled(text, figure, guide) if is_local(figure, guide) else None
    return there or _by_clauses(text, figure, named, guide, spoken_for)


def _by_clauses(
    text: str, figure: Figure, named: Sequence[Mention], guide: Guide, spoken_for: Sequence[tuple[int, int]]
) -> Statement | None:
    trouble = bool(TROUBLE.search(spoken(figure)))
    if _ONCE.search(text) and not (trouble or _puts_off(text)):  # 以前有，现在撤了
        return Statement(figure.id, False, 0, len(text)) if takes_back(text) else None
    parts = _telling(text, of_now=trouble)
    if not parts or _puts_off(text):
        return None
    parts = [part for part in parts if not (is_remark(part.text, figure) or _CLOSING.fullmatch(part.text))] or parts
    others = [name for name in named if is_of_other(name, text, figure)]
    names = [(name.start, name.end) for name in others if not _is_whom_one_talks_to(name, text, figure, guide)]
    parts, told = _each_told(parts, figure, named, guide, [*spoken_for, *names])
    parts, told = _of_kinds(parts, told, figure, named)
    parts, told = _without_plans_beside_a_no(parts, told)
    of_a_list = denied_after(text, named)  # 高企，规上，都没有
    told = ["other" if part in of_a_list else each for part, each in zip(parts, told, strict=True)]
    told = [_unread_contrast(part, each, spoken_for) for part, each in zip(parts, told, strict=True)]
    told = [_of_another(part, each, figure, guide) for part, each in zip(parts, told, strict=True)]
    if len(told) > 1 and told[0] == "no" and _ONCE_NOT.search(parts[0].text):  # 原来没有，今年建了
        parts, told = parts[1:], told[1:]
    doubtful = [_is_of_another(place, parts, told, figure, named) for place in range(len(told))]
    doubtful = [each or _goes_on(place, parts, told, figure, guide) for place, each in enumerate(doubtful)]
    doubtful = [each or _is_got(place, parts, told, text, named) for place, each in enumerate(doubtful)]
    told = ["doubt" if doubt else each for doubt, each in zip(doubtful, told, strict=True)]
    if "other" in told:  # 好的，总投资650万 answers nothing
        told = ["other" if _opens(part.text, figure) else each for part, each in zip(parts, told, strict=True)]
    told = _with_what_there_is(parts, told, figure)
    answer = together(parts, told, text, figure, spoken_for)
    not_yet = answer is not None and _is_under_way(parts, told, answer, figure)
    if not_yet and is_with_partners(figure) and only_plans(text):
        return None  # with whom is still to be told
    if answer is None or not_yet is None or _ABILITY.search(figure.ask) and _is_open_yet(parts, text, not_yet=not_yet):
        return None
    return Statement(
        figure.id, answer and not not_yet and not part_denied(text[parts[0].start :], figure), 0, len(text), not_yet
    )


def _is_open_yet(parts: Sequence[Clause], text: str, *, not_yet: bool) -> bool:
    """Whether no more is told than that one talks, or hires."""
    hires = all(is_not_yet(part.text) for part in parts) and _MORE.search(text)
    return bool(hires) or not_yet and bool(_TALKS.fullmatch(text))


def _is_whom_one_talks_to(name: Mention, text: str, figure: Figure, guide: Guide) -> bool:
    """Whether a kind of unit is named as a partner that is not won yet, where partners are asked for: 正在跟兰大谈."""
    partners = seeks_partners(figure) or is_joint(figure)
    words = clause_at(text, name.start).text
    open_ = is_not_yet(words) or as_lack(words) != words
    return partners and guide.figure[name.figure].kind == "choice" and open_


def _is_of_another(
    place: int, parts: Sequence[Clause], told: Sequence[Told], figure: Figure, named: Sequence[Mention]
) -> bool:
    """Whether the answer at ``place`` may be of what was told before: 去年总投资700万，没过; 高企过期了，不算了."""
    each, before, other = told[place], told[place - 1] if place else "", "other" in told[:place]
    return each == "no" and (
        (other and not is_plain_no(parts[place].text, figure))
        or (before == "other" and _is_of_the_choice(parts, place, figure, named))
        or (before in ("doubt", "other") and _is_of_what_is_over(parts[place - 1], parts[place], figure))
    )


def _goes_on(place: int, parts: Sequence[Clause], told: Sequence[Told], figure: Figure, guide: Guide) -> bool:
    """Whether a yes at ``place`` only goes on about what the part before tells of another figure: 经费稳定，没有问题."""
    if not place or told[place] != "yes" or told[place - 1] not in ("doubt", "other"):
        return False
    before, part = parts[place - 1].text, parts[place].text
    if is_of_another_kind(before, spoken(figure)) and speaks_of(part, figure) is None:  # 还没搬过去，正在办手续
        return True
    return goes_on_about_another(before, part, figure, guide)


def _is_got(place: int, parts: Sequence[Clause], told: Sequence[Told], text: str, named: Sequence[Mention]) -> bool:
    """Whether a yes at ``place`` only says that what was named before was got in the end."""
    before = parts[place - 1] if place and told[place] == "yes" else None
    return before is not None and any(was_got(text, name) for name in named if before.holds(name.start))


def _telling(text: str, *, of_now: bool) -> list[Clause]:
    """The clauses that say something; ``of_now``: but for those of what was once (以前有过纠纷)."""
    parts = [part for part in clauses(text) if says_something(part.text)] or list(clauses(text))
    parts = [part for part in parts if not _GOING_ON.fullmatch(part.text)] or parts
    parts = [part for part in parts if not (of_now and tells_of_once(part.text))]
    corrects_itself = len(parts) > 1 and _NO.fullmatch(parts[0].text) and SAYS_IT_IS.match(parts[1].text)
    return parts[1:] if corrects_itself else parts  # 不，是放在榆中


def _is_of_the_choice(parts: Sequence[Clause], place: int, figure: Figure, named: Sequence[Mention]) -> bool:
    """Whether a mere no is of the choice that the part before names: 以前是高企，现在不是了; 合作方是高企，我们不是."""
    before = [name for name in named if parts[place - 1].holds(name.start)]
    chosen = any(name.choice for name in before) and not any(name.figure == figure.id for name in before)
    return chosen and bool(_NOT_THAT.fullmatch(parts[place].text))


def _is_of_what_is_over(before: Clause, part: Clause, figure: Figure) -> bool:
    """Whether a no that names nothing is of what the part before says to hold no more: 专利过期了，不算."""
    return lapses(before.text) and speaks_of(part.text, figure) is None


def _each_told(
    parts: Sequence[Clause], figure: Figure, named: Sequence[Mention], guide: Guide, taken: Sequence[tuple[int, int]]
) -> tuple[list[Clause], list[Told]]:
    """The parts and how each answers; what joins two things (经费和机构都有) answers as two where it does not as one."""
    pieces: list[Clause] = []
    for part in parts:
        plain = told_by(part, figure, named, guide, taken) not in ("doubt", "other")
        pieces += [part] if plain else _parted(part, named)
    return pieces, [told_by(part, figure, named, guide, taken) for part in pieces]


def _parted(part: Clause, named: Sequence[Mention]) -> tuple[Clause, ...]:
    parted = spread(part, named)
    return parted if len(parted) > 1 else coordinated(part, named)


def _of_kinds(
    parts: Sequence[Clause], told: Sequence[Told], figure: Figure, named: Sequence[Mention]
) -> tuple[list[Clause], list[Told]]:
    """Both without the denials of one kind where another kind is there: 没有实验室，有技术中心."""
    pairs = list(zip(parts, told, strict=True))
    if is_of_kinds(figure) and "yes" in told:
        pairs = [(part, each) for part, each in pairs if not (each == "no" and _denies_a_kind(part, figure, named))]
        lower = [is_of_a_lower_level(part.text, figure.name) for part, _ in pairs]  # 省级的有一个，市级的有三个
        pairs = [pair for pair, below in zip(pairs, lower, strict=True) if not (pair[1] == "no" and below)]
    return [part for part, _ in pairs], [each for _, each in pairs]


def _with_what_there_is(parts: Sequence[Clause], told: Sequence[Told], figure: Figure) -> list[Told]:
    """``told``, what goes on behind a yes with the things there are being part of it: 能，就是5个技术员加两个温室嘛."""
    if told[0] != "yes":
        return list(told)
    named = [each == "doubt" and tells_parts(part.text, figure) for part, each in zip(parts, told, strict=True)]
    return ["yes" if goes_on else each for goes_on, each in zip(named, told, strict=True)]


def _without_plans_beside_a_no(parts: Sequence[Clause], told: Sequence[Told]) -> tuple[list[Clause], list[Told]]:
    """Both without what is only planned beside a no: 没有，但打算建."""
    pairs = list(zip(parts, told, strict=True))
    if "no" in told:
        pairs = [(part, each) for part, each in pairs if not (each == "yes" and is_not_yet(part.text))]
    return [part for part, _ in pairs], [each for _, each in pairs]


def _unread_contrast(part: Clause, each: Told, spoken_for: Sequence[tuple[int, int]]) -> Told:
    """``doubt`` for a but that names something and says nothing that is read: 但是挂靠在大学."""
    read = any(part.holds(start) for start, _ in spoken_for)
    return "doubt" if each == "other" and not read and CONTRAST.match(part.text) else each


def _of_another(part: Clause, each: Told, figure: Figure, guide: Guide) -> Told:
    """``other`` for a clause that answers another figure in its own words: 钱有保障，没有专门的咨询委员会."""
    if each != "doubt" or CONTRAST.match(part.text) or in_own_words(part.text, figure):
        return each
    others = (one for one in guide.figures if one.kind == "yes_no" and one.id != figure.id)
    return "other" if any(speaks_of(part.text, one) is not None for one in others) else each


def _denies_a_kind(part: Clause, figure: Figure, named: Sequence[Mention]) -> bool:
    names = [part.text[name.start - part.start : name.end - part.start] for name in named if part.holds(name.start)]
    return speaks_of(part.text, figure) is False and not any(is_general(name, figure) for name in names)


def _is_under_way(parts: Sequence[Clause], told: Sequence[Told], answer: bool, figure: Figure) -> bool | None:
    """Whether what is answered is only planned; not where more is planned (有，正在扩建). None: not plain, as where what is
    there is told in words of its own beside it (财政每年拨，今年的正在落实)."""
    planned = [each for part, each in zip(parts, told, strict=True) if _is_planned(part.text)]
    here = [part for part, each in zip(parts, told, strict=True) if each == "yes" and not is_not_yet(part.text)]
    merely = is_compound(figure) or all(_IS.fullmatch(part.text) for part in here)
    if answer and planned and here and not (merely and {"yes", "no"} & set(planned)):
        return None
    return bool(planned)


def _is_planned(clause: str) -> bool:
    """Whether the clause is of what is still to come; more of what is there is not, nor how it will go on."""
    return is_not_yet(clause) and not (_MORE.search(clause) or leaves_the_future_open(clause))


def _puts_off(text: str) -> bool:
    """Whether the answer is put off: 没问题，我先查查; 行吧，等会儿说."""
    return bool(_LATER.search(text))


def _opens(clause: str, figure: Figure) -> bool:
    """Whether the clause is a word with which one begins to speak: 好的, 对了; 可以 and 行 where no ability is asked for."""
    return bool(_OPENING.fullmatch(clause)) or not _ABILITY.search(figure.ask) and bool(_WILLING.fullmatch(clause))
