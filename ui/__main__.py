"""The entry point ``perftrack``. Qt is imported only by what needs it, so the command line stays quick."""

import sys
from collections.abc import Sequence
from pathlib import Path

from perftrack.cli import main as run_command


def main(argv: Sequence[str] | None = None) -> int:
    """Runs the command line with the window lent to it; the exit status."""
    return run_command(argv, open_window=_open_window, draw_pages=_draw_pages)


def _open_window(path: Path | None, language: str | None) -> int:
    from ui.app import run

    return run(path, language)


def _draw_pages(path: Path, out: Path, language: str) -> Sequence[Path]:
    from ui.pictures import draw_pages

    return draw_pages(path, out, language)


if __name__ == "__main__":
    sys.exit(main())
