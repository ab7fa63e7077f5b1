"""The preview of a sheet as it will print: white A4 on a desk, fitted to the window or enlarged."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from perftrack.domain.sheets.grid import Sheet
from ui import theme
from ui.printing.layout import A4_SHORT, PaperLayout, lay_out
from ui.printing.painting import paint_sheet

__all__ = ["PaperLayout", "PaperPreview", "lay_out", "paint_sheet"]

#: Space around the paper, and the width of A4 upright at 100 %, in pixels of 96 to the inch.
_DESK, _FULL_SIZE = 24, 794
_SMALLEST, _LARGEST, _STEP = 0.25, 4.0, 1.25


class PaperPreview(QAbstractScrollArea):
    """Shows one page of a sheet. Page Up and Page Down turn pages, Ctrl with + − 0 or the wheel changes the size."""

    #: The page shown (from 0) and how many there are.
    page_changed = Signal(int, int)
    #: The size shown, in per cent of the paper.
    zoom_changed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout: PaperLayout | None = None
        self._page = 0
        self._zoom: float | None = None
        self._told = 0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.verticalScrollBar().setSingleStep(24)
        self.horizontalScrollBar().setSingleStep(24)
        self._name()
        theme.changed.connect(self.viewport().update)

    def sheet(self) -> Sheet | None:
        """The sheet shown."""
        return self._layout.sheet if self._layout else None

    def show_sheet(self, sheet: Sheet | None) -> None:
        """Show the first page of ``sheet``, or the bare desk. The zoom stays."""
        self._layout = None if sheet is None else lay_out(sheet)
        self._page = 0
        self._arrange()
        self.verticalScrollBar().setValue(0)
        self._turned()

    def page(self) -> int:
        """The page shown, from 0."""
        return self._page

    def page_count(self) -> int:
        """How many pages the sheet has; 0 where there is none."""
        return len(self._layout.pages) if self._layout else 0

    def set_page(self, page: int) -> None:
        """Show ``page``, or the nearest there is."""
        page = max(0, min(page, self.page_count() - 1))
        if page != self._page:
            self._page = page
            self.verticalScrollBar().setValue(0)
            self._turned()

    def next_page(self) -> None:
        """Turn one page on."""
        self.set_page(self._page + 1)

    def previous_page(self) -> None:
        """Turn one page back."""
        self.set_page(self._page - 1)

    def zoom(self) -> float:
        """The size of the paper shown: 1.0 is its real one at 96 pixels to the inch."""
        return self._zoom if self._zoom is not None else self._fitting()

    def set_zoom(self, zoom: float | None) -> None:
        """Show the paper at ``zoom``; None fits the whole page into the window and keeps fitting it."""
        self._zoom = None if zoom is None else max(_SMALLEST, min(zoom, _LARGEST))
        self._arrange()

    def zoom_in(self) -> None:
        """One step larger."""
        self.set_zoom(self.zoom() * _STEP)

    def zoom_out(self) -> None:
        """One step smaller."""
        self.set_zoom(self.zoom() / _STEP)

    def _turned(self) -> None:
        self._name()
        self.viewport().update()
        self.page_changed.emit(self._page, self.page_count())

    def _name(self) -> None:
        if self._layout is None:
            self.setAccessibleName(self.tr("Preview, no sheet chosen"))
            return
        name = self.tr("Preview: {title}, {name}, page {page} of {pages}")
        sheet = self._layout.sheet
        pages = self.page_count()
        self.setAccessibleName(name.format(title=sheet.title, name=sheet.name, page=self._page + 1, pages=pages))

    def _size_of_paper(self) -> tuple[float, float]:
        width, height = self._layout.paper if self._layout else (A4_SHORT, A4_SHORT)
        full = _FULL_SIZE / A4_SHORT
        return width * full, height * full

    def _fitting(self) -> float:
        width, height = self._size_of_paper()
        room = self.maximumViewportSize()
        fit = min((room.width() - 2 * _DESK) / width, (room.height() - 2 * _DESK) / height)
        return max(0.05, min(fit, _LARGEST))

    def _arrange(self) -> None:
        """Set the scroll bars for the paper and its desk."""
        width, height = (round(side * self.zoom()) + 2 * _DESK for side in self._size_of_paper())
        fits = self._zoom is None
        view = self.viewport().size()
        for bar, whole, seen in (
            (self.horizontalScrollBar(), width, view.width()),
            (self.verticalScrollBar(), height, view.height()),
        ):
            bar.setPageStep(seen)
            bar.setRange(0, 0 if fits else max(0, whole - seen))
        if (percent := round(self.zoom() * 100)) != self._told:
            self._told = percent
            self.zoom_changed.emit(percent)
        self.viewport().update()

    def paper_rect(self) -> QRectF:
        """Where the paper lies in the viewport."""
        width, height = (side * self.zoom() for side in self._size_of_paper())
        view = self.viewport()
        left = max((view.width() - width) / 2, _DESK) - self.horizontalScrollBar().value()
        top = max((view.height() - height) / 2, _DESK) - self.verticalScrollBar().value()
        return QRectF(round(left), round(top), round(width), round(height))

    def _paint_shadow(self, painter: QPainter, paper: QRectF) -> None:
        shadow = QColor(theme.color("shadow"))
        shadow.setAlpha(shadow.alpha() // 4)
        for spread in range(4):
            grown = paper.adjusted(-spread, 1 - spread, spread, 2 + spread)
            painter.fillRect(grown, shadow)
        painter.fillRect(paper.adjusted(-1, -1, 1, 1), theme.color("rule-strong"))

    def sizeHint(self) -> QSize:
        return QSize(720, 520)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), theme.color("desk"))
        if self._layout is not None:
            paper = self.paper_rect()
            self._paint_shadow(painter, paper)
            paint_sheet(painter, self._layout, paper, self._page)
        if self.hasFocus():
            painter.setPen(theme.color("accent"))
            painter.drawRect(QRectF(self.viewport().rect()).adjusted(0.5, 0.5, -0.5, -0.5))
            painter.drawRect(QRectF(self.viewport().rect()).adjusted(1.5, 1.5, -1.5, -1.5))
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, control = event.key(), event.modifiers() & Qt.KeyboardModifier.ControlModifier
        acts = {
            Qt.Key.Key_PageDown: self.next_page,
            Qt.Key.Key_PageUp: self.previous_page,
            Qt.Key.Key_Home: lambda: self.set_page(0),
            Qt.Key.Key_End: lambda: self.set_page(self.page_count() - 1),
        }
        sizes = {
            Qt.Key.Key_Plus: self.zoom_in,
            Qt.Key.Key_Equal: self.zoom_in,
            Qt.Key.Key_Minus: self.zoom_out,
            Qt.Key.Key_0: lambda: self.set_zoom(None),
        }
        act = sizes.get(Qt.Key(key)) if control else acts.get(Qt.Key(key))
        if act is None:
            super().keyPressEvent(event)
        else:
            act()
            event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if event.angleDelta().y():
                self._zoom_at(event.position(), _STEP if event.angleDelta().y() > 0 else 1 / _STEP)
            event.accept()
            return
        super().wheelEvent(event)

    def _zoom_at(self, place: QPointF, factor: float) -> None:
        """Change the size so that what is under ``place`` stays there."""
        before = self.paper_rect()
        self.set_zoom(self.zoom() * factor)
        after = self.paper_rect()
        grown = after.width() / before.width()
        moved = QPointF(after.topLeft() + (place - before.topLeft()) * grown - place)
        self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() + round(moved.x()))
        self.verticalScrollBar().setValue(self.verticalScrollBar().value() + round(moved.y()))
