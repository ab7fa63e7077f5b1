"""``open``: the window, which the window's side lends."""

import os
from argparse import Namespace
from pathlib import Path

from perftrack.cli.frame import Frame, without_display
from perftrack.errors import DataFileError, UserError


def open_file(given: Namespace, frame: Frame) -> int:
    """Opens the window on the file named, or on the one opened last. Returns when the window is closed."""
    path: Path | None = given.file
    if path is not None and not path.exists():
        raise DataFileError("file_missing", path=str(path))
    return open_window(path, frame)


def open_window(path: Path | None, frame: Frame) -> int:
    """Opens the window. Raises ``UserError("no_display")`` where none can be shown."""
    drawn_elsewhere = os.environ.get("QT_QPA_PLATFORM")
    if frame.lent.open_window is None or (without_display() and not drawn_elsewhere):
        raise UserError("no_display")
    return frame.lent.open_window(path, frame.chosen)
