"""One spelling out of many: signs, digits, white space, operators, units."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perftrack.domain.spelling import LONGEST_UNIT, conversion, level, read_unit, take_number, take_operator
from perftrack.domain.terms import Operator
from tests.domain.builders import modest

OPERATORS = {
    "≥": [
        ">\n=",
        "＞ ＝",
        *["≥", "≧", "⩾", "＞=", "＞＝", ">=", "》=", "≥=", "﹥=", "不少于", "不低于", "不小于", "至少", "大于等于"],
    ],
    "≤": ["<\n=", *["≤", "≦", "⩽", "＜=", "＜＝", "‹=", "<=", "《=", "≤=", "不超过", "不高于", "不大于", "小于等于"]],
    "=": ["=", "＝", "═", "﹦", "等于"],
    ">": [">", "＞", "〉", "大于", "高于", "超过"],
    "<": ["<", "＜", "〈", "小于", "低于"],
}


@pytest.mark.parametrize(("spelt", "operator"), [(spelt, sign) for sign, all_ in OPERATORS.items() for spelt in all_])
def test_that_every_spelling_of_an_operator_is_read(spelt: str, operator: str) -> None:
    assert take_operator(level(f"{spelt}90%")) == (Operator(operator), "90%")


@pytest.mark.parametrize(
    ("spelt", "operator"),
    [("90%以上", "≥"), ("90%及以上", "≥"), ("90%以下", "≤"), ("90%及以下", "≤"), ("90%以内", "≤")],
)
def test_that_an_operator_may_follow_its_number(spelt: str, operator: str) -> None:
    assert take_operator(level(spelt)) == (Operator(operator), "90%")


def test_that_a_text_without_operator_has_none() -> None:
    assert take_operator("90%") == (None, "90%")


@pytest.mark.parametrize(
    ("text", "levelled"),
    [
        ("９５％", "95%"),
        ("９．５‰", "9.5‰"),
        ("﹪", "%"),
        ("（ＡＢ）", "(AB)"),
        ("【个】", "(个)"),
        ("\u3000≥\u00a090\u2003%\t", "≥90%"),
        ("≥|90|%", "≥90%"),
        ("8.3万\n元", "8.3万元"),
        ("1 000", "1 000"),
        ("95％～105％", "95%~105%"),
        ("10–12个", "10-12个"),
        ("−3", "-3"),
    ],
    ids=repr,
)
def test_that_signs_digits_and_white_space_are_levelled(text: str, levelled: str) -> None:
    assert level(text) == levelled


@modest
@given(st.text())
def test_that_levelling_twice_changes_nothing_more(text: str) -> None:
    assert level(level(text)) == level(text)


@pytest.mark.parametrize(
    ("text", "number", "rest"),
    [
        ("12个", "12", "个"),
        ("1,234,567.80元", "1234567.80", "元"),
        ("-3.5%", "-3.5", "%"),
        ("百分之90", "90", "%"),
        ("0起", "0", "起"),
        ("1,23个", "1", ",23个"),
        ("个12", None, "个12"),
        ("1" * 41, None, "1" * 41),
    ],
)
def test_that_a_number_is_taken_with_its_thousands_separators(text: str, number: str | None, rest: str) -> None:
    assert take_number(text) == (None if number is None else Decimal(number), rest)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("", ""),
        ("个", "个"),
        ("元/人/年", "元/人/年"),
        ("%", "%"),
        ("百分比", "%"),
        ("%(百分比)", "%"),
        ("(百分比)", "%"),
        ("%覆盖", "%"),
        ("%全覆盖", "%"),
        ("(个)", "个"),
        ("m2", "m2"),
        ("万人次", "万人次"),
    ],
)
def test_that_a_unit_is_read(text: str, unit: str) -> None:
    assert read_unit(text) == unit


@pytest.mark.parametrize("text", ["，其中3个", "个3", "个≥", "%左右的", "个。", "人" * (LONGEST_UNIT + 1), "-12个"])
def test_that_a_sentence_is_no_unit(text: str) -> None:
    assert read_unit(text) is None


@pytest.mark.parametrize(
    ("unit", "into", "factor"),
    [
        ("个", "个", "1"),
        ("元", "万元", "0.0001"),
        ("万元", "元", "10000"),
        ("亿元", "万元", "10000"),
        ("元", "亿元", "0.00000001"),
        ("%", "‰", "10"),
        ("‰", "%", "0.1"),
    ],
)
def test_that_money_and_per_cent_convert(unit: str, into: str, factor: str) -> None:
    assert conversion(unit, into) == Decimal(factor)


@pytest.mark.parametrize(
    ("unit", "into"),
    [("个", "人"), ("万人", "人"), ("%", "元"), ("元/人", "万元/人"), ("万吨", "吨"), ("个", "%"), ("", "个")],
)
def test_that_nothing_else_converts(unit: str, into: str) -> None:
    assert conversion(unit, into) is None
