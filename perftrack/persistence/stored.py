"""What SQLite keeps, and the texts that numbers and lists are kept and handed over as. Standard library only."""

import json
from collections.abc import Iterable
from decimal import Decimal

#: What SQLite keeps and the journal repeats.
Stored = str | int | bytes | None
#: A row in column order, without ``version`` and ``seq``.
Values = tuple[Stored, ...]
Key = tuple[Stored, ...]


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


def listed(wanted: Iterable[Stored]) -> tuple[str]:
    """The parameter of ``IN (SELECT value FROM json_each(?))``: any number of values, one constant statement.

    >>> listed(["a", "b", "a"])
    ('["a","b"]',)
    """
    return (json_text(list(dict.fromkeys(wanted))),)
