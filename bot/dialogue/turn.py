"""One turn: what was heard, and the first of the steps below that has something to say to it.

Each step takes the whole turn and either ends it with what to remember and to say, or leaves it to the next one. Their
order is the assistant's sense of what matters: the applicant's own data, then figures, then questions, then talk.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from bot.answers.reply import Reply, button, render, talk
from bot.answers.requirements import programs_testing
from bot.dialogue import check, commands, doubt, questions, supposing, taking
from bot.dialogue.beside import with_questions
from bot.dialogue.elsewhere import elsewhere
from bot.dialogue.hearing import SURE, UNDERSTOOD, Hearing
from bot.dialogue.state import Conversation, Utterance
from bot.dialogue.subject import EVERY, named_programs, of_the_check, subject, with_passing
from bot.dialogue.words import ANY_OF_THEM
from bot.figures.mentions import Mention
from bot.figures.readings import Reading, Readings, readings
from bot.figures.stance import corrects
from bot.guide.model import Guide

Outcome = tuple[Conversation, Reply]

# Small talk is believed where a word of its kind stands in it; 在办 is no greeting.
TALK = {
    "greet": re.compile(r"好|嗨|哈喽|喂|在吗|在不|在么|hi|hello|hey", re.IGNORECASE),
    "thanks": re.compile(r"谢|辛苦|感激|多亏|帮大忙|麻烦你|thank|3q", re.IGNORECASE),
    "bye": re.compile(r"再见|拜|走了|回见|回头见|下次|先这样|撤了|bye|88", re.IGNORECASE),
    "who": re.compile(r"你|您|机器人|真人|人工|助手|谁"),
    "privacy": re.compile(
        r"存|泄|密|隐私|安全|记录|留|外传|公开|看[得能]?[到见]|数据|信息|收集|上传|知道|记得|外人|别人|放心"
    ),
    "help": re.compile(r"帮|怎么用|咋用|能做|会什么|功能|使用|干[什啥嘛]|问什么|问啥|用法|说明|help", re.IGNORECASE),
}
CORRECTABLE = ("money", "people", "ratio", "share", "choice", "yes_no")
STILL_MISSING = re.compile(
    r"还?差(?:多少|什么|啥|哪|几)|差在哪|还缺(?:什么|啥|哪)|^(?:那|现在|这样|照这样|我们)*(?:能|可以)?(?:申?报|过|行)(?:了|得了)?(?:吗|么|不)|有戏(?:吗|没|么)|总结一下"
)
# 多少才够 asks for the rule behind the open question, and so does whoever asks where it comes from.
WHY_SO = re.compile(r"(?:多少|几)[^，。]{0,4}(?:才|够|算|合格|达标)|依据|出处|哪一?条|这条|指南里?(?:有|写)")
STOPPING = re.compile(
    r"^(?:那|好|行|先|就|我们?|今天|[，, ])*(?:不(?:查|问|核对|弄|填|答|搞)|算了|取消|停(?:一?下|吧|止|了)?(?![^，。]{2})|别(?:问|查)|到此为止|打住)"
)
SUITS_US = re.compile(
    r"(?:哪|什么|啥)(?!些?(?:条件|要求|资质|材料|科))[^，。]{0,6}(?:适合|合适|符合|接近|够得着|够得上|有戏|有希望|把握)|(?:别的|其他|其它|另外)[^，。]{0,8}(?:能报|可以报|能申报|可以申报|符合|够)"
    r"|(?:还|也)(?:能|可以|够得着)(?:申?报|申请|弄|搞|拿)[^，。]{0,3}(?:别的|其他|其它|啥|什么|哪)"
)
AGAIN = re.compile(r"(?:刚|刚才|你)[^，。]{0,4}问(?:的|我)?(?:啥|什么|的是)|再问一[遍次]|问题是(?:啥|什么)")
LOST = re.compile(
    r"(?:我?[没看听]?(?:没|不)[有太]?[听看]?(?:懂|明白)|什么意思|啥意思|这是问什么)(?:啊|呢|吗|你的意思|这个问题|[。？?！ ])*"
)
# What cannot be taken back needs a word that says so, beside the intent.
ERASING = {
    "forget": re.compile(r"删|清|抹|注销|销毁|忘"),
    "start_over": re.compile(r"重|从头|清|再来|开始|新|归零|另起"),
}
NO_QUESTIONS = (
    "ask_submission",
    "ask_contact",
    "ask_section",
    "check",
    "out_of_scope",
    "inform",
    "ask_same",
)  # 要是由学校来报呢
CHECKED = ("check", "inform", "correct")  # what is said with these is said of the applicant


def turn(guide: Guide, conversation: Conversation, utterance: Utterance) -> Outcome:
    """What to remember after this message, and the reply to it."""
    this = _hearing(guide, conversation, utterance)
    for step in STEPS:
        outcome = step(this)
        if outcome:
            return outcome
    return _not_understood(this)


def _hearing(guide: Guide, conversation: Conversation, utterance: Utterance) -> Hearing:
    """The message as a whole: first what it says, then, of a statement, what it says in passing, then what it is about."""
    heard = _without_names(guide, _heard(guide, conversation, utterance), utterance)
    first = Hearing(guide, conversation, utterance, heard, subject(guide, conversation, utterance, heard))
    if first.is_no_answer:
        heard = _not_as_a_whole(heard, conversation, utterance)
    states = first.wants_check or utterance.intent in CHECKED or conversation.active and not first.wonders
    if states and not heard.hypothesis:
        heard = with_passing(guide, conversation, utterance, heard)
    programs = first.subject.programs if states else ()
    heard = of_the_check(guide, conversation, utterance, heard, programs)
    return replace(first, heard=heard, subject=subject(guide, conversation, utterance, heard))


def _heard(guide: Guide, conversation: Conversation, utterance: Utterance) -> Readings:
    """What the message says; a correction without a name (不对，是1100万) is of the figure that was kept last."""
    plain = readings(utterance.text, guide, conversation.asked)
    if not corrects(utterance.text) or plain.readings and not conversation.asked:
        return plain
    for figure in supposing.corrigible(guide, conversation):
        if guide.figure[figure].kind in CORRECTABLE:
            heard = readings(utterance.text, guide, figure)
            if heard.readings:
                return heard
    return plain


def _without_names(guide: Guide, heard: Readings, utterance: Utterance) -> Readings:
    """``heard`` but for what stands inside a program's name: 新型研发机构建设专项 tells of no 研发机构 of anybody."""
    names = [each for each in utterance.mentions if each.kind in ("program", "family")]

    def own(each: Mention | Reading) -> bool:
        return not any(name.start <= each.start and each.end <= name.end for name in names)

    said = (each for each in heard.readings if guide.figure[each.figure].kind != "yes_no" or own(each))
    return replace(heard, mentions=tuple(filter(own, heard.mentions)), readings=tuple(said))


