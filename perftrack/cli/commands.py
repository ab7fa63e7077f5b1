"""The commands that read and write a data file: what they ask the services, what they say."""

import os
import re
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

from perftrack.cli.frame import DONE, REFUSED, Frame, now
from perftrack.cli.progress import ProgressBar
from perftrack.cli.tables import finding_lines, score_lines
from perftrack.cli.usage import WrongUsage
from perftrack.domain.access import KEEPER
from perftrack.domain.periods import Quarter
from perftrack.domain.plans import Department, Plan
from perftrack.errors import DataFileError, UserError
from perftrack.services import evidence, reporting
from perftrack.services.asof import as_of
from perftrack.services.exporting.package import write_package
from perftrack.services.exporting.scores import LocatedFinding, located_list, office_list, scores_object, year_scores
from perftrack.services.exporting.sheets import KINDS, export_sheets
from perftrack.services.importing.package import ImportReport, import_into_new, import_package
from perftrack.services.workspace import Workspace

_YEAR = re.compile(r"[0-9]{4}")


def new(given: Namespace, frame: Frame) -> int:
    """A new file for a department."""
    if not given.department.strip():
        raise UserError("department_empty")
    with Workspace.create(given.file, Department(given.department), clock=now):
        frame.say("created", path=given.file, department=given.department)
    return DONE


def import_source(given: Namespace, frame: Frame) -> int:
    """A package into a file; a file that does not exist is made for the package's department."""
    with ProgressBar(frame.speaker.word("progress_import")) as progress:
        if os.path.lexists(given.db):
            with Workspace.open(given.db, clock=now) as workspace:
                workspace.act_as(KEEPER)
                report = import_package(
                    workspace, given.source, update=given.update, dry_run=given.dry_run, progress=progress
                )
        else:
            report = import_into_new(given.db, given.source, clock=now, dry_run=given.dry_run, progress=progress)
    if given.json:
        frame.document(_report_object(report, frame))
        return DONE
    frame.say(
        "import_checked" if report.dry_run else "imported",
        plans=len(report.created) + len(report.replaced),
        created=len(report.created),
        replaced=len(report.replaced),
        indicators=report.indicators,
    )
    for line in finding_lines(report.findings, frame.speaker):
        frame.line(line)
    return DONE


def _report_object(report: ImportReport, frame: Frame) -> dict[str, Any]:
    def named(plan: Plan) -> dict[str, Any]:
        return {"year": plan.year, "kind": plan.kind.value, "name": plan.name, "indicators": len(plan.indicators)}

    return {
        "department": report.department,
        "dry_run": report.dry_run,
        "created": [named(plan) for plan in report.created],
        "replaced": [named(plan) for plan in report.replaced],
        "indicators": report.indicators,
        "findings": located_list(report.findings, frame.speaker),
    }


def password(given: Namespace, frame: Frame) -> int:
    """Takes the password of a person away: whoever can write the file could do so with other tools, too."""
    from perftrack.services import people

    with Workspace.open(given.db, clock=now) as workspace:
        workspace.act_as(KEEPER)
        person = next((each for each in workspace.people() if each.name == given.person), None)
        if person is None:
            known = ", ".join(each.name for each in workspace.people())
            raise UserError("person_unknown", path=str(given.db), person=given.person, known=known or "—")
        people.clear_password(workspace, person.id)
    frame.say("password_cleared", person=given.person)
    return DONE


def score(given: Namespace, frame: Frame) -> int:
    """The scores of a year as of a quarter."""
    quarter, year, day = quarter_of(given.quarter), year_of(given.year), _day(given)
    with _opened(given, day) as workspace:
        scores = year_scores(workspace, year=year, quarter=quarter, plan=given.plan, pack=given.pack)
    if given.json:
        asked = {} if day is None else {"as_of": day.isoformat()}
        frame.document({**asked, **scores_object(scores, frame.speaker)})
        return DONE
    if day is not None:
        frame.say("as_of_line", day=day.isoformat())
    for line in score_lines(scores, frame.speaker):
        frame.line(line)
    return DONE


