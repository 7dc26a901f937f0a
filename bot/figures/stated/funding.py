"""Running funds that somebody gives regularly, or that are steady, in the words people have for it: 财政每年拨, 雷打不动.

Whoever pays, and how much, does not matter to a figure that asks for steadiness: 公司每年固定拨200万运行费 says yes.
"""

from __future__ import annotations

import re

from bot.figures.stated.by_now import leaves_the_future_open
from bot.figures.wording.denial import is_denial
from bot.figures.wording.polarity import is_in_part
from bot.figures.wording.stance import asks, is_not_yet, is_unknown, is_unsure, supposes
from bot.guide.model import Figure

_FUNDS = re.compile("(?<!研发)(?<!科研)(?<!项目)(?<!申请)(?:经费|费用|资金|开支|运[行营转]费)|[行营转台]的?钱")
# 钱是有保障的, where funds were asked for; 运行经费有股东保障 names whoever assures them.
_MONEY = re.compile("(?<!有)(?<!没)钱(?!江)")
_ASSURED = re.compile(
    "(?:有|由)[^，。；没不未]{0,6}(?:保障|保证|着落|兜底)|(?:没有?(?:什么|啥|任何)?|不是|不成)(?:大)?问题|稳定|靠得住|跟得上"
)
_OF_OTHERS = re.compile("求|讨|争取|跑断|借|研发|科研|项目|课题|申请|申报|自筹|财政经费|奖补|贷款")
_REGULARLY = "(?:每年|年年|每个?月|每季度|逐年|按年|按月|固定|定期|长期|常年|一直)"
_GIVES = "(?:划?拨|下达|安排|列支|列|给|投|出|贴|保障?|承担|支持|预算|兜)"
_GIVEN = re.compile(
    rf"{_REGULARLY}[^，。；]{{0,8}}{_GIVES}|{_GIVES}[^，。；]{{0,4}}{_REGULARLY}|(?:[写列编打挤算]|纳|归)[进入到]了?[^，。；]{{0,6}}预算|[兜托]着?底|全包|包了"
    "|(?<!有)(?:财政|集团|[总母]公司|学校|公司|单位|上级|主管部门|依托单位|[镇区县市省校院所厂社]里)(?:来|全额|全部|统一|负责|拨款|给)*(?:保障|保证|承担|负担|解决|供给?|养着)"
    "|由[^，。；没不]{1,8}?(?:专项|全额|全部|统一|足额|按年|来|负责|给)*(?:保障|保证|承担|负担|解决|供给|兜底|列支|拨付|统筹)"
)
_NEVER_SHORT = "钱(?:从来?|一直|也|都|倒|[ ])*不(?:是|成)(?:什么|啥|大)?问题|(?:从来?|一直|也|都|还|倒|真)*(?:不|没有?|未)(?:太|怎么|曾)?[缺差少愁断短](?:过)?钱|钱(?:从来?|一直|也|都|还|倒|[ ])*(?:不|没有?|未)(?:太|怎么|曾)?[缺差少愁断短](?!口)"
_STEADY = re.compile(
    f"{_NEVER_SHORT}|"
    "稳得很|稳稳|稳当|稳妥|稳定得很|很稳|挺稳|[ ，,]稳|^[ ]*稳|雷打不动|旱涝保收|不愁|断不了|没断过|从来?不断|不(?:用|必|需|需要)(?:担心|操心|发愁|愁|犯愁)"
)
_UNSTEADY = re.compile(
    "紧巴|[上饥]顿[^，。；]{0,2}没|有一搭没一搭|没着没落|没个?准|饥一顿|东拼西凑|东挪西凑|拆东墙|有今天没明天|有一年没一年|悬着|说断就断|看天吃饭|揭不开锅|青黄不接|入不敷出|寅吃卯粮"
)
# 有时候紧巴: now and then is no more than a word of how it goes, of which the figure does not ask.
_AT_TIMES = re.compile("有时候?|有的时候|偶尔|偶然|间或|个别时候|难免|(?<![有没])时不时|差不多吧|有一?点")
_SHORT = re.compile("(?:但是?|不过|可是?|还是|就是|还|也|都|远远|[ ，,])*(?:不够|不足|差得|差一|有缺口|缺口|紧张)")
_NOT_DENIED = re.compile(
    f"{_NEVER_SHORT}|(?:没有?(?:什么|啥|任何)?|不是|不成)(?:大)?问题|雷打不动|不愁|断不了|没断过|从来?不断|不(?:用|必|需|需要)(?:担心|操心|发愁|愁|犯愁)"
)


def is_of_funds(figure: Figure) -> bool:
    """Whether the figure asks for steady funds."""
    return figure.kind == "yes_no" and "经费" in figure.name and "稳定" in figure.name


def are_short(figure: Figure, behind: str) -> bool:
    """Whether the words behind a yes to steady funds take it back: 学校每年给一点，不够."""
    return is_of_funds(figure) and bool(_SHORT.match(behind))


def funded(clause: str, *, before: str, asked: bool = False) -> bool | None:
    """Yes or no to steady funds of a clause that speaks of them, or that follows one (``before``) which does; where they
    were ``asked`` for, mere money is theirs."""
    if asks(clause) or supposes(clause) or is_unsure(clause) or is_unknown(clause):
        return None
    here = bool(_FUNDS.search(clause) or asked and _MONEY.search(clause))
    about = clause if here else before + clause
    if not (here or _FUNDS.search(about)) or _OF_OTHERS.search(about):
        return None
    if _UNSTEADY.search(clause):
        return None if _AT_TIMES.search(clause) else False
    open_ = is_not_yet(clause) or leaves_the_future_open(clause) or is_denial(_NOT_DENIED.sub("", clause))
    open_ = open_ or is_in_part(clause)
    assured = here and _ASSURED.search(clause)
    return True if not open_ and (_STEADY.search(clause) or _GIVEN.search(clause) or assured) else None
