"""Names of businesses that are none in a message: where its teller has a post, and under whose name one applies."""

from __future__ import annotations

import re

# 我挂靠学校来报: under whose name one applies.
_LEANING = "挂靠"
_LEANT_ON = re.compile(
    "(?:[着在到了]|别的|人家|一?[家个]|其[他它]|我们?|本|有资质的)*(?:学校|大学|高校|学院|公司|企业|单位|研究[所院]|院所|集团|合作社|协会|科研院所)"
)
# 我是中学老师，: a post, where more is told.
_I_AM = re.compile("我(?:就|本人|自己|个人)?是(?:一?[名个位])?[^，,。；;做搞办开]{0,6}$")
_POST = re.compile("[^，,。；;做搞办开]{0,6}(?:老师|教师|教授|职工|员工|医生|大夫|护士|校长|校医)(?=[，,。；;])")


def is_leant_on(technology: str, start: int, end: int) -> bool:
    """Whether it is a body under whose name one applies, and no service: 我挂靠学校来报."""
    return technology[start:end] == _LEANING and bool(_LEANT_ON.match(technology, end))


def is_own_job(technology: str, start: int, end: int) -> bool:
    """Whether it is but where somebody has a post who tells what else there is: 我是中学老师，有个环保的专利."""
    return bool(_I_AM.search(technology[:start]) and _POST.match(technology, end))
