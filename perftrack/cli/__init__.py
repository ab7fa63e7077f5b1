"""The command line: everything the window does without a window, for scripts, tests and IT staff."""

from perftrack.cli.main import main

__all__ = ["main"]
