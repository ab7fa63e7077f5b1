"""说明: what the check pointed out, and the sentence the lead gave for it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui import theme, widgets

_FINDING = 224


class AnswerList(QWidget):
    """A titled list: the finding left, the sentence right; hidden while there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = widgets.SectionTitle("", ruled=True)
        self._body = QVBoxLayout()
        self._body.setSpacing(0)
        self._shown: tuple[tuple[str, str], ...] = ()
        self._rows: list[QWidget] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.PAGE_PADDING, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._title)
        column.addLayout(self._body)
        self.hide()

    def show_answers(self, answers: Sequence[tuple[str, str]]) -> None:
        """Show (finding, sentence) pairs."""
        self.setVisible(bool(answers))
        if tuple(answers) == self._shown:
            return
        self._shown = tuple(answers)
        for row in self._rows:
            self._body.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [self._row(finding, sentence) for finding, sentence in answers]
        for row in self._rows:
            self._body.addWidget(row)

    def answers(self) -> tuple[tuple[str, str], ...]:
        """What is shown."""
        return self._shown

    def set_words(self, title: str) -> None:
        """The title."""
        self._title.set_text(title)
        self.setAccessibleName(title)

    @staticmethod
    def _row(finding: str, sentence: str) -> QWidget:
        result = QWidget()
        row = QHBoxLayout(result)
        row.setContentsMargins(0, 6, 0, 6)
        row.setSpacing(theme.SPACE)
        left = widgets.label(finding, theme.SMALL, "text-2")
        left.setFixedWidth(_FINDING)
        right = widgets.label(sentence)
        for part in (left, right):
            part.setWordWrap(True)
            part.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row.addWidget(left, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(right, 1, Qt.AlignmentFlag.AlignTop)
        return result
