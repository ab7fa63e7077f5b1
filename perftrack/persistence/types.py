"""Column types for STRICT tables, which know TEXT, INTEGER and BLOB only.

SQLModel's own choices do not serve: VARCHAR is refused in STRICT tables, and a Decimal column goes through float
on SQLite and loses digits without a warning.
"""

from decimal import Decimal

from sqlalchemy import BLOB, INTEGER, TEXT, Dialect, TypeDecorator

from perftrack.persistence.stored import decimal_text

__all__ = ["BLOB", "INTEGER", "TEXT", "ExactDecimal"]


class ExactDecimal(TypeDecorator[Decimal]):
    """A Decimal kept as its digits in TEXT."""

    impl = TEXT
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> str | None:
        return decimal_text(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Decimal | None:
        return None if value is None else Decimal(value)
