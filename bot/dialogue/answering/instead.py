"""What answers a question better than the answer to its topic does, because of what else it names."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from bot.answers import contents, figures_meant, requirements, thresholds
from bot.answers.checks import WHO
from bot.answers.phrases import possible_sections
from bot.answers.reply import Reply, followed_by, render
from bot.answers.subject import Subject
from bot.dialogue.answering import pointed
from bot.dialogue.answering.aims import of_its_families
from bot.dialogue.answering.by_a_word import asks_of_what_is_named, figures_of_a_word
from bot.dialogue.answering.not_demanded import not_demanded, what_is_said_of_partners
from bot.dialogue.answering.respects import in_a_respect, in_one_respect
from bot.dialogue.answering.unwritten import unwritten
from bot.dialogue.office_words import AND_THOSE, HANDED_IN, WHO_LEADS, WHOM
from bot.dialogue.state import Utterance
from bot.dialogue.subject.about import EXCEPT_FOR
from bot.dialogue.subject.easiest import asks_for_the_easiest
from bot.dialogue.subject.fields import held_together
from bot.dialogue.words import ANY_OF_THEM, ASKING, FOR_WHOM, IN_GENERAL, LISTING, REQUEST, WITH
from bot.figures.stated.chosen import is_of_partners
from bot.figures.wording.denial import is_denial
from bot.figures.wording.stance import Clause, clauses
from bot.guide.by_field import by_field
from bot.guide.model import Guide, Material
from bot.guide.outside import outside
from bot.guide.search import PART_OF_A_NAME, containing, longest_run, materials_named

Better = Callable[[Guide, Subject, Utterance], Reply | None]
WHICH_ONE = re.compile(
    r"(?:哪一?个?|什么|啥)(?:专项|项目|类别|计划)|哪一?[类种]|哪个(?:大类|里|下面?|当中)|(?:什么|啥)类|有(?:没有?|无)[^，。]{0,6}(?:专项|项目)"
)
DIRECTIONS = re.compile(r"方向|领域|支持|范围")
LISTS = re.compile(
    r"(?:什么|哪些|哪几[个样种项份]|啥)(?:材料|资料|证明|东西|文件|附件)|清单|"
    + AND_THOSE
    + r"|(?:材料|资料)(?:都?有|包括|是)?(?:哪|什么|啥)|(?:别的|其[他它余]|另外|剩下)"
)
# 我们自己这边得备好什么: what the asker is to have, and no papers.
HAD_READY = re.compile(
    r"(?:自己|自身|[我咱]们?[这单]|这边|这头|单位)[^，。；？?]{0,6}(?:准备|预备|备[好齐下]|具备)[^，。；？?]{0,4}(?:什么|啥|哪)"
)
PAPERS = re.compile("材料|资料|文件|附件|证明|证件|清单|表格|手续|合同|报告|[提递上]交|要交|都交|附|盖章")
PROOF = re.compile("证明|凭证|凭据|佐证|单据")
OF_THAT = re.compile(r"^(?:行|好|嗯|哦|那么?|[，, ])*(?:这个?|它|那个?|拿|用|凭|要不要|需不需要)(?!份|张|些)")
APPLIES = re.compile(r"(?:想|要|来|去|可以?|能|打算|准备)?(?:申请|申报|报)(?!告|表|送)")
WHETHER = re.compile(
    r"有没有|有无|[吗么不没][?？。]?$|有(?:什么|啥)(?:要求|规定|限制)|是不是|才[能行可]|要不要|是否|需不需要|卡不卡|限不限"
)
DEMANDED = re.compile(
    r"对于?(?:某单位的?)?(?P<what>(?!某)[^，。？?]{2,8}?)(?:方面|上)?有(?:没有|无)?(?:什么|啥|硬性|具体)?的?(?:要求|规定|限制|门槛)"
    r"|有(?:没有|无)?(?P<of>(?!某|什么|啥|哪)[^，。？?没]{2,8}?)(?:方面|上)?的?(?:硬性)?(?:要求|规定|限制|门槛|硬杠杠)"
    r"|(?:要求|需要|必须)(?:会|懂|有|是|达到|满|具备|通过)?(?P<need>(?!某)[^，。？?]{2,8}?)(?:吗|么|不)[？?]?$"
)
MASKED = re.compile("某")
_HOW_MUCH = re.compile(r"多少|多大|几[个名人家成笔]|定数|数额|额度|下限|最低|起码|至少(?![要得]有)")
# 有哪些项目高校老师可以牵头报, 哪些是高校能牵头的
_OPEN_TO = re.compile(
    r"哪[些几][^，。？?]{0,12}(?:能|可以|让|准)(?:申?报|申请|牵头|参加)|(?:能|可以)(?:申?报|申请|牵头)的(?:都|又|一共|是|有|[ ])*哪"
)
EXAMPLES = re.compile(r"(?:条件|要求|门槛|限制)[^。？?]{0,4}[，, （(](?:比如|例如|譬如|诸如|像)[^。？?]*$")


def instead(guide: Guide, subject: Subject, topic: str, utterance: Utterance) -> Reply | None:
    """The better answer; None where the topic's own is the best."""
    better = (each(guide, subject, utterance) for each in BETTER.get(topic, ()))
    return next((reply for reply in better if reply), None)


