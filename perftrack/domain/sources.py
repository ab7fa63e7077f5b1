"""What the values of a plan rest on beside themselves: who entered each and when, notes, reasons, evidence.

The file knows it, not the plan; services hand it to whoever explains a score.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from perftrack.domain.evidence import Evidence
from perftrack.domain.periods import Quarter

#: Commands that bring values from elsewhere, and those that bring back what was there.
_BROUGHT, _BACK = frozenset({"import", "create"}), frozenset({"undo", "redo"})


@dataclass(frozen=True, slots=True)
class Entered:
    """Who stored a value as it stands: a person, else the account ("" where neither is known).

    ``time`` is ISO text with its zone, ``command`` the name of the command in the journal.
    """

    person: str
    time: str
    command: str = ""

    @property
    def code(self) -> str:
        """The sentence that tells it: the value was entered, imported, or brought back by undo or redo."""
        return "imported" if self.command in _BROUGHT else "restored" if self.command in _BACK else "entered"

    @property
    def minute(self) -> str:
        """The time to the minute, as the clock showed it where it was entered.

        >>> Entered("", "2024-10-11T08:05:09.000000+08:00").minute
        '2024-10-11 08:05'
        """
        return self.time[:16].replace("T", " ")


@dataclass(frozen=True, slots=True)
class Sources:
    """What a plan's values rest on. ``entered`` by id of indicator or fund and quarter; ``reasons`` of revised budgets
    by fund id; ``evidence`` of the whole plan, in the order of its numbers.
    """

    entered: Mapping[tuple[str, Quarter], Entered] = field(default_factory=dict)
    reasons: Mapping[str, str] = field(default_factory=dict)
    evidence: tuple[Evidence, ...] = ()

    def evidence_of(self, indicator_id: str | None, quarter: Quarter) -> tuple[Evidence, ...]:
        """The evidence of an indicator (None: of the plan as a whole) that counts by the end of ``quarter``."""
        if indicator_id == "":
            return ()
        return tuple(each for each in self.evidence if each.indicator_id == indicator_id and each.counts_in(quarter))


NO_SOURCES = Sources()
