"""What a shop or the owner of premises makes or runs beside its name, so that the name hides no direction of the guide."""

from __future__ import annotations

import re

from bot.guide.by_field import by_field
from bot.guide.model import Guide
from bot.guide.once import once
from bot.guide.own_work import uncalled
from bot.guide.words import folded, places

# Something technical that is made or worked out, beside the name of a shop (餐馆用的净化设备).
MAKES = re.compile(
    "研发|研制|研究|制造|生产|设备|装备|装置|系统|(?<!懂)技术(?!领域|方向|资料|文件|手册|合同|人员)|工艺|机器人|(?<!写)材料|软件|小程序|app|算法|模型|平台|芯片|传感"
    "|检测|监测|检验|追溯|溯源|识别|处理|资源化|再利用|发酵|净化|治理|预警|泔水|剩[饭菜]|餐厨|厨余|地沟油|污水|废[水油气渣]|有机肥|饲料化|下脚料|边角料|半干|常温|保质期|货架期|自热|尾菜|烂[菜叶果]|堆肥|[做制压沤]成?饲料|仪(?!式|容|表店)|(?:自动|智能)(?!手机|锁)[^，。；]{1,4}[机柜]"
)
# 自己不生产: what is not made is not made; 教娃娃搭机器人: and what is taught is made by nobody.
NOT_MADE = re.compile(
    "(?:不|没有?|未)(?:[会能是用再直]|自己|直接|亲自|从事|负责|参与)*(?:做|生产|制造|加工|研发|开发|[种养造产搞])(?![了好大完出]|得)"
)
DENIED = re.compile(f"(?:{NOT_MADE.pattern})(?:(?![只但而就])[^，,。；;])*")
# 店里新上了自动洗车机: what a shop was given or bought is not what it makes.
BOUGHT_FOR_ITSELF = re.compile(
    "(?:(?:新?[买装配添购换上租雇订]|引进|采购|安装|配备|进(?=了?[一两二三四五六七八九十几\\d]+[台套批部]))(?:了|回来?|来)|(?:新|现)(?:买|租|装|进)|(?:想|要|打算|准备|计划)(?:再|也|去|给店里)*(?:[买装添购]|配(?!制|方)|引进|采购|安装|配备)|用[^，,。；;做造的]{1,6}[仪机镜](?=[测量查验看洗])|用上了|用[了着](?=[^，,。；;]{0,10}(?:软件|系统|小程序|app|平台|机|仪)))(?!的)(?![^，,。；;]*(?:线|研发|自己(?!用|使)|自主))[^，,。；;]*"
)
# 弄了个小程序，客人在手机上就能下单: a tool by which a shop's own customers order or pay.
ITS_COUNTER = re.compile(
    "(?:[弄搞做开建用上接]|开通|上线)[了个着上]*一?个?[^，,。；;]{0,4}(?:小程序|公众号|app|网店|系统|平台)(?=[^。；;]{0,12}(?:下单|点[餐单]|预[约订定]|订[票座房位餐]|扫码|付款|收银|收款|买票|排队|会员))"
)
# 帮药企、芯片公司打官司: for whom a service works.
SERVED = re.compile(
    "(?:[帮给替为]|服务)[^，,。；;做造研开]{0,10}(?:企业|公司|[药工]厂|厂子|药企|机构|单位)(?=[们都]*[^，,。；;]{0,4}(?:打|办|跑|写|报|记|代|做账|审|咨询|申|讲|招|找|看|送|拉|搬))"
)
TAUGHT = re.compile("(?<![家宗])教(?!学|育|室|具|材|研|授|师|程)[^，,。；;]*|学(?=搭|编|做|开)[^，,。；;]*")
# 扩成专业的孵化场地, 办了众创空间: what is set up or kept, and no place in which one only sits (孵化器里的奶茶店).
RUNS = re.compile("(?:[办建扩改做搞弄成]|运营|经营|打造|培育|创办|升级)[^，,。；;]{0,10}$")
WITHIN = re.compile("[里内]|当中|旁|附近|对面")


def makes_something(technology: str) -> bool:
    """Whether ``technology``, without the names of shops in it, makes or works out something technical."""
    return bool(MAKES.search(_made_at_most(technology)))


def _made_at_most(technology: str) -> str:
    """``technology`` without what is taught there, not made, bought for oneself, there for the customers alone, or what others call it."""
    technology = uncalled(technology)
    for words in (TAUGHT, DENIED, BOUGHT_FOR_ITSELF, ITS_COUNTER, SERVED):
        technology = words.sub("", technology)
    return technology


def runs_what_is_supported(guide: Guide, technology: str) -> bool:
    """Whether what is run in those premises is itself what a program is for: 写字楼改成孵化器."""
    said = DENIED.sub("", technology)
    return any(
        RUNS.search(said[:start]) and not WITHIN.match(said, start + len(word))
        for word in _run(guide)
        for start in places(word, said)
    )


@once
def _run(guide: Guide) -> tuple[str, ...]:
    """Words that lead to no program by the field of a technology, but by what is set up: 孵化场地, 众创空间."""
    led = [
        (folded(term), program.id) for program in guide.programs for each in program.directions for term in each.terms
    ]
    led += [
        (folded(word), program.id)
        for each in guide.common_knowledge
        for program in guide.programs
        if {one.id for one in program.directions} & {*each.directions}
        for word in (each.term, *each.words)
    ]
    fields = {word for word, program in led if program in by_field(guide)}
    return tuple(dict.fromkeys(word for word, _ in led if word not in fields))
