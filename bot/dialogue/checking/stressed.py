"""What is told in a check with 呢, as people of Lanzhou end what they tell: 研发中心有呢, 主营收入4000万呢.

With 呢 and no word that supposes, a figure of which nothing was said yet is told; one that was told otherwise is supposed
(总投资900万呢, after 600万).
"""

from __future__ import annotations

import re
from dataclasses import replace

from bot.dialogue.state import Conversation, Utterance
from bot.figures.mentions import NUMERIC
from bot.figures.numbers.quantities import quantities
from bot.figures.pairing.changes import changes
from bot.figures.pairing.happened import is_shift
from bot.figures.pairing.multiples import is_of_itself, multiples
from bot.figures.readings import Reading, Readings, readings
from bot.figures.values import Range
from bot.figures.wording.stance import clause_at, clauses, supposes
from bot.guide.model import Guide

_STRESS = re.compile("呢(?=[啊呀，,；;。！!~～ ]*$)")
# 那900万呢, 加到900万呢 and 按农业类呢 ask what then.
_WHAT_THEN = re.compile(
    "^[ ，,]*那|如果|假如|假设|要是|万一|的话|再(?!说)|[加提涨增降减改调换]到|换|改|呢[?？]|多少|什么|怎|^[ ]*(?:按|算[成作]|归|划|当[成作]|以)|名义|名下"
)
# 高企呢 and 农业的呢 only name what 是高企呢 tells.
_TELLS = re.compile("有|是|在|着|够|齐|全|能|跟|和|与|同|了")
_TELLS_OF_US = re.compile("(?:我|咱|本|公司|单位|项目)[^，。；]{0,6}(?:是|属于?|算|归)|^(?:也|就|都)?(?:是|属于)")


def without_stress(guide: Guide, conversation: Conversation, utterance: Utterance) -> Utterance:
    """``utterance`` as a plain statement, letter for letter, where its 呢 only stresses what is told; else as it is."""
    plain = _plain(utterance.text)
    if plain == utterance.text or not conversation.check or conversation.hypothesis:
        return utterance
    heard = readings(plain, guide, conversation.asked)
    if not heard.readings or not all(_is_new(conversation, each) for each in heard.readings):
        return utterance
    told = all(_is_told(guide, heard, each, conversation.asked) for each in heard.readings)
    return (
        replace(utterance, text=plain, ranking=(("inform", 1.0),)) if told and not _changes(guide, heard) else utterance
    )


def _plain(text: str) -> str:
    """``text`` with a clause's last 呢 as another word of stress; as it is where something in it asks what then."""
    if any(_WHAT_THEN.search(part.text) for part in clauses(text)):
        return text
    return "".join(_STRESS.sub("啊", part.text) for part in clauses(text))


def _is_new(conversation: Conversation, said: Reading) -> bool:
    known = conversation.figures.get(said.figure)
    exact = said.figure == conversation.asked and isinstance(known, Range)
    return known is None or known == said.value or exact


def _is_told(guide: Guide, heard: Readings, said: Reading, asked: str | None) -> bool:
    """Whether the words around what was read tell it: of a no 呢 may ask what then (没有研发机构呢)."""
    figure, words = guide.figure[said.figure], clause_at(heard.text, said.start).text
    if figure.kind in NUMERIC:
        return True
    if figure.kind == "yes_no":
        return said.value is True and (said.figure == asked or bool(_TELLS.search(words)))
    if figure.kind == "choice":
        return bool(_TELLS_OF_US.search(words))
    return figure.kind == "choices" and bool(said.value) and bool(_TELLS.search(words))


def _changes(guide: Guide, heard: Readings) -> bool:
    """Whether the message still asks or supposes, or speaks of a change: 再加200万呢, 投资翻一番呢."""
    text, said = heard.text, quantities(heard.text)
    moved = any(is_shift(text, each) or is_of_itself(text, each) for each in said)
    return heard.question or supposes(text) or moved or bool(changes(text, guide) or multiples(text, guide))
