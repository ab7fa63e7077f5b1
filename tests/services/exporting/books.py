"""Reading exported workbooks back in tests, and the reference office as a workspace without a file."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from perftrack.domain.plans import Department, Plan
from tests.golden.office import read_office

_NO_EVIDENCE = """
CREATE TABLE plan (id, year);
CREATE TABLE indicator (id, plan_id);
CREATE TABLE evidence_need (indicator_id, kind);
CREATE TABLE evidence (
    id, plan_id, indicator_id, quarter, number, kind, name, sha256, size, added, person, note
);
"""


class FakeWorkspace:
    """What an export asks of a workspace, answered from memory."""

    def __init__(self, department: Department, plans: Iterable[Plan]) -> None:
        self._department, self._plans = department, tuple(plans)

    def department(self) -> Department:
        return self._department

    def plans(self, year: int) -> tuple[Plan, ...]:
        return tuple(plan for plan in self._plans if plan.year == year)

    def plan(self, plan_id: str) -> Plan:
        return next(plan for plan in self._plans if plan.id == plan_id)

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """A file in which no evidence was ever asked for or given."""
        with closing(sqlite3.connect(":memory:")) as connection:
            connection.executescript(_NO_EVIDENCE)
            yield connection

    def pin(self, year: int) -> str | None:
        return None

    def own_packs(self) -> tuple[dict[str, Any], ...]:
        return ()


def reference_workspace() -> FakeWorkspace:
    """The six plans of the reference office with made-up actuals."""
    return FakeWorkspace(*read_office())


def opened(book: Path | bytes, *, values: bool = True) -> Worksheet:
    """The first page of a workbook, with values or with formulas."""
    source = BytesIO(book) if isinstance(book, bytes) else book
    return openpyxl.load_workbook(source, data_only=values).worksheets[0]


def found(page: Worksheet, text: str) -> Any:
    """The first cell that holds ``text``."""
    return next(cell for row in page.iter_rows() for cell in row if cell.value == text)


def beside(page: Worksheet, text: str) -> list[Any]:
    """Values in the row of the first cell that holds ``text``, empty ones left out."""
    row = found(page, text).row
    return [cell.value for cell in page[row] if cell.value is not None]


def worked_out(page: Worksheet, formula: str) -> Decimal:
    """The result of one of our SUM formulas, from the values of ``page`` which has no cached ones."""
    parts = formula.removeprefix("=SUM(").removesuffix(")").split(",")
    total = Decimal(0)
    for part in parts:
        cells = page[part] if ":" in part else ((page[part],),)
        for (cell,) in cells:
            if isinstance(cell.value, (int, float)):
                total += Decimal(repr(cell.value))
    return total
