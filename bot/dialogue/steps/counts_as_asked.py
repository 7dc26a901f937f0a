"""Whether something counts as what a check is just asking for, of which the guide says no more than its words: 有个学校给挂的试验站，算不算
这个; or will do for it, in a word of it: 必须是自己的专利吗，高校授权给我们用的行不行."""

from __future__ import annotations

import re

from bot.answers import thresholds
from bot.answers.phrases import sections_of
from bot.answers.reply import Reply, followed_by, preceded_by, render
from bot.answers.requirements import demanding
from bot.answers.subject import Subject
from bot.answers.thresholds import as_requirement
from bot.dialogue.checking import check
from bot.dialogue.checking.noting import IN_A_ZONE, is_of_a_zone
from bot.dialogue.hearing.heard import Hearing
from bot.dialogue.hearing.put_up_words import FINE, MUST
from bot.dialogue.state import Conversation
from bot.dialogue.words import ASKING
from bot.guide.model import Figure

_COUNTS = re.compile(
    r"算不算|不就(?:是|算)[^，。；]{1,8}[吗么嘛]|是不是也?算|(?:也|能|可以|这)算(?:是)?(?:这个|有|在内|数|一个|的)?[吗么吧不](?=$|[？?。！!])"
)
_BESIDE = ("program", "family", "technology", "figure")


def counts_as_asked(this: Hearing) -> tuple[Conversation, Reply] | None:
    """The rule that is asked for, said to leave it open, and the question again; None where it is of anything that is named."""
    if seat := _of_a_zone(this):
        return seat
    asked = this.guide.figure.get(this.conversation.asked or "")
    named = any(each.kind not in _BESIDE for each in this.utterance.mentions)
    named = named or bool(demanding(this.guide, this.utterance.ids("figure"), this.conversation.check))
    if asked is None or asked.kind != "yes_no" or this.heard.readings:
        return None
    if _will_do(this, asked):
        return this.conversation, check.asked_again(this.guide, this.conversation, _rule(this, asked))
    if named or not _COUNTS.search(this.heard.text):
        return None
    return _left_open(this, asked)


def _of_a_zone(this: Hearing) -> tuple[Conversation, Reply] | None:
    """The same of where one is registered, in a check that asks if that is within what the guide names: 注册在兰州高新区，算不算."""
    needed = demanding(
        this.guide,
        [each.id for each in this.guide.figures if is_of_a_zone(this.guide, each.id)],
        this.conversation.check,
    )
    zone = next((each for each in this.guide.figures if needed and is_of_a_zone(this.guide, each.id)), None)
    placed = IN_A_ZONE.search(this.heard.text) and _COUNTS.search(this.heard.text)
    named = zone and zone.id in this.utterance.ids("figure")
    return _left_open(this, zone) if zone and placed and not named else None


def _left_open(this: Hearing, asked: Figure) -> tuple[Conversation, Reply]:
    rule, sections = _rule_and_sections(this, asked, this.heard.text)
    words = render("counts_open", sections=sections)
    return this.conversation, check.asked_again(this.guide, this.conversation, preceded_by(rule, words))


def _will_do(this: Hearing, asked: Figure) -> bool:
    """Whether it is asked in a word of the figure if something has to be, or will do for it, and no other condition is named."""
    text = this.heard.text
    judged = FINE.search(text) or MUST.search(text)
    others = {each.id for each in this.utterance.of("figure")} - {asked.id}
    own = any(len(word) > 1 and word in text for word in (*asked.own_words, *asked.names))
    free = not (this.utterance.ids("program", "family") or demanding(this.guide, others, this.conversation.check))
    return bool(judged and own and free and ASKING.search(text))


def _rule(this: Hearing, asked: Figure) -> Reply:
    # By its own name: 必须是专利吗 may ask for more than the rule demands, and is not to be said to be so.
    rule, sections = _rule_and_sections(this, asked, asked.name)
    return followed_by(rule, render("left_to_the_section", sections=sections))


def _rule_and_sections(this: Hearing, asked: Figure, text: str) -> tuple[Reply, tuple[str, ...]]:
    """The rule of the check on the figure, as ``text`` asks of it, and whom to ask of that."""
    known = this.conversation.figures
    about = Subject(programs=this.conversation.check, figures=(asked.id,), known=known, text=text)
    rule = as_requirement(thresholds.figure(this.guide, about))
    return rule, sections_of((this.guide.program[each] for each in rule.payload["programs"]), known)
