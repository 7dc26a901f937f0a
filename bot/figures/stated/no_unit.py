"""Whoever asks whether he may apply without being a unit: 公司还没注册，能申请吗; 没有营业执照能报不; 个体户的执照算不算; 个人能不能报."""

from __future__ import annotations

import re

from bot.figures.wording.stance import clauses, supposes

_UNIT = "(?:公司|企业|单位|法人(?:资格)?|合作社|工商|营业执照|执照)"
# 公司还没注册, 还没开公司, 没登记合作社, 没执照; 在兰州没注册 is of a place, and 没有企业牵头 of whoever leads.
_NONE = re.compile(
    rf"{_UNIT}(?:[都也]?还|尚|暂时|目前|现在|也)*(?:没有?|未)(?:正式|去|来得及)?(?:注册|成立|登记|办|开|批)(?!在)"
    rf"|(?<!有)(?:没有?|无|未)(?:自己的?|正式的?|去|来得及)*(?:注册|成立|登记|办|开)?(?:过|个|成)*{_UNIT}(?=[的了呢啊，,。；;！!？? ]|$|[能可就])"
    r"|^(?:我们?|咱们?|都|也|还|[ ])*(?:没有?|未)(?:注册|登记)(?:过)?(?=[，,。；;！!？? ]|$)"
)
_BY_ONESELF = re.compile(
    r"(?<![\d一二两三四五六七八九十百千几多来])(?:以|用|我)?个人(?:的?名义)?(?:也|就|来|去|自己)*(?:能|可以|可不可以|行不行|报|申请|想)"
)
_MAY = "(?:能不能|能否|可不可以|可否|可以|行不行|让不让|允不允许|有没有资格|能)"
_PERSON = "(?:个人|自然人|私人|(?<![\\d几两三四五])一个人|我自己一?个?人?)"
# 一个人能报吗, 我是个人，…能报高新吗, 能以个人名义报研发平台吗: a person, of whatever program.
_PERSON_ASKED = re.compile(
    rf"(?P<person>{_PERSON})(?:名义|身份)?(?:也|都|来|去|单独|直接|的话|[，,]|没有?单位)*{_MAY}(?:来|去)?(?:申?报|申请|牵头)(?![^，。；？?]{{0,4}}[几多两二三])"  # 一个人能报几项 is of how many
    rf"|我(?:就|只)?是(?:一?[个名])?(?P<am>个人|自然人)(?:身份)?[，,](?:[^。；？?]{{0,10}}[，,])?[^，。；？?]{{0,4}}{_MAY}(?:申?报|申请|牵头)"
    rf"|{_MAY}(?:以|用)(?P<so>{_PERSON})(?:名义|的?身份)"
)
_SOLE_TRADER = re.compile("执照[^，。；]{0,4}个体|个体(?:工商)?户?的?(?:营业)?执照")
# 能不能直接报, 中不中, 算不算, 可以申请不, 能申请撒; a lack alone is told, and asks nothing.
_MAY_ONE = re.compile(
    r"(?:能不能|能否|可不可以|可否|能|可以|让|准|有资格)[^，。；？?]{0,6}(?:报|申请|参加)[上得了]*(?:[吗么不没撒嘛呢呗吧？?，, ]|$)"
    r"|[算中行成能够可][不以]?[行以]?[算中行成能够]|(?:行|可以|成|中|够格|有资格|有戏)[吗么不没撒？?]"
)


def without_a_unit(text: str) -> str | None:
    """What whoever asks calls himself, who has no unit that could apply, or is none; None where nobody asks that."""
    if supposes(text) or not any(_MAY_ONE.search(part.text) for part in clauses(text)):
        return None
    if _SOLE_TRADER.search(text):
        return "个体户"
    if _BY_ONESELF.search(text):
        return "个人"
    lacks = any(_NONE.search(part.text) for part in clauses(text))
    return "还没有登记成单位的个人或团队" if lacks else None


def person_asked(text: str) -> str | None:
    """The word for the person of whom it is asked whether he may apply; None where it is of none."""
    found = _PERSON_ASKED.search(text)
    return next(filter(None, found.groups())) if found else None
