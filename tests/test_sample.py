"""The sample: the reference office's published targets, unchanged, with illustrative actuals that show everything."""

import json
import re
from collections import Counter
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from perftrack.domain.checks import check_card, check_office
from perftrack.domain.periods import QUARTERS, Quarter
from perftrack.domain.scorecards import Scorecard, score_plan
from perftrack.domain.terms import Light, PlanKind
from perftrack.services.bundled import messages, sample_package, shipped_pack
from perftrack.services.importing.package_reader import read_package

PUBLISHED: dict[str, Any] = json.loads((Path(__file__).parent / "golden" / "published-2024.json").read_text("utf-8"))
#: Drawn as a total to date to show a derived value; published without a way of adding up.
DRAWN_AS_RUNNING = "每个社区每年服务群众经费金额"
FILLED_IN = ("section", "lead", "funds", "indicators")

#: Totals of the third quarter: items, total, rating, indicators without a score.
THIRD_QUARTER = {
    "部门整体": ("82.92", "90.05", "优", 0),
    "2024 年国有企业退休人员社会化管理补助资金": ("89.88", "97.32", "优", 0),
    "社区服务群众经费": ("76.50", "83.55", "良", 1),
    "社区运转经费": ("88.89", "96.17", "优", 0),
    "网格党支部活动经费": ("80.68", "86.08", "良", 0),
    # 27.00 of a budget revised to 56.40: 4.79 points; of the initial 54.00 it would be 5.00 and 95.00.
    "网格党支部书记报酬": ("90.00", "94.79", "优", 0),
}

SEEN = {
    "actual_unread", "ahead_of_execution", "all_equal_targets", "beyond_equal", "beyond_unexplained", "empty_phrase",
    "executed_falls", "level2_misfit", "look_alike", "loss_without_cause", "negative_actual", "numeric_grade",
    "own_words", "prose_number", "share_without_reason", "target_unchanged", "unit_cost_differs", "unit_differs",
    "unspent", "word_answered_number", "word_as_grade", "words_under_economic", "words_without_criteria",
}  # fmt: skip
#: What a stored year with the published targets cannot have.
CANNOT_BE = {
    "weights_do_not_add",  # every published sheet adds to 90
    "target_empty",  # every indicator has a target
    "target_unread",  # every target reads as a number or as plain words
    "operator_assumed",  # every number is published with its operator
    "negative_target",  # no target is below 0
    "word_answered_date",  # no target is a date
    "words_proportional",  # words are scored by grade, or name no rule
    "level2_empty",  # every indicator names its level 2
    "grade_contradicts",  # a grade that contradicts its value is refused where it is entered
    "no_budget",  # every plan has money
    "funds_do_not_add",  # no fund row states a total
    "value_missing",  # asked for where a quarter is submitted, not of a scorecard
    "spending_missing",  # likewise
    "draft_unfinished",  # no cause is a draft left as it came
    "evidence_missing",  # no indicator of the sample requires evidence
    "projects_differ",  # 467.84 of the projects lie within the department's 3157.94
    "units_missing",  # no indicator is reported by units
    "units_not_fractions",
    "units_unread",
    "units_endless",
    "units_across_words",
}


def cards(quarter: Quarter) -> tuple[Scorecard, ...]:
    pack = shipped_pack("national-2020")
    return tuple(score_plan(plan, pack, quarter) for plan in read_package(sample_package()).plans)


def without(table: dict[str, Any], *keys: str) -> dict[str, Any]:
    return {key: value for key, value in table.items() if key not in keys}


def test_that_the_office_and_its_sections_are_those_published() -> None:
    assert sample_package()["department"] == PUBLISHED["department"]
    assert len(PUBLISHED["department"]["sections"]) == 7


def test_that_plans_keep_their_published_names_goals_and_budgets() -> None:
    sample = sample_package()
    assert [without(plan, *FILLED_IN) for plan in sample["plans"]] == [
        without(plan, *FILLED_IN) for plan in PUBLISHED["plans"]
    ]
    for ours, theirs in zip(sample["plans"], PUBLISHED["plans"], strict=True):
        assert [without(fund, "executed", "revised") for fund in ours["funds"]] == theirs["funds"]


def test_that_indicators_keep_their_published_targets_weights_and_rules() -> None:
    known = set(PUBLISHED["plans"][0]["indicators"][0]) - {"aggregation"}
    assert {"target", "weight", "rule", "name", "level1", "level2", "prior_actual"} <= known
    for ours, theirs in zip(sample_package()["plans"], PUBLISHED["plans"], strict=True):
        assert [{key: item[key] for key in known} for item in ours["indicators"]] == [
            {key: item[key] for key in known} for item in theirs["indicators"]
        ]


def test_that_only_the_one_drawn_to_date_adds_up_otherwise_than_published() -> None:
    pairs = [
        (ours, theirs)
        for plan, published in zip(sample_package()["plans"], PUBLISHED["plans"], strict=True)
        for ours, theirs in zip(plan["indicators"], published["indicators"], strict=True)
    ]
    other = [ours["name"] for ours, theirs in pairs if ours["aggregation"] != theirs["aggregation"]]
    assert (other, len(pairs)) == ([DRAWN_AS_RUNNING], 38)


def test_that_the_published_money_adds_up() -> None:
    plans = read_package(sample_package()).plans
    initial = {
        kind: sum((fund.initial for plan in plans if plan.kind is kind for fund in plan.funds), Decimal(0))
        for kind in PlanKind
    }
    assert initial == {PlanKind.DEPARTMENT: Decimal("3157.94"), PlanKind.PROJECT: Decimal("467.84")}


def test_that_no_person_and_no_telephone_is_named() -> None:
    text = json.dumps(sample_package(), ensure_ascii=False)
    assert not re.search(r"[0-9]{7,}", text)
    assert {plan["lead"] for plan in sample_package()["plans"]} == {"绩效管理员", "项目负责人"}


def test_that_the_third_quarter_is_the_one_in_the_pictures() -> None:
    assert {
        card.plan.name: (str(card.items_total), str(card.total), card.rating.value, len(card.missing))
        for card in cards(Quarter.Q3)
    } == THIRD_QUARTER


def test_that_the_lights_of_the_third_quarter_are_those_in_the_pictures() -> None:
    lights = Counter(score.light for card in cards(Quarter.Q3) for score in card.scores)
    assert lights == {Light.GREEN: 25, Light.YELLOW: 9, Light.RED: 2, Light.BLUE: 1, Light.GREY: 1}


def test_that_every_light_is_on_at_the_end_of_the_year() -> None:
    assert {score.light for card in cards(Quarter.Q4) for score in card.scores} == set(Light)


@pytest.mark.parametrize("pack", ["national-2020", "national-2021", "linear-ceiling"])
def test_that_the_sample_scores_under_every_pack(pack: str) -> None:
    for plan in read_package(sample_package()).plans:
        assert 0 < score_plan(plan, shipped_pack(pack), Quarter.Q4).total <= 100


def test_that_the_four_quarters_show_exactly_these_findings() -> None:
    seen: set[str] = set()
    for quarter in QUARTERS:
        office = cards(quarter)
        seen |= {finding.code for card in office for finding in check_card(card)}
        seen |= {finding.code for finding in check_office(office, frozenset())}
    assert seen == SEEN


def test_that_what_the_sample_cannot_show_is_all_the_rest() -> None:
    assert set(messages("en")["finding"]) - SEEN == CANNOT_BE
