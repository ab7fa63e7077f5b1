"""The file as it was: equal to what it showed then, whatever happened since."""

import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from perftrack.domain.evidence import Owner
from perftrack.domain.periods import QUARTERS, Quarter
from perftrack.domain.plans import Actual, Deviation, Indicator, Plan
from perftrack.domain.terms import Across, EvidenceKind, Grade, PlanKind
from perftrack.domain.units import UnitValue
from perftrack.errors import UserError
from perftrack.persistence import asof as rewinding
from perftrack.services import (
    asof,
    commenting,
    evidence,
    exclusion,
    linking,
    locking,
    recording,
    reporting,
    reviewing,
    rubrics,
    unit_setup,
    units,
)
from perftrack.services import settings as choices
from perftrack.services.storing import store_plans
from perftrack.services.units import UnitEntry
from perftrack.services.workspace import Workspace
from tests.factories import make_pack
from tests.persistence.office import DEPARTMENT, open_office, plans, project

STORED = Path(__file__).parents[1] / "databases"
VALUES = ["3", "12", "97.8%", "1188/1320", "无", "", '引号"\n\x00\x07']
BEGIN = datetime(2024, 3, 1, 9, 0, tzinfo=UTC)


class StridingClock:
    """Stands still until it is told to go on."""

    def __init__(self) -> None:
        self.moment = BEGIN

    def __call__(self) -> datetime:
        return self.moment


class Office:
    """A live file, a die, and what may be done with the file."""

    def __init__(self, ws: Workspace, seed: int) -> None:
        self.ws, self.die = ws, Random(seed)
        self.commands: list[Callable[[], object]] = [
            self.report, self.report, self.explain, self.spend, self.revise, self.exclude, self.drop, self.restore,
            self.update, self.add, self.criteria, self.divide, self.report_units, self.prove, self.unprove, self.remark,
            self.submit, self.approve, self.lock, self.choose, self.link, self.unlink,
            self.undo, self.undo, self.redo, self.redo,
        ]  # fmt: skip

    def act(self) -> None:
        """Any command; one that is refused, or has nothing to choose from, leaves everything as it was."""
        with suppress(UserError, IndexError):
            self.die.choice(self.commands)()

    def plan(self) -> Plan:
        return self.die.choice(self.ws.plans(2024))

    def indicator(self) -> Indicator:
        return self.die.choice([each for plan in self.ws.plans(2024) for each in plan.indicators])

    def fund(self) -> Any:
        return self.die.choice([each for plan in self.ws.plans(2024) for each in plan.funds])

    def quarter(self) -> Quarter:
        return self.die.choice(QUARTERS)

    def report(self) -> None:
        value = self.die.choice([Actual(self.die.choice(VALUES)), Actual(grade=Grade.PARTLY), None])
        recording.record_actual(self.ws, self.indicator().id, self.quarter(), value)

    def explain(self) -> None:
        recording.record_deviation(self.ws, self.indicator().id, self.quarter(), Deviation("经费", "补拨"))

    def spend(self) -> None:
        recording.record_executed(self.ws, self.fund().id, self.quarter(), Decimal(self.die.randint(0, 99)))

    def revise(self) -> None:
        recording.record_revised(self.ws, self.fund().id, Decimal(self.die.randint(1, 200)), "调整")

    def exclude(self) -> None:
        exclusion.exclude_indicator(self.ws, self.indicator().id, "取消")

    def drop(self) -> None:
        exclusion.drop_plan(self.ws, self.plan().id, "取消")

    def restore(self) -> None:
        exclusion.restore_plan(self.ws, self.plan().id)

    def update(self) -> None:
        """As ``import --update``: other targets, a indicator less or more, another pack of the office's own."""
        before = self.plan()
        kept = [replace(each, target=f"≥{self.die.randint(1, 99)}件") for each in before.indicators]
        if self.die.random() < 0.5:
            kept.pop()
        else:
            kept.append(replace(kept[0], name=f"新指标{self.die.randint(1, 9)}"))
        pack = make_pack(version=self.die.randint(1, 3), source=f"第 {self.die.randint(1, 9)} 稿")
        after = replace(before, indicators=tuple(kept), pack="changji")
        name = (before.year, before.kind, before.name)
        store_plans(self.ws, None, [after], [pack], replace=[name], command="import")

    def add(self) -> None:
        store_plans(self.ws, None, [project(f"项目{self.die.randint(1, 9)}", year=2023 + self.die.randint(0, 2))], [])

    def criteria(self) -> None:
        rubrics.set_rubric(self.ws, self.indicator().id, {Grade.MET: "全部完成", Grade.UNMET: "没有开展"})

    def divide(self) -> None:
        unit_setup.add_units(self.ws, "社区", [f"{self.die.randint(1, 9)}号社区"])
        unit_setup.set_breakdown(self.ws, self.indicator().id, "社区", Across.SUM)

    def report_units(self) -> None:
        for each in [each for plan in self.ws.plans(2024) for each in plan.indicators]:
            if units.breakdown(self.ws, each.id):
                unit = self.die.choice(units.units(self.ws))
                units.record_units(self.ws, each.id, self.quarter(), [UnitEntry(unit.id, UnitValue("3"))])

    def prove(self) -> None:
        plan = self.plan()
        kept = evidence.keep(self.ws.path, [evidence.incoming(b"%d" % self.die.randint(1, 9), "证明.pdf")])
        evidence.add(self.ws, Owner(plan.id, plan.indicators[0].id, self.quarter()), kept, EvidenceKind.FORMAL)

    def unprove(self) -> None:
        evidence.remove(self.ws, [each.id for each in evidence.of_plan(self.ws, self.plan().id)][:1])

    def remark(self) -> None:
        commenting.comment(self.ws, self.plan().id, self.quarter(), "请看一看")

    def submit(self) -> None:
        reviewing.submit(self.ws, self.plan().id, self.quarter())

    def approve(self) -> None:
        reviewing.approve(self.ws, [(self.plan().id, self.quarter())])

    def lock(self) -> None:
        locking.lock(self.ws, 2024, self.quarter(), "已上报")

    def choose(self) -> None:
        choices.set_approval_levels(self.ws, self.die.choice([1, 2]))

    def link(self) -> None:
        years = self.ws.years()
        ours, theirs = (self.die.choice(self.ws.plans(year)).indicators[0] for year in (years[-1], years[0]))
        linking.link(self.ws, ours.id, theirs.id)

    def unlink(self) -> None:
        linking.unlink(self.ws, self.indicator().id)

    def undo(self) -> None:
        self.ws.history.undo()

    def redo(self) -> None:
        self.ws.history.redo()


