"""Whether a word that is also an adjective is used as a name: 重大和兰白, but 重大突破 and 意义重大 are none."""

from __future__ import annotations

import re

# What it is said of, before or behind it, takes the word for an adjective.
SAID_OF = re.compile(r"(?:意义|关系|影响|责任|损失|任务|贡献|事关|更|最|很|太|较|极|特别|十分|非常|极其|极为)$")
# Whoever applies for it names it, whatever follows: 走重大划算.
APPLIES = re.compile(r"(?:报|走|冲|够|牵头|申请|选|投)$")
# A word for a change (产业化) is one where it is what somebody does, or what comes of something.
A_CHANGE = re.compile(r"化$")
DONE = re.compile(
    r"(?:做|搞|进行|实现|推进|推动|走向|加快|促进|实施|完成|成果|专利|技术|转让|转化|规模|研发|开发|中试)的?$"
)
# Words of the language that go on after a name: particles, conjunctions, verbs that ask or belong, the end.
GOES_ON = re.compile(
    r"$|[\s，,。；;、？?！!：:）)”』」]|[和跟与同及比里类那这它归要有可算呢吗么嘛吧啊是还或不咋怎哪啥什多最得卡由让对该报申评又也都一划]|的?(?=该|找|寻|谁)|需(?!求)|能(?!源)"
    r"|的?(?:条件|要求|门槛|材料|资料|自筹|比例|总投资|投资|收入|科室|受理|方向|领域|截止|电话|边边|话|呢|事)|的(?=还是|[呢吗跟和与比那要得有就是都也，,])|以及|分别|各自|专门|下面|底下|今年"
)


def stands_alone(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` qualifies nothing and is said of nothing."""
    before = text[:start]
    if A_CHANGE.search(text[start:end]) and DONE.search(before):
        return False
    return bool(APPLIES.search(before) or GOES_ON.match(text, end) and not SAID_OF.search(before))
