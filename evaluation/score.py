"""Judges one reply: right, a miss (the wrong kind, or something missing), or a wrong fact. Pure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from evaluation.cases import OUT_OF_SCOPE, SILENT_TOPICS, Case, Truth

RIGHT, MISS, WRONG_FACT = "right", "miss", "wrong fact"

# Of what the guide leaves out nothing may be stated: no amount, share, date, telephone number or address on the web.
INVENTED = re.compile(
    r"\d[\d,.]{0,12}(?:万|亿|元|%)|\d{1,2}月|\d{1,2}[日号]|https?://\S+|(?<!\d)(?:0\d{2,3}-?)?\d{7,8}(?!\d)|1[3-9]\d{9}"
)

NUMBER = re.compile(r"\d+(?:\.\d+)?(万|%|人|:1)")


@dataclass(frozen=True)
class Reply:
    """One turn of the bot: its texts joined, and its payloads (there should be exactly one)."""

    text: str
    payloads: tuple[dict[str, Any], ...] = ()

    @property
    def payload(self) -> dict[str, Any]:
        return self.payloads[0] if self.payloads else {}

    @property
    def kind(self) -> str:
        return str(self.payload.get("kind", "(none)"))

    @property
    def topic(self) -> str:
        return str(self.payload.get("topic") or "-")

    @property
    def programs(self) -> list[str]:
        listed = self.payload.get("programs") or []
        return [one["id"] if isinstance(one, dict) else one for one in listed]

    @property
    def citations(self) -> list[dict[str, str]]:
        return self.payload.get("citations") or []


@dataclass(frozen=True)
class Score:
    outcome: str
    reasons: tuple[str, ...] = ()


def score(case: Case, reply: Reply, truth: Truth) -> Score:
    wrong = tuple(wrong_facts(case, reply, truth))
    missing = tuple(misses(case, reply))
    if wrong:
        return Score(WRONG_FACT, wrong + missing)
    return Score(MISS, missing) if missing else Score(RIGHT)


def wrong_facts(case: Case, reply: Reply, truth: Truth) -> Iterator[str]:
    said = own_words(reply)
    text = plain(reply.text)
    yield from (f"says {word}" for word in case.expect.must_not if plain(word) in text)
    yield from inexact_quotes(reply, truth)
    yield from wrong_program(case, reply)
    yield from wrong_sections(case, said, truth)
    yield from wrong_pairs(case, said, truth)
    yield from wrong_numbers(case, said)
    yield from wrong_verdicts(case, reply)
    if case.topic in OUT_OF_SCOPE and reply.kind in ("answer", "assessment"):
        yield "a guide's answer to what is out of scope"
    if case.topic in (*SILENT_TOPICS, *OUT_OF_SCOPE) and reply.kind != "fallback":
        yield from invented(case, said)


def misses(case: Case, reply: Reply) -> Iterator[str]:
    expect = case.expect
    if len(reply.payloads) != 1:
        yield f"{len(reply.payloads)} payloads in place of 1"
    if reply.kind not in expect.kind:
        yield f"kind {reply.kind}"
        return
    if reply.kind in ("answer", "silent"):
        yield from missing_topic_or_program(case, reply)
    if reply.kind in ("answer", "silent", "assessment") or (reply.kind == "question" and owes_an_answer(case)):
        yield from missing_words(case, reply)
    if reply.kind == "answer" and expect.clause and not cites(reply, expect.clause):
        yield f"cites {[one.get('clause') for one in reply.citations]}"
    if reply.kind == "question" and reply.payload.get("figure") in expect.not_asked:
        yield f"asks for {reply.payload['figure']}, which was given"


def owes_an_answer(case: Case) -> bool:
    """Whether a question back is not enough: something was asked that the guide answers, beside what begins a check."""
    return case.style == "two" or case.topic not in ("check", "figures", "talk")


def missing_topic_or_program(case: Case, reply: Reply) -> Iterator[str]:
    expect, named = case.expect, set(reply.programs)
    if expect.topic and reply.topic not in expect.topic:
        yield f"topic {reply.topic}"
    if named and case.programs and not named & set(case.programs):
        yield f"about {sorted(named)}"
    if not named and case.topic == "technology" and reply.kind == "answer" and not expect.no_match:
        yield "names no program"
    if expect.all_programs and (left := set(case.programs) - named):
        yield f"leaves out {sorted(left)}"
    if expect.no_match and reply.kind == "answer" and named:
        yield f"finds a match where there is none: {sorted(named)}"
    if unfit := named & set(expect.not_programs):
        yield f"names {sorted(unfit)}, which does not fit"


def missing_words(case: Case, reply: Reply) -> Iterator[str]:
    text = plain(reply.text)
    for alternatives in case.expect.must:
        if not any(plain(word) in text for word in alternatives):
            yield f"lacks {'/'.join(alternatives)}"


def cites(reply: Reply, clauses: tuple[str, ...]) -> bool:
    """A citation of a clause or of a part of it counts."""
    return any(plain(one.get("clause", "")).startswith(plain(clause)) for one in reply.citations for clause in clauses)


def inexact_quotes(reply: Reply, truth: Truth) -> Iterator[str]:
    for one in reply.citations:
        quote = one.get("quote", "")
        if not quote or quote not in truth.guide:
            yield f"quote of {one.get('clause')} is not the guide's: {quote[:20]}"


def wrong_program(case: Case, reply: Reply) -> Iterator[str]:
    """Asked who takes one program, the section of another is wrong even where it happens to be the same."""
    disjoint = reply.programs and case.programs and not set(reply.programs) & set(case.programs)
    if case.topic == "section" and reply.kind == "answer" and reply.topic == "section" and disjoint:
        yield f"gives the section of {sorted(reply.programs)}"


def wrong_sections(case: Case, said: str, truth: Truth) -> Iterator[str]:
    """A section in the bot's own words must be one of the programs' own, and the right one where one is asked for."""
    every = sections_in(said, truth)
    named = every - sections_in(plain(case.turns[-1]), truth)
    if case.topic in OUT_OF_SCOPE and named:
        yield f"names {sorted(named)} for what is out of scope"
    if not case.programs or case.topic == "technology":
        return
    allowed = frozenset().union(*(truth.sections[one] for one in case.programs))
    if strange := named - allowed:
        yield f"names {sorted(strange)}"
    right = {word for alternatives in case.expect.must for word in alternatives} & allowed
    if right and every and not right & every:
        yield f"names {sorted(every)} and not {sorted(right)}"


def wrong_pairs(case: Case, said: str, truth: Truth) -> Iterator[str]:
    """A line that names one program must not give it another's section."""
    asked = sections_in(plain(case.turns[-1]), truth)
    for line in said.splitlines():
        programs = [key for key, name in truth.names.items() if plain(name) in line]
        if len(programs) == 1 and (strange := sections_in(line, truth) - truth.sections[programs[0]] - asked):
            yield f"gives {programs[0]} to {sorted(strange)}"


