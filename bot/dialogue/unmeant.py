"""What was read and is not meant of the asker: names of programs, hearsay, others, reasons, what is to be deleted."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from bot.dialogue.checking.withdrawing import takes_away
from bot.dialogue.order_words import ASKS_WHY
from bot.dialogue.state import Conversation, Utterance
from bot.dialogue.subject.beside import HOUSED
from bot.dialogue.subject.programs import LEFT_OUT
from bot.dialogue.words import WORDING
from bot.figures.mentions import NUMERIC, Mention
from bot.figures.readings import Reading, Readings, readings
from bot.figures.stated.compounds import is_of_kinds
from bot.figures.wording.put_up import is_put_up, is_reported
from bot.figures.wording.stance import Clause, asks, clause_at, clauses, is_hearsay
from bot.guide.model import Guide

NOT_MEANT = re.compile(r"(?:不是|不要?[查报看问说]|别[查报看问说])(?:的是)?$")
OTHERS = re.compile("(?:其[他它]|别)的?(?:专项|项目|几个|那些|还|[呢哪啥]|也)")
_OR_ELSE = re.compile("[ ]*(?:还是|或者|要么|抑或)(?!算了)")
_OURS = re.compile("我|咱|本[公单校院所厂]")
_COUNTS = re.compile(
    "(?:[这那](?:个|种|样|些)?|它|像这样)*(?:能|可以)?(?:算不算|算数?[吗么吧不]|行不行|行[吗么不]|可以[吗么不]|够不够|能算[吗么不]?|作数[吗么不])[啊呀呢]?[？?。！! ]*"
)
# 不是这个，我说的是请专家那个: what is spoken of is another thing, and nothing is denied of the applicant.
_NOT_THAT_ONE = re.compile(
    "(?:[哎诶唉嗯啊哦]|不对|不是|[，,。 ])*(?:不是|没[问说]|不是[问说要]|我不是[问说要])(?:的是)?[这那](?:一?[个件种项类]|意思|件事|回事)+(?:意思|事|专项|项目)?[啊呀吧的，,。！! ]+"
    "[^，。；]*(?:[问说讲指查要看]的?是|是[问说讲指查要看]|那个|那[种类项]|专项)"
)
PLAIN = 4  # characters of a yes or no: 没有的


def without_names(guide: Guide, heard: Readings, utterance: Utterance) -> Readings:
    """``heard`` but for what stands inside a program's name: 新型研发机构建设专项 tells of no 研发机构 of anybody,
    自筹三比一的那个专项 of no ratio, 跟张江合作的那一类 of nobody's partners, and 我们公司做重大专项 of no technology."""
    names = utterance.of("program", "family", HOUSED, LEFT_OUT)

    def own(each: Mention | Reading) -> bool:
        # 跟张江合作的那一类，我们能报吗: of the program, up to the comma
        return not any(name.start <= each.start and each.end <= name.end + 1 for name in names)

    said = (each for each in heard.readings if guide.figure[each.figure].kind == "choice" or own(each))
    headings = tuple((each.start, each.end) for each in utterance.of("program", "family"))
    return replace(heard, mentions=tuple(filter(own, heard.mentions)), readings=tuple(said), headings=headings)


def without_denied_names(heard: Readings, utterance: Utterance) -> Readings:
    """``heard`` but for a no that only says which program is not meant: 不是研发平台，我要查孵化器."""
    names = utterance.of("program", "family")
    denied = [each for each in names if NOT_MEANT.search(utterance.text[: each.start])]

    def of_a_name(said: Reading) -> bool:
        return said.value is False and any(said.start < name.end and name.start < said.end for name in denied)

    return replace(heard, readings=tuple(each for each in heard.readings if not of_a_name(each)))


def without_hearsay(conversation: Conversation, heard: Readings) -> Readings:
    """``heard`` but for what the asker has only heard to be the rule, which may be put up to be confirmed."""
    reported = is_reported if is_put_up(heard.text) and not conversation.asked else is_hearsay
    told = [part for part in clauses(heard.text) if reported(part.text)]
    own = tuple(each for each in heard.readings if not any(part.holds(each.start) for part in told))
    return replace(heard, readings=own) if told else heard


def without_others(conversation: Conversation, heard: Readings) -> Readings:
    """``heard`` but for a choice by which other programs are meant: 那其他的呢，哪些还有希望 tells of no kind of applicant."""
    named = [each for each in heard.mentions if each.choice and OTHERS.match(heard.text, each.start)]
    meant = {each.figure for each in named if each.figure != conversation.asked}
    return replace(heard, readings=tuple(each for each in heard.readings if each.figure not in meant))


def without_alternatives(guide: Guide, heard: Readings) -> Readings:
    """``heard`` but for a choice put up as the other of two: 我们公司牵头行不，还是得农大牵头 tells of no kind of applicant."""
    parts = list(clauses(heard.text))
    put_up = [
        other for one, other in pairwise(parts) if asks(one.text.rstrip("，,；; ")) and _OR_ELSE.match(other.text)
    ]

    def of_either(said: Reading) -> bool:
        return guide.figure[said.figure].kind == "choice" and any(part.holds(said.start) for part in put_up)

    return replace(heard, readings=tuple(each for each in heard.readings if not of_either(each)))


