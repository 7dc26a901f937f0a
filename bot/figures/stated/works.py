"""A firm told by a name that ends in 厂 (我们是一家机械厂), or by what it calls itself (我司)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.figures.stated.of_another import is_inside, silent_of
from bot.figures.statement import Statement
from bot.figures.whose import of_others
from bot.figures.wording.stance import clauses, is_topic
from bot.guide.model import Figure, Guide

_WORKS = "工厂"  # the word of the guide's own choice for it
_FIRM = "公司"
# 我们铝厂想报, 我们药企: what one is stands right behind 我们.
_WE_OURSELVES = re.compile(
    r"(?<![跟和与给为帮])(?:我们|咱们?)(?P<name>(?!隔壁|旁边|附近|合作|对面)[^，。；、的是和跟与给有在说这那里个]{1,5}(?:厂(?![长里家房区子商])|(?<!高)企(?!业)))(?=[，。；,;！! ]|$|[想要能可有是去今目现在也都去年就\d])"
)
# 厂里有研发中心, 九八年建的厂: who has a works speaks of it as of himself.
_CALLS_ITSELF = re.compile(
    "我司|敝司|[我本]公司|(?<!和)(?<!给)[我本]厂|(?:^|[，。；,;！!？? ])(?:我们?|咱们?)?(?:这个)?厂里(?!面|长)"
    "|(?:[\\d零〇一二三四五六七八九十]{2,4}年|[\\d一二两三四五六七八九十]+年前)(?:就)?建的?厂|建厂(?:都|已经|快)?有?(?:[\\d一二两三四五六七八九十]+多?年|至今|以来)"
)
_WE_ARE = re.compile(
    r"(?:我们?|咱们?|我家)(?:这边|这里|现在|目前)*(?:(?:就|也)?是|开了?|办了?|经营)着?(?:一?[家个间])?(?P<name>[^，。；、的是和跟与给]{1,8}(?:厂|(?<!高)企(?!业)))子?"
    r"(?:的)?[呀啊呢吧]*(?=[，。；,;！! ]|$)"
)


# 要是找个药厂当牵头: a works that is to lead.
_TO_LEAD = re.compile(
    r"(?:^|[找由让请拉换改用以]成?|如果|要是|假如|[说那])(?:合作的)?(?:[一那这]?[个家])?(?P<name>[^，。；、的是和跟与给不没]{1,4}(?:厂|(?<!高)企(?!业)))子?"
    r"(?:[来去当做作为出面]|我们)*(?:牵头|带头|当头|领头|申报|(?<=来)报|承担)(?!单位|方|的?是)"
)


# 家庭农场注册成公司了, 事业单位改制成公司了: what one is by now.
_BECAME = re.compile(
    r"^(?![^，。；]*(?:想|打算|准备|要|还没|没有?|未|正在|快|[和跟与给]))[^，。；]{0,10}(?:注册|登记|改制|转制|改组|变更|升级)(?:成|为)了?(?:一?[家个])?(?:股份|有限|有限责任)?(?P<name>公司)了?[的呢啊，,。；！! ]*$"
)


def works(text: str, guide: Guide, *, supposed: bool) -> Iterator[Statement]:
    """That the applicant is a works, or has become a firm, as the message says of itself; ``supposed``: that a works leads."""
    kinds = [(each.id, one.id) for each in guide.figures for one in each.choices if _WORKS in one.aliases]
    for clause in clauses(text):
        said = _WE_ARE.search(clause.text) or _WE_OURSELVES.search(clause.text)
        said = said or (None if of_others(clause.text) else _BECAME.search(clause.text))
        said = said or (_TO_LEAD.search(clause.text) if supposed else None)
        found = None if is_topic(clause.text) else said
        if found:
            start, end = clause.start + found.start("name"), clause.start + found.end("name")
            yield from (Statement(figure, choice, start, end) for figure, choice in kinds)


def speaks_as(text: str, figure: Figure) -> tuple[str, ...]:
    """The kind of applicant (id of a choice of ``figure``) as which the text speaks of itself: 我司 is a firm's word."""
    kinds = tuple(each.id for each in figure.choices if figure.kind == "choice" and _FIRM in each.aliases)
    found = _CALLS_ITSELF.search(text) if kinds else None
    return kinds if found and not is_inside(found.end() - 1, silent_of(text, figure)) else ()
