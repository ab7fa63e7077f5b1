"""The tables. Rows stay inside this room; :mod:`perftrack.persistence.mapping` makes domain values of them.

Every business row names the journal row (``seq``) that made it as it is and counts its changes (``version``).
Words are repeated in CHECKs, so that a database browser cannot store what the program could not read.
The cells of a quarter are told apart by what they belong to and the quarter; everything else has a UUID.
"""

from decimal import Decimal
from typing import Any

from sqlalchemy import CheckConstraint, Index, MetaData, Table, UniqueConstraint, literal_column
from sqlmodel import Field, SQLModel

from perftrack.domain.terms import Aggregation, Grade, PlanKind, Rule
from perftrack.persistence.types import BLOB, INTEGER, TEXT, ExactDecimal

_STRICT = {"sqlite_strict": True}
_CELL = {"sqlite_strict": True, "sqlite_with_rowid": False}


def _words(column: str, words: Any, name: str) -> CheckConstraint:
    return CheckConstraint(f"{column} IN ({', '.join(repr(str(word)) for word in words)})", name=name)


def _text(**options: Any) -> Any:
    return Field(sa_type=TEXT, **options)


def _integer(**options: Any) -> Any:
    return Field(sa_type=INTEGER, **options)


def _decimal(**options: Any) -> Any:
    return Field(sa_type=ExactDecimal, **options)


def _key(reference: str, **options: Any) -> Any:
    return Field(sa_type=TEXT, foreign_key=reference, **options)


def _quarter() -> CheckConstraint:
    return CheckConstraint("quarter BETWEEN 1 AND 4", name="quarter")


