"""Whether a clause says yes or no to one figure, and nothing else: 有的, 还没签, 经费有保障的; but not 没时间了, 还有几个问题.

The clause is cut into words that affirm, words that deny, words that add nothing, and the figure's own words (those of its
names and its question). One word beyond these, and the clause speaks of something else: it answers nothing.
"""

from __future__ import annotations

import re

from bot.figures.wording.levels import is_only_the_highest
from bot.figures.wording.own_words import TROUBLE, asked_by, by_themselves, kinds, may, spoken
from bot.figures.wording.pending import is_pending
from bot.figures.wording.stance import is_not_yet, is_open_choice, is_unsure, without_going_on, without_plans
from bot.figures.wording.under_way import as_lack, is_of_another_kind
from bot.figures.wording.vocabulary import BOUND, NO
from bot.guide.model import Figure

_AFFIRMED = re.compile(
    r"[ ]*(?:嗯+[呐哪]?|对+|是的?|有的?|当然|肯定|好的?|没问题|没错|必须的?|可不是?|那?可不是|那是|那?还用[说问]|妥妥|没跑|正是|属实|中|有么|有嘛)(?:[的滴了呢啊呀嘛吧哈]|当然)*[ ，。!！~～]*"
)
_CONTRAST = re.compile("但|不过|可是|只是|(?<=[有够行能签在的了好定]) ?就是")
_ALONE, _WITH_OTHERS = re.compile("自己|独立|单独|单干|一家"), re.compile("合作(?!合同)|联合")
_JOINTLY = re.compile("一起|共同|一块儿?|联手")
_NOT_ALONE = re.compile(
    r"^[ ]*(?:这个|项目)?(?:不是|并非)(?:我们?|公司|单位)*(?:自己|独立|单独|一家)(?:来|单独)?[做干搞弄完承申]"
)
_BY_ONESELF = re.compile(
    r"(?:嗯|是|就|都|全|只有|只|自家|我们?|公司|企业|单位|学校|项目|这个|完全|目前|现在|一直|暂时|[，, ])*(?:自己|独立|单独|单干|(?:我们?|自己)?一家)(?:来|独立|单独|单干)?(?:做|干|完成|搞|弄|研发|开发|申报|承担|实施|报|建|办|玩|扛|撑|折腾|鼓捣|捣鼓)?(?:的|了|吧|呢|啊|哈|[ 。！!，,])*"
)
# 没找别人, 没跟别家搞: nobody else is in it.
_NO_OTHERS = re.compile(
    r"(?:嗯|我们?|公司|项目|这个|目前|现在|暂时|也|都|从来?|压根|[，, ])*(?:没有?|不)(?:去|想)?(?:找|拉|跟|和|与|同|请|带|叫|联合|拽)(?:着|到|过)?"
    r"(?:别人|别家|别的(?:单位|公司|企业|人|家)|他人|外人|外面的?人?|外单位|其[他它](?:单位|公司|企业|人|家)|旁人|任何(?:人|单位))(?:一起|一块儿?|合作|联手|合伙|[做搞干弄]|过|的|了|呢|啊|[ 。！!，,])*"
)
_COUNTED = re.compile(r"(?<![有的])是(?:大?约|差不多|有)?[一二两三四五六七八九十几百\d]+[个名位家人]")
_REPEATED = re.compile(
    r"^(没有|没得|木有|么有|莫得|没|在|够|不是|有的?|是的?|能|对)(?:[ ]?\1)+(?=[的了啊呢吧哈。！!，, ]*$)"
)
_LOWER, _HIGHER = (
    re.compile("市级|区级|县级|校级|院级|厅级|市里(?![每给拨出支资下批有])|(?<!两)区里(?![每给拨出支资下批有])"),
    re.compile("省|国家|部级"),
)
_LEVEL = re.compile(f"{_LOWER.pattern}|{_HIGHER.pattern}")
_NOT_SO_HIGH = re.compile("(?:不是|并非|非|不算|不到|没到|够不上|算不上)(?:国家级?|省部?级?)(?:[及或]?以上)?")
# 市级的那个不算吧: that a lower one does not count says nothing of a higher one.
_LOWER_COUNTS_NOT = re.compile(rf"(?:{_LOWER.pattern})[^，。]{{0,8}}(?:不算|不作数|不计)")
_NOTHING_OF = re.compile("没有?(?:什么|啥)")
_IN_PART = re.compile(
    "不光|不只|不全(?=是|在|属|归|有)|主要在|大头|大部分|大多|多半|多数|一部分|部分|有些|一半|有的(?=没|单位|公司|企业|人|平台)"
)
# 项目是我们的 tells neither where it is nor whether a contract was signed.
_WHOSE = re.compile(
    r"[^，。不没]{0,8}(?:是|归|属于)(?:我们|我司|我校|咱们?|自己|公司|单位|学校|本单位)+的?[了呢啊吧 ，。！!]*"
)
_NOT_OWNED = re.compile("地|签订|注册")
_MERE_LACK = re.compile(
    "(?:目前|暂时|现在|都|也|完全|根本|绝对)*(?:没有?|没得|木有|么有|莫得|无|尚无|暂无|不存在)[的了呢啊吧哈 ，。！!]*"
)
_RULE_WORDS = ("条件", "要求", "需要")
# 没有不明晰的地方: what is denied is a lack.
_NO_LACK = re.compile(
    "(?:没有?|不存在|无)(?:任何|什么|啥|半点|哪里?)?不(?P<state>明晰|清晰|清楚|明确|稳定|足|符合|满足|具备)的?(?:地方|情况|问题|部分|时候|现象)?"
)
_PARTLY_NOT = re.compile(
    "(?:有些|有的|部分|个别|少数)(?:地方|方面|成果|专利)?(?:还|也|是)?[不没](?:太|够|很)?(?P<state>明晰|清晰|清楚|明确)"
)
# 二月份开的工, 去年挂的牌: a verb and its own noun, parted.
_PARTED = re.compile("(?P<verb>[开动完签盖挂])的(?P<noun>[工字约章牌])(?![程业厂人])")
# 清清楚楚 is 清楚, 缺人缺得厉害 is 缺人, and 做这个项目绰绰有余 says it of the project that is meant.
_DOUBLED = re.compile(r"(?!明明白白)(?P<one>[清稳明妥稳扎])(?P=one)(?P<other>[楚当白帖实])(?P=other)")
_TOO_MUCH = re.compile(r"(?P<verb>[缺差少])(?P<thing>[人钱])(?P=verb)得(?:厉害|很|慌|不行|要命)")
_BARELY, _ENOUGH = re.compile("勉强|将就|凑合"), re.compile("满足|提供")  # 勉强够 suffices, 勉强算有 is not plain
_MODEST = re.compile("不(?:太|算|怎么|是很)?[大小多高新]的(?=[\u4e00-\u9fff])")  # 有个不大的实验室
_FOR_THE_PROJECT = re.compile(
    r"(?:^[ ]*|(?<=人员)|(?<=人手)|(?<=团队)|(?<=队伍)|(?<=力量))(?:对|就|用来|来|要)?(?:做|搞|干|弄|实施|完成|承担|应付|拿下)(?:好|完|成)?(?:这样一?个?|这个|这|本|该|我们|咱们)?的?(?:项目|课题|活儿?|事儿?)(?:来说|的话)?"
)
_AS_I_SAID = re.compile(
    "(?:我(?:们)?|不是|不都?|都|早就?|已经|刚才?|刚刚|前面|之前|上面|先前)+(?:跟|给|和)?(?:你们?|您)?(?:说|讲|答|回答|告诉)(?:过|了)+(?:你们?|您)?(?:的|吗|嘛)?"
)
# 想找还没找到 is 还没找到: what was wished for did not come about.
_WISHED_IN_VAIN = re.compile(
    "^(?:倒|也|都|是|一直|早就|本来|我们)*(?:想|打算|准备|计划)(?:要|着|过)?(?P<verb>[\u4e00-\u9fff]{1,2})(?:个|一个|一家)?(?=(?:但是?|可是?|就是|一直|至今|到现在|目前|也|都)*(?:还|尚)?(?:没有?|未)能?(?P=verb))"
)
_OPENING = re.compile(
    r"^[ ]*(?:我?看看|我?看一?下|我想想|我想一?下|怎么说呢?|是这样的?|这样的?|这个嘛?|那个|哦+|噢|啊|呃+|额|诶|唉|哎呀?|那|就是说?|符合的?|[哦噢哎唉呃额啊诶]不(?:对|是)?|不对|(?:说|讲)?错了)+[，,。 ]*$"
)
# 专利权属清楚: a word of the figure's own is said of something that is no place and no partner.
_SAID_OF = re.compile(rf"(?P<of>[^在于和与跟把]{{1,6}}?)(?:都|也|很|是|完全)*(?P<word>{BOUND})[的了呢啊]?")
OF_OTHER_MATTERS = re.compile(
    "(?:劳动|用工|聘用|租赁?|租房|房屋|购销|框架|采购|销售|装修|保险|供货|其他|别的|贷款|施工)[^，。]{0,2}(?:合同|协议)|意向|备忘录|财务|账目?|分工"
)


