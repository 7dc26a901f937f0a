"""Whether it is asked of one program to which fields it is limited, or which institutions its sentences call by their names:
合作领域有没有限定, 点名的是哪几所高校."""

from __future__ import annotations

import re

from bot.answers.checks import WHO
from bot.dialogue.hearing.message import Message
from bot.guide.joint import ACADEMIC
from bot.guide.model import Program

_THING = "(?:领域|产业|行业|专业|学科|技术方向|赛道)"
_LIMIT = "(?:限定|限制|限死|限|圈范围|圈定|划定|指定|规定|范围|偏重|讲究)"
_LIMITED = re.compile(
    rf"{_THING}(?:上|方面|里|这块)?(?:有没有|有无|是否有?|有|设|做|作|给|是不是|受不受)(?:没有|了|过|被)?(?:什么|啥|特别的?|明确的?)?{_LIMIT}"
    rf"|(?:限定|限制|圈定|划定|指定|限|圈)(?:了|死|在)*(?:哪|什么|啥)[几些]?个?的?{_THING}|限不限{_THING}"
)
# 点了几所大学的名, 写明的高校是哪几家, 指南里点名支持吗.
_CALLED = re.compile("点(?:了|到|过)?名|指(?:了)?名|点(?:了|到|过)[^，。；？?]{1,8}名|(?:列|写|提)(?:了|出|明|到)")
_WHICH = re.compile("哪[几些一]?[所家个]|哪些|几[所家]|点名[^，。；？?]{0,4}[吗么没不]|在不在|有没有|里头有")
_PROPER = re.compile("[\u4e00-\u9fff]{2,8}(?:大学|学院)、")  # in a row: by their own names


def asks_what_it_is_limited_to(this: Message) -> bool:
    """Whether the limits of the fields, or the institutions named, are asked for of the one program that is meant."""
    if len(this.subject.programs) != 1 or this.conversation.check or this.numbers_told:
        return False
    text, program = this.utterance.text, this.guide.program[this.subject.programs[0]]
    schools = {*this.utterance.ids(WHO)} & {*ACADEMIC} and _names_schools(program)
    return bool(_LIMITED.search(text) or schools and _CALLED.search(text) and _WHICH.search(text))


def _names_schools(program: Program) -> bool:
    return any(_PROPER.search(each.quote) for each in program.directions)
