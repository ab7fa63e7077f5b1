"""Who may do what. Roles give attribution and keep colleagues from mistakes; they do not protect a readable file.

| act | lead | head | officer | viewer |
|---|---|---|---|---|
| read | yes | yes | yes | yes |
| enter, submit, withdraw, evidence | own plans | no | every plan | no |
| comment | own plans | own section | yes | no |
| return, first approval, corrective actions | no | own section | only where it is the second level | no |
| second approval | no | no | yes | no |
| lock, unlock, people, set-up, import | no | no | yes | no |
| export sheets | own plans | own section | yes | no |

An office without people is not divided: everybody may do everything, as in a file that one person keeps.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from perftrack.domain.people import Person
from perftrack.domain.terms import Role


class Act(StrEnum):
    """What may be asked of the services, as far as roles differ in it."""

    ENTER = "enter"
    SUBMIT = "submit"
    COMMENT = "comment"
    RETURN = "return"
    APPROVE = "approve"
    APPROVE_FINALLY = "approve_finally"
    CORRECT = "correct"
    MEND = "mend"
    """Say that a corrective action is done."""
    MARK = "mark"
    """Set a reading mark."""
    LOCK = "lock"
    SET_UP = "set_up"
    EXPORT = "export"


#: Acts of each role on a plan that is its own (lead), in its section (head), or any (officer).
ACTS = {
    Role.LEAD: frozenset({Act.ENTER, Act.SUBMIT, Act.COMMENT, Act.MEND, Act.EXPORT}),
    Role.HEAD: frozenset({Act.COMMENT, Act.RETURN, Act.APPROVE, Act.CORRECT, Act.MARK, Act.EXPORT}),
    Role.OFFICER: frozenset(
        {
            Act.ENTER, Act.SUBMIT, Act.COMMENT, Act.RETURN, Act.APPROVE_FINALLY, Act.CORRECT, Act.MEND, Act.MARK,
            Act.LOCK, Act.SET_UP, Act.EXPORT,
        }
    ),
    Role.VIEWER: frozenset(),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Actor:
    """Whoever acts: a person, or with ``everything`` the one who keeps an undivided file (or its terminal)."""

    name: str | None = None
    role: Role | None = None
    section: str | None = None
    plans: frozenset[str] = field(default=frozenset())
    person_id: str = ""
    everything: bool = False

    @classmethod
    def of(cls, person: Person) -> "Actor":
        """The actor a signed-in person is."""
        return cls(person.name, person.role, person.section, person.plans, person.id)

    def may(self, act: Act, plan_id: str | None = None, section: str | None = None) -> bool:
        """Whether the act is allowed, on a plan of ``section`` if one is named; without a plan: on any at all."""
        if self.everything:
            return True
        if self.role is None or act not in ACTS[self.role]:
            return False
        if plan_id is None or self.role is Role.OFFICER:
            return True
        if self.role is Role.LEAD:
            return plan_id in self.plans
        return self.section is None or self.section == section


#: The one who keeps a file without people, and the terminal: whoever can run it can read the file anyway.
KEEPER = Actor(everything=True)
#: Nobody has signed in yet: may read.
NOBODY = Actor()
