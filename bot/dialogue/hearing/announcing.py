"""What a colon announces is told in clauses of its own: 新型研发机构：在兰州注册, 情况是这样：…, 看看能报哪些项目：有…."""

from __future__ import annotations

import re

from bot.dialogue.state import Utterance
from bot.dialogue.words import ANY_OF_THEM

HEADS = re.compile("[能可以报申请得成不行够格合符吗么呢吧看下查核对条件要求情况怎样如何的是否我们先请帮]{0,12}[:：]")
ANNOUNCED = re.compile(r"(?<=报|下|况|息|据|绍)[:：]|(?<=这样)[:：]|(?<=[给发报告][你您])[:：]")
ASKED_AHEAD = re.compile(rf"(?:{ANY_OF_THEM.pattern})[^，。；;：:]{{0,6}}(?P<stop>[:：])")  # 看看能报哪些项目：有…


def headed(text: str, utterance: Utterance) -> str:
    """``text`` with a comma for the colon behind a heading: 新型研发机构：在兰州注册, 想申报：研发人员20名, 情况如下：…."""
    letters = list(ANNOUNCED.sub("，", text))
    for asked in ASKED_AHEAD.finditer(text):
        letters[asked.start("stop")] = "，"
    for each in utterance.of("program", "family"):
        if found := HEADS.match(text, each.end):  # 重大专项报得成不：企业，工业口的
            letters[found.end() - 1] = "，"
    return "".join(letters)
