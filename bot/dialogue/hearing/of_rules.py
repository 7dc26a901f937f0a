"""Whether single words ask of what is demanded: how far a number has to go, which programs want it, what counts, what to hand in."""

from __future__ import annotations

import re

from bot.answers.figures_meant import COUNTED, alluded, in_its_words, of_kind, related, several_shares
from bot.answers.requirements import demanding
from bot.dialogue.hearing.judging import judged
from bot.dialogue.hearing.leaning import PART, PLAIN, SURE
from bot.dialogue.hearing.message import GENERAL, Message
from bot.dialogue.hearing.parts import asks
from bot.dialogue.office_words import HANDED_IN, WHO_LEADS, WHOM
from bot.dialogue.order_words import CHECKING
from bot.dialogue.state import Mention
from bot.dialogue.subject.business import question_where
from bot.dialogue.subject.easiest import asks_for_the_easiest as easiest
from bot.dialogue.subject.fields import TECHNOLOGY, goes_on_with_a_technology, held_together
from bot.dialogue.subject.rules_told import goes_on
from bot.dialogue.subject.which_demand import asks_for_own, figures_demanded
from bot.dialogue.words import (
    AND_THIS,
    ASKING,
    CITING,
    EITHER,
    ELIGIBLE,
    FOLLOWING,
    FOLLOWING_TURNED,
    HOW_COUNTED,
    HOW_FAR,
    INCLUDES,
    OF_USE,
    RULED_TOO,
    SHARED,
    STANDARD,
    SUFFICES,
    UNSAID_AS,
)
from bot.figures.numbers.years import names_a_year
from bot.figures.pairing.rates import is_yearly
from bot.figures.wording.stance import clause_at, clauses
from bot.guide.search import speaks_of, wanting

WHICH_YEAR = re.compile("哪一?年|几几年|哪个(?:年度|年份)|什么年份")
_RULE = "(?:申报|申请|硬性|特别的?|额外的?|具体的?)*(?:要求|条件|门槛|限制|规定|杠杠|讲究)"
# 除这两项比例外还有无其他要求, 还有别的条件么, 一共几个申报条件: all that is demanded.
THE_OTHERS = re.compile(
    rf"(?:还|另外|再|此外)?(?:有|没)[没无]?有?(?:别的|其[他它余]的?|另外的?){_RULE}|(?:几|多少)[个条项]{_RULE}"
)
WHICH_KINDS = re.compile(
    "(?:里|中|当中|都|又|具体|分别|一共|总共|能|可以|算|有|是|包括|包含|分成?|指)*(?:哪|几)[几些]?[种类样个项家]"
)
# 前年的行吗, 必须是2021年的吗: of the amount that is waited for.
SAID_OF_IT = re.compile(
    r"(?:提|说|写|讲|规定|要求|交代)(?:了|的是|的)?(?:什么|啥|哪些)|(?:怎么|咋|如何)个?(?:提|说|写|讲|规定|要求|交代)"
)
OF_THAT_YEAR = re.compile(
    r"(?:那|用|按照?|拿|报|填|写|给|要是|如果|必须|一定|只能?|非|得|要|是|看|算|就|[，, ])*"
    r"(?:\d{2,4}年度?|[二一零〇两三四五六七八九]{2,4}年度?|[去前今明]年|上一?年|大前年|近[两三几]年)"
    r"(?:的|全年|一年|度|数据?|账|报表|审计|也|就|都|才|来|填|报|算|用|[，, ])*(?:(?:可|不)*(?:行|可以|能|成|中|对|是|算|用|以|吗|么|吧|不|没|呢|[。？?！! ]))+"
)


# 自筹呢，也没说吧, after another number of which nothing was demanded.
_NOT_SAID_EITHER = re.compile("[也都]?(?:没有?|未)(?:说|写|提|讲|要求|规定)(?:到|明|过)?(?:的|了)?吧[？?。！!~ ]*$")


