"""How an applicant puts things: figures in words as an answer or a statement, and messages as the NLU hands them over."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

import cn2an
from hypothesis import strategies as st

from bot.dialogue.state import Mention, Utterance
from bot.figures.numbers.quantities import quantities
from bot.figures.values import Value
from bot.guide.model import Choice, Figure
from bot.nlu.lexicon import entries
from bot.nlu.masks import ANY_CHOICE, MASKS
from tests.unit.applicants import GUIDE


@dataclass(frozen=True)
class Said:
    """``text`` says that ``figure`` (id) is ``value``."""

    figure: str
    value: Value
    text: str


# --- messages ---

ENTRIES = {entry.phrase.lower(): entry for entry in entries(GUIDE)}
NAMES = [re.compile(f"(?=({re.escape(phrase)}))") for phrase in sorted(ENTRIES, key=len, reverse=True)]


def utterance(text: str, intent: str, confidence: float = 0.9) -> Utterance:
    """``text`` with its names found, the longest first, and the intent that it is taken for."""
    found: list[Mention] = []
    for pattern in NAMES:
        for match in pattern.finditer(text.lower()):
            start, end = match.span(1)
            if all(end <= other.start or other.end <= start for other in found):
                found.append(Mention(ENTRIES[match[1]].label, ENTRIES[match[1]].id, text[start:end], start, end))
    mentions = tuple(sorted(found, key=lambda mention: mention.start))
    return Utterance(text, ((intent, confidence),), mentions, masked=_masked(text, mentions))


def _masked(text: str, mentions: tuple[Mention, ...]) -> str:
    for mention in reversed(mentions):
        text = text[: mention.start] + MASKS.get(mention.kind, ANY_CHOICE) + text[mention.end :]
    return text


# --- figures in words ---

MONEY = (500, 2_999_999, 5_000_000, 8_000_000, 12_345_600, 15_000_000, 30_000_000, 250_000_000)
PEOPLE = (0, 1, 14, 15, 40, 60)
HEDGES = ("{}", "{}", "{}", "大概{}", "不到{}", "至少{}", "{}以上", "{}左右")
RATIOS = ("3比1", "3:1", "三比一", "2.5比1", "10:4", "大概4比1")
SHARES = ("30%", "百分之三十", "三成", "19.5%", "至少20%", "120%")
MONEY_RANGES = ("300到900万", "3000-5000万", "一千二到一千五百万", "三四千万", "800多万", "五百来万")
TECHNOLOGIES = {"智能电网": "智能电网", "我们做新型疫苗": "新型疫苗", "甲乙丙丁": "甲乙丙丁", "都不符合": "none"}
YES, NO = ("是", "是的", "有", "有的", "对"), ("不是", "没有", "还没有", "没")
# Beside its number or its answer each figure has a name that people use.
CALLED: Mapping[str, tuple[str, ...]] = {
    "total_investment": ("总投资", "项目总投资"),
    "main_revenue": ("主营业务收入", "营收"),
    "self_raised": ("自筹", "自筹经费"),
    "fiscal_funding": ("申请财政", "财政经费"),
    "self_raised_ratio": ("自筹比例", "自筹和财政的比例"),
    "rd_staff": ("研发人员", "在职研发人员"),
    "total_staff": ("员工", "职工总数"),
    "rd_staff_share": ("研发人员占比",),
    "rd_spend": ("研发投入", "研发经费"),
    "annual_income": ("年收入", "年收入总额"),
    "rd_spend_share": ("研发投入占比",),
}
STATED: Mapping[str, tuple[str, str]] = {
    "has_rd_base": ("有研发机构", "没有研发机构"),
    "rd_team_adequate": ("科技人员够用", "科技人员不够"),
    "registered_in_lanbai": ("我们在兰白两区注册", "不在兰白两区"),
    "is_cooperation": ("是科技合作项目", "不是科技合作项目"),
    "has_provincial_base": ("有省级及以上创新基地", "没有省级及以上创新基地"),
    "stable_operating_funds": ("有运行经费保障", "没有运行经费保障"),
    "dedicated_management": ("有专门管理机构", "没有专门管理机构"),
    "in_lanzhou": ("在兰州注册", "不在兰州注册"),
    "academic_partner": ("和高校合作", "没有和高校合作"),
    "owns_results": ("有成果使用权", "没有成果使用权"),
    "ip_clear": ("知识产权清晰", "知识产权不清晰"),
    "transfer_in_lanzhou": ("在兰州转化", "不在兰州转化"),
    "contract_started": ("合同签了也启动了", "没签合同"),
    "site_in_lanzhou": ("实施地在兰州", "实施地不在兰州"),
    "expert_support": ("有良好的平台条件、人员和技术设备", "没有配套设备"),
}
STATING: Mapping[str, str] = {
    "applicant_type": "我们是{}",
    "track": "我们是{}类项目",
    "qualifications": "我们有{}",
    "partner_region": "合作方在{}",
}


def numbers(figure: Figure) -> st.SearchStrategy[str]:
    """Numbers for ``figure`` as people write them: exact ones in every form, ranges, and some that cannot be true."""
    match figure.kind:
        case "money":
            exact = st.sampled_from(MONEY).flatmap(lambda yuan: st.sampled_from(_amounts(yuan)))
            return st.one_of(_hedged(exact), st.sampled_from(MONEY_RANGES))
        case "people":
            exact = st.sampled_from(PEOPLE).flatmap(lambda n: st.sampled_from((f"{n}人", f"{n}位", f"{n}名")))
            return _hedged(exact)
    return st.sampled_from(RATIOS if figure.kind == "ratio" else SHARES)


def _amounts(yuan: int) -> tuple[str, ...]:
    wan = Decimal(yuan) / 10_000
    forms = (f"{yuan}元", f"{yuan:,}元", f"{wan.normalize():f}万元", f"{wan.normalize():f}万")
    if wan % 100 or wan >= 10_000:
        return forms
    return (*forms, f"{(wan / 10_000).normalize():f}亿", f"{cn2an.an2cn(int(wan))}万")


def _hedged(exact: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.tuples(st.sampled_from(HEDGES), exact).map(lambda parts: parts[0].format(parts[1]))


def answers(figure_id: str) -> st.SearchStrategy[Said]:
    """What may be said in answer to the question for the figure."""
    figure = GUIDE.figure[figure_id]
    match figure.kind:
        case "yes_no":
            # 没有 to 知识产权明晰、没有争议吗 denies either, and is asked back (tests/cases/figures/readings.yml).
            words = [word for word in (*YES, *NO) if "没" not in word or "没有" not in figure.ask.replace("有没有", "")]
            return st.sampled_from([Said(figure.id, word in YES, word) for word in words])
        case "choice":
            return st.sampled_from([Said(figure.id, choice.id, choice.name) for choice in figure.choices])
        case "choices":
            return _several(figure).map(lambda said: said if said.value else Said(figure.id, (), "都没有"))
        case "text":
            return st.sampled_from([Said(figure.id, value, text) for text, value in TECHNOLOGIES.items()])
    return numbers(figure).map(lambda text: Said(figure.id, _read(text), text))


def statements(figure_id: str) -> st.SearchStrategy[Said]:
    """What may be said of the figure, unasked and in full words."""
    figure = GUIDE.figure[figure_id]
    if figure.kind == "yes_no":
        return st.booleans().map(lambda value: Said(figure.id, value, STATED[figure.id][not value]))
    if figure.kind == "choice":
        named = [choice for choice in figure.choices if choice.id != "other"]
        return st.sampled_from(named).map(lambda choice: _stated(figure, choice.id, choice.name))
    if figure.kind == "choices":
        return _several(figure).filter(lambda said: bool(said.value)).map(lambda s: _stated(figure, s.value, s.text))
    named_number = st.tuples(st.sampled_from(CALLED[figure.id]), numbers(figure))
    return named_number.map(lambda parts: Said(figure.id, _read(parts[1]), "".join(parts)))


def _stated(figure: Figure, value: Value, words: str) -> Said:
    return Said(figure.id, value, STATING[figure.id].format(words))


def _several(figure: Figure) -> st.SearchStrategy[Said]:
    chosen = st.lists(st.sampled_from(figure.choices), unique=True, max_size=3)
    return chosen.map(lambda picked: _listed(figure, picked))


def _listed(figure: Figure, picked: list[Choice]) -> Said:
    held = [choice for choice in figure.choices if choice in picked]
    return Said(figure.id, tuple(choice.id for choice in held), "、".join(choice.name for choice in held))


def _read(text: str) -> Value:
    found = quantities(text)
    assert len(found) == 1, text
    quantity = found[0]
    return quantity.value
