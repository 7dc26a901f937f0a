"""Figures that hold only where each of several parts does (签订合同并且启动): a part that is denied, and one told alone."""

from __future__ import annotations

import re

from bot.figures.stated.bodies import runs_alone
from bot.figures.whose import of_others
from bot.figures.wording.polarity import OF_OTHER_MATTERS, polarity
from bot.figures.wording.stance import asks, clauses, is_hearsay
from bot.guide.model import Figure

_BODIES = re.compile("及(?!以上)")
_TWO_PARTS = re.compile("并且|，配备")  # 合同签了并且启动, 平台条件，配备人员和设备
_TELLING = frozenset("签订合同启动平台人员设")  # 备 stands in 具备, too
# What is said for signing and for starting, and a word that may mean all that is to be provided.
_SIGNED = re.compile("盖了?好?章|章(?=[^，。；]{0,5}盖)|签章|签字|签约|签署")
_STARTED = re.compile(
    "进场|开[工干]|动工|动起来|开始(?:干|做|实施|了)|(?<![从年月日天起])开始(?=[的呢啊呀 ，。；！!]|$)|干起来|[做干搞弄]上了?(?![头级面])|[做干搞弄]着|[做干搞]了[^，。没]{0,3}[年月周天]|在[做干弄搞]|推进|执行"
    "|(?<=[没未有在])实施(?![地和与、转要])|实施(?=[了着过中])"  # 没有实施地 and 没有项目实施 are of a place
)
_PLATFORM = re.compile("场地|场所|实验室|研发中心|工程中心|技术中心|研究中心|研发机构|工作站|基地")
# Whom and what one has for the expert, in other words.
_STAFF, _GEAR = re.compile("助手|助理|人手|翻译|专人|团队|技术员|工程师|研究生"), re.compile("仪器|装置|机器|器材")
# 手术室, 温室大棚: rooms and places in a list of what there is for somebody.
_ROOM = re.compile(
    "(?<![\u4e00-\u9fff])[\u4e00-\u9fff]{1,4}(?:室|间|病?房|棚|试验田|车间|平台)(?=[、，和跟与及都也全还])"
)
_LISTED = re.compile("[、和跟与及]")
_ALL = "条件"
_DONE = re.compile("(?:签订|签(?![证到收名])|启动(?!资金|经费|电|器))(?![了好完过])")
_DONE_SO_FAR = re.compile("(?:签订|签|启动)[好完过]")
_NOT_SO = re.compile(
    r"(?:[了的呢 ]*(?:也|倒)*(?:有|有是有)?[了的呢 ]*[，, ]*(?:但是?|不过|可是?|只是|就是)|[ ]*有是有[， ,]*)(?:还|也|都|并)?不(?:太|够|是很|很|怎么)?(?P<trait>在[\u4e00-\u9fff]{2}(?![^，。；]{0,3}[区县])|(?!在)[\u4e00-\u9fff]{2})"
)
_IS_NOT = re.compile(r"(?:我们|以上|这些|[也都就，, ])*不是[的了啊呢，。,；;！! ]*")
_LATER = "(?:下个?|[一两几]个?)(?:月|周|季度?|星期)后?(?!前)|下半年|明年|开春|年底|年后|过[几两一][天年个]"
_NOT_YET = "(?:没有?|未|不曾)(?!有?(?:问题|任何|多久|多长|多少|几[天个]|两天|过多久|[纠争异])|关系|[毛错])"
_TO_COME = re.compile(f"(?:{_NOT_YET}|准备|打算|计划|马上|即将|快要?|正要|等着?|待|才|将|{_LATER})[^，。；有]{{0,6}}$")
_ALL_BUT = re.compile("[就只还]差[^，。；]{0,6}(?:签订|签字|启动)")  # 就差启动了
_NOT_DONE = re.compile(f"{_NOT_YET}[^，。；有]{{0,8}}$")
# 启动还早着呢, 启动仪式下月办, 启动会没开: what is said behind the word.
_SOME_WAY_OFF = re.compile(
    rf"[^，。；有没未]{{0,5}}?(?:还早|早着|还远|没影|遥遥无期|再说|另说|(?:得|要|需|还|再)等|推[迟后]|延[期后]|搁置|拖着|{_LATER}|准备|打算|计划|即将"
    rf"|(?:还|可|却|也|都|一直|尚|至今|到现在|目前)*{_NOT_YET})"
)
# 合同一直没补, 没有合作合同, 没跟企业签合同: what is said of the paper itself.
_PAPER = "(?:合同|协议)"
_NO_PAPER = re.compile(
    rf"{_PAPER}(?!金额|额|款|里|上|中|期)(?:这边|那边|都|也|还|倒|却|一直|至今|到现在|目前)*(?:没有?|未)(?:签|补|办|批|拟|定(?!金)|谈|弄|搞|盖|生效|落实|下来|[的了呢啊呀]*(?:[，。；！! ]|$))"
    rf"|(?:没有?|未|无)(?:任何|正式|书面)?(?:(?:和|跟|与|同)[^，。；有]{{1,8}})?(?:签过?|订过?|什么)?(?:科技|技术|合作|书面|正式)*{_PAPER}(?!纠纷|争议|问题|违约)"
)


