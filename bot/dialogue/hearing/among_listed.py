"""What the guide does not name is put up as one of those that it lists: a title of an enterprise (科技型中小企业算不算, 我们是瞪羚企业，
够资格不), or a kind of applicant after it was told who may apply (合作社不在里面？).

Of titles each office has its own, and the guide names but some: what it does not name is among none of those.
"""

from __future__ import annotations

import re

from bot.answers.checks import WHO
from bot.dialogue.hearing.demanded import demanded
from bot.dialogue.hearing.message import Message
from bot.dialogue.hearing.put_up_words import COUNTS, FINE
from bot.dialogue.subject.fields import held_together
from bot.dialogue.words import ELIGIBLE
from bot.figures.stated.chosen import is_of_partners
from bot.figures.wording.kinds import AMONG_THEM

_TITLE = re.compile(
    r"(?:(?:科技|创新|成长|技术|知识产权|专利|劳动|资源)[\u4e00-\u9fff]{0,4}型|瞪羚|独角兽|雏鹰|龙头|示范|标杆|领军|链主|优势)(?:性)?(?:中小微?|小微)?企业"
)
_AS_A_NAME = re.compile("(?:省级|国家级)[^，。]{0,6}$")
_KIND = "(?:社|户|院|所|会|校|学|厂|店|公司|企业|单位|机构|中心|站|队|局|个人|大夫|医生|老师|团队)"
_IS_IN = re.compile(
    rf"(?:那么?|那我们?|我们?|像|比如|[，, ])*[\u4e00-\u9fff]{{0,8}}?{_KIND}(?:呢|[，, ])*{AMONG_THEM}[？?。！! ]*"
)
_AMONG = re.compile(AMONG_THEM)


def title_put_up(this: Message) -> str:
    """The title, in the message's words, where what is asked is whether one may apply with it, or it is one of those demanded;
    empty where none is, or one that the guide lists is told too."""
    text, figure = this.utterance.text, _listing(this)
    judged = any(words.search(text) for words in (COUNTS, FINE, ELIGIBLE, _AMONG))
    found = _TITLE.search(text) if figure and judged else None
    counts = COUNTS.search(text) or _AMONG.search(text)
    end = counts.start() if counts else len(text)
    if not found or found.end() > end or _AS_A_NAME.search(text[: found.start()]):
        return ""
    listed = any(each.start < end for each in this.utterance.of(*figure))
    return "" if listed else found[0]


def of_a_title(this: Message) -> tuple[str, ...]:
    """The figures (ids) on which a title bears that is put up for judgment."""
    return _listing(this) if title_put_up(this) else ()


def among_applicants(this: Message) -> bool:
    """Whether no more is asked than if whoever is put up is among those who may apply, of whom one condition tells."""
    after = this.conversation.topic == "requirements" and this.subject.programs == this.conversation.programs
    told = this.conversation.check or {each.kind for each in this.utterance.mentions} - {WHO}
    who = any(each.id == WHO for each in demanded(this))
    asked = after and who and not told and _IS_IN.fullmatch(this.utterance.text)
    return bool(asked) and not title_put_up(this)


def _listing(this: Message) -> tuple[str, ...]:
    """The figures (ids) of which the programs in hand list what the applicant may have."""
    listed = held_together(this.guide)
    return tuple(each.id for each in demanded(this) if each.id in listed and not is_of_partners(each))
