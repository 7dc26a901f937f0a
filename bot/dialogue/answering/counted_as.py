"""Whether something counts as what the guide demands, of which the guide says no more than its words: 收租金算稳定的运行经费吗.

The rule alone answers that to nobody: it is said that the guide leaves it open, and whom to ask.
"""

from __future__ import annotations

import re
from dataclasses import replace

from bot.answers.phrases import sections_of
from bot.answers.reply import Reply, preceded_by, render
from bot.dialogue.hearing.among_listed import title_put_up
from bot.dialogue.hearing.message import Message
from bot.dialogue.subject.fields import TECHNOLOGY
from bot.figures.wording.stance import clauses
from bot.guide.model import Program
from bot.guide.words import pairs

_COUNTS = re.compile(
    r"算不算|(?:能不能|能否|可不可以|可否|是不是|是否)也?(?:算|计|归|并)[进入到成作]|(?:能不能|能否|可不可以|是不是|能|可以|也|就)?算(?=[^，。；不]{2,14}[吗么不嘛](?:$|[，,？?。]))"
)
# 学校给的配套钱算不算: who pays is not what is put up.
_PAID = re.compile(
    "(?:[这那]边|[里上])?(?:也|每年|再)?[给出拨投掏垫]?(?:提供|资助|补贴|支持)?(?:过来|下来)?的?[^，。；]{0,2}(?:配套|钱|款|资金|经费|补助)"
)
_TOPICS = ("requirements", "figure", "term")
_SETTLED = re.compile("按您说的|您说的是约数|指南没有写定|没有点名|指南没有写|没有另写|没有给它下定义|对应所列")
_HARDLY = re.compile(r"(?:那么?|这|我们?|咱们?|公司|单位|[的是也就还]|这种|这样|请问|但是?|[\W_])*")


def with_whether_it_counts(this: Message, reply: Reply) -> Reply:
    """``reply`` with the rule, behind that whether what is put up counts as it the guide does not say."""
    if reply.payload["kind"] != "answer" or reply.payload.get("topic") not in _TOPICS:
        return reply
    if (title := title_put_up(this)) and not any(title in each["quote"] for each in reply.payload["citations"]):
        return _ahead(this, reply, "title_open", title=title)
    put_up = "" if _SETTLED.search(reply.text) else _put_up(this)
    quotes = [each["quote"] for each in reply.payload["citations"]]
    if not put_up or not quotes or any(_stands_in(this, put_up, each) for each in quotes):
        return reply
    return _ahead(this, reply, "counts_open")


def _ahead(this: Message, reply: Reply, template: str, **words: str) -> Reply:
    """``reply`` behind the words of the template, which name whom to ask."""
    programs = _programs(this, reply)
    reply = replace(reply, payload={**reply.payload, "programs": [each.id for each in programs]})
    return preceded_by(reply, render(template, sections=sections_of(programs, this.subject.known), **words))


def _put_up(this: Message) -> str:
    """What it is asked of whether it counts, in the message's words; empty where a number, a technology or a choice is."""
    text = this.utterance.text
    found = _COUNTS.search(text)
    if found is None:
        return ""
    parts = [part for part in clauses(text) if part.start < found.start()]
    while parts and _HARDLY.fullmatch(text[parts[-1].start : found.start()]):
        parts.pop()
    begin = parts[-1].start if parts else found.start()
    others = this.utterance.of("quantity", TECHNOLOGY, *_choices(this))
    known = [each for each in others if not _PAID.match(text, each.end)]
    named = any(begin <= each.start < found.start() for each in known)
    return "" if named else text[begin : found.start()]


def _choices(this: Message) -> list[str]:
    return [each.id for each in this.guide.figures if each.kind in ("choices", "choice")]


def _stands_in(this: Message, put_up: str, quote: str) -> bool:
    """Whether words of what is put up stand in the sentence, beside those of the rule's own name."""
    own = "".join(this.utterance.text[this.utterance.text.find(put_up) + len(put_up) :])
    own += "".join(this.guide.figure[each].name for each in this.subject.figures)
    return any(each in quote and each not in own for each in pairs(put_up))


def _programs(this: Message, reply: Reply) -> list[Program]:
    """The programs of the answer; of a word, those whose rules are cited."""
    told = reply.payload["programs"]
    cited = {each["clause"] for each in reply.payload["citations"]}
    ruled = [each for each in this.guide.programs if any(rule.clause in cited for rule in each.requirements)]
    return [this.guide.program[each] for each in told] or ruled
