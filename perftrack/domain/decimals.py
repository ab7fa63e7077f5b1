"""Exact decimal arithmetic: one division per item, one rounding at the end (guide: scoring).

Quotients are cut with ROUND_05UP at 120 digits, so the later half-up rounding can never round twice.
"""

import re
from decimal import ROUND_05UP, ROUND_HALF_UP, Context, Decimal

EXACT = Context(prec=120, rounding=ROUND_05UP)
_HALF_UP = Context(prec=120, rounding=ROUND_HALF_UP)
CENT = Decimal("0.01")
ZERO = Decimal(0)
HUNDRED = Decimal(100)
_NUMBER = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d{1,2})?", re.ASCII)
LONGEST_NUMBER = 40


def read_plain(text: str) -> Decimal | None:
    """The exact number ``text`` spells in ASCII, or None. Non-finite words and endless digits do not read.

    >>> read_plain("8.84"), read_plain("NaN"), read_plain("1_0")
    (Decimal('8.84'), None, None)
    """
    stripped = text.strip()
    if len(stripped) > LONGEST_NUMBER or not _NUMBER.fullmatch(stripped):
        return None
    number = Decimal(stripped)
    return number if -LONGEST_NUMBER <= number.adjusted() <= LONGEST_NUMBER // 2 else None


def divide(numerator: Decimal, denominator: Decimal) -> Decimal:
    """The quotient to 120 digits, safe to round half-up afterwards. ``denominator`` must not be zero."""
    return EXACT.divide(numerator, denominator)


def rounded(number: Decimal, step: Decimal = CENT) -> Decimal:
    """``number`` rounded half-up to ``step`` (two places by default).

    >>> rounded(Decimal("9.725"))
    Decimal('9.73')
    """
    return number.quantize(step, context=_HALF_UP)


def plain(number: Decimal) -> str:
    """Digits without exponent, as entered: no zero added or taken.

    >>> plain(Decimal("1E+2")), plain(Decimal("1.20"))
    ('100', '1.20')
    """
    return format(number, "f")


def shortest(number: Decimal) -> str:
    """Digits without exponent and without trailing zeros.

    >>> shortest(Decimal("87.50")), shortest(Decimal("100"))
    ('87.5', '100')
    """
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def money(number: Decimal) -> str:
    """万元 with two places, more if more were entered.

    >>> money(Decimal("120")), money(Decimal("8.844"))
    ('120.00', '8.844')
    """
    exponent = number.as_tuple().exponent
    places = max(2, -exponent if isinstance(exponent, int) else 2)
    return format(number, f".{places}f")
