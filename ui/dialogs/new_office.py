"""A new office: its name, and where its file shall be."""

import re
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui import theme, widgets
from ui.dialogs.files import SUFFIX, office_filter, pick_save

_FORBIDDEN = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')


class NewOfficeDialog(QDialog):
    """Two fields. The place follows the name until it was chosen by hand. Open it with ``open()``."""

    made = Signal(str, object)
    """Name of the office and path of its file."""

    def __init__(self, parent: QWidget | None = None, *, name: str = "") -> None:
        super().__init__(parent)
        self._chosen: Path | None = None
        self.setWindowTitle(self.tr("New office"))
        self.setMinimumWidth(520)
        self.name, self.place = QLineEdit(name), QLineEdit()
        self.place.setReadOnly(True)
        self._reason = widgets.label(size=theme.SMALL, tone="red")
        self._create = widgets.primary(self.tr("Create"))
        self._create.setDefault(True)
        cancel, change = widgets.secondary(self.tr("Cancel")), widgets.secondary(self.tr("Change…"))
        change.clicked.connect(self._choose)
        cancel.clicked.connect(self.reject)
        self._create.clicked.connect(self._make)
        self.name.textChanged.connect(self._follow)
        self.name.returnPressed.connect(self._make)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(theme.HALF)
        column.addWidget(widgets.label(self.tr("New office"), bold=True))
        column.addSpacing(12)
        self._field(column, self.tr("Name of the office"), self.name)
        self.name.setPlaceholderText(self.tr("As it stands on official sheets"))
        column.addSpacing(8)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.place, 1)
        row.addWidget(change)
        self._field(column, self.tr("File"), self.place, row)
        column.addWidget(self._reason)
        column.addSpacing(16)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self._create)
        column.addLayout(buttons)
        self._follow()

    def path(self) -> Path:
        """Where the file shall be."""
        return self._chosen or proposed_path(self.name.text())

    def _field(self, column: QVBoxLayout, words: str, field: QLineEdit, row: QHBoxLayout | None = None) -> None:
        title = widgets.label(words, theme.SMALL, "text-2")
        title.setBuddy(field)
        field.setAccessibleName(words)
        column.addWidget(title)
        if row is None:
            column.addWidget(field)
        else:
            column.addLayout(row)

    def _follow(self) -> None:
        path = self.path()
        self.place.setText(str(path))
        taken = path.exists()
        self._reason.setText(self.tr("There is a file of this name already; choose another place") if taken else "")
        self._create.setEnabled(bool(self.name.text().strip()) and not taken)

    def _choose(self) -> None:
        pick_save(self, self.tr("Where to keep the file"), office_filter(), self.path(), self._take)

    def _take(self, path: Path) -> None:
        self._chosen = path
        self._follow()

    def _make(self) -> None:
        if self._create.isEnabled():
            self.made.emit(self.name.text().strip(), self.path())
            self.accept()


def proposed_path(name: str) -> Path:
    """A place for the file of an office: its name in the folder of documents."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    stem = _FORBIDDEN.sub(" ", name).strip(" .") or "office"
    return Path(folder or Path.home()) / f"{stem}{SUFFIX}"
