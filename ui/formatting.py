"""Numbers as text for the screen. Reading what people type is the domain's business, not this module's.

Every function takes ``None`` for "not there" and writes —, never 0. Minus is U+2212, thousands have a comma.
"""

from decimal import ROUND_HALF_UP, Decimal

#: What stands where nothing is.
NOTHING = "—"
MINUS = "−"

Number = Decimal | float | int


def number(value: Number | None, places: int | None = None) -> str:
    """Write a number; ``places`` fixes its decimals (half up), ``None`` keeps it as it is.

    >>> number(Decimal("-1234.50")), number(Decimal("2.345"), 2), number(None)
    ('−1,234.50', '2.35', '—')
    """
    if value is None:
        return NOTHING
    exact = value if isinstance(value, Decimal) else Decimal(str(value))
    if not exact.is_finite():
        return NOTHING
    if places is not None:
        exact = exact.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    if exact.is_zero():
        exact = abs(exact)  # never −0.00
    return f"{exact:,f}".replace("-", MINUS)


def points(value: Number | None) -> str:
    """Write points, two places.

    >>> points(Decimal("90.046"))
    '90.05'
    """
    return number(value, 2)


def percent(value: Number | None, places: int = 2) -> str:
    """Write per cent; ``value`` counts in per cent already.

    >>> percent(Decimal("71.3"))
    '71.30%'
    """
    return NOTHING if value is None else _with_sign(number(value, places), "%")


def money(value: Number | None) -> str:
    """Write 万元, two places, thousands with a comma.

    >>> money(Decimal("3157.94"))
    '3,157.94'
    """
    return number(value, 2)


def signed(value: Number | None, places: int = 2) -> str:
    """Write a difference with its sign; none at all is ±0.

    >>> signed(Decimal("7.45")), signed(Decimal("-2.44")), signed(Decimal("0.001"))
    ('+7.45', '−2.44', '±0')
    """
    words = number(value, places)
    if words == NOTHING or words.startswith(MINUS):
        return words
    return f"+{words}" if words.strip("0.,") else "±0"


def loss(value: Number | None, places: int = 2) -> str:
    """Write points lost, given as a positive number, with a minus; nothing lost is —.

    >>> loss(Decimal("2.44")), loss(Decimal(0))
    ('−2.44', '—')
    """
    words = number(value, places)
    return f"{MINUS}{words}" if words.strip("0.,") and words != NOTHING else NOTHING


def _with_sign(words: str, sign: str) -> str:
    return words if words == NOTHING else f"{words}{sign}"


def file_size(size: int) -> str:
    """Write a size in bytes for people.

    >>> file_size(655_360), file_size(1_258_291)
    ('640 KB', '1.2 MB')
    """
    if size < 1024:
        return f"{size} B"
    if size < 1024 * 1024:
        return f"{round(size / 1024)} KB"
    return f"{size / 1024 / 1024:.1f} MB"
