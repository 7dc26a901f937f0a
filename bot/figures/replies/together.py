"""What the clauses of a reply answer together, where each is told: one answer, or none where they leave it open."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.figures.replies.remarks import turned
from bot.figures.replies.told import Told
from bot.figures.stated.compounds import is_compound
from bot.figures.stated.locality import is_seat
from bot.figures.whose import of_others
from bot.figures.wording.denial import is_denial
from bot.figures.wording.polarity import is_in_part, is_with_others
from bot.figures.wording.stance import Clause, clauses, corrects, is_not_yet, is_topic, is_unknown, is_unsure, supposes
from bot.guide.model import Figure

CONTRAST = re.compile(
    "(?:但|不过|可是|可惜|遗憾|然而|后来|(?:^|(?<=[，,；;。 有够行能签在的了好定]))(?:只是|就是))(?!是[^，。不没]{1,10}的)"
)
# 有，还没认定: whether that is meant to take it back is not known.
_LEAVES_OPEN = re.compile(
    "[，,；; ](?:[^，。；]{0,4})(?:还没|没有?|尚未|未|还不|不)(?!问题|有?[纠争异]|错|少|仅|但|光|只|过|用|知)[^，。；]{1,8}[。！! ]*$"
)
_IT_IS_SO = re.compile("[ ]*(?:是|对)(?:的|啊|呀|呢)*[ ，,。！!]*")
# What is told of how it came about, and no trouble; in which town, it may not be the one asked for.
_SO_DONE = re.compile(
    "是[^，。；]{0,6}?[发批建办拨出给设开管做签买领评认][^，。；难紧缺弱]{0,3}的[啊呢呀哈 ，。；！!]*$"
)
_ANY_TOWN = re.compile("[\u4e00-\u9fff]{2}[市县省州]")
# 不过是集团的: what is somebody else's need not count as one's own.
_WHOSE = re.compile("(?:是|属于?|归|挂在?)(?P<whose>[^，。；我咱本自没不]{1,8}?)(?:名下|那边)?的[了呢啊吧 ，。；！!]*$")
_BUT = re.compile("[ ]*(?:但是?|不过|可是?|然而)")
_CONCEDED = re.compile("(?P<verb>[有能在够签])是(?P=verb)")
_EXPLAINED = re.compile("(?:但|不过|可是|只是|就是)是[^，。不没]{1,10}的")
SAYS_IT_IS = re.compile("[ ]*(?:是|对|有)")
_NOT_BUT = re.compile("^不是[，, ]+(?:我们)?是")
_FROM_ANOTHER = re.compile("是[^，。是不]{2,6}的(?:企业|公司|单位)?[啊呢呀，。；！! ]*$")  # 不是，我们是陇南的
_OWN_ONLY = re.compile("自己|本身|自身")  # 自己没有，和大学共建了一个


def _beside_what_is_read(parts: Sequence[Clause], spoken_for: Sequence[tuple[int, int]]) -> str:
    """The parts of a message but for what is read already beside a plain 是: 是，但没签协议 assents."""
    if not SAYS_IT_IS.match(parts[0].text):
        return "".join(part.text for part in parts)
    return "".join(part.text for part in parts if not any(part.holds(start) for start, _ in spoken_for))


def _but_no(parts: Sequence[Clause], told: Sequence[Told]) -> bool:
    """Whether a yes is denied in the figure's own words by a last clause with but: 有，但还没建好."""
    return list(told) == ["yes", "no"] and bool(CONTRAST.match(parts[-1].text))


def together(
    parts: Sequence[Clause], told: Sequence[Told], text: str, figure: Figure, spoken_for: Sequence[tuple[int, int]]
) -> bool | None:
    """The answer of all clauses of ``text``, the ``parts`` of which answer as ``told``; None where they leave it open."""
    answer = _of_all(parts, told, text, figure, spoken_for)
    return False if answer is None and _but_no(parts, told) else answer


def _of_all(
    parts: Sequence[Clause], told: Sequence[Told], text: str, figure: Figure, spoken_for: Sequence[tuple[int, int]]
) -> bool | None:
    plain = [each for each in told if each in ("yes", "no")]
    if "question" in told:
        return None
    if is_compound(figure) and "no" in plain:
        return False
    if plain and (len(set(plain)) == 1 or corrects(text)):
        return _unless_turned(plain[-1] == "yes", parts, told, text, figure)
    if plain or "assent" not in told:
        return None
    unread = [part for part, each in zip(parts, told, strict=True) if each == "doubt"]
    if is_denial(_beside_what_is_read(parts, spoken_for)):
        return None
    return True if all(_bears_out(part.text, parts[0].text, figure) for part in unread) else None


def _bears_out(clause: str, assent: str, figure: Figure) -> bool:
    """Whether the clause goes on, behind a plain 是, in a word of the figure's own: 是，营业执照就是那边发的."""
    open_ = (is_not_yet, is_unsure, is_unknown, is_topic, supposes, is_in_part, of_others, CONTRAST.search)
    word = any(word in clause for word in figure.own_words if len(word) > 1)
    so_done = _SO_DONE.search(clause) and not _ANY_TOWN.search(clause)
    return bool(word and so_done and _IT_IS_SO.fullmatch(assent)) and not any(says(clause) for says in open_)


def _is_the_point(told: Sequence[Told], text: str) -> bool:
    """Whether the yes is what the but of the last clause comes to, whatever was conceded before: 人手紧，但能满足."""
    last = [part.text for part in clauses(text)][-1:]
    return told[-1] == "yes" and "doubt" in told[:-1] and any(_BUT.match(part) for part in last)


def _contrasts(text: str) -> bool:
    """Whether a but follows that does not only explain: 有是有，不过是共建的."""
    return bool(CONTRAST.search(text) or _CONCEDED.search(text) and not _EXPLAINED.search(text))


def _unless_turned(
    answer: bool, parts: Sequence[Clause], told: Sequence[Told], text: str, figure: Figure
) -> bool | None:
    """The answer, unless the rest of the text turns it round (签了，还没启动) or may do so (有，不过他们退出了)."""
    how = turned(text, figure) if len(told) == 1 or "doubt" in told else "stands"
    if answer and how != "stands":
        return False if how == "falls" else None
    left = "".join(part.text for part, each in zip(parts, told, strict=True) if each != "other")
    if answer and "doubt" in told and not _is_the_point(told, text) and (_contrasts(text) or _LEAVES_OPEN.search(left)):
        return None
    if answer and any(_is_anothers(part.text, figure) for part in parts):
        return None
    unread = {"doubt", "other"} & set(told)
    if (
        unread and _NOT_BUT.search(text) and not (is_seat(figure) and _FROM_ANOTHER.search(text))
    ):  # 不是，是企业: corrects what was said before
        return None
    denied = "".join(part.text for part, each in zip(parts, told, strict=True) if each == "no")
    others = not answer and unread and _OWN_ONLY.search(denied) and not is_with_others(figure)
    return None if others else answer


def _is_anothers(clause: str, figure: Figure) -> bool:
    """Whether the clause says what there is to be of somebody else, of whom the figure does not ask: 不过是集团的."""
    found = _WHOSE.search(clause)
    return (
        found is not None and of_others(found["whose"]) and not any(map(found["whose"].__contains__, figure.own_words))
    )
