"""Whether something has to be of a level, or may be of a lower one, where no condition of the program names any: 市级的孵化器行吗,
是不是非得省级. That none does is the answer, with where the guide speaks of levels, and not all conditions there are."""

from __future__ import annotations

import re

from bot.answers import thresholds
from bot.answers.phrases import possible_sections
from bot.answers.reply import Reply, answer, render, silent, together
from bot.answers.requirements import requirements
from bot.answers.subject import Subject
from bot.dialogue.hearing.put_up_words import COUNTS, FINE, MUST
from bot.dialogue.state import Utterance
from bot.dialogue.subject.fields import held_together
from bot.dialogue.words import IN_GENERAL
from bot.figures.wording.levels import LEVEL, names_only_a_level
from bot.figures.wording.stance import asks, clauses
from bot.guide.model import Guide
from bot.guide.search import presented

_LEVEL = re.compile("(?:国家|省部?|部|市|区|县|州|校)级")
_MAY = re.compile("(?:能不能|能否|可不可以|能|可以)(?:申?报|申请|参加)|支[不没]支持|支持[吗么不]")


def level_unsaid(guide: Guide, subject: Subject, utterance: Utterance) -> Reply | None:
    """That no level is demanded by the one program, with its sentences that name levels; what demands one, where nothing but that is
    asked (省级的才行？); else None."""
    whole = names_only_a_level(utterance.text)
    asked = whole or _levels_asked(utterance)
    held = utterance.of(*held_together(guide))  # 市级专精特新 is of what one holds
    if len(subject.programs) != 1 or not asked or held:
        return None
    program = guide.program[subject.programs[0]]
    rules = [each for each in program.requirements if _LEVEL.search(each.quote)]
    if rules or any(_LEVEL.search(each.quote) for each in program.judged):
        above = [each for each in rules if re.search(LEVEL, each.quote)]  # 市级 stands in names, too
        return thresholds.these(guide, subject, [(program, above)]) if above and whole else None
    said = [each for each in presented(guide, program) if _LEVEL.search(each.quote)]
    sections = possible_sections(program, subject.known)
    text = render("level_unsaid", program=program.name, said=said, sections=sections)
    if said:
        reply = answer("requirements", [program.id], said, text)
    else:
        reply = silent("requirements", [program.id], sections, text)
    general = any(IN_GENERAL.search(part.text) and not _LEVEL.search(part.text) for part in clauses(utterance.masked))
    return together([reply, requirements(guide, subject)]) if general and asks(utterance.text) else reply


def _levels_asked(utterance: Utterance) -> bool:
    """Whether a level is named, in no program's name, where something is put up for judgment."""
    plain = utterance.without("program", "family")
    judged = any(words.search(plain) for words in (MUST, FINE, COUNTS, _MAY))
    return judged and bool(_LEVEL.search(plain))
