"""What a running check is left for, or narrowed to: 换个专项, 兰白那个不用管了, 其他的不用看了."""

from __future__ import annotations

import re

from bot.answers.reply import Reply, render
from bot.dialogue.checking import check
from bot.dialogue.hearing.heard import Hearing
from bot.dialogue.state import Conversation
from bot.dialogue.subject.leaving import left_over, wanted_instead, wants_another, wants_no_others

Outcome = tuple[Conversation, Reply]
_ONLY = re.compile("(?<!不)(?:只|就|单|光)(?:是)?(?:想|要|用|打算|给我)?(?:[查看核测]|申?报)(?![过了完])")


def asks_for_another(this: Hearing) -> bool:
    """Whether another program is to be checked, and not said which."""
    named = this.utterance.ids("program", "family")
    return bool(this.conversation.check and not named and wants_another(this.utterance.text))


def ask_which(this: Hearing) -> Outcome:
    """Asks which program to check next; what was said is kept."""
    stopped = this.conversation.but(active=False, asked=None, number=None, choosing=True)
    return stopped, Reply(render("which_check"), {"kind": "talk", "topic": "stop"})


def narrows(this: Hearing) -> bool:
    """Whether the check of several programs is to go on without some of them, or only with the one talked about."""
    return bool(_left_over(this)) or _wants_no_others(this)


def only_wanted(this: Hearing) -> tuple[str, ...]:
    """The programs of a check of several that alone are to be checked on: 算了别都查了，只查外国专家那个; none where that is not said."""
    named = wanted_instead(this.utterance, this.guide, ()) if _ONLY.search(this.utterance.text) else ()
    return named if {*named} < {*this.conversation.check} else ()


def narrow(this: Hearing) -> Outcome:
    """The check of what is left; where nothing is left out, or it is not told what, the open question or how it stands."""
    rest = _left_over(this)
    if rest:
        going = this.conversation.but(check=rest, programs=check.subject_of(rest, this.conversation), hypothesis={})
        return check.introduced(this.guide, *check.proceed(this.guide, going))
    if len(this.conversation.check) > 1:
        return ask_which(this)
    return check.proceed(this.guide, this.conversation)


def _wants_no_others(this: Hearing) -> bool:
    return bool(this.conversation.check and wants_no_others(this.utterance.text))


def _left_over(this: Hearing) -> tuple[str, ...]:
    """The programs of the check that are to be checked on; none where none is left out."""
    whole, about = this.conversation.check, this.conversation.programs
    if _wants_no_others(this):
        return about if len(whole) > 1 and len(about) == 1 and about[0] in whole else ()
    return left_over(this.utterance, this.guide, whole)
