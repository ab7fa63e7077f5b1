"""Passwords of people: read, hashed, checked. They keep colleagues apart; they do not encrypt the file.

A hash goes from here into the file and back and nowhere else: not into a domain value, a sentence or a log. The
journal keeps whole rows, the hash among them, and journal rows are never altered: whoever can read the file with
other tools can read old hashes there. :meth:`perftrack.services.workspace.Workspace.journal` leaves them out.
"""

import unicodedata
from dataclasses import dataclass
from datetime import datetime, timedelta

from perftrack.errors import RefusedValue, UserError

#: Longest password in characters; nobody types more, and hashing more only wastes time.
LONGEST = 1000
_FREE_TRIES, _FIRST_WAIT, _LONGEST_WAIT = 5, 30, 900


def read(typed: str | None) -> str | None:
    """The password that ``typed`` is: composed the same way on every keyboard (NFC), None for nothing at all.

    Blanks count. Raises RefusedValue ``password_long``, ``password_unreadable`` (half a character).
    """
    if not typed:
        return None
    if len(typed) > LONGEST:
        raise RefusedValue("password_long", longest=LONGEST)
    try:
        return unicodedata.normalize("NFC", typed).encode().decode()
    except UnicodeEncodeError:
        raise RefusedValue("password_unreadable") from None


def hashed(password: str) -> str:
    """The argon2id hash of a password, with its salt and costs in its own notation."""
    from argon2 import PasswordHasher

    return PasswordHasher().hash(password)


def fits(password: str, secret: str) -> bool:
    """Whether ``secret`` is the hash of ``password``; one that does not read fits nothing."""
    from argon2 import PasswordHasher
    from argon2.exceptions import InvalidHashError, VerificationError

    try:
        return PasswordHasher().verify(secret, password)
    except (VerificationError, InvalidHashError):
        return False


@dataclass(slots=True)
class _Tries:
    wrong: int = 0
    until: datetime | None = None


class Attempts:
    """Wrong passwords since the file was opened. From the fifth on each makes the next wait twice as long."""

    def __init__(self) -> None:
        self._tries: dict[str, _Tries] = {}

    def refuse_hurry(self, person_id: str, now: datetime) -> None:
        """Raises :class:`UserError` ``password_wait`` with the ``seconds`` that are left to wait."""
        tries = self._tries.get(person_id)
        if tries is not None and tries.until is not None and now < tries.until:
            left = (tries.until - now) / timedelta(seconds=1)
            raise UserError("password_wait", seconds=max(1, round(left)), tries=tries.wrong)

    def note_wrong(self, person_id: str, now: datetime) -> None:
        """Counts a wrong password."""
        tries = self._tries.setdefault(person_id, _Tries())
        tries.wrong += 1
        if tries.wrong >= _FREE_TRIES:
            wait = min(_LONGEST_WAIT, _FIRST_WAIT * 2 ** min(tries.wrong - _FREE_TRIES, 10))
            tries.until = now + timedelta(seconds=wait)

    def forgive(self, person_id: str) -> None:
        """Forgets what was wrong: the right password came."""
        self._tries.pop(person_id, None)
