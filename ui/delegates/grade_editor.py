"""The grade editor: 达成, 部分达成 or 未达成 by one key, and the share inside its band."""

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from perftrack.domain.grades import BANDS
from perftrack.domain.terms import Grade
from ui import theme
from ui.delegates import painting

GRADES = (Grade.MET, Grade.PARTLY, Grade.UNMET)
_KEYS = {"1": 0, "2": 1, "3": 2, "d": 0, "b": 1, "w": 2, "达": 0, "部": 1, "未": 2}
_LINE = 28
_WIDTH = 216
_SHARE = 34


class GradeEditor(QWidget):
    """The cell itself shows what is chosen and holds the share; the list below explains the keys and the bands."""

    chosen = Signal()
    """The grade or the share is another; nothing is stored yet."""
    finished = Signal(str)
    """Done: ``down``, ``right``, ``left`` or ``stay`` say where to go; ``cancel`` leaves everything as it was."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grade: Grade | None = None
        self._done = False
        self._list = _GradeList(self, parent)
        self._share = QLineEdit(self)
        self._share.setProperty("bare", True)
        self._share.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._share.setMaxLength(6)
        self._share.setAccessibleName(self.tr("Share in per cent"))
        self._share.textEdited.connect(self.chosen)
        self._share.installEventFilter(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        self.setAutoFillBackground(False)
        self._list.picked.connect(self._pick_and_finish)

    def grade(self) -> Grade | None:
        """The grade chosen."""
        return self._grade

    def share_text(self) -> str:
        """The share as typed, empty for the one the rule pack gives."""
        return self._share.text().strip()

    def set_value(self, text: str) -> None:
        """Begin with ``部分达成 75%`` or nothing."""
        word, _, share = text.partition(" ")
        self._grade = next((grade for grade in GRADES if grade.value == word), None)
        self._share.setText(share.removesuffix("%") if self._grade else "")
        self._renew()

    def choose(self, place: int) -> None:
        """Choose a grade; a share outside its band goes away."""
        grade = GRADES[place]
        if grade is not self._grade:
            self._share.clear()
        self._grade = grade
        self._renew()
        self.chosen.emit()

    def _pick_and_finish(self, place: int) -> None:
        self.choose(place)
        self._finish("stay")

    def _finish(self, where: str) -> None:
        """Say so once: closing takes the focus away, which is not another end."""
        if not self._done:
            self._done = True
            self.finished.emit(where)

    def _renew(self) -> None:
        self._share.setEnabled(self._grade is not None)
        word = self._grade.value if self._grade else self.tr("no grade yet")
        self.setAccessibleName(self.tr("Grade: %1").replace("%1", word))
        self._share.setPlaceholderText("")
        self.update()
        self._list.update()

    def _key(self, event: QKeyEvent, in_share: bool) -> bool:
        key, shifted = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._finish("down")
        elif key == Qt.Key.Key_Escape:
            self._finish("cancel")
        elif key == Qt.Key.Key_Tab and not in_share and self._grade is not None:
            self._share.setFocus(Qt.FocusReason.TabFocusReason)
            self._share.selectAll()
        elif key == Qt.Key.Key_Tab:
            self._finish("right")
        elif key == Qt.Key.Key_Backtab or (key == Qt.Key.Key_Tab and shifted):
            if in_share:
                self.setFocus(Qt.FocusReason.BacktabFocusReason)
            else:
                self._finish("left")
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            place = GRADES.index(self._grade) if self._grade else (-1 if key == Qt.Key.Key_Down else 3)
            self.choose((place + (1 if key == Qt.Key.Key_Down else -1)) % 3)
        elif not in_share and event.text().lower() in _KEYS:
            self.choose(_KEYS[event.text().lower()])
        else:
            return False
        return True

    # Qt's own names from here on.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._key(event, in_share=False):
            event.ignore()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        first = event.commitString()[:1]
        if first in _KEYS:
            self.choose(_KEYS[first])
        event.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._share:
            if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
                return self._key(event, in_share=True)
            if event.type() == QEvent.Type.FocusOut and isinstance(event, QFocusEvent):
                self._left(event)
        return False

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._left(event)
        super().focusOutEvent(event)

    def event(self, event: QEvent) -> bool:
        # Tab must reach the key handler before Qt moves the focus.
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._key(event, in_share=False):
            return True
        return super().event(event)

    def _left(self, event: QFocusEvent) -> None:
        quiet = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
        if event.reason() in quiet or self.hasFocus() or self._share.hasFocus():
            return
        self._finish("stay")

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), theme.color("raised"))
            inner = self.rect().adjusted(theme.CELL_PADDING, 0, -theme.CELL_PADDING, 0)
            if self._grade is None:
                painting.text(painter, inner, self.tr("1 2 3"), "text-3", alignment=painting.RIGHT)
            else:
                painting.text(painter, inner, self._grade.value)
                painting.text(painter, inner, "%", "text-3", alignment=painting.RIGHT)
                line = self._share.geometry()
                painting.rule(painter, line.x(), line.bottom() - 8, line.width(), "border")
            painting.focus_frame(painter, self.rect())

    def resizeEvent(self, event: object) -> None:
        end = self.width() - theme.CELL_PADDING - 15
        self._share.setGeometry(end - _SHARE, 2, _SHARE, self.height() - 4)

    def moveEvent(self, event: object) -> None:
        self._list.lie_below(self.geometry())

    def showEvent(self, event: object) -> None:
        self._list.lie_below(self.geometry())
        self._list.show()
        self._list.raise_()

    def hideEvent(self, event: object) -> None:
        self._list.hide()
        self._list.deleteLater()


class _GradeList(QWidget):
    """The three grades with their keys and bands. Never takes the focus."""

    picked = Signal(int)

    def __init__(self, editor: GradeEditor, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._editor = editor
        self.setFixedSize(_WIDTH, 3 * _LINE + 8)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def lie_below(self, cell: QRect) -> None:
        """Lie under the cell, or above it where there is no room."""
        parent = self.parentWidget()
        x = max(0, cell.right() + 1 - self.width())
        y = cell.bottom() + 2
        if parent is not None and y + self.height() > parent.height():
            y = max(0, cell.y() - self.height() - 1)
        self.move(x, y)

    # Qt's own names from here on.

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = (round(event.position().y()) - 4) // _LINE
        if 0 <= place < 3:
            self.picked.emit(place)
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painting.rounded(painter, self.rect().toRectF(), theme.RADIUS_SMALL, "raised", "rule-strong")
            for place, grade in enumerate(GRADES):
                line = QRect(1, 4 + place * _LINE, self.width() - 2, _LINE)
                chosen = grade is self._editor.grade()
                if chosen:
                    painter.fillRect(line, theme.color("selected"))
                inner = line.adjusted(9, 0, -9, 0)
                painting.text(painter, inner, str(place + 1), "text-3", theme.SMALL)
                painting.text(painter, inner.adjusted(20, 0, 0, 0), grade.value, bold=chosen)
                low, high = BANDS[grade]
                end = "]" if grade is Grade.MET else ")"
                band = f"[{low}%, {high}%{end}"
                painting.text(painter, inner, band, "text-3", theme.SMALL, alignment=painting.RIGHT)
