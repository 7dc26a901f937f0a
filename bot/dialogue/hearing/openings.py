"""What people open with who know no program: 有啥补贴没, 今年有没得啥政策; and what they ask when all is handed in: 多少天批下来."""

from __future__ import annotations

import re

from bot.dialogue.hearing.message import Message

_AROUND = (
    "(?:您|你)?好|老师|同志|师傅|领导|请问|问一?下|想问|打听一?下|咨询一?下|我们?|咱们?|你们?|这边|这里|那边|今年|现在|目前|最近|政府|国家|市里|县里|区上"
    "|科技局|农民|[这那]边?|搞科技|科技|科研|项目|到底|的|[，,。！!？? ]"
)
_MONEY = "补贴|补助|奖补|奖励|资助|钱|资金"
_HELP = f"(?:{_MONEY}|扶持|支持|帮扶|好?政策)"
_WHAT = "(?:没有?|没得|得没得|无)?(?:什么|啥|哪些|些啥|点啥|点|些)?"
_SUPPORT = re.compile(
    rf"(?:{_AROUND})*有{_WHAT}(?:{_AROUND})*{_HELP}+(?:政策)?(?:没有?|没得|[吗么不呢嘛撒]|[，,。！!？? ])*"
)
_OF_MONEY = re.compile(_MONEY)
_WHEN = "(?:多少天|多久|多长时间|几个?(?:天|月|周|星期|礼拜)|啥时候|什么时候|何时|哪天)"
_DECIDED = "(?:审?批(?!次|钱|款|经费|多少|给|[^，。]{0,2}(?:钱|款|资金|经费))|审[核完]|评[审完]|[出有]结果|知道结果)"
_WHEN_DECIDED = re.compile(
    rf"{_WHEN}(?:才|能|会|可以|给|就|[ ])*{_DECIDED}|{_DECIDED}(?:下来|完|出来|一般|大概|得|要|需要?|等|到|[ ])*{_WHEN}"
)


def support_asked_for(this: Message) -> tuple[str, ...]:
    """The topics of a message that asks but whether there is any support: what programs there are and, of money, that no amount
    is told; of a program in hand its amount alone. None where it asks something else."""
    if (
        not _SUPPORT.fullmatch(this.utterance.text)
        or this.conversation.check
        or this.utterance.ids("program", "family")
    ):
        return ()
    of_money = ("amount",) if _OF_MONEY.search(this.utterance.text) else ()
    return of_money if this.conversation.programs else ("overview", *of_money)


def asks_when_it_is_decided(this: Message) -> bool:
    """Whether it is asked how long it takes until something is granted, and not until when one may apply: 大概多少天批下来."""
    return bool(_WHEN_DECIDED.search(this.utterance.text)) and not this.conversation.asked
