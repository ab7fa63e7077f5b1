"""Which indicator of an earlier year an indicator goes on with, where names do not tell."""

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

USER_VERSION = 3

STATEMENTS = (
    """
    CREATE TABLE indicator_link (
        version INTEGER NOT NULL,
        seq INTEGER NOT NULL,
        indicator_id TEXT NOT NULL,
        earlier_id TEXT NOT NULL,
        CONSTRAINT pk_indicator_link PRIMARY KEY (indicator_id),
        CONSTRAINT uq_indicator_link_earlier_id UNIQUE (earlier_id),
        CONSTRAINT ck_indicator_link_another CHECK (indicator_id <> earlier_id),
        CONSTRAINT fk_indicator_link_seq FOREIGN KEY(seq) REFERENCES journal (seq),
        CONSTRAINT fk_indicator_link_indicator_id FOREIGN KEY(indicator_id) REFERENCES indicator (id),
        CONSTRAINT fk_indicator_link_earlier_id FOREIGN KEY(earlier_id) REFERENCES indicator (id)
    )
        STRICT
    """,
)


def upgrade() -> None:
    """Makes the new table; what is there stays as it is."""
    for statement in STATEMENTS:
        op.execute(statement)
    op.execute(f"PRAGMA user_version = {USER_VERSION}")


def downgrade() -> None:
    """An older program names the file as newer; nothing is taken away."""
    raise NotImplementedError
