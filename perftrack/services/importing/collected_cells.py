"""One cell of a form that came back: where it belongs, and what it says beside what is stored."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Literal

from perftrack.errors import UserError

Field = Literal["value", "cause", "remedy", "note", "executed"]


class State(StrEnum):
    """How a cell that came back stands to what is stored."""

    SAME = "same"
    NEW = "new"
    CHANGED = "changed"
    CONFLICT = "conflict"
    """The form changed it, and so did the office since the form was written."""
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Place:
    """One cell: plan, quarter, indicator or fund (id; "" for a row that belongs to nothing), field."""

    plan_id: str
    quarter: int
    owner: str
    field: Field
    code: str = ""
    """The number of the row on the page, which tells rows without an owner apart."""
    unit: str = ""
    """The id of the unit that reports the cell; "" for the office itself."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One cell, three ways: ``stored`` now, ``before`` when the form was written, ``incoming``; texts, "" for nothing.

    ``share`` is the share given beside an incoming value, ``effect`` what accepting this cell alone does to the
    plan's total (points, None where it cannot), ``renamed`` the row's name in the form if it is another.
    """

    place: Place
    name: str
    stored: str
    before: str
    incoming: str
    share: str
    state: State
    reason: UserError | None = None
    effect: Decimal | None = None
    renamed: str = ""
    unit: str = ""
    """The name of the unit that reports the cell."""

    @property
    def full_name(self) -> str:
        """The name of indicator or fund, with the unit where one reports."""
        return f"{self.name} · {self.unit}" if self.unit else self.name

    @property
    def office_changed(self) -> bool:
        """Whether the office changed the cell since the form was written."""
        return self.stored != self.before

    @property
    def acceptable(self) -> bool:
        """Whether accepting it would change anything."""
        return self.state in (State.NEW, State.CHANGED, State.CONFLICT)


def state_of(untouched: bool, there: bool, undisturbed: bool, empty: bool) -> State:
    """Three ways: the lead left it, it is stored already, only the lead changed it, or both did."""
    if untouched or there:
        return State.SAME
    if not undisturbed:
        return State.CONFLICT
    return State.NEW if empty else State.CHANGED


def tidy(text: str) -> str:
    """A text of several lines as it is compared and stored."""
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()
