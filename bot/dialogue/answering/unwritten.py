"""One thing of which it is asked whether or how much it is demanded, and of which no clause of the program has a word: 众创空间要
有多少面积, 研发平台写没写独立法人. That the words stand nowhere is the answer, and not all conditions there are."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from bot.answers import figures_meant, requirements, thresholds
from bot.answers.checks import WHO
from bot.answers.phrases import possible_sections
from bot.answers.reply import Reply, answer, render, silent
from bot.answers.subject import Subject
from bot.dialogue.state import Utterance
from bot.dialogue.subject.fields import TECHNOLOGY
from bot.dialogue.subject.points import near_points
from bot.dialogue.words import LISTING
from bot.figures.wording.asked_about import asked_about
from bot.figures.wording.stance import asks, clauses
from bot.guide.abbreviations import in_full
from bot.guide.model import Clause, Guide, Program, Quote
from bot.guide.search import in_common, presenting, speaks_of

_WORD = r"[^\s，。？?！!、；;：:“”\"《》某]"
_RULED = "(?:要求|规定|限制|门槛|硬杠杠|标准)"
_ASKED = (
    # 有没有规模要求, 对面积有没有限制
    re.compile(rf"有(?:没有|无)?(?P<what>{_WORD}{{2,10}}?)(?:方面|上)?的?{_RULED}"),
    # 年龄有上限没有, 学历有限制吗
    re.compile(
        rf"^(?:那么?|请问|还有|[，, ])*(?P<what>(?!对){_WORD}{{2,6}}?)(?:方面|上)?有(?:没有|无)?(?:什么|啥)?(?:[上下]限|限制|限定|门槛)(?:[吗么不]|没有?|[?？。 ])*$"
    ),
    re.compile(
        rf"对于?(?P<what>{_WORD}{{2,10}}?)(?:方面|上)?(?:有(?:没有|无)?|是否有?|怎么|如何|咋)[^，。？?]{{0,4}}{_RULED}"
    ),
    # 有没有说必须是独立法人, 写没写面积
    re.compile(
        rf"(?:(?:有没有|有无|是否|有)(?:明确|专门)?(?:[写提说讲]|要求|规定|限定)|(?P<say>[写提说讲])没(?P=say)|(?<![么有啥些的报])(?:要求|规定))(?:过|到|明|了)?"
        rf"(?:申报单位|单位)?(?:必须|一定要?|只能|非得|应当?|需要|得|要)*(?:是|有|达到|具备)?(?P<what>{_WORD}{{2,10}}?)(?:[吗么呢不没]|这[一个条点]*)*(?:[，,。？?！! ]|$)"
    ),
    # 需要签聘用合同吗, 要不要本科学历, 必须有独立账户吗
    re.compile(
        rf"(?:(?:要不要|需不需要|用不用|有没有必要|是不是(?:必须|非?得|要|需要)|必须得?|非得|一定要|需要|得|(?<![^，。？?！!；;、 也还都])要)(?:先|再|去|有|签|办|开|带|具备|拿|达到|达|通过|满|成立|设|配|买|缴|交|提供)+了?)(?P<what>{_WORD}{{2,8}}?)(?:才行|才能报|才可以|证明)?(?:[吗么嘛不]|没有?|[?？]|$)"
    ),
    # 要签了合同才能报不
    re.compile(
        rf"(?:[要得]|必须|需要|非得)(?:先|有|签|拿|办|签订|拿到|取得|具备)+[了好到]?的?(?P<what>{_WORD}{{2,10}}?)才(?:能|可以|行)"
    ),
    # 多少面积, 入驻多少企业, 存栏多少只, 工位要几个
    re.compile(rf"(?P<what>{_WORD}{{2,6}}?)(?:至少|最少|起码)?(?:需要|得|要|是|有)?(?:多[少大高长]|[要有]几)"),
    re.compile(rf"(?:多少|几)(?![年月天日周季届次倍成点])[个家间平台名套亩位]?(?:方?米)?的?(?P<what>{_WORD}{{2,6}})"),
)
_LIMIT = re.compile("(?<![助持贴补额金费钱])有(?:没有|无)?(?:什么|啥)?[上下]限(?:没有?)?")
_HOW_MANY_PEOPLE = re.compile(
    "(?:要|得|需要?|须|至少|最少|起码)(?:有|得有)?(?:几个|多少)人(?=[呢啊呀吗才，,。？?！! ]|$)"
)
_SAYS_SO = re.compile("(?P<verb>[写提说讲])没(?P=verb)")
_DEMANDS = re.compile("要|必须|需|得|一定|非|才|有没有|有无|是否|算不算")
_BARE = re.compile("^(?:要求|需要|必须|要|得|有)+|(?:才|就|能|可以|[算够行])+$")
_RUN = 2  # characters in a row that are no accident
# What holds one of these is no name of a thing: 样你们能不, 老师凑了个课, 一年要卖.
_NO_THING = re.compile("[我你您他她们能会要有没的了着过吗呢吧啊呀嘛个么什啥几样才就也都还很太到得把被给和跟卖爆去来条]")
_OPEN = re.compile(
    r"^个?人$|一样|相同|不同|区别|差别|一致|数量|数字|人[数头员]|金额|资[金助]|经费|[比占]|时间|日期|材料|特[别殊]|额外|附加|专门|单独|硬性|最[低高]|基本|其[他它]|别的|这|那|自己|多少|几|什么|谁|哪|科室?$|^是[不否]|[一二三四五六七八九十两\d]+[条项个点类]"
)


def unwritten(guide: Guide, subject: Subject, utterance: Utterance) -> Reply | None:
    """That no clause of the one program has the words for what is asked about; None where one may speak of it in its own."""
    if people := _no_people(guide, subject):
        return people
    named = _had_elsewhere(guide, subject, utterance)
    things = named or (things_asked(utterance) if not subject.figures else [])
    if len(subject.programs) != 1 or not things:
        return None
    plain = _LIMIT.sub("", utterance.text)  # 年龄有上限没有 is of no amount
    if any(speaks_of(each, plain) for each in guide.silent_topics):
        return None
    program = guide.program[subject.programs[0]]
    told_in_full = [in_full(guide, each) or each for each in things]  # 西工大
    written = any(in_common(text, each) >= _RUN for text in _own_words(guide, program) for each in told_in_full)
    words = " ".join(named) or utterance.masked
    meant = figures_meant.of_kind(guide, subject) or figures_meant.related(guide, subject.programs, words)
    told = utterance.ids(TECHNOLOGY)  # to which what is supported is near: 养羊的有没有规模要求
    if written or meant or not told and near_points(guide, subject, utterance):
        return None
    if counted := figures_meant.numbers_called(guide, tuple(guide.program), "，".join(things)):  # which others demand
        return thresholds.figure(guide, replace(subject, figures=counted))
    sections = possible_sections(program, subject.known)
    text = render("unwritten", where=f"{program.name}的条文", words=things, sections=sections)
    return silent("requirements", [program.id], sections, text)


def _no_people(guide: Guide, subject: Subject) -> Reply | None:
    """That the one program demands no number of people, where it is asked how many there have to be: 要几个人."""
    asked = len(subject.programs) == 1 and not subject.figures and _HOW_MANY_PEOPLE.search(subject.text)
    if not asked or figures_meant.of_kind(guide, subject):
        return None
    counted = tuple(each.id for each in guide.figures if each.kind == "people")
    return thresholds.figure(guide, replace(subject, figures=counted))


def unwritten_in(numbered: Iterable[Clause], utterance: Utterance) -> Reply | None:
    """That one clause, of which it is asked whether it says so, has not the words, with the clause: 三（二）3有没有说必须是独立法人."""
    found, things = list(numbered), things_asked(utterance)
    if len(found) != 1 or not things or any(each in found[0].text for each in things):
        return None
    text = render("unwritten", where=found[0].id, words=things, sections=())
    return answer("text", (), [Quote(found[0].id, found[0].text)], text)


def _had_elsewhere(guide: Guide, subject: Subject, utterance: Utterance) -> list[str]:
    """The words for what is had or not, where no more is asked than whether that is demanded, and others demand it: 产学研平台也要
    注册在兰州？"""
    names = [each for each in utterance.of("figure") if guide.figure[each.id].kind == "yes_no"]
    demanded = requirements.demanding(guide, subject.figures, subject.programs)
    told = not names or len(names) < len(subject.figures) or subject.told or demanded
    if told or LISTING.search(utterance.text):
        return []
    asking = [part for part in clauses(utterance.text) if asks(part.text) and _DEMANDS.search(part.text)]
    return [each.text for each in names if any(part.holds(each.start) for part in asking)]


def things_asked(utterance: Utterance) -> list[str]:
    """The words for each thing of which it is asked whether or how much is demanded; none where one may be of anything."""
    plain = utterance.without("program", "family", WHO)  # 入驻多少企业 is of nobody who applies
    asking = [part for part in clauses(utterance.text) if asks(part.text) or _SAYS_SO.search(part.text)]
    found = (each for pattern in _ASKED for each in pattern.finditer(plain))
    asked = [each for each in found if any(part.holds(each.start("what")) for part in asking)]
    in_order = sorted(asked, key=lambda each: each.start("what"))
    things = dict.fromkeys(_BARE.sub("", each["what"]) for each in in_order)
    told = [each for each in things if asked_about(each + "？")]
    return [] if any(_OPEN.search(each) or _NO_THING.search(each) for each in told) else told


def _own_words(guide: Guide, program: Program) -> list[str]:
    """What the guide says of the program: of what it is, supports, demands and wants handed in."""
    demanded = [*(each.clause for each in program.requirements), *(each.clause for each in program.judged)]
    own = dict.fromkeys([*presenting(program), *demanded, *(each.clause for each in program.materials)])
    return [guide.clause[number].text for number in own]
