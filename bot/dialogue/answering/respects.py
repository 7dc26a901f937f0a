"""Programs compared in one respect: 在人员方面有什么不同, 哪个要求有专门管理机构, 三个分别归哪里受理."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from bot.answers import contents, figures_meant, requirements, sections, thresholds
from bot.answers.reply import Reply, together
from bot.answers.subject import Subject
from bot.dialogue.office_words import WHOM
from bot.dialogue.state import Utterance
from bot.dialogue.subject.fields import held_together
from bot.dialogue.subject.which_demand import alike
from bot.dialogue.words import ASKING, COMPARING, IN_GENERAL, REQUEST
from bot.figures.wording.stance import clauses
from bot.guide.model import Guide
from bot.guide.search import wanting

_TAKES = re.compile(
    rf"{WHOM.pattern}|归哪[里儿边头]?|受理(?:科室|部门|单位|的?地方)?|(?:哪[里儿]|在哪)受理|[往去到]哪[里儿]?[交报送递]|[交送递]到?哪(?:[里儿边]|(?=[，,。？? ]|$))"
)
_SUPPORTS = re.compile("支持(?:的)?(?:内容|重点|什么|啥|哪些|方向|对象)")
_MATERIALS = re.compile(r"材料|资料|证明|(?:要|都|得)(?:交|提交|提供)(?:什么|啥|哪些)")
_RESPECT = re.compile(
    r"(?:在|对于?|就|从)(?P<about>[^，。？?]{1,12}?)(?:方面|上|这块|这一块|这一点|来看|都?有(?:没有)?(?:什么|啥|哪些)?(?:要求|规定|限制|门槛)|的(?:要求|规定|门槛))"
    r"|(?P<of>[^，。？?的]{2,8})(?:的|方面的?)?(?:要求|门槛|条件|规定|比例)(?:各|都|分别|有|哪|是|上|一|差|谁|不)"
    r"|(?:哪一?[个些边]|谁)(?:更|还|都)?(?:对|要求|需要|要|必须|得)(?P<needs>[^，。？?]{1,10})"
)

# Which is to be taken: of all that they demand, and what is named beside it is what the asker has (高企证在手，我该挑哪个).
_CHOOSES = re.compile(
    r"[咋怎如][么何]?[选挑报走]|[选挑]哪|该(?:选|挑|报|走|按)|[报走按放]哪|哪一?[个种边家里头][^，。]{0,4}(?:合适|适合|对路|划算|苛刻|容易|简单|稳)|对路|纠结|比比|捋|按[^，。]{1,8}[报走]还是按"
)
_NAMED = re.compile("某(?:指标|资质|地区)")


def in_one_respect(guide: Guide, subject: Subject, utterance: Utterance) -> Reply | None:
    """The programs side by side in the one respect that is asked about; None where the comparison is of all."""
    of_one = len(subject.programs) > 1 and not _in_all(utterance.text)
    replies = [each(guide, subject, utterance) for each in RESPECTS] if of_one else []
    found = [each for each in replies if each]
    if not found:
        return None
    reply = together(found)
    if reply.payload["topic"] == "section" and not COMPARING.search(utterance.text):
        return reply  # 三个分别归哪里受理
    return replace(reply, payload={**reply.payload, "topic": "compare", "programs": list(subject.programs)})


def _in_all(text: str) -> bool:
    """Whether all conditions are compared beside who takes them: 受理的科一样吗？条件有啥不同."""
    parts = [part.text for part in clauses(text)]
    general = any(IN_GENERAL.search(each) and COMPARING.search(each) and not _TAKES.search(each) for each in parts)
    return general and any(_TAKES.search(each) and not IN_GENERAL.search(each) for each in parts)


def in_a_respect(guide: Guide, subject: Subject, utterance: Utterance) -> Reply | None:
    """Who takes it or what is to be handed in, for every kind of applicant of one program; None where neither is asked."""
    replies = (each(guide, subject, utterance) for each in (_of_sections, _of_materials))
    return next(filter(None, replies), None)


def _of_figures(guide: Guide, subject: Subject, utterance: Utterance) -> Reply | None:
    figures = _figures_asked(guide, subject, utterance)
    tested = requirements.demanding(guide, figures, subject.programs)
    return thresholds.figure(guide, replace(subject, figures=figures)) if tested else None


def _figures_asked(guide: Guide, subject: Subject, utterance: Utterance) -> tuple[str, ...]:
    """What is named, else what the words of the respect are nearest to."""
    kinds = (each.kind for each in utterance.of(*held_together(guide)))
    named = tuple(dict.fromkeys([*subject.figures, *alike(guide, utterance), *kinds]))
    named = () if _only_told_before(guide, utterance, named) else named
    found = _RESPECT.search(utterance.masked)
    words = next(filter(None, found.groups())) if found else ""
    chooses = _CHOOSES.search(utterance.text)
    if named and (not chooses or _NAMED.search(words)):
        return named
    counted = figures_meant.of_kind(guide, replace(subject, text=words)) if words else ()
    return counted if chooses or counted or not words else figures_meant.related(guide, subject.programs, words)


def _only_told_before(guide: Guide, utterance: Utterance, figures: tuple[str, ...]) -> bool:
    """Whether what is named stands in what is told before all the conditions are compared: 收入两千万，要求对比一下."""
    places = [each.start for each in utterance.mentions if each.kind in figures or each.id in figures]
    general = [part for part in clauses(utterance.text) if IN_GENERAL.search(part.text) and _is_asked(part.text)]
    return bool(general) and not any(part.holds(place) for part in general for place in places)


def _is_asked(words: str) -> bool:
    return any(each.search(words) for each in (ASKING, REQUEST, COMPARING))


def _of_support(guide: Guide, subject: Subject, utterance: Utterance) -> Reply | None:
    return contents.program(guide, subject) if _SUPPORTS.search(utterance.text) else None


def _of_sections(guide: Guide, subject: Subject, utterance: Utterance) -> Reply | None:
    return sections.section(guide, subject) if _TAKES.search(utterance.text) else None


def _of_materials(guide: Guide, subject: Subject, utterance: Utterance) -> Reply | None:
    words = "，".join([utterance.text, *subject.terms])  # 查新 is the report's name, too
    named = wanting(subject.chosen(guide), words)
    return requirements.materials(guide, subject) if named or _MATERIALS.search(utterance.masked) else None


RESPECTS: tuple[Callable[[Guide, Subject, Utterance], Reply | None], ...] = (
    _of_figures,
    _of_support,
    _of_sections,
    _of_materials,
)
