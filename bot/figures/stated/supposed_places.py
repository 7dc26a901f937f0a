"""Whether a place in a message that supposes something may be that of a partner: 如果合作方是深圳的呢, and no 老家在陇南.

Where a case is put, a place alone is enough (要是在深圳呢). What was told before the case is put is told like anything else.
"""

from __future__ import annotations

import re

from bot.figures.stated.partners import speaks_of_partner
from bot.figures.wording.stance import Clause, supposes

_SENTENCE_ENDS = re.compile("[。；;！!？?]")
# Whose home, work or customers are there.
_OF_A_PERSON = re.compile(
    "老家|家[在是]|娘家|出生|长大|籍贯|户口|上(?:过)?[学班]|打工|读书|毕业|当兵|退休|创业|从[^，,。；;]{2,8}(?:回来|过来|回到|出来|来的)|(?:供|卖|发|销|运)[到往给]"
)
# 定西那边的原原种: what comes from there is no unit.
_OF_A_THING = re.compile(
    "(?:那边|这边|那里|当地)?(?:人|的(?!也|还|够|是|不|行|可以|能|算|呢|话|吗|么|就|都|会|要|那|这|一|[两几][家个]|合作|参与|另)"
    "(?![^，,。；;]{0,8}(?:公司|企业|单位|机构|高校|大学|学院|医院|院所|研究|实验室|厂|团队|集团|伙伴|搭档|家|方))"
    "(?=[\u4e00-\u9fff]{2}))"
)


def may_be_a_partners(text: str, clause: Clause, start: int, end: int) -> bool:
    """Whether the place at ``text[start:end]``, which lies in ``clause``, is one of a partner in a message that supposes."""
    if speaks_of_partner(text, clause, None):
        return True
    of_another = _OF_A_PERSON.search(clause.text) or _OF_A_THING.match(text, end)
    return not (of_another or _is_told_before(text, start))


def _is_told_before(text: str, start: int) -> bool:
    """Whether the sentence that holds ``start`` is over before anything is supposed."""
    ends = _SENTENCE_ENDS.search(text, start)
    return ends is not None and not supposes(text[: ends.end()])
