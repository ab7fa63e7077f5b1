"""What the check found, above the bar: what blocks first, then the warnings, each with a field for its sentence.

Everything is reached by Tab, Up and Down; Enter on a line leads to its cell, Enter in a field stores the sentence.
"""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from perftrack.domain.findings import Finding
from perftrack.services.checking import Check, Point, key_of
from perftrack.services.messages import Speaker
from ui import theme, widgets
from ui.pages.entry_parts.finding_list import FindingList, RowKey, Said
from ui.pages.entry_parts.finding_rows import FindingRow

#: What the list takes of the page at most, and always if it has so much to show.
_MOST, _LEAST = 0.42, 120


class FindingsPanel(widgets.Entrance):
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
        self.setFocusProxy(self._close)
        self.list = FindingList(self)
        self.list.chosen.connect(self.chosen)
        self.list.answered.connect(self.answered)
        self._lay_out()
        self.hide()

    # What is shown.

    def show_check(self, place: object, check: Check, speaker: Speaker, *, editable: bool) -> None:
        """Show the findings of ``place`` (plan and quarter); ``editable``: sentences may be written.

        Rows that are still asked for stay, with the focus and with what is being written in them.
        """
        self._note.setText(self._counts(check))
        wanted: dict[RowKey, Said] = {}
        for group, entries in self._groups(check):
            for finding, point in entries:
                words = speaker.finding(finding)
                wanted[group, finding.code, key_of(finding)[1], words] = (finding, words, point)
        self.list.show_rows(place, wanted, self.tr("How it comes about; Enter stores it"), editable=editable)
        last = next(reversed(self.list.stops()), None)
        if last is not None:
            QWidget.setTabOrder(last, self._close)
        self.fit()

    def show_refusal(self, finding: Finding, sentence: str) -> None:
        """Say at the field why a sentence was not taken."""
        for row in self.list.rows():
            if row.field is not None and key_of(row.finding) == key_of(finding):
                row.show_refusal(sentence)
        self.fit()

    def open_panel(self) -> None:
        """Show the panel with the focus on the first thing that stands in the way."""
        self.show()
        self.fit()
        self.entrance().setFocus(Qt.FocusReason.OtherFocusReason)

    def entrance(self) -> QWidget:
        """Where the focus goes in: the first thing that stands in the way."""
        return self.list.first() or self._close

    def close_panel(self) -> None:
        """Hide it; what is being written is handed over before."""
        self.commit()
        self.hide()
        self.closed.emit()

    def commit(self) -> None:
        """Hand over what is being written."""
        for row in self.list.rows():
            row.finish()

    def fields(self) -> list[FindingRow]:
        """The rows that ask for a sentence."""
        return self.list.fields()

    def rows(self) -> list[FindingRow]:
        """All rows in order."""
        return self.list.rows()

    def counts(self) -> str:
        """The counts as they are read."""
        return self._note.text()

    def fit(self) -> None:
        """Be as high as the rows, up to a part of the page."""
        page = self.parentWidget()
        self.list.fit(max(_LEAST, round(_MOST * page.height())) if page is not None else _LEAST)

    def retranslate(self) -> None:
        """Words in the language of now."""
        self._title.setText(self.tr("Check"))
        self.setAccessibleName(self.tr("Findings"))
        self._close.setAccessibleName(self.tr("Close"))
        self._close.setToolTip(self.tr("Close"))
        self.list.forget()

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
        column.addWidget(self.list)

    # Qt's own names from here on.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_panel()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()