def follows_with_a_figure(this: Message) -> bool:
    """Whether 经费占比呢 follows what was asked of a program's numbers: the same about another number that it tests."""
    asked = this.conversation.topic in ("figure", "requirements") and not this.utterance.ids("program", "family")
    text = this.utterance.text
    if goes_on_with_a_technology(this.guide, this.conversation, this.utterance):
        return False
    if _NOT_SAID_EITHER.search(text) and this.subject.figures and not this.conversation.check:
        return asked and len(this.subject.programs) == 1  # whatever the program demands of it
    short = any(each.fullmatch(text) for each in (FOLLOWING, RULED_TOO, AND_THIS)) and not this.conversation.check
    named = demanding(this.guide, in_its_words(this.guide, this.subject), this.subject.programs)
    if named and FOLLOWING_TURNED.fullmatch(text) and not this.conversation.check:
        return asked and len(this.subject.programs) == 1
    tested = named or alluded(this.guide, this.subject)
    tested = tested or of_kind(this.guide, this.subject) or _has_words_of_one(this)
    return bool(asked and short and len(this.subject.programs) == 1 and tested)


def asks_for_the_easiest(this: Message) -> bool:
    """Whether it is asked which of all programs demands least, of which the guide says nothing: 哪个专项最容易报."""
    return not this.conversation.active and easiest(this.utterance, this.conversation.programs)


def asks_for_several_shares(this: Message) -> bool:
    """Whether all shares that a program in hand demands are asked for: 里面两个百分数，人的是多少，钱的是多少."""
    told = this.heard.readings or this.conversation.active and not this.wonders
    told = told or this.intent == "ask_materials"  # 这些比例拿什么证明
    return not told and bool(several_shares(this.guide, this.subject.programs, this.utterance.text))


def _has_words_of_one(this: Message) -> tuple[str, ...]:
    """The conditions that a short message has words of (那经费这块呢), whatever else it may seem to ask for."""
    other = this.intent in ("ask_materials", "ask_section", "ask_directions")
    return () if other else related(this.guide, this.subject.programs, this.utterance.masked)


def _goes_on_about_rules(this: Message) -> bool:
    """Whether the message names nothing, right after what is demanded was asked about."""
    return this.conversation.topic in ("figure", "requirements") and not (
        this.utterance.mentions or this.conversation.check
    )


def asks_who_leads(this: Message) -> bool:
    """Whether it is asked who is to apply for a program, and for no section: 一家企业一家高校，谁牵头."""
    ruled = this.subject.programs and not this.numbers_told
    return bool(ruled and WHO_LEADS.search(this.utterance.text)) and not WHOM.search(this.utterance.text)


def asks_what_is_said(this: Message) -> bool:
    """Whether it is asked, in words that leave the intent open, what is said of conditions that are named: 运行经费这一块指南提了啥."""
    demanded = demanding(this.guide, this.subject.figures, this.subject.programs) and not this.conversation.check
    open_ = this.utterance.confidence < SURE and not this.heard.readings
    named = [each.start for each in this.utterance.of("figure")]
    parts = (part for part in clauses(this.utterance.text) if any(map(part.holds, named)))
    return bool(demanded and open_) and any(SAID_OF_IT.search(part.text) for part in parts)


def unsaid(this: Message) -> bool:
    """Whether a condition is asked for that the guide does not have, by a word for it (失信企业能报吗); who asks where a
    business belongs only tells it."""
    conditions = (each for each in this.guide.silent_topics if each.condition)
    orders = CHECKING.search(this.utterance.text) and not ASKING.search(this.utterance.text)  # 刚成立的，查下高新
    asked = ELIGIBLE.search(this.utterance.text) or this.intent in UNSAID_AS and not orders
    where = question_where(this.utterance.text) or this.intent == "ask_technology" and this.utterance.confidence >= PART
    if this.utterance.ids(TECHNOLOGY) and where and not this.subject.programs:
        return False
    return bool(asked) and any(speaks_of(each, this.utterance.text) for each in conditions)


def names_a_rule(this: Message) -> bool:
    """Whether what is named is demanded of the program in hand, where the message seems to ask for what the guide leaves out, and
    has no word for that: 要不要专门的管理机构，运行经费有没有说法, in a check."""
    demanded = demanding(this.guide, this.subject.figures, this.subject.programs)
    seems = this.intent == "ask_other" and this.utterance.confidence < PART
    left_out = any(speaks_of(each, this.utterance.text) for each in this.guide.silent_topics)
    return bool(this.conversation.check and demanded and seems and not (left_out or this.heard.readings))


