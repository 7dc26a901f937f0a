"""Whether all that is asked of a business that is told is what it may apply for: 做了十年润滑脂，…。有没有我们能报的类别.

A question is of this kind where it holds nothing but who asks, of what, and where that belongs. Whatever stands in the story
before it, a call that nobody took or a bank that one left, is told and not asked.
"""

from __future__ import annotations

import re

from bot.answers.checks import WHO
from bot.dialogue.order_words import CHECKING, ORDERED
from bot.dialogue.state import Conversation, Utterance
from bot.dialogue.subject.business import DOES, OF_THE_GUIDE, named_alone
from bot.dialogue.subject.fields import is_pointed_at
from bot.dialogue.subject.nearness import plainly_described, resembles
from bot.dialogue.words import CHINESE
from bot.figures.mentions import NUMERIC
from bot.figures.readings import Readings
from bot.guide.directions import named
from bot.guide.model import Guide
from bot.guide.outside import outside
from bot.guide.words import CLAUSE

# The words of such a question, each as it may stand before the next: 想问 问 有没有 适合 我们 这种 小厂 申报 的 类别.
_WORDS = (
    "[我咱俺]们?(?:自己)?|[我本贵小该][司厂校院所局社]|[本小我]?(?:公司|企业|单位|厂子?|合作社|团队|课题组|实验室|团体)",
    "你们?|您|[他她]们?|人家|局里|市[里上级]|科技局|政府|上面|[这那](?:[边里儿]|上头)|兰州市?|老板|领导|老师|同志",
    "[这那此该]|这么|像|类似|一样|[种样类个些号]|东西|产品|技术|法子|路数|玩意儿?|活计?|摊子?|情况|业务|行当|行业|成果|课题|研究|新品|买卖|生意|事情?",
    "[这那此该][个套种类项样]?的?(?:装置|设备|工艺|路线|改造|系统|软件|机器|楼)",
    "请问|请教|请|麻烦|劳驾|烦请|想要?|希望|打算|准备|拟|问|打听|咨询|了解|不?知道?|不清楚|不晓得|求|帮忙?|看一?看|听一?听|[没听]?说|一下|到底|究竟|具体|大概|那么?|来|让|[弄搞]?[清明][楚白]|着落",
    "能不能|能否|能够?|可不可以|可以|可否|可|会|应该|应当|应|该|是不是|是否|是|算不算|算|有没有|有无|有|没有?|够|行|要|得[了上着]?",
    "就|都|也|以|去|往|从|到|在|由|拿|用|给|比较|更|最|先|申报|申请|报|申|争取|参加|推荐|举荐|走|靠|归|属于?|划|放|挂|套|贴|对应|对口|对路|对得[上起]|沾边|对着?",
    "选[择报取]?|投(?!资)|填|立[个项]?|落[在到]?|塞|搁|盯|找[着到得]?|弄|跟|与|和|顺[当手]?|搭得?[上着]?[茬边]?|进得?去?|[够挨沾]得?[着上边]|妥当?|稳妥|靠谱|相关|能用|用得?上",
    "(?:[能来给]|可以)管|还是|(?:[农工]|[农工]业|社发|环保|医疗|别的?|其[他它])口|叫|位置|[里框]装|(?:哪|哪一?类|项目|专项)[收管]|(?:申请|申?报|走)法|能[抱保爆]|申[抱保爆]",  # 抱: a slip of 报
    "适合|适宜|合适|匹配|符合|支持|扶持|[纳列]入|类别|类型|大类|门类|方向|专项|项目|计划|口子?|路子|门路|渠道|领域|板块|块|条|门|几|盘子|筐子?|项|哪一?[栏档头端]",
    "经费|资金|扶持|支持|机会|希望|局|拿[到得]?|弄[到得]?|搞[到得]?|争取[到得]?|申请[到得]?|行",
    "指南|范围|清单|名目|名头|科技|里[面头]?|当中|中|[底下上]面|底下|名下|上头|上|什么|何|啥子?|[咋怎][么个]?样?|如何|哪|[吗呢么嘛啊呀哦哇撒喽啦吧呗不没的了好点儿子一]|[^\\w]",
)
_WORD_AT_THE_END = re.compile(f"(?:{'|'.join(_WORDS)})$")
_LONGEST_WORD = 5
# 头大, 急, 实话实说: what stands behind the question and says nothing.
_SIGH = re.compile(
    "(?<=[，,。；;！!？? ])(?:头大|愁(?:死|人)?了?|着?急|急等|谢谢[了您]?|麻烦[了您]*|拜托[了您]*|实话实说|求指点|求解|在线等)[^\\w]*$"
)
# 拿点项目, 弄个专项, 争取些科技经费.
_GAINED = "(?:[拿弄搞]|争取|申请|领(?!域|先|军|导)|套).{0,6}(?:项目|专项|经费|资金|[支扶]持)"
_BELONGS = re.compile(
    f"{_GAINED}|"
    "[报抱保爆]|申|争取|走|靠|归|属|划|放|搁|挂|套|贴|里装|塞|选|投|填|立|落[在到]|对[应口路得着]|沾边|[收管]|能用|用得?上|适[合宜]|合适|匹配"
    "|符合|[纳列]入|(?:有没有|有无|是否|算).*[支扶]持|(?:有没有|有无|有不有).*(?:项目|专项|计划)|算.*[类块种]|[找盯看].*(?:专项|项目|方向|类|块)|推荐|举荐|有.*位置|搭.*[上着茬边]|[够挨]得?[着上]|有(?:什么|啥|哪|没有?)?[个些条]?(?:口子|路子|门路|渠道|着落)|在.*(?:哪|什么|啥).*(?:方向|专项|领域|[类块])"
)
# 听说对这种楼也有扶持，是哪一项: what is asked by a name alone is what was promised.
_PROMISED = re.compile(
    "(?:[支扶]持|政策|项目|专项|能报|可以?报)[^，,。；;]*[，,。；;](?:那?[是叫]|算是?)(?:哪|什么|啥)[^，,。；;]{0,4}$"
)
_WHICH = re.compile(
    "什么|何|啥|哪|有(?:没有|无)|是否有|有(?=.*(?:[吗么嘛不]|没有?)[^\\w]*$)|(?:报|走|归|属于?|挂|靠|选)那[个一种类项条块](?:[好呢啊呀]|合适)*[^\\w]*$"
)
EITHER = re.compile("口.*还是")  # 是农口的还是别的口的: the question leaves the choice between fields
# As a whole clause behind what is made: 抗旱树种，咋报; 做净水设备的，咋样才能拿到.
_HOW = re.compile("咋[个样]?(?:[去往]|能)?[报申走]|(?:[咋怎]么?样?|如何)(?:[去往]|才|能)*(?:[拿争弄享]|够得?上)")
_WHETHER = re.compile(
    "(?:能|可以?|让|是否|会).*(?:报|申)|(?:算|属|符合).*(?:方向|范围|领域|类别|专项|项目)"
    f"|(?:能|可以?|机会|希望).*{_GAINED}|{_GAINED}.*(?:行不行|行[吗么嘛]|可[不以])"
)
_OF_WHICH_KIND = re.compile("[哪何什啥]么?一?[类块项种栏档]|归|属|对[应口路得]")
_ASKED = re.compile("[吗么嘛]|[不?？][^\\w]*$|没有?[^\\w]*$|(?P<verb>.)不(?P=verb)|[是能可]否|可不可以")
# 什么样的单位可以报, 申报有啥要求: of who may, and of what is demanded.
_OF_RULES = re.compile("要求|(?:什么|啥|哪些?|何)[样种类]?的?(?:公司|企业|单位|厂|院所|学校|合作社|团队)")
# 去哪里报, 在哪报名: where it is handed in; 还能报吗, 一共有哪些, 除了它能报哪个: of something else than what is told.
# 一家公司最多能报几个: of how many at once, and of no kind.
_OF_HOW_MANY = re.compile(
    "(?:最多|至多|同时|限|[一每](?:家|个(?:单位|公司|企业|法人)|年)).*几[个项]|几[个项].*(?:上限|为限)"
)
_HANDED_IN = re.compile("[去在]哪[里儿]?(?:申?报|申请)|到哪[里儿]?去?(?:申?报|申请)")
_OF_MORE = re.compile("(?:[还再都各]|一共|总共|分别|同时|一起|另外|的话)$|除(?:了|开|去|过)")
# 弄了一种喷剂, 主打的是…: what is made, told of in a story as nobody names a trade.
_MADE = re.compile(
    "(?:[做搞弄造产种养配调熬烧炼织攒焊]|开发|研发|研制|设计|琢磨|鼓捣|攻关)(?:了|出来?|成|的是)一?[种个套款台条批]"
    "|(?:玩意儿?|东西|法子|家伙什?|活儿?)(?:说白了|说穿了|其实|就|也)*是一?[种个套款台条]"
    "|(?:产品|主打|主营|主攻|[做搞弄]的)(?:的?(?:东西|产品|业务))?(?:就|都|主要)?是(?![什啥哪])"
)
# 这类课题归哪, 这样的产品能报啥: what stands before is pointed at as something that is worked on.
_POINTS = re.compile(
    "[这那此该][类种样](?:样|儿)?的?(?:课题|研究|技术|产品|东西|成果|新品|工艺)|[这那]套?(?:法子|东西|玩意儿?)|这个(?=[在归属落算])"
)
# 卖出去的肉都能查到: what can be found out with the thing that is made wishes for no check.
_LOOKED_UP = re.compile("(?:能|可以?|可|都|好|随时|一扫就?)(?:[查溯]|追溯)(?:得?到|得?着|出来?|询|清|验|看)")
# 冻干草莓，有没有: as a whole clause behind nothing but what is made.
_IS_THERE = re.compile("[，,。；;!！ ](?:有没有|有无|有不有)[的呢呀啊嘛]?[^\\w]*$")
_AT_LEAST = 8  # characters of a story in which a program may be described
SEVERAL = 2  # numbers, or facts without one, beside which a check is wanted


