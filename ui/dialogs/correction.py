"""整改: what is to be put right, by whom, until when."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate
from PySide6.QtWidgets import (
    QCheckBox,
    QDateEdit,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from ui import theme, widgets

#: Words, owner, day (None: no day) → a sentence to show, "" when it was stored.
Take = Callable[[str, str, date | None], str]


class CorrectionDialog(QDialog):
    """Three fields, two buttons. Open it with ``open()``."""

    def __init__(self, parent: QWidget, about: str, owner: str, today: date, take: Take) -> None:
        super().__init__(parent)
        self._take = take
        title = self.tr("Corrective action")
        self.setWindowTitle(title)
        self.setMinimumWidth(480)
        self.words, self.owner = QPlainTextEdit(), QLineEdit(owner)
        self.words.setFixedHeight(72)
        self.words.setTabChangesFocus(True)
        self.limited = QCheckBox(self.tr("Until"))
        self.limited.setChecked(True)
        self.day = QDateEdit(QDate(today.year, today.month, today.day).addDays(14))
        self.day.setCalendarPopup(True)
        self.day.setDisplayFormat("yyyy-MM-dd")
        self.day.setAccessibleName(self.tr("Until"))
        self.limited.toggled.connect(self.day.setEnabled)
        self._error = widgets.label(size=theme.SMALL, tone="red")
        self._error.setWordWrap(True)
        self.act, cancel = widgets.primary(self.tr("Ask for it")), widgets.secondary(self.tr("Cancel"))
        self.act.clicked.connect(self._try)
        cancel.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(theme.HALF)
        column.addWidget(widgets.label(title, bold=True))
        column.addWidget(widgets.ElidedLabel(about, theme.SMALL, "text-2"))
        column.addSpacing(theme.SPACE)
        self._field(column, self.tr("What is to be put right"), self.words)
        column.addSpacing(theme.SPACE)
        self._field(column, self.tr("By whom (a role)"), self.owner)
        column.addSpacing(theme.SPACE)
        row = QHBoxLayout()
        row.addWidget(self.limited)
        row.addWidget(self.day, 1)
        column.addLayout(row)
        column.addWidget(self._error)
        column.addSpacing(theme.PANEL_PADDING)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.SPACE)
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.act)
        column.addLayout(buttons)
        self.words.setFocus()

    def _field(self, column: QVBoxLayout, words: str, field: QWidget) -> None:
        title = widgets.label(words, theme.SMALL, "text-2")
        title.setBuddy(field)
        field.setAccessibleName(words)
        column.addWidget(title)
        column.addWidget(field)

    def _try(self) -> None:
        chosen = self.day.date()
        day = date(chosen.year(), chosen.month(), chosen.day()) if self.limited.isChecked() else None
        sentence = self._take(self.words.toPlainText(), self.owner.text(), day)
        self._error.setText(sentence)
        if not sentence:
            self.accept()