class Base(SQLModel):
    """Names for every constraint: an unnamed one cannot be migrated."""

    metadata = MetaData(
        naming_convention={
            "pk": "pk_%(table_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        }
    )


class Journalled(Base):
    """What every business row carries."""

    version: int = _integer()
    seq: int = _integer(foreign_key="journal.seq")


class JournalRow(Base, table=True):
    """Who changed which row when, from what to what. Append-only; see :mod:`perftrack.persistence.journal`."""

    __tablename__ = "journal"
    __table_args__ = (
        # a command is stored once, however often it is sent; one entry per command keeps appending cheap
        Index("ix_journal_command_id", "command_id", unique=True, sqlite_where=literal_column("ordinal = 1")),
        _STRICT,
    )
    seq: int = _integer(primary_key=True)
    time: str = _text()
    person: str | None = _text()
    os_user: str = _text()
    machine: str = _text()
    app_version: str = _text()
    command_id: str = _text()
    ordinal: int = _integer()
    command: str = _text()
    entity: str = _text()
    row_key: str = _text()
    before: str | None = _text()
    after: str | None = _text()
    reason: str | None = _text()
    previous_hash: bytes = Field(sa_type=BLOB)
    hash: bytes = Field(sa_type=BLOB)


class MetaRow(Journalled, table=True):
    __tablename__ = "meta"
    __table_args__ = (_STRICT,)
    name: str = _text(primary_key=True)
    value: str = _text()


class DepartmentRow(Journalled, table=True):
    __tablename__ = "department"
    __table_args__ = (CheckConstraint("name <> ''", name="name"), _STRICT)
    id: str = _text(primary_key=True)
    name: str = _text()


class SectionRow(Journalled, table=True):
    __tablename__ = "section"
    __table_args__ = (UniqueConstraint("department_id", "name"), _STRICT)
    id: str = _text(primary_key=True)
    department_id: str = _key("department.id")
    position: int = _integer()
    name: str = _text()


class RulePackRow(Journalled, table=True):
    """An office's own pack; the bundled ones are not in the file. A changed pack is a new version."""

    __tablename__ = "rule_pack"
    __table_args__ = (UniqueConstraint("pack", "pack_version"), _STRICT)
    id: str = _text(primary_key=True)
    pack: str = _text()
    pack_version: str = _text()
    content: str = _text()


class FiscalYearRow(Journalled, table=True):
    """``pack`` pins the year's rule pack; ``closed`` is empty while the year is open, else the closing's number."""

    __tablename__ = "fiscal_year"
    __table_args__ = (CheckConstraint("closed >= 1", name="closed"), _STRICT)
    year: int = _integer(primary_key=True)
    pack: str | None = _text()
    pack_version: str | None = _text()
    closed: int | None = _integer()


class ProjectRow(Journalled, table=True):
    """项目: recurs over years, told apart by its name."""

    __tablename__ = "project"
    __table_args__ = (UniqueConstraint("name"), _STRICT)
    id: str = _text(primary_key=True)
    name: str = _text()


class PlanRow(Journalled, table=True):
    __tablename__ = "plan"
    __table_args__ = (
        UniqueConstraint("year", "kind", "name"),
        Index("ix_plan_project_id", "project_id"),
        _words("kind", PlanKind, "kind"),
        CheckConstraint("name <> ''", name="name"),
        CheckConstraint("(kind = 'project') = (project_id IS NOT NULL)", name="project"),
        CheckConstraint("finished IN (0, 1)", name="finished"),
        _STRICT,
    )
    id: str = _text(primary_key=True)
    year: int = _integer(foreign_key="fiscal_year.year")
    kind: str = _text()
    project_id: str | None = _key("project.id")
    position: int = _integer()
    name: str = _text()
    goal: str = _text()
    section: str | None = _text()
    lead: str | None = _text()
    pack: str | None = _text()
    execution_weight: Decimal = _decimal()
    finished: int = _integer()


class FundRow(Journalled, table=True):
    __tablename__ = "fund"
    __table_args__ = (
        Index("ix_fund_plan_id", "plan_id"),
        CheckConstraint("initial NOT LIKE '-%' AND revised NOT LIKE '-%'", name="money"),
        _STRICT,
    )
    id: str = _text(primary_key=True)
    plan_id: str = _key("plan.id")
    position: int = _integer()
    source: str = _text()
    initial: Decimal = _decimal()
    revised: Decimal | None = _decimal()


class ExecutedRow(Journalled, table=True):
    __tablename__ = "executed"
    __table_args__ = (_quarter(), CheckConstraint("amount NOT LIKE '-%'", name="money"), _CELL)
    fund_id: str = _key("fund.id", primary_key=True)
    quarter: int = _integer(primary_key=True)
    amount: Decimal = _decimal()


class IndicatorRow(Journalled, table=True):
    __tablename__ = "indicator"
    __table_args__ = (
        Index("ix_indicator_plan_id", "plan_id"),
        CheckConstraint("name <> ''", name="name"),
        _words("rule", Rule, "rule"),
        _words("aggregation", Aggregation, "aggregation"),
        CheckConstraint(
            "(manual_score IS NULL) = (manual_reason IS NULL) AND (manual_score IS NULL) = (manual_quarter IS NULL)",
            name="manual",
        ),
        CheckConstraint("manual_quarter BETWEEN 1 AND 4", name="manual_quarter"),
        _STRICT,
    )
    id: str = _text(primary_key=True)
    plan_id: str = _key("plan.id")
    position: int = _integer()
    level1: str = _text()
    level2: str = _text()
    name: str = _text()
    target: str = _text()
    weight: Decimal = _decimal()
    rule: str | None = _text()
    aggregation: str = _text()
    basis: str | None = _text()
    prior_actual: str | None = _text()
    evidence: str | None = _text()
    manual_score: Decimal | None = _decimal()
    manual_reason: str | None = _text()
    manual_quarter: int | None = _integer()
    excluded: str | None = _text()


class MilestoneRow(Journalled, table=True):
    __tablename__ = "milestone"
    __table_args__ = (_quarter(), _CELL)
    indicator_id: str = _key("indicator.id", primary_key=True)
    quarter: int = _integer(primary_key=True)
    value: Decimal = _decimal()


class ActualRow(Journalled, table=True):
    __tablename__ = "actual"
    __table_args__ = (_quarter(), _words("grade", Grade, "grade"), _CELL)
    indicator_id: str = _key("indicator.id", primary_key=True)
    quarter: int = _integer(primary_key=True)
    value: str | None = _text()
    grade: str | None = _text()
    share: Decimal | None = _decimal()
    note: str | None = _text()


class DeviationRow(Journalled, table=True):
    __tablename__ = "deviation"
    __table_args__ = (_quarter(), _CELL)
    indicator_id: str = _key("indicator.id", primary_key=True)
    quarter: int = _integer(primary_key=True)
    cause: str = _text()
    remedy: str = _text()


#: Parents before children: the order rows can be inserted in.
TABLES = (
    MetaRow, DepartmentRow, SectionRow, RulePackRow, FiscalYearRow, ProjectRow, PlanRow, FundRow, ExecutedRow,
    IndicatorRow, MilestoneRow, ActualRow, DeviationRow,
)  # fmt: skip


def table_of(row_class: Any) -> Table:
    """The Core table of a row class."""
    table = getattr(row_class, "__table__")  # noqa: B009 - made by a metaclass, unknown to the type checker
    assert isinstance(table, Table)
    return table