def asks_what_fits(guide: Guide, conversation: Conversation, utterance: Utterance, heard: Readings) -> bool:
    """Whether it is: a business is told, nothing of the guide is named, and the question is where that belongs.

    What a check would decide on is put up for one. Whether the program in hand is for the asker is no such question.
    """
    question = question_of_fit(utterance.text) or _asked_of_names(guide, utterance.text)
    of_a_program = utterance.ids("program", "family", "section") or is_pointed_at(guide, utterance)
    if not question or conversation.check or of_a_program:
        return False
    story = utterance.text.removesuffix(question)
    of_those_in_hand = conversation.programs and not asks_which(question)
    free = not (of_those_in_hand or _is_for_a_check(guide, heard, question))
    return free and _tells(guide, utterance, story, question)


def question_of_fit(whole: str) -> str:
    """The words at the end of ``whole`` that ask where something belongs, and nothing else; empty where none do."""
    left = text = _SIGH.sub("", whole)
    while word := _WORD_AT_THE_END.search(left[-_LONGEST_WORD:]):
        left = left.removesuffix(word[0])
    start = _first_whole_clause(text, len(left))
    question = whole[start:]
    before = _LOOKED_UP.sub("，", CLAUSE.split(text[:start].rstrip("，,。；;！!？? "))[-1])
    other = any(words.search(question) for words in (_HANDED_IN, _OF_RULES)) or any(
        words.search(before) for words in (_OF_MORE, CHECKING, ORDERED)
    )
    other = other or bool(_OF_HOW_MANY.search(before + question))
    how = _HOW.search(question) and (start == 0 or CLAUSE.match(text, start - 1))
    asks = asks_which(question) or how or _WHETHER.search(question) and _ASKED.search(question)
    belongs = _BELONGS.search(question) or how or EITHER.search(question) or _PROMISED.search(text)
    return question if asks and belongs and not other else ""


