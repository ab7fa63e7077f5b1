"""财政复核 as a table: where, what is stopped at, and whether something was said to it."""

from dataclasses import dataclass

from PySide6.QtCore import QObject

from perftrack.services.clearing import Alert
from ui.delegates.roles import PLAIN, QUIET, Look
from ui.models.rows import Column, RowsModel

_BOLD = Look(bold=True)


@dataclass(frozen=True, slots=True)
class AlertLine:
    """One alarm as it is read; ``first``: the first of its plan."""

    alert: Alert
    sentence: str
    first: bool

    @property
    def place(self) -> str:
        """The indicator it concerns, "" for the plan."""
        score = self.alert.alarm.score
        return score.indicator.name if score is not None else ""


class AlertsTable(RowsModel[AlertLine]):
    """Plan by plan, in the order the finance side would raise them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)

    def counts(self) -> tuple[int, int]:
        """(still to clear, all)."""
        return sum(not line.alert.cleared for line in self.rows()), len(self.rows())

    def row_of(self, key: tuple[str, str, str]) -> int:
        """The row of an alarm, -1 if it is gone."""
        return next((i for i, line in enumerate(self.rows()) if line.alert.key == key), -1)

    def columns(self) -> list[Column[AlertLine]]:
        return [
            Column("plan", lambda: self.tr("Plan"), _plan, lambda line: _BOLD if line.first else PLAIN, spoken=_name),
            Column("place", lambda: self.tr("Indicator"), self._place, _place_look),
            Column("finding", lambda: self.tr("What is stopped at"), lambda line: line.sentence, spoken=_sentence),
            Column("state", lambda: self.tr("State"), self._state, _state_look),
        ]

    def _place(self, line: AlertLine) -> str:
        return line.place or self.tr("Budget execution")

    def _state(self, line: AlertLine) -> str:
        if line.alert.cleared:
            return self.tr("explained")
        if not line.alert.may:
            return self.tr("not yours to say")
        return self.tr("begun") if line.alert.cause or line.alert.remedy else self.tr("to explain")


def _plan(line: AlertLine) -> str:
    return line.alert.alarm.card.plan.name if line.first else ""


def _name(line: AlertLine) -> str:
    return line.alert.alarm.card.plan.name


def _sentence(line: AlertLine) -> str:
    return line.sentence


def _place_look(line: AlertLine) -> Look:
    return PLAIN if line.place else QUIET


def _state_look(line: AlertLine) -> Look:
    if line.alert.cleared:
        return Look(tone="green")
    return Look(tone="amber-text") if line.alert.may else QUIET
