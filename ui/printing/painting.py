"""Draws a laid-out sheet: one painter for preview, print and pdf. White paper, black ink, in both schemes."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from perftrack.domain.sheets.grid import STYLES, Cell, Sheet, Style
from ui import theme
from ui.printing.layout import MARGIN, MARGIN_BELOW, PaperLayout, Part, lay_out
from ui.printing.measure import ABOVE, BESIDE, INDENT, UNIT, Block, font_of, set_text

#: Strength of a rule of the form on paper, in points; on a screen never less than one of its pixels.
_RULE = 0.6
#: How much of its width a line may be off before its signs are moved: less than a tenth of a sign over a whole page.
_NOT_SEEN = 0.001


def paint_sheet(painter: QPainter, sheet: Sheet | PaperLayout, page_rect: QRectF, page: int = 0) -> None:
    """Draw ``page`` (from 0) of ``sheet`` into ``page_rect``, which stands for the whole A4 paper, margins included.

    A sheet is laid out first; hand in a :class:`PaperLayout` to draw it again or to draw its other pages.
    """
    layout = sheet if isinstance(sheet, PaperLayout) else lay_out(sheet)
    _Painter(painter, layout, page_rect).page(page)


class _Painter:
    def __init__(self, painter: QPainter, layout: PaperLayout, page_rect: QRectF) -> None:
        self.painter, self.layout, self.rect = painter, layout, page_rect
        width, _ = layout.paper
        self.factor = page_rect.width() / width
        self.scale = self.factor * layout.scale
        self.origin = page_rect.topLeft() + QPointF(MARGIN, MARGIN) * self.factor
        self.fonts: dict[tuple[Style, float], tuple[QFont, QFontMetricsF]] = {}
        self.ruled: dict[tuple[float, float, float, float], QRectF] = {}
        self.step = 1.0 / painter.device().devicePixelRatio()

    def page(self, number: int) -> None:
        painter = self.painter
        painter.save()
        painter.fillRect(self.rect, theme.color("paper"))
        painter.setClipRect(self.rect)
        painter.setRenderHints(QPainter.RenderHint.TextAntialiasing | QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.color("ink"))
        for place, parts in self.layout.shown.items():
            for part in parts:
                if part.page == number:
                    self._cell(self.layout.sheet.cells[place], self.layout.blocks.get(place), part)
        painter.save()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("ink"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.drawRects(list(self.ruled.values()))
        painter.restore()
        self._footer(number)
        painter.restore()

    def _cell(self, cell: Cell, block: Block | None, part: Part) -> None:
        style, edges = STYLES[cell.style], self.layout.edges
        left, right = edges[cell.column], edges[cell.column + cell.colspan]
        if style.bordered:
            self._border(left, part.top, right, part.top + part.height)
        if block is None or part.first == part.last:
            return
        beside = BESIDE * UNIT if style.bordered else 0.0
        lines = part.last - part.first
        whole = lines == len(block.lines)
        above = (part.height - lines * block.pitch) / 2 if whole else ABOVE * UNIT
        font = self._font(style, self.scale)
        room = right - left - 2 * beside - style.indent * INDENT * UNIT
        slack = {"left": 0.0, "center": 0.5, "right": 1.0}[style.across]
        for number in range(part.first, part.last):
            text, width = block.lines[number]
            x = left + beside + style.indent * INDENT * UNIT + slack * (room - width)
            y = part.top + above + (number - part.first) * block.pitch + block.rise
            self._line(font, self.origin + QPointF(x, y) * self.scale, text, width * self.scale)

    def _line(self, face: tuple[QFont, QFontMetricsF], place: QPointF, text: str, width: float) -> None:
        """Draw one line exactly ``width`` long: devices round the widths of signs, which would add up to overrun."""
        font, metrics = face
        over = metrics.horizontalAdvance(text) - width
        if abs(over) > _NOT_SEEN * width:
            font = QFont(font)
            font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, -over / max(len(text), 1))
        self.painter.setFont(font)
        self.painter.drawText(place, text)

    def _font(self, style: Style, scale: float) -> tuple[QFont, QFontMetricsF]:
        """The font of ``style`` at its size on the device. (A scaled painter would draw the strokes too thin.)"""
        known = self.fonts.get((style, scale))
        if known is None:
            font = QFont(font_of(style))
            font.setPointSizeF(style.size * UNIT * scale * 72 / self.painter.device().logicalDpiY())
            known = self.fonts[style, scale] = font, QFontMetricsF(font, self.painter.device())
        return known

    def _border(self, left: float, top: float, right: float, bottom: float) -> None:
        """Keep the four rules of a cell, on whole pixels; those of neighbours fall on one another."""
        thick = max(self.step, self._snap(_RULE * UNIT * self.factor))
        x, end_x = (self._snap(self.origin.x() + place * self.scale) for place in (left, right))
        y, end_y = (self._snap(self.origin.y() + place * self.scale) for place in (top, bottom))
        for rule in (
            (x, y, end_x - x + thick, thick),
            (x, end_y, end_x - x + thick, thick),
            (x, y, thick, end_y - y + thick),
            (end_x, y, thick, end_y - y + thick),
        ):
            if rule not in self.ruled:  # a neighbour's
                self.ruled[rule] = QRectF(*rule)

    def _snap(self, place: float) -> float:
        return round(place / self.step) * self.step

    def _footer(self, number: int) -> None:
        footer = self.layout.sheet.footer.format(page=number + 1, pages=len(self.layout.pages))
        style = STYLES["note"]
        width, height = self.layout.paper
        block: Block = set_text(footer, style, width)
        text, length = block.lines[0]
        place = self.rect.topLeft() + QPointF((width - length) / 2, height - MARGIN_BELOW * 0.5) * self.factor
        self._line(self._font(style, self.factor), place, text, length * self.factor)
