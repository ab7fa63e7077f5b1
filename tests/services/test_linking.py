"""An indicator followed through the years by links and names; who may link, what is refused, what undo does."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from perftrack.domain.access import ACTS, Act, Actor
from perftrack.domain.likeness import Reason
from perftrack.domain.periods import Quarter
from perftrack.domain.plans import Actual, Indicator, Plan
from perftrack.domain.terms import Aggregation, PlanKind, Role
from perftrack.errors import UserError
from perftrack.services import asof, comparing, foresight, linking
from perftrack.services.earlier import earlier_years, side_by_side
from perftrack.services.storing import store_plans
from perftrack.services.workspace import Workspace
from tests.persistence.office import DEPARTMENT, TickingClock, sql


def plan_of(year: int, *names: str, called: str = "社区经费") -> Plan:
    items = tuple(
        Indicator("产出", "数量指标", name, "≥10件", Decimal(30), actuals={Quarter.Q4: Actual(str(year - 2015))})
        for name in names
    )
    return Plan(year, PlanKind.PROJECT, called, indicators=items)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Workspace]:
    """走访户数 was 走访次数 in 2022 and 上门次数 in 2021; 培训人数 was always called so."""
    years = [
        plan_of(2021, "上门次数", "培训人数"), plan_of(2022, "走访次数", "培训人数"),
        plan_of(2023, "培训人数", "走访户数"), plan_of(2024, "走访户数", "培训人数", "新事"),
    ]  # fmt: skip
    with Workspace.create(tmp_path / "years.perftrack", DEPARTMENT, clock=TickingClock()) as ws:
        store_plans(ws, DEPARTMENT, years, [])
        yield ws
        assert ws.verify() == []


def key(ws: Workspace, year: int, name: str) -> str:
    return next(each.id for plan in ws.plans(year) for each in plan.indicators if each.name == name)


def walk(ws: Workspace, name: str, year: int = 2024) -> list[tuple[int, str, bool]]:
    return [(each.year, each.indicator.name, each.linked) for each in linking.chain_of(ws, key(ws, year, name))]


def refusal(act) -> str:
    with pytest.raises(UserError) as caught:
        act()
    return caught.value.code


def test_that_names_tell_where_nothing_is_linked(office: Workspace) -> None:
    assert walk(office, "走访户数") == [(2023, "走访户数", False)]
    assert walk(office, "培训人数") == [(2023, "培训人数", False), (2022, "培训人数", False), (2021, "培训人数", False)]
    assert walk(office, "新事") == []


def test_that_links_lead_on_where_the_name_changed(office: Workspace) -> None:
    linking.link(office, key(office, 2023, "走访户数"), key(office, 2022, "走访次数"))
    linking.link(office, key(office, 2022, "走访次数"), key(office, 2021, "上门次数"))
    chain = [(2023, "走访户数", False), (2022, "走访次数", True), (2021, "上门次数", True)]
    assert walk(office, "走访户数") == chain
    plan = office.plans(2024)[0]
    found = earlier_years(office, plan, plan.indicators[0], 3)
    assert [(each.year, each.cards[Quarter.Q4].scores[each.place].indicator.name) for each in found] == [
        (year, name) for year, name, _ in chain
    ]
    assert [each.year for each in earlier_years(office, plan, plan.indicators[0])] == [2023, 2022]


def test_that_a_link_may_skip_a_year_and_lead_to_another_plan(office: Workspace) -> None:
    store_plans(office, None, [plan_of(2021, "老事", called="另一项目")], [])
    linking.link(office, key(office, 2024, "新事"), key(office, 2021, "老事"))
    assert walk(office, "新事") == [(2021, "老事", True)]


def test_that_an_indicator_another_goes_on_with_is_not_found_by_name(office: Workspace) -> None:
    linking.link(office, key(office, 2024, "新事"), key(office, 2023, "走访户数"))
    assert walk(office, "走访户数") == []
    assert walk(office, "新事")[0] == (2023, "走访户数", True)


def test_that_a_link_is_undone_done_again_replaced_and_taken_away(office: Workspace) -> None:
    ours, theirs = key(office, 2023, "走访户数"), key(office, 2022, "走访次数")
    changes = linking.link(office, ours, theirs)
    assert changes.label == ("link_indicator", {"indicator": "走访户数", "earlier": "走访次数", "year": 2022})
    assert changes.topics == {"links"}
    office.history.undo()
    assert linking.linked_to(office, ours) is None
    office.history.redo()
    assert linking.linked_to(office, ours) == theirs
    linking.link(office, ours, key(office, 2022, "培训人数"))
    assert linking.linked_to(office, ours) == key(office, 2022, "培训人数")
    linking.unlink(office, ours)
    assert walk(office, "走访户数", 2023) == []
    assert not linking.unlink(office, ours)


def test_that_the_past_has_the_links_of_then(office: Workspace) -> None:
    before = office.journal()[-1].seq
    linking.link(office, key(office, 2023, "走访户数"), key(office, 2022, "走访次数"))
    with asof.as_of_entry(office, before) as past:
        assert walk(past, "走访户数") == [(2023, "走访户数", False)]


def test_that_what_cannot_be_linked_is_refused(office: Workspace) -> None:
    ours, theirs = key(office, 2023, "走访户数"), key(office, 2022, "走访次数")
    assert refusal(lambda: linking.link(office, theirs, ours)) == "link_not_earlier"
    assert refusal(lambda: linking.link(office, ours, ours)) == "link_not_earlier"
    assert refusal(lambda: linking.link(office, ours, "nobody")) == "indicator_gone"
    assert refusal(lambda: linking.unlink(office, "nobody")) == "indicator_gone"
    assert refusal(lambda: linking.chain_of(office, "nobody")) == "indicator_gone"
    assert refusal(lambda: linking.candidates(office, "nobody")) == "indicator_gone"
    linking.link(office, ours, theirs)
    assert refusal(lambda: linking.link(office, key(office, 2023, "培训人数"), theirs)) == "link_taken"


def test_that_a_closed_year_keeps_its_links(office: Workspace) -> None:
    ours, theirs = key(office, 2023, "走访户数"), key(office, 2022, "走访次数")
    with office.writing("close") as work:
        (row,) = work.rows("fiscal_year", "year", [2023])
        work.update("fiscal_year", [(row, (*row.values[:3], 1))])
    assert refusal(lambda: linking.link(office, ours, theirs)) == "year_closed"


@pytest.mark.parametrize("role", Role)
def test_that_only_who_sets_up_may_link(office: Workspace, role: Role) -> None:
    ours, theirs = key(office, 2023, "走访户数"), key(office, 2022, "走访次数")
    office.act_as(Actor("某", role, plans=frozenset(plan.id for plan in office.plans(2023))))
    if Act.SET_UP in ACTS[role]:
        assert linking.link(office, ours, theirs)
        assert linking.unlink(office, ours)
    else:
        assert refusal(lambda: linking.link(office, ours, theirs)) == "not_allowed"
        assert refusal(lambda: linking.unlink(office, ours)) == "not_allowed"


@pytest.mark.parametrize("year", [2022, 2023])
def test_that_a_link_goes_with_either_of_its_indicators_and_comes_back_with_undo(office: Workspace, year: int) -> None:
    ours, theirs = key(office, 2023, "走访户数"), key(office, 2022, "走访次数")
    linking.link(office, ours, theirs)
    before = office.plans(year)[0]
    after = replace(before, indicators=tuple(each for each in before.indicators if each.id not in (ours, theirs)))
    store_plans(office, None, [after], [], replace=[(year, before.kind, before.name)])
    assert sql(office.path, "SELECT count(*) FROM indicator_link") == [(0,)]
    office.history.undo()
    assert linking.linked_to(office, ours) == theirs


def test_that_a_plan_imported_anew_keeps_the_links_of_what_keeps_its_name(office: Workspace) -> None:
    ours, theirs = key(office, 2023, "走访户数"), key(office, 2022, "走访次数")
    linking.link(office, ours, theirs)
    before = office.plans(2023)[0]
    store_plans(office, None, [replace(before, goal="新")], [], replace=[(2023, before.kind, before.name)])
    assert walk(office, "走访户数", 2023)[0] == (2022, "走访次数", True)


def test_that_the_likeliest_is_suggested_first_and_what_is_taken_is_not(office: Workspace) -> None:
    ours = key(office, 2023, "走访户数")
    found = linking.candidates(office, ours)
    assert [(each.indicator.name, each.reason) for each in found] == [
        ("走访次数", Reason.SIMILAR_NAME),
        ("培训人数", Reason.SAME_PLACE),
    ]
    linking.link(office, key(office, 2023, "培训人数"), key(office, 2022, "走访次数"))
    assert "走访次数" not in [each.indicator.name for each in linking.candidates(office, ours)]
    linking.link(office, ours, key(office, 2022, "培训人数"))
    assert "培训人数" in [each.indicator.name for each in linking.candidates(office, ours)]
    assert linking.candidates(office, key(office, 2021, "上门次数")) == ()


def test_that_years_stand_side_by_side(office: Workspace) -> None:
    linking.link(office, key(office, 2023, "走访户数"), key(office, 2022, "走访次数"))
    table = side_by_side(office, office.plans(2024)[0].id, Quarter.Q4)
    assert table.years == (2024, 2023, 2022)
    assert [card.plan.year for card in table.cards if card] == [2024, 2023, 2022]
    rows = [[score and score.actual_text for score in line.scores] for line in table.lines]
    assert rows == [["9件", "8件", "7件"], ["9件", "8件", "7件"], ["9件", None, None]]
    assert [line.linked for line in table.lines] == [(False, False, True), (False,) * 3, (False,) * 3]


def test_that_a_plan_that_was_renamed_is_followed_with_its_indicators(office: Workspace) -> None:
    store_plans(office, None, [plan_of(2025, "走访户数", called="为民服务经费")], [])
    plan = office.plans(2025)[0]
    linking.link(office, plan.indicators[0].id, key(office, 2024, "走访户数"))
    table = side_by_side(office, plan.id, Quarter.Q4, 5)
    assert table.years == (2025, 2024, 2023, 2022, 2021)
    assert [card and card.plan.name for card in table.cards] == ["为民服务经费", "社区经费", "社区经费", None, None]


def test_that_a_comparison_of_years_goes_by_the_links(office: Workspace) -> None:
    linking.link(office, key(office, 2023, "走访户数"), key(office, 2022, "走访次数"))
    plan = office.plans(2023)[0]
    found = comparing.compare_plan(office, plan.id, comparing.State(2022), comparing.State(2023))
    assert found is not None
    pairs = {
        (part.before.indicator.name if part.before else None, part.after.indicator.name if part.after else None)
        for part in found.parts
    }
    assert pairs == {("走访次数", "走访户数"), ("培训人数", "培训人数")}


def test_that_a_forecast_takes_its_pattern_from_what_is_linked(tmp_path: Path) -> None:
    def counted(year: int, name: str, called: str, values: list[int]) -> Plan:
        actuals = {quarter: Actual(str(value)) for quarter, value in zip(Quarter, values, strict=False)}
        item = Indicator("产出", "数量指标", name, "≥40次", Decimal(90), aggregation=Aggregation.SUM, actuals=actuals)
        return Plan(year, PlanKind.PROJECT, called, indicators=(item,))

    plans = [counted(2023, "上门次数", "走访经费", [4, 4, 8, 24]), counted(2024, "走访次数", "为民经费", [5, 5])]
    with Workspace.create(tmp_path / "two.perftrack", DEPARTMENT, clock=TickingClock()) as ws:
        store_plans(ws, DEPARTMENT, plans, [])
        (alone,) = foresight.forecast_year(ws, 2024, Quarter.Q2)
        linking.link(ws, key(ws, 2024, "走访次数"), key(ws, 2023, "上门次数"))
        (followed,) = foresight.forecast_year(ws, 2024, Quarter.Q2)
        assert (alone.items[0].method.code, followed.items[0].method.code) == ("pace", "last_year")
        assert followed.items[0].values is not None
        assert followed.items[0].values.likely == 50