def shown(ws: Workspace) -> dict[str, Any]:
    """What a file shows: everything people read of it."""
    found: dict[str, Any] = {
        "department": ws.department(), "years": ws.years(), "packs": ws.own_packs(), "settings": ws.settings(),
        "people": ws.people(), "units": units.units(ws),
    }  # fmt: skip
    for year in ws.years():
        whole = ws.plans(year)
        quarter = Quarter.Q3
        overview = reporting.overview(ws, year, quarter)
        found[str(year)] = (
            whole, ws.pin(year), ws.reviews(year), ws.locks(year), overview,
            [reporting.quarter_scores(ws, plan.id) for plan in whole],
            [reporting.file_findings(ws, row.card) for row in overview.rows],
            [evidence.of_plan(ws, plan.id) for plan in whole], [rubrics.of_plan(ws, plan.id) for plan in whole],
            [commenting.comments(ws, plan.id) for plan in whole],
            [linking.chain_of(ws, each.id) for plan in whole for each in plan.indicators],
        )  # fmt: skip
    return found


def newest(ws: Workspace) -> int:
    entries = ws.journal()
    return entries[-1].seq


@settings(max_examples=6, deadline=None, phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(seed=st.integers(0, 2**32), strides=st.lists(st.sampled_from([0, 1, 5, 30]), min_size=20, max_size=35))
def test_that_a_past_day_shows_what_the_file_showed_then(seed: int, strides: list[int]) -> None:
    clock = StridingClock()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "office.perftrack"
        with Workspace.create(path, DEPARTMENT, clock=clock) as ws:
            store_plans(ws, DEPARTMENT, plans(), [])
            office = Office(ws, seed)
            on_entry, on_day = {newest(ws): shown(ws)}, {clock.moment.date(): shown(ws)}
            for hours in strides:
                clock.moment += timedelta(hours=hours)
                office.act()
                on_entry[newest(ws)] = shown(ws)
                on_day[clock.moment.date()] = on_entry[newest(ws)]
            for seq, then in on_entry.items():
                with asof.as_of_entry(ws, seq) as past:
                    assert shown(past) == then
                    assert past.verify() == []
            last = on_day[BEGIN.date()]
            day = BEGIN.date()
            while day <= clock.moment.date() + timedelta(days=2):
                last = on_day.get(day, last)
                with asof.as_of(ws, day) as past:
                    assert shown(past) == last
                    assert past.now().date() == day
                day += timedelta(days=1)
            assert shown(ws) == last
            assert ws.verify() == []


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Workspace]:
    with open_office(tmp_path) as workspace:
        yield workspace
        assert workspace.verify() == []