def _of_the_easiest(guide: Guide, subject: Subject, utterance: Utterance) -> Reply | None:
    """哪个专项最容易报: those with no conditions of their own, and that the guide puts none above another."""
    if not asks_for_the_easiest(utterance, ()):
        return None
    reply = requirements.requirements(guide, subject)
    return replace(reply, text=render("no_ranking") + "\n" + reply.text)


def _of_a_material(guide: Guide, subject: Subject, utterance: Utterance) -> Reply | None:
    """纳税证明是几年的 asks about something to hand in."""
    return None if subject.figures else _of_one_material(guide, subject, utterance)


def _of_one_material(guide: Guide, subject: Subject, utterance: Utterance) -> Reply | None:
    """查新报告有没有有效期 asks about something to hand in by its name, or by the figure that it proves (自己出的那部分要不要拿
    证明), and for no list."""
    figures = [guide.figure[each].name for each in subject.figures] if PROOF.search(subject.text) else []
    wanted = [(each, one) for each in subject.chosen(guide) for one in each.materials]
    proving = [(each, one) for each, one in wanted if any(_proves(one, name) for name in figures)]
    said = (subject.text, *(() if subject.figures else subject.terms))  # 查新, by the guide's own word for it
    by_name = [(each, one) for each, one in wanted if any(one in materials_named(each, text) for text in said)]
    named = (
        proving + [each for each in by_name if each not in proving] if _counts_off(subject.text) else proving or by_name
    )
    parts = [*clauses(subject.text)]
    questions = sum(_names_something(part, utterance) for part in parts if ASKING.search(part.text))
    wanted_of = (part.text for part in parts if ASKING.search(part.text) or not is_denial(part.text))
    others = any(map(LISTS.search, wanted_of)) or EXCEPT_FOR.search(subject.text)
    listed = others or not named or questions > len(named)  # 查新报告找谁出？自筹证明又是啥样的
    return None if listed else requirements.one_material(guide, subject, named)


def _counts_off(text: str) -> bool:
    """Whether more than one clause asks: 一是纳税证明要不要，二是自筹的钱要不要拿证明."""
    return sum(bool(ASKING.search(part.text)) for part in clauses(text)) > 1


def _names_something(part: Clause, utterance: Utterance) -> bool:
    """Whether a clause names more than a program, or asks for what else there is: 规定里是谁出才行 goes on about the paper before.

    A number of which no proof is asked for is another question: 查新报告必须有吗？工业的投多少起.
    """
    named = [each.kind for each in utterance.mentions if part.holds(each.start)]
    number = "figure" in named and "term" not in named and not PROOF.search(part.text)
    said = {*named} - {"program", "family"} and not number
    return bool(said or HANDED_IN.search(part.text))


def asks_for_a_proof(utterance: Utterance) -> bool:
    """Whether a proof is asked for of what was just talked about: 这个要不要附证明, 那拿什么来证明."""
    return bool(OF_THAT.search(utterance.text) and PROOF.search(utterance.text)) and not utterance.mentions


def _proves(paper: Material, figure: str) -> bool:
    """Whether the paper is called by the name of a figure: 自筹经费证明材料."""
    run = longest_run(figure, paper.name)
    return len(run) >= PART_OF_A_NAME and paper.name.startswith(run)


