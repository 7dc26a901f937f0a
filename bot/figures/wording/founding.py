"""When whoever speaks was founded: 公司是2020年设立的, 刚成立. It tells the age of a unit, and answers nothing that a unit may have.

The same verbs answer what was asked for where they have no unit before them: 去年设立了, 我们前年建的, 刚建好.
"""

from __future__ import annotations

import re

_WHO = (
    r"(?:(?:我们?|咱们?|俺们?|本|这|我们这)?家?(?:公司|企业|单位|集团|厂子?|学校|医院|合作社|农场)|(?:我们?|咱们?|俺们?|本)[院所厂司校社]|[院所厂校]里)"
    r"(?:本身|自己|这边)?"
)
_WE = "(?:我们?|咱们?|俺们?)"
_COUNT = r"[\d一二两三四五六七八九十零〇几好多]"
_WHEN = (
    rf"(?:是|在|于|就|也|都|才|新|刚刚?|早就?|早已|已经?|其实|大概|差不多|应该|最近|不久前|[去今前当]年|上个?月|{_COUNT}{{1,4}}(?:年|月份?|[日号])|{_COUNT}+年(?:多|前)"
    r"|[年月][初底中末]|[上下]半年|[早先]前|[ ])"
)
_BEGUN = "(?:成立|创立|创办|创建|注册|登记|开业|起步|诞生)"  # said of units
_SET_UP = "(?:设立|组建|建立|建厂|建校|建院|建所|挂牌|建|办|设)"  # said of units, and of what they have
_SINCE = rf"(?:于[^，。；没不]{{2,12}}|时间(?:不长|不久|[很较比]*[短长])|(?:也|都|才|有|已经?|刚|快|了|不到|[ ])*{_COUNT}+(?:个月|年)[多半整来]*了?|不久|没多久|没几年|的时间[不很]长)"
_END = r"(?:[的了呢啊吧呀哈]|[ ，,。；;！!])*"
_FOUNDED = re.compile(
    rf"[ ]*(?:{_WHO}{_WHEN}*{_BEGUN}(?:{_SINCE}|日期[^，。；]*)?"
    rf"|{_WHO}{_WHEN}*{_SET_UP}(?:(?:{_SINCE})|(?=的))"
    rf"|{_WE}(?=[^，。]*是){_WHEN}+(?:{_BEGUN}|{_SET_UP})(?=的)"
    rf"|{_WE}?{_WHEN}*{_BEGUN}{_SINCE}"
    rf"|{_WE}?{_WHEN}+{_BEGUN}(?!了)){_END}"
)


def tells_the_age(clause: str) -> bool:
    """Whether the clause tells no more than when whoever speaks was founded."""
    return bool(_FOUNDED.fullmatch(clause))
