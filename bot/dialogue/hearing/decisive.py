"""Questions that single words decide, whatever the intent: 归谁管, 什么意思, 除了重大还有啥, 共通的要求."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from bot.answers.checks import WHO
from bot.answers.subject import Subject
from bot.dialogue.hearing import but_for, leaning, of_programs, of_rules, of_sections, of_words
from bot.dialogue.hearing.all_listed import asks_what_there_is
from bot.dialogue.hearing.bare_topics import bare_topic
from bot.dialogue.hearing.beyond import asks_for_leniency, asks_for_preference, asks_what_people_judge
from bot.dialogue.hearing.demanded import asks_if_demanded_at_all
from bot.dialogue.hearing.judging import judged
from bot.dialogue.hearing.leaning import FAIRLY, HINTING, PART, PLAIN, SURE, UNDERSTOOD
from bot.dialogue.hearing.message import GENERAL, Message
from bot.dialogue.hearing.of_amounts import asks_how_much_is_given
from bot.dialogue.hearing.of_what_is_asked import asks_which_year, asks_who_is_counted
from bot.dialogue.hearing.openings import asks_when_it_is_decided, support_asked_for
from bot.dialogue.hearing.papers_lacking import asks_what_is_lacking
from bot.dialogue.hearing.placing import (
    asks_if_among,
    asks_if_inside,
    asks_if_it_must_be,
    asks_of_a_technology,
    asks_of_its_field,
    asks_of_nothing,
    asks_of_what_is_described,
    asks_where_and_whom,
    asks_which_takes_it,
    asks_whose_it_is,
    follows_with_a_field,
    puts_up_a_technology,
    supposes_another_business,
)
from bot.dialogue.hearing.quoting import asks_if_it_binds, quotes_a_threshold
from bot.dialogue.hearing.term_supported import asks_if_a_term_is_supported
from bot.dialogue.hearing.what_is_named import asks_what_it_is_limited_to
from bot.dialogue.hearing.who_may import asks_who_may
from bot.dialogue.hearing.written_where import asks_which_write_of
from bot.dialogue.subject.business import only_scolds
from bot.dialogue.subject.fields import TECHNOLOGY
from bot.dialogue.subject.inside import asks_where_in
from bot.dialogue.subject.papers import paper_in_hand
from bot.dialogue.subject.programs import guessed, meant
from bot.dialogue.subject.supported_kinds import on_partners
from bot.dialogue.subject.which_demand import material_demanded
from bot.dialogue.words import (
    ABOUT_US,
    ANY_OF_THEM,
    ASKING,
    BESIDES,
    COMPARING,
    ITS_PLACE,
    ITS_WORDING,
    ONLY_THIS,
    OTHER_ONES,
    REQUEST,
    RULES_STAND,
    THAT_PROGRAM,
)
from bot.figures.wording.levels import names_only_a_level
from bot.figures.wording.stance import clauses
from bot.guide.search import speaks_of

# 这份指南的文号和印发日期: of the paper itself, which does not tell; 往年立项的名单: what became of those before.
OF_THE_PAPER = re.compile(
    "(?:指南|文件|通知)的?(?:发?文号|文头|落款|(?:印发|发文|下发|发布|公布)的?(?:日期|时间|单位|机关|日))|文号是?(?:多少|什么|哪)"
)
OF_EARLIER_YEARS = re.compile(
    "(?:往年|历年|去年|前[几两]年|上一?年度?|以前)[^，。？?]{0,4}(?:立项|获批|入选|中标|批下来|公示|评上)[^，。？?]{0,6}(?:名单|名录|清单|结果|有哪些|是哪些)"
)
# What is asked of the office's own projects: 科技项目, 申报书, 市里的专项.
_OF_OUR_PROJECTS = re.compile("(?:科技|市里的?|你们的?|这个|今年的?)(?:计划)?(?:项目|专项|课题|计划)|指南")


def told_by_its_words(this: Message, *, only_business: bool) -> tuple[str, ...] | None:
    """The topic where single words decide, whatever the intent; None where they leave it open."""
    if this.asks_who_it_is:
        return ()
    if judged(this):
        beside = (name.removeprefix("ask_") for name in this.parts_asked if name not in ABOUT_US)
        return tuple(dict.fromkeys(("figure", *beside)))
    other = OTHER_ONES.search(this.utterance.text) and not (
        but_for.one_of_those_demanded(this)
        or but_for.something_in_it(this)
        or of_rules.asks_which_demand(this)
        or asks_what_is_lacking(this)
        or puts_up_a_technology(this)
    )
    if other and not (this.intent == "check" or this.heard.readings or _lacks(this)):
        return ("overview",)
    if alone := _of_what_is_told(this, only_business=only_business):
        return alone
    if this.conversation.topic and _asks_for_the_source(this):
        return (this.conversation.topic,)  # which quotes it
    if _asks_where_the_rules_stand(this):
        return ("requirements",)
    told = next((topic for says, topic in BY_WORDS if says(this)), None) or bare_topic(this) or _left_out(this)
    if told:
        return (*_placed_first(this, told), told, *_beside(this, told))
    aside = leaning.beside_the_point(this.utterance, _without_a_doubtful_guess(this)) or _asks_of_others_business(this)
    return () if aside else None


def _placed_first(this: Message, told: str) -> tuple[str, ...]:
    """What is asked ahead of a rule of the program that it points at: 光伏组件算新能源吗？这个专项对自筹有要求吗."""
    of_a_rule = told in ("figure", "requirements") and THAT_PROGRAM.search(this.utterance.text)
    named = this.utterance.ids("program", "family")
    return ("technology",) if of_a_rule and "ask_technology" in this.parts_asked and not named else ()


def _of_what_is_told(this: Message, *, only_business: bool) -> tuple[str, ...]:
    """What is asked by no more than whether there is any support, telling what one is or does, or whether the rule in hand holds."""
    if support := support_asked_for(this):
        return support
    if this.narrows_the_section:
        return ("section",)
    if of_rules.goes_on_from_rules(this):  # 只要数字，别的不用说 is of no business
        return ("figure",)
    if asks_if_it_binds(this):  # 那让玫瑰公司牵头，那个比例还要守吗 is of no business
        return ("figure", *_beside(this, "figure"))
    whom = of_sections.asks_who(this) or of_rules.asks_who_leads(this)
    return ("technology",) if only_business and not whom else ()


def _asks_of_a_level(this: Message) -> bool:
    """Whether no more is asked of the program in hand than whether a level will do: 得是省级的吗."""
    return bool(this.conversation.programs) and names_only_a_level(this.utterance.text)


def _left_out(this: Message) -> str | None:
    """What the guide leaves out, where a word for it stands in what is asked of a program in general: 成果转化那个项目执行期是几年.

    A clause that tells something before the one that asks does not count: 头一回听说科研还能立项，总共有哪几样.
    """
    asking = [part.text for part in clauses(this.utterance.text) if ASKING.search(part.text)]
    general = this.intent in GENERAL and this.utterance.confidence < PLAIN
    of_ours = this.intent == leaning.OUT and not this.utterance.mentions  # 科技项目今年什么时候截止
    asking = asking if general else [part for part in asking if of_ours and _OF_OUR_PROJECTS.search(part)]
    topics = {each.topic for each in this.guide.silent_topics for part in asking if speaks_of(each, part)}
    return topics.pop() if len(topics) == 1 else None


def _asks_of_others_business(this: Message) -> bool:
    """Whether what is asked is plainly none of the guide's, where the whole is not plain and names nothing of it:
    我们今年评高企，材料齐了，认定要去哪办."""
    named = this.subject.programs or this.utterance.ids("program", "family", "section", "term", "technology")
    unsaid = [each for each in this.guide.silent_topics if f"ask_{each.topic}" == this.intent]
    nameless = unsaid and not any(
        speaks_of(each, this.utterance.text) for each in unsaid
    )  # 后天下不下雨 asks for no date
    if nameless and _may_be_anything(this, named):
        return True
    surely = FAIRLY if nameless else PLAIN
    asked = (name for name, chance, text in this.utterance.parts if chance >= surely and ASKING.search(text))
    return not named and this.utterance.confidence < PART and "out_of_scope" in asked


def _may_be_anything(this: Message, named: object) -> bool:
    """Whether what hardly asks for something left out has no word of the guide's, and asks nothing, or is as likely out of scope:
    一群饭桶，就知道踢皮球; 茅台还能拿吗."""
    hardly = this.utterance.confidence < PART and not named
    outside = dict(this.utterance.ranking).get(leaning.OUT, 0.0)
    nothing = not (ASKING.search(this.utterance.text) or REQUEST.search(this.utterance.text))
    unlike = this.intent == "ask_other" and (nothing and outside >= HINTING / 2 or outside >= UNDERSTOOD)
    return hardly and (only_scolds(this.utterance) or unlike and (nothing or this.utterance.confidence < SURE))


def _without_a_doubtful_guess(this: Message) -> Subject:
    """The subject, but for a program that the message may only describe: 种粮一亩地补多少 names none of the guide's."""
    doubtful = guessed(this.guide, this.conversation, this.utterance) and not meant(
        this.guide, this.utterance, sure=True
    )
    return replace(this.subject, programs=()) if doubtful else this.subject