def _meaning(guide: Guide, subject: Subject, utterance: Utterance) -> Reply | None:
    """查新报告找谁开 is no question for who takes applications; 高校交到哪个科室, asked after it, is."""
    if not subject.terms or subject.programs or subject.sections:
        return None
    asking = [part for part in clauses(utterance.text) if WHOM.search(part.text)]
    named = [each.start for each in utterance.mentions if each.kind == "term"]
    of_it = not asking or any(part.holds(start) for part in asking for start in named)
    return contents.term(guide, subject) if of_it else None


def _kinds_side_by_side(guide: Guide, subject: Subject, utterance: Utterance) -> Reply | None:
    """Two kinds of one program compared: 工业类跟农业类, 企业牵头和高校牵头; where a figure, the section or the papers are
    asked for, in that."""
    two = any(len(utterance.ids(kind)) > 1 for kind in ("track", "applicant_type"))
    if not two or len(subject.programs) != 1:
        return None
    both = replace(subject, known={})
    if requirements.demanding(guide, subject.figures, subject.programs):
        return thresholds.figure(guide, both)
    return in_a_respect(guide, both, utterance) or requirements.requirements(guide, both)


def _of_a_kind(guide: Guide, subject: Subject, utterance: Utterance) -> Reply | None:
    """Which programs, of all or of those of a family, there are for a kind of applicant (平台的学校能报哪几个): what each demands
    of who applies, and how the kind stands to it."""
    asking = [part for part in clauses(utterance.text) if ASKING.search(part.text)]
    kinds = {each.id for each in utterance.of(WHO) if any(part.holds(each.start) for part in asking)}
    if len(kinds) != 1 or len(subject.programs) == 1 or not _asks_which_are_open(utterance):
        return None
    every = subject.programs or tuple(guide.program)
    rule = thresholds.figure(guide, replace(subject, programs=every, figures=(WHO,), known={}, told={WHO: kinds.pop()}))
    return as_requirement(rule)


def _asks_which_are_open(utterance: Utterance) -> bool:
    return bool(
        ANY_OF_THEM.search(utterance.text) or WHICH_ONE.search(utterance.text) or _OPEN_TO.search(utterance.text)
    )


def _of_whom(guide: Guide, subject: Subject, utterance: Utterance) -> Reply | None:
    """Whether a program is for a kind of applicant alone, or not for it: 只支持企业吧, 不收高校是吗; 收入能不能拿集团的来填 is of a
    number."""
    counted = [each for each in subject.figures if guide.figure[each].kind in figures_meant.COUNTED]
    if requirements.demanding(guide, counted, subject.programs):
        return None
    asked = len(subject.programs) == 1 and len(utterance.ids(WHO)) == 1 and FOR_WHOM.search(utterance.masked)
    return requirements.for_kind(guide, replace(subject, figures=(WHO,))) if asked else None


def _who_leads(guide: Guide, subject: Subject, utterance: Utterance) -> Reply | None:
    """Who is to apply, where the programs demand it of a kind: 一家企业一家高校，谁牵头."""
    asked = WHO_LEADS.search(subject.text) and requirements.demanding(guide, [WHO], subject.programs)
    whoever = replace(subject, figures=(WHO,), known={}, told={})
    return as_requirement(thresholds.figure(guide, whoever)) if asked else None


def _on_what_is_named(guide: Guide, subject: Subject, utterance: Utterance) -> Reply | None:
    about = _asked_of(guide, subject, utterance)
    return _without_a_number(guide, about, utterance, replace(subject, figures=about)) if about else None


def _without_a_number(guide: Guide, about: tuple[str, ...], utterance: Utterance, subject: Subject) -> Reply:
    """The rules on figures; where it is asked how much of what only has to be there, that no number is written: 运行经费要求多少."""
    rule = thresholds.figure(guide, subject)
    had = all(guide.figure[each].kind == "yes_no" for each in about) and rule.payload["kind"] == "answer"
    if not (had and _HOW_MUCH.search(utterance.text)):
        return rule
    whom = [each for one in rule.payload["programs"] for each in possible_sections(guide.program[one], subject.known)]
    return followed_by(rule, render("no_number", sections=dict.fromkeys(whom)))


