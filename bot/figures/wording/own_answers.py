"""Questions that whoever writes answers himself: 自己能掏多少？大概800万吧, 有没有研发中心？有的. They are put as what they tell.

Letter for letter as long, so that every place in the text stays where it is.
"""

from __future__ import annotations

import re

_HEDGE = (
    r"(?:嗯+|[哦噢啊呃额]|我?想一?想|我?算一?算|我看看|让我想想|应该|可能|估计|大概|大约|差不多|也就|就|才|只有|总共|一共|"
    r"共|有个?|是|约|近|将近|接近|不到|快|最多|至少|顶多|小|好几|[，, ])*"
)
_NUMBER = r"(?=[\d０-９一二三四五六七八九十百千两几俩]|小[一二三四五六七八九十百千两])"
_STOP = r"[ ]?[?？，,。…]+[ ]*"
# What is asked of the guide and not of oneself: how much has to be, may be, is the least.
_OF_RULES = re.compile(
    r"要求|需|得|必须|应|最少|最低|至少|起码|最多|不低于|不少于|门槛|规定|限|才能?|够|可以|算|标准|指南|你|您|们要"
)
_HOW_MUCH = re.compile(
    rf"(?P<named>[^，,。；;!！?？]{{1,16}}?)(?P<asks>(?:能|会)?(?:是|(?<!没)有|在|为)?(?<!没)(?<!没有)(?<!好)(?:多少|几)(?:个?人|[个名]|万元?|钱|元|的?比例)?(?:来着|呢|嘛|啊|呀)*{_STOP}|[?？]+[ ]*)"
    rf"(?P<told>{_HEDGE}{_NUMBER}[^，,。；;?？!！]{{1,14}}?)(?=[，,。；;!！]|$)"
)
_IS_THERE = re.compile(
    rf"(?P<asks>有没有|有无|是不是|能不能|有|(?:^|(?<=[，,。；;!！?？]))(?:[是有]|(?=[^是有])))(?P<named>[^，,。；;!！?？]{{2,16}}?)(?P<mark>[吗么]?(?:[呢嘛啊呀])?{_STOP})"
    r"(?P<told>(?:那|那?(?:当然|肯定|确实|必须|还真|真)的?|[嗯哦啊]+[，, ]?)?(?:没有?|没得|还没|木有|有|是|不是|能|不能)(?:[那这](?:个|种|玩意儿?|东西)|[的啊呀呢了吧])*)(?=[，,。；;!！]|$)"
)
# 研发机构这个，说实话还没有; 运行经费嘛，谈不上稳定: the thing is put first, and denied behind a comma.
_PUT_FIRST = re.compile(
    r"(?<=[\u4e00-\u9fff])(?P<mark>(?:[这那](?:个|块|一块|项|方面)|方面|嘛|么|呢)[，,][ ]*)"
    r"(?=(?:说实话|老实说|其实|到现在|到目前|至今|目前|现在|一直|暂时|确实|真的?|都|也|还|就)*(?:没有?|谈不上|不(?:稳定|够|足|具备|满足|行)))"
)
_STILL_ASKS = re.compile(r"[吗么？?]|[够行能算]|怎|可以|符合|[^就]不[ 。]*$")


def told(text: str) -> str:
    """``text``, its questions that the next words answer put as statements (自己能掏是　大概800万吧), what is put first joined."""
    text = _PUT_FIRST.sub(lambda found: " " * len(found.group()), text)
    return _IS_THERE.sub(_there, _HOW_MUCH.sub(_how_much, text))


def _how_much(found: re.Match[str]) -> str:
    if _OF_RULES.search(found["named"]) or _STILL_ASKS.search(found["told"]):
        return found.group()
    return found["named"] + _instead("是", found["asks"]) + found["told"]


def _there(found: re.Match[str]) -> str:
    """The name, and what is said of it, where it is asked with a mark or with 有没有."""
    asks = found["asks"] not in ("有", "是", "") or re.search("[吗么?？]", found["mark"])  # 研发机构？没有那个
    if not asks or _OF_RULES.search(found["named"]):
        return found.group()
    return " " * len(found["asks"]) + found["named"] + _instead("：", found["mark"]) + found["told"]


def _instead(word: str, of: str) -> str:
    return word.ljust(len(of))
