"""Steps for what is told of the applicant: figures, which of two holds, what is supposed, taken back or not known."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.answers.offers import suggestions
from bot.answers.reply import Reply, preceded_by, render
from bot.dialogue.answering import questions
from bot.dialogue.answering.beside import asks_for_the_utmost, with_questions, with_the_word
from bot.dialogue.checking import check, commands, rivals, shifts, skipping, supposing, taking, units, withdrawing
from bot.dialogue.checking.decisions import concludes, decides
from bot.dialogue.checking.taking import ADDS
from bot.dialogue.hearing.case_put import numbers_in_it
from bot.dialogue.hearing.demanded import asks_if_demanded_at_all
from bot.dialogue.hearing.heard import Hearing
from bot.dialogue.hearing.leaning import SURE
from bot.dialogue.hearing.quoting import asks_if_it_binds
from bot.dialogue.hearing.scope import scope
from bot.dialogue.order_words import DECISION, OWN_AGAIN, STOPPING
from bot.dialogue.state import Conversation
from bot.dialogue.subject.leaving import wanted_instead
from bot.dialogue.subject.programs import named_programs
from bot.dialogue.words import APPLYING, OF_THE_NUMBER
from bot.figures.pairing.happened import has_happened, tells_wrong_by
from bot.figures.readings import Reading
from bot.figures.wording.stance import asks, clause_at, clauses

Outcome = tuple[Conversation, Reply]
NO_QUESTIONS = (
    "ask_submission",
    "ask_contact",
    "ask_section",
    "check",
    "out_of_scope",
    "inform",
    "ask_same",
)  # 要是由学校来报呢

_WE_ARE = re.compile(
    "(?:那|但|而)?(?:我们?|咱们?|公司|单位|我司)(?:公司|单位|现在|目前|已经|就|倒|也|都)*(?:是(?!不是)|有(?!没有)|属于)"
)
SWAPPED = re.compile(r"(?:改|换|变|转)[^，。？?]{1,12}了[。！! ]*$")  # 我们改跟深圳的合作了 is so


def unit(this: Hearing) -> Outcome | None:
    """万元 or 元 after bare numbers were asked back."""
    waiting = this.conversation.number or {}
    if any(each.figure not in waiting for each in this.heard.readings):  # 自筹300万: of what it names
        beside = units.beside(this.conversation, this.utterance.text)
        told = replace(this.heard, readings=(*beside, *this.heard.readings))
        return taking.take(this.guide, this.conversation, told) if beside and not this.asks else None
    settled = units.settled(this.conversation, this.utterance.text)
    return taking.take(this.guide, *settled) if settled else None


def _wondered_again(this: Hearing) -> Outcome | None:
    """A bare amount right after a what-if, where nothing is asked: what would be under that one."""
    waits = this.conversation.supposed and not this.conversation.asked
    alone = len(this.heard.bare) == 1 and this.heard.bare[0].text == this.utterance.text.rstrip("。！!呢 ")
    if not (waits and alone):
        return None
    return supposing.suppose(this.guide, this.conversation, replace(this.heard, hypothesis=True), this.subject.programs)


def wondered(this: Hearing) -> Outcome | None:
    """万元 after the number of a what-if had no unit: what would be, then; 那就按800报: it is told, and the unit still open."""
    if not this.conversation.wondered:
        return _wondered_again(this)
    # 3000万 alone may be of what is too low, and is of what was put
    named = this.heard.readings and any(not each.choice for each in this.heard.mentions)
    said = () if named else units.wondered(this.conversation, this.utterance.text)
    heard = replace(this.heard, readings=said, unit_doubts=(), bare=())
    if not decides(this.utterance.text):
        beside = this.conversation.hypothesis.items()  # what else the what-if supposed
        case = replace(heard, readings=(*said, *(Reading(*each, 0, 0) for each in beside)), hypothesis=True)
        return supposing.suppose(this.guide, this.conversation, case, this.subject.programs) if said else None
    told = replace(heard, unit_doubts=units.decided(this.conversation, this.heard), correction=True)
    return taking.take(this.guide, this.conversation, told) if said or told.unit_doubts else None


def choose(this: Hearing) -> Outcome | None:
    """后面那个 or 前面那个 after two values were set against each other."""
    holds = rivals.says_which(this.utterance.text)  # 以没有为准 may read as a no to what is asked
    if this.heard.readings and not holds:
        return None
    said = rivals.chosen(this.guide, this.conversation, this.utterance.text)
    return taking.take(this.guide, this.conversation.but(rival=None, former=None), said) if said else None


def adopt(this: Hearing) -> Outcome | None:
    """好，就这么定了 after a what-if: what was supposed is told, as far as the applicant can decide it."""
    halves = tuple(each for each in this.heard.readings if each.half)
    if len(halves) < len(this.heard.readings) or not this.conversation.hypothesis:
        return None
    supposed = supposing.adopted(this.guide, this.conversation, this.heard)
    said = tuple(Reading(figure, value, 0, len(this.utterance.text)) for figure, value in supposed.items())
    if said:
        return taking.take(
            this.guide, this.conversation, replace(this.heard, readings=(*said, *halves), correction=True)
        )
    taken_up = supposing.takes_up(this.guide, this.conversation, this.utterance.text)
    return _fallen_back(this, render("not_by_decision")) if taken_up else None


def suppose(this: Hearing) -> Outcome | None:
    """What would be, if."""
    decided = this.heard.readings and DECISION.search(this.utterance.text) and not this.heard.question
    of_another = {*this.judged} - {*this.numbers_told}  # 自筹600万的话，财政最多能申请多少
    of_another |= {*this.other_numbers} if asks_for_the_utmost(this.utterance.text) else set()
    asks = this.asks_plainly or asks_if_it_binds(this) or asks_if_demanded_at_all(this) or of_another
    put_up = this.judged and not this.heard.hypothesis  # 会计报的数是2980万，能过不
    if decided or this.tells_only_a_kind or asks or put_up or OWN_AGAIN.fullmatch(this.utterance.text):
        return None  # 我们决定把总投资加到900万 tells what is
    asked = this.conversation.asked
    answered = asked and this.heard.value(asked) is not None  # 从500万增加到900万 tells what is
    sounds = this.intent == "what_if" and this.utterance.confidence >= SURE and not answered
    meant = sounds and (this.wonders or this.heard.question or supposing.shifts_something(this.guide, this.heard))
    first = this.heard.readings and not this.conversation.figures  # facts before any that they could set aside
    further = supposing.goes_on(this.guide, this.conversation, this.heard)
    put = numbers_in_it(this)  # 我们只有12个研发的呢, after what is demanded
    again = not answered and supposing.is_put_again(this.guide, this.conversation, this.heard)
    supposed = this.heard.hypothesis or further or again or put or meant and not first and not _is_told(this)
    if not supposed:
        return None
    heard = replace(this.heard, readings=put) if put else this.heard
    named = named_programs(this.guide, this.utterance)
    outcome = supposing.suppose(this.guide, this.conversation, heard, this.subject.programs, named)
    outcome = with_the_word(this, _with_what_is_asked_beside(this, outcome)) if outcome else _of_another_program(this)
    return outcome or (None if this.asks and this.utterance.confidence >= SURE else _supposes_nothing(this))


def _with_what_is_asked_beside(this: Hearing, outcome: Outcome) -> Outcome:
    """The verdict of a what-if, behind the answer to another question (要交什么材料？另外如果换成成都的还行不); the answer alone
    where but a kind is supposed and nothing asks for the verdict."""
    after, reply = outcome
    about = replace(this.subject, programs=this.subject.programs or after.check)
    if reply.payload["kind"] != "assessment" or not this.beside:
        return outcome
    said, answer = questions.answer_to(this.guide, this.conversation, about, this.beside, this.utterance)
    if _supposes_only_a_kind(this):
        said = said.but(hypothesis=after.hypothesis, supposed=after.supposed)
        return said, check.asked_again(this.guide, said, answer)
    return after, preceded_by(reply, answer.text + "\n")


def _supposes_only_a_kind(this: Hearing) -> bool:
    """Whether a kind is all that is supposed, and no verdict asked for: 如果企业牵头，该找哪个科."""
    number = this.heard.unit_doubts or this.heard.bare or OF_THE_NUMBER.search(this.utterance.text)
    return this.kinds_told == {"choice"} and not number


def _is_told(this: Hearing) -> bool:
    """Whether what sounds like a what-if is told as a fact: 总投资提高到900万了, 那就按300万算 after it was supposed."""
    text = this.utterance.text
    swapped = SWAPPED.search(text) and not this.heard.hypothesis
    added = this.kinds_told == {"choices"} and ADDS.search(text) and not this.wonders  # 再加一家深圳的
    corrected = this.heard.correction and not (this.heard.question or this.heard.hypothesis)  # 还是改回480万吧
    return (
        bool(swapped or corrected or _says_what_we_are(this) or added and not this.heard.hypothesis)
        or has_happened(text)
        or concludes(text)
        or bool(this.conversation.hypothesis)
        and decides(text)
    )


def _says_what_we_are(this: Hearing) -> bool:
    """Whether what is asked about is told in a clause that says what one is or has: 那资质呢，我们是省级专精特新，够不够."""
    told = [clause_at(this.utterance.text, each.start).text for each in this.heard.readings]
    return bool(told) and not this.heard.hypothesis and all(_WE_ARE.match(each) and not asks(each) for each in told)


def _supposes_nothing(this: Hearing) -> Outcome | None:
    """What is supposed in a check in words that name no figure is not answered as if it were another question."""
    unclear = this.utterance.confidence < SURE
    if not (
        this.conversation.check and this.heard.hypothesis and (unclear or this.intent in ("what_if", *NO_QUESTIONS))
    ):
        return None
    conversation, reply = _fallen_back(this, render("supposes_nothing"))
    return conversation.but(wondered={}), reply


def _fallen_back(this: Hearing, text: str) -> Outcome:
    reply = Reply(text, {"kind": "fallback", "suggestions": suggestions(this.guide)})
    return this.conversation, check.asked_again(this.guide, this.conversation, reply)


def _of_another_program(this: Hearing) -> Outcome | None:
    """那如果我们报兰白专项呢 in a check: with what was said, the check of that."""
    others = wanted_instead(this.utterance, this.guide, this.conversation.check)
    applies = others and this.conversation.check and APPLYING.search(this.utterance.text)
    return check.start(this.guide, this.conversation, others) if applies and not this.parts_asked else None


def figures(this: Hearing) -> Outcome | None:
    """What is told of the applicant is taken; where there is no check, it begins one."""
    if (
        this.asks
        or this.commands
        or this.utterance.unchecked
        or not (this.heard.readings or this.heard.unit_doubts or this.heard.torn)
    ):
        return None
    outside = this.intent == "out_of_scope" and this.utterance.confidence >= SURE
    if this.wonders and outside and not this.conversation.check:
        return None  # 研发费用加计扣除比例是75%还是100% tells nothing of anybody
    programs = scope(this) if this.wants_check or not this.conversation.check else ()
    text = this.utterance.text
    corrected = this.heard.correction or this.intent == "correct" or has_happened(text) or tells_wrong_by(text)
    corrected = corrected or this.conversation.correcting  # 总投资是990万, after 哪一项不对
    heard = replace(this.heard, correction=corrected)
    return with_questions(this, taking.take(this.guide, this.conversation, heard, programs))


def changed(this: Hearing) -> Outcome | None:
    """总投资又增加了100万: what it comes to is worked out, and asked before it counts; 少说了5个 mends what was said."""
    if this.heard.readings or this.wonders or not this.conversation.check:
        return None
    said = shifts.changed(this.guide, this.conversation, this.utterance.text)
    text = this.utterance.text
    if said and (this.heard.correction or tells_wrong_by(text) or decides(text)):
        return taking.take(this.guide, this.conversation, replace(this.heard, readings=said, bare=(), correction=True))
    return rivals.ask_which(this.guide, this.conversation, said, counted=True) if said else None


def retract(this: Hearing) -> Outcome | None:
    """总投资不对, 不是700万: what was said does not hold, and what does is not said yet."""
    if this.heard.readings or this.heard.unit_doubts or this.utterance.text.endswith("呢"):
        return None  # 去掉高企呢 asks what then
    if this.conversation.check and not (
        this.heard.hypothesis or this.asks and this.wonders
    ):  # 深圳的也退了 asks nothing
        gone = withdrawing.held_no_more(this.guide, this.conversation, this.heard)
        if gone:
            return gone
    if this.asks and this.wonders or this.heard.unknown:
        return None
    outcome = withdrawing.retract(this.guide, this.conversation, this.heard)
    return _and_stops(this, outcome) if outcome else None


def _and_stops(this: Hearing, outcome: Outcome) -> Outcome:
    """What is taken back, and no further question where the last clause stops the check: 我不是大学，替人问的。算了不查."""
    *before, last = clauses(this.utterance.text)
    if not (before and this.conversation.active and STOPPING.match(last.text)):
        return outcome
    gone = [each for each in this.conversation.figures if each not in outcome[0].figures]
    stopped, told = commands.stop(this.guide, outcome[0])
    names = [this.guide.figure[each].name for each in gone]
    return stopped, preceded_by(told, render("let_go", figures=names))


def unknown(this: Hearing) -> Outcome | None:
    """不知道 leaves what is asked, or what is named, and goes on."""
    figures = skipping.left_open(this)
    return withdrawing.skip(this.guide, this.conversation, this.heard, figures) if figures else None
