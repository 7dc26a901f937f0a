"""Words that stand for a program's name, by how they are put: 请老外的那个专项归哪个科, 一个是…的平台，一个是….

Only the form is judged here: where such words begin and end. Whether they describe a program, and which, is
descriptions.py's to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

SHORTEST, LONGEST, MOST = 4, 36, 3  # characters that describe something; of one phrase; phrases of a message
CLAUSE = re.compile(r"[^，,。？?；;！!\s]+")
_SIZE = r"(?:大|小|重大|重点|市级?|科技|平台|支撑|专门的?|资助|扶持|支持)*"
_THAT = r"(?:那一?|这一?)(?:个|种|类|项|款|块)"
# 的专项, 那个专项; 那种项目, for a project that is no program's is seldom pointed at so.
_HEAD = re.compile(
    rf"(?:的|的?{_THAT}){_SIZE}专项(?:计划|资金)?(?!资金|经费)"
    rf"|的?那一?(?:个|种|类|项|款|块){_SIZE}(?:项目|计划|平台|课题|类别)(?!总?投资|负责人|组|书|团队|成员|承担|主体|实施|周期)"
)
# 请老外那块归谁: the noun is left out, so that nothing but what is asked or done may follow.
_BARE = re.compile(
    r"的?那一?(?:个|种|类|项|块)(?=$|[，,。？?；;！!\s]|的(?![那这])|归|由|找|谁|哪|啥|什么|怎|咋|如何|有[没啥什何]|能不能|可不可以|是不是|要[不交什啥准求]|需|得|多少|几|截止|报到|报名|申报|申请|受理|评|条件|要求|门槛|材料|资料|给多少|对|里|跟|和|与|呢)"
)
# What points at a program by no more than its place in the talk, or at none in particular.
_POINTING = re.compile(
    r"(?:上面|前面|后面|刚才|刚刚|之前|上次|你们?|您|他们?|咱们|市里|市上|市科技局|科技局|今年|去年|往年|说|讲|提|问|列|写|到|过|的|就是|其[他它]|别|另外|所有|全部|各个?|每个?|同样|同一个?|适合|合适|符合|对口|推荐|最后|第.|一|两|几|个|项|类|这|那|些|种|我|想|要|能|可以|报|申请|申报|了|已经|以上|以下|相关|相应|有关|具体|不同|科技|计划|市级?|级|指南|文件|通知|板块|大类|下面|总体|整体|大|小|和|跟|与|及)+"
)
# What leads up to the words that stand for a name: who asks, whom, and that it is not what is meant.
_OPENING = re.compile(
    r"(?:您好|你好|老师|请问?(?!老外|外|洋|国|专|人|来|德|日|美|俄|教|工)|麻烦|劳驾|(?:帮忙?|给|替|让)(?=我|咱|你|您|问|看|查|核|介绍|说|讲)|我们?|咱们?|(?:想|要|来|可以|能|去)(?=想|要|来|去|再|先|问|打听|咨询|了解|知道|确认|看看|查(?!新)|核对|申?报|申请|说|讲|介绍)|再|先|问|打听|咨询|了解|知道|确认|看看|查(?!新)|核对|申?报|申请|说说|讲讲|介绍|概述|概括|梳理|总结|列举?|罗列|一下|下|那么?|关于|针对|至于|还有|另外|就是|就|指|叫|说的?|(?:不|才)?是|不要|别|除了|比起|比|如果|要是|换成|你们|您|您们|市里|市上|今年|刚才|上面|前面|提到|到|的|，|、)+"
)
# Own work, and no program: 我们跟大学合作的那个项目.
_OWN = re.compile(
    r"(?:我们?|咱们?)(?!(?:想|要|来|准备|打算|能|可以|这边|单位|公司|学校)*(?:申?报|申请|问|打听|了解|咨询|查|核对|看))|本(?:公司|单位|校|院|所|厂)|自家|公司(?:做|搞|研发|去年|现在|手[里上])"
)
_ASKED = re.compile(r"哪|什么|啥|谁|几|多少|怎|咋|如何|吗|呢|能不能|有没有|有无|是不是|是否|可不可以")
_JOINED = re.compile("[和跟与同及或、]|还是|以及")
# There is, or is there, such a program: none is named.
_EXISTS = re.compile(r"^(?:都|也|还|到底|究竟|可)?(?:没?有|设有?|存在)")
_WHICH_FOLLOWS = re.compile(
    r"(?:都|一共|总共|分别|具体|到底)*(?:有(?:哪|什么|几|多少|没有|吗|么|无)|是哪|是什么专项|叫|没有|[吗么])"
)
# Programs that suit somebody, or are open to him, are asked for and not named.
_SUITS = re.compile(r"^(?:更|最|比较)?(?:适合|符合|合适)")
_OPEN_TO = re.compile(r"^(?:面向|针对|给|让)|(?:可以|能够?|该|应该)(?:报|申请|申报|走|做)$")
# Programs of the province or of the state are none of the guide's.
_ELSEWHERE = re.compile(r"^(?:省[里上科级厅]|国家|外省|区里|县里|厅里)")
# A project or a thing is told of without a question; a program is not.
_WANTS = re.compile(
    rf"{_ASKED.pattern}|[?？么]|不$|(?P<verb>[\u4e00-\u9fff])不(?P=verb)|条件|要求|门槛|材料|资料|科室|截止|介绍|说说|讲讲|说一?下|讲一?下|告诉|查|核对|对照|预审|评估|看看|区别|差别|不同|想报|要报|想申|能报"
)
# 一个是…，一个是…: two things set side by side, each in a clause or more of its own.
_BESIDE = re.compile(
    r"一个是(?P<one>[^。？?；;！!]{4,30}?)[，,；; ]?(?:另外?|还有)?一个是(?P<two>[^，,。？?；;！!]{4,30})"
)
# A number of the program's own: 研发人员得占三成的那个专项; 总投资900万的那个项目 has one of the asker's.
DEMANDS = re.compile(
    r"得|必须|要(?!投)|不低于|不少于|不能[少低]|至少|最少|起步|以上|才|门槛|硬杠杠|比例|卡|[一二三四五六七八九十\d][比:：][一二\d]|[两三四五]倍|成(?=的|那|$)|[%％]"
)
# Of two programs it is asked how they differ, or which to choose; one of them may be described beside the other's name.
COMPARES = re.compile(
    r"区别|差别|差异|不同|不一样|异同|差在|差多少|差得?多|对比|比一?比|比较|相比|[vV][sS]|[咋怎][么]?[选挑报]|选|挑|哪一?[个种边]|还是|一样|一回事|分不清|搞混|弄混"
)


@dataclass(frozen=True)
class Phrase:
    """``text`` from ``start`` to ``end`` of a message, as a name would stand there."""

    text: str
    start: int
    end: int
    plain: bool  # put as a program would be; else the words may as well mean a project or a thing


def phrases(text: str) -> tuple[Phrase, ...]:
    """The words that may stand for a program's name, at most three, in their order."""
    if beside := _side_by_side(text):
        return beside
    found = [phrase for clause in CLAUSE.finditer(text) for phrase in _of_clause(text, clause)]
    wanted = bool(_WANTS.search(text))
    return tuple(each for each in found if each.plain or wanted)[:MOST]