def polarity(clause: str, figure: Figure) -> bool | None:
    """Yes or no to ``figure``; None where the clause says neither, or speaks of something else."""
    clause = _plainer(clause)
    if _AFFIRMED.fullmatch(clause):
        return True
    if _ALONE.search(clause) and _WITH_OTHERS.search(figure.name):
        return True if _NOT_ALONE.search(clause) else False if _BY_ONESELF.fullmatch(clause) else None
    if _is_open(clause, figure):
        return None
    if _PARTLY_NOT.search(clause) or is_of_a_lower_level(clause, figure.name):  # 有市级的, where the guide wants 省级
        return False
    clause = clause if TROUBLE.search(figure.ask) or "能" in figure.name else as_lack(clause)
    clause = _NO_LACK.sub(r"\g<state>", _REPEATED.sub(r"\1", clause))
    plain = _CONTRAST.split(clause)[0]
    return _said_plainly(plain, figure)


def _plainer(clause: str) -> str:
    """The clause without what only stresses, parts or leads to its words: 清清楚楚, 开的工, 做这个项目, 我刚说了."""
    clause = _AS_I_SAID.sub("", clause)
    clause = _MODEST.sub("", _WISHED_IN_VAIN.sub("", clause))
    clause = _PARTED.sub(r"\g<verb>\g<noun>的", _FOR_THE_PROJECT.sub("", clause))
    return _TOO_MUCH.sub(r"\g<verb>\g<thing>", _DOUBLED.sub(r"\g<one>\g<other>", clause))


