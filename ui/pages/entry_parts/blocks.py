"""A selected block of cells as texts: for the clipboard, and to repeat it elsewhere."""

from collections.abc import Mapping

from PySide6.QtCore import QMimeData

from ui.delegates.roles import State
from ui.models import clipboard
from ui.models.entry_lines import Span
from ui.models.typed_cells import Cell
from ui.models.typed_grid import TypedGrid
from ui.pages.entry_parts.places import Place

#: (top left, rows, columns)
Selected = tuple[Place, int, int]


def copied(model: TypedGrid, chosen: Selected, spans: list[Span], under: Mapping[Place, Place]) -> QMimeData:
    """The cells as tab-separated text and as a table; a merged cell is there once."""
    (top, left), rows, columns = chosen
    heights = {(row, column): (height, width) for row, column, height, width in spans}
    texts, merged, seen = [], {}, set[Place]()
    for row in range(top, top + rows):
        line = []
        for column in range(left, left + columns):
            anchor = under.get((row, column), (row, column))
            line.append("" if anchor in seen else said(model.cell_at(*anchor)))
            if anchor in heights and anchor not in seen:
                bottom, right = anchor[0] + heights[anchor][0], anchor[1] + heights[anchor][1]
                size = min(bottom, top + rows) - row, min(right, left + columns) - column
                merged[row - top, column - left] = size
            seen.add(anchor)
        texts.append(line)
    data = QMimeData()
    data.setText(clipboard.write_tsv(texts))
    data.setHtml(clipboard.write_html(texts, merged))
    return data


def said(cell: Cell) -> str:
    """What a cell says on the clipboard: values as shown, prose as typed, placeholders nothing."""
    if cell.editor == "prose":
        return cell.edit
    if State.EMPTY in cell.look.state:
        return ""
    return cell.text or (cell.spoken if cell.look.light else "")


def repeated(model: TypedGrid, row: int, left: int, columns: int, under: Mapping[Place, Place]) -> list[str]:
    """What the cells of a row would be typed as."""
    cells = [model.cell_at(*under.get((row, left + right), (row, left + right))) for right in range(columns)]
    return [cell.edit if cell.editable else said(cell) for cell in cells]
