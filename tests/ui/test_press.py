"""Sheets on paper and as PDF: one page of the file for each page of the preview, whatever way it lies."""

import re
from dataclasses import replace

import pytest
from PySide6.QtPrintSupport import QPrinter

from perftrack.services.exporting.sheets import sheet_for
from tests.ui.scored import PARTY, Q3, plan_named, sample_file, session_at
from ui.printing import press
from ui.printing.layout import lay_out


@pytest.fixture(scope="module")
def sheets(tmp_path_factory, qapp):
    session = session_at(sample_file(tmp_path_factory.mktemp("office")))
    plan = plan_named(session, PARTY)
    made = [sheet_for(session.workspace, plan.id, kind, Q3) for kind in ("annex", "targets")]
    session.leave()
    return made


def boxes(pdf: bytes) -> list[tuple[float, float]]:
    """Width and height of every page."""
    found = re.findall(rb"/MediaBox \[0 0 ([0-9.]+) ([0-9.]+)\]", pdf)
    return [(float(width), float(height)) for width, height in found]


def test_that_every_page_of_every_sheet_is_in_the_pdf_file_the_way_it_lies(sheets):
    upright = replace(sheets[1], landscape=False)
    wanted = [sheet.landscape for sheet in (sheets[0], upright) for _ in lay_out(sheet).pages]
    pdf = press.pdf_bytes([sheets[0], upright], "annex")
    assert [width > height for width, height in boxes(pdf)] == wanted
    assert b"annex" in pdf or "annex".encode("utf-16-be") in pdf


def test_that_the_pdf_file_embeds_its_fonts(sheets):
    assert b"/FontFile" in press.pdf_bytes(sheets[:1])


def test_that_a_printer_gets_the_same_pages(sheets, tmp_path):
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    assert press.print_sheets(printer, sheets[:1])
    assert boxes((tmp_path / "printed.pdf").read_bytes()) == boxes(press.pdf_bytes(sheets[:1]))


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_that_a_printer_that_takes_nothing_is_told(sheets, tmp_path):
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "gone" / "printed.pdf"))
    assert not press.print_sheets(printer, sheets[:1])