def _not_as_a_whole(heard: Readings, conversation: Conversation, utterance: Utterance) -> Readings:
    """``heard`` but for an answer made of the whole message: 帮我查一查农业专项 tells neither field nor technology."""
    whole = (conversation.asked, 0, len(utterance.text))
    said = tuple(each for each in heard.readings if (each.figure, each.start, each.end) != whole)
    return replace(heard, readings=said)


# --- steps, in the order in which they are tried ---


def _forget(this: Hearing) -> Outcome | None:
    said = ERASING.get(this.intent)
    if not said or this.utterance.confidence < SURE or not said.search(this.utterance.text):
        return None
    return Conversation(), talk(this.intent)


def _elsewhere(this: Hearing) -> Outcome | None:
    if not elsewhere(this.guide, this.utterance):
        return None
    return this.conversation, check.asked_again(this.guide, this.conversation, fallback(this.guide, off_topic=True))


def _unit(this: Hearing) -> Outcome | None:
    waiting = this.conversation.number or {}
    if any(each.figure not in waiting for each in this.heard.readings):
        return None  # 自筹300万 while the unit of the total is waited for: of what it names
    return taking.resolve_unit(this.guide, this.conversation, this.utterance.text)


def _choose(this: Hearing) -> Outcome | None:
    if this.heard.readings:
        return None
    return taking.choose(this.guide, this.conversation, this.utterance.text)


def _suppose(this: Hearing) -> Outcome | None:
    if this.tells_only_a_kind or this.asks_plainly:
        return None
    supposed = this.heard.hypothesis or (this.intent == "what_if" and this.utterance.confidence >= SURE)
    if not supposed:
        return None
    outcome = supposing.suppose(this.guide, this.conversation, this.heard, this.subject.programs)
    return outcome or (None if this.asks and this.utterance.confidence >= SURE else _supposes_nothing(this))


def _supposes_nothing(this: Hearing) -> Outcome | None:
    """What is supposed in a check in words that name no figure is not answered as if it were another question."""
    if not (this.conversation.check and this.heard.hypothesis and this.intent in ("what_if", *NO_QUESTIONS)):
        return None
    return this.conversation, check.asked_again(
        this.guide,
        this.conversation,
        Reply(render("supposes_nothing"), {"kind": "fallback", "suggestions": suggestions(this.guide)}),
    )


def _figures(this: Hearing) -> Outcome | None:
    if this.asks or this.commands or not (this.heard.readings or this.heard.unit_doubts):
        return None
    scope = _scope(this) if this.wants_check or not this.conversation.check else ()
    heard = replace(this.heard, correction=this.heard.correction or this.intent == "correct")
    return with_questions(this, taking.take(this.guide, this.conversation, heard, scope))


