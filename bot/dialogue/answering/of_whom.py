"""For whom programs are: 只支持企业吧, 高校能报吗, 平台的学校能报哪几个, 谁牵头."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.answers import figures_meant, requirements, thresholds
from bot.answers.checks import WHO
from bot.answers.reply import Reply
from bot.answers.subject import Subject
from bot.answers.thresholds import as_requirement
from bot.dialogue.office_words import AMONG_APPLICANTS, WHO_LEADS
from bot.dialogue.state import Mention, Utterance
from bot.dialogue.words import ANY_OF_THEM, ASKING, FOR_WHOM
from bot.figures.wording.stance import clauses
from bot.guide.model import Guide

WHICH_ONE = re.compile(
    r"(?:哪一?个?|什么|啥)(?:专项|项目|类别|计划)|哪一?[类种]|哪个(?:大类|里|下面?|当中)|(?:什么|啥)类|有(?:没有?|无)[^，。]{0,6}(?:专项|项目)"
)
# 有哪些项目高校老师可以牵头报, 哪些是高校能牵头的
_OPEN_TO = re.compile(
    r"哪[些几][^，。？?]{0,12}(?:能|可以|让|准)(?:申?报|申请|牵头|参加)|(?:能|可以)(?:申?报|申请|牵头)的(?:都|又|一共|是|有|[ ])*哪"
)

_NEAR = 12  # characters between the name of a kind and what is asked of it


def of_a_kind(guide: Guide, subject: Subject, utterance: Utterance) -> Reply | None:
    """Which programs, of all or of those of a family, there are for a kind of applicant (平台的学校能报哪几个): what each demands
    of who applies, and how the kind stands to it."""
    asking = [part for part in clauses(utterance.text) if ASKING.search(part.text)]
    named = (each for each in utterance.of(WHO) if any(part.holds(each.start) for part in asking))
    kinds = {each.id for each in named if _asks_which_are_open(utterance.text, each)}
    if len(kinds) != 1 or len(subject.programs) == 1:
        return None
    every = subject.programs or tuple(guide.program)
    rule = thresholds.figure(guide, replace(subject, programs=every, figures=(WHO,), known={}, told={WHO: kinds.pop()}))
    return as_requirement(rule)


def _asks_which_are_open(text: str, kind: Mention) -> bool:
    """Whether it is asked close to the name of the kind: 刚接手公司项目申报这个活…你们这都有啥项目 asks it of no 公司."""
    found = (words.search(text, max(kind.start - _NEAR, 0)) for words in (ANY_OF_THEM, WHICH_ONE, _OPEN_TO))
    return any(each.start() - kind.end <= _NEAR for each in found if each)


def of_whom(guide: Guide, subject: Subject, utterance: Utterance) -> Reply | None:
    """Whether a program is for a kind of applicant alone, or not for it: 只支持企业吧, 不收高校是吗; 收入能不能拿集团的来填 is of a
    number."""
    counted = [each for each in subject.figures if guide.figure[each].kind in figures_meant.COUNTED]
    if requirements.demanding(guide, counted, subject.programs):
        return None
    words = FOR_WHOM.search(utterance.masked) or AMONG_APPLICANTS.search(utterance.text)
    asked = len(subject.programs) == 1 and len(utterance.ids(WHO)) == 1 and words
    return requirements.for_kind(guide, replace(subject, figures=(WHO,))) if asked else None


def who_leads(guide: Guide, subject: Subject, utterance: Utterance) -> Reply | None:
    """Who is to apply, where the programs demand it of a kind: 一家企业一家高校，谁牵头."""
    asked = WHO_LEADS.search(subject.text) and requirements.demanding(guide, [WHO], subject.programs)
    whoever = replace(subject, figures=(WHO,), known={}, told={})
    return as_requirement(thresholds.figure(guide, whoever)) if asked else None
