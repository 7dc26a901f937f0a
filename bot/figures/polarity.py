"""Whether a clause says yes or no to one figure, and nothing else: 有的, 还没签, 经费有保障的; but not 没时间了, 还有几个问题.

The clause is cut into words that affirm, words that deny, words that add nothing, and the figure's own words (those of its
names and its question). One word beyond these, and the clause speaks of something else: it answers nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import Literal

from bot.figures.stance import ADVERSE, NO_TROUBLE, clauses, without_plans
from bot.guide.model import Figure
from bot.guide.once import once

Kind = Literal["no", "yes", "bound", "filler", "own", "adverse", "against"]
LONGEST = 40

_NO = "不足|欠缺|没有|压根没有|根本没有|么有|尚无|没得|没能|没在|没|木有|木得|并非|非|否|无|未|尚未|暂无|缺少|缺乏|缺|不|算不上|谈不上|够不上|no|n|×|✗"
_YES = (
    f"不缺少|不缺乏|{NO_TROUBLE}|不在话下|没有问题|没问题|对头|绰绰有余|没错|没毛病|无误|不错|有|是|对|嗯|恩|当然|肯定|确定|必须|符合|满足|可以|具备|能够|能|行|存在|达到|达标|合格|完全|齐全|齐备|齐|健全|完善|完备|充足|充裕"
    "|到位|批|建|办|挂牌|成立|设立|建立|拿|拥有|ok|yes|y|√|✓"
)
# These answer only a figure whose own names or question they stand in: 签了 says nothing of a laboratory.
_BOUND = "在|位于|签订|签|启动|足够|够用|够|明晰|清晰|清楚|明确|稳定|良好|属于|归"
_SUBJECT = "公司|单位|企业|学校|医院|平台|项目|课题|这个|那个|这些|那些|这块|那块|这项|该|我|本|咱们?"
_FILLER = (
    # who and when
    "给|为|把|提供|这边|那边|这里|那里|里面|里头|内|配套|配|这个|这些|我觉得|差不多|我们公司|我们单位|我们项目|我们|我公司|我单位|本公司|本单位|我司|我方|我校|我院|我所|我厂|自己|自有|自建|方面|目前|现在|暂时|当前|如今|至今"
    "|今年|去年|前年|早就|早|刚刚|刚|已经|已|正式|一直"
    # how surely, how much
    "|应该|算|其实|确实|的确|真的|真|反正|绝对|基本上|基本|大体|都|也|还|就|全部|全都|全|倒|好像|大概|从来|根本|太|很|挺|大|比较|非常|相当|十分|完整"
    r"|任何|相关|专门|专职|内部|小|新|市级|区级|县级|院级|校级|省级|国家级|[一二两三四五六七八九十几\d]{1,3}[个家项间所处份笔套支批]|一些|个|些|一?点儿?|什么|啥|和|以及|及|并且|且|参与|一起|共同"
    # what only sounds
    r"|俺们?|哩|👍|压根|一定|不对|对了|的|地|得|了|呢|啊|呀|哦|噢|吧|啦|嘛|哈|滴|哒|哟|喔|额|呃|那|着|过|下来|起来|出来|到手|到|好|完|所有|[ ，,。.!！~～、：:;；\"“”（）()]"
)
_TABLE: tuple[tuple[Kind, str], ...] = (
    ("adverse", ADVERSE),
    ("no", _NO),
    ("yes", _YES),
    ("bound", _BOUND),
    ("filler", _FILLER),
)


def _longest_first(words: str) -> str:
    return "|".join(sorted(words.split("|"), key=len, reverse=True))


_WORDS = tuple((kind, re.compile(_longest_first(words), re.IGNORECASE)) for kind, words in _TABLE)
_LEAD = re.compile(f"(?:{_longest_first(f'{_SUBJECT}|{_FILLER}')})+")
_AFFIRMED = re.compile(r"[ ]*(?:嗯+|对+|是的?|有的?|当然|肯定|好的?|没问题|没错|必须的?)[ ，。!！~～]*")
_CONTRAST = re.compile("但|不过|可是|只是|(?<=.)就是")
_ALONE, _WITH_OTHERS = re.compile("自己|独立|单独|单干|一家"), re.compile("合作|联合")
_NOT_ALONE = re.compile(
    r"^[ ]*(?:这个|项目)?(?:不是|并非)(?:我们?|公司|单位)*(?:自己|独立|单独|一家)(?:来|单独)?[做干搞弄完承申]"
)
_BY_ONESELF = re.compile(
    r"(?:嗯|是|就|都|全|我们?|公司|项目|这个|完全|[，, ])*(?:自己|独立|单独|单干|我们?一家)(?:来|独立|单独|单干)?(?:做|干|完成|搞|弄|研发|开发|申报|承担|实施|报|建|办)?(?:的|了|吧|呢|啊|哈|[ 。！!，,])*"
)
_APPLICANT = re.compile("公司|单位|企业|学校|医院")  # 不是企业 tells of no platform of a company
_COUNTED = re.compile(r"(?<![有的])是(?:大?约|差不多|有)?[一二两三四五六七八九十几百\d]+[个名位家人]")
_REPEATED = re.compile(r"^(没有|没得|不是|有的?|是的?|能|对)(?:[ ]?\1)+(?=[的了啊呢吧哈。！!，, ]*$)")
_LOWER, _HIGHER = re.compile("市级|区级|县级|校级|院级|厅级|市里|(?<!两)区里"), re.compile("省|国家|部级")
_LEVEL = re.compile(f"{_LOWER.pattern}|{_HIGHER.pattern}")
_NOTHING_OF = re.compile("没有?(?:什么|啥)")
_IN_PART = re.compile("不光|不只|不全|主要在|大部分|大多|一部分|部分|有些|一半|有的(?=没|单位|公司|企业|人|平台)")
_RULE_WORDS = ("条件", "要求")
_TWO_PARTS = re.compile("并且|，配备")  # 合同签了并且启动, 平台条件，配备人员和设备
_TELLING = frozenset("签订合同启动平台人员设")  # 备 stands in 具备, too
_OPENING = re.compile(
    r"^[ ]*(?:我?看看|我?看一?下|我想想|我想一?下|怎么说呢?|是这样的?|这样的?|这个嘛?|那个|哦+|噢|啊|呃+|额|诶|唉|哎呀?|那|就是说?|符合的?|[哦噢哎唉呃额啊诶]不(?:对|是)?|不对|(?:说|讲)?错了|能是能|有是有|是是是|签是签了)+[，,。 ]*$"
)
_CUT = re.compile(f"{_NO}|{_YES}|{_BOUND}|[，。、？（）“” ]", re.IGNORECASE)
# 专利权属清楚: a word of the figure's own is said of something that is no place and no partner.
_SAID_OF = re.compile(rf"(?P<of>[^在于和与跟把]{{1,6}}?)(?:都|也|很|是|完全)*(?P<word>{_BOUND})[的了呢啊]?")
_OF_OTHER_MATTERS = re.compile(
    "(?:劳动|用工|聘用|租赁?|租房|房屋|购销|采购|销售|装修|保险|供货|其他|别的|贷款|施工)[^，。]{0,2}(?:合同|协议)|财务|账目?|分工"
)


def polarity(clause: str, figure: Figure) -> bool | None:
    """Yes or no to ``figure``; None where the clause says neither, or speaks of something else."""
    if _AFFIRMED.fullmatch(clause):
        return True
    if _ALONE.search(clause) and _WITH_OTHERS.search(figure.name):
        return True if _NOT_ALONE.search(clause) else False if _BY_ONESELF.fullmatch(clause) else None
    if _IN_PART.search(clause) or _COUNTED.search(clause):  # 是18个 counts, and assents to nothing
        return None
    if falls_short(clause, figure.name):  # 有市级的, where the guide wants 省级
        return False
    clause = _REPEATED.sub(r"\1", clause)
    plain = _CONTRAST.split(clause)[0]
    said = _kinds(without_plans(plain), figure)
    if said is None:
        return _said_of(plain, figure)
    if plain != without_plans(plain):
        return not said["no"]
    if said["no"] > 1 or not (said["no"] or said["yes"] or said["bound"] or said["against"]):
        return None
    denied = bool(said["no"]) != bool(said["adverse"] or said["against"])
    return None if denied and _of_a_level(plain, figure) else not denied


def _of_a_level(clause: str, figure: Figure) -> bool:
    """Whether a level is named that the figure does not ask for: 没有省级的 leaves open whether there is another."""
    return bool(_LEVEL.search(clause)) and not _LEVEL.search(_spoken(figure))


def is_in_part(clause: str) -> bool:
    """Whether the clause says something of a part only: 主要在兰州, 部分有."""
    return bool(_IN_PART.search(clause))


def falls_short(clause: str, name: str) -> bool:
    """Whether the clause speaks of a lower level than the one in ``name``, of a figure or a choice: 市级专精特新."""
    return "省级" in name and bool(_LOWER.search(clause)) and not _HIGHER.search(clause)


def lead(clause: str) -> int:
    """Where the clause comes to the point, after 我们公司目前 and the like."""
    found = _LEAD.match(clause)
    return found.end() if found else 0


def is_subject(word: str) -> bool:
    """Whether the word names whoever speaks (公司, 单位)."""
    return bool(re.fullmatch(_SUBJECT, word))


def is_compound(figure: Figure) -> bool:
    """Whether the figure holds only where each of several parts does (签订合同并且启动)."""
    parts = figure.kind == "yes_no" and re.search("及(?!以上)|并且|和", figure.name)
    return bool(parts) and "或" not in figure.name


def part_denied(text: str, figure: Figure) -> bool:
    """Whether a clause denies a part of a compound figure: 有管理机构，监督的还没有."""
    return is_compound(figure) and any(polarity(clause.text, figure) is False for clause in clauses(text))


def is_half(text: str, figure: Figure) -> bool:
    """Whether the text speaks of one of two parts that both have to hold, and not of the other: 合同签了."""
    parts = _TWO_PARTS.split(figure.name, maxsplit=1)
    if len(parts) < 2:
        return False
    one, other = map(set, parts)
    said = set(text)
    return bool(said & (one - other) & _TELLING) != bool(said & (other - one) & _TELLING)


def consists_of(words: str, figure: Figure) -> bool:
    """Whether the words are the figure's own, or add nothing to them."""
    return _kinds(words, figure) is not None


