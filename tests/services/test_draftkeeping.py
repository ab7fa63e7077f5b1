"""Drafts outlive the program, whole or not at all; a damaged file of drafts stops nobody."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from perftrack.domain.plans import Actual
from perftrack.domain.terms import Across
from perftrack.domain.units import UnitValue
from perftrack.services import recording, unit_setup, units
from perftrack.services.draftkeeping import DraftKeeper, KeptDraft, sort_out, unit_owner
from perftrack.services.units import UnitEntry
from perftrack.services.workspace import Workspace
from tests.persistence.office import open_office


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Workspace]:
    with open_office(tmp_path) as workspace:
        yield workspace


def test_that_drafts_are_read_back_as_they_were_kept(tmp_path: Path) -> None:
    drafts = (KeptDraft("a", "cause", 3, "第一行\n“第二行”\t", "计划", "指标"), KeptDraft("b", "executed", 1, "\ud800"))
    assert DraftKeeper(tmp_path / "new" / "folder", "file").write(drafts)
    assert DraftKeeper(tmp_path / "new" / "folder", "file").read() == drafts
    assert DraftKeeper(tmp_path / "new" / "folder", "other").read() == ()


def test_that_the_drafts_of_one_person_are_not_those_of_another(tmp_path: Path) -> None:
    mine = (KeptDraft("a", "cause", 3, "x"),)
    DraftKeeper(tmp_path, "file", "p1").write(mine)
    assert DraftKeeper(tmp_path, "file", "p1").read() == mine
    assert DraftKeeper(tmp_path, "file", "p2").read() == DraftKeeper(tmp_path, "file").read() == ()


def test_that_without_drafts_there_is_no_file(tmp_path: Path) -> None:
    keeper = DraftKeeper(tmp_path, "file")
    keeper.write([KeptDraft("a", "cause", 3, "x")])
    assert keeper.write([])
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff\xfe", b'{"format": "other"}', b"[" * 100_000, b"NaN"])
def test_that_a_damaged_file_is_set_aside_and_stops_nobody(tmp_path: Path, content: bytes) -> None:
    keeper = DraftKeeper(tmp_path, "file")
    for name in (".damaged", ".damaged-2"):
        keeper.path.write_bytes(content)
        assert keeper.read() == ()
        assert keeper.path.with_suffix(name).read_bytes() == content
    assert keeper.write([KeptDraft("a", "cause", 3, "x")])
    assert keeper.read() == (KeptDraft("a", "cause", 3, "x"),)


def test_that_one_draft_that_does_not_read_leaves_the_others(tmp_path: Path) -> None:
    keeper = DraftKeeper(tmp_path, "file")
    keeper.write([KeptDraft("a", "cause", 3, "x"), KeptDraft("b", "cause", 4, "y")])
    text = keeper.path.read_text(encoding="utf-8")
    keeper.path.write_text(text.replace('"quarter": 3', '"quarter": "3"'), encoding="utf-8")
    assert keeper.read() == (KeptDraft("b", "cause", 4, "y"),)


def test_that_a_folder_that_cannot_be_written_is_said_and_not_raised(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    assert not DraftKeeper(tmp_path / "file", "x").write([KeptDraft("a", "cause", 3, "x")])


def test_that_the_id_of_a_file_never_leads_out_of_the_folder(tmp_path: Path) -> None:
    assert DraftKeeper(tmp_path, "../../etc/passwd\0").path.parent == tmp_path


def test_that_drafts_find_their_place_with_the_reason_read_anew(office: Workspace) -> None:
    plan = office.plans(2024)[1]
    item, fund = plan.indicators[0], plan.funds[0]
    drafts = [
        KeptDraft(item.id, "to_date", 2, "about 5"),
        KeptDraft(item.id, "to_date", 3, "5"),
        KeptDraft(item.id, "cause", 3, "下雨"),
        KeptDraft(fund.id, "executed", 3, "-1"),
        KeptDraft(item.id, "what comes later", 3, "?"),
    ]
    found = sort_out(office, drafts)
    assert [draft for draft, _ in found.here] == drafts
    assert [error.code for _, error in found.here] == [
        "not_a_number", "draft_found", "draft_found", "money_negative", "draft_found",
    ]  # fmt: skip
    assert found.gone == ()


def test_that_what_the_file_says_already_is_no_draft_any_more(office: Workspace) -> None:
    plan = office.plans(2024)[1]
    item, fund = plan.indicators[0], plan.funds[0]
    recording.record_actual(office, item.id, 3, Actual("5", note="说明"))
    drafts = [
        KeptDraft(item.id, "to_date", 3, "5"),
        KeptDraft(item.id, "note", 3, "说明"),
        KeptDraft(fund.id, "executed", 2, "30.00"),
        KeptDraft(item.id, "remedy", 1, " "),
    ]
    assert fund.executed[2] == Decimal(30)  # type: ignore[index]
    assert sort_out(office, drafts).here == ()


def test_that_drafts_of_an_indicator_that_is_gone_are_listed_by_their_names(office: Workspace) -> None:
    draft = KeptDraft("gone", "cause", 3, "下雨", "项目甲", "完成数")
    found = sort_out(office, [draft])
    assert found.gone == (draft,)
    assert found.here == ()


def test_that_what_was_typed_for_a_unit_finds_its_place_while_the_unit_reports(office: Workspace) -> None:
    item = office.plans(2024)[1].indicators[1]
    unit_setup.add_units(office, "社区", ["1号社区", "2号社区"])
    unit_setup.set_breakdown(office, item.id, "社区", Across.SUM)
    first, second = (unit.id for unit in units.units(office))
    units.record_units(office, item.id, 3, [UnitEntry(first, UnitValue("3", "说明"))])
    here = [
        KeptDraft(unit_owner(item.id, first), "unit value", 3, "about 5"),
        KeptDraft(unit_owner(item.id, second), "unit value", 3, "5"),
        KeptDraft(unit_owner(item.id, first), "unit note", 3, "下雨"),
    ]
    stored = [
        KeptDraft(unit_owner(item.id, first), "unit value", 3, "3"),
        KeptDraft(unit_owner(item.id, first), "unit note", 3, "说明"),
    ]
    gone = KeptDraft(unit_owner(item.id, "no such unit"), "unit value", 3, "5")
    found = sort_out(office, [*here, *stored, gone])
    assert [(draft, error.code) for draft, error in found.here] == list(
        zip(here, ["not_a_number", "draft_found", "draft_found"], strict=True)
    )
    assert found.gone == (gone,)
    unit_setup.clear_breakdown(office, item.id)
    assert sort_out(office, here).gone == tuple(here)
