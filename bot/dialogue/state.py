"""The memory of one conversation, and the message that it is about to hear."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from bot.figures.known import from_json, to_json
from bot.figures.values import Value
from bot.figures.wording.blanks import blanked

Ranking = tuple[tuple[str, float], ...]  # intents with their probability, the best first

VALUES = ("figures", "hypothesis", "replaced", "aside")  # what is remembered by figure


@dataclass(frozen=True)
class Conversation:
    """What is remembered between two turns.

    ``figures``: what the applicant said last of each; ``skipped``: asked and not known; ``check``: the programs being
    checked (empty: no check), ``active`` while it asks, ``asked`` the figure it waits for, ``number`` the bare
    numbers, by figure, whose unit it waits for, ``answered`` how many questions were answered, ``last`` the figure that was
    kept last, ``supposed`` the one of the last what-if and ``hypothesis`` all that
    it supposed (or what was told to be under way), until something is told, ``wondered`` the bare numbers, by figure, of the
    what-if just before, whose unit was asked (empty: it was not understood), ``refused`` the one that was said last and could not be true,
    ``half`` one of whose parts only some were said and ``half_told`` the words that said them of the figure ``half_of``, ``rival`` another value of a figure that was said since and is asked about, ``former`` the one that
    it is set against where that was said in the same message, ``counted`` whether it was worked out (又招了3个人), ``replaced`` what
    was said of the figures that were changed last, until then, ``noted`` the figures that were told last. ``choosing``: it was
    just asked which program to check; ``correcting``: which figure is wrong. ``judged``: nothing was asked since the
    last verdict; ``seen``: the programs that had one. ``topic``, ``programs`` and ``named`` are what was talked about
    last, for 那材料呢 and 第二个呢, ``earlier`` the one program before the present one, for 这俩有啥不一样, ``spoken_of`` all that were talked about
    alone, in the order in which they first were, for 回头说第一个, ``business`` the words of which it was asked where they belong, for 科技支撑那边呢; ``case`` the kinds that the last question named, for 要是700万呢 after 工业类要多少,
    ``paper`` the one thing to hand in of which it was, ``sought`` the words whose place in the guide was told, ``unlisted`` the kind of applicant told that the guide's list does not name,
    ``by_clause`` whether the rules of that program were counted as the guide's clauses are (那四条要求), for 第三条讲的啥,
    ``aside`` what questions told of the asker before any check, ``sections`` those that the last question named; ``heard`` and ``replied``
    marks of the last message and of the reply to it, for an answer that would come twice.
    """

    figures: Mapping[str, Value] = field(default_factory=dict)
    skipped: frozenset[str] = frozenset()
    check: tuple[str, ...] = ()
    active: bool = False
    asked: str | None = None
    number: dict[str, Any] | None = None
    answered: int = 0
    last: str | None = None
    supposed: str | None = None
    hypothesis: Mapping[str, Value] = field(default_factory=dict)
    wondered: dict[str, Any] | None = None
    refused: str | None = None
    half: str | None = None
    half_told: str = ""
    half_of: str | None = None
    rival: dict[str, Any] | None = None
    former: dict[str, Any] | None = None
    counted: bool = False
    replaced: Mapping[str, Value] = field(default_factory=dict)
    noted: tuple[str, ...] = ()
    choosing: bool = False
    correcting: bool = False
    judged: bool = False
    seen: tuple[str, ...] = ()
    topic: str | None = None
    programs: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    earlier: tuple[str, ...] = ()
    spoken_of: tuple[str, ...] = ()
    about_figures: tuple[str, ...] = ()
    business: str = ""
    case: Mapping[str, str] = field(default_factory=dict)
    paper: str = ""
    by_clause: bool = False
    aside: Mapping[str, Value] = field(default_factory=dict)
    unlisted: str = ""
    sought: str = ""
    heard: str = field(default="", compare=False)
    replied: str = field(default="", compare=False)

    def but(self, **changes: Any) -> Conversation:
        """A copy with changes."""
        return replace(self, **changes)

    def speaking(self) -> Conversation:
        """A copy that remembers the one program that was talked about."""
        new = len(self.programs) == 1 and self.programs[0] not in self.spoken_of
        return self.but(spoken_of=(*self.spoken_of, *self.programs)) if new else self

    def since(self, before: Conversation) -> Conversation:
        """A copy that remembers what it holds otherwise than ``before``; where nothing is held any more, nothing of it."""
        changed = {each: value for each, value in before.figures.items() if self.figures.get(each) != value}
        told = {**self.aside, **self.figures}
        noted = tuple(each for each, value in told.items() if {**before.aside, **before.figures}.get(each) != value)
        after = self.but(noted=noted) if noted else self
        return after.but(replaced=changed) if changed and self.figures else after

    def earlier_than(self, present: tuple[str, ...]) -> tuple[str, ...]:
        """The one program that was talked about before the ``present`` one."""
        turned = len(self.programs) == 1 and present != self.programs
        return self.programs if turned else self.earlier

    def to_json(self) -> dict[str, Any]:
        """A JSON object, for Rasa's slot."""
        figures = {name: to_json(getattr(self, name)) for name in VALUES}
        return asdict(self) | figures | {"skipped": sorted(self.skipped)}

    @classmethod
    def from_json(cls, data: Mapping[str, Any] | None) -> Conversation:
        """What ``to_json`` gave; None: a new conversation."""
        if not data:
            return cls()
        lists = {
            key: tuple(data.get(key, ()))
            for key in (
                "check",
                "programs",
                "named",
                "sections",
                "earlier",
                "spoken_of",
                "about_figures",
                "seen",
                "noted",
            )
        }
        figures = {name: from_json(data.get(name, {})) for name in VALUES}
        return cls(**{**data, **lists, **figures, "skipped": frozenset(data["skipped"])})


