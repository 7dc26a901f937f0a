"""Whose a number or a name is, and of when: the words before it in its clause that ascribe it to somebody else, to another
time, or to something other than the whole: 子公司3500万, 上次自筹600万, 目标是3000万, 月均300万, 下降了300万.

The applicant speaks of itself unless it says otherwise; where it does, nothing is taken.
"""

from __future__ import annotations

import re

from bot.figures.possible import PARTS
from bot.figures.wording.stance import is_hearsay
from bot.guide.model import Figure

_PARTY = (
    "(?:母|子|分|兄弟|姊妹|姐妹|关联|上级|下级|下属|控股|参股|友|合作|协作|联合|共建|参与|供应|外包|承包|竞争|别的|其他|其它|另一?[家个]|另外[一那][家个]|那家|朋友的?|投资|同类|同行业)(?:的|那[家个所])?"
    "(?:公司|单位|企业|机构|高校|院校|大学|学校|研究[所院]|方|伙伴|厂家?|商|对手|团队|集团)"
)
_OTHERS = re.compile(
    rf"{_PARTY}|(?<![我本咱])(?<!我们)(?<!咱们)(?<!是)集团(?!有限|股份)|总公司|总部|合并(?:报表|口径|范围|数据)|其[他它]业务|非主营|营业外|(?:事业|项目|课题|补助|利息|租金|房租)收入|投资收益|股东(?!大?会)|投资人(?!民币)|客户|竞争对手|对手|同行|对方|甲方|乙方|别人|人家(?!公司是)|别家|他们|隔壁|对面|邻居|上一?家|那家|朋友|亲戚|同学|爱人|老婆|老公|媳妇|丈夫|妻子|儿子|女儿|孩子|供应商"
    "|经销商|代理商|联合申报的|全国|全省|全市|全球|国内|行业|市场(?!部)|去年合作|老板的(?!意思)"
)
_FOR_ANOTHER = re.compile(
    "(?:替|帮|代|为)(?:我?的?(?:一?[个位家])?)(?:朋友|同学|亲戚|熟人|客户|别人|人家|老乡|邻居|[\u4e00-\u9fff]{0,2}家人)(?:公司|单位|的公司)?[^，。；]{0,4}?(?:问|查|咨询|打听|看|了解|核)"
)
_ANOTHER = re.compile(f"{_PARTY}$")
# From here on the applicant speaks of itself again: 集团3个亿，我们自己2800万.
_OURSELVES = re.compile(
    r"我们自己|我们(?:只|就)?是[^，。]{0,4}(?:子|分|下属|控股)公司|我们(?=这边|公司(?!客户)|这)|本公司|本单位|我司|我单位|自己|自有|单体|本部|本身"
)
# 我想问 and 我听说 only introduce what is said of whomever.
_US = re.compile(
    r"(?:我们?|咱们?)(?!(?:就|还|再|只)?是?(?:想|要|来)?(?:请教|请问|问|了解|咨询|确认|打听|知道)|听|看到|国|省|市)|本(?:公司|单位|企业|校|院|所|厂|项目)|这个项目|这次|该项目"
)
_GIVEN = re.compile(
    r"(?:省|市|区|县|州|国家|政府|中央|上级|上面|财政|科技|工信|发改|农业农村|银行|基金)(?:里|上|级|厅|局|委|部)*(?:已经?|去年|今年|一共|总共|每年|一次性)*(?:奖补|给|拨|补贴?|补助|配套|支持|批|奖|贷|下达|资助)"
)
_ONCE = r"上一?次|上一?回|(?<![研书面告表同案会纸网账册])上一?[个批期轮届](?:项目|课题|申报)?|前一?[个次]项目|前一次|那会儿?|那时候?|那阵子?|那年头|当时|彼时|早些年|多年(?:以)?前|(?:\d+|[一二两三四五六七八九十几好]+)(?:来|多)?年(?:以)?前(?!成立|创|注册|建|设)|往[年期届]|历年|以往|从前|以前|曾经?|当年|那[年次]|早年|已结题|结题的|验收的|已?验收过"
_PAST = re.compile(
    rf"{_ONCE}|(?:去年|前年|大前年|上年|上一?年度)(?!年?[底末])|(?<!\d)20[01]\d(?:年|(?![\d.,年]|[ ]?[万亿千百元人名个%]))(?!年?[底末])"
)
_ONCE_ONLY = re.compile(_ONCE)
_AND_NOW = re.compile("现在|目前|如今|眼下|当前|今年|实际上?")
# A project that is not the one of which the check is: 上一个项目是2013年的.
_OTHER_PROJECT = re.compile(
    "(?:(?:上一?|前一?|头一?|另外?一?|别的|之前那?|以前那?)(?:个|期|批|轮)?|(?:之前|以前|早先|过去)(?:做|报|申报|承担|干)过?的?(?:那|一|[两几三])?个?)(?:项目|课题|专项)"
)
_THIS_PROJECT = re.compile("这次|这回|这个|本次|该项目|本项目|现在|目前|今年|我们要|新项目|新报")
_COMING = re.compile(
    "明年|(?<!然)后年|预计|预期|目标|计划|打算|准备|力争|争取|希望|想要?|拟|将来|将要?(?!近)(?![^，。；]{1,16}(?:更正|改|调整?|变更|修[改正]|核定|更新)[为成到])|未来|下一?[年步]|有望|规划|以后|扩大?到(?!了)|发展到(?!了)"
    r"|(?<!去)(?<!上)(?<!今)(?<![\d零一二三四五六七八九])(?:年底|年末|下半年|下个?月|下个?季度|[到等]时候?|届时)[^，。]{0,3}(?:能|会|可|要|到|达|增|扩|招|有望)|过[几两一]个?[年月天]|(?:招|招聘|引进|增|补)(?:完|满|齐|够|足|到位)(?:了?(?:以后|之后|的话|后)|人|就|也|会|总共|一共|是|有|到)*$|[能会将可](?:达到?|到|有)$"
)
# 一年下来能有3000万 tells what comes in every year.
_EVERY_YEAR = re.compile("(?:一年(?:下来|到头)?|每年|年年|平时|通常|一般)[^，。；]{0,8}?[能会可](?=达到?$|到$|有$)")
_WISHED = re.compile("最好|理想(?:状态|情况)?|巴不得|但愿|做梦|梦想|恨不得")
# What a project may not be planned as: a wish, a distant day, a plan that came to nothing.
_DREAMT = re.compile("希望|本来|原本|原想|将来|有朝一日|迟早")
_RATE = re.compile(
    r"每(?!年|年度)|月均|日均|季均|人均|户均|亩均|单价|单月|一个?月(?!份)|个月|(?:第?[一二三四1-4]|本|上|这)个?季度|[上下]半年|累计|历年|(?:[两二三四五六七八九十]|近几|[2-9])年(?:来|间|内)?(?:累计|合计|总共|一共|共|总计|加起来)?$"
)
_CHANGED = re.compile(
    r"(?:下降|下滑|上升|增长|增加|减少|缩减|缩水|上涨|涨|跌|亏损?|回落|降低|提高|提升|同比|环比|少了|多了|离职|流失|辞退|裁员?|浮动)(?:了|掉|过)?(?:大?约|近|差不多)?[ ]?$"
)
_SPENT = re.compile(r"(?:支出|投[了入资]|花[了费掉]?|付[了掉]?|交[了掉]?|买[了]?|购[了买]|还了)[^，。]{0,4}$")
_SOLD = re.compile("(?:赚|卖|挣|营业额|销售额?)(?:了|到)?(?:是|有|约|大概|差不多)?[ ]?$")
_EARNED = re.compile(r"(?:收入|营收|赚|卖|营业额|销售额?)了?(?:是|有|约|大概|差不多)?[^，。]{0,2}$")


