"""Lacks that are denied, put as the yes that they say: 不是没有 is 有, 没有不稳定的情况 is 稳定, 不存在争议 is 没有争议.

They are replaced letter for letter, so that every place in the text stays where it is.
"""

from __future__ import annotations

import re

from bot.figures.wording.denial import ADVERSE
from bot.figures.wording.stance import clauses

# 是不是没有 asks, 要不是没有 supposes, 这不是没有嘛 denies.
_IS_NOT = r"(?<![是要这那还可就])(?:并|也|倒|绝|又|都)*(?:不是|并非|绝非|决非|不会|不可能|不至于|不能[说算]|不算|[谈说算]不上|不存在)(?:说|什么|是)?"
_QUANTITY = r"(?:任何|什么|啥|半点|一点儿?|丝毫|哪里?|哪儿|[一哪][项个条处样方点]面?)?(?:地方|时候|方面)?(?:是|有|会|说|存在|出现)?"
_HAS_NOT = r"(?<!有)(?:从来?|并|也|都)*(?:没有?|未|无|不存在|不会)(?:过|出现过?|发生过?)?"
_ABOUT = r"(?:[^，。；不没有]{0,4}?)"  # 不存在人员不够的问题
_WE = "(?:我们?|咱们?|公司|单位|学校)*"  # 不会因为没有研发机构就不批 affirms none
_STATE = "(?:足?够用?|充?足|明[晰确]|清[晰楚]|稳定?|满足|符合|具备|齐全?|完[善备]|健全|到位|合格|达标|在|能(?=满足|提供|保[障证]))"
_DONE = "(?:签订?|建成?|设立?|办|启动|批|注册|登记|成立|联合|配备?|落实)"
_MATTER = "(?:过)?(?:的)?(?:地方|情况|问题|部分|时候|现象|说法|方面|可能)?"
# 没有经费不稳定的情况; not 没有经费不稳定, which has lost its comma.
_CASE = "的?(?:地方|情况|问题|部分|时候|现象)"
_AMISS = f"不[^，。；]{{0,3}}{_STATE}"
_EITHER_OR = r"(?![^，。；]{0,8}就是)(?![^，。；]{0,6}[嘛吗么?？])"
_OCCURS = "(?:存在|出现|发生|产生|涉及|牵[涉扯]|引起|引发|遇到|碰到|卷入|有|闹|打)"
_NEVER = rf"(?<!有)(?:(?:从来?|并|至今|也|都)*(?:没有?|未曾?|不曾?|无)(?:会|曾)?{_OCCURS}过?|(?:没有?|无))(?:任何|什么|啥|半点|一点儿?|丝毫)?(?:权属|归属|法律)?(?:上|方面)?的?"
_TROUBLE = "不清不楚|不明不白|扯皮|模糊|含糊|瑕疵|诉讼|官司|分歧|隐患|毛病|障碍|困难|漏洞|缺口|缺陷|压力|矛盾|问题"
_ENDS = rf"{_MATTER}(?=[的了呢啊呀吧哦哈]*(?:$|[ ，。；,;、!！~～]|但|不过))"

