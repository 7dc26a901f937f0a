"""Several things that people judge, of which it is asked at once whether a number is set: 人才团队、资产规模有没有具体数."""

from __future__ import annotations

import re

from bot.answers import pointed
from bot.answers.reply import Reply
from bot.answers.subject import Subject
from bot.dialogue.state import Utterance
from bot.dialogue.words import AND
from bot.guide.model import Guide, Judged
from bot.guide.points import Point, points
from bot.guide.search import in_common

_THING = "[\u4e00-\u9fff]{2,8}?"
_ASKED = re.compile(
    rf"(?P<things>{_THING}(?:[、和跟与及]{_THING})+)(?:这[两几]项|方面)?(?:都|各|分别|又)?(?:有没有|有无|有)(?:什么|啥|具体|明确|硬性|量化)*的?"
    r"(?:数字?|数值|数量|指标|标准|要求|规定|门槛|说法)"
)
_PLAIN = 2  # characters that the words have in common at least


def on_each_of_them(guide: Guide, subject: Subject, utterance: Utterance) -> Reply | None:
    """The sentence on each of the things, where the one program has one for all of them that people judge; else None."""
    found = _ASKED.search(utterance.without("program", "family"))
    if found is None or len(subject.programs) != 1 or subject.figures:
        return None
    things = AND.split(found["things"])
    judged = [each for each in points(guide)[subject.programs[0]] if isinstance(each.source, Judged)]
    spoken_of = [next((each for each in judged if _is_of(each, thing)), None) for thing in things]
    of_all = [each for each in spoken_of if each]
    if len(of_all) != len(things):
        return None
    return pointed.points(guide, subject, list(dict.fromkeys(of_all)), "".join(things))


def _is_of(point: Point, thing: str) -> bool:
    shared = in_common(point.quote.quote, thing)
    return shared >= _PLAIN and 2 * shared >= len(thing)
