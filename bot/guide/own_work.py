"""What of a text tells what its teller does: not what he did before, meant to do, is not, or what others call it.

原先开五金铺子, 本来想开饭馆, 不是搞装修的 and 非说这叫数字经济 each tell of something else than the business that is asked about.
"""

from __future__ import annotations

import re

from bot.guide.words import CLAUSE

_BEFORE = re.compile(
    "原先|原来(?=[是在做搞开干跑卖])|以前|早先|从前|早年|过去是|起家|留下|传下"
    "|(?:不行|不干|不开|不做|干不下去|做不下去|开不下去|撑不住|倒闭|关门|关张|停业|歇业|黄|转让)了"
)
# 本来想转行开饭馆的, 差点去跑出租: what was only meant to be done.
_MEANT = re.compile(
    "(?:本来|原本|原来|起初|起先|当初|一开始|开始|本)(?:[我都也是就还]|我们|咱们?)*(?:想|打算|准备|计划)|差点(?:就|儿|没)?[去开做改转干]"
    "|(?:劝|撺掇|逼|喊)着?[我咱]们?(?:都|也|赶紧|干脆)*(?:去|回来?|转行|改行|一起)?[开做跑干卖考]"
)
# 我们不是搞装修的: as a whole clause, what one is not.
_IS_NOT = re.compile(
    "(?:[我咱俺]们?|公司|这|可|并|也|但|跟你说)*(?:不是|不)(?:专门|光|单纯)?[做搞干开卖弄跑教][^，,。；;]{1,8}的(?:公司|店|厂)?[^\\w]*"
)
# 非说这叫数字经济, 说你都成科技企业了, 说人工智能现在政策好: what somebody else calls it, or says of the times.
_CALLED = re.compile(
    "(?<![我咱据]们)(?<![我咱据])(?:非[要得]?|都|老|总|还|跟我|开玩笑|打趣)*[说讲夸](?:我们|咱们|你们|[我咱你这那它])(?:个|家|店|种|行|买卖)?[都也现在]*就?(?:叫|算|成|是)"
    "|非说|[说讲][^，,。；;]{1,10}(?:现在|如今|眼下|这两年|正)*(?:政策好|吃香|热门|是风口|有补贴|很?火)"
)


def own_work(text: str) -> str:
    """``text`` without the clauses that tell of other things than what its teller does, unless those are all."""
    kept = [clause for clause in CLAUSE.split(text) if not _tells_of_another(clause)]
    return "，".join(kept) if any(kept) else text


def _tells_of_another(clause: str) -> bool:
    other = any(words.search(clause) for words in (_BEFORE, _MEANT))
    return other or bool(_IS_NOT.fullmatch(clause.strip()))


def uncalled(text: str) -> str:
    """``text`` without the clauses that only say what others call the business."""
    kept = [clause for clause in CLAUSE.split(text) if not _CALLED.search(clause)]
    return "，".join(kept) if any(kept) else text
