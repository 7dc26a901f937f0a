"""Programs that a message names and does not mean: where one sits (孵化器里的公司), what one does not do (不请外专), all but one.

Their names are put under kinds of their own, so that nothing takes them for what the message is about.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.dialogue.state import Conversation, Mention, Utterance
from bot.dialogue.subject.leaving import is_left_behind
from bot.dialogue.subject.programs import EVERY, LEFT_OUT, named_programs
from bot.dialogue.words import ANY_OF_THEM
from bot.figures.wording.stance import asks, clause_at
from bot.guide.model import Guide

HOUSED = "housed_in"
NAMES = ("program", "family")
# 在孵化器里办公, 入驻众创空间: the place where one is.
_SITS = re.compile(
    r"(?:在|入驻(?:了|在|到|于)?|进驻|落户(?:在|于)?|位于|驻|搬进了?|租[在用]?)[^，。；;！!？?和与及、]{0,6}$"
)
_INSIDE = re.compile(r"(?:里[面头边]?|内|中|园区)(?!心)")
# 孵化器里的公司, 我们是大学科技园的企业; 兰白的企业 may be whoever applies for it.
_OF_IT = re.compile(
    r"的?(?:一?家|一?个|几个|[小微新]|民营|私营|初创|创业|科技)*(?:在孵|入驻|入孵)?的?(?:[小微]|初创|创业|科技)*(?:公司|企业|团队|厂|单位)(?!培育|孵化|服务|建设|运营)"
)
_ITS = re.compile("的|[在入][孵驻园]")
_WE_ARE = re.compile(r"(?:我们?|咱们?|公司|单位)?(?:是|属于)$|(?:^|[，,。；;])[ ]*$")
# 在兰白里怎么写, 农业的在重大里有一处: of what the guide says.
_OF_A_TEXT = re.compile(r"写|规定|说|列|提[到及]|方向|领域|要求|条件|支持|[一两几]处|[能可]以?报")
_ITS_OWN = re.compile(r"运营|管理|建设|建|办|开|经营|打造")
# 不引外国专家, 没打算请外专: what is not done.
_DOES = "引进?|请|招|聘|涉及|用到"
_NOT = "(?:不(?:打算|想|准备|会|需要|用)?|没(?:有)?(?:打算|想|计划)?)"
_NOT_DONE = re.compile(rf"{_NOT}(?:{_DOES})(?:[^，。；;！!？?]{{0,4}})$")
_DONE_ITSELF, _NOT_AHEAD = re.compile(_DOES), re.compile(rf"{_NOT}$")  # 引进外国专家 is a name with its verb
# 外专没有: what is not there, or not wanted.
_LACKED = re.compile(
    r"(?:[这那](?:[块个项]|方面)|方面|的|倒|也|还|都|就|我们?|目前|暂时|现在)*(?:没有?|无|不(?:涉及|沾|做|搞|打算)|没有?(?:涉及|请|引进|打算|计划)过?)[的了呢啊]*(?:[，,。；;！! ]|$)"
)
_OF_A_RULE = re.compile("(?:门槛|要求|条件|限制|规定)[^，。；？?]*$")
# 不是重大，是支撑里头那个: what is asked about is the other one.
_NOT_THIS = re.compile("(?<!是)不是(?:说|指|报|走|问)?$")
_GIVEN_UP = re.compile(
    "(?:不(?:想|再|打算|准备)?|别)(?:再|去)?(?:申?报|申请|查|看|问|考虑|弄|搞)$"
)  # 算了不报重大了。农业的…
_BUT = re.compile(r"(?:除(?:了|去|开|却)?|抛开|撇开|不算|不包[括含])[^，。；;？?！!]{0,3}$")


def with_named_beside(guide: Guide, conversation: Conversation, utterance: Utterance) -> Utterance:
    """``utterance`` with the names of programs that are no subject of it under kinds of their own."""
    names = tuple(_with_kind(guide, conversation, utterance, each) for each in utterance.mentions)
    left = left_out(guide, replace(utterance, mentions=names))
    described = tuple(each for each in utterance.described if each[0] not in left)
    return replace(utterance, mentions=names, described=described)


def left_out(guide: Guide, utterance: Utterance) -> tuple[str, ...]:
    """The programs (ids) that are not to be among those which are asked for."""
    names = (replace(each, kind=_kind(guide, each)) for each in utterance.of(LEFT_OUT))
    return named_programs(guide, Utterance(utterance.text, mentions=tuple(names)))


def _kind(guide: Guide, name: Mention) -> str:
    return "program" if name.id in guide.program else "family"


def _with_kind(guide: Guide, conversation: Conversation, utterance: Utterance, name: Mention) -> Mention:
    of_several = of_all(utterance.text, utterance.mentions)
    if name.kind not in NAMES or name.text.endswith("专项") and not of_several:
        return name
    if _is_where_one_sits(utterance.text, name):
        return replace(name, kind=HOUSED)
    ahead = utterance.text[: name.start]
    all_but = of_several and not conversation.active
    not_done = _NOT_DONE.search(ahead) or _DONE_ITSELF.match(name.text) and _NOT_AHEAD.search(ahead)
    lacked = of_several and is_lacked(utterance.text, name) or _is_set_right(utterance, name)
    if not_done or lacked or all_but and (_BUT.search(ahead) or is_left_behind(utterance.text, name)):
        return replace(name, kind=LEFT_OUT)
    return name


def _is_set_right(utterance: Utterance, name: Mention) -> bool:
    """Whether a question says that another of the programs named is meant than this."""
    text, asking = utterance.text, utterance.intent.startswith("ask_")
    ahead = text[: name.start]
    denied = (
        asking and (_NOT_THIS.search(ahead) or _GIVEN_UP.search(ahead)) and not asks(clause_at(text, name.start).text)
    )
    return bool(denied) and any(each.id != name.id for each in utterance.of(*NAMES))


def is_lacked(text: str, name: Mention) -> bool:
    """Whether a program is told to be none of the asker's: 外专没有; 门槛是重大有兰白没有 is of the rules."""
    return bool(_LACKED.match(text, name.end)) and not _OF_A_RULE.search(text[: name.start])


def of_all(text: str, named: Sequence[Mention]) -> bool:
    """Whether it is asked, or ordered, of all there are, or of those of a family that is ``named`` beside another."""
    whole = any(each.kind == "family" and not is_lacked(text, each) for each in named)
    return whole or bool(ANY_OF_THEM.search(text) or EVERY.search(text))


def _is_where_one_sits(text: str, name: Mention) -> bool:
    clause = clause_at(text, name.start)
    ahead = text[: name.start]
    if asks(clause.text) or _ITS_OWN.search(clause.text[: name.start - clause.start]) or _OF_A_TEXT.search(clause.text):
        return False
    inside = _INSIDE.match(text, name.end)
    if inside and (_SITS.search(ahead) or _OF_IT.match(text, inside.end())):
        return True
    return bool(_WE_ARE.search(ahead) and _ITS.match(text, name.end) and _OF_IT.match(text, name.end))
