"""Programs named as the thing that is run or set up, where it is asked what that fits: 我们办了个孵化器，…，走哪一类.

Nobody who asks where his incubator belongs has chosen a program: what he has is told as a business is, and answered as one.
Such a name is put under the kind of technologies.
"""

from __future__ import annotations

import re
from dataclasses import replace

from bot.dialogue.hearing.what_fits import asks_which, question_of_fit
from bot.dialogue.state import Conversation, Mention, Utterance
from bot.dialogue.subject.beside import NAMES
from bot.dialogue.subject.fields import TECHNOLOGY
from bot.dialogue.subject.told_of import TOLD_OF, orders
from bot.dialogue.words import FOLLOWING
from bot.figures.wording.stance import asks, clause_at

# How a thing is called that can be run, and no program: 孵化器, 成果转化基地; 产学研 is none.
_THING = re.compile("(?:平台|机构|孵化器|空间|载体|基地|中心|科技园)$")
# 只知道研发那块, 外教上课那种: words that describe, and no name; in a story they are of what it tells.
_DESCRIBES = re.compile("那一?[个种类块]$")
# 我们运营着一个众创空间: all that is said.
_ONLY_TOLD = re.compile(
    "(?:[我咱俺]们?(?:自己|公司|单位|这边|这儿)?|公司|单位|本[司校院所])+(?:现在|目前|去年|前年|今年|刚|新|自己|也|就|在)*"
    "(?:运营|经营|开办?|办|建|管|搞|做|弄)(?:起来?|着|了|过)*(?:一?[个家座处])?[^，,。；;？?]{0,6}$"
)
# 孵化器那个专项: the program is meant after all.
_AS_A_PROGRAM = re.compile("的?(?:[这那][个种类块条项])?(?:专项|项目|计划|方向|一?类|那块|这块)")


def with_what_is_set_up(conversation: Conversation, utterance: Utterance) -> Utterance:
    """``utterance`` with the one program that it tells of as a thing under ``TECHNOLOGY``, where that is to be placed.

    A family by whose name the story says another thing (不足以支撑) is only told of, and so is what is but described there.
    """
    text, names = utterance.text, utterance.of(*NAMES)
    question = question_of_fit(text) if names and not conversation.check else ""
    told = [each for each in names if each.end <= len(text) - len(question) and _tells(utterance, each, question)]
    alone = len(names) == 1 and not conversation.programs and _is_all_that_is_said(text, names[0])
    if not (asks_which(question) or alone) or len({each.id for each in names}) > 1 or len(told) < len(names):
        return utterance
    kinds = {each: TOLD_OF if each.kind == "family" or _DESCRIBES.search(each.text) else TECHNOLOGY for each in told}
    kept = (replace(each, kind=kinds.get(each, each.kind)) for each in utterance.mentions)
    return replace(utterance, mentions=tuple(kept))


def _is_all_that_is_said(text: str, name: Mention) -> bool:
    return bool(_ONLY_TOLD.match(text[: name.start]) and not text[name.end :].strip("的了呢啊，,。！! "))


def _tells(utterance: Utterance, name: Mention, question: str) -> bool:
    """Whether the name stands in the story for the thing itself, or for something else than a program."""
    clause = clause_at(utterance.text, name.start)
    if FOLLOWING.fullmatch(clause.text.rstrip("，, ")):
        return False  # 那平台那几个呢，学校能报哪几个 is of those
    if _DESCRIBES.search(name.text):
        return True
    rest = clause.text.removesuffix(question) if clause.end == len(utterance.text) else ""
    if rest.strip("，,。 ") == name.text:
        return False  # 研发平台归哪 is of the program
    free = not (asks(clause.text.removesuffix(question)) or _AS_A_PROGRAM.match(utterance.text, name.end))
    thing = not orders(utterance, clause) if name.kind == "family" else bool(_THING.search(name.text))
    return free and thing and not name.text.endswith("专项")
