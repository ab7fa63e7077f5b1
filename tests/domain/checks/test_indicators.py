"""Findings of one indicator: each appears where it should and not on a clean plan."""

from decimal import Decimal
from typing import Any

import pytest

from perftrack.domain.checks import check_card
from perftrack.domain.findings import Finding
from perftrack.domain.periods import Quarter
from perftrack.domain.plans import Actual, Deviation, Indicator
from perftrack.domain.terms import Severity
from tests.domain.builders import Reported, card_of, codes, item, judged, plan_of


def findings(indicator: Indicator, quarter: int = 4) -> tuple[Finding, ...]:
    """The findings of a plan of this one indicator, whose weights and money are in order."""
    return check_card(card_of(plan_of(indicator), quarter=quarter))


def found(indicator: Indicator, quarter: int = 4) -> set[str]:
    return codes(findings(indicator, quarter))


def ninety(target: str, actual: Reported | None = None, rule: str | None = "proportional", **more: Any) -> Indicator:
    return item(target, actual, "90", rule, **more)


def because(cause: str = "两批凭证退回", remedy: str = "随到随审", quarter: int = 4) -> dict[Quarter, Deviation]:
    return {Quarter(quarter): Deviation(cause, remedy)}


CLEAN = [
    ninety("≥12个", "12个", level2="数量指标"),
    ninety("≤10万元", "9.55万元", level1="成本指标", level2="经济成本指标"),
    ninety("有效保障", judged("达成", "100"), "grade", level1="效益指标", level2="社会效益指标"),
    ninety("≥90%", "95%", "satisfaction", level1="满意度指标", level2="满意度指标"),
    ninety("9月前", "8月", level2="时效指标"),
    ninety("10-12个", "11", level2="数量指标"),
    ninety("=0件", "无"),
]


@pytest.mark.parametrize("indicator", CLEAN, ids=[indicator.target for indicator in CLEAN])
@pytest.mark.parametrize("quarter", [1, 4])
def test_that_a_clean_indicator_has_no_findings(indicator: Indicator, quarter: int) -> None:
    assert findings(indicator, quarter) == ()


CASES: list[tuple[str, str, Indicator]] = [
    ("target_empty", "error", ninety("无", "12")),
    ("target_unread", "error", ninety("约12个", judged("达成"), "grade")),
    ("actual_unread", "error", ninety("≥12个", "约11")),
    ("negative_actual", "warning", ninety("≤12个", "-3")),
    ("grade_contradicts", "warning", ninety("≥90%", judged("达成", None, "63%"), "grade")),
    ("share_without_reason", "warning", ninety("≥90%", judged("部分达成", "75", "63%"), "grade")),
    ("beyond_unexplained", "warning", ninety("≥10个", "13")),
    ("loss_without_cause", "warning", ninety("≥12个", "11")),
    ("empty_phrase", "warning", ninety("≥12个", "11", deviations=because("无", "完成"))),
    ("draft_unfinished", "warning", ninety("≥12个", "11", deviations=because("原因为【待补充：具体情况】"))),
    ("operator_assumed", "hint", ninety("12个", "12")),
    ("numeric_grade", "hint", ninety("≥90%", "95%", "grade")),
    ("words_proportional", "hint", ninety("有效保障", judged("达成"))),
    ("words_under_economic", "hint", ninety("有效保障", judged("达成"), "grade", level1="效益", level2="经济效益指标")),
    ("level2_empty", "hint", ninety("≥12个", "12", level2="  ")),
    ("level2_misfit", "hint", ninety("≥12个", "12", level1="社会效益", level2="质量指标")),
    ("negative_target", "hint", ninety("≥-5℃", "3")),
    ("beyond_equal", "hint", ninety("=100%", "100.4%")),
    ("unit_differs", "hint", ninety("≥12个", "12人")),
    ("word_answered_number", "hint", ninety("≥12个", "已完成100%")),
    ("word_answered_date", "hint", ninety("9月前", "完成")),
    ("word_as_grade", "hint", ninety("有效保障", "达成", "grade")),
    ("own_words", "hint", ninety("有效保障", "有效保障", "grade")),
]


@pytest.mark.parametrize(("code", "severity", "indicator"), CASES, ids=[case[0] for case in CASES])
def test_that_what_a_careful_reader_sees_is_found(code: str, severity: str, indicator: Indicator) -> None:
    hits = [finding for finding in findings(indicator) if finding.code == code]
    assert [(hit.severity, hit.subject) for hit in hits] == [(Severity(severity), "指标")]


