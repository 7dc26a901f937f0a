"""Whether a message is but a business, named or described, whatever its intent: 高温高压球阀, 做精密铸造的，这个能申请什么项目.

Whoever says no more than what he does wants to know where that fits.
"""

from __future__ import annotations

import re

from bot.dialogue.order_words import CHECKING, ORDERED, TALK
from bot.dialogue.state import Utterance
from bot.dialogue.subject.nearness import LIKELY, PERHAPS, PLAINLY, plainly_described, resembles
from bot.dialogue.subject.placed import ORDINAL
from bot.dialogue.words import ASKING, CHINESE, CITING, REQUEST, SELF
from bot.guide.directions import named
from bot.guide.model import Guide
from bot.guide.outside import named_outside, outside
from bot.guide.search import quoted, speaks_of
from bot.guide.words import folded

# 这个能申请什么项目, 适合报哪一类, 归哪个专项: the question behind a business, in words that hold nothing of it.
ASKS_WHERE = re.compile(
    r"[，,。；;！!？? ]*(?:请问|想?问[问一]?下?|那|我们?|咱们?|他们|人家|公司|[这它]个?|这[种样类]的?|像这样的?|能不能|能|可以|该|应该|适合|适宜|够|想|要|去|往|算是?)*"
    r"(?:申请|申报|申|报|适合|归|属于|算|对口|对应|对|支持|走|符合|找|挂|靠|放|划|往|进|送)(?:得了|一下|得上)?(?:些|个|到|在|的是?)?(?:你们|局里|市里)?(?:什么|哪|啥)"
    r"(?:[一个些类种块条样边路摊门线项里]|口子|路子|门路|盘子|筐子?|专项|项目|方向|领域|科技|计划|市里的?|你们的?)*(?:的|上|去|报|申报|走|靠|呢|啊|呀|吗|里|比较?)*(?:好|合适)?[?？。！!~ ]*$"
    r"|[，,。；;！!？? ]*(?:请问|想?问[问一]?下?|那|我们?|咱们?|他们|人家|你们|科技局|局里|市里|这边|那边|[这它]个?|里面?)*(?:有没有|有无|还有|有)(?:什么|啥|哪[个条些]?|个|条)?(?:口子|路子|门路|渠道|盘子)"
    r"(?:可以?|能|好|给|去)*(?:走|报|支持|申请|申报|靠|扶持|管)?(?:得[了上])?(?:这[种类个样]|我们?)?(?:东西|的)?(?:没有?|吗|么|不|呢)?[?？。！!~ ]*$"
    r"|[，,。；;！!？? ]*(?:请问|那|这个?|[是归算]|属于|到底|究竟)*(?:哪(?:一?[个家]|一)?|谁)(?:处室?|科室?|部门|口子)?的(?:盘子|菜|活|摊子|地盘|业务|事)(?:呢|啊|呀)?[?？。！!~ ]*$"
    r"|[，,。；;！!？? ]*(?:我们?|咱们?|公司|现在|今年|就|想|要|求|准备|打算|帮忙?|能不能|麻烦|请)*(?:找|寻|选|推荐)(?:一?个|一下)?(?:合适|适合|对口|能报|匹配|对路)的(?:市级|科技)?(?:专项|项目|方向|类别|计划)(?:吗|呢|吧|来?报)?[?？。！!~ ]*$"
)
# 做宫腔镜的, 开发排课系统: what is done, in a clause that says so; 做科研的 and 做了三年 do not.
DOES = re.compile(
    r"(?:^|[，,。；;：:！!？?\s])(?:我们?|咱们?|本?公司|单位|企业|工厂|厂里?|一[家个]|这边|主要|专门|一直|目前|现在|自己|[是就在的想要]|准备|打算|计划)*"
    r"(?:[做搞造产种养]|开发|研发|研制|生产|制造|加工|从事)(?![了过得好完不到出大强成事什么哪啥几这那项起个]|科研|实业|研究|研发|技术|项目|企业|工作|生意|经营)[^，,。；;？?！!]{2,}"
    # 把钴提纯到五个九
    r"|把(?![我你您他她它这那])[^，,。；;？?！!]{1,10}(?:提[纯炼取]|精炼|冶炼|加工|[制做炼熬磨压烧织拉纺切焊轧]|分离|合成|回收|粉碎|发酵)(?:[成到为出]|一遍)(?!什么|啥|哪|多少)"
)
# What a thing is called that is made or done: 排课系统, 油气回收, 蜂胶加工.
PRODUCT = re.compile(
    r"(?:系统|平台|软件|小程序|装置|设备|仪器?|机器人|涂料|制剂|器件|传感器|[膜板管带片剂药箱泵阀灯车机柜窑炉]|加工|制造|回收|检测|监测|识别|治理|修复|筛查|处理|发电|改造|养殖|种植|栽培|育种)的?[。！!]*$"
)
STATED = 8  # characters that a statement has at least which is no name and no heading
SURE, HARDLY = 0.5, 2  # from how sure an intent is believed (hearing/leaning.py); characters beside a name
NEARLY, SHORTEST, LONGEST = 0.85, 4, 20  # how near, and how long, what is a business may be where nothing says so
# 评价入库流程, 系统网址: what is asked for by its name alone, of whatever office, and no business.
HEADING = re.compile(
    "(?:流程|办法|规定|手续|程序|步骤|网址|入口|文号|日期|时间|方式|通知|名单|标准|结果|政策)(?:呢|[。！!~ ])*$"
)
_APART = 0.7  # so plain a part of a message has to be by itself (PART in hearing/leaning.py)
OFF_TOPIC, HARDLY_ELSE = "out_of_scope", 0.9  # what seems to be none of the bot's business has to be nearer still
_FAVOUR = re.compile("(?:讲|说|写|唱|画|编|念|背|来)(?:一?[个首段篇则幅]|点儿?)")
OF_THE_GUIDE = ("program", "family", "section", "figure", "term")
TO_SOMEBODY = re.compile(r"[我你您他她它这那]")
# A check that is wanted, and no 筛查 or 检测 that is sold.
A_CHECK = re.compile(
    r"(?<![筛检普排调勘抽巡侦审核体搜])查(?!新|询系统)|核[对验]|评估(?!交易|平台|系统|机构|服务|软件|公司)|预审|测一?测|条件|符合|[能可]|申|报(?![警告废纸销])|看看|帮|请"
)
# What may stand before that question and is no business: who asks, whom, since when, and that he would like to know.
AROUND = re.compile(
    rf"{SELF.pattern}|您好|你好|老师|[我您你他]|同志|请|麻烦|想|要|帮忙?|给|了解|知道|咨询|清楚|看|问|说|讲|告诉|一[下看想]|到底|究竟|具体|今年|明年|现在|目前|那么?|这|都|还|就|是|的|呢|啊"
    r"|公司|企业|单位|高校|学校|院所|工厂|厂里?|合作社|项目|专项|个人|在[吗么不]|有[空人][吗么]?|报|一?个?事"
)
# 研究怎么保质期长一点, 电脑自己决定什么时候浇水: what somebody works on may be a question, and asks nothing.
# So is what sets something off (哪里漏了自己关阀, 谁来了就开门), and a question that a last clause says is studied.
WORKED_ON = re.compile(
    r"(?:研究|决定|解决|探索|判断|预测|知道|教会?|指导|优化|控制|监测|识别|计算)[^，。；]{0,4}(?:怎么样?|如何|什么时候|什么|哪[些个里]?|多少|几[时点])|几(?=[十百千万])|(?<=[十百千万])几"
    r"|(?:^|(?<=[，,。；;]))(?:我们|咱们?|就|[这那好])?几[个位家台亩口间](?!月)(?![^，,。；;]*[?？吗呢])"
    r"|(?:谁|哪[里儿个台根块条处]?|什么时候|啥时候|几点|怎么)[^，,。；;?？]{1,10}[，,]?(?:自己|自动|就(?!行|可以|够|好|能[申报])|立马|马上|立刻|系统|手机|后台|电脑)[^，,。；;?？]+(?<![吗呢么])"
    r"|(?:怎么|如何|怎样|咋)[^。;；?？报申专项科材条]*?[，,](?=[^，,。；;?？]{0,12}(?:[做搞弄干]|研究|琢磨|攻关|开发)的?[^，,。；;?？吗呢么报申]{0,8}[。！!]*$)"
    r"|(?:自动|(?:自己|机器|系统|电脑|手机|模型)(?:就|能|会|可以)*(?:知道|认|判|分|挑|算出|识别|看出))[^，,。；;?？]{0,4}(?:哪[一个些里家块种条]*|什么|啥|多少|几)(?![^，,。；;]*[?？吗呢])|(?<![讲说是做干管搞弄写用])(?:什么|啥)的(?=$|[，,。；;！!])|(?:[来打接]了?|热线|骚扰|诈骗|报警)电话"
)
# 自己能报不，还是…: a question that a comma ends.
OPEN_END = re.compile("(?<=[报行成能会可以])不(?=[，,。；;])")
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
    return not any(words.search(said) for words in (ASKING, OPEN_END, CITING, REQUEST, NO_BUSINESS))


