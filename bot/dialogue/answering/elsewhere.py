"""What is another authority's business: other cities, the province, other offices, how a status is awarded."""

from __future__ import annotations

import re

from bot.dialogue.state import Conversation, Utterance
from bot.dialogue.subject.fields import held_together
from bot.dialogue.words import ASKING, ELIGIBLE
from bot.figures.wording.stance import asks, clause_at, clauses
from bot.guide.model import Guide
from bot.guide.search import wanting

CITIES = (
    "白银|定西|天水|武威|张掖|金昌|嘉峪关|酒泉|平凉|庆阳|陇南|临夏|甘南|西宁|银川|西安|咸阳|宝鸡|成都|重庆|北京|天津|乌鲁木齐|呼和浩特"
    "|郑州|武汉|长沙|合肥|南京|杭州|苏州|宁波|青岛|济南|太原|石家庄|沈阳|大连|长春|哈尔滨|昆明|贵阳|南宁|南昌|福州|厦门|海口|拉萨"
)
ANOTHER_LEVEL = re.compile(rf"(?:国家级?|省级?|省里|省上|区级|县级|区县级|厅里|外省|外市|(?:{CITIES})市?)的?市?级?$")
ANOTHER_CITY = re.compile(
    r"(?:^|[^\u4e00-\u9fff]|[在到去问是])(?!我们|咱们|你们|他们|今年|明年|去年|现在|目前|眼下|请问|想问|听说|年度?)[\u4e00-\u9fff]{2,3}(?<![全咱本我你们到在给报去列年度归由向属往找交是])市(?:的?(?:科技局|科技计划|专项|项目|补贴|政策)|有没有|有啥|有什么|也有)"
    rf"|(?<![和跟与同从在由])(?:{CITIES})市?(?:那边|这边)?的?(?:今年|明年|去年|最近|现在)?的?(?:市级?)?(?:重大|科技|专项|项目|补贴|政策|有没有|有啥|呢|(?:出|发|下)?(?:申报)?(?:指南|通知))"
)
AWARD = re.compile(
    r"(?:企业)?(?:的|证书?|资质|资格|牌子)*(?:怎么|如何|的|要|去哪|在哪|都)?(?:申报|申请)?(?:认定|评定|复审|申办|办理|评审|续期|续证|换证|补办|年审|年检)(?!不)"
    # 高企证书怎么去办, 那牌子上哪儿评: how one comes by it
    r"|(?:企业)?(?:的|[这那]个?|证书?|资质|资格|牌子|称号)*(?:到底|都|又|该)*(?:怎么|如何|咋|咋样|[去上到在]?哪[里儿]?|找谁)(?:才|能|个|样|去|来)*"
    r"(?:(?<![么何咋])办(?!公)|办(?=下来|证)|评(?!审)|拿|考|入库|升规|获得|取得|申请(?:下来|到|[，,。？? ]|$))"
)
# 我们高企证明年到期，重新认定要准备哪些东西: how one keeps it.
RENEWS = re.compile(
    r"(?:[那想要得再该去，, ]|重新|怎么|如何|咋|今年|明年|现在)*(?:认定|评定|复审|复核|续期|续证|换证|换发|年审|年检|补办|延期)(?!不|标准|期间)"
)
# 我想认高企，科技人员要占几成: of whoever wishes to come by one, how much that takes.
TO_COME_BY = re.compile(
    r"(?:想|要|打算|准备|计划|申请|申报)(?:去|来|先|着)*(?:认定?|评定?|冲|考|申请?|申报|办)(?:一?个|下|上|成)?(?:国家级?|省级?)?的?$"
)
OTHER_OFFICES = re.compile(
    r"(?:科技[厅部]|发改[委局]|工信[局厅部委]|农业农村[局厅部]|商务[局厅部]|人社[局厅部]|财政[局厅部]|教育[局厅部]|文旅[局厅部]|市场监管[局总]|知识产权局|税务?局|国税|地税|社保局|医保局|公安局?|派出所|城管|环保局|生态环境[局厅]|住建[局厅]|自然资源局|卫健委|住建(?!筑)|海关|法院|自然科学基金)|职称[^，。]{0,4}评[审定]|评(?:[正副]?高级?)?职称"
)
# Programs of the state and the province by their own names: 省重点研发计划, 国家自然科学基金, 科技部重点专项.
OF_ANOTHER_LEVEL = re.compile(
    r"(?:国家|省|科技部|工信部|教育部|甘肃)(?:级|里|上|的)?(?:重点研发|自然科学|自然|青年科技|杰出青年|重大科技|科技重大|科技创新(?!型)|科技支撑|社科|火炬|星火|科普|技术创新引导|中小企业)[^，。]{0,4}(?:计划|专项|基金|项目)"
)
# Whoever has had one asks what that means here: 拿过省重点研发计划，还能报吗.
HELD = re.compile(r"承担|立项|获得|拿[过了到]|做过|在研|已经|同时|一起|重复|冲突|再报|还能|也能")
# What other offices keep, but as a paper that is to be handed in here: 营业执照要交复印件吗.
OTHER_BUSINESS = re.compile(
    r"(?!.*(?:交(?!到|往|哪)|附|提供|复印|盖|材料))(?:营业执照|经营范围|工商(?:注册|登记|年报|变更)|社保|医保|公积金|个税|汇算清缴|加计扣除|留抵退税|退税|商标|居住证|驾照|驾驶证|护照|安家费|人才公寓|公租房|(?:购|租|住)房补贴|落户|子女入学|消防验收|环评(?:批复|手续)|施工许可|排污许可|房产证|不动产证)"
)
# 教育局跟眼科医院合着弄, 农业农村局转过来一家: an office that takes part, or passes somebody on, is asked nothing.
TAKES_PART = re.compile(
    "[^，,。；;]{0,12}(?:合[着伙]|联合|一起|共同|合作|牵头)[^，,。；;]{0,2}(?:[弄做搞办干建推]|开展|实施|研发)|(?:委托|出题|出钱|买单)|[^，,。；;]{0,6}(?:转|介绍|推荐|引荐|带|领|送)(?:过来|来|给我们|到)"
)
# 给法院做语音转写, 公安用的侦查仪: an office that is a customer is asked nothing.
SERVED_BEFORE, SERVED_BEHIND = (
    re.compile("(?:给|为|帮|面向|卖给|供)[^，。；]{0,4}$"),
    re.compile("(?:系统|部门|局|机关)?(?:里|等)?专?用"),
)
# 公安局退下来的, 县上住建口: where whoever speaks comes from.
FROM_THERE = re.compile(
    "[^，,。；;]{0,3}(?:退休|退下来|退了|退出来|内退|辞[职了]|出来|下海|离职|上班|工作[过了的]|[干待做]过|[干待做]了[^，,。；;]{0,3}年|口(?:上|里)?的?(?=[，,。]|$))"
)
# 财政局那边编预算，让我们问问: an office that has it asked here.
HAS_IT_ASKED = re.compile(
    "(?:[^，,。；;]{0,12}[，,])?[^，,。；;]{0,6}(?:[让叫托请派]|委托|要求)(?:了|着)?(?:我们?|咱们?|本单位|公司|单位)(?:[来去再先帮]|给|他们?)*(?:问|打听|咨询|了解|摸个?底|核实)"
)
# 那这个证怎么办下来, of the status that was spoken of.
THAT_STATUS = re.compile("(?:这|那|该|此)(?:一?[个种块类张])?(?:证书?|牌子|资质|资格|称号|认定)")
FOR_A_PROJECT = re.compile("专项|项目|指南|你们")
KIND_OF_PROGRAM = re.compile(r"(?:专项|项目|计划)$")


