"""Whether a kind of applicant that the guide does not name is put up, after it was told who may apply: 合作社不在里面？"""

from __future__ import annotations

import re

from bot.answers.checks import WHO
from bot.dialogue.hearing.demanded import demanded
from bot.dialogue.hearing.message import Message

_KIND = "(?:社|户|院|所|会|校|学|厂|店|公司|企业|单位|机构|中心|站|队|局|个人|大夫|医生|老师|团队)"
_IS_IN = re.compile(
    rf"(?:那么?|那我们?|我们?|像|比如|[，, ])*[\u4e00-\u9fff]{{0,8}}?{_KIND}(?:的|这[种类]|呢|是|也|就|都|[，, ])*(?:算不算|在不在|属不属于|不?(?:在|算|属于|包括))(?:这|它)?"
    r"(?:[里其]面?[面头边中]?|之列|范围[内里]?|[三几两]类[里中]?)[吗么吧不嘛呢了？?。！! ]*"
)


def among_applicants(this: Message) -> bool:
    """Whether no more is asked than if whoever is put up is among those who may apply, of whom one condition tells."""
    after = this.conversation.topic == "requirements" and this.subject.programs == this.conversation.programs
    told = this.conversation.check or {each.kind for each in this.utterance.mentions} - {WHO}
    who = any(each.id == WHO for each in demanded(this))
    return after and who and not told and bool(_IS_IN.fullmatch(this.utterance.text))
