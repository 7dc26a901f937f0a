"""What is put up to be confirmed, of nobody's check and of none of us, tells nothing of the asker: 皋兰不在兰白两区吧, 自筹1:1就够了，
没错吧."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.dialogue.state import Conversation
from bot.dialogue.words import SELF
from bot.figures.mentions import NUMERIC
from bot.figures.readings import Reading, Readings
from bot.figures.wording.put_up import is_put_up, names_a_source
from bot.figures.wording.stance import Clause, clause_at, clauses
from bot.guide.model import Guide

_PUT_UP = re.compile("吧[?？。！!~ ]*$")
_TAGGED = re.compile(r"(?:吧|[对是][吗么]|没错[吗么]|对不对|是不是)[，,。？?！!~ ]*$")
# 有10个就行, 下限是两千万: how much is enough, of anybody.
_AS_A_RULE = re.compile(
    r"(?<!不)就(?:够|行|成|中|可以|达标|能过|算过)了?(?!不)|即可|(?:门槛|标准|要求|红线|底线|下限|起步价?|最低)[^，。？?]{0,4}?(?:就?是|为|要|得)"
)


def rules_put_up(text: str) -> list[Clause]:
    """The clauses that say how much is enough, of nobody who is named, where that is put up to be confirmed."""
    asked = is_put_up(text)
    return [
        part
        for part in clauses(text)
        if _AS_A_RULE.search(part.text) and not SELF.search(part.text) and (asked or _TAGGED.search(part.text))
    ]


def without_what_is_put_up(guide: Guide, conversation: Conversation, heard: Readings) -> Readings:
    """``heard`` but for each yes or no whose clause only wants to be confirmed, for each number that is put up as a rule, and for
    all that somebody else is named for afterwards (总投资五百万就可以，网上看到的，是吧), where no check is going."""
    if conversation.check:
        return heard
    text, rules = heard.text, rules_put_up(heard.text)
    confirms = bool(_PUT_UP.search(text)) and not SELF.search(text)
    source = next((part.start for part in clauses(text) if is_put_up(text) and names_a_source(part.text)), 0)

    def put_up(said: Reading) -> bool:
        kind, clause = guide.figure[said.figure].kind, clause_at(text, said.start)
        if kind == "yes_no" and confirms and _PUT_UP.search(clause.text):
            return True
        reported = said.end <= source and not SELF.search(clause.text)
        return kind in NUMERIC and (reported or any(part.holds(said.start) for part in rules))

    return replace(heard, readings=tuple(each for each in heard.readings if not put_up(each)))