def wants_a_favour(utterance: Utterance) -> bool:
    """Whether the assistant is plainly asked for something of its own making, whatever that is about: 讲个航天员的笑话."""
    plain = utterance.intent == OFF_TOPIC and utterance.confidence >= HARDLY_ELSE
    return plain and bool(_FAVOUR.search(utterance.text))


def only_scolds(utterance: Utterance) -> bool:
    """Whether nothing is asked and a part is plainly out of scope: 一群吃干饭的，回个话跟挤牙膏一样."""
    apart = any(name == OFF_TOPIC and chance >= _APART for name, chance, _ in utterance.parts)
    return apart and not ASKING.search(utterance.text)


def _is_small_talk(utterance: Utterance) -> bool:
    """Whether it is small talk beyond doubt, by a word for it: 讲得真明白，比打电话强多了."""
    words = TALK.get(utterance.intent)
    return bool(words and utterance.confidence >= HARDLY_ELSE and words.search(utterance.text))


def tells_a_business(guide: Guide, utterance: Utterance) -> bool:
    """Whether the message is but a business that some direction names, or that is of a kind that none does."""
    text = utterance.text
    known = named(guide, text)
    tells = known or outside(guide, text) or _seems_one(guide, utterance)
    if not tells or utterance.ids("program", "family", "section"):
        return False
    if _is_small_talk(utterance) or only_scolds(utterance):
        return False
    said = folded(text)
    for word in (*(folded(each.word) for each in known), *named_outside(guide, text)):
        said = said.replace(word, "某")  # 截止阀 and 保温材料 ask for no deadline and no materials
    return only_told(said)


