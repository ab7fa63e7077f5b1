"""Blocks of cells as the clipboard carries them: tab-separated text (Excel, WPS) and a plain HTML table."""

import csv
import io
from collections.abc import Mapping, Sequence
from html import escape
from html.parser import HTMLParser

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
    return list(csv.reader(io.StringIO(levelled, newline=""), delimiter="\t"))


def read_html(html: str) -> Block:
    """The first table in ``html``; merged cells hold their text once. Empty if there is no table.

    >>> read_html('<table><tr><td rowspan=2>a<td>b<br>c<tr><td> d </table>')
    [['a', 'b\\nc'], ['', 'd']]
    """
    reader = _TableReader()
    reader.feed(html)
    reader.close()
    return reader.block()


def read_copied(text: str, html: str) -> Block:
    """What was copied: as the text has it, unless a table beside it has another shape.

    Word processors put every line of a cell on a line of its own; only their table tells the cells apart.
    """
    block, table = read_block(text) if text else [], read_html(html) if "<table" in html.lower() else []
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


class _TableReader(HTMLParser):
    """Reads the first table and nothing else; what offices write leaves out many closing tags."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._cells: dict[tuple[int, int], str] = {}
        self._taken: set[tuple[int, int]] = set()
        self._row = -1
        self._here: tuple[int, int] | None = None
        self._depth, self._done = 0, False

    def block(self) -> Block:
        """The rows, all of one width."""
        height = max((row for row, _ in self._taken), default=-1) + 1
        width = max((column for _, column in self._taken), default=-1) + 1
        return [[_clean(self._cells.get((row, column), "")) for column in range(width)] for row in range(height)]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._done:
            return
        if tag == "table":
            self._depth += 1
        elif self._depth != 1:
            return
        elif tag == "tr":
            self._row, self._here = self._row + 1, None
        elif tag in ("td", "th"):
            self._begin(dict(attrs))
        elif tag in ("br", "p", "div") and self._here is not None and (tag == "br" or self._cells[self._here].strip()):
            self._cells[self._here] += "\x00"

    def _begin(self, given: dict[str, str | None]) -> None:
        self._row = max(0, self._row)
        column = 0
        while (self._row, column) in self._taken:
            column += 1
        self._here = (self._row, column)
        self._cells[self._here] = ""
        for down in range(_count(given.get("rowspan"))):
            for right in range(_count(given.get("colspan"))):
                self._taken.add((self._row + down, column + right))

    def handle_endtag(self, tag: str) -> None:
        if tag == "table" and self._depth:
            self._depth -= 1
            self._done = self._depth == 0
        elif tag in ("td", "th", "tr") and self._depth == 1:
            self._here = None

    def handle_data(self, data: str) -> None:
        if self._here is not None and self._depth == 1 and not self._done:
            self._cells[self._here] += data


def _count(text: str | None) -> int:
    return min(1000, max(1, int(text))) if text and text.isdigit() else 1


def _clean(text: str) -> str:
    """White space of the source is one blank; only marked line ends are line ends."""
    lines = (" ".join(line.split()) for line in text.split("\x00"))
    return "\n".join(lines).strip()
