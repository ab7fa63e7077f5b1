"""The way in: arguments to a command, what went wrong to a sentence and an exit status."""

import contextlib
import os
import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from typing import Any

from perftrack.cli.arguments import language_asked, parse
from perftrack.cli.frame import (
    DONE,
    INTERRUPTED,
    REFUSED,
    DrawPages,
    Frame,
    Lent,
    OpenWindow,
    language_of,
    output,
    write_line,
)
from perftrack.cli.usage import WrongUsage
from perftrack.errors import UserError
from perftrack.services.messages import speaker

Command = Callable[[Namespace, Frame], int]


def main(
    argv: Sequence[str] | None = None,
    *,
    open_window: OpenWindow | None = None,
    draw_pages: DrawPages | None = None,
    pdf_writer: Any = None,
) -> int:
    """Runs one command and returns its exit status: 0 done, 1 the user's world refused, 2 wrong usage.

    A refusal is one sentence on standard error. What needs Qt is handed in. Any other exception is a fault of the
    program and passes through.
    """
    words = list(sys.argv[1:] if argv is None else argv)
    chosen = language_asked(words)
    frame = Frame(speaker(chosen or language_of(os.environ)), Lent(open_window, draw_pages, pdf_writer), chosen)
    try:
        return _run(words, frame)
    except SystemExit as end:  # help and complaints of the parser
        return end.code if isinstance(end.code, int) else DONE
    except BrokenPipeError:
        _let_go_of_output()
        return REFUSED
    except KeyboardInterrupt:
        return INTERRUPTED
    except UserError as error:
        return _refuse(error, frame)
    except OSError as error:
        parts = (error.filename, error.strerror or str(error))
        return _refuse(UserError("system_refused", reason=": ".join(str(part) for part in parts if part)), frame)


def _run(words: Sequence[str], frame: Frame) -> int:
    given, parser = parse(words, frame.speaker)
    try:
        status = _command(given.command)(given, frame)
    except WrongUsage as wrong:
        parser.complain(frame.speaker.word(wrong.code, **wrong.arguments))
    if sys.stdout is not None:  # a program without a console has none
        with output():
            sys.stdout.flush()
    return status


def _command(name: str) -> Command:
    """What a command runs. Imported when it is wanted: the window must not wait for what it does not need."""
    if name == "open":
        from perftrack.cli.window import open_file

        return open_file
    if name == "demo":
        from perftrack.cli.demo import demo

        return demo
    if name in ("forecast", "needed"):
        from perftrack.cli import ahead

        return {"forecast": ahead.forecast, "needed": ahead.needed}[name]
    if name == "collect":
        from perftrack.cli.collect import collect_forms

        return collect_forms
    from perftrack.cli import commands, explaining

    return {
        "new": commands.new,
        "import": commands.import_source,
        "score": commands.score,
        "explain": explaining.explain,
        "compare": explaining.compare,
        "check": commands.check,
        "export": commands.export,
        "package": commands.package,
        "password": commands.password,
    }[name]


def _refuse(error: UserError, frame: Frame) -> int:
    if error.code == "output_refused":
        _let_go_of_output()
    write_line(sys.stderr, frame.speaker.error(error))
    return REFUSED


def _let_go_of_output() -> None:
    """Nobody reads standard output any more: what is still in its buffer goes nowhere, without a complaint at exit."""
    with contextlib.suppress(OSError, ValueError), open(os.devnull, "wb") as nowhere:
        os.dup2(nowhere.fileno(), sys.stdout.fileno())
