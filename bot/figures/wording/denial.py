"""What a clause denies, takes back, or says to hold no more; and what only seems to."""

from __future__ import annotations

import re

from bot.figures.wording.collective import ANY, THESE
from bot.figures.wording.stance import OWN_HOUSE, without_open_choice

_NO_BEFORE = re.compile(
    r"(?:[没么木]有?|[不未非](?:是|在|能|够|属于|具备|符合|拥有|满足|曾|建|设|取得|获得)?|无|尚未|尚无|缺少?|缺乏|并非|还没)"
    r"(?:(?:国家级?|省部?级?|市级)(?:及|或者?|和|、)?(?:国家级?|省部?级?|市级)?(?:以上)?的?)?(?:[^，。、但和与]{0,5})$"
    # 没有经费和管理机构 denies both
    r"|(?:^|[^是])(?:没有?|缺少?|缺乏|无|不(?:找|跟|和|与|同|联合|带))[^，。但是有合]{2,8}(?:和|与|及|以及|跟|或者?|、)(?:(?:专门|稳定|相关|独立|固定)的?)?$"
)
# 高企没取消, 深圳的没退: what is denied is that it is gone.
_GOING = "(?:过期|到期|失效|退|撤|取消|注销|吊销|摘牌|解散|裁撤|终止|中止|解约|散伙|散了|离开|变|黄|掉)"
_NO_AFTER = re.compile(
    rf"(?:[^，。和与、没未]{{0,3}}?|(?:{THESE}|我们?|咱们?|公司|单位|{ANY}|[一哪]家|到现在|到目前|至今|目前|现在|一直|始终|暂时|压根儿?|根本|确实|真的?|实在|说实话|[都也全还就]|统统|[ ])*)(?:不占|归(?!{OWN_HOUSE}|[^，。；]{{1,6}}(?:管|负责))|(?:已经?)?(?:过期|到期|失效|作废|没了|掉了|被?(?:取消|撤销|注销|吊销|摘牌|解散|裁撤)|[撤关停散](?:掉|办)?了|(?:都|全部?|统统)(?:已经?)?(?:退出?|撤出?|跑|黄)了)|没(?!有?(?:任何|什么|啥)?问题|有?(?:任何)?[纠争异]|有?(?:被|说|要|想)?{_GOING})|未(?:被)?(?!{_GOING})|不(?:是|归|属于?)(?:我|咱|本|自己)|(?:数量?|数目)?(?:是|为|有|共|[:：])?(?<![\d.一二两三四五六七八九十百])[0零〇](?=[个家所项种])|不(?!错|缺|愁|差|成问题|是问题|在话下|少|仅|但|光|单(?!位)|只|过|小|是[^，。的]{{2}})|无(?!任何|[纠争异误])|[么木]有|(?<!不)缺|(?<!没)有[纠争异]|(?<!不)存在[纠争异]|欠)"
)
# A denial of trouble, which says yes: 研发机构没有问题, 科技人员不缺.
NO_TROUBLE = "不成问题|不是问题|不缺|不愁|不差人|不差钱"
NO_PROBLEM = "[没么]有?(?:任何|什么|啥)?(?:问题|麻[达哒]|麻烦)"
_NO_DOUBT = re.compile(
    rf"(?:不是|并非|不会)(?:没有?|不|无)|{NO_TROUBLE}|{NO_PROBLEM}|(?:没有?|未|不会)(?:被|说|要|想)?{_GOING}|没错|不错|不少|不仅|不但|不光|不单(?!位)|不独|不只|不止|无误|没毛病|差不多|不过"
)
_NOT_THIS_BUT = re.compile(r"不是[^，。]{1,12}(?<!不)(?:而是|是)$")  # 不是工业是农业
_DENIAL = re.compile("没|不|未|无(?!锡)|非(?!常)|差点")
_ALL_THE_REST = re.compile("[^，。还]{0,4}(?:，|, ?)?(?:其[他它余]的?)?(?:都|全)有")
_EXCEPT = re.compile(r"除(?:了|去|开)?[ ]?$")
_EXCEPT_BEHIND = re.compile("(?:证书?|资质|称号|牌子)?(?:以外|之外|外(?=啥|什么|别|其|剩|余|一[个样项]))")
ADVERSE = "纠纷|争议|异议"
_ADVERSE = re.compile(ADVERSE)
_BUT_NOT = re.compile(
    r"[，,；; ](?:也|都)?还?(?:没有?|未)(?:正式)?(?:启动|签|建|批|办|开始|动|生效|执行|下来|投用)|(?:但是?|不过|可(?!不是)是?|只是|就是)[^，。]{0,4}(?:没|未|不(?!过)|还[在要差])"
    r"|[，,；; ][^，。]{0,4}还?(?:得|要|需)再?等|(?:现在|目前|后来|去年|今年|前年|上个?月|早就)[^，。]{0,4}(?:没(?!问题|有?[纠争异])|撤|关了|散了|解散|取消|注销|停了|拆了)"
)
_LAPSED = re.compile(
    r"过期|到期|失效|作废|(?:(?:被|让|给)[^，。；没不]{0,6}?|已经?)(?:取消|撤销|注销|吊销|摘牌|收回)|没(?:通过|过)复审|掉了"
)
_REVIEWED = re.compile(
    "(?:正在?|(?<!现)(?<!存)在|等着?|待)(?:进行|做|走|办)?(?:复审|复核|复评|复查|重新(?:认定|评定|申报)|换证|续期|延期)(?!通过|过了|合格)"
    "|(?:复审|复核|重新认定|换证)(?:中(?!心)|期间|(?:还|一直|也|都)*(?:没有?|未)(?!问题|[被要说]|通过|过))"
)
_HOLDS_YET = re.compile(
    r"(?:[没未快将]|不(?!过))[^，。]{0,3}(?:过期|到期|失效|取消|撤销|注销|吊销|摘牌|作废)|(?:年|月|日|才|以后|之后)[^，。]{0,2}到期(?!了)"
)
_GOES_ON = re.compile(
    r"^[ ]?(?:不对|哦|噢|啊|应该|其实|实际|现在|而)?(?:，|, ?)?(?:(?:而|应该|其实|实际上?)?(?:是|改成|改为|为)"
    r"|(?:具体|精确|准确|确切)(?:地?[说讲]|数字?|金额)?(?:应?该?是|为)?[ ]?(?=[\d一二三四五六七八九十两百千])"
    r"|(?:实际上?|其实|具体|准确地?说|确切地?说|总共|也)?(?:只有|就只?有|才有?|就是|也就|刚好|正好)[^，。]{0,2}(?=[\d一二三四五六七八九十两百千几]))"
)


