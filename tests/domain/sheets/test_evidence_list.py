"""佐证资料目录, and its numbers behind the actuals of the self-evaluation sheet."""

from perftrack.domain.evidence import Evidence, Gap, numbers_of
from perftrack.domain.periods import Quarter
from perftrack.domain.sheets.evaluation import evaluation_sheet
from perftrack.domain.sheets.evidence_list import evidence_sheet
from perftrack.domain.sheets.grid import Sheet
from perftrack.domain.terms import EvidenceKind, PlanKind
from tests.domain.builders import card_of, item, plan_of
from tests.domain.sheets.reading import OFFICE, everything, flaws, row_of, rows_of, texts

PLAN = plan_of(
    item("≥12个", "12个", name="保障社区个数", level1="产出指标", level2="数量指标", id="a"),
    item("≥90%", "91%", name="满意度", level1="满意度指标", level2="满意度指标", id="b"),
    name="社区服务群众经费",
)
TIME = "2024-10-14T09:00:00+08:00"
EVIDENCE = (
    Evidence(
        "1", "p", "a", Quarter.Q3, 1, EvidenceKind.ORIGINAL, "7–9月拨付凭证.pdf", "", 1, TIME, "项目负责人", "见第3页"
    ),
    Evidence("2", "p", None, None, 2, EvidenceKind.FORMAL, "批复.pdf", "", 1, TIME),
    Evidence("4", "p", "a", None, 4, EvidenceKind.WORKING, "台账.xlsx", "", 1, TIME),
)


def list_of(evidence=EVIDENCE, gaps=(), kind=PlanKind.PROJECT) -> Sheet:
    plan = plan_of(*PLAN.indicators, name=PLAN.name, kind=kind)
    return evidence_sheet(plan, OFFICE, evidence, gaps)


def test_each_piece_of_evidence_has_a_line_in_the_order_of_its_number():
    sheet = list_of(EVIDENCE[::-1])
    levels, file = ["产出指标", "数量指标", "保障社区个数"], "7–9月拨付凭证.pdf\n见第3页"
    first = ["佐证1", *levels, "三季度", "原始凭证", file, "2024-10-14", "项目负责人"]
    second = ["佐证2", "（项目整体）", "全年", "正式资料", "批复.pdf", "2024-10-14", ""]
    assert texts(sheet, row_of(sheet, "佐证1")) == first
    assert texts(sheet, row_of(sheet, "佐证2")) == second
    assert [row_of(sheet, f"佐证{number}") for number in (1, 2, 4)] == [4, 5, 6]


def test_the_form_is_whole_with_and_without_evidence():
    assert flaws(list_of()) == []
    assert flaws(list_of(())) == []
    assert "注：没有佐证资料。" in everything(list_of(()))


def test_what_is_missing_stands_below_the_table():
    gaps = [Gap("b", (EvidenceKind.ORIGINAL, EvidenceKind.FORMAL)), Gap("gone", (EvidenceKind.FORMAL,))]
    assert "注：尚缺：满意度（原始凭证、正式资料）。" in everything(list_of(gaps=gaps))
    assert "注" not in everything(list_of())


def test_evidence_of_a_department_is_named_after_it():
    assert "（部门整体）" in everything(list_of(kind=PlanKind.DEPARTMENT))


def test_numbers_stand_behind_the_actual_in_the_self_evaluation_sheet_and_nowhere_else():
    card = card_of(PLAN)
    bare = evaluation_sheet(card, OFFICE)
    sheet = evaluation_sheet(card, OFFICE, evidence=numbers_of(EVIDENCE, Quarter.Q4))
    assert rows_of(sheet, "12个\n（佐证1、4）") == rows_of(bare, "12个")
    both = zip(bare.cells, sheet.cells, strict=True)
    changed = [(before.value, after.value) for before, after in both if before != after]
    assert changed == [("12个", "12个\n（佐证1、4）")]
