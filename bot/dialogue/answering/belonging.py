"""Where a technology belongs, and what the directions of a program are, for which the words of a question ask."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.answers import contents
from bot.answers.cooperation import cooperation
from bot.answers.reply import Reply, together
from bot.answers.subject import Subject
from bot.dialogue.answering.best_of import best_of, by_the_field
from bot.dialogue.answering.counted_in import counted_in
from bot.dialogue.hearing.cooperation import builds, is_told
from bot.dialogue.hearing.what_fits import EITHER, question_of_fit
from bot.dialogue.office_words import WHOM
from bot.dialogue.state import Mention, Utterance
from bot.dialogue.subject.about import EXCEPT_FOR
from bot.dialogue.subject.beside import HOUSED
from bot.dialogue.subject.fields import TECHNOLOGY, fields_named
from bot.dialogue.subject.inside import IN_IT
from bot.dialogue.subject.nearness import BEYOND_DOUBT, LONG, PLAINLY, fitting, only_described, plainly_described
from bot.dialogue.subject.programs import ASKS_WHAT, meant, named_programs, programs_of_fields
from bot.dialogue.words import AMONG, BELONGS
from bot.guide.beside import stands_beside
from bot.guide.directions import Match, match
from bot.guide.institutions import institutions_for
from bot.guide.model import Guide
from bot.guide.outside import outside
from bot.guide.words import folded

# 用大学的专利做牦牛奶粉: what is made out of it is a technology of its own.
MADE = re.compile("(?:做|造|生产|制成|开发|加工|产业化)(?:成|出|了)?$")
_NOT_MEANT = re.compile("(?:不是|没有?|不)(?:在|想|要)?(?:问|说|指|讲|提|搞|做|弄|报)?的?(?:是)?$")
# 那它算吗, 是哪一条说的: words that name nothing have no business near to them.
_SAYS_NOTHING = re.compile(
    r"(?:那么?|[它他她]们?|[这此]|个|些|种|样|[另一俩]|算|是|能|行|可以|[吗呢吧么嘛啊呀不的了也都还就又再]|有|没|哪|谁|什么|啥|怎么|咋|归|属于?|报|申请|申报|说|写|条|在|[里面头边上下]|我们?|咱们?|你们?|您|请问|好|嗯|哦|对|真的?|专项|项目|[^\u4e00-\u9fffA-Za-z0-9])*"
)
# 属于农业那边还是电子信息那边: the fields between which the asker leaves the choice are nothing that he does.
_BETWEEN_FIELDS = re.compile(
    "(?:属于?|算|归|放|报|走|投|靠|是|往|该|应该?|去|在|到底|究竟)*(?:[^，。；？?]{1,8}(?:口|那?[边头块]|类|领域|方向)(?:的|里)*)"
    "(?:还是|抑或)[^，。；？?]{1,8}(?:口|那?[边头块]|类|领域|方向)[^，。；？?]{0,3}[？?。！! ]*$"
)
WORKS = "厂"  # 药厂 says who one is
CONTENTS = re.compile(
    r"细说|说说|讲讲|展开|详细|具体|包括|包含|涵盖|写了|列了|哪些(?:技术|内容|东西|方面)|什么内容|都有"
)


def directions(guide: Guide, subject: Subject) -> Reply:
    """A program's directions; of a field that is named itself (新能源领域), its own sentence, but not where it is left out (它除了生物医药
    还支持什么)."""
    subject = replace(subject, text=EXCEPT_FOR.sub("，", subject.text))
    found = match(guide, subject.text)
    if named := fields_named(guide, subject):
        owners = {program.id for program in guide.programs if {*program.directions} & {*named}}
        others = tuple(each for each in subject.programs if each not in owners)
        rest = [contents.directions(guide, replace(subject, programs=others))] if others else []
        return together([contents.fields(guide, named), *rest])
    # 节水灌溉为啥写在高端装备里不在农业里 is of the program whose sentence names it
    plain = any(each.sure or len(each.word) > LONG for each in found)
    if plain and not {each.program for each in found} & set(subject.programs):
        written = [each for each in found if contents.stands_there(guide, each)]
        return contents.technology(guide, subject, written or found)
    return contents.directions(guide, subject)


def technology(guide: Guide, subject: Subject, utterance: Utterance) -> Reply:
    """The directions that fit by a word, else by their meaning; else the program that the message describes."""
    if (named_fields := fields_named(guide, subject)) and CONTENTS.search(subject.text):
        return contents.fields(guide, named_fields)
    sets_up = builds(utterance.text)  # what is plainly one of the programs' things is of that alone
    if is_told(guide, utterance, whatever_it_is_of=sets_up):
        one = plainly_described(guide, utterance.described, PLAINLY) if sets_up else ()
        if one:
            return contents.described(guide, replace(subject, programs=one))
        return cooperation(guide, subject, sets_up=sets_up)
    named_here = {each.text for each in utterance.of(TECHNOLOGY)}
    if sets_up and (set_up := institutions_for(guide, named_here)):
        return contents.technology(guide, subject, set_up)
    if counted := counted_in(guide, utterance):
        return contents.technology(guide, subject, counted)
    named, kind = _asked_about(guide, subject, utterance), outside(guide, subject.text)
    words = _without_names(utterance)
    by_its_words = only_described if _names_its_own(guide, words) else plainly_described
    described = () if named or kind else by_its_words(guide, utterance.described)
    near = () if named or _SAYS_NOTHING.fullmatch(words) else utterance.near
    matches = best_of(guide, utterance, words, _of_the_work(fitting(guide, words, near)))
    if described:
        told = contents.described(guide, replace(subject, programs=described))
        made = any(MADE.search(utterance.text[: each.start]) for each in utterance.of(TECHNOLOGY))
        return together([told, contents.technology(guide, subject, matches)]) if made and matches else told
    within = _within(guide, named, utterance, words, matches)
    of_none = ASKS_WHAT.search(subject.text) or _leaves_the_choice(utterance)
    asked = named or (() if of_none else programs_of_fields(guide, utterance))  # 养牛能报社发吗
    lacking = tuple(each for each in asked if each not in {match.program for match in within or matches})
    place = contents.technology(guide, subject, within or matches, lacking, kind)
    beside = () if named or kind or not matches else _described_beside(guide, utterance, matches)
    return together([place, contents.described(guide, replace(subject, programs=beside))]) if beside else place


def _within(
    guide: Guide, named: Sequence[str], utterance: Utterance, words: str, matches: Sequence[Match]
) -> tuple[Match, ...]:
    """The directions of programs that are asked about: by what fits best, else by any word of it that their sentences hold, or
    that stands for one of theirs (污泥做肥料 may be inside though another program has more of it)."""
    best = tuple(each for each in (*matches, *_standing_in(guide, named, utterance, matches)) if each.program in named)
    by_a_word = tuple(each for each in match(guide, words) if each.program in named)
    return best or by_a_word or by_the_field(guide, named, match(guide, words))


def _of_the_work(matches: Sequence[Match]) -> Sequence[Match]:
    """The matches, but for those of what the asker's works is called where what it makes is named too: 我们药厂想做中药饮片."""
    made = [each for each in matches if not each.word.endswith(WORKS)]
    return made if any(each.sure for each in made) else matches


