"""What every command is given: how to speak, where to write, what the window lends, the clock."""

import json
import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TextIO

from perftrack.errors import UserError
from perftrack.services.messages import LANGUAGES, Speaker

#: Opens the window on a file (None: the last one) in a language (None: its own choice); the exit status.
OpenWindow = Callable[[Path | None, str | None], int]
#: Makes the bytes of a pdf that holds the sheets; asks the check between its steps.
PdfWriter = Callable[[Sequence[Any], Callable[[], None]], bytes]
#: Draws every page of a file into a folder, in a language; the pictures.
DrawPages = Callable[[Path, Path, str], Sequence[Path]]

DONE, REFUSED, WRONG_USAGE, INTERRUPTED = 0, 1, 2, 130


@dataclass(frozen=True, slots=True)
class Lent:
    """What needs Qt and is handed in by the window's side; None where there is none."""

    open_window: OpenWindow | None = None
    draw_pages: DrawPages | None = None
    pdf_writer: PdfWriter | None = None


@dataclass(frozen=True, slots=True)
class Frame:
    """One run of the command line. ``chosen`` is the language asked for by name, if any."""

    speaker: Speaker
    lent: Lent
    chosen: str | None = None

    def say(self, code: str, **arguments: object) -> None:
        """A line of the section ``cli`` on standard output."""
        self.line(self.speaker.word(code, **arguments))

    def line(self, text: str) -> None:
        """A line on standard output; a sign its encoding does not know becomes a question mark."""
        with output():
            write_line(sys.stdout, text)

    def document(self, value: Mapping[str, Any]) -> None:
        """One JSON document in UTF-8 on standard output, whatever the locale."""
        text = json.dumps(value, ensure_ascii=False, indent=1, allow_nan=False)
        with output():
            sys.stdout.flush()
            sys.stdout.buffer.write(f"{text}\n".encode())
            sys.stdout.buffer.flush()


@contextmanager
def output() -> Iterator[None]:
    """What fails inside is standard output: a full disk behind it has words, a closed pipe stays BrokenPipeError."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise UserError("output_refused", reason=error.strerror or str(error)) from error


def write_line(stream: TextIO, text: str) -> None:
    """``text`` and a line end on ``stream``, in whatever encoding it has."""
    encoding = stream.encoding or "utf-8"
    stream.write(f"{text}\n".encode(encoding, "replace").decode(encoding))


def now() -> datetime:
    """The time with its zone. The only look at a clock: for the journal, never for a score."""
    return datetime.now(UTC).astimezone()


def language_of(environment: Mapping[str, str]) -> str:
    """The language a POSIX environment asks for: Chinese when it does, else English.

    >>> language_of({"LANG": "zh_CN.UTF-8"}), language_of({"LC_ALL": "C", "LANG": "zh_CN.UTF-8"})
    ('zh_CN', 'en')
    """
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := environment.get(name):
            return LANGUAGES[0] if value.casefold().startswith("zh") else LANGUAGES[1]
    return LANGUAGES[1]


def without_display() -> bool:
    """Whether no window can be shown: Linux with neither DISPLAY nor WAYLAND_DISPLAY."""
    return sys.platform.startswith("linux") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
