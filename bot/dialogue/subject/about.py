"""What a message is about: the names in it, and where it has none, what was talked about before."""

from __future__ import annotations

import re
from functools import partial

from bot.answers.checks import WHO
from bot.answers.contents import stands_there
from bot.answers.phrases import possible_sections
from bot.answers.subject import Subject
from bot.dialogue.office_words import REACHED, SUPPOSED_LEADER, WHAT_ELSE
from bot.dialogue.state import Conversation, Mention, Utterance
from bot.dialogue.subject.fields import deciding, held_together
from bot.dialogue.subject.lacking_words import lacking_by_a_word
from bot.dialogue.subject.passing import COUNTED_BEFORE, PARTNER
from bot.dialogue.subject.programs import programs_meant
from bot.dialogue.subject.taken_by import section_told_of
from bot.figures.readings import Readings
from bot.figures.stated.chosen import is_denied_before, is_not_founded, is_of_others_beside_us, is_owner
from bot.figures.stated.compounds import names_one_part
from bot.figures.stated.unlisted import asked_what_it_is, asked_whether_it_may
from bot.figures.values import Figures, Value
from bot.figures.wording.denial import denies
from bot.figures.wording.stance import asks, clause_at
from bot.guide.directions import match
from bot.guide.model import Guide
from bot.guide.search import IN_QUOTES

TRACK = "track"  # the figure that tells the field of a program's direction (bot/guide/references.py)
LOWER = re.compile(r"(?:市|区|县|州)(?:级|里|局)?(?:认定|评|批)?的?$")
LOWER_BEHIND = re.compile(r"[的是只才也就，, ]{0,4}(?:市|区|县|州)(?:级|里|局|认定|评)")  # 专精特新市级的
EXCEPT_FOR = re.compile(r"(?:除[了去开却]?|撇开|抛开)(?P<those>[^，。；？?]{1,24}?)(?:[之以]外|[，,。；]|还|$)")
# 别的还要啥, behind what is excepted.
_THE_REST = re.compile(
    r"(?:别的|其[他它余]|另外|此外|还|再)(?:的|还|又|都|有没有|有无|需?要|得|有|看|卡|没|[，, ])*(?:什么|啥|哪|要求|条件|讲究|限制|别的)"
)
BOUND_ALONE = re.compile(r"(?:只|仅|单|光)(?:是)?(?:管|对|针对|限|限于|要求|约束|适用于?|卡|看)$")
# 要不要有公司, 非得成立企业吗: whether one is needed, which tells of none.
IF_TO_BE_HAD = re.compile(
    "(?:要不要|用不用|需不需要|是不是要?|必须|非得|非要|一定要?|得不得|得|要)(?:先|得|也|去)*(?:有|注册|成立|办|开|是)(?:一?[个家])?(?:自己的)?$"
)
_NOT_ASKED = re.compile("(?:没有?|不是|不)(?:在|要|想)?[问说指讲提](?:的)?(?:是)?$")
_WORKS = re.compile("[的类]?厂")  # 啤酒厂归哪个科 says who one is
OF_ANOTHER_KIND = re.compile(r"(?!企业|公司|单位|工业|[的是和跟与或、])[\u4e00-\u9fff]{1,4}(?:业|公司|单位)")


def subject(guide: Guide, conversation: Conversation, utterance: Utterance, heard: Readings) -> Subject:
    """The programs, sections, figures, terms and facts about the asker that a question turns on."""
    known = _known(guide, conversation, utterance, heard)
    named = () if section_told_of(utterance) and utterance.ids("family") else utterance.ids("section")
    sections = named or _section_in_hand(guide, conversation, utterance.text) or _section_named(conversation, utterance)
    programs = () if sections and not utterance.ids("section") else programs_meant(guide, conversation, utterance)
    lacking = "" if heard.readings or conversation.active else lacking_by_a_word(guide, programs, utterance)
    return Subject(
        programs=programs,
        sections=sections,
        figures=(lacking,) if lacking else _figures(guide, utterance),
        terms=_terms(guide, utterance),
        known=known,
        text=utterance.text,
        told={lacking: False} if lacking else _told(guide, heard),
        named={figure: _words_for(utterance, figure) for figure in held_together(guide) if utterance.ids(figure)},
        lower={figure: _of_lower_levels(utterance, figure) for figure in held_together(guide) if utterance.ids(figure)},
    )


