"""Where the one question stands in a message that tells a story: behind it (…。那这条线是多少？), or before it.

Only the form is judged here. A message of a sentence or two has no story, and is its own question.
"""

from __future__ import annotations

import re

from bot.figures.wording.stance import Clause, asks, clauses

STORY, IN_ONE = 24, 50  # characters that a story has at least, in sentences of its own and in one with its question
SENTENCE = re.compile(r"[^。？?！!；;\n]*[。？?！!；;\n]*")
LONGEST = 50  # characters of a sentence that is a question as a whole, with what it names first
# 到底是现场答辩还是网上评, 几比几: asked in words that may as well tell something.
EITHER = re.compile(r"(?:到底|究竟)(?!是因为)|是[^，。]{1,10}还是|几(?:比几|成|条|样|号|月)")
LAST = re.compile(
    r"(?:不知道?|不晓得|不清楚|搞不清|弄不清|没弄清)[^，。]*(?:哪|什么|啥|谁|几|多少|怎|咋|如何|还是)[^，。]*[。！!\s]*$"
)
CLOSED = re.compile(r"[?？]\s*$|(?:[吗呢]|(?<![什怎那这多])么)[。！!\s]*$")
# What the next clause is said of: 要200万的话，…, 重大专项里头，…, 没有合作方，….
OF_WHAT = re.compile(
    r"(?:的话|专项|[里中上]头?|方面|来[说讲]|[那这]?[块类种样条边]|路子|领域|情况|时候?|企业|高校|学校|申?报)[，,：:\s]*$|^(?:要是|如果|假如|按|像|照|对于?|关于|至于|以|没有|光|单|就)"
)
# What is wanted without a word of asking: 请告诉我…, 麻烦列一下, 把…发我.
WISH = re.compile(
    r"(?:请|麻烦|劳驾|烦请)(?!了?(?:专家|老外|外国|人|来|教授|的))|告诉我|告知|(?:说|讲)(?:说|讲|清|明|一下|个)|介绍|列(?:一下|出|给|个|明)|发(?:给)?我|想(?:确认|知道|问|了解|弄明白|弄清)|(?:给|帮)我(?:说|讲|列|查|看|核)"
)
# What is only wondered at, or reported of others, asks for nothing.
ASIDE = re.compile(
    r"(?:不知道?|不晓得|不清楚|说不清|搞不清|弄不清|没弄清)|叫人|让人|(?:懂|明白|清楚|知道)(?:个)?(?:啥|什么)|(?:啥|什么)(?:都|也)|(?:问|打听)(?:了|过)|怎么(?:也|都)|哪[里儿]?(?:都|也)"
)


def question_in(text: str) -> tuple[int, int] | None:
    """The place of the question of ``text`` beside its story; None where it tells none, or asks several."""
    sentences = _sentences(text)
    asking = [each for each in sentences if _asks(each)]
    if sentences and asking[-1:] != sentences[-1:] and LAST.search(sentences[-1].text):
        asking.append(sentences[-1])  # 就是不知道该送到哪个科室, and no more after it
    if not asking or any(CLOSED.search(each.text) for each in asking[:-1]):
        return None
    last, first = sentences[-1], sentences[0]
    tail = asking[-1] is not first and sentences[-2:-1] == asking[-1:] and len(last.text) <= LONGEST
    if asking[-1] is last or tail:
        start, end = _narrowed(asking[-1], alone=asking[-1] is first), len(text)
    elif asking == [first]:
        start, end = 0, first.end
    else:
        return None
    least = IN_ONE if len(sentences) == 1 else STORY
    return (start, end) if len(text) - (end - start) >= least else None


def _sentences(text: str) -> list[Clause]:
    found = ((each.group(), *each.span()) for each in SENTENCE.finditer(text) if each.group().strip())
    return [Clause(*each) for each in found]


def _asks(sentence: Clause) -> bool:
    return any(_wants(each.text) for each in clauses(sentence.text))


def _wants(clause: str) -> bool:
    wanted = asks(clause) or WISH.search(clause) or EITHER.search(clause)
    return bool(wanted and not ASIDE.search(clause))


def _narrowed(sentence: Clause, *, alone: bool) -> int:
    """Where the question begins: with its sentence; in one that is long, or tells the story too, with the clause that asks
    and what that is said of."""
    if not alone and sentence.end - sentence.start <= LONGEST:
        return sentence.start
    parts = list(clauses(sentence.text))
    asking = [place for place, each in enumerate(parts) if _wants(each.text)] or [len(parts) - 1]
    place = asking[-1]
    while place and (place - 1 in asking or OF_WHAT.search(parts[place - 1].text)):
        place -= 1
    return sentence.start + parts[place].start
