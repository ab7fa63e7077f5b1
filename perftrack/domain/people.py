"""People who work with an office file, under role titles, and who is acting now."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from perftrack.domain.terms import Role


@dataclass(frozen=True, slots=True)
class Person:
    """Someone with a role. ``section`` limits a head to the plans of that section, None is the whole office.

    ``plans`` are the ids of a lead's own plans. ``os_user`` is the account of the machine that is this person by
    default. ``has_password`` says that signing in asks for one; its hash never leaves the services.
    """

    name: str
    role: Role
    section: str | None = None
    os_user: str | None = None
    has_password: bool = False
    active: bool = True
    plans: frozenset[str] = field(default=frozenset())
    id: str = ""


def default_person(people: Iterable[Person], os_user: str) -> Person | None:
    """Whom the account of the machine names: the one active person without a password who is bound to it."""
    found = [each for each in people if each.active and each.os_user and each.os_user == os_user]
    return found[0] if len(found) == 1 and not found[0].has_password else None