def speaks_of(clause: str, figure: Figure) -> bool | None:
    """Yes or no of a clause that is in the figure's own words (经费有, 设备都有); None where it is not."""
    found = _kinds(without_plans(_CONTRAST.split(clause)[0]), figure)
    return polarity(clause, figure) if found and found["own"] else None


def without_own_topic(clause: str, figure: Figure) -> str:
    """The clause without words that otherwise ask, where they are the figure's own (平台条件, 差几个人) or deny (没什么)."""
    own = [word for word in _RULE_WORDS if word in _spoken(figure)]
    own += [re.escape(word) for word in (*figure.says_yes, *figure.says_no)]
    clause = _NOTHING_OF.sub("没", clause)
    return re.sub("|".join(own), "", clause) if own else clause


def says_something(clause: str) -> bool:
    """Whether anything but sounds and openings (我看看，这个嘛) stands in the clause."""
    return bool(_OPENING.sub("", clause).strip(" ，,。.!！~～?？；;"))


def _kinds(words: str, figure: Figure) -> Counter[Kind] | None:
    """How many words of each kind; None where there is a word beyond them."""
    found: Counter[Kind] = Counter()
    place = _point(words, figure)
    if len(words) > LONGEST:
        return None
    while place < len(words):
        kind, length = _word(words, place, figure)
        if not length:
            return None
        found[kind] += 1
        place += length
    return found