def _among_requirements(guide: Guide, subject: Subject, utterance: Utterance) -> Reply | None:
    """Of what is had or not (合同还没签，能报吗) it is a requirement that is asked for, and no number."""
    about = _asked_of(guide, subject, utterance)
    if beside := pointed.beside_a_rule(guide, subject, utterance):
        return beside  # 要不要有固定收入 is of no number
    if not about:
        return _untested(guide, subject, utterance)
    rule = _without_a_number(guide, about, utterance, replace(subject, figures=about))
    return rule if any(guide.figure[each].kind in figures_meant.COUNTED for each in about) else as_requirement(rule)


def _untested(guide: Guide, subject: Subject, utterance: Utterance) -> Reply | None:
    """研发平台建设专项有没有研发人员数量的要求, 高新专项只有高企能报吗: that nothing of the kind is demanded is the answer.

    Where no figure is named, that what does not stand among the requirements is not demanded: 对注册资本有要求吗.
    """
    about = subject.figures or tuple(
        each
        for each in _choices_named(guide, utterance)
        if not is_of_partners(guide.figure[each]) or WITH.search(utterance.text)  # 注册在白银行吗 is of no partner
    )
    counted = all(guide.figure[each].kind in (*figures_meant.COUNTED, "choices") for each in about)
    known = utterance.ids("program") or about and subject.programs  # 也有研发人员15个这种硬杠杠吗, after its conditions
    if not (counted and known and WHETHER.search(subject.text)):
        return None
    if not about:
        return thresholds.figure(guide, subject) if _of_something_else(guide, utterance) else None
    if requirements.demanding(guide, about, subject.programs):
        return None
    whole = replace(subject, figures=about)
    return thresholds.figure(guide, whole) if subject.figures else thresholds.figure_silent(guide, whole)


def _of_something_else(guide: Guide, utterance: Utterance) -> bool:
    """Whether one thing is asked for by words of which the guide has none: 对注册资本有要求吗."""
    found = DEMANDED.search(utterance.masked)
    what = next(filter(None, found.groups())) if found else ""
    return bool(what) and not (MASKED.search(what) or IN_GENERAL.fullmatch(what) or containing(guide, what))


def as_requirement(rule: Reply) -> Reply:
    """``rule``, of what is had or of who applies, as a requirement and no number."""
    return replace(rule, payload={**rule.payload, "topic": "requirements"})


def _on_what_is_alluded(guide: Guide, subject: Subject, utterance: Utterance) -> Reply | None:
    """投资低于多少不收 names no figure, but has a word of one."""
    named = subject.figures or _choices_named(guide, utterance)
    about = () if named or not subject.programs else figures_meant.related(guide, subject.programs, utterance.masked)
    return thresholds.figure(guide, replace(subject, figures=about)) if about else None


def _on_a_point(guide: Guide, subject: Subject, utterance: Utterance) -> Reply | None:
    """What a number is asked of that no figure's name tells, but a point of the programs is about."""
    return None if subject.figures else pointed.of_a_condition(guide, subject, utterance)


def _on_programs_without_fields(guide: Guide, subject: Subject, utterance: Utterance) -> Reply | None:
    """Whether something fits programs whose field decides nothing is a matter of what they demand.

    Where it is asked which program it is and one is named by what it is for (大学科技园的项目对应哪个专项), that one is.
    """
    named = utterance.ids("program")
    if named and WHICH_ONE.search(utterance.text) and not set(named) & by_field(guide):
        return contents.program(guide, replace(subject, programs=named))
    decides = set(named) & by_field(guide) or DIRECTIONS.search(utterance.text) or outside(guide, utterance.text)
    return requirements.requirements(guide, replace(subject, programs=named)) if named and not decides else None


def _left_out(guide: Guide, subject: Subject, utterance: Utterance) -> Reply | None:
    """What the guide leaves out and is asked for by its words and the name of a figure: 政府给多少经费.

    Not of a number that the guide names: 800万以上，是整个项目的投入还是找政府要的钱; nor of one that a ratio bounds by
    another that is told: 自筹300万，按比例财政能给多少.
    """
    bounded = any(
        {*each.amounts} & {*subject.figures} and {*each.amounts} & {*subject.told}
        for each in guide.figures
        if requirements.demanding(guide, [each.id], subject.programs)
    )
    if bounded or figures_meant.with_threshold(guide, subject.text, subject.programs):
        return None
    asked = [
        each.topic
        for each in guide.silent_topics
        if set(each.figures) & set(subject.figures) and any(word in subject.text for word in each.words)
    ]
    return contents.unsaid(guide, subject, asked[0]) if asked else None


