"""The tree from the total down: every level, every step, and what each value rests on."""

from dataclasses import replace
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from perftrack.domain.evidence import Evidence
from perftrack.domain.explanation import explain
from perftrack.domain.explanation_tree import Node, execution_node, explanation_tree, indicator_node
from perftrack.domain.periods import Quarter
from perftrack.domain.plans import Actual, ManualScore
from perftrack.domain.sources import Entered, Sources
from perftrack.domain.terms import EvidenceKind, Rule
from tests.domain.builders import PACKS, RATIO, card_of, changed, fund, item, modest, plan_of

TIME = "2024-10-11T08:05:09.000000+08:00"
PLAN = plan_of(
    item(
        "≥12个",
        quarters={3: "6", 4: Actual("5", note="另有一个在建")},
        weight="60",
        aggregation="sum",
        name="个数",
        id="a",
    ),
    item("≥90%", weight="30", level1="满意度指标", level2="", name="满意度", id="b"),
    funds=(replace(fund("财政拨款", "100", "120", q3="50", q4="60"), id="f"),),
    id="p",
)
SOURCES = Sources(
    {
        ("a", Quarter.Q3): Entered("项目负责人", TIME, "record_actual"),
        ("a", Quarter.Q4): Entered("", TIME, "undo"),
        ("f", Quarter.Q4): Entered("绩效管理员", TIME, "import"),
    },
    {"f": "上级追加"},
    (
        Evidence("1", "p", "a", Quarter.Q3, 1, EvidenceKind.ORIGINAL, "凭证.pdf", "", 1, TIME),
        Evidence("2", "p", None, None, 2, EvidenceKind.FORMAL, "批复.pdf", "", 1, TIME),
    ),
)  # fmt: skip


def codes(node: Node) -> list[tuple[int, str]]:
    return [(depth, each.step.code) for depth, each in node.walk()]


def test_that_the_tree_leads_from_the_total_to_who_entered_each_quarter() -> None:
    assert codes(explanation_tree(card_of(PLAN), SOURCES)) == [
        (0, "total"),
        (1, "level"), (2, "level"), (3, "indicator"),
        (4, "pack"), (4, "rule"), (4, "ratio"), (4, "ratio_numbers"), (4, "rounding"),
        (4, "from_sum"), (5, "quarter"), (6, "entered"), (5, "quarter"), (6, "restored"), (6, "note"),
        (4, "evidence"),
        (1, "level"), (2, "indicator_unscored"), (3, "pack"), (3, "rule"), (3, "not_reported"),
        (1, "execution"), (2, "pack"), (2, "execution_ratio"), (2, "execution_result"),
        (2, "fund"), (3, "budget_revised_because"), (3, "quarter_money"), (4, "imported"),
        (1, "total_incomplete"), (1, "evidence"),
    ]  # fmt: skip


def test_that_lines_carry_their_points_and_what_they_speak_of() -> None:
    tree = explanation_tree(card_of(PLAN), SOURCES)
    assert (tree.points, tree.subject, tree.step.arguments["rating"]) == (Decimal("60.00"), "p", "中")
    level = tree.children[0]
    assert (level.step.arguments, level.points, level.full) == (
        {"level": "产出指标", "points": "55.00", "full": "60"}, Decimal("55.00"), 60,
    )  # fmt: skip
    leaf = level.children[0].children[0]
    assert (leaf.subject, leaf.points, leaf.full) == ("a", Decimal("55.00"), 60)


def test_that_persons_times_and_files_are_put_in() -> None:
    said = {node.step.code: node.step.arguments for _, node in explanation_tree(card_of(PLAN), SOURCES).walk()}
    assert said["entered"] == {"person": "项目负责人", "time": "2024-10-11 08:05"}
    assert said["restored"]["person"] == "—"
    assert said["budget_revised_because"] == {"initial": "100.00", "revised": "120.00", "reason": "上级追加"}
    assert said["evidence"] == {"number": "佐证2", "name": "批复.pdf", "kind": "正式资料"}
    assert said["note"] == {"note": "另有一个在建"}


def test_that_evidence_of_a_later_quarter_does_not_count() -> None:
    plan = replace(PLAN, indicators=(replace(PLAN.indicators[0], actuals={Quarter.Q1: Actual("1")}),))
    assert (4, "evidence") not in codes(explanation_tree(card_of(plan, quarter=2), SOURCES))


def test_that_a_cap_stands_under_the_total_and_not_under_execution() -> None:
    plan = plan_of(item("≥1个", "1", "90"), funds=(fund("财政拨款", "100", q4="40"),))
    card = card_of(plan, changed(RATIO, total_caps=((Decimal(50), Decimal(59)),)))
    tree = explanation_tree(card)
    assert (tree.step.code, tree.children[-1].step.code) == ("total_capped", "total_cap")
    assert "total_cap" not in [child.step.code for child in execution_node(card).children]


def test_that_an_unread_actual_still_says_who_entered_it() -> None:
    plan = plan_of(item("≥12个", "约11", id="a"))
    card = card_of(plan)
    assert codes(indicator_node(card.scores[0], card, SOURCES))[-3:] == [
        (1, "quarter"), (2, "restored"), (1, "evidence"),
    ]  # fmt: skip


def test_that_excluded_indicators_and_dropped_plans_say_why() -> None:
    card = card_of(replace(PLAN, dropped="项目取消"))
    tree = explanation_tree(card)
    leaf = tree.children[0].children[0].children[0]
    assert (leaf.step.code, leaf.children[0].step.arguments) == ("indicator_excluded", {"reason": "项目取消"})


@modest
@given(
    st.sampled_from(["≥12个", "=100%", "≤10万元", "有效保障", "9月前", "95%~105%", "=0件", "", "≥-5", "50"]),
    st.sampled_from([None, "11", "97.8", "300", "部分达成", "8月", "完成", "无", "?", "1/3", "-2"]),
    st.sampled_from([None, *Rule]),
    st.sampled_from(list(PACKS.values())),
    st.sampled_from([None, ManualScore(Decimal(3), "按通报")]),
    st.sampled_from([None, "取消"]),
)
def test_that_no_step_of_an_explanation_is_lost_and_levels_add_up(
    target: str, actual: str | None, rule: Rule | None, pack: object, manual: ManualScore | None, excluded: str | None
) -> None:
    first = item(target, actual, "20", rule, manual_score=manual, excluded=excluded)
    card = card_of(plan_of(first, item("≥9", "8", "70", level2="")), pack)  # type: ignore[arg-type]
    tree = explanation_tree(card)
    told = [node.step for _, node in tree.walk()]
    assert all(step in told for score in card.scores for step in explain(score, card))
    levels = [child.points or 0 for child in tree.children if child.step.topic == "level1"]
    assert sum(levels) + card.execution.points == card.total
