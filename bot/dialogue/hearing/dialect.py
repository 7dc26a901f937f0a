"""Words of the local speech, put as everybody writes them: 俺没得企业 is 我没有企业. Each has as many characters as what it
stands for, so that whatever is known of places in the text stays true."""

from __future__ import annotations

import re

_WE = "俺", "我"
# 没得到, 没得过奖 and 没得选 are not 没有.
_NONE = re.compile("(?:没|莫|木|么|冇)得(?!到|过|选|说|[了上着]|奖|救|商量)")
# 要撒手续, 是撒意思, 撒是查新报告; a 撒 at the end only asks, as 吗 does (能申请撒), and 撒 is also what is done with seed.
_WHAT = re.compile(
    r"(?<=[是要有为做交办报签])撒(?=手续|材料|合同|条件|要求|意思|东西|项目|政策|[子样])|(?<![\u4e00-\u9fff])撒(?=是|叫)"
)

# 医院能当头不, 不是说要企业带头吗: who takes the lead of a project; 由一家打头 and 带头人 are something else.
_LEADS = re.compile("(?<=[能以让要来谁由业校院所司位家])(?:当头|带头|挑头|领头)(?!人|作用|企业|示范|羊|的)")


def in_common_words(text: str) -> str:
    """``text`` in words that the rest knows, place for place."""
    return _LEADS.sub("牵头", _WHAT.sub("啥", _NONE.sub("没有", text.replace(*_WE))))