_NO_LACK = re.compile(rf"{_IS_NOT}{_WE}(?:没有?|木有|无)(?!{_DONE}){_EITHER_OR}")
_MERELY = re.compile(rf"[我们的了呢啊呀也 ，。,;；、！!]*{_IS_NOT}(?:没有?|木有|无)[的了呢啊呀 ，。,;；、！!]*")
_NOT_UNDONE = re.compile(rf"{_IS_NOT}(?:还)?(?:没有?|未)(?P<done>{_DONE}){_EITHER_OR}")
_NOT_AMISS = re.compile(
    rf"(?:(?:{_IS_NOT}|{_HAS_NOT}{_QUANTITY}){_WE}|(?:{_IS_NOT}|{_HAS_NOT}){_ABOUT}(?={_AMISS}{_CASE}))不(?:太|够|很|大|是很|怎么)?(?P<state>{_STATE}){_MATTER}{_EITHER_OR}"
)
_NOT_LACKING = re.compile(
    rf"(?:(?:{_IS_NOT}|{_HAS_NOT}{_QUANTITY})(?:缺[少乏失]?|欠缺|短缺|匮乏|紧缺|稀缺|紧张|中断过?|间断过?|断[档供流过]|停过|[少短欠拖]过|拖欠过?|耽误过)|(?<![是])(?:并|也|都|从)*不(?:太|怎么|大)?(?:欠缺|短缺|匮乏|紧缺|稀缺|紧张|吃紧))(?!口){_EITHER_OR}"
)
_NO_DISPUTE = re.compile(rf"{_NEVER}(?=(?:{ADVERSE}))")
_NO_TROUBLE = re.compile(rf"{_NEVER}(?:{_TROUBLE}){_ENDS}")
_DISPUTE = f"{ADVERSE}|纠葛|官司|扯皮"
# 知识产权纠纷没有, 人员缺口倒没有: the trouble is named first. 有纠纷没有 asks.
_NONE_BEHIND = re.compile(
    rf"(?<![没不])(?<!没有)(?<!无)(?P<trouble>{_DISPUTE}|{_TROUBLE})(?:方面|上|这[块方]面?|的话|那倒|倒是?|嘛|呢|是|都|也|还|又|并|从来|一直|目前|现在|暂时|至今|到现在|确实|真的?|一点儿?|一个|任何|统统|全|[ ])*"
    rf"(?:没有?|没得|木有|莫得|未|无|不存在|不曾有?)(?:有|出现|发生|闹|存在)?过?{_ENDS}"
)
# 没有是不可能的, 不够才怪
_IMPOSSIBLE = re.compile(
    rf"(?:没有?|不(?P<state>{_STATE}))(?:那|这)?(?:就|是|都|倒|根本|绝对|完全|肯定|的话)*(?:不可能|不会|不存在|不至于|才怪|怪了)(?:的|事|情|了|呢|啊|吧)*(?=$|[ ，。；,;、！!~～])"
)
_ASKED = re.compile("有|什么|啥|哪")


def affirmed(text: str) -> str:
    """``text``, each lack that it denies replaced by what is there, as long as it was."""
    return "".join(_affirmed(clause.text) for clause in clauses(text))


def _affirmed(clause: str) -> str:
    clause = _NONE_BEHIND.sub(lambda found: _told_first(clause, found), clause)
    clause = _IMPOSSIBLE.sub(lambda found: _filled(found["state"] or "有", found), clause)
    clause = _NOT_AMISS.sub(_state, clause)
    clause = _NOT_UNDONE.sub(lambda found: _filled("已" + found["done"], found), clause)
    clause = _NOT_LACKING.sub(lambda found: _filled("不缺", found), clause)
    if not _MERELY.fullmatch(clause):  # 不是没有，是没挂牌 leaves open what there is
        clause = _NO_LACK.sub(lambda found: _filled("有", found), clause)
    clause = _NO_DISPUTE.sub(lambda found: _filled("没有", found), clause)
    return _NO_TROUBLE.sub(lambda found: _filled("没问题", found), clause)


def _told_first(clause: str, found: re.Match[str]) -> str:
    """没有纠纷 for 纠纷没有, unless the words ahead make a question of it."""
    if _ASKED.search(clause[: found.start()]):
        return found[0]
    return _filled(f"没有{found['trouble']}" if re.fullmatch(_DISPUTE, found["trouble"]) else "没问题", found)


def _filled(words: str, found: re.Match[str]) -> str:
    return words.rjust(len(found[0])) if len(words) <= len(found[0]) else found[0]


def _state(found: re.Match[str]) -> str:
    """The state alone, in its place."""
    start, end = found.span("state")
    return found["state"].rjust(end - found.start()) + " " * (found.end() - end)
