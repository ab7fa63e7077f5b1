"""Single cells of the quarter: what a recording wants stored, written only where it differs from what is stored."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from perftrack.domain.plans import Actual, Deviation
from perftrack.domain.surveys import Survey
from perftrack.persistence import mapping
from perftrack.persistence.shapes import Row, Shape, shapes
from perftrack.persistence.stored import Key, Values, decimal_text
from perftrack.persistence.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Cell:
    """A place in the file and, from the row stored there (if any), the values that should be; None: no row."""

    entity: str
    key: Key
    wanted: Callable[[Row | None], Values | None]


def whole(entity: str, key: Key, values: Values | None) -> Cell:
    """A row of any table as it should be, whatever is stored; None: no row."""
    return Cell(entity, key, lambda _: values)


def actual(indicator_id: str, quarter: int, value: Actual | None) -> Cell:
    """The cell of a 完成值."""
    values = None if value is None else mapping.actual_values(indicator_id, quarter, value)
    return Cell("actual", (indicator_id, int(quarter)), lambda _: values)


def deviation(indicator_id: str, quarter: int, value: Deviation | None) -> Cell:
    """The cell of cause and remedy."""
    values = None if value is None else mapping.deviation_values(indicator_id, quarter, value)
    return Cell("deviation", (indicator_id, int(quarter)), lambda _: values)


def executed(fund_id: str, quarter: int, amount: Decimal | None) -> Cell:
    """The cell of a fund's 执行数 to date (万元)."""
    values = None if amount is None else mapping.executed_values(fund_id, quarter, amount)
    return Cell("executed", (fund_id, int(quarter)), lambda _: values)


def revised(fund_id: str, amount: Decimal | None) -> Cell:
    """The revised budget of a fund that exists (万元)."""
    place = shapes()["fund"].columns.index("revised")

    def wanted(row: Row | None) -> Values | None:
        return row and (*row.values[:place], decimal_text(amount), *row.values[place + 1 :])

    return Cell("fund", (fund_id,), wanted)


def revision_reason(fund_id: str, reason: str) -> Cell:
    """Why the budget of a fund was revised; empty: no reason."""
    return Cell("revision_reason", (fund_id,), lambda _: (fund_id, reason) if reason else None)


def excluded(indicator_id: str, reason: str | None) -> Cell:
    """Why an indicator that exists is not applicable; None: it is."""
    place = shapes()["indicator"].columns.index("excluded")

    def wanted(row: Row | None) -> Values | None:
        return row and (*row.values[:place], reason, *row.values[place + 1 :])

    return Cell("indicator", (indicator_id,), wanted)


def dropped(plan_id: str, reason: str | None) -> Cell:
    """Why a plan fell away; None: it did not."""
    values = None if reason is None else (plan_id, reason)
    return Cell("plan_dropped", (plan_id,), lambda _: values)


def linked(indicator_id: str, earlier_id: str | None) -> Cell:
    """Which indicator of an earlier year an indicator goes on with; None: its name tells."""
    values = None if earlier_id is None else (indicator_id, earlier_id)
    return Cell("indicator_link", (indicator_id,), lambda _: values)


def rubric(indicator_id: str, grade: str, criteria: str | None) -> Cell:
    """The written criteria of one grade."""
    values = None if criteria is None else (indicator_id, grade, criteria)
    return Cell("rubric", (indicator_id, grade), lambda _: values)


def survey(indicator_id: str, quarter: int, given: Survey | None) -> Cell:
    """The survey a value rests on."""
    values: Values | None = None
    if given is not None:
        counts = (given.issued, given.valid, given.satisfied)
        values = (indicator_id, int(quarter), *counts, given.method, given.taken)
    return Cell("survey", (indicator_id, int(quarter)), lambda _: values)


def survey_kept(indicator_id: str, quarter: int, value: str | None) -> Cell:
    """The survey beside a value that is stored: it goes when the value is not its fraction any more."""
    columns = shapes()["survey"].columns
    satisfied, valid = columns.index("satisfied"), columns.index("valid")

    def wanted(row: Row | None) -> Values | None:
        if row is None or value != f"{row.values[satisfied]!s}/{row.values[valid]!s}":
            return None
        return row.values

    return Cell("survey", (indicator_id, int(quarter)), wanted)


def put(work: UnitOfWork, cells: Sequence[Cell]) -> set[tuple[str, Key]]:
    """Stores the cells that differ from what is stored, numbers compared by value; table and key of those."""
    latest: defaultdict[str, dict[Key, Cell]] = defaultdict(dict)
    for cell in cells:
        latest[cell.entity][cell.key] = cell
    touched: set[tuple[str, Key]] = set()
    for entity, by_key in latest.items():
        shape = shapes()[entity]
        stored = work.find(entity, by_key)
        added: list[Values] = []
        changed: list[tuple[Row, Values]] = []
        removed: list[Row] = []
        for key, cell in by_key.items():
            row = stored.get(key)
            values = cell.wanted(row)
            if row is None:
                if values is None:
                    continue
                added.append(values)
            elif values is None:
                removed.append(row)
            elif _same(shape, row.values, values):
                continue
            else:
                changed.append((row, values))
            touched.add((entity, key))
        work.insert(entity, added)
        work.update(entity, changed)
        work.delete(entity, removed)
    return touched


def _same(shape: Shape, left: Values, right: Values) -> bool:
    """Whether two rows say the same: 120 and 120.00 do."""
    return left == right or all(
        one == other
        or (place in shape.decimal_places and None not in (one, other) and Decimal(str(one)) == Decimal(str(other)))
        for place, (one, other) in enumerate(zip(left, right, strict=True))
    )
