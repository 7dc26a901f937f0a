"""Who is a partner no more, and who still is one: 张江那家退出了, 跟深圳的合作终止了; 深圳的没退, 北京的还在."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.figures.mentions import Mention
from bot.figures.wording.stance import asks, clause_at

# What may stand between the name and what became of it. 要退出, 可能退出 and 打算退出 tell of nothing that is so.
_BETWEEN = (
    "(?:的|那|这|边|家|几|一|两|个|所|些|位|公司|企业|单位|研究院|研究所|大学|高校|院校|机构|团队|实验室|合作方|合作伙伴|合作单位|伙伴|参与单位|参与方|和|跟|与|同|、"
    "|方面|也|都|全部?|已经?|又|就|中途|临时|现在|目前|后来|最后|最终|刚刚?|突然|忽然|说|决定|确定|宣布|们|人家|要是|如果|万一|假如)*"
)
_ENDED = "(?:终止|中止|解除|取消|结束|黄|吹|停|散|没|崩)"
_CALLED_OFF = rf"的?(?:合作|合同|协议)(?:关系|意向)?(?:也|都|就|已经?|被|早|去年|前年|今年|上个?月|年初)*{_ENDED}了"
_OVER = re.compile(_CALLED_OFF)
_GONE = re.compile(
    rf"{_BETWEEN}(?:(?:退出?|撤|撤出|撤资|撤走|走|离开|跑|黄|吹|散伙?|掰|崩|反悔|变卦|毁约|解约|违约|放弃)(?:了|啦|掉了|咯)"
    "|退出(?:了?(?:合作|项目|联合|申报|我们)|[，。！!]|$)"
    "|不(?:再|想|愿意?|打算|能|肯)?(?:参[加与]|干|做|合作|来|搞|联合|跟(?:我们|咱们)?(?:合作|干|做)?)了"
    f"|{_CALLED_OFF}"
    "|没有?(?:谈成|谈拢|谈妥|成[，。！!]|成$|了)|被?(?:换掉|踢|剔除|去掉|拿掉)了?)"
)
_STAYS = re.compile(
    rf"{_BETWEEN}(?:(?:没有?|未|不)(?:被|说|要|想|会|打算)?(?:退|撤|走|离开|取消|终止|中止|解约|散|变|换|跑)"
    "|(?:还|仍然?|依然)(?:在(?![谈考等犹走])|继续|参[加与]|合作|留)|留(?:下|着)|继续(?:参[加与]|合作|做|干)|照[旧常]|不变|在的|(?:回来|加入|加进来)了)"
)


_SWAPPED = re.compile(f"{_BETWEEN}(?:[换改变](?:成|为|做|了)+|换)(?:了|一?[家个所])*$")


def quits(text: str, name: Mention, named: Sequence[Mention]) -> bool | None:
    """Whether the ``text`` says of the partner's ``name``, one of those ``named``, that it is one no more (True), or that
    it still is, or has come in another's place (False); None where it says neither."""
    clause = clause_at(text, name.start)
    others = [each for each in named if name.end <= each.start < clause.end]
    if others and _SWAPPED.fullmatch(text[name.end : others[0].start]):  # 张江那家换成武汉的
        return True
    before = [each for each in named if clause.start <= each.start < each.end <= name.start]
    if before and _SWAPPED.fullmatch(text[before[-1].end : name.start]):
        return False
    behind = "".join(
        "、" if any(each.start <= place < each.end for each in others) else text[place]
        for place in range(name.end, clause.end)
    )
    if _STAYS.match(behind):
        return False
    return True if _GONE.match(behind) else None


def is_over(clause: str) -> bool:
    """Whether the clause tells that working together came to an end: 跟广州的合作终止了."""
    return bool(_OVER.search(clause))


def is_asked(text: str, name: Mention) -> bool:
    """Whether the clause of the name is a question: 张江那家退了吗."""
    return asks(clause_at(text, name.start).text)
