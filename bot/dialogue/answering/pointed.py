"""Questions about one point of the programs in hand: the sentence of the guide that speaks of it, and no list of all.

要不要有专门的管理班子 is of one condition, 管不管种玫瑰 of one thing supported, 拿什么来证明自筹 of one paper. Where no point is
near to what is asked about, none is offered: then the guide may well say nothing of it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from bot.answers import figures_meant, pointed, requirements, thresholds
from bot.answers.checks import WHO
from bot.answers.phrases import sections_of
from bot.answers.reply import Reply, followed_by, preceded_by, render, together
from bot.answers.subject import Subject
from bot.dialogue.answering.by_shared_words import nearest_by_a_word
from bot.dialogue.answering.whether_counts import left_to_the_section
from bot.dialogue.office_words import AND_THOSE, HANDED_IN, WHOM
from bot.dialogue.state import Utterance
from bot.dialogue.subject.about import asks_for_the_rest
from bot.dialogue.subject.fields import FIELD, TECHNOLOGY, held_together
from bot.dialogue.subject.nearness import plainly_described
from bot.dialogue.subject.points import leading, near_points, ranked, words_asked
from bot.dialogue.words import ABOUT_A_NUMBER, ASKING, FOLLOWING, INCLUDES, ITSELF, LISTING, SUPPOSED
from bot.guide.directions import match
from bot.guide.model import Direction, Guide, Judged, Material, Program, Quote, Requirement
from bot.guide.points import Near, Point, points
from bot.guide.search import speaks_of
from bot.guide.words import pairs

Rule = TypeVar("Rule", Requirement, Material)

PLAINLY = 0.7  # and where the question seems to be another
MOSTLY = 0.5  # how much of what is asked about as a condition stands in what is supported
MOST = 3  # points that a question about one thing may be about
OPEN = re.compile(r"哪|什么|啥|别的|其[他它]|多少|几|何(?:种|类)|介绍|讲讲|说说")
TAKEN = re.compile(r"受理|[那哪]个?科|[一同]个?科[收管受]?|科室|[递交送报]给")
PAPERS = re.compile(
    AND_THOSE
    + r"|清单|(?:哪|什么|啥|列)(?![来去能])[^，。？?]{0,3}(?:证明(?!的)|材料|资料|附件|东西|手续|文件)|(?:附|交|提供|准备|要求|材料|证明|资料)[^，。？?]{0,4}(?:哪|什么|啥)"
)
# 对合作有啥要求: of one thing, which is not who applies (对企业有什么要求).
# 啥单位能申请，对专家有什么要求: of more than the one thing.
_WHO_MAY = re.compile(
    "对[^，。；？?]{1,8}[呢？?]?[^，。]*[，。；？?！!].*对[^，。；？?]{1,8}(?:呢|要求|规定)|(?:什么|啥|哪些?|谁)(?:样的?|某)?(?:单位|企业|人|机构)?[^，。]{0,4}(?:能|可以)(?:申请|申?报)"
)
_OF_ONE_THING = re.compile(
    rf"(?:对|在)(?!某|我们?|咱|申|企业|单位|公司|高校|项目)(?P<about>[^，。？?某]{{2,8}}?)(?:方面|上|这[块条]|{ITSELF})?都?有些?(?:什么|啥|哪些|何)(?:特别|硬性|具体)?的?(?:要求|规定|限制|讲究|说道)"
)
_HARD = re.compile("硬性|硬要求|硬条件|硬杠杠|硬指标|硬门槛")  # which people do not judge
_FIRST = 12  # characters of a sentence in which what it is of stands
_SEVERAL = 2  # pairs of characters by which a sentence is known
SUPPORTED = (Direction, Quote)


def of_a_condition(guide: Guide, subject: Subject, utterance: Utterance) -> Reply | None:
    """One condition, or whatever else the guide says of what is asked about, where no list of all is wanted."""
    if named := _of_what_is_named(guide, subject, utterance):
        return named
    if LISTING.search(utterance.text) or asks_for_the_rest(utterance.text):
        return None
    found = near_points(guide, subject, utterance)
    if found and (demanded := _demanding(guide, found[0].point)):
        return _of_rules(guide, subject, [(guide.program[found[0].point.program], demanded)])
    paper = found and isinstance(found[0].point.source, Material)  # which is asked for in words of its own
    by_accident = found and isinstance(found[0].point.source, SUPPORTED) and found[0].covered < MOSTLY  # 合作 in 合作社
    if paper or by_accident or _of_a_kind(guide, utterance, found):
        return None
    if answered := _answer(guide, subject, utterance, found):
        rules = [each for each in found if isinstance(each.point.source, Requirement)]
        return left_to_the_section(guide, subject, answered) if len(rules) == len(found) == 1 else answered
    return nearest_by_a_word(guide, subject, utterance)


def _of_what_is_named(guide: Guide, subject: Subject, utterance: Utterance) -> Reply | None:
    """The conditions in whose words the one thing stands of which it is asked what is demanded: 对合作有啥要求."""
    said = _OF_ONE_THING.search(utterance.masked)
    about = said["about"] if said and not _WHO_MAY.search(utterance.masked) else ""
    programs = [guide.program[each] for each in subject.programs if about]
    if judged := [point for program in programs for point in _judged_of(guide, program, about)]:
        return pointed.points(guide, subject, judged, about, plainly=True)
    if any(about in each.text for program in programs for each in program.judged):
        return None
    rules = [(each, [one for one in each.requirements if about in one.text]) for each in programs]
    return _of_rules(guide, subject, [(each, found) for each, found in rules if found])


def _judged_of(guide: Guide, program: Program, about: str) -> list[Point]:
    """What people judge of the one thing that a sentence names first, and the parts that follow there: 对专家有啥要求."""
    judged = [each for each in points(guide)[program.id] if isinstance(each.source, Judged)]
    place = next((number for number, each in enumerate(judged) if about in each.quote.quote[:_FIRST]), None)
    named = [] if place is None else judged[place:]
    return [each for each in named if each.quote.clause == named[0].quote.clause]


def of_the_unsaid(guide: Guide, subject: Subject, utterance: Utterance) -> Reply | None:
    """What the guide says, where the question seems to be of something that it leaves out, and is by none of its words."""
    left_out = any(speaks_of(each, utterance.text) for each in guide.silent_topics)
    found = None if left_out else _answer(guide, subject, utterance, near_points(guide, subject, utterance, PLAINLY))
    open_ = found and subject.figures and INCLUDES.search(utterance.text)  # 研发经费支出含人员工资吗
    return preceded_by(found, render("how_counted")) if found and open_ else found


def beside_a_rule(guide: Guide, subject: Subject, utterance: Utterance) -> Reply | None:
    """What people judge, where it is as near to the question as the rule on a number that has a name in it."""
    if _HARD.search(utterance.text) and (rules := _by_their_sentences(guide, subject, utterance)):
        return _of_rules(guide, subject, rules)
    found = near_points(guide, subject, utterance)
    judged = any(isinstance(each.point.source, Judged) for each in found)
    numbers = ABOUT_A_NUMBER.search(utterance.text) or utterance.ids("quantity")
    listed = {*subject.figures} & held_together(guide)  # 除专精特新外，还有哪几类企业 is of the list
    several = listed or len(subject.figures) > 1  # 对运行经费和管理机构有什么要求 is of both rules
    return _answer(guide, subject, utterance, found) if judged and not (numbers or several) else None


def _by_their_sentences(
    guide: Guide, subject: Subject, utterance: Utterance
) -> list[tuple[Program, Sequence[Requirement]]]:
    """The conditions in whose sentences most of what is asked about stands: 平台运行那块有什么硬要求."""
    asked = words_asked(utterance)
    rules = [(each, one) for each in subject.programs for one in guide.program[each].requirements]
    shared = [sum(each in one.quote for each in pairs(asked)) for _, one in rules]
    most = max(shared, default=0)
    best = [pair for pair, count in zip(rules, shared, strict=True) if count >= max(_SEVERAL, most / 2)]
    found = ((guide.program[each], [rule for owner, rule in best if owner == each]) for each in subject.programs)
    return [(program, demanded) for program, demanded in found if demanded]


def of_the_program(guide: Guide, subject: Subject, utterance: Utterance) -> Reply | None:
    """The same, where the question seems to be what the program is; the words by which it is described ask for none of it."""
    described = not utterance.ids("program") and plainly_described(guide, utterance.described)
    found = near_points(guide, subject, utterance, PLAINLY) if _asks(utterance) and not described else []
    return _answer(guide, subject, utterance, found)


def of_a_paper(guide: Guide, subject: Subject, utterance: Utterance) -> Reply | None:
    """One thing to hand in, where no list of all is wanted."""
    if PAPERS.search(utterance.text) or HANDED_IN.search(utterance.text):
        return None
    found = near_points(guide, subject, utterance)
    return _answer(guide, subject, utterance, found) if found and isinstance(found[0].point.source, Material) else None


def of_a_direction(guide: Guide, subject: Subject, utterance: Utterance) -> Reply | None:
    """Whether one thing is supported; not which are, and not whom to ask."""
    if any(each.search(utterance.text) for each in (OPEN, WHOM, TAKEN)) or not _asks(utterance):
        return None
    if FOLLOWING.fullmatch(utterance.text) or not ASKING.search(SUPPOSED.sub("", utterance.text)):
        # 新能源呢, after the field of new materials; 要是他们牵头呢，种百合的
        return None
    found = [] if utterance.ids("section") else near_points(guide, subject, utterance)
    if not found or FIELD.search(found[0].point.words):  # a field has an answer of its own
        return None
    reply = _answer(guide, subject, utterance, found) if isinstance(found[0].point.source, SUPPORTED) else None
    return _with_what_is_unnamed(guide, subject, utterance, reply) if reply else None


def _with_what_is_unnamed(guide: Guide, subject: Subject, utterance: Utterance, reply: Reply) -> Reply:
    """``reply``, and that it does not name the technology asked about, where neither it does nor anything near to that."""
    quotes = "".join(each["quote"] for each in reply.payload.get("citations", ()))
    programs = {*reply.payload["programs"]}
    unnamed = [
        each.text
        for each in utterance.of(TECHNOLOGY)
        if each.text not in quotes
        and each.id not in quotes
        and not any(one.program in programs for one in match(guide, each.text))
    ]
    if not unnamed:
        return reply
    whom = sections_of((guide.program[each] for each in guide.program if each in programs), subject.known)
    return followed_by(reply, render("unnamed_there", words=list(dict.fromkeys(unnamed)), sections=whom))


def of_a_thing(guide: Guide, subject: Subject, utterance: Utterance) -> Reply | None:
    """The same of a program that is named, where what is asked about is none of the technologies that are known."""
    named = utterance.ids("program") and not match(guide, subject.text)
    return of_a_direction(guide, subject, utterance) if named else None


def anywhere(guide: Guide, subject: Subject, utterance: Utterance, words: str = "") -> Reply | None:
    """Where the guide speaks of what it is asked to speak of, in whatever words; of all programs where none is named."""
    asked = words or words_asked(utterance)
    programs = subject.programs or tuple(guide.program)
    found = leading(ranked(guide, programs, asked, utterance)) if asked else []
    return _answer(guide, subject, utterance, [each for each in found if each.in_common or each.nearness >= PLAINLY])


def _demanding(guide: Guide, point: Point) -> list[Requirement]:
    """The conditions whose sentence names what is supported: 重点实验室 is one of the bases that a platform has to have."""
    if not isinstance(point.source, SUPPORTED):
        return []
    return [each for each in guide.program[point.program].requirements if point.words in each.quote]


def _of_a_kind(guide: Guide, utterance: Utterance, found: Sequence[Near]) -> bool:
    """Whether a kind of applicant is named and who applies is the point, or nothing that is demanded is: how the kind
    stands to the conditions is wanted then."""
    rules = [each.point.source for each in found if isinstance(each.point.source, Requirement)]
    of_who = any(WHO in requirements.figures_of(guide, each) for each in rules)
    return bool(utterance.ids(WHO)) and (of_who or any(isinstance(each.point.source, SUPPORTED) for each in found))


def _asks(utterance: Utterance) -> bool:
    return bool(ASKING.search(utterance.text))


def _answer(guide: Guide, subject: Subject, utterance: Utterance, found: Sequence[Near]) -> Reply | None:
    """The points in their own words, each kind of them as its topic is answered."""
    if not found:
        return None
    wordings = list(dict.fromkeys(each.point.words for each in found))[:MOST]
    points = [each.point for each in found if each.point.words in wordings]
    programs = [guide.program[each] for each in guide.program if any(point.program == each for point in points)]
    rules = [(each, _sources(points, each.id, Requirement)) for each in programs]
    papers = [(each, paper) for each in programs for paper in _sources(points, each.id, Material)]
    others = [each for each in points if not isinstance(each.source, Requirement | Material)]
    replies = [
        _of_rules(guide, subject, [(each, tests) for each, tests in rules if tests]),
        requirements.one_material(guide, subject, papers) if papers else None,
        pointed.points(guide, subject, others, words_asked(utterance)) if others else None,
    ]
    return together([each for each in replies if each])


def _sources(points: Sequence[Point], program: str, kind: type[Rule]) -> list[Rule]:
    return [each.source for each in points if each.program == program and isinstance(each.source, kind)]


def _of_rules(guide: Guide, subject: Subject, rules: Sequence[tuple[Program, Sequence[Requirement]]]) -> Reply | None:
    """Requirements; of one that is counted a figure is what is asked for."""
    if not rules:
        return None
    reply = thresholds.these(guide, subject, rules)
    tested = {figure for _, found in rules for each in found for figure in requirements.figures_of(guide, each)}
    counted = any(guide.figure[each].kind in figures_meant.COUNTED for each in tested)
    return replace(reply, payload={**reply.payload, "topic": "figure"}) if counted else reply
