"""Two readings that are about as likely: which one is meant is asked back, with a button for each.

Both thresholds come from the development set; docs/understanding.md has the curve.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.answers.reply import Reply, button, render
from bot.guide.model import Guide

UNSURE = 0.4  # a best reading at least this probable is answered, whatever comes second
CLOSE = 0.1  # two readings nearer than this are about as likely
ASK = "ask_"
# Each topic as a question that stands for itself, after a program's name or without one.
WORDS = {
    "overview": "有哪些专项可以申报",
    "program": "是什么",
    "directions": "支持哪些方向",
    "requirements": "的申报要求是什么",
    "materials": "要交哪些材料",
    "section": "归哪个科受理",
    "deadline": "什么时候截止",
    "amount": "资助多少钱",
    "submission": "怎么提交",
    "contact": "的联系电话",
    "quota": "一家单位能报几项",
    "review": "怎么评审",
}
ALONE = ("overview",)


def readings(ranking: Sequence[tuple[str, float]]) -> tuple[str, ...]:
    """The two topics between which a message is in doubt; none where it is not."""
    if len(ranking) < 2:
        return ()
    (first, sure), (second, other) = ranking[:2]
    topics = tuple(intent.removeprefix(ASK) for intent in (first, second))
    asked = all(intent.startswith(ASK) for intent in (first, second)) and set(topics) <= WORDS.keys()
    return topics if asked and sure < UNSURE and sure - other < CLOSE else ()


def ask(guide: Guide, topics: Sequence[str], program: str, others: Sequence[dict[str, str]]) -> Reply:
    """您是想问…: a button for each of ``topics`` (of ``program``, an id), and one of ``others`` as a third way out."""
    found = guide.program[program]
    name = found.aliases[0] if found.aliases else found.name
    offers = [button(WORDS[topic] if topic in ALONE else name + WORDS[topic]) for topic in topics]
    offers += [each for each in others if each not in offers][:1]
    text = render("doubt", suggestions=offers)
    return Reply(text, {"kind": "fallback", "suggestions": offers})
