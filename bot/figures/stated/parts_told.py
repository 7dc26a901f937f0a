"""Which of several parts that all have to hold a text tells of: 合同签了 without 启动, a 理事会 without whoever supervises.

The parts are those that the figure's own name counts up; what people say for each stands here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.figures.statement import Statement
from bot.figures.whose import of_others
from bot.figures.wording.denial import is_denial
from bot.figures.wording.stance import Clause, asks, clauses, is_not_yet, is_topic, is_unknown, is_unsure, supposes
from bot.guide.model import Figure

# A word of the figure's name -> what people say for it. A 理事会 or 管委会 manages and decides.
_SAID = {
    "签订": r"签(?![证到收名]|约率)|合同|协议|盖了?好?章|章(?=[^，。；]{0,5}盖)",
    "启动": r"启动(?!资金|经费|电|器)|进场|开的?[工干]|动的?工|动起来|上马|点火|投产|开始(?:干|做|实施|了)|(?<![从年月日天起])开始(?=[的呢啊呀 ，。；！!]|$)|干起来"
    r"|[做干搞弄]上了?(?![头级面])|[做干搞弄]着|[做干搞]了[^，。没]{0,3}[年月周天]|在[做干弄搞]|推进|执行|(?<=[没未有在])实施(?![地和与、转要])|实施(?=[了着过中])",
    "平台": "平台|场地|场所|实验室|试验室|中心|研发机构|工作站|基地|条件|车间|试验田|[温病厂手术办公]室|大?棚",
    "人员": r"人员|助手|助理|人手|翻译|专人|团队|队伍|技术员|工程师|研究生|博士|硕士|骨干|[\d一二两三四五六七八九十几]+个?人|(?<![个名位别他法本责私商外客工熟何众有没请系伙主当家国\d一二三四五六七八九十几两])人(?![家工类才士民均口为])|(?<=[和跟与、有配出也])人(?![家工类])|(?:[有配派给找抽招]|(?<!申)请|安排)[了着过好上足齐]*人(?![家工类])",
    "设备": "设备|[测试检化实][试测验]台|机床|仪器|装置|机器|器材|器械|设施",
    "管理": "管理|办公室|管委会|理事会|专班|专人|专职|运营(?:团队|公司|部)",
    "决策": "决策|理事会|董事会|管委会|管理委员会|领导小组|指导委员会|[党院校所]务会|院长办公会",
    "咨询": "咨询|顾问|专家|学术委员会|技术委员会|科技委|智囊",
    "监督": "监督|监事|监管|监察|审计|纪[检委]",
}
_PARTS = re.compile("|".join(_SAID))
# 机构都齐了, 这几样都有: of all of them.
_ALL_OF_THEM = re.compile(
    r"(?:机构|班子|架构|组织|[几三四各]个?[样种类块套])[^，。；没无不缺]{0,3}(?:都|全|齐|健全|完善|完备|俱全)|一应俱全|样样|该有的"
)
# 管理机构健全, 管理有, 条件具备: the short name of all that is asked for, where no part stands beside it.
_BY_ITS_NAME = re.compile("管理(?:机构)?(?!办|委|部|团队|中心|公司|[处科层]|人员)|条件")
_ALL_THERE = re.compile("(?:[都全也]+(?:有|齐|配|具备)|齐[全备]|配齐)[的了呢啊 ，。；！!]*$")
_THERE = re.compile(
    "(?<![没还])有(?!的[^，。；]|关|待|限)|配[了着好齐上]|(?:都|全|也)(?:有|在|齐|配)|具备|现成|齐[全备]|到位"
)
# 有的，由集团的管委会管: a plain yes is to all that was asked.
_OUTRIGHT = re.compile(
    "[ ]*(?:嗯|对|是|有|能|可以|具备|当然|肯定|必须|没问题|都?有|都?能|都在)(?:有|能|是)?(?:的|了|啊|呀|呢|吧|哈)*(?:[，,。；;！! ]|$)"
)
_BETWEEN, _BODY = re.compile("及(?!以上)|[、，和]|并且"), "机构"


def parts(figure: Figure) -> tuple[str, ...]:
    """The words for the parts of a figure that holds only where each of them does; none of any other figure."""
    found = tuple(dict.fromkeys(_PARTS.findall(figure.name))) if figure.kind == "yes_no" else ()
    return found if len(found) > 1 and "或" not in figure.name else ()


def missing(text: str, figure: Figure, *, asked: bool = False) -> tuple[str, ...]:
    """The parts (words of the figure's name) of which ``text`` says nothing while it tells of others; none where it speaks of
    all, or of none by itself. ``asked``: the figure was asked for, so that a plain yes is to the whole."""
    if asked and not _is_of_acts(figure) and any(_OUTRIGHT.match(part.text) for part in clauses(text)):
        return ()
    told = [part.text for part in clauses(text)]
    said = "".join(each for each in told if not asks(each)) or text
    named_as_a_whole = not _told(_BY_ITS_NAME.sub("", said), figure)
    untold = tuple(each for each in parts(figure) if each not in _told(said, figure))
    return () if named_as_a_whole or _ALL_OF_THEM.search(said) else untold


def _told(said: str, figure: Figure) -> set[str]:
    return {each for each in parts(figure) if re.search(_SAID[each], said)}


def tells_none(text: str, figure: Figure) -> bool:
    """Whether acts are asked for and the text names none of them: 是科技合作项目 is of no contract."""
    return _is_of_acts(figure) and not _told(text, figure)


def tells_parts(clause: str, figure: Figure) -> bool:
    """Whether the clause names some of the parts and denies nothing: 就是5个技术员加两个温室嘛, behind a yes."""
    return bool(_told(clause, figure)) and not (is_denial(clause) or asks(clause))


def has_several(clause: str, figure: Figure) -> bool:
    """Whether the clause says of several of the parts at once that they are there: 实验室设备都有."""
    return len(_told(clause, figure)) > 1 and bool(_ALL_THERE.search(clause)) and tells_parts(clause, figure)


def means_told(told: Iterable[Clause], figure: Figure) -> set[str]:
    """The parts that the clauses tell to be there, of what has to be provided (有实验室也有人跟着他干); none where one of
    them is denied."""
    if "配备" not in figure.name:
        return set()
    of_them = [each.text for each in told if _told(each.text, figure) and not asks(each.text)]
    if any(map(is_denial, of_them)):
        return set()
    return {part for each in of_them if _is_there(each) for part in _told(each, figure)}


def partly(text: str, figure: Figure, *, alone: bool) -> Statement | None:
    """A yes to what has to be provided of which some parts are told, and no more: 有实验室，也配了人. One is enough where the
    text is of no other figure (``alone``)."""
    told = means_told(clauses(text), figure)
    return Statement(figure.id, True, 0, len(text)) if len(told) > 1 or alone and told else None


def _is_there(clause: str) -> bool:
    open_ = (is_topic, is_not_yet, is_unsure, is_unknown, supposes, of_others)
    return bool(_THERE.search(clause)) and not any(says(clause) for says in open_)


def in_its_words(untold: tuple[str, ...], figure: Figure) -> str:
    """Those parts as the figure's name has them: 咨询、监督机构."""
    pieces = [next(piece for piece in _BETWEEN.split(figure.name) if each in piece) for each in untold]
    words = "、".join(pieces)
    head = figure.name[-2:]
    return words + head if untold and pieces[-1] == untold[-1] and head == _BODY else words


def _is_of_acts(figure: Figure) -> bool:
    """Whether the parts are acts: 有，合同签了 only says which of them was done."""
    return "签订" in parts(figure)
