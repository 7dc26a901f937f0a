"""What is supposed in the words of a condition that fails or is open: 那启动了以后呢, 要是成立了呢, 假如升到省级呢."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.answers.requirements import figures_of
from bot.dialogue.checking.unnamed import statuses
from bot.dialogue.state import Conversation
from bot.figures.mentions import NUMERIC
from bot.figures.readings import Reading, Readings, readings
from bot.figures.stated.compounds import is_of_two
from bot.figures.stated.parts_told import missing
from bot.figures.values import Value
from bot.figures.wording.stance import asks, clauses
from bot.guide.model import Figure, Guide

_SUPPOSING = re.compile(
    r"^(?:[哦嗯噢]|[，,。 ])*(?:像|照|按照?)?(?:[你您](?:刚才)?说的)?(?:我(?:说|问|指)的(?:就)?是|我是说|我的?意思(?:就)?是|那|如果|假如|假设|假使|要是|万一|我们?|咱们?|等)+|(?:以后|之后)?(?:的话)?[，, ]?(?:(?:是不是|是否|会不会)?就(?:行|可以|能报|能|够|符合|达标|没问题|能?过)了?)?(?:呢|吗|吧|嘛|么|啊|[?？。 ])*$"
)
_TIME = re.compile(
    "(?:今年|明年|年底|年内|月底|下个?月|下半年|申报|很快|马上|将来|以后|到时候?|最近|下周|年前|回头|赶紧|抓紧|尽[快早])(?:以?前|之前|里|内)?(?:能|可以|会|就|把|都)*"
)
# What has become so is so: 升到省级, 拉上兰州大学, 迁到两区.
_BECOMING: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile("(?:提?升|晋升?|评|定|变|达|批|认定)(?:级|格)?(?:到|为|成|上|下来)(?:了|个)?(?=国家|省|部)"), "是"),
    (re.compile("(?:改|换|变)(?:成|为|做)(?:了|个)?"), "是"),
    (re.compile("(?:拉|找|叫|带|加|请|联合|拽)(?:(?:上|到|来|进来?)(?:了|个)?(?!的|海)|(?=一[家所个]))"), "联合"),
    (
        re.compile(
            "(?:补|配|添|设|增设|组建|成立)(?:[上齐好立]|起来)?(?:了|一?个)*(?=.*(?:机构|部门|班子|平台|团队|实验室|中心|队伍))"
        ),
        "有",
    ),
    (re.compile("(?:跟|和|与|同)[^，。；]{1,10}(?=签(?!名|证|到))|(?<=签)(?:一|[个份上]|下来?)+(?=合同|协议)"), ""),
    (re.compile("(?:补|配|添|设)(?:[上齐好]|起来)了?$"), "有"),  # 机构也补上
    (re.compile("(?:搬|迁|注册|落户?|转|移|挪|放)(?:回)?(?:到|进|入|在)(?:了)?"), "在"),
)


# That it has come true, and nothing of what: 批下来了, 升成了，上个月省里批的, 已经有了.
_GETS = "提?升|评|批|办|签|拿|[共组筹]?建|通过|认定|启动|落实|解决|到位|搬|迁|招|聘|追?加|增|提|涨|凑|筹|谈|找|弄|搞|注册|挂牌|获批|立|下"
_CAME = (
    rf"(?:{_GETS})(?:[好完够齐妥成到上定满]|[下过进起上]来|上去|回来)*(?:牌子?|证书?|批文|批复|文件|手续)?了|刚刚?(?:{_GETS})(?:[好成到上]|下来)*的"
    "|(?<!没)(?<!没有)有了|成了|下来了"
)
_BESIDE_IT = (
    r"真的?|已经?|刚刚?|刚才|都|也|又|现在|目前|如今|终于|后来|果然|确实|这个?|那个?|它|我们?|咱们?|公司|单位|人员?|人手|那边|这边|省|市|厅|国家|部|区|里|上面|局|院|级|的|是|就|证书?|文件?|牌子?|批文|结果|手续"
    r"|上个?(?:月|周|星期)|昨天|前天|今天|今早|前[几两]天|这[几两]天|今年|去年|\d+月(?:份|底|初)?|\d+[号日]|年初|月初|刚好|正式|给|批|认定|发|拿到手?|办|升|嗯|对|是的|好消息|谢谢|啊|呀|哈|哦|啦|吧|[，,。！!～~ ]"
)
_ONLY_CAME = re.compile(rf"(?=.*(?:{_CAME}))(?:{_CAME}|{_BESIDE_IT})+")
_ALONE = re.compile("光|只|仅|单(?!位)|就(?=签|有|启)")
_FOUNDS = re.compile("(?<![没未])(?:注册|成立|登记|开办|[办开设]|改制|转制|改)(?:[好完成下]|下来|起来|出来|一?[个家])*")
# What is asked of a case and tells nothing of it: 成果转化那个能行吗, 其他还差啥.
_WHAT_THEN = re.compile(
    "(?:能不能|可不可以|是不是|会不会|是否|能|可以)(?:再|来|去|就)?(?:申?报|申请|[行过]|符合|变|[吗么不])|[行够变]不[行够变]|[行够变过][了得]?[吗么吧不]|符合[了]?[吗么吧不]|结果"
    "|(?:还|另外|其[他它余]|别的|剩下)[^，。]{0,4}[差缺要需少][^，。]{0,4}(?:啥|什么|哪|几)|怎么?样|咋样|如何|[差缺]啥"
)
# What people or money come to is told by verbs of their own: 招到了, 加上了.
_OF_NUMBERS = re.compile("招|聘|加|增|提|涨|凑|筹|升|到位")


def came(guide: Guide, conversation: Conversation, text: str) -> dict[str, Value]:
    """What was supposed, or said to be under way, and is now told to have come true (批下来了); empty where nothing is."""
    if asks(text) or not _ONLY_CAME.fullmatch(text):
        return {}
    numbers = _OF_NUMBERS.search(text)
    return {
        figure: value
        for figure, value in conversation.hypothesis.items()
        if value and not is_of_two(guide.figure[figure]) and (guide.figure[figure].kind not in NUMERIC or numbers)
    }


def come_true(guide: Guide, conversation: Conversation, heard: Readings) -> Readings:
    """``heard`` with the one condition, open or failing, in whose words it is said that it comes true, or that holds and
    no more does (万一合同取消了呢); as it was where none is."""
    said = _SUPPOSING.sub("", _case(heard.text))
    if again := came(guide, conversation, said.rstrip("了") + "了"):  # 如果批下来了呢
        return replace(heard, readings=tuple(Reading(*each, 0, len(heard.text)) for each in again.items()))
    words = _being(said)
    failing = _turned_on(guide, conversation, "not_met")
    if _ONLY_CAME.fullmatch(said.rstrip("了") + "了") and any(guide.figure[each].kind == "choices" for each in failing):
        return heard  # 批下来 may be a qualification as well
    if founded := _founded(guide, heard, failing):
        return replace(heard, readings=(founded,))
    failing = [each for each in failing if guide.figure[each].kind == "yes_no"]
    holding = [figure for figure, value in conversation.figures.items() if value is True]
    for candidates, value in (
        ([conversation.asked] if conversation.asked else [], True),
        (failing, True),
        (_turned_on(guide, conversation, "unknown"), True),
        (holding, False),
    ):
        told = [
            each for figure in candidates for each in readings(words, guide, figure).readings if each.value is value
        ]
        turned = {each.figure: each for each in told}
        if len(turned) == 1:
            return replace(heard, readings=tuple(turned.values()))
    return heard


def with_what_comes_true(guide: Guide, conversation: Conversation, heard: Readings) -> Readings:
    """``heard`` of a case in several clauses, with the condition that comes true in a clause of which nothing else was read:
    要是补一个机构呢，经费没问题."""
    parts = list(clauses(heard.text))
    read = [part for part in parts if any(part.holds(each.start) for each in heard.readings)]
    left = [part for part in parts if part not in read and not _asks_what_then(part.text)]
    told = {each.figure for each in heard.readings}
    alone = (replace(heard, text=part.text.strip("，,。；; "), readings=(), mentions=(), bare=()) for part in left)
    new = [one for each in alone for one in come_true(guide, conversation, each).readings if one.figure not in told]
    return replace(heard, readings=(*heard.readings, *new)) if heard.readings and len(new) == 1 else heard


def _case(text: str) -> str:
    """The clauses of ``text`` that put the case, without those that but ask what then: 要是合同签了也开工了，那个能行吗."""
    parts = list(clauses(text))
    left = [part.text for part in parts if not _asks_what_then(part.text)]
    return "".join(left).strip("，,。；; ") if left and len(left) < len(parts) else text


def is_one_alone(words: str, figure: Figure) -> bool:
    """Whether but one of two parts is said to be there, and the other not: 要是光签了合同呢."""
    return bool(missing(words, figure)) and bool(_ALONE.search(words))


def _asks_what_then(clause: str) -> bool:
    return asks(clause) and bool(_WHAT_THEN.search(clause))


def _founded(guide: Guide, heard: Readings, failing: list[str]) -> Reading | None:
    """The kind of applicant that one becomes by what is put up, where none that one is will do: 公司注册好了，还差啥."""
    case = _case(heard.text)
    kinds = [
        each
        for each in heard.mentions
        if each.figure in failing and guide.figure[each.figure].kind == "choice" and each.choice != "other"
    ]
    named = [each for each in kinds if heard.text[each.start : each.end] in case]
    if len({each.choice for each in named}) != 1 or not _FOUNDS.search(case):
        return None
    return Reading(named[0].figure, named[0].choice or "", named[0].start, named[0].end)


def _being(words: str) -> str:
    """``words`` of what becomes so as if it were so already."""
    words = _TIME.sub("", words, count=1)
    for becoming, being in _BECOMING:
        words = becoming.sub(being, words, count=1)
    return words


def _turned_on(guide: Guide, conversation: Conversation, status: str) -> list[str]:
    """Figures (ids) that a requirement of the check with this ``status`` turns on, each once; yes or no where it is open."""
    found = [one.requirement for one in statuses(guide, conversation) if one.status == status]
    figures = list(dict.fromkeys(figure for requirement in found for figure in figures_of(guide, requirement)))
    return [each for each in figures if status != "unknown" or guide.figure[each].kind == "yes_no"]
