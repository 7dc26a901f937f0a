"""Whether a question repeats a threshold of the guide: 正好800万整算不算以上, 3:1这条对高校适用吗."""

from __future__ import annotations

import re

from bot.answers import figures_meant
from bot.answers.requirements import demanding
from bot.dialogue.hearing import leaning
from bot.dialogue.hearing.all_or_one import all_or_one
from bot.dialogue.hearing.confirming import rules_put_up
from bot.dialogue.hearing.enough import asks_if_enough
from bot.dialogue.hearing.judging import judged
from bot.dialogue.hearing.message import Message
from bot.dialogue.hearing.of_what_is_asked import asks_who_is_counted
from bot.dialogue.hearing.parts import SAME, asks
from bot.dialogue.hearing.several_thresholds import confirmed_together
from bot.dialogue.subject.which_demand import figures_demanded
from bot.dialogue.words import ASKING, BINDS, ELIGIBLE, OF_A_RULE, SELF, THIS_RULE
from bot.figures.mentions import NUMERIC
from bot.figures.numbers.quantities import asks_how_many, quantities
from bot.figures.pairing.naming import suits
from bot.figures.pairing.quoted import only_asks_if_enough
from bot.figures.readings import readings
from bot.figures.values import Value
from bot.figures.wording.stance import clauses

CONFIRMS = re.compile(r"[，, ]?(?:[对是没]错?吧|是吧|对不对|是不是|[对是]吗|没错吧|没记错吧)[？?。 ]*$")  # 自筹3:1对吧
_OTHERS = re.compile("除[了去开却]|撇开|(?:别|其他|其它)的?(?:要求|条件|规定)")
# 不对吧, 我记得是, 是不是你弄混了: what was told is doubted.
_DOUBTS = re.compile(
    r"不[对是]吧|不对[啊呀哦]|[我你]?(?:怎么)?记得[^，。]{0,4}(?:是|要|有)|(?:是不是|不会是|会不会|别是)[^，。]{0,4}(?:[记弄搞讲说听看写][错混岔]|糊涂)"
    r"|真的假的|[你您]?(?:确定|肯定)(?:[吗么不]|没[记说弄搞]?错)|没[弄搞记说]?[错混]吧"
)
# What may be asked of a number just told.
_OF_A_NUMBER = ("ask_figure", "ask_requirements", "ask_term", "ask_text", "ask_other", SAME)
# 15个, of people where they are counted.
_OF_PEOPLE = re.compile(r"(?<=[\d一二三四五六七八九十])个(?![\u4e00-\u9fff]{0,2}(?:月|年|亿|项目|专项))")
_GUESSES = re.compile(r"[是指占按][^，。；]+吧[？?。 ]*$")  # 3比1是自筹占3吧
# 这15人, 指南里的三成: a number that was told before, and by no asker.
_POINTED = re.compile(
    r"(?:[这那](?:个|条|道|一条|里的?)?|(?:指南|文件|通知)[里上中]?(?:写|说|要求|规定)?的?|(?:要求|规定)的|(?:只|仅|光|单)(?:是)?(?:看|按|认|卡|算|要求|管))$"
)
# 3:1系指自筹与总投资之比，抑或: what a number means that is asked of nobody in particular.
_MEANS = re.compile("(?:这个数|这一?条|的比例|里面?)?(?:系指|是指|指的是?|说的是|到底是|究竟是)")
_CONTAINS = re.compile("(?:里[面头]?|以上)?(?:是不是|是否|都|也)*包(?:不包)?[含括]|含不含")
_DEMANDED = re.compile("(?:不得?|不能|不应)(?:低于|少于)")


def quotes_a_threshold(this: Message) -> tuple[str, ...]:
    """Figures (ids) whose threshold the question repeats, where nothing is said of the asker.

    In a check, those of which a number is put up for judgment (少于15人就不行吧).
    """
    if this.conversation.check:
        return () if this.heard.readings else this.heard.weighed or asks_who_is_counted(this)
    text = this.utterance.text
    if together := confirmed_together(this):
        return together
    doubted = asks_who_is_counted(this) or _doubted(this)
    if of_a_list := doubted or asks_if_it_binds(this) or all_or_one(this) or _put_up_as_a_rule(this):
        return of_a_list
    own = judged(this) and asks_if_enough(
        text
    )  # 正好15个，够吗 puts up what one has, though the rule has that number, too
    return () if own or SELF.search(text) else _number_just_told(this) or _repeated(this)