def test_that_a_finding_leads_to_its_plan_and_indicator() -> None:
    plan = plan_of(ninety("12个", "12", id="i7"), id="p3")
    hit = next(one for one in check_card(card_of(plan)) if one.code == "operator_assumed")
    assert (hit.plan_id, hit.indicator_id, hit.arguments) == ("p3", "i7", {"text": "12个", "operator": "≥"})


def test_that_errors_come_first() -> None:
    plan = plan_of(item("12个", "-1", "40", name="甲"), item("≥12个", "约11", "40", name="乙"))
    severities = [finding.severity for finding in check_card(card_of(plan))]
    assert severities == sorted(severities, key=list(Severity).index)
    assert len(set(severities)) == 3


@pytest.mark.parametrize("code", ["loss_without_cause", "empty_phrase"])
def test_that_lost_points_are_explained_at_the_end_of_the_year_only(code: str) -> None:
    deviations = because("暂无", "无", 1) if code == "empty_phrase" else {}
    indicator = ninety("≥12个", quarters={1: "11"}, deviations=deviations)
    assert [code in found(indicator, quarter) for quarter in (1, 2, 3, 4)] == [False, False, False, True]


@pytest.mark.parametrize(
    ("cause", "remedy", "code"),
    [
        ("两批凭证退回", "随到随审", None),
        ("两批凭证退回", "", "loss_without_cause"),
        ("  ", "随到随审", "loss_without_cause"),
        ("无", "随到随审", "empty_phrase"),
        ("两批凭证退回", "暂无。", "empty_phrase"),
        ("完成", "无", "empty_phrase"),
    ],
)
def test_that_lost_points_need_a_cause_and_a_remedy_that_say_something(
    cause: str, remedy: str, code: str | None
) -> None:
    assert found(ninety("≥12个", "11", deviations=because(cause, remedy))) == ({code} if code else set())


def test_that_the_cause_given_last_counts() -> None:
    early = because("两批凭证退回", "随到随审", 2)
    assert found(ninety("≥12个", "11", deviations=early)) == set()
    assert found(ninety("≥12个", "11", deviations=early | because("无", "", 4))) == {"empty_phrase"}


def test_that_no_points_lost_and_nothing_reported_ask_for_no_cause() -> None:
    assert found(ninety("≥12个", "12")) == set()
    assert "loss_without_cause" not in found(ninety("≥12个"))


@pytest.mark.parametrize("quarter", [1, 4])
def test_that_far_beyond_the_target_asks_for_a_word_at_any_time(quarter: int) -> None:
    assert found(ninety("≥10个", quarters={1: "13"}), quarter) == {"beyond_unexplained"}
    noted = {1: Actual("13", note="新增三个点位")}
    assert found(ninety("≥10个", quarters=noted), quarter) == set()
    assert found(ninety("≥10个", quarters={1: "13"}, deviations=because(quarter=1)), quarter) == set()
    assert found(ninety("≥10个", quarters={1: Actual("13", note="无")}), quarter) == {"beyond_unexplained"}


def test_that_a_moved_share_with_a_reason_is_in_order() -> None:
    picked = Actual("63%", judged("部分达成").grade, Decimal(75), "居民知晓不足")
    assert "share_without_reason" not in found(ninety("≥90%", picked, "grade"))


def test_that_an_unread_quarter_is_named_even_when_a_later_one_reads() -> None:
    unread = [one for one in findings(ninety("≥12个", quarters={2: "约11", 3: "12"})) if one.code == "actual_unread"]
    assert [hit.arguments for hit in unread] == [{"text": "约11", "quarter": "2"}]
    assert "actual_unread" not in found(ninety("≥12个", quarters={4: "约11"}), 3)


def test_that_an_excluded_indicator_is_left_alone() -> None:
    assert found(ninety("约12", "约11", excluded="取消", level2="")) == set()


@pytest.mark.parametrize(
    ("level1", "level2", "fits"),
    [
        ("产出指标", "数量指标", True),
        ("产出指标", "成本指标", True),
        ("产出指标", "社会效益指标", False),
        ("成本指标", "经济成本指标", True),
        ("成本指标", "数量指标", False),
        ("效益指标", "可持续影响指标", True),
        ("效益指标", "质量指标", False),
        ("满意度指标", "服务对象满意度指标", True),
        ("满意度指标", "质量指标", False),
        ("履职效能", "时效指标", True),
    ],
)
def test_that_level_two_fits_its_level_one(level1: str, level2: str, fits: bool) -> None:
    indicator = ninety("≥90%", "95%", level1=level1, level2=level2)
    assert ("level2_misfit" not in found(indicator)) is fits
