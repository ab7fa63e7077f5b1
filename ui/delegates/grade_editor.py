"""The grade editor: 达成, 部分达成 or 未达成 by one key, the share inside its band, and the sentence that explains.

Where the indicator has written criteria they stand beside their grades. A grade below 达成 that has criteria, and a
moved share, ask for a sentence: the first Enter leads to its line, the second ends. Whether an empty one is accepted
is not decided here.
"""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from perftrack.domain.terms import Grade
from ui import theme
from ui.delegates import painting
from ui.delegates.grade_list import GRADES, GradeList

_KEYS = {"1": 0, "2": 1, "3": 2, "d": 0, "b": 1, "w": 2, "达": 0, "部": 1, "未": 2}
#: Between what is picked and the sentence, in the text of a cell: 部分达成 75%：two of them late.
SENTENCE_SIGN = "："
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
        self._criteria: tuple[str, ...] = ("", "", "")
        self._list = GradeList(parent)
        self._list.setFocusProxy(self)  # a press on the list must not give the focus to the table behind it
        self._sentence = self._list.sentence
        self._share = QLineEdit(self)
        self._share.setProperty("bare", True)
        self._share.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._share.setMaxLength(6)
        self._share.setAccessibleName(self.tr("Share in per cent"))
        self._share.textEdited.connect(self._edited)
        self._sentence.textEdited.connect(self._edited)
        for field in (self._share, self._sentence):
            field.installEventFilter(self)
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

    def sentence(self) -> str:
        """The sentence as typed."""
        return self._sentence.text().strip()

    def set_criteria(self, criteria: tuple[str, ...], sentence: str) -> None:
        """Show what each grade means, in the order 达成 部分达成 未达成, and the sentence given before."""
        self._criteria = criteria or ("", "", "")
        self._list.set_criteria(self._criteria)
        self._sentence.setText(sentence)

    def set_value(self, text: str) -> None:
        """Begin with ``部分达成 75%`` or nothing; a sentence may follow after a colon."""
        picked, sign, sentence = text.partition(SENTENCE_SIGN)
        if sign:
            self._sentence.setText(sentence)
        word, _, share = picked.partition(" ")
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
        if self._lacks_sentence():
            self._sentence.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._finish("stay")

    def _asks_sentence(self) -> bool:
        if self._grade is None:
            return False
        return bool(self._share.text().strip()) or (self._grade is not Grade.MET and any(self._criteria))

    def _lacks_sentence(self) -> bool:
        return self._asks_sentence() and not self.sentence()

    def _edited(self) -> None:
        self._renew()
        self.chosen.emit()

    def _finish(self, where: str) -> None:
        """Say so once: closing takes the focus away, which is not another end."""
        if not self._done:
            self._done = True
            self.finished.emit(where)

    def _renew(self) -> None:
        self._share.setEnabled(self._grade is not None)
        word = self._grade.value if self._grade else self.tr("no grade yet")
        self.setAccessibleName(self.tr("Grade: %1").replace("%1", word))
        criteria = self._criteria[GRADES.index(self._grade)] if self._grade else ""
        self.setAccessibleDescription(criteria)
        self._share.setPlaceholderText("")
        self._list.show_choice(self._grade, self._asks_sentence())
        self.update()

    def _key(self, event: QKeyEvent, field: QWidget | None) -> bool:
        """A key pressed in the cell itself (None), the share or the sentence."""
        key, shifted = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if field is not self._sentence and self._lacks_sentence():
                self._sentence.setFocus(Qt.FocusReason.OtherFocusReason)
            else:
                self._finish("down")
        elif key == Qt.Key.Key_Escape:
            self._finish("cancel")
        elif key == Qt.Key.Key_Backtab or (key == Qt.Key.Key_Tab and shifted):
            self._walk(field, -1)
        elif key == Qt.Key.Key_Tab:
            self._walk(field, 1)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            place = GRADES.index(self._grade) if self._grade else (-1 if key == Qt.Key.Key_Down else 3)
            self.choose((place + (1 if key == Qt.Key.Key_Down else -1)) % 3)
        elif field is None and event.text().lower() in _KEYS:
            self.choose(_KEYS[event.text().lower()])
        else:
            return False
        return True

    def _walk(self, field: QWidget | None, step: int) -> None:
        """From cell to share to sentence and out of the editor, or back."""
        stops: list[QWidget] = [self, *([self._share] if self._grade is not None else [])]
        stops += [self._sentence] if self._asks_sentence() else []
        place = stops.index(field or self) + step
        if not 0 <= place < len(stops):
            self._finish("right" if step > 0 else "left")
            return
        reason = Qt.FocusReason.TabFocusReason if step > 0 else Qt.FocusReason.BacktabFocusReason
        stops[place].setFocus(reason)
        if stops[place] is self._share:
            self._share.selectAll()

    # Qt's own names from here on.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._key(event, None):
            event.ignore()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        first = event.commitString()[:1]
        if first in _KEYS:
            self.choose(_KEYS[first])
        event.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._share or watched is self._sentence:
            if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
                return self._key(event, watched)  # type: ignore[arg-type]
            if event.type() == QEvent.Type.FocusOut and isinstance(event, QFocusEvent):
                self._left(event)
        return False

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._left(event)
        super().focusOutEvent(event)

    def event(self, event: QEvent) -> bool:
        # Tab must reach the key handler before Qt moves the focus.
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._key(event, None):
            return True
        return super().event(event)

    def _left(self, event: QFocusEvent) -> None:
        quiet = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
        if event.reason() in quiet or any(part.hasFocus() for part in (self, self._share, self._sentence)):
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
        self._list.lie_by(self.geometry())

    def showEvent(self, event: object) -> None:
        self._list.lie_by(self.geometry())
        self._list.show()
        self._list.raise_()

    def hideEvent(self, event: object) -> None:
        self._list.hide()
        self._list.deleteLater()
