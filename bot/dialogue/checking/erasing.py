"""What cannot be taken back: whether a message really wants everything erased, or a check begun anew.

A word for it is not enough: 别删我的数据, 删掉收入, 我删了一个子项目 and 有，重新开始建的 hold one too. The clause with the word
has to consist of nothing but the wish: of words for erasing, for what is kept here, and of words that add nothing.
"""

from __future__ import annotations

import re

from bot.dialogue.order_words import ERASING
from bot.dialogue.words import ASKING
from bot.figures.wording.stance import Clause, clauses

_DENIED = re.compile(r"(?:别|(?<![能可])不(?!然|过)|没|勿|未|甭)[^，。]{0,6}$")
_ALL = re.compile("信息|数据|资料|记录|内容|情况|东西|聊天|对话|隐私|账|我|都|全|所有|一切|干净")
_SAYS_AGAIN = re.compile(r"[那我再先, ]*重新?(?:说|讲|填|答|报|输)(?:一?[遍次下个])?(?:吧|啊)?[，,。 ]*$")
_KEPT_NOT = re.compile(
    r"(?:别|不要|不准|不许|不得|请勿|勿|禁止|甭)[^，。]{0,4}(?:保存|留存|存储|存|留|记录|收集|上传|外传|泄露|公开)[^，。]{0,8}(?:数据|信息|资料|记录|内容|情况|隐私)"
)
_POLITE = re.compile(
    r"^(?:请问?|那|你们?|您|我|老师)*(?:能不能|可不可以|能否|可否|能|可以)(?:请|麻烦|帮|给|把|将|让|直接|现在|马上|立即|删|清|抹)"
)
_ASKED = re.compile(r"怎|如何|多久|什么|哪|会|是不是|有没有|为何|安全|要不要")
# 前面的都不算 disowns all that was said, whatever intent it is taken for.
_DISOWNS = re.compile(
    r"^(?:那|我|我们|把|您|你|[，, ])*(?:前面|之前|刚才|刚刚|以上|上面|先前|原来|前头)[^，。]{0,6}(?:都|全部?|统统|一律)(?:不算|作废|不作数|推翻|取消)"
)
# 这家问完了, before 换一家公司查.
_DONE_WITH = re.compile(
    r"(?:好|那|嗯|[，, ])*(?:[这那上刚本]才?一?[家个]?)?的?(?:公司|单位|企业|学校)?(?:的|就|都|已经?|先|算)*(?:问|查|看|核对?|弄|说|聊|测)?(?:完|好|清楚|结束|到这里?)(?:了|儿|吧|[，,。；;！! ])*"
)
_ANOTHER_APPLICANT = re.compile(
    "(?:换|再|另|下)(?:成|来|查|看|问)?(?:一|另外?)*(?:家|个)(?:公司|单位|企业|学校|厂)|下一家|另一家|别的(?:公司|单位|企业)"
)
_ANOTHER_PROJECT = re.compile(
    r"^(?:那|现在|我们?|咱们?|再|又|想|要|就|[ ，,])*(?:换|改)(?:了|成)?(?:一|另)?(?:一?个|别的|其他)?新?的?(?:项目|课题)(?:了|吧|说|算|来说|[，,。：: ])*$"
    r"|^(?:那|现在|我们?|咱们?|再|[ ，,])*(?:说|看|查|算|报|还有|是)?(?:另外?|第二)(?:一?个|的)?(?:项目|课题)(?:的话|呢|是|[，,。：: ])*$"
)
_FILLER = (
    "请|麻烦|拜托|劳驾|帮忙|帮|给|把|将|让|替|我们?|咱们?|本|公司|单位|企业|学校|你们?|您|老师|的|得|了|吧|呢|啊|呀|哈|撒|一?下|一哈|掉|干净|彻底|立即|马上|现在|立刻|直接|都|全部?|全|统统|一并|所有|一切"
    "|那|就|先|再|还是|好|行|要求?|想|需要|希望|可以|能不能|可不可以|能否|能|吗|从|里面?|里的?|这里|上|系统|后台|服务器|刚才|刚刚|刚|之前|以前|前面|已|过|和|并|及|与|跟|这些|那些|这个|那个|些|也"
    r"|[\W_]"
)
_WISHES = {
    "forget": re.compile(
        rf"(?:{_FILLER}|删除权?|删|清除|清理|清空|清|抹去|抹|注销|销毁|忘记|忘|擦除|擦|撤回|撤销|行使"
        "|个人|信息|数据|资料|记录|痕迹|内容|情况|东西|账号|账户|帐号|聊天|对话|消息|隐私|授权|留底|存|保存|留|收集|提供|提交|填写?|说|讲|写|发|输入|数字?|什么)+"
    ),
    "start_over": re.compile(
        rf"(?:{_FILLER}|重新|重头|从头|从零|从新|重[来填查测算做说问启置开]|开始|开头|再[来测查走]?|来|查|核对|核|测|评估|评|填|算|做|说|弄|走|问起?|问|清空|清除|清掉|清零|清|归零|复位"
        "|新|另起|炉灶|推倒|回到|返回|最|第一[步个题]?|问题|一?[遍次轮回个趟]|数据|信息|填写?的?|检查|换|家|项目|别的|其他|另一?|前头|先前|上面|以上|原来|统统|一律|不算数?|作废|不作数|推翻|取消|不要|一?[家个份]|下一|核验|自查|答题|流程|起点|首题|头一?题|发起|初始化|刷新)+"
    ),
}


