"""People of an office file: who there is, whose plans are whose, who acts now.

Setting people up is the business of the performance officer; everybody may change the own password. Nobody is ever
deleted: what they did stays theirs. Names in the journal are those of the time it was written.
"""

import getpass
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from perftrack.domain.access import Act, Actor
from perftrack.domain.people import Person, default_person
from perftrack.domain.terms import Role
from perftrack.errors import RefusedValue, UserError
from perftrack.services import guarding, passwords
from perftrack.services.changes import Changes
from perftrack.services.workspace import Workspace

if TYPE_CHECKING:
    from perftrack.persistence.shapes import Row
    from perftrack.persistence.stored import Values
    from perftrack.persistence.unit_of_work import UnitOfWork

_TOPICS = frozenset({"people"})
#: The columns of a person's row, in order.
_ID, _POSITION, _NAME, _ROLE, _SECTION, _OS_USER, _PASSWORD, _ACTIVE = range(8)


def add_person(ws: Workspace, person: Person) -> Changes:
    """Adds a person with role, section, account and own plans; id, password and activity are not taken from it.

    The first one must be a performance officer, and acts from then on. Raises RefusedValue ``person_unnamed``,
    ``section_unknown``; UserError ``person_name_taken``, ``first_is_officer``, ``plan_gone``, as every command.
    """
    from perftrack.persistence.unit_of_work import new_key

    guarding.require(ws, Act.SET_UP)
    person = replace(_read(ws, person), id=new_key())
    with ws.writing("add_person") as work:
        rows = work.all_rows("person")
        first = not any(row.values[_ACTIVE] for row in rows)
        if first and person.role is not Role.OFFICER:
            raise UserError("first_is_officer")
        _refuse_taken(rows, person)
        position = 1 + max((int(str(row.values[_POSITION])) for row in rows), default=0)
        work.insert(
            "person", [(person.id, position, person.name, str(person.role), person.section, person.os_user, None, 1)]
        )
        _put_plans(ws, work, person)
    changes = ws.took(work, _changes("add_person", person))
    if first:
        ws.act_as(Actor.of(person), same_hands=True)
    return changes


def change_person(ws: Workspace, person: Person) -> Changes:
    """Stores name, role, section, account and own plans of the person with ``person.id``; nothing else of it.

    Own plans are kept for leads only. Raises as :func:`add_person` and UserError ``person_gone``, ``last_officer``.
    """
    guarding.require(ws, Act.SET_UP)
    person = _read(ws, person)
    with ws.writing("change_person") as work:
        _refuse_taken(work.all_rows("person"), person)
        _put_row(
            work,
            person.id,
            {_NAME: person.name, _ROLE: str(person.role), _SECTION: person.section, _OS_USER: person.os_user},
        )
        _put_plans(ws, work, person)
        guarding.refuse_without_officer(work)
    return ws.took(work, _changes("change_person", person))


def assign_plans(ws: Workspace, person_id: str, plan_ids: Iterable[str]) -> Changes:
    """Makes these plans, and no others, a lead's own. A plan may have several leads.

    Raises UserError ``person_gone``, ``not_a_lead``, ``plan_gone``, as every command.
    """
    guarding.require(ws, Act.SET_UP)
    person = replace(_person(ws, person_id), plans=frozenset(plan_ids))
    if person.role is not Role.LEAD:
        raise UserError("not_a_lead", person=person.name)
    with ws.writing("assign_plans") as work:
        _put_plans(ws, work, person)
    return ws.took(work, _changes("assign_plans", person))


def deactivate_person(ws: Workspace, person_id: str) -> Changes:
    """Lets somebody no longer sign in; what they did stays. Raises UserError ``person_gone``, ``last_officer``."""
    return _set_active(ws, person_id, False, "deactivate_person")


def reactivate_person(ws: Workspace, person_id: str) -> Changes:
    """Lets somebody sign in again. Raises UserError ``person_gone``."""
    return _set_active(ws, person_id, True, "reactivate_person")


def set_password(ws: Workspace, person_id: str, password: str | None, *, current: str | None = None) -> Changes:
    """Sets a password; None or nothing takes it away. It cannot be undone, only set again.

    Everybody may do so for themselves, with the ``current`` password if there is one; for others only the officer,
    who need not know it: that is the way back for a lost password. Raises RefusedValue ``password_long``,
    ``password_unreadable``; UserError ``password_needed``, ``password_wrong``, ``password_wait``, ``person_gone``.
    """
    person, own = _person(ws, person_id), person_id == ws.actor.person_id
    if not own:
        guarding.require(ws, Act.SET_UP)
    elif person.has_password:
        _check(ws, person, current)
    wanted = passwords.read(password)
    secret = None if wanted is None else passwords.hashed(wanted)
    command = "set_password" if secret else "clear_password"
    with ws.writing(command) as work:
        _put_row(work, person_id, {_PASSWORD: secret})
    return ws.took(work, _changes(command, person), remember=False)


