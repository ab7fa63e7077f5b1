"""What a cell of the entry page's grids is, and what became of a block of texts."""

from dataclasses import dataclass, field

from PySide6.QtCore import Qt

from ui.delegates.roles import PLAIN, Look
from ui.models.drafts import CellKey

#: The :class:`Cell` itself, for the delegate.
CELL = Qt.ItemDataRole.UserRole + 10


@dataclass(frozen=True, slots=True)
class Cell:
    """Everything one cell can be asked for. ``edit`` is the text its editor begins with, ``unit`` stands behind it.

    ``editor`` is line, grade, prose or amount. ``spoken`` says value and state in words.
    """

    text: str = ""
    look: Look = PLAIN
    edit: str = ""
    unit: str = ""
    tip: str = ""
    spoken: str = ""
    editor: str = "line"
    editable: bool = False
    key: CellKey | None = None
    criteria: tuple[str, ...] = ()
    """What each grade means, in the order 达成 部分达成 未达成; empty where nothing is written."""
    note: str = ""
    """The sentence given with the grade."""


@dataclass(slots=True)
class Batch:
    """Texts that are stored together: all of them by cell, and the values read from them so far by (kind, owner)."""

    texts: dict[CellKey, str] = field(default_factory=dict)
    values: dict[tuple[str, str], object] = field(default_factory=dict)
    settled: list[CellKey] = field(default_factory=list)
    """Refused texts of other cells that are stored along with these."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """A cell of a block that was refused: whose, where it is in words, what was typed, and why it is not stored."""

    key: CellKey
    place: str
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class BlockReport:
    """What became of a block: cells filled, refused, left aside (read-only or outside), and where the first red is."""

    filled: int = 0
    refused: int = 0
    aside: int = 0
    batch: int = 0
    first_refused: tuple[int, int] | None = None
    stored: bool = False
    """Whether a command was stored, which undo would take back."""

    @property
    def total(self) -> int:
        """Cells of the block that held something and had a place."""
        return self.filled + self.refused
