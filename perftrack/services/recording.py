"""Recording what was achieved and spent. Ready domain values come in; one call is one transaction and one undo step."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from perftrack.domain.access import Act
from perftrack.domain.plans import Actual, Deviation
from perftrack.errors import RefusedValue, UserError
from perftrack.services import guarding
from perftrack.services.changes import Changes, Label
from perftrack.services.workspace import Workspace

if TYPE_CHECKING:
    from perftrack.persistence.repositories import Place
    from perftrack.persistence.stored import Key
    from perftrack.persistence.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class ActualEntry:
    """完成值 of an indicator in a quarter (1–4); None takes the report back."""

    indicator: str
    quarter: int
    actual: Actual | None


@dataclass(frozen=True, slots=True)
class DeviationEntry:
    """偏差原因 and 改进措施 of an indicator in a quarter (1–4); None takes them back."""

    indicator: str
    quarter: int
    deviation: Deviation | None


@dataclass(frozen=True, slots=True)
class ExecutedEntry:
    """执行数 of a fund to date at the end of a quarter (1–4), in 万元; None takes the report back."""

    fund: str
    quarter: int
    amount: Decimal | None


@dataclass(frozen=True, slots=True)
class RevisedEntry:
    """全年(调整后)预算数 of a fund in 万元; None: the budget was not revised.

    ``reason`` says why; empty: the reason given before stays. Without an amount there is none.
    """

    fund: str
    amount: Decimal | None
    reason: str = ""


#: Commands that are named by how many cells they store.
BLOCKS = ("record_block", "accept_forms")
Entry = ActualEntry | DeviationEntry | ExecutedEntry | RevisedEntry


def record_actual(ws: Workspace, indicator_id: str, quarter: int, actual: Actual | None) -> Changes:
    """Stores one 完成值; None, or an actual with nothing in it, clears it."""
    return _record(ws, "record_actual", [ActualEntry(indicator_id, quarter, actual)])


def record_deviation(ws: Workspace, indicator_id: str, quarter: int, deviation: Deviation | None) -> Changes:
    """Stores cause and remedy of one quarter; None, or two empty texts, clears them."""
    return _record(ws, "record_deviation", [DeviationEntry(indicator_id, quarter, deviation)])


def record_executed(ws: Workspace, fund_id: str, quarter: int, amount: Decimal | None) -> Changes:
    """Stores what a fund has spent to date at the end of ``quarter`` (万元); None clears it."""
    return _record(ws, "record_executed", [ExecutedEntry(fund_id, quarter, amount)])


def record_revised(ws: Workspace, fund_id: str, amount: Decimal | None, reason: str = "") -> Changes:
    """Stores the revised budget of a fund (万元) with its reason; None: not revised."""
    return _record(ws, "record_revised", [RevisedEntry(fund_id, amount, reason)])


def record_block(ws: Workspace, entries: Sequence[Entry], *, command_id: str | None = None) -> Changes:
    """Stores many cells at once: all or none, one undo step. Of two entries for one cell the later counts.

    ``command_id`` makes sending the same block again harmless: it is stored once.
    """
    return _record(ws, "record_block", entries, command_id=command_id)


def _record(ws: Workspace, command: str, entries: Sequence[Entry], *, command_id: str | None = None) -> Changes:
    """Raises RefusedValue ``quarter_unknown``, ``money_negative``, ``not_finite``, ``value_from_units``; UserError
    ``indicator_gone``, ``fund_gone``, ``year_closed``, ``changed_elsewhere``, those of
    :mod:`perftrack.services.guarding` and what a unit of work raises. Nothing is stored then.
    """
    with ws.writing(command, command_id=command_id) as work:
        if work.already_stored or not entries:
            return Changes(command)
        changes = put_entries(ws, work, command, entries)
    return ws.took(work, changes)


def put_entries(ws: Workspace, work: "UnitOfWork", command: str, entries: Sequence[Entry]) -> Changes:
    """As :func:`record_block` within a command that stores more; what it changed."""
    from perftrack.services import units

    for entry in entries:
        _guard(entry)
    places = _places(work, entries)
    for plan_id in {place.plan_id for place in places.values()}:
        guarding.require(ws, Act.ENTER, plan_id)
    of_quarters = [each for each in entries if not isinstance(each, RevisedEntry)]
    guarding.refuse_settled(work, {(places[_owner(each)].plan_id, each.quarter) for each in of_quarters})
    units.refuse_typed(
        work,
        {(each.indicator, int(each.quarter)): each.actual for each in entries if isinstance(each, ActualEntry)},
    )
    touched = _put(work, entries)
    return _changes(command, [entry for entry in entries if touched & _cells(entry)], places)


def _guard(entry: Entry) -> None:
    if not isinstance(entry, RevisedEntry) and entry.quarter not in (1, 2, 3, 4):
        raise RefusedValue("quarter_unknown", typed=str(entry.quarter))
    if isinstance(entry, ExecutedEntry | RevisedEntry) and entry.amount is not None:
        if not entry.amount.is_finite():
            raise RefusedValue("not_finite", typed=str(entry.amount))
        if entry.amount < 0:
            raise RefusedValue("money_negative", typed=str(entry.amount))
    share = entry.actual.share if isinstance(entry, ActualEntry) and entry.actual else None
    if share is not None and not share.is_finite():
        raise RefusedValue("not_finite", typed=str(share))


def _owner(entry: Entry) -> str:
    return entry.indicator if isinstance(entry, ActualEntry | DeviationEntry) else entry.fund


def _places(work: "UnitOfWork", entries: Sequence[Entry]) -> "dict[str, Place]":
    from perftrack.persistence import repositories

    of_indicators = {entry.indicator for entry in entries if isinstance(entry, ActualEntry | DeviationEntry)}
    of_funds = {entry.fund for entry in entries if isinstance(entry, ExecutedEntry | RevisedEntry)}
    indicators = repositories.locate_indicators(work.connection, of_indicators) if of_indicators else {}
    funds = repositories.locate_funds(work.connection, of_funds) if of_funds else {}
    if of_indicators - indicators.keys():
        raise UserError("indicator_gone")
    if of_funds - funds.keys():
        raise UserError("fund_gone")
    places = indicators | funds
    for place in places.values():
        if place.closed:
            raise UserError("year_closed", year=place.year)
    return places


def _cells(entry: Entry) -> "set[tuple[str, Key]]":
    match entry:
        case ActualEntry():
            return {("actual", (entry.indicator, entry.quarter))}
        case DeviationEntry():
            return {("deviation", (entry.indicator, entry.quarter))}
        case ExecutedEntry():
            return {("executed", (entry.fund, entry.quarter))}
        case RevisedEntry():
            return {("fund", (entry.fund,)), ("revision_reason", (entry.fund,))}


def _put(work: "UnitOfWork", entries: Sequence[Entry]) -> "set[tuple[str, Key]]":
    from perftrack.persistence import cells

    wanted = []
    for entry in entries:
        match entry:
            case ActualEntry(indicator, quarter, actual):
                wanted.append(cells.actual(indicator, quarter, None if actual == Actual() else actual))
                # a value that is typed over is no longer the survey's
                wanted.append(cells.survey_kept(indicator, quarter, actual.value if actual else None))
            case DeviationEntry(indicator, quarter, deviation):
                wanted.append(cells.deviation(indicator, quarter, None if deviation == Deviation() else deviation))
            case ExecutedEntry(fund, quarter, amount):
                wanted.append(cells.executed(fund, quarter, amount))
            case RevisedEntry(fund, amount, reason):
                wanted.append(cells.revised(fund, amount))
                if reason or amount is None:
                    wanted.append(cells.revision_reason(fund, reason if amount is not None else ""))
    return cells.put(work, wanted)


def _changes(command: str, touched: Sequence[Entry], places: "Mapping[str, Place]") -> Changes:
    owners = [places[_owner(entry)] for entry in touched]
    return Changes(
        command,
        years=frozenset(place.year for place in owners),
        plans=frozenset(place.plan_id for place in owners),
        indicators=frozenset(each.indicator for each in touched if isinstance(each, ActualEntry | DeviationEntry)),
        funds=frozenset(each.fund for each in touched if isinstance(each, ExecutedEntry | RevisedEntry)),
        label=_label(command, touched, places),
    )


def _label(command: str, touched: Sequence[Entry], places: "Mapping[str, Place]") -> Label:
    if command in BLOCKS or not touched:
        return command, {"count": len(touched)}
    entry = touched[0]
    name = places[_owner(entry)].name
    if isinstance(entry, RevisedEntry):
        return command, {"fund": name}
    return command, {"fund" if isinstance(entry, ExecutedEntry) else "indicator": name, "quarter": int(entry.quarter)}
