"""The program that a message points at by how its name begins, or by its section: 高新那个里面也算吗, 那高新的最多给多少,
能不能搞你们那个农业的, 农村科那个科技创新.

A word that stands for something else as well (企业, 大学) points at no program. Of a field (农业那个) the words are left as they are
where the program in hand is divided into such: which is meant then, the rest decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from bot.answers.phrases import possible_sections
from bot.answers.requirements import figures_tested
from bot.dialogue.state import Conversation, Mention, Utterance
from bot.dialogue.subject.fields import divided, dividing
from bot.dialogue.subject.programs import beginning
from bot.figures.wording.stance import asks, clause_at
from bot.guide.model import Guide

# What may stand right before a name; within a longer word (科技创新那个) it is none.
_BEFORE = re.compile(
    r"(?:^|[，,。；;：:！!？?、 的那是报说问讲指查看找要想走选搞弄还就跟和与在把属算到按去往对据给您下看]|[你您]们)$"
)
_THAT_ONE = "(?:的|类|专项|项目)*[那这]一?[个块边项](?!时候|牌|证|帽|资质|称号|企业|公司|认定)"
_A_PART = re.compile("[这那]一?[块边]")  # 研发这块 may be a part of what is demanded
_NAME = "(?P<name>[\u4e00-\u9fff]{2,6}?)"
_POINTED = tuple(re.compile(f"(?<=(?P<name>[\u4e00-\u9fff]{{{length}}})){_THAT_ONE}") for length in range(6, 1, -1))
# 研发这个能靠到哪一项: what is done with the thing that was told of, and no name.
_DOES = re.compile("(?:研发|开发|引进|转化)这")
# 能不能搞你们那个农业的: the name behind the pointing word.
_BEHIND = re.compile(
    rf"(?<!我们)(?<!咱们)(?<!公司)(?<!我)[那这]一?[个块项]{_NAME}(?:的|类|专项|项目)+(?=[，,。；;！!？? ]|[吗么不呢吧啊行能可]|$)"
)
# 那高新的最多给多少: what is asked stands right behind.
_OF_IT = re.compile(
    r"(?:^|(?<=[，,。；;：:！!？? ]))(?:那么?|要是|如果|还有|算了|请问|换成|[ ])*(?P<name>[\u4e00-\u9fff]{2,4}?)的(?:话|又|也|还|就|都|呢|[，, ])*"
    r"(?=最[多少高低]|[要需得归找能给卡看有]|多少|几|哪|怎|咋|什么|啥|谁|行不|可以|(?:条件|要求|材料|门槛|投资|自筹|科室|方向)(?![性]))"
)
# 农村科那个科技创新, 外专科那个: by who takes it.
_OF_A_SECTION = re.compile(
    "(?:的|管的?|收的?|受理的?)*[那这]一?[个块项](?!科(?![技创])|部门|电话|老师|同志|人|领导|地址|办公)(?P<words>[\u4e00-\u9fff]{0,6})"
)
_SHARED = 2  # characters of a name that tell it apart


def with_pointed_name(guide: Guide, conversation: Conversation, utterance: Utterance) -> Utterance:
    """``utterance`` with the one program that it points at; as it is where it points at none, or tells an answer to a check."""
    if conversation.active and not any(
        asks(clause_at(utterance.text, found.start()).text) for found in _places(utterance)
    ):
        return utterance
    named = _by_section(guide, utterance) or _by_its_name(guide, conversation, utterance)
    if named is None:
        return utterance
    kept = (each for each in utterance.mentions if each.end <= named.start or named.end <= each.start)
    return replace(utterance, mentions=tuple(sorted((*kept, named), key=lambda each: each.start)))


def _places(utterance: Utterance) -> Iterator[re.Match[str]]:
    """Where the words point at something."""
    for pattern in (*_POINTED, _BEHIND, _OF_IT):
        yield from pattern.finditer(utterance.text)
    for section in utterance.of("section"):
        if found := _OF_A_SECTION.match(utterance.text, section.end):
            yield found


def _by_its_name(guide: Guide, conversation: Conversation, utterance: Utterance) -> Mention | None:
    for found in (each for each in _places(utterance) if "name" in each.re.groupindex):
        start = found.start("name")
        apart = found.re not in _POINTED or _BEFORE.search(utterance.text[:start])
        free = apart and not _DOES.match(utterance.text, start)
        owners = beginning(guide, found["name"]) if free else ()
        name = Mention("program", owners[0], found["name"], *found.span("name")) if len(owners) == 1 else None
        behind = found.re is _BEHIND
        if name and _A_PART.search(found[0]) and _is_of_a_rule_in_hand(guide, conversation, name.text):
            continue
        if name and _is_meant(guide, conversation, utterance, name, behind=behind):
            known = {*conversation.named, *conversation.spoken_of, *conversation.programs, *conversation.check}
            if found.re is not _OF_IT or name.id in known:
                return name
    return None


def _is_of_a_rule_in_hand(guide: Guide, conversation: Conversation, words: str) -> bool:
    """Whether the one program in hand demands something in whose name the words stand: 研发这块要投多少."""
    tested = figures_tested(guide, conversation.programs) if len(conversation.programs) == 1 else ()
    return any(words in guide.figure[each].name for each in tested)


def _is_meant(guide: Guide, conversation: Conversation, utterance: Utterance, name: Mention, *, behind: bool) -> bool:
    """Whether the words stand for the program and nothing else: no name of another kind, and of a field, unless the words for a
    program stand ahead of it, only after a business, or beside a program that is denied; no field of the one in hand."""
    there = [each for each in utterance.mentions if name.start < each.end and each.start < name.end]
    fields = [each for each in there if each.kind in dividing(guide)]
    if len(fields) < len(there):
        return False
    programs = utterance.of("program")
    others = [each.id for each in programs if not _is_denied(utterance.text, each)]
    if fields and not (behind or conversation.business or len(others) < len(programs)):
        return False
    in_hand = [each for each in (*conversation.programs, *conversation.check) if not _denies(utterance, each)]
    return not (fields and divided(guide, (*others, *in_hand), fields))


_DENIED = re.compile("(?:不是|没有?|不|别|甭)(?:要|再|在|是)?(?:问|说|提|讲|指|查|看|报|搞)?的?(?:市)?$")


def _is_denied(text: str, name: Mention) -> bool:
    """Whether it is said that the program is not meant: 我没说重大."""
    return bool(_DENIED.search(text[: name.start]))


def _denies(utterance: Utterance, program: str) -> bool:
    return any(each.id == program and _is_denied(utterance.text, each) for each in utterance.of("program"))


def _by_section(guide: Guide, utterance: Utterance) -> Mention | None:
    """The one program that a section alone takes, or that has in its name what is said behind."""
    for section in utterance.of("section"):
        found = _OF_A_SECTION.match(utterance.text, section.end)
        taken = _taken(guide, section.id) if found else []
        told = [each for each in taken if found and _is_called(guide.program[each].name, found["words"])]
        if found and len(one := told or taken) == 1:
            end = found.end("words") if told else found.start("words")
            return Mention("program", one[0], utterance.text[section.start : end], section.start, end)
    return None


def _taken(guide: Guide, section: str) -> list[str]:
    """The programs (ids) that the section takes, and no other does."""
    return [each.id for each in guide.programs if possible_sections(each, {}) == (section,)]


def _is_called(name: str, words: str) -> bool:
    return any(words[:end] in name for end in range(len(words), _SHARED - 1, -1))
