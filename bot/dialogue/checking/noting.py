"""What is said of a message that was taken: what was understood of it, what was not, and what is amiss with it."""

from __future__ import annotations

import re
from collections.abc import Collection

from bot.answers.numbers import shown
from bot.answers.reply import render
from bot.dialogue.state import Conversation
from bot.dialogue.words import ANY_OF_THEM
from bot.figures.mentions import NUMERIC
from bot.figures.numbers.quantities import Quantity, quantities
from bot.figures.possible import disagreements
from bot.figures.readings import Reading, Readings
from bot.figures.stated import unlisted as kinds
from bot.figures.stated.idioms import told_otherwise
from bot.figures.stated.locality import is_local
from bot.figures.stated.of_another import of_another
from bot.figures.stated.parts_told import tells_parts
from bot.figures.untaken import parts, summed, untaken
from bot.figures.values import Figures
from bot.figures.wording.own_words import consists_of
from bot.figures.wording.polarity import speaks_of
from bot.figures.wording.stance import Clause, asks, clause_at, clauses, is_hearsay
from bot.guide.model import Figure, Guide

# What stands around the name of a program that is to be checked.
ORDERING = re.compile(
    r"(?:我们?|咱们?|俺们?|本|单位|公司|企业|学校|医院|想|要|打算|准备|计划|拟|来|去|申报|申请|报名?|牵头|参加|走|冲|做|查|看|核对?|测|评估|一?[下遍]|帮忙?|请|麻烦|您|你|能不能|能否|能|可以|行不行|"
    r"建设|专项|项目|计划|类|方向|的|条件|情况|市级?|兰州市?|20\d\d年?度?|今年|[这那]|[说指问]的?是?|这次|[一两俩三几]?个|俩|只|仅|就|先|都|吧|啊|了|呢|哈|对|不|[吗么]|[、和 ，,。；;：:！!？?\n])*"
)
# 合同里写得清楚: where what was said before stands written adds nothing to it.
_TELLS_WHERE_IT_STANDS = re.compile(
    r"[ ]*(?:我们的?|这个?)?(?:合同|协议|文件|章程|证书|报告|批文|通知|方案|制度|红头文件|执照)(?:[里上中]面?|中间)?(?:都|也|就|全|是|早就?)*(?:写|约定|注明|载明|规定|登记|说|列|有)(?:得|的|着|了|明|清楚|明白|清清楚楚|写|约定|规定|记载|记录|很|都|[ ，,。；;！!])*"
)
_STAFF = re.compile("技术[员工人]|搞技术|工程师|师傅|工人|博士|硕士|教授|专家|老师|研究员|员工|职工|大学生|本科|兼职")
# 平台的不看了: what is set aside tells nothing.
_SET_ASIDE = re.compile(
    "(?:不|别)(?:想|用|再|打算)*(?:看|查|考虑|弄|问)(?:它|他)?了|(?:[跟和与]|同)(?:我们?|咱们?)(?:也|都)?(?:没有?|无)(?:什么|啥)?(?:关系|关)|用不[上着]"
)
IN_A_ZONE = re.compile(
    "(?:高新|经开|开发|新|自贸|园)区[^，。；]{0,6}(?:注册|登记)|(?:注册|登记)[^，。；]{0,8}(?:高新|经开|开发|新|自贸|园)区"
)
_EDGE = "，,。；;、 \n"
PLAIN = 6  # characters of a reply that says no more than yes, no or a choice


def understood(
    guide: Guide,
    before: Conversation,
    kept: Conversation,
    heard: Readings,
    whole: Readings,
    open_figures: Collection[str] = (),
) -> str:
    """What was kept, but for a plain yes or choice in answer to the question; what was not read; what does not agree.

    ``heard`` is what was usable of ``whole``: what was refused, with its reason, was read all the same. Of
    ``open_figures`` (ids), which the check will ask for, nothing that was told may be lost without a word.
    """
    rows = [
        f"{guide.figure[each.figure].name} {shown(guide.figure[each.figure], kept.figures.get(each.figure, each.value))}"
        for each in heard.readings
        if each.figure != before.asked or not _is_plain(guide, heard, each)
    ]
    known = {each.reason for each in disagreements(guide, before.figures)}
    odd = [each.reason for each in disagreements(guide, kept.figures) if each.reason not in known]
    notes = [render("noted", rows=list(dict.fromkeys(rows)))] if rows else []
    notes += filter(None, [unread(guide, whole, open_figures)])
    return "\n".join([*notes, *(render("look_again", reason=reason) for reason in odd)])


