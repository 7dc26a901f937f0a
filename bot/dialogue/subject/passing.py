"""What a statement says in passing, and which figure a short name means in a check: 我们公司能报吗 comes from a company."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from bot.answers.requirements import figures_of
from bot.dialogue.state import Conversation, Utterance
from bot.dialogue.subject.beside import HOUSED
from bot.dialogue.subject.beside_work import is_beside_the_work
from bot.dialogue.subject.fields import TECHNOLOGY, deciding, dividing
from bot.dialogue.subject.leaving import is_left_behind
from bot.dialogue.words import ONLY_A_KIND, SELF
from bot.figures.bare_names import bare_names
from bot.figures.mentions import Mention
from bot.figures.pairing.governed import answers_freely
from bot.figures.pairing.wholes import TOTAL, told_after_a_part
from bot.figures.part_of_whole import parts_of_wholes
from bot.figures.readings import Reading, Readings
from bot.figures.remainder import remainders
from bot.figures.replies.reply import states_a_fact
from bot.figures.stated.chosen import heads, is_denied_before, is_not_founded, is_of_us, is_owner
from bot.figures.stated.givers import is_got_from
from bot.figures.stated.of_another import is_inside, ours_of, silent_of
from bot.figures.stated.ruled_on import is_ruled_on
from bot.figures.stated.side_by_side import parties
from bot.figures.stated.technology import names_work
from bot.figures.stated.works import speaks_as
from bot.figures.unasked import unasked
from bot.figures.wording.natures import without_natures
from bot.figures.wording.stance import clause_at, clauses
from bot.figures.wording.waved_away import is_waved_away
from bot.guide.model import Figure, Guide

PARTNER = re.compile(
    r"(?:和|跟|与|同|联合|及|合作方|合作单位|合作伙伴|参与单位|对方)[^，。,；;]{0,12}$|拉(?:上|着|来|进|了)?[^，。,；;是的]{0,6}$"
)
# 和兰州大学合作的企业 is ours, 和我们合作的大学 is not.
JOINT = re.compile(r"(?:和|跟|与|同)(?!我|咱|本)[^，。,；;]{0,10}(?:合作|联合|共建)的$")
# 把兰大的成果拿来产业化, 用了交大的技术: whose result it is does not speak.
TAKEN_OVER = re.compile(
    "(?:把|将|用|买|拿|引进|受让|转化|采用|利用|依托|来自|基于|签|签订|拿到)[了到下]?[^，。；我咱本]{0,6}$"
)
ITS_RESULT = re.compile(
    "[^，。；我]{0,3}(?:的|一?[项个件])[^，。；]{0,10}(?:成果|专利|技术|发明|工艺|配方|菌种|品种|合同|协议)"
)
APPLIED_FOR = re.compile("申?报|申请|专项|项目")
OF_A_PARTNER = re.compile(r"合作|参与单位|联合|共建")  # 深圳的一家研究院 answers this, and is not the applicant
# 入孵企业32家, 服务了50家企业: whoever is counted or served is not the applicant.
COUNTED_BEFORE = re.compile(
    r"(?:入[孵驻园]|在孵|孵化|毕业|服务|带动|引进|对接|辐射|培育|帮扶|扶持|周边|下游|上游|合作)(?:了|过|的)?$|(?:[\d十百千几两二三四五六七八九多余来]|若干|很多|不少)[家所个户](?:[^，。；的是有和跟与]{1,5})?$|(?:多少|几)[家所个户类]?$|[两二三四五六七八九2-9][种类](?:申报)?$"
)
OURS = re.compile("[我咱本]")
COUNTED = re.compile(
    r"(?:用户|客户)?[ ]?(?:有|共|约|大概|大约|已有|达到?|数量?)*[ ]?[\d一二三四五六七八九十百千两几]+[多余来]?[家所户个]"
)
MANY = re.compile(r"(?:[百千万多余来]|\d{2,})[个名位]$|[2-9二两三四五六七八九十][个座栋间]$")  # 两个温室 are had
OF_A_NAME = re.compile(r"[^，。；的]{0,8}有限(?:责任)?公司")  # 新材料研究院有限公司 is called so
AT = re.compile(r"(?:注册|登记|位于|地址|坐落|落户|入驻|搬到|设在|(?<![存现实正])在)[^，。；]*$")
ADDRESS = re.compile(r"[^，。；的]{0,4}(?:园区?|基地|开发区|大厦|大楼|路|街)(?!艺|林|内?种|里种)")
# 兰州石化职业技术大学, 甘肃中医药大学第二医院, 百合路: what a school, a hospital or a street is called tells no work.
OF_AN_INSTITUTION = re.compile(
    "(?:职业|技术|工程|科技|师范|理工|财经|专科|高等|医药?|大)*(?:大学|学院|学校)"
    "|(?:大学|第[一二三四五]|附属|人民|专科|中西医结合|肿瘤|口腔)*医院(?![用使里])|(?:实验)?[中小]学(?![生课])|[东西南北中]?(?:路(?![线由径演灯面桥基])|大?街|大道|巷)"
)
# 申请人是生物制药厂，项目是钻头: whose name a word is part of, and what is done.
OF_A_WORKS = re.compile("[^，。；的和与跟]{0,4}(?:厂|公司|集团)")
THE_PROJECT = re.compile("(?:项目|课题)(?:的?(?:内容|名称)|主要|就)*(?:是|为|做|叫|研发)")
# 大学技术转移中心, 医院科教科: an office of whoever speaks.
OF_A_HOUSE, AN_OFFICE = (
    re.compile("(?:大学|学院|学校|[高院我本]校|医院|[我本]院|研究[所院])[^，。；的]{0,2}$"),
    re.compile("(?:与|和)?[^，。；的]{0,4}(?:中心|办公室|办|处|科|部)(?=[，。；：: ]|[问咨想要来打]|$)"),
)
HAD_BY_NUMBER = re.compile(r"有[\d一二两三四五六七八九十百千万几]+[多余来]*[个名位](?:的)?$")  # 有3000多个粉丝
OF_A_FIRM = re.compile("企业|公司|厂")
ABOVE_SCALE = re.compile("规上|规模以上|[入纳上]规")  # 入规的工业企业 is a qualification, and tells no field
WORKS, SHORTEST = "厂", 2  # 药厂 tells who one is; characters of a technology
# 准备在兰石集团转化: at whose place the work is done tells not who speaks.
DONE_AT = re.compile("(?:在|到|拿去|放在?|去|交给|落在)(?![^，。；]*(?:我|咱|本|自己))[^，。；的是]{0,8}$")
IS_DONE = re.compile(
    "(?:有限|股份)*(?:公司|企业|厂)?(?:里面?|那边|那里|现场|车间)?(?:[做搞进]?(?:行|个)?)(?:转化|中试|小试|落地|推广|应用|示范|实施|投产|试[用产验]|量产|产业化)"
)
WHERE_FROM = re.compile("(?:哪(?:里|儿)?(?:会?有|个|家|来的?)|谁家)$")  # 哪有学校愿意来 is of no school that speaks
WHEN = re.compile(r"去年|上年|今年|前年|本年|全年|20\d\d年度?")  # 去年收入 is 收入, whatever needs it


def with_passing(guide: Guide, conversation: Conversation, utterance: Utterance, heard: Readings) -> Readings:
    """``heard``, and what a statement says in passing: 我们公司能报吗 comes from a company, 做球阀的 says what it does."""
    utterance = _with_kinds(guide, utterance, heard)
    answers = conversation.asked and OF_A_PARTNER.search(guide.figure[conversation.asked].ask)
    alone = ONLY_A_KIND.fullmatch(utterance.masked)  # 企业 once more is heard, and so is another kind than before
    of_partners = answers and not SELF.search(utterance.text)
    repeated = {figure for figure in deciding(guide) if utterance.ids(figure) == (conversation.figures.get(figure),)}
    of_whom = dividing(guide) | repeated if of_partners else deciding(guide)
    added = [
        Reading(figure, said[0], 0, len(utterance.text))
        for figure in sorted(of_whom)
        if heard.value(figure) is None
        and (alone or figure not in conversation.figures)
        and len(said := _own(guide, utterance, guide.figure[figure], conversation.asked)) == 1
    ]
    for figure in guide.figures:
        silent = silent_of(utterance.text, figure)
        named = [each for each in utterance.mentions if each.kind == TECHNOLOGY and not is_inside(each.start, silent)]
        named = [each for each in named if not is_waved_away(utterance.text, each.start, each.end)]
        named = [each for each in named if not MANY.search(utterance.text[: each.start])]
        named = [each for each in named if not states_a_fact(clause_at(utterance.text, each.start).text, guide)]
        named = [each for each in named if not _is_of_a_name(utterance.text, each.start, each.end)]
        named = [each for each in named if not is_beside_the_work(utterance.text, each.start, each.end)]
        own = (each.text.removesuffix(WORKS) for each in named if names_work(each.text))
        words = "、".join(dict.fromkeys(each for each in own if len(each) >= SHORTEST))
        if figure.kind == "text" and words and heard.value(figure.id) is None:
            added.append(Reading(figure.id, words, 0, len(utterance.text)))
    return replace(heard, readings=(*heard.readings, *added)) if added else heard


def _with_kinds(guide: Guide, utterance: Utterance, heard: Readings) -> Utterance:
    """``utterance``, a technology that names but a kind of applicant (初创企业) being that kind."""
    told = list(utterance.mentions)
    for place, each in enumerate(told):
        kinds = [name for name in heard.mentions if name.choice and each.start <= name.start and name.end == each.end]
        kinds = [name for name in kinds if guide.figure[name.figure].kind == "choice"]
        if each.kind == TECHNOLOGY and kinds and not names_work(each.text):
            (name, *_) = kinds
            text = utterance.text[name.start : name.end]
            told[place] = replace(each, kind=name.figure, id=name.choice or "", text=text, start=name.start)
    return replace(utterance, mentions=tuple(told))


def _is_of_a_name(text: str, start: int, end: int) -> bool:
    """Whether the words are part of a name of a firm, or of the place where one is (注册在兰州新区石化产业园), and tell no work."""
    placed = ADDRESS.match(text, end) and AT.search(text[:start])
    called = OF_A_NAME.match(text, end) or OF_AN_INSTITUTION.match(text, end) or HAD_BY_NUMBER.search(text[:start])
    called = called or OF_A_HOUSE.search(text[:start]) and AN_OFFICE.match(text, end)
    told = (part for part in clauses(text) if not part.holds(start) and THE_PROJECT.search(part.text))
    return bool(placed or called or OF_A_WORKS.match(text, end) and any(told))


def _own(guide: Guide, utterance: Utterance, figure: Figure, asked: str | None) -> tuple[str, ...]:
    """What the message says of the applicant itself, and not of whom it works with: 和兰州大学合作."""
    text = utterance.text
    chief = heads(text, [(each.start, each.end) for each in utterance.mentions if each.kind == figure.id])
    own = [each for each in utterance.mentions if (each.start, each.end) in chief]
    named = [
        Mention(each.kind, each.id, each.start, each.end) for each in utterance.mentions if each.kind in guide.figure
    ]
    counted = {each.start for each in parties(text, named, guide)}
    own = [each for each in own if each.start not in counted]
    own = [each for each in own if not _is_with_others(text[: each.start], figure)]
    own = [each for each in own if not (TAKEN_OVER.search(text[: each.start]) and ITS_RESULT.match(text, each.end))]
    silent = silent_of(text, figure)
    own = [each for each in own if not (is_inside(each.start, silent) or is_got_from(text, each.start, each.end))]
    own = [each for each in own if asked in (None, figure.id) or not is_owner(text, each.start, each.end, figure)]
    own = [each for each in own if not (is_denied_before(text, each.start) or is_left_behind(text, each))]
    own = [each for each in own if not (is_not_founded(text, each.start, each.end) or is_ruled_on(text, each.start))]
    own = [each for each in own if not (OF_A_FIRM.match(text, each.end) and ABOVE_SCALE.search(text[: each.start]))]
    own = [each for each in own if not WHERE_FROM.search(text[: each.start])]
    own = [each for each in own if not (DONE_AT.search(text[: each.start]) and IS_DONE.match(text, each.end))]
    own = [each for each in own if not (_is_counted(utterance, each.start) or COUNTED.match(text, each.end))]
    own = [each for each in own if each.kind == figure.id and is_of_us(text, each.start, each.end, figure)]
    kinds = [Mention(figure.id, each.id, each.start, each.end) for each in own]
    own = [each for each, kind in zip(own, kinds, strict=True) if kind in without_natures(text, kinds, guide)]
    return tuple(dict.fromkeys(each.id for each in own)) or speaks_as(text, figure)


def _is_with_others(ahead: str, figure: Figure) -> bool:
    """Whether what follows ``ahead`` is of whom one works with; what is applied for together is one's own project:
    和兰州交大一起报重大专项，工业类."""
    ahead = APPLIED_FOR.split(ahead)[-1] if "项目" in figure.ask else ahead
    return bool(PARTNER.search(ahead)) and not JOINT.search(ahead)


def _is_counted(utterance: Utterance, start: int) -> bool:
    """Whether the unit named at ``start`` is one of those that somebody else counts as his; 孵化器在孵企业 is where whoever speaks sits.

    A name that says whose it is counts nothing: 这几个我们学校能报哪个.
    """
    if OURS.match(utterance.text, start):
        return False
    counted = COUNTED_BEFORE.search(utterance.text[:start])
    return bool(counted) and not any(counted and each.end == counted.start() for each in utterance.of(HOUSED))


def with_facts(guide: Guide, heard: Readings) -> Readings:
    """``heard`` of a message that describes the asker for no program in particular, with what its short forms tell."""
    return replace(heard, readings=(*heard.readings, *unasked(heard, guide.figures, None, guide)))


def of_the_check(
    guide: Guide, conversation: Conversation, utterance: Utterance, heard: Readings, programs: tuple[str, ...]
) -> Readings:
    """``heard``, a short name meaning the figure that the check of ``programs`` needs: 收入 may be the annual income there."""
    needed = [
        guide.figure[figure]
        for program in conversation.check or programs
        for each in guide.program[program].requirements
        for figure in figures_of(guide, each)
    ]
    names = {each.figure: utterance.text[each.start : each.end] for each in heard.mentions if not each.choice}
    meant = tuple(_meant(guide, reading, names, needed) for reading in heard.readings)
    torn = _torn(guide, heard, meant)
    heard = replace(heard, torn=(*heard.torn, *torn))
    meant = tuple(each for each in meant if each not in torn)
    meant += remainders(replace(heard, readings=meant), conversation.figures)
    meant += parts_of_wholes(replace(heard, readings=meant), conversation.figures)
    own = list({each.id: each for each in needed}.values())
    short = unasked(replace(heard, readings=meant), own, conversation.asked, guide)
    alone = ours_of(list(bare_names(replace(heard, readings=(*meant, *short)), own)), heard.text, guide)
    named = {each.figure for each in alone}
    meant, short = (tuple(each for each in told if each.figure not in named) for told in (meant, tuple(short)))
    numbers = (*_ratios(guide, heard, needed), *_staff(guide, conversation, heard))
    return replace(heard, readings=(*meant, *numbers, *short, *alone))


def _torn(guide: Guide, heard: Readings, told: tuple[Reading, ...]) -> tuple[Reading, ...]:
    """Amounts of one figure that short names come to, and that differ: 年收入800万，去年收入650万. Which holds is to be asked,
    unless one of them is what the others come to: 拨款700万，检测收入300万，总共1000万."""
    totals = {
        each.figure for each in told if TOTAL.search(heard.text[clause_at(heard.text, each.start).start : each.start])
    }
    amounts = [
        each for each in told if guide.figure[each.figure].kind in ("money", "people") and each.figure not in totals
    ]
    return tuple(
        each for each in amounts if any(other.figure == each.figure and other.value != each.value for other in amounts)
    )


def _staff(guide: Guide, conversation: Conversation, heard: Readings) -> list[Reading]:
    """The whole staff after a part of it was told: 总共120人."""
    if heard.question or heard.hypothesis:
        return []
    told = told_after_a_part(heard.bare, heard.text, heard.mentions, conversation.figures, guide, conversation.last)
    return [Reading(told[0], told[1].value, told[1].start, told[1].end)] if told else []


def _ratios(guide: Guide, heard: Readings, needed: list[Figure]) -> list[Reading]:
    """A ratio without a name, where the check needs but one."""
    wanted = {figure.id for figure in needed if figure.kind == "ratio"}
    bare = [each for each in heard.bare if each.kind == "ratio"]
    if len(wanted) != 1 or len(bare) != 1:
        return []
    said, figure = bare[0], guide.figure[wanted.pop()]
    if not answers_freely(heard.text, said, figure, heard.mentions):
        return []
    return [Reading(figure.id, said.value, said.start, said.end, reversed_doubt=said.reversed_doubt)]


def _meant(guide: Guide, reading: Reading, names: Mapping[str, str], needed: list[Figure]) -> Reading:
    kind = guide.figure[reading.figure].kind
    if not needed or kind not in ("money", "people") or reading.figure in {figure.id for figure in needed}:
        return reading
    name = WHEN.sub("", names.get(reading.figure, ""))
    meant = {figure.id for figure in needed if figure.kind == kind and name and name in figure.name}
    return replace(reading, figure=meant.pop()) if len(meant) == 1 else reading
