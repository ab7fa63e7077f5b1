"""A progress bar on the terminal, on standard error, and nowhere else."""

import sys
from types import TracebackType

from perftrack.cli.frame import write_line
from perftrack.cli.width import cut, width

_BAR = 24
_LINE = 78


class ProgressBar:
    """``with ProgressBar(label) as bar: bar(done, total, item)``. Silent where standard error is no terminal."""

    def __init__(self, label: str) -> None:
        self._label = label
        self._stream = sys.stderr
        self._shown = self._stream is not None and self._stream.isatty()
        self._last = ""

    def __enter__(self) -> "ProgressBar":
        return self

    def __call__(self, done: int, total: int, item: str = "") -> None:
        """``done`` of ``total`` are ready; ``item`` is worked on now."""
        if not self._shown or not total:
            return
        filled = _BAR * done // total
        line = cut(f"{self._label} [{'#' * filled}{'.' * (_BAR - filled)}] {done}/{total} {item}", _LINE)
        if line != self._last:
            blank = " " * max(0, width(self._last) - width(line))
            encoding = self._stream.encoding or "utf-8"
            self._stream.write(f"\r{line}{blank}".encode(encoding, "replace").decode(encoding))
            self._stream.flush()
            self._last = line

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._last:
            write_line(self._stream, "")
            self._last = ""
