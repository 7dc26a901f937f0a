"""Which member of a family is meant by what is said of it: 支撑里做新能源电池的那个, 平台里省级重点实验室那种."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from bot.dialogue.state import Utterance
from bot.dialogue.subject.fields import TECHNOLOGY
from bot.dialogue.words import ANY_OF_THEM
from bot.guide.directions import match
from bot.guide.model import Guide

IN_A_ROW = 6  # characters that two sentences hardly share by chance
PLAIN = 0.8  # how probable a member must be by the description alone
SINGLED_OUT, TWICE = 0.2, 2  # where one is pointed at: how probable at least, and how many times the next one
# 那个小项, 这块, 那一类: one member is pointed at.
_ONE = re.compile(
    r"[那这]一?(?:小)?[个块类项种样](?!科|部门|单位|公司|企业|项目呢)|哪一?[个项种类](?!科|部门|处|单位|领导|口)"
)
# What is asked of every member, or of several.
_ALL = re.compile(
    r"都|分别|各[个自]?|哪些|哪几|几[个类种项]|[二两三四五六七八九]个?大?(?:专项|类|项|小项|个)|所有|全部|每|一共|总共|区别|不同|一样|里面?有[什啥]"
)
# 搞转化的那个, 攻关转化的，那块: the word by which the one that is pointed at is called.
_CALLED = re.compile(r"(?P<word>[\u4e00-\u9fff]{2})的[，, ]?[那这]一?(?:小)?[个块类种项]")
_ASKED_TO_CHECK = ("check", "inform", "correct", "what_if", "ask_overview", "ask_compare")


def told_apart(guide: Guide, utterance: Utterance, whole: Collection[str]) -> tuple[str, ...]:
    """The one of ``whole``, the members of a family that is named, by its description, its field of work or words of its own;
    none where all are meant."""
    every = _ALL.search(utterance.text) or ANY_OF_THEM.search(utterance.text)
    if len(whole) < 2 or utterance.intent in _ASKED_TO_CHECK or every and not _ONE.search(utterance.text):
        return ()
    tellers = (_described, _of_the_work, _of_its_words, _in_its_wording, _of_its_name)
    return next((found for teller in tellers if len(found := teller(guide, utterance, whole)) == 1), ())


def _described(guide: Guide, utterance: Utterance, whole: Collection[str]) -> tuple[str, ...]:
    ranked = [each for each in utterance.described if each[0] in whole]
    if not ranked:
        return ()
    (first, chance), rest = ranked[0], max((other for _, other in ranked[1:]), default=0.0)
    least = SINGLED_OUT if _ONE.search(utterance.text) else PLAIN
    return (first,) if chance >= least and chance >= TWICE * rest else ()


def _of_the_work(guide: Guide, utterance: Utterance, whole: Collection[str]) -> tuple[str, ...]:
    """The members of which a direction is for what the asker works on."""
    made = "，".join(each.text for each in utterance.of(TECHNOLOGY))
    return tuple(dict.fromkeys(each.program for each in match(guide, made) if each.program in whole)) if made else ()


def _of_its_words(guide: Guide, utterance: Utterance, whole: Collection[str]) -> tuple[str, ...]:
    """The members in whose own sentences a thing stands that the message names: 重点实验室这块."""
    named: Sequence[str] = [each.text for each in utterance.mentions if each.kind in ("figure", "term", TECHNOLOGY)]
    return tuple(each for each in whole if any(word in _sentences(guide, each) for word in named))


def _in_its_wording(guide: Guide, utterance: Utterance, whole: Collection[str]) -> tuple[str, ...]:
    """The members whose sentences alone hold so many characters of the message in a row: 成果向企业转移的项目."""
    text = utterance.text
    stretches = {text[start : start + IN_A_ROW] for start in range(len(text) - IN_A_ROW + 1)}
    holding = [tuple(each for each in whole if words in _sentences(guide, each)) for words in stretches]
    return tuple(dict.fromkeys(each for found in holding if len(found) == 1 for each in found))


def _of_its_name(guide: Guide, utterance: Utterance, whole: Collection[str]) -> tuple[str, ...]:
    """The one that has in its name a word by which it is called that no other's sentences have: 跟大学一起搞转化的那个."""
    called = {found["word"] for found in _CALLED.finditer(utterance.text)}
    speaking = {word: [each for each in whole if word in _sentences(guide, each)] for word in called}
    alone = {word: those[0] for word, those in speaking.items() if len(those) == 1}
    return tuple(dict.fromkeys(each for word, each in alone.items() if _is_in_a_name(guide, each, word)))


def _is_in_a_name(guide: Guide, program: str, word: str) -> bool:
    one = guide.program[program]
    return any(word in name for name in (one.name, *one.aliases))


def _sentences(guide: Guide, program: str) -> str:
    one = guide.program[program]
    return "\n".join([one.name, *(each.quote for each in one.about), *(each.quote for each in one.directions)])