def asks_which(question: str) -> bool:
    """Whether a question of fit asks which it is, and not only whether something may be applied for."""
    return bool(_WHICH.search(question) or EITHER.search(question))


def _asked_of_names(guide: Guide, text: str) -> str:
    """The words that ask if there is anything for businesses of which nothing is said but their names: 冻干草莓，有没有."""
    found = _IS_THERE.search(text)
    return found[0] if found and named(guide, text) and named_alone(guide, text[: found.start()]) else ""


def _first_whole_clause(text: str, start: int) -> int:
    """Where the first clause begins that lies behind ``start`` as a whole and has words; else ``start`` itself (做酸奶的能报哪个)."""
    whole = next((found.end() for found in CLAUSE.finditer(text, max(start - 1, 0))), start)
    return whole if CHINESE.search(text, whole) else start


def _is_for_a_check(guide: Guide, heard: Readings, question: str) -> bool:
    """Whether so much is told that decides programs, however well the business fits, that a check is wanted.

    Whoever asks of which kind something is (该归哪一类) wants none for the facts that belong to his story.
    """
    told = {
        each.figure: each.value for each in heard.readings if guide.figure[each.figure].kind not in ("text", "choice")
    }
    numbers = [guide.figure[figure].kind for figure in told if guide.figure[figure].kind in NUMERIC]
    facts = [value for figure, value in told.items() if guide.figure[figure].kind not in NUMERIC]
    lacking = any(value is False for value in facts)
    many = len(numbers) >= SEVERAL or len(facts) >= SEVERAL and not _OF_WHICH_KIND.search(question)
    supposed = heard.hypothesis and heard.readings  # 水质升到四类 supposes nothing of the asker
    return bool(supposed) or "money" in numbers or lacking and not _OF_WHICH_KIND.search(question) or many


def _tells(guide: Guide, utterance: Utterance, story: str, question: str) -> bool:
    """Whether a business is told, by a name or as one that is made or pointed at, or what a program is there for."""
    if named(guide, utterance.text) or outside(guide, story) or DOES.search(story) or _MADE.search(story):
        return True
    near = resembles(guide, utterance.near) and not utterance.ids(WHO)  # 我们是公立医院 tells who, and no business
    described = plainly_described(guide, utterance.described) or near
    pointed_at = _POINTS.match(question) and not utterance.ids(*OF_THE_GUIDE)
    return len(CHINESE.findall(story)) >= _AT_LEAST and bool(described or pointed_at)
