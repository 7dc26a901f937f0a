"""Whether a message is but a business, named or described, whatever its intent: 高温高压球阀, 做精密铸造的，这个能申请什么项目.

Whoever says no more than what he does wants to know where that fits.
"""

from __future__ import annotations

import re

from bot.dialogue.state import Utterance
from bot.dialogue.subject.nearness import PLAINLY, plainly_described
from bot.dialogue.words import ASKING, CHECKING, CHINESE, CITING, ORDERED, REQUEST, SELF
from bot.guide.directions import named
from bot.guide.model import Guide
from bot.guide.outside import outside
from bot.guide.words import folded

# 这个能申请什么项目, 适合报哪一类, 归哪个专项: the question behind a business, in words that hold nothing of it.
ASKS_WHERE = re.compile(
    r"[，,。；;！!？? ]*(?:请问|想?问[问一]?下?|那|我们?|咱们?|公司|[这它]个?|这[种样类]的?|像这样的?|能不能|能|可以|该|应该|适合|适宜|够|想|要|去|往|算是?)*"
    r"(?:申请|申报|报|适合|归|属于|算|对口|对应|支持|走|符合)(?:得了|一下|得上)?(?:些|个|到|的是?)?(?:什么|哪|啥)"
    r"(?:[一个些类种块条样边]|专项|项目|方向|领域|科技|计划|市里的?)*(?:呢|啊|呀|吗|里|比较?)*(?:好|合适)?[?？。！!~ ]*$"
)
# What may stand before that question and is no business: who asks, whom, since when, and that he would like to know.
AROUND = re.compile(
    rf"{SELF.pattern}|您好|你好|老师|[我您你他]|同志|请|麻烦|想|要|帮忙?|给|了解|知道|咨询|清楚|看|问|说|讲|告诉|一[下看想]|到底|究竟|具体|今年|明年|现在|目前|那么?|这|都|还|就|是|的|呢|啊"
    r"|公司|企业|单位|高校|学校|院所|工厂|厂里?|合作社|项目|专项|个人|在[吗么不]|有[空人][吗么]?|报|一?个?事"
)
# 研究怎么保质期长一点, 电脑自己决定什么时候浇水: what somebody works on may be a question, and asks nothing.
WORKED_ON = re.compile(
    r"(?:研究|决定|解决|探索|判断|预测|知道|教会?|指导|优化|控制|监测|识别|计算)[^，。；]{0,4}(?:怎么样?|如何|什么时候|什么|哪[些个里]?|多少|几[时点])|几(?=[十百千万])"
)
# Wishes, news, and what concerns a person rather than a firm.
NO_BUSINESS = re.compile(
    r"许可|证(?:书|照)?要|注册证|执照|资质证|备案|环评|安评|检验报告|帮我|给我|替我|教我|推荐|讲个|说个|唱|背一?[首段]|写[一个篇首段]|翻译|想?买|股[票市价]|大?[涨跌]|涨价|降价|坏了|疼|痛(?!风)|发烧|天气|笑话|心情|骂|傻|笨|垃圾[!！。]*$"
    r"|我(?!们|司|厂|校|院|所|单位|公司|市|省|县|国|区|是|想做|做|在做)|我(?:是|想做)?个人|[你您](?!好)|忽略|指令|提示词|新闻|怎么办|补贴|补助|名单|报销|退税|贷款|没有?[？?。]*$|吧[。!！]*$|了[吗没]|谢"
)


def question_where(text: str) -> str:
    """The question behind a business, of those that hold nothing of it; empty where there is none."""
    found = ASKS_WHERE.search(text)
    before = text[: found.start()] if found else ""
    checks = CHECKING.search(before) or ORDERED.search(before)
    return found[0] if found and CHINESE.search(AROUND.sub("", before)) and not checks else ""


def asks_of_nothing(text: str) -> bool:
    """Whether it is asked what may be applied for, and nobody and nothing is named that does: 在吗？今年能报什么专项."""
    found = ASKS_WHERE.search(text)
    return found is not None and not CHINESE.search(AROUND.sub("", text[: found.start()]))


def only_told(text: str) -> bool:
    """Whether ``text`` tells of a business without a question but where it belongs."""
    said = WORKED_ON.sub("", text.removesuffix(question_where(text)))
    return not any(words.search(said) for words in (ASKING, CITING, REQUEST, NO_BUSINESS))


def tells_a_business(guide: Guide, utterance: Utterance) -> bool:
    """Whether the message is but a business that some direction names, or that is of a kind that none does."""
    text = utterance.text
    known = named(guide, text)
    if not (known or outside(guide, text)) or utterance.ids("program", "family", "section"):
        return False
    said = folded(text)
    for each in known:
        said = said.replace(folded(each.word), "")  # 截止阀 and 保温材料 ask for no deadline and no materials
    return only_told(said)


def leads_somewhere(guide: Guide, utterance: Utterance) -> bool:
    """Whether what is told leads to programs by itself, by a name in it or as plainly described."""
    return bool(named(guide, utterance.text) or plainly_described(guide, utterance.described, PLAINLY))
