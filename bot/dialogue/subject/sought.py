"""Words of the guide that are asked about as words: where they stand (里面说到医疗美容了吗), what they mean (X是什么意思)."""

from __future__ import annotations

import re

from bot.dialogue.state import Utterance
from bot.dialogue.words import AND
from bot.figures.wording.blanks import blanked

_WORDS = r"[^\s，。？?！!、；;：:“”\"]"
_MEANT = re.compile(
    rf"(?:什么叫做?|什么是|何谓|何为|啥叫|怎么理解|如何理解)(?P<after>{_WORDS}{{3,20}})"
    rf"|(?P<before>{_WORDS}{{3,24}}?)(?:到底|究竟|具体|这个词|这句话|这几个字)*(?:是|指的?是?|算)?(?:什么|啥|何|几个)(?:的)?意思"
    rf"|(?P<named>{_WORDS}{{3,24}}?)(?:到底|究竟|具体)*(?:指的?是?|怎么理解|如何理解|怎么界定|怎么认定|如何界定)"
)
SPEAKING = r"(?:提[到过及]|写(?:[到过]|[进上]去?)|[列算]进去|出现过?|说到|讲到|谈到|涉及到?|(?:提没提|说没说|写没写|讲没讲|谈没谈)(?:到|过|及)?)"
# 哈工大、西工大这些学校: a list, and what its members are.
_LISTED = rf"{_WORDS}{{2,12}}?(?:、{_WORDS}{{1,12}}?)*"
_MEMBERS = r"(?:等)?(?:(?:这|那)(?:些|几|两)?(?:个|所|家|种|样|项)?[^，。？?的]{0,4})?"
_STANDING = re.compile(
    rf"{SPEAKING}(?:了|过)?(?P<after>{_LISTED}){_MEMBERS}(?:的(?:是|地方|条款|内容|专项|话|有).*|(?:[吗么呢没啊呀吧了]|没有)*(?:[？?。 ]*$|[，,]))"
    rf"|^(?:请问|那么?|指南里?的?)*(?P<before>{_WORDS}{{2,12}}?)(?:一词|这个词|这几个字)?(?:都|是|被)?(?:在|写在|出现在)(?:指南|哪)"
    # 那西北工业大学提到没有
    rf"|^(?:请问|那么?|还有|指南里?的?|里面)*(?P<ahead>(?!有没有|[有里]){_WORDS}{{2,12}}?)(?:这个词|这几个字)?(?:有没有|也|被|又|在里面|里面|指南里?)*{SPEAKING}(?:了|过)?(?:没有?|吗|么|不)?[？?。 ]*$"
)
# Whether they stand there at all, in the guide or in what was just answered.
_WHETHER = re.compile(
    rf"^(?:请问|那么?|这|它|有没有|有无|有|是否)*(?:(?:指南|文件|通知|原文|条文)[里中上]?|里面?|里头|其中|上面|当中|后面|前面)*(?:有没有|有无|有|是否|都|也)*{SPEAKING}"
    rf"{_WORDS}{{2,12}}?(?:了没有?|了吗|过吗|[吗么没])[？?。 ]*$"
)
# 那段有没有提西工大: by the word for speaking alone, without an ending.
_SPOKEN_OF = re.compile(
    rf"^(?:请问|那么?|[这它]|的|指南|文件|条文|[里中上]|里面|[那这]一?[段条块部分]+|专项|[，, ])*(?:有没有|有无|是否|[提写说讲]没)[提写说讲](?:到|过|及|起)?(?P<words>(?![高供升出前交取炼纯示醒倡要明法]){_WORDS}{{2,12}}?)(?:这几个字|这个词|了|没有?|[吗么呢])*[？?。 ]*$"
)
_OPEN = re.compile("(?:多少|多高|几成|什么|哪些?|啥|[到了才行呢])+")
_ANOTHER = re.compile(rf"(?:那么?|还有)?(?P<words>{_WORDS}{{2,10}}?)呢[？?。 ]*")
_AHEAD = re.compile(
    r"^.*(?:里面?|中|上|所|的)(?:提到|说到|讲到|写到|写|说|讲|提|称|谓)(?:的|了)?|^(?:请问|那|指南|里面?|中|的|这个|所谓)+"
)
_BEHIND = re.compile(r"(?:是不|是否|有没有|到底|是|的|算|吗|呢|啊|呀|吧|[了着])+$")


def meaning(utterance: Utterance) -> str:
    """The words whose meaning is asked for; empty where no such question is put."""
    return _named(_MEANT, utterance)


def place(utterance: Utterance) -> str:
    """The words, and no numbers, of which it is asked where they stand; empty where no such question is put (要提到多少 asks
    how much)."""
    words = _named(_STANDING, utterance)
    words = words or spoken_of(utterance)
    words = words.removeprefix("是") if "几" in words else words  # 提到的是第几次党代会
    return "" if any(letter.isdigit() for letter in words) or _OPEN.fullmatch(words) else words


def members(words: str) -> list[str]:
    """The members of a list of words (镍、钴; 百合和玫瑰); none where it is no list."""
    found = [each for each in AND.split(words) if each]
    return found if len(found) > 1 else []


def another(utterance: Utterance) -> str:
    """The words that are asked after others were: 西工大呢; empty where no more is asked."""
    found = _ANOTHER.fullmatch(utterance.text)
    return found["words"] if found else ""


def asks_whether_it_stands(utterance: Utterance) -> bool:
    """Whether all that is asked is if some words stand in the guide: 里面说到医疗美容了吗, 互联网金融有没有写进去."""
    found = _STANDING.search(utterance.text)
    put_in = found and found["ahead"] and utterance.ids("technology")
    return bool((_WHETHER.fullmatch(utterance.text) or put_in) and place(utterance))


def spoken_of(utterance: Utterance) -> str:
    """The words of which it is asked if a program's sentences speak of them, and nothing besides: 新型研发机构那段有没有提西工大."""
    plain = blanked(utterance.text, [(each.start, each.end) for each in utterance.of("program", "family")], "，")
    found = _SPOKEN_OF.fullmatch(plain)
    return found["words"] if found else ""


def _named(pattern: re.Pattern[str], utterance: Utterance) -> str:
    """What stands in the place of the words asked about, but for a program's name before them."""
    found = pattern.search(utterance.text)
    words = next(filter(None, found.groups()), "") if found else ""
    for each in utterance.of("program", "family"):
        words = words.replace(each.text, "") if each.text != words else words
    return _BEHIND.sub("", _AHEAD.sub("", words))
