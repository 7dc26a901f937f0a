"""Questions about the figure that a check waits for, or that was just told of, which name nothing: of which year it is, and who
is counted in."""

from __future__ import annotations

import re

from bot.dialogue.hearing.message import Message
from bot.figures.pairing.rates import is_yearly
from bot.guide.model import Figure

_YEAR = r"(?:(?:20)?\d\d年?|[今去前上当本]年)"
_WHICH_YEAR = re.compile(rf"哪一?个?年|什么年份?|{_YEAR}的?(?:[，, ])*(?:还是|或者?)(?:算|按|看|说)?{_YEAR}")
_SOMETHING_ELSE = re.compile("截止|什么时候|申报时间|几月")
# 兼职的算吗, 保安也要算上吗
_COUNTED_IN = re.compile(
    r"算不算|能不能算|算(?:数|进去|进来|在内|在里面|上)?(?:吗|么|不|[?？])|(?:要不要|用不用|需不需要)算|(?:算上|包括|包含)[^，。？?\d]{1,8}(?:吗|么|不|[?？])"
)


def asks_which_year(this: Message) -> bool:
    """Whether it is asked of which year the amount is to be: 问的是2021年还是2022年."""
    text = this.utterance.text
    yearly = any(map(is_yearly, _spoken_of(this))) and not (this.heard.readings or this.heard.bare)
    return bool(yearly and _WHICH_YEAR.search(text)) and not _SOMETHING_ELSE.search(text)


def asks_who_is_counted(this: Message) -> bool:
    """Whether it is asked who belongs to the people that are to be counted, of which the guide says nothing: 兼职的算吗."""
    people = any(each.kind == "people" for each in _spoken_of(this)) and not (this.heard.readings or this.heard.bare)
    named = this.utterance.of("figure")
    return bool(people and not named and _COUNTED_IN.search(this.utterance.text))


def _spoken_of(this: Message) -> list[Figure]:
    """The figure that is waited for, else those that the answer before was about."""
    asked = (this.conversation.asked,) if this.conversation.asked else this.conversation.about_figures
    return [this.guide.figure[each] for each in asked if each in this.guide.figure]
