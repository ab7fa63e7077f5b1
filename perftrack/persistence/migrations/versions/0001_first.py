"""The first schema: an office, its years, plans, money, indicators, what was reported, and the journal."""

from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

USER_VERSION = 1
APPLICATION_ID = 0x5054524B  # "PTRK"

STATEMENTS = (
    """
    CREATE TABLE journal (
        seq INTEGER NOT NULL,
        time TEXT NOT NULL,
        person TEXT,
        os_user TEXT NOT NULL,
        machine TEXT NOT NULL,
        app_version TEXT NOT NULL,
        command_id TEXT NOT NULL,
        ordinal INTEGER NOT NULL,
        command TEXT NOT NULL,
        entity TEXT NOT NULL,
        row_key TEXT NOT NULL,
        "before" TEXT,
        "after" TEXT,
        reason TEXT,
        previous_hash BLOB NOT NULL,
        hash BLOB NOT NULL,
        CONSTRAINT pk_journal PRIMARY KEY (seq)
    ) STRICT
    """,
    "CREATE UNIQUE INDEX ix_journal_command_id ON journal (command_id) WHERE ordinal = 1",
    """
    CREATE TABLE department (
        version INTEGER NOT NULL,
        seq INTEGER NOT NULL,
        id TEXT NOT NULL,
        name TEXT NOT NULL,
        CONSTRAINT pk_department PRIMARY KEY (id),
        CONSTRAINT ck_department_name CHECK (name <> ''),
        CONSTRAINT fk_department_seq FOREIGN KEY(seq) REFERENCES journal (seq)
    ) STRICT
    """,
    """
    CREATE TABLE fiscal_year (
        version INTEGER NOT NULL,
        seq INTEGER NOT NULL,
        year INTEGER NOT NULL,
        pack TEXT,
        pack_version TEXT,
        closed INTEGER,
        CONSTRAINT pk_fiscal_year PRIMARY KEY (year),
        CONSTRAINT ck_fiscal_year_closed CHECK (closed >= 1),
        CONSTRAINT fk_fiscal_year_seq FOREIGN KEY(seq) REFERENCES journal (seq)
    ) STRICT
    """,
    """
    CREATE TABLE meta (
        version INTEGER NOT NULL,
        seq INTEGER NOT NULL,
        name TEXT NOT NULL,
        value TEXT NOT NULL,
        CONSTRAINT pk_meta PRIMARY KEY (name),
        CONSTRAINT fk_meta_seq FOREIGN KEY(seq) REFERENCES journal (seq)
    ) STRICT
    """,
    """
    CREATE TABLE project (
        version INTEGER NOT NULL,
        seq INTEGER NOT NULL,
        id TEXT NOT NULL,
        name TEXT NOT NULL,
        CONSTRAINT pk_project PRIMARY KEY (id),
        CONSTRAINT uq_project_name UNIQUE (name),
        CONSTRAINT fk_project_seq FOREIGN KEY(seq) REFERENCES journal (seq)
    ) STRICT
    """,
    """
    CREATE TABLE rule_pack (
        version INTEGER NOT NULL,
        seq INTEGER NOT NULL,
        id TEXT NOT NULL,
        pack TEXT NOT NULL,
        pack_version TEXT NOT NULL,
        content TEXT NOT NULL,
        CONSTRAINT pk_rule_pack PRIMARY KEY (id),
        CONSTRAINT uq_rule_pack_pack_pack_version UNIQUE (pack, pack_version),
        CONSTRAINT fk_rule_pack_seq FOREIGN KEY(seq) REFERENCES journal (seq)
    ) STRICT
    """,
    """
    CREATE TABLE "plan" (
        version INTEGER NOT NULL,
        seq INTEGER NOT NULL,
        id TEXT NOT NULL,
        year INTEGER NOT NULL,
        kind TEXT NOT NULL,
        project_id TEXT,
        position INTEGER NOT NULL,
        name TEXT NOT NULL,
        goal TEXT NOT NULL,
        section TEXT,
        lead TEXT,
        pack TEXT,
        execution_weight TEXT NOT NULL,
        finished INTEGER NOT NULL,
        CONSTRAINT pk_plan PRIMARY KEY (id),
        CONSTRAINT uq_plan_year_kind_name UNIQUE (year, kind, name),
        CONSTRAINT ck_plan_kind CHECK (kind IN ('department', 'project')),
        CONSTRAINT ck_plan_name CHECK (name <> ''),
        CONSTRAINT ck_plan_project CHECK ((kind = 'project') = (project_id IS NOT NULL)),
        CONSTRAINT ck_plan_finished CHECK (finished IN (0, 1)),
        CONSTRAINT fk_plan_seq FOREIGN KEY(seq) REFERENCES journal (seq),
        CONSTRAINT fk_plan_year FOREIGN KEY(year) REFERENCES fiscal_year (year),
        CONSTRAINT fk_plan_project_id FOREIGN KEY(project_id) REFERENCES project (id)
    ) STRICT
    """,
    'CREATE INDEX ix_plan_project_id ON "plan" (project_id)',
    """
    CREATE TABLE section (
        version INTEGER NOT NULL,
        seq INTEGER NOT NULL,
        id TEXT NOT NULL,
        department_id TEXT NOT NULL,
        position INTEGER NOT NULL,
        name TEXT NOT NULL,
        CONSTRAINT pk_section PRIMARY KEY (id),
        CONSTRAINT uq_section_department_id_name UNIQUE (department_id, name),
        CONSTRAINT fk_section_seq FOREIGN KEY(seq) REFERENCES journal (seq),
        CONSTRAINT fk_section_department_id FOREIGN KEY(department_id) REFERENCES department (id)
    ) STRICT
    """,
    """
    CREATE TABLE fund (
        version INTEGER NOT NULL,
        seq INTEGER NOT NULL,
        id TEXT NOT NULL,
        plan_id TEXT NOT NULL,
        position INTEGER NOT NULL,
        source TEXT NOT NULL,
        initial TEXT NOT NULL,
        revised TEXT,
        CONSTRAINT pk_fund PRIMARY KEY (id),
        CONSTRAINT ck_fund_money CHECK (initial NOT LIKE '-%' AND revised NOT LIKE '-%'),
        CONSTRAINT fk_fund_seq FOREIGN KEY(seq) REFERENCES journal (seq),
        CONSTRAINT fk_fund_plan_id FOREIGN KEY(plan_id) REFERENCES "plan" (id)
    ) STRICT
    """,
    "CREATE INDEX ix_fund_plan_id ON fund (plan_id)",
    """
    CREATE TABLE indicator (
        version INTEGER NOT NULL,
        seq INTEGER NOT NULL,
        id TEXT NOT NULL,
        plan_id TEXT NOT NULL,
        position INTEGER NOT NULL,
        level1 TEXT NOT NULL,
        level2 TEXT NOT NULL,
        name TEXT NOT NULL,
        target TEXT NOT NULL,
        weight TEXT NOT NULL,
        rule TEXT,
        aggregation TEXT NOT NULL,
        basis TEXT,
        prior_actual TEXT,
        evidence TEXT,
        manual_score TEXT,
        manual_reason TEXT,
        manual_quarter INTEGER,
        excluded TEXT,
        CONSTRAINT pk_indicator PRIMARY KEY (id),
        CONSTRAINT ck_indicator_name CHECK (name <> ''),
        CONSTRAINT ck_indicator_rule CHECK (rule IN ('proportional', 'grade', 'satisfaction', 'direct')),
        CONSTRAINT ck_indicator_aggregation CHECK (aggregation IN ('sum', 'running', 'latest', 'mean', 'max', 'min')),
        CONSTRAINT ck_indicator_manual CHECK (
            (manual_score IS NULL) = (manual_reason IS NULL) AND (manual_score IS NULL) = (manual_quarter IS NULL)
        ),
        CONSTRAINT ck_indicator_manual_quarter CHECK (manual_quarter BETWEEN 1 AND 4),
        CONSTRAINT fk_indicator_seq FOREIGN KEY(seq) REFERENCES journal (seq),
        CONSTRAINT fk_indicator_plan_id FOREIGN KEY(plan_id) REFERENCES "plan" (id)
    ) STRICT
    """,
    "CREATE INDEX ix_indicator_plan_id ON indicator (plan_id)",
    """
    CREATE TABLE actual (
        version INTEGER NOT NULL,
        seq INTEGER NOT NULL,
        indicator_id TEXT NOT NULL,
        quarter INTEGER NOT NULL,
        value TEXT,
        grade TEXT,
        share TEXT,
        note TEXT,
        CONSTRAINT pk_actual PRIMARY KEY (indicator_id, quarter),
        CONSTRAINT ck_actual_quarter CHECK (quarter BETWEEN 1 AND 4),
        CONSTRAINT ck_actual_grade CHECK (grade IN ('达成', '部分达成', '未达成')),
        CONSTRAINT fk_actual_seq FOREIGN KEY(seq) REFERENCES journal (seq),
        CONSTRAINT fk_actual_indicator_id FOREIGN KEY(indicator_id) REFERENCES indicator (id)
    ) WITHOUT ROWID, STRICT
    """,
    """
    CREATE TABLE deviation (
        version INTEGER NOT NULL,
        seq INTEGER NOT NULL,
        indicator_id TEXT NOT NULL,
        quarter INTEGER NOT NULL,
        cause TEXT NOT NULL,
        remedy TEXT NOT NULL,
        CONSTRAINT pk_deviation PRIMARY KEY (indicator_id, quarter),
        CONSTRAINT ck_deviation_quarter CHECK (quarter BETWEEN 1 AND 4),
        CONSTRAINT fk_deviation_seq FOREIGN KEY(seq) REFERENCES journal (seq),
        CONSTRAINT fk_deviation_indicator_id FOREIGN KEY(indicator_id) REFERENCES indicator (id)
    ) WITHOUT ROWID, STRICT
    """,
    """
    CREATE TABLE executed (
        version INTEGER NOT NULL,
        seq INTEGER NOT NULL,
        fund_id TEXT NOT NULL,
        quarter INTEGER NOT NULL,
        amount TEXT NOT NULL,
        CONSTRAINT pk_executed PRIMARY KEY (fund_id, quarter),
        CONSTRAINT ck_executed_quarter CHECK (quarter BETWEEN 1 AND 4),
        CONSTRAINT ck_executed_money CHECK (amount NOT LIKE '-%'),
        CONSTRAINT fk_executed_seq FOREIGN KEY(seq) REFERENCES journal (seq),
        CONSTRAINT fk_executed_fund_id FOREIGN KEY(fund_id) REFERENCES fund (id)
    ) WITHOUT ROWID, STRICT
    """,
    """
    CREATE TABLE milestone (
        version INTEGER NOT NULL,
        seq INTEGER NOT NULL,
        indicator_id TEXT NOT NULL,
        quarter INTEGER NOT NULL,
        value TEXT NOT NULL,
        CONSTRAINT pk_milestone PRIMARY KEY (indicator_id, quarter),
        CONSTRAINT ck_milestone_quarter CHECK (quarter BETWEEN 1 AND 4),
        CONSTRAINT fk_milestone_seq FOREIGN KEY(seq) REFERENCES journal (seq),
        CONSTRAINT fk_milestone_indicator_id FOREIGN KEY(indicator_id) REFERENCES indicator (id)
    ) WITHOUT ROWID, STRICT
    """,
    """
    CREATE TRIGGER journal_refuses_update BEFORE UPDATE ON journal
    BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END
    """,
    """
    CREATE TRIGGER journal_refuses_delete BEFORE DELETE ON journal
    BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END
    """,
    """
    CREATE TRIGGER journal_refuses_replace BEFORE INSERT ON journal
    WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal)
    OR (NEW.ordinal = 1 AND EXISTS (SELECT 1 FROM journal WHERE command_id = NEW.command_id AND ordinal = 1))
    BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END
    """,
)


def upgrade() -> None:
    """Makes every table, index and trigger, and says which generation this is."""
    for statement in STATEMENTS:
        op.execute(statement)
    op.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    op.execute(f"PRAGMA user_version = {USER_VERSION}")


def downgrade() -> None:
    """There is nothing before the first schema."""
    raise NotImplementedError
