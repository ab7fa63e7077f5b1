"""Blocks of cells as the clipboard carries them: tab-separated text (Excel, WPS) and a plain HTML table."""

import io
from collections.abc import Mapping, Sequence

Block = list[list[str]]
#: (row, column) → (rows, columns) a merged cell covers.
Merged = Mapping[tuple[int, int], tuple[int, int]]


def read_block(text: str) -> Block:
    """The rows and cells of a copied block. Quoted cells may hold line ends and tabs.

    >>> read_block('12\\t"two\\nlines"\\r\\n7\\t\\r\\n')
    [['12', 'two\\nlines'], ['7', '']]
    """
    levelled = text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n")
    if '"' not in levelled or levelled.count('"') % 2:
        return [line.split("\t") for line in levelled.split("\n")]
    import csv  # late, as html below: nothing is copied or pasted while the window starts

    return list(csv.reader(io.StringIO(levelled, newline=""), delimiter="\t"))


def read_copied(text: str, html: str) -> Block:
    """What was copied: as the text has it, unless a table beside it has another shape.

    Word processors put every line of a cell on a line of its own; only their table tells the cells apart.
    """
    block = read_block(text) if text else []
    if "<table" not in html.lower():
        return block
    from ui.models.html_tables import read_html

    table = read_html(html)
    if table and _shape(table) != _shape(block):
        return table
    return block


def write_tsv(rows: Sequence[Sequence[str]]) -> str:
    """The block as Excel and WPS take it; cells with line ends, tabs or quotes are quoted.

    >>> write_tsv([["12", "a\\nb"]])
    '12\\t"a\\nb"'
    """
    return "\n".join("\t".join(_quoted(cell) for cell in row) for row in rows)


def write_html(rows: Sequence[Sequence[str]], merged: Merged | None = None) -> str:
    """The block as a table for word processors; a merged cell stands there once.

    >>> write_html([["a", "b"], ["", "c"]], {(0, 0): (2, 1)})
    '<table><tr><td rowspan="2">a</td><td>b</td></tr><tr><td>c</td></tr></table>'
    """
    from html import escape

    spans = merged or {}
    under = {
        (row + down, column + right)
        for (row, column), (height, width) in spans.items()
        for down in range(height)
        for right in range(width)
        if down or right
    }
    lines = []
    for row, cells in enumerate(rows):
        line = ""
        for column, cell in enumerate(cells):
            if (row, column) not in under:
                height, width = spans.get((row, column), (1, 1))
                size = (f' rowspan="{height}"' if height > 1 else "") + (f' colspan="{width}"' if width > 1 else "")
                line += f"<td{size}>{escape(cell).replace(chr(10), '<br>')}</td>"
        lines.append(f"<tr>{line}</tr>")
    return f"<table>{''.join(lines)}</table>"


def _shape(block: Block) -> tuple[int, int]:
    return len(block), max((len(row) for row in block), default=0)


def _quoted(cell: str) -> str:
    if any(sign in cell for sign in '\t\n"'):
        return '"' + cell.replace('"', '""') + '"'
    return cell
