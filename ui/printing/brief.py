"""A brief of few pages for a meeting: laid out once, then drawn as PDF, as one long picture, or on a printer.

White paper and the light scheme always. Lengths are pixels of 96 to the inch, A4 upright.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF
from PySide6.QtGui import QImage, QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPdfWriter

from ui import theme
from ui.delegates import strokes
from ui.printing.blocks import Block, Heading

WIDTH, HEIGHT = 794.0, 1123.0
_MARGIN, _HEAD, _FOOT, _GAP = 48.0, 60.0, 40.0, 16.0
#: The width blocks have.
COLUMN = WIDTH - 2 * _MARGIN
_DPI, _INCH, _PICTURE_SCALE = 288, 96, 2.0


@dataclass(frozen=True, slots=True)
class Brief:
    """``title`` and ``aside`` stand on every page, ``foot`` beside its number; ``numbering`` has {page} and {pages}."""

    name: str
    title: str
    aside: str
    foot: str
    numbering: str
    pages: tuple[tuple[Block, ...], ...]


def pdf(brief: Brief) -> bytes:
    """Draw the brief as a PDF file with its fonts."""
    written = QByteArray()
    buffer = QBuffer(written)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(brief.name)
    writer.setCreator("perftrack")
    writer.setResolution(_DPI)
    print_on(brief, writer)
    buffer.close()
    return bytes(written.data())


def print_on(brief: Brief, device: QPagedPaintDevice) -> bool:
    """Draw the brief on a paged device; its paper becomes A4 upright. False: the device takes nothing."""
    device.setPageLayout(QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF()))
    painter = QPainter()
    if not painter.begin(device):
        return False
    with theme.on_paper():
        for number in range(len(brief.pages)):
            if number:
                device.newPage()
            painter.save()
            scale = device.logicalDpiX() / _INCH
            painter.scale(scale, scale)
            paint_page(brief, painter, number)
            painter.restore()
    return painter.end()


def png(brief: Brief) -> bytes:
    """Draw the brief as one picture, its pages one below the other."""
    written = QByteArray()
    buffer = QBuffer(written)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture(brief).save(buffer, "PNG")
    return bytes(written.data())


def picture(brief: Brief) -> QImage:
    """Draw all pages into one picture with a rule between them."""
    pages = len(brief.pages)
    wide, high = round(WIDTH * _PICTURE_SCALE), round(HEIGHT * _PICTURE_SCALE)
    image = QImage(wide, high * pages, QImage.Format.Format_RGB32)
    with theme.on_paper(), QPainter(image) as painter:
        image.fill(theme.color("paper"))
        for number in range(pages):
            painter.save()
            painter.scale(_PICTURE_SCALE, _PICTURE_SCALE)
            painter.translate(0, number * HEIGHT)
            paint_page(brief, painter, number)
            if number:
                strokes.rule(painter, 0, 0, WIDTH, "rule-strong")
            painter.restore()
    return image


def paint_page(brief: Brief, painter: QPainter, number: int) -> None:
    """Draw a page at the origin of a painter that counts in pixels of 96 to the inch. Colours are the caller's."""
    width = COLUMN
    painter.setRenderHints(QPainter.RenderHint.TextAntialiasing)
    title = theme.TITLE if number == 0 else theme.BODY
    top = QRectF(_MARGIN, _MARGIN - 8, width, 32)
    room = strokes.width(brief.aside, theme.SMALL) + 16
    strokes.text(painter, top.adjusted(0, 0, -room, 0), brief.title, "text", title, True)
    strokes.text(painter, top, brief.aside, "text-2", theme.SMALL, False, strokes.RIGHT)
    strokes.rule(painter, _MARGIN, _MARGIN + 28, width, "rule-strong")
    foot = QRectF(_MARGIN, HEIGHT - _FOOT, width, 16)
    count = brief.numbering.format(page=number + 1, pages=len(brief.pages))
    strokes.text(painter, foot, brief.foot, "text-3", theme.SMALL)
    strokes.text(painter, foot, count, "text-2", theme.SMALL, False, strokes.RIGHT)
    y = _HEAD + 2 * _GAP
    for block, high in placed(brief.pages[number], width, HEIGHT - _FOOT - _GAP - y):
        block.paint(painter, QRectF(_MARGIN, y, width, high))
        y += high + _gap(block)


def placed(blocks: Sequence[Block], width: float, room: float) -> list[tuple[Block, float]]:
    """Fit blocks into ``room``, each with its height; what can give way leaves those after it their least."""
    found: list[tuple[Block, float]] = []
    for i, block in enumerate(blocks):
        after = sum(each.least(width) + _gap(each) for each in blocks[i + 1 :])
        fitted = block.fit(width, room - after)
        high = fitted.height(width)
        found.append((fitted, high))
        room -= high + _gap(block)
    return found


def _gap(block: Block) -> float:
    """A heading belongs to what follows it."""
    return 2.0 if isinstance(block, Heading) else _GAP
