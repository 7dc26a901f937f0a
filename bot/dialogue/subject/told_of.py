"""Programs of which a message only speaks while it tells something, beside the one that it orders to be checked.

以前请过外国专家，这次想查高新: whoever says in so many words what is to be checked, means no other program that a fact of his
happens to name. Such names are put under a kind of their own, as those of beside.py are.
"""

from __future__ import annotations

import re
from dataclasses import replace

from bot.dialogue.state import Mention, Utterance
from bot.dialogue.subject.beside import NAMES
from bot.dialogue.subject.programs import BOTH, EVERY
from bot.dialogue.words import ANY_OF_THEM, ELIGIBLE
from bot.figures.wording.blanks import blanked
from bot.figures.wording.stance import Clause, asks, clause_at, clauses

TOLD_OF = "told_of"
_ORDERS = re.compile(
    r"(?<![筛检普排调勘抽巡侦审体搜])查(?!新(?!型)|[体了过出])|核[对查验]|评估|预审|申(?:[请报](?!过|了)|(?![请报]))|(?<![汇上举播预简日周月年公填呈])(?<!申)报(?![告表警销道废送价酬名过了])|看看|想看|(?<![顾访学慰])问|咨询|了解"
)
# What is wished or left for later in words is no fact: 想引进外国专家, 孵化器也行.
_WISHES = re.compile(
    "想|打算|准备(?!了|好)|计划(?!总)|希望|考虑|争取|也[行可]|都[行可]|顺[便带]|一起|同时|不[用管]|别|算了"
)
# Around a name that stands alone: 还有孵化器, 外国专家那个也.
_AROUND = re.compile(
    "(?:还有|以及|另外|再加|和|跟|与|或者?|还是|也|就|是|那|这|个|块|边|类|专项|项目|的|吧|呢|呀|啊|[，,。；;：:！!、 ])*"
)
_AS_TOPIC = re.compile("(?:[那这][个块边]|方面)?(?:的话|嘛|来说|来讲)[，, ]*$")


def with_named_in_telling(utterance: Utterance) -> Utterance:
    """``utterance`` with the names that only a fact holds under the kind ``TOLD_OF``, where a check is ordered beside it."""
    parts = [part for part in clauses(utterance.text) if orders(utterance, part)]
    names = utterance.of(*NAMES)
    every = any(ANY_OF_THEM.search(part.text) or EVERY.search(part.text) for part in parts)
    ordered = every or any(part.holds(each.start) for part in parts for each in names)
    if not ordered or BOTH.search(utterance.text):  # 兰白那个好报，高新更对口，这俩差在哪 is of either
        return utterance
    told = {each for each in names if _is_told_of(utterance, each)}
    kept = tuple(replace(each, kind=TOLD_OF) if each in told else each for each in utterance.mentions)
    return replace(utterance, mentions=kept) if told else utterance


def orders(utterance: Utterance, part: Clause) -> bool:
    """Whether the clause orders a check, or asks for one, in words that stand outside what it names."""
    inside = [(each.start, each.end) for each in utterance.mentions if part.holds(each.start)]
    plain = blanked(utterance.text, inside, "#")[part.start : part.end]
    return bool(_ORDERS.search(plain) or ELIGIBLE.search(plain) or ANY_OF_THEM.search(part.text))


def _is_told_of(utterance: Utterance, name: Mention) -> bool:
    text = utterance.text
    part = clause_at(text, name.start)
    if name.text.endswith("专项") or orders(utterance, part) or asks(part.text) or _WISHES.search(part.text):
        return False
    ahead, behind = text[part.start : name.start], text[name.end : part.end]
    if not ahead and _AS_TOPIC.fullmatch(behind):  # 外国专家的话，我们提供不了
        following = clause_at(text, part.end) if part.end < len(text) else None
        return following is not None and not (orders(utterance, following) or asks(following.text))
    return not _AROUND.fullmatch(ahead + behind)
