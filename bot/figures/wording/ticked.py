"""Forms as people fill them in: 是否高企：是, 有无研发机构：有, 省级平台（无）, 省级平台√ 经费×, 研发机构：☑有 □无.

All of them are put as 名：值, letter for letter, so that every place in the text stays where it is. What the form asks
(是否, 有无) is no question of whoever sends it.
"""

from __future__ import annotations

import re

_STOPS = "，。；！？：,;!?:\n"
_BEING = "稳定|固定|明晰|清晰|清楚|满足|具备|符合|齐全|健全|完善|完备|到位|充足|良好|足够|够用?|在|属于|拥有"
_DOING = "签订?|签署|启动|注册|登记|完成|取得|获得|认定|建成?|建立|设立|办理|开始|开工|到位|落实"
# What is filled in behind a name and answers it by itself.
ANSWER = rf"(?:是的?|不是|否|有的?|没有?|无|能够?|不能|可以|不可以|不?(?:{_BEING})|[已未](?:{_DOING})|[√×YNyn]|yes|no|YES|NO)"
_NO = re.compile(rf"[ ]*(?:不是|否|没有?|无|不能|不可以|不(?:{_BEING})|未(?:{_DOING})|×|[Nn][Oo]?)[{_STOPS} ]*\Z")
_END = rf"(?=[ ]*(?:$|[{_STOPS}|/\t（(]))"
_ASKED = "(?:有无|有没有|有/无|是否|是不是|能否|能不能|可否)(?!(?:能够?|可以)?申?报|可以|需要|必须|应当?|要)"
_ROW = re.compile(
    rf"(?P<ask>{_ASKED})(?P<rest>[^{_STOPS}]{{1,24}}?)(?P<what>[吗么]?)[ ]*(?P<colon>[:：?？])[ ]*(?:{ANSWER}){_END}"
)
_ASKED_BACK = re.compile(rf"(?<=[\u4e00-\u9fff])(?P<what>[吗么])[ ]*(?P<colon>[?？])[ ]*(?:{ANSWER}){_END}")
_HINT = re.compile(r"[（(](?:是|有|能|√|[Yy])[ ]*[/、或][ ]*(?:否|无|没有?|不能|不是|×|[Nn])[)）]")
_BRACKETED = re.compile(
    rf"(?<=[\u4e00-\u9fff]{{2}})[（(\[【](?P<value>{ANSWER})[)）\]】](?P<next>[ ]*(?:$|[{_STOPS}])?)"
)

_WHOSE = "我们|公司|单位|企业|学校|项目|目前|现在"  # 公司 没有 研发机构 有
_PAIR = rf"(?!(?:{_WHOSE}) )[\u4e00-\u9fff]{{2,14}}[ ](?:{ANSWER})"
_PAIRS = re.compile(rf"(?:^|(?<=[{_STOPS}]))[ ]*{_PAIR}(?:[ ]{_PAIR})+(?=[ ]*(?:$|[{_STOPS}]))")

_EMPTY, _TICKED = "□☐○◯", "☑■☒✅√✓✔●"
_BOX_FIRST = re.compile(rf"(?P<box>[{_EMPTY}{_TICKED}])[ ]*(?P<word>[\u4e00-\u9fff]{{1,10}})")
_BOX_LAST = re.compile(rf"(?P<word>[\u4e00-\u9fff]{{1,10}})[ ]*(?P<box>[{_EMPTY}{_TICKED}])")
_SPELLED = str.maketrans({**dict.fromkeys("✓✔☑✅", "√"), **dict.fromkeys("✗✘☒❌╳", "×"), "\ufe0f": " "})
_LETTERED = re.compile(
    rf"(?<=[\u4e00-\u9fff])(?P<gap>[ ]?)(?P<mark>[YyNnXx])(?=[ ]*(?:$|[{_STOPS}])|[ ]+[\u4e00-\u9fff])"
)
_TICK_LAST = re.compile(
    rf"(?<=[\u4e00-\u9fff)）])(?P<gap>[ ]?)(?P<mark>[√×])(?P<next>[ ]?)(?=$|[{_STOPS} ]|[\u4e00-\u9fff])"
)
_TICK_FIRST = re.compile(rf"(?:^|(?<=[{_STOPS}]))[ ]*[√×]")


def is_no(value: str) -> bool:
    """Whether what is filled in says no."""
    return bool(_NO.fullmatch(value))


def denied(row: str) -> bool:
    """Whether the row says no to what stands in it: 与高校联合：否."""
    name, _, value = row.replace("：", ":").rpartition(":")
    return bool(name) and is_no(value)


def chosen(text: str) -> str:
    """``text`` with what is ticked of the options that a form offers, and without the others (☑有 □无) and its hints (是/否)."""
    return _HINT.sub(lambda found: " " * len(found.group()), _options(text)).translate(_SPELLED)


def filled(text: str) -> str:
    """``text`` with the rows of a form put as 名：值."""
    text = _LETTERED.sub(lambda found: found["gap"] + ("√" if found["mark"] in "Yy" else "×"), text)
    text = _ticks_first(text) if _TICK_FIRST.search(text) else _TICK_LAST.sub(_tick, text)
    text = _PAIRS.sub(_paired, _BRACKETED.sub(_bracketed, text))
    return _ASKED_BACK.sub(_answered, _ROW.sub(_answered, text))


def _options(text: str) -> str:
    """研发机构：☑有 □无: of the options offered those that are ticked, where any is left empty."""
    if not any(box in text for box in _EMPTY):
        return text
    first = next(place for place, letter in enumerate(text) if letter in _EMPTY + _TICKED)
    behind = first and re.match("[\u4e00-\u9fff]", text[first - 1])
    pattern = _BOX_LAST if behind else _BOX_FIRST

    def kept(found: re.Match[str]) -> str:
        if found["box"] in _EMPTY:
            return " " * len(found.group())
        return found.group().replace(found["box"], " ")

    return pattern.sub(kept, text)


def _tick(found: re.Match[str]) -> str:
    """省级平台 √ 经费 ×: what is ticked behind its name, and a comma before the next one."""
    gap, following = (":" if found["gap"] else ""), ("，" if found["next"] else "")
    return gap + found["mark"] + following


def _ticks_first(text: str) -> str:
    """√省级平台 ×经费: what is ticked before its name."""
    return re.sub(r"(?<=[\u4e00-\u9fff)）])[ ](?=[ ]*[√×])", "，", text)


def _bracketed(found: re.Match[str]) -> str:
    ends = found["next"].strip() or not found["next"] and found.end() == len(found.string)
    return f":{found['value']}{' ' if ends else '，'}{found['next']}"


def _paired(found: re.Match[str]) -> str:
    """省级平台 有 经费 稳定: names and values in turn."""
    words = found.group().lstrip(" ")
    marks = iter(":，" * len(words))
    return " " * (len(found.group()) - len(words)) + re.sub(" ", lambda _: next(marks), words)


def _answered(found: re.Match[str]) -> str:
    """The row without the words that ask, a colon for their mark."""
    words = list(found.group())
    for name in ("ask", "what", "colon"):
        if name in found.re.groupindex and found[name]:
            start, end = (place - found.start() for place in found.span(name))
            words[start:end] = (":" if name == "colon" else "").ljust(end - start)
    return "".join(words)
