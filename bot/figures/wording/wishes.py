"""What is only wished for: 想跟兰大共建一个研发中心, 希望找高校联合. Of what is there, a wish tells nothing.

想申报 and 想问 wish for something else, and 打算 and 准备 plan, of which ``stance.is_not_yet`` tells.
"""

from __future__ import annotations

import re

_WISH = (
    "(?:(?<!理)(?<!思)(?<!联)(?<!设)(?<!梦)(?<!感)想要?(?![法问请了知咨看查起到象像])|希望|巴不得|盼着?|争取|力争|有意|有心"
    "|(?<![主重需只不])要(?=[跟和与同找去再]|联合|共建|新?建))"
)
_TO_GET = "(?:联合|合作|合建|共建|组建|搭建|筹建|新建|[建设搞办弄找拉引请搭]|成立|引进|联系|对接|挂靠)"
# What is wished for there is an application or an answer, or is done with what one has.
_OF_SOMETHING_ELSE = "(?:申?报(?!告)|申请|承担|牵头|问|查|看|了解|已|现有|原有|自有|用|拿|依托|凭|靠)"
_FOR_WHAT = re.compile(rf"{_WISH}(?:(?!{_OF_SOMETHING_ELSE})[^，。；])*?{_TO_GET}")
_WISHES = re.compile(rf"{_WISH}(?:(?!{_OF_SOMETHING_ELSE})[^，。；])*$")
_GETTING = re.compile(f"^(?:[跟和与同][^，。]{{1,8}})?{_TO_GET}")


# 要是有就好了, 真要有那机构我还愁啥: of what is there nothing is told, and no case is put.
_IF_ONLY = re.compile(
    r"[^，。；]{0,12}?(?:有|够|能|是|签|行|成|多|在)[^，。；]{0,10}?(?:就|那(?:就|该|可))(?:太|最|更|可)?(?:好[办说弄]?|美|妙|棒|谢天谢地)(?:了|喽|啰|咯|啦|哦|罗)+[^，。；]{0,2}"
    r"|[^，。；]{0,12}?(?:有|够|能|签|行|成|在)[^，。；]{0,10}?该(?:有)?多好[^，。；]{0,2}"
    r"|(?:真|要是|要|如果|假如|能)+(?:有|够|能|是|签)[^，。；]{0,10}?[，, ]?(?:我们?|咱们?|公司)?(?:哪|还|至于|何必|犯得着)(?:还)?(?:愁|用|怕|急|着急|操心|找|来|问|费)[^，。；]{0,6}"
)


def without_wishes(text: str) -> str:
    """``text``, the clauses that only say how good it would be blank: 要是有就好了."""
    return _IF_ONLY.sub(lambda found: " " * len(found.group()), text) if _IF_ONLY.search(text) else text


def only_wishes(text: str) -> bool:
    """Whether nothing else is said."""
    rest = without_wishes(text)
    return rest != text and not rest.strip(" ，,。；;！!~～唉哎啊呀")


def is_wished_for(clause: str, start: int, end: int) -> bool:
    """Whether what the clause names between ``start`` and ``end`` is no more than wished for: 想建研发中心, 想联合高校."""
    found = _FOR_WHAT.search(clause[:start])
    there = found and not re.search(_OF_SOMETHING_ELSE, clause[found.end() : start])
    return bool(there) or bool(_WISHES.search(clause[:start]) and _GETTING.match(clause[start:end]))


def wishes_to_work_with(clause: str) -> bool:
    """Whether the clause tells of no more than the wish to work with somebody: 一直想跟高校合作."""
    return bool(re.search(rf"{_WISH}(?:(?!{_OF_SOMETHING_ELSE})[^，。；])*?(?:{_TO_GET}|一起|一块)", clause))
