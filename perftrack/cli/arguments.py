"""The subcommands and their arguments (guide: command line)."""

from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from perftrack.cli.usage import Parser
from perftrack.domain.terms import Rating
from perftrack.services.messages import LANGUAGES, Speaker
from perftrack.services.workspace import app_version

PROGRAM = "perftrack"
SHEETS = ("targets", "monitoring", "evaluation", "evidence", "annex", "all")
FORMATS = ("xlsx", "docx", "pdf")
COMMANDS = (
    "open", "demo", "new", "import", "score", "forecast", "needed", "explain", "compare", "check", "export",
    "collect", "package", "password",
)  # fmt: skip
_FOR_ALL = {"-h", "--help", "--version"}


def language_asked(words: Sequence[str]) -> str | None:
    """The language named by ``--lang``, known before anything is parsed so that complaints can use it."""
    asked = None
    for position, word in enumerate(words):
        if word == "--":
            break
        if word == "--lang" and position + 1 < len(words):
            asked = words[position + 1]
        elif word.startswith("--lang="):
            asked = word.removeprefix("--lang=")
    return asked if asked in LANGUAGES else None


def with_command(words: Sequence[str]) -> list[str]:
    """``words`` with the command first: ``open`` is put there when the first word is none.

    >>> with_command(["office.perftrack"]), with_command(["--lang", "en", "score"]), with_command([])
    (['open', 'office.perftrack'], ['score', '--lang', 'en'], ['open'])
    """
    position = 0
    while position < len(words) and words[position].startswith("--lang"):
        position += 2 if words[position] == "--lang" else 1
    before, after = list(words[:position]), list(words[position:])
    if after and after[0] in COMMANDS:
        return [after[0], *before, *after[1:]]
    if after and after[0] in _FOR_ALL:
        return [*after, *before]
    return ["open", *before, *after]


def parse(words: Sequence[str], speaker: Speaker) -> tuple[Namespace, Parser]:
    """The arguments, and the parser of their command. Wrong usage and help end in :class:`SystemExit`."""
    commands = _Commands(speaker)
    given = commands.top.parse_args(with_command(words))
    return given, commands.parsers[given.command]


