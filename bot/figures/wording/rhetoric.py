"""Questions that ask nothing: 怎么会没有 says yes, 哪有 says no. They are put as they are meant, letter for letter as long.

Only a clause that is nothing but such a question, its sounds and a name is taken; 哪里有研发机构的要求 asks.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.figures.mentions import Mention
from bot.figures.wording.stance import Clause, clauses

_SURE = "(?:那|这|[是有能够对][啊呀的哦]*|当然|肯定|我们?|咱们?|公司|单位|[啊哎唉嗨]|[ ，,！!])*"
_THAT = "(?P<that>(?:[那这]|啥)(?:个|种|些|号)?(?:东西|玩意儿?|条件|说法|好事|本事|事儿?|福气))?"  # what stands for what was asked
_SOUNDS = "[的了呢啊呀嘛吧哦哈嗷咧呗 。，,！!~～?？]*"
_WHY = "(?:怎么|咋|为什么|哪里?|哪儿|岂|难道|还|何尝)"
_NOT = "(?:没有?|木有|莫得|么有|不)"
_SAID = "(?:有|够用?|能|在|是|行|签|建|办|启动|存在|清楚|清晰|明晰|稳定|满足|具备|符合)"
# 怎么会没有, 哪能不够, 怎么可能没签, 怎么没有: what is asked to be doubted is denied
_AFFIRMS = re.compile(
    rf"{_SURE}(?P<ask>{_WHY}(?:会|可能|能|敢|就)(?={_NOT})|(?:怎么|咋|何尝)(?=没有|不是))(?P<no>{_NOT})(?P<said>{_SAID}?)(?P<name>.*?){_SOUNDS}"
)
_SURELY = re.compile(
    rf"{_SURE}(?P<ask>(?:难道)?(?:还|岂)(?:能|会)|难道)(?P<no>{_NOT})(?P<said>{_SAID}?)(?P<name>.*?)[吗么]?{_SOUNDS}"
)
_MUST = re.compile(
    rf"{_SURE}(?P<no>没有?|不)(?P<said>{_SAID}?)(?P<name>)(?P<ask>(?:怎么|咋|哪|还)(?:能|会)?(?:行|成|敢)){_SOUNDS}"
)
_WHO_NOT = re.compile(rf"{_SURE}(?P<ask>谁家?(?:还|会|能)?)(?P<no>没)(?P<said>有?)(?P<name>.*?){_SOUNDS}")
_DENIES = re.compile(
    rf"{_SURE}(?P<ask>(?:怎么|咋|哪里?|哪儿|上哪儿?|岂)(?:会|可能|能)?)(?P<said>{_SAID}){_THAT}(?P<name>.*?){_SOUNDS}"
)
_FROM_WHERE = re.compile(rf"{_SURE}(?P<ask>哪儿?里?来)(?P<said>的)(?P<name>.*?){_SOUNDS}")
_NEVER = re.compile(rf"{_SURE}(?P<ask>怎么(?:可能|会)|哪能|咋可能)(?P<said>)(?P<name>){_SOUNDS}")
# 哪有学校愿意来, 谁会跟我们合作: nobody does; not 哪个学校愿意来就找哪个, nor what is asked with a mark
_NOBODY = re.compile(
    rf"{_SURE}(?P<ask>哪有|哪[个家所]|谁)(?P<said>)(?P<name>[^，。；]{{0,6}}?)(?:会|肯|愿意?|看得[上起]|瞧得[上起])(?![^，。]*[就?？吗么])[^，。；]*?(?:我们?|咱们?|来|去|合作|联合|共建|理)(?:这[种样个]的?[^，。]{{1,6}})?(?:合作|联合|共建|干|做|玩)?{_SOUNDS}"
)
# 我前头不是说了公司么 only says it once more.
_REMINDS = re.compile(
    r"(?P<lead>[^，。；]{0,8}?)(?P<ask>不是)(?P<said>[^，。；]{0,4}?(?:[说讲答]|告诉)[^，。；]{0,3}?(?:了|过)[^，。；]*?)[吗么嘛][啊 。！!~～?？]*"
)
_STRESSED = re.compile("有么[。！! ]*")  # as they say for 有嘛
_MARKS = re.compile("[吗么?？]")
_HOW = re.compile("怎么(?=有|够|能|在|是|行|签|建|办|启动)|咋(?=有|够|能|在|是|行|签|建|办|启动)")


def plain(text: str, named: Sequence[Mention]) -> str:
    """``text``, its rhetorical questions replaced by what they say; ``named``: what the text names."""
    return "".join(_plain(clause, named) for clause in clauses(text))


def _plain(clause: Clause, named: Sequence[Mention]) -> str:
    if _STRESSED.fullmatch(clause.text):
        return clause.text.replace("么", " ")
    if reminded := _REMINDS.fullmatch(clause.text):
        return _MARKS.sub(" ", clause.text[: reminded.start("ask")] + "  " + clause.text[reminded.end("ask") :])
    for pattern in (_AFFIRMS, _SURELY, _MUST, _WHO_NOT):
        found = pattern.fullmatch(clause.text)
        if found and _is_a_name(found, clause, named):
            said = found["said"] or "有"
            return _put(clause.text, found, said)
    if (found := _NOBODY.fullmatch(clause.text)) and _is_a_name(found, clause, named):
        return f"没有{found['name']}".ljust(len(clause.text))
    for pattern in (_DENIES, _FROM_WHERE, _NEVER):
        found = pattern.fullmatch(clause.text)
        if found and not _HOW.search(clause.text) and _is_a_name(found, clause, named):
            return _put(clause.text, found, "没" + found["said"])
    return clause.text


def _is_a_name(found: re.Match[str], clause: Clause, named: Sequence[Mention]) -> bool:
    """Whether what is asked of is nothing, or what the message names there."""
    start, end = clause.start + found.start("name"), clause.start + found.end("name")
    return start == end or any(name.start <= start + 3 and name.end == end for name in named if start <= name.start)


def _put(clause: str, found: re.Match[str], said: str) -> str:
    """The clause with ``said`` in the place of the question, blanks filling what it was longer."""
    that = found.span("that") if "that" in found.re.groupindex else (0, 0)  # 哪有那玩意儿 names nothing
    clause = clause[: that[0]] + " " * (that[1] - that[0]) + clause[that[1] :]
    start = min(found.start("ask"), found.start("no") if "no" in found.re.groupindex else found.start("ask"))
    end = max(found.end("ask"), found.end("said"))
    return clause[:start] + said.rjust(end - start)[-(end - start) :] + _MARKS.sub(" ", clause[end:])
