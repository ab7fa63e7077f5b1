"""The entry point ``perftrack``. Qt is imported only by what needs it, so the command line stays quick."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from perftrack.cli import main as run_command

if TYPE_CHECKING:
    from collections.abc import Callable

    from perftrack.domain.sheets.grid import Sheet


def main(argv: Sequence[str] | None = None) -> int:
    """Runs the command line with the window lent to it; the exit status."""
    return run_command(argv, open_window=_open_window, draw_pages=_draw_pages, pdf_writer=_pdf_writer)


def _open_window(path: Path | None, language: str | None) -> int:
    from ui.app import run

    return run(path, language)


def _draw_pages(path: Path, out: Path, language: str) -> Sequence[Path]:
    from ui.pictures import draw_pages

    return draw_pages(path, out, language)


def _pdf_writer(sheets: "Sequence[Sheet]", check: "Callable[[], None]") -> bytes:
    from ui.printing.door import pdf_without_window

    return pdf_without_window(sheets, check)


if __name__ == "__main__":
    sys.exit(main())