def number_put_up(this: Message, figures: tuple[str, ...]) -> dict[str, Value]:
    """The one number that is put up for the one figure that a check asks for, told of nobody so far: 780万够吗."""
    asking = [part for part in clauses(this.utterance.text) if only_asks_if_enough(part.text)]
    said = [each for part in asking for each in quantities(part.text) if not asks_how_many(each)]
    alone = this.conversation.check and len(figures) == len(said) == 1
    return {figures[0]: said[0].value} if alone and suits(this.guide.figure[figures[0]], said[0]) else {}


def _doubted(this: Message) -> tuple[str, ...]:
    """The figures of the rule that was told last, where it is doubted, with those that do demand what is remembered instead:
    不对吧，我记得是百分之二十啊, 是不是我讲错了，到底几个."""
    conversation, text = this.conversation, this.utterance.text
    named = {each.kind for each in this.utterance.mentions} - {"quantity"}
    if not this.follows_a_rule or named or not _DOUBTS.search(text):
        return ()
    others = figures_meant.with_threshold(this.guide, text, this.subject.programs)
    return tuple(dict.fromkeys([*conversation.about_figures, *others])) if conversation.about_figures else ()


def _repeated(this: Message) -> tuple[str, ...]:
    """Those whose threshold stands in a question, of whatever program that is meant."""
    text = this.utterance.text
    if not (ASKING.search(text) or CONFIRMS.search(text)):
        return ()
    if called := _called_a_threshold(this, OF_A_RULE):
        return called
    repeated = tuple(figures_meant.with_threshold(this.guide, _beside_names(this), this.subject.programs))
    apart = this.numbers_told and not _contains_what_is_named(text)
    if repeated and apart and not {*this.numbers_told} & {*repeated}:
        repeated = this.numbers_told  # 研发人员比例是百分之二十还是三十: the number is another rule's
    called_so = OF_A_RULE.search(text) and {*repeated} & {*this.subject.figures}
    of_a_rule = leaning.may_be_a_figure(this.utterance) or figures_demanded(this.guide, this.utterance)
    pointed = _points_at_a_number(this) or _in_words_of_a_rule(this) or CONFIRMS.search(text)
    return repeated if called_so or of_a_rule or pointed else ()


def _contains_what_is_named(text: str) -> bool:
    """Whether it is asked what a number contains, which is of none of those: 那个800万包含自筹和财政两块吗."""
    return any(_CONTAINS.match(text, each.end) for each in quantities(text))


def _in_words_of_a_rule(this: Message) -> bool:
    """Whether a number stands in the words of a rule before what is plainly asked of numbers, and not whether one may apply:
    研发人员不低于30%，外聘的教授能不能往里头数."""
    plain = this.intent == "ask_figure" and this.utterance.confidence >= leaning.PLAIN
    ruled = any(_DEMANDED.match(each.text) for each in this.utterance.of("quantity"))
    return plain and ruled and not ELIGIBLE.search(this.utterance.text)


def _put_up_as_a_rule(this: Message) -> tuple[str, ...]:
    """The figures of which it is put up, as the rule, how much is enough: 自筹1:1就够了，没错吧."""
    put_up = rules_put_up(this.utterance.text)
    said = readings(this.utterance.text, this.guide).readings if put_up else ()
    numbers = (each for each in said if this.guide.figure[each.figure].kind in NUMERIC)
    told = tuple(dict.fromkeys(each.figure for each in numbers if any(part.holds(each.start) for part in put_up)))
    return told or (_ratio_of_the_named(this) if put_up else ())


def _ratio_of_the_named(this: Message) -> tuple[str, ...]:
    """The ratio demanded of an amount that is named, where one is told beside: 财政给多少自己配一样多就行，一比一嘛."""
    if not any(each.kind == "ratio" for each in quantities(this.utterance.text)):
        return ()
    named = {*this.utterance.ids("figure")}
    ratios = (each.id for each in this.guide.figures if each.kind == "ratio" and named & {*each.amounts})
    return tuple(each for each in ratios if demanding(this.guide, [each], this.subject.programs))


