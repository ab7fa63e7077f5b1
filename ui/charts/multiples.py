"""小图: one small course per plan, all on the same scale, in groups. Only what is in sight is drawn or asked for."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip, QWidget

from ui import formatting, theme
from ui.charts.axes import quarter_word
from ui.charts.pictures import PictureActs
from ui.delegates import lights, strokes

#: A tile, the room between two, the head of a group, and what a tile keeps for its words.
_LEAST, _TILE, _GAP, _HEAD = 184, 120, 24, 40
_ABOVE, _BELOW, _LEFT = 44, 18, 26
Course = Sequence[float | None]


@dataclass(frozen=True, slots=True)
class Tile:
    """One plan. ``course`` is asked for when the tile comes in sight: a value per quarter, None is a gap."""

    key: str
    name: str
    note: str
    light: str
    course: Callable[[], Course]


@dataclass(frozen=True, slots=True)
class Group:
    """Tiles under one title."""

    title: str
    tiles: tuple[Tile, ...]


@dataclass(frozen=True, slots=True)
class Scale:
    """What all tiles share: ends, level lines (value, words), and how a value is said."""

    low: float = 0.0
    high: float = 100.0
    marks: tuple[tuple[float, str], ...] = ()
    words: Callable[[float | None], str] = field(default=formatting.points)
    calendar: bool = False
    """A dotted slope from nothing to ``high`` over the year, for spending."""


class Multiples(QAbstractScrollArea):
    """The arrow keys walk over the tiles, whose values are then said; Enter, or a click, opens the plan."""

    opened = Signal(str)
    not_saved = Signal(str)
    """A picture could not be written to this path."""
    told = Signal(str)
    """What the current tile says, in one line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._groups: tuple[Group, ...] = ()
        self._scale = Scale()
        self._places: list[tuple[Tile, int, int]] = []
        self._heads: list[tuple[str, int]] = []
        self._columns, self._width, self._current = 1, _LEAST, 0
        self.pictures = PictureActs(self, self)
        self.pictures.not_saved.connect(self.not_saved)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().setSingleStep(32)
        self.viewport().setMouseTracking(True)
        theme.changed.connect(self.viewport().update)

    def show_groups(self, groups: Sequence[Group], scale: Scale) -> None:
        """Show other tiles; the current one stays current if it is still there."""
        key = self.current_key()
        self._groups, self._scale = tuple(groups), scale
        self._arrange()
        keys = [tile.key for tile, _, _ in self._places]
        self._current = keys.index(key) if key in keys else 0
        self.viewport().update()

    def current_key(self) -> str:
        """The plan of the current tile."""
        return self._places[self._current][0].key if self._places else ""

    def tile_rect(self, place: int) -> QRect:
        """Where a tile lies in the viewport."""
        _, column, top = self._places[place]
        x = column * (self._width + _GAP)
        return QRect(x, top - self.verticalScrollBar().value(), self._width, _TILE)

    def spoken(self, place: int) -> str:
        """A tile in words: its plan, its note, a value per quarter."""
        tile = self._places[place][0]
        values = (f"{quarter_word(i)} {self._scale.words(value)}" for i, value in enumerate(tile.course(), 1))
        return "   ".join((tile.name, tile.note, *values))

    def picture_size(self) -> QSize:
        """Give the size of the group of the current tile; a whole office would be no picture."""
        width = max(_LEAST, self.viewport().width())
        return QSize(
            width + 2 * _GAP, (self.group_height(self.current_group(), width) if self._groups else 0) + 2 * _GAP
        )

    def picture_name(self) -> str:
        """Name the picture by the view and the group."""
        title = self._groups[self.current_group()].title if self._groups else ""
        return f"{self.accessibleName()} {title}".strip()

    def paint_picture(self, painter: QPainter, ratio: float) -> None:
        """Draw the group of the current tile."""
        if self._groups:
            painter.translate(_GAP, _GAP)
            self.paint_group(painter, self.current_group(), max(_LEAST, self.viewport().width()))

    def paint_group(self, painter: QPainter, group: int, width: int) -> int:
        """Draw one group with its title for a picture ``width`` wide; its height is given back."""
        columns, tile_width = _columns(width)
        tiles = self._groups[group].tiles
        strokes.text(painter, QRectF(0, 8, width, 20), self._groups[group].title, bold=True)
        for i, tile in enumerate(tiles):
            rect = QRect((i % columns) * (tile_width + _GAP), _HEAD + i // columns * (_TILE + _GAP), tile_width, _TILE)
            self._paint_tile(painter, tile, rect, False)
        return self.group_height(group, width)

    def group_height(self, group: int, width: int) -> int:
        """How high a group is at a width."""
        rows = -(-len(self._groups[group].tiles) // _columns(width)[0])
        return _HEAD + rows * (_TILE + _GAP)

    def current_group(self) -> int:
        """The group of the current tile."""
        passed = 0
        for i, group in enumerate(self._groups):
            passed += len(group.tiles)
            if self._current < passed:
                return i
        return 0

    def _arrange(self) -> None:
        room = self.viewport().width()
        self._columns, self._width = _columns(room)
        self._places, self._heads = [], []
        top = 0
        for group in self._groups:
            self._heads.append((group.title, top))
            top += _HEAD
            for i, tile in enumerate(group.tiles):
                self._places.append((tile, i % self._columns, top + i // self._columns * (_TILE + _GAP)))
            top += -(-len(group.tiles) // self._columns) * (_TILE + _GAP)
        bar = self.verticalScrollBar()
        bar.setPageStep(self.viewport().height())
        bar.setRange(0, max(0, top - self.viewport().height()))

    def _go(self, place: int) -> None:
        if not self._places:
            return
        self._current = max(0, min(len(self._places) - 1, place))
        _, _, top = self._places[self._current]
        bar = self.verticalScrollBar()
        if top - _HEAD < bar.value():
            bar.setValue(top - _HEAD)
        elif top + _TILE > bar.value() + self.viewport().height():
            bar.setValue(top + _TILE - self.viewport().height())
        self._say()

    def _say(self) -> None:
        words = self.spoken(self._current) if self._places else ""
        self.setAccessibleDescription(words)
        self.told.emit(words)
        self.viewport().update()

    def _vertical(self, down: bool) -> int:
        """The tile above or below the current one, across groups."""
        _, column, top = self._places[self._current]
        rows = sorted({each for _, _, each in self._places if (each > top if down else each < top)}, reverse=not down)
        if not rows:
            return self._current
        row = [i for i, (_, _, each) in enumerate(self._places) if each == rows[0]]
        return min(row, key=lambda i: abs(self._places[i][1] - column))

    def _at(self, where: QPointF) -> int:
        point = where.toPoint()
        return next((i for i in range(len(self._places)) if self.tile_rect(i).contains(point)), -1)

    def _paint_tile(self, painter: QPainter, tile: Tile, rect: QRect, current: bool) -> None:
        scale = self._scale
        strokes.text(painter, QRectF(rect.x(), rect.y(), rect.width(), 16), tile.name, size=theme.SMALL, bold=current)
        if tile.light:
            lights.marker(painter, rect.x(), rect.y() + 18, tile.light)
        note = QRectF(rect.x() + (16 if tile.light else 0), rect.y() + 16, rect.width() - 16, 16)
        strokes.text(painter, note, tile.note, "text-2", theme.SMALL)
        area = QRectF(rect).adjusted(_LEFT, _ABOVE, -8, -_BELOW)

        def place(slot: float, value: float) -> QPointF:
            share = (value - scale.low) / (scale.high - scale.low)
            return QPointF(area.x() + (slot - 1) / 3 * area.width(), area.bottom() - area.height() * share)

        for value, words in scale.marks:
            y = round(place(1, value).y())
            strokes.rule(painter, round(area.x()), y, round(area.width()), "rule")
            strokes.text(
                painter, QRectF(rect.x(), y - 8, _LEFT - 6, 16), words, "text-3", theme.SMALL, False, strokes.RIGHT
            )
        foot = QRectF(area.x() - 4, area.bottom() + 2, area.width() + 12, 16)
        strokes.text(painter, foot, quarter_word(1), "text-3", theme.SMALL)
        strokes.text(painter, foot, quarter_word(4), "text-3", theme.SMALL, False, strokes.RIGHT)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if scale.calendar:
            pen = QPen(theme.color("text-3"), 1)
            pen.setDashPattern([1.5, 2.5])
            painter.setPen(pen)
            painter.drawLine(place(1, scale.high / 4), place(4, scale.high))
        known = [(i, value) for i, value in enumerate(tile.course(), 1) if value is not None]
        points = [place(i, max(scale.low, min(scale.high, value))) for i, value in known]
        painter.setPen(QPen(theme.color("accent"), 2))
        painter.drawPolyline(QPolygonF(points))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("accent"))
        for point in points:
            painter.drawEllipse(point, 3, 3)
        painter.restore()

    # Qt's own names from here on.

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self.viewport()) as painter:
            painter.fillRect(event.rect(), theme.color("surface"))
            shift = self.verticalScrollBar().value()
            for title, top in self._heads:
                if -_HEAD < top - shift < self.viewport().height():
                    strokes.text(painter, QRectF(0, top - shift + 8, self.viewport().width(), 20), title, bold=True)
            for i, (tile, _, _) in enumerate(self._places):
                rect = self.tile_rect(i)
                if rect.intersects(event.rect()):
                    current = self.hasFocus() and i == self._current
                    self._paint_tile(painter, tile, rect, current)
                    if current:
                        strokes.focus_frame(painter, QRectF(rect).adjusted(-6, -4, 6, 4), radius=theme.RADIUS)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._say()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()  # the release counts

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        place = self._at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and place >= 0:
            self._current = place
            self.opened.emit(self._places[place][0].key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._places:
            super().keyPressEvent(event)
            return
        match event.key():
            case Qt.Key.Key_Left:
                self._go(self._current - 1)
            case Qt.Key.Key_Right:
                self._go(self._current + 1)
            case Qt.Key.Key_Up:
                self._go(self._vertical(False))
            case Qt.Key.Key_Down:
                self._go(self._vertical(True))
            case Qt.Key.Key_Home:
                self._go(0)
            case Qt.Key.Key_End:
                self._go(len(self._places) - 1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.opened.emit(self.current_key())
            case _:
                super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        place = self._at(QPointF(event.pos()))
        if place >= 0:
            self._current = place
            self._say()
        self.pictures.menu().popup(event.globalPos())

    def viewportEvent(self, event: object) -> bool:
        if isinstance(event, QHelpEvent) and (place := self._at(QPointF(event.pos()))) >= 0:
            words = self.spoken(place).replace("   ", "\n")
            QToolTip.showText(event.globalPos(), words, self.viewport(), self.tile_rect(place))
            return True
        return super().viewportEvent(event)  # type: ignore[arg-type]


def _columns(room: int) -> tuple[int, int]:
    """How many tiles stand side by side in ``room``, and how wide each is; 8 px stay free for the frame."""
    count = max(1, (room - 8 + _GAP) // (_LEAST + _GAP))
    return count, max(_LEAST, (room - 8 - (count - 1) * _GAP) // count)
