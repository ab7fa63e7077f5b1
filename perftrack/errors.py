"""The two kinds of error: the user's world, which gets a sentence, and ours, which gets a crash report.

Anything raised that is not a :class:`PerftrackError` is a fault of the program.
"""


class PerftrackError(Exception):
    """Root of every error perftrack raises on purpose."""


class UserError(PerftrackError):
    """The user's world refused: a bad file, a full disk, a wrong value.

    ``code`` names a sentence in ``resources/messages/*.toml`` (section ``error``): what happened, what is safe,
    what to do. ``args`` are the values put into it. The core never writes the sentence itself, so window,
    command line and sheets say the same in either language.
    """

    def __init__(self, code: str, /, **arguments: object) -> None:
        super().__init__(code, arguments)
        self.code = code
        self.arguments = arguments


class DataFileError(UserError):
    """A database file that is missing, empty, foreign, newer or damaged. It was not written to."""


class RefusedValue(UserError):
    """A typed value that does not read. Nothing was stored; the typed text is ``arguments['typed']``."""
