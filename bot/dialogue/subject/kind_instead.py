"""A kind that is put for that of which was just asked, or beside it: 打错了，不是农业，我们是工业; 还差一个，社会发展的.

Before any check that asks the same again of this kind, and tells nothing of anybody.
"""

from __future__ import annotations

import re

from bot.dialogue.state import Conversation, Mention, Utterance
from bot.dialogue.subject.fields import deciding
from bot.figures.stated.chosen import is_denied_before
from bot.figures.values import Figures
from bot.figures.wording.blanks import blanked
from bot.guide.model import Guide

_OF_NO_KIND = (None, "program", "overview", "text", "term", "technology")  # topics of which the answer turns on no kind
_MISTAKEN = "(?:[打说写看问弄搞记听选发填讲][错混反岔]|搞乱|错|口误|手误|笔误|不对|更正|纠正|改|抱歉|不好意思|对不起|等等?|稍等|哎呀?|啊呀)(?:了|一?下)*"
_ONE_MORE = (
    "(?:还|再|就|只|又)*(?:[差有剩缺少漏来说讲看]|最后|剩下)(?:了|下)*(?:[一这那]?个)?(?:没(?:有)?[说讲问看答提])?"
)
_PUTS = (
    "不(?:是|算|属于)|而?是|算|属于?|换成?|改成?|我们?|咱们?|项目|课题|单位|应该|其实|本来|刚才?|上面|那个|这个|(?:想|要)?(?:问|说|讲|指|看)的?|"
    "类型?|领域|方面|方向|[这那]?[块边口]|来?申?报|牵头|做|搞|[也就都才那这的了吧啊呀哈哦嗯好呢]"
)
_PUT_INSTEAD = re.compile(rf"(?:#|{_MISTAKEN}|{_ONE_MORE}|{_PUTS}|[，,。.；;：:！!、 ~～])+")


def kinds_put_instead(guide: Guide, conversation: Conversation, utterance: Utterance) -> tuple[Mention, ...]:
    """The names of the kinds of which the question before is asked now; none where the message says anything else, or the
    answer turned on no kind."""
    names = utterance.mentions
    figures = {each.kind for each in names}
    if conversation.check or conversation.topic in _OF_NO_KIND:
        return ()
    if not figures & {*conversation.case} or figures - deciding(guide):
        return ()
    plain = blanked(utterance.text, [(each.start, each.end) for each in names], "#")
    put = tuple(each for each in names if not is_denied_before(utterance.text, each.start))
    said = [(each.kind, each.id) for each in put]
    one_of_each = len({kind for kind, _ in said}) == len(said) > 0
    other = not {*said} <= {*conversation.case.items()}
    return put if one_of_each and other and _PUT_INSTEAD.fullmatch(plain) else ()


def with_kinds(conversation: Conversation, kinds: tuple[Mention, ...]) -> Conversation:
    """``conversation`` with these kinds for what was told of the asker, where that was told."""
    put = {each.kind: each.id for each in kinds}

    def mended(told: Figures) -> Figures:
        return {figure: put.get(figure, value) for figure, value in told.items()}

    return conversation.but(figures=mended(conversation.figures), aside=mended(conversation.aside))
