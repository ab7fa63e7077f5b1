"""What a table model may say about a cell beyond its text.

A delegate asks a model twice per cell: ``DisplayRole`` for the text and :data:`LOOK` for everything else. One object
instead of ten roles, because each question crosses from C++ into Python; models share the same :class:`Look` between
cells that look alike.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Flag, auto

from PySide6.QtCore import Qt

#: The :class:`Look` of a cell; ``None`` means plain text.
LOOK = Qt.ItemDataRole.UserRole + 1
#: The value a column sorts by (number or text).
SORT = Qt.ItemDataRole.UserRole + 2
#: The domain value behind the row.
OBJECT = Qt.ItemDataRole.UserRole + 3


class State(Flag):
    """The state of an entry cell; states add up (a noted cell may be unsaved)."""

    NONE = 0
    UNSAVED = auto()
    """Amber dot at the left."""
    REFUSED = auto()
    """Red fill and bar; the text is what was typed."""
    NOTED = auto()
    """Accent triangle in the upper right corner."""
    LOCKED = auto()
    """Sunken fill; the whole column is locked and its header carries the lock."""
    LOCKED_ALONE = auto()
    """Sunken fill with its own lock: only this cell is locked."""
    DERIVED = auto()
    """Faint value; ``subtext`` says 推算."""
    EMPTY = auto()
    """To do; the text is a placeholder."""


@dataclass(frozen=True, slots=True)
class ScoreBar:
    """``value`` on the scale ``low``-``high`` with notches at ``marks`` (rating thresholds of the pack)."""

    value: float | None
    marks: tuple[float, ...] = ()
    low: float = 50.0
    high: float = 100.0
    rating: str = ""
    note: str = ""
    """12 px after the rating word, such as 缺 1."""


@dataclass(frozen=True, slots=True)
class Execution:
    """Share executed and share of the year gone, both 0-1; the light before it has no word."""

    share: float | None
    calendar: float | None = None
    light: str = ""


@dataclass(frozen=True, slots=True)
class Heat:
    """A heat cell: ``light`` is green, yellow, red or grey; ``label`` a short level 1 name at the left."""

    light: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class Spark:
    """A line of quarters: actual values first (``None`` is a gap), then forecasts; ``low``-``high`` fix the scale."""

    actual: Sequence[float | None]
    forecast: Sequence[float] = ()
    target: float | None = None
    low: float | None = None
    high: float | None = None
    slots: int = 4


@dataclass(frozen=True, slots=True)
class Look:
    """How one cell is drawn. Everything has a quiet default."""

    light: str = ""
    """green, yellow, red, blue or grey: marker before the text; the word is the text, or the light's own if empty."""
    draw: ScoreBar | Execution | Heat | Spark | None = None
    state: State = State.NONE
    subtext: str = ""
    """Second line, 12 px."""
    subtone: str = "text-2"
    suffix: str = ""
    """12 px after the text in ``subtone``, such as the plan after an indicator."""
    tone: str = "text"
    size: int = 14
    bold: bool = False
    right: bool = False
    """Numbers: right-aligned."""
    center: bool = False
    top: bool = False
    """Merged level 1 cells of the scorecard: text at the top."""
    group_end: bool = False
    """Last row of a level 1 group: a strong rule below."""
    quiet_row: bool = False
    """Stays ``surface`` when the row is selected or hovered (merged level 1 cells)."""
    frame_left: bool = False
    frame_right: bool = False
    """Vertical rules at both sides of the quarter being entered."""
    icon: str = ""
    """12 px icon before the text."""
    no_rule: bool = False


PLAIN = Look()
NUMBER = Look(right=True)
QUIET = Look(tone="text-2")
QUIET_NUMBER = Look(tone="text-2", right=True)
