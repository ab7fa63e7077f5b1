"""The models behind people: everybody in the settings, own plans, those one can sign in as, rule packs."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from perftrack.domain.people import Person
from perftrack.domain.terms import Role
from perftrack.services.bundled import shipped_pack
from tests.ui.scored import indicator, small_plan
from ui import languages
from ui.delegates.roles import LOOK
from ui.dialogs.people_list import Candidate, PeopleList
from ui.models.pack_table import PackTable
from ui.models.people_table import OwnPlans, PeopleTable, PersonLine

pytestmark = pytest.mark.usefixtures("english")
FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal
TICK = Qt.ItemDataRole.CheckStateRole
LEAD = Person("项目负责人", Role.LEAD, "党建办", "lead", plans=frozenset({"a", "old"}), id="1")
OFFICER = Person("绩效管理员", Role.OFFICER, has_password=True, id="2")


def watched(model):
    model.tester = QAbstractItemModelTester(model, FATAL)
    return model


@pytest.fixture
def english(qapp):
    languages.use("en")


def words(model, row):
    return [model.index(row, column).data() for column in range(model.columnCount())]


def test_everybody_is_shown_with_role_plans_and_state(qapp):
    table = watched(PeopleTable())
    table.show_rows([PersonLine(LEAD, "lead"), PersonLine(replace(OFFICER, active=False), "officer")])
    assert words(table, 0) == ["项目负责人", "lead", "党建办", "2", "lead", "None", "Active"]
    assert words(table, 1) == ["绩效管理员", "officer", "", "", "", "Set", "Inactive"]
    assert table.index(1, 0).data(LOOK).tone == "text-3"
    assert table.row_of("2") == 1
    assert table.row_of("3") == -1


@pytest.fixture
def own(qapp):
    model = watched(OwnPlans())
    plan = small_plan(indicator("个数", "≥12个", "90"))
    model.show_plans([replace(plan, id=key, name=key) for key in ("a", "b")], LEAD.plans)
    return model


def test_own_plans_are_ticked_and_those_of_other_years_stay(own, qtbot):
    assert [own.index(row).data(TICK) for row in range(2)] == [Qt.CheckState.Checked, Qt.CheckState.Unchecked]
    with qtbot.waitSignal(own.ticked):
        assert own.setData(own.index(1), Qt.CheckState.Checked, TICK)
    assert own.setData(own.index(0), Qt.CheckState.Unchecked, TICK)
    assert own.own() == {"b", "old"}
    assert not own.setData(own.index(0), "c", Qt.ItemDataRole.EditRole)


@pytest.mark.parametrize(
    ("typed", "found"), [("", 2), ("负责", 1), ("党建 项目", 1), ("OFFICER", 1), ("无", 0), (" ", 2)]
)
def test_people_are_found_by_name_role_and_section(qapp, typed, found):
    people = watched(PeopleList([Candidate(LEAD, "lead"), Candidate(OFFICER, "officer")]))
    people.narrow(typed)
    assert people.rowCount() == found


def test_a_password_is_said_to_screen_readers(qapp):
    people = watched(PeopleList([Candidate(OFFICER, "officer")]))
    assert "asks for a password" in people.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert people.index(0).data(LOOK).subtext == "officer"
    assert people.row_of("2") == 0
    assert people.candidate(1) is None


def test_packs_say_where_they_come_from_and_whether_they_are_confirmed(qapp):
    packs = watched(PackTable("en"))
    packs.show_rows([(shipped_pack("national-2020"), True), (shipped_pack("linear-ceiling"), False)])
    title, name, used, state, examples, source = words(packs, 0)
    assert (title, name, used, state) == ("National 2020 (No. 10)", "national-2020 · 1", "in use", "Not confirmed")
    assert int(examples) > 0
    assert "财预" in source
    assert words(packs, 1)[2] == ""
