"""Reading exported workbooks back in tests, and the reference office as a workspace without a file."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import astuple, replace
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from perftrack.domain.access import KEEPER, Actor
from perftrack.domain.evidence import Evidence
from perftrack.domain.periods import Quarter
from perftrack.domain.plans import Department, Plan
from perftrack.domain.terms import EvidenceKind
from perftrack.services.kept_cards import KeptCards
from tests.golden.office import read_office

_TABLES = """
CREATE TABLE plan (id, year);
CREATE TABLE indicator (id, plan_id);
CREATE TABLE evidence_need (indicator_id, kind);
CREATE TABLE indicator_link (indicator_id, earlier_id);
CREATE TABLE evidence (
    id, plan_id, indicator_id, quarter, number, kind, name, sha256, size, added, person, note
);
"""


class FakeWorkspace:
    """What an export asks of a workspace, answered from memory."""

    actor: Actor = KEEPER

    def __init__(self, department: Department, plans: Iterable[Plan], evidence: Iterable[Evidence] = ()) -> None:
        self._department, self._plans = department, tuple(plans)
        self._evidence = tuple(map(astuple, evidence))
        self.cards = KeptCards()

    def department(self) -> Department:
        return self._department

    def plans(self, year: int) -> tuple[Plan, ...]:
        return tuple(plan for plan in self._plans if plan.year == year)

    def plan(self, plan_id: str) -> Plan:
        return next(plan for plan in self._plans if plan.id == plan_id)

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """The tables of evidence, of which none was asked for."""
        with closing(sqlite3.connect(":memory:")) as connection:
            connection.executescript(_TABLES)
            connection.executemany(f"INSERT INTO evidence VALUES ({', '.join('?' * 12)})", self._evidence)  # noqa: S608
            yield connection

    def pin(self, year: int) -> str | None:
        return None

    def own_packs(self) -> tuple[dict[str, Any], ...]:
        return ()


def reference_workspace() -> FakeWorkspace:
    """The six plans of the reference office with made-up actuals."""
    return FakeWorkspace(*read_office())


def office_with_evidence() -> FakeWorkspace:
    """The reference office with evidence in its second plan: of a value, of an indicator, of the plan."""
    department, plans = read_office()
    plan = plans[2]
    items = tuple(replace(item, id=f"item-{number}") for number, item in enumerate(plan.indicators, start=1))
    plans = (*plans[:2], replace(plan, indicators=items), *plans[3:])
    original, working, formal = EvidenceKind.ORIGINAL, EvidenceKind.WORKING, EvidenceKind.FORMAL
    hashed, time, who = "0" * 64, "2024-10-14T09:00:00+08:00", "项目负责人"
    given = [
        Evidence("1", plan.id, "item-3", Quarter.Q3, 1, original, "7–9月拨付凭证.pdf", hashed, 9, time, who, "见第3页"),
        Evidence("2", plan.id, "item-3", None, 2, working, "拨付台账.xlsx", hashed, 9, time, who),
        Evidence("3", plan.id, "item-3", Quarter.Q4, 3, original, "10–12月拨付凭证.pdf", hashed, 9, time, who),
        Evidence("4", plan.id, None, None, 4, formal, "关于拨付社区服务群众经费的通知.pdf", hashed, 9, time, who),
        Evidence("6", plan.id, "item-7", None, 6, working, "满意度调查问卷汇总.xlsx", hashed, 9, time, who),
    ]
    return FakeWorkspace(department, plans, given)


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
