"""A short question: one field of words that must not be empty, perhaps with a list of what it is about."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui import theme, widgets

_SHOWN = 12


class ReasonDialog(QDialog):
    """Title, what it is about, a field, two buttons. ``take`` answers with a sentence to show, "" to close."""

    taken = Signal(str)

    def __init__(
        self, parent: QWidget, title: str, act: str, placeholder: str, take: Callable[[str], str],
        lines: Sequence[str] = (), *, needed: bool = True,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._take, self._needed = take, needed
        self.setWindowTitle(title)
        self.setMinimumWidth(480)
        self.field = QLineEdit()
        self.field.setPlaceholderText(placeholder)
        self.field.setAccessibleName(placeholder)
        self._error = widgets.label(size=theme.SMALL, tone="red")
        self._error.setWordWrap(True)
        self.act, self.cancel = widgets.primary(act), widgets.secondary(self.tr("Cancel"))
        self.act.setDefault(True)
        self.act.clicked.connect(self._try)
        self.cancel.clicked.connect(self.reject)
        self.field.textChanged.connect(self._follow)
        self._lay_out(title, lines)
        self._follow()

    def _follow(self) -> None:
        self._error.clear()
        self.act.setEnabled(not self._needed or bool(self.field.text().strip()))

    def _try(self) -> None:
        sentence = self._take(self.field.text())
        self._error.setText(sentence)
        if not sentence:
            self.taken.emit(self.field.text())
            self.accept()

    def _lay_out(self, title: str, lines: Sequence[str]) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(theme.SPACE)
        column.addWidget(widgets.label(title, bold=True))
        for line in lines[:_SHOWN]:
            words = widgets.ElidedLabel(line)
            column.addWidget(words)
        if len(lines) > _SHOWN:
            more = self.tr("and %n more", "", len(lines) - _SHOWN)
            column.addWidget(widgets.label(more, tone="text-2"))
        column.addWidget(self.field)
        column.addWidget(self._error)
        column.addSpacing(theme.SPACE)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.SPACE)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.act)
        column.addLayout(buttons)
