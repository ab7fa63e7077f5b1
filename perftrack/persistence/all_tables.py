"""Every journalled table, in an order rows can be inserted in."""

from perftrack.persistence.detail_tables import (
    BreakdownRow,
    EvidenceNeedRow,
    EvidenceRow,
    IndicatorLinkRow,
    PlanDroppedRow,
    RevisionReasonRow,
    RubricRow,
    SurveyRow,
    UnitActualRow,
    UnitRow,
    UnitTargetRow,
)
from perftrack.persistence.people_tables import (
    ActionRow,
    AnswerRow,
    CommentRow,
    DueDateRow,
    PersonRow,
    PlanPersonRow,
    QuarterLockRow,
    ReadingMarkRow,
    ReviewEventRow,
    ReviewRow,
    SettingRow,
)
from perftrack.persistence.tables import (
    ActualRow,
    DepartmentRow,
    DeviationRow,
    ExecutedRow,
    FiscalYearRow,
    FundRow,
    IndicatorRow,
    MetaRow,
    MilestoneRow,
    PlanRow,
    ProjectRow,
    RulePackRow,
    SectionRow,
)

#: Parents before children.
TABLES = (
    MetaRow, DepartmentRow, SectionRow, RulePackRow, FiscalYearRow, ProjectRow, PlanRow, FundRow, ExecutedRow,
    IndicatorRow, MilestoneRow, ActualRow, DeviationRow,
    PersonRow, PlanPersonRow, SettingRow, DueDateRow, QuarterLockRow, ReviewRow, ReviewEventRow, AnswerRow, CommentRow,
    ReadingMarkRow, ActionRow,
    PlanDroppedRow, RevisionReasonRow, RubricRow, SurveyRow, UnitRow, BreakdownRow, UnitTargetRow, UnitActualRow,
    EvidenceRow, EvidenceNeedRow, IndicatorLinkRow,
)  # fmt: skip
