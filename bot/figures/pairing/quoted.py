"""Whether a number is put up for judgment and told of nobody: the rule that is asked for or repeated (少于15人就不行吧),
and what some applicant or other may have (收入1000万的企业能报吗).

Whoever asks whether a figure of theirs is enough has stated it all the same: 我们总投资800万够吗.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.figures.mentions import Mention
from bot.figures.numbers.quantities import Quantity, quantities
from bot.figures.pairing.naming import share_of, suits
from bot.figures.whose import speaks_of_us
from bot.figures.wording.stance import Clause, asks, clauses, supposes, without_what_is_open
from bot.guide.model import Guide

_ENOUGH = re.compile(
    r"(?:够|行|可以|能|达标|符合|合格|满足|算|有戏)[^，。]{0,10}(?:吗|么|吧|呢|没|[?？]|不[ 。！!]*$)|能不能|可不可以|够不够|行不行|符不符合|能[^，。]{0,4}哪|(?P<v>[\u4e00-\u9fff])得(?P<c>[去到着了上起过])(?P=v)不(?P=c)"
)
_RULE = re.compile(
    r"要求|规定|门槛|标准|指南|文件|必须|才[能行可]|是不是|多少|至少要|最低要|(?:需要|要)(?:达到|满足|不低于|有)|原则上"
)
_NUMBER = r"[\d一二三四五六七八九十百千万亿两成半%％]"
_BOUND = re.compile(
    r"[不没未](?:少|低|小|高|多|大|超过?)于?|不[足到满]|[没未](?:到|达到?|满)|达不到|(?:少|低|小|大|高|多|短|强)于|至少|最[少低多高]|起码|超过|以[上下内]|[之]内|(?:需要|得|须|要)(?:有|到|够|占|达)?(?=[\d一二三四五六七八九十百两])"
)
# Asked back for a yes: 研发占比要30%对吧, 不少于15人是吗.
_TAG = re.compile(r"(?:对|是|没错|不是|对不对|是不是)(?:吧|吗|么|嘛|的吧)?[ ?？。！!~～]*$")
_TAGGED = re.compile(
    rf"(?:{_NUMBER}|[人元个名]|以[上下内])[^，。]{{0,4}}?(?:对|是|没错|不是)(?:吧|吗|么|嘛)[ ?？。！!~～，,；]*$"
)
# 收入要3000万以上吧 before anything was asked: what must be is asked back.
_MUST_BE = re.compile(
    rf"(?:(?:需要|必须|须|得|要)(?:达到|有|到|够|占|满|是)?|(?:得|须|需要|必须|要)(?:是|占|达到)[^，。]{{1,5}}?)(?={_NUMBER})[^，。]{{1,10}}?(?:才[行能可够][^，。]{{0,3}})?[吧嘛][ ?？。！!~～]*$"
)
# 投资800万，这800万含不含财政的钱: the number is that of the rule.
_OF_WHAT_NUMBER = re.compile(
    r"(?:那|请问)*[这那]个?(?=[\d一二三四五六七八九十百千两])[^，。]{1,12}?(?:包不包|含不含|包[括含]|含|指|算|是不是|按)"
)
# 企业收入要3000万那种: a rule, by what it demands; a comma seems to stand behind the number.
_THAT_RULE = re.compile(
    rf"[^，。；]*?(?:要|得|需要|要求|不低于)[^，。；]{{0,4}}?{_NUMBER}+[元人个名%]{{0,2}}的?那(?:一)?[种条类样项]"
)
# 研发人员15个，算上博士后吗: who belongs to those of the rule.
_WHO_COUNTS = re.compile("[^，。；\\d]{0,4}(?:算上|算进|包括|包含|含)[^，。；？?\\d]{1,8}(?:[吗么不嘛]|[?？])")
_THEN = re.compile(rf"{_NUMBER}[^，。]{{0,8}}?就(?:不|没|算|能|可以|行|够|符合|达标|报不了)")
_OR_MORE = re.compile(r"[ ]*(?:还是|抑或)")
_THEN_NEXT = re.compile(r"(?:那|是不是|是否)*就(?:不|没|算|能|可以|行|够|符合|达标|报不了)")
# 去年收入1000万的企业, 自筹比例2:1的, 总投资400万这样的项目: a kind of applicant or of project.
# 要三倍自筹的那个重大专项: what tells a program from others.
_THAT_PROGRAM = re.compile(
    r"(?:要|需要|要求|得有?|不低于|至少)[^，。；]{0,16}的那(?:一)?[个类种项](?:[^，。；的]{0,6}(?:专项|项目|重大)|[，。；？?]|$)"
)
_SOME_ONE = re.compile(
    r"(?:的|这样|这种|那种|那样|这类|此类)(?:那?[种类])?(?P<who>企业|公司|单位|机构|高校|院校|研究所|厂家?|申请人|申报人)"
    r"|(?<=[万亿元人个名%下上内\d成])的(?P<project>项目|课题)?(?=[^，。]{0,3}(?:能|可以|行|够|算|符合|有资格|有戏))"
    r"|(?:这样|这种|那种|那样|这类|此类)的?(?:项目|课题|规模|情况|体量|水平|投资)?(?=[^，。]{0,3}(?:能|可以|行|够|算|符合|有戏))"
)
# 自筹700万够3:1吗: the number that something else is measured by.
_MEASURE = re.compile(r"(?:够(?:不够|得上)?|满足|符合|达得?到|能到|能达|能有|到得?了|超过)(?:了|有|得了)?[ ]?$")
_MEASURED = re.compile(r"(?:以上|左右)?(?:的|了)*(?:比例|要求|标准|线)?(?:吗|么|没有?|不|[?？])[ ~～。.!！?？]{0,3}$")
_WHAT_THEN = re.compile("怎么办|咋办|如何是好")  # whoever asks that has the trouble
_WHAT_OF_IT = re.compile("(?<=[万亿元人个名位%％成])呢[ ~～。.!！?？]*$")
# What must be, and what ours is: 我们这个也就650万, 我家才2600万.
# 总投资要800万，我们只有600万 may be of the own project; 要800万吧 and 要800万以上 are of the rule.
_MUST = re.compile(
    "必须|至少|起码|最[少低]|不低于|不少于|以上|才[能行可够]|门槛|规定"
    r"|(?=.*(?:[吗吧么啊呀嘛?？]|听说|据说|说是|指南|专项|申?报))(?:(?<![不想])要(?!是)|得(?=[投有到够\d一二三四五六七八九十百千两])|须|需)"
)
_OURS_IS = re.compile(
    r"[ ]*(?:但是?|可是?|不过|那|而)*(?:我们?|咱们?|俺们?|我家|本?公司|单位|厂里?)(?:公司|单位|厂里?|家|这[个边次]?|那个|项目|的|目前|现在|去年|今年|实际上?|其实|大概|差不多|总共|一共|加起来|[也就才都只是]有?|到|投|[ ])*"
)
_FOR_INSTANCE = re.compile(r"^(?:那|就|假)?(?:比如|譬如|例如|比方|举个?例|打个?比方)")
# 自筹也得3比1吗, 人也要满15个么: of what will do nothing is asked.
_DEMANDED_TOO = re.compile(
    r"(?<![主只想])(?:得|须|必须|需要|要求|(?<=也)要|(?<=还)要|(?<=都)要)(?!了)[^，。？?够行能]{0,6}[\d一二两三四五六七八九十百][^，。？?够行能]{0,8}(?:[吗么嘛不]|[?？])[？?。！! ]*$"
)


def is_demanded_in_that_case(clause: Clause) -> bool:
    """Whether the clause asks if a number is demanded, beside one that supposes a case: 要是我们牵头，自筹也得3比1吗."""
    return bool(_DEMANDED_TOO.search(clause.text)) and not (supposes(clause.text) or speaks_of_us(clause.text))


def is_quoted(text: str, clause: Clause, asked: str | None) -> bool:
    """Whether the numbers of this clause of ``text`` are told of nobody; ``asked``: the figure that was asked for."""
    # 一共40人，研发13人呢 asks how that stands, and for no number; 1600万呢 alone puts another case.
    told = _WHAT_OF_IT.sub("", clause.text) if clause.start else clause.text
    of_a_rule = _asks_for_the_rule(told) or bool(_THAT_RULE.match(text, clause.start))
    return of_a_rule or _is_set_against_ours(text, clause) or _is_put_up(text, clause, asked)


def what_ours_is(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` begins what is told of oneself, after a rule: 我们这个也就(650万)."""
    return bool(_OURS_IS.fullmatch(text, start, end))


