"""What is told to be lacking by one word of a condition's name, ahead of asking whether one may apply: 新型研发机构还没注册，能先报吗."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.answers.requirements import figures_of
from bot.dialogue.state import Utterance
from bot.guide.model import Guide

_LACKS = re.compile(
    r"(?:还没有?|尚未|没有?|未)(?:正式|完成|去|来)?(?P<what>[\u4e00-\u9fff]{2,4}?)(?:好|完|下来|成)?[，, ]*(?:现在|那|就|这时候|我们?)*"
    r"(?:(?:能不能|可不可以|能否|可否|能|可以)(?:先|提前|照样|也|直接)*(?:申?报|申请)"
    r"|(?:的(?:项目|话)?)?(?:是不是|是否)?(?:就|也|还)?(?:不行|不能报|报不了|没戏|行不行|可不可以|(?:行|可以)(?:[吗么不]|[?？。 ]*$)))"
)


def lacking_by_a_word(guide: Guide, programs: Sequence[str], utterance: Utterance) -> str:
    """The one figure (id) that the one program tests in a sentence with the word for what is lacking, which its name has, too;
    empty where none is."""
    found = _LACKS.search(utterance.text)
    if found is None or len(programs) != 1 or utterance.of("figure"):
        return ""
    said = [each for each in guide.program[programs[0]].requirements if found["what"] in each.quote]
    tested = {figure for each in said for figure in figures_of(guide, each)}
    named = [
        each for each in tested if guide.figure[each].kind == "yes_no" and found["what"] in guide.figure[each].name
    ]
    return named[0] if len(named) == 1 else ""
