"""What one is only about to get: 正在争取, 在联系学校, 还没来得及设. It is not there, whatever it is that is asked for.

What is done with things that are there (正在运行, 正在研发) is no getting, and 研发中心在采购设备 tells of a centre that is there.
"""

from __future__ import annotations

import re

_SEEKING = "寻?找(?!到)|物色|寻(?!求)|联系(?!人|方式|电话)|对接|接洽|接触|征集"
_GETTING = (
    "规划|谋划|酝酿|论证|上报|呈报|送审|报(?![名告价到销酬答社纸表])|申请|申报|办理|争取|落实|设立|筹[建备划]|组建|搭建|采购|购置|引进|认购|谈判|洽谈|商[谈量议]|协[商调]|沟通|敲定|过户|变更|转让|起草"
    "|成立(?!之|时|后|以|初)|设(?![计备施有法想在置])|招(?![商标牌待])|报批|审批|[办谈](?!公|事|学|论|到)"
)
_MOVING = "[搬迁](?:[过进]?[来去]|入|(?=[中着的了呢啊 ，。；！!]*$))"
# At the head of what is said, with its object, or at the end of it, of what stands before: 在争取拨款, 管理机构正在设立.
_AHEAD = r"(?:^|(?<=[，、。；,;! ])|(?<=[我咱])|(?<=[们司位校院所厂前也都就还直经]))"
_ENDS = r"(?=(?:中|着|当中|过程中|的|了|呢|啊|吧|呀|[ ])*(?:$|[，。；！,;!、]))"
_NOW = "还?(?:正在?|(?<![现存实所内外潜真])在)(?:[往向朝给跟和找][^，。；没不]{1,4}?)?"
UNDER_WAY = (
    rf"{_AHEAD}{_NOW}(?:{_GETTING}|{_SEEKING}|{_MOVING})|(?<!真){_NOW}(?:{_GETTING}|{_SEEKING}|{_MOVING}){_ENDS}"
)
# What is said of it besides: 正在办理专利转让手续, 在找场地.
OBJECTS = f"{_GETTING}|迁址|迁移|搬迁|当中|之中|过程中?|阶段|{_SEEKING}|{_MOVING}|手续|流程|场[地所]|地方|选址|转让|过户|变更|许可"
_NOT_DONE = re.compile(
    r"(?:还|尚|都?还)(?:没有?|未)(?:来得及|顾得?上|开始|正式|去|能)*"
    rf"(?:{_GETTING}|{_SEEKING}|{_MOVING}|批|找|签[订署]?|申|建|立|配(?!合)|拿|评(?!估)|转(?!化)|授权|拨)"
    r"(?:过来|下来|起来|到位|[上到好成完齐妥拢定])*(?=(?:给(?:我们?|咱们?|[我本](?:司|公司|单位|校|院|所|厂)|公司|单位|学校))?(?:学校|高校|院校|院所|单位|公司|伙伴|合作方|对象|人|手续)?[的了呢啊呀哈吧哦 ，。！,;；!]*$)|没(?:来得及|顾得?上)[\u4e00-\u9fff]{1,3}(?=[的了呢啊呀 ，。！,;；!]*$)"
)
# What is waited for has not come: 还没下文, 没动静. So it is not there.
_NOT_HEARD_OF = re.compile(
    "(?:一直|至今|到现在|目前|[还也都尚])*(?:没有?|未见?|无)(?:什么|啥|任何|半点)?(?:下文|消息|回音|回信|动静|音讯|音信|眉目|结果|批复|信儿?)(?=[的了呢啊呀吧哦 ，。！,;；!]*$)"
)
_SOUGHT = re.compile(
    rf"(?:{_NOW}|还在)(?:{_SEEKING}|招)(?:了?(?:一|几|两)?[个家所]|新的?|合适的?|别的?|其他的?|外地的?|[\u4e00-\u9fff]{{2,5}}的)*$"
)


# What is done to one kind of thing alone: to a seat, to a right, to what is to be set up.
_OF_A_SEAT, _SEAT = re.compile("[搬迁](?!移率)|变更地|选址"), re.compile("注册|转化|实施")
_OF_A_PLAN, _TO_BE_HAD = re.compile("规划|谋划|酝酿|论证"), re.compile("机构|基地|经费|合作|联合")
# Whom one means to get, and what would have to be there for him, is two things: 打算引进一位外国专家 lacks no laboratory.
_OF_A_GUEST = re.compile(
    "(?:引进|引|聘请?|聘用|邀请|请|招聘?|招揽|接)(?:来|到|入|过来)?(?:了|过)?[^，。；平设条实仪]{0,8}?(?:专家|人才|老外|外教|外籍|教授|博士|院士|学者|洋)"
    "|(?:专家|人才|老外|外教|教授|学者)(?![^，。；]{0,6}(?:平台|设备|条件|实验室|配))[^，。；]{0,4}?(?:没|未|打算|准备|计划|正|在|即将|马上)[^，。；]{0,4}?(?:引进|引|聘|请|招|到|来|谈|联系)"
)
_GUEST, _FOR_HIM = re.compile("外国专家"), re.compile("平台|设备|条件|实验室|仪器|配[备套齐]|人手|提供")
_OF_A_RIGHT, _RIGHT = re.compile("转让|过户|授权|许可"), re.compile("使用权|知识产权|拥有")


def is_of_another_kind(clause: str, asked: str) -> bool:
    """Whether what the clause tells to be under way or still to do is done to nothing that is ``asked`` for: 还没迁过去
    answers where one is registered, and no other question."""
    seat = _OF_A_SEAT.search(clause) and not _SEAT.search(asked)
    right = _OF_A_RIGHT.search(clause) and not _RIGHT.search(asked)
    plan = _OF_A_PLAN.search(clause) and not _TO_BE_HAD.search(asked)
    guest = _OF_A_GUEST.search(clause) and not _FOR_HIM.search(clause) and _GUEST.search(asked)
    return bool(seat or right or plan or guest)


def is_sought(ahead: str) -> bool:
    """Whether the words ``ahead`` of a name say that such a one is looked for: 正在找合作单位."""
    return bool(_SOUGHT.search(ahead))


def as_lack(clause: str) -> str:
    """``clause``, what is not done yet that would get it put as that it is not there: 还没来得及设 is 没有."""
    return _NOT_HEARD_OF.sub("没有", _NOT_DONE.sub("没有", clause))
