"""What was once and what is by now: 知识产权以前有争议，现在没有了. What was tells nothing of what is; what follows may."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from bot.figures.statement import Statement
from bot.figures.wording.denial import ADVERSE, takes_back
from bot.figures.wording.own_words import TROUBLE
from bot.figures.wording.polarity import is_mere_lack, polarity
from bot.figures.wording.stance import asks, clause_at, clauses
from bot.guide.model import Figure

_ONCE = "以前|本来|原本|原来|原先|曾经?|早先|从前|过去|早年|前些?年|前几年|当初|起初|最初|一开始|之前"
# 以前就有 is so yet, and 以前建的 may be.
_WAS = re.compile(
    rf"(?:{_ONCE})(?:[是还也]|的时候|确实|一直)*(?:有|没|不|存在|在|出|[打闹]过|发生|稳定|清[楚晰]|明晰|够|缺)(?![^，。；]{{0,8}}(?:现在|目前|至今))"
    rf"|(?<![没未不])(?<!没有)(?:有|[出闹]|发生|存在|产生)过[^，。；没]{{0,6}}(?:{ADVERSE})"
)
_EARLIER = re.compile("去年|前年|上半年|年初|上个?月|早些?时候")
_NOW = re.compile(r"[ ]*(?:但是?|不过|可是?|到|而)*(?:现在|目前|如今|眼下|今年|后来|已经?|最近|这[几两]年|终于)")

_MOVED_OUT = re.compile("[迁搬](?:出|走|离)")
# 今年有，明年不好说: of what has to be steady that is half a yes.
_TO_COME_OPEN = re.compile(
    "(?:明年|后年|以后|将来|今后|后续|往后|之后|下半年|接下来|下一步)[^，。；]{0,6}(?:不好说|不一定|不知道|难[说讲]|没着落|没落实|不确定|说不[准清好]|未必|没有?(?!问题|变)|不清楚|不保证|看情况|再说|再看|悬)"
)

# 经费够一年: how it goes on is not said.
_FOR_A_TIME = re.compile(
    "(?:[只就仅]?够用?|[只就仅]有|[只就仅]能[保撑管维][^，。]{0,2})(?:[一两二三半几1-3]个?(?:年半?|月|季度)|今年|本年度?|到年底|这[一两]?年)(?!以上)(?:的|左右|吧|多)*(?:[，。；！! ]|$)"
)
# 有点争议，已经解决了: for whom, it does not tell.
_SETTLED = re.compile(
    "(?<!没有)(?<![没未])(?:解决|处理|了结|摆平|平息|理清|厘清|调解|和解|协商|谈)(?:好|完|妥|掉|清)?了(?!一半|一部分)"
)


def tells_of_once(clause: str) -> bool:
    """Whether the clause tells how something was once, and so not how it is: 以前有争议."""
    return bool(_WAS.search(clause)) and not asks(clause)


def leaves_the_future_open(text: str) -> bool:
    """Whether the text leaves open how something will be (明年不好说), and so says of now nothing that is not known."""
    return bool(_TO_COME_OPEN.search(text))


def is_half_a_yes(text: str, figure: Figure) -> bool:
    """Whether a yes to what has to be steady goes on by leaving open how it will be."""
    return "稳定" in figure.name and (leaves_the_future_open(text) or bool(_FOR_A_TIME.search(text)))


def by_now(text: str, said: Statement, figure: Figure) -> Statement | None:
    """``said`` of a yes/no ``figure`` as the clauses behind it make it; None where it was so once, and nothing tells of now."""
    own = clause_at(text, said.start).text if text else ""
    once = tells_of_once(own)
    if said.value is True and is_half_a_yes(text[said.start :], figure):
        return None
    if said.value is False and TROUBLE.search(own) and is_settled_behind(text, said):
        return None
    if figure.kind != "yes_no" or not (once or _EARLIER.search(own)):
        return said
    now = _told_now(text, said, figure)
    if now is not None:
        return replace(said, value=now, not_yet=False)
    if once and (takes_back(text) or _is_seat(figure) and _MOVED_OUT.search(text)):  # 以前有，现在撤了
        return replace(said, value=False)
    return None if once else said


def is_settled_behind(text: str, said: Statement) -> bool:
    """Whether a clause behind the statement's tells that the trouble is over."""
    behind = (after.text for before, after in pairwise(clauses(text)) if before.holds(said.start))
    return any(_SETTLED.search(words) and not asks(words) for words in behind)


def _is_seat(figure: Figure) -> bool:
    return "注册" in figure.name


def _told_now(text: str, said: Statement, figure: Figure) -> bool | None:
    """What the clause right behind the statement's says of now."""
    for before, after in pairwise(clauses(text)):
        if before.holds(said.start) and _NOW.match(after.text) and not asks(after.text):
            if TROUBLE.search(before.text) and is_mere_lack(after.text):
                return True
            return polarity(after.text, figure)
    return None