def _rule_beside_materials(guide: Guide, subject: Subject, utterance: Utterance) -> Reply | None:
    """Where the guide lists no materials of the programs but demands what is asked about (要附合作合同吗): its rule too; all of
    them where it is asked what to have ready, and no word says that papers are meant (我们自己这边得备好什么)."""
    demanded = requirements.demanding(guide, subject.figures, subject.programs)
    if not subject.programs or any(program.materials for program in subject.chosen(guide)):
        return None
    if not demanded and HAD_READY.search(utterance.text) and not PAPERS.search(utterance.text):
        listed, rules = requirements.materials(guide, subject), requirements.requirements(guide, subject)
        return replace(rules, text=f"{listed.text}\n{rules.text}")
    if not demanded:
        return None
    listed, rule = requirements.materials(guide, subject), thresholds.figure(guide, subject)
    return replace(as_requirement(rule), text=f"{listed.text}\n{rule.text}")


def _choices_named(guide: Guide, utterance: Utterance) -> tuple[str, ...]:
    named = {mention.kind for mention in utterance.mentions}
    return tuple(each.id for each in guide.figures if each.id in named & held_together(guide))


def _asked_of(guide: Guide, subject: Subject, utterance: Utterance) -> tuple[str, ...]:
    """Figures on which a question about some programs turns (没签协议行不行, 非高企不可吗), where these test them."""
    figures = in_the_question(guide, utterance, subject.figures) or _choices_named(guide, utterance)
    tested = requirements.demanding(guide, figures, subject.programs)
    of_one = asks_of_what_is_named(guide, figures, utterance) or figures_of_a_word(guide, subject.programs, utterance)
    listed = LISTING.search(subject.text) and not of_one
    return figures if tested and not listed else ()


def in_the_question(guide: Guide, utterance: Utterance, figures: tuple[str, ...]) -> tuple[str, ...]:
    """``figures`` but for those that only say who applies (省级重点实验室申请研发平台建设，需满足的条件).

    Where they only stand in what is told before the question, and in that a kind of applicant does, it is of that
    (协会拿到了使用权，接受协会申报么); where it asks for the conditions altogether, of none.
    """
    named = [each for each in utterance.mentions if each.kind == "figure" and each.id in figures]
    asking = [part for part in clauses(utterance.text) if ASKING.search(part.text) or REQUEST.search(part.text)]
    kinds = [
        each.kind
        for each in utterance.mentions
        if each.kind in guide.figure
        and guide.figure[each.kind].kind == "choice"
        and any(part.holds(each.start) for part in asking)
    ]
    if any(EXAMPLES.search(utterance.text[: each.start]) for each in named):
        return ()  # 有没有单独的申报条件，比如资质、收入
    if named and asking and not any(part.holds(each.start) for each in named for part in asking):
        numbers = any(guide.figure[each.id].kind in figures_meant.COUNTED for each in named)
        if kinds and not numbers:  # 学校要求分头报，我想确认下投资额底线 is of the number
            return tuple(dict.fromkeys(kinds))
        if any(IN_GENERAL.search(part.text) for part in asking):
            return ()
    applies = {each.id for each in named if APPLIES.match(utterance.text, each.end)}
    return tuple(each for each in figures if each not in applies)


BETTER: Mapping[str, tuple[Better, ...]] = {
    "overview": (_of_a_kind,),
    "program": (of_its_families, _of_whom, pointed.of_the_program),
    "directions": (of_its_families, pointed.of_a_direction),
    "section": (_meaning, pointed.of_a_direction),
    "compare": (of_its_families, _kinds_side_by_side, in_one_respect),
    "figure": (
        _of_a_material,
        _left_out,
        unwritten,
        pointed.beside_a_rule,
        _on_what_is_named,
        _on_what_is_alluded,
        _on_a_point,
    ),
    "requirements": (
        what_is_said_of_partners,
        _of_the_easiest,
        _of_a_kind,
        _of_whom,
        _who_leads,
        not_demanded,
        _left_out,
        _of_a_material,
        unwritten,
        _among_requirements,
        pointed.of_a_condition,
    ),
    "materials": (_of_one_material, _rule_beside_materials, pointed.of_a_paper),
    "other": (_of_a_material, pointed.of_the_unsaid),
    "technology": (pointed.of_a_thing, _on_programs_without_fields),
}
