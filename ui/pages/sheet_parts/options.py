"""How sheets are written: format, cut-off, files and their names, folder, copy for publication."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFileDialog, QGridLayout, QLineEdit, QWidget

from perftrack.domain.periods import months_label
from perftrack.services.exporting.making import FORMATS
from perftrack.services.exporting.naming import DEFAULT_PATTERN, PLACES
from ui import theme, widgets
from ui.settings import Settings
from ui.widgets.chooser import Chooser

_LABELS = 56
_MONTHS = range(1, 13)


class ExportOptions(QWidget):
    """A line each; knows no file and no plan."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder = Path()
        self._month: int | None = None
        self._labels = [widgets.label("", theme.SMALL, "text-2") for _ in range(5)]
        self.format = widgets.Segments(FORMATS, height=theme.CONTROL_SMALL)
        self.month = widgets.Button(height=theme.CONTROL_SMALL, trailing="down")
        self._months = Chooser(self)
        self.form = widgets.Segments(["", ""], height=theme.CONTROL_SMALL)
        self.names = QLineEdit()
        self.names.setFixedHeight(theme.CONTROL_SMALL)
        self._where = widgets.ElidedLabel()
        self.change = widgets.link("", size=theme.SMALL)
        self.publication = QCheckBox()
        self._lay_out()
        self.format.chosen.connect(self.changed)
        self.form.chosen.connect(self.changed)
        self.publication.toggled.connect(self.changed)
        self.names.editingFinished.connect(self.changed)
        self.change.clicked.connect(self.ask_folder)
        self.month.clicked.connect(self._offer_months)
        self._months.chosen.connect(self._take_month)

    def folder(self) -> Path:
        """Give the folder the files go to."""
        return self._folder

    def set_folder(self, folder: Path) -> None:
        """Show another folder."""
        self._folder = folder
        self._where.set_text(folder.name or str(folder))
        self._where.setToolTip(str(folder))
        self.change.setAccessibleDescription(str(folder))

    def chosen_format(self) -> str:
        """Give the format: xlsx, docx or pdf."""
        return FORMATS[self.format.current()]

    def chosen_month(self) -> int | None:
        """Give the cut-off of monitoring sheets, None for the end of the quarter shown."""
        return self._month

    def one_book(self) -> bool:
        """Say whether everything goes into one file."""
        return self.form.current() == 1

    def pattern(self) -> str:
        """Give the pattern of the file names; the usual one where nothing was typed."""
        return self.names.text().strip() or DEFAULT_PATTERN

    def offer(self, formats: Sequence[str], *, month: bool) -> None:
        """Offer what the kinds of sheets chosen can be written as, and a month where they have one."""
        for place, each in enumerate(FORMATS):
            self.format.part(place).setEnabled(each in formats)
        if self.chosen_format() not in formats:
            self.format.set_current(FORMATS.index(formats[0]))
        self._labels[1].setVisible(month)
        self.month.setVisible(month)

    def ask_folder(self) -> QFileDialog:
        """Ask for another folder, without blocking."""
        dialog = QFileDialog(self, self.tr("Folder for the sheets"), str(self._folder))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._take_folder)
        dialog.open()
        return dialog

    def recall(self, settings: Settings) -> None:
        """Bring back how sheets were written the last time; a copy for publication is asked for each time."""
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        self.set_folder(Path(settings.text("sheets/folder", documents)))
        self.form.set_current(settings.number("sheets/one_book") % 2)
        self.format.set_current(settings.number("sheets/format") % len(FORMATS))
        self.names.setText(settings.text("sheets/names") or DEFAULT_PATTERN)

    def remember(self, settings: Settings) -> None:
        """Keep how sheets are written for the next time."""
        settings.keep("sheets/folder", str(self._folder))
        settings.keep("sheets/one_book", self.form.current())
        settings.keep("sheets/format", self.format.current())
        settings.keep("sheets/names", self.pattern())

    def retranslate(self) -> None:
        """Put own words in the language of now."""
        words = (self.tr("Format"), self.tr("Until"), self.tr("Files"), self.tr("Names"), self.tr("Folder"))
        for label, word in zip(self._labels, words, strict=True):
            label.setText(word)
        self.format.setAccessibleName(words[0])
        self.form.set_word(0, self.tr("A file each"))
        self.form.set_word(1, self.tr("One file"))
        self.form.setAccessibleName(words[2])
        self.names.setAccessibleName(self.tr("Pattern of the file names"))
        places = "  ".join(f"{{{place}}}" for place in PLACES)
        self.names.setToolTip(self.tr("Places a name may have: %1").replace("%1", places))
        self.change.setText(self.tr("Change"))
        self.change.setAccessibleName(self.tr("Change folder"))
        self.publication.setText(self.tr("Copy for publication"))
        self.publication.setToolTip(self.tr("Names no persons and masks telephone numbers and addresses"))
        self._say_month()

    def _say_month(self) -> None:
        words = self.tr("End of the quarter") if self._month is None else months_label(self._month)
        self.month.setText(words)
        self.month.setAccessibleName(self.tr("Monitored until: %1").replace("%1", words))
        self.month.updateGeometry()

    def _offer_months(self) -> None:
        names = [self.tr("End of the quarter"), *(months_label(month) for month in _MONTHS)]
        self._months.open_below(self.month, names, self._month or 0)

    def _take_month(self, place: int) -> None:
        self._month = place or None
        self._say_month()
        self.changed.emit()

    def _take_folder(self, path: str) -> None:
        self.set_folder(Path(path))
        self.changed.emit()

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(0)
        grid.setVerticalSpacing(theme.HALF)
        grid.setColumnMinimumWidth(0, _LABELS)
        grid.setColumnStretch(1, 1)
        for row, label in enumerate(self._labels):
            grid.addWidget(label, row, 0)
        grid.addWidget(self.format, 0, 1, 1, 2, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(self.month, 1, 1, 1, 2, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(self.form, 2, 1, 1, 2, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(self.names, 3, 1, 1, 2)
        grid.addWidget(self._where, 4, 1)
        grid.addWidget(self.change, 4, 2)
        grid.addWidget(self.publication, 5, 1, 1, 2)
        for row in (0, 2, 3, 4):
            grid.setRowMinimumHeight(row, theme.CONTROL_SMALL)
