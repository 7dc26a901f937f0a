"""Quantities as people write them: tests/cases/figures/quantities.yml, negatives.yml, and every form of any number."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import cn2an
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.figures.numbers.quantities import Quantity, quantities
from tests.unit.applicants import cases
from tests.unit.written import shown

WIDE = str.maketrans("0123456789.", "０１２３４５６７８９．")
FORMAL = str.maketrans("一二两三四五六七八九十百千", "壹贰贰叁肆伍陆柒捌玖拾佰仟")
WHOLE = st.integers(1, 10**11)


@pytest.mark.parametrize(("text", "meaning"), cases("figures/quantities").items())
def test_quantity_is_read(text: str, meaning: Any) -> None:
    expected = meaning if isinstance(meaning, list) else [meaning]
    found = quantities(text)
    assert [described(quantity) for quantity in found] == expected
    assert all(text[quantity.start : quantity.end] == quantity.text for quantity in found)


def described(quantity: Quantity) -> str:
    return f"{quantity.kind} {shown(quantity.value)}{' ?' if quantity.reversed_doubt else ''}"


@pytest.mark.parametrize("text", cases("figures/negatives"))
def test_what_is_no_quantity_is_never_taken_for_one(text: str) -> None:
    assert quantities(text) == ()


@pytest.mark.parametrize("text", cases("figures/negatives"))
def test_what_is_no_quantity_hides_none_beside_it(text: str) -> None:
    assert [described(quantity) for quantity in quantities(f"{text}；总投资800万元")] == ["money 8000000"]


def forms(yuan: int) -> list[str]:
    """An amount of whole yuan in every form that writes it exactly."""
    chinese = cn2an.an2cn(str(yuan))
    return [
        f"{yuan}元",
        f"{yuan:,}元",
        f"{yuan}元".translate(WIDE),
        f"{plain(Decimal(yuan) / 10**4)}万",
        f"{plain(Decimal(yuan) / 10**4)}w",
        f"{plain(Decimal(yuan) / 10**4)} 万元".translate(WIDE),
        f"{plain(Decimal(yuan) / 10**8)}亿元",
        f"{chinese}元",
        f"{chinese.translate(FORMAL)}元整",
        chinese.replace("万", "萬").replace("亿", "億") + "圓",
    ]


def plain(number: Decimal) -> str:
    return f"{number.normalize():f}"


@given(WHOLE)
def test_an_amount_reads_back_from_every_form(yuan: int) -> None:
    for form in forms(yuan):
        read = [(quantity.kind, quantity.value, quantity.text) for quantity in quantities(form)]
        assert read == [("money", Decimal(yuan), form)]


@given(st.integers(1, 9999), st.sampled_from([10**4, 10**8]))
def test_mixed_units_read_back(number: int, scale: int) -> None:
    unit = "万" if scale == 10**4 else "亿"
    thousands, rest = divmod(number, 1000)
    mixed = f"{thousands}千{rest // 100}百{unit}" if thousands and rest >= 100 else f"{number // 100 * 100}{unit}"
    value = number // 100 * 100 * scale
    assert [quantity.value for quantity in quantities(mixed)] == [Decimal(value)]


@given(st.integers(1, 10**6), st.sampled_from(["人", "个人", "名", "位", "号人"]))
def test_a_head_count_reads_back(people: int, unit: str) -> None:
    for form in (f"{people}{unit}", f"{people} {unit}", f"{cn2an.an2cn(str(people))}{unit}"):
        read = [(quantity.kind, quantity.value) for quantity in quantities(form)]
        assert read == [("people", Decimal(people))]


@given(st.integers(1, 100))
def test_a_share_reads_back(percent: int) -> None:
    for form in (f"{percent}%", f"{percent}％", f"百分之{cn2an.an2cn(str(percent))}", f"百分之{percent}"):
        assert [quantity.value for quantity in quantities(form)] == [Decimal(percent) / 100]


@given(st.integers(1, 99), st.integers(1, 9))
def test_a_ratio_reads_back(left: int, right: int) -> None:
    chinese = f"{cn2an.an2cn(str(left))}比{cn2an.an2cn(str(right))}"
    for form in (f"{left}:{right}", f"{left}：{right}", f"{left}比{right}", f"{left} : {right}", chinese):
        (quantity,) = quantities(form)
        assert abs(quantity.value * right - left) < Decimal("1e-20")
        assert quantity.reversed_doubt == (left < right)


@given(
    st.text(
        alphabet="0123456789,，.:：%-~()（）一二三四五六七八九十百千万亿两几多来半个人名元块成倍比分之年月第大概不到以上w ",
        max_size=40,
    )
)
def test_spans_are_in_order_and_apart(text: str) -> None:
    found = quantities(text)
    assert all(quantity.text == text[quantity.start : quantity.end] != "" for quantity in found)
    assert all(left.end <= right.start for left, right in zip(found, found[1:], strict=False))


@pytest.mark.parametrize("piece", ["1", "一", "千", "1万", "几", "3:1", "大概", "百分之", "1,", "1.", "(1)", "A1"])
def test_long_runs_are_read_in_one_pass(piece: str) -> None:
    text = piece * (50_000 // len(piece))
    assert all(len(quantity.text) < 100 for quantity in quantities(text))
