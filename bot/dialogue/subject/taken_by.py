"""Whether a section that is named tells which programs are meant, or is the one of which it is asked what it takes."""

from __future__ import annotations

import re

from bot.dialogue.state import Utterance
from bot.figures.wording.stance import clause_at

_NOW = "今年|今年度|本年度|现在|目前|都|一共|总共|到底|究竟|具体|那里|这里|那边|这边"
_TAKES = rf"(?:负责|主管|名下|手[里上]|手?底下|{_NOW})*(?:管|收|受理|负责|办|接|对应)着?"
_WHICH = rf"(?:{_NOW}|专项|项目|有|是|包括)*(?:哪[些几]|什么|啥|几[个项类])"
# 成果科管的那两个平台专项; 成果科负责受理的都有哪些 asks which those are.
_TAKEN_BY = re.compile(rf"(?:负责|主管)?(?:管|收|受理|负责|办)着?的(?!{_WHICH})")
_TAKES_WHICH = re.compile(rf"{_TAKES}的?{_WHICH}|(?:名下|手[里上]|手?底下|的)?{_WHICH}[个些]?(?:专项|项目)")


def section_told_of(utterance: Utterance) -> bool:
    """Whether a section only tells which programs are meant: 成果科管的那两个平台专项."""
    return any(_TAKEN_BY.match(utterance.text, each.end) for each in utterance.of("section"))


def asks_what_it_takes(utterance: Utterance) -> bool:
    """Whether all that a section takes is asked for in a clause that names none, whatever is named in others: 成果科负责受理的都有
    哪些？平台的、支撑的都点出来."""
    asked = [each for each in utterance.of("section") if _TAKES_WHICH.match(utterance.text, each.end)]
    clauses = [clause_at(utterance.text, each.start) for each in asked]
    named = utterance.of("program", "family")
    families_alone = not utterance.of("program")
    return families_alone and any(not any(each.holds(one.start) for one in named) for each in clauses)