def is_denial(text: str) -> bool:
    """Whether any word of the text denies."""
    return bool(_DENIAL.search(_NO_DOUBT.sub("", text)))


def takes_back(text: str) -> bool:
    """Whether a yes is taken back in the same breath (签了但没启动)."""
    return bool(_BUT_NOT.search(text))


def lapses(clause: str) -> bool:
    """Whether the clause says that something held once is held no more (不过证书到期了); 快到期了 still holds."""
    return bool(_LAPSED.search(clause)) and not _HOLDS_YET.search(clause)


def is_under_review(clause: str) -> bool:
    """Whether the clause says that what held once is looked at anew (专精特新正在复审): whether it will hold is open."""
    return bool(_REVIEWED.search(clause))


def goes_on(clause: str) -> bool:
    """Whether the clause speaks on about what was named before it (不是3000万，是4000万)."""
    return bool(_GOES_ON.match(clause))


def denies(clause: str, start: int, end: int) -> bool:
    """Whether the clause denies what it names between ``start`` and ``end``."""
    if _EXCEPT.search(clause[:start]) and _ALL_THE_REST.match(clause, end):  # 除了研发机构都有
        return True
    if _EXCEPT.search(clause[:start]) or _EXCEPT_BEHIND.match(clause, end) or _NOT_THIS_BUT.search(clause[:start]):
        return False
    ahead = _NO_DOUBT.sub(lambda found: "#" * len(found.group()), clause[:start])
    plain = without_open_choice(clause)
    denied = bool(_NO_BEFORE.search(ahead)) or bool(_NO_AFTER.match(plain, end))
    return denied != bool(_ADVERSE.search(clause[start:end]))
