"""States of the office's plans compared: quarters, packs, years, original and revised targets."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from perftrack.domain.comparison import compare
from perftrack.domain.comparison_tree import comparison_tree
from perftrack.domain.periods import Quarter
from perftrack.domain.plans import Plan
from perftrack.domain.scorecards import score_plan
from perftrack.domain.terms import PlanKind
from perftrack.errors import UserError
from perftrack.services import explaining
from perftrack.services.bundled import shipped_pack
from perftrack.services.comparing import State, compare_plan, compare_years, original_targets
from perftrack.services.messages import speaker
from perftrack.services.storing import store_plans
from perftrack.services.workspace import Workspace
from tests.golden.office import FOLDER, read_office
from tests.persistence.office import open_office, plans, project

Q1, Q2, Q3, Q4 = Quarter


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Workspace]:
    with open_office(tmp_path) as workspace:
        yield workspace


def revised(plan: Plan, target: str) -> Plan:
    return replace(plan, indicators=(replace(plan.indicators[0], target=target), *plan.indicators[1:]))


def test_that_two_quarters_of_a_year_are_compared_plan_by_plan(office: Workspace) -> None:
    found = compare_years(office, State(2024, Q1, "national-2020"), State(2024, Q2, "national-2020"))
    assert [each.after.plan.name for each in found.comparisons] == ["部门整体", "项目甲", "项目乙"]
    assert [str(each.change) for each in found.comparisons[1:]] == ["2.53", "2.53"]
    assert (found.only_before, found.only_after) == ((), ())


def test_that_the_packs_of_two_states_may_differ(office: Workspace) -> None:
    plan = office.plans(2024)[1]
    found = compare_plan(office, plan.id, State(2024, Q2, "national-2020"), State(2024, Q2))
    assert found is not None
    assert (found.before.pack.id, found.after.pack.id) == ("national-2020", "national-2021")
    assert found.by_cause() == {"diff_pack": Decimal("-2.53")}


def test_that_years_are_compared_by_kind_and_name_of_the_plans(office: Workspace) -> None:
    store_plans(office, None, [project("项目甲", 3, 2025), project("新项目", year=2025)], [])
    found = compare_years(office, State(2024), State(2025))
    assert [each.after.plan.name for each in found.comparisons] == ["项目甲"]
    assert (found.only_before, found.only_after) == (("部门整体", "项目乙"), ("新项目",))
    assert [part.before is None for part in found.comparisons[0].parts] == [False, False, True]


def test_that_original_targets_are_those_first_stored(office: Workspace) -> None:
    names = frozenset({(2024, str(PlanKind.PROJECT), "项目甲")})
    first = plans()[1]
    for target in ("≥8件", "≥4件"):
        store_plans(office, None, [revised(first, target)], [], replace=names)
    plan = office.plans(2024)[1]
    assert original_targets(office, plan.id)[plan.indicators[0].id] == "≥10件"
    found = compare_plan(office, plan.id, State(2024, Q1, original=True), State(2024, Q1))
    assert found is not None
    assert [cause.code for part in found.parts for cause in part.causes] == ["diff_target"]
    assert original_targets(office, office.plans(2024)[2].id) == {}


def test_that_what_is_not_there_is_refused(office: Workspace) -> None:
    for before, after, plan, code in (
        (State(2024), State(2031), None, "year_unknown"),
        (State(2031), State(2024), None, "year_unknown"),
        (State(2024), State(2024, pack="nobody"), None, "unknown_pack"),
        (State(2024), State(2024), "没有", "plan_unknown"),
    ):
        with pytest.raises(UserError) as refused:
            compare_years(office, before, after, plan)
        assert refused.value.code == code


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_that_the_text_of_a_comparison_is_the_one_that_is_kept(language: str) -> None:
    plan = read_office()[1][2]
    cards = [score_plan(plan, shipped_pack(name), q) for name, q in (("national-2020", Q3), ("national-2021", Q4))]
    text = explaining.tree_text(comparison_tree(compare(*cards)), speaker(language))
    assert text == (FOLDER / f"comparison-plan-3-{language}.txt").read_text(encoding="utf-8").removesuffix("\n")
