"""Where whoever speaks works tells of nothing that the applicant has: 我是管委会的，只要条款原文."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.dialogue.state import Mention, Utterance
from bot.figures.mentions import Mention as Named
from bot.figures.readings import Reading, Readings

_WORKS = re.compile(r"(?:^|[，,。；;！!？? ])我(?:就|是|在|也|本人|个人)*(?:是|在)[^，,。；;的是在]{0,6}$")
_SAYS_SO = re.compile(r"我(?:就|也|本人|个人)*(?:是|在)[^，,。；;的是在没有]{2,10}的?[，,。；;！!？? ]*")
_THERE = re.compile(r"(?:[里那]边?|上)?(?:的(?=[，,。；;！!？? ]|$|人|老师|同志)|上班|工作|干活)")


def without_workplace(utterance: Utterance) -> Utterance:
    """``utterance`` but for such names of figures."""
    kept = (each for each in utterance.mentions if each.kind != "figure" or not _works(utterance.text, each))
    return replace(utterance, mentions=tuple(kept))


def told_of_no_workplace(heard: Readings) -> Readings:
    """``heard`` but for what such a name seems to tell."""
    kept = tuple(each for each in heard.readings if not (each.value is True and _is_of_it(heard.text, each)))
    names = tuple(each for each in heard.mentions if each.choice or not _works(heard.text, each))
    return replace(heard, readings=kept, mentions=names)


def _is_of_it(text: str, said: Reading) -> bool:
    """Whether what was read is the name, or all the clause in which it stands."""
    return _works(text, said) or bool(_SAYS_SO.fullmatch(text[said.start : said.end]))


def _works(text: str, name: Mention | Named | Reading) -> bool:
    return bool(_WORKS.search(text[: name.start]) and _THERE.match(text, name.end))
