"""Whether somebody of a kind has to lead or to join in, where no condition says so: that none does, and where the guide
speaks of that kind (有没有说必须跟研究所一搭干, of a program that but supports those who do)."""

from __future__ import annotations

import re

from bot.answers.checks import WHO
from bot.answers.phrases import possible_sections
from bot.answers.reply import Reply, answer, render, silent
from bot.answers.requirements import figures_tested
from bot.answers.subject import Subject
from bot.dialogue.office_words import WHO_LEADS
from bot.dialogue.state import Utterance
from bot.figures.stated.chosen import is_of_partners
from bot.figures.wording.stance import Clause, clauses
from bot.guide.model import Choice, Guide, Program, Quote
from bot.guide.words import SENTENCE

# Whether it must be: 非得, 要不要, 说没说只能, 有没有规定.
_MUST = re.compile(
    r"必须|必得|非得?要?|(?:一定|只能|只许)[要得能]?|[要用]不[要用]|需不需要|有没有必要|(?:是否|是不是)(?:都|也)?(?:需要|要|得)|(?:得|要|需要?)[^，。？?]{2,12}[吗么不?？](?:$|还是)"
)
_SAID = re.compile("(?P<say>[说讲写提])没(?P=say)|(?:有没有|有无|是否有?)[^，。？?]{0,4}(?:说|讲|写|提|规定|要求|限定)")
_JOINING = re.compile(r"(?:[拉找带跟和与同请绑搭配]|联合|合作)[上着了到]?[^，。；]{0,8}$")
_JOINED = re.compile(r"[^，。；]{0,6}(?:参与|参加|加入|合作|联合|合着|共[建同]|一[起块搭道]|搭[伙档]|合伙)")


def not_demanded(guide: Guide, subject: Subject, utterance: Utterance) -> Reply | None:
    """That no kind named has to be in it, with what the guide says of it; None where a condition is on that, or none is asked."""
    if len(subject.programs) != 1:
        return None
    program, kinds = guide.program[subject.programs[0]], _kinds_asked(guide, utterance)
    leads = bool(WHO_LEADS.search(utterance.text))
    joins = not leads and any(_joins(utterance, each.id) for each in kinds)
    if not kinds or _is_demanded(guide, program, joins=joins):
        return None
    said = _sentences(guide, program, kinds)
    sections = possible_sections(program, subject.known)
    names = [each.name for each in kinds]
    text = render(
        "not_demanded",
        program=program.name,
        kinds=names,
        joins=joins,
        leads=leads,
        said=said,
        sections=dict.fromkeys(sections),
    )
    if not said:
        return silent("requirements", [program.id], sections, text)
    return answer("requirements", [program.id], said, text)


def _kinds_asked(guide: Guide, utterance: Utterance) -> list[Choice]:
    """The kinds of which a clause asks whether they must be, or whether it is said; where it asks who leads, those named, or any."""
    if WHO_LEADS.search(utterance.text):
        return [each for each in guide.figure[WHO].choices if each.id in (utterance.ids(WHO) or (each.id,))]
    asking = [part for part in clauses(utterance.text) if _asks(part)]
    named = {each.id for each in utterance.of(WHO) if any(part.holds(each.start) for part in asking)}
    return [each for each in guide.figure[WHO].choices if each.id in named]


def _asks(part: Clause) -> bool:
    text = part.text.rstrip("，,；;。！!？? ")
    return bool(_MUST.search(text) or _SAID.search(text))


def _joins(utterance: Utterance, kind: str) -> bool:
    text = utterance.text
    named = (each for each in utterance.of(WHO) if each.id == kind)
    return any(_JOINING.search(text[: each.start]) or _JOINED.match(text, each.end) for each in named)


def _is_demanded(guide: Guide, program: Program, *, joins: bool) -> bool:
    """Whether a condition is on whoever joins in, or on who applies."""
    tested = [guide.figure[each] for each in figures_tested(guide, [program.id])]
    if not joins:
        return any(each.id == WHO for each in tested)
    of_them = (each for each in tested if each.kind == "choices" and is_of_partners(each))
    return any(of_them) or any(
        each.kind == "yes_no" and kind.name in each.name for each in tested for kind in guide.figure[WHO].choices
    )


def _sentences(guide: Guide, program: Program, kinds: list[Choice]) -> list[Quote]:
    """The sentences on what the program supports that speak of the kinds."""
    own = [*(each.clause for each in program.about), *(each.clause for each in program.directions)]
    words = {word for each in kinds for word in (each.name, *each.aliases)}
    return [
        Quote(number, sentence)
        for number in dict.fromkeys(own)
        for sentence in (each.group().strip() for each in SENTENCE.finditer(guide.clause[number].text))
        if any(word in sentence for word in words)
    ]
