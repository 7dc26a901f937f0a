"""Words that decide: between what was said and what was supposed since, with a number (那就按自筹300万算) or without one."""

from __future__ import annotations

import re

from bot.figures.wording.stance import asks

_NUMBER = r"[\d一二两三四五六七八九十百千半]"
_DOES = "算|来|报|填|计|为准|申请|申报|办|走|做|弄|执行|投|出"
_DECIDES = re.compile(
    r"(?<![\d万亿元块%人个成])还是(?:按|用|写|填|报|改|要|算)?[成为]?[^，。]{0,6}[\d一二两三四五六七八九十百千]|决定|敲定|商量好"
    r"|(?:改|调|提|加|降|减|压|涨)到[^，。]{1,14}[了吧][。！! ]*$|"
    r"那?就?(?:按照?|照|用|取)[^，。]{1,20}(?:算|来|报|填|计|为准)"
    rf"|(?:按照?|照)[^，。]{{0,8}}{_NUMBER}[^，。]{{0,6}}(?:{_DOES})|(?<!不)就(?:定|改|用|按)|(?:^|^(?:好|行|成|嗯|可以|ok|那)[的吧了啊，, ]*)就[ ]?(?={_NUMBER})|(?<![没未])定了(?=[吧啊，,。！! ]|$)|以[^，。]{{1,14}}为准|定[为成在]"
    # 那少要点财政的，要200万
    rf"|(?:少|多)(?:要|申请|报|出|拿|掏|筹|投)(?:一?[点些])[^，。]{{0,6}}[，, ]*[^，。]{{0,4}}{_NUMBER}"
    rf"|那(?:我们?|咱们?)?就(?:是|要(?!求)|报|申请|投|出|把|(?:再|多|少)?(?:[加减提降增涨凑补]|招|聘)|再?[多少](?={_NUMBER}))|(?:那(?:我们?|咱们?)?就?|那?还是)[ ]?(?={_NUMBER})"
)
_SO_THEN = re.compile("(?:好|行|嗯|可以|[，, ])*那(?:我们?|咱们?|公司)?就")
# 好，就这么定了, 那就改吧: what was supposed last is meant to hold. 就这样吧 may be but a farewell.
_THIS = "这么|这样|这个(?:数|方案|来)?|此|刚才(?:的|说的|那个)?|假设的?|新的?(?:数|方案)?|调整后的?|改后的?"
_ADOPTS = re.compile(
    rf"(?:就|还是|那|嗯|好|行|可以)[，, ]*(?:{_THIS})?(?:定|改|采用|采纳)(?:了|下来|吧|它)+|(?:{_THIS})(?:定|改|{_DOES})|(?:按照?|照|用|以|取)(?:{_THIS})[^，。]{{0,4}}(?:{_DOES}|定|改)?"
)
_AROUND = re.compile(
    rf"(?:{_ADOPTS.pattern}|{_THIS}|好|行|可以|嗯|哦|对|没问题|ok|那|就|我们?|咱们?|公司|决定|定了|打算|都|还是|的|话|了|吧|啊|呀|呢|哈|[，,。！! ~～])+",
    re.IGNORECASE,
)
_NOT_YET = re.compile("[?？吗呢]|不|别|没(?!问题)|先|再(?:想|说|看)")


def decides(text: str) -> bool:
    """Whether the text settles what is to hold from now on: 那就按300万算, 我们决定把总投资加到900万, 还是510万."""
    return bool(_DECIDES.search(text)) and not asks(text)


def concludes(text: str) -> bool:
    """Whether the text decides in answer to what was just said: 那我们就把自筹提到900万."""
    return decides(text) and bool(_SO_THEN.match(text))


def goes_for(text: str) -> bool:
    """Whether the text settles on what it names: 好，那就企业牵头, 那就按农业类报."""
    return decides(text) or bool(_SO_THEN.match(text)) and not asks(text)


def adopts(text: str) -> bool:
    """Whether the text says, and nothing else, that what was supposed holds."""
    return bool(not _NOT_YET.search(text) and _ADOPTS.search(text) and _AROUND.fullmatch(text))
