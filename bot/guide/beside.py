"""Which words of a text are not what it is about: what is done without, whose waste it is, whose works it serves, what is tested,
what it is kept in."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TypeVar

from bot.guide.words import CLAUSE, places, stands

Word = TypeVar("Word")

# A substance that pollutes, and the works whose waste it is (电镀厂的废水).
POLLUTES = re.compile(
    "(?:类|类物质)?(?:污染|泄[漏露]|超标|残留|中毒|事故)"
    "|[^，,。；;、]{0,2}?(?:厂|车间|企业|行业|基地)?(?:里|产生|排出|排放)?的?(?:废[水气液]|污水|粉尘|烟气|尾气|臭气|噪[声音])"
)
# 不浇切削液, 免用农药, 代替水泥: what there is none of.
WITHOUT = re.compile(
    "(?:(?:不|无[需须]|免|没有?|别)(?:再|去|得|会|需要?|必|能|敢)?(?:用|加|浇|喷|打|施|烧|靠|含|掺|添加|使用|依赖)?|代替|替代|取代)[^，,。；;、\0]{0,1}$"
)
# 给水泥厂的电机装传感器, 给做飞机蒙皮的供坯料: whose works or work is served.
SERVES = re.compile("(?:给|为|替|面向|服务[过于了])[^，,。；;]{0,6}$")
ITS_WORKS = re.compile(
    "(?:的|那些|这类|类)*(?:初创|创业|中小|小微|微型|小型|新办|成长型|[小新老大])*[^，,。；;、]{0,2}?(?:厂|企业|公司|车间|团队)|[^，,。；;、]{0,4}的(?:供|配|提供)"
)
# 渣子卖给果园: whoever buys it.
SOLD_TO = re.compile("(?:[卖供销][给到往]|送[给到往])[^，,。；;]{0,3}$")
# 在油渣里泡两年不漏: what something stands up to.
STOOD_IN = (
    re.compile("[在放泡埋浸][^，,。；;在]{0,2}$"),
    re.compile("[里中内](?:头|面)?(?:也|能|可以|连续)*[泡浸埋转跑]"),
)
# 大棚里种甜瓜，用上了水肥一体机: a machine with which something else is done.
USED = re.compile("(?:用上|用的是|配上|装上|添|买|换上)(?:了|的)?(?:一?[台套个])?[^，,。；;、\0]{0,2}$")
MACHINE = re.compile("[机车仪器]$|设备$|装置$")
# Whoever tests things makes none of them: 第三方检测，钢筋水泥都做; but 检测仪 is a thing.
TESTS = re.compile("第三方|检[测验定](?:服务|机构|公司|中心|所|站|认证)|检验检测|检测检验|检定|校准|化验|测评|商检")
DOES_TESTS = re.compile(
    f"[做搞干](?=[^，,。；;]{{0,12}}?(?:{TESTS.pattern}|检测(?!仪|设|装|系|卡|盒|试|车|机|线|台|器|技|平|软|算|模|材)))"
)  # 做衡器校准 makes none
MADE = re.compile("[做造产制]|加工|种植|养殖|研发|开发|仪|设备|装置|系统|软件|机器人|传感|芯片|试剂|试纸|材料")


def stands_beside(word: str, technology: str) -> bool:
    """Whether ``word`` is nowhere in ``technology`` (both folded) what it is about: 甲醛 in 甲醛污染, 电镀 in 电镀厂的废水."""
    return all(_is_beside(technology, start, start + len(word)) for start in places(word, technology))


def _is_beside(technology: str, start: int, end: int) -> bool:
    before = technology[:start]
    served = SERVES.search(before) and ITS_WORKS.match(technology, end)
    sold = SOLD_TO.search(before) and not technology.startswith("的", end)
    used = MACHINE.search(technology[start:end]) and USED.search(before)
    stood = STOOD_IN[0].search(before) and STOOD_IN[1].match(technology, end)
    return bool(POLLUTES.match(technology, end) or WITHOUT.search(before) or served or sold or stood or used)


def without_tested(found: Sequence[Word], spelled: Callable[[Word], str], technology: str) -> list[Word]:
    """Those of the words ``found`` that are no things which are only tested, measured or certified for others."""
    tests = [spelled(word) for word in found if TESTS.search(spelled(word))]
    clauses = CLAUSE.split(technology)
    making = [clause for clause in clauses if MADE.search(DOES_TESTS.sub("", clause))]
    if not tests or any(stands(word, clause) for word in tests for clause in making):
        return list(found)
    return [word for word in found if spelled(word) in tests or any(stands(spelled(word), clause) for clause in making)]
