"""A reply to the question for one figure, read as its value: 有的, 还没有, 企业, 都没有, 我们做特种阀门.

Of replies to numeric questions only 没有 is read here. What does not plainly answer is None.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from bot.figures.mentions import Mention
from bot.figures.stance import Clause, asks, clauses, denies, is_not_yet, is_topic, is_unknown, takes_back
from bot.figures.statements import Statement, city, in_order, is_local, placed
from bot.figures.values import Value
from bot.guide.model import Figure, Guide

NONE = "none"  # none of the guide's directions fits

_SUBJECT = re.compile(
    r"^(?:[ ,，。~～]|嗯+|哦+|噢|呃|那个|这个|这些|我们|我司|我方|我|咱们?|公司|单位|本|企业|目前|现在|暂时|当前|应该|算|其实|确实|当然|肯定|必须的?|都|也|还|就|基本上?|全部?|好的|好|不对)+"
)
_NO = re.compile(
    r"(?:没(?!问题|错|毛病|事|关系)|[木莫][有得]|否|无(?!误|所谓|法|关)|未|尚未|暂无|缺|n$|no\b|×|✗|归(?!我|本|公司|自己|咱)"
    r"|不(?:$|[太大]?(?:是|在|够|能|行|符合|满足|具备|可以|属于|完全|清晰|明晰|明确|稳定|齐|合格|达标|完善|归|存在)))",
    re.IGNORECASE,
)
_YES = re.compile(
    r"(?:有|是|对(?!了)|嗯|恩|刚(?:批|建|成立|拿|签|办|评)|清楚|符合|满足|可以|当然|已|具备|能|行|够|算是|在(?:$|[的内里呢啊呀哦了])|签|拥有|没问题|没错|肯定|确定|明晰|清晰|明确|齐|稳定|良好|建[了成好]"
    r"|启动|ok|yes|y$|√|✓|达到|合格|完全|属于|归|好$|好的$|.{1,8}(?:是|归|属于)(?:我们|自己|本公司))",
    re.IGNORECASE,
)
_NO_AT_END = re.compile(
    r"(?:没有?|未|不)(?:签|启动|建|办|有|注册|在|够|行|是|齐|成立|完成|批|下来|做|拿)?[了呢呀啊的]?$"
)
_YES_AT_END = re.compile(r"(?:签|启动|建|办|够|齐|成立|完成|拿到|配备|注册|明晰|清晰|满足)(?:好|完|全)?[了的]$")
_NONE_BEFORE = re.compile(r"(?:没有?|无|不(?:要|用|申请))(?:任何)?$")
_NONE_AFTER = re.compile(r"(?:也|都|还|暂时|目前|现在)*(?:没有|是?零|为零)[了的 。！!]*$")
_TOGETHER = re.compile(r"(?:和|与|跟|联合)[^，。]{1,20}(?:合作|联合|共建|一起|签|搞|做)")
_SPOT = re.compile(r"不?(?:在|位于)")
_AFFIRMED = re.compile(r"^[ ]*(?:嗯+|对+|是的?|有的?|当然|肯定|好的|没问题|没错|必须的?)[ ，。!！~～]*$")
_NONE_OF_THEM = re.compile(
    r"^(?:[ ]|我们|公司|目前|现在|暂时|这[些几]个?|以上|上面|一个|一项|任何|啥|什么)*(?:都|全|也|一?概)?(?:没有?|无|不是|不具备|没拿到|不属于|不符合|木有|不沾边?|对不上)"
    r"(?:一个|一项|这些|任何)?(?:的|了|呀|啊|哦|呢|资质|认定|称号|合适的?|合作方?|参与单位|[ 。！!~～])*$"
)
_ALL_OF_THEM = re.compile(r"^(?:我们|这?[三四五]个)?(?:都有|全都?有|都是|都具备)(?:的|了|[ 。！!~～])*$")
_NO_DIRECTION = re.compile(
    r"都不(?:是|符合|属于|沾|搭|对|在)|没有?(?:合适|对应|匹配|符合|相关)|不(?:属于|在)(?:这些|以上|上述|其中|里面)|对不上|^none$|以上都不"
)
_LEAD = re.compile(
    r"^(?:[ ，,。:：]|那个|就是|主要|大概|我们公司|我们单位|我们|我司|我|本|公司|单位|这个|该|项目|课题|技术|方向|领域|内容|是|做|搞|研究|研发|从事|关于|一个|一种|的|属于|在|想|要|叫|名称|为|涉及|开发){0,8}"
)
_TAIL = re.compile(r"(?:的|方面的?|这块的?|相关的?|领域的?|方向的?|项目|技术的|[ 。！!~～吧呢啊呀哦])*$")
_COMMAND = re.compile(
    r"^(?:算了|停|不[查想用需做说要了]|退出|取消|随便|都行|都可以|暂停|够了|换一?个|接着|上一|重新开始|重来|继续|接着查|结果|现在怎么样|帮助|谢谢|你好|您好|再见|删除|/)"
)
_ADVERSE = re.compile("纠纷|争议")
_SHORT = 12
_MARKS = " ，。,.!！~～"


def reply(
    text: str, figure: Figure, named: Sequence[Mention], guide: Guide, spoken_for: Sequence[tuple[int, int]]
) -> Statement | None:
    """What ``text`` answers to the question for ``figure``; None where it does not.

    ``spoken_for`` are the parts of the text that say something else already.
    """
    if _COMMAND.match(text):
        return None
    if figure.kind == "yes_no":
        return _yes_or_no(text, figure, named, guide, spoken_for)
    value: Value | None = None
    if figure.kind == "choice":
        value = _choice(text, figure, named)
    elif figure.kind == "choices":
        value = _choices(text, figure, named, guide)
    elif figure.kind == "text" and not spoken_for:
        value = _words(text, [name for name in named if guide.figure[name.figure].kind != "choice"])
    elif figure.kind in ("people", "money") and not asks(text):
        value = _nothing(text, figure, named)
    return None if value is None else Statement(figure.id, value, 0, len(text))


def _yes_or_no(
    text: str, figure: Figure, named: Sequence[Mention], guide: Guide, spoken_for: Sequence[tuple[int, int]]
) -> Statement | None:
    taken = [*spoken_for, *((name.start, name.end) for name in named if not name.choice and name.figure != figure.id)]
    for clause in clauses(text):
        if is_topic(clause.text) or is_unknown(clause.text):
            return None
        answer = _by_name(clause, figure, named, guide)
        if answer is None and _starts_in(clause, taken):
            return None
        answer = _answer(clause.text) if answer is None else answer
        if answer is not None:
            not_yet = is_not_yet(text)
            value = answer and not not_yet and not takes_back(text)
            return Statement(figure.id, value, clause.start, clause.end, not_yet)
    return None


def _by_name(clause: Clause, figure: Figure, named: Sequence[Mention], guide: Guide) -> bool | None:
    """在兰州 where a place is asked for, 和兰州大学合作 where a partner is."""
    spot = _SPOT.search(clause.text)
    if is_local(figure, guide) and _SUBJECT.sub("", clause.text).startswith(city(guide)):
        return True
    if spot and is_local(figure, guide):
        return placed(clause, spot.start(), named, guide)
    if not _TOGETHER.search(clause.text) or denies(clause.text, len(clause.text), len(clause.text)):
        return None
    partners = [guide.figure[name.figure].choice(name.choice).name for name in named if name.choice]
    return True if "合作" in figure.name or any(partner in figure.name for partner in partners) else None


def _starts_in(clause: Clause, spans: Sequence[tuple[int, int]]) -> bool:
    return any(clause.start <= start < clause.end for start, _ in spans)


def _answer(clause: str) -> bool | None:
    """Yes, no, or neither; what is under way counts as yes here."""
    if is_not_yet(clause) or _AFFIRMED.match(clause):
        return True
    words = _SUBJECT.sub("", clause).strip(_MARKS) or clause.strip(_MARKS)
    if _NO.match(words):
        return bool(_ADVERSE.search(words))
    if _YES.match(words):
        return not _ADVERSE.search(words)
    if len(words) > _SHORT or not (_NO_AT_END.search(words) or _YES_AT_END.search(words)):
        return None
    return not _NO_AT_END.search(words)


def _own(figure: Figure, text: str, named: Sequence[Mention]) -> list[Mention]:
    silent = [(part.start, part.end) for part in clauses(text) if is_topic(part.text) or is_not_yet(part.text)]
    own = [name for name in named if name.figure == figure.id and name.choice]
    own = [name for name in own if not any(start <= name.start < end for start, end in silent)]
    return [name for name in own if not denies(text, name.start, name.end)]


def _choice(text: str, figure: Figure, named: Sequence[Mention]) -> str | None:
    held = dict.fromkeys(name.choice for name in _own(figure, text, named))
    return next(iter(held)) if len(held) == 1 else None


def _choices(text: str, figure: Figure, named: Sequence[Mention], guide: Guide) -> tuple[str, ...] | None:
    own = _own(figure, text, named)
    if own:
        return in_order(guide, own)
    if asks(text):
        return None
    if _NONE_OF_THEM.match(text):
        return ()
    return tuple(choice.id for choice in figure.choices) if _ALL_OF_THEM.match(text) else None


def _nothing(text: str, figure: Figure, named: Sequence[Mention]) -> Decimal | None:
    """没有自筹, or 一个都没有 of people: 0."""
    own = [name for name in named if name.figure == figure.id]
    none = any(_NONE_BEFORE.search(text[: name.start]) or _NONE_AFTER.match(text, name.end) for name in own)
    return Decimal(0) if none or (figure.kind == "people" and _NONE_OF_THEM.match(text)) else None


def _words(text: str, named: Sequence[Mention]) -> str | None:
    if _NO_DIRECTION.search(text):
        return NONE
    if asks(text) or is_unknown(text):
        return None
    words = _TAIL.sub("", _LEAD.sub("", text)).strip(" ，,。")
    if any(words == text[name.start : name.end] for name in named) or _NONE_OF_THEM.match(text):
        return None
    return words if re.search(r"[\u4e00-\u9fffA-Za-z]{2}", words) else None
