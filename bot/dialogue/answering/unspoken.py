"""One thing of which it is asked whether it has to be, will do or counts, and of which no rule of the one program speaks: 楼是租来的
行吗, 要单独成立公司吗. That it is not written is the answer, with the nearest that is, and not all conditions there are."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.answers import thresholds
from bot.answers.checks import WHO
from bot.answers.figures_meant import COUNTED, NO_FIGURE
from bot.answers.phrases import possible_sections
from bot.answers.reply import Reply, answer, render, silent
from bot.answers.requirements import demanding, figures_tested
from bot.answers.subject import Subject
from bot.answers.thresholds import as_requirement
from bot.dialogue.state import Utterance
from bot.dialogue.subject.fields import TECHNOLOGY
from bot.dialogue.subject.points import ranked
from bot.dialogue.words import LISTING
from bot.figures.wording.point_asked import PointAsked, point_asked
from bot.figures.wording.stance import asks, clauses
from bot.guide.model import Guide, Judged, Material, Program, Requirement
from bot.guide.points import Point, points
from bot.guide.words import pairs

_CHINESE = re.compile(r"[\u4e00-\u9fff]{2}")
_NEAR = 0.5  # how near a point is that has no word of it
_NUMBER = re.compile(r"[\d一二两三四五六七八九十百千万亿]")
_RULED = re.compile("要求|规定|限制|讲究")
_ALMOST = 0.5  # of the best, what shares words that are nearly as rare
_MOST = 2
_PLAINLY = 24  # characters of a question that asks of one thing
# What is left of a clause that was cut at the wrong place is no thing: 个体户能凭, 认不认, 想确认.
_TORN = re.compile(
    r"必须|一定|申?报(?![告表销])|申请|能(?![力源])|(?<![社协学])会(?![议计员])|想|[我你您他她它]|(.)不\1"
)
RULES = (Requirement, Judged, Material)


def unspoken(guide: Guide, subject: Subject, utterance: Utterance) -> Reply | None:
    """That the one program has no rule on the thing asked about; None where nothing single is, or where its words are a rule's."""
    point = _point(guide, subject, utterance)
    if point and subject.figures and not demanding(guide, subject.figures, subject.programs):
        reply = thresholds.figure_silent(guide, subject)
        counted = any(guide.figure[each].kind in COUNTED for each in subject.figures)
        return reply if counted else as_requirement(reply)
    if point is None or _is_ruled_by_name(guide, subject, utterance, point):
        return None
    return on_the_unspoken(guide, subject, utterance, point)


def on_the_unspoken(guide: Guide, subject: Subject, utterance: Utterance, point: PointAsked) -> Reply:
    """That ``point`` is not written, with the nearest that the one program says."""
    program = guide.program[subject.programs[0]]
    rules = _sharing(guide, [each for each in points(guide)[program.id] if isinstance(each.source, RULES)], point)
    near = rules or _nearest(guide, program, utterance, point)
    quotes, sections = [each.quote for each in near], possible_sections(program, subject.known)
    text = render(
        "unspoken",
        program=program.name,
        words="" if _NUMBER.search(point.words) else point.words,  # which no sentence bears out
        asks=point.asks,
        ruled=bool(rules),
        near=quotes,
        sections=sections,
    )
    if not near:
        return silent("requirements", [program.id], sections, text)
    return answer("requirements", [program.id], quotes, text)


def _is_ruled_by_name(guide: Guide, subject: Subject, utterance: Utterance, point: PointAsked) -> bool:
    """Whether it is asked what is demanded of something that the rules name, if only as the program does: 对专家本人有要求没."""
    program = guide.program[subject.programs[0]]
    rules = (each for each in points(guide)[program.id] if isinstance(each.source, RULES))
    asked = _pairs(point.words) & _pairs(program.name)
    return bool(_RULED.search(utterance.text)) and any(asked & _pairs(each.quote.quote) for each in rules)


def _point(guide: Guide, subject: Subject, utterance: Utterance) -> PointAsked | None:
    if len(subject.programs) != 1 or LISTING.search(utterance.text) or _asks_of_more(guide, subject, utterance):
        return None
    named = [(each.start, each.end) for each in utterance.of("program", "family", "section")]
    point = point_asked(utterance.text, named)
    numbers = [each for each in utterance.of("quantity") if point and point.start <= each.start < point.end]
    ruled = any(guide.figure[each].kind in COUNTED for each in figures_tested(guide, subject.programs))
    kinds = [each for each in utterance.of(WHO) if point and each.text in point.words]
    of_who = kinds and demanding(guide, [WHO], subject.programs)  # 不是企业行吗, where a firm is demanded
    torn = point and _TORN.search(point.words)
    return None if torn or of_who or numbers and ruled else point  # it may be one of the rules' numbers


def _asks_of_more(guide: Guide, subject: Subject, utterance: Utterance) -> bool:
    """Whether the message may ask of more than one thing: a story, several questions, or a word of what the program does demand
    (合同还没签，能不能先报上再说). Then nothing may be called unwritten."""
    asking = [part for part in clauses(utterance.text) if asks(part.text)]
    named = {each.id if each.kind == "figure" else each.kind for each in utterance.mentions} | {*subject.told}
    own = utterance.without("program", "family")
    demanded = demanding(guide, named - {WHO, TECHNOLOGY}, subject.programs)
    return len(asking) > 1 or len(own.replace(" ", "")) > _PLAINLY or bool(demanded)


def _sharing(guide: Guide, found: Sequence[Point], point: PointAsked) -> list[Point]:
    """Those of the points that have most of the rare words of what is asked about, at most two."""
    asked = _pairs(point.words) - {pair for each in guide.programs for pair in _pairs(each.name)}
    known = [_pairs(each.quote.quote) for every in points(guide).values() for each in every]
    weight = {pair: 1 / sum(pair in one for one in known) for pair in asked if any(pair in one for one in known)}
    rows = [(sum(weight.get(pair, 0.0) for pair in asked & _pairs(each.quote.quote)), each) for each in found]
    best = max((score for score, _ in rows), default=0.0)
    sharing = {each.quote: each for score, each in rows if score and score >= _ALMOST * best}
    return list(sharing.values())[:_MOST]


def _nearest(guide: Guide, program: Program, utterance: Utterance, point: PointAsked) -> list[Point]:
    """What else the program says that has a word of it; else what is like it."""
    if found := _sharing(guide, points(guide)[program.id], point):
        return found[:1]
    like = [each.point for each in ranked(guide, [program.id], point.words, utterance) if each.nearness >= _NEAR]
    return like[:1]


def _pairs(text: str) -> set[str]:
    return {each for each in pairs(text, NO_FIGURE) if _CHINESE.fullmatch(each)}
