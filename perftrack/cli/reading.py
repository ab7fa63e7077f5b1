"""What several commands ask of their arguments."""

import re
from argparse import Namespace

from perftrack.cli.usage import WrongUsage

_YEAR = re.compile(r"[0-9]{4}")


def year_of(given: Namespace) -> int | None:
    """The year asked for, None without one."""
    if given.year is None:
        return None
    if not _YEAR.fullmatch(given.year):
        raise WrongUsage("usage_year", given=given.year)
    return int(given.year)
