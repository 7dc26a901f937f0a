"""Whether something counts as what the guide says or demands: three ways to ask, one room.

Words of a sentence include something (等地区包不包括北京): that the sentence names it, or leaves it open. Something counts as what a
rule demands (收租金算稳定的运行经费吗): not, where it is a title that the rule does not list; by the rule, where the question tells
or names what the rule cited tests, or words of it stand in the sentence cited; else that is open. Something is put up for
judgment by a rule (只有使用许可，可以吗): by the rule again, else whom to ask.
"""

from __future__ import annotations

import re
from dataclasses import replace

from bot.answers.phrases import possible_sections, sections_of
from bot.answers.reply import Reply, answer, followed_by, preceded_by, render
from bot.answers.requirements import figures_of
from bot.answers.subject import Subject
from bot.dialogue.answering.seats_unsaid import seats_unsaid
from bot.dialogue.hearing.among_listed import title_put_up
from bot.dialogue.hearing.message import Message
from bot.dialogue.hearing.of_words import place_put_up
from bot.dialogue.hearing.put_up_words import COUNTS, FINE, MUST
from bot.dialogue.state import Utterance
from bot.dialogue.subject.fields import TECHNOLOGY
from bot.dialogue.subject.included import included
from bot.figures.wording.stance import asks, clauses
from bot.guide.model import Guide, Program, Requirement
from bot.guide.words import pairs

_COUNTS = re.compile(
    r"算不算|(?:能不能|能否|可不可以|可否|是不是|是否)也?(?:算|计|归|并)[进入到成作]|(?:能不能|能否|可不可以|是不是|能|可以|也|就)?(?<!怎么)算(?=[^，。；？?不]{2,14}[吗么不嘛](?:$|[，,？?。]))"
)
# 学校给的配套钱算不算: who pays is not what is put up.
_PAID = re.compile(
    "(?:[这那]边|[里上])?(?:也|每年|再)?[给出拨投掏垫]?(?:提供|资助|补贴|支持)?(?:过来|下来)?的?[^，。；]{0,2}(?:配套|钱|款|资金|经费|补助)"
)
_LIES_IN = re.compile("在不在|属不属于|是不是在?|不?属于|不?在")
_TOPICS = ("requirements", "figure", "term")
_HARDLY = re.compile(r"(?:那么?|这|我们?|咱们?|公司|单位|[的是也就还它]|再就是|这种|这样|请问|但是?|[\W_])*")


def whether_included(guide: Guide, subject: Subject, utterance: Utterance) -> Reply | None:
    """The sentence that has the words, and whether it names what may be among them; None where no such thing is asked."""
    found = included(guide, subject.programs[0], utterance) if len(subject.programs) == 1 else None
    if found is None:
        return None
    program = guide.program[subject.programs[0]]
    text = render(
        "included",
        program=program.name,
        words=found.words,
        whole=found.whole,
        thing=found.thing,
        named=found.thing in found.quote.quote,
        clause=found.quote.clause,
        sections=possible_sections(program, {}),
    )
    return answer("term", [program.id], [found.quote], text)


def with_whether_it_counts(this: Message, about: Subject, reply: Reply) -> Reply:
    """``reply`` with the rule, behind that whether what is put up counts as it the guide does not say."""
    if reply.payload["kind"] != "answer" or reply.payload.get("topic") not in _TOPICS:
        return reply
    quotes = [each["quote"] for each in reply.payload["citations"]]
    if (title := title_put_up(this)) and not any(title in each for each in quotes):
        return _ahead(this, reply, "title_open", title=title)
    put_up = _put_up(this)
    if not put_up or not quotes or any(_stands_in(this, put_up, each) for each in quotes):
        return reply
    only_used = reply.payload["topic"] == "term" and not any(_cited(each, reply) for each in this.guide.programs)
    settled = _settled(this.guide, about, reply) and not place_put_up(this)
    said = settled or seats_unsaid(this.guide, this.utterance, reply)
    return reply if said or only_used else _ahead(this, reply, "counts_open")


def left_to_the_section(guide: Guide, subject: Subject, reply: Reply) -> Reply:
    """``reply``, the rule, with whom to ask where nothing that is told settles how it stands; a rule of which it is asked if
    it must be kept (必须有合同吗) is the answer itself."""
    judged = any(words.search(subject.text) for words in (FINE, COUNTS)) and not MUST.search(subject.text)
    if not judged or _settled(guide, subject, reply):
        return reply
    sections = sections_of(subject.chosen(guide), subject.known)
    return followed_by(reply, render("left_to_the_section", sections=sections))


def _settled(guide: Guide, subject: Subject, reply: Reply) -> bool:
    """Whether a rule that is cited tests what the question tells or names, so that the reply says how it stands."""
    named = (*subject.named.items(), *subject.lower.items())
    told = {*subject.told, *(each for each, words in named if words)}
    return any(told & figures_of(guide, rule) for each in guide.programs for rule in _cited(each, reply))


def _ahead(this: Message, reply: Reply, template: str, **words: str) -> Reply:
    """``reply`` behind the words of the template, which name whom to ask."""
    programs = _programs(this, reply)
    reply = replace(reply, payload={**reply.payload, "programs": [each.id for each in programs]})
    return preceded_by(reply, render(template, sections=sections_of(programs, this.subject.known), **words))


def _put_up(this: Message) -> str:
    """What it is asked of whether it counts, in the message's words; empty where a number, a technology or a choice is."""
    text = this.utterance.text
    found = _COUNTS.search(this.utterance.without("term", TECHNOLOGY))  # 新算力 counts nothing
    place = place_put_up(this)
    found = _LIES_IN.search(text, place.start) if place and not found else found
    if found is None:
        return ""
    parts = [part for part in clauses(text) if part.start < found.start()]
    while parts and _HARDLY.fullmatch(text[parts[-1].start : found.start()]):
        parts.pop()
    begin = parts[-1].start if parts else found.start()
    others = this.utterance.of("quantity", TECHNOLOGY, *_choices(this))
    known = [each for each in others if not _PAID.match(text, each.end)]
    named = any(begin <= each.start < found.start() for each in known)
    put_up = text[begin : found.start()]
    return "" if named or asks(put_up) else put_up  # 偏重哪些行业，再就是它算不算… puts up nothing


def _choices(this: Message) -> list[str]:
    return [each.id for each in this.guide.figures if each.kind in ("choices", "choice")]


def _stands_in(this: Message, put_up: str, quote: str) -> bool:
    """Whether words of what is put up stand in the sentence, beside those of the rule's own name."""
    own = "".join(this.utterance.text[this.utterance.text.find(put_up) + len(put_up) :])
    own += "".join(this.guide.figure[each].name for each in this.subject.figures)
    return any(each in quote and each not in own for each in pairs(put_up))


def _programs(this: Message, reply: Reply) -> list[Program]:
    """The programs of the answer; of a word, those whose rules are cited."""
    told = [this.guide.program[each] for each in reply.payload["programs"]]
    return told or [each for each in this.guide.programs if _cited(each, reply)]


def _cited(program: Program, reply: Reply) -> list[Requirement]:
    """The program's rules whose sentences are cited, whole or in part."""
    cited = [(each["clause"], each["quote"]) for each in reply.payload["citations"]]
    return [
        rule
        for rule in program.requirements
        if any(rule.clause == clause and (rule.quote in quote or quote in rule.quote) for clause, quote in cited)
    ]
