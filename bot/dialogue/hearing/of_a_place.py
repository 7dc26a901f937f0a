"""Conditions about a place: 成果要在哪转化, 项目必须在兰州干吗, 那注册地到底要在哪."""

from __future__ import annotations

import re

from bot.answers.checks import WHO
from bot.answers.figures_meant import related
from bot.dialogue.hearing.alluded import nameless
from bot.dialogue.hearing.demanded import demanded
from bot.dialogue.hearing.message import Message
from bot.dialogue.hearing.put_up_words import COUNTS, FINE, MUST, clauses_of
from bot.dialogue.subject.points import FEW
from bot.dialogue.words import COMPARING, ELIGIBLE, WITH
from bot.figures.readings import readings
from bot.figures.stated.chosen import is_of_partners
from bot.figures.stated.locality import is_local
from bot.figures.values import Value
from bot.figures.wording.stance import Clause, asks
from bot.guide.model import Figure
from bot.guide.search import in_common

# 成果要在哪儿转化: of a condition that is about a place.
WHERE = re.compile(r"[在到于](?:哪里?|哪儿|哪个?(?:市|区|县|城市|地方)|什么地方|何[处地])(?!个?科|条|一条)")
# 对地点咋规定的, 实施的地方有没有规定
_OF_PLACES = re.compile(
    "地[点方](?:上|方面)?(?:是|都|到底)*(?:有没有|有(?:什么|啥|何)?|[怎咋]么?|如何)(?:个)?(?:硬性|明确|具体|特别)?的?(?:规定|要求|限制|讲究|限定)"
)
HANDLED = re.compile(
    r"[提递上]?交|递|送|寄|报(?!告)|申请|办|领取?|下载|盖章|填|咨询|受理|[问查找看]"
)  # 材料在哪交 is of no condition
# 注册在七里河，厂子在新区: where something of the asker's is; 按哪个算: which of the two counts.
_IS_AT = re.compile(
    r"(?:^|[我们的，, ])[^，。；？?在]{1,6}(?:落|放|设|挂|建|都|还|就|是)?在(?!职|线|编|研|哪)[^，。；？?]{2,8}$"
)
_WHICH_COUNTS = re.compile(
    r"(?:[按以看算认照随]|对照)(?:的是|着)?(?:哪|谁)|(?:咋|怎么|如何)个?(?:算|认|看|处理)|(?:算|符)不?(?:算|符合)[^，。]{0,6}(?:在|条件)"
)
_TWO = 2
A_PLACE = re.compile("[在于到放][^，。；]{2,}|[县区市](?!级)")
PLACED = re.compile("[在地]")  # in the name of a condition that is about a place


def placed(this: Message) -> tuple[str, ...]:
    """The conditions about a place of which it is asked where (成果要在哪转化), or if that has to be in one that no condition
    of theirs names (项目必须在兰州干吗)."""
    few = 0 < len(this.subject.programs) <= FEW and not this.heard.readings
    if not few or COMPARING.search(this.utterance.text):  # 区别在什么地方
        return ()
    parts = [part for part in clauses_of(this.utterance.text) if _is_of_a_place(this, part)]
    found = [each for part in parts for each in related(this.guide, this.subject.programs, nameless(this, part))]
    places = [each for each in dict.fromkeys(found) if PLACED.search(this.guide.figure[each].name)]
    if not places and any(_OF_PLACES.search(part.text) for part in parts):
        places = [each.id for each in demanded(this) if each.kind == "yes_no" and PLACED.search(each.name)]
    return (*this.subject.figures, *places) if places else ()


