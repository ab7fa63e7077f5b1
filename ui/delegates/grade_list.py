"""What lies under the grade editor: the three grades with keys, bands and criteria, and the sentence that explains."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from perftrack.domain.grades import BANDS
from perftrack.domain.terms import Grade
from ui import theme
from ui.delegates import painting

GRADES = (Grade.MET, Grade.PARTLY, Grade.UNMET)
_LINE, _CRITERIA_LINE, _EDGE = 28, 17, 4
_NARROW, _WIDE, _INSET = 216, 380, 29
_SENTENCE = 28


class GradeList(QWidget):
    """Lies beside its cell. A press gives the focus to its proxy; the line for the sentence takes it itself."""

    picked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chosen: Grade | None = None
        self._criteria: tuple[str, ...] = ("", "", "")
        self._cell = QRect()
        self._lines: list[tuple[str, ...]] = [(), (), ()]
        self.sentence = QLineEdit(self)
        self.sentence.setPlaceholderText(self.tr("Why this grade, in one sentence"))
        self.sentence.setAccessibleName(self.tr("Why this grade, in one sentence"))
        self.sentence.hide()
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.set_criteria(self._criteria)
        self.hide()

    def set_criteria(self, criteria: tuple[str, ...]) -> None:
        """Show these criteria beside the grades; empty ones take no room."""
        self._criteria = criteria
        room = _WIDE - _INSET - 12
        self._lines = [
            tuple(painting.two_lines(" ".join(words.split()), theme.SMALL, False, room)) if words.strip() else ()
            for words in criteria
        ]
        self._fit()

    def show_choice(self, grade: Grade | None, with_sentence: bool) -> None:
        """Mark the grade chosen; offer the line for the sentence or not."""
        self._chosen = grade
        if with_sentence != self.sentence.isVisibleTo(self):
            self.sentence.setVisible(with_sentence)
            self._fit()
        self.update()

    def lie_by(self, cell: QRect) -> None:
        """Lie under the cell, above it where there is no room, else at its left."""
        self._cell = QRect(cell)
        parent = self.parentWidget()
        x, y = max(0, cell.right() + 1 - self.width()), cell.bottom() + 2
        if parent is not None and y + self.height() > parent.height():
            y = cell.y() - self.height() - 1
            if y < 0:
                x, y = max(0, cell.x() - self.width() - 2), max(0, parent.height() - self.height())
        self.move(x, y)

    def _fit(self) -> None:
        wide = any(self._lines) or self.sentence.isVisibleTo(self)
        height = sum(self._height(place) for place in range(3)) + 2 * _EDGE
        if self.sentence.isVisibleTo(self):
            self.sentence.setGeometry(9, height, _WIDE - 18, _SENTENCE)
            height += _SENTENCE + 8
        self.setFixedSize(_WIDE if wide else _NARROW, height)
        if self._cell.isValid():
            self.lie_by(self._cell)

    def _height(self, place: int) -> int:
        lines = len(self._lines[place])
        return _LINE + (lines * _CRITERIA_LINE + 4 if lines else 0)

    def _places(self) -> list[QRect]:
        found, top = [], _EDGE
        for place in range(3):
            found.append(QRect(1, top, self.width() - 2, self._height(place)))
            top += self._height(place)
        return found

    # Qt's own names from here on.

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for place, line in enumerate(self._places()):
            if line.contains(event.position().toPoint()):
                self.picked.emit(place)
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painting.rounded(painter, self.rect().toRectF(), theme.RADIUS_SMALL, "raised", "rule-strong")
            for place, (grade, box) in enumerate(zip(GRADES, self._places(), strict=True)):
                chosen = grade is self._chosen
                if chosen:
                    painter.fillRect(box, theme.color("selected"))
                inner = QRect(box.x() + 9, box.y(), box.width() - 18, _LINE)
                painting.text(painter, inner, str(place + 1), "text-3", theme.SMALL)
                painting.text(painter, inner.adjusted(20, 0, 0, 0), grade.value, bold=chosen)
                low, high = BANDS[grade]
                band = f"[{low}%, {high}%{']' if grade is Grade.MET else ')'}"
                painting.text(painter, inner, band, "text-3", theme.SMALL, alignment=painting.RIGHT)
                if place == 0 and self.sentence.isVisibleTo(self):
                    under = self.sentence.geometry()
                    painting.rule(painter, under.x(), under.bottom() + 1, under.width(), "border")
                for number, words in enumerate(self._lines[place]):
                    top = box.y() + _LINE - 3 + number * _CRITERIA_LINE
                    line = QRect(_INSET + 1, top, self.width() - _INSET - 12, _CRITERIA_LINE)
                    painting.text(painter, line, words, "text-2", theme.SMALL)
