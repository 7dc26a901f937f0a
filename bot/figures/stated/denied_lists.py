"""What is denied of choices that are listed: 高企、规上，一个都没有 denies these two, and all only where all are listed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.figures.mentions import Mention
from bot.figures.wording.denial import denies, is_denial
from bot.figures.wording.joined import shared, together, told_of_choices
from bot.figures.wording.stance import Clause, asks, clause_at, clauses
from bot.guide.model import Figure

_MERELY_DENIES = "都不"


def denied_after(text: str, named: Sequence[Mention]) -> list[Clause]:
    """The clauses that deny no more than the choices listed before them."""
    return [part for _, part in _denied(text, named)]


def _denied(text: str, named: Sequence[Mention]) -> Iterator[tuple[tuple[Clause, ...], Clause]]:
    """The lists that are denied, each with the clause that denies it."""
    told = told_of_choices(text, named)
    return (each for each in told if is_denial(each[1].text) and not asks(each[1].text))


def denies_each(text: str, figure: Figure, named: Sequence[Mention]) -> bool:
    """Whether each of the figure's choices is denied: by its name, or in a list that is as long as there are choices."""
    own = [name for name in named if name.figure == figure.id and name.choice]
    denied = {name.choice for name in own if _is_denied(text, name, named)}
    if not denied:
        return False
    lengths = [len(listed) for listed, _ in _denied(text, own)]
    lengths += [len(shared(part, named)) for part in clauses(text) if any(map(part.holds, [n.start for n in own]))]
    return len(denied) == len(figure.choices) or max(lengths) >= len(figure.choices)


def without_denials(text: str, named: Sequence[Mention]) -> list[Mention]:
    """The mentions, but for words that only deny what another figure's choices before them are: 高企、规上都不是."""
    return [name for name in named if not (name.choice and _only_denies(text, name, named))]


def _is_denied(text: str, name: Mention, named: Sequence[Mention]) -> bool:
    piece = next(piece for piece in together(text, named) if piece.holds(name.start))
    return denies(piece.text, name.start - piece.start, name.end - piece.start) and not asks(piece.text)


def _only_denies(text: str, name: Mention, named: Sequence[Mention]) -> bool:
    if not text.startswith(_MERELY_DENIES, name.start):
        return False
    before = [each for each in named if each.choice and each.end <= name.start and each.figure != name.figure]
    own = clause_at(text, name.start)
    after_a_list = own in denied_after(text, [each for each in named if each != name])
    return after_a_list or any(own.holds(each.start) for each in before)
