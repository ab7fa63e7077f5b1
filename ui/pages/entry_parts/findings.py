"""What the check found, above the bar: what blocks first, then the warnings, each with a field for its sentence.

Everything is reached by Tab, Up and Down; Enter on a line leads to its cell, Enter in a field stores the sentence.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from perftrack.domain.findings import Finding
from perftrack.services.checking import Check, Point, key_of
from perftrack.services.messages import Speaker
from ui import theme, widgets
from ui.pages.entry_parts.finding_rows import FindingRow

#: What the list takes of the page at most, and always if it has so much to show.
_MOST, _LEAST = 0.42, 120
#: Group, code, subject id, sentence: what makes a row the same row after something changed.
_Key = tuple[str, str, str, str]


class FindingsPanel(QWidget):
    """Title, counts, rows by group, and a cross to close. Hidden until the check is asked for."""

    chosen = Signal(object)
    """A finding was opened."""
    answered = Signal(object, str)
    """A sentence was written for a finding; whoever stores it says a refusal by :meth:`show_refusal`."""
    closed = Signal()
    """Escape was pressed or the cross; the focus may go back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = widgets.label("", bold=True)
        self._note = widgets.label("", theme.SMALL, "text-2")
        self._close = widgets.icon_button("x", "", size=16)
        self._close.clicked.connect(self.close_panel)
        self._rows: dict[_Key, FindingRow] = {}
        self._typed: dict[tuple[object, tuple[str, str]], str] = {}
        self._place: object = None
        self._titles: list[QWidget] = []
        self._inner = QWidget()
        widgets.fill(self._inner, "surface")
        self._body = QVBoxLayout(self._inner)
        self._body.setContentsMargins(0, 0, theme.SPACE, 0)
        self._body.setSpacing(theme.HALF)
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self._inner)
        self._lay_out()
        self.hide()

    # What is shown.

    def show_check(self, place: object, check: Check, speaker: Speaker, *, editable: bool) -> None:
        """Show the findings of ``place`` (plan and quarter); ``editable``: sentences may be written.

        Rows that are still asked for stay, with the focus and with what is being written in them.
        """
        self._keep_typed()
        if place != self._place:
            self._clear()
            self._place = place
        self._note.setText(self._counts(check))
        wanted: dict[_Key, tuple[Finding, str, Point | None]] = {}
        for group, entries in self._groups(check):
            for finding, point in entries:
                words = speaker.finding(finding)
                wanted[group, finding.code, key_of(finding)[1], words] = (finding, words, point)
        if list(wanted) != list(self._rows):
            self._rebuild(wanted)
        for key, (_, _, point) in wanted.items():
            if point is not None:
                self._rows[key].show_sentence(point.sentence, self._hint(), editable=editable)
                typed = self._typed.get((place, point.key))
                if typed is not None and editable:
                    self._rows[key].restore(typed)
        self.fit()

    def show_refusal(self, finding: Finding, sentence: str) -> None:
        """Say at the field why a sentence was not taken."""
        for row in self._rows.values():
            if row.field is not None and key_of(row.finding) == key_of(finding):
                row.show_refusal(sentence)
        self.fit()

    def open_panel(self) -> None:
        """Show the panel with the focus on the first thing that stands in the way."""
        self.show()
        self.fit()
        target = self._first() or self._close
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_panel(self) -> None:
        """Hide it; what is being written is handed over before."""
        self.commit()
        self.hide()
        self.closed.emit()

    def commit(self) -> None:
        """Hand over what is being written."""
        for row in list(self._rows.values()):
            row.finish()

    def fields(self) -> list[FindingRow]:
        """The rows that ask for a sentence."""
        return [row for row in self._rows.values() if row.field is not None]

    def rows(self) -> list[FindingRow]:
        """All rows in order."""
        return list(self._rows.values())

    def counts(self) -> str:
        """The counts as they are read."""
        return self._note.text()

    def fit(self) -> None:
        """Be as high as the rows, up to a part of the page."""
        page = self.parentWidget()
        most = max(_LEAST, round(_MOST * page.height())) if page is not None else _LEAST
        wanted = self._body.totalHeightForWidth(max(1, self._scroll.viewport().width())) if self._rows else 0
        self._inner.setFixedHeight(max(wanted, 0))  # by itself it would take the height of the narrowest it may be
        self._scroll.setFixedHeight(min(most, max(wanted, 0)))
        self._scroll.setVisible(bool(self._rows))

    def retranslate(self) -> None:
        """Words in the language of now."""
        self._title.setText(self.tr("Check"))
        self.setAccessibleName(self.tr("Findings"))
        self._close.setAccessibleName(self.tr("Close"))
        self._close.setToolTip(self.tr("Close"))
        self._keep_typed()
        self._clear()

    def _counts(self, check: Check) -> str:
        errors, points = len(check.blocking) + len(check.other_errors), len(check.points)
        given = points - len(check.unanswered)
        warnings = self.tr("warnings %n", "", points)
        if points:
            said = self.tr("%n explained", "", given)
            warnings = self.tr("%1, %2").replace("%1", warnings).replace("%2", said)
        told = [
            words
            for count, words in (
                (errors, self.tr("errors %n", "", errors)),
                (points, warnings),
                (len(check.hints), self.tr("hints %n", "", len(check.hints))),
            )
            if count
        ]
        return "　".join(told) if told else self.tr("Nothing to point out")

    @staticmethod
    def _groups(check: Check) -> Iterator[tuple[str, Sequence[tuple[Finding, Point | None]]]]:
        yield "blocking", [(each, None) for each in check.blocking]
        yield "points", [(point.finding, point) for point in check.points]
        yield "errors", [(each, None) for each in check.other_errors]
        yield "hints", [(each, None) for each in check.hints]

    def _group_words(self, group: str) -> str:
        return {
            "blocking": self.tr("To be put right before submitting"),
            "points": self.tr("To be explained in a sentence; the reviewer reads it"),
            "errors": self.tr("Errors that block closing the year, not submitting"),
            "hints": self.tr("Hints"),
        }[group]

    def _hint(self) -> str:
        return self.tr("How it comes about; Enter stores it")

    # Rows.

    def _rebuild(self, wanted: dict[_Key, tuple[Finding, str, Point | None]]) -> None:
        stops = self._stops()
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
        left = self._stops()
        if stood >= 0 and focused not in left and self.isVisible():
            (left[min(stood, len(left) - 1)] if left else self._close).setFocus()

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
        stops = [*self._stops(), self._close]
        for first, second in pairwise(stops):
            QWidget.setTabOrder(first, second)

    def _clear(self) -> None:
        self._rebuild({})

    def _keep_typed(self) -> None:
        """Remember what is written and not stored, also for when the plan is shown again."""
        for row in self.fields():
            place = (self._place, key_of(row.finding))
            typed = row.unstored
            if typed is None:
                self._typed.pop(place, None)
            else:
                self._typed[place] = typed

    # Walking.

    def _stops(self) -> list[QWidget]:
        return [part for row in self._rows.values() for part in row.parts()]

    def _first(self) -> QWidget | None:
        for key, row in self._rows.items():
            if key[0] == "blocking":
                return row.line
            if row.field is not None and not row.field.text().strip() and not row.field.isReadOnly():
                return row.field
        return next(iter(self._stops()), None)

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

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._title)
        head.addWidget(self._note, 1)
        head.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.PAGE_PADDING, theme.HALF, theme.PAGE_PADDING - theme.SPACE, theme.SPACE)
        column.setSpacing(0)
        column.addWidget(widgets.Rule("rule-strong"))
        column.addLayout(head)
        column.addWidget(self._scroll)

    # Qt's own names from here on.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_panel()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QWidget):
            self._scroll.ensureWidgetVisible(watched, 0, theme.SPACE)
        return False
