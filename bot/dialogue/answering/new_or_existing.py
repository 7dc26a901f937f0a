"""Whether a program is for what is there already or for what is yet to be founded, where its own sentences say so: 新办的和已经有的都支持吗,
已经运营的众创空间能不能报."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from bot.answers.reply import Reply, answer, render
from bot.answers.subject import Subject
from bot.dialogue.state import Utterance
from bot.dialogue.words import IN_GENERAL
from bot.figures.wording.stance import asks, clauses
from bot.guide.model import Guide, Program
from bot.guide.search import presented

_OF = r"(?:的|[^，,。；;？?]{0,2}(?:孵化器|众创空间|平台|机构|载体|科技园|园区?|[吗么呢]))"
# What everybody calls it, and what an official sentence does.
_AGES = (
    (re.compile(rf"(?:已经?|早就|早已)(?:经)?(?:有|建|办|运营|开|成立|建成)[了好起]?{_OF}|现有|现成|老(?:的|孵化器|平台)|在运营的|办了[几两三四五六七八九十\d]+年的"), re.compile("现有|已有|已建")),
    (re.compile(rf"新(?:办|建|开|成立|搞|设)[了]?{_OF}|(?:还没|没|刚|打算|准备|正要|想)(?:要)?(?:新)?(?:建|办|开|成立)[起好]?{_OF}"), re.compile("培育建设|新建|共建")),
)  # fmt: skip
_MAY = re.compile("支持|能不能|能报|可以报|能申请|可以申请|算|[行可]不[行可]|给不给|管不管|包括|收不收")


def new_or_existing(guide: Guide, subject: Subject, utterance: Utterance) -> Reply | None:
    """The sentences of the one program that say so; None where not each of what is asked about has one."""
    asking = any(_MAY.search(part.text) and asks(part.text) for part in clauses(utterance.text))
    found = ((said.search(utterance.text), written) for said, written in _AGES)
    wanted = [(said.group(), written) for said, written in found if said]
    if len(subject.programs) != 1 or not asking or not wanted or IN_GENERAL.search(utterance.text):
        return None
    program = guide.program[subject.programs[0]]
    rows = [row for said, written in wanted for row in _rows(guide, program, said, written)]
    if len(rows) < len(wanted):
        return None
    text = render("new_or_existing", program=program.name, rows=rows)
    return answer("program", [program.id], [row["quote"] for row in rows], text)


def _rows(guide: Guide, program: Program, said: str, written: re.Pattern[str]) -> Iterator[dict[str, Any]]:
    """The first sentence that has the official word for what is ``said``, with that word."""
    found = ((written.search(each.quote), each) for each in presented(guide, program))
    first = next(((word.group(), quote) for word, quote in found if word), None)
    if first:
        yield {"asked": said, "written": first[0], "clause": first[1].clause, "quote": first[1]}
