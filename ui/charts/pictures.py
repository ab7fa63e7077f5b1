"""Charts as pictures: copied, or saved as PNG or SVG, from the menu or by keys."""

from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QImage, QKeySequence, QPainter
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from perftrack.domain.filenames import safe_stem
from perftrack.errors import UserError
from perftrack.services.exporting.files import store
from ui import theme

#: Pixels of a PNG to each of the picture's.
SCALE = 2.0


class Pictured(Protocol):
    """What can be made a picture of."""

    def picture_size(self) -> QSize:
        """Give the size of the picture in pixels."""

    def paint_picture(self, painter: QPainter, ratio: float) -> None:
        """Draw the whole picture on its ground; ``ratio`` is device pixels to each of ours."""

    def picture_name(self) -> str:
        """Name the picture, as its file shall be called."""


class PictureActs(QObject):
    """The three acts of one widget. A file is whole or as it was; :attr:`not_saved` says that it was not written."""

    not_saved = Signal(str)
    """The path that could not be written."""

    def __init__(self, owner: QWidget, pictured: Pictured) -> None:
        super().__init__(owner)
        self._owner, self._pictured = owner, pictured
        self._actions: list[QAction] = []
        for keys, act in (("Ctrl+C", self.copy), ("Ctrl+Shift+S", self.ask_png), ("Ctrl+Shift+G", self.ask_svg)):
            action = QAction(self)
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.triggered.connect(act)
            owner.addAction(action)
            self._actions.append(action)

    def menu(self) -> QMenu:
        """Make the menu with the three acts."""
        words = (self.tr("Copy picture"), self.tr("Save as PNG…"), self.tr("Save as SVG…"))
        menu = QMenu(self._owner)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for action, word in zip(self._actions, words, strict=True):
            action.setText(word)
            action.setShortcutVisibleInContextMenu(True)
            menu.addAction(action)
        return menu

    def image(self) -> QImage:
        """Draw the picture as pixels."""
        image = QImage(self._pictured.picture_size() * SCALE, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(SCALE)
        image.fill(theme.color("surface"))
        with QPainter(image) as painter:
            self._pictured.paint_picture(painter, SCALE)
        return image

    def png(self) -> bytes:
        """Draw the picture as a PNG file."""
        written = QByteArray()
        buffer = QBuffer(written)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        self.image().save(buffer, "PNG")
        return bytes(written.data())

    def svg(self) -> bytes:
        """Draw the picture as lines and text that stay sharp at any size."""
        from PySide6.QtSvg import QSvgGenerator

        size, written = self._pictured.picture_size(), QByteArray()
        buffer = QBuffer(written)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        drawn = QSvgGenerator()
        drawn.setOutputDevice(buffer)
        drawn.setSize(size)
        drawn.setViewBox(QRectF(0, 0, size.width(), size.height()))
        drawn.setTitle(self._pictured.picture_name())
        with QPainter(drawn) as painter:
            painter.fillRect(QRectF(0, 0, size.width(), size.height()), theme.color("surface"))
            self._pictured.paint_picture(painter, 1.0)
        return bytes(written.data())

    def copy(self) -> None:
        """Put the picture on the clipboard."""
        QGuiApplication.clipboard().setImage(self.image())

    def ask_png(self) -> QFileDialog:
        """Ask where the PNG goes, without blocking, and save it there."""
        return self._ask(self.tr("Save as PNG"), self.tr("Pictures (*.png)"), "png")

    def ask_svg(self) -> QFileDialog:
        """Ask where the SVG goes, without blocking, and save it there."""
        return self._ask(self.tr("Save as SVG"), self.tr("Drawings (*.svg)"), "svg")

    def save(self, path: str) -> None:
        """Write the picture in the format its ending names."""
        target = Path(path)
        try:
            store(target, self.svg() if target.suffix.lower() == ".svg" else self.png())
        except UserError:
            self.not_saved.emit(path)

    def _ask(self, title: str, name_filter: str, ending: str) -> QFileDialog:
        dialog = QFileDialog(self._owner, title)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(name_filter)
        dialog.setDefaultSuffix(ending)
        dialog.selectFile(f"{safe_stem(self._pictured.picture_name())}.{ending}")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.save)
        dialog.open()
        return dialog