def goes_on_about_rules(this: Message) -> bool:
    """Whether 对专家本人呢 follows what is demanded, where it seems to ask for what the guide leaves out, and has no word for that."""
    unsaid = [each for each in this.guide.silent_topics if this.intent == f"ask_{each.topic}"]
    follows = _goes_on_about_rules(this) and this.subject.programs and FOLLOWING.fullmatch(this.utterance.text)
    plain = this.utterance.confidence >= PLAIN
    return bool(follows and unsaid and not plain) and not any(speaks_of(each, this.utterance.text) for each in unsaid)


def asks_how_far(this: Message) -> bool:
    """Whether it is asked how far a figure has to go (自筹要提高到多少), in whatever words of supposing; after a verdict the one
    that is too low (那要提到多少)."""
    another = asks(this.intent) and this.intent not in ("ask_figure", "ask_text")  # 财政能要到多少 asks for an amount
    meant = this.subject.figures or this.conversation.judged and this.conversation.check
    return bool(meant and HOW_FAR.search(this.utterance.text)) and not (this.numbers_told or another)


def asks_what_counts(this: Message) -> bool:
    """Whether it is asked what belongs to a number (年收入包括财政补助吗): the guide names it, and says no more."""
    numbers = [each for each in this.subject.figures if this.guide.figure[each].kind in ("money", "people")]
    asked = INCLUDES.search(this.utterance.text) and ASKING.search(this.utterance.text)
    of_papers = "ask_materials" in (this.intent, *this.parts_asked)  # 材料有哪些，自筹的证明算不算在内
    return bool(numbers and asked) and not (this.numbers_told or this.utterance.ids("term") or of_papers)


def asks_how_counted(this: Message) -> bool:
    """Whether it is asked by what a number that is named, or was just talked about, is counted: 按一个年度算还是几年累计."""
    last = this.conversation.about_figures if _goes_on_about_rules(this) else ()
    numbers = [each for each in this.subject.figures or last if this.guide.figure[each].kind in COUNTED]
    asked = HOW_COUNTED.search(this.utterance.text) and ASKING.search(this.utterance.text)
    return bool(numbers and asked) and this.utterance.confidence < PART and not this.numbers_told


def asks_of_a_year(this: Message) -> bool:
    """Whether it is asked of which year an amount is, or if another than that of the open question does: 2020年的行不行."""
    text, asked = this.utterance.text, this.conversation.asked
    if this.numbers_told or not ASKING.search(text):
        return False
    if WHICH_YEAR.search(text):
        return any(is_yearly(this.guide.figure[each]) for each in this.subject.figures)
    yearly = asked is not None and not this.utterance.mentions and is_yearly(this.guide.figure[asked])
    return yearly and names_a_year(text) and bool(OF_THAT_YEAR.fullmatch(text))


def asks_what_to_hand_in(this: Message) -> bool:
    """Whether it is asked what is to be handed in, where 交 alone might mean to whom: 重大专项都交什么."""
    other = this.intent in ("ask_section", "ask_submission", *GENERAL) and this.utterance.confidence < PART
    unclear = other or not asks(this.intent) or this.utterance.confidence < PLAIN and not judged(this)
    return unclear and bool(HANDED_IN.search(this.utterance.text)) and not WHOM.search(this.utterance.text)


def asks_of_a_paper(this: Message) -> bool:
    """Whether what is asked of a rule is asked of a paper to be handed in (查新报告必须找有资质的单位开吗)."""
    numbers = any(this.guide.figure[each].kind in COUNTED for each in this.subject.figures)
    papers = papers_named(this)
    of_a_rule = this.intent in ("ask_requirements", "ask_figure") or any(_ways_of(this, each) for each in papers)
    return of_a_rule and bool(papers) and not (this.conversation.check or numbers)


