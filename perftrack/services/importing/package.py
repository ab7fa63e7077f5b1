"""Importing the interchange package: read, checked whole, then stored in one transaction or not at all."""

import json
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from perftrack.domain.periods import Quarter
from perftrack.domain.plans import Plan
from perftrack.domain.scorecards import score_plan
from perftrack.errors import DataFileError, UserError
from perftrack.services.exporting.scores import LocatedFinding, office_list
from perftrack.services.importing.json_text import read_bytes, read_json
from perftrack.services.importing.package_checks import FileContent, Fitted, fit, name_of
from perftrack.services.importing.package_reader import Package, read_package
from perftrack.services.storing import store_plans
from perftrack.services.workspace import Clock, Workspace

#: (done, of how many)
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import stored, or with ``dry_run`` would store.

    ``created`` and ``replaced`` are the plans as read (they have no ids); ``findings`` are what the guide keeps and
    points out, as of the fourth quarter.
    """

    department: str
    created: tuple[Plan, ...]
    replaced: tuple[Plan, ...]
    findings: tuple[LocatedFinding, ...]
    dry_run: bool = False

    @property
    def indicators(self) -> int:
        """How many indicators the plans hold."""
        return sum(len(plan.indicators) for plan in (*self.created, *self.replaced))


def load_package(source: Path | bytes | Mapping[str, Any]) -> Package:
    """The package in a file, in bytes, or as a JSON value. Raises :class:`UserError` naming key and place."""
    if isinstance(source, Path):
        return read_package(read_json(read_bytes(source), str(source)))
    content = source if isinstance(source, bytes) else json.dumps(source, ensure_ascii=False).encode()
    return read_package(read_json(content, "package"))


def import_package(
    workspace: Workspace,
    source: Path | bytes | Mapping[str, Any],
    *,
    update: bool = False,
    dry_run: bool = False,
    progress: Progress | None = None,
) -> ImportReport:
    """Imports ``source`` into an open file, in one transaction; with ``dry_run`` nothing is stored.

    Raises :class:`UserError`, see :func:`load_package` and :func:`perftrack.services.importing.package_checks.fit`,
    and what storing raises; then nothing was stored.
    """
    package = load_package(source)
    fitted = fit(package, content_of(workspace, package), update=update, progress=progress)
    if not dry_run:
        _store(workspace, package, fitted)
    return _report(package, fitted, dry_run=dry_run)


def import_into_new(
    path: Path,
    source: Path | bytes | Mapping[str, Any],
    *,
    clock: Clock,
    dry_run: bool = False,
    is_sample: bool = False,
    progress: Progress | None = None,
) -> ImportReport:
    """Imports ``source`` into a file that does not exist yet, made for the package's department.

    The package is checked first; with ``dry_run`` no file is made. The file is filled under another name and gets its
    own when it is complete, so it is there whole or not at all. Raises as :func:`import_package` and
    :meth:`Workspace.create`.
    """
    package = load_package(source)
    fitted = fit(package, FileContent(), update=False, progress=progress)
    if not dry_run:
        _make(path.absolute(), package, fitted, clock=clock, is_sample=is_sample)
    return _report(package, fitted, dry_run=dry_run)


def _make(path: Path, package: Package, fitted: Fitted, *, clock: Clock, is_sample: bool) -> None:
    from perftrack.persistence.migrate import place, scratch

    if os.path.lexists(path):
        raise DataFileError("file_exists", path=str(path))
    if not path.parent.is_dir():
        raise DataFileError("folder_missing", path=str(path.parent))
    with scratch(path.with_name("new"), "import") as unfinished:
        try:
            with Workspace.create(unfinished, package.department, clock=clock, is_sample=is_sample) as workspace:
                _store(workspace, package, fitted)
            place(unfinished, path)
        except FileExistsError:
            raise DataFileError("file_exists", path=str(path)) from None
        except UserError as error:
            if error.arguments.get("path") == str(unfinished):  # a name nobody knows
                error.arguments["path"] = str(path)
            raise


def content_of(workspace: Workspace, package: Package) -> FileContent:
    """What of the file the package could collide with."""
    years = {plan.year for plan in package.plans}
    pins = {year: pin for year in years if (pin := workspace.pin(year)) is not None}
    return FileContent(
        workspace.department().name,
        {year: workspace.plans(year) for year in years},
        pins,
        workspace.own_packs(),
    )


def _store(workspace: Workspace, package: Package, fitted: Fitted) -> None:
    store_plans(workspace, package.department, package.plans, package.packs, replace=fitted.replaced)


def _report(package: Package, fitted: Fitted, *, dry_run: bool) -> ImportReport:
    findings: list[LocatedFinding] = []
    for year in sorted({plan.year for plan in package.plans}):
        plans = [plan for plan in package.plans if plan.year == year]
        findings.extend(office_list([score_plan(plan, fitted.packs[year], Quarter.Q4) for plan in plans]))
    return ImportReport(
        package.department.name,
        tuple(plan for plan in package.plans if name_of(plan) not in fitted.replaced),
        tuple(plan for plan in package.plans if name_of(plan) in fitted.replaced),
        tuple(findings),
        dry_run,
    )
