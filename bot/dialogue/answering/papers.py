"""Papers to hand in that are asked for by their names, and the rules beside programs that list none: 查新报告有没有有效期."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.answers import requirements, thresholds
from bot.answers.reply import Reply
from bot.answers.subject import Subject
from bot.answers.thresholds import as_requirement
from bot.dialogue.office_words import AND_THOSE, HANDED_IN
from bot.dialogue.state import Utterance
from bot.dialogue.subject.about import EXCEPT_FOR
from bot.dialogue.words import ASKING
from bot.figures.wording.denial import is_denial
from bot.figures.wording.stance import Clause, clauses
from bot.guide.model import Guide, Material
from bot.guide.search import PART_OF_A_NAME, longest_run, materials_named

LISTS = re.compile(
    r"(?:什么|哪些|哪几[个样种项份]|啥)(?:材料|资料|证明|东西|文件|附件)|清单|"
    + AND_THOSE
    + r"|(?:材料|资料)(?:都|要|得|需要?|有|包括|是|准备|提?交)*(?:哪|什么|啥)|(?:别的|其[他它余]|另外|剩下|后[面边]|还有)(?:还)?(?:有|是)?(?:什么|啥|哪)"
    r"|还(?:缺|差|少)(?:了|点|些)*(?:什么|啥|哪)|(?:材料|资料|证明)[^，。；？?]{0,4}(?:全部?|都|一起|一并|完整)[^，。；？?]{0,3}(?:列|说|念|发|给|讲)|(?:别的|其[他它余]|另外|剩下)"
)
# 我们自己这边得备好什么: what the asker is to have, and no papers.
HAD_READY = re.compile(
    r"(?:自己|自身|[我咱]们?[这单]|这边|这头|单位)[^，。；？?]{0,6}(?:准备|预备|备[好齐下]|具备)[^，。；？?]{0,4}(?:什么|啥|哪)"
)
PAPERS = re.compile("材料|资料|文件|附件|证明|证件|清单|表格|手续|合同|报告|[提递上]交|要交|都交|附|盖章")
PROOF = re.compile("证明|凭证|凭据|佐证|单据")
PROVES = re.compile("证明|材料|相关|及")  # in the names of several papers
OF_THAT = re.compile(r"^(?:行|好|嗯|哦|那么?|[，, ])*(?:这个?|它|那个?|拿|用|凭|要不要|需不需要)(?!份|张|些)")


def of_a_material(guide: Guide, subject: Subject, utterance: Utterance) -> Reply | None:
    """纳税证明是几年的 asks about something to hand in."""
    return None if subject.figures else of_one_material(guide, subject, utterance)


def of_one_material(guide: Guide, subject: Subject, utterance: Utterance) -> Reply | None:
    """查新报告有没有有效期 asks about something to hand in by its name, or by the figure that it proves (自己出的那部分要不要拿
    证明), and for no list."""
    figures = [guide.figure[each].name for each in subject.figures] if PROOF.search(subject.text) else []
    wanted = [(each, one) for each in subject.chosen(guide) for one in each.materials]
    proving = [(each, one) for each, one in wanted if any(_proves(one, name) for name in figures)]
    said = (subject.text, *(() if subject.figures else subject.terms))  # 查新, by the guide's own word for it
    by_name = [(each, one) for each, one in wanted if any(one in materials_named(each, text) for text in said)]
    own = by_name if not proving else [each for each in by_name if _is_called_by_more(each[1], subject.text)]
    named = proving + [each for each in own if each not in proving]
    parts = [*clauses(subject.text)]
    questions = sum(_names_something(part, utterance) for part in parts if ASKING.search(part.text))
    wanted_of = (part.text for part in parts if ASKING.search(part.text) or not is_denial(part.text))
    others = any(map(LISTS.search, wanted_of)) or EXCEPT_FOR.search(subject.text)
    listed = others or not named or questions > len(named)  # 查新报告找谁出？自筹证明又是啥样的
    return None if listed else requirements.one_material(guide, subject, named)


def _is_called_by_more(paper: Material, text: str) -> bool:
    """Whether more of the paper's name stands in the text than that it proves something: 纳税证明, beside 自筹的证明."""
    return bool(PROVES.sub("", longest_run(text, paper.name)))


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


def rule_beside_materials(guide: Guide, subject: Subject, utterance: Utterance) -> Reply | None:
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
