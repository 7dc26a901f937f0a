"""The words that put something up for judgment, and the clauses of a message in which they stand."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.figures.wording.stance import Clause, clauses

MUST = re.compile(
    r"非[^，。]{1,4}不(?:可|行)|(?:必须|一定(?:要|得|是)|非得|非要|必得|只能)[^，。]*(?:[吗么不?？]|$)|需要[^，。]{2,16}[吗么]|要不要|需不需要|用不用|有没有必要|(?:是否|是不是)(?:必须|一定|需要|得|要)"
)
FINE = re.compile(
    r"(?<!我们)(?<!公司)(?:行|成|中)不(?:行|成|中)|(?:行|成|可以|可行|要得|行得通|没问题)[吗么不](?=$|[?？。！!~ ])|可不可以[?？。 ]*$"
    r"|(?:让不让|给不给|准不准|许不许|许可不许可)(?:申?报|申请|参加|牵头)|(?:是不是|算不算|这就|就|那就)?(?:没戏|没希望|没指望|没资格|没门|白搭|泡汤|(?:别|甭|不用|没法)想|歇菜)了?(?:[吗么吧?？]|$)"
    r"|(?:是不是|是否|会不会)[就也都还]?(?:不行|不能|没法|无法|不可以|不让|不符合|不够格|报不[了成上])|过得?(?:去|关)[吗么不没]|(?:有没有|有无|有|没|会不会|会|是否)影响(?:申报|申请)?(?:[吗么没不?？]|$)|(?:碍不碍|碍)事[吗么不?？]?|(?:要不要|打不打)紧|要紧[吗么不]"
    r"|(?:是否|能否|可否)(?:可行|可以|行得通|允许|受理|接受|符合(?:条件|要求|规定)?)|(?:还|也|照样|仍然?|照旧)(?:能不能|能|可以|够格)(?:申?报|申请|参加)"
)
COUNTS = re.compile(
    r"(?:能否|是否|可否|能不能|能|可以)(?:被?认可|承认|算数?)|认不认|算不算|[作算]数[吗么吧不]|认可[吗么不]|(?:能|可以)[当充顶][^，。？?]{0,6}[吗么不](?=$|[，,？?。！!~ ])|能不能[当充顶]"
)


def clauses_of(text: str) -> list[Clause]:
    """The clauses of ``text`` without the commas that end them: 可以吗，跟新疆的呢."""
    return [replace(part, text=part.text.rstrip("，,；; ")) for part in clauses(text)]
