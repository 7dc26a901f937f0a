"""The applicant's own word for what kind of unit it is, where it is none of those listed: 合作社算其他类, 单位类型选其他, 你就按其他算.

Which kind a 合作社 is the guide does not say; who says it of himself is believed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.figures.statement import Statement
from bot.figures.whose import of_others
from bot.figures.wording.stance import asks, clauses, is_unsure
from bot.guide.model import Figure, Guide

_CLASSED = re.compile(
    r"(?P<ahead>[^，。；]*?)(?:算(?:作|成|是|在|到|进)?|按照?|归(?:到|为|在|入|进|类到|类为)?|属于?|划(?:到|为|在|入|进|归)|选择?|填成?|勾选?|放(?:到|在|进)"
    r"|列(?:为|入|在|到)|当(?:作|成)|记(?:成|作|为|在|到)|定(?:为|成)|写成?)(?:了|一下)?(?P<word>其[他它])"
    r"(?:类型?|类别|里[头面边]?|当中|[那这一][类栏项个种]|单位|选项)*(?:去|来|算|处理|填|报|对待|好|就行|可以|[吧了的呗啊呀得 ，,。；;！!])*"
)
# Who or what is put there: one's own kind, and no money, field or place.
_KIND = r"(?:[^，。；不没别]{0,12}(?:社|户|农场|会|联盟|机构|组织|团体|单位|主体|类型|类别|性质|身份|我们?|咱们?)(?:这[种类样边家]|的话|嘛|呢|吧)?)?"
_LEADS = r"(?:[你您我给把就那也都先请该得能要可的是帮去来到]|直接|麻烦|干脆|还是|只能|应该|可以|一律|统一|一般|现在|目前|暂时|里[头面]?|[ ])*"
_AHEAD = re.compile(rf"[ ]*{_LEADS}{_KIND}{_LEADS}")
_OF_THE_WORK = re.compile("项目|领域|方向|技术|合作(?!社)|参与|伙伴|对方|费|资金|收入|材料")
_OTHER = "其他"


def classed(text: str, guide: Guide, asked: str | None) -> Iterator[Statement]:
    """That the applicant is of none of the kinds listed, where a clause puts it there; not where another choice is asked for."""
    if asked and guide.figure[asked].kind in ("choice", "choices") and not none_listed(guide.figure[asked]):
        return
    for figure in filter(none_listed, guide.figures):
        for clause in clauses(text):
            found = _CLASSED.fullmatch(clause.text)
            if found and _tells(clause.text, found["ahead"]):
                start, end = (clause.start + place for place in found.span("word"))
                yield Statement(figure.id, none_listed(figure), start, end)


def without_its_word(said: Sequence[Statement], text: str, guide: Guide, asked: str | None) -> list[Statement]:
    """``said``, a mere 其他 being of no unit where another choice is asked for: 算其他类 in answer to the field."""
    if not asked or guide.figure[asked].kind not in ("choice", "choices") or none_listed(guide.figure[asked]):
        return list(said)
    mere = ("其他", "其它", "其他类型")
    return [
        each for each in said if not (none_listed(guide.figure[each.figure]) and text[each.start : each.end] in mere)
    ]


def _tells(clause: str, ahead: str) -> bool:
    open_ = asks(clause) or is_unsure(clause) or of_others(ahead) or _OF_THE_WORK.search(ahead)
    return bool(_AHEAD.fullmatch(ahead)) and not open_


def none_listed(figure: Figure) -> str:
    """The choice (id) of whoever is none of the kinds that the figure lists; empty where it has none such."""
    choices = figure.choices if figure.kind == "choice" else ()
    return next((each.id for each in choices if each.name == _OTHER), "")
