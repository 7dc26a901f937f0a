"""Names of programs that are things which the asker has or lacks (有研发平台, 研发平台有), or the office where he works."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace

from bot.dialogue.state import Mention, Utterance
from bot.dialogue.subject.beside import NAMES, is_lacked, of_all

# 有研发平台，人员满足 and 没有研发平台: what is had; 有研发平台专项吗 asks for a program.
_HAD = re.compile(
    r"(?:^|[，,。；;、我们司位校院所厂也都还已])(?:没?有|建了|建有|设有|拥有|具备|自有)(?:自己的|稳定的|一?个|省级|市级|内部)?$"
)
# 创新平台和人员设备都没问题: the platform is one of several things that are there.
_AND_MEANS = re.compile("(?:的?条件)?[、，和与及跟]?(?:科研|科技|技术)?(?:人员|设备|条件)")
# 研发平台和人员都具备 tells of what is there, 研发平台和人员的要求 does not.
_WITH_MEANS = re.compile(
    "[、和与及跟](?:科研|科技|技术)?(?:人员|设备|团队|人)[^，。；;？?要]{0,4}(?:具备|都有|齐[了备全]|[足都]够|都没问题|满足|不缺)"
)
# 我是学校成果转化处的, 我们产学研办公室想问: where somebody works.
_AN_OFFICE = re.compile(
    "(?:管理|服务|推广|促进|推进|工作|运营)?(?:办公室|办|处|中心|部门?|科|岗)(?=的(?:[，,。；;、！! ]|$|人|老师|同志)|[，,。；;、]|工作|老师|主任|同志|这边|[想要来]|请问|$)"
)
_HAD_ENDS = re.compile(r"[了的]?(?:[，,。；;、！!]|$)")
# 重大专项，…，研发平台有 and 孵化器有一个: what is had beside the program that is meant.
_THING = re.compile(
    r"(?:^|[，,。；;、！! ])(?:(?:我们?|咱们?|公司|单位|企业|自己|自有)+的?)?[^，,。；;、！! ]{0,6}(?:平台|机构|孵化器|空间|载体|基地|中心|科技园)$"
)
_HAD_BEHIND = re.compile(
    r"(?:也|都|我们|自己|倒是?|目前|现在|已经?|暂时|还)*(?:有|没有?|无|具备|[建设办](?:了|成|好|有)|没[建设办])(?:了|着|的|自己的?|[一两二三四五六七八九\d]+[个家座处])*[的呢呀啊吧]*(?:[，,。；;、！!]|$)"
)


def without_what_is_had(utterance: Utterance, checked: tuple[str, ...]) -> Utterance:
    """``utterance`` without such names; ``checked``: the programs (ids) of the check."""
    programs = {*checked, *utterance.ids("program", "family")}
    kept = (each for each in utterance.mentions if not _is_no_program(utterance, each, programs))
    return replace(utterance, mentions=tuple(kept))


def _is_no_program(utterance: Utterance, name: Mention, programs: Collection[str]) -> bool:
    text = utterance.text
    if name.kind in NAMES and is_lacked(text, name) and not of_all(text, utterance.mentions):
        return True
    if name.kind == "family":
        return bool(_AND_MEANS.match(text, name.end))
    return name.kind == "program" and (
        _is_had(text, name) or _is_had_beside(text, name, programs) or bool(_AN_OFFICE.match(text, name.end))
    )


def _is_had(text: str, name: Mention) -> bool:
    had = _HAD.search(text[: name.start]) and _HAD_ENDS.match(text, name.end)
    return bool(had or not name.text.endswith("专项") and _WITH_MEANS.match(text, name.end))


def _is_had_beside(text: str, name: Mention, programs: Collection[str]) -> bool:
    """Whether another of the ``programs`` is meant, and this is had or not: of 兰白没有 it is asked what it demands."""
    thing = {*programs} - {name.id} and _THING.search(text[: name.end])
    return bool(thing and _HAD_BEHIND.match(text, name.end))
