"""What a question is about: its clause that asks, without the words for asking, for the guide and for whoever asks."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.figures.wording.blanks import blanked
from bot.figures.wording.kinds import KIND
from bot.figures.wording.stance import asks, clauses

# Kinds of names (entities) that tell whom or which program a question is of, and nothing of what it asks about.
NAMES = ("program", "family", "section", "applicant_type", "track", "quantity")
_FRAME = re.compile(
    KIND
    + r"|支[不没]支持|包不包[括含]|(?P<verb>[\u4e00-\u9fff]{1,2})[不没](?P=verb)|请问|想问|问问|问一?下|您好|你好|老师|麻烦|劳驾|谢谢|告诉|我就?想|我们?|咱们?|你们|本公司|贵局|公司|单位"
    r"|什么样?的?|哪[些个种类几家儿里]|多少|怎么?样?|如何|咋|啥|是否|能否|可否|有没有?|有无|没有(?=[？?]|$)|必须|一定|需要|应该|可以|能|只"
    r"|(?:明确|具体|专门|特别)?的?(?:要求|规定|条件|讲究|说法|限制|门槛|说明)|指南|文件|里面?|里头|上面|当中|其中|(?:有|写|提|说|讲|列)(?:到|明|清|过|没)"
    r"|支持|包括|包含|申报|申请|专项|项目|[这那]一?[个项条块类种样些]|[这那]边|方面|行吗|可以吗|行不|还?能?报|属于|怎|吗|呢|吧|么|啊|呀|的|了|对|把|被|给|也|都|还|就(?!地|业|近|医)|是|得(?!奖|到|分|主)|要(?!素|害|点)|算(?!力|法)|[，。？?！!；;、：:\s“”\"]"
)
_CHINESE = re.compile(r"[\u4e00-\u9fff]")
# Conditions, papers and the like, asked for with nothing that they are of: 请问申报条件.
_IN_GENERAL = re.compile("条件|要求|门槛|资格|材料|资料|清单|方向|领域|科室|受理")
_LEAST = 2  # characters by which a clause tells what it asks about


def asked_about(text: str, named: Iterable[tuple[int, int]] = ()) -> str:
    """The words for what ``text`` asks about, places ``named`` (start, end) left out; empty where it asks in general.

    Where the clause that asks has none (没拿到省级的牌子，还能报吗), those of the one before it.
    """
    plain = blanked(text, named, "，")
    places = list(clauses(text))
    told = [_content(plain[each.start : each.end]) for each in places]
    asking = [place for place, each in enumerate(places) if asks(each.text)] or [len(places) - 1]
    if any(_IN_GENERAL.search(places[each].text) and not told[each] for each in asking):
        return ""
    found = "，".join(told[place] for place in asking if told[place])
    before = range(asking[0] - 1, -1, -1) if asking else ()
    return found or next((told[place] for place in before if told[place]), "")


def _content(words: str) -> str:
    left = "".join(_FRAME.sub(" ", words).split(" "))
    return left if len(_CHINESE.findall(left)) >= _LEAST else ""
