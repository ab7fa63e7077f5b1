"""Targets read tolerantly: every spelling of real sheets, and nothing read that was not written."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from perftrack.domain.targets import TargetKind, print_target, read_target
from perftrack.domain.terms import Operator
from tests.domain.builders import modest, target_of

LEVELS = ("产出指标", "成本指标", "")


def brief(text: str) -> tuple[str, str, str]:
    target = target_of(text)
    assert target.kind is TargetKind.NUMBER
    return str(target.operator), str(target.value), target.unit


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("≥12个", ("≥", "12", "个")),
        ("＞=95%", ("≥", "95", "%")),
        ("＜=268元/人/年", ("≤", "268", "元/人/年")),
        ("=100%", ("=", "100", "%")),
        ("═１００％", ("=", "100", "%")),
        ("＜=20万元/年", ("≤", "20", "万元/年")),
        ("》=90%", ("≥", "90", "%")),
        ("≥=90%", ("≥", "90", "%")),
        ("‹=1.20万元", ("≤", "1.20", "万元")),
        ("＞\n=90\n%", ("≥", "90", "%")),
        ("不少于1,200人次", ("≥", "1200", "人次")),
        ("不低于 90 %", ("≥", "90", "%")),
        ("至少3次", ("≥", "3", "次")),
        ("不超过5‰", ("≤", "5", "‰")),
        ("不高于5％", ("≤", "5", "%")),
        ("不大于5", ("≤", "5", "")),
        ("大于5项", (">", "5", "项")),
        ("小于5项", ("<", "5", "项")),
        ("100%覆盖", ("≥", "100", "%")),
        ("100百分比", ("≥", "100", "%")),
        ("=100%（百分比）", ("=", "100", "%")),
        ("＝0件", ("=", "0", "件")),
        ("0次", ("≥", "0", "次")),
        ("0起", ("≥", "0", "起")),
        ("90%以上", ("≥", "90", "%")),
        ("≥12（个）", ("≥", "12", "个")),
        ("≥ | 90 | %（百分比）", ("≥", "90", "%")),
        ("＝\t100\t%", ("=", "100", "%")),
        ("≤|8.3|万元", ("≤", "8.3", "万元")),
        ("≥-5℃", ("≥", "-5", "℃")),
    ],
)
def test_that_every_spelling_of_a_number_is_read(text: str, read: tuple[str, str, str]) -> None:
    assert brief(text) == read
    assert target_of(text).text == text


@pytest.mark.parametrize(
    ("text", "lower", "upper", "unit"),
    [
        ("95%~105%", "95", "105", "%"),
        ("95％～105％", "95", "105", "%"),
        ("10-12个", "10", "12", "个"),
        ("10至12个", "10", "12", "个"),
        ("10个至12个", "10", "12", "个"),
        ("10到12", "10", "12", ""),
        ("95~105%", "95", "105", "%"),
        ("5000元~1万元", "0.5", "1", "万元"),
        ("3~3次", "3", "3", "次"),
    ],
)
def test_that_a_range_is_read_with_both_ends(text: str, lower: str, upper: str, unit: str) -> None:
    target = target_of(text)
    assert (target.kind, target.operator, target.unit) == (TargetKind.RANGE, None, unit)
    assert (target.value, target.upper) == (Decimal(lower), Decimal(upper))


@pytest.mark.parametrize("text", ["12~10个", "10个~12人", "10~", "10%至12元"])
def test_that_a_range_that_cannot_be_is_no_range(text: str) -> None:
    assert target_of(text).kind is not TargetKind.RANGE


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("2024年12月", "2024年12月"),
        ("9月前", "9月"),
        ("2024 年 12 月 31 日前", "2024年12月31日"),
        ("12月底", "12月"),
        ("２０２３年１２月", "2023年12月"),
        ("≤2024年6月", "2024年6月"),
        ("不晚于2024年6月30日", "2024年6月30日"),
    ],
)
def test_that_a_date_is_a_date(text: str, printed: str) -> None:
    target = target_of(text)
    assert (target.kind, print_target(target)) == (TargetKind.DATE, printed)


@pytest.mark.parametrize(("text", "unit"), [("≤6月", "月"), ("≥6个月", "个月")])
def test_that_months_with_an_operator_and_no_year_are_a_number(text: str, unit: str) -> None:
    target = target_of(text)
    assert (target.kind, target.value, target.unit) == (TargetKind.NUMBER, Decimal(6), unit)


@pytest.mark.parametrize("text", ["", " ", "无", "—", "/", "／", "\n"])
def test_that_nothing_is_an_empty_target(text: str) -> None:
    assert target_of(text).kind is TargetKind.EMPTY


@pytest.mark.parametrize("text", ["有效保障", "有效提升", "无重大事故"])
def test_that_words_are_words(text: str) -> None:
    target = target_of(text)
    assert (target.kind, target.doubtful, target.text) == (TargetKind.WORDS, False, text)


@pytest.mark.parametrize("text", ["约12个", "12个，其中3个新增", "≥", "每季度1次", "3.5.6", "≥九成"])
def test_that_words_with_digits_or_signs_are_doubtful_and_never_a_number(text: str) -> None:
    target = target_of(text)
    assert (target.kind, target.doubtful) == (TargetKind.WORDS, True)


@pytest.mark.parametrize(
    ("level1", "level2", "operator"),
    [
        ("产出指标", "数量指标", "≥"),
        ("成本指标", "经济成本指标", "≤"),
        ("产出指标", "成本指标", "≤"),
        ("成本指标", "", "≤"),
        ("", "", "≥"),
    ],
)
def test_that_a_bare_number_is_a_floor_and_under_cost_a_ceiling(level1: str, level2: str, operator: str) -> None:
    target = target_of("50", level1, level2)
    assert (target.operator, target.assumed) == (Operator(operator), True)


def test_that_a_written_operator_is_never_overruled_by_the_level() -> None:
    target = target_of("≥50", "成本指标")
    assert (target.operator, target.assumed) == (Operator.AT_LEAST, False)


@pytest.mark.parametrize(
    ("text", "answers"),
    [("=0件", True), ("≤0件", True), ("<0件", True), ("≥0件", False), ("=1件", False), ("有效", False)],
)
def test_that_only_a_zero_target_is_answered_by_nothing(text: str, answers: bool) -> None:
    assert target_of(text).answers_nothing is answers


SPELT = st.builds(
    "{}{}{}".format,
    st.sampled_from(["", "≥", "＞=", "=", "≤", "<", "大于", "不超过", "》="]),
    st.one_of(
        st.decimals(min_value=-999, max_value=99999, places=2).map(str),
        st.integers(0, 9_999_999).map("{:,}".format),
        st.builds("{}~{}".format, st.integers(0, 99), st.integers(99, 200)),
        st.builds("{}年{}月{}日前".format, st.integers(1990, 2050), st.integers(1, 12), st.integers(1, 28)),
    ),
    st.sampled_from(["", "%", "％", "个", "元/人/年", "万元", "(百分比)", "以上", "覆盖"]),
)


@modest
@given(st.one_of(SPELT, st.text(max_size=12)), st.sampled_from(LEVELS))
@example("5000元~1万元", "")
@example("2024年", "")
@example("\n有效 保障 ", "")
def test_that_a_printed_target_reads_as_the_same_target(text: str, level1: str) -> None:
    target = read_target(text, level1)
    again = read_target(print_target(target), level1)
    assert replace(again, text="") == replace(target, text="")


@modest
@given(st.text(), st.text(max_size=4))
def test_that_reading_a_target_never_raises_and_keeps_the_text(text: str, level: str) -> None:
    assert read_target(text, level, level).text == text


@modest
@given(st.text(alphabet="≥≤=<>0123456789.,%‰个元万/~-至年月日前()（ 无", max_size=14))
def test_that_no_jumble_of_signs_breaks_the_reader(text: str) -> None:
    target = read_target(text)
    assert target.text == text
    assert target.is_numeric is (target.kind in (TargetKind.NUMBER, TargetKind.RANGE))
