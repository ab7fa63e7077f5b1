"""What all charts have in common: a still picture that follows the theme, tells its values and can be copied."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QMenu, QToolTip, QWidget

from ui import theme
from ui.charts.legend import draw_entries, entries_width
from ui.charts.pictures import PictureActs

#: Room around a picture.
PICTURE_MARGIN = 16
_NEAR = 28.0
_UNSAFE = '\\/:*?"<>|'


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on the chart that has something to say; ``key`` is what a click on it chooses."""

    box: QRectF
    words: str
    key: int | None = None


class Chart(QWidget):
    """Base of the charts. Give it a title for pictures, then its values; it draws itself in the colours of now.

    Left and Right walk over the values, which are then said beside them; the menu key opens the menu.
    """

    chosen = Signal(int)
    """The user chose something: the key it was given."""
    not_saved = Signal(str)
    """A picture could not be written to this path."""

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        from ui.charts.plotting import Plot

        self._plot = Plot(self)
        self._name, self._note, self._file = name, "", ""
        self.pictures = PictureActs(self, self)
        self.pictures.not_saved.connect(self.not_saved)
        self._spots: list[Spot] = []
        self._at = -1
        self._focused = False
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(240, 120)
        theme.changed.connect(self.redraw)

    def set_title(self, name: str, note: str = "", file_name: str = "") -> None:
        """Name the chart for its picture and for those who cannot see it; ``file_name`` is what its file is called."""
        self._name, self._note, self._file = name, note, file_name
        self.setAccessibleName(f"{name} {note}".strip())

    def redraw(self) -> None:
        """Draw everything anew."""
        self._spots = []
        if self.width() > 1 and self.height() > 1:
            self._plot.resize(self.size())
            self.draw()
            self._plot.viewport().update()
        self.setAccessibleDescription(self.describe())

    def draw(self) -> None:
        """Draw the values. Every chart has its own way."""
        raise NotImplementedError

    def describe(self) -> str:
        """Say in words what is shown."""
        raise NotImplementedError

    def legend(self) -> tuple[tuple[str, str], ...]:
        """Give (form, words) of what is drawn, where that is not said beside it."""
        return ()

    def spots(self) -> tuple[Spot, ...]:
        """Give the places that have something to say, from left to right."""
        return tuple(self._spots)

    def picture(self) -> QImage:
        """Give the chart with its title, ready to paste."""
        return self.pictures.image()

    def picture_size(self) -> QSize:
        """Give the size of the chart with its title and some air."""
        head = theme.LINE[theme.BODY] + theme.SPACE
        return QSize(self.width() + 2 * PICTURE_MARGIN, self.height() + head + 2 * PICTURE_MARGIN)

    def picture_name(self) -> str:
        """Name the file of the picture: the chart and what it is of."""
        return self._file or f"{self._name} {self._note}".strip()

    def paint_picture(self, painter: QPainter, ratio: float) -> None:
        """Draw title and chart; what differs in colour alone on the screen differs in form too."""
        head, margin = theme.LINE[theme.BODY] + theme.SPACE, PICTURE_MARGIN
        title = QRectF(margin, margin, self.width(), theme.LINE[theme.BODY])
        painter.setFont(theme.font(theme.BODY, True))
        painter.setPen(theme.color("text"))
        taken = painter.boundingRect(title, Qt.AlignmentFlag.AlignVCenter, self._name)
        painter.drawText(title, Qt.AlignmentFlag.AlignVCenter, self._name)
        entries = self.legend()
        wide = entries_width(entries)
        draw_entries(painter, entries, title.right() - wide, title.center().y())
        title.setRight(title.right() - wide - (theme.SPACE if entries else 0))
        painter.setFont(theme.font(theme.SMALL))
        painter.setPen(theme.color("text-2"))
        painter.drawText(title.adjusted(taken.width() + 12, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self._note)
        self.paint_chart(painter, QRectF(margin, margin + head, self.width(), self.height()), ratio)

    def paint_chart(self, painter: QPainter, area: QRectF, ratio: float) -> None:
        """Draw the chart alone into ``area``, for paper; ``ratio`` is device pixels to each of ours."""
        self._plot.on_paper = True
        self.redraw_for(ratio)
        self._plot.render(painter, area, self._plot.rect())
        self._plot.on_paper = False
        self.redraw_for(0.0)

    def redraw_for(self, ratio: float) -> None:
        """Draw anew for a device with ``ratio`` of its pixels to one of ours; 0 for the screen."""
        self._plot.ratio = ratio
        self.redraw()

    def save_picture(self, path: str) -> None:
        """Write the picture; :attr:`not_saved` says when that failed."""
        self.pictures.save(path)

    def menu(self) -> QMenu:
        """Make the context menu."""
        return self.pictures.menu()

    def _say(self, spot: Spot) -> None:
        corner = spot.box.topRight().toPoint()
        QToolTip.showText(self.mapToGlobal(corner), spot.words, self, spot.box.toAlignedRect().adjusted(-4, -4, 4, 4))

    def _spot_near(self, where: QPointF) -> Spot | None:
        def away(spot: Spot) -> float:
            dx = max(spot.box.left() - where.x(), 0.0, where.x() - spot.box.right())
            dy = max(spot.box.top() - where.y(), 0.0, where.y() - spot.box.bottom())
            return float(dx + dy)

        nearest = min(self._spots, key=away, default=None)
        return nearest if nearest is not None and away(nearest) <= _NEAR else None

    def _walk(self, step: int) -> None:
        if self._spots:
            self._at = max(0, min(len(self._spots) - 1, self._at + step if self._at >= 0 else 0))
            self._say(self._spots[self._at])

    # Qt's own names from here on.

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.redraw()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.redraw()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self.redraw()
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.redraw()
        super().changeEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        spot = self._spot_near(event.position())
        if spot is None:
            QToolTip.hideText()
        else:
            self._say(spot)
        pointing = spot is not None and spot.key is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if pointing else Qt.CursorShape.ArrowCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        spot = self._spot_near(event.position()) if event.button() == Qt.MouseButton.LeftButton else None
        if spot is not None and spot.key is not None:
            self.chosen.emit(spot.key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self._walk(step)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu().popup(event.globalPos())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The plot paints; the ring around it is a widget of its own."""

    def sizeHint(self) -> QSize:
        return QSize(480, 176)
