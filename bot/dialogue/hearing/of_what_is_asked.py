"""Questions about the figure that a check waits for, or that was just told of, which name nothing: of which year it is, and who
is counted in."""

from __future__ import annotations

import re

from bot.answers.figures_meant import with_threshold
from bot.answers.requirements import figures_tested
from bot.dialogue.hearing.message import Message
from bot.dialogue.words import COUNTED_IN, SELF
from bot.figures.numbers.years import names_a_year
from bot.figures.pairing.rates import is_yearly
from bot.guide.model import Figure

_YEAR = r"(?:(?:20)?\d\d年?|[今去前上当本](?:一个?)?(?:自然|会计)?年)"
_WHICH_YEAR = re.compile(rf"哪一?个?年|什么年份?|{_YEAR}的?(?:[，, ])*(?:还是|或者?)(?:算|按|看|说)?{_YEAR}")
# 年收入是指上一年的吗: a year that is put up as the one that is meant.
_YEAR_PUT_UP = re.compile(
    rf"(?:是|指|按|看|用|取|算)[^，。？?]{{0,4}}?{_YEAR}度?的?(?:数据?|收入|账|那年)?(?:算|来算|为准)?(?:[吗么吧]|[?？]|$)|{_YEAR}度?的?(?:吗|么|吧|对吧|是吧)"
)
_BY_YEAR = re.compile("(?:[按以看算取用]|指的?是?|是)(?:的是|的)?(?:哪一?个?|什么|啥)(?:自然|会计)?年")
_SOMETHING_ELSE = re.compile("截止|什么时候|申报时间|几月")
_THAT_MANY = re.compile(r"(?:[这那]|要求的?|规定的?|写的?)[\d一二三四五六七八九十]+(?:个人?|人|名|位)")
_STAFF = re.compile("人员|人数|人头|研发人|员工")
_IN_IT = re.compile(r"(?:[这那]|其)(?:里[面头边]?|[几\d一二三四五六七八九十]+[个人]|中|当中)")


def asks_which_year(this: Message) -> bool:
    """Whether it is asked of which year the amount is to be: 问的是2021年还是2022年."""
    text = this.utterance.text
    yearly = any(map(is_yearly, _spoken_of(this))) and not (this.heard.readings or this.heard.bare)
    return bool(yearly and _WHICH_YEAR.search(text)) and not _SOMETHING_ELSE.search(text)


def year_left_open(this: Message) -> bool:
    """Whether it is asked which year is meant of an amount of a year, named or spoken of, in whose names no year stands:
    年收入是指上一年的吗."""
    text = this.utterance.text
    asked = _WHICH_YEAR.search(text) or _YEAR_PUT_UP.search(text) or _BY_YEAR.search(text)
    figures = [this.guide.figure[each] for each in this.subject.figures] or _spoken_of(this)
    told = any(this.guide.figure[each.figure].kind == "money" for each in this.heard.readings)
    yearly = bool(figures) and all(is_yearly(each) and not names_a_year(_names(each)) for each in figures)
    return bool(asked) and yearly and not (told or _SOMETHING_ELSE.search(text))


def _names(figure: Figure) -> str:
    return " ".join((figure.name, *figure.names))


def asks_who_is_counted(this: Message) -> tuple[str, ...]:
    """The people (figures' ids) of whom it is asked who belongs to them, of which the guide says no more than their name: 兼职的算吗;
    in a check also those that were told last, which are pointed at: 这里头外聘的能算进去吗."""
    text, last = this.utterance.text, this.guide.figure.get(this.conversation.last or "")
    pointed = [last] if last and this.conversation.asked and _IN_IT.search(text) else []
    people = [each.id for each in (*_spoken_of(this), *pointed) if each.kind == "people"] or _people_demanded(this)
    asks = COUNTED_IN.search(text) and not this.utterance.of("figure")
    if asks and (demanded := _counted_in_the_rule(this)):
        return demanded
    told = this.heard.readings or this.heard.bare
    return tuple(people) if asks and not told else ()


def _people_demanded(this: Message) -> list[str]:
    """The people of whom the one program in hand demands a number, where the message speaks of such: 人员占比怎么算，兼职的算吗."""
    if len(this.subject.programs) != 1 or this.conversation.check or not _STAFF.search(this.utterance.text):
        return []
    tested = (this.guide.figure[each] for each in figures_tested(this.guide, this.subject.programs))
    return [each.id for each in tested if each.kind == "people"][:1]


def _counted_in_the_rule(this: Message) -> tuple[str, ...]:
    """The people of whom the programs in hand demand the number that is pointed at, of no applicant: 那15人里兼职的算不算."""
    text = this.utterance.text
    if this.conversation.check or SELF.search(text) or not _THAT_MANY.search(text):
        return ()
    found = with_threshold(this.guide, text, this.subject.programs)
    return tuple(each for each in found if this.guide.figure[each].kind == "people")


def _spoken_of(this: Message) -> list[Figure]:
    """The figure that is waited for, else those that the answer before was about."""
    asked = (this.conversation.asked,) if this.conversation.asked else this.conversation.about_figures
    return [this.guide.figure[each] for each in asked if each in this.guide.figure]