def papers_named(this: Message) -> list[Mention]:
    """What is named, by the guide's own word or another for it, that a program in hand, or any, wants handed in: 查新."""
    programs = this.subject.chosen(this.guide) or this.guide.programs
    terms = this.utterance.of("term")
    return [each for each in terms if wanting(programs, each.text) or wanting(programs, each.id)]


def _ways_of(this: Message, paper: Mention) -> bool:
    """Whether two ways of getting a paper are put up to choose from: 查新报告是自己写还是找人出."""
    return bool(EITHER.search(clause_at(this.utterance.text, paper.start).text))


def asks_if_a_status_counts(this: Message) -> bool:
    """Whether it is asked if a status that is named is good enough, in words for its paper (规上就行了对吧，别的证不用), or is
    one of those demanded (省级科技创新型企业算其中一个吧)."""
    named = any(this.utterance.ids(each) for each in held_together(this.guide))
    cited = CITING.search(this.utterance.text)  # 南航在里头出现过没有
    known = named or demanding(this.guide, this.subject.figures, this.subject.programs)
    if known and this.asks_if_among_them and not cited:
        return True
    papers = wanting(this.guide.programs, this.utterance.text) or HANDED_IN.search(this.utterance.text)
    return this.intent == "ask_materials" and named and not papers and bool(SUFFICES.search(this.utterance.text))


def asks_what_is_shared(this: Message) -> bool:
    """Whether it is asked what several programs demand alike: 平台类四个专项共通的要求."""
    return len(this.subject.programs) > 1 and bool(SHARED.search(this.utterance.text))


def asks_where_it_counts(this: Message) -> bool:
    """Whether it is asked which program wants what is named and no more: 科技创新型企业的牌子哪个专项用得上."""
    named = {each.kind for each in this.utterance.mentions}
    choices = held_together(this.guide)
    only = (named & choices or this.subject.figures) and named <= choices | {"applicant_type", "figure"}
    return bool(only and OF_USE.search(this.utterance.text)) and not this.conversation.check


def asks_which_demand(this: Message) -> bool:
    """Whether it is asked which programs demand what is named: 哪几个专项要求高企."""
    demands = figures_demanded(this.guide, this.utterance) or asks_for_own(this.utterance)
    return not this.conversation.check and bool(demands)


def goes_on_from_rules(this: Message) -> bool:
    """Whether it is asked which program has the rule that was just spoken of, or the numbers alone are wanted of those told."""
    told = this.heard.readings or this.numbers_told
    return not told and goes_on(this.guide, this.conversation, this.subject, this.utterance) is not None


def asks_which_kinds(this: Message) -> bool:
    """Whether it is asked which kinds there are of something demanded that is named, and not which programs: 创新基地都算哪几种."""
    had = [each for each in this.utterance.of("figure") if this.guide.figure[each.id].kind in ("yes_no", "choices")]
    kinds = any(WHICH_KINDS.match(this.utterance.text, each.end) for each in had)
    return kinds and this.intent in GENERAL and not this.conversation.check


def asks_what_a_status_takes(this: Message) -> bool:
    """Whether it is asked what a status is that alone is named (规上工业企业具体啥标准): the guide uses the word."""
    named = {each.kind for each in this.utterance.mentions if each.kind != "term"}
    return bool(named) and named <= held_together(this.guide) and bool(STANDARD.search(this.utterance.text))


def asks_for_the_others(this: Message) -> bool:
    """Whether all conditions of a program in hand are asked for, by their number or as those beside one that is known."""
    return bool(this.subject.programs and THE_OTHERS.search(this.utterance.text)) and not this.conversation.check


def supposes_of_a_rule(this: Message) -> bool:
    """Whether it is supposed that something demanded were lacking, of nobody: 要是没有高企证还有别的资质能顶吗."""
    named = [each.kind for each in this.utterance.mentions if each.kind in this.guide.figure]
    figures = (*this.subject.figures, *named)
    demanded = demanding(this.guide, figures, this.subject.programs)
    nothing_told = not (this.heard.readings or this.heard.bare or this.conversation.check)
    return bool(this.intent == "what_if" and demanded and nothing_told and ASKING.search(this.utterance.text))
