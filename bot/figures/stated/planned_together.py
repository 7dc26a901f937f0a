"""Joint work that is planned: 拟与兰州大学共建, 打算和深圳的公司合作. A project that is applied for is a plan itself, so that a plan
of it with a partner who is known is as good as what it plans; one with nobody in particular leaves the partner open.
"""

from __future__ import annotations

import re

from bot.figures.whose import of_others
from bot.figures.wording.stance import asks, clauses, is_not_yet, is_unknown, is_unsure, supposes
from bot.figures.wording.under_way import as_lack

_PLAN = "(?<![不没未无原])(?<!没有)(?:正?(?:打算|准备(?![了好]))|计划(?!总|投)|预备|拟(?!人)|即?将(?![近军来]))(?:要|在|去|来)?"
_JOINT = "(?:合作|联合|共建|合建|共同|协作|合伙|联手|携手|搭伙|一起|一块儿?|一道|一同)"
# Of a contract, of talks and of another project nothing is planned here but those.
_NO_PAPER = "(?!合同|协议|意向|备忘|框架|关系|过|的(?:是|那|事|人|项目))"
_PLANNED = re.compile(
    rf"(?P<plan>{_PLAN})[^，。；;不没跟和与同联携找拉请]{{0,8}}?"
    rf"(?:(?:跟|和|与|同)(?P<one>[^，。；;]{{2,24}}?){_JOINT}{_NO_PAPER}"
    rf"|(?:联合|携手|联手)(?!申|起)(?P<other>[^，。；;]{{2,24}}?)(?=[建共开搞做办申研攻]|一起|实施|[，。；;！! ]|$))"
)
_PLANS = re.compile(rf"{_PLAN}[^，。；;不没]*(?:{_JOINT}|找|拉|跟|和|与|同)")
_NOBODY = re.compile(
    "(?:[一两二三几某多这那]|[个家所些位名的]|国内外?|省内外?|省外|市内|外地|外省|本地|当地|周边|附近|别|外|其[他它]|相关|有关|合适|对口|知名|有实力|优秀|高水平|"
    "高等|科研|高校|院校|大学|学校|学院|院所|研究|[院所]|机构|企业|公司|单位|厂家|工厂|团队|专家|教授|老师|伙伴|合作|参与|方|对|人家?|谁|哪|他们?|大家|大|新|好|或者?|和|与|跟|同|、|及|[ ])+"
)
_US_OR_TALKS = re.compile("我|咱|[谈聊商洽签]|联系|对接|接触|沟通|申请")
_OTHER_TIMES = re.compile("以后|将来|今后|往后|后续|下一步|[二三]期|后期|未来|[明后]年|原|本来|起初|当初|以前|曾|之前")
_TALKS = re.compile("[谈聊找签定]|联系|接触|沟通|对接|答应|同意|点头|回[复话音信]|意向|说好|敲")


def as_planned(text: str) -> str:
    """``text`` with the words blanked that make joint work with somebody who is known a plan: 打算和深圳的公司合作 tells it."""
    found = [] if supposes(text) else [(part, _PLANNED.search(part.text)) for part in clauses(text)]
    settled = [
        (part.start + plan.start("plan"), part.start + plan.end("plan"))
        for part, plan in found
        if plan and _is_settled(part.text, plan)
    ]
    if not settled or any(_is_open(part.text) for part, plan in found if not plan):
        return text
    for start, end in settled:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def only_plans(text: str) -> bool:
    """Whether joint work is planned with nobody who is known yet, or with whom it is still open: 打算找个高校合作."""
    return as_planned(text) == text and any(_PLANS.search(part.text) for part in clauses(text))


def _is_settled(clause: str, plan: re.Match[str]) -> bool:
    ahead, whom = clause[: plan.start()], plan["one"] or plan["other"]
    known = not (_NOBODY.fullmatch(whom) or _US_OR_TALKS.search(whom))
    other = _OTHER_TIMES.search(clause[: plan.end()]) or of_others(ahead)
    return known and not (other or asks(clause) or is_unsure(clause) or is_unknown(clause))


def _is_open(clause: str) -> bool:
    """Whether the clause tells that one still talks, or that nothing is settled yet."""
    lacks = as_lack(clause) != clause or re.search("[没未]", clause)
    return bool(_TALKS.search(clause)) and bool(lacks or is_not_yet(clause) or is_unknown(clause))
