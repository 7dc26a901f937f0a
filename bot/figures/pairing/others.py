"""Amounts of something else than a figure: 厂房2000万, 走了3个人, 再加100万, 上半年900万; and of others than the applicant."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.figures.numbers.quantities import Quantity
from bot.figures.pairing.changes import BECOMES, sign_of
from bot.figures.pairing.purses import given
from bot.figures.whose import no_total, of_others
from bot.figures.wording.stance import ahead_of

# Amounts and heads of something else, which no figure of a guide asks for.
_OTHER_NAMES = (
    "亏损?|[净纯][赚挣]|欠款?|注册资[本金]|实缴|认缴|贷款|贷|借|产值|产量|原值|净值|租金|[年月]租|工资|[年月日]?薪[酬水资]?|订单|(?<!投资)(?<!投入)(?<!资金)(?<!总)规模(?!$|[，。；,;吧呢])|产能|产出|效益|(?<!未分配)利润|净利|税[收款额]?|(?<!申请)(?<!要)(?<!争取)(?<!财政)补[贴助]|奖励|奖金|负债|资产|工资|房租|合同额|估值|融资|股权|市值|罚款|成本|单价|售价"
    "|设备(?:购置)?费?|厂房|土建|土地|流动资金|材料费|人工费?|测试费|差旅费?|博士后?|硕士|研究生|专家|院士|教授|职称|股东|学生|本科(?:以上)?|大专(?:以上)?|客户|毕业生"
    "|实习生|用户|[日月]活|会员|粉丝|订阅|流量|播放量?|浏览量?|下载量?|销量|人口|管理人员|销售人员|生产人员|工人|外聘|兼职"
)
_RATE = re.compile(
    r"(?:率|增速|增幅|涨幅|降幅|份额|占股|持股|股份|股权)(?:是|有|约|大概|为|达|达到|在|只有|[:： ]){0,2}$"
)
# 研发费加计扣除按100%扣: by how much a tax or a cost is reckoned is no share of it.
_RECKONED = re.compile("加计|扣除|抵[扣免减]|减[免征按]|退[税还]|折旧|摊销|税率|利[率息]|返[还点]|报销|计提|附加")
_OTHER = re.compile(rf"(?:{_OTHER_NAMES})(?:是|有|约|大概|为|占|总额|总|额|了|过|一年|每年|就|只|才|[:： ]){{0,3}}$")
# 利润不高，800万 is of what is said to be high or low before it.
_OTHER_SIZE = re.compile(
    rf"(?:(?!规模)(?:{_OTHER_NAMES}))[^，。；\d]{{0,5}}[多少高低大小][^，。；\d]{{0,2}}[，, ](?:也|就|才|只|有|大概|大?约|差不多|不到)*$"
)
_OTHER_AFTER = re.compile(
    rf"(?:的)?(?:{_OTHER_NAMES}|固定资产|高级|外国|所得税|合同(?!签)|用户|粉丝|人口|会员|股(?!东)|在读)"
)
_GRANT, _APPLIED_FOR = re.compile("的?(?:财政|政府)?补[贴助]"), re.compile("(?:申请|想要|要|争取|希望)[^，。]{0,4}$")
# What is lacking is no figure, nor is a change: 自筹差100万, 再加100万 (加到900万 is one).
_LACKING = re.compile(r"(?:差|短|缺)(?:了|个|着|那么|这么|大概|差不多|上|下)*[ ]?$")
_SUPERSEDED = re.compile(
    rf"[，, ]?(?:后来|现在|最后|最终|又|再|已经?|实际上?|都|然后|逐步|今年|要|会|将|想|打算|准备|直接)*{BECOMES}[^，。；;\d]{{0,5}}[\d一二三四五六七八九十两百千]"
)
_LEAVING = "走|离职|离开|辞职|退休|辞退|开除|裁|流失|跳槽|调走"
_COMES_AND_GOES = re.compile(
    rf"(?:{_LEAVING}|新?招|招聘|扩招|补招|引进|进|入职|加入|报到|聘请?|聘用|录用|录取|(?<!申)请|邀请|新增|来访|参观|接待|调来|(?<![起下出后原])来了)(?:了|掉|来|(?<!裁)(?<!扩招)到|进)?[ ]?$"
)
# 退休的研发人员有10个: whoever is no longer, or never was, on the staff is not counted by its names.
_OFF_THE_STAFF = re.compile(
    r"(?:退休|离休|离职|外聘|外请|返聘|兼职|实习|客座|临时)(?:了|掉)?的?(?:老|研发|科研|技术|研究)*(?:人员|员工|职工|专家|工程师)(?:是|有|共|大概|约)*[ ]?$"
)
_WENT = re.compile(rf"(?:{_LEAVING})(?:了|掉)?[ ]?$")
_REMAINS = re.compile("(?:剩|留|余|还有|现有|现在有?)(?:下|的|了|是|有|大概|差不多|一共)*[ ]?$")
_LEFT_BY_SOME = re.compile(rf"(?:又|就|都|已经?|刚刚?)?(?:{_LEAVING})了?[ ]?[\d一二两三四五六七八九十]")
_PART_OF_IT = re.compile(r"的(?:一半|百分之|[\d.]+%|[零一二三四五六七八九十百\d]+分之|[\d.一二三四五六七八九十两]+倍)")
# 1200万里头一多半, 三千万当中有一部分: what only a part is told of.
_WHOLE_OF_A_PART = re.compile(
    r"的?(?:里头|里面|当中|之中|里|中)[，, ]?(?:的|有|占)?(?:一?[大多小]半|一多半|一?[大小]部分|一部分|[多少]数|几成)"
)
_GROUPS = re.compile(r"[，, ]*(?:各|每[个组队])[有是约]?[\d一二两三四五六七八九十]+个?[人名]")  # 研发团队两个，各9人
_IS_THEIRS = re.compile(
    r"(?:元|左右|上下)?[，, ]?[那这]?是(?:集团|总公司|总部|[母子]公司|合作(?:方|单位|公司)|对方|别人家?|人家|他们|同行)(?:公司)?的"
)  # 收入1500万，是集团的
_DONE = re.compile(r"(?:的)?[^，。]{0,4}(?:项目|课题)(?:已经?)?(?:验收|结题|完成|做完|结束)")
_UNSURE = re.compile(r"(?:够不够|有没有|到没到|到不到|达没达到|能不能到|是不是|有无)[ ]?$")
# What is to come is no figure either: 明年追加到1200万.
_PLANNED = re.compile(
    r"(?:明年|(?<!然)后年|以后|将来|后续|下一步|未来|后期)[^，。；;]{0,8}(?:追加|增加|提高|扩大|加|涨|升|增)[到至]?[ ]?$"
    r"|(?:达产|投产|建成|完工|满产|量产|上市)[^，。；;]{0,10}$"
)
_PART_OF_YEAR = re.compile(
    r"(?:第?[一二三四1-4]|本|上|这)个?季度|[上下]半年|(?:前|头)[一二三四五六七八九十\d]{1,2}个月|(?<!\d)(?!(?:1|一)月?份?[-~到至](?:12|十二)月)[一二三四五六七八九十\d]{1,2}月?份?[-~到至][一二三四五六七八九十\d]{1,2}月|[一二三四五六七八九十\d]{1,2}月份|(?:上|这|本|单|当)个?月"
)
_THEIRS = re.compile(r"(?:去年|前年|上次|上回|那年)(?:申报|报|那[次个回])")
_SO_FAR = re.compile(
    r"已经?(?:投|完成|到位|花|支出|付)|到位|(?:[一二三四首前后先中1-4]|第[一二三四1-4])期|第[一二三四五1-5]年|首年|第[一二三]笔|首笔"
)
_MANY_TIMES = re.compile(r"[万亿元]的[ ]?$")  # 800万的1.5倍 is no ratio of two sums
_FOREIGN = re.compile(r"(?:美元|美金|欧元|港[币元]|日元|英镑)[ ]?$")
_TIMES = re.compile(r"(?:[两二三四五六七八九几]|\d)个[ ]?$")
_KIND = "(?:企业|公司|[工药]?厂|单位|机构|高校|大学|学校|学院|研究[所院]|院所|医院|合作社)"
_JOINS_IN = "(?:合作|联合|共建|一起|一块|一同|一道|联手|合伙|参[与加]|搭档|配合|签)"
# 跟一家企业合作, 有家公司参与: whom one works with, told by a mere kind.
_MET = re.compile(
    rf"(?:和|跟|与|同|联合|[找有请])(?:了|上|到)?(?!我|咱|本)(?:[^，。；]{{0,8}}的)?(?:另?外?一?[家个所]|某)[^，。；]{{0,6}}?(?P<kind>{_KIND})[^，。；]{{0,6}}?{_JOINS_IN}"
)
# Named again, and by nothing that says whose it is: 企业2021年收入6000万.
_AGAIN = re.compile(rf"(?:但是?|不过|而|那|那么|其中|[这那该]家?|[ ])*(?P<kind>{_KIND})(?!自己|本身)")
# The first of two, of which the second is what came of it: 从600万追加到850万, 比800万多50万.
_BEFORE_IT = re.compile(r"(?:从|由|离|距离?|(?<!占)比)(?:原来的?|最初的?|以前的?)?[ ]?$")


def is_other(text: str, quantity: Quantity) -> bool:
    """Whether the words right beside the quantity make it one of something else, or a mere change."""
    ahead = text[max(0, quantity.start - 12) : quantity.start]
    return bool(
        _BEFORE_IT.search(ahead)
        or _TIMES.search(ahead)
        or quantity.kind == "ratio"
        and _MANY_TIMES.search(ahead)
        or _FOREIGN.search(ahead)
        or _PLANNED.search(ahead)
        or _OTHER.search(ahead)
        and not given(ahead_of(text, quantity.start))
        or _OTHER_SIZE.search(ahead)
        or _LACKING.search(ahead)
        or sign_of(ahead)
        or _SUPERSEDED.match(text, quantity.end)
        or _UNSURE.search(ahead)
        or quantity.kind == "share"
        and (_RATE.search(ahead) or _RECKONED.search(ahead_of(text, quantity.start)))
        or quantity.kind in ("people", "bare")
        and (_COMES_AND_GOES.search(ahead) or _OFF_THE_STAFF.search(ahead) or _LEFT_BY_SOME.match(text, quantity.end))
        or quantity.unit == "个"
        and _GROUPS.match(text, quantity.end)
        or _PART_OF_IT.match(text, quantity.end)
        or _WHOLE_OF_A_PART.match(text, quantity.end)
        or _IS_THEIRS.match(text, quantity.end)
        or _DONE.match(text, quantity.end)
        or _OTHER_AFTER.match(text, quantity.end)
        and not (_GRANT.match(text, quantity.end) and _APPLIED_FOR.search(ahead))
    )


def is_of_one_met(text: str, start: int) -> bool:
    """Whether the clause that begins at ``start`` goes on about a unit that the words before it bring in as a partner."""
    again = _AGAIN.match(text, start)
    return again is not None and any(each["kind"] == again["kind"] for each in _MET.finditer(text, 0, start))


def is_what_remains(text: str, quantity: Quantity, found: Sequence[Quantity]) -> bool:
    """Whether the quantity counts those who are left after some of the ``found`` before it went: 裁了10个，剩下45个."""
    gone = any(_WENT.search(ahead_of(text, each.start)) for each in found if each.end <= quantity.start)
    return gone and bool(_REMAINS.search(ahead_of(text, quantity.start)))


def is_elsewhere(ahead: str) -> bool:
    """Whether what stands before a number in its clause makes it that of others, of a part of the year or of the whole."""
    last = re.split(r"[万亿元人]", ahead)[-1]
    return bool(
        of_others(ahead)
        or no_total(ahead)
        or _THEIRS.search(ahead)
        or _PART_OF_YEAR.search(ahead)
        or _SO_FAR.search(last)
    )
