"""An answer that tells how something is to be counted, whatever doubt goes before it: 说不好，你先按能算; 先当没有."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.figures.mentions import Mention
from bot.figures.statement import Statement
from bot.figures.wording.blanks import blanked
from bot.figures.wording.stance import clauses
from bot.guide.model import Figure

_COUNTED = re.compile(
    r"(?:那|就|你|您|的|先|暂时?|可以|这一?[项条个]|要不|我们?|咱们?|都|也|姑且|干脆|还是|请|帮我|[ ])*"
    r"(?:按照?|当[作成做]?|算[作成]?)(?:我们|它|是)?"
    r"(?P<no>不|没)?(?P<said>有|能|够|是|在|行|满足|符合|具备|(?<=没))的?(?:来|去)?(?:算|处理|查|看|填|办|记|核对?)?"
    r"(?:吧|了|呗|好了|就行|就是了|[ ，,。；;！!])*"
)


def taken_as(text: str, figure: Figure, named: Sequence[Mention]) -> bool | None:
    """Whether the ``figure`` that is asked for, by name or not (研发机构这个先当没有), is to be counted as there, by the last clause
    that says so; None where none does."""
    if figure.kind != "yes_no":
        return None
    own = [(name.start, name.end) for name in named if name.figure == figure.id and not name.choice]
    found = [_COUNTED.fullmatch(each.text) for each in clauses(blanked(text, own))]
    said = [not each["no"] for each in found if each]
    return said[-1] if said else None


def counted_as(text: str, figure: Figure, named: Sequence[Mention]) -> Statement | None:
    """The answer that tells how the ``figure`` is to be counted; None where the text does not."""
    said = taken_as(text, figure, named)
    return None if said is None else Statement(figure.id, said, 0, len(text))