class _Commands:
    """The parsers, made once per run. ``top`` parses, ``parsers`` are those of the commands."""

    def __init__(self, speaker: Speaker) -> None:
        self._speaker = speaker
        self.parsers: dict[str, Parser] = {}
        self.top = Parser(speaker, PROGRAM, speaker.word("description"), speaker.word("epilog"))
        self.top.add_argument(
            "--version", action="version", version=f"{PROGRAM} {app_version()}", help=speaker.word("help_version")
        )
        self._language(self.top)
        self._group = self.top.add_subparsers(
            title=speaker.word("commands_title"), dest="command", metavar="COMMAND", parser_class=Parser
        )
        for name in COMMANDS:
            getattr(self, f"_{name}")(self._command(name))

    def _command(self, name: str) -> Parser:
        said = self._speaker.word(f"help_{name}")
        parser: Parser = self._group.add_parser(
            name,
            help=said,
            description=said,
            speaker=self._speaker,
        )
        self._language(parser)
        self.parsers[name] = parser
        return parser

    def _language(self, parser: Parser) -> None:
        parser.add_argument("--lang", choices=LANGUAGES, help=self._speaker.word("help_lang"))

    def _flag(self, parser: Parser, name: str, said: str) -> None:
        parser.add_argument(name, action="store_true", help=self._speaker.word(said))

    def _value(self, parser: Parser, name: str, said: str, **options: Any) -> None:
        parser.add_argument(name, help=self._speaker.word(said), **options)

    def _db(self, parser: Parser, said: str = "help_db") -> None:
        self._value(parser, "--db", said, metavar="FILE", type=Path, required=True)

    def _open(self, parser: Parser) -> None:
        self._value(parser, "file", "help_open_file", metavar="FILE", type=Path, nargs="?")

    def _demo(self, parser: Parser) -> None:
        self._value(parser, "--out", "help_demo_out", metavar="DIR", type=Path)
        self._flag(parser, "--pictures", "help_demo_pictures")

    def _new(self, parser: Parser) -> None:
        self._value(parser, "file", "help_new_file", metavar="FILE", type=Path)
        self._value(parser, "--department", "help_new_department", metavar="NAME", required=True)

    def _import(self, parser: Parser) -> None:
        self._value(parser, "source", "help_import_source", metavar="SOURCE", type=Path)
        self._db(parser, "help_db_import")
        self._flag(parser, "--update", "help_import_update")
        self._flag(parser, "--dry-run", "help_import_dry_run")
        self._flag(parser, "--json", "help_json")

    def _score(self, parser: Parser) -> None:
        self._db(parser)
        self._value(parser, "--year", "help_year", metavar="Y")
        self._value(parser, "--plan", "help_plan", metavar="NAME")
        self._value(parser, "--quarter", "help_quarter", metavar="Q", default="4")
        self._value(parser, "--pack", "help_pack", metavar="P")
        self._value(parser, "--as-of", "help_as_of", metavar="DAY")
        self._flag(parser, "--json", "help_json")

    def _forecast(self, parser: Parser) -> None:
        self._ahead(parser)

    def _needed(self, parser: Parser) -> None:
        self._ahead(parser)
        self._value(parser, "--indicator", "help_needed_indicator", metavar="NAME")
        self._value(parser, "--for", "help_needed_for", metavar="TOTAL", default=Rating.EXCELLENT.value)

    def _ahead(self, parser: Parser) -> None:
        self._db(parser)
        self._value(parser, "--year", "help_year", metavar="Y")
        self._value(parser, "--plan", "help_plan", metavar="NAME")
        self._value(parser, "--quarter", "help_quarter_latest", metavar="Q")
        self._value(parser, "--pack", "help_pack", metavar="P")
        self._flag(parser, "--json", "help_json")

    def _explain(self, parser: Parser) -> None:
        self._score(parser)

    def _compare(self, parser: Parser) -> None:
        self._score(parser)
        self._value(parser, "--from-quarter", "help_from_quarter", metavar="Q")
        self._value(parser, "--from-year", "help_from_year", metavar="Y")
        self._value(parser, "--from-pack", "help_from_pack", metavar="P")
        self._flag(parser, "--original-targets", "help_original_targets")

    def _check(self, parser: Parser) -> None:
        self._db(parser)
        self._flag(parser, "--json", "help_json")

    def _export(self, parser: Parser) -> None:
        self._db(parser)
        self._value(parser, "--year", "help_year", metavar="Y")
        self._value(parser, "--sheet", "help_export_sheet", choices=SHEETS, required=True)
        self._value(parser, "--plan", "help_plan", metavar="NAME")
        self._value(parser, "--month", "help_export_month", metavar="M")
        self._value(parser, "--format", "help_export_format", choices=FORMATS, default="xlsx")
        self._flag(parser, "--one-book", "help_export_one_book")
        self._value(parser, "--out", "help_export_out", metavar="DIR", type=Path, required=True)

    def _collect(self, parser: Parser) -> None:
        self._db(parser)
        self._value(parser, "--year", "help_year", metavar="Y")
        self._value(parser, "--quarter", "help_collect_quarter", metavar="Q", default="4")
        self._value(parser, "--plan", "help_plan", metavar="NAME")
        self._value(parser, "--until", "help_collect_until", metavar="DAY")
        self._value(parser, "--out", "help_collect_out", metavar="DIR", type=Path)
        self._value(parser, "--read", "help_collect_read", metavar="FORM", type=Path)
        self._flag(parser, "--take-theirs", "help_collect_take_theirs")
        self._flag(parser, "--dry-run", "help_import_dry_run")
        self._flag(parser, "--json", "help_json")

    def _package(self, parser: Parser) -> None:
        self._db(parser)
        self._value(parser, "--year", "help_year_all", metavar="Y")
        self._value(parser, "--as-of", "help_as_of", metavar="DAY")
        self._value(parser, "--out", "help_package_out", metavar="FILE.json", type=Path, required=True)

    def _password(self, parser: Parser) -> None:
        self._db(parser)
        self._value(parser, "--person", "help_password_person", metavar="NAME", required=True)
