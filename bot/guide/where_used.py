"""Where a product is used, tried, sold or paid for: places that are no business of whoever speaks (在批发市场试过, 给酒店做的).

A place counts only as what the asker runs himself.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.guide.words import CLAUSE, places

# Where a product is used, and no business of whoever speaks: 食堂用的, 装在渣土车上, 给酒店做的; and works (钢琴厂).
OWNED = re.compile("[是开][^，。；]{0,3}$")
FOR = re.compile(
    "(?:给|为|供|面向|针对|替|适合|方便|用[在于到]|装[在到]|放[在到]|摆[在到]|服务于?)(?:(?![送卖洗修拉搬租做干搞跑当])[^，,。；;]){0,6}$"
)
USED_IN = re.compile(
    "(?:[里上内中]?的(?![，,。?？想要也都又是在有我呢吗么吧这那该怎咋找走归属来去不没]|能(?![耗源量])|可以|可不|算[不是吗]|适合|会不会|公司|企业|单位|老板|个体|小老板|人[，,。]|$))|们?(?:里面?|内|中|上|门口|后厨|柜台|大堂|车间|现场|等)*(?:[专使要能可]?用(?![品户工]|[上了着](?![^，,。；;]{0,2}[我咱自]))|使用|装|安装|配备)"
)
# 床垫底下的感应带, 枕头里装的芯片: a plain thing at which something technical is placed.
PLACED_AT = re.compile(
    "(?:底下|下面|旁边?|边上|后面|背面|[里上内]面?)(?:能|可以|要)?(?:[装放塞贴埋垫铺绑挂夹嵌]|的(?![，,。])[^，,。；;]{0,6}(?:[感测报仪]|传|监|检|识别|芯片|机器))"
)
# 游客还上去拍照: what customers do of themselves, and no service to them (给游客拍照).
BY_CUSTOMERS = re.compile(
    "[，,。；;！!](?:很多|好多|不少|连|老|外地)?(?:游客|顾客|客人|居民|老百姓|市民|路人|大家|人家|村民|学生|孩子|家长)们?(?:[还都也就常爱老总]|经常|天天|专门|喜欢|[上过]?[去来]|抢着|排队)*$"
)
# 把商场空调聚起来, behind a clause that names a technology: a place that only says whose things those are.
WHOSE = re.compile("(?:里面?|内|中)?的?[\u4e00-\u9fff]{2}")
RUN = re.compile("(?:[是开做搞办经营在]|一家)[^，,。；;]{0,4}$")
WORKS = re.compile("厂(?![房商家店])|制造|机械")
# Makers sell too: 我们做阀门，卖到全国. A clause of its own that tells of making outweighs words of trade in the others.
MAKING = re.compile(
    "(?:[做造产种酿编搞弄育孵榨熬炼铸锻焊织腌煅](?!生意|婴|儿|才|人|出来的人|买卖|主|了?(?:一?[笔单]|多|几)|饭|错)|[养](?!老|生|护)|研发|研究|培育|繁育|加工|从事|开发|设计|改造|建(?:了|成|设|一)|[新再]?上(?:了|新|一条|条)|攻关|试验|提[取炼纯])"
)
# 在批发市场试过, 供到酒店: where things go; 在酒店上班: what is done there by oneself.
THERE = re.compile("(?:[在给到往进供跟把由从为让向对送卖装连被请去借])(?![^，,。；;]*[是开搞办有盘])[^，,。；;]{0,6}$")
KEPT_THERE = re.compile("[里内上中面]*[^，,。；;]{0,4}?(?:[租摆干做有]|开(?!过|了?会)|经营|上班|入股|当)")
# 超市也愿意收, 酒店里开过两次会: what others do with it, or what took place there.
BY_OTHERS = re.compile(
    "(?:们|那边|那头|老板|里面?|内|上|方面)*(?:[也都还就]|已经|现在)*(?:愿意|想|抢着|要)*"
    "(?:[收要用装买订认说试测办]|采购|反[映馈]|点名|开[过了]|展[示览]|推广|示范|验证)"
)
# 媳妇在超市上班, 邻居是开饭馆的: what a relative or a neighbour does.
OF_KIN = re.compile(
    "(?<![跟和与])(?:[我他她咱]们?)?(?:爹|妈|爸|媳妇|老婆|老公|丈夫|对象|[大二三]?[哥姐弟妹舅姨叔姑]|儿子|闺女|女儿|女婿|岳父|丈母娘|公公|婆婆|邻居|朋友|同学|亲戚|房东)"
    "(?!俩|和我|跟我)[^，,。；;我咱]{0,8}$"
)
PAID_FOR = "[我咱公单][们司位]*[都来也全]*(?:[出管包办]|张罗|解决|安排|负责|落实|搞定)"
PAID = re.compile(f"钱|费|报销|花销|开支|成本|{PAID_FOR}")  # 机票、住宿都是一笔钱
PAID_BY_US = re.compile(f"[^，,。；;]{{0,4}}?{PAID_FOR}")  # 签证我来办, 酒店我们包: of a guest, and no trade of ours


def is_for(technology: str, start: int, end: int) -> bool:
    """Whether the place named there is where something is used, a works that makes it, or what is paid for a guest."""
    before = technology[:start]
    used = (
        FOR.search(before)
        or WORKS.match(technology, end)
        or PAID_BY_US.match(technology, end)
        or USED_IN.match(technology, end)
        and not OWNED.search(before)
    )
    return bool(used)


def is_only_whose(known: Sequence[str], place: str, technology: str) -> bool:
    """Whether a technology of ``known`` is told in a clause of its own, and ``place`` is nowhere what the asker runs.

    It may say whose things it is for (虚拟电厂，把商场空调聚起来), where it is sold or tried, or what is paid for.
    """
    clauses = CLAUSE.split(technology)
    first = clauses[0].partition(place)[0]
    if (
        place in clauses[0]
        and not OF_KIN.search(first)
        or not any(_tells_of_making(known, place, *each) for each in enumerate(clauses))
    ):
        return False
    return all(
        _is_of_others(clause, start, start + len(place)) for clause in clauses for start in places(place, clause)
    )


def _tells_of_making(known: Sequence[str], place: str, number: int, clause: str) -> bool:
    """Whether a clause names what is made: the first, as what the asker is, the others by a word of making."""
    made = number == 0 or MAKING.search(clause)
    return bool(made) and place not in clause and any(word in clause for word in known)


def _is_of_others(clause: str, start: int, end: int) -> bool:
    ahead = clause[:start]
    whose = WHOSE.match(clause, end) and not RUN.search(ahead)
    there = THERE.search(ahead) and not KEPT_THERE.match(clause, end)
    by_others = not OWNED.search(ahead) and (BY_OTHERS.match(clause, end) or PAID.search(clause, end))
    return bool(whose or there or by_others or OF_KIN.search(ahead))


# 无人直升机，往山里送菜: what a machine does by itself, where nobody is said to have it.
CARRIES = re.compile("(?:能|可以|会|自己|自动|专门|用来|拿来|往|给|把|替|到|朝|送|运|拉|驮)+[^，,。；;我咱们]*$")
MACHINE = re.compile("[机车船艇器人]$")
HAD = re.compile("[有买租借雇跑]|(?<!研)(?<!自)[开](?!发|的)|们?是")


def is_done_by_a_machine(known: Sequence[str], before: str, clause: str) -> bool:
    """Whether ``clause`` only says what a machine of ``known`` carries, that the clause ``before`` names as what it is about."""
    named = MACHINE.search(before) and not HAD.search(before) and any(before.endswith(word) for word in known)
    return bool(named and CARRIES.match(clause))
