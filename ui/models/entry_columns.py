"""The columns of the entry grid: which there are, which may be hidden, which stay together."""

from collections.abc import Iterable
from enum import IntEnum

from PySide6.QtCore import QCoreApplication


class Column(IntEnum):
    """What a column of the grid is, whatever its place; in the order of the paper form."""

    LEVEL1 = 0
    LEVEL2 = 1
    INDICATOR = 2
    PRIOR = 3
    TARGET = 4
    MILESTONE = 5
    PREVIOUS = 6
    IN_QUARTER = 7
    TO_DATE = 8
    LIGHT = 9
    SCORE = 10
    CAUSE = 11
    REMEDY = 12
    NOTE = 13
    EVIDENCE = 14


#: Columns that are not shown unless they are asked for.
EXTRA = frozenset({Column.PRIOR, Column.MILESTONE, Column.SCORE, Column.NOTE})
#: Columns without which the grid would not be the form.
ALWAYS = frozenset({Column.LEVEL1, Column.INDICATOR, Column.IN_QUARTER, Column.TO_DATE})
STANDARD = tuple(column for column in Column if column not in EXTRA)
#: Columns that keep their place at the left.
FIRST = (Column.LEVEL1, Column.LEVEL2, Column.INDICATOR)
RIGHT = (Column.PRIOR, Column.TARGET, Column.MILESTONE, Column.PREVIOUS, Column.IN_QUARTER, Column.TO_DATE,
         Column.SCORE, Column.EVIDENCE)  # fmt: skip


def orderly(wanted: Iterable[Column]) -> tuple[Column, ...]:
    """``wanted`` as it may be shown: levels at the left, 本期 beside 累计, nothing twice, nothing needed missing."""
    given = list(dict.fromkeys(wanted))
    result = [column for column in FIRST if column in given or column in ALWAYS]
    for column in (*given, *sorted(ALWAYS)):
        if column in result or column is Column.TO_DATE:
            continue
        result.append(column)
        if column is Column.IN_QUARTER:
            result.append(Column.TO_DATE)
    return tuple(result)


def shifted(columns: tuple[Column, ...], column: Column, forward: bool) -> tuple[Column, ...]:
    """``columns`` with one of them moved one place on; 本期 and 累计 move and are passed together."""
    blocks: list[list[Column]] = []
    for each in columns:
        if each is Column.TO_DATE:
            blocks[-1].append(each)
        elif each not in FIRST:
            blocks.append([each])
    here = next((i for i, block in enumerate(blocks) if column in block), -1)
    there = here + (1 if forward else -1)
    if here < 0 or not 0 <= there < len(blocks):
        return columns
    blocks[here], blocks[there] = blocks[there], blocks[here]
    return orderly([*(each for each in columns if each in FIRST), *(each for block in blocks for each in block)])


def column_name(column: Column) -> str:
    """What a column is called in its header and in the menu of columns."""
    translate = QCoreApplication.translate
    match column:
        case Column.LEVEL1:
            return translate("EntryGrid", "Level 1")
        case Column.LEVEL2:
            return translate("EntryGrid", "Level 2")
        case Column.INDICATOR:
            return translate("EntryGrid", "Indicator")
        case Column.PRIOR:
            return translate("EntryGrid", "Last year")
        case Column.TARGET:
            return translate("EntryGrid", "Target")
        case Column.MILESTONE:
            return translate("EntryGrid", "Milestone")
        case Column.PREVIOUS:
            return translate("EntryGrid", "Previous")
        case Column.IN_QUARTER:
            return translate("EntryGrid", "In quarter")
        case Column.TO_DATE:
            return translate("EntryGrid", "To date")
        case Column.LIGHT:
            return translate("EntryGrid", "Light")
        case Column.SCORE:
            return translate("EntryGrid", "Score")
        case Column.CAUSE:
            return translate("EntryGrid", "Cause")
        case Column.REMEDY:
            return translate("EntryGrid", "Remedy")
        case Column.NOTE:
            return translate("EntryGrid", "Note")
        case Column.EVIDENCE:
            return translate("EntryGrid", "Evidence")


def read_columns(text: str) -> tuple[Column, ...]:
    """Columns remembered as their names; the standard ones where nothing was. Unknown names are left out."""
    known = [Column[name] for name in text.split(",") if name in Column.__members__]
    return orderly(known) if known else STANDARD


def write_columns(columns: Iterable[Column]) -> str:
    """Columns as one text for the settings."""
    return ",".join(column.name for column in columns)