def _points_at_a_number(this: Message) -> bool:
    """Whether a number is pointed at as one that is known: 这15人指全部员工还是只算搞研发的, 3:1系指哪两项之比."""
    text = this.utterance.text
    numbers = [each for each in quantities(text) if not asks_how_many(each)]
    return any(_POINTED.search(text[: each.start]) or _MEANS.match(text, each.end) for each in numbers)


def _number_just_told(this: Message) -> tuple[str, ...]:
    """The figures of the rule that was told last, where its number is said to ask what is counted in it: 15个是指总人数？,
    20%是占主营收入还是总收入."""
    conversation, of_people = this.conversation, _OF_PEOPLE.sub("人", _beside_names(this))
    wonders = any(each.search(this.utterance.text) for each in (ASKING, CONFIRMS, _GUESSES))
    if (
        not (this.follows_a_rule and wonders)
        or asks(this.intent)
        and this.intent not in _OF_A_NUMBER
        or _tells_another(this)
    ):
        return ()
    repeated = figures_meant.with_threshold(this.guide, of_people, this.subject.programs)
    return tuple(each for each in repeated if each in conversation.about_figures)


def _tells_another(this: Message) -> bool:
    """Whether a number is told that is no threshold: 不是要800万吗，700万行不行."""
    told = (each for each in this.heard.readings if each.figure in this.numbers_told)
    return any(not figures_meant.with_threshold(this.guide, this.utterance.text[one.start : one.end]) for one in told)


def asks_if_it_binds(this: Message) -> tuple[str, ...]:
    """Figures (ids) whose threshold is repeated to ask whether it holds for the asker at all: 3:1这条对高校适用吗."""
    if this.conversation.check or not BINDS.search(this.utterance.text):
        return ()
    return _called_a_threshold(this, OF_A_RULE, BINDS) or _called_by_its_name(this) or _just_told(this)


def _called_by_its_name(this: Message) -> tuple[str, ...]:
    """Figures that are named with their threshold in a clause that asks if it binds whoever it is, and not the asker's own number:
    科研院所牵头，3:1自筹比例适不适用."""
    asking = [part for part in clauses(_beside_names(this)) if BINDS.search(part.text) and not SELF.search(part.text)]
    named = {each.id for each in this.utterance.of("figure") if any(part.holds(each.start) for part in asking)}
    own = (figures_meant.with_threshold(this.guide, part.text, this.subject.programs) for part in asking)
    return tuple(
        dict.fromkeys(each for found in own for each in found if named & {each, *this.guide.figure[each].amounts})
    )


def _just_told(this: Message) -> tuple[str, ...]:
    """The figures of the rule that was told last, where no more is said than that it is this one: 这条也卡我们吗."""
    conversation, parts = this.conversation, clauses(this.utterance.text)
    pointed = any(THIS_RULE.search(part.text) and BINDS.search(part.text) for part in parts)
    apart = _OTHERS.search(this.utterance.text)  # 除了这个还有别的要求么
    other = apart or this.numbers_told or {*this.utterance.ids("figure")} - {*conversation.about_figures}
    return conversation.about_figures if this.follows_a_rule and pointed and not other else ()


def _called_a_threshold(this: Message, *words: re.Pattern[str]) -> tuple[str, ...]:
    """Figures whose threshold stands in a clause with all of ``words``, where it names no other figure: 门槛是五百万."""
    found: list[str] = []
    for part in clauses(_beside_names(this)):
        if all(each.search(part.text) for each in words):
            named = [each.id for each in this.utterance.of("figure") if part.holds(each.start)]
            own = figures_meant.with_threshold(this.guide, part.text, this.subject.programs)
            found += [each for each in own if not named or {*named} & {each, *this.guide.figure[each].amounts}]
    return tuple(dict.fromkeys(found))


def _beside_names(this: Message) -> str:
    """The message, programs that are named or described blanked: 自筹三比一的那个专项 asks for no ratio."""
    return this.utterance.without("program", "family")