def check(given: Namespace, frame: Frame) -> int:
    """Whether the file and its evidence are sound, and what there is to point out. Only damage makes exit status 1."""
    damage: list[dict[str, str]] = []
    files: list[dict[str, str]] = []
    findings: tuple[LocatedFinding, ...] = ()
    try:
        with Workspace.open(given.db, clock=now) as workspace:
            for code, arguments in workspace.verify():
                damage.append({"code": code, "message": frame.speaker.say("damage", code, arguments)})
            if not damage:  # of a damaged file nothing is scored
                findings = _findings(workspace)
                for code, arguments in evidence.verify(workspace):
                    files.append({"code": code, "message": frame.speaker.say("damage", code, arguments)})
    except DataFileError as error:
        if not given.json or error.code == "file_missing":
            raise
        damage.append({"code": error.code, "message": frame.speaker.error(error)})
    if given.json:
        found = located_list(findings, frame.speaker)
        damage += files
        frame.document({"path": str(given.db), "sound": not damage, "damage": damage, "findings": found})
        return REFUSED if damage else DONE
    if damage:
        frame.say("check_damaged", path=given.db, count=len(damage))
        for each in damage:
            frame.say("damage_line", message=each["message"])
        return REFUSED
    frame.say("check_sound", path=given.db)
    if files:
        frame.say("check_evidence", count=len(files), folder=evidence.folder_of(given.db))
        for each in files:
            frame.say("damage_line", message=each["message"])
    for line in finding_lines(findings, frame.speaker):
        frame.line(line)
    return REFUSED if files else DONE


def _findings(workspace: Workspace) -> tuple[LocatedFinding, ...]:
    found: list[LocatedFinding] = []
    for year in workspace.years():
        cards = reporting.scorecards(workspace, year, Quarter.Q4)
        gaps = evidence.year_gaps(workspace, [card.plan for card in cards], Quarter.Q4)
        found.extend(office_list(cards, gaps, reporting.with_criteria(workspace, year)))
    return tuple(found)


def export(given: Namespace, frame: Frame) -> int:
    """Official sheets into a folder."""
    quarter = _quarter_of_month(given)
    year = year_of(given.year)
    with (
        Workspace.open(given.db, clock=now) as workspace,
        ProgressBar(frame.speaker.word("progress_export")) as progress,
    ):
        workspace.act_as(KEEPER)
        written = export_sheets(
            workspace,
            year=reporting.latest_year(workspace) if year is None else year,
            kinds=KINDS if given.sheet == "all" else (given.sheet,),
            out=given.out,
            quarter=quarter,
            plans=None if given.plan is None else (given.plan,),
            one_book=given.one_book,
            format=given.format,
            progress=progress,
        )
    frame.say("exported", count=len(written), path=given.out)
    for path in written:
        frame.say("file_line", path=path)
    return DONE


def _quarter_of_month(given: Namespace) -> int:
    """The quarter ``--month`` lies in; 4 without it. A month is asked of the monitoring sheet alone."""
    if given.month is None:
        return 4
    if given.sheet != "monitoring":
        raise WrongUsage("usage_month_sheet")
    if given.month not in {str(month) for month in range(1, 13)}:
        raise WrongUsage("usage_month", given=given.month)
    return (int(given.month) + 2) // 3


def package(given: Namespace, frame: Frame) -> int:
    """The whole file, or one year of it, as a package."""
    year = year_of(given.year)
    with _opened(given, _day(given)) as workspace:
        written = write_package(workspace, given.out, year)
    frame.say("packaged", path=given.out, plans=len(written["plans"]))
    return DONE


def quarter_of(text: str) -> Quarter:
    """The quarter an argument names."""
    if text not in ("1", "2", "3", "4"):
        raise WrongUsage("usage_quarter", given=text)
    return Quarter(int(text))


@contextmanager
def _opened(given: Namespace, day: date | None) -> Iterator[Workspace]:
    """The file as it is, or as it stood at the end of ``day``."""
    with Workspace.open(given.db, clock=now) as workspace:
        workspace.act_as(KEEPER)
        if day is None:
            yield workspace
            return
        with as_of(workspace, day) as past:
            yield past


def _day(given: Namespace) -> date | None:
    if given.as_of is None:
        return None
    try:
        return date.fromisoformat(given.as_of)
    except ValueError:
        raise WrongUsage("usage_day", given=given.as_of) from None


def year_of(text: str | None) -> int | None:
    """The year an argument names, None without one."""
    if text is None:
        return None
    if not _YEAR.fullmatch(text):
        raise WrongUsage("usage_year", given=text)
    return int(text)