def _is_open(clause: str, figure: Figure) -> bool:
    """Whether the clause guesses, counts (是18个 assents to nothing), or speaks of a part, of a mere application, or of
    what is done to other things only."""
    if is_of_another_kind(clause, spoken(figure)):
        return True
    if is_unsure(clause) and not is_not_yet(clause):
        return True
    if is_pending(clause) or _WHOSE.fullmatch(clause) and _NOT_OWNED.search(figure.name):
        return True
    if _LOWER_COUNTS_NOT.search(clause) and not _HIGHER.search(clause):
        return True
    if _BARELY.search(clause) and not _ENOUGH.search(figure.ask):
        return True
    partly = _PARTLY_NOT.search(clause)
    if partly:
        return not may("bound", partly["state"], figure)
    return bool(_IN_PART.search(clause) or _COUNTED.search(clause))


def _said_plainly(plain: str, figure: Figure) -> bool | None:
    """Yes or no of words that are all known."""
    said = kinds(without_plans(plain), figure)
    if said is None:
        return _said_of(plain, figure)
    if _JOINTLY.search(plain) and not (said["own"] or said["no"] or _WITH_OTHERS.search(figure.name)):
        return None  # 一起建 tells of a partner, and of nothing else that is asked for
    if plain != without_plans(plain):
        return not said["no"]
    if said["no"] > 1 or not (said["no"] or said["yes"] or said["bound"] or said["against"]):
        return None
    if TROUBLE.search(figure.ask) and _MERE_LACK.fullmatch(plain):  # of clearness, or of a dispute
        return True if "存在" in plain else None
    denied = bool(said["no"]) != bool(said["adverse"] or said["against"])
    return None if denied and (_of_a_level(plain, figure) or is_only_the_highest(plain, figure.name)) else not denied