def _asks_for_the_source(this: Message) -> bool:
    """Whether the wording, or the place in the guide, of what was just said is asked for, whatever doubt is uttered before, of
    whomever: 所以这条只管企业，你确定？原话怎么写的."""
    text, named = this.utterance.text, {each.kind for each in this.utterance.mentions}
    if named - {WHO}:
        return False
    last = [part.text for part in clauses(text)][-1:]
    asks_last = any(ITS_WORDING.fullmatch(words) for words in last) and not this.heard.readings
    return bool(asks_last or not named and (ITS_WORDING.fullmatch(text) or ITS_PLACE.fullmatch(text)))


def _asks_where_the_rules_stand(this: Message) -> bool:
    """Whether it is the conditions of a program in hand of which the place is asked for: 申报要求在哪儿写着."""
    open_ = this.intent in ("ask_text", "ask_submission", "ask_compare") and not COMPARING.search(this.utterance.text)
    return open_ and bool(this.subject.programs and RULES_STAND.search(this.utterance.text))


def _lacks(this: Message) -> bool:
    """Whether 还缺什么 is plainly asked of what is to be handed in or held, and of no program."""
    return this.intent in ("ask_materials", "ask_requirements") and this.utterance.confidence >= PLAIN


def _beside(this: Message, told: str) -> tuple[str, ...]:
    """What a part of its own asks that comes after what single words decide: 指南里看哪一条，顺便告诉我找哪个科."""
    last = this.parts_asked[-1:] if BESIDES.search(this.utterance.text) else ()
    return tuple(name.removeprefix("ask_") for name in last if name != f"ask_{told}")


