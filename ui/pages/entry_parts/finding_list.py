"""The rows of the check: by group, walked by keyboard, kept with what is being written in them."""

from collections.abc import Mapping
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from perftrack.domain.findings import Finding
from perftrack.services.checking import Point, key_of
from ui import theme, widgets
from ui.pages.entry_parts.finding_rows import FindingRow

#: Group, code, subject id, sentence: what makes a row the same row after something changed.
RowKey = tuple[str, str, str, str]
#: What a row says: the finding, its sentence, and the point it is if it asks for a sentence.
Said = tuple[Finding, str, Point | None]


class FindingList(QScrollArea):
    """Scrolls. Tab, Up and Down reach every line and field."""

    chosen = Signal(object)
    """A finding was opened."""
    answered = Signal(object, str)
    """A sentence was written for a finding."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: dict[RowKey, FindingRow] = {}
        self._typed: dict[tuple[object, tuple[str, str]], str] = {}
        self._place: object = None
        self._titles: list[QWidget] = []
        self._inner = QWidget()
        widgets.fill(self._inner, "surface")
        self._body = QVBoxLayout(self._inner)
        self._body.setContentsMargins(0, 0, theme.SPACE, 0)
        self._body.setSpacing(theme.HALF)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(self._inner)

    def show_rows(self, place: object, wanted: Mapping[RowKey, Said], hint: str, *, editable: bool) -> None:
        """Show the rows of ``place``. Those that stay keep the focus and what is being written in them."""
        self.keep_typed()
        if place != self._place:
            self._rebuild({})
            self._place = place
        if list(wanted) != list(self._rows):
            self._rebuild(wanted)
        for key, (_, _, point) in wanted.items():
            if point is not None:
                self._rows[key].show_sentence(point.sentence, hint, editable=editable)
                typed = self._typed.get((place, point.key))
                if typed is not None and editable:
                    self._rows[key].restore(typed)

    def forget(self) -> None:
        """Build all rows anew when they are shown next, in the language of then."""
        self.keep_typed()
        self._rebuild({})

    def rows(self) -> list[FindingRow]:
        """All rows in order."""
        return list(self._rows.values())

    def fields(self) -> list[FindingRow]:
        """The rows that ask for a sentence."""
        return [row for row in self._rows.values() if row.field is not None]

    def stops(self) -> list[QWidget]:
        """Everything the keyboard stops at, in order."""
        return [part for row in self._rows.values() for part in row.parts()]

    def first(self) -> QWidget | None:
        """The first thing that stands in the way, else the first of all; None for no rows."""
        for key, row in self._rows.items():
            if key[0] == "blocking":
                return row.line
            if row.field is not None and not row.field.text().strip() and not row.field.isReadOnly():
                return row.field
        return next(iter(self.stops()), None)

    def fit(self, most: int) -> None:
        """Be as high as the rows, up to ``most``."""
        wanted = self._body.totalHeightForWidth(max(1, self.viewport().width())) if self._rows else 0
        self._inner.setFixedHeight(max(wanted, 0))  # by itself it would take the height of the narrowest it may be
        self.setFixedHeight(min(most, max(wanted, 0)))
        self.setVisible(bool(self._rows))

    def keep_typed(self) -> None:
        """Remember what is written and not stored, also for when the plan is shown again."""
        for row in self.fields():
            place = (self._place, key_of(row.finding))
            typed = row.unstored
            if typed is None:
                self._typed.pop(place, None)
            else:
                self._typed[place] = typed

    def _rebuild(self, wanted: Mapping[RowKey, Said]) -> None:
        stops = self.stops()
        focused = QApplication.focusWidget()
        stood = stops.index(focused) if focused in stops else -1
        for title in self._titles:
            self._body.removeWidget(title)
            title.deleteLater()
        self._titles = []
        before, self._rows = self._rows, {}
        for row in before.values():
            self._body.removeWidget(row)
        group = ""
        for key, (finding, words, point) in wanted.items():
            if key[0] != group:
                group = key[0]
                self._add_title(group)
            row = before.pop(key, None) or self._new_row(finding, words, asks=point is not None)
            self._rows[key] = row
            self._body.addWidget(row)
        for row in before.values():
            row.hide()
            row.deleteLater()
        self._order_tabs()
        left = self.stops()
        if stood >= 0 and focused not in left and self.isVisible():
            (left[min(stood, len(left) - 1)] if left else self.parentWidget()).setFocus()

    def _new_row(self, finding: Finding, words: str, *, asks: bool) -> FindingRow:
        row = FindingRow(finding, words, asks=asks)
        row.opened.connect(self.chosen)
        row.written.connect(self.answered)
        row.entered.connect(self._entered)
        row.walked.connect(self._walk)
        for part in row.parts():
            part.installEventFilter(self)
        return row

    def _add_title(self, group: str) -> None:
        title = widgets.label(self._group_words(group), theme.SMALL, "text-2")
        title.setContentsMargins(theme.SPACE, theme.SPACE if self._titles else 0, 0, 2)
        self._titles.append(title)
        self._body.addWidget(title)

    def _order_tabs(self) -> None:
        for first, second in pairwise(self.stops()):
            QWidget.setTabOrder(first, second)

    def _group_words(self, group: str) -> str:
        return {
            "blocking": self.tr("To be put right before submitting"),
            "points": self.tr("To be explained in a sentence; the reviewer reads it"),
            "errors": self.tr("Errors that block closing the year, not submitting"),
            "hints": self.tr("Hints"),
        }[group]

    def _walk(self, part: QWidget, down: bool) -> None:
        """Go up or down in the column one stands in."""
        is_field = not any(row.line is part for row in self._rows.values())
        column: list[QWidget] = [
            row.field if is_field and row.field is not None else row.line for row in self._rows.values()
        ]
        place = column.index(part) + (1 if down else -1)
        if 0 <= place < len(column):
            column[place].setFocus(Qt.FocusReason.TabFocusReason)

    def _entered(self, row: FindingRow) -> None:
        """After a stored sentence go on to the next one that is asked for."""
        if row.unstored is not None:
            return  # it was refused
        rows = self.fields()
        place = rows.index(row) if row in rows else -1
        for each in (*rows[place + 1 :], *rows[: max(place, 0)]):
            if each.field is not None and not each.field.text().strip() and not each.field.isReadOnly():
                each.field.setFocus(Qt.FocusReason.TabFocusReason)
                return

    # Qt's own names from here on.

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QWidget):
            self.ensureWidgetVisible(watched, 0, theme.SPACE)
        return False
