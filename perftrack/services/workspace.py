"""An open office file: its department, years and plans as domain values, and the door its commands go through."""

import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from functools import cache
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

from perftrack.domain.access import KEEPER, NOBODY, Actor
from perftrack.domain.people import Person
from perftrack.domain.periods import Quarter
from perftrack.domain.plans import Department, Plan
from perftrack.domain.reviews import Review
from perftrack.errors import UserError
from perftrack.persistence.database import SCHEMA_VERSION, Database, check
from perftrack.services.changes import Changes
from perftrack.services.history import History
from perftrack.services.kept_cards import KeptCards
from perftrack.services.passwords import Attempts

if TYPE_CHECKING:  # imported late, see the performance budgets
    from perftrack.persistence.journal import Entry, Origin
    from perftrack.persistence.unit_of_work import UnitOfWork

#: Tells the time, with its zone. Handed in, so that nothing below reads a clock by itself.
Clock = Callable[[], datetime]


class Workspace:
    """One open file. Answers are frozen values, cached until something changes them; not for use by two threads."""

    def __init__(self, database: Database, *, clock: Clock, person: str | None = None) -> None:
        """Use :meth:`open` or :meth:`create`."""
        self._database = database
        self._clock = clock
        self._person = person
        self._actor: Actor | None = None
        self._people: tuple[Person, ...] | None = None
        self._seen = 0
        self._years: dict[int, dict[str, Plan]] = {}
        self.cards = KeptCards()
        self._stale: set[str] = set()
        self.history = History(self)
        self.attempts = Attempts()
        self._meta = self._ask_meta()

    @classmethod
    def create(
        cls, path: Path | str, department: Department, *, clock: Clock, person: str | None = None,
        is_sample: bool = False,
    ) -> "Workspace":  # fmt: skip
        """A new file for ``department``, opened.

        Raises :class:`~perftrack.errors.DataFileError` ``file_exists``, ``folder_missing``, ``folder_not_writable``
        and :class:`UserError` ``disk_full``, ``io``; then there is no new file.
        """
        from perftrack.persistence.creation import create_file
        from perftrack.persistence.unit_of_work import UnitOfWork, new_key
        from perftrack.services.storing import store_department

        def fill(database: Database) -> None:
            who = origin(person)
            with UnitOfWork(database, "create", origin=who, moment=clock()) as work:
                facts = {"file_id": new_key(), "is_sample": str(int(is_sample)), "made_by": who.app_version}
                work.insert("meta", list(facts.items()))
                store_department(work, department)

        create_file(Path(path), fill)
        return cls.open(path, clock=clock, person=person)

    @classmethod
    def open(cls, path: Path | str, *, clock: Clock, person: str | None = None) -> "Workspace":
        """Opens a file, bringing an older one to the current schema first (the old file stays beside it).

        A file that cannot be written is opened for reading, see :attr:`read_only`. Raises
        :class:`~perftrack.errors.DataFileError`; the file was not written to.
        """
        path = Path(path)
        header = check(path)
        if header is not None and header.schema_version < SCHEMA_VERSION:
            from perftrack.persistence.migrate import migrate

            migrate(path)
        database = Database(path)
        try:
            return cls(database, clock=clock, person=person)
        except BaseException:
            database.close()
            raise

    def past(self, seq: int, clock: Clock) -> "Workspace":
        """The file right after journal row ``seq``, for reading, see :mod:`perftrack.services.asof`."""
        from perftrack.persistence.asof import PastDatabase

        past = Workspace(PastDatabase(self._database, seq), clock=clock, person=self._person)
        past.act_as(self.actor)
        return past

    def close(self) -> None:
        """Lets go of the file."""
        self._database.close()

    def __enter__(self) -> "Workspace":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def path(self) -> Path:
        """The file, absolute."""
        return self._database.path

    @property
    def read_only(self) -> bool:
        """Whether the file or its folder cannot be written; every command then raises ``read_only``."""
        return self._database.read_only

    @property
    def is_sample(self) -> bool:
        """Whether this is the sample office."""
        return self._meta.get("is_sample") == "1"

    @property
    def file_id(self) -> str:
        """What tells this file from every other, also after renaming."""
        return self._meta.get("file_id", "")

    @property
    def actor(self) -> Actor:
        """Whoever acts now: who signed in, the keeper of a file without people, else nobody."""
        if self._actor is not None and not self._actor.person_id:
            return self._actor
        if self._actor is not None:  # role and plans as the file has them now
            for person in self.people():
                if person.id == self._actor.person_id and person.active:
                    return Actor.of(person)
        return NOBODY if any(person.active for person in self.people()) else KEEPER

    def act_as(self, actor: Actor | None, *, same_hands: bool = False) -> None:
        """Let ``actor`` act from now on; None signs out. Checking a password is the business of the people service.

        What was done before can no longer be undone, unless it is known that it was done by the ``same_hands``.
        """
        before = self.actor.person_id
        self._actor = actor
        self._person = actor.name if actor is not None else None
        if not same_hands and self.actor.person_id != before:
            self.history.clear()

    def people(self) -> tuple[Person, ...]:
        """Everybody who works with the file, in order, those no longer active included."""
        if self._people is None:
            from perftrack.persistence import people_reading

            with self._database.reading() as connection:
                self._people = people_reading.people(connection)
        return self._people

    def settings(self) -> dict[str, str]:
        """What the office decided, by name; what is missing stands as the program has it."""
        from perftrack.persistence import people_reading

        with self._database.reading() as connection:
            return people_reading.settings(connection)

    def reviews(self, year: int) -> dict[tuple[str, Quarter], Review]:
        """How far each plan's quarters of a year have come, by plan id and quarter; what is missing is a draft."""
        from perftrack.persistence import people_reading

        with self._database.reading() as connection:
            return people_reading.reviews(connection, year)

    def locks(self, year: int) -> dict[Quarter, str]:
        """The locked quarters of a year with the reasons given."""
        from perftrack.persistence import people_reading

        with self._database.reading() as connection:
            return people_reading.locks(connection, year)

    def now(self) -> datetime:
        """The time, with its zone, by the clock handed in."""
        return self._clock()

    @contextmanager
    def reading(self) -> "Iterator[Any]":
        """One short read for the reading modules of persistence; services only."""
        with self._database.reading() as connection:
            yield connection

    def department(self) -> Department:
        """The office the file belongs to."""
        from perftrack.persistence import repositories

        with self._database.reading() as connection:
            return repositories.department(connection)

    def years(self) -> tuple[int, ...]:
        """Fiscal years in the file, ascending."""
        from perftrack.persistence import repositories

        with self._database.reading() as connection:
            return repositories.years(connection)

    def closed_years(self) -> frozenset[int]:
        """Years in which nothing may change any more."""
        from perftrack.persistence import repositories

        with self._database.reading() as connection:
            return repositories.closed_years(connection)

    def plans(self, year: int) -> tuple[Plan, ...]:
        """The plans of a year in their order, with everything reported; empty for a year not in the file."""
        return tuple(self._plans(year).values())

    def plan(self, plan_id: str) -> Plan:
        """One plan. Raises :class:`UserError` ``plan_gone``."""
        self._refresh()
        for plans in self._years.values():
            if plan_id in plans:
                return plans[plan_id]
        found = self._read((plan_id,))
        if not found:
            raise UserError("plan_gone")
        return found[0]

    def pin(self, year: int) -> str | None:
        """The rule pack the year pins."""
        from perftrack.persistence import repositories

        with self._database.reading() as connection:
            return repositories.pins(connection).get(year)

    def own_packs(self) -> tuple[dict[str, Any], ...]:
        """The office's own rule packs as they were imported, older versions of one id before newer."""
        from perftrack.persistence import repositories

        with self._database.reading() as connection:
            return tuple(json.loads(text) for text in repositories.own_packs(connection))

    def journal(self, *, entity: str | None = None, key: str | None = None) -> "tuple[Entry, ...]":
        """What was changed by whom, oldest first; of one table, or of one row (cells: ``id/quarter``).

        Hashes of passwords are left out; the file has them in the journal, too.
        """
        from perftrack.persistence import journal
        from perftrack.persistence.hiding import without_secrets

        with self._database.reading() as connection:
            return tuple(map(without_secrets, journal.entries(connection, entity=entity, key=key)))

    def verify(self) -> list[tuple[str, dict[str, object]]]:
        """What is wrong with the file, as codes and arguments; empty when it is sound."""
        from perftrack.persistence.verification import complaints

        with self._database.reading() as connection:
            return complaints(connection)

    @contextmanager
    def writing(
        self, command: str, *, reason: str | None = None, command_id: str | None = None
    ) -> "Iterator[UnitOfWork]":
        """One command: one transaction, one commit. What is raised inside leaves everything as it was."""
        from perftrack.persistence.unit_of_work import UnitOfWork

        who = origin(self.actor.name or self._person)
        try:
            with UnitOfWork(
                self._database, command, origin=who, moment=self._clock(), reason=reason, command_id=command_id,
                seen=self._seen,
            ) as work:  # fmt: skip
                yield work
        except UserError as error:
            if error.code in ("changed_elsewhere", "undo_conflict"):
                self.forget()  # so that what is shown next is what the file has
            raise

    def refuse_closed(self, work: "UnitOfWork", years: Iterable[int]) -> None:
        """Raises :class:`UserError` ``year_closed`` if any of ``years`` is."""
        from perftrack.persistence import repositories

        for year in sorted(repositories.closed_years(work.connection) & frozenset(years)):
            raise UserError("year_closed", year=year)

    def took(self, work: "UnitOfWork", changes: Changes, *, remember: bool = True) -> Changes:
        """Notes a command that has been stored: caches, the undo stack, how far the journal is known."""
        if not work.stored:
            return Changes(changes.command)
        acted = self.actor
        if changes.topics & {"people"}:
            self._people = None
        if work.first_seq != self._seen + 1:  # somebody else stored something before
            self.forget()
        elif changes.structure:
            for year in changes.years:
                self._years.pop(year, None)
        else:
            self._stale |= changes.plans
        self._seen = work.head.seq
        if acted.person_id and self.actor.person_id != acted.person_id:  # who acted can no longer act
            self.history.clear()
        elif remember:
            self.history.remember(work.command_id, changes)
        return changes

    def forget(self) -> None:
        """Reads everything anew when it is asked for next."""
        from perftrack.persistence import journal

        self._years.clear()
        self._stale.clear()
        self._people = None
        with self._database.reading() as connection:
            self._seen = journal.head(connection).seq

    def _plans(self, year: int) -> dict[str, Plan]:
        self._refresh()
        if year not in self._years:
            from perftrack.persistence import journal, repositories

            with self._database.reading() as connection:
                if journal.head(connection).seq != self._seen:
                    self._years.clear()
                    self._seen = journal.head(connection).seq
                found = _with_dropped(connection, repositories.plans_of_year(connection, year))
                self._years[year] = {plan.id: plan for plan in found}
        return self._years[year]

    def _refresh(self) -> None:
        """Reads plans anew that were changed since they were cached, only those."""
        if self._stale:
            fresh = self._read(tuple(self._stale))
            self._stale.clear()
            for plan in fresh:
                if plan.id in self._years.get(plan.year, {}):
                    self._years[plan.year][plan.id] = plan

    def _read(self, plan_ids: tuple[str, ...]) -> tuple[Plan, ...]:
        from perftrack.persistence import repositories

        with self._database.reading() as connection:
            return _with_dropped(connection, repositories.plans_by_id(connection, plan_ids))

    def _ask_meta(self) -> dict[str, str]:
        from perftrack.persistence import journal, repositories

        with self._database.reading() as connection:
            self._seen = journal.head(connection).seq
            return repositories.meta(connection)


def _with_dropped(connection: "Any", plans: tuple[Plan, ...]) -> tuple[Plan, ...]:
    """The plans, those that fell away with the reason."""
    from perftrack.persistence import rubrics_reading

    reasons = rubrics_reading.dropped(connection, [plan.id for plan in plans])
    return tuple(replace(plan, dropped=reasons[plan.id]) if plan.id in reasons else plan for plan in plans)


@cache
def app_version() -> str:
    """The version of this program, "0" when it runs from bare files."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("perftrack")
    except PackageNotFoundError:
        return "0"


@cache
def origin(person: str | None) -> "Origin":
    """Who is at work on this machine."""
    import getpass
    import platform

    from perftrack.persistence.journal import Origin

    try:
        account = getpass.getuser()
    except (KeyError, OSError, ImportError):  # an account without a name
        account = ""
    return Origin(person, account, platform.node(), app_version())
