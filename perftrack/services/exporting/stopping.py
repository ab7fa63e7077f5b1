"""Stopping work that was cancelled, between two of its steps."""

from collections.abc import Callable

#: Asked between the steps of a long piece of work; raises :class:`Stopped` when it is wanted no more.
Check = Callable[[], None]


class Stopped(Exception):
    """The work was cancelled; nothing of it was stored."""


def check_of(cancelled: Callable[[], bool] | None) -> Check:
    """The check that asks ``cancelled``."""

    def check() -> None:
        if cancelled is not None and cancelled():
            raise Stopped

    return check


def never() -> None:
    """The check of work that nobody cancels."""
