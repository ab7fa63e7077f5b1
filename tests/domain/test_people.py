"""Whom the account of the machine names."""

from dataclasses import replace

import pytest

from perftrack.domain.people import Person, default_person
from perftrack.domain.terms import Role

BOUND = Person("项目负责人", Role.LEAD, os_user="lead", id="1")
OTHER = Person("绩效管理员", Role.OFFICER, os_user="officer", id="2")


def test_that_an_account_names_the_one_person_bound_to_it() -> None:
    assert default_person([OTHER, BOUND], "lead") is BOUND


@pytest.mark.parametrize(
    "people",
    [
        [],
        [OTHER],
        [replace(BOUND, active=False)],
        [replace(BOUND, has_password=True)],
        [BOUND, replace(BOUND, name="另一项目负责人", id="3")],
        [replace(BOUND, os_user=None)],
    ],
    ids=["nobody", "another account", "inactive", "password", "two", "unbound"],
)
def test_that_an_account_names_nobody_when_it_is_not_plain_whom(people) -> None:
    assert default_person(people, "lead") is None


def test_that_an_inactive_namesake_does_not_stand_in_the_way() -> None:
    gone = replace(BOUND, active=False, id="3")
    assert default_person([gone, BOUND], "lead") is BOUND


def test_that_an_account_without_a_name_names_nobody() -> None:
    assert default_person([replace(BOUND, os_user="")], "") is None
