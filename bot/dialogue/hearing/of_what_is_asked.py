"""Questions about the figure that a check waits for, or that was just told of, which name nothing: of which year it is, and who
is counted in."""

from __future__ import annotations

import re

from bot.dialogue.hearing.message import Message
from bot.dialogue.words import COUNTED_IN
from bot.figures.pairing.rates import is_yearly
from bot.guide.model import Figure

_YEAR = r"(?:(?:20)?\d\d年?|[今去前上当本]年)"
_WHICH_YEAR = re.compile(rf"哪一?个?年|什么年份?|{_YEAR}的?(?:[，, ])*(?:还是|或者?)(?:算|按|看|说)?{_YEAR}")
_SOMETHING_ELSE = re.compile("截止|什么时候|申报时间|几月")
_IN_IT = re.compile(r"(?:[这那]|其)(?:里[面头边]?|[几\d一二三四五六七八九十]+[个人]|中|当中)")


def asks_which_year(this: Message) -> bool:
    """Whether it is asked of which year the amount is to be: 问的是2021年还是2022年."""
    text = this.utterance.text
    yearly = any(map(is_yearly, _spoken_of(this))) and not (this.heard.readings or this.heard.bare)
    return bool(yearly and _WHICH_YEAR.search(text)) and not _SOMETHING_ELSE.search(text)


def asks_who_is_counted(this: Message) -> tuple[str, ...]:
    """The people (figures' ids) of whom it is asked who belongs to them, of which the guide says no more than their name: 兼职的算吗;
    in a check also those that were told last, which are pointed at: 这里头外聘的能算进去吗."""
    text, last = this.utterance.text, this.guide.figure.get(this.conversation.last or "")
    pointed = [last] if last and this.conversation.asked and _IN_IT.search(text) else []
    people = [each.id for each in (*_spoken_of(this), *pointed) if each.kind == "people"]
    told = this.heard.readings or this.heard.bare or this.utterance.of("figure")
    return tuple(people) if COUNTED_IN.search(text) and not told else ()


def _spoken_of(this: Message) -> list[Figure]:
    """The figure that is waited for, else those that the answer before was about."""
    asked = (this.conversation.asked,) if this.conversation.asked else this.conversation.about_figures
    return [this.guide.figure[each] for each in asked if each in this.guide.figure]
