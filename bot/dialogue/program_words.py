"""Words of the language, and of no guide, by which it is asked what a program is or which it is: 它干嘛的, 是哪个专项, 听说有个项目."""

from __future__ import annotations

import re

# 支持省级平台的是哪个专项, 叫什么项目: of which no more is known than what it is for.
WHICH_ONE_IT_IS = re.compile(
    r"(?:[是叫]|对应)(?:的是)?(?:哪|什么|啥)(?:一?[个项类])?(?:专项|项目|计划)(?=[呢啊呀的]*(?:[，,。；;？?！! ]|$))"
)

# 听说有个要拉张江入伙的项目？: whether there is one like that.
HEARD_OF = re.compile(
    r"(?:听说|听人[说讲]|据说|好像|说是|说)[^，。；？?]{0,4}有(?:一?[个种类块条]|一)[^，。；？?]{2,24}(?:专项|项目|计划|平台)(?:来着|[吗么吧嘛呢])*(?:[，,？?。 ]|$)"
)

# 重大专项跟我们民企有关系没: whether it is for those of a kind at all.
CONCERNS = re.compile(
    "某专项[^，。；？?]{0,2}[跟和与对](?:我们|咱们)?某单位[^，。？?]{0,3}(?:有(?:没有|无|没)?|沾不沾|没)(?:什么|啥)?(?:关系|边)"
)

# 它干嘛的, 第三个是做啥的.
WHAT_FOR = re.compile(
    r"(?:那么?|哦|嗯|[，, ])*(?:它|他|这一?个|那一?个|这|那|某专项|第[一二三四五六七八九十]+[个项类]|(?:这个?|那个?|该)(?:专项|项目))(?:专项|项目)?(?:又|到底|究竟|具体|主要|专门|都|是|用来|拿来)*"
    r"(?:干|弄|做|搞|整)(?:嘛|吗|啥|什么|甚)(?:事|用|使)?的?[呢呀啊来着？?。 ]*"
)
