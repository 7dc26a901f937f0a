"""Whether somebody of a kind has to lead or to join in, or may not, where no condition says so: that none does, and where the
guide speaks of that kind (有没有说必须跟研究所一搭干, of a program that but supports those who do; 写没写高校不能牵头)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from bot.answers.checks import WHO
from bot.answers.phrases import possible_sections
from bot.answers.reply import Reply, answer, render, silent
from bot.answers.requirements import demanding, figures_tested
from bot.answers.subject import Subject
from bot.dialogue.office_words import LEADING, WHO_LEADS
from bot.dialogue.state import Mention, Utterance
from bot.dialogue.subject.supported_kinds import kinds_named, on_partners, sentences_on
from bot.figures.stated.chosen import is_not_founded, is_of_partners
from bot.figures.stated.partners import seeks_partners
from bot.figures.wording.point_asked import point_asked
from bot.figures.wording.stance import Clause, asks, clauses
from bot.guide.model import Choice, Guide, Program, Quote

# Whether it must be: 非得, 要不要, 说没说只能, 有没有规定.
_MUST = re.compile(
    r"必须|必得|非得?要?|(?:一定|只能|只许)[要得能]?|[要用]不[要用]|需不需要|有没有必要|(?:是否|是不是)(?:都|也)?(?:需要|要|得)|(?:得|要|需要?)[^，。？?]{2,12}[吗么不?？](?:$|还是)"
)
_SAID = re.compile("(?P<say>[说讲写提])没(?P=say)|(?:有没有|有无|是否有?)[^，。？?]{0,4}(?:说|讲|写|提|规定|要求|限定)")
# Whether it is barred from it: 高校不能牵头, 不让企业报; whether it may take the lead: 高校能不能牵头.
_BARRED = re.compile(r"不(?:能|得|许|准|让|可以?|允许|收|接受)|禁止|排除|除外")
_MAY_LEAD = re.compile(rf"(?:能不能|能否|可不可以|可否|能|可以|行不行)[^，。；？?]{{0,3}}{LEADING}")
_LEADS = re.compile(LEADING)
_JOINING = re.compile(r"(?:[拉找带跟和与同请绑搭配]|联合|合作(?!社))[上着了到]?[^，。；]{0,8}$")
_JOINED = re.compile(r"[^，。；]{0,6}(?:参与|参加|加入|合作|联合|合着|共[建同]|一[起块搭道]|搭[伙档]|合伙)")

# What is said of whoever leads, applies or joins in, and of nothing besides.
_WHO_DOES = re.compile(
    rf"{LEADING}|{_JOINED.pattern[len('[^，。；]{0,6}') :]}|申?报|申请|[拉找带跟和与同请绑搭配由让叫][上着了到]?|一?[家个所些]|合起来|合到一起|单位|本地|的|来|去|才|能|行|必须|一定|非|得|要|是|有|都|也|先|自己|我们?|做|干|搞|出面|承担|主持"
)
_CHINESE = re.compile(r"[\u4e00-\u9fff]")
_SOMETHING = 2
_TO_LEAD = re.compile(f"[来去家给]{{0,2}}{LEADING}")


def not_demanded(guide: Guide, subject: Subject, utterance: Utterance) -> Reply | None:
    """That no kind named has to be in it, with what the guide says of it; None where a condition is on that, or none is asked."""
    if len(subject.programs) != 1:
        return None
    program, asking = guide.program[subject.programs[0]], _asking(utterance)
    kinds = _kinds_in(guide, utterance, asking)
    named = [each.start for each in utterance.of(WHO) if any(each.id == kind.id for kind in kinds)]
    of_named = [part for part in asking if any(part.holds(start) for start in named)]
    told = " ".join(part.text for part in of_named or asking)
    # 企业和高校谁来牵头, 必须拉一家企业来牵头吗 ask of nobody whether it has to join in.
    of_the_lead = WHO_LEADS.search(told) or any(_TO_LEAD.match(utterance.text, each.end) for each in utterance.of(WHO))
    joins = not of_the_lead and bool(
        any(_joins(utterance, each.id) for each in kinds) or _partners(guide, utterance, asking)
    )
    ruled = is_on_who_joins_in(guide, subject.programs) if joins else demanding(guide, [WHO], subject.programs)
    if not kinds or ruled or not joins and _is_of_something_else(utterance, kinds):
        return None
    said = sentences_on(guide, program, kinds)
    names = [each.name for each in kinds if not of_the_lead or any(each.name in one.quote for one in said)]
    asks = (
        "who"
        if of_the_lead
        else "barred"
        if _is_barred(told) and not _is_lacking(utterance, kinds)
        else "joins"
        if joins
        else "must"
    )
    does = "牵头" if _LEADS.search(told) else "申报"
    return _told(program, names, said, possible_sections(program, subject.known), asks=asks, does=does)


def _told(
    program: Program, kinds: Sequence[str], said: Sequence[Quote], sections: Sequence[str], *, asks: str, does: str = ""
) -> Reply:
    """That none of the kinds (their names) has to be in it, with the sentences that speak of them."""
    words = {"kinds": kinds, "asks": asks, "does": does, "said": said, "sections": sections}
    text = render("not_demanded", program=program.name, **words)
    if not said:
        return silent("requirements", [program.id], sections, text)
    return answer("requirements", [program.id], said, text)


def _asking(utterance: Utterance) -> list[Clause]:
    """The clauses that ask whether a kind must be in it, or may, or whether that is said."""
    return [part for part in clauses(utterance.text) if _asks(part)]


def _kinds_in(guide: Guide, utterance: Utterance, parts: list[Clause]) -> list[Choice]:
    """The kinds that stand in these clauses; where they ask who leads and name none, any."""
    named = {each.id for each in utterance.of(WHO) if any(part.holds(each.start) for part in parts)}
    named |= {kind for each in _partners(guide, utterance, parts) for kind in _in_words(guide, each.text)}
    if not named and any(WHO_LEADS.search(part.text) for part in parts):
        return list(guide.figure[WHO].choices)
    return [each for each in guide.figure[WHO].choices if each.id in named]


def _partners(guide: Guide, utterance: Utterance, parts: Iterable[Clause]) -> list[Mention]:
    """The names of partners of certain kinds in these clauses: 必须联合科研院所吗."""
    named = (each for each in utterance.of("figure") if seeks_partners(guide.figure[each.id]))
    return [each for each in named if any(part.holds(each.start) for part in parts)]


def _in_words(guide: Guide, words: str) -> list[str]:
    """The kinds (ids) whose names stand in the words."""
    choices = guide.figure[WHO].choices
    return [each.id for each in choices if any(word in words for word in (each.name, *each.aliases))]


def without_partners(guide: Guide, program: Program, kinds: Sequence[Choice], sections: Sequence[str]) -> Reply:
    """That the program demands no partners of these kinds, with what it says of them."""
    return _told(program, [each.name for each in kinds], sentences_on(guide, program, kinds), sections, asks="joins")


def _asks(part: Clause) -> bool:
    text = part.text.rstrip("，,；;。！!？? ")
    return any(each.search(text) for each in (_MUST, _SAID, _MAY_LEAD, WHO_LEADS)) or _is_barred(text)


def _is_barred(text: str) -> bool:
    """Whether it is asked if a kind is barred, or what comes to the same, if it may lead: 是不是高校不能牵头, 高校能不能牵头."""
    asked = _BARRED.search(text) and (_SAID.search(text) or asks(text) or _LEADS.search(text))
    return bool(asked or _MAY_LEAD.search(text))


def _is_lacking(utterance: Utterance, kinds: list[Choice]) -> bool:
    """Whether it is asked of those that have no such unit: 没公司能不能报 asks whether one must be a company."""
    named = [each for each in utterance.of(WHO) if each.id in {kind.id for kind in kinds}]
    return bool(named) and all(is_not_founded(utterance.text, each.start, each.end) for each in named)


def _is_of_something_else(utterance: Utterance, kinds: list[Choice]) -> bool:
    """Whether the kinds but stand in what is asked about, which is not who applies or joins in: 要单独成立公司吗, 要求企业是高企吗."""
    point = point_asked(utterance.text, [(each.start, each.end) for each in utterance.of("program", "family")])
    if point is None or point.asks != "must" or _SAID.search(utterance.text):
        return False
    inside = [each for each in utterance.of(WHO) if each.text in point.words and point.start <= each.start < point.end]
    rest = point.words
    for each in inside:
        rest = rest.replace(each.text, "")
    return bool(inside) and len(_CHINESE.findall(_WHO_DOES.sub("", rest))) >= _SOMETHING


def _joins(utterance: Utterance, kind: str) -> bool:
    text = utterance.text
    named = (each for each in utterance.of(WHO) if each.id == kind)
    return any(_JOINING.search(text[: each.start]) or _JOINED.match(text, each.end) for each in named)


def is_on_who_joins_in(guide: Guide, programs: Iterable[str]) -> bool:
    """Whether a condition of the programs is on partners, or on those by whom something is set up together. A contract that has to
    be signed (已签订科技合作合同) is no condition on whoever signs it."""
    tested = [guide.figure[each] for each in figures_tested(guide, programs)]
    kinds = [each.name for each in guide.figure[WHO].choices]
    with_whom = any(each.kind == "choices" and is_of_partners(each) for each in tested)
    return with_whom or any(each.kind == "yes_no" and any(kind in each.name for kind in kinds) for each in tested)


def what_is_said_of_partners(guide: Guide, subject: Subject, utterance: Utterance) -> Reply | None:
    """What the guide says of partners of the kinds named, where it demands of them to be from nowhere: 省外的科研院所也行吗."""
    said = on_partners(guide, subject, utterance)
    if not said:
        return None
    names = [each.name for each in kinds_named(guide, utterance)]
    program = guide.program[subject.programs[0]]
    sections = possible_sections(program, subject.known)
    regions = [each.id for each in guide.figures if each.kind == "choices" and is_of_partners(each)]
    placed = bool(utterance.of(*regions))
    text = render("partners_said", program=program.name, kinds=names, said=said, placed=placed, sections=sections)
    return answer("requirements", [program.id], said, text)
