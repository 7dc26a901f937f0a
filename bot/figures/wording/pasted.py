"""Lists as people paste them: 企业/在兰州/没有合作, the row of a table, 1.企业2.工业. What parts their items is put as a comma.

Letter for letter, so that every place in the text stays where it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.figures.wording.listing import listed
from bot.figures.wording.own_answers import told
from bot.figures.wording.tables import upright
from bot.figures.wording.ticked import ANSWER, chosen, filled

_STOPS = "，。；！？：,;!?:\n"
_MARK = re.compile(r"[ ]*(?:[|│丨]+|\t+|[/\\]+|[+&]|[·•●▪◆*]|→|—+|–|-+|(?<=\S)[ ]{2})[ \t|│丨]*")
_AFTER_STOP = re.compile(rf"(?:^|(?<=[{_STOPS}]))[^{_STOPS}]*\Z")
_TO_STOP = re.compile(rf"[^{_STOPS}]*")
_HAN, _LETTER = re.compile("[\u4e00-\u9fff√×（）()]"), re.compile("[A-Za-z\\d]")
# 900万/4000万 and 15人-50人 are two amounts, 200万元/年 is one.
_AMOUNT, _NUMBER = re.compile(r"[\d万亿元人名个位%成]$"), re.compile(r"[\d一二两三四五六七八九十百千]")
_RATE = re.compile(r"[元万亿人名个次吨]$")
_PER = re.compile(r"(?:年度?|月|季度?|天|日|人|次|户|家|亩|吨|台|套|个|件|期)(?![\u4e00-\u9fff])")
_WORDLIKE = "+-·*&"  # stand inside words and sums as well: what parts items with them does so more than once
_SURE = "|│丨\t→•●▪◆— "
_EDGES = "|│丨\t-*·•●▪◆"  # at the beginning of a line, or at the end of a row
_YES = re.compile("[是有能]$")  # 是/否 and 有/无 offer both
_SHORTEST = 2  # characters of an item

# 研发机构,有 in a table
_ROW_ENDS = re.compile(rf"(?<=[\u4e00-\u9fff）)])[,，](?=[ ]*{ANSWER}[ ]*(?:\n|$))")
_ITEM = r"(?=[ ]?[^\d\s.、)）])"
# Marks that count items, each written for one number.
_COUNTS: tuple[tuple[str, Sequence[object]], ...] = (
    (rf"(?<![\d.,(（])%s(?:[.、]{_ITEM}|[)）])", range(1, 40)),
    (rf"(?:^|(?<=\n))[ ]*%s[ ]*[,，]{_ITEM}", range(1, 40)),  # the first column of a table
    (
        r"(?:^|(?<=\n))[ |│丨]*%s(?:[ ]*[\t|│丨][ \t|│丨]*|[ ]+)(?![个名位万亿元家件]|人(?!员|数)|项(?!目))(?=[\u4e00-\u9fff])",
        range(1, 40),
    ),
    (r"[（(]%s[)）]", range(1, 40)),
    ("%s[\ufe0f ]?\u20e3", range(1, 10)),
    (rf"第?%s[、是，,]{_ITEM}", "一二三四五六七八九十"),
    (rf"(?<![A-Za-z])%s[.、)）]{_ITEM}", "ABCDEFGHIJ"),
    ("%s", "①②③④⑤⑥⑦⑧⑨⑩"),
)
_GLUED = rf"(?<=\d)%s[.、)）]{_ITEM}"  # 研发人员15 and 2. in 研发人员152.员工50人, where 1. went before


# 我们公司在安宁 高企 跟深圳大学一块做: a space where others put a comma. 总投资 六百万 and 研发投入 是多少 are each one clause.
_SPACED = re.compile(r"(?<=[\u4e00-\u9fff]) (?=[\u4e00-\u9fff])")
_GOES_ON = re.compile(r"[一二两三四五六七八九十百千万亿几半零多是有无没为要占的在不到够吗么呢]")
_LONG = 4  # characters of what is more than a name


def as_clauses(text: str) -> str:
    """``text``, its lists, rows and forms put as clauses and as 名：值."""
    return told(listed(filled(_parted(_answered(chosen(upright(_with_commas(text))))))))


def _with_commas(text: str) -> str:
    """``text`` with a comma for a space between two things of which one at least is more than a name."""
    letters = list(text)
    for found in _SPACED.finditer(text):
        ahead = re.split(rf"[{_STOPS} ]", text[: found.start()])[-1]
        behind = re.split(rf"[{_STOPS} ]", text[found.end() :])[0]
        if max(len(ahead), len(behind)) >= _LONG and not _GOES_ON.match(behind):
            letters[found.start()] = "，"
    return "".join(letters)


def _answered(text: str) -> str:
    """``text`` of several lines with a colon before an answer that ends one of them."""
    return _ROW_ENDS.sub(":", text) if "\n" in text else text


def _parted(text: str) -> str:
    """``text`` with a comma for what parts the items of a list, and a colon for what parts a name from 有 or 无."""
    letters = list(text)
    for start, end, mark in _counts(text):
        letters[start:end] = mark.ljust(end - start)
    return _without_marks("".join(letters))


# --- 1.企业2.工业 ---


def _counts(text: str) -> Iterator[tuple[int, int, str]]:
    """Start, end and what is put there, of the marks of every list that counts its items from one."""
    for pattern, numbers in _COUNTS:
        found = _in_order(text, pattern, numbers)
        for start, end in found if len(found) > 1 else ():
            ahead = text[:start].rstrip(" ")
            yield start, end, " " if not ahead or ahead[-1] in _STOPS else "，"


def _in_order(text: str, pattern: str, numbers: Sequence[object]) -> list[tuple[int, int]]:
    places: list[tuple[int, int]] = []
    for number in numbers:
        begin = places[-1][1] if places else 0
        found = re.compile(pattern % number).search(text, begin)
        if not found and places and str(number).isdigit():
            found = re.compile(_GLUED % number).search(text, begin)
        if not found:
            break
        places.append(found.span())
    return places


# --- 企业/在兰州/没有合作 ---


def _without_marks(text: str) -> str:
    letters, begin, put = list(text), 0, ""
    for found in _MARK.finditer(text):
        put = _instead(text[begin : found.start()], found, answered=put == ":")
        if put:
            letters[found.start() : found.end()] = put.ljust(found.end() - found.start())
            begin = found.end()
    return "".join(letters)


def _instead(before: str, found: re.Match[str], *, answered: bool) -> str:
    """What stands for a mark: nothing at the edge of a row, a colon before an answer, a comma; "" where it parts no items.

    ``before``: the text from the last mark on; ``answered``: that one stands before an answer.
    """
    mark, text = found.group().strip(" ")[:1] or " ", found.string
    since = _AFTER_STOP.search(before)
    ahead, behind = (since.group() if since else "").strip(), _item(text, found.end())
    if not (ahead and behind):
        return " " if mark in _EDGES and not _NUMBER.match(behind) else ""
    answers = re.fullmatch(ANSWER, behind) and not _YES.search(ahead)
    if mark in _WORDLIKE and not _parts_twice(text, mark):
        return ""
    if not (answers or mark in _SURE or _are_items(ahead, behind, answered=answered)):
        return ""
    if _AMOUNT.search(ahead) and _NUMBER.match(behind) and mark not in _SURE:
        return ""
    return ":" if answers and len(ahead) >= _SHORTEST else "，"


def _item(text: str, begin: int) -> str:
    """What follows up to the next stop or mark."""
    rest = _TO_STOP.match(text, begin)
    words = rest.group() if rest else ""
    following = _MARK.search(words, 1)
    return (words[: following.start()] if following else words).strip()


def _are_items(ahead: str, behind: str, *, answered: bool) -> bool:
    """Whether the words on both sides can be items of a list; 和/或, 元/年 and 5G/6G are none."""
    if len(behind) < _SHORTEST or len(ahead) < _SHORTEST and not answered or _RATE.search(ahead) and _PER.match(behind):
        return False
    return not (_LETTER.match(ahead[-1]) and _LETTER.match(behind[0])) and bool(
        _HAN.match(ahead[-1]) or _HAN.match(behind[0])
    )


def _parts_twice(text: str, mark: str) -> bool:
    sides = rf"[\u4e00-\u9fff√×）)\dA-Za-z][ ]?{re.escape(mark)}[ ]?(?=[\u4e00-\u9fff√×（(])"
    spaced = rf"\S[ ]{re.escape(mark)}[ ]\S"
    return len(re.findall(sides, text)) > 1 or bool(re.search(spaced, text))
