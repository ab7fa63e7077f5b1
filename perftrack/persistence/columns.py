"""What every table class is made of: column makers, named constraints, the columns each business row carries.

Words are repeated in CHECKs, so that a database browser cannot store what the program could not read.
"""

from typing import Any

from sqlalchemy import CheckConstraint, MetaData
from sqlmodel import Field, SQLModel

from perftrack.persistence.types import INTEGER, TEXT, ExactDecimal

#: Tables with a key of their own.
STRICT = {"sqlite_strict": True}
#: Cells of a quarter, told apart by what they belong to.
CELL = {"sqlite_strict": True, "sqlite_with_rowid": False}


def words_in(column: str, words: Any, name: str) -> CheckConstraint:
    """Allows only these words in a column."""
    return CheckConstraint(f"{column} IN ({', '.join(repr(str(word)) for word in words)})", name=name)


def text(**options: Any) -> Any:
    """A column of text."""
    return Field(sa_type=TEXT, **options)


def integer(**options: Any) -> Any:
    """A column of whole numbers."""
    return Field(sa_type=INTEGER, **options)


def decimal(**options: Any) -> Any:
    """A column of exact decimals."""
    return Field(sa_type=ExactDecimal, **options)


def key(reference: str, **options: Any) -> Any:
    """A column that names a row of another table."""
    return Field(sa_type=TEXT, foreign_key=reference, **options)


def quarter_check() -> CheckConstraint:
    """Allows quarters 1 to 4."""
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

    version: int = integer()
    seq: int = integer(foreign_key="journal.seq")
