"""The tables of people and of the review: who may do what, what was submitted, returned, approved, locked."""

from sqlalchemy import CheckConstraint, Index, UniqueConstraint

from perftrack.domain.terms import ActionState, PlanKind, ReviewAct, ReviewState, Role
from perftrack.persistence.columns import CELL, STRICT, Journalled, integer, key, quarter_check, text, words_in


class PersonRow(Journalled, table=True):
    """Someone who works with the file, under a role title. ``password`` is an argon2id hash in its own notation.

    ``section`` limits a head to the plans of that section; ``os_user`` is the account that is this person by default.
    """

    __tablename__ = "person"
    __table_args__ = (
        UniqueConstraint("name"),
        CheckConstraint("name <> ''", name="name"),
        words_in("role", Role, "role"),
        CheckConstraint("active IN (0, 1)", name="active"),
        STRICT,
    )
    id: str = text(primary_key=True)
    position: int = integer()
    name: str = text()
    role: str = text()
    section: str | None = text()
    os_user: str | None = text()
    password: str | None = text()
    active: int = integer()


class PlanPersonRow(Journalled, table=True):
    """A plan that is a lead's own."""

    __tablename__ = "plan_person"
    __table_args__ = (Index("ix_plan_person_person_id", "person_id"), CELL)
    plan_id: str = key("plan.id", primary_key=True)
    person_id: str = key("person.id", primary_key=True)


class SettingRow(Journalled, table=True):
    """What an office decides once: levels of approval and the like. Unset means the program's own choice."""

    __tablename__ = "setting"
    __table_args__ = (STRICT,)
    name: str = text(primary_key=True)
    value: str = text()


class DueDateRow(Journalled, table=True):
    """Until when a quarter is to be submitted: an ISO day, and how many days of grace follow."""

    __tablename__ = "due_date"
    __table_args__ = (
        quarter_check(),
        words_in("kind", PlanKind, "kind"),
        CheckConstraint("grace >= 0", name="grace"),
        CELL,
    )
    year: int = integer(primary_key=True)
    quarter: int = integer(primary_key=True)
    kind: str = text(primary_key=True)
    due: str = text()
    grace: int = integer()


class QuarterLockRow(Journalled, table=True):
    """A quarter in which nothing may be reported any more. Unlocking takes the row away; reasons are in the journal."""

    __tablename__ = "quarter_lock"
    __table_args__ = (quarter_check(), CELL)
    year: int = integer(primary_key=True)
    quarter: int = integer(primary_key=True)
    reason: str = text()


class ReviewRow(Journalled, table=True):
    """How far a plan's quarter has come; a plan without a row is a draft. ``level`` counts approvals given."""

    __tablename__ = "review"
    __table_args__ = (
        quarter_check(),
        words_in("state", ReviewState, "state"),
        CheckConstraint("level >= 0 AND submission >= 0", name="counts"),
        CELL,
    )
    plan_id: str = key("plan.id", primary_key=True)
    quarter: int = integer(primary_key=True)
    state: str = text()
    level: int = integer()
    submission: int = integer()


class ReviewEventRow(Journalled, table=True):
    """One act of the review. ``content`` is what was submitted (canonical JSON), empty for other acts."""

    __tablename__ = "review_event"
    __table_args__ = (
        Index("ix_review_event_plan_id", "plan_id"),
        UniqueConstraint("plan_id", "quarter", "number"),
        quarter_check(),
        words_in("act", ReviewAct, "act"),
        STRICT,
    )
    id: str = text(primary_key=True)
    plan_id: str = key("plan.id")
    quarter: int = integer()
    number: int = integer()
    time: str = text()
    person: str = text()
    act: str = text()
    reason: str = text()
    content: str = text()


class AnswerRow(Journalled, table=True):
    """The sentence given for a warning before submitting. ``subject_id`` names indicator or fund, or is empty."""

    __tablename__ = "finding_answer"
    __table_args__ = (quarter_check(), CELL)
    plan_id: str = key("plan.id", primary_key=True)
    quarter: int = integer(primary_key=True)
    code: str = text(primary_key=True)
    subject_id: str = text(primary_key=True)
    sentence: str = text()


class CommentRow(Journalled, table=True):
    """A remark on a value, or on the plan's quarter where ``indicator_id`` is empty."""

    __tablename__ = "comment"
    __table_args__ = (Index("ix_comment_plan_id", "plan_id"), quarter_check(), STRICT)
    id: str = text(primary_key=True)
    plan_id: str = key("plan.id")
    indicator_id: str | None = key("indicator.id")
    quarter: int = integer()
    time: str = text()
    person: str = text()
    words: str = text()


class ReadingMarkRow(Journalled, table=True):
    """已看: a reviewer's mark on a line of one submission; it decides nothing."""

    __tablename__ = "reading_mark"
    __table_args__ = (quarter_check(), CELL)
    plan_id: str = key("plan.id", primary_key=True)
    quarter: int = integer(primary_key=True)
    submission: int = integer(primary_key=True)
    person: str = text(primary_key=True)
    subject_id: str = text(primary_key=True)


class ActionRow(Journalled, table=True):
    """整改: what is to be put right, by whom, until when; closed with a sentence."""

    __tablename__ = "corrective_action"
    __table_args__ = (
        Index("ix_corrective_action_plan_id", "plan_id"),
        quarter_check(),
        words_in("state", ActionState, "state"),
        CheckConstraint("words <> ''", name="words"),
        STRICT,
    )
    id: str = text(primary_key=True)
    plan_id: str = key("plan.id")
    indicator_id: str | None = key("indicator.id")
    quarter: int = integer()
    words: str = text()
    owner: str = text()
    due: str | None = text()
    state: str = text()
    outcome: str = text()
    raised_by: str = text()
    raised: str = text()
    closed: str | None = text()
