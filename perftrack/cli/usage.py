"""A parser that speaks the user's language: help and complaints come from the messages, section ``cli``."""

import argparse
import re
import sys
from collections.abc import Iterable
from typing import Any, NoReturn

from perftrack.cli.frame import WRONG_USAGE, write_line
from perftrack.services.messages import Speaker

#: What argparse says → (code of our sentence, names of the groups).
_COMPLAINTS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"the following arguments are required: (?P<names>.*)"), "usage_required"),
    (re.compile(r"unrecognized arguments: (?P<names>.*)"), "usage_unrecognized"),
    (re.compile(r"argument (?P<name>.*?): expected one argument"), "usage_expected"),
    (
        re.compile(r"argument (?P<name>.*?): invalid choice: (?P<given>.*?) \(choose from (?P<known>.*)\)"),
        "usage_choice",
    ),
    (re.compile(r"argument (?P<name>.*?): invalid \w+ value: (?P<given>.*)"), "usage_value"),
)


class WrongUsage(Exception):
    """A command that is spelt right and asks for what cannot be; ``code`` is a sentence of section ``cli``."""

    def __init__(self, code: str, /, **arguments: object) -> None:
        super().__init__(code)
        self.code = code
        self.arguments = arguments


class Parser(argparse.ArgumentParser):
    """An :class:`argparse.ArgumentParser` whose words come from a :class:`Speaker`."""

    def __init__(self, speaker: Speaker, prog: str, description: str = "", epilog: str = "") -> None:
        prefix = speaker.word("usage_prefix")

        class Formatter(argparse.HelpFormatter):
            def add_usage(
                self,
                usage: str | None,
                actions: Iterable[argparse.Action],
                groups: Iterable[argparse._MutuallyExclusiveGroup],
                prefix: str | None = prefix,
            ) -> None:
                super().add_usage(usage, actions, groups, prefix)

        super().__init__(
            prog=prog, description=description or None, epilog=epilog or None, add_help=False, allow_abbrev=False,
            formatter_class=Formatter,
        )  # fmt: skip
        self._speaker = speaker
        self._positionals.title = speaker.word("arguments_title")
        self._optionals.title = speaker.word("options_title")
        self.add_argument("-h", "--help", action="help", help=speaker.word("help_help"))

    def error(self, message: str) -> NoReturn:
        """Wrong usage: one sentence on standard error, exit status 2."""
        self.complain(self._worded(message))

    def complain(self, detail: str) -> NoReturn:
        """``detail`` and where the help is, on standard error; exit status 2."""
        write_line(sys.stderr, self._speaker.word("usage_hint", detail=detail, command=self.prog))
        raise SystemExit(WRONG_USAGE)

    def _print_message(self, message: str, file: Any = None) -> None:
        write_line(file or sys.stderr, message.rstrip("\n"))

    def _worded(self, message: str) -> str:
        for pattern, code in _COMPLAINTS:
            if match := pattern.fullmatch(message):
                return self._speaker.word(code, **match.groupdict())
        return self._speaker.word("usage_other", detail=message)
