"""Actuals read against their target: equal, another number, a word, a date, or text that stays text."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perftrack.domain.answers import AnswerKind, grade_given, read_answer
from perftrack.domain.plans import Actual
from perftrack.domain.targets import read_target
from perftrack.domain.terms import Grade
from tests.domain.builders import answer, answered, judged, modest

MET_WORDS = ["完成", "已完成", "已完成100%", "达成", "达成预期指标", "完成100％", "全部完成", "达到预期目标", " 完成 "]


@pytest.mark.parametrize(
    ("text", "target", "value"),
    [
        ("11", "≥12个", "11"),
        ("11个", "≥12个", "11"),
        ("50", "≥50个", "50"),
        ("50个", "≥50", "50"),
        ("100", "≥100%", "100"),
        ("１１个", "≥12个", "11"),
        ("1,188人", "≥1,200人", "1188"),
        ("97.8 %", "=100%", "97.8"),
        ("100百分比", "≥100%", "100"),
        ("100%覆盖", "=100%", "100"),
        ("≥266米", "≥266米", "266"),
        ("=0件", "=0件", "0"),
        ("≥300米", "≥266米", "300"),
        ("≤9.5万元", "≤10万元", "9.5"),
        ("95500元", "≤10万元", "9.55"),
        ("0.95万元", "≤10000元", "9500"),
        ("0.001亿元", "≤20万元", "10"),
        ("9‰", "≤1%", "0.9"),
        ("0.9%", "≤9‰", "9"),
        ("-0.40", "≤20万元/年", "-0.40"),
    ],
)
def test_that_a_number_is_read_in_the_unit_of_its_target(text: str, target: str, value: str) -> None:
    read = answer(text, target)
    assert (read.kind, str(read.value), read.parts, read.text) == (AnswerKind.NUMBER, value, Decimal(1), text)
    assert "unit_differs" not in read.notices


@pytest.mark.parametrize(
    ("text", "target"), [("11人", "≥12个"), ("11万人", "≥12人"), ("11元", "≥12%"), ("300元", "≤268元/人/年")]
)
def test_that_any_other_pair_of_units_is_compared_as_it_stands_and_noticed(text: str, target: str) -> None:
    read = answer(text, target)
    assert (read.value, read.notices) == (Decimal(text.rstrip("人万元")), ("unit_differs",))


def test_that_a_negative_actual_is_noticed() -> None:
    assert answer("-3", "≥12个").notices == ("negative_actual",)


@pytest.mark.parametrize(
    ("text", "target", "value", "parts"),
    [
        ("1188/1320", "≥90%", "118800", "1320"),
        ("３/４", "≥2‰", "3000", "4"),
        ("3/4", "≥2次", "3", "4"),
        ("1.5/2", "≥50%", "150", "2"),
    ],
)
def test_that_a_fraction_keeps_both_numbers(text: str, target: str, value: str, parts: str) -> None:
    read = answer(text, target)
    assert (read.value, read.parts, read.fraction) == (Decimal(value), Decimal(parts), True)


@pytest.mark.parametrize("word", MET_WORDS)
def test_that_a_met_word_answers_a_number_a_date_and_words(word: str) -> None:
    number, date, words = answer(word, "≥12个"), answer(word, "9月前"), answer(word, "有效保障")
    assert (number.kind, number.met, number.value) == (AnswerKind.NUMBER, True, Decimal(12))
    assert number.notices == ("word_answered_number",)
    assert (date.kind, date.met, date.notices) == (AnswerKind.DATE, True, ("word_answered_date",))
    assert (words.kind, words.grade, words.notices) == (AnswerKind.GRADE, Grade.MET, ("word_as_grade",))


@pytest.mark.parametrize("text", ["有效保障", " 有效 保障\n"])
def test_that_words_answered_by_their_own_words_are_met(text: str) -> None:
    read = answer(text, "有效保障")
    assert (read.kind, read.grade, read.notices) == (AnswerKind.GRADE, Grade.MET, ("own_words",))


@pytest.mark.parametrize(
    ("text", "grade", "share"),
    [
        ("达成", "达成", None),
        ("部分达成", "部分达成", None),
        ("未达成", "未达成", None),
        ("部分达成 75%", "部分达成", "75"),
        ("部分达成（75%）", "部分达成", "75"),
        ("未达成：50", "未达成", "50"),
    ],
)
def test_that_a_grade_name_answers_words_as_that_grade(text: str, grade: str, share: str | None) -> None:
    read = answer(text, "有效保障")
    assert (read.grade, read.share) == (Grade(grade), Decimal(share) if share else None)
    assert read.notices == ("word_as_grade",)


@pytest.mark.parametrize("text", ["部分达成 85%", "达成 75%", "未达成 60%", "达成 101%"])
def test_that_a_share_outside_its_band_does_not_read(text: str) -> None:
    assert answer(text, "有效保障").kind is AnswerKind.UNREAD


@pytest.mark.parametrize("text", ["", " ", "无", "—", "/"])
@pytest.mark.parametrize("target", ["≥12个", "有效保障", "9月前", "95%~105%"])
def test_that_nothing_is_nothing_and_never_zero(text: str, target: str) -> None:
    assert answer(text, target).kind is AnswerKind.NOTHING


@pytest.mark.parametrize("target", ["=0件", "≤0件", "<0次"])
def test_that_none_answers_a_zero_target_as_zero(target: str) -> None:
    read = answer("无", target)
    assert (read.kind, read.value) == (AnswerKind.NUMBER, Decimal(0))


@pytest.mark.parametrize("text", ["", "—", "/"])
def test_that_a_dash_answers_nothing_even_for_a_zero_target(text: str) -> None:
    assert answer(text, "=0件").kind is AnswerKind.NOTHING


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("约89%", "≥90%"),
        ("很好", "≥90%"),
        ("12个，其中3个新增", "≥12个"),
        ("5/0", "≥90%"),
        ("10~12", "≥12个"),
        ("基本保障", "有效保障"),
        ("下半年", "9月前"),
        ("12", "9月前"),
        ("13月", "9月前"),
        ("12", ""),
        ("12", "无"),
    ],
)
def test_that_what_is_not_understood_stays_text(text: str, target: str) -> None:
    read = answer(text, target)
    assert (read.kind, read.text, read.value) == (AnswerKind.UNREAD, text, Decimal(0))


@pytest.mark.parametrize(
    ("text", "printed"), [("2024年8月", "2024年8月"), ("8月底", "8月"), ("2024-08-15", "2024年8月15日")]
)
def test_that_a_date_answers_a_date(text: str, printed: str) -> None:
    read = answer(text, "9月前")
    assert (read.kind, str(read.deadline)) == (AnswerKind.DATE, printed)


@pytest.mark.parametrize("text", ["95%~105%", "95-105%", "95％至105％"])
def test_that_a_range_repeated_answers_its_range(text: str) -> None:
    read = answer(text, "95%~105%")
    assert (read.kind, read.value) == (AnswerKind.NUMBER, Decimal(95))


def test_that_another_range_answers_no_range() -> None:
    assert answer("90%~105%", "95%~105%").kind is AnswerKind.UNREAD


def test_that_a_picked_grade_goes_with_the_value_of_a_number() -> None:
    read = answered(judged("部分达成", "66", "58%"), "≥90%")
    assert (read.kind, read.value, read.grade, read.share) == (AnswerKind.NUMBER, 58, Grade.PARTLY, 66)


def test_that_a_picked_grade_alone_is_a_grade() -> None:
    read = answered(judged("部分达成"), "≥90%")
    assert (read.kind, read.grade, read.share) == (AnswerKind.GRADE, Grade.PARTLY, None)


def test_that_a_picked_grade_stands_above_the_words_beside_it() -> None:
    read = answered(judged("未达成", value="有效保障"), "有效保障")
    assert (read.kind, read.grade, read.text, read.notices) == (AnswerKind.GRADE, Grade.UNMET, "有效保障", ())


def test_that_a_picked_share_without_a_grade_lies_in_its_band() -> None:
    assert grade_given(answered(judged(share="75"), "有效保障")) is Grade.PARTLY
    assert grade_given(answered(Actual("12"), "≥12个")) is None


def test_that_an_empty_actual_answers_nothing() -> None:
    assert answered(Actual(note="见附件"), "≥12个").kind is AnswerKind.NOTHING


TARGETS = st.sampled_from(["≥12个", "=0件", "95%~105%", "有效保障", "2024年9月前", "", "≥90%", "≤1.20万元"])


@modest
@given(st.one_of(st.text(), st.text(alphabet="0123456789./%≥=-~个万元年月日达成未部分完（）", max_size=10)), TARGETS)
def test_that_reading_an_answer_never_raises_and_keeps_what_was_typed(text: str, target: str) -> None:
    read = read_answer(text, read_target(target))
    assert read.text == text or read.kind is AnswerKind.NOTHING
    assert read.parts > 0


@modest
@given(st.text(alphabet="大约好坏的几乎多", min_size=1, max_size=8), TARGETS)
def test_that_words_without_digits_never_become_a_number(text: str, target: str) -> None:
    assert read_answer(text, read_target(target)).kind is AnswerKind.UNREAD
