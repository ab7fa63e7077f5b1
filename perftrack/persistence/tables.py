"""The tables. Rows stay inside this room; :mod:`perftrack.persistence.mapping` makes domain values of them.

Every business row names the journal row (``seq``) that made it as it is and counts its changes (``version``).
Words are repeated in CHECKs, so that a database browser cannot store what the program could not read.
The cells of a quarter are told apart by what they belong to and the quarter; everything else has a UUID.
"""

from decimal import Decimal
from typing import Any

from sqlalchemy import CheckConstraint, Index, Table, UniqueConstraint, literal_column
from sqlmodel import Field

from perftrack.domain.terms import Aggregation, Grade, PlanKind, Rule
from perftrack.persistence.columns import (
    CELL,
    STRICT,
    Base,
    Journalled,
    decimal,
    integer,
    key,
    quarter_check,
    text,
    words_in,
)
from perftrack.persistence.types import BLOB


class JournalRow(Base, table=True):
    """Who changed which row when, from what to what. Append-only; see :mod:`perftrack.persistence.journal`."""

    __tablename__ = "journal"
    __table_args__ = (
        # a command is stored once, however often it is sent; one entry per command keeps appending cheap
        Index("ix_journal_command_id", "command_id", unique=True, sqlite_where=literal_column("ordinal = 1")),
        STRICT,
    )
    seq: int = integer(primary_key=True)
    time: str = text()
    person: str | None = text()
    os_user: str = text()
    machine: str = text()
    app_version: str = text()
    command_id: str = text()
    ordinal: int = integer()
    command: str = text()
    entity: str = text()
    row_key: str = text()
    before: str | None = text()
    after: str | None = text()
    reason: str | None = text()
    previous_hash: bytes = Field(sa_type=BLOB)
    hash: bytes = Field(sa_type=BLOB)


class MetaRow(Journalled, table=True):
    __tablename__ = "meta"
    __table_args__ = (STRICT,)
    name: str = text(primary_key=True)
    value: str = text()


class DepartmentRow(Journalled, table=True):
    __tablename__ = "department"
    __table_args__ = (CheckConstraint("name <> ''", name="name"), STRICT)
    id: str = text(primary_key=True)
    name: str = text()


class SectionRow(Journalled, table=True):
    __tablename__ = "section"
    __table_args__ = (UniqueConstraint("department_id", "name"), STRICT)
    id: str = text(primary_key=True)
    department_id: str = key("department.id")
    position: int = integer()
    name: str = text()


class RulePackRow(Journalled, table=True):
    """An office's own pack; the bundled ones are not in the file. A changed pack is a new version."""

    __tablename__ = "rule_pack"
    __table_args__ = (UniqueConstraint("pack", "pack_version"), STRICT)
    id: str = text(primary_key=True)
    pack: str = text()
    pack_version: str = text()
    content: str = text()


class FiscalYearRow(Journalled, table=True):
    """``pack`` pins the year's rule pack; ``closed`` is empty while the year is open, else the closing's number."""

    __tablename__ = "fiscal_year"
    __table_args__ = (CheckConstraint("closed >= 1", name="closed"), STRICT)
    year: int = integer(primary_key=True)
    pack: str | None = text()
    pack_version: str | None = text()
    closed: int | None = integer()


class ProjectRow(Journalled, table=True):
    """项目: recurs over years, told apart by its name."""

    __tablename__ = "project"
    __table_args__ = (UniqueConstraint("name"), STRICT)
    id: str = text(primary_key=True)
    name: str = text()


class PlanRow(Journalled, table=True):
    __tablename__ = "plan"
    __table_args__ = (
        UniqueConstraint("year", "kind", "name"),
        Index("ix_plan_project_id", "project_id"),
        words_in("kind", PlanKind, "kind"),
        CheckConstraint("name <> ''", name="name"),
        CheckConstraint("(kind = 'project') = (project_id IS NOT NULL)", name="project"),
        CheckConstraint("finished IN (0, 1)", name="finished"),
        STRICT,
    )
    id: str = text(primary_key=True)
    year: int = integer(foreign_key="fiscal_year.year")
    kind: str = text()
    project_id: str | None = key("project.id")
    position: int = integer()
    name: str = text()
    goal: str = text()
    section: str | None = text()
    lead: str | None = text()
    pack: str | None = text()
    execution_weight: Decimal = decimal()
    finished: int = integer()


class FundRow(Journalled, table=True):
    __tablename__ = "fund"
    __table_args__ = (
        Index("ix_fund_plan_id", "plan_id"),
        CheckConstraint("initial NOT LIKE '-%' AND revised NOT LIKE '-%'", name="money"),
        STRICT,
    )
    id: str = text(primary_key=True)
    plan_id: str = key("plan.id")
    position: int = integer()
    source: str = text()
    initial: Decimal = decimal()
    revised: Decimal | None = decimal()


class ExecutedRow(Journalled, table=True):
    __tablename__ = "executed"
    __table_args__ = (quarter_check(), CheckConstraint("amount NOT LIKE '-%'", name="money"), CELL)
    fund_id: str = key("fund.id", primary_key=True)
    quarter: int = integer(primary_key=True)
    amount: Decimal = decimal()


class IndicatorRow(Journalled, table=True):
    __tablename__ = "indicator"
    __table_args__ = (
        Index("ix_indicator_plan_id", "plan_id"),
        CheckConstraint("name <> ''", name="name"),
        words_in("rule", Rule, "rule"),
        words_in("aggregation", Aggregation, "aggregation"),
        CheckConstraint(
            "(manual_score IS NULL) = (manual_reason IS NULL) AND (manual_score IS NULL) = (manual_quarter IS NULL)",
            name="manual",
        ),
        CheckConstraint("manual_quarter BETWEEN 1 AND 4", name="manual_quarter"),
        STRICT,
    )
    id: str = text(primary_key=True)
    plan_id: str = key("plan.id")
    position: int = integer()
    level1: str = text()
    level2: str = text()
    name: str = text()
    target: str = text()
    weight: Decimal = decimal()
    rule: str | None = text()
    aggregation: str = text()
    basis: str | None = text()
    prior_actual: str | None = text()
    evidence: str | None = text()
    manual_score: Decimal | None = decimal()
    manual_reason: str | None = text()
    manual_quarter: int | None = integer()
    excluded: str | None = text()


class MilestoneRow(Journalled, table=True):
    __tablename__ = "milestone"
    __table_args__ = (quarter_check(), CELL)
    indicator_id: str = key("indicator.id", primary_key=True)
    quarter: int = integer(primary_key=True)
    value: Decimal = decimal()


class ActualRow(Journalled, table=True):
    __tablename__ = "actual"
    __table_args__ = (quarter_check(), words_in("grade", Grade, "grade"), CELL)
    indicator_id: str = key("indicator.id", primary_key=True)
    quarter: int = integer(primary_key=True)
    value: str | None = text()
    grade: str | None = text()
    share: Decimal | None = decimal()
    note: str | None = text()


class DeviationRow(Journalled, table=True):
    __tablename__ = "deviation"
    __table_args__ = (quarter_check(), CELL)
    indicator_id: str = key("indicator.id", primary_key=True)
    quarter: int = integer(primary_key=True)
    cause: str = text()
    remedy: str = text()


def table_of(row_class: Any) -> Table:
    """The Core table of a row class."""
    table = getattr(row_class, "__table__")  # noqa: B009 - made by a metaclass, unknown to the type checker
    assert isinstance(table, Table)
    return table
