"""Quarters of a fiscal year and their official labels."""

from enum import IntEnum


class Quarter(IntEnum):
    """季度, 1 to 4. Official forms name the time up to its end: 1–3, 1–6, 1–9, 1–12月."""

    Q1 = 1
    Q2 = 2
    Q3 = 3
    Q4 = 4

    @property
    def last_month(self) -> int:
        """The month the quarter ends in: 3, 6, 9, 12.

        >>> Quarter(3).last_month
        9
        """
        return int(self) * 3

    @property
    def up_to(self) -> tuple["Quarter", ...]:
        """This quarter and those before it, oldest first."""
        return QUARTERS[: int(self)]

    @property
    def previous(self) -> "Quarter | None":
        """The quarter before, None for the first."""
        return QUARTERS[int(self) - 2] if self > 1 else None


QUARTERS = (Quarter.Q1, Quarter.Q2, Quarter.Q3, Quarter.Q4)


def months_label(month: int) -> str:
    """The official label of the time from January to ``month`` (1–12).

    >>> months_label(9)
    '1-9月'
    """
    return f"1-{month}月" if month > 1 else "1月"
