"""People, review, rubrics, surveys, units, evidence: what the quarterly work needs beside the numbers."""

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

USER_VERSION = 2

STATEMENTS = (
    """
    CREATE TABLE person (
        version INTEGER NOT NULL,
        seq INTEGER NOT NULL,
        id TEXT NOT NULL,
        position INTEGER NOT NULL,
        name TEXT NOT NULL,
        role TEXT NOT NULL,
        section TEXT,
        os_user TEXT,
        password TEXT,
        active INTEGER NOT NULL,
        CONSTRAINT pk_person PRIMARY KEY (id),
        CONSTRAINT uq_person_name UNIQUE (name),
        CONSTRAINT ck_person_name CHECK (name <> ''),
        CONSTRAINT ck_person_role CHECK (role IN ('lead', 'head', 'officer', 'viewer')),
        CONSTRAINT ck_person_active CHECK (active IN (0, 1)),
        CONSTRAINT fk_person_seq FOREIGN KEY(seq) REFERENCES journal (seq)
    )
        STRICT
    """,
    """
    CREATE TABLE plan_person (
        version INTEGER NOT NULL,
        seq INTEGER NOT NULL,
        plan_id TEXT NOT NULL,
        person_id TEXT NOT NULL,
        CONSTRAINT pk_plan_person PRIMARY KEY (plan_id, person_id),
        CONSTRAINT fk_plan_person_seq FOREIGN KEY(seq) REFERENCES journal (seq),
        CONSTRAINT fk_plan_person_plan_id FOREIGN KEY(plan_id) REFERENCES "plan" (id),
        CONSTRAINT fk_plan_person_person_id FOREIGN KEY(person_id) REFERENCES person (id)
    )
        WITHOUT ROWID,
        STRICT
    """,
    "CREATE INDEX ix_plan_person_person_id ON plan_person (person_id)",
    """
    CREATE TABLE setting (
        version INTEGER NOT NULL,
        seq INTEGER NOT NULL,
        name TEXT NOT NULL,
        value TEXT NOT NULL,
        CONSTRAINT pk_setting PRIMARY KEY (name),
        CONSTRAINT fk_setting_seq FOREIGN KEY(seq) REFERENCES journal (seq)
    )
        STRICT
    """,
    """
    CREATE TABLE due_date (
        version INTEGER NOT NULL,
        seq INTEGER NOT NULL,
        year INTEGER NOT NULL,
        quarter INTEGER NOT NULL,
        kind TEXT NOT NULL,
        due TEXT NOT NULL,
        grace INTEGER NOT NULL,
        CONSTRAINT pk_due_date PRIMARY KEY (year, quarter, kind),
        CONSTRAINT ck_due_date_quarter CHECK (quarter BETWEEN 1 AND 4),
        CONSTRAINT ck_due_date_kind CHECK (kind IN ('department', 'project')),
        CONSTRAINT ck_due_date_grace CHECK (grace >= 0),
        CONSTRAINT fk_due_date_seq FOREIGN KEY(seq) REFERENCES journal (seq)
    )
        WITHOUT ROWID,
        STRICT
    """,
    """
    CREATE TABLE quarter_lock (
        version INTEGER NOT NULL,
        seq INTEGER NOT NULL,
        year INTEGER NOT NULL,
        quarter INTEGER NOT NULL,
        reason TEXT NOT NULL,
        CONSTRAINT pk_quarter_lock PRIMARY KEY (year, quarter),
        CONSTRAINT ck_quarter_lock_quarter CHECK (quarter BETWEEN 1 AND 4),
        CONSTRAINT fk_quarter_lock_seq FOREIGN KEY(seq) REFERENCES journal (seq)
    )
        WITHOUT ROWID,
        STRICT
    """,
    """
    CREATE TABLE review (
        version INTEGER NOT NULL,
        seq INTEGER NOT NULL,
        plan_id TEXT NOT NULL,
        quarter INTEGER NOT NULL,
        state TEXT NOT NULL,
        level INTEGER NOT NULL,
        submission INTEGER NOT NULL,
        CONSTRAINT pk_review PRIMARY KEY (plan_id, quarter),
        CONSTRAINT ck_review_quarter CHECK (quarter BETWEEN 1 AND 4),
        CONSTRAINT ck_review_state CHECK (state IN ('draft', 'submitted', 'returned', 'approved')),
        CONSTRAINT ck_review_counts CHECK (level >= 0 AND submission >= 0),
        CONSTRAINT fk_review_seq FOREIGN KEY(seq) REFERENCES journal (seq),
        CONSTRAINT fk_review_plan_id FOREIGN KEY(plan_id) REFERENCES "plan" (id)
    )
        WITHOUT ROWID,
        STRICT
    """,
    """
    CREATE TABLE review_event (
        version INTEGER NOT NULL,
        seq INTEGER NOT NULL,
        id TEXT NOT NULL,
        plan_id TEXT NOT NULL,
        quarter INTEGER NOT NULL,
        number INTEGER NOT NULL,
        time TEXT NOT NULL,
        person TEXT NOT NULL,
        act TEXT NOT NULL,
        reason TEXT NOT NULL,
        content TEXT NOT NULL,
        CONSTRAINT pk_review_event PRIMARY KEY (id),
        CONSTRAINT uq_review_event_plan_id_quarter_number UNIQUE (plan_id, quarter, number),
        CONSTRAINT ck_review_event_quarter CHECK (quarter BETWEEN 1 AND 4),
        CONSTRAINT ck_review_event_act CHECK (act IN ('submit', 'withdraw', 'return', 'approve')),
        CONSTRAINT fk_review_event_seq FOREIGN KEY(seq) REFERENCES journal (seq),
        CONSTRAINT fk_review_event_plan_id FOREIGN KEY(plan_id) REFERENCES "plan" (id)
    )
        STRICT
    """,
    "CREATE INDEX ix_review_event_plan_id ON review_event (plan_id)",
    """
    CREATE TABLE finding_answer (
        version INTEGER NOT NULL,
        seq INTEGER NOT NULL,
        plan_id TEXT NOT NULL,
        quarter INTEGER NOT NULL,
        code TEXT NOT NULL,
        subject_id TEXT NOT NULL,
        sentence TEXT NOT NULL,
        CONSTRAINT pk_finding_answer PRIMARY KEY (plan_id, quarter, code, subject_id),
        CONSTRAINT ck_finding_answer_quarter CHECK (quarter BETWEEN 1 AND 4),
        CONSTRAINT fk_finding_answer_seq FOREIGN KEY(seq) REFERENCES journal (seq),
        CONSTRAINT fk_finding_answer_plan_id FOREIGN KEY(plan_id) REFERENCES "plan" (id)
    )
        WITHOUT ROWID,
        STRICT
    """,
    """
    CREATE TABLE comment (
        version INTEGER NOT NULL,
        seq INTEGER NOT NULL,
        id TEXT NOT NULL,
        plan_id TEXT NOT NULL,
        indicator_id TEXT,
        quarter INTEGER NOT NULL,
        time TEXT NOT NULL,
        person TEXT NOT NULL,
        words TEXT NOT NULL,
        CONSTRAINT pk_comment PRIMARY KEY (id),
        CONSTRAINT ck_comment_quarter CHECK (quarter BETWEEN 1 AND 4),
        CONSTRAINT fk_comment_seq FOREIGN KEY(seq) REFERENCES journal (seq),
        CONSTRAINT fk_comment_plan_id FOREIGN KEY(plan_id) REFERENCES "plan" (id),
        CONSTRAINT fk_comment_indicator_id FOREIGN KEY(indicator_id) REFERENCES indicator (id)
    )
        STRICT
    """,
    "CREATE INDEX ix_comment_plan_id ON comment (plan_id)",
    """
    CREATE TABLE reading_mark (
        version INTEGER NOT NULL,
        seq INTEGER NOT NULL,
        plan_id TEXT NOT NULL,
        quarter INTEGER NOT NULL,
        submission INTEGER NOT NULL,
        person TEXT NOT NULL,
        subject_id TEXT NOT NULL,
        CONSTRAINT pk_reading_mark PRIMARY KEY (plan_id, quarter, submission, person, subject_id),
        CONSTRAINT ck_reading_mark_quarter CHECK (quarter BETWEEN 1 AND 4),
        CONSTRAINT fk_reading_mark_seq FOREIGN KEY(seq) REFERENCES journal (seq),
        CONSTRAINT fk_reading_mark_plan_id FOREIGN KEY(plan_id) REFERENCES "plan" (id)
    )
        WITHOUT ROWID,
        STRICT
    """,
    """
    CREATE TABLE corrective_action (
        version INTEGER NOT NULL,
        seq INTEGER NOT NULL,
        id TEXT NOT NULL,
        plan_id TEXT NOT NULL,
        indicator_id TEXT,
        quarter INTEGER NOT NULL,
        words TEXT NOT NULL,
        owner TEXT NOT NULL,
        due TEXT,
        state TEXT NOT NULL,
        outcome TEXT NOT NULL,
        raised_by TEXT NOT NULL,
        raised TEXT NOT NULL,
        closed TEXT,
        CONSTRAINT pk_corrective_action PRIMARY KEY (id),
        CONSTRAINT ck_corrective_action_quarter CHECK (quarter BETWEEN 1 AND 4),
        CONSTRAINT ck_corrective_action_state CHECK (state IN ('open', 'done', 'closed')),
        CONSTRAINT ck_corrective_action_words CHECK (words <> ''),
        CONSTRAINT fk_corrective_action_seq FOREIGN KEY(seq) REFERENCES journal (seq),
        CONSTRAINT fk_corrective_action_plan_id FOREIGN KEY(plan_id) REFERENCES "plan" (id),
        CONSTRAINT fk_corrective_action_indicator_id FOREIGN KEY(indicator_id) REFERENCES indicator (id)
    )
        STRICT
    """,
    "CREATE INDEX ix_corrective_action_plan_id ON corrective_action (plan_id)",
    """
    CREATE TABLE plan_dropped (
        version INTEGER NOT NULL,
        seq INTEGER NOT NULL,
        plan_id TEXT NOT NULL,
        reason TEXT NOT NULL,
        CONSTRAINT pk_plan_dropped PRIMARY KEY (plan_id),
        CONSTRAINT ck_plan_dropped_reason CHECK (reason <> ''),
        CONSTRAINT fk_plan_dropped_seq FOREIGN KEY(seq) REFERENCES journal (seq),
        CONSTRAINT fk_plan_dropped_plan_id FOREIGN KEY(plan_id) REFERENCES "plan" (id)
    )
        STRICT
    """,
    """
    CREATE TABLE revision_reason (
        version INTEGER NOT NULL,
        seq INTEGER NOT NULL,
        fund_id TEXT NOT NULL,
        reason TEXT NOT NULL,
        CONSTRAINT pk_revision_reason PRIMARY KEY (fund_id),
        CONSTRAINT fk_revision_reason_seq FOREIGN KEY(seq) REFERENCES journal (seq),
        CONSTRAINT fk_revision_reason_fund_id FOREIGN KEY(fund_id) REFERENCES fund (id)
    )
        STRICT
    """,
    """
    CREATE TABLE rubric (
        version INTEGER NOT NULL,
        seq INTEGER NOT NULL,
        indicator_id TEXT NOT NULL,
        grade TEXT NOT NULL,
        criteria TEXT NOT NULL,
        CONSTRAINT pk_rubric PRIMARY KEY (indicator_id, grade),
        CONSTRAINT ck_rubric_grade CHECK (grade IN ('达成', '部分达成', '未达成')),
        CONSTRAINT fk_rubric_seq FOREIGN KEY(seq) REFERENCES journal (seq),
        CONSTRAINT fk_rubric_indicator_id FOREIGN KEY(indicator_id) REFERENCES indicator (id)
    )
        WITHOUT ROWID,
        STRICT
    """,
    """
    CREATE TABLE survey (
        version INTEGER NOT NULL,
        seq INTEGER NOT NULL,
        indicator_id TEXT NOT NULL,
        quarter INTEGER NOT NULL,
        issued INTEGER NOT NULL,
        valid INTEGER NOT NULL,
        satisfied INTEGER NOT NULL,
        method TEXT NOT NULL,
        taken TEXT,
        CONSTRAINT pk_survey PRIMARY KEY (indicator_id, quarter),
        CONSTRAINT ck_survey_quarter CHECK (quarter BETWEEN 1 AND 4),
        CONSTRAINT ck_survey_counts CHECK (issued >= valid AND valid >= satisfied AND satisfied >= 0 AND valid >= 1),
        CONSTRAINT fk_survey_seq FOREIGN KEY(seq) REFERENCES journal (seq),
        CONSTRAINT fk_survey_indicator_id FOREIGN KEY(indicator_id) REFERENCES indicator (id)
    )
        WITHOUT ROWID,
        STRICT
    """,
    """
    CREATE TABLE unit (
        version INTEGER NOT NULL,
        seq INTEGER NOT NULL,
        id TEXT NOT NULL,
        kind TEXT NOT NULL,
        position INTEGER NOT NULL,
        name TEXT NOT NULL,
        active INTEGER NOT NULL,
        CONSTRAINT pk_unit PRIMARY KEY (id),
        CONSTRAINT uq_unit_kind_name UNIQUE (kind, name),
        CONSTRAINT ck_unit_names CHECK (kind <> '' AND name <> ''),
        CONSTRAINT ck_unit_active CHECK (active IN (0, 1)),
        CONSTRAINT fk_unit_seq FOREIGN KEY(seq) REFERENCES journal (seq)
    )
        STRICT
    """,
    """
    CREATE TABLE breakdown (
        version INTEGER NOT NULL,
        seq INTEGER NOT NULL,
        indicator_id TEXT NOT NULL,
        kind TEXT NOT NULL,
        across_units TEXT NOT NULL,
        CONSTRAINT pk_breakdown PRIMARY KEY (indicator_id),
        CONSTRAINT ck_breakdown_across_units CHECK (across_units IN ('sum', 'mean', 'pooled', 'worst')),
        CONSTRAINT fk_breakdown_seq FOREIGN KEY(seq) REFERENCES journal (seq),
        CONSTRAINT fk_breakdown_indicator_id FOREIGN KEY(indicator_id) REFERENCES indicator (id)
    )
        STRICT
    """,
    """
    CREATE TABLE unit_target (
        version INTEGER NOT NULL,
        seq INTEGER NOT NULL,
        indicator_id TEXT NOT NULL,
        unit_id TEXT NOT NULL,
        target TEXT NOT NULL,
        CONSTRAINT pk_unit_target PRIMARY KEY (indicator_id, unit_id),
        CONSTRAINT fk_unit_target_seq FOREIGN KEY(seq) REFERENCES journal (seq),
        CONSTRAINT fk_unit_target_indicator_id FOREIGN KEY(indicator_id) REFERENCES indicator (id),
        CONSTRAINT fk_unit_target_unit_id FOREIGN KEY(unit_id) REFERENCES unit (id)
    )
        WITHOUT ROWID,
        STRICT
    """,
    """
    CREATE TABLE unit_actual (
        version INTEGER NOT NULL,
        seq INTEGER NOT NULL,
        indicator_id TEXT NOT NULL,
        unit_id TEXT NOT NULL,
        quarter INTEGER NOT NULL,
        value TEXT NOT NULL,
        note TEXT,
        CONSTRAINT pk_unit_actual PRIMARY KEY (indicator_id, unit_id, quarter),
        CONSTRAINT ck_unit_actual_quarter CHECK (quarter BETWEEN 1 AND 4),
        CONSTRAINT fk_unit_actual_seq FOREIGN KEY(seq) REFERENCES journal (seq),
        CONSTRAINT fk_unit_actual_indicator_id FOREIGN KEY(indicator_id) REFERENCES indicator (id),
        CONSTRAINT fk_unit_actual_unit_id FOREIGN KEY(unit_id) REFERENCES unit (id)
    )
        WITHOUT ROWID,
        STRICT
    """,
    """
    CREATE TABLE evidence (
        version INTEGER NOT NULL,
        seq INTEGER NOT NULL,
        id TEXT NOT NULL,
        plan_id TEXT NOT NULL,
        indicator_id TEXT,
        quarter INTEGER,
        number INTEGER NOT NULL,
        kind TEXT NOT NULL,
        name TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        size INTEGER NOT NULL,
        added TEXT NOT NULL,
        person TEXT NOT NULL,
        note TEXT NOT NULL,
        CONSTRAINT pk_evidence PRIMARY KEY (id),
        CONSTRAINT uq_evidence_plan_id_number UNIQUE (plan_id, number),
        CONSTRAINT ck_evidence_quarter CHECK (quarter BETWEEN 1 AND 4),
        CONSTRAINT ck_evidence_counts CHECK (number >= 1 AND size >= 0),
        CONSTRAINT ck_evidence_sha256 CHECK (length(sha256) = 64),
        CONSTRAINT ck_evidence_kind CHECK (kind IN ('工作资料', '原始凭证', '说明材料', '正式资料')),
        CONSTRAINT fk_evidence_seq FOREIGN KEY(seq) REFERENCES journal (seq),
        CONSTRAINT fk_evidence_plan_id FOREIGN KEY(plan_id) REFERENCES "plan" (id),
        CONSTRAINT fk_evidence_indicator_id FOREIGN KEY(indicator_id) REFERENCES indicator (id)
    )
        STRICT
    """,
    "CREATE INDEX ix_evidence_indicator_id ON evidence (indicator_id)",
    """
    CREATE TABLE evidence_need (
        version INTEGER NOT NULL,
        seq INTEGER NOT NULL,
        indicator_id TEXT NOT NULL,
        kind TEXT NOT NULL,
        CONSTRAINT pk_evidence_need PRIMARY KEY (indicator_id, kind),
        CONSTRAINT ck_evidence_need_kind CHECK (kind IN ('工作资料', '原始凭证', '说明材料', '正式资料')),
        CONSTRAINT fk_evidence_need_seq FOREIGN KEY(seq) REFERENCES journal (seq),
        CONSTRAINT fk_evidence_need_indicator_id FOREIGN KEY(indicator_id) REFERENCES indicator (id)
    )
        WITHOUT ROWID,
        STRICT
    """,
)


def upgrade() -> None:
    """Makes the new tables; what is there stays as it is."""
    for statement in STATEMENTS:
        op.execute(statement)
    op.execute(f"PRAGMA user_version = {USER_VERSION}")


def downgrade() -> None:
    """An older program names the file as newer; nothing is taken away."""
    raise NotImplementedError
