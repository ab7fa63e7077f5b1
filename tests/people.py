"""People for tests: an office divided among an officer, heads, leads and a viewer, all under role titles."""

from perftrack.domain.people import Person
from perftrack.domain.terms import Role
from perftrack.services import people
from perftrack.services.workspace import Workspace

#: The people of a divided office; :func:`divide` says what is whose.
OFFICER, HEAD, CHIEF, LEAD, OTHER_LEAD, VIEWER = (
    "绩效管理员", "党建办负责人", "单位负责人", "项目负责人", "另一项目负责人", "查阅人员",
)  # fmt: skip


def divide(ws: Workspace, year: int, section: str | None = None, *, account: str | None = None) -> None:
    """Divides an undivided office: the first plan of ``year`` is the lead's own, the others the other lead's.

    ``section`` is that of the head (default: the section of the first plan); the chief heads the whole office.
    ``account`` binds the officer to an account of the machine. Afterwards nobody is signed in and nothing can be
    undone.
    """
    plans = ws.plans(year)
    section = section or next((plan.section for plan in plans if plan.section), None)
    people.add_person(ws, Person(OFFICER, Role.OFFICER, os_user=account))
    people.add_person(ws, Person(HEAD, Role.HEAD, section=section))
    people.add_person(ws, Person(CHIEF, Role.HEAD))
    people.add_person(ws, Person(LEAD, Role.LEAD, plans=frozenset({plans[0].id})))
    people.add_person(ws, Person(OTHER_LEAD, Role.LEAD, plans=frozenset(plan.id for plan in plans[1:])))
    people.add_person(ws, Person(VIEWER, Role.VIEWER))
    people.sign_out(ws)


def person(ws: Workspace, name: str) -> Person:
    """The person of that name."""
    return next(each for each in ws.people() if each.name == name)


def become(ws: Workspace, name: str, password: str | None = None) -> Person:
    """Signs a person in by name."""
    return people.sign_in(ws, person(ws, name).id, password)