def unread(guide: Guide, heard: Readings, open_figures: Collection[str]) -> str:
    """What is said of the parts of a message that tell something and of which nothing was kept; empty where there are none."""
    told = _unread(guide, heard, open_figures)
    theirs = [each for each in told if any(each in part for part in of_others(heard.text))]
    parts = [each for each in told if each not in theirs]
    counted = [guide.figure[each].name for each in guide.figure if each in open_figures and _counts(guide, each)]
    counting = _heads(heard)
    heads = [each for each in parts if each in counting]
    zone = next(
        (guide.figure[each] for each in guide.figure if each in open_figures and is_of_a_zone(guide, each)), None
    )
    seats = [each for each in parts if zone and IN_A_ZONE.search(each)]
    rest = [each for each in parts if each not in (*heads, *seats)]
    said = [render("unread", parts=rest)] if rest else []
    said += [render("of_another", parts=theirs)] if theirs else []
    said += [render("heads_unread", parts=heads, figures=counted)] if heads else []
    said += [render("zone_unlisted", parts=seats, figure=zone)] if seats else []
    return "\n".join(said)


def of_others(text: str, *, partners: bool = True) -> list[str]:
    """The clauses of ``text`` that tell of somebody else, and of no rule; with those of ``partners``, or without."""
    return [each.clause.text for each in of_another(text) if not each.rule and (partners or not each.partner)]


def numbers_unread(heard: Readings) -> str:
    """The same of the clauses that tell a number which no figure claims, beside what the message asks."""
    told = [part for part in clauses(heard.text) if not (asks(part.text) or is_hearsay(part.text))]
    amounts = [each.start for each in heard.bare if each.kind == "money"]
    parts = [part.text.strip("，,。；; ") for part in told if any(map(part.holds, amounts))]
    return render("unread", parts=parts) if parts and not heard.hypothesis else ""


def rows(guide: Guide, before: Figures, after: Figures) -> list[str]:
    """What was taken since ``before``, in words, in the guide's order."""
    new = (figure for figure in guide.figures if figure.id in after and after[figure.id] != before.get(figure.id))
    return [f"{figure.name} {shown(figure, after[figure.id])}" for figure in new]


def _is_plain(guide: Guide, heard: Readings, reading: Reading) -> bool:
    """有的 and 企业 need not be repeated; a number, words, and what was said in more words are."""
    return guide.figure[reading.figure].kind in ("yes_no", "choice") and len(heard.text) <= PLAIN


def _unread(guide: Guide, heard: Readings, open_figures: Collection[str]) -> list[str]:
    """Parts of the message that name a figure, hold a number or speak of what is asked for, of which nothing was kept.

    A name in the own words of a figure that was answered (财政全额拨款) is part of the answer.
    """
    told = {each.figure for each in heard.readings} | {each.figure for each in heard.unit_doubts} | set(heard.unknown)
    spans = [(each.start, each.end) for each in heard.readings if _is_part(guide, each, heard.text)]
    spans += [(start, start + 1) for start in summed(heard)]
    answered = [guide.figure[each] for each in told if guide.figure[each].kind == "yes_no"]
    left = [each for each in heard.mentions if not each.choice and each.figure not in told]
    words = {each.start: heard.text[each.start : each.end] for each in left}
    named = [start for start, word in words.items() if not any(consists_of(word, each) for each in answered)]
    people = any(_counts(guide, each) for each in open_figures)
    places = [*named, *(each.start for each in heard.bare if people or not _is_of_heads(heard.text, each))]
    places += [part.start for part in untaken(heard, open_figures, guide)]
    return [
        heard.text[part.start : part.end].strip(_EDGE)
        for part in parts(heard)
        if not any(_goes_on(part, each, heard) for each in answered)
        and any(part.holds(place) for place in places)
        and not _only_orders(part, heard)
        and not (_SET_ASIDE.search(part.text) and not quantities(part.text))
        and not (part.start and _TELLS_WHERE_IT_STANDS.fullmatch(part.text))
        and not ANY_OF_THEM.search(part.text)  # 能报哪几个 tells no number
        and not any(tells_parts(part.text, each) for each in answered)  # 管理办公室五个人
        and not kinds.unlisted(part.text)  # which is spoken of where the kind is asked for
        and not any(start < part.end and part.start < end for start, end in spans)
    ]


