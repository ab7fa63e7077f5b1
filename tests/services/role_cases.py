"""Every command of the services with the act it is, for tests of who may use it.

A new command gets one line in :data:`CASES`: which act it is, how it is called for a plan, and what its permission is
about. What is expected follows from the roles' rules (:data:`perftrack.domain.access.ACTS`), not from the line.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from perftrack.domain.access import Act
from perftrack.domain.bureau import Alarm
from perftrack.domain.duedates import DueDate
from perftrack.domain.evidence import Owner
from perftrack.domain.findings import Finding
from perftrack.domain.people import Person
from perftrack.domain.periods import Quarter
from perftrack.domain.plans import Actual, Deviation, Plan
from perftrack.domain.reviews import Correction
from perftrack.domain.surveys import Survey
from perftrack.domain.terms import Across, ActionState, EvidenceKind, Grade, PlanKind, Role, Severity
from perftrack.domain.units import UnitValue
from perftrack.services import (
    checking,
    clearing,
    commenting,
    correcting,
    evidence,
    exclusion,
    linking,
    locking,
    people,
    recording,
    reporting,
    reviewing,
    rubrics,
    settings,
    surveys,
    unit_setup,
    unit_tables,
    units,
)
from perftrack.services.exporting.collection import form_bytes, write_forms
from perftrack.services.exporting.package import write_package
from perftrack.services.exporting.sheets import KINDS, export_sheets
from perftrack.services.importing.collection import accept, compare
from perftrack.services.importing.collection_reader import form_of
from perftrack.services.importing.office_file import check_office_file
from perftrack.services.importing.package import import_package
from perftrack.services.storing import store_plans
from perftrack.services.unit_tables import TableRow
from perftrack.services.units import UnitEntry
from perftrack.services.workspace import Workspace
from tests.factories import make_package, make_plan
from tests.people import CHIEF, LEAD, VIEWER, person
from tests.persistence.office import DEPARTMENT
from tests.services.role_office import FORMER, KEPT, UNITS, YEAR, earlier_indicator

Q1, Q2, Q3, Q4 = Quarter


@dataclass(frozen=True)
class Case:
    """The act a command is, how it is called for a plan, and what its permission is about."""

    act: Act
    call: Callable[[Workspace, Plan], object]
    about: Literal["plan", "every plan", "file"] = "plan"


def _import(ws: Workspace, plan: Plan) -> object:
    source = ws.path.with_suffix(".json")
    package = make_package(make_plan(f"新项目{plan.name}"), department=DEPARTMENT.name)
    source.write_text(json.dumps(package, ensure_ascii=False), encoding="utf-8")
    return import_package(ws, source)


def _accept(ws: Workspace, plan: Plan) -> object:
    """A form in which the first value is another."""
    file = check_office_file(form_bytes(ws, plan, Q3), "form.xlsx")
    returned = form_of(file)
    first, *others = returned.indicators
    filled = replace(first, cells={**first.cells, "完成值": "7"})
    found = compare(ws, replace(returned, indicators=(filled, *others)))
    return accept(ws, [found], [cell.place for cell in found.cells])


def _other(ws: Workspace) -> str:
    return person(ws, VIEWER if ws.actor.name != VIEWER else CHIEF).id


def _correction(ws: Workspace, plan: Plan, state: ActionState) -> Correction:
    return next(each for each in correcting.corrections(ws, YEAR) if each.plan_id == plan.id and each.state is state)


def _evidence(ws: Workspace, plan: Plan) -> str:
    return evidence.of_plan(ws, plan.id)[0].id


def _unit(ws: Workspace, place: int = 0) -> str:
    return units.units(ws)[place].id


def _remark(ws: Workspace, plan: Plan) -> str:
    return commenting.comments(ws, plan.id)[0].id


def _alert(ws: Workspace, plan: Plan) -> clearing.Alert:
    card = reporting.scorecard(ws, plan.id, Q3)
    finding = Finding(Severity.WARNING, "loss_without_cause", plan.name, plan_id=plan.id)
    return clearing.Alert(Alarm(card, finding, card.scores[0]), "", "", may=True)


#: What is entered for a plan and about it.
ENTERING: Mapping[str, Case] = {
    "recording.record_actual": Case(
        Act.ENTER, lambda ws, plan: recording.record_actual(ws, plan.indicators[0].id, 3, Actual("7"))
    ),
    "recording.record_deviation": Case(
        Act.ENTER, lambda ws, plan: recording.record_deviation(ws, plan.indicators[0].id, 3, Deviation("因", "措施"))
    ),
    "recording.record_executed": Case(
        Act.ENTER, lambda ws, plan: recording.record_executed(ws, plan.funds[0].id, 3, Decimal("31"))
    ),
    "recording.record_revised": Case(
        Act.ENTER, lambda ws, plan: recording.record_revised(ws, plan.funds[0].id, Decimal("117"))
    ),
    "recording.record_block": Case(
        Act.ENTER,
        lambda ws, plan: recording.record_block(ws, [recording.ActualEntry(plan.indicators[1].id, 3, Actual("8"))]),
    ),
    "units.record_units": Case(
        Act.ENTER,
        lambda ws, plan: units.record_units(ws, plan.indicators[2].id, 3, [UnitEntry(_unit(ws), UnitValue("4"))]),
    ),
    "unit_tables.record_table": Case(
        Act.ENTER, lambda ws, plan: unit_tables.record_table(ws, plan.indicators[2].id, 3, [TableRow("1号社区", "4")])
    ),
    "importing.collection.accept": Case(Act.ENTER, _accept),
    "evidence.add": Case(
        Act.ENTER,
        lambda ws, plan: evidence.add(ws, Owner(plan.id, plan.indicators[0].id, Q3), [KEPT], EvidenceKind.FORMAL),
    ),
    "evidence.change": Case(Act.ENTER, lambda ws, plan: evidence.change(ws, _evidence(ws, plan), note="盖章件")),
    "evidence.remove": Case(Act.ENTER, lambda ws, plan: evidence.remove(ws, [_evidence(ws, plan)])),
    "surveys.record": Case(
        Act.ENTER, lambda ws, plan: surveys.record(ws, plan.indicators[1].id, 3, Survey(120, 100, 96))
    ),
    "surveys.clear": Case(Act.ENTER, lambda ws, plan: surveys.clear(ws, plan.indicators[0].id, 3)),
    "checking.answer": Case(
        Act.SUBMIT,
        lambda ws, plan: checking.answer(ws, plan.id, Q3, checking.check(ws, plan.id, Q3).points[0].key, "下月补报"),
    ),
    "clearing.explain": Case(Act.ENTER, lambda ws, plan: clearing.explain(ws, _alert(ws, plan), Q3, "因", "措施")),
    "commenting.comment": Case(Act.COMMENT, lambda ws, plan: commenting.comment(ws, plan.id, Q2, "见附件")),
    "commenting.remove_comment": Case(
        Act.COMMENT, lambda ws, plan: commenting.remove_comment(ws, plan.id, _remark(ws, plan))
    ),
}
#: How a quarter goes from the lead to its reviewers, and what they ask for. Approving finally has a test of its own.
REVIEWING: Mapping[str, Case] = {
    "reviewing.submit": Case(Act.SUBMIT, lambda ws, plan: reviewing.submit(ws, plan.id, Q3)),
    "reviewing.withdraw": Case(Act.SUBMIT, lambda ws, plan: reviewing.withdraw(ws, plan.id, Q2)),
    "reviewing.send_back": Case(Act.RETURN, lambda ws, plan: reviewing.send_back(ws, plan.id, Q2, "凭证不符")),
    "reviewing.approve": Case(Act.APPROVE, lambda ws, plan: reviewing.approve(ws, [(plan.id, Q2)])),
    "reviewing.mark_read": Case(
        Act.MARK, lambda ws, plan: reviewing.mark_read(ws, plan.id, Q2, [plan.indicators[0].id])
    ),
    "correcting.ask": Case(
        Act.CORRECT, lambda ws, plan: correcting.ask(ws, plan.id, Q3, "补充说明", owner="项目负责人", due=None)
    ),
    "correcting.mend": Case(
        Act.MEND, lambda ws, plan: correcting.mend(ws, _correction(ws, plan, ActionState.OPEN), "已补齐")
    ),
    "correcting.close": Case(
        Act.CORRECT, lambda ws, plan: correcting.close(ws, _correction(ws, plan, ActionState.DONE))
    ),
    "correcting.reopen": Case(
        Act.CORRECT, lambda ws, plan: correcting.reopen(ws, _correction(ws, plan, ActionState.DONE))
    ),
    "locking.lock": Case(Act.LOCK, lambda ws, _: locking.lock(ws, YEAR, Q1, "季度结束"), "file"),
    "locking.unlock": Case(Act.LOCK, lambda ws, _: locking.unlock(ws, YEAR, Q4, "补报"), "file"),
}
#: What the office is set up with.
SETTING_UP: Mapping[str, Case] = {
    "storing.store_plans": Case(
        Act.SET_UP, lambda ws, plan: store_plans(ws, None, [replace(plan, name=f"{plan.name}二")], []), "file"
    ),
    "importing.package.import_package": Case(Act.SET_UP, _import, "file"),
    "settings.set_approval_levels": Case(
        Act.SET_UP, lambda ws, _: settings.set_approval_levels(ws, 3 - settings.approval_levels(ws)), "file"
    ),
    "settings.set_due_date": Case(
        Act.SET_UP,
        lambda ws, _: settings.set_due_date(ws, YEAR, 3, PlanKind.PROJECT, DueDate(ws.now().date())),
        "file",
    ),
    "evidence.set_needs": Case(
        Act.SET_UP, lambda ws, plan: evidence.set_needs(ws, plan.indicators[0].id, [EvidenceKind.FORMAL]), "file"
    ),
    "rubrics.set_rubric": Case(
        Act.SET_UP, lambda ws, plan: rubrics.set_rubric(ws, plan.indicators[0].id, {Grade.MET: "全部办结"})
    ),
    "exclusion.exclude_indicator": Case(
        Act.SET_UP, lambda ws, plan: exclusion.exclude_indicator(ws, plan.indicators[0].id, "任务取消")
    ),
    "exclusion.include_indicator": Case(
        Act.SET_UP, lambda ws, plan: exclusion.include_indicator(ws, plan.indicators[3].id)
    ),
    "exclusion.drop_plan": Case(Act.SET_UP, lambda ws, plan: exclusion.drop_plan(ws, plan.id, "项目取消")),
    "exclusion.restore_plan": Case(Act.SET_UP, lambda ws, plan: exclusion.restore_plan(ws, plan.id)),
    "linking.link": Case(
        Act.SET_UP,
        lambda ws, plan: linking.link(ws, plan.indicators[1].id, earlier_indicator(ws, plan, other=True)),
    ),
    "linking.unlink": Case(Act.SET_UP, lambda ws, plan: linking.unlink(ws, plan.indicators[1].id)),
    "unit_setup.add_units": Case(Act.SET_UP, lambda ws, plan: unit_setup.add_units(ws, UNITS, [plan.name]), "file"),
    "unit_setup.rename_unit": Case(
        Act.SET_UP, lambda ws, plan: unit_setup.rename_unit(ws, _unit(ws), plan.name), "file"
    ),
    "unit_setup.order_units": Case(Act.SET_UP, lambda ws, _: unit_setup.order_units(ws, UNITS, [_unit(ws, 1)]), "file"),
    "unit_setup.set_active": Case(Act.SET_UP, lambda ws, _: unit_setup.set_active(ws, _unit(ws), False), "file"),
    "unit_setup.set_breakdown": Case(
        Act.SET_UP, lambda ws, plan: unit_setup.set_breakdown(ws, plan.indicators[2].id, UNITS, Across.MEAN)
    ),
    "unit_setup.clear_breakdown": Case(
        Act.SET_UP, lambda ws, plan: unit_setup.clear_breakdown(ws, plan.indicators[2].id)
    ),
    "people.add_person": Case(
        Act.SET_UP, lambda ws, plan: people.add_person(ws, Person(f"新人{plan.name}", Role.VIEWER)), "file"
    ),
    "people.change_person": Case(
        Act.SET_UP, lambda ws, plan: people.change_person(ws, replace(person(ws, VIEWER), os_user=plan.name)), "file"
    ),
    "people.assign_plans": Case(
        Act.SET_UP, lambda ws, plan: people.assign_plans(ws, person(ws, LEAD).id, {plan.id}), "file"
    ),
    "people.deactivate_person": Case(Act.SET_UP, lambda ws, _: people.deactivate_person(ws, _other(ws)), "file"),
    "people.reactivate_person": Case(
        Act.SET_UP, lambda ws, _: people.reactivate_person(ws, person(ws, FORMER).id), "file"
    ),
    "people.set_password": Case(Act.SET_UP, lambda ws, plan: people.set_password(ws, _other(ws), plan.name), "file"),
    "people.clear_password": Case(Act.SET_UP, lambda ws, _: people.clear_password(ws, person(ws, FORMER).id), "file"),
}
#: What writes files for others; the data file stays as it is.
EXPORTS: Mapping[str, Case] = {
    "exporting.sheets.export_sheets": Case(
        Act.EXPORT,
        lambda ws, plan: export_sheets(ws, year=YEAR, kinds=KINDS, plans=[plan.name], out=ws.path.parent / "sheets"),
    ),
    "exporting.collection.write_forms": Case(
        Act.EXPORT,
        lambda ws, plan: write_forms(ws, year=YEAR, quarter=Q3, plans=[plan.name], out=ws.path.parent / "forms"),
    ),
    "exporting.package.write_package": Case(
        Act.EXPORT, lambda ws, _: write_package(ws, ws.path.parent / "package.json", YEAR), "every plan"
    ),
}
CASES: Mapping[str, Case] = {**ENTERING, **REVIEWING, **SETTING_UP}


def may(ws: Workspace, case: Case, plan: Plan) -> bool:
    """Whether whoever acts may, by the rules of the roles."""
    if case.about == "file":
        return ws.actor.may(case.act)
    if case.about == "every plan":
        return all(ws.actor.may(case.act, each.id, each.section) for each in ws.plans(YEAR))
    return ws.actor.may(case.act, plan.id, plan.section)