def _point(words: str, figure: Figure) -> int:
    """Where the words come to the point; what answers by itself (我们自己的) is no mere opening."""
    answers = (found.start() for _, pattern in _by_themselves(figure) if (found := pattern.search(words)))
    return min([lead(words), *answers])


def _word(words: str, place: int, figure: Figure) -> tuple[Kind, int]:
    """The longest word at ``place`` and its kind; its length is 0 where no word is known."""
    known = [(kind, _length(pattern, words, place)) for kind, pattern in (*_by_themselves(figure), *_WORDS)]
    known = [(kind, length) for kind, length in known if _may(kind, words[place : place + length], figure)]
    return max([*known, ("own", _own_length(words, place, figure))], key=lambda each: each[1])


def _length(pattern: re.Pattern[str], words: str, place: int) -> int:
    found = pattern.match(words, place)
    return found.end() - place if found else 0


def _may(kind: Kind, word: str, figure: Figure) -> bool:
    return kind not in ("bound", "adverse") or word in _spoken(figure)


def _own_length(words: str, place: int, figure: Figure) -> int:
    longest, own = 0, _own(figure)
    for end in range(place + 2, len(words) + 1):
        if words[place:end] not in own:
            break
        longest = end - place
    return 0 if _APPLICANT.fullmatch(words[place : place + longest]) else longest


@once
def _spoken(figure: Figure) -> str:
    return "|".join((figure.name, *figure.names, figure.ask, *figure.own_words))


@once
def _by_themselves(figure: Figure) -> tuple[tuple[Kind, re.Pattern[str]], ...]:
    """The words that answer for this figure alone."""
    told: tuple[tuple[Kind, tuple[str, ...]], ...] = (("yes", figure.says_yes), ("against", figure.says_no))
    return tuple((kind, re.compile(_longest_first("|".join(map(re.escape, words))))) for kind, words in told if words)


@once
def _own(figure: Figure) -> str:
    """The figure's own words, cut where one affirms or denies."""
    return _CUT.sub("|", _spoken(figure))


def _said_of(clause: str, figure: Figure) -> bool | None:
    found = _SAID_OF.fullmatch(clause.strip(" ，,。.!！~～；;"))
    if not found or not _may("bound", found["word"], figure) or re.search(_NO, found["of"]):
        return None
    return None if _OF_OTHER_MATTERS.search(found["of"]) else True