def speaks_of_us(words: str) -> bool:
    """Whether the words say 我们, or name the applicant's own project."""
    return bool(_US.search(words))


def asks_for_another(text: str) -> bool:
    """Whether whoever writes asks in the name of somebody else: 我替朋友问."""
    return bool(_FOR_ANOTHER.search(text))


def of_others(ahead: str) -> bool:
    """Whether the words ``ahead`` in the clause ascribe what follows to another party than the applicant."""
    return bool(_OTHERS.search(_OURSELVES.split(ahead)[-1]))


def speaks_of_another_project(words: str) -> bool:
    """Whether the words are about another project than the one that is checked."""
    return bool(_OTHER_PROJECT.search(words)) and not _THIS_PROJECT.search(words)


def turns_to_this_project(words: str) -> bool:
    """Whether the words turn to the project that is checked."""
    return bool(_THIS_PROJECT.search(words))


def is_another_party(words: str) -> bool:
    """Whether the words end by naming another party than the applicant: 母公司."""
    return bool(_ANOTHER.search(words))


def turns_to_us(words: str) -> bool:
    """Whether the words turn from another party to the applicant: 我们自己2800万."""
    return bool(_OURSELVES.search(words)) or speaks_of_us(words)


def no_total(ahead: str) -> bool:
    """Whether what follows is only a change (下降了300万)."""
    return bool(_CHANGED.search(ahead))


def is_not_now(ahead: str, figure: Figure) -> bool:
    """Whether the words ascribe a number of ``figure`` to another time, another giver, a rule, or a part of a year.

    A project's money is planned by its nature, and was another project's where it is past; what an applicant has or earned
    is none of its plans.
    """
    if is_hearsay(ahead) or "要求" in ahead or (_GIVEN.search(ahead) and not is_public(figure)):
        return True
    if _WISHED.search(ahead):
        return True
    ahead = _AND_NOW.split(ahead)[-1]  # 去年30个，现在34个; 计划500万实际380万
    ahead = _EVERY_YEAR.sub("，", ahead)
    if is_of_project(figure):
        planned = ahead.replace("希望", "") if is_public(figure) else ahead  # who hopes for it applies for it
        return any(words.search(planned) for words in (_PAST, _DREAMT, _SOLD))
    if _COMING.search(ahead) or _is_spending_for_income(ahead, figure):
        return True
    yearly = any("年" in name for name in (figure.name, *figure.names))
    return bool(_RATE.search(ahead) if yearly else _PAST.search(ahead)) or bool(_ONCE_ONLY.search(ahead))


def is_of_project(figure: Figure) -> bool:
    """Whether the figure is money of the project itself, of which one speaks as planned."""
    return any(figure.id in (whole, *parts) for whole, parts in PARTS.items()) or figure.kind == "ratio"


def is_public(figure: Figure) -> bool:
    """Whether the figure is public money."""
    return "财政" in figure.name


def _is_spending_for_income(ahead: str, figure: Figure) -> bool:
    """2021年投了3000万 is no income, 卖了200万 no spending."""
    if figure.kind != "money":
        return False
    if "支出" in figure.name:
        return bool(_EARNED.search(ahead))
    return "收入" in figure.name and bool(_SPENT.search(ahead))
