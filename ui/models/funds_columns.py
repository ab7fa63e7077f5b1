"""The columns of the funds grid."""

from enum import IntEnum

from perftrack.domain.periods import Quarter


class FundColumn(IntEnum):
    """The columns of the funds grid; money in 万元, spending to date at the end of each quarter."""

    SOURCE = 0
    INITIAL = 1
    REVISED = 2
    REASON = 3
    Q1 = 4
    Q2 = 5
    Q3 = 6
    Q4 = 7
    RATE = 8


def executed_column(quarter: Quarter) -> FundColumn:
    """The column of what was spent by the end of a quarter."""
    return FundColumn(FundColumn.Q1 + int(quarter) - 1)


def quarter_of(column: int) -> Quarter | None:
    """The quarter whose spending stands in a column; None for the other columns."""
    return Quarter(column - FundColumn.Q1 + 1) if FundColumn.Q1 <= column <= FundColumn.Q4 else None
