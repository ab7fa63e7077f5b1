"""Which sheet: a button that says it, a list below it that offers the others."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from perftrack.services.exporting.making import ALL_KINDS, FOR_ALL_PLANS, FORMATS, KINDS, formats_of
from ui import widgets
from ui.widgets.chooser import Chooser

#: What the list offers: each kind, and at the end all official sheets at once.
EVERYTHING = "all"
OFFERED = (*ALL_KINDS, EVERYTHING)
#: The sheet that is previewed where all are chosen.
_SHOWN_OF_ALL = "evaluation"


class KindButton(widgets.Button):
    """Says the kind chosen. Enter opens the list, the arrow keys go on to the next kind and back."""

    chosen = Signal(int)
    """The user chose a kind; not emitted by :meth:`set_current`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(trailing="down", parent=parent, bold=True)
        self._at = 0
        self._words: list[str] = [""] * len(OFFERED)
        self._chooser = Chooser(self)
        self._chooser.chosen.connect(self._choose)
        self.clicked.connect(self.open)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def kind(self) -> str:  # type: ignore[override]
        """Give the kind chosen, or ``all``."""
        return OFFERED[self._at]

    def kinds(self) -> tuple[str, ...]:
        """Give the kinds that are written."""
        return KINDS if self.kind() == EVERYTHING else (self.kind(),)

    def shown(self) -> str:
        """Give the kind that is previewed."""
        return _SHOWN_OF_ALL if self.kind() == EVERYTHING else self.kind()

    def is_of_all_plans(self) -> bool:
        """Say whether one sheet is about all plans that are ticked."""
        return self.kind() == FOR_ALL_PLANS

    def has_month(self) -> bool:
        """Say whether a sheet with a cut-off month is among those written."""
        return "monitoring" in self.kinds()

    def formats(self) -> tuple[str, ...]:
        """Give the formats of the kinds chosen."""
        found = formats_of([kind for kind in ALL_KINDS if kind in self.kinds()])
        return tuple(each for each in FORMATS if each in found)

    def set_kind_named(self, kind: str) -> None:
        """Show ``kind`` as chosen, the self-evaluation where it is unknown."""
        self.set_current(OFFERED.index(kind if kind in OFFERED else _SHOWN_OF_ALL))

    def current(self) -> int:
        """Give the place of the kind chosen."""
        return self._at

    def set_current(self, place: int) -> None:
        """Show the kind at ``place`` without emitting :attr:`chosen`."""
        self._at = place
        self._say()

    def open(self) -> None:
        """Offer the kinds."""
        self._chooser.open_below(self, self._words, self._at)

    def retranslate(self) -> None:
        """Put own words in the language of now."""
        words = {
            "targets": self.tr("Targets"),
            "monitoring": self.tr("Monitoring"),
            "evaluation": self.tr("Evaluation"),
            "evidence": self.tr("Evidence"),
            "summary": self.tr("Summary of the year"),
            "annex": self.tr("Scoring annex"),
            "report": self.tr("Report"),
            EVERYTHING: self.tr("All official sheets"),
        }
        self._words = [words[kind] for kind in OFFERED]
        self._say()

    def _choose(self, place: int) -> None:
        if place != self._at:
            self.set_current(place)
            self.chosen.emit(place)

    def _say(self) -> None:
        self.setText(self._words[self._at])
        self.setAccessibleName(self.tr("Kind of sheet: %1").replace("%1", self._words[self._at]))
        self.updateGeometry()

    # Qt's own names from here on.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}.get(
            Qt.Key(event.key())
        )
        if step is None:
            super().keyPressEvent(event)
            return
        self._choose(max(0, min(len(OFFERED) - 1, self._at + step)))
        event.accept()
