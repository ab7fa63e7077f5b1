"""Everything the domain can say has a sentence, and every sentence of a step or finding can be said."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from perftrack.domain.comparison import compare
from perftrack.domain.comparison_tree import comparison_tree
from perftrack.domain.evidence import Evidence
from perftrack.domain.explanation import Step, explain, explain_execution
from perftrack.domain.explanation_tree import Node, explanation_tree
from perftrack.domain.periods import Quarter
from perftrack.domain.plans import Actual, ManualScore
from perftrack.domain.rulepacks import CeilingOverrun, EqualBeyond, OverEffect
from perftrack.domain.sources import Entered, Sources
from perftrack.domain.terms import Aggregation, EvidenceKind, Rule
from perftrack.services.bundled import messages
from tests.domain.builders import BANDS, LINEAR, RATIO, Reported, card_of, changed, fund, item, judged, plan_of

TESTS = [*(Path(__file__).parent / "checks").glob("test_*.py"), Path(__file__).parent / "test_units.py"]
TARGETS = ["≥10个", "=10个", "≤10万元", "10-12个", "=0件", "≥0件", "≥90%", "有效保障", "9月前", "", "10"]
WORDS = ["5", "10", "12", "14", "88%", "63%", "20", "300", "完成", "部分达成", "8月", "10月", "?", "无"]
ACTUALS: list[Reported] = [*WORDS, judged("部分达成", "75", "63%")]
PACKS = [
    BANDS,
    changed(LINEAR, over_effect=OverEffect.FIXED, over_deduction="3", equal_beyond=EqualBeyond.SYMMETRIC),
    changed(RATIO, over_effect=OverEffect.DEVIATION, pass_floor="60", ceiling_overrun=CeilingOverrun.ZERO),
    changed(RATIO, total_caps=((Decimal(99), Decimal(59)),)),
]
MONEY = [fund("财政", "9"), fund("财政", "0", q4="0"), *(fund("财政", "9", q4=spent) for spent in ("8", "9", "10"))]
ODD = [
    item("≥9个", "9", excluded="取消"),
    item("≥9个", "9", manual_score=ManualScore(Decimal(1), "按通报", Quarter.Q1)),
    item("≥90%", quarters={1: "1/2", 2: "1/3"}, aggregation="mean"),
    *(item("≥9个", quarters={1: "1", 2: "3"}, aggregation=way) for way in Aggregation),
]


def trees() -> list[Node]:
    """Explanations and comparisons of plans in which everything happens once."""
    kept = item("≥3000个", "2000", name="甲", id="a")
    manual = ManualScore(Decimal(1), "按通报")
    before = plan_of(
        kept, item("≥9个", "9", name="乙"), item("≥9个", "9", name="丙", manual_score=manual),
        item("≥9个", "9", name="丁", excluded="取消"), item("≥9个", "9", name="戊"), item("≥9个", "9", name="己"),
        item("≥90%", "88%", "90", rule="satisfaction", name="庚"), item("≥9个", "8", name="辛"),
        funds=(fund("财政", "100", q4="60"),),
    )  # fmt: skip
    after = plan_of(
        replace(kept, actuals={Quarter.Q4: Actual("2000.1", note="补报")}),
        item("≥9个", "9", name="乙", excluded="取消"), item("≥9个", "9", name="丙"),
        item("≥9个", "9", name="丁"), item("≥9个", "9", name="戊", manual_score=manual),
        item("≥9个", "9", name="新"), item("≥90%", "88%", "90", rule="satisfaction", name="庚"),
        item("≥10个", "8", "12", "direct", name="辛", aggregation="sum"),
        funds=(replace(fund("财政", "100", "80", q4="76"), id="f"), fund("其他", "0", "1")), finished=True,
        execution_weight=Decimal(20),
    )  # fmt: skip
    capped = changed(RATIO, total_caps=((Decimal(99), Decimal(59)),))
    time = "2024-10-11T08:05:09.000000+08:00"
    rests_on = Sources(
        {
            ("a", Quarter.Q4): Entered("", time, "record_actual"), ("f", Quarter.Q4): Entered("", time, "import"),
            ("b", Quarter.Q4): Entered("", time, "undo"),
        },
        {"f": "追加"},
        (Evidence("1", "", "a", None, 1, EvidenceKind.FORMAL, "批复.pdf", "", 1, time),),
    )  # fmt: skip
    cards = [card_of(before, capped), card_of(after, BANDS), card_of(plan_of(item("≥9个", "9", id="b"), item("≥9个")))]
    pairs = [(cards[0], cards[1]), (cards[1], cards[0]), (cards[2], cards[2]), (cards[0], cards[0])]
    return [explanation_tree(card, rests_on) for card in cards] + [comparison_tree(compare(*pair)) for pair in pairs]


def everything_said() -> list[Step]:
    """The steps of every kind of target, answer, rule and pack, and those of the trees."""
    indicators = [item(target, actual, rule=rule) for target, actual, rule in product(TARGETS, ACTUALS, Rule)]
    said = [node.step for tree in trees() for _, node in tree.walk()]
    for pack in PACKS:
        card = card_of(plan_of(*indicators, *ODD), pack)
        said += [step for score in card.scores for step in explain(score, card)]
        plans = [plan_of(item("≥1", "1", "90"), funds=(money,)) for money in MONEY]
        said += [step for plan in plans for step in explain_execution(card_of(plan, pack))]
    return said


@pytest.fixture(scope="module")
def said() -> list[Step]:
    return everything_said()


def holes_filled(sentence: str, arguments: Mapping[str, Any]) -> bool:
    return "{" not in sentence.format_map(arguments)


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_that_every_step_has_a_sentence_and_every_sentence_is_said(language: str, said: list[Step]) -> None:
    sections = messages(language)
    assert {step.code for step in said} == set(sections["step"])
    assert {step.topic for step in said} == set(sections["topic"])


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_that_every_hole_of_a_step_is_filled(language: str, said: list[Step]) -> None:
    assert all(holes_filled(messages(language)["step"][step.code], step.arguments) for step in said)


@pytest.mark.parametrize("code", sorted(messages("en")["finding"]))
def test_that_every_finding_has_its_tests(code: str) -> None:
    # A finding with a sentence but without a test here is a rule nobody watches.
    assert any(f'"{code}"' in file.read_text(encoding="utf-8") for file in TESTS)
