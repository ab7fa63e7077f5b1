"""Writing the interchange package: what importing it gives is what was there (guide: interchange).

Keys at their default are left out; numbers are texts, as they were entered.
"""

import json
import os
import uuid
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from perftrack.domain.access import Act
from perftrack.domain.decimals import plain
from perftrack.domain.periods import QUARTERS, Quarter
from perftrack.domain.plans import DEFAULT_EXECUTION_WEIGHT, Actual, Fund, Indicator, ManualScore, Plan
from perftrack.domain.terms import Aggregation
from perftrack.errors import UserError
from perftrack.services import guarding
from perftrack.services.importing.package_reader import FORMAT, VERSION
from perftrack.services.workspace import Workspace


def package_of(workspace: Workspace, year: int | None = None) -> dict[str, Any]:
    """The package of the whole file, or of one year.

    Raises ``UserError("year_unknown")`` for a year the file does not hold.
    """
    years = workspace.years()
    if year is not None and year not in years:
        known = ", ".join(map(str, years)) or "—"
        raise UserError("year_unknown", path=str(workspace.path), year=year, known=known)
    chosen = years if year is None else (year,)
    department = workspace.department()
    package: dict[str, Any] = {
        "format": FORMAT,
        "version": VERSION,
        "department": {"name": department.name, "sections": list(department.sections)},
    }
    if packs := _own_packs(workspace, year):
        package["packs"] = packs
    package["plans"] = [plan_object(plan) for each in chosen for plan in workspace.plans(each)]
    return package


def write_package(workspace: Workspace, out: Path, year: int | None = None) -> dict[str, Any]:
    """Writes :func:`package_of` to ``out``: whole or not at all, replacing what was there. Returns the package.

    Whoever acts must be one who exports every plan in it. Raises :class:`UserError` ``year_unknown``,
    ``out_is_database``, ``cannot_write`` and those of :func:`perftrack.services.guarding.require`.
    """
    package = package_of(workspace, year)
    years = workspace.years() if year is None else (year,)
    guarding.require_all(workspace, Act.EXPORT, [plan.id for each in years for plan in workspace.plans(each)])
    out = out.absolute()
    try:
        if out.exists() and out.samefile(workspace.path):
            raise UserError("out_is_database", path=str(out))
        text = json.dumps(package, ensure_ascii=False, indent=1, allow_nan=False)
        write_whole(out, f"{text}\n".encode())
    except OSError as error:
        raise UserError("cannot_write", path=str(out), reason=error.strerror or str(error)) from error
    return package


def write_whole(out: Path, content: bytes) -> None:
    """Writes ``content`` under another name beside ``out``, makes it durable, then gives it its name.

    Raises :class:`OSError`; then what was there before is still there.
    """
    unfinished = out.with_name(f".{out.name[:40]}.{uuid.uuid4().hex}.part")
    try:
        with unfinished.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(out)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise


def _own_packs(workspace: Workspace, year: int | None) -> list[Mapping[str, Any]]:
    """The newest version of each own pack; for one year only the one it pins."""
    newest = {str(table["id"]): table for table in workspace.own_packs()}
    pin = None if year is None else workspace.pin(year)
    return [table for name, table in newest.items() if year is None or name == pin]


def plan_object(plan: Plan) -> dict[str, Any]:
    """A plan as the package spells it."""
    found: dict[str, Any] = {
        "year": plan.year,
        "kind": plan.kind.value,
        "name": plan.name,
        "section": plan.section,
        "lead": plan.lead,
        "goal": plan.goal,
    }
    if plan.pack is not None:
        found["pack"] = plan.pack
    if plan.execution_weight != DEFAULT_EXECUTION_WEIGHT:
        found["execution_weight"] = plain(plan.execution_weight)
    if plan.finished:
        found["finished"] = True
    found["funds"] = [_fund(fund) for fund in plan.funds]
    found["indicators"] = [_indicator(indicator) for indicator in plan.indicators]
    return found


def _fund(fund: Fund) -> dict[str, Any]:
    found: dict[str, Any] = {"source": fund.source, "initial": plain(fund.initial)}
    if fund.revised is not None:
        found["revised"] = plain(fund.revised)
    if fund.executed:
        found["executed"] = _numbers(fund.executed)
    return found


def _numbers(values: Mapping[Quarter, Decimal]) -> dict[str, str]:
    return {str(int(quarter)): plain(values[quarter]) for quarter in QUARTERS if quarter in values}


def _indicator(indicator: Indicator) -> dict[str, Any]:
    found: dict[str, Any] = {
        "level1": indicator.level1,
        "level2": indicator.level2,
        "name": indicator.name,
        "target": indicator.target,
        "weight": plain(indicator.weight),
        "basis": indicator.basis,
        "prior_actual": indicator.prior_actual,
        "rule": None if indicator.rule is None else indicator.rule.value,
        "evidence": indicator.evidence,
    }
    if indicator.aggregation is not Aggregation.LATEST:
        found["aggregation"] = indicator.aggregation.value
    if indicator.milestones:
        found["milestones"] = _numbers(indicator.milestones)
    reported = [quarter for quarter in QUARTERS if quarter in indicator.actuals]
    if reported:
        found["actuals"] = {str(int(quarter)): _actual(indicator.actuals[quarter]) for quarter in reported}
    if indicator.manual_score is not None:
        found["manual_score"] = _manual(indicator.manual_score)
    if indicator.excluded is not None:
        found["excluded"] = {"reason": indicator.excluded}
    explained = [quarter for quarter in QUARTERS if quarter in indicator.deviations]
    if explained:
        deviations = indicator.deviations
        found["deviations"] = {
            str(int(quarter)): {"cause": deviations[quarter].cause, "remedy": deviations[quarter].remedy}
            for quarter in explained
        }
    return found


def _actual(actual: Actual) -> dict[str, str]:
    given = {
        "value": actual.value,
        "grade": None if actual.grade is None else actual.grade.value,
        "share": None if actual.share is None else plain(actual.share),
        "note": actual.note,
    }
    return {key: text for key, text in given.items() if text is not None}


def _manual(manual: ManualScore) -> dict[str, Any]:
    found: dict[str, Any] = {"score": plain(manual.score), "reason": manual.reason}
    if manual.quarter is not Quarter.Q4:
        found["quarter"] = int(manual.quarter)
    return found
