"""Whose a result is, by how one came to it or in whose hands it is: 使用权在手, 独占许可拿到的, 专利权人就是我们.

A right that is still talked about, somebody else's, or asked for is none of it.
"""

from __future__ import annotations

import re

from bot.figures.whose import of_others
from bot.figures.wording.denial import is_denial
from bot.figures.wording.stance import asks, clauses, is_not_yet, is_topic, is_unknown, is_unsure, supposes
from bot.guide.model import Figure

_RIGHT = "(?:使用权|许可权?|授权|专利权?人?|成果|品种权?|新?品种|软著|著作权|配方|知识产权|产权|菌种|工艺|技术(?!合同|人员|中心|部))"
_US = "(?:(?:我们?|咱们?|我[司校所院厂]|本(?:公司|单位|校|所|院|企业)|自己|自家)(?:学校|公司|单位|企业|合作社|研究[所院]|医院|课题组|团队|[校所院厂社])?[里内]?|[所厂院校社店]里(?:面|头)?|[校院厂所]方)"
_HELD = re.compile(
    rf"{_RIGHT}(?:证书?)?[^，。；跟和与]{{0,6}}?(?:在手(?:[上里头]|[的了呢 ，。；！!]|$)|在{_US}[^，。；]{{0,2}}(?:手[里上中]|名下)|(?:就|都|也|写的?|登记的?|填的?|挂的?)*是{_US}(?:自己)?的?(?:[了呢啊吧 ，。；！!]|$)|归{_US}|自有|自己的)"
)
_OURS = re.compile(
    rf"^(?:就|都|也|是|全|完全|[ ])*(?:归|(?<=是)|属于|在){_US}(?:[手名][里下上中]头?|所有)?的?[了呢啊吧 ，。；！!]*$"
)
_GOT = re.compile(
    rf"{_RIGHT}[^，。；]{{0,8}}?(?:(?:拿|买|受让|转让|引进|取得|获得|许可|授权)(?:给我们|过来|到手|[到下断得])+(?![^，。；]{{1,8}}(?:[去来]|转化|推广|落地|实施|生产|用))|买了|受让了)"
    rf"|(?<![想要算])(?:{_US}|团队)(?:自己|自主|独立)?(?:研发|研制|开发|攻关|培育|选育|[搞做弄申]|钻研|琢磨|写)(?:出来|出)的"
    rf"|(?:使用权|许可|授权)[^，。；]{{0,3}}(?:给|归)了?{_US}"
    rf"|(?:买|受让|买断|拿下?|取得|获得)了[^，。；]{{0,12}}(?:使用权|许可|专利|成果|品种权|软著)|(?:授权|许可|允许|同意|转让|转)(?:给)?了?{_US}(?:来|去|独家|独占|免费|长期)*(?:使用|实施|用|做|生产|[了的，。；！! ]|$)|(?:独占|排他|普通|独家)(?:的)?(?:实施)?许可(?!费|人)"
)
# 使用权在我们单位: of the use itself 在 tells whose it is.
_USE_IS_OURS = re.compile(rf"使用权[^，。；没不]{{0,3}}在{_US}(?:这[里边儿]|手[里上中]|名下)?的?[了呢啊吧 ，。；！!]*$")
_USE_IS_THEIRS = re.compile(
    "使用权(?:还|也|都|目前|现在|就|是)*(?:在|归|属于)(?:别人|对方|人家|他们|合作(?:方|单位)|另一方)(?:那[里边儿]|手[里上中]|名下|所有)?的?[了呢啊吧 ，。；！!]*$"
)
# 归学校，我们可以用: whoever owns it, the right to use it is what counts.
_MAY_USE = re.compile(
    r"^(?:[ ]|但是?|不过|可是?|只是|而且?|我们?|咱们?|公司|单位|也|都|就|是|倒|照样|一直|完全|肯定|随时|协议里?|合同里?|约定|写明)*(?:可以|能够?|有权|允许|准许|许可|授权|同意|让)(?:给)?(?:我们?|咱们?|公司|单位)?(?:来|去|免费|长期|随便|无偿|一直|独家)*(?:使?用|实施|转化|生产)(?!不|人|工|地)[^，。；没不吗么]{0,4}[ ，。；！!]*$"
)
_OTHERS = re.compile("别人|对方|人家|他们|归(?:学校|高校|对方)|共有|共同|[卖转出许]给(?!我|咱|本)|卖掉|卖了|许可出去")


# 人家授权给我们用: whoever gives it, the right to use is ours.
_LICENSED = re.compile(
    rf"(?:授权|许可|允许|同意|准许|让)(?:给|了|过)*{_US}(?:来|去|独家|独占|免费|长期|无偿|一直)*(?:使用|实施|用|做|生产|转化)?[的了呢啊吧 ，。；！!]*$"
)


def _is_licensed(clause: str) -> bool:
    open_ = (asks, supposes, is_unsure, is_unknown, is_not_yet, is_denial)
    return bool(_LICENSED.search(clause)) and not any(says(clause) for says in open_)


def is_of_use(figure: Figure) -> bool:
    """Whether the figure asks for the right to use results."""
    return figure.kind == "yes_no" and "使用权" in figure.name


def may_use(text: str) -> bool:
    """Whether a clause of ``text`` says that whoever speaks may use the result, whose it be."""
    open_ = (asks, supposes, is_unsure, is_unknown, is_not_yet, is_denial)
    parts = [part.text for part in clauses(text)]
    return any(_MAY_USE.search(part) and not any(says(part) for says in open_) for part in parts)


def held(clause: str, *, asked: bool) -> bool | None:
    """Yes of a clause that tells of the right to use a result as one's own; ``asked``: it is what was asked for."""
    if asked and not asks(clause) and _USE_IS_THEIRS.search(clause) and not is_denial(clause):
        return False
    if asked and (may_use(clause) or _is_licensed(clause)):
        return True
    open_ = (asks, is_topic, supposes, is_unsure, is_unknown, is_not_yet, is_denial, of_others, _OTHERS.search)
    if any(says(clause) for says in open_):
        return None
    return (
        True
        if _HELD.search(clause) or _USE_IS_OURS.search(clause) or _GOT.search(clause) or asked and _OURS.search(clause)
        else None
    )