def is_compound(figure: Figure) -> bool:
    """Whether the figure holds only where each of several parts does (签订合同并且启动)."""
    parts = figure.kind == "yes_no" and re.search(f"{_BODIES.pattern}|并且|和|与", figure.name)
    return bool(parts) and "或" not in figure.name


def names_one_part(text: str, figure: Figure) -> bool:
    """Whether of several bodies that all have to be there the text names one alone: 要是成立个管理办公室呢."""
    names = sorted((figure.name, *figure.names, *figure.own_words), key=len, reverse=True)
    if figure.kind != "yes_no" or not _BODIES.search(figure.name):
        return False
    said = {*re.findall("|".join(map(re.escape, names)), text)}
    return len(said) == 1 and figure.name not in said


def part_denied(text: str, figure: Figure) -> bool:
    """Whether a clause denies a part of a compound figure or leaves it undone: 有管理机构，监督的还没有."""
    denied = is_compound(figure) and any(
        polarity(clause.text, figure) is False
        for clause in clauses(text)
        if not (asks(clause.text) or _is_no_lack(clause.text, figure))
    )
    return denied or left_undone(text, figure)


def _is_no_lack(clause: str, figure: Figure) -> bool:
    """Whether a mere 不是 stands where it is asked what is there: 机构都有，都不是，是协会 is of the choices before."""
    return "有没有" in figure.ask and bool(_IS_NOT.fullmatch(clause))


def left_undone(text: str, figure: Figure) -> bool:
    """Whether a part of a compound figure is still to come: 签了合同，下个月才启动. Nobody says so of anything else."""
    return is_compound(figure) and any(
        _is_undone(clause.text, figure) for clause in clauses(text) if not asks(clause.text)
    )


def lacks_a_trait(behind: str, figure: Figure) -> bool:
    """Whether what follows denies a word of the figure's name: 有研发部，但不稳定, where a stable one is demanded."""
    found = _NOT_SO.match(behind)
    return bool(found and found["trait"] in figure.name)


def _is_undone(clause: str, figure: Figure) -> bool:
    """Whether what the figure names as done (签订, 启动) is still to be done, in whatever words for it."""
    if OF_OTHER_MATTERS.search(clause) or not is_of_acts(figure):
        return False
    said = _STARTED.sub("启动", _SIGNED.sub("签订", clause))
    so_far = any(_NOT_DONE.search(said[: found.start()]) for found in _DONE_SO_FAR.finditer(said))
    return (
        so_far
        or bool(_ALL_BUT.search(said) or _NO_PAPER.search(said))
        or any(
            _TO_COME.search(said[: found.start()]) or _SOME_WAY_OFF.match(said, found.end())
            for found in _DONE.finditer(said)
        )
    )


def is_of_acts(figure: Figure) -> bool:
    """Whether the figure holds where something has been signed and begun."""
    return is_compound(figure) and "签订" in figure.name and "启动" in figure.name


def is_undone(clause: str, figure: Figure) -> bool:
    """Whether the clause tells that an act which the figure names is still to come: 章还没盖, 启动还早着呢."""
    return _is_undone(clause, figure) and not (asks(clause) or is_hearsay(clause) or of_others(clause))


def as_acts(clause: str, figure: Figure) -> str:
    """The clause, whatever words it has for an act put as the figure names that: 早签了早干上了 is 早签了早启动."""
    return _STARTED.sub("启动", _SIGNED.sub("签订", clause)) if is_of_acts(figure) else clause


def as_means(clause: str, figure: Figure) -> str:
    """The clause, a list of people and things there are put as the figure names what has to be provided: 手术室、助手都有."""
    if not (is_of_two(figure) and "配备" in figure.name and _LISTED.search(clause)):
        return clause
    return _GEAR.sub("设备", _STAFF.sub("人员", _ROOM.sub("平台", _PLATFORM.sub("平台", clause))))


def is_of_two(figure: Figure) -> bool:
    """Whether two things have to hold of which people speak apart: 合同签了, 启动了."""
    return figure.kind == "yes_no" and len(_TWO_PARTS.split(figure.name, maxsplit=1)) > 1


def is_half(text: str, figure: Figure) -> bool:
    """Whether the text speaks of one of two parts that both have to hold, and not of the other: 合同签了."""
    parts = _TWO_PARTS.split(figure.name, maxsplit=1)
    if len(parts) < 2:
        return runs_alone(text, figure)
    one, other = map(set, parts)
    provided = _GEAR.sub("设备", _STAFF.sub("人员", _PLATFORM.sub("平台", text)))
    said = set(_STARTED.sub("启动", _SIGNED.sub("签订", provided)))
    if _ALL in parts[0] and _ALL in text and said & other & _TELLING:
        return False
    return bool(said & (one - other) & _TELLING) != bool(said & (other - one) & _TELLING)


def is_of_kinds(figure: Figure) -> bool:
    """Whether the figure holds as soon as one of several kinds is there: a laboratory or a centre, a partner of either kind."""
    several = "（如" in figure.ask or "或" in figure.name or figure.name.startswith("联合") and "、" in figure.name
    return figure.kind == "yes_no" and several


def is_general(name: str, figure: Figure) -> bool:
    """Whether the name is of the figure as a whole, and not of one of its kinds."""
    return name in figure.name
