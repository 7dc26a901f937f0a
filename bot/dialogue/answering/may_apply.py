"""Whether a kind of applicant may apply: 社发专项医院能报吗, 重大专项我们学校能牵头报吗; beside whom to turn to, too: 我们是事业单位，
能报重大专项吗，归哪个科. The rule on who applies is the answer, and where there is none, that anybody is left free to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.answers import applicants, requirements, thresholds
from bot.answers.checks import WHO
from bot.answers.reply import Reply, together
from bot.answers.subject import Subject
from bot.answers.thresholds import as_requirement
from bot.dialogue.hearing.put_up_words import MUST
from bot.dialogue.state import Mention, Utterance
from bot.dialogue.subject.supported_kinds import sentences_on
from bot.dialogue.words import LISTING
from bot.figures.stated.chosen import is_not_founded
from bot.figures.stated.no_unit import person_asked
from bot.figures.wording.kinds import KIND
from bot.figures.wording.stance import Clause, asks, clauses
from bot.guide.model import Guide

_MAY = re.compile(
    r"(?:能不能|可不可以|能否|可否|能|可以|有没有资格|够不够格)(?:来|去|也|单独|自己|牵头|直接)*(?:申?报|申请|牵头)(?![什哪啥谁几])[^，。；？?什哪啥谁几]{0,16}[吗么不?？]?$"
)
_WHETHER = re.compile(
    rf"{_MAY.pattern}|(?:[行成中可]不[行成中可]|(?:[行成]|可以|要得)(?:[吗么嘛不]|没有?))$"
    r"|(?:让不让|准不准|许不许|收不收|接不接受|允不允许|有没有资格|有资格|够格)[^，。；？?]{0,8}$"
)
_ANYBODY = re.compile(
    r"谁都|任何(?:单位|机构|人)|(?:什么|啥|哪(?:类|种|个)?)(?:样的?|类)?(?:单位|机构|主体|人)都|是个(?:单位|公司)就"
)
_SAID = re.compile(
    "(?P<say>[写说讲提])没(?P=say)|有没有(?:[写说讲提]|规定)|(?<!能)不(?:能|让|许|准)"
)  # 写没写高校不能牵头
_AS_SUCH = re.compile(
    "(?:申[报请]|主体)(?:单位|主体)?(?:的)?资格[^，。；？?]{0,4}(?:具备|符合|有没有|够|满足|行)"
)  # 主体资格是否具备
_PARTNER = re.compile(
    r"(?:[只仅]有|设有?|成立)了?(?:一?[个家])?[分子]?$|[分子]$|(?:[拉找带跟和与同请绑搭配]|联合|合作)[上着了到]?[^，。；]{0,6}$"
)
_JOINS = re.compile(r"[^，。；]{0,6}(?:作为|当)?(?:参与|参加|加入|合作(?!社)|联合|共[建同]|一[起块道]|搭[伙档]|配合)")


def whether_it_may(guide: Guide, subject: Subject, utterance: Utterance) -> Reply | None:
    """Whether the kind that is named may apply for the one program; None where no kind is, or it is not whether it may."""
    if len(subject.programs) == 1 and _AS_SUCH.search(utterance.text) and not LISTING.search(utterance.text):
        ruled = requirements.demanding(guide, [WHO], subject.programs)
        return _by_the_rule(guide, subject, []) if ruled else None
    asking, kinds = _asking(utterance), _kinds(utterance)
    anybody = not kinds and any(_ANYBODY.search(part.text) for part in asking)
    listed = LISTING.search(utterance.text) and not anybody  # 谁都能报 asks for no list
    other = MUST.search(utterance.text) or _SAID.search(utterance.text) or listed or person_asked(utterance.text)
    if len(subject.programs) != 1 or not asking or other:
        return None
    word = kinds[0].text if len(kinds) == 1 else _unlisted(utterance.text)
    if not (word or anybody):
        return None
    if requirements.demanding(guide, [WHO], subject.programs):
        return _by_the_rule(guide, subject, kinds)
    choices = [each for each in guide.figure[WHO].choices if any(each.id == one.id for one in kinds)]
    said = sentences_on(guide, guide.program[subject.programs[0]], choices)
    return applicants.of_any_kind(guide, subject, "" if anybody else word, said)


def _by_the_rule(guide: Guide, subject: Subject, kinds: Sequence[Mention]) -> Reply | None:
    """The rule on who applies, and how the kind stands to it where the guide's list has a name for it."""
    if kinds:
        return requirements.for_kind(guide, replace(subject, figures=(WHO,)))
    return as_requirement(thresholds.figure(guide, replace(subject, figures=(WHO,), known={}, told={})))


def _asking(utterance: Utterance) -> list[Clause]:
    """The clauses that ask if somebody may, and not whether some condition is met."""
    parts = ((part, part.text.rstrip("，,；;。！!？?~ 啊呀呢的")) for part in clauses(utterance.text))
    return [
        part
        for part, text in parts
        if _MAY.search(text)
        or _WHETHER.search(text)
        and _names_a_kind(utterance, part)  # 厂区在白银，放那边行吗 asks of no kind
        or _ANYBODY.search(text)
        and asks(part.text)
    ]


def _names_a_kind(utterance: Utterance, part: Clause) -> bool:
    return bool(re.search(KIND, part.text)) or any(part.holds(each.start) for each in utterance.of(WHO))


def _kinds(utterance: Utterance) -> list[Mention]:
    """The kinds of the guide's list that are named as who applies, each once."""
    text = utterance.text
    named = [each for each in utterance.of(WHO) if not is_not_founded(text, each.start, each.end)]
    alone = [each for each in named if not (_PARTNER.search(text[: each.start]) or _JOINS.match(text, each.end))]
    return list({each.id: each for each in alone}.values()) if len(alone) == len(named) else []


def _unlisted(text: str) -> str:
    """The kind that no list of the guide need hold, where it is who applies: 医院, 合作社."""
    found = re.search(KIND, text)
    joins = found and (_PARTNER.search(text[: found.start()]) or _JOINS.match(text, found.end()))
    return found.group() if found and not joins else ""


def with_whether_it_may(
    guide: Guide, about: Subject, topics: Sequence[str], utterance: Utterance, reply: Reply
) -> Reply:
    """``reply`` on the section, with the rule on who applies for the one program where it is asked if the kind told may."""
    asked = any(_MAY.search(part.text.rstrip("，,；;。！!？? ")) for part in clauses(utterance.text))
    if not asked or tuple(topics) != ("section",) or len(about.programs) != 1 or WHO not in about.known:
        return reply
    rule = requirements.for_kind(guide, replace(about, figures=(WHO,)))
    return together([reply, rule]) if rule and reply.payload["kind"] == "answer" else reply
