"""Blocks of cells as the clipboard carries them: tab-separated text (Excel, WPS) and a plain HTML table."""

import io
from collections.abc import Sequence


def read_block(text: str) -> list[list[str]]:
    """The rows and cells of a copied block. Quoted cells may hold line ends and tabs.

    >>> read_block('12\\t"two\\nlines"\\r\\n7\\t\\r\\n')
    [['12', 'two\\nlines'], ['7', '']]
    """
    levelled = text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n")
    if '"' not in levelled:
        return [line.split("\t") for line in levelled.split("\n")]
    import csv  # late, as html below: nothing is copied or pasted while the window starts

    return list(csv.reader(io.StringIO(levelled, newline=""), delimiter="\t"))


def write_tsv(rows: Sequence[Sequence[str]]) -> str:
    """The block as Excel and WPS take it; cells with line ends, tabs or quotes are quoted.

    >>> write_tsv([["12", "a\\nb"]])
    '12\\t"a\\nb"'
    """
    return "\n".join("\t".join(_quoted(cell) for cell in row) for row in rows)


def write_html(rows: Sequence[Sequence[str]]) -> str:
    """The block as a table for word processors."""
    from html import escape

    lines = ("".join(f"<td>{escape(cell).replace(chr(10), '<br>')}</td>" for cell in row) for row in rows)
    return "<table>" + "".join(f"<tr>{line}</tr>" for line in lines) + "</table>"


def _quoted(cell: str) -> str:
    if any(sign in cell for sign in '\t\n"'):
        return '"' + cell.replace('"', '""') + '"'
    return cell
