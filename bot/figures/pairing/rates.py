"""Numbers that are said of each of many, and so are no total: 分两期，每期600万, 每十个人里四个, 三个人里头有一个搞研发."""

from __future__ import annotations

import re

from bot.figures.numbers.quantities import Quantity
from bot.figures.wording.stance import Clause, ahead_of
from bot.guide.model import Figure

# What is counted for each of many, or for a part of the year, is no total; nor is what is said of others.
_PER = re.compile(
    r"每(?!次都|回都|一?个?人都|年年)[\u4e00-\u9fff]|人均|亩均|年均|平均|单价|(?:[期批家年]|阶段|部分|单位|公司|项目)[^，。]{0,2}(?:各(?![项类种级])|分别)|^各[有是约]?[ ]?$"
)
_PER_YEAR = re.compile("每一?(?:个?年度?)|年均|平均每年|平均")
_EVERY = re.compile(r"每(?:给|出|投|拿|花|有)?[一二三四五六七八九十百\d]+(?![一二三四]?年)")
# 三个人里头有一个搞研发 tells how many of so many; of us all it tells the whole.
_SOME_OF_SO_MANY = re.compile(
    r"(?<![\d一二两三四五六七八九十百千])(?:[二两三四五六七八九十]|[2-9]|10)个?人?(?:里头?|里面|当中|之中|中)(?:就|平均|大概|差不多)?有[一二两三四五六七八九\d](?:个|名|人)"
)
_OUR_WHOLE = re.compile("我们|咱们|一共|总共|全[公单厂院所校部]|公司|单位|团队")


def is_rate(text: str, clause: Clause, quantity: Quantity) -> bool:
    """Whether the clause says how many of every so many (每十个人里四个, 财政每给1块我们出3块)."""
    among = (found.span() for found in _SOME_OF_SO_MANY.finditer(text, clause.start, clause.end))
    few = any(start <= quantity.start < end for start, end in among) and not _OUR_WHOLE.search(clause.text)
    return few or bool(_EVERY.search(text, clause.start, quantity.end))


def is_of_each(text: str, quantity: Quantity, figure: Figure) -> bool:
    """Whether the number is said of each of many (分两期，每期600万, 每个部门6个); of a yearly figure 每年 says nothing else."""
    ahead = ahead_of(text, quantity.start)
    return bool(_PER.search(_PER_YEAR.sub("", ahead) if is_yearly(figure) else ahead))


def is_yearly(figure: Figure) -> bool:
    """Whether the figure is an amount of one year, so that 每年 says nothing else."""
    return any("年" in name for name in (figure.name, *figure.names))