def _is_set_against_ours(text: str, clause: Clause) -> bool:
    """Whether the clause tells what must be, and the next one what ours is: 总投资要800万以上，我们才700万."""
    if speaks_of_us(clause.text) or not _MUST.search(clause.text):
        return False
    after = next(clauses(text[clause.end :]), None)
    numbers = quantities(after.text) if after else ()
    return bool(after and numbers and what_ours_is(after.text, 0, numbers[0].start))


def weighed(text: str, named: Sequence[Mention], guide: Guide, asked: str | None) -> tuple[str, ...]:
    """The figures (ids) of which ``text`` puts up a number for judgment; ``asked`` is that of a number without a name."""
    found = quantities(text)
    return tuple(
        dict.fromkeys(each for part in clauses(text) for each in _weighed(text, part, found, named, guide, asked))
    )


def _weighed(
    text: str, clause: Clause, found: Sequence[Quantity], named: Sequence[Mention], guide: Guide, asked: str | None
) -> Iterator[str]:
    inside = [each for each in found if clause.holds(each.start)]
    names = [name.figure for name in named if clause.holds(name.start) and not name.choice]
    if not inside or not (_is_put_up(text, clause, asked) or not names and asks_if_enough(clause.text)):
        return
    for figure in names or ([asked] if asked else []):
        if any(suits(guide.figure[figure], each) or share_of(guide.figure[figure], each, guide) for each in inside):
            yield figure