def _of_a_level(clause: str, figure: Figure) -> bool:
    """Whether a level is named that the figure does not ask for: 没有省级的 leaves open whether there is another."""
    for _, words in by_themselves(figure):  # 外省 is no level
        clause = words.sub("", clause)
    named = [found[0] for found in _LEVEL.finditer(clause)]
    return any(level not in figure.own_words for level in named) and not _LEVEL.search(asked_by(figure))


def is_with_others(figure: Figure) -> bool:
    """Whether the figure asks for work with others, to which 自己干 says no by itself."""
    return bool(_WITH_OTHERS.search(figure.name))


def is_alone(clause: str, figure: Figure) -> bool:
    """Whether the clause says that one works by oneself, where work with others is asked for: 现在就是自己做."""
    return is_with_others(figure) and bool(_BY_ONESELF.fullmatch(clause) or _NO_OTHERS.fullmatch(clause))


def is_mere_lack(clause: str) -> bool:
    """Whether the clause is 没有了 and no more."""
    return bool(_MERE_LACK.fullmatch(clause))


def is_in_part(clause: str) -> bool:
    """Whether the clause says something of a part only: 主要在兰州, 部分有."""
    return bool(_IN_PART.search(clause))


def falls_short(clause: str, name: str) -> bool:
    """Whether the clause speaks of a lower level than the one in the ``name`` of a choice: 市级专精特新, 专精特新不是省级的."""
    rest = _NOT_SO_HIGH.sub("", clause)
    denied = any("省" in found[0] for found in _NOT_SO_HIGH.finditer(clause)) and not _HIGHER.search(rest)
    return is_of_a_lower_level(rest, name) or "省级" in name and denied


def is_of_a_lower_level(clause: str, name: str) -> bool:
    """Whether no level is named but a lower one than the one in ``name``: 有市级的, where the guide wants 省级."""
    return "省级" in name and bool(_LOWER.search(clause)) and not _HIGHER.search(clause)


def speaks_of(clause: str, figure: Figure) -> bool | None:
    """Yes or no of a clause that is in the figure's own words (经费有, 设备都有); None where it is not."""
    found = kinds(without_plans(_CONTRAST.split(_plainer(clause))[0]), figure)
    return polarity(clause, figure) if found and (found["own"] or found["adverse"]) else None


def in_own_words(clause: str, figure: Figure) -> bool:
    """Whether a word stands in the clause that only the figure's name has."""
    found = kinds(clause, figure)
    return bool(found and found["own"])


def answers_alone(clause: str, figure: Figure) -> bool:
    """Whether the clause is a word that answers this figure by itself (够) and what adds nothing to it."""
    clause = _plainer(clause)
    found = kinds(clause, figure)
    told = any(pattern.search(clause) for _, pattern in by_themselves(figure))
    return told and found is not None and not (found["own"] or found["adverse"])


def without_own_topic(clause: str, figure: Figure) -> str:
    """The clause without words that otherwise ask, where they are the figure's own (平台条件, 差几个人) or deny (没什么)."""
    if is_open_choice(clause):  # 够不够得看项目
        return clause
    clause = without_going_on(clause)
    own = [word for word in _RULE_WORDS if word in spoken(figure)]
    own += [
        rf"(?<![不没未]){re.escape(word)}" for word in (*figure.says_yes, *figure.says_no)
    ]  # of 不够 no 不 is left, of 签了没启动 no 没
    clause = _NOTHING_OF.sub("没", clause)
    return re.sub("|".join(own), "", clause) if own else clause


def says_something(clause: str) -> bool:
    """Whether anything but sounds and openings (我看看，这个嘛) stands in the clause."""
    return bool(_OPENING.sub("", clause).strip(" ，,。.!！~～?？；;"))


def _said_of(clause: str, figure: Figure) -> bool | None:
    found = _SAID_OF.fullmatch(clause.strip(" ，,。.!！~～；;"))
    if not found or not may("bound", found["word"], figure) or re.search(NO, found["of"]):
        return None
    if found["word"] == "稳定" and not in_own_words(found["of"], figure):  # 经费稳定 is of no laboratory
        return None
    return None if OF_OTHER_MATTERS.search(found["of"]) else True
