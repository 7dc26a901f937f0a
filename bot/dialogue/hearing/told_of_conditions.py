"""What a question tells of the conditions that the programs in hand demand: of a kind, of a lower level, in whose name, alone."""

from __future__ import annotations

import re

from bot.answers.checks import WHO
from bot.dialogue.hearing.case_put import (
    places_told,
    told_in_it,
)
from bot.dialogue.hearing.demanded import demanded, is_had
from bot.dialogue.hearing.joining_in import joins_in
from bot.dialogue.hearing.lacked import lacked
from bot.dialogue.hearing.message import Message
from bot.dialogue.hearing.put_up_words import COUNTS, FINE, MUST
from bot.dialogue.state import Mention
from bot.dialogue.subject.lacking_words import lacking_by_a_word
from bot.dialogue.subject.passing import of_the_check
from bot.figures.reading import Reading
from bot.figures.stated.compounds import names_one_part
from bot.figures.values import Value
from bot.figures.wording.denial import is_denial
from bot.figures.wording.levels import LEVEL
from bot.figures.wording.stance import asks, clauses
from bot.guide.model import Figure

# Under whose name it is applied for, and who joins in.
IN_NAME_OF = re.compile(r"(?:以|用)[^，。；]{0,6}$"), re.compile(r"[^，。；]{0,4}的?(?:名义|身份)")
ALONE = re.compile(
    r"(?:自己|单独|独立|独自|一家(?:企业|公司|单位)?)(?:一家|单独|独立|闷头|埋头|关起门来?|关门|来|去|就)*(?:干|搞|做|建|弄|申?报|申请|承担|完成|牵头)"
)
OF_OTHERS, BY_ONESELF = re.compile("合作|联合"), re.compile("自己|自[建办]|单干|单打|独[自立]")
REVERSED = re.compile("[倒反换调颠]过来|对调|调换")  # 要是倒过来，大学自己申报呢 is of who applies, and of nobody alone
LOWER = re.compile(r"(?:市|区|县|州|地|校|院|厂)级")


def kind_told(this: Message) -> dict[str, Value]:
    """The kind of applicant that whoever asks says to be: 我们是民办非企业单位，行不行."""
    kind = this.heard.value(WHO)
    return {} if kind is None or this.heard.hypothesis else {WHO: kind}


def what_counts(this: Message, told: dict[str, Value]) -> dict[str, Value]:
    """What is told so that it settles even whether something counts: by a level below that which is demanded (市级的 does not
    count as 省级), by who joins in or not, and by a thing that has a name of the condition itself: 自己设了个研发部，算不算有研发机构."""
    text, figure = this.utterance.text, this.guide.figure
    by_its_name = {each.figure for each in this.heard.readings if each.value is True and _is_named(this, each)}
    return {
        each: value
        for each, value in told.items()
        if of_a_lower_level(text, figure[each]) or joins_in(this, figure[each]) is not None or each in by_its_name
    }


def _is_named(this: Message, said: Reading) -> bool:
    """Whether what is told has a name of the figure itself, ahead of the words that ask if it counts, and nothing is denied
    between (没有挂牌)."""
    text = this.utterance.text
    asked = COUNTS.search(text, said.end)
    names = (each for each in this.utterance.of("figure") if each.id == said.figure)
    inside = any(said.start <= each.start < max(said.end, said.start + 1) for each in names)
    return bool(asked and inside) and not (asked and is_denial(text[said.end : asked.start()]))


def told_of_conditions(this: Message) -> dict[str, Value]:
    """What is told of the conditions of the programs in hand, in the words of the check and beside it."""
    text, programs = this.utterance.text, this.subject.programs
    heard = of_the_check(this.guide, this.conversation, this.utterance, told_in_it(this), programs)
    wanted = demanded(this)
    told: dict[str, Value] = {
        each.figure: each.value
        for each in heard.readings
        if any(each.figure == one.id and is_had(one) for one in wanted)
        and not each.reversed_doubt
        and (not each.half or names_one_part(heard.text, this.guide.figure[each.figure]))  # said to be but one
    }
    told |= {} if told else places_told(this)
    if word := lacking_by_a_word(this.guide, programs, this.utterance):
        told[word] = False
    whose = {each.id for each in in_whose_name(this)}
    if len(whose) == 1:
        told[WHO] = whose.pop()
    put_up = any(words.search(text) for words in (FINE, COUNTS)) and not MUST.search(text)
    for one in wanted:
        joined = joins_in(this, one)
        if joined is False or joined and put_up:
            told[one.id] = joined
        denied = applies_alone(text, one) or of_a_lower_level(text, one) or lacked(this, [one])
        if one.kind == "yes_no" and one.id not in told and denied:
            told[one.id] = False
    return told


def applies_alone(text: str, figure: Figure) -> bool:
    """Whether the figure is denied by doing it alone, and that is told: 我们自己干."""
    of_others = OF_OTHERS.search(figure.name) and any(BY_ONESELF.search(word) for word in figure.says_no)
    return bool(of_others and ALONE.search(text)) and not REVERSED.search(text)


def of_a_lower_level(text: str, figure: Figure) -> bool:
    """Whether the figure asks for a level and only one below is named: 市级的行不行."""
    higher = any(
        re.search(LEVEL, part.text) and not (is_denial(part.text) or asks(part.text)) for part in clauses(text)
    )
    return bool(LOWER.search(text) and re.match(LEVEL, figure.name)) and not higher


def kinds_in(this: Message, figure: Figure) -> tuple[str, ...]:
    """The kinds of applicants of whom a yes or no speaks by its name: 联合高等院校、科研院所."""
    choices = this.guide.figure[WHO].choices
    return tuple(each.id for each in choices if figure.kind == "yes_no" and each.name in figure.name)


def in_whose_name(this: Message) -> list[Mention]:
    """The kinds in whose name it is to be applied for: 以学校的名义申报."""
    text, (ahead, behind) = this.utterance.text, IN_NAME_OF
    named = this.utterance.of(WHO) if any(each.id == WHO for each in demanded(this)) else ()
    return [each for each in named if ahead.search(text[: each.start]) and behind.match(text, each.end)]