@dataclass(frozen=True)
class Mention:
    """A name of the guide in a message: ``kind`` and ``id`` as in the lexicon, offsets in the normalized text."""

    kind: str
    id: str
    text: str
    start: int
    end: int


@dataclass(frozen=True)
class Question:
    """A stretch of a message that may ask something by itself: where it stands, and the intents, the masked text, the parts
    and the pieces that it has alone, as in Utterance."""

    start: int
    end: int
    ranking: Ranking = ()
    masked: str = ""
    parts_ranked: tuple[tuple[Ranking, str], ...] = ()
    pieces: tuple[Question, ...] = ()

    def holds(self, place: int) -> bool:
        """Whether this position of the message lies in the question."""
        return self.start <= place < self.end


@dataclass(frozen=True)
class Utterance:
    """A message as the NLU understood it; ``ranking`` holds (intent, confidence), the best first;
    ``masked`` is the text with its names and numbers replaced by neutral words,
    ``parts_ranked`` the ranking and the masked text of each of its parts where it has several, ``pieces`` the same, also short
    ones, with their places,
    ``described`` the programs that it may describe without naming them, ``near`` the directions that its business may
    be near to, each with its probability; ``passages`` the clauses nearest in meaning, with their cosine, ``points`` what single
    points of the guide say that are near to what it asks about; ``question`` the one that it asks beside a story, ``unchecked`` whether it is said
    that no check is wanted."""

    text: str
    ranking: Ranking = ()
    mentions: tuple[Mention, ...] = ()
    masked: str = ""
    parts_ranked: tuple[tuple[Ranking, str], ...] = ()
    described: tuple[tuple[str, float], ...] = ()
    near: tuple[tuple[str, float], ...] = ()
    passages: tuple[tuple[str, float], ...] = ()
    points: tuple[tuple[str, float], ...] = ()
    question: Question | None = None
    pieces: tuple[Question, ...] = ()
    unchecked: bool = False

    @property
    def intent(self) -> str:
        """The best intent's name."""
        return self.ranking[0][0] if self.ranking else ""

    @property
    def confidence(self) -> float:
        """The best intent's probability."""
        return self.ranking[0][1] if self.ranking else 0.0

    @property
    def parts(self) -> tuple[tuple[str, float, str], ...]:
        """The best intent of each part, its probability, and the masked text."""
        return tuple((*ranking[0], masked) for ranking, masked in self.parts_ranked if ranking)

    def ids(self, *kinds: str) -> tuple[str, ...]:
        """Ids of the mentions of these kinds, in the order in which they were named."""
        return tuple(dict.fromkeys(mention.id for mention in self.of(*kinds)))

    def of(self, *kinds: str) -> tuple[Mention, ...]:
        """The mentions of these kinds, in the order in which they stand."""
        return tuple(mention for mention in self.mentions if mention.kind in kinds)

    def without(self, *kinds: str) -> str:
        """The text, all names of these kinds blanked."""
        return blanked(self.text, [(each.start, each.end) for each in self.of(*kinds)])

    def only(self, question: Question) -> Utterance:
        """One stretch of the message as a message of its own."""
        own = tuple(
            replace(each, start=each.start - question.start, end=each.end - question.start)
            for each in self.mentions
            if question.holds(each.start)
        )
        return replace(
            self,
            text=self.text[question.start : question.end],
            mentions=own,
            ranking=question.ranking,
            masked=question.masked,
            parts_ranked=question.parts_ranked,
            pieces=question.pieces,
            question=None,
        )