def _names_its_own(guide: Guide, text: str) -> bool:
    """Whether a direction is found by more than the work of those who are served: 给搞医疗器械的小公司弄一层楼."""
    return any(not stands_beside(folded(each.word), folded(text)) for each in match(guide, text))


def _described_beside(guide: Guide, utterance: Utterance, matches: Sequence[Match]) -> tuple[str, ...]:
    """What is described beyond doubt beside a technology: 和大学一起建石化技术研发中心 is of a platform too."""
    found = plainly_described(guide, utterance.described, BEYOND_DOUBT)
    return tuple(each for each in found if each not in {match.program for match in matches})


def _without_names(utterance: Utterance) -> str:
    """The message without names of programs beside a technology (农业科技专项里有没有养殖), without where one sits, and without
    the fields among which the question behind it leaves the choice (是工业口的还是环保口的)."""
    text = utterance.text
    question = question_of_fit(text)
    text = text.removesuffix(question) if EITHER.search(question) else text
    text = _BETWEEN_FIELDS.sub("", text) if _leaves_the_choice(utterance) else text
    for each in _denied(utterance):
        text = text.replace(each.text, "，")
    names = utterance.of("program", "family", HOUSED) if utterance.of(TECHNOLOGY) else utterance.of(HOUSED)
    for each in names:
        text = text.replace(each.text, "，") if each.text else text  # which one in hand has none
    return text


def _leaves_the_choice(utterance: Utterance) -> bool:
    """Whether a message that tells of a technology asks into which of two fields it falls: 大棚里上传感器，属于农业那边还是电子信息那边."""
    asked = _BETWEEN_FIELDS.search(utterance.text)
    return asked is not None and any(each.end <= asked.start() for each in utterance.of(TECHNOLOGY))


def _denied(utterance: Utterance) -> list[Mention]:
    """Technologies of which it is said that they are not meant, where another is: 我不是问食品加工，是车间上物联网."""
    named = utterance.of(TECHNOLOGY)
    denied = [each for each in named if _NOT_MEANT.search(utterance.text[: each.start])]
    return denied if len(denied) < len(named) else []


def _standing_in(guide: Guide, named: Sequence[str], utterance: Utterance, matches: Sequence[Match]) -> list[Match]:
    """Of programs that are asked about, the directions whose sentences hold a technology of which no match tells."""
    told = {(found.program, found.word) for found in matches}
    words = [each.text for each in utterance.of(TECHNOLOGY)]
    return [
        Match(program, direction.id, word, word, sure=True)
        for program in named
        for word in words
        if (program, word) not in told
        for direction in guide.program[program].directions
        if word in direction.quote
    ]


def _asked_about(guide: Guide, subject: Subject, utterance: Utterance) -> tuple[str, ...]:
    """Programs among which it is asked where something belongs: those named, two told by their fields, those in hand."""
    if _leaves_the_choice(utterance):
        return ()
    by_fields = programs_of_fields(guide, utterance)
    several = {*named_programs(guide, utterance), *by_fields}
    if len(several) > 1:
        return tuple(each for each in guide.program if each in several)
    belongs = BELONGS.search(WHOM.sub("", subject.text))  # 归哪个科 asks for no program
    among = not belongs and bool(AMONG.search(subject.text))
    in_hand = utterance.intent == "ask_same" or among or bool(IN_IT.search(subject.text))  # 归里面哪个
    told = {each.program for each in match(guide, subject.text)}
    guessed = subject.programs == meant(guide, utterance) and not told & {*subject.programs}
    in_hand = in_hand and not guessed  # 有没有跟企业转化成果的专项 asks of none in hand
    return utterance.ids("program") or (subject.programs if in_hand else ())
