"""Evidence as commands: one step each, numbers never given twice, who may, when it may, and what is said of it."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from perftrack.domain.access import KEEPER, Actor
from perftrack.domain.evidence import Owner
from perftrack.domain.periods import Quarter
from perftrack.domain.terms import EvidenceKind, Role
from perftrack.errors import UserError
from perftrack.services import checking, evidence, reporting
from perftrack.services.changes import Changes
from perftrack.services.recording import record_actual
from perftrack.services.storing import store_plans
from perftrack.services.workspace import Workspace
from tests.persistence.office import open_office, sql

WORKING, ORIGINAL, EXPLANATORY, FORMAL = EvidenceKind
Q1, Q2, Q3, Q4 = Quarter


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Workspace]:
    with open_office(tmp_path) as workspace:
        yield workspace
        assert workspace.verify() == []
        assert evidence.verify(workspace) == []


@pytest.fixture
def value(office: Workspace) -> Owner:
    """The value of the first indicator of a project in quarter 1."""
    plan = office.plans(2024)[1]
    return Owner(plan.id, plan.indicators[0].id, Q1)


def give(ws: Workspace, owner: Owner, *contents: str, kind: EvidenceKind = ORIGINAL) -> Changes:
    files = [evidence.incoming(content.encode(), f"{content}.pdf") for content in contents]
    evidence.admit(ws, owner)
    return evidence.add(ws, owner, evidence.keep(ws.path, files), kind)


def names(ws: Workspace, plan_id: str) -> list[tuple[int, str]]:
    return [(each.number, each.name) for each in evidence.of_plan(ws, plan_id)]


def refusal(act) -> str:
    with pytest.raises(UserError) as refused:
        act()
    return refused.value.code


def lock(ws: Workspace, quarter: int) -> None:
    with ws.writing("lock_quarter") as work:
        work.insert("quarter_lock", [(2024, quarter, "已上报")])
    ws.took(work, Changes("lock_quarter", topics=frozenset({"review"})), remember=False)


def test_that_several_files_are_one_command_one_undo_step_and_numbered_on(office: Workspace, value: Owner) -> None:
    before = sql(office.path, "SELECT count(DISTINCT command_id) FROM journal")[0][0]
    changes = give(office, value, "甲", "乙")
    assert sql(office.path, "SELECT count(DISTINCT command_id) FROM journal")[0][0] == before + 1
    assert names(office, value.plan_id) == [(1, "甲.pdf"), (2, "乙.pdf")]
    assert (changes.topics, changes.plans) == ({"evidence"}, {value.plan_id})
    assert office.history.next_undo == ("add_evidence", {"count": 2, "place": "完成数"})
    office.history.undo()
    assert names(office, value.plan_id) == []
    office.history.redo()
    assert names(office, value.plan_id) == [(1, "甲.pdf"), (2, "乙.pdf")]


def test_that_what_is_stored_is_what_was_given(office: Workspace, value: Owner) -> None:
    office.act_as(Actor("项目负责人", Role.LEAD, plans=frozenset({value.plan_id})))
    give(office, value, "甲")
    (found,) = evidence.of_plan(office, value.plan_id)
    assert (found.indicator_id, found.quarter, found.kind, found.size) == (value.indicator_id, Q1, ORIGINAL, 3)
    assert (found.person, found.note) == ("项目负责人", "")
    assert found.added.startswith("2024-03-31T09:00:")
    office.act_as(KEEPER)


def test_that_evidence_belongs_to_a_value_an_indicator_or_a_plan(office: Workspace, value: Owner) -> None:
    for owner in (value, Owner(value.plan_id, value.indicator_id), Owner(value.plan_id)):
        give(office, owner, "甲")
    found = evidence.of_plan(office, value.plan_id)
    assert [(each.indicator_id, each.quarter) for each in found] == [
        (value.indicator_id, Q1), (value.indicator_id, None), (None, None),
    ]  # fmt: skip
    assert evidence.evidence_counts(office, value.plan_id, 1) == {value.indicator_id: 2}
    assert evidence.evidence_counts(office, value.plan_id, 2) == {value.indicator_id: 1}


def test_that_a_number_is_never_given_twice(office: Workspace, value: Owner) -> None:
    give(office, value, "甲", "乙")
    evidence.remove(office, [evidence.of_plan(office, value.plan_id)[1].id])
    give(office, value, "丙")
    assert names(office, value.plan_id) == [(1, "甲.pdf"), (3, "丙.pdf")]


def test_that_a_removed_file_comes_back_with_undo_and_can_be_opened(
    office: Workspace, value: Owner, tmp_path: Path
) -> None:
    give(office, value, "甲")
    before = evidence.of_plan(office, value.plan_id)
    evidence.remove(office, [before[0].id])
    assert refusal(lambda: evidence.open_copy(office, before[0].id, tmp_path / "own")) == "evidence_gone"
    office.history.undo()
    assert evidence.of_plan(office, value.plan_id) == before
    assert evidence.open_copy(office, before[0].id, tmp_path / "own").read_text(encoding="utf-8") == "甲"


def test_that_kind_and_note_change_as_one_step_each_and_nothing_is_stored_for_nothing(
    office: Workspace, value: Owner
) -> None:
    give(office, value, "甲")
    (found,) = evidence.of_plan(office, value.plan_id)
    assert evidence.change(office, found.id, kind=FORMAL)
    assert evidence.change(office, found.id, note=" 见第3页 ")
    assert not evidence.change(office, found.id, kind=FORMAL, note="见第3页")
    (after,) = evidence.of_plan(office, value.plan_id)
    assert (after.kind, after.note) == (FORMAL, "见第3页")
    office.history.undo()
    office.history.undo()
    assert evidence.of_plan(office, value.plan_id) == (found,)


def test_that_gaps_come_with_the_requirement_and_go_with_the_file(office: Workspace, value: Owner) -> None:
    plan = office.plan(value.plan_id)
    assert evidence.plan_gaps(office, plan, Q1) == ()
    evidence.set_needs(office, value.indicator_id or "", [ORIGINAL, FORMAL])
    (gap,) = evidence.plan_gaps(office, plan, Q1)
    assert gap.kinds == (ORIGINAL, FORMAL)
    assert evidence.year_gaps(office, office.plans(2024), Q1) == {plan.id: (gap,)}
    give(office, value, "甲", kind=ORIGINAL)
    give(office, value, "乙", kind=FORMAL)
    assert evidence.year_gaps(office, office.plans(2024), Q1) == {}
    evidence.set_needs(office, value.indicator_id or "", [])
    assert evidence.needs_of_plan(office, plan.id) == {}
    office.history.undo()
    assert evidence.needs_of_plan(office, plan.id) == {value.indicator_id: {ORIGINAL, FORMAL}}


def test_that_missing_evidence_is_a_finding_of_the_file(office: Workspace, value: Owner) -> None:
    card = reporting.scorecard(office, value.plan_id, Q1)
    assert reporting.file_findings(office, card) == reporting.plan_findings(card)
    evidence.set_needs(office, value.indicator_id or "", [ORIGINAL])
    (found,) = [each for each in reporting.file_findings(office, card) if each not in reporting.plan_findings(card)]
    assert (found.code, found.indicator_id) == ("evidence_missing", value.indicator_id)
    assert found in [point.finding for point in checking.check(office, value.plan_id, Q1).points]
    row = next(row for row in reporting.overview(office, 2024, Q1).rows if row.card.plan.id == value.plan_id)
    assert found in row.findings


def test_that_a_file_used_elsewhere_is_known_and_allowed(office: Workspace, value: Owner) -> None:
    give(office, value, "甲")
    (kept,) = evidence.keep(office.path, [evidence.incoming("甲".encode(), "另名.pdf")])
    (use,) = evidence.duplicates(office, [kept.sha256])
    assert (use.year, use.plan, use.indicator, use.number) == (2024, "项目甲", "完成数", 1)
    other = Owner(office.plans(2024)[2].id)
    evidence.add(office, other, [kept], WORKING)
    assert [use.plan for use in evidence.duplicates(office, [kept.sha256])] == ["项目甲", "项目乙"]


@pytest.mark.parametrize(
    ("actor", "code"),
    [
        (Actor(), "sign_in_first"),
        (Actor("查阅人员", Role.VIEWER), "not_allowed"),
        (Actor("科室负责人", Role.HEAD), "not_allowed"),
        (Actor("项目负责人", Role.LEAD, plans=frozenset({"another"})), "not_allowed"),
        (Actor("项目负责人", Role.LEAD), "own"),
        (Actor("绩效管理员", Role.OFFICER), None),
    ],
    ids=["nobody", "viewer", "head", "lead of another plan", "lead", "officer"],
)
def test_that_each_role_may_do_what_it_may_and_nothing_else(
    office: Workspace, value: Owner, actor: Actor, code: str | None
) -> None:
    give(office, value, "甲")
    (found,) = evidence.of_plan(office, value.plan_id)
    if code == "own":
        actor, code = Actor(actor.name, actor.role, plans=frozenset({value.plan_id})), None
    office.act_as(actor)
    acts = {
        "admit": lambda: evidence.admit(office, value),
        "add": lambda: give(office, value, "乙"),
        "change": lambda: evidence.change(office, found.id, kind=FORMAL),
        "remove": lambda: evidence.remove(office, [found.id]),
    }
    if code is None:
        for act in acts.values():
            act()
    else:
        assert {name: refusal(act) for name, act in acts.items()} == dict.fromkeys(acts, code)
        assert evidence.of_plan(office, value.plan_id) == (found,)
    if actor.role is Role.OFFICER:
        assert evidence.set_needs(office, value.indicator_id or "", [FORMAL])
    else:
        assert refusal(lambda: evidence.set_needs(office, value.indicator_id or "", [FORMAL])) in (
            "not_allowed", "sign_in_first",
        )  # fmt: skip


def test_that_evidence_of_a_locked_quarter_stays_as_it_is_and_that_of_others_does_not(
    office: Workspace, value: Owner
) -> None:
    give(office, value, "甲")
    lock(office, 1)
    (found,) = evidence.of_plan(office, value.plan_id)
    for act in (
        lambda: evidence.admit(office, value),
        lambda: evidence.add(office, value, (), ORIGINAL),
        lambda: evidence.change(office, found.id, note="x"),
        lambda: evidence.remove(office, [found.id]),
        office.history.undo,
    ):
        assert refusal(act) == "quarter_locked"
    assert evidence.of_plan(office, value.plan_id) == (found,)
    give(office, Owner(value.plan_id, value.indicator_id, Q2), "乙")
    give(office, Owner(value.plan_id, value.indicator_id), "丙")
    office.history.undo()


@pytest.mark.parametrize(("state", "code"), [("submitted", "quarter_submitted"), ("approved", "quarter_approved")])
def test_that_evidence_of_a_settled_quarter_stays_as_it_is(
    office: Workspace, value: Owner, state: str, code: str
) -> None:
    give(office, value, "甲")
    with office.writing("submit") as work:
        work.insert("review", [(value.plan_id, 1, state, 0, 1)])
    office.took(work, Changes("submit", topics=frozenset({"review"})), remember=False)
    assert refusal(lambda: give(office, value, "乙")) == code
    assert refusal(office.history.undo) == code
    assert names(office, value.plan_id) == [(1, "甲.pdf")]


def test_that_nothing_changes_in_a_closed_year(office: Workspace, value: Owner) -> None:
    give(office, value, "甲")
    (found,) = evidence.of_plan(office, value.plan_id)
    with office.writing("close_year") as work:
        rows = work.rows("fiscal_year", "year", [2024])
        work.update("fiscal_year", [(row, (*row.values[:-1], 1)) for row in rows])
    office.took(work, Changes("close_year", years=frozenset({2024}), structure=True), remember=False)
    for act in (
        lambda: give(office, Owner(value.plan_id), "乙"),
        lambda: evidence.remove(office, [found.id]),
        lambda: evidence.set_needs(office, value.indicator_id or "", [FORMAL]),
    ):
        assert refusal(act) == "year_closed"


def test_that_places_and_evidence_that_are_gone_are_named(office: Workspace, value: Owner) -> None:
    elsewhere = office.plans(2024)[2].indicators[0].id
    assert refusal(lambda: give(office, Owner(value.plan_id, elsewhere, Q1), "甲")) == "indicator_gone"
    assert refusal(lambda: give(office, Owner("none"), "甲")) == "plan_gone"
    assert refusal(lambda: evidence.change(office, "none", note="x")) == "evidence_gone"
    assert refusal(lambda: evidence.remove(office, ["none"])) == "evidence_gone"
    assert refusal(lambda: evidence.set_needs(office, "none", [FORMAL])) == "indicator_gone"


def test_that_a_program_is_no_evidence(office: Workspace) -> None:
    assert refusal(lambda: evidence.incoming(b"x", "凭证.exe")) == "evidence_program"


def test_that_values_are_not_touched_by_evidence(office: Workspace, value: Owner) -> None:
    give(office, value, "甲")
    before = office.plan(value.plan_id)
    record_actual(office, value.indicator_id or "", 1, before.indicators[0].actuals[Q1])
    assert office.plan(value.plan_id) == before


def test_that_an_import_that_replaces_a_plan_keeps_the_evidence_of_what_stays(office: Workspace, value: Owner) -> None:
    give(office, value, "甲")
    before, plan = evidence.of_plan(office, value.plan_id), office.plan(value.plan_id)
    named = frozenset({(plan.year, str(plan.kind), plan.name)})
    store_plans(office, None, [plan], [], replace=named)
    assert evidence.of_plan(office, value.plan_id) == before
    store_plans(office, None, [replace(plan, indicators=())], [], replace=named)
    assert evidence.of_plan(office, value.plan_id) == ()
    office.history.undo()
    assert evidence.of_plan(office, value.plan_id) == before
