"""在等谁: which plans still have something to report for a quarter."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import QCoreApplication, QObject

from perftrack.domain.answers import AnswerKind, read_actual
from perftrack.domain.periods import QUARTERS, Quarter
from perftrack.domain.plans import Indicator, Plan
from perftrack.domain.targets import read_target
from ui.delegates.roles import Look
from ui.models.rows import Column, RowsModel


@dataclass(frozen=True, slots=True)
class Missing:
    """What a plan has not reported for one quarter: ``values`` of ``of`` indicators, and whether spending."""

    values: int
    of: int
    spending: bool

    def __bool__(self) -> bool:
        return bool(self.values) or self.spending

    @property
    def nothing_yet(self) -> bool:
        """Whether no indicator was reported at all."""
        return self.values == self.of > 0


def missing(plan: Plan, quarter: Quarter) -> Missing:
    """What ``plan`` has not reported for ``quarter`` itself; what stands from earlier quarters does not count.

    A report that does not read has no score, so it is still waited for, as in the scorecard. Nobody waits for a plan
    that fell away.
    """
    if plan.dropped is not None:
        return Missing(0, 0, False)
    asked = [item for item in plan.indicators if item.excluded is None]
    values = sum(1 for item in asked if not _is_reported(item, quarter))
    spending = any(fund.budget != 0 and quarter not in fund.executed for fund in plan.funds)
    return Missing(values, len(asked), spending)


def latest_quarter(plans: Iterable[Plan]) -> Quarter:
    """The latest quarter anything was reported for; the first if nothing was."""
    latest = Quarter.Q1
    for plan in plans:
        for part in (*plan.indicators, *plan.funds):
            told = part.actuals if isinstance(part, Indicator) else part.executed
            latest = max(latest, *told, latest)
            if latest is QUARTERS[-1]:
                return latest
    return latest


def _is_reported(indicator: Indicator, quarter: Quarter) -> bool:
    actual = indicator.actuals.get(quarter)
    if actual is None:
        return False
    if actual.grade is not None:
        return True
    target = read_target(indicator.target, indicator.level1, indicator.level2)
    return read_actual(actual, target).kind not in (AnswerKind.NOTHING, AnswerKind.UNREAD)


def state_names() -> tuple[str, str, str]:
    """The words for: nothing reported, some of it, all of it."""
    return (
        QCoreApplication.translate("Waiting", "Not reported"),
        QCoreApplication.translate("Waiting", "Being filled in"),
        QCoreApplication.translate("Waiting", "All filled in"),
    )


def state_words(found: Missing) -> str:
    """The state of a plan in a word."""
    nothing, some, everything = state_names()
    if not found:
        return everything
    return nothing if found.nothing_yet else some


def missing_words(found: Missing) -> str:
    """What is missing, in words (7 values, spending; 缺 7 项、执行数); "" when nothing is."""
    return _words().missing(found)


class Waiting(QObject):
    """The words that count; only a QObject may count in its language."""

    def missing(self, found: Missing) -> str:
        """See :func:`missing_words`."""
        count = found.values
        if count and found.spending:
            return self.tr("%n value(s), spending", "", count)
        if count:
            return self.tr("%n value(s) missing", "", count)
        return self.tr("spending") if found.spending else ""


@cache
def _words() -> Waiting:
    return Waiting()


@dataclass(frozen=True, slots=True)
class WaitingRow:
    """One plan others wait for."""

    plan: Plan
    missing: Missing


def waiting_rows(plans: Iterable[Plan], quarter: Quarter) -> list[WaitingRow]:
    """The plans with something missing, those that reported nothing first."""
    rows = [WaitingRow(plan, found) for plan in plans if (found := missing(plan, quarter))]
    rows.sort(key=lambda row: (not row.missing.nothing_yet, -row.missing.values))
    return rows


_QUIET = Look(tone="text-2")
_NAME = Look()
_SUM = Look(tone="text-2", right=True, size=12)
_LATE = Look(tone="red", right=True, size=12)


class WaitingTable(RowsModel[WaitingRow]):
    """State, plan, section, what is missing."""

    def columns(self) -> list[Column[WaitingRow]]:
        return [
            Column("state", lambda: "", lambda row: state_words(row.missing), lambda _row: _QUIET),
            Column("plan", lambda: "", lambda row: row.plan.name, lambda _row: _NAME),
            Column("owner", lambda: "", lambda row: row.plan.section or row.plan.lead or "", lambda _row: _QUIET),
            Column(
                "missing",
                lambda: "",
                lambda row: missing_words(row.missing),
                lambda row: _LATE if row.missing.nothing_yet else _SUM,
            ),
        ]
