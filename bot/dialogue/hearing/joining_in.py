"""Whether a kind of which a condition wants one to join in is put up as left out, or as joining in: 不拉高校，能成吗; 合作方不是大学
是研究所，认不认."""

from __future__ import annotations

import re

from bot.answers.checks import WHO
from bot.dialogue.hearing.message import Message
from bot.dialogue.state import Mention
from bot.figures.stated.partners import goes_on_about_one
from bot.figures.wording.denial import denies
from bot.figures.wording.stance import clause_at
from bot.guide.model import Figure

_NOT = "(?:没有?|未|不|别)(?:去|再|想|能|打算|准备|用|需要|必)*"
_ANY = "(?:上|着|了|过|来|到)?(?:一?[个家所]|任何|什么|啥|[哪别]的?一?家)?"
# 不拉高校, 没找院所; 没跟高校合作, 没有高校参加.
_LEFT_OUT = re.compile(rf"{_NOT}(?:拉|找|带|请|联合|搭|邀请?|叫)(?:{_ANY})$")
_NOT_WITH = re.compile(rf"(?:{_NOT}(?:跟|和|与|同)|没有?|无){_ANY}(?:[^，。；是有]{{0,4}}(?:或者?|[和、跟与]))?$")
_JOIN = re.compile(
    r"(?:愿意|肯|能|会)?(?:跟|和|与|同)(?:我们?|咱们?)|[^，。；？?]{0,4}?(?:参与|参加|加入|合作|联合|共建|一[起块道]|搭[伙档]|合伙)"
)
# 跟研究所一起, 合作方是大学.
_WITH = re.compile(
    r"(?:[跟和与同]|拉(?:上|着|了)|联合|找(?:的是|了)?|(?:合作|参与|联合|共建)(?:的|方|单位|伙伴)*[^，。；]{0,8}是)[^，。；是]{0,8}$"
)
_SUCH = re.compile(r"拉(?:上|着|了)|(?:合作|参与|联合|共建)(?:的|方|单位|伙伴)*")


def joins_in(this: Message, figure: Figure) -> bool | None:
    """Whether such a kind as ``figure`` has in its name joins in, by what is put up; None where the words tell neither."""
    choices = {each.id for each in this.guide.figure[WHO].choices if each.name in figure.name}
    named = [each for each in this.utterance.of(WHO) if figure.kind == "yes_no" and each.id in choices]
    if not named:
        return None
    if all(_is_left_out(this.utterance.text, each) for each in named):
        return False
    return True if any(_is_with_us(this.utterance.text, each) for each in named) else None


def _is_left_out(text: str, kind: Mention) -> bool:
    ahead = text[clause_at(text, kind.start).start : kind.start]
    return bool(_LEFT_OUT.search(ahead) or _NOT_WITH.search(ahead) and _JOIN.match(text, kind.end))


def _is_with_us(text: str, kind: Mention) -> bool:
    """Whether the kind is said to be whom one works with, and is neither denied nor left out."""
    clause = clause_at(text, kind.start)
    ahead = text[clause.start : kind.start]
    with_it = _WITH.search(ahead) and (_JOIN.match(text, kind.end) or _SUCH.search(ahead))
    denied = _is_left_out(text, kind) or denies(clause.text, kind.start - clause.start, kind.end - clause.start)
    return bool(with_it or goes_on_about_one(text, clause)) and not denied
