"""Which programs a message means: named, counted, told by their field or described, or those talked about before."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from bot.answers.phrases import possible_sections
from bot.answers.requirements import demanding, programs_testing
from bot.dialogue.office_words import HANDED_IN, WHOM
from bot.dialogue.state import Conversation, Mention, Utterance
from bot.dialogue.subject.fields import TECHNOLOGY, carrying, divided, fields, held_together, of_its_fields
from bot.dialogue.subject.gone_back import gone_back_to
from bot.dialogue.subject.members import IN_A_ROW, beside, of_a_family, of_what_is_had
from bot.dialogue.subject.name_words import alluded_to
from bot.dialogue.subject.narrowing import narrows_the_section
from bot.dialogue.subject.nearness import of_its_name, with_its_family
from bot.dialogue.subject.placed import ORDINAL, counted, counted_field
from bot.dialogue.subject.taken_by import asks_what_it_takes, section_told_of
from bot.dialogue.subject.to_be_checked import is_to_be_checked
from bot.dialogue.words import COUNTED_IN, OR_THAT
from bot.figures.wording.levels import LEVEL, names_only_a_level
from bot.guide.model import Guide

LEFT_OUT = "left_out"  # the kind of a name that is not meant (beside.py, set_aside.py)
# Words of the language, not of any guide: 全部 asks about every program, 第二个 about one of those just named.
OF_THOSE = re.compile(r"(?:那|这|它们|他们|以上|上面)")  # 那分别都是哪个科管: of those just listed
EVERY = re.compile(
    r"哪些(?:专项|项目|计划|类)|哪几(?:个|类|种)|所有|全部|各(?=专项|项目|计划)|各个|每个(?=专项|大?类|科)|各类|各科室?(?![技研学])|(?:每一?个|各个)科室?(?![技研学])|分别都|(?<![\d这那])(?:\d\d|十[一二三四五六七八九几来])个(?:专项|项目)(?:都|全|统统|通通|挨个|逐个|分别)|(?:^|[，, 里面共年有]|专项|项目|计划|类别?|你们|指南|科技)(?:一共|总共)(?:是|有|分|设)?(?:了|成)?(?:几|多少|哪)"
)
EACH = re.compile("(?:那么?|[哦嗯好请问这他它]|[，, ])*各[类个](?!专项|项目|计划)")
# 每个项目最多给多少: each of those that one program takes in.
PER_PROJECT = re.compile("(?:每|单|一)(?:一?[个项])?(?:项目|课题)")
TWO_EACH = re.compile("(?:两个|俩)(?:专项|项目)?(?:都|各|分别)")
BOTH = re.compile(
    rf"{TWO_EACH.pattern}|(?:[这那它他])(?:俩|两[个者种类]?|二者)|两者|二者|(?<!第)(?:两个|俩)(?:专项|项目)?(?:里[头面边]?|当中|之中|中间)(?![有没])|两[边头处](?=的|各|分别|有|要求|条件|门槛|差|哪)|(?<!第)(?:两[个处种]|俩)(?=写法|说法|讲法|规定|要求|条件|门槛|受理)|^(?:把|请|那|再|[，, ])*(?:两个|俩)(?:的|专项|项目|都|放)"
)  # 这俩有啥不一样: the last two talked about
ONLY_WHO = re.compile(
    "(?:您好|你好|老师|请问|在吗|我们?|咱们?|俺们?|这边|这里|是|就是|来自|属于|一[家所个]|本|省|市|[这那]|单位|公司|学校|校|院|所|厂|科研|科技|管理|财务|办公|部门?|处|科(?!技)|室|中心|的|啊|呀|哈|[，,。.！!~ ])+"
)
# 那就是交农村科喽: what is guessed, for the other to confirm.
GUESSED = re.compile(r"[吧喽咯啰呗][。！!~ ]*$")
ASKS_IF = re.compile(
    r"[吗么？?]|是不是|是否|对吧|没错|(?P<verb>[\u4e00-\u9fff])不(?P=verb)|不[。 ]*$"
    rf"|{GUESSED.pattern}"
)
ASKS_WHAT = re.compile(r"哪|什么|啥|几|别的|其[他它]")
# 自筹也得三比一吗, 是不是一定得拉个高校, 那五种要全占吗: of the program in hand, whatever else the words might describe.
ALSO = re.compile(
    r"^(?:那么?|这|上面|刚才说?的?|里面)*[那这](?:里面)?[一二两三四五六七八九十几\d]+(?:种|样|类|条|项|点|个)(?!专项|项目|领域|方向)|(?:是不是|是否|非得|非要)(?:一定|必须|得|要|非)+[^，。？?]*[吗么不?？]|也(?:得|要|是|必须|需要|有|卡|按)[^，。？?]*(?:[吗么不]|没有?|[?？])"
)
IT = re.compile(
    r"(?:^|(?<=[，,。；;！!？? ]))(?:那|请问|但是?|不过|而)*(?:它(?!们|俩|两)|[该此这]个?(?:专项|项目)(?!都))"
)
_A_LEVEL = re.compile(rf"{LEVEL}(?:[和跟与、]|(?=奖|补|给|资|[多比能会有最是各呢]|[，,。？?]|$))")  # 国家级的奖多少
_STILL = re.compile(
    "还(?:是|[归找由送交报去])+(?:给|到|在)?$"
)  # 做装备制造方向，还是送成果科么: of what was asked before
_WHERE_TO = re.compile(rf"{WHOM.pattern}|[归找]哪[里儿边]?(?![些几类])")
# 这个比例管不管我们, 那条要求对高校也算吗: of a rule that was told, and so of the program in hand.
THAT_RULE = re.compile(r"[这那](?:一?[条项款]|一?个)(?:比例|占比|要求|条件|门槛|标准|规定|限制|数字?|线|杠杠?)")
OF_IT = re.compile(r"(?:^|(?<=[，,。；;！!？? ]))(?:那么?|请问|但是?|不过|而|所以|[ ])*它(?!们|俩|两)")
LIKELY, PLAIN = 0.5, 0.8  # how probable a described program must be: without, and against, one talked about before


def named_programs(guide: Guide, utterance: Utterance) -> tuple[str, ...]:
    """Programs that the message names; a family stands for its members unless one of them is named too."""
    named = utterance.ids("program")
    families = [guide.members(family) for family in utterance.ids("family")]
    whole = [each.id for members in families if not {each.id for each in members} & set(named) for each in members]
    whole = [each for each in whole if _taken_as_told(guide, utterance, each)]
    return tuple(dict.fromkeys([*named, *whole]))


def of_it(guide: Guide, utterance: Utterance) -> tuple[str, ...]:
    """The program named last, where several are told of and one of them is asked about: 重大的已经报了，还剩兰白的，它要什么材料."""
    named = utterance.of("program", "family")
    asked = IT.search(utterance.text)
    if len({each.id for each in named}) < 2 or not asked or any(each.end > asked.start() for each in named):
        return ()
    *_, before, last = (each for place, each in enumerate(named) if each.id not in {one.id for one in named[:place]})
    if IN_A_ROW.fullmatch(utterance.text[before.end : last.start]):
        return ()
    return named_programs(guide, replace(utterance, mentions=(last,)))


def programs_meant(guide: Guide, conversation: Conversation, utterance: Utterance) -> tuple[str, ...]:
    """Programs meant: named, counted (第二个), meant by their field (农业的那个), described, or those of the turn before."""
    of_all = asks_what_it_takes(utterance)  # 成果科负责受理的都有哪些？平台的、支撑的都点出来
    named = () if of_all else of_it(guide, utterance) or named_programs(guide, utterance)
    if named:
        return (*of_a_family(guide, utterance, named), *beside(guide, utterance, named))
    if OF_THOSE.match(utterance.text) and EVERY.search(utterance.text) and len(conversation.named) > 1:
        return conversation.named
    if narrows_the_section(guide, conversation, utterance):
        return conversation.programs
    in_hand = _asks_the_unsaid_of_what_is_in_hand(guide, conversation, utterance)
    of_it_alone = conversation.programs and OF_IT.search(utterance.text)  # 它主要扶持哪几个产业
    if EVERY.search(utterance.text) and not (in_hand or of_it_alone):
        return conversation.programs if _each_of_those(conversation, utterance.text) else ()
    if utterance.ids("section"):
        return _of_a_section(guide, conversation, utterance)
    if told_before := pointed_at(guide, conversation, utterance.text):
        return told_before
    named_fields = fields(guide, utterance)
    if named_fields:
        of_those = divided(guide, conversation.programs, named_fields)
        return conversation.programs if of_those else _of_fields(guide, named_fields, utterance.ids("figure"))
    return conversation.programs if in_hand else _described(guide, conversation, utterance)


def _of_a_section(guide: Guide, conversation: Conversation, utterance: Utterance) -> tuple[str, ...]:
    """Programs meant where a section is named: those in hand of which it is asked whether it takes them; 农村科管哪些 is of none."""
    if listed := of_its_fields(guide, utterance.text):
        return listed  # 民生、生物医药、现代服务业都归社发科吗
    of_one = _asks_whether_of_a_section(utterance) or _offers_two_sections(utterance)
    of_one = of_one or _hands_in_at_its_section(guide, conversation, utterance)
    in_hand_or_counted = counted(guide, conversation, utterance.text) or conversation.programs  # 后一个是高新科收吧
    return (in_hand_or_counted or meant(guide, utterance)) if of_one else ()


def _each_of_those(conversation: Conversation, text: str) -> bool:
    """Whether each of the several programs in hand is meant, and none besides: 各类找谁, after those of a family."""
    return len(conversation.programs) > 1 and bool(EACH.match(text)) and not EVERY.search(EACH.sub("", text))


def _described(guide: Guide, conversation: Conversation, utterance: Utterance) -> tuple[str, ...]:
    """The program that the message describes, else those of the turn before."""
    whom = WHOM.search(utterance.text)  # a figure that is named beside tells nothing of who takes what is described
    ruled = utterance.ids("figure") and not whom
    plainly = meant(guide, utterance, sure=bool(conversation.programs or ruled))
    if whom and not (plainly or conversation.programs or tells_only_who(utterance)):
        plainly = with_its_family(guide, utterance.described)
    if utterance.intent == "ask_same":  # 临床医学研究中心那种呢: what one program alone demands, and is plainly meant
        return of_what_is_had(guide, utterance, plainly) or conversation.programs
    tested = demanding(guide, utterance.ids("figure"), conversation.programs)
    of_it = (
        tested
        or names_only_a_level(utterance.text)
        or _names_what_it_lists(guide, conversation, utterance, plainly)
        or _goes_on_about_it(conversation, utterance.text)
        or is_to_be_checked(conversation, utterance.text)
        or {*conversation.programs} < {*plainly}  # 平台运行那块有什么要求, of one of the four
    )
    return conversation.programs if conversation.programs and of_it else plainly or conversation.programs


def _names_what_it_lists(
    guide: Guide, conversation: Conversation, utterance: Utterance, described: tuple[str, ...]
) -> bool:
    """Whether a choice is named of what the program in hand demands, and none that is described: 西安的研究院谈得差不多了，能当那一家
    不, after whom 兰白 wants for a partner."""
    named = {each.kind for each in utterance.mentions} & held_together(guide)
    return bool(demanding(guide, named, conversation.programs) and not demanding(guide, named, described))


def _goes_on_about_it(conversation: Conversation, text: str) -> bool:
    """Whether the words point at the program in hand, or at a rule of it, whatever else they might describe: 自筹也得三比一吗,
    我们是研究院牵头，这个比例还管不管我们, 嗯，那它具体支持平台干些什么."""
    if not conversation.programs:
        return False
    ruled = THAT_RULE.search(text) or COUNTED_IN.search(text)  # 返聘的老教授能往里算吗
    of_a_rule = ruled and conversation.topic in ("figure", "requirements")
    return bool(OF_IT.search(text) or ALSO.search(text) or of_a_rule)


def _asks_whether_of_a_section(utterance: Utterance) -> bool:
    """Whether it is asked if the section that is named takes what is in hand: 报到农村科去？ 它归哪个科，是规划科吗; and
    not a technology (高新科收不收做阀门的)."""
    named = utterance.of("section")
    if len(named) == 1 and _STILL.search(utterance.text[: named[0].start]):
        return True
    asked = _WHERE_TO.sub("", utterance.text)
    return bool(ASKS_IF.search(asked) and not ASKS_WHAT.search(asked)) and not utterance.ids(TECHNOLOGY)


def _hands_in_at_its_section(guide: Guide, conversation: Conversation, utterance: Utterance) -> bool:
    """Whether it is asked what to hand in at the section that takes the one program in hand: 成果科要交什么材料."""
    (program, *more) = conversation.programs or ("",)
    taking = possible_sections(guide.program[program], conversation.figures) if program and not more else ()
    return bool(HANDED_IN.search(utterance.text)) and {*utterance.ids("section")} <= {*taking}


def _offers_two_sections(utterance: Utterance) -> bool:
    """Whether sections are put up to choose from for what is no technology: 办众创的事归区域科还是成果科."""
    return offers_a_choice(utterance, "section") and not utterance.ids(TECHNOLOGY)


def offers_a_choice(utterance: Utterance, *kinds: str) -> bool:
    """Whether two things of one of these kinds are put up to choose from: 找成果科还是高新科."""
    pairs = pairwise(sorted(utterance.of(*kinds), key=lambda each: each.start))
    named = ((one, other) for one, other in pairs if one.kind == other.kind and one.id != other.id)
    return any(OR_THAT.fullmatch(utterance.text[one.end : other.start]) for one, other in named)


def _taken_as_told(guide: Guide, utterance: Utterance, program: str) -> bool:
    """Whether the section takes the program by which those of a family are told; where none is, any."""
    taking = {*possible_sections(guide.program[program], {})}
    return not section_told_of(utterance) or bool(taking & {*utterance.ids("section")})


def _asks_the_unsaid_of_what_is_in_hand(guide: Guide, conversation: Conversation, utterance: Utterance) -> bool:
    """Whether what the guide leaves out is asked in a check, or of any project that the one program in hand takes in.

    Words for money or dates describe no other program then (一个项目最多给批多少钱), and no level alone (国家级的奖多少).
    """
    if not conversation.programs or utterance.intent not in {f"ask_{each.topic}" for each in guide.silent_topics}:
        return False
    each_one = bool(PER_PROJECT.search(utterance.text)) and len(conversation.programs) == 1
    each_one = each_one or bool(_A_LEVEL.search(utterance.text)) and not utterance.mentions
    return each_one or bool(conversation.check) and not EVERY.search(utterance.text)


def _both(conversation: Conversation, text: str) -> tuple[str, ...]:
    """The two programs talked about last, where both are meant: 这俩有啥不一样."""
    two = (
        *(conversation.check, conversation.programs, conversation.named),
        (*conversation.earlier, *conversation.programs),
    )
    return next((each for each in two if len(each) == 2), ()) if BOTH.search(text) else ()


def _both_after_one(conversation: Conversation, text: str) -> tuple[str, ...]:
    """The two talked about last, where both are meant after one of them was: 头一个不是？那把两个各归谁说清楚."""
    *_, end = (0, *(each.end() for each in ORDINAL.finditer(text)))
    return _both(conversation, text[end:]) if end and TWO_EACH.search(text, end) else ()


def beginning(guide: Guide, word: str) -> tuple[str, ...]:
    """The programs (ids) of which a name begins so."""
    return tuple(
        each.id for each in guide.programs if any(name.startswith(word) for name in (each.name, *each.aliases))
    )


def ending(guide: Guide, word: str) -> tuple[str, ...]:
    """The programs (ids) of which a name ends so; a word of two characters ends names of any kind."""
    names = ((each.id, (each.name, *each.aliases)) for each in guide.programs if len(word) > 2)
    return tuple(program for program, said in names if any(name.endswith(word) for name in said))


def guessed(guide: Guide, conversation: Conversation, utterance: Utterance) -> bool:
    """Whether nothing but a description tells which program is meant; where the guide is silent that names no section."""
    named = named_programs(guide, utterance) or programs_of_fields(guide, utterance)
    return not (named or conversation.programs or counted(guide, conversation, utterance.text))


def programs_of_fields(guide: Guide, utterance: Utterance) -> tuple[str, ...]:
    """Programs that carry a field named in the message: 走社会发展还是走农业; 工业机器视觉 names no field."""
    technologies = {each.start for each in utterance.of(TECHNOLOGY)}
    named = [each for each in fields(guide, utterance) if each.end not in technologies]
    return _of_fields(guide, named) if named else ()


def meant(guide: Guide, utterance: Utterance, *, sure: bool = False) -> tuple[str, ...]:
    """The program that the message describes; where another was just talked about, only what is plain counts."""
    for name, confidence in () if tells_only_who(utterance) else utterance.described[:1]:
        if confidence >= (PLAIN if sure else LIKELY):
            return of_its_name(guide, name, confidence)
    return alluded_to(guide, utterance.text)


def tells_only_who(utterance: Utterance) -> bool:
    """Whether the message says no more than who is asking, which describes no program: 你好，我是理工大学科研院的."""
    kind = "applicant_type"
    return bool(utterance.of(kind) and ONLY_WHO.fullmatch(utterance.without(kind)))


def pointed_at(guide: Guide, conversation: Conversation, text: str) -> tuple[str, ...]:
    """Programs of those before that the words point at: 第二个, 前两个, 这两个."""
    return _by_place(guide, conversation, text) or _both(conversation, text)


def _by_place(guide: Guide, conversation: Conversation, text: str) -> tuple[str, ...]:
    """Programs counted, or gone back to; that whose fields were just listed where one of those is; both of two, where these are
    meant after all."""
    if both := _both_after_one(conversation, text):
        return both
    field = counted_field(guide, conversation, text)
    return conversation.programs if field else counted(guide, conversation, text) or gone_back_to(conversation, text)


def _of_fields(guide: Guide, meant: list[Mention], figures: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Programs that carry the field in their name; where none does, those whose section turns on it.

    Of both, those are meant that have anything to do with the figures named: 社会发展类总投资要求. Where a program has one of
    several fields in its name and none has another (工业和农业), all are fields of those that turn on them.
    """
    carried = [carrying(guide, [each]) for each in meant]
    named = carrying(guide, meant) if all(carried) or not any(carried) else []
    turning = [program.id for program in guide.programs if divided(guide, (program.id,), meant)]
    testing = programs_testing(guide, figures)
    tested = [each for each in [*named, *turning] if each in testing]
    return tuple(tested or named or turning)
