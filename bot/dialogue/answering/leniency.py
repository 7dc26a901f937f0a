"""Whether a rule may be bent of which a number falls short: 差这150万能通融吗, of what is demanded in principle."""

from __future__ import annotations

from bot.answers.phrases import sections_of
from bot.answers.reply import Reply, followed_by, render
from bot.answers.subject import Subject
from bot.dialogue.hearing.beyond import LENIENCY
from bot.figures.values import Figures
from bot.guide.model import Guide


def with_leniency(guide: Guide, about: Subject, known: Figures, reply: Reply) -> Reply:
    """``reply`` on a rule, with how far it is one in principle and who decides, where it is asked if it may be bent."""
    programs = [guide.program[each] for each in reply.payload.get("programs", ())]
    cited = {(each["clause"], each["quote"]) for each in reply.payload.get("citations", ())}
    rules = [one for each in programs for one in each.requirements if (one.clause, one.quote) in cited]
    if not (LENIENCY.search(about.text) and rules) or reply.payload["kind"] != "answer":
        return reply
    sections = sections_of(programs, {**known, **about.known})
    in_principle = all(each.strength == "in_principle" for each in rules)
    return followed_by(reply, render("leniency", in_principle=in_principle, sections=sections))