def is_of_a_zone(guide: Guide, figure: str) -> bool:
    """Whether the figure asks if one is registered within what the guide names, and lists no places of."""
    asked = guide.figure[figure]
    return asked.kind == "yes_no" and "注册" in asked.name and not is_local(asked, guide)


def _counts(guide: Guide, figure: str) -> bool:
    return guide.figure[figure].kind == "people"


def _is_of_heads(text: str, quantity: Quantity) -> bool:
    """Whether people are counted: 十来个人, 5个技术员."""
    counted = quantity.kind == "bare" and bool(quantity.unit)
    return quantity.kind == "people" or counted and bool(_STAFF.search(clause_at(text, quantity.start).text))


def _heads(heard: Readings) -> list[str]:
    """The parts that count people of whom nothing says what they are of what is asked for."""
    own = [each for each in heard.bare if _is_of_heads(heard.text, each)]
    return [part.text.strip(_EDGE) for part in parts(heard) if any(part.holds(each.start) for each in own)]


def _goes_on(part: Clause, figure: Figure, heard: Readings) -> bool:
    """Whether the part says no more than the answer to the figure does: 有的，每年区里给80万, 可以提供，平台有的."""
    value = heard.value(figure.id)
    if any(each.half and each.figure == figure.id for each in heard.readings):  # which half is asked for next
        return any(word in part.text for word in figure.own_words)
    told = told_otherwise(part.text, figure, before="", asked=True) if value is not None else None
    return value is not None and value == (speaks_of(part.text, figure) if told is None else told)


def _only_orders(part: Clause, heard: Readings) -> bool:
    """Whether the part but names the program that is to be checked: 想申请新型研发机构建设专项."""
    inside = [(start - part.start, end - part.start) for start, end in heard.headings if part.holds(start)]
    covered = {place for start, end in inside for place in range(start, end)}
    rest = "".join(letter for place, letter in enumerate(part.text) if place not in covered)
    return bool(inside) and bool(ORDERING.fullmatch(rest))


def _is_part(guide: Guide, reading: Reading, text: str) -> bool:
    """Whether what was read stands where it says: a number does, an answer to the question may be all of the message."""
    return guide.figure[reading.figure].kind in NUMERIC or (reading.start, reading.end) != (0, len(text))


def wrong_way_round(guide: Guide, heard: Readings) -> str:
    names = [guide.figure[reading.figure].name for reading in heard.readings if reading.reversed_doubt]
    return render("which_way", figures=names) if names else ""


def not_yet(heard: Readings) -> str:
    return render("not_yet") if any(reading.not_yet for reading in heard.readings) else ""


def unlisted(guide: Guide, conversation: Conversation, heard: Readings) -> str:
    """兰州新区 in answer to where one is registered: whether a place lies in what the guide names there, it does not say."""
    asked = guide.figure.get(conversation.asked or "")
    if asked is None or heard.value(asked.id) is not None:
        return ""
    zone = is_of_a_zone(guide, asked.id)
    place = any(is_local(guide.figure[each.figure], guide) for each in heard.readings)
    return render("unlisted_place", figure=asked) if zone and place else ""
