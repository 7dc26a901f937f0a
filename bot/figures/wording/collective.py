"""Words that take several things together: 这些, 那几种, 上面几个, 五个资质; and those that pick any one of them: 一个也, 哪样都.

Each is a pattern without groups of its own, to be put into others.
"""

from __future__ import annotations

MEASURE = "[个项种类样条块]"
# What a qualification is called in general.
TITLE = "(?:资质|牌子|证书?|称号|荣誉|头衔|帽子|名头|认定)"
_SEVERAL = "[几两三四五六]"
THESE = rf"(?:(?:[这那]|以上|上[面述头]|前[面述])(?:说|讲|提|列)?的?(?:些|{_SEVERAL})?{MEASURE}?{TITLE}?|所有的?{TITLE}?|{_SEVERAL}{MEASURE}{TITLE}?|{TITLE})"
ANY = rf"(?:一{MEASURE}|哪一?{MEASURE}|半个|任何(?:一{MEASURE})?)"
ALL = "(?:[也都全均皆俱]|统统|通通|一概|全部)"
# What takes so many of them together: 另外四样, 五个, 这三类资质.
SO_MANY = r"(?:[几两二三四五六七八九]|(?<!\d)[2-9](?!\d))"
COUNTED = rf"(?:{SO_MANY}{MEASURE}{TITLE}?)"
