"""Numbers that say nothing of an applicant: years, dates, clause numbers, telephone numbers, codes, single digits, set phrases.

They are masked before amounts are looked for, so that no pattern of an amount needs to know them.
"""

from __future__ import annotations

import re

from bot.figures.wording.slips import DIGIT

MASK = "\0"

_CN = "零一二三四五六七八九十"
_YEAR = r"(?<!\d)(?:19|20)\d\d"
_PATTERNS = (
    # longer than any amount
    r"(?<!\d)\d{16,}",
    rf"[{_CN}百千万亿两]{{25,}}",
    # years, dates, times of day
    rf"{_YEAR}[ ]?(?:[-~/至到和、][ ]?(?:20)?\d\d[ ]?)?年(?:度|底|初|末)?",
    rf"{_YEAR}[-/年][ ]?\d{{1,2}}(?:[-/月][ ]?\d{{1,2}}[日号]?)?(?![\d.万亿%元人千百])",
    rf"{_YEAR}\.\d{{1,2}}\.\d{{1,2}}(?!\d)",
    rf"(?:(?<!\d)\d{{1,2}}|[{_CN}]{{1,3}})月?份?[ ]?[-~到至][ ]?(?:\d{{1,2}}|[{_CN}]{{1,3}})月(?:份|底)?",
    rf"(?:\d{{1,2}}|[{_CN}]{{1,3}})月(?:份|底|初|(?:\d{{1,2}}|[{_CN}]{{1,3}})[日号])?",
    r"(?<!\d)(?:(?:[01]\d|2[0-4]):[0-5]\d|\d:(?:00|15|30|45))(?::[0-5]\d)?(?!\d)",
    # telephone numbers, addresses, codes, versions
    r"(?<![\d.])(?:\+?86[- ]?)?1[3-9]\d{9}(?![\d.]|[ ]?[万亿元])",
    r"(?<![\d.])1[3-9]\d[- ]\d{4}[- ]\d{4}(?!\d)",
    r"(?<![\d.])(?:0\d{2,3}[- ]\d{7,8}|[48]00-\d{3}-?\d{4})(?:-\d{1,4})?(?!\d)",
    r"(?:电话|手机|微信|[Qq]{2}|座机|热线|号码|邮编|传真|分机|群号|[Tt]el)(?:号码?|群)?[是: ]{0,3}\d{3,15}",
    r"(?<![0-9A-Za-z])(?=\d{0,20}[A-VX-Za-vx-z])(?=[A-Za-z]{0,20}\d)[0-9A-Za-z]{8,64}(?![0-9A-Za-z])",
    r"(?<![\d.])\d{1,4}(?:\.\d{1,4}){2,9}",
    r"(?<![A-Za-z])(?:GB|ISO|IEC|PM|N[Oo]|HS|GMP|IP|Win|[Vv])(?:/T)?[.\- ]{0,2}\d{1,15}(?:[.\-]\d{1,8}){0,3}",
    rf"(?:\d{{1,3}}|[{_CN}]{{1,3}})(?:号?楼|层|栋|幢|单元|座)(?:[A-Za-z]座?)?[ ]?\d{{3,4}}(?![\d.%万亿千百元人名个位])",
    r"(?<!\d)\d{3,4}(?=号?(?:办公|会议|实验|接待|值班)?[室房](?!地产))|(?<!\d)\d{3,4}(?=号?(?:办公室|会议室|实验室|房间))",
    # clause and list numbers, ordinals
    rf"[一二三四五六七八九]?\((?:\d{{1,2}}|[{_CN}]{{1,3}})\)(?:\d{{1,2}}(?![\d.%万亿千百元人名个位比:,]))?",
    rf"第[ ]?(?:\d{{1,6}}|[{_CN}百千]{{1,6}})",
    r"(?:^|(?<=[\s。；;，,:]))\d{1,2}[、.．)](?=[ ]?[^\d\s]|$)",
    # a digit that was typed too often, or left out
    DIGIT,
    # set phrases
    r"十[一二三四五六]五(?![%成万亿千百人名位个])",
    r"(?<![一二三四五六七八九两几零])百十(?!来?[万亿个号名位人])|一五一十|百分百|(?<![\d一二三四五六七八九两十百千几])万一|千万(?=不要|不能|别|要|记得|注意|小心)",
    r"三元(?=材料|正极|锂|催化|前驱|乙丙|电池|里|共|合金|体系)|[一二三]元(?=化|论|体系|醇|酸|次|结构)",
    r"没有?(?:几|多少)(?:个人?|人|名|位|号人)?(?![\d一二两三四五六七八九十百千万亿])",  # 没几个，七八个: no fewer than those
    r"一个(?![百千万亿多半人点来名]|研发|科研|员工|职工|技术)|一个(?=[^，,。]{1,8}[都也](?:没|无|不))",
    r"一人(?=有限|公司|独资)|[三两四]位一体|[一二三四两]块(?!钱)|一名(?=企业|公司)",
    r"(?:指南|申报书|附件|表|图|编号|批次|序号|专项)[ ]?\d{1,4}(?![\d.%万亿千百元人名个位比:,])",
)
_NOISE = re.compile("|".join(f"(?:{pattern})" for pattern in _PATTERNS))


def masked(text: str) -> str:
    """``text`` with every such number overwritten, character for character."""
    return _NOISE.sub(lambda found: MASK * len(found.group()), text)
