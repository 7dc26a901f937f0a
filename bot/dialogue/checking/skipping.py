"""An open question that is left unanswered for now: 可以跳过吗, 这个以后再说, 自筹回头告诉你, 审计还没出来."""

from __future__ import annotations

import re

from bot.dialogue.checking.unsettling import TAKEN_BACK
from bot.dialogue.hearing.heard import Hearing
from bot.dialogue.order_words import RECEIPT
from bot.dialogue.words import ASKING
from bot.figures.mentions import NUMERIC
from bot.figures.wording.stance import without_stressed

_SKIP = "跳过?去?|略过|pass|空着|留空|放一?放|往后放|搁着?一?搁?|先不(?:回?答|填|说|选)"
# 可以跳过吗, 这题能跳不: who asks for leave wants to go on. 能不能过 asks for a verdict.
_LEAVE = re.compile(
    rf"(?=.*(?:{_SKIP}))(?:{_SKIP}|那|请问|麻烦|请|我们?|咱们?|您|你|这|那|一|上|道|个|题|项|条|问题|问|可以|可不可以|可否|能不能|能否|能|行不行|行"
    r"|先|暂时|暂且|直接|帮|给|就|也|掉|着|了|下一?[个题项条道]?|吗|么|不|吧|呢|啊|好|的话|[，,。？?！!~ ])+",
    re.IGNORECASE,
)
_WHEN = "以后|回头|晚一?[点些]|稍后|待?会儿?|等一?[下会]儿?|改天|过后|过会儿?|下次|到时候?|过几天|明天|后天|有空"
# 先不说了 leaves the check and not this question alone.
LEAVES = re.compile(
    r"(?:那|好|行|先|就|我们?|今天|等(?:一?[下会哈]儿?|等)?|[哦嗯哎][呀啊]?|[，, ])*不(?:说|聊|谈|讲)了[啊吧哈呗，,。！! ]*"
)
_LATER = re.compile(
    rf"(?:{_WHEN})(?:我|们)?(?:再|就)?(?:来)?(?:说|回?答|填|告诉|报|补|讲|提供|给[你您])"
    r"|(?:再|先|要|得|去)(?:核实|确认|核对|了解|查|问|想)(?:一?下|查|问|想|清楚)?(?:再说|吧|看|[。！ ]|$)"
)
# 以后再说 alone leaves the check; 这个以后再说 only what is asked.
_THIS = re.compile("(?:这|那|该|本)(?:一|道)*[个题项条点道块]|这(?=个?等|以后|回头|晚|稍)")
# 报告还没出呢，晚点再说: with what is waited for, it is the question that is left, and not the check.
_NOT_YET_THERE = re.compile(r"[还尚][没未][^，。；？?]{1,10}[，,。；]")
# 我问问领导再说, 等财务核实一下: somebody else knows.
_SOMEBODY = re.compile(
    r"[问查核](?:问|查|实|对)?(?:一?下)?(?:[^，。？?]{0,4}(?:财务|会计|领导|老板|同事|总部|上级|主管|老总|校长|院长|所长|科研处|办公室))[^，。？?]{0,4}"
    r"(?:再|才|后|以后|之后|[，,。！! ]|$)|(?:财务|会计|领导|老板|同事|主管)[^，。？?]{0,4}(?:核实|确认|算一?[下算]|查一?[下查])"
    r"|等(?!一?下)[^，。？?]{0,4}(?:年报|报表|审计|决算|预算|批复|通知)"
)
# A number that is not at hand yet, to the question for one: 还在做预算, 审计没出来, 明天告诉你.
_NOT_AT_HAND = re.compile(
    r"(?:预算|概算|决算|审计|报表|账目?|财务|数据|数字?|方案|可研|报告|统计|批复|表)[^，。]{0,4}(?:[没未]|还?[在要得])[^，。]{0,4}(?:下来|出来|出|批|做|编|定|完|算|弄|审|报|齐|拿到|等)"
    r"|(?:还|正)(?:在|没)[^，。]{0,3}(?:做|编|算|测|核|统计|汇总|审计?|等)[^，。]{0,3}(?:预算|概算|决算|报表|账|数|方案|批复|报告|呢|中)?[^，。]{0,2}(?=[，,。！!]|$)"
    r"|(?:明天|后天|改天|回头|晚点|稍后|过[几两]天|下[周月]|等会儿?|待会儿?|到时候?)[^，。]{0,3}(?:告诉|说|报|给|发|答|补|定)"
)

# 还没走起来, 从来没弄过, 莫得问题: what is not done, or not amiss, is an answer, be it one in unknown words.
_DOES_NOT = re.compile(
    r"(?:[没莫未无](?:有|得)?|不曾)(?:专门|正式|怎么|[人谁]|真正|自己|去|[ ])*(?:[搞弄建设办做干走搭花签批评招谈拿][起成下出过上到]|问题|麻[达烦])"
    r"|^[^，。；？?]{0,4}不(?:会|用|打算)?(?:出(?!来)|离|去|往|搬|迁|挪|跨|涉及|靠|缺|差|归|属)"
)
_ASK = "(?:问|查|看|算|翻|找|核实|确认|核对|了解|打听)"
# 等等，我去问下财务: the answer is to come, and what is asked stays open.
_WAIT = re.compile(
    r"(?:好|行|嗯|那|哦|先|请|麻烦|您|你|再|[，, ])*(?:等等|等一?[下会]儿?|稍等(?:一?[下会]儿?|片刻)?|稍候|慢着|且慢|别急|等(?=我|咱|让)|(?:给|容)我(?:一?点时间|[一几两]?分钟|一?下))"
    rf"(?:[吧啊哈哦呢，,。！! ]*(?:我们?|让我|容我|咱们?)?(?:先|得|要|马上|现在|这就|去|回去|来)*{_ASK}(?:{_ASK}|一?[下眼遍])*[^，。？?\d再回]{{0,6}}?(?:马上|就)?(?:来)?)?[吧啊哈哦，,。！! ]*"
)


def waits(text: str) -> bool:
    """Whether the text only asks for patience: the answer is looked up, and nothing is left open for good."""
    return bool(_WAIT.fullmatch(text))


def left_open(this: Hearing) -> tuple[str, ...]:
    """The figures (ids) that the message leaves unanswered: those it names, else the one that is asked; none otherwise."""
    asked, text = this.conversation.asked, this.utterance.text
    if RECEIPT.search(text) or LEAVES.fullmatch(text):  # 我把编号忘了; 先不说了
        return ()
    if this.heard.unknown or not asked:
        return this.heard.unknown if asked or this.conversation.check and not this.wonders else ()
    named = tuple(dict.fromkeys(each.figure for each in this.heard.mentions if not each.choice))
    leaves = this.intent == "unknown" and this.believed and not (_DOES_NOT.search(text) or ASKING.search(text))
    if leaves or _LEAVE.fullmatch(text):
        return named if named and asked not in named and re.search(TAKEN_BACK, text) else (asked,)
    if this.heard.readings or this.heard.bare or ASKING.search(without_stressed(text)):
        return ()
    later = _LATER.search(text)
    if later and (named or _THIS.search(text) or _NOT_YET_THERE.search(text)) or _SOMEBODY.search(text):
        return named or (asked,)
    number = this.guide.figure[asked].kind in NUMERIC  # nobody waits for what is there or not
    return (asked,) if number and not this.commands and _NOT_AT_HAND.search(text) else ()