def _seems_one(guide: Guide, utterance: Utterance) -> bool:
    """Whether words that nothing knows most likely tell of a business, by their meaning and by how they are put."""
    if quoted(guide, utterance.text) or ORDINAL.search(utterance.text):  # “规上工业企业”在指南中有无界定; 头一个没记全
        return False
    text = utterance.text.removesuffix(question_where(utterance.text))
    if DOES.search(text) or PRODUCT.search(text) and not TO_SOMEBODY.search(text):
        return resembles(guide, utterance.near, PERHAPS)
    if states(guide, utterance):
        return resembles(guide, utterance.near, HARDLY_ELSE if utterance.intent == OFF_TOPIC else LIKELY)
    short = SHORTEST <= len(text) <= LONGEST and utterance.confidence < SURE
    return short and not TO_SOMEBODY.search(text) and resembles(guide, utterance.near, NEARLY)


def states(guide: Guide, utterance: Utterance) -> bool:
    """Whether the message is a whole sentence that asks nothing, and names nothing of the guide that it could be about.

    What the guide leaves out is asked for by its own words: whoever says none of them wants none of it.
    """
    text = utterance.text
    unsaid = (each for each in guide.silent_topics if utterance.intent == f"ask_{each.topic}")
    named = any(speaks_of(each, WORKED_ON.sub("", text)) for each in unsaid) or utterance.ids(*OF_THE_GUIDE)
    free = not (named or HEADING.search(text))
    return free and len(CHINESE.findall(text)) >= STATED and only_told(text)


def named_alone(guide: Guide, text: str) -> bool:
    """Whether ``text`` is a name of a business and hardly anything else, so that it can ask for nothing (打印店)."""
    words = (*(folded(each.word) for each in named(guide, text)), *named_outside(guide, text))
    left = folded(text)
    for word in words:
        left = left.replace(word, "")
    return bool(words) and len(CHINESE.findall(left)) <= HARDLY


def wishes_a_check(text: str) -> bool:
    """Whether any word of ``text`` wishes for a check of the asker (包虫病筛查 does not)."""
    return bool(A_CHECK.search(text))


def leads_somewhere(guide: Guide, utterance: Utterance) -> bool:
    """Whether what is told leads to programs, or to none, by itself: by a name in it, as plainly described, as done."""
    text = utterance.text
    told = named(guide, text) or outside(guide, text) or DOES.search(text)
    return bool(told or plainly_described(guide, utterance.described, PLAINLY))