def wants(intent: str, text: str) -> bool:
    """Whether some clause of the text is the wish ``intent`` (forget, start_over) and nothing else."""
    return any(_is_wish(intent, clause.text) for clause in _with_the_word(intent, text))


def begins_anew(text: str) -> bool:
    """Whether the text begins with the wish to start over and goes on with something else: 重新开始，我们是研究所，想报…."""
    first, *rest = clauses(text)
    said = ERASING["start_over"].search(first.text) and _is_wish("start_over", first.text)
    if _SAYS_AGAIN.match(first.text):  # 重新说，是820万, of the figure in hand
        return False
    return bool(said) and any(not _is_wish("start_over", each.text) for each in rest)


def disowns(text: str) -> bool:
    """Whether the text says of all that was said before that it does not count."""
    return any(_DISOWNS.search(clause.text) and _is_wish("start_over", clause.text) for clause in clauses(text))


def another_project(text: str) -> bool:
    """Whether the text begins with another project than before and goes on with what that is: 换个项目，总投资510万."""
    first, *rest = clauses(text)
    return bool(rest and _ANOTHER_PROJECT.fullmatch(first.text))


def another_applicant(text: str) -> bool:
    """Whether the text turns to another applicant and goes on with what that is: 这家问完了，换一家公司查，农业类的."""
    parts = list(clauses(text.replace("：", "，")))
    first = 1 if len(parts) > 1 and _DONE_WITH.fullmatch(parts[0].text) else 0
    wish, rest = parts[first], parts[first + 1 :]
    return bool(_ANOTHER_APPLICANT.search(wish.text) and _is_wish("start_over", wish.text) and (rest or first))


def names_all(text: str) -> bool:
    """Whether the text says what is to be erased, be it only 都; a mere 删掉 may be meant of one figure."""
    return bool(_ALL.search(text))


def keeps_nothing(text: str) -> bool:
    """Whether the text forbids that what is told be kept or passed on: 别保存我们的数据."""
    return bool(_KEPT_NOT.search(text))


def spares(text: str) -> bool:
    """Whether the text says that nothing shall be erased: 别删我的数据."""
    return any(_is_denied("forget", clause.text) for clause in _with_the_word("forget", text))


def _with_the_word(intent: str, text: str) -> list[Clause]:
    return [clause for clause in clauses(text) if ERASING[intent].search(clause.text)]


def _is_wish(intent: str, clause: str) -> bool:
    asked = _ASKED.search(clause) or (ASKING.search(clause) and not _POLITE.match(clause))
    return bool(_WISHES[intent].fullmatch(clause)) and not asked and not _is_denied(intent, clause)


def _is_denied(intent: str, clause: str) -> bool:
    found = ERASING[intent].search(clause)
    return bool(found and _DENIED.search(clause[: found.start()]))
