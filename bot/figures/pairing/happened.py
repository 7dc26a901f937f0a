"""What has changed already and is told as a fact: 总投资提高到900万了, 合同昨天签好了. It supposes nothing, and contradicts nothing."""

from __future__ import annotations

import re

from bot.figures.numbers.quantities import Quantity, quantities
from bot.figures.pairing.changes import BECOMES, is_mistold, sign_of
from bot.figures.values import Value
from bot.figures.wording.denial import ADVERSE
from bot.figures.wording.stance import ahead_of, asks, clause_at, supposes

_BECOMES_SO_MUCH = re.compile(rf"{BECOMES}(?:大?约|大概|差不多|将近|近)?[ ]?$")
# That it is so by now: 已经涨到900万, 刚开会定了，总投资提到900万; of what stands behind the number, 了 says as much.
_BY_NOW = re.compile(
    r"已经?(?![有知])|刚刚?|现在|目前|如今|昨[天晚]|今[天早]|前[天两]|上周|上个?月|真的?|终于|最终|后来|(?:定|批|谈妥|谈好|商量好|说好|确定|决定|落实|敲定|通过)(?:下来)?了|(?<![没])开过?会"
)
_YET_TO_COME = re.compile(
    r"等|将|以后|之后|明年|后年|下半年|打算|准备|计划(?!总)|拟|想|希望|争取|可能|也许|能|可以|会(?!上|议|后|定|决)(?<!开会)(?<!董事会)(?<!股东会)|要(?!求)|才|就[行够好能可算]|再(?:申?报|来|说)|的话"
)
_SO_IT_IS = re.compile(r"(?:左右|上下|整)?了(?:啊|呀|哦|哈|呢)?[ ，,。；;.！!~～]*$")
_DONE_TO_IT = re.compile(r"了[ ]?$")
# 管理机构上个月也成立了: since then it is so, and what was said before was true then.
_SINCE = re.compile(
    r"现在|如今|已经|上个?(?:月|周|礼拜|星期)|昨天|前天|今天|刚刚|刚(?!才)|最近|近期|后来|终于|这[几两]天|前[几两]天|新(?=[成设建招签])"
)
_COME_TRUE = re.compile(
    r"(?:落实|成立|设立|建[好成]?|批(?:下来)?|到位|签[好完订]?|启动|拿到|办(?:下来|好)|[搬迁](?:过?来)|配[齐好备]|解决|有|[好完成])了(?![吗没])"
    rf"|又[^，。没不吗]{{1,6}}了(?![吗没])|(?<!没)有[^，。没不吗]{{1,8}}了(?![吗没])(?<!(?:{ADVERSE})了)|没有?[^，。吗]{{0,4}}(?:{ADVERSE}|问题)了(?![吗没])"
)
# 又找了家深圳的: of choices none of which was there.
_FOUND = re.compile(
    r"(?<!没)又(?!没)|新(?:找|增|来|加|谈)|(?:找|拉|谈|请|联系|引进|评|拿|办|批|认定)(?:[到成来妥好]|下来)*了(?![吗没])"
)
# 没有合作方了, 不合作了: what is told with 了 has not been so before.
_COME_TO_AN_END = re.compile(
    rf"(?:没有?|不再?)[^，。吗]{{1,8}}(?<!{ADVERSE})(?<!问题)了(?![吗没])|有[^，。没吗]{{0,4}}(?:{ADVERSE})了|(?:没有?|撤|退出?|取消|散|解散|停|注销|黄|搬走|迁走|到期|过期)了(?![吗没])"
)


def has_happened(text: str) -> bool:
    """Whether ``text`` tells of a change as a fact: 总投资提高到900万了; not where it supposes, asks or plans one."""
    return not supposes(text) and any(_has_happened(text, each) for each in quantities(text) if is_shift(text, each))


def has_come_to(text: str, quantity: Quantity) -> bool:
    """Whether the quantity is what something has come to by now: 今年扩到73人了."""
    return is_shift(text, quantity) and _has_happened(text, quantity)


def _has_happened(text: str, quantity: Quantity) -> bool:
    own = clause_at(text, quantity.start)
    if asks(own.text) or _YET_TO_COME.search(text[: own.end]):
        return False
    done = _DONE_TO_IT.search(text[: quantity.start]) or _SO_IT_IS.fullmatch(text, quantity.end, own.end)
    return bool(done or _BY_NOW.search(text))


def is_shift(text: str, quantity: Quantity) -> bool:
    """Whether the quantity is by how much, or to what, something changes: 再加200万, 加到690万."""
    ahead = ahead_of(text, quantity.start)
    return bool(sign_of(ahead) or _BECOMES_SO_MUCH.search(ahead))


def tells_wrong_by(text: str) -> bool:
    """Whether ``text`` says by how much it was told wrongly: 少说了5个."""
    return any(is_mistold(ahead_of(text, each.start)) for each in quantities(text))


def has_turned(words: str, value: Value) -> bool:
    """Whether the words of a ``value`` tell that it has not been so before: 合同昨天签好了."""
    come = _FOUND if isinstance(value, tuple) and value else _COME_TRUE if value is True else _COME_TO_AN_END
    return bool(_SINCE.search(words) or come.search(words)) and not asks(words)
