"""Which row of a form that came back is which: by the number that travels with the row, checked by its name."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from perftrack.domain import spelling
from perftrack.domain.plans import Fund, Indicator, Plan
from perftrack.errors import UserError
from perftrack.services.collectionform import FundRow, IndicatorRow, UnitRow
from perftrack.services.importing.collection_reader import Line

Row = TypeVar("Row", IndicatorRow, FundRow, UnitRow)


@dataclass(frozen=True, slots=True)
class Match(Generic[Row]):
    """A row as written with the line that came back for it; ``reason`` says why the two cannot be told together."""

    row: Row | None
    line: Line | None
    reason: UserError | None = None


def name_of(row: IndicatorRow | FundRow | UnitRow) -> str:
    """The name a row shows on the page."""
    return row.source if isinstance(row, FundRow) else row.name


def matched(rows: Sequence[Row], lines: Sequence[Line]) -> Iterator[Match[Row]]:
    """Every row as written, and every line that belongs to none.

    Sorting moves number and name together, so the number decides. A renamed row keeps its number; a number beside the
    name of another row is refused, for nobody can tell which of the two was meant. A lost number is found by a name
    that only one row has.
    """
    claims: list[tuple[Line, Row | None, UserError | None]] = []
    for line in lines:
        claimed, doubt = _claimed(rows, line)
        claims.append((line, claimed, doubt))
    count = Counter(row.code for _, row, reason in claims if row is not None and reason is None)
    came: dict[str, Line] = {}
    doubted: set[str] = set()
    for line, row, reason in claims:
        if row is not None and reason is None and count[row.code] == 1:
            came[row.code] = line
            continue
        if row is not None:
            doubted.add(row.code)
            reason = reason or UserError("collect_row_twice", code=row.code, row=name_of(row))
        yield Match(None, line, reason)
    for written in rows:
        if written.code in came:
            yield Match(written, came[written.code])
        elif written.code not in doubted:
            yield Match(written, None, UserError("collect_row_missing", code=written.code, row=name_of(written)))


def _claimed(rows: Sequence[Row], line: Line) -> tuple[Row | None, UserError | None]:
    by_code = next((row for row in rows if row.code == line.code), None)
    named = [row for row in rows if _same(name_of(row), line.name)]
    if by_code is None:
        if len(named) == 1:
            return named[0], None
        return None, UserError("collect_row_unknown", code=line.code or "—", row=line.name or "—")
    if named and by_code not in named:
        return by_code, UserError("collect_row_mixed", code=line.code, row=line.name, ours=name_of(by_code))
    return by_code, None


def _same(one: str, other: str) -> bool:
    return spelling.level(one) == spelling.level(other)


def indicator_of(plan: Plan, row: IndicatorRow) -> Indicator | None:
    """The indicator a row was written for; after the plan was imported anew, the only one of its levels and name."""
    for indicator in plan.indicators:
        if indicator.id == row.id:
            return indicator
    alike = [i for i in plan.indicators if (i.level1, i.level2, i.name) == (row.level1, row.level2, row.name)]
    return alike[0] if len(alike) == 1 else None


def fund_of(plan: Plan, row: FundRow) -> Fund | None:
    """The fund a row was written for; after the plan was imported anew, the only one of its source."""
    for fund in plan.funds:
        if fund.id == row.id:
            return fund
    alike = [fund for fund in plan.funds if fund.source == row.source]
    return alike[0] if len(alike) == 1 else None