def put_elsewhere(this: Message) -> tuple[str, ...]:
    """The conditions about a place, right after one of them was told, where it is asked if another place will do for what is named
    beside it, and these programs want no partners from anywhere: 可是我们中试基地放在定西的，是不是就没戏了. Of which of them it is,
    people have to tell."""
    text, wanted = this.utterance.text, {each.id: is_local(each, this.guide) for each in demanded(this)}
    places = [each for each, local in wanted.items() if local]
    partners = {each.id for each in this.guide.figures if each.kind == "choices" and is_of_partners(each)}
    after = this.follows_a_rule and {*this.conversation.about_figures} & {*places} and not this.conversation.check
    named = {each.kind for each in this.utterance.mentions} | {each.figure for each in this.heard.readings}
    if not (after and named & partners) or named - partners - {WHO} or partners & {*wanted} or WITH.search(text):
        return ()
    judging = any(words.search(part.text) for part in clauses_of(text) for words in (FINE, ELIGIBLE))
    return tuple(places) if judging else ()


def place_put_up(this: Message) -> dict[str, Value]:
    """The conditions of the programs in hand that ask for the guide's own city, with whether a place lies in it that is put up for
    judgment (孵化器在榆中的行不行); where several do, those of which the words speak: 转化的地方放白银可以不."""
    local = [each for each in demanded(this) if is_local(each, this.guide)]
    as_a_word = this.subject.terms and COUNTS.search(this.utterance.text)  # 安宁区算不算兰白两区 is of another place
    busy = this.conversation.check or this.numbers_told or as_a_word or COMPARING.search(this.utterance.text)
    in_hand = this.conversation.programs or this.utterance.ids("program", "family")  # and not only guessed
    alone = (
        sum(asks(part.text) for part in clauses_of(this.utterance.text)) <= 1
    )  # 合同必须签了才能报么，实施地放定西可以吗
    if busy or not (in_hand and alone) or len(this.subject.programs) > FEW:
        return {}
    for part in clauses_of(this.utterance.text):
        rest = COUNTS.split(FINE.sub("", nameless(this, part)))[0].rstrip("？?。！! ")
        if rest == part.text or not (A_PLACE.search(rest) and (FINE.search(part.text) or COUNTS.search(part.text))):
            continue
        spoken_of = [each for each in local if len(local) == 1 or _speaks_of(rest, each)]
        told = {each.id: readings(rest, this.guide, each.id).value(each.id) for each in spoken_of}
        if there := {figure: value for figure, value in told.items() if value is not None}:
            return there
    return {}


def _speaks_of(words: str, place: Figure) -> bool:
    """Whether the words have two characters in a row of the name of a condition about a place: 转化的地方 for 转化地."""
    return in_common(words, place.name) >= _TWO


def _is_of_a_place(this: Message, part: Clause) -> bool:
    where = (WHERE.search(part.text) or _OF_PLACES.search(part.text)) and not HANDLED.search(nameless(this, part))
    return bool(where) or _must_be_there(this, part)


def _must_be_there(this: Message, part: Clause) -> bool:
    """Whether all that is asked is if something has to be in the place of another condition than these programs have."""
    if not MUST.search(part.text) or sum(asks(each.text) for each in clauses_of(this.utterance.text)) != 1:
        return False
    wanted = {each.id for each in demanded(this)}
    named = {each.id for each in this.utterance.of("figure") if part.holds(each.start)} - wanted
    return any(PLACED.search(this.guide.figure[each].name) for each in named)


def of_ones_own(this: Message) -> tuple[str, ...]:
    """The conditions about a place, that just spoken of before others, where it is asked which of two places of the asker's counts:
    我注册在七里河，厂子在新区，按哪个算."""
    *ahead, last = clauses_of(this.utterance.text)
    told = sum(bool(_IS_AT.search(part.text)) for part in ahead)
    few = 0 < len(this.subject.programs) <= FEW
    if not few or this.conversation.check or this.numbers_told or told < _TWO or not _WHICH_COUNTS.search(last.text):
        return ()
    places = [each.id for each in demanded(this) if each.kind == "yes_no" and PLACED.search(each.name)]
    spoken_of = tuple(each for each in places if each in this.conversation.about_figures)
    return spoken_of or tuple(places)
