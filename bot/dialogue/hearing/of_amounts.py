"""Whether it is asked how much is given, and not how much a rule demands: 财政最高支持多少资金, 今年总盘子多大."""

from __future__ import annotations

import re

from bot.dialogue.hearing.leaning import A_RATIO
from bot.dialogue.hearing.message import Message
from bot.dialogue.words import HOW_MUCH

TOPIC = "amount"
# 财政这头到底掏多少, 财政一共拿出来多少钱: what whoever is named does with money that he gives.
_GIVES = re.compile(
    "(?:给(?!我们?[的报])|[出掏拨拿批补奖发]|[支扶]持|[资自]助|贴|安排|下达)[^，。；？?！!]{0,8}?(?:多少|多大|(?<![这那])几)"
    "|(?:给|[出掏拨拿批补奖]|[支扶]持|[资自]助)[^，。；？?！!]{0,6}(?:上[限线]|封顶|顶格|标准)"
)
# 财政出多少我们得配多少: what one has to put beside it is a rule's.
_BESIDE_IT = re.compile("配[套上多]|[配贴]比|倍|(?:我们?|咱们?|自己|企业|公司)[^，。；？?！!]{0,4}[出掏拿投配筹垫]")
# 今年, 全市, 科技经费: what a house has for all projects together.
_OF_ALL_PROJECTS = re.compile(
    "今年|全年|全市|(?<!企业)年度|市里|局里|区里|市财政|(?:科技|三项|专项)经费|专项资金|资金池"
)
_DEMANDED = re.compile(
    "要求|门槛|至少|最[少低]|起码|起步|下限|够|[得需该](?!到)|要(?:多|投|有|达)|(?:多少|多大|几)[^，。]{0,3}才|不低于|以上|我们?|咱们?"
)


def asks_how_much_is_given(this: Message) -> bool:
    """Whether the one amount that is named is what is given, of which nothing is told; or all that there is to give."""
    named = {*this.utterance.ids("figure")}
    open_ = named and HOW_MUCH.search(this.utterance.text) and not (this.numbers_told or this.conversation.active)
    if not open_ or A_RATIO.search(this.utterance.text):
        return False
    return _of_whoever_gives(this, named) or _of_all_projects(this, named)


def given(this: Message) -> set[str]:
    """Figures (ids) that somebody else gives: no rule demands so much of them."""
    return {figure for each in this.guide.silent_topics if each.topic == TOPIC for figure in each.figures}


def _of_whoever_gives(this: Message, named: set[str]) -> bool:
    text = this.utterance.text
    gives = any(_GIVES.search(text, each.end) for each in this.utterance.of("figure"))
    return named <= given(this) and gives and not _BESIDE_IT.search(text)


def _of_all_projects(this: Message, named: set[str]) -> bool:
    money = all(this.guide.figure[each].kind == "money" for each in named)
    surely = this.intent == f"ask_{TOPIC}"
    return (
        money
        and surely
        and bool(_OF_ALL_PROJECTS.search(this.utterance.text))
        and not _DEMANDED.search(this.utterance.text)
    )