def _asks_who_is_counted_in_what_is_asked(this: Message) -> bool:
    """Whether that is asked of the figure that is waited for, which stands in the question that is asked again."""
    return this.conversation.asked in asks_who_is_counted(this)


def _asks_of_the_point_alone(this: Message) -> bool:
    """Whether no more than the one point that was just answered is wanted, outside a check: 我就问这一条."""
    after = this.conversation.topic in ("requirements", "figure") and this.conversation.about_figures
    free = not (this.utterance.mentions or this.conversation.check)
    return bool(after and free and ONLY_THIS.search(this.utterance.text))


def _asks_of_partners(this: Message) -> bool:
    """Whether it is asked if partners of a kind or from a place will do, and no section: 省外的科研院所也行吗."""
    section = this.intent == "ask_section" or this.utterance.ids("section")
    return this.wonders and not section and bool(on_partners(this.guide, this.subject, this.utterance))


def _asks_what_its_own_business_may(this: Message) -> bool:
    """Whether what was told of the asker's work before decides what may be applied for, where no check is wanted: 不查，我们这行能报哪几个."""
    told = isinstance(this.conversation.figures.get(TECHNOLOGY), str) and this.utterance.unchecked
    named = this.utterance.ids("program", "family", WHO)
    return bool(told and ANY_OF_THEM.search(this.utterance.text)) and not named


