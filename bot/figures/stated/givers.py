"""Units that are named for what they give, hold or leave to others, and not as the applicant: 高校授权给我们用, 成果在学校手里.

And whoever founded a firm of his own beside where he works: 我是大学老师，自己开了家公司.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.figures.mentions import Mention
from bot.guide.model import Guide

_GIVES = re.compile(
    r"(?:那边|那里|方面|里|老师|团队)*(?:已经?|正式|书面|独家|独占|免费|也|都|还|就|会|没有?|不|愿意|是)*(?:把[^，。；]{1,10}?|将[^，。；]{1,10}?)?"
    r"(?:授权|许可|转让|转[移交]?给|让渡|让给|交给|借给|租给|提供给|允许|同意|准许|答应|委托|卖给)"
)
_RESULT = "(?:成果|专利权?|技术|产权|版权|著作权|软著|品种权?|使用权|所有权|发明|配方|工艺)"
_IS_WITH = re.compile(rf"{_RESULT}[^，。；]{{0,6}}?(?:是|在|由|来自|出自|归|属于?|挂|握|掌握)[^，。；我咱本]{{0,8}}$")
_WITH_THEM = re.compile(r"(?:老师|教授)?(?:的?手[里上中头]|的?名下|那[里边儿])")
_OURS = re.compile("(?:我们?|咱们?|本)(?:的|这个|这家|这)?$")

_FOUNDED = re.compile(
    r"(?:开|办|创办|创立|成立|注册|搞|弄|设立)(?:了|起|有)?(?:一?[家个]|自己的|属于自己的)*[^，。；的有和跟与]{0,5}$"
)
_ALONE = re.compile("自己|(?<![和跟与给])我(?![们校院所司国市省厂单公方])")
_EMPLOYED = re.compile("老师|教授|教师|研究员|博士|硕士|学生|上班|工作|退休|任教|任职|出来|离职|辞职|毕业|职工|在职")
_FROM = re.compile("(?:从|向|由)[^，。；我咱本]{0,6}$")
_GOT = re.compile("[^，。；我咱本]{0,4}(?:受让|买|购|引进|拿|转让|接|授权|许可)")


def gives(clause: str, start: int, end: int) -> bool:
    """Whether the unit named at ``clause[start:end]`` is whose something is, or was, and not whoever speaks (我们学校)."""
    ahead = clause[:start]
    if _OURS.search(ahead) or clause[start] in "我咱本":
        return False
    return bool(_GIVES.match(clause, end) or _IS_WITH.search(ahead) and _WITH_THEM.match(clause, end))


def founded_alone(text: str, places: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Of ``places``, names of kinds of units, those of firms that the writer has founded himself, where there are any; else all."""
    own = [place for place in places if _FOUNDED.search(text[: place[0]])]
    others = [place for place in places if place not in own]
    alone = own and others and _ALONE.search(text) and _EMPLOYED.search(text)
    return own if alone else list(places)


def employers(text: str, named: Sequence[Mention], guide: Guide) -> tuple[Mention, ...]:
    """The kinds of units named as where the writer works or worked, who has founded one of his own."""
    kinds = [name for name in named if name.choice and guide.figure[name.figure].kind == "choice"]
    own = founded_alone(text, [(name.start, name.end) for name in kinds])
    return tuple(name for name in kinds if (name.start, name.end) not in own)


def is_got_from(text: str, start: int, end: int) -> bool:
    """Whether what is named at ``text[start:end]`` is from whom something was got: 成果是从西北师大受让的."""
    return bool(_FROM.search(text[:start]) and _GOT.match(text, end))