def without_seat_of_another(guide: Guide, conversation: Conversation, heard: Readings) -> Readings:
    """``heard`` but for where somebody of another kind than the applicant is: 厂子在西固, said by a university."""
    told = {**conversation.aside, **conversation.figures}
    kinds = [each for each in heard.mentions if each.choice and guide.figure[each.figure].kind == "choice"]
    others = [each for each in kinds if told.get(each.figure, each.choice) != each.choice]
    parts = [clause_at(heard.text, each.start) for each in others if not (heard.hypothesis or heard.correction)]
    parts = [part for part in parts if not _OURS.search(part.text)]

    def of_another(said: Reading) -> bool:
        return "注册" in guide.figure[said.figure].name and any(_in_front(part, said) for part in parts)

    return replace(heard, readings=tuple(each for each in heard.readings if not of_another(each)))


def without_what_may_count(guide: Guide, heard: Readings) -> Readings:
    """``heard`` but for a no to one kind, where of another kind it is asked if that counts: 没研发部，有个合作的试验站，算不算."""
    parts = list(clauses(heard.text))
    put_up = [one for one, other in pairwise(parts) if _COUNTS.fullmatch(other.text)]

    def open_(said: Reading) -> bool:
        figure = guide.figure[said.figure]
        words = (*figure.names, *figure.own_words)
        return (
            said.value is False and is_of_kinds(figure) and any(word in part.text for part in put_up for word in words)
        )

    return replace(heard, readings=tuple(each for each in heard.readings if not open_(each)))


def _in_front(part: Clause, said: Reading) -> bool:
    return part.holds(said.start) and said.end <= part.end


def without_reasons(guide: Guide, heard: Readings) -> Readings:
    """``heard`` but for a yes or no in the words of a rule whose reason, or wording, is asked for: 为什么不能是市级的,
    联合实验室的原文贴一下."""
    asking = [part for part in clauses(heard.text) if ASKS_WHY.match(part.text) or WORDING.search(part.text)]

    def of_a_rule(said: Reading) -> bool:
        of_either = guide.figure[said.figure].kind in ("yes_no", "choices")
        return of_either and any(part.holds(max(said.start, part.start)) and part.end >= said.end for part in asking)

    return replace(heard, readings=tuple(each for each in heard.readings if not of_a_rule(each))) if asking else heard


def without_what_is_deleted(guide: Guide, heard: Readings) -> Readings:
    """``heard`` but for numbers and choices that are to be taken away: 把刚才的900万删掉, 高企那个别算; 算大湾区不算 asks."""
    told = [each for each in heard.mentions if each.choice and not asks(clause_at(heard.text, each.start).text)]
    names = {each.figure for each in told if takes_away(heard.text, each)}

    def deleted(said: Reading) -> bool:
        kind = guide.figure[said.figure].kind
        return kind in NUMERIC and takes_away(heard.text, said) or kind == "choices" and said.figure in names

    return replace(heard, readings=tuple(each for each in heard.readings if not deleted(each)))


def not_as_a_whole(guide: Guide, heard: Readings, conversation: Conversation, utterance: Utterance) -> Readings:
    """``heard`` but for an answer made of the whole message: 帮我查一查农业专项 tells neither field nor technology; the yes or no
    that stands before an order (没有，只查重大专项) answers by itself."""
    if _begins_with_yes_or_no(guide, conversation, utterance.text):
        return heard
    whole = (conversation.asked, 0, len(utterance.text))
    said = tuple(each for each in heard.readings if (each.figure, each.start, each.end) != whole)
    return replace(heard, readings=said)


def without_no_to_a_program(
    guide: Guide, heard: Readings, conversation: Conversation, utterance: Utterance
) -> Readings:
    """``heard`` but for a no that the whole message seems to tell, where it corrects which program is meant: 不是这个，我说的是请外国
    专家那个; to the open question, only where 不是这个 can be no answer."""
    another = points_at_another(utterance.text)
    if not ((heard.correction or another) and utterance.ids("program", "family")):
        return heard

    def of_it(said: Reading) -> bool:
        whole = (said.start, said.end) == (0, len(utterance.text)) and (another or said.figure != conversation.asked)
        return whole and said.value is False and guide.figure[said.figure].kind == "yes_no"

    return replace(heard, readings=tuple(each for each in heard.readings if not of_it(each)))


def _begins_with_yes_or_no(guide: Guide, conversation: Conversation, text: str) -> bool:
    """Whether the first of several clauses is a plain answer to the yes/no question that is open."""
    first, *rest = (part.text.strip("，,。；;！! ") for part in clauses(text))
    asked = conversation.asked
    if not rest or asked is None or guide.figure[asked].kind != "yes_no" or len(first) > PLAIN:
        return False
    return readings(first, guide, asked).value(asked) is not None


def points_at_another(text: str) -> bool:
    """Whether the message only says that another thing is spoken of than the one in hand."""
    return bool(_NOT_THAT_ONE.match(text))
