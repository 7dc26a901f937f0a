"""A message that takes up the answer before, said in full: 成果科是吧，好。那请外国人来的那个, 换成孵化器呢，它看不看级别, 改走兰白，科室变吗.

What only acknowledges the answer names no section that is asked about; what points at another program by what it is for
stands for its name; a program turned to is what is asked of the one before, or of what follows.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from bot.answers.phrases import sections_of
from bot.answers.requirements import demanding
from bot.dialogue.office_words import PAPER
from bot.dialogue.state import Conversation, Mention, Utterance
from bot.dialogue.subject.called_by_a_rule import called_by_a_rule
from bot.dialogue.subject.inside import asks_where_in
from bot.dialogue.subject.kind_instead import kinds_put_instead, with_kinds
from bot.dialogue.subject.placed import without_places
from bot.dialogue.subject.pointed_name import with_pointed_name
from bot.dialogue.subject.programs import meant
from bot.dialogue.subject.sought_again import sought_again
from bot.dialogue.subject.stretches import as_a_whole, said_of, stretch_of
from bot.dialogue.subject.the_others import SAME
from bot.dialogue.subject.waved_off import without_what_is_waved_off
from bot.dialogue.words import ASKING, ELIGIBLE
from bot.figures.wording.blanks import blanked
from bot.guide.model import Guide
from bot.guide.search import speaks_of
from bot.nlu.dividing import topic_named
from bot.nlu.masks import MASKS

# Nothing but what was just told, and that it was understood: 都是成果科，好的.
_ACKNOWLEDGES = re.compile(
    "(?:#|对不对|是不是|没错|都|也|还|又|那|是|就|归|找|原来|同样|这个|您|你|我|[哦噢嗯啊呀嘛哈嘞呗吧的了啦]|好|行|ok|对|可以|明白|知道|晓得|记|住|下|懂|清楚|了解|收到|没问题|谢谢|多谢|感谢|麻烦|辛苦|受理|管)+",
    re.IGNORECASE,
)
_STOPS = "，,。；;！!、 ~～"
# 那请外国人来的那个, 那跟上海合作的那一类呢: another one, by what it is for.
_POINTS = re.compile(
    r"(?:那么?|还有|以及|[，, ])*(?P<what>[^，,。；;？?！!]{2,24}?)的?[那这]一?[个类项种块样边](?:专项|项目|计划)?(?:[呢吧啊呀]|的话|[。？?！!~ ])*"
)
_NOT_OF_PROGRAMS = (None, "technology", "text", "term")  # after these another is no program
_IF = "(?:那么?|要是|如果|假如|若|再|好|我们?|咱们?|同一个?|一?个?|技术|项目|课题|[，, ])*"
_TURN = "(?:换(?:成|到|为|做|了)?|改(?:成|为|由|走|投)?|转(?:成|到|为)?)(?:申?报|走|做|投)?"
_BEHIND = "(?:专项|项目|[那这]一?[个类块边项]|类|的)*(?:来?(?:申?报|申请|牵头|做))?(?:的话|呢|吧)*"
_TURNED = re.compile(f"{_IF}{_TURN}#+{_BEHIND}|{_IF}#+{_BEHIND}(?<=呢)")
_IT = re.compile("^(?:它们?|他们?|这个|那个)")
# 科室变吗, 条件少了哪些, 数字上有啥变化: what is otherwise then.
_DIFFERS = re.compile(
    "变|不同|不一样|一样|区别|差别|差异|[少多增减][了去加]?(?:些|点)?(?:什么|啥|哪)|(?:哪些|什么|啥)[^，。]{0,6}(?:不用|不需要|免|省)"
)
_BY_WHAT = re.compile("受理|归口|对口")
_KINDS = ("applicant_type", "track")
# 说错了，我要问的是孵化器; 我指的是兰白那个: the question before was meant of another.
_MISSPOKEN = "(?:[说问打写弄搞看选]错|错)(?:了|啦)?|不对|口误|不好意思|抱歉|等等|等一?下"
_MEANT = re.compile(
    rf"(?:(?:{_MISSPOKEN}|[哦噢喔嗯啊呀哈不]|[，,。！! ])*(?:{_MISSPOKEN})[啊呀哈哦]*[，,。！! ]+)(?:我|刚才|本来|其实|是|要|想|应该)*(?:[问说指讲](?:的?是)?)?#"
    r"|(?:[哦噢喔嗯啊不]|[，,。！! ])*(?:我|刚才|本来|其实|要|想)*[问说指讲]的(?:其实)?是#|(?:[哦噢喔嗯啊不]|[，,。！! ])*我(?:就|其实)?是(?:在|想)?[问说指]#"
)
_ROW = re.compile("(?:专项|[那这]一?[个块类]|的)*[和跟与、及]")
_END = re.compile("(?:专项|[这那]?(?:[两三几]个|俩|两者)|[那这]一?[个类块边项]|的)*[吧呀啊哈]*[。！!~ ]*")


# 除了设备和人手，还有没有别的: the rest of the list that was given.
_BESIDE = re.compile(
    r"除(?:[了去开却掉]|此)[^。？?！!]{0,24}?(?:还|另外|别的|其[他它余]|剩|余下|再|呢)|(?:^|[，, ])[^，。？?！!]{1,16}(?:之|以)外[^。？?！!]*(?:还|另外|别的|其[他它余]|剩|再|呢)"
)
_OF_PROGRAMS = re.compile("专项|(?<!合作)(?<!的)项目|(?:申|能|可以?|再|还)报|方向|领域|支持")
_OF_A_PAPER = re.compile(
    rf"(?:要不要|需不需要|用不用|要|交|提供|附)[^，。？?]{{1,8}}{PAPER}"
)  # 查新报告之外还要不要可行性报告
_LISTS = {"requirements": "申报要求有哪些", "materials": "要交哪些材料", "section": "归哪个科受理"}


def in_full(guide: Guide, conversation: Conversation, utterance: Utterance) -> tuple[Conversation, Utterance]:
    """The message without what it leans on, and the conversation in which it is so heard."""
    utterance = with_pointed_name(guide, conversation, without_places(utterance))
    rest = without_what_is_waved_off(_past_thanks(guide, conversation, utterance))
    if utterance.ids("section") and not rest.ids("section") and conversation.topic != "section":
        conversation = conversation.but(topic="section")  # of all that was told, it is what is taken up
    utterance = sought_again(guide, conversation, rest)
    if kinds := kinds_put_instead(guide, conversation, utterance):
        return with_kinds(conversation, kinds), _same_of(utterance, *kinds)
    if not conversation.check:
        utterance = called_by_a_rule(guide, conversation, utterance)
        utterance = _of_what_was_meant(conversation, _named(guide, conversation, utterance))
        if topic := _beside_what_is_listed(conversation, utterance):
            return conversation, _asked(utterance, _LISTS[topic], topic)
        if differing := _otherwise(conversation, utterance):
            return differing
    return conversation, _of_what_is_turned_to(guide, conversation, utterance)


def _past_thanks(guide: Guide, conversation: Conversation, utterance: Utterance) -> Utterance:
    """``utterance`` from behind what only repeats which section was told, or, ahead of a question, which program is in hand:
    重大专项是吧，那要交啥材料."""
    taking = sections_of((guide.program[each] for each in conversation.programs), {})
    told = [(each.start, each.end) for each in utterance.of("section") if each.id in taking]
    if not (conversation.check or asks_where_in(guide, conversation, utterance)):
        told += [(each.start, each.end) for each in utterance.of("program") if (each.id,) == conversation.programs]
    plain, end = blanked(utterance.text, told, "#"), 0
    for piece in utterance.pieces:
        if not (_ACKNOWLEDGES.fullmatch(plain[piece.start : piece.end]) and plain[piece.end :][:1] in _STOPS):
            break
        end = piece.end
    rest = [each for each in utterance.pieces if each.start >= end]
    only_asked = all(ASKING.search(each.masked) and not ELIGIBLE.search(each.masked) for each in rest)
    asked = only_asked or utterance.ids("section")  # 重大专项吧，我们投了900万，能报吗 is to be checked by its name
    if "#" not in plain[:end] or not (rest and asked):
        return utterance
    after = stretch_of(utterance, end + len(plain[end:]) - len(plain[end:].lstrip(_STOPS)), rest)
    # 农村科，好，那它要啥: by the name of a section no program is described
    return after if _POINTS.fullmatch(after.text) else replace(after, described=())


def _named(guide: Guide, conversation: Conversation, utterance: Utterance) -> Utterance:
    """``utterance`` with the name of the other program that it points at."""
    found = _POINTS.fullmatch(utterance.text)
    if not found or conversation.topic in _NOT_OF_PROGRAMS or ASKING.search(found["what"]):
        return utterance
    if utterance.ids("family", "section"):
        return utterance
    program = utterance.ids("program") or _described(guide, conversation, utterance)
    if len(program) != 1 or program[0] in conversation.programs:
        return utterance
    return _same_of(utterance, Mention("program", program[0], guide.program[program[0]].name, 0, 0))


def _of_what_was_meant(conversation: Conversation, utterance: Utterance) -> Utterance:
    """The question before, of the program, or of those in a row, that were meant instead: 我是问产学研和院地院企这两个."""
    names = sorted(utterance.of("program", "family"), key=lambda each: each.start)
    if not conversation.topic or not names:
        return utterance
    text = utterance.text
    in_a_row = all(_ROW.fullmatch(text[one.end : other.start]) for one, other in pairwise(names))
    if not (in_a_row and _MEANT.fullmatch(text[: names[0].start] + "#") and _END.fullmatch(text, names[-1].end)):
        return utterance
    return _same_of(utterance, *names)


def _described(guide: Guide, conversation: Conversation, utterance: Utterance) -> tuple[str, ...]:
    """The program that is plainly described; none where the words are of what is demanded in hand."""
    named = [*utterance.ids("figure"), *(each.kind for each in utterance.mentions)]
    return () if demanding(guide, named, conversation.programs) else meant(guide, utterance, sure=True)


def _same_of(utterance: Utterance, *names: Mention) -> Utterance:
    """The question before, of what is named."""
    text, named = "", []
    for each in names:
        named.append(replace(each, start=len(text), end=len(text) + len(each.text)))
        text += each.text
    masked = "".join(MASKS[each.kind] for each in names)
    said = replace(utterance, text=f"{text}呢", masked=f"{masked}呢", mentions=tuple(named), ranking=SAME)
    return as_a_whole(said)


def _beside_what_is_listed(conversation: Conversation, utterance: Utterance) -> str:
    """The topic of the list just given of which more is asked for than what is set aside; empty where it is of none."""
    text, last = utterance.text, conversation.topic
    others = _OF_PROGRAMS.search(text) or utterance.ids("program", "family", "technology", "quantity")
    if others or _OF_A_PAPER.search(text) or last in _NOT_OF_PROGRAMS:
        return ""
    if not (_BESIDE.search(text) and conversation.programs):
        return ""
    if not (ASKING.search(text) or text.rstrip("。 ").endswith("呢")):
        return ""
    called = "section" if utterance.ids("section") else topic_named(utterance.masked)
    listed = [each for each in (called, "requirements" if last == "figure" else last) if each in _LISTS]
    return listed[0] if listed else ""


def _asked(utterance: Utterance, text: str, topic: str) -> Utterance:
    """The question for a whole list of the program in hand."""
    said = replace(utterance, text=text, masked=text, mentions=(), ranking=((f"ask_{topic}", 1.0),))
    return as_a_whole(said)


def _turned_to(utterance: Utterance, *kinds: str) -> Mention | None:
    """The one thing of these kinds to which the first piece turns, where others follow."""
    first = utterance.pieces[0] if len(utterance.pieces) > 1 else None
    names = [each for each in utterance.of(*kinds) if first and first.holds(each.start)]
    if not first or len({(each.kind, each.id) for each in names}) != 1:
        return None
    plain = blanked(utterance.text, [(each.start, each.end) for each in names], "#")
    return names[0] if _TURNED.fullmatch(plain[first.start : first.end]) else None


def _otherwise(conversation: Conversation, utterance: Utterance) -> tuple[Conversation, Utterance] | None:
    """What is otherwise with what is turned to: the question before, or what the rest names, of that; of conditions, with
    those before beside them."""
    name = _turned_to(utterance, "program", *_KINDS)
    rest = utterance.pieces[1:]
    if not name or not conversation.topic or any(utterance.only(each).mentions for each in rest):
        return None
    if not (len(rest) == 1 and ASKING.search(rest[0].masked) and _DIFFERS.search(rest[0].masked)):
        return None
    topic = "section" if _BY_WHAT.search(rest[0].masked) else topic_named(rest[0].masked) or conversation.topic
    of_both = topic == "requirements" and name.kind == "program"
    return conversation.but(topic="compare" if of_both else topic), _same_of(utterance, name)


def _of_what_is_turned_to(guide: Guide, conversation: Conversation, utterance: Utterance) -> Utterance:
    """What is asked of the program that is turned to, said of its name: 换成孵化器呢，它要省级吗."""
    name = _turned_to(utterance, "program")
    rest = utterance.pieces[1:]
    if not name or not (conversation.topic or conversation.check):
        return utterance
    if not all(ASKING.search(each.masked) for each in rest):
        return utterance
    it = _IT.match(utterance.text[rest[0].start :])
    after = stretch_of(utterance, rest[0].start + (it.end() if it else 0), rest)
    if _is_of_rules(guide, conversation, after):
        after = replace(after, ranking=(("ask_requirements", 1.0),))
    return said_of(name, replace(after, masked=_IT.sub("", after.masked)))


def _is_of_rules(guide: Guide, conversation: Conversation, utterance: Utterance) -> bool:
    """Whether what follows the rules of one program is of those of another: it may seem to ask for what the guide leaves out,
    or for none of its business, and has no word for that (它要不要注册在新区)."""
    after = conversation.check or conversation.topic in ("requirements", "figure")
    unsaid = {f"ask_{each.topic}" for each in guide.silent_topics}
    unclear = utterance.intent in unsaid or not utterance.intent.startswith("ask_")
    return bool(after and unclear) and not any(speaks_of(each, utterance.text) for each in guide.silent_topics)
