"""Files: a new office, opening, importing, the sample, closing. Every way ends in the session or in a sentence."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths
from PySide6.QtWidgets import QWidget

from perftrack.domain.periods import Quarter
from perftrack.errors import UserError
from ui.dialogs import files
from ui.session import Session
from ui.tasks import Report

if TYPE_CHECKING:  # services are imported after the first paint
    from perftrack.services.importing.package import ImportReport
    from perftrack.services.workspace import Workspace

Clock = Callable[[], datetime]
#: Packages larger than this are read off the window's thread; the import then cannot be undone.
_LARGE = 2_000_000


def now() -> datetime:
    """The time of the machine, with its zone."""
    return datetime.now().astimezone()


class Office(QObject):
    """The acts on files of one window; ``may_leave`` is asked before the open file is left."""

    def __init__(self, session: Session, window: QWidget, may_leave: Callable[[], bool], clock: Clock = now) -> None:
        super().__init__(window)
        self._session, self._window, self._may_leave, self._clock = session, window, may_leave, clock

    def ask_new(self) -> None:
        """Ask for the name of a new office and where its file shall be."""
        from ui.dialogs.new_office import NewOfficeDialog

        dialog = NewOfficeDialog(self._window)
        dialog.made.connect(self.create)
        dialog.open()

    def ask_open(self) -> None:
        """Ask for a file to open."""
        files.pick_open(self._window, self.tr("Open an office file"), files.office_filter(), self.open)

    def ask_import(self) -> None:
        """Ask for a package to import."""
        files.pick_open(self._window, self.tr("Import a package"), files.package_filter(), self.take_package)

    def create(self, name: str, path: Path) -> None:
        """Make a new file and open it."""
        from perftrack.domain.plans import Department
        from perftrack.services.workspace import Workspace

        self._try(lambda: self._enter(Workspace.create(path, Department(name), clock=self._clock)))

    def open(self, path: Path) -> bool:
        """Open a file; False if it could not be, and then the file before stays open."""
        from perftrack.services.workspace import Workspace

        return self._try(lambda: self._enter(Workspace.open(path, clock=self._clock)))

    def open_sample(self) -> None:
        """Open the sample, made when it is opened first."""
        from perftrack.services.importing.sample import SAMPLE_NAME, provide_sample

        folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppDataLocation))
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / SAMPLE_NAME

        def show() -> None:
            provide_sample(path, clock=self._clock)
            self.open(path)

        self._try(show)

    def take(self, path: Path) -> None:
        """Take a file that was dropped or named: an office file is opened, a package imported."""
        if path.suffix.lower() == ".json":
            self.take_package(path)
        else:
            self.open(path)

    def close(self) -> None:
        """Close the file."""
        if self._may_leave():
            self._session.settings.closed()
            self._session.leave()

    def take_package(self, path: Path) -> None:
        """Import a package: into the open file, or into a new one whose place is asked for."""
        if not self._session.is_open:
            proposal = path.with_suffix(files.SUFFIX)
            title = self.tr("Where to keep the new office file")
            filters = files.office_filter()
            files.pick_save(self._window, title, filters, proposal, lambda target: self.import_into_new(path, target))
            return
        self._try(lambda: self._check_and_import(path))

    def import_into_new(self, path: Path, target: Path) -> None:
        """Import a package into a file that does not exist yet, off the window's thread, and open it."""

        def work(report: Report) -> "ImportReport":
            from perftrack.services.importing.package import import_into_new

            return import_into_new(target, path, clock=self._clock, progress=report.step)

        self._session.tasks.run(
            self.tr("Import"), work, lambda told: self.open(target) and self._tell(told), self._failed
        )

    def _check_and_import(self, path: Path) -> None:
        from perftrack.services.importing.package import import_package

        planned = import_package(self._session.workspace, path, update=True, dry_run=True)
        if not planned.replaced:
            self._import(path)
            return
        count = len(planned.replaced)
        self._session.alerts.ask(
            self.tr("%n plan(s) of this package are in the file already", "", count),
            self.tr("Replace them"),
            lambda: self._try(lambda: self._import(path)),
            hint=self.tr("Their results are replaced by those of the package. Undo brings them back."),
        )

    def _import(self, path: Path) -> None:
        from perftrack.services.changes import Changes
        from perftrack.services.importing.package import import_package

        session = self._session
        if path.stat().st_size > _LARGE:
            session.tasks.run(self.tr("Import"), self._import_apart(path), self._after_import_apart, self._failed)
            return
        report = import_package(session.workspace, path, update=True)
        years = frozenset(plan.year for plan in (*report.created, *report.replaced))
        self._go_to(years)
        session.events.changed.emit(Changes("import", years=years, structure=True), self)
        self._tell(report)

    def _import_apart(self, path: Path) -> "Callable[[Report], ImportReport]":
        office, clock, actor = self._session.workspace.path, self._clock, self._session.workspace.actor

        def work(report: Report) -> "ImportReport":
            from perftrack.services.importing.package import import_package
            from perftrack.services.workspace import Workspace

            with Workspace.open(office, clock=clock) as own:
                own.act_as(actor)
                return import_package(own, path, update=True, progress=report.step)

        return work

    def _after_import_apart(self, report: "ImportReport") -> None:
        from perftrack.services.changes import Changes

        session = self._session
        session.workspace.forget()
        years = frozenset(plan.year for plan in (*report.created, *report.replaced))
        self._go_to(years)
        session.events.changed.emit(Changes("import", years=years, structure=True), self)
        self._tell(report)

    def _go_to(self, years: frozenset[int]) -> None:
        if years and self._session.year not in years:
            self._session.show(max(years))

    def _tell(self, report: "ImportReport") -> None:
        count = len(report.created) + len(report.replaced)
        self._session.alerts.say(self.tr("%n plan(s) imported", "", count))

    def _enter(self, workspace: "Workspace") -> None:
        session = self._session
        if session.is_open and not self._may_leave():
            workspace.close()
            return
        years = workspace.years()
        year, quarter = session.settings.place(workspace.file_id)
        if year not in years:
            year = years[-1] if years else 0
        if quarter not in tuple(Quarter):
            from ui.models.waiting import latest_quarter

            quarter = latest_quarter(workspace.plans(year)) if year else Quarter.Q1
        if workspace.people():
            from perftrack.services import people

            people.default_sign_in(workspace)
        session.settings.opened(workspace.path)
        session.take(workspace, year, Quarter(quarter))

    def _try(self, act: Callable[[], object]) -> bool:
        try:
            act()
        except UserError as error:
            self._session.alerts.refused(self._session.speaker.error(error))
            return False
        return True

    def _failed(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self._session.alerts.refused(self._session.speaker.error(error))
        else:
            self._session.tasks.unheard.emit(error)