def test_that_nothing_can_be_stored_in_the_past(office: Workspace) -> None:
    indicator = office.plans(2024)[1].indicators[0]
    with asof.as_of(office, date(2024, 3, 31)) as past:
        with pytest.raises(UserError) as caught:
            recording.record_actual(past, indicator.id, 1, Actual("5"))
        assert caught.value.code == "past_read_only"
        assert past.read_only
    recording.record_actual(office, indicator.id, 1, Actual("5"))


def test_that_a_day_before_the_file_is_refused_with_the_first_day(office: Workspace) -> None:
    with pytest.raises(UserError) as caught:
        asof.as_of(office, date(2024, 3, 30))
    assert caught.value.code == "past_too_early"
    assert caught.value.arguments == {"day": "2024-03-30", "first": "2024-03-31"}
    assert asof.days(office) == {date(2024, 3, 31): 2}


def test_that_half_a_command_is_never_shown(office: Workspace) -> None:
    last = newest(office)
    with asof.as_of_entry(office, last - 3) as past:
        assert shown(past) == shown(office)


@pytest.mark.parametrize("wrong", ["1970-01-01", "2099-01-01"])
def test_that_a_clock_that_was_wrong_once_does_not_tear_the_history_apart(tmp_path: Path, wrong: str) -> None:
    clock = StridingClock()
    with Workspace.create(tmp_path / "a.perftrack", DEPARTMENT, clock=clock) as ws:
        store_plans(ws, DEPARTMENT, plans(), [])
        indicator = ws.plans(2024)[1].indicators[0]
        totals = {}
        for number in range(6):
            clock.moment = BEGIN + timedelta(days=number + 1)
            if number == 2:
                clock.moment = datetime.fromisoformat(wrong).replace(tzinfo=UTC)
            recording.record_actual(ws, indicator.id, 1, Actual(str(number)))
            totals[(BEGIN + timedelta(days=number + 1)).date()] = ws.plans(2024)
        for day, then in totals.items():
            if day not in ((BEGIN + timedelta(days=2)).date(), (BEGIN + timedelta(days=3)).date()):  # cannot be told
                with asof.as_of(ws, day) as past:
                    assert past.plans(2024) == then


def test_that_an_entry_of_a_form_that_is_gone_is_refused_with_a_sentence(office: Workspace) -> None:
    with office.reading() as connection:
        connection.execute("SELECT 1")
    with asof.as_of(office, date(2024, 3, 31)) as past, past.reading() as memory:
        columns = rewinding._columns(memory, "fund")
    image = {"id": "a", "plan_id": "p", "position": 0, "source": "", "initial": "1", "version": 1, "seq": 1}
    assert rewinding._fitted(dict(image), columns, "fund", "a")[-1] is None  # ``revised`` may be empty
    for other in ({**image, "gone": 1}, {key: image[key] for key in image if key != "source"}):
        with pytest.raises(UserError) as caught:
            rewinding._fitted(other, columns, "fund", "a")
        assert caught.value.code == "past_unreadable"


def test_that_a_dropped_project_stands_as_it_was_before(office: Workspace) -> None:
    plan = next(each for each in office.plans(2024) if each.kind is PlanKind.PROJECT)
    before = newest(office)
    exclusion.drop_plan(office, plan.id, "取消")
    with asof.as_of_entry(office, before) as past:
        assert past.plan(plan.id).dropped is None
    with asof.as_of_entry(office, before + 1) as past:
        assert past.plan(plan.id).dropped == "取消"


@pytest.mark.parametrize("path", sorted(STORED.glob("schema-*.perftrack")), ids=lambda path: path.name)
def test_that_the_past_of_a_file_of_an_older_schema_is_shown(tmp_path: Path, path: Path) -> None:
    copy = tmp_path / path.name
    shutil.copyfile(path, copy)
    clock = StridingClock()
    with Workspace.open(copy, clock=clock) as ws:
        before, end = shown(ws), newest(ws)
        clock.moment += timedelta(days=9999)
        recording.record_actual(ws, ws.plans(ws.years()[-1])[1].indicators[0].id, 2, Actual("99"))
        assert shown(ws) != before
        with asof.as_of_entry(ws, end) as past:
            assert shown(past) == before
            assert past.verify() == []