# In this order: the first that holds decides.
BY_WORDS: tuple[tuple[Callable[[Message], object], str], ...] = (
    (_asks_what_its_own_business_may, "technology"),
    (asks_which_year, "figure"),
    (asks_when_it_is_decided, "review"),
    (_asks_who_is_counted_in_what_is_asked, "other"),
    (asks_who_is_counted, "figure"),
    (of_programs.weighs, "compare"),
    (of_programs.wants_it_told, "program"),
    (of_programs.asks_what_each_supports, "directions"),
    (asks_how_much_is_given, "amount"),
    (of_rules.asks_who_leads, "requirements"),
    (lambda this: this.outside, "technology"),
    (of_words.place_put_up, "term"),
    (of_words.asks_what_words_in_hand_mean, "term"),
    (lambda this: OF_THE_PAPER.search(this.utterance.text), "other"),
    (lambda this: OF_EARLIER_YEARS.search(this.utterance.text), "review"),
    (of_words.asks_where_an_institution_stands, "text"),
    (of_words.numbers_a_clause, "text"),
    (of_words.asks_whether_it_stands, "text"),
    (of_words.asks_what_they_include, "term"),
    (of_rules.asks_for_the_easiest, "requirements"),
    (of_programs.asks_for_several_at_once, "quota"),
    (of_programs.of_a_counted_requirement, "requirements"),
    (of_programs.of_a_counted_material, "materials"),
    (of_words.counts_a_clause, "text"),
    (lambda this: paper_in_hand(this.guide, this.conversation, this.utterance), "materials"),
    (_asks_of_partners, "requirements"),
    (_asks_of_the_point_alone, "requirements"),
    (asks_of_nothing, "overview"),
    (asks_what_there_is, "overview"),
    (supposes_another_business, "technology"),
    (asks_of_a_technology, "technology"),
    (asks_if_it_must_be, "directions"),
    (asks_what_it_is_limited_to, "directions"),
    (asks_whose_it_is, "technology"),
    (asks_where_and_whom, "technology"),
    (asks_if_inside, "technology"),
    (asks_which_takes_it, "technology"),
    (asks_which_write_of, "technology"),
    (asks_of_its_field, "directions"),
    (follows_with_a_field, "directions"),
    (asks_if_among, "technology"),
    (asks_if_a_term_is_supported, "directions"),
    (lambda this: asks_where_in(this.guide, this.conversation, this.utterance), "technology"),
    (lambda this: not this.conversation.check and material_demanded(this.guide, this.utterance), "materials"),
    (of_rules.asks_of_a_paper, "materials"),
    (asks_what_is_lacking, "materials"),
    (of_rules.asks_if_a_status_counts, "figure"),
    (asks_who_may, "requirements"),
    (asks_if_demanded_at_all, "requirements"),
    (_asks_of_a_level, "requirements"),
    (of_rules.asks_what_is_said, "requirements"),
    (of_rules.unsaid, "other"),
    (of_rules.names_a_rule, "requirements"),
    (of_rules.goes_on_about_rules, "requirements"),
    (asks_for_leniency, "other"),
    (asks_for_preference, "other"),
    (asks_what_people_judge, "requirements"),
    (asks_of_what_is_described, "technology"),
    (of_rules.asks_what_is_shared, "requirements"),
    (of_rules.asks_what_a_status_takes, "term"),
    (of_rules.asks_where_it_counts, "figure"),
    (of_rules.asks_which_demand, "requirements"),
    (of_rules.asks_for_the_others, "requirements"),
    (of_rules.supposes_of_a_rule, "figure"),
    (quotes_a_threshold, "figure"),
    (of_words.asks_a_meaning, "term"),
    (of_words.asks_which, "text"),
    (of_rules.asks_which_kinds, "requirements"),
    (of_programs.asks_of_a_figure, "figure"),
    (of_rules.asks_for_several_shares, "figure"),
    (of_rules.asks_how_far, "figure"),
    (of_rules.asks_what_counts, "other"),
    (of_rules.asks_how_counted, "figure"),
    (of_rules.asks_of_a_year, "figure"),
    (of_programs.compares, "compare"),
    (of_words.asks_whose_words, "text"),
    (of_rules.follows_with_a_figure, "figure"),
    (lambda this: this.says_what_it_asks, "figure"),
    (of_sections.asks_who, "section"),
    (of_sections.asks_if_it_is_another, "section"),
    (of_sections.asks_how_to_reach, "contact"),
    (of_sections.asks_which_section, "section"),
    (of_sections.asks_what_else_it_takes, "section"),
    (of_sections.asks_whom_then, "section"),
    (of_sections.asks_where_it_goes, "section"),
    (of_programs.asks_if_there_is, "program"),
    (of_programs.asks_if_it_supports, "program"),
    (of_programs.asks_what_it_is_for, "program"),
    (of_programs.asks_which_fields, "directions"),
    (of_programs.lists, "requirements"),
    (of_rules.asks_what_to_hand_in, "materials"),
    (of_programs.of_a_counted_field, "directions"),
    (of_words.cites, "text"),
)
