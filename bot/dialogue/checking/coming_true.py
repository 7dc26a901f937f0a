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
from bot.figures.values import Value
from bot.figures.wording.stance import asks, clauses
from bot.guide.model import Guide

_SUPPOSING = re.compile(
    r"^(?:我(?:说|问|指)的(?:就)?是|我的?意思(?:就)?是|那|如果|假如|假设|假使|要是|万一|我们?|咱们?|等)+|(?:以后|之后)?(?:的话)?[，, ]?(?:(?:是不是|是否|会不会)?就(?:行|可以|能报|能|够|符合|达标|没问题)了?)?(?:呢|吗|[?？。 ])*$"
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
    said = _SUPPOSING.sub("", heard.text)
    if again := came(guide, conversation, said.rstrip("了") + "了"):  # 如果批下来了呢
        return replace(heard, readings=tuple(Reading(*each, 0, len(heard.text)) for each in again.items()))
    words = _being(said)
    failing = _turned_on(guide, conversation, "not_met")
    if _ONLY_CAME.fullmatch(said.rstrip("了") + "了") and any(guide.figure[each].kind == "choices" for each in failing):
        return heard  # 批下来 may be a qualification as well
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
    parts = clauses(heard.text)
    left = [part for part in parts if not any(part.holds(each.start) for each in heard.readings)]
    told = {each.figure for each in heard.readings}
    alone = (replace(heard, text=part.text.strip("，,。；; "), readings=(), mentions=(), bare=()) for part in left)
    new = [one for each in alone for one in come_true(guide, conversation, each).readings if one.figure not in told]
    return replace(heard, readings=(*heard.readings, *new)) if heard.readings and len(new) == 1 else heard


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