def _side_by_side(text: str) -> tuple[Phrase, ...]:
    found = _BESIDE.search(text) if COMPARES.search(text) else None
    if not found or _OWN.search(found["one"]) or _OWN.search(found["two"]):
        return ()
    return tuple(Phrase(found[each], *found.span(each), plain=False) for each in ("one", "two"))


def _of_clause(text: str, clause: re.Match[str]) -> Iterator[Phrase]:
    """The phrases of one clause, each beginning behind the one before it."""
    start = clause.start()
    heads = sorted(
        (*_HEAD.finditer(clause[0]), *_BARE.finditer(clause[0])), key=lambda each: (each.start(), -each.end())
    )
    for head in heads:
        end = clause.start() + head.end()
        if end <= start:
            continue
        noun = clause.start() + head.start()
        if joined := _JOINED.match(text, start, noun) if start > clause.start() else None:
            start = joined.end()
        opening = _OPENING.match(text, start, noun)
        begin = opening.end() if opening else start
        said, plain = text[begin:noun], "专项" in head[0]
        own = not plain and _OWN.search(text[clause.start() : noun])
        if not own and _describes(said) and not _asks_which(head[0], said, text[end:]):
            yield Phrase(text[begin:end], begin, end, plain)
            start = end


def _describes(said: str) -> bool:
    """Whether what stands before the noun says what it is for."""
    if not SHORTEST - 1 <= len(said) <= LONGEST or _POINTING.fullmatch(said) or _ASKED.search(said):
        return False
    return not (_SUITS.search(said) or _ELSEWHERE.match(said))


def _asks_which(head: str, said: str, after: str) -> bool:
    """Whether it is asked if there is such a program, or which: no name stands in such a question."""
    pointed = "那" in head or "这" in head
    open_ = _EXISTS.match(said) or _OPEN_TO.search(said)
    return bool(_WHICH_FOLLOWS.match(after)) or not pointed and bool(open_)
