"""Whether a choice that a clause names is said to be the applicant's: 我们是高企 is, 合作方是高企 and 农业银行 are not.

Its name alone is no answer where the clause speaks of somebody else, of what was once, of hearsay, or where the name is
part of another name or of an errand (深圳路88号, 产品卖到深圳).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from bot.figures.mentions import Mention, is_of_a_school, is_office
from bot.figures.pairing.governed import bare_subject
from bot.figures.stated.givers import founded_alone, gives
from bot.figures.stated.the_rest import is_beside_an_exception
from bot.figures.whose import is_another_party, of_others
from bot.figures.wording.denial import denies
from bot.figures.wording.stance import clause_at, is_hearsay
from bot.figures.wording.under_way import is_sought
from bot.guide.model import Figure, Guide

_ONCE = re.compile(r"(?:本来|原本|起初|最初)(?!就)|原打算|本想|以前|曾经?|原来|原先|过去|早先|从前|前些年|如果不是")
_WISHED = re.compile(
    r"(?:想要?|希望|打算|准备|计划|争取|正?考虑)[^，。]{0,4}(?:申请|认定|申报|评|办|拿|找|引进|联系)[^，。]{0,6}$"
)
_IS = re.compile(
    "(?:都|也|就|才|已经?|目前|现在|被)*(?:(?:认定|评定|评选?|确定|批准|列|变更|改制|转制)?[为成]|不?是|有|属于|算)(?!限)"
)
_AS_WELL = re.compile("(?:又|还|更|且|而且|并且|同时|也)$")
_ABOUT_ITSELF = re.compile(
    "既$|(?:不[仅光但单独只止]|非但|何止)$|^[ ]*(?:同时|另外|此外|而且|并且)+|除了[^，。；]{2,12}?(?:以外|之外)?(?=[还也]|另)|(?:前|这|近|头)[几两一]年|一直|始终|[历向]来|性质|类型|类别|属性|资质|称号|牌子|证书|头衔|荣誉|手[里上头]|身份|主体|牵头|申报|承担|依托|主持|申请|(?<=我们)集团|本集团|(?:做|搞|生产|研发|从事|经营)[^，。]{1,12}的"
)
# What makes the name before it another one: a school, a hospital (兰大一院), a street, an office, a list.
_COMPOUND = re.compile(
    r"第?[一二三四五六]院(?![士校系长])|附[属院]|(?!(?:类|领域|方面|方向|口|项目))[^，。、的是有和与跟同及]{0,3}?(?:大学|学院|学校|医院|银行|园区?|路|街|大道|广场|局|厅|委员?会?|站|大厦|协会|商会|学会|杂志|网|(?<!发)展会?|论坛|贷款|户口|家协会|服务业|商业|零售)"
)
_BESIDE_IT = re.compile(
    r"(?:一直|也|都|就|算)*是(?:我们|咱们?|公司|我司)的?[^，。不没]{0,4}(?:搭档|伙伴|合作|客户|股东|朋友|邻居|老师|顾问|后盾|支撑|依托)|(?:旁边?|附近|对面|门口|隔壁|周边)|的?(?:展会|名单|好报|好处|朋友|同学|亲戚|供应商|客户|经销商|代理商|产品|设备|用户|市场)|的(?:全资)?(?:子公司|分公司|合作方|合作单位|合作伙伴|伙伴|配套)|推荐|介绍|一起办公|里?(?:上过?班|工作过|毕业|读书|上学|进修)|家(?=[们协都也说])|老师|学生|毕业生"
)
# 大学生创业, 高校应届毕业生: who learns there; 大学生物系 is of the school.
_WHO_LEARNS = re.compile("(?:在校|在读|应届|往届|本科|实习|毕业)*(?:学生|生(?![物态产命活意鲜理化]))")
_ERRAND = re.compile(
    r"参观|考察|出差|开会|旅游|展会|(?:买|卖|销|发货|进货|运)[到往去的了]|[到往去从](?:[^，。]{0,6})(?:买|卖|销|进货|运)|供应商|客户|员工|老板|股东|总部|分公司|子公司|办事处|产品|设备|怎么走|户口|出生|老家"
    r"|(?:是|的)[^，。是]{2,6}人[。！ ]*$|\d+号|路\d"
)
# 有大学联合, 学校每年拨50万, 给工厂做平台: whoever joins, pays, houses or is served is not the applicant.
_JOINS = re.compile(
    r"(?:(?:都|也|还|倒)*(?:没有?|未|不))?[^，。有是的]{0,3}?(?:联合|合作|共建|参[与加]|加入|一起|配合|协助|牵线)(?=[的了，。！!?？、；;：: ]|$|我们|共?建|[搞做吗吧呢报申])"
)
_PAYS = re.compile(
    r"(?:每年|年年|一年|这边|那边|里|给|[都也就会])*(?:拨|划|拨款|资助|划拨|批给|补助|补贴|投钱|出钱|兜底)"
    r"|(?:这边|那边|那头|里|方面)?(?:每年|年年|每个?月|按年|固定|定期|长期|一直)[^，。；]{0,4}(?:给(?!我们?授权)|出|管|保障|承担|支持|补)"
)
_TAKES_PART = re.compile(
    "(?:这边|只|就|也|都)*(?:是|算|当|做|作为)个?(?:搭伙|搭档|合作|参与|参加|配合|协作|帮忙|打下手)(?:的|方|单位|者|伙伴)*(?:[呢啊呀吧 ，,。；！!]|$)"
)
_PAID_BY = re.compile(r"(?:经费|资金|费用?|开支|钱)[^，。是]{0,3}(?:由|靠|都?归)?$")
_HOLDS = re.compile(
    "(?:^|(?:成果|专利|产权|权属?|技术)[^，。；]{0,4})归(?:属于?|于)?[^，。；我本咱]{0,4}$|使用权(?:就|都|是|还|也)*在[^，。；我本咱]{0,4}$"
)  # 成果归学校 tells who holds it
_SERVED = re.compile(
    r"(?:挂靠|依托|隶属|依附|入驻)[^，。]{0,3}$|(?<!交)(?<!留)(?:(?<!能)给|替|帮助?|面向|服务|卖给|供应?给)(?!我|咱|本)[^，。是的]{0,4}$"
)
# 请了兰州大学的教授, 委托研究院做检测: whose people or services one gets.
_GOT = re.compile(
    "(?:聘请?|邀请?|(?<!申)请|找|委托|托|引进|采用|购买|买|租|借|拉)(?:了|来|过|到|上|着|进)?[^，。；是的有]{0,6}$"
    # 我们找的是深圳一所大学: whom one works with
    "|(?:找|(?<!申)请|拉|联系|对接|联合|合作|搭|选|谈|签)(?:了|来|过|到|好|上|着)?的(?:也|就|都|主要|那一?[家个所]|[ ])*是[^，。；是的]{0,8}的?[^，。；是的]{0,3}$"
)
_OURS = re.compile("我|咱|本")
_WITH_US = re.compile("[^，。；有是]{0,6}(?:跟|和|与|同|找|联系|邀请?)(?:我们?|咱们?)")  # 有个高企想跟我们合作
_CALLED_OURS = re.compile("(?:我们|咱们?|本)$")  # 我们企业跟兰大合作: it is we who join
# 有专门的管理公司: whom one has for a task is somebody else.
_HAS_ONE = re.compile("有(?:一?[个家所]|的|自己)*(?:专门|专业|独立|单独|管理|运营|物业|第三方|下属)[^，。有是]{0,4}$")
# 自己有研究院, 设有百合研究所: what may be a part of whoever speaks, and is had.
_A_PART = re.compile("研究|科研|试验")
_HAD = re.compile(
    "(?:(?<!只)有|(?:设|建|办|开办|成立|组建|设立|建立|创办)(?:有|了|过)|拥有|下设|内设)(?:一?[个家所]|[几两])?(?!限)[^，。；是的有没不联合作共和跟与]{0,4}$"
    "|(?:有|设立?|建立?|办|成立|组建)[^，。；是有没不]{0,4}(?:自己|自有|独立|专门|内部)的?[^，。；是的有没不]{0,4}$"
)
# 没跟高校合作，但是有一家研究所: one that there is, and not whoever speaks.
_THERE_IS_ONE = re.compile(
    "^[ ]*(?:但是?|不过|只|就|倒是?|也|还|另外|[ ])*有(?:一|两|几|[1-9])?[家个所](?:[^，。；的是]{0,6}的)?$"
)
_IS_CHECKED = re.compile(
    r"^(?:你好|您好|那么?|就|先|再|好的?|[你您]|能不能|能|可以|我们?|想|要|请|麻烦|[，, ])*(?:帮|替|给|为)(?:我们)?(?:辖区|[区县市院园][里内区]|下面|手下|身边)?的?(?:一|这|某|个)?[家所个]?$"
)
_FOR_A_CHECK = re.compile("(?:来)?(?:核对|核一|问|查(?!新(?!型))|看一?[下看]|测|评估|自查|对照)")
_OWNED = re.compile(
    "(?:(?:这项|我们的?|知识)*(?:成果|专利权?|技术|产权|权属|使用权|设备|场地|经费|平台|实验室)[都也就还]*是)?[都也就还]?是?"
)
# 算绿色制造不？还是别的 offers something else, and tells of nobody what he is.
_OFFERED = re.compile("(?:还是|或者?|有|除了?|[和跟与同])$")
_SOMETHING_ELSE = re.compile("别的|其[他它]")
_OWNS = re.compile(r"的[了呀啊呢吧哈]*[ ，。,.!！~]*$")
# 研究所下属的公司, 研究院有限公司: a kind inside the attribute of another, which is the head of the words.
_ATTRIBUTE = re.compile(r"(?!联合|合作|参与)[^，。、；;和与跟或及同不没是也都又兼（(/]{0,8}?(?<!联合)(?<!合作)")
_OWN_UNIT = re.compile("独立|法人")
_ONE_OF_THEM = re.compile(r"的?(?:老师|教师|教授|研究员|科研人员)[，。,！! ]")
_STREET = re.compile("[东西南北中]?(?:路|街|大道|展)")
_ONLY = re.compile("^(?:类|领域|项目|企业|的)*[，, ]+(?:而?是|就是|应该是|只有|只是|有|算|属于)$")
_JUST = re.compile("(?:类|领域|项目|企业|的)*[，, ]+")  # 没有高企，专精特新 may deny both
_NOT_IT = re.compile("(?:不是|不算|不属于|并非)$")
_DENIED = re.compile(
    r"(?:不(?:是|算|属于?|做|搞|干|从事|涉及|碰|沾)|并非|(?:没有?|未)(?:在)?(?:做|搞|涉及|从事|注册|成立|登记|开办)|(?:没有?|不|未)(?:再|去|想|打算|准备)*(?:拉|带|找|请|邀|叫)(?!不|没))[^，。,；;是]{0,4}$"
)
_NO_UNIT = re.compile(
    "(?<!有)(?:没有?|无)(?:自己的?|正式的?|任何|什么|一?[个家])*$|(?:还|尚)(?:没有?|未)(?:注册|成立|办|开)(?:过|成|自己的)*$"
)
_NOT_FOUNDED = re.compile(
    "(?:[都也]?还|尚|暂时|目前|现在|也)*(?:没有?|未)(?:正式)?(?:注册|成立|登记|办(?!理)|开(?!始)|设立)"
)
_COUNTED = re.compile(r"[半几数多整\d一二两三四五六七八九十百千万]$")
_TOGETHER = re.compile("合作|参与|联合|协作|共建|共同|(?:一起|一块儿?|一道|一同|联手)(?:来|去)?[做搞弄干建办]|伙伴")


def is_had(clause: str, start: int, end: int) -> bool:
    """Whether the unit named at ``clause[start:end]`` is a part of whoever speaks, which he says to have."""
    return bool(_A_PART.search(clause[start:end]) and _HAD.search(clause[:start]))


def is_own(clause: str, start: int, end: int, figure: Figure) -> bool:
    """Whether the name at ``clause[start:end]`` of a choice of ``figure`` may be taken of the applicant."""
    ahead, behind = clause[:start], clause[end:]
    if is_beside_an_exception(clause, start, end) or figure.kind == "choices" and _WITH_US.match(behind):
        return False
    if _SOMETHING_ELSE.fullmatch(clause[start:end]) and _OFFERED.search(ahead):
        return False
    if (
        _ONCE.search(ahead) or is_hearsay(ahead) or clause[start] == "个" and _COUNTED.search(ahead)
    ):  # 半个人 is no 个人
        return False
    if is_of_partners(figure):
        return bool(_TOGETHER.search(clause)) or not (_ERRAND.search(clause) or _STREET.match(behind))
    if _IS_CHECKED.search(ahead) and _FOR_A_CHECK.match(behind):  # 帮一家企业核对
        return True
    ours = _OURS.match(clause, start)  # 帮我们学校查一下: the name itself says whose it is
    if "项目" not in figure.ask and (
        _HAS_ONE.search(ahead)
        or figure.kind == "choice"
        and _TAKES_PART.match(behind)  # 我们学校是搭伙的
        or figure.kind == "choice"
        and (_THERE_IS_ONE.search(ahead) or is_had(clause, start, end))
        or gives(clause, start, end)
    ):
        return False
    if (
        "项目" not in figure.ask
        and not ours
        and (
            _PAID_BY.search(ahead)
            and not _IS.search(ahead)
            or _JOINS.match(behind)
            and not _CALLED_OURS.search(ahead)
            or _PAYS.match(behind)
            or _SERVED.search(ahead)
            or _HOLDS.search(ahead)
            or _GOT.search(ahead)
        )
    ):
        return False
    one_of_them = not ahead.strip(" 我是们一名个位") and _ONE_OF_THEM.match(behind)  # 高校老师，想报项目
    another = of_others(ahead) or is_another_party(clause[:end]) and not _IS.search(ahead)  # 母公司在两区
    return not (another or not one_of_them and _is_another_name(behind) or _has_a_subject(ahead, figure))


def renames(text: str, named: Sequence[Mention], guide: Guide) -> bool:
    """Whether one choice of a figure is denied and another named after it: 不是工业，社会发展; 没有高企，只有规上."""
    parts = [(clause_at(text, name.start), name) for name in named if name.choice]
    said = [(name, denies(part.text, name.start - part.start, name.end - part.start)) for part, name in parts]
    return any(
        one.figure == other.figure and one.choice != other.choice and denied and not asserted
        for (one, denied), (other, asserted) in pairwise(said)
        if _ONLY.search(text[one.end : other.start])
        or _NOT_IT.search(text[: one.start])
        and _JUST.fullmatch(text[one.end : other.start])
    )


def is_denied_before(text: str, start: int) -> bool:
    """Whether the words before the choice named at ``start`` say that one is, or does, something else: 我们不做农业."""
    return bool(_DENIED.search(text[:start]))


def is_not_founded(text: str, start: int, end: int) -> bool:
    """Whether the words say that there is no such unit, or none yet: 没有公司, 公司还没注册."""
    return bool(_NO_UNIT.search(text[:start]) or _NOT_FOUNDED.match(text, end))


def is_of_us(text: str, start: int, end: int, figure: Figure) -> bool:
    """The same of a name in a text of several clauses."""
    if is_beside_an_exception(text, start, end):
        return False
    clause = clause_at(text, start)
    return is_own(clause.text, start - clause.start, end - clause.start, figure)


def is_of_others_beside_us(text: str, end: int) -> bool:
    """Whether the name that ends there is of who learns at a school (大学生创业), or of who joins us (一家研究院跟我们一块搞)."""
    return bool(_WHO_LEARNS.match(text, end) or _WITH_US.match(text, end))


def is_owner(text: str, start: int, end: int, figure: Figure) -> bool:
    """Whether the name is but that of an owner, of whom nothing says that it is the applicant: 是学校的."""
    clause = clause_at(text, start)
    ahead, behind = text[clause.start : start], text[end : clause.end]
    if "项目" in figure.ask:  # 工业类的 tells a field
        return False
    return bool(_OWNED.fullmatch(ahead.strip()) and _OWNS.fullmatch(behind))


def heads(text: str, places: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Those of ``places``, names of one figure's choices in order, that are no attribute of the next (高校办的企业), and no
    place of work of whoever founded the other. Whether 兰州大学草业研究所 is a unit of its own its name does not tell; a school's
    office for research (兰州大学科研院) is the school."""
    places = [place for place in places if not is_had(text, *place)]
    pairs = [
        (one, other)
        for one, other in pairwise(places)
        if one[1] <= other[0] and _ATTRIBUTE.fullmatch(text[one[1] : other[0]])
    ]
    parts = {other for one, other in pairs if is_of_a_school(text, one, other)} if not _OWN_UNIT.search(text) else set()
    attributes = {one for one, other in pairs if other not in parts or not is_office(text, one, other)}
    return founded_alone(text, [place for place in places if place not in attributes | parts])


def is_wished(clause: str, start: int) -> bool:
    """Whether what is named at ``start`` is only wished or looked for: 想申请高企, 在找深圳的合作方."""
    return bool(_WISHED.search(clause[:start])) or is_sought(clause[:start])


def is_of_partners(figure: Figure) -> bool:
    """Whether the figure tells of whom the applicant works with."""
    return "参与" in figure.name or "合作" in figure.name


def _is_another_name(behind: str) -> bool:
    """Whether what follows makes the name another one, or somebody beside it."""
    return bool(_COMPOUND.match(behind) or _BESIDE_IT.match(behind) or _WHO_LEARNS.match(behind))


def _has_a_subject(ahead: str, figure: Figure) -> bool:
    """Whether the clause says it of something else than the applicant: 隔壁是研究所. A project's field may have any."""
    verbs = list(_IS.finditer(ahead))
    while len(verbs) > 1 and (
        _AS_WELL.search(ahead[: verbs[-1].start()]) or verbs[-1][0].startswith("也")
    ):  # 我们既是高企又是规上 has one subject
        verbs.pop()
    if not verbs or "项目" in figure.ask:
        return False
    return not bare_subject(_ABOUT_ITSELF.sub("", ahead[: verbs[-1].start()]))