def _told(guide: Guide, heard: Readings) -> Figures:
    """What the message tells; of one body of several, that it is there (thresholds.py says that it is but one)."""
    part = {
        each.figure for each in heard.readings if each.half and names_one_part(heard.text, guide.figure[each.figure])
    }
    told = (each for each in heard.readings if not each.reversed_doubt and (not each.half or each.figure in part))
    return {each.figure: each.value for each in told}


def _figures(guide: Guide, utterance: Utterance) -> tuple[str, ...]:
    """The figures named, but for those that are set aside (除了人数和经费比例，还要满足什么) or not asked about: 没问投资，问头数."""
    aside = [found.span("those") for found in EXCEPT_FOR.finditer(utterance.text)]
    named = [each for each in utterance.of("figure") if not _NOT_ASKED.search(utterance.text[: each.start])]
    named = [each for each in named if not any(one <= each.start < end for one, end in aside)]
    return tuple(dict.fromkeys(each.id for each in named if each.id in guide.figure))


def asks_for_the_rest(text: str) -> bool:
    """Whether all is asked for but what is excepted: 除了得是省级以上，别的还要啥."""
    return any(_THE_REST.search(text, found.end("those")) for found in EXCEPT_FOR.finditer(text))


def _section_in_hand(guide: Guide, conversation: Conversation, text: str) -> tuple[str, ...]:
    """The one section that was just named, where it is asked what else it takes: 他们还管别的不."""
    if conversation.topic != "section" or not WHAT_ELSE.search(text) or len(conversation.programs) != 1:
        return ()
    told = {**conversation.figures, **conversation.case}
    named = possible_sections(guide.program[conversation.programs[0]], told)
    return tuple(named) if len(named) == 1 else ()


def _section_named(conversation: Conversation, utterance: Utterance) -> tuple[str, ...]:
    """The sections that the question before named, where it is asked how to reach them: 社发科管生物医药？, then 他们在哪栋楼办公."""
    reached = utterance.intent == "ask_contact" and REACHED.search(utterance.text) and not conversation.check
    reached = reached and len(conversation.programs) != 1  # which else tells the section
    return conversation.sections if reached and not utterance.mentions else ()


def _words_for(utterance: Utterance, figure: str) -> dict[str, str]:
    """The words of the message for choices of ``figure``, each with the choice, where they are of no lower level and of no
    other kind (市级专精特新, 规上服务业企业), and not told to be lacking (规上还没进)."""
    text = utterance.text
    named = (each for each in utterance.mentions if each.kind == figure)
    whole = (each for each in named if not (_is_lower(text, each) or OF_ANOTHER_KIND.match(text, each.end)))
    return {each.text: each.id for each in whole if not _is_lacking(text, each.start, each.end)}


def _of_lower_levels(utterance: Utterance, figure: str) -> dict[str, str]:
    """The words for choices of ``figure`` that a clause names with a lower level: 专精特新市级的行不行."""
    named = (each for each in utterance.mentions if each.kind == figure)
    return {each.text: each.id for each in named if _is_lower(utterance.text, each)}


def _is_lower(text: str, named: Mention) -> bool:
    return bool(LOWER.search(text[: named.start]) or LOWER_BEHIND.match(text, named.end))


def _is_lacking(text: str, start: int, end: int) -> bool:
    """Whether a clause that asks nothing denies what stands there."""
    clause = clause_at(text, start)
    return denies(clause.text, start - clause.start, end - clause.start) and not asks(clause.text)


