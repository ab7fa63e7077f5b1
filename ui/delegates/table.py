"""The delegate every table starts from: text, numbers, lights, bars, heat, sparklines and cell states."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui import theme
from ui.delegates import bars, cells, lights, strokes
from ui.delegates.roles import LOOK, PLAIN, Execution, Heat, Look, ScoreBar, Spark, State

Index = QModelIndex | QPersistentModelIndex

_SELECTED = QStyle.StateFlag.State_Selected
_FOCUSED = QStyle.StateFlag.State_HasFocus
_TEXT = Qt.ItemDataRole.DisplayRole
#: A suffix with less room than this would be a stump, and is left out.
_LEAST_SUFFIX = 72


class TableDelegate(QStyledItemDelegate):
    """Paints a cell from its text and its :class:`~ui.delegates.roles.Look`.

    ``rows`` True: the whole row is selected and hovered. False: single cells, as in the entry grid; the current
    cell then always carries the frame. ``name_column`` is written bold in the selected row.
    """

    def __init__(
        self,
        view: QAbstractItemView | None = None,
        *,
        rows: bool = True,
        row_height: int = theme.ROW_TALL,
        name_column: int = -1,
        ground: str = "surface",
    ) -> None:
        super().__init__(view)
        self._rows = rows
        self._row_height = row_height
        self._name_column = name_column
        self._ground = ground
        self._hovered = -1
        self._view = view
        if view is not None and rows:
            view.setMouseTracking(True)
            view.entered.connect(self._hover)
            view.viewport().installEventFilter(self)

    def draw_content(self, painter: QPainter, rect: QRect, words: str, look: Look, bold: bool) -> None:
        """Draw what is inside the cell; ``rect`` has the cell's padding taken off. Override for own drawings."""
        middle = rect.y() + rect.height() / 2
        x = float(rect.x())
        drawing = look.draw
        if drawing is None and not look.light:
            self._draw_text(painter, rect, words, look, bold)
            return
        if isinstance(drawing, ScoreBar):
            self._draw_score(painter, rect, words, drawing, look, bold)
        elif isinstance(drawing, Execution):
            lights.marker(painter, x, middle - 6, drawing.light) if drawing.light else None
            bars.small_execution_bar(painter, x + 20, middle, drawing.share, drawing.calendar)
            strokes.text(painter, rect.adjusted(68, 0, 0, 0), words, look.tone, look.size, bold)
        elif isinstance(drawing, Spark):
            height = min(24, rect.height() - 8)
            room = min(72, rect.width())
            cells.sparkline(painter, QRectF(x, middle - height / 2, room, height), drawing, self._ground)
        elif look.light:
            word = words or None
            start = x + (rect.width() - lights.light_width(look.light, word)) / 2 if look.center else x
            lights.light(painter, start, middle, look.light, word)

    def hovered_row(self) -> int:
        """Give the row under the pointer, -1 for none."""
        return self._hovered

    def _draw_score(self, painter: QPainter, rect: QRect, words: str, score: ScoreBar, look: Look, bold: bool) -> None:
        middle = rect.y() + rect.height() / 2
        box = QRectF(rect.x(), middle - 3, 80, 6)
        bars.score_bar(painter, box, score.value, score.marks, score.low, score.high, self._ground)
        number = QRect(rect.x() + 80, rect.y(), 52, rect.height())
        strokes.text(painter, number, words, look.tone, look.size, bold, strokes.RIGHT)
        rest = rect.adjusted(141, 0, 0, 0)
        if score.rating:
            strokes.text(painter, rest, score.rating, "text-2", look.size)
        if score.note:
            rest.adjust(22, 0, 0, 0)
            strokes.text(painter, rest, score.note, "text-3", theme.SMALL)

    def _draw_text(self, painter: QPainter, rect: QRect, words: str, look: Look, bold: bool) -> None:
        tone = cells.state_tone(look.state, look.tone) if look.state else look.tone
        side = strokes.RIGHT if look.right else strokes.CENTER if look.center else strokes.LEFT
        size = look.size
        lines: tuple[tuple[str, str, int, bool], ...]
        if look.subtext:
            lines = ((words, tone, size, bold), (look.subtext, look.subtone, theme.SMALL, False))
        else:
            room = rect.width()
            if look.suffix:
                self._draw_suffix(painter, rect, words, look, bold)
                return
            if strokes.width(words, size, bold) <= room or rect.height() < theme.ROW_TALL - 1:
                if look.top:
                    rect = QRect(rect.x(), rect.y(), rect.width(), theme.ROW)
                strokes.text(painter, rect, words, tone, size, bold, side)
                if State.REFUSED in look.state:
                    self._draw_wave(painter, rect, words, look)
                return
            lines = tuple((line, tone, size, bold) for line in strokes.two_lines(words, size, bold, room))
        self._draw_lines(painter, rect, lines, side, look.top)

    @staticmethod
    def _draw_lines(
        painter: QPainter,
        rect: QRect,
        lines: tuple[tuple[str, str, int, bool], ...],
        side: Qt.AlignmentFlag,
        top: bool,
    ) -> None:
        heights = [18 if size > theme.SMALL else 16 for _, _, size, _ in lines]
        y = rect.y() + (8 if top else (rect.height() - sum(heights)) // 2)
        for (words, tone, size, bold), height in zip(lines, heights, strict=True):
            strokes.text(painter, QRect(rect.x(), y, rect.width(), height), words, tone, size, bold, side)
            y += height

    @staticmethod
    def _draw_suffix(painter: QPainter, rect: QRect, words: str, look: Look, bold: bool) -> None:
        strokes.text(painter, rect, words, look.tone, look.size, bold)
        taken = round(strokes.width(words, look.size, bold)) + theme.SPACE
        if rect.width() - taken >= min(_LEAST_SUFFIX, strokes.width(look.suffix, theme.SMALL)):
            strokes.text(painter, rect.adjusted(taken, 1, 0, 1), look.suffix, look.subtone, theme.SMALL)

    @staticmethod
    def _draw_wave(painter: QPainter, rect: QRect, words: str, look: Look) -> None:
        length = min(strokes.width(words, look.size, look.bold), rect.width())
        x = rect.x() + rect.width() - length if look.right else rect.x()
        strokes.wave(painter, x, rect.y() + rect.height() / 2 + 10, length)

    def _fill(self, selected: bool, focused: bool, row: int, look: Look) -> str:
        if look.state:
            token = cells.state_fill(look.state)
            if token:
                return token
        if selected and not look.quiet_row and (self._rows or not focused):
            return "selected"
        if row == self._hovered and not look.quiet_row:
            return "hover"
        return ""

    def _hover(self, index: Index) -> None:
        self._set_hovered(index.row())

    def _set_hovered(self, row: int) -> None:
        view, before = self._view, self._hovered
        if view is None or row == before:
            return
        self._hovered = row
        model = view.model()
        for changed in (before, row):
            if model is not None and 0 <= changed < model.rowCount():
                first = view.visualRect(model.index(changed, 0))
                strip = QRect(0, first.y(), view.viewport().width(), max(first.height(), self._row_height))
                view.viewport().update(strip)

    # Qt's own names from here on.

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look = index.data(LOOK) or PLAIN
        rect: QRect = option.rect
        state = option.state
        column = index.column()
        selected, focused = _SELECTED in state, _FOCUSED in state
        fill = self._fill(selected, focused, index.row(), look)
        if fill:
            painter.fillRect(rect, theme.color(fill))
        if isinstance(look.draw, Heat):
            cells.heat(painter, rect, look.draw.light, index.data(_TEXT) or "", look.draw.label)
        else:
            left = 0 if column == 0 else theme.CELL_PADDING
            inner = rect.adjusted(left, 0, -theme.CELL_PADDING, -1)
            if look.icon:
                strokes.picture(painter, inner.x(), inner.center().y() - 7, look.icon, 16, look.tone)
                inner.adjust(24, 0, 0, 0)
            if State.UNSAVED in look.state and not look.right:
                inner.adjust(12, 0, 0, 0)  # the dot stands at the left end
            words = index.data(_TEXT)
            bold = look.bold or (selected and column == self._name_column)
            self.draw_content(painter, inner, "" if words is None else str(words), look, bold)
        if not look.no_rule:
            token = "rule-strong" if look.group_end else "rule"
            strokes.rule(painter, rect.x(), rect.y() + rect.height(), rect.width(), token, before=True)
        if look.frame_left:
            strokes.rule(painter, rect.x(), rect.y(), rect.height(), upright=True)
        if look.frame_right:
            strokes.rule(painter, rect.x() + rect.width(), rect.y(), rect.height(), upright=True, before=True)
        if look.state:
            cells.state_marks(painter, rect, look.state)
        if focused and not (self._rows and selected):
            strokes.focus_frame(painter, rect)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        look = index.data(LOOK) or PLAIN
        words = index.data(_TEXT)
        room = strokes.width(str(words), look.size, look.bold) if words else 0.0
        if isinstance(look.draw, (ScoreBar, Execution, Spark)):
            room += 80
        return QSize(round(room) + 2 * theme.CELL_PADDING, self._row_height)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self._set_hovered(-1)
        return super().eventFilter(watched, event)
