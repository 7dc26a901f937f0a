"""Head counts that are those of the whole house of whoever speaks: 我们厂三十多号人, 我们有四十多人, 我们是做阀门的，四十来号人."""

from __future__ import annotations

import re

from bot.figures.numbers.quantities import Quantity
from bot.figures.whose import speaks_of_us
from bot.figures.wording.stance import clause_at

OWN_UNITS = "公司|单位|所|院|校|厂|社|中心|企业|机构"
CARRIED = "(?:在职|现有|现在|目前|职工|员工|人员|上下|里面?|[共有是才就也]|大概|大约|约|差不多|要|得|[ ])*"
GROUP = re.compile("[组队]|部门|科室|班子|车间|分部")  # less than a unit has: 项目组一共20人
_IN_ALL = "(?:一共|总共|拢共|统共|满打满算|大大小小|拢一块儿?|才|只)*"
_HOUSE = re.compile(r"(?:公司|厂|单位|企业|集团)")
_OUR_HOUSE = re.compile(
    rf"(?:(?:我们?|咱们?|本)(?:这?个?小)?(?:{OWN_UNITS})|公司|单位|企业|厂)子?里?{_IN_ALL}{CARRIED}"
)
_WE_IN_ALL = re.compile(rf"(?:我们?|咱们?)(?:这[里儿边]?)?(?:总共|一共|拢共|统共|满打满算|就|才|只){_IN_ALL}{CARRIED}")
# 我们有四十多人, and 四十来号人 after 我们是做阀门的: whoever says what he does and how many heads there are.
_WE_HAVE = re.compile(
    r"(?:那|嗯|[ ])*(?:我们?|咱们?|俺们?)(?:这[里儿边]?|现在|目前|如今|也|大概|差不多|[ ])*有(?:大概|大约|差不多)?"
)
_WHAT_WE_DO = re.compile(
    r"(?:你好|您好|老师|请问|那|[，, ])*(?:我们?|咱们?|俺们?)(?:是|就是|主要|专门|一直|家|公司|在[^，。；]{2,8}|[ ])*(?:做|搞|干|生产|加工|经营|种|养|卖|造|开发)"
)
_SOME_PLACE = re.compile("的[\u4e00-\u9fff]{2,}")  # 我们做检测的实验室: less than all of us
_HEADS = re.compile("[号口]人|个人|人$|员工|职工")
_BARELY = re.compile(f"{_IN_ALL}{CARRIED}")
_ABOUT = re.compile("(?:左右|上下|的?样子|的?规模|吧|了|的|来?着|[ ，,。.；;！!？?])*")
_OTHERS = re.compile("对方|他们|人家|合作|母公司|子公司|总部|甲方|乙方|客户|隔壁")


def of_our_house(text: str, count: Quantity, *, by_name: bool) -> bool:
    """Whether all that is said of the people is that the asker's house has them: 我们厂三十多号人; where it need not be named
    beside them, also 我们就8个人 and 我们公司在安宁区，二十来个人."""
    clause = clause_at(text, count.start)
    ahead, behind = text[clause.start : count.start], text[count.end : clause.end]
    if not _ABOUT.fullmatch(behind):
        return False
    if by_name or _OUR_HOUSE.fullmatch(ahead):
        return bool(_OUR_HOUSE.fullmatch(ahead))
    if _WE_IN_ALL.fullmatch(ahead) or _WE_HAVE.fullmatch(ahead):
        return True
    before = clause_at(text, clause.start - 1).text if clause.start else ""
    if not _BARELY.fullmatch(ahead) or GROUP.search(before) or _OTHERS.search(before):
        return False
    what_we_do = _WHAT_WE_DO.match(before) and not _SOME_PLACE.search(before) and _HEADS.search(count.text)
    return bool(what_we_do or speaks_of_us(before) and _HOUSE.search(before))
