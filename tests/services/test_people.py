"""People: added, changed, signed in; the last officer stays, passwords are slow to guess, history stays readable."""

import json
import logging
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from perftrack.domain.access import KEEPER
from perftrack.domain.people import Person
from perftrack.domain.plans import Actual
from perftrack.domain.terms import Role
from perftrack.errors import RefusedValue, UserError
from perftrack.services import passwords, people, recording
from perftrack.services.messages import speaker
from perftrack.services.workspace import Workspace
from tests.people import CHIEF, HEAD, LEAD, OFFICER, VIEWER, become, divide, person
from tests.persistence.office import codes, open_office, sql


class StandingClock:
    """Stands until it is moved on."""

    def __init__(self) -> None:
        self.now = datetime(2024, 10, 14, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def wait(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)


@pytest.fixture
def office(tmp_path: Path):
    with open_office(tmp_path) as workspace:
        divide(workspace, 2024)
        yield workspace


@pytest.fixture
def undivided(tmp_path: Path):
    with open_office(tmp_path) as workspace:
        yield workspace


def code_of(act) -> str:
    with pytest.raises(UserError) as refused:
        act()
    return refused.value.code


def test_that_the_first_person_is_an_officer_and_acts_from_then_on(undivided) -> None:
    assert undivided.actor is KEEPER
    assert code_of(lambda: people.add_person(undivided, Person(LEAD, Role.LEAD))) == "first_is_officer"
    people.add_person(undivided, Person(OFFICER, Role.OFFICER))
    assert (undivided.actor.name, undivided.actor.role) == (OFFICER, Role.OFFICER)


def test_that_dividing_a_file_can_be_undone_at_once(undivided) -> None:
    people.add_person(undivided, Person(OFFICER, Role.OFFICER))
    undivided.history.undo()
    assert undivided.people() == ()
    assert undivided.actor is KEEPER


def test_that_a_divided_file_begins_with_nobody_and_stays_sound(office) -> None:
    assert office.actor.role is None
    assert codes(office) == set()


def test_that_a_person_keeps_role_section_account_and_plans(office) -> None:
    become(office, OFFICER)
    plan = office.plans(2024)[1].id
    people.add_person(office, Person("  项目 负责人\t丙 ", Role.LEAD, "党政办公室", " zhang ", plans=frozenset({plan})))
    added = person(office, "项目 负责人 丙")
    assert (added.role, added.section, added.os_user) == (Role.LEAD, "党政办公室", "zhang")
    assert added.plans == {plan}
    people.change_person(office, replace(added, role=Role.VIEWER, section=None, os_user=""))
    changed = person(office, "项目 负责人 丙")
    assert (changed.role, changed.section, changed.os_user, changed.plans) == (Role.VIEWER, None, None, frozenset())
    office.history.undo()
    assert person(office, "项目 负责人 丙") == added


@pytest.mark.parametrize(
    ("given", "code"),
    [
        (Person(" ", Role.LEAD), "person_unnamed"),
        (Person(HEAD, Role.LEAD), "person_name_taken"),
        (Person("新人", Role.HEAD, "没有的科室"), "section_unknown"),
        (Person("新人", Role.LEAD, plans=frozenset({"没有的"})), "plan_gone"),
    ],
)
def test_that_what_cannot_be_is_refused(office, given, code) -> None:
    become(office, OFFICER)
    before = office.people()
    assert code_of(lambda: people.add_person(office, given)) == code
    assert office.people() == before


def test_that_own_plans_are_for_leads(office) -> None:
    become(office, OFFICER)
    plans = frozenset(plan.id for plan in office.plans(2024)[1:])
    people.assign_plans(office, person(office, LEAD).id, plans)
    assert person(office, LEAD).plans == plans
    assert code_of(lambda: people.assign_plans(office, person(office, HEAD).id, plans)) == "not_a_lead"


def test_that_nobody_is_deleted_but_the_inactive_cannot_sign_in(office) -> None:
    become(office, OFFICER)
    people.deactivate_person(office, person(office, VIEWER).id)
    assert person(office, VIEWER).active is False
    assert code_of(lambda: become(office, VIEWER)) == "person_inactive"
    people.reactivate_person(office, person(office, VIEWER).id)
    assert become(office, VIEWER).name == VIEWER


def test_that_an_active_officer_remains(office) -> None:
    become(office, OFFICER)
    officer = person(office, OFFICER)
    assert code_of(lambda: people.deactivate_person(office, officer.id)) == "last_officer"
    assert code_of(lambda: people.change_person(office, replace(officer, role=Role.LEAD))) == "last_officer"
    people.add_person(office, Person("另一绩效管理员", Role.OFFICER))
    people.deactivate_person(office, officer.id)
    assert office.actor.role is None


def test_that_undo_does_not_take_the_last_officer(office) -> None:
    become(office, OFFICER)
    people.add_person(office, Person("另一绩效管理员", Role.OFFICER))
    with Workspace.open(office.path, clock=StandingClock()) as elsewhere:
        become(elsewhere, "另一绩效管理员")
        people.deactivate_person(elsewhere, person(elsewhere, OFFICER).id)
    assert code_of(office.history.undo) == "last_officer"


def test_that_nobody_undoes_the_work_of_another(office) -> None:
    become(office, LEAD)
    indicator = office.plans(2024)[0].indicators[0].id
    recording.record_actual(office, indicator, 3, Actual("7"))
    assert office.history.next_undo is not None
    become(office, OFFICER)
    assert office.history.next_undo is None
    recording.record_actual(office, indicator, 3, Actual("8"))
    become(office, OFFICER)
    assert office.history.next_undo is not None


def test_that_the_journal_signs_with_the_name_of_the_time(office) -> None:
    become(office, LEAD)
    recording.record_actual(office, office.plans(2024)[0].indicators[0].id, 3, Actual("7"))
    become(office, OFFICER)
    people.change_person(office, replace(person(office, LEAD), name="项目负责人乙"))
    become(office, "项目负责人乙")
    recording.record_actual(office, office.plans(2024)[0].indicators[0].id, 3, Actual("8"))
    signed = [entry.person for entry in office.journal(entity="actual")][-2:]
    assert signed == [LEAD, "项目负责人乙"]


def test_that_a_password_is_asked_for_and_forms_of_a_letter_are_one(office) -> None:
    become(office, OFFICER)
    lead = person(office, LEAD).id
    people.set_password(office, lead, "e\u0301t\u00e9")
    assert person(office, LEAD).has_password
    assert code_of(lambda: become(office, LEAD)) == "password_needed"
    assert code_of(lambda: become(office, LEAD, "été ")) == "password_wrong"
    assert office.actor.name == OFFICER
    assert become(office, LEAD, "\u00e9te\u0301").name == LEAD


def test_that_the_own_password_is_changed_with_the_present_one(office) -> None:
    me = become(office, LEAD).id
    people.set_password(office, me, "一")
    assert code_of(lambda: people.set_password(office, me, "二")) == "password_needed"
    assert code_of(lambda: people.set_password(office, me, "二", current="三")) == "password_wrong"
    people.set_password(office, me, "二", current="一")
    become(office, LEAD, "二")
    become(office, OFFICER)
    people.set_password(office, me, "")
    assert become(office, LEAD).has_password is False


def test_that_a_password_is_not_undone(office) -> None:
    become(office, OFFICER)
    people.set_password(office, person(office, LEAD).id, "一")
    assert office.history.next_undo is None


@pytest.mark.parametrize(("typed", "code"), [("字" * 1001, "password_long"), ("\ud800", "password_unreadable")])
def test_that_passwords_have_limits(office, typed, code) -> None:
    me = become(office, OFFICER).id
    with pytest.raises(RefusedValue) as refused:
        people.set_password(office, me, typed)
    assert refused.value.code == code
    assert typed not in repr(refused.value.arguments)


def test_that_the_hash_goes_nowhere_but_into_the_file(office, caplog) -> None:
    caplog.set_level(logging.DEBUG)
    become(office, OFFICER)
    people.set_password(office, person(office, LEAD).id, "秘密")
    (secret,) = [row[0] for row in sql(office.path, "SELECT password FROM person WHERE password IS NOT NULL")]
    assert secret.startswith("$argon2id$")
    assert secret not in repr(office.people())
    shown = [entry.after for entry in office.journal() if entry.entity == "person"]
    assert all("argon2" not in (row or "") for row in shown)
    assert json.loads(shown[-1])["password"] is True
    assert "argon2" not in caplog.text
    assert codes(office) == set()


def test_that_guessing_becomes_slower_from_the_fifth_wrong_password_on(tmp_path) -> None:
    clock = StandingClock()
    path = open_office(tmp_path).path
    with Workspace.open(path, clock=clock) as office:
        divide(office, 2024)
        become(office, OFFICER)
        lead = person(office, LEAD).id
        people.set_password(office, lead, "对")
        for _ in range(5):
            assert code_of(lambda: people.sign_in(office, lead, "错")) == "password_wrong"
        with pytest.raises(UserError) as refused:
            people.sign_in(office, lead, "对")
        assert (refused.value.code, refused.value.arguments["seconds"]) == ("password_wait", 30)
        assert "30" in speaker("zh_CN").error(refused.value)
        clock.wait(30)
        assert code_of(lambda: people.sign_in(office, lead, "错")) == "password_wrong"
        clock.wait(59)
        assert code_of(lambda: people.sign_in(office, lead, "对")) == "password_wait"
        people.sign_in(office, person(office, HEAD).id)
        clock.wait(1)
        assert people.sign_in(office, lead, "对").name == LEAD


def test_that_a_hash_that_does_not_read_fits_nothing() -> None:
    assert not passwords.fits("对", "not a hash")


def test_that_the_account_of_the_machine_signs_in_one_person_without_password(undivided) -> None:
    divide(undivided, 2024, account=people.os_account())
    assert people.default_sign_in(undivided).name == OFFICER
    people.change_person(undivided, replace(person(undivided, CHIEF), os_user=people.os_account()))
    people.sign_out(undivided)
    assert people.default_sign_in(undivided) is None
    assert undivided.actor.role is None


def test_that_sections_are_those_of_the_office_and_of_its_plans(office) -> None:
    assert people.sections(office) == ("党政办公室", "社会事务办公室")


def test_that_a_person_who_is_gone_is_said_to_be(office) -> None:
    become(office, OFFICER)
    assert code_of(lambda: people.sign_in(office, "没有")) == "person_gone"
    assert code_of(lambda: people.deactivate_person(office, "没有")) == "person_gone"