def _is_put_up(text: str, clause: Clause, asked: str | None) -> bool:
    if speaks_of_us(clause.text) or _WHAT_THEN.search(clause.text):
        return False
    return (
        bool(_FOR_INSTANCE.match(clause.text))
        or _repeats_the_rule(text, clause)
        or asked is None
        and bool(_MUST_BE.search(clause.text))
        or _is_asked_about_next(text, clause, asked)
        or _is_of_some_one(text[: clause.start], clause.text, asked)
    )


def is_measure(clause: Clause, quantity: Quantity) -> bool:
    """Whether the clause asks if something comes up to the quantity, which is nobody's own: 自筹够3:1吗."""
    end = quantity.end - clause.start
    ahead = clause.text[: quantity.start - clause.start] + re.split(_NUMBER, quantity.text)[0]  # 够 may be part of it
    return bool(_MEASURE.search(ahead) and _MEASURED.fullmatch(clause.text, end))


def asks_if_enough(clause: str) -> bool:
    """Whether the clause only asks if a number would do (800万够不够), and does not say that it is the applicant's."""
    return asks(clause) and bool(_ENOUGH.search(clause)) and not speaks_of_us(clause)


def only_asks_if_enough(clause: str) -> bool:
    """Whether the clause asks if a number would do, and repeats no rule by it: 780万够吗, and not 少于15人就不行吧."""
    return asks_if_enough(clause) and not (_BOUND.search(clause) or _THEN.search(clause))


def _asks_for_the_rule(clause: str) -> bool:
    return bool(_RULE.search(without_what_is_open(clause)) or _tells_that_program(clause)) or (
        asks(clause) and not _ENOUGH.search(clause)
    )


def _tells_that_program(clause: str) -> bool:
    return bool(_THAT_PROGRAM.search(clause)) and not speaks_of_us(clause)


def _repeats_the_rule(text: str, clause: Clause) -> bool:
    """不少于15人对吧, 500万以上行吗, 800万就能报吗; also where the question is a clause of its own (少于15人，就不行吧)."""
    bound = bool(_BOUND.search(clause.text))
    questioned = asks(clause.text) or bool(_TAGGED.search(clause.text))
    if questioned and (bound or _THEN.search(clause.text)):
        return True
    after = next(clauses(text[clause.end :]), None)
    if after and _OR_MORE.match(after.text) and _THEN.search(clause.text):
        return True  # 15个人就行，还是得够三成
    return bound and after is not None and bool(_TAG.fullmatch(after.text) or _then_asked(after.text))


def _is_asked_about_next(text: str, clause: Clause, asked: str | None) -> bool:
    """Whether the next clause asks what, or who, belongs to the number of this one."""
    after = next(clauses(text[clause.end :]), None)
    if after is None or not asks(after.text):
        return False
    return bool(_OF_WHAT_NUMBER.match(after.text) or asked is None and _WHO_COUNTS.match(after.text))


def _then_asked(clause: str) -> bool:
    return bool(_THEN_NEXT.match(clause)) and asks(clause)


def _is_of_some_one(before: str, clause: str, asked: str | None) -> bool:
    """Whether the number describes whom or what the question is about, and the asker is not just speaking of itself.

    总投资400万的项目能报吗 is how one begins to speak of a project; while something else is asked for, it is any project.
    """
    found = _SOME_ONE.search(clause) if asks(clause) else None
    if found is None or found["project"] and asked is None:
        return False
    return bool(found["who"]) or not speaks_of_us(before)
