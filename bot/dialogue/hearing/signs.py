"""Whether some word of a message can be of what the guide leaves out: 专家一年就来两个月，行吗 sounds like a deadline and has none.

What sounds so without such a word may ask for something else, which may well stand in the guide; where it does not, it is called
by its own words. Where it does not even sound plainly so, it is no question for that at all.
"""

from __future__ import annotations

import re
from dataclasses import replace

from bot.dialogue.hearing.leaning import PART, PLAIN
from bot.dialogue.state import Ranking, Utterance

OF_THE_CHECK = ("status", "result")
ASK, OTHER = "ask_", "ask_other"
_DAY = "(?:[号月日天点]|礼拜|星期)"
# Wide on purpose: slips of the keyboard (结至, 名鹅) and what everybody says (钱呢) are signs as well.
SIGNS = {
    "deadline": re.compile(
        rf"[截结接节劫街][止至束]|截|日期|日子|时[间候后侯见]|石候|何时|期限|期是|[几哪那]{_DAY}|哪一{_DAY}|最[晚迟]|过[期了]|赶[得不上]|怕赶|来得[及急]|来不[及急]|窗口|口子|起止"
        r"|开始|关门|停|收[件材]|受理|为止|几个?月|还有几|往后延|延[期后迟]|推迟|还[来能]?[得能]?[报抱]|[报抱][得不]?上|到期|多久(?:截|结|关|停|到)|之前[交报]|以前要?[交报]|不收|还收|晚[^，。？?]{0,6}?[交报送递补]|半个?月|补交|宽限|随时|常年|分[几两三]?批|几批|一年(?:报|收|申报)?(?:一|几|两)[回次批]"
    ),
    "amount": re.compile(
        r"钱|多少|几[万十百千块]|万|块|额|强度|[资知自]助|[奖补贴拨批给掏赏]的?[多几钱款助贴金励]|给[批配补打拨]|奖|补|贴|不[主助住]|经费|财政|资金|到手|落到|顶天|上[线限]|力度|拨付|出资|盘子|预算"
    ),
    "submission": re.compile(
        r"[交递送寄传填]|提交|咋报|[怎咋]么?[个样]?[报包弄申]|网|系统|平台上|窗口|微信|邮箱|纸|表|书|下载|入口|登录|账号|格式|盖章|[几多]份|打印|跑|流程|程序|步骤|手续|上报|填报|线上|线下|现场|在?哪[里儿]|在哪|到哪|装订|封面|原件|复印"
    ),
    "contact": re.compile(
        r"电话|号|座机|微信|邮箱|联系|地[址点]|楼|办公|门牌|姓|哪[位个]人|群|二维码|当面|在哪|怎么去|咋去|怎么走|手机|负责人|找|上班|房间|谁|传真|QQ|qq|热线|公众号|网"
    ),
    "quota": re.compile(
        r"多少[个项家]|[几俩仨多]个?(?:[个项份家推报保抱]|专项|项目)|几[个项份]|[几俩仨](?!万)|[两二三四五](?:[个项份家]|各不?)(?!月|星期|礼拜)|同时|一[起并块同][儿]?[报申递交]|限|名[额鹅]|指标|再[来]?[报申推]|还能再?[报申]"
        r"|各报|都能?[报申]|每个|[每一](?:个)?(?:单位|某单位|家|人)只|只[能许准让](?:申?报|申请|推)?一|数量|个数|数|多报|冲突|打架|另外?[报申]|兼报|重复|又报|连[着续]|年年|每年|塞|挂[几两]|一个(?:人|单位|企业|学校|学院|医院|区|县)"
    ),
    "review": re.compile(
        r"评|审|打分|答辩|立项|公示|结果|验收|结题|通过|[批定]下?[来准]|批|检查|现场|来看|核查|抽查|考核|[过中]的?[概几]率|中标|把握|多久(?:能|才|会)?(?:出|有)?(?:结|名|通知)|几个?月[能出]|选上|入选|竞争|中期|考察|专家看|怎么定|咋定|淘汰"
    ),
}
# 跟企业一起报 is of one project, and of who takes part in it.
_TOGETHER_WITH = re.compile(r"[跟和与同](?! *能)[^，。？? ]{1,10}?(?:一[起并块]儿?|共同|联合)")


def with_signs(utterance: Utterance) -> Utterance:
    """``utterance``, where what it does not plainly ask for, and has no word of, counts for what has no name among the topics."""
    absent = {f"{ASK}{topic}" for topic in SIGNS if not is_named(topic, utterance)}
    ranking = _without(utterance.ranking, absent)
    meant_otherwise = ranking[:1] != utterance.ranking[:1]
    if meant_otherwise and (plain := _plain_part(utterance)):
        ranking = (plain, *(each for each in ranking if each[0] != plain[0]))
    return replace(
        utterance,
        ranking=ranking,
        parts_ranked=tuple((_without(ranking, absent), masked) for ranking, masked in utterance.parts_ranked),
        pieces=tuple(replace(each, ranking=_without(each.ranking, absent)) for each in utterance.pieces),
    )


def is_named(topic: str, utterance: Utterance) -> bool:
    """Whether some word of the message can be of this topic, beside the names in it: of two programs that are named 一块报 asks
    for both, and for nobody who takes part."""
    return has_sign(topic, utterance.without("program", "family"))


def has_sign(topic: str, text: str) -> bool:
    """Whether some word of ``text`` can be of this topic; of any that needs none, always."""
    return topic not in SIGNS or bool(SIGNS[topic].search(_TOGETHER_WITH.sub("", text)))


def _plain_part(utterance: Utterance) -> tuple[str, float] | None:
    """What a part plainly wants of the check, beside which the whole sounded like something else: 学校给的。那现在差什么."""
    return next(
        ((name, chance) for name, chance, _ in utterance.parts if name in OF_THE_CHECK and chance >= PLAIN), None
    )


def _without(ranking: Ranking, absent: set[str]) -> Ranking:
    """The ranking without what is not meant; where that came first, what has no name does."""
    left = tuple((name, chance) for name, chance in ranking if name not in absent or chance >= PART)
    if not ranking or left[:1] == ranking[:1]:
        return left
    first = max([ranking[0][1], *(chance for name, chance in left if name == OTHER)])
    return ((OTHER, first), *(each for each in left if each[0] != OTHER))