def _retract(this: Hearing) -> Outcome | None:
    """总投资不对, 不是700万: what was said does not hold, and what does is not said yet."""
    if this.heard.readings or this.heard.unit_doubts or this.asks:
        return None
    return taking.retract(this.guide, this.conversation, this.heard)


def _explain(this: Hearing) -> Outcome | None:
    text, asked = this.utterance.text, this.conversation.asked
    if not asked or this.heard.readings or this.utterance.ids("program", "family"):
        return None
    if AGAIN.search(text):
        return this.conversation, check.ask_again(this.guide, this.conversation)
    if not (LOST.fullmatch(text) or WHY_SO.search(text)):
        return None
    return commands.why(this.guide, this.conversation)


def _unknown(this: Hearing) -> Outcome | None:
    asked = this.conversation.asked
    if not asked or not (this.heard.unknown or this.intent == "unknown" and this.believed):
        return None
    return taking.skip(this.guide, this.conversation, this.heard.unknown or (asked,))


def _commands(this: Hearing) -> Outcome | None:
    if this.conversation.active and STOPPING.search(this.utterance.text) and not this.heard.readings:
        return commands.stop(this.guide, this.conversation)
    if this.conversation.figures and SUITS_US.search(this.utterance.text) and not this.heard.readings:
        return commands.everywhere(this.guide, this.conversation)
    if this.conversation.check and STILL_MISSING.search(this.utterance.text) and not this.heard.readings:
        return commands.status(this.guide, this.conversation)
    return commands.COMMANDS[this.intent](this.guide, this.conversation) if this.commands else None


def _check(this: Hearing) -> Outcome | None:
    if not this.wants_check or this.intent == "check" and this.topics and not this.applies:
        return None
    return with_questions(this, check.start(this.guide, this.conversation, _scope(this)))


def _question(this: Hearing) -> Outcome | None:
    topics = this.topics
    if not topics:
        return None
    if this.in_doubt:
        return this.conversation, doubt.ask(
            this.guide, this.in_doubt, this.subject.programs[0], suggestions(this.guide)
        )
    heard = Readings() if this.quotes_a_threshold else this.heard
    kept, then = taking.keep(this.guide, this.conversation, heard)
    about = replace(this.subject, figures=this.quotes_a_threshold) if this.quotes_a_threshold else this.subject
    said, reply = questions.answer_to(this.guide, kept, about, topics, this.utterance)
    return said, check.asked_again(this.guide, said, reply, then)


def _talk(this: Hearing) -> Outcome | None:
    words = TALK.get(this.intent)
    if not words or this.utterance.confidence < UNDERSTOOD or not words.search(this.utterance.text):
        return None
    if this.intent == "bye" and this.conversation.active:
        return commands.stop(this.guide, this.conversation)
    reply = talk(this.intent, guide=this.guide, suggestions=suggestions(this.guide))
    return this.conversation, check.asked_again(this.guide, this.conversation, reply)


STEPS: tuple[Callable[[Hearing], Outcome | None], ...] = (
    _forget,
    _elsewhere,
    _unit,
    _choose,
    _suppose,
    _figures,
    _retract,
    _explain,
    _unknown,
    _commands,
    _check,
    _question,
    _talk,
)


def _not_understood(this: Hearing) -> Outcome:
    off_topic = this.intent == "out_of_scope" and this.utterance.confidence >= SURE
    if this.conversation.asked and not off_topic:
        return this.conversation, check.ask_again(this.guide, this.conversation, render("not_an_answer"))
    reply = fallback(this.guide, off_topic=off_topic)
    return this.conversation, check.asked_again(this.guide, this.conversation, reply)


def fallback(guide: Guide, *, off_topic: bool) -> Reply:
    """Not understood, or none of the bot's business: said so, with what can be asked."""
    offers = suggestions(guide)
    text = render("fallback", guide=guide, off_topic=off_topic, suggestions=offers)
    return Reply(text, {"kind": "fallback", "suggestions": offers})


def suggestions(guide: Guide) -> list[dict[str, str]]:
    """Three useful things to say."""
    first = guide.programs[0].aliases[0] if guide.programs[0].aliases else guide.programs[0].name
    return [button("有哪些专项可以申报"), button(f"{first}的申报要求是什么"), button("我们公司能申报哪些项目")]


def _scope(this: Hearing) -> tuple[str, ...]:
    """Programs to check: those named or talked about; else, of figures volunteered, those that need them; else all."""
    named = named_programs(this.guide, this.utterance)
    about = named or this.subject.programs
    if not named and (EVERY.search(this.utterance.text) or len(about) < 2 and ANY_OF_THEM.search(this.utterance.text)):
        return tuple(this.guide.program)
    if about or this.wants_check:
        return about
    return programs_testing(this.guide, [each.figure for each in this.heard.readings])
