"""What somebody is said to have said of a rule, put up to be confirmed or corrected: 科长说要2000万，真是这个数？"""

from __future__ import annotations

import re

from bot.figures.wording.stance import is_hearsay

# Whoever may be quoted: one's superiors, colleagues, advisers, acquaintances.
_WHO = (
    r"(?:[科处局厅院所校站厂部]长|主任|领导|老板|老总|经理|董事长?|财务|会计|出纳|老师|教授|导师|同[事学行]|朋友|亲戚|邻居|隔壁|中介|代理|代办|顾问|专员|专家|师傅|书记|秘书|助理|客户|对方|前任|以前的?人|那家|人家|[他她]们?"
    r"|网上|群里|文件|通知|资料|材料|笔记|表格?|公众号|短视频)"
)
_REPORTED = re.compile(rf"{_WHO}[^，。？?]{{0,6}}?(?:[说讲写提记]|告诉|坚持|认为|觉得|以为)(?!明书)")
# 隔壁厂的人跟我讲的, 网上看到的: who said what stands before.
_SOURCE = re.compile(r"[^，。；？?\d]{2,14}?(?:说|讲|传|看到?|看见|听来?|写|提|告诉我们?)(?:过)?的?[，,。；;！!？? ]*")
# Whether that is so: 真是这个数？, 对吧, 有这回事吗, 是不是听错了.
_IS_IT_SO = re.compile(
    r"(?:真|确实|果真|当真|到底|究竟)的?(?:就?是)(?:[这那](?:个数?|样|么[多高]|回事))?(?:[吗么嘛吧不]|[?？]|$)"
    r"|(?:是|有)(?:没有|不是)?[这那](?:个数|样|么[多高]|回事|种?说法|一?条)的?(?:[吗么嘛吧不]|没有?|[?？])|是不是(?:真的?|[这那]样|这个数|[，。？?！! ]*$)"
    r"|(?:^|[，,。；; ])(?:[这那]|说得|说的)*(?:对|没错|准确?|属实|靠谱|真的?|是)(?:[吧吗么嘛不]|[?？])|对不对|准不准|靠不靠谱|真不真|是真是假|真假|(?:记|听|搞|弄|理解|看)[错岔]|没记错"
    r"|(?:门槛|标准|要求|底线|红线|那条?线|下限|起步价?|起点|比例|占比)[^，。？?]{0,4}?(?:就?是|为|要|得|有|到)[^，。？?]{0,3}[\d一二两三四五六七八九十百][^，。？?]{0,8}(?:[吗么嘛吧]|[?？])"
)


def is_put_up(text: str) -> bool:
    """Whether ``text`` asks if something is so."""
    return bool(_IS_IT_SO.search(text))


def is_reported(words: str) -> bool:
    """Whether the words tell what others say, by whatever name they are called."""
    return bool(is_hearsay(words) or _REPORTED.search(words))


def names_a_source(clause: str) -> bool:
    """Whether all that a clause tells is who said what stands before it: 隔壁厂的人跟我讲的."""
    return bool(_SOURCE.fullmatch(clause)) and is_reported(clause)
