"""Official sheets written: ours beside a bare loop of the same library that writes the same cells.

``budget``: at least 0.7 times the throughput of the bare loop, so at most 1 / 0.7 of its time.
"""

import itertools
import resource
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from perftrack.domain.periods import Quarter
from perftrack.domain.sheets.grid import STYLES, Sheet, printed
from perftrack.services.bundled import shipped_pack
from perftrack.services.exporting.making import SheetMaker
from perftrack.services.exporting.sheets import export_sheets
from tests.golden.office import read_office
from tests.services.exporting.books import FakeWorkspace

SHEETS = 200
BUDGET = 1 / 0.7
#: Seconds from the wish to cancel to the end of the work.
CANCEL = 0.2


def measure() -> Iterator[tuple[str, float, float, float]]:
    """(name, ours, floor, budget)."""
    from PySide6.QtGui import QGuiApplication

    from ui.printing.pdf import pdf_bytes

    running = QGuiApplication.instance() or QGuiApplication([])
    office = _office(SHEETS)
    maker = SheetMaker(office, Quarter.Q4)
    sheets = [maker.make("evaluation", [plan]) for plan in office.plans(2024)]
    wish = {"year": 2024, "kinds": ["evaluation"], "pdf": pdf_bytes}

    def ours(**more: object) -> Callable[[Path], object]:
        return lambda out: export_sheets(_office(SHEETS), out=out, **wish, **more)

    yield "xlsx, a file each", *_both(ours(), lambda out: _bare_books(sheets, out)), BUDGET
    yield "xlsx, one book", *_both(ours(one_book=True), lambda out: _bare_book(sheets, out)), BUDGET
    yield "pdf, a file each", *_both(ours(format="pdf"), lambda out: _bare_pdfs(sheets, out)), BUDGET
    yield "pdf, one file", *_both(ours(format="pdf", one_book=True), lambda out: _bare_pdf(sheets, out)), BUDGET
    few = sheets[:40]
    made = lambda out: export_sheets(_office(len(few)), out=out, **wish, format="docx")  # noqa: E731
    yield "docx, a file each", *_both(made, lambda out: _bare_documents(few, out)), BUDGET
    for format in ("xlsx", "docx", "pdf"):
        yield f"cancel, {format} book", _longest_step(office, wish, format), CANCEL, 1.0
    yield "memory, last/first", *_memory(wish), 1.1
    del running


def _office(count: int) -> FakeWorkspace:
    department, plans = read_office()
    projects = [plan for plan in plans if plan.kind.value == "project"]
    made = [replace(projects[n % 5], id=f"p{n}", name=f"{projects[n % 5].name}{n}") for n in range(count)]
    assert shipped_pack("national-2020")
    return FakeWorkspace(department, made)


def _both(ours: Callable[[Path], object], floor: Callable[[Path], object]) -> tuple[float, float]:
    """Both times, the better of two runs each, in turns."""
    taken: dict[int, list[float]] = {0: [], 1: []}
    for _ in range(2):
        for number, act in enumerate((ours, floor)):
            with tempfile.TemporaryDirectory() as folder:
                start = time.perf_counter()
                act(Path(folder))
                taken[number].append(time.perf_counter() - start)
    return min(taken[0]), min(taken[1])


def _longest_step(office: FakeWorkspace, wish: dict, format: str) -> float:
    """The longest time between two questions whether to go on, while all sheets go into one file."""
    asked: list[float] = []

    def cancelled() -> bool:
        asked.append(time.perf_counter())
        return False

    with tempfile.TemporaryDirectory() as folder:
        export_sheets(office, out=Path(folder), format=format, one_book=True, cancelled=cancelled, **wish)
        asked.append(time.perf_counter())
    return max(after - before for before, after in itertools.pairwise(asked))


def _memory(wish: dict) -> tuple[float, float]:
    """The most memory used after all files, and after the first fifth of them, as seconds that are none (GB)."""
    with tempfile.TemporaryDirectory() as folder:
        export_sheets(_office(SHEETS // 5), out=Path(folder), **wish)
        early = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
        export_sheets(_office(SHEETS), out=Path(folder), **wish)
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6, early


def _bare_books(sheets: Sequence[Sheet], out: Path) -> None:
    from xlsxwriter.workbook import Workbook

    for number, sheet in enumerate(sheets):
        with Workbook(str(out / f"{number}.xlsx"), {"in_memory": True}) as book:
            _bare_page(book, sheet, {})


def _bare_book(sheets: Sequence[Sheet], out: Path) -> None:
    from xlsxwriter.workbook import Workbook

    formats: dict = {}
    with Workbook(str(out / "all.xlsx"), {"in_memory": True}) as book:
        for sheet in sheets:
            _bare_page(book, sheet, formats)


def _bare_page(book: object, sheet: Sheet, formats: dict) -> None:
    page = book.add_worksheet()
    for column, width in enumerate(sheet.columns):
        page.set_column(column, column, width)
    for row, height in enumerate(sheet.rows):
        page.set_row(row, height)
    for cell in sheet.cells:
        style = STYLES[cell.style]
        if cell.style not in formats:
            look = {"font_size": style.size, "align": style.across, "border": int(style.bordered), "text_wrap": True}
            formats[cell.style] = book.add_format(look)
        look, area = formats[cell.style], cell.area
        if (area.last_row, area.last_column) != (area.row, area.column):
            page.merge_range(area.row, area.column, area.last_row, area.last_column, "", look)
        if isinstance(cell.value, Decimal):
            page.write_number(cell.row, cell.column, cell.value, look)
        else:
            page.write_string(cell.row, cell.column, cell.value or "", look)


def _bare_pdfs(sheets: Sequence[Sheet], out: Path) -> None:
    for number, sheet in enumerate(sheets):
        _bare_pdf([sheet], out, f"{number}.pdf")


def _bare_pdf(sheets: Sequence[Sheet], out: Path, name: str = "all.pdf") -> None:
    from PySide6.QtCore import QRectF, Qt
    from PySide6.QtGui import QFont, QPageLayout, QPageSize, QPainter, QPdfWriter

    writer = QPdfWriter(str(out / name))
    writer.setResolution(720)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageOrientation(QPageLayout.Orientation.Landscape)
    painter = QPainter(writer)
    flags = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
    for number, sheet in enumerate(sheets):
        if number:
            writer.newPage()
        wide = 7500 / sum(sheet.columns)
        lefts = [sum(sheet.columns[:column]) * wide for column in range(len(sheet.columns) + 1)]
        tops = [sum(sheet.rows[:row]) * 9 for row in range(len(sheet.rows) + 1)]
        for cell in sheet.cells:
            style, area = STYLES[cell.style], cell.area
            left, top = lefts[area.column], tops[area.row]
            box = QRectF(left, top, lefts[area.last_column + 1] - left, tops[area.last_row + 1] - top)
            if style.bordered:
                painter.drawRect(box)
            font = QFont("Noto Serif CJK SC")
            font.setPointSizeF(style.size)
            painter.setFont(font)
            painter.drawText(box, flags, printed(cell))
    painter.end()


def _bare_documents(sheets: Sequence[Sheet], out: Path) -> None:
    from docx import Document

    for number, sheet in enumerate(sheets):
        document = Document()
        table = document.add_table(len(sheet.rows), len(sheet.columns))
        rows = [row.cells for row in table.rows]
        for cell in sheet.cells:
            area = cell.area
            place = rows[area.row][area.column]
            if (area.last_row, area.last_column) != (area.row, area.column):
                place = place.merge(rows[area.last_row][area.last_column])
            place.text = printed(cell)
        document.save(str(out / f"{number}.docx"))
