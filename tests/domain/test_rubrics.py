"""Criteria: when a picked grade must be explained, and where the same grade was given."""

from dataclasses import replace
from decimal import Decimal

import pytest

from perftrack.domain.plans import Actual
from perftrack.domain.rubrics import graded_elsewhere, needs_sentence, tidied
from perftrack.domain.terms import Grade
from tests.domain.builders import RATIO, item, judged, plan_of

CRITERIA = {Grade.MET: "全部按期"}


@pytest.mark.parametrize(
    ("actual", "criteria", "asked"),
    [
        (judged("达成"), CRITERIA, False),
        (judged("部分达成"), CRITERIA, True),
        (judged("未达成"), CRITERIA, True),
        (judged("部分达成"), {}, False),
        (judged("部分达成"), {Grade.MET: " "}, False),
        (judged("部分达成", "75"), {}, True),
        (judged("部分达成", "70.0"), {}, False),
        (judged("达成", "95"), {}, True),
        (Actual("87%"), CRITERIA, False),
    ],
)
def test_that_a_grade_below_its_criteria_and_a_moved_share_ask_for_a_sentence(
    actual: Actual, criteria: dict[Grade, str], asked: bool
) -> None:
    assert needs_sentence(actual, criteria, RATIO) is asked
    assert not needs_sentence(replace(actual, note="两项延期"), criteria, RATIO)
    assert needs_sentence(replace(actual, note=" "), criteria, RATIO) is asked


def test_that_criteria_lose_white_space_and_empty_grades() -> None:
    assert tidied({Grade.UNMET: " ", Grade.PARTLY: " 九个 ", Grade.MET: "全部\n按期"}) == {
        Grade.MET: "全部\n按期",
        Grade.PARTLY: "九个",
    }


def test_that_the_same_grade_is_found_elsewhere_with_share_and_sentence() -> None:
    mine = item("有效保障", judged("部分达成"), rule="grade", id="mine")
    moved = item("有效提升", replace(judged("部分达成", "75"), note="两项延期"), rule="grade", id="moved", name="环境")
    plain = item("有效提升", rule="grade", quarters={2: judged("部分达成"), 3: judged("达成")}, id="plain", name="秩序")
    number = item("≥90%", "63%", rule="grade", id="number", name="提升率")
    gone = item("有效提升", judged("部分达成"), rule="grade", id="gone", excluded="取消")
    plans = [plan_of(mine, moved), plan_of(plain, number, gone)]
    found = graded_elsewhere(plans, RATIO, "mine", Grade.PARTLY)
    assert [(each.indicator, each.share, each.note, int(each.quarter)) for each in found] == [
        ("环境", Decimal(75), "两项延期", 4),
        ("秩序", Decimal(70), "", 2),
        ("提升率", Decimal(70), "", 4),
    ]
    dropped = [replace(plan, dropped="取消") for plan in plans]
    assert graded_elsewhere(dropped, RATIO, "mine", Grade.PARTLY) == ()