def wrong_numbers(case: Case, said: str) -> Iterator[str]:
    """Asked for a threshold, the bot's own words must not state another of the same unit in its place."""
    if case.topic != "figure":
        return
    asked = plain("".join(case.turns))
    for alternatives in case.expect.must:
        units = {found[1] for word in alternatives if (found := NUMBER.fullmatch(plain(word)))}
        stated = {found[0] for found in NUMBER.finditer(said) if found[1] in units and found[0] not in asked}
        if stated and not any(plain(word) in said for word in alternatives):
            yield f"states {sorted(stated)} and not {'/'.join(alternatives)}"


def wrong_verdicts(case: Case, reply: Reply) -> Iterator[str]:
    if reply.kind != "assessment":
        return
    for one in reply.payload.get("programs") or []:
        expected = case.expect.verdict.get(one.get("id"))
        if expected and one.get("verdict") != expected:
            yield f"{one['id']} is {one.get('verdict')}, not {expected}"


def invented(case: Case, said: str) -> Iterator[str]:
    asked = plain("".join(case.turns))
    yield from (f"states {found}" for found in INVENTED.findall(said) if found not in asked)


def sections_in(text: str, truth: Truth) -> set[str]:
    return {one for sections in truth.sections.values() for one in sections if one in text}


def own_words(reply: Reply) -> str:
    """The text without what it quotes: the guide's sentence on sections names them all."""
    text = plain(reply.text)
    for one in sorted(reply.citations, key=lambda citation: -len(citation.get("quote", ""))):
        if quote := plain(one.get("quote", "")):
            text = text.replace(quote, "", 1)
    return text


def plain(text: str) -> str:
    """Full-width forms made narrow and blanks taken out, so that layout decides nothing; lines are kept."""
    narrow = unicodedata.normalize("NFKC", text)
    return "\n".join(re.sub(r"\s+", "", line) for line in narrow.splitlines())
