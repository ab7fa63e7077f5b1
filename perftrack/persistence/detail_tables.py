"""The tables behind a value: rubrics, surveys, units and their values, evidence, reasons."""

from sqlalchemy import CheckConstraint, Index, UniqueConstraint

from perftrack.domain.terms import Across, EvidenceKind, Grade
from perftrack.persistence.columns import CELL, STRICT, Journalled, integer, key, quarter_check, text, words_in


class PlanDroppedRow(Journalled, table=True):
    """A plan that fell away in its year, with the reason (不适用)."""

    __tablename__ = "plan_dropped"
    __table_args__ = (CheckConstraint("reason <> ''", name="reason"), STRICT)
    plan_id: str = key("plan.id", primary_key=True)
    reason: str = text()


class RevisionReasonRow(Journalled, table=True):
    """Why a fund's budget was revised."""

    __tablename__ = "revision_reason"
    __table_args__ = (STRICT,)
    fund_id: str = key("fund.id", primary_key=True)
    reason: str = text()


class RubricRow(Journalled, table=True):
    """The written criteria of a grade of an indicator."""

    __tablename__ = "rubric"
    __table_args__ = (words_in("grade", Grade, "grade"), CELL)
    indicator_id: str = key("indicator.id", primary_key=True)
    grade: str = text(primary_key=True)
    criteria: str = text()


class SurveyRow(Journalled, table=True):
    """The survey a satisfaction rate comes from: sheets issued, valid and satisfied, how, and on which ISO day."""

    __tablename__ = "survey"
    __table_args__ = (
        quarter_check(),
        CheckConstraint("issued >= valid AND valid >= satisfied AND satisfied >= 0 AND valid >= 1", name="counts"),
        CELL,
    )
    indicator_id: str = key("indicator.id", primary_key=True)
    quarter: int = integer(primary_key=True)
    issued: int = integer()
    valid: int = integer()
    satisfied: int = integer()
    method: str = text()
    taken: str | None = text()


class UnitRow(Journalled, table=True):
    """A part of the office values are collected from: a 社区, a 网格党支部. ``kind`` is free text."""

    __tablename__ = "unit"
    __table_args__ = (
        UniqueConstraint("kind", "name"),
        CheckConstraint("kind <> '' AND name <> ''", name="names"),
        CheckConstraint("active IN (0, 1)", name="active"),
        STRICT,
    )
    id: str = text(primary_key=True)
    kind: str = text()
    position: int = integer()
    name: str = text()
    active: int = integer()


class BreakdownRow(Journalled, table=True):
    """An indicator that is reported by the units of one kind; the office's value follows by ``across_units``."""

    __tablename__ = "breakdown"
    __table_args__ = (words_in("across_units", Across, "across_units"), STRICT)
    indicator_id: str = key("indicator.id", primary_key=True)
    kind: str = text()
    across_units: str = text()


class UnitTargetRow(Journalled, table=True):
    """A unit's own target."""

    __tablename__ = "unit_target"
    __table_args__ = (CELL,)
    indicator_id: str = key("indicator.id", primary_key=True)
    unit_id: str = key("unit.id", primary_key=True)
    target: str = text()


class UnitActualRow(Journalled, table=True):
    """What a unit reported for a quarter."""

    __tablename__ = "unit_actual"
    __table_args__ = (quarter_check(), CELL)
    indicator_id: str = key("indicator.id", primary_key=True)
    unit_id: str = key("unit.id", primary_key=True)
    quarter: int = integer(primary_key=True)
    value: str = text()
    note: str | None = text()


class EvidenceRow(Journalled, table=True):
    """佐证资料: a file kept beside the database by its hash. ``number`` counts within the plan and is never reused.

    Without a quarter it belongs to the indicator, without an indicator to the plan. ``name`` is shown, never a path.
    """

    __tablename__ = "evidence"
    __table_args__ = (
        Index("ix_evidence_indicator_id", "indicator_id"),
        UniqueConstraint("plan_id", "number"),
        CheckConstraint("quarter BETWEEN 1 AND 4", name="quarter"),
        CheckConstraint("number >= 1 AND size >= 0", name="counts"),
        CheckConstraint("length(sha256) = 64", name="sha256"),
        words_in("kind", EvidenceKind, "kind"),
        STRICT,
    )
    id: str = text(primary_key=True)
    plan_id: str = key("plan.id")
    indicator_id: str | None = key("indicator.id")
    quarter: int | None = integer()
    number: int = integer()
    kind: str = text()
    name: str = text()
    sha256: str = text()
    size: int = integer()
    added: str = text()
    person: str = text()
    note: str = text()


class EvidenceNeedRow(Journalled, table=True):
    """A kind of evidence an indicator must have."""

    __tablename__ = "evidence_need"
    __table_args__ = (words_in("kind", EvidenceKind, "kind"), CELL)
    indicator_id: str = key("indicator.id", primary_key=True)
    kind: str = text(primary_key=True)


class IndicatorLinkRow(Journalled, table=True):
    """An indicator that goes on with one of an earlier year, whatever either is called. One goes on as one."""

    __tablename__ = "indicator_link"
    __table_args__ = (
        UniqueConstraint("earlier_id"),
        CheckConstraint("indicator_id <> earlier_id", name="another"),
        STRICT,
    )
    indicator_id: str = key("indicator.id", primary_key=True)
    earlier_id: str = key("indicator.id")
