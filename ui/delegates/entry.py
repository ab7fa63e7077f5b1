"""The delegate of the entry page's grids: paints as every table does and makes the editors.

A text is handed to the model once, when typing ends; while it lasts :attr:`EntryDelegate.typed` says how it stands.
"""

from collections.abc import Callable

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QPlainTextEdit, QStyleOptionViewItem, QWidget

from perftrack.domain.terms import Grade
from ui.delegates.editors import NumberEditor, ProseEditor
from ui.delegates.grade_editor import GradeEditor
from ui.delegates.table import TableDelegate

Index = QModelIndex | QPersistentModelIndex

_STAYING = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason, Qt.FocusReason.MenuBarFocusReason)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_NEW_LINE = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier


class EntryDelegate(TableDelegate):
    """Editors by what the cell asks for: line, amount, prose, grade."""

    typed = Signal(QModelIndex, object)
    """What stands in the editor now (a text, or what ``pick`` makes); nothing is stored."""
    ended = Signal()
    """The editor is gone, stored or not."""
    moved = Signal(str)
    """Typing ended by a key: go ``down``, ``up``, ``right`` or ``left``."""

    def __init__(
        self, view: QAbstractItemView, cell_role: int, pick: Callable[[Grade | None, str, str], object]
    ) -> None:
        """``cell_role`` gives what a cell asks for, ``pick`` makes the model's value of grade, share and sentence."""
        super().__init__(view, rows=False)
        self._cell_role, self._pick = cell_role, pick
        self._filled: QWidget | None = None
        self.closeEditor.connect(lambda: self.ended.emit())

    def finish(self, editor: QWidget, where: str = "") -> None:
        """Hand over what stands in ``editor``, close it and go on; a lost focus does not end it twice."""
        if editor.property("finished"):
            return
        editor.setProperty("finished", True)
        if where == "cancel":
            self.closeEditor.emit(editor, self.EndEditHint.RevertModelCache)
            return
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, self.EndEditHint.NoHint)
        if where in ("down", "up", "right", "left"):
            self.moved.emit(where)

    def _value(self, editor: QWidget) -> object:
        if isinstance(editor, GradeEditor):
            return self._pick(editor.grade(), editor.share_text(), editor.sentence())
        if isinstance(editor, QPlainTextEdit):
            return editor.toPlainText()
        assert isinstance(editor, QLineEdit)
        return editor.text()

    def _tell_prose(self, place: QModelIndex, editor: ProseEditor) -> None:
        if editor is self._filled and editor.document().isUndoAvailable():  # typed, not filled in by us
            self.typed.emit(place, editor.toPlainText())

    # Qt's own names from here on.

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget | None:
        cell = index.data(self._cell_role)
        place = QModelIndex(index)
        editor: QWidget
        if cell.editor == "grade":
            grades = GradeEditor(parent)
            grades.set_criteria(cell.criteria, cell.note)
            grades.finished.connect(lambda where: self.finish(grades, where))
            grades.chosen.connect(lambda: self.typed.emit(place, self._value(grades)))
            editor = grades
        elif cell.editor == "prose":
            prose = ProseEditor(parent)
            prose.textChanged.connect(lambda: self._tell_prose(place, prose))
            editor = prose
        else:
            line = NumberEditor(cell.unit, parent)
            line.textEdited.connect(lambda text: self.typed.emit(place, text))
            editor = line
        editor.setAccessibleName(index.data(Qt.ItemDataRole.AccessibleTextRole) or "")
        self._filled = None
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if editor is self._filled:
            return  # a refresh of the cell must not take away what is being typed
        self._filled = editor
        text = index.data(Qt.ItemDataRole.EditRole) or ""
        if isinstance(editor, GradeEditor):
            editor.set_value(text)
        elif isinstance(editor, QPlainTextEdit):
            editor.setPlainText(text)
            editor.selectAll()
        elif isinstance(editor, QLineEdit):
            editor.setText(text)
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        model.setData(QModelIndex(index), self._value(editor), Qt.ItemDataRole.EditRole)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        rect = option.rect  # type: ignore[attr-defined]
        if isinstance(editor, ProseEditor):
            editor.lie_in(rect)
        else:
            editor.setGeometry(rect)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(watched, GradeEditor):
            return False  # it knows its keys itself
        kind = event.type()
        if kind == QEvent.Type.FocusOut and isinstance(event, QFocusEvent) and event.reason() in _STAYING:
            return False  # looking something up in another window ends nothing
        if kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and isinstance(watched, QWidget):
            where = self._way(watched, event)
            if where:
                self.finish(watched, where)
                return True
        return super().eventFilter(watched, event)

    @staticmethod
    def _way(editor: QWidget, event: QKeyEvent) -> str:
        key = event.key()
        if key in _ENTER:
            return "" if isinstance(editor, QPlainTextEdit) and event.modifiers() & _NEW_LINE else "down"
        if key == Qt.Key.Key_Tab:
            return "right"
        if key == Qt.Key.Key_Backtab:
            return "left"
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and isinstance(editor, NumberEditor):
            return "down" if key == Qt.Key.Key_Down else "up"
        return "cancel" if key == Qt.Key.Key_Escape else ""
