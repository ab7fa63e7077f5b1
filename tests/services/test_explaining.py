"""Explanations with what only the file knows: who entered a value and when, reasons, evidence."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from perftrack.domain.access import Actor
from perftrack.domain.evidence import Owner
from perftrack.domain.explanation_tree import explanation_tree
from perftrack.domain.periods import Quarter
from perftrack.domain.plans import Actual
from perftrack.domain.scorecards import score_plan
from perftrack.domain.sources import Entered
from perftrack.domain.terms import EvidenceKind, Role
from perftrack.services import evidence, explaining
from perftrack.services.bundled import shipped_pack
from perftrack.services.messages import speaker
from perftrack.services.recording import record_actual, record_executed, record_revised
from perftrack.services.workspace import Workspace
from tests.golden.office import FOLDER, read_office
from tests.persistence.office import open_office

Q1, Q2, Q3, Q4 = Quarter
LEAD = "项目负责人"


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Workspace]:
    with open_office(tmp_path) as workspace:
        workspace.act_as(Actor(LEAD, Role.OFFICER))
        yield workspace


@pytest.fixture
def place(office: Workspace) -> tuple[str, str]:
    """The ids of a project plan and of its first indicator, whose value in quarter 1 was imported."""
    plan = office.plans(2024)[1]
    return plan.id, plan.indicators[0].id


def entered(office: Workspace, plan_id: str, subject: str, quarter: Quarter) -> tuple[str, str, str]:
    found: Entered = explaining.sources(office, plan_id).entered[subject, quarter]
    return found.code, found.person, found.minute


def test_that_an_imported_value_names_who_imported_it(office: Workspace, place: tuple[str, str]) -> None:
    assert entered(office, *place, Q1) == ("imported", "王科长", "2024-03-31 09:00")


def test_that_a_typed_value_and_an_executed_amount_name_who_typed_them(
    office: Workspace, place: tuple[str, str]
) -> None:
    record_actual(office, place[1], Q2, Actual("3"))
    fund = office.plan(place[0]).funds[0].id
    record_executed(office, fund, Q3, Decimal(60))
    assert entered(office, *place, Q2)[:2] == ("entered", LEAD)
    assert entered(office, place[0], fund, Q3)[:2] == ("entered", LEAD)
    assert entered(office, place[0], fund, Q2)[:2] == ("imported", "王科长")


def test_that_a_note_added_later_by_another_does_not_make_the_value_theirs(
    office: Workspace, place: tuple[str, str]
) -> None:
    record_actual(office, place[1], Q2, Actual("3"))
    office.act_as(Actor("科室负责人", Role.OFFICER))
    record_actual(office, place[1], Q2, Actual("3", note="见附件"))
    assert entered(office, *place, Q2)[:2] == ("entered", LEAD)
    record_actual(office, place[1], Q2, Actual("4", note="见附件"))
    assert entered(office, *place, Q2)[:2] == ("entered", "科室负责人")


def test_that_a_value_brought_back_by_undo_says_so(office: Workspace, place: tuple[str, str]) -> None:
    record_actual(office, place[1], Q1, Actual("9"))
    office.history.undo()
    assert entered(office, *place, Q1)[:2] == ("restored", LEAD)


def test_that_a_value_taken_away_names_nobody(office: Workspace, place: tuple[str, str]) -> None:
    record_actual(office, place[1], Q1, None)
    assert (place[1], Q1) not in explaining.sources(office, place[0]).entered


def test_that_reasons_and_evidence_come_with_the_sources(office: Workspace, place: tuple[str, str]) -> None:
    fund = office.plan(place[0]).funds[0].id
    record_revised(office, fund, Decimal(100), "上级追减")
    kept = evidence.keep(office.path, [evidence.incoming("凭证".encode(), "凭证.pdf")])
    evidence.add(office, Owner(*place, Q1), kept, EvidenceKind.ORIGINAL)
    text = explaining.tree_text(explaining.explanation(office, place[0], Q1), speaker("zh_CN"))
    assert "预算由 120 调整为 100 万元。原因：上级追减" in text.replace(".00", "")
    assert "佐证  佐证1：凭证.pdf（原始凭证）" in text
    assert "填报  导入：王科长，2024-03-31 09:00" in text


def test_that_a_text_of_several_lines_keeps_its_indent(office: Workspace, place: tuple[str, str]) -> None:
    record_actual(office, place[1], Q2, Actual("3", note="第一行\n第二行"))
    lines = explaining.tree_text(explaining.explanation(office, place[0], Q2), speaker("zh_CN")).splitlines()
    at = next(number for number, line in enumerate(lines) if line.endswith("第一行"))
    depth = len(lines[at]) - len(lines[at].lstrip())
    assert lines[at + 1] == f"{' ' * (depth + 2)}第二行"


def test_that_the_document_of_a_tree_nests_and_speaks(office: Workspace, place: tuple[str, str]) -> None:
    document = explaining.tree_object(explaining.explanation(office, place[0], Q4), speaker("en"))
    assert set(document) == {"topic", "code", "message", "points", "children"}
    assert (document["code"], document["points"]) == ("total", "1.00")
    assert document["children"][0]["message"].startswith("产出: ")


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_that_the_text_of_a_whole_card_is_the_one_that_is_kept(language: str) -> None:
    plan = read_office()[1][2]
    card = score_plan(plan, shipped_pack("national-2021"), Q4)
    text = explaining.tree_text(explanation_tree(card), speaker(language))
    assert text == (FOLDER / f"explanation-plan-3-{language}.txt").read_text(encoding="utf-8").removesuffix("\n")
