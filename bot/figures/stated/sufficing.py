"""Whether what one has suffices, told by what it can cope with or provide, or by what is short: 撑得起来, 配不了人, 差几个博士.

Only figures that ask whether something suffices or can be provided are answered so.
"""

from __future__ import annotations

import re

from bot.figures.whose import of_others
from bot.figures.wording.denial import is_denial
from bot.figures.wording.stance import asks, is_hearsay, is_unknown, is_unsure, supposes
from bot.guide.model import Figure

_STAFF = re.compile("人|队伍|团队|力量|工程师|技术员")
_ASKS_FOR = re.compile("满足|能[^，。；]{0,8}提供")
# To cope with a task, and to provide for one: 顶得住, 腾不出人.
_COPES = "(?:[顶扛撑拿担做干忙跑盯吃罩玩接]|应付|对付|支撑|周转|胜任|承担|招架|支应)"
_PROVIDES = "(?:[配供给腾抽派凑调拨养请招找出挤]|提供|安排|保障|保证|满足|落实|抽调|调配|准备|解决)"
_OFF = "(?:[下过上起出]来|下去|过去|[住了来开起动上下出到齐全消着够])"
_ABLE = re.compile(f"(?:{_COPES}|{_PROVIDES})得{_OFF}")
_UNABLE = re.compile(f"(?:{_COPES}|{_PROVIDES})不{_OFF}(?!钱|款|资金|经费)")
# What is short, and by how much: 差几个博士, 设备还缺一部分; 还差一个章 is of another matter.
_SO_MUCH = "[一两二三四五六七八九十几好半\\d]+(?:[个名位台套样些]|部分|点)|些|人手|不少|很多|一大截"
_WHAT = "(?:[^，。；]{0,6}(?:[人员师手士家干工的机件]|设备|仪器|东西|教授|院士))?"
_SHORT = re.compile(
    f"(?<![不没未偏误相时温至多减最很较])(?:差|缺|少|欠)(?:了|着|个)?(?:{_SO_MUCH}){_WHAT}(?=[了呢吧啊呀 ，。；！!]*$)"
)
_WEAK = re.compile(
    "薄弱|单薄|吃力|捉襟见肘|青黄不接|拉胯|勉为其难|力不从心|心有余而力不足|不怎么(?:够|足|行)|不(?:太|大)(?:够|足|行)"
)
_AMPLE = re.compile("人才济济|兵强马壮|人强马壮|雄厚|游刃有余|绰绰有余|足够")


def of_staff(clause: str, figure: Figure) -> bool:
    """Whether the clause speaks, in the figure's own words, of the staff of which the figure asks whether it suffices."""
    names = (*figure.own_words, *figure.names)
    return "满足" in figure.name and any(len(word) > 1 and word in clause for word in names if _STAFF.search(word))


def suffices(clause: str, figure: Figure) -> bool | None:
    """Yes or no of the clause to a figure that asks whether something suffices; None where it tells neither, or of others."""
    open_ = (supposes, is_unsure, is_unknown, is_hearsay, of_others)
    if not _ASKS_FOR.search(figure.ask) or figure.kind != "yes_no" or any(says(clause) for says in open_):
        return None
    if asks(_SHORT.sub("", clause)):  # 差几个人 asks for no number
        return None
    short = any(words.search(clause) for words in (_UNABLE, _SHORT, _WEAK))
    ample = any(words.search(clause) for words in (_ABLE, _AMPLE))
    if short == ample:
        return None
    return None if ample and is_denial(clause) else ample
