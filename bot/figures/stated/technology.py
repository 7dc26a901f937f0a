"""What a project does, in the applicant's words: the technology that a reply or a message names, without what is around it.

A reply names one unless it speaks of something else: who does the work, with whom, since when, of which type or field.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.figures.mentions import Mention
from bot.figures.stated.unlisted import is_a_kind
from bot.figures.wording.stance import asks, clauses, is_unknown

NONE = "none"  # none of the guide's directions fits

# To fit, and not to: 沾边, 靠不上. Of whom it is said that he does not (我们做的都不含铅) is another matter.
_FITS = "(?:沾|占|搭|挨|靠|贴|套|够|对|合|归|算|落|挂|符合|属于|适合|适用|匹配|涉及|包括|包含|覆盖|对口|对应|相符|相关|吻合)"
_FITTING = "(?:合适|对应|匹配|符合|相关|对口|适合|沾边|搭边|挨边|搭界|对得上|靠得上|贴得上|用得上)"
_FITS_NOT = rf"(?:(?:[不没无]|没有|谈不上|算不上)(?:太|怎么|大)?(?:{_FITS}|是(?!问题)|在|有?关)|(?:{_FITS}|套|用|够|挤|放)(?:不[上着到进中]|没[上着到]))"
_DIRECTIONS = "(?:指南|方向|领域|范围|类别|[这那以][些几上里]|上[述面]|其中|里面|[几哪一]个)"
_NO_DIRECTION = re.compile(
    rf"(?:[都也全均皆]|根本|压根|完全|统统|没有?(?:任何|哪)?一?[个项条种类样])[^，。；,]{{0,8}}?{_FITS_NOT}"
    rf"|(?:没有?|找不[到着出]|挑不[到着出]|无)(?:什么|啥|任何|特别|太)?(?:能|跟我们|和我们|与我们)?{_FITTING}"
    rf"|没有?(?:任何|哪)?一?[个项条种类样][^，。；,]{{0,8}}?(?:{_FITTING}|{_FITS})"
    rf"|{_DIRECTIONS}[^，。；,]{{0,10}}{_FITS_NOT}|{_FITS_NOT}[^，。；,]{{0,4}}{_DIRECTIONS}"
    r"|不(?:在|属于?|算)[^，。；,做搞干]{0,16}(?:领域|方向)(?:里面?|之?内|之?中|当中|[，。！! ]|$)"
    r"|[都也]没(?:有)?关系|不沾边|不搭界|对不上|都不(?:是|在|对)|^none$"
)
# 我们做的跟那七个领域都不沾边, 我们的产品不属于这些方向: what one works on fits none, said unasked.
_WORK_OF_OURS = re.compile(
    r"(?:我们?|咱们?|我司|我厂|公司|单位|项目)(?:现在|目前|主要)*(?:[做搞干弄研产]|研发|生产|从事)?的(?:东西|产品|技术|项目|业务|活儿?)?[^，。；]*(?:领域|方向|指南)"
)
# 只有新材料沾点边: one of them does.
_BUT_ONE = re.compile("(?:只有|只是|除了?|就|但|不过|倒是|勉强)[^，。；]*(?:沾|搭|算|符合|属于|接近|靠|合适|对)")
_LEAD = re.compile(
    r"^(?:[ ，,。:：]|那个|就是|主要|大概|我们公司|我们单位|我们厂|厂里|我们|我司|我厂|我|本|公司|单位|这个|该|项目|课题|技术|方向|领域|内容|是|做|搞|研究|研发|生产|从事|关于|一个|一种|的|属于|在|想|要|叫|名称|为|涉及|开发){0,8}"
)
_TAIL = re.compile(r"(?:的|方面的?|这块的?|相关的?|领域的?|方向的?|项目|技术的|[ 。！!~～吧呢啊呀哦])*$")
_ELSE = re.compile(
    r"还有(?:没有)?(?:别的|其[他它])|^那?除(?:了|去|开)[这那]|^(?:有(?![机色限线源轨人])|没|无所谓|都|也|还|不|签了|好|行|可以|能(?!源|量|耗)|对(?!虾|苯|二)|是|嗯|恩|随便|等|先|下次|刚|先?这样)|什么|啥|各种各样|再说|[你您](?!好)|文件|保密|猜"
    r"|^(?:和|与|跟|联合|由|找)[^，。]*(?:合作|一起|联合|共建|负责)|^一?下|资格|预审|自查|团队|专人|负责|成立|创办|注册|科研处|科技处|管理处|管理部|办公室|部门|员工|老板"
    r"|(?:\d|[一二三四五六七八九十几两多])年(?!生|龄|级)|年前|去年|今年|明年"
    r"|[\d一二两三四五六七八九十百千几][多来]?[万亿](?!吨|千瓦|台|件|亩|级|向|用)|块钱|投资|投进|自筹"
)
_FILLER = re.compile(
    r"初创|创业|[在入](?:孵化?|驻|园)|已?毕业|新[成设]立|民营|国有|私营|小微|微型|中小型?|大中?型|中心|团队|高科技|科技型|外资|的|类|们|一?[家个所]|这[家个所]|方面|项目|领域|方向|性质|公司|企业|单位|技术|产品|研发|研究|生产|开发|服务|东西|业务|平台|相关|[\W_]"
)
# Words that order, join, place in time or affirm, and name nothing: 帮我查查吧, 那就按企业算, 回到平台接着查.
_NAMELESS = re.compile(
    rf"(?:{_FILLER.pattern}|那|这|哪|就|按照?|当作?|作为|帮|查|看|算|给|请|再|又|继续|开始|接着|来|去|回到?|到|用|说|讲|问|答|改|换|选|填|写|我|你|您|咱|他|它|自己|吧|呢|吗|嘛|啊|呀|哦|了|着|过"
    r"|一下|下|个|怎么?样?|咋样?|是|在|和|跟|与|把|被|让|叫|先|后|然后|还|也|都|很|太|挺|已经|正在|刚才?|现在|目前|之前|以后|前面|上面|好|行|不|没|有|无|要|想|能|会|可以|应该|得|该|对"
    r"|核对|检查|结果|情况|条件|要求|申?报|申请|批|办|准备|审|下来|起来|出来|上去|弄|搞|整|做|快|慢|点|些|几|多|少|原来|本来|其实|反正|总之|老师|同志|师傅|麻烦|辛苦|谢谢)*"
)
_TOLD = re.compile(
    r"(?:我们|我司|我厂|我校|我院|我所|我单位|咱们?|(?:我们?|本)(?:公司|单位|厂|企业|项目)|公司|企业|项目)(?:公司|单位|厂|企业|这?个?项目)?(?:目前|现在|一直|主要|主营|专门|专业|专注|就?是|在|一?[家个])*"
    r"(?P<verb>做|生产|从事)(?:的是)?(?!在|完|好|大(?!数)|不|成|到|了|过|得|这|那|出|起|合作|申报|经营|成本|线|许可|人员|能力|规模|基地|车间|一些)(?P<what>[^，。；;,！!\n]{2,24})"
)
_OF = re.compile(r"的(?:(?:一[家个])?(?:公司|企业|厂家?|单位|高校|研究所|研究院|民企|国企)[ 的。！!]*)?$")
_GOES_ON = re.compile(r"的\s+")  # 做高压阀门的 想报重大专项
_WIDEST = 20
# 百合粉百合面啊，开头就说了: that it was told before belongs to no technology.
_SAID_BEFORE = re.compile(
    r"[，,。；;！! ]+(?:我们?|不是|一?开头|开始|最?前面|上面|刚才|刚刚|之前|早|第一句|不?都|就|也|已经|[ ])*(?:说|讲|提|写|告诉)(?:过|了|你|您|的|吗|么|嘛|啊|呀)*[。！!？? ]*$"
)
_TWO_LETTERS = re.compile(r"[\u4e00-\u9fffA-Za-z]{2}")


def described(text: str, named: Sequence[Mention]) -> str | None:
    """The technology in a reply to the question for it; ``named``: what the text names. None: it speaks of something else."""
    if says_none_fits(text):
        return NONE
    if asks(text) or is_unknown(text):
        return None
    begin = _beyond_who(text)
    found = _LEAD.match(text[begin:])
    start = begin + (found.end() if found else 0)
    named_so = _SAID_BEFORE.sub("", _GOES_ON.split(text[start:])[0])
    words = _TAIL.sub("", named_so).strip(" ，,。")
    return words if _is_technology(words, start, named) else None


def says_none_fits(text: str) -> bool:
    """Whether the text says that no direction of the guide fits: 一个也不沾, 没有一个方向适合我们."""
    return bool(_NO_DIRECTION.search(text)) and not _BUT_ONE.search(text)


def told(text: str, named: Sequence[Mention]) -> Iterator[tuple[str, int, int]]:
    """The technologies that a message says the applicant works on (我们做特种阀门的), each with its place."""
    for clause in clauses(text):
        if _WORK_OF_OURS.search(clause.text) and says_none_fits(clause.text) and not asks(text):
            yield NONE, clause.start, clause.end
            return
        found = None if asks(text) else _TOLD.search(clause.text)
        if not found or found["what"].startswith("的"):  # 我们做的东西 names nothing
            continue
        start = clause.start + found.start("what")
        words = _TAIL.sub("", _OF.sub("", _GOES_ON.split(found["what"])[0])).strip()
        if 2 <= len(words) <= _WIDEST and _is_technology(words, start, named):
            yield words, start, start + len(words)


def names_work(words: str) -> bool:
    """Whether the words name more than a kind of applicant: 初创公司, 家庭农场 and 服务中心 name no technology."""
    return not is_a_kind(words) and bool(_TWO_LETTERS.search(_FILLER.sub("", words)))


def _beyond_who(text: str) -> int:
    """Where the text comes to more than who works on it: 初创公司，搞无人机飞控的."""
    first, *more = clauses(text)
    who = first.text.strip(" ，,。；;")
    return first.end if more and not names_work(who) else 0


def _is_technology(words: str, start: int, named: Sequence[Mention]) -> bool:
    """Whether a noun is left beyond the names of figures and choices, and no word that speaks of something else."""
    inside = [name for name in named if start <= name.start < start + len(words)]
    if _ELSE.search(words) or is_a_kind(words) or any(not name.choice for name in inside):
        return False
    spans = {place for name in inside for place in range(name.start - start, name.end - start)}
    rest = "".join(letter for place, letter in enumerate(words) if place not in spans)
    return not _NAMELESS.fullmatch(rest) and bool(_TWO_LETTERS.search(_FILLER.sub("", rest)))
