"""Asking for a file, without stopping the program."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

SUFFIX = ".perftrack"


def office_filter() -> str:
    """The filter for office files."""
    return QCoreApplication.translate("Files", "Office file") + f" (*{SUFFIX})"


def package_filter() -> str:
    """The filter for packages."""
    return QCoreApplication.translate("Files", "perftrack package") + " (*.json)"


def pick_open(parent: QWidget, title: str, name_filter: str, done: Callable[[Path], object]) -> QFileDialog:
    """Ask for a file that is there; ``done`` gets it."""
    dialog = QFileDialog(parent, title)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    return _ask(dialog, name_filter, done)


def pick_several(parent: QWidget, title: str, done: Callable[[list[Path]], object]) -> QFileDialog:
    """Ask for any files that are there; ``done`` gets them."""
    dialog = QFileDialog(parent, title)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.filesSelected.connect(lambda names: done([Path(name) for name in names]))
    dialog.open()
    return dialog


def pick_save(
    parent: QWidget, title: str, name_filter: str, proposal: Path, done: Callable[[Path], object]
) -> QFileDialog:
    """Ask where a new file shall be; ``done`` gets it."""
    dialog = QFileDialog(parent, title)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDirectory(str(proposal.parent))
    dialog.selectFile(proposal.name)
    dialog.setDefaultSuffix(proposal.suffix)
    return _ask(dialog, name_filter, done)


def _ask(dialog: QFileDialog, name_filter: str, done: Callable[[Path], object]) -> QFileDialog:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setNameFilter(name_filter)
    dialog.fileSelected.connect(lambda name: done(Path(name)) if name else None)
    dialog.open()
    return dialog