def _known(guide: Guide, conversation: Conversation, utterance: Utterance, heard: Readings) -> dict[str, Value]:
    """What is known of the asker, the message's own words first; two types named side by side tell nothing."""
    known: dict[str, Value] = {}
    for figure in (each for each in guide.figure if each in deciding(guide)):  # in the guide's order, and not a set's
        said = utterance.ids(figure)
        stated = heard.value(figure)
        if stated is not None:
            known[figure] = stated
        elif len(said) == 1:
            known |= {figure: said[0]} if _is_of_the_asker(guide, utterance, figure) else {}
        elif not said and figure in conversation.figures and not (figure == WHO and _of_an_unlisted_kind(utterance)):
            known[figure] = conversation.figures[figure]
    return _fields_of_the_business(guide, conversation, utterance) | known


def _of_an_unlisted_kind(utterance: Utterance) -> bool:
    """Whether a kind that no list names is asked about, and so not the asker's own: 医院能不能用这个专项请外国医生, of a school;
    or is supposed to lead (要是合作社牵头呢)."""
    asked = asked_whether_it_may(utterance.text) or asked_what_it_is(utterance.text)
    return bool(asked or SUPPOSED_LEADER.search(utterance.text))


def _fields_of_the_business(guide: Guide, conversation: Conversation, utterance: Utterance) -> dict[str, Value]:
    """The field of a program that what the asker makes belongs to, where it is one: 做阀门的厂 is of industry. What was told in a
    check counts by the guide's own sentence alone, and then no more what the works is called."""
    told_before = conversation.figures.get("technology")
    before = told_before if isinstance(told_before, str) else ""
    here = [each for each in utterance.of("technology") if not (before and _WORKS.match(utterance.text, each.end))]
    made = "，".join(each.text for each in here)
    matches = match(guide, made or before) if made or before else ()
    found = {(each.program, each.direction) for each in matches if made or stands_there(guide, each)}
    fields = {one.track for each in guide.programs for one in each.directions if (each.id, one.id) in found}
    told = [field for field in fields if field]
    return {TRACK: told[0]} if len(told) == 1 else {}


def _is_of_the_asker(guide: Guide, utterance: Utterance, figure: str) -> bool:
    """Whether the one choice of ``figure`` that is named is not that of a partner (跟农科院签了合同), or of a school's students,
    nor that of a rule of which it is asked whom it binds (这条只管企业吗), nor counted (入驻多少企业), nor denied (我们不是企业),
    nor one of which it is asked if it must be had (要不要有公司), nor that of who owns something (成果是学校的)."""
    named = [each for each in utterance.mentions if each.kind == figure]
    owner = partial(is_owner, utterance.text, figure=guide.figure[figure])
    named = [each for each in named if not owner(start=each.start, end=each.end)]
    named = [each for each in named if not is_denied_before(utterance.text, each.start)]
    named = [each for each in named if not is_not_founded(utterance.text, each.start, each.end)]
    named = [each for each in named if not IF_TO_BE_HAD.search(utterance.text[: each.start])]
    ahead = (utterance.text[: each.start] for each in named if not is_of_others_beside_us(utterance.text, each.end))
    others = (PARTNER, BOUND_ALONE, COUNTED_BEFORE)
    return any(not any(each.search(words) for each in others) for words in ahead)


def _terms(guide: Guide, utterance: Utterance) -> tuple[str, ...]:
    """Terms named, the longest; where there are quotation marks, in them. A term may hide in a name (新型研发机构)."""
    said = _longest_terms(guide, "\n".join(IN_QUOTES.findall(utterance.text)) or utterance.text)
    return said or tuple(each.name for each in guide.terms if each.name in utterance.ids("term"))


def _longest_terms(guide: Guide, text: str) -> tuple[str, ...]:
    lengths = {term.name: [len(name) for name in (term.name, *term.aliases) if name in text] for term in guide.terms}
    longest = max((max(found) for found in lengths.values() if found), default=0)
    return tuple(name for name, found in lengths.items() if longest in found)
