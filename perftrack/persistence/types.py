"""Column types for STRICT tables, which know TEXT, INTEGER and BLOB only.

SQLModel's own choices do not serve: VARCHAR is refused in STRICT tables, and a Decimal column goes through float
on SQLite and loses digits without a warning.
"""

import json
from decimal import Decimal

from sqlalchemy import BLOB, INTEGER, TEXT, Dialect, TypeDecorator

#: What SQLite keeps and the journal repeats.
Stored = str | int | bytes | None

__all__ = ["BLOB", "INTEGER", "TEXT", "ExactDecimal", "JsonText", "Stored", "decimal_text", "json_text"]


def decimal_text(number: Decimal | None) -> str | None:
    """The digits as entered; a zero loses its sign.

    >>> decimal_text(Decimal("1.20")), decimal_text(Decimal("-0.0")), decimal_text(None)
    ('1.20', '0.0', None)
    """
    if number is None:
        return None
    if not number.is_finite():
        raise ValueError(f"not a finite number: {number}")
    return str(number.copy_abs() if number.is_zero() else number)


def json_text(value: object) -> str:
    """Canonical JSON: sorted keys, no spaces, Chinese as it is."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


class ExactDecimal(TypeDecorator[Decimal]):
    """A Decimal kept as its digits in TEXT."""

    impl = TEXT
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> str | None:
        return decimal_text(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Decimal | None:
        return None if value is None else Decimal(value)


class JsonText(TypeDecorator[object]):
    """A JSON value kept as canonical TEXT."""

    impl = TEXT
    cache_ok = True

    def process_bind_param(self, value: object, dialect: Dialect) -> str | None:
        return None if value is None else json_text(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> object:
        return None if value is None else json.loads(value)