def clear_password(ws: Workspace, person_id: str, *, current: str | None = None) -> Changes:
    """Takes a password away, as :func:`set_password` with nothing."""
    return set_password(ws, person_id, None, current=current)


def sign_in(ws: Workspace, person_id: str, password: str | None = None) -> Person:
    """Lets a person act from now on. What was done before can no longer be undone by keyboard.

    Raises UserError ``person_gone``, ``person_inactive``, ``password_needed``, ``password_wrong`` and, after five
    wrong ones, ``password_wait``; whoever acted before goes on acting then.
    """
    person = _person(ws, person_id)
    if not person.active:
        raise UserError("person_inactive", person=person.name)
    if person.has_password:
        _check(ws, person, password)
    ws.act_as(Actor.of(person))
    return person


def sign_out(ws: Workspace) -> None:
    """Lets nobody act: the file can be read."""
    ws.act_as(None)


def default_sign_in(ws: Workspace) -> Person | None:
    """Signs in whom the account of this machine names: one active person without a password; else nobody."""
    person = default_person(ws.people(), os_account())
    return None if person is None else sign_in(ws, person.id)


@cache
def os_account() -> str:
    """The account of this machine, "" if it has no name."""
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return ""


def sections(ws: Workspace) -> tuple[str, ...]:
    """The sections a head can be put in: those of the office, then others that plans name."""
    from perftrack.persistence import people_reading

    with ws.reading() as connection:
        named = people_reading.sections(connection)
    return tuple(dict.fromkeys([*ws.department().sections, *named]))


def _read(ws: Workspace, person: Person) -> Person:
    """``person`` with its texts trimmed and what does not go with its role left out."""
    name = unicodedata.normalize("NFC", " ".join(person.name.split()))
    if not name:
        raise RefusedValue("person_unnamed", typed=person.name)
    section = (person.section or "").strip() or None
    if section is not None and section not in sections(ws):
        raise RefusedValue("section_unknown", typed=section, known="、".join(sections(ws)) or "—")
    plans = person.plans if person.role is Role.LEAD else frozenset()
    return replace(person, name=name, section=section, os_user=(person.os_user or "").strip() or None, plans=plans)


def _person(ws: Workspace, person_id: str) -> Person:
    found = next((person for person in ws.people() if person.id == person_id), None)
    if found is None:
        raise UserError("person_gone")
    return found


def _check(ws: Workspace, person: Person, password: str | None) -> None:
    """Raises UserError unless ``password`` is the person's."""
    from perftrack.persistence import people_reading

    ws.attempts.refuse_hurry(person.id, ws.now())
    if not password:
        raise UserError("password_needed", person=person.name)
    with ws.reading() as connection:
        secret = people_reading.secret(connection, person.id)
    if secret is not None and not passwords.fits(passwords.read(password) or "", secret):
        ws.attempts.note_wrong(person.id, ws.now())
        raise UserError("password_wrong", person=person.name)
    ws.attempts.forgive(person.id)


def _set_active(ws: Workspace, person_id: str, active: bool, command: str) -> Changes:
    guarding.require(ws, Act.SET_UP)
    person = _person(ws, person_id)
    with ws.writing(command) as work:
        _put_row(work, person_id, {_ACTIVE: int(active)})
        guarding.refuse_without_officer(work)
    return ws.took(work, _changes(command, person))


def _changes(command: str, person: Person) -> Changes:
    return Changes(command, topics=_TOPICS, label=(command, {"person": person.name}))


def _refuse_taken(rows: "Iterable[Row]", person: Person) -> None:
    for row in rows:
        if row.values[_NAME] == person.name and row.values[_ID] != person.id:
            raise UserError("person_name_taken", person=person.name)


def _put_row(work: "UnitOfWork", person_id: str, wanted: Mapping[int, object]) -> None:
    from perftrack.persistence import cells

    if not work.find("person", [(person_id,)]):
        raise UserError("person_gone")

    def values(row: "Row | None") -> "Values | None":
        before = row.values if row is not None else ()
        return tuple(wanted.get(place, value) for place, value in enumerate(before))  # type: ignore[misc]

    cells.put(work, [cells.Cell("person", (person_id,), values)])


def _put_plans(ws: Workspace, work: "UnitOfWork", person: Person) -> None:
    """Stores the own plans of a person; for all but leads there are none."""
    from perftrack.persistence import people_reading

    plans = person.plans if person.role is Role.LEAD else frozenset()
    if people_reading.unknown_plans(work.connection, plans):
        raise UserError("plan_gone")
    stored = work.rows("plan_person", "person_id", [person.id])
    work.delete("plan_person", [row for row in stored if row.values[0] not in plans])
    known = {row.values[0] for row in stored}
    work.insert("plan_person", [(plan, person.id) for plan in sorted(plans) if plan not in known])
