"""What of a text tells what its teller does: not what he did before, meant to do, is not, what took place, or what others call it.

原先开五金铺子, 本来想开饭馆, 不是搞装修的, 昨天参加同学婚礼 and 非说这叫数字经济 each tell of something else than the business that is
asked about.
"""

from __future__ import annotations

import re

from bot.guide.words import CLAUSE

_BEFORE = re.compile(
    "原先|原来(?=[是在做搞开干跑卖])|以前|早先|从前|早年|过去是|起家|留下|传下"
    "|(?:不行|不干|不开|不做|干不下去|做不下去|开不下去|撑不住|倒闭|关门|关张|停业|歇业|黄|转让)了"
)
# 本来想转行开饭馆的, 差点去跑出租: what was only meant to be done.
_MEANT = re.compile(
    "(?:本来|原本|原来|起初|起先|当初|一开始|开始|本)(?:[我都也是就还]|我们|咱们?)*(?:想|打算|准备|计划)|差点(?:就|儿|没)?[去开做改转干]"
    "|(?:劝|撺掇|逼|喊)着?[我咱]们?(?:都|也|赶紧|干脆)*(?:去|回来?|转行|改行|一起)?[开做跑干卖考]"
)
# 我们不是搞装修的: as a whole clause, what one is not.
_IS_NOT = re.compile(
    "(?:[我咱俺]们?|公司|这|可|并|也|但|跟你说)*(?:不是|不)(?:专门|光|单纯)?[做搞干开卖弄跑教][^，,。；;]{1,8}的(?:公司|店|厂)?[^\\w]*"
    # 导师说光写论文不行
    "|[^，,。；;]{0,5}(?:光|单靠?|只)[^，,。；;]{1,8}(?:不行|不够|不成|没用|不顶用|走不通)[^\\w]*"
    # 连酱油都不沾
    "|连[^，,。；;]{1,6}[都也](?:不|没)[^，,。；;的]{1,4}[^\\w]*"
    # 不是街边美容院那种
    "|(?:[我咱俺]们?|公司|这|可|并|也|但|又|跟你说)*(?:不是|不同于|不像)[^，,。；;]{1,8}[那这](?:种|类|号|样)(?:的|店|地方)?[^\\w]*"
)
# 前几年给桥梁刷漆。现在自己…: what was done then, where it is told what is done now.
_THEN = re.compile("^(?:我们?|公司)?(?:前[几些两]年|头[几些]年|早几年|刚开始那几年)(?!.*(?:研发|研制|开始))")
_NOW = re.compile(
    "^(?:我们?|公司)?(?:现在|如今|眼下|目前|这两年|去年开始|今年)(?:我们?|公司|自己)*[^，,。；;]{0,6}[做搞弄造产种养配调熬烧研改建]"
)
# 昨天去参加同学婚礼, 前天吃满月酒: where one was as a guest.
_ATTENDED = re.compile(
    "(?:参加|出席|赶上|碰上|去了?一?[趟场]|[吃喝赴])(?:了|过|完)?[^，,。；;的]{0,8}?(?:婚礼|婚宴|喜[酒宴]|酒席|宴席|席|满月酒|庆典|葬礼|丧事|同学会|聚会|年会|饭局)"
    "(?:上|时|回来|的时候|那天|了|[ ])*(?=[^\u4e00-\u9fff]|$|听|遇|碰|见|有人|聊|认识)"
)
_FAMILY = "(?:孩子|小孩|娃娃?|儿子|闺女|女儿|丫头|孙[子女]|外孙女?|侄[子女]|外甥女?|媳妇|老婆|老公|爱人|丈夫|妻子|对象|父母|父亲|母亲|爸妈?|妈|爹|老[爷太][子太]|老人|弟弟?|妹妹?|哥哥?|姐姐?)"
# 孩子今年高考, 闺女下月办婚礼: what the family lives through, and nobody's trade.
_OF_THE_FAMILY = re.compile(
    f"^(?:[我咱俺](?:们)?家?|家里|正好|赶上|偏偏|最近|今年|这几天|[ ])*(?:[我咱俺](?:们)?家?|的)?{_FAMILY}[^，,。；;开卖]{{0,8}}?"
    "(?:[高中小]考|考[研公大高中学证级试]|艺考|上(?:着|了|的)?(?:幼儿园|小学|初中|高中|中学|大学|学|补习班)|念|读书|读[小初高中大]|补[习课]|留学|结婚|出嫁|办?婚礼|婚事|住院|看病|[生坐]月子|学(?:钢琴|画|车|跳|英语))"
)
# 非说这叫数字经济, 说你都成科技企业了, 说人工智能现在政策好: what somebody else calls it, or says of the times.
_CALLED = re.compile(
    "(?<![我咱据]们)(?<![我咱据])(?:非[要得]?|都|老|总|还|跟我|开玩笑|打趣)*[说讲夸](?:我们|咱们|你们|[我咱你这那它])(?:个|家|店|种|行|买卖)?[都也现在]*就?(?:叫|算|成|是)"
    "|非说|[说讲][^，,。；;]{1,10}(?:现在|如今|眼下|这两年|正)*(?:政策好|吃香|热门|是风口|有补贴|很?火)"
)


def own_work(text: str) -> str:
    """``text`` without the clauses that tell of other things than what its teller does, unless those are all."""
    said = CLAUSE.split(text)
    kept = [clause for clause in said if not _tells_of_another(clause)]
    if any(_NOW.match(clause) for clause in kept):
        kept = [clause for clause in kept if not _THEN.match(clause)]
    return "，".join(kept) if any(kept) else text


def _tells_of_another(clause: str) -> bool:
    other = any(words.search(clause) for words in (_BEFORE, _MEANT, _ATTENDED, _OF_THE_FAMILY))
    return other or bool(_IS_NOT.fullmatch(clause.strip()))


def uncalled(text: str) -> str:
    """``text`` without the clauses that only say what others call the business."""
    kept = [clause for clause in CLAUSE.split(text) if not _CALLED.search(clause)]
    return "，".join(kept) if any(kept) else text
