"""A stranger's workbook (.xlsx), looked at before any library opens it, and handed on as a safe copy.

Every part is unpacked here, counted and parsed once; what is handed on is packed anew from what was counted, so that
a library can meet neither an archive that unpacks without end, nor an entity, nor a cell a million rows away.
"""

import re
import zipfile
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from posixpath import basename
from xml.parsers import expat

from perftrack.errors import UserError

#: Most bytes of a file, entries in it, times it may grow, bytes unpacked.
LARGEST, MOST_ENTRIES, MOST_RATIO, MOST_UNPACKED = 20_000_000, 2_000, 100, 200_000_000
#: Most rows times columns of one page that hold cells.
MOST_AREA = 2_000_000
_PIECE = 1 << 20
_XML = (".xml", ".rels", ".vml")
_PLACE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_PERCENT_FORMATS = frozenset({9, 10})


@dataclass(frozen=True, slots=True)
class OfficeFile:
    """A workbook that may be opened. Cells are (row, column) from 0, per page.

    ``percents`` are shown as per cent; ``unworked`` hold a formula whose result was not stored.
    """

    name: str
    content: bytes
    percents: Mapping[str, frozenset[tuple[int, int]]]
    unworked: Mapping[str, frozenset[tuple[int, int]]]


def read_office_file(path: Path) -> OfficeFile:
    """The workbook at ``path``, checked whole. Raises UserError: cannot_read, book_too_large, book_no_workbook,
    book_packed (too many parts, or they unpack to too much), book_doctype, book_far_cell, book_encrypted,
    book_macros. Links to other files are never followed; what was stored of them counts.
    """
    try:
        size = path.stat().st_size
        if size > LARGEST:
            raise UserError("book_too_large", name=path.name, limit=LARGEST // 1_000_000)
        content = path.read_bytes()
    except OSError as error:
        raise UserError("cannot_read", path=str(path), reason=error.strerror or str(error)) from error
    return check_office_file(content, path.name)


def check_office_file(content: bytes, name: str) -> OfficeFile:
    """As :func:`read_office_file`, of bytes called ``name``."""
    if len(content) > LARGEST:
        raise UserError("book_too_large", name=name, limit=LARGEST // 1_000_000)
    if content.startswith(b"\xd0\xcf\x11\xe0"):  # an old .xls, or a workbook with a password
        raise UserError("book_encrypted", name=name)
    try:
        parts = _unpacked(content, name)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, ValueError, OSError) as error:
        raise UserError("book_no_workbook", name=name) from error
    if "xl/workbook.xml" not in parts:
        raise UserError("book_no_workbook", name=name)
    if any(basename(part).lower() == "vbaproject.bin" for part in parts):
        raise UserError("book_macros", name=name)
    looks = _Looks()
    _parse(parts.get("xl/styles.xml", b"<none/>"), name, looks.start)
    pages = _Pages()
    for part in ("xl/workbook.xml", "xl/_rels/workbook.xml.rels"):
        _parse(parts.get(part, b"<none/>"), name, pages.start)
    percents, unworked = {}, {}
    for part, body in parts.items():
        if part.startswith("xl/worksheets/") and part.endswith(".xml"):
            cells = _Cells(name, looks.percents)
            _parse(body, name, cells.start, cells.text)
            percents[pages.name_of(part)] = frozenset(cells.percents)
            unworked[pages.name_of(part)] = frozenset(cells.formulas - cells.worked)
        elif part.lower().endswith(_XML):
            _parse(body, name, None)
    return OfficeFile(name, _packed(parts), percents, unworked)


def _unpacked(content: bytes, name: str) -> dict[str, bytes]:
    parts: dict[str, bytes] = {}
    room = min(MOST_UNPACKED, max(len(content), 10_000) * MOST_RATIO)
    with zipfile.ZipFile(BytesIO(content)) as archive:
        entries = archive.infolist()
        if len(entries) > MOST_ENTRIES or sum(entry.file_size for entry in entries) > room:
            raise UserError("book_packed", name=name)
        for entry in entries:
            if entry.is_dir():
                continue
            if entry.filename in parts:
                raise zipfile.BadZipFile("the same name twice")
            pieces = []
            with archive.open(entry) as stream:
                while piece := stream.read(_PIECE):
                    room -= len(piece)
                    if room < 0:
                        raise UserError("book_packed", name=name)
                    pieces.append(piece)
            parts[entry.filename] = b"".join(pieces)
    return parts


def _packed(parts: Mapping[str, bytes]) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:
        for part, body in parts.items():
            archive.writestr(part, body)
    return stream.getvalue()


Start = Callable[[str, dict[str, str]], None]


def _parse(body: bytes, name: str, start: Start | None, text: Callable[[str], None] | None = None) -> None:
    """Goes through one part. A DOCTYPE is refused before anything it declares could be used."""

    def refuse(*_: object) -> None:
        raise UserError("book_doctype", name=name)

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = refuse
    if start is not None:
        parser.StartElementHandler = start
    if text is not None:
        parser.CharacterDataHandler = text
    try:
        parser.Parse(body, True)
    except expat.ExpatError as error:
        raise UserError("book_no_workbook", name=name) from error


class _Pages:
    """Which part holds which page."""

    def __init__(self) -> None:
        self._names: dict[str, str] = {}
        self._parts: dict[str, str] = {}

    def start(self, element: str, attributes: dict[str, str]) -> None:
        """Takes one element of the workbook or of its relations."""
        word = element.rpartition(":")[2]
        if word == "sheet":
            relation = next((text for key, text in attributes.items() if key.endswith(":id")), "")
            self._names[relation] = attributes.get("name", "")
        elif word == "Relationship":
            self._parts[basename(attributes.get("Target", ""))] = attributes.get("Id", "")

    def name_of(self, part: str) -> str:
        """The name of the page in ``part``, "" if the workbook names none."""
        return self._names.get(self._parts.get(basename(part), ""), "")


class _Looks:
    """Which cell formats show per cent, by their number in the styles."""

    def __init__(self) -> None:
        self.percents: set[int] = set()
        self._formats = set(_PERCENT_FORMATS)
        self._counting, self._count = False, 0

    def start(self, element: str, attributes: dict[str, str]) -> None:
        """Takes one element of the styles."""
        word = element.rpartition(":")[2]
        if word == "numFmt" and "%" in attributes.get("formatCode", ""):
            self._formats.add(_whole(attributes.get("numFmtId")))
        elif word in ("cellXfs", "cellStyles", "dxfs", "cellStyleXfs"):
            self._counting, self._count = word == "cellXfs", 0
        elif word == "xf" and self._counting:
            if _whole(attributes.get("numFmtId")) in self._formats:
                self.percents.add(self._count)
            self._count += 1


class _Cells:
    """How far the cells of a page reach, which show per cent, which hold formulas and of those which a result."""

    def __init__(self, name: str, looks: set[int]) -> None:
        self.percents: set[tuple[int, int]] = set()
        self.formulas: set[tuple[int, int]] = set()
        self.worked: set[tuple[int, int]] = set()
        self._cell, self._in_value = (-1, -1), False
        self._name, self._looks = name, looks
        self._row, self._column = -1, -1
        self._last_row, self._last_column = 0, 0

    def start(self, element: str, attributes: dict[str, str]) -> None:
        """Takes one element of a page."""
        word = element.rpartition(":")[2]
        self._in_value = word == "v"
        if word == "row":
            self._row = _whole(attributes.get("r"), self._row + 2) - 1
            self._column = -1
        elif word == "c":
            found = _PLACE.fullmatch(attributes.get("r", ""))
            self._column = _column(found[1]) if found else self._column + 1
            row = int(found[2]) - 1 if found else self._row
            self._last_row = max(self._last_row, row)
            self._last_column = max(self._last_column, self._column)
            if (self._last_row + 1) * (self._last_column + 1) > MOST_AREA:
                raise UserError("book_far_cell", name=self._name)
            self._cell = (row, self._column)
            if _whole(attributes.get("s")) in self._looks:
                self.percents.add(self._cell)
        elif word == "f":
            self.formulas.add(self._cell)

    def text(self, text: str) -> None:
        """Takes a piece of text."""
        if self._in_value and text.strip():
            self.worked.add(self._cell)


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def _whole(text: str | None, otherwise: int = -1) -> int:
    return int(text) if text is not None and text.isascii() and text.isdigit() and len(text) < 8 else otherwise