def elsewhere(guide: Guide, utterance: Utterance) -> bool:
    """Whether the message asks about another authority's business: 省级重大专项, 西宁市的呢, 高企怎么认定."""
    text = utterance.text
    named = utterance.of("program", "family")
    if (
        _of_another_level(guide, utterance)
        or _another_level(utterance)
        or ANOTHER_CITY.search(text.replace(guide.city, ""))
    ):
        return True
    if wanting(guide.programs, text):
        return False  # 纳税证明要税务局盖章的吗
    return not named and bool(
        _another_place(utterance)
        or utterance.intent not in ("ask_materials", "ask_technology")
        and OTHER_BUSINESS.search(text)
        or _award_of_a_status(guide, utterance)
        or any(not _is_served(text, office) for office in OTHER_OFFICES.finditer(text))
    )


def _of_another_level(guide: Guide, utterance: Utterance) -> bool:
    """Whether a program is named as one of the state's or the province's, and not only told of beside one of ours: 以前报过省上的
    引智项目，今年想走引进外国专家专项."""
    text, named = utterance.text, utterance.of("program", "family")
    others = [
        each
        for each in named
        if ANOTHER_LEVEL.search(text[: each.start].replace(guide.city, ""))
        and KIND_OF_PROGRAM.search(text[each.start : each.end])
    ]
    if len(others) == len(named):
        return bool(others)
    return any(asks(clause_at(text, each.start).text) for each in others)


def awards_that_status(guide: Guide, conversation: Conversation, utterance: Utterance) -> bool:
    """Whether it is asked how one comes by the status that was spoken of before: 那这个证怎么办下来, after 高企还没评上."""
    spoken_of = {*conversation.about_figures, *conversation.aside} & held_together(guide)
    status = THAT_STATUS.search(utterance.text) if spoken_of and not utterance.ids("program", "family") else None
    return bool(status and AWARD.match(utterance.text, status.end()))


def _is_served(text: str, office: re.Match[str]) -> bool:
    served = SERVED_BEFORE.search(text[: office.start()]) or SERVED_BEHIND.match(text, office.end())
    return bool(served or any(each.match(text, office.end()) for each in (TAKES_PART, FROM_THERE, HAS_IT_ASKED)))


def _another_level(utterance: Utterance) -> bool:
    """Whether a program of the state or the province is asked about by its own name."""
    asks = utterance.intent.startswith(("ask_", "out_of_scope")) or ASKING.search(utterance.text)
    return bool(asks and OF_ANOTHER_LEVEL.search(utterance.text)) and not HELD.search(utterance.text)


def _another_place(utterance: Utterance) -> bool:
    return utterance.intent == "ask_same" and bool(utterance.ids("partner_region"))


def _award_of_a_status(guide: Guide, utterance: Utterance) -> bool:
    """The guide asks for a status (高新技术企业) but does not say how one comes by it."""
    text, named = utterance.text, utterance.of(*held_together(guide))
    number = utterance.intent == "ask_figure"
    wished = (each for each in named if TO_COME_BY.search(text[: each.start]) and not FOR_A_PROJECT.search(text))
    how = any(AWARD.match(text[each.end :]) or _renews(text, each.end) for each in named)
    return utterance.intent != "ask_term" and (how or number and any(wished))


def _renews(text: str, end: int) -> bool:
    """Whether a clause behind asks how what ends there is renewed, and not what may be applied for meanwhile."""
    behind = (part.text for part in clauses(text) if part.start >= end and asks(part.text))
    return any(RENEWS.match(words) and not ELIGIBLE.search(words) for words in behind)
