"""Rule packs: disputed numbers as data, read strictly, with worked examples that are run."""

import tomllib
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from perftrack.domain.packexamples import run_examples
from perftrack.domain.rulepacks import (
    DEFAULT_PACK,
    CeilingOverrun,
    Confirmation,
    EqualBeyond,
    ExcludedWeight,
    OverEffect,
    RulePack,
    Way,
    read_pack,
)  # fmt: skip
from perftrack.domain.terms import Grade, Rating
from perftrack.errors import UserError
from tests.domain.builders import BANDS, LINEAR, PACKS, RATIO

EXAMPLE = {"target": "≥12个", "actual": "11", "weight": "20", "rule": "proportional", "score": "18.33"}
SPENDING = {"budget": "120.00", "executed": "114.60", "weight": "10", "score": "9.55"}


def test_that_an_empty_pack_is_the_default_of_everything() -> None:
    pack = read_pack({"id": "own"})
    assert replace(pack, id=RATIO.id, title=RATIO.title, source=RATIO.source, examples=RATIO.examples) == RATIO
    assert (DEFAULT_PACK, pack.version) == ("national-2020", 1)


def test_that_the_shipped_packs_differ_only_where_the_rules_say() -> None:
    bare = {"title": {}, "source": "", "examples": (), "id": ""}
    ratio, bands, linear = (replace(pack, **bare) for pack in (RATIO, BANDS, LINEAR))  # type: ignore[arg-type]
    assert bands == replace(ratio, satisfaction=Way.BANDS, execution=Way.BANDS)
    assert linear == replace(ratio, ceiling_overrun=CeilingOverrun.LINEAR)


@pytest.mark.parametrize("pack", PACKS.values(), ids=list(PACKS))
def test_that_no_shipped_pack_calls_itself_confirmed(pack: RulePack) -> None:
    assert pack.confirmation == Confirmation(confirmed=False)
    assert pack.source
    assert set(pack.title) == {"zh_CN", "en"}


@pytest.mark.parametrize("pack", PACKS.values(), ids=list(PACKS))
def test_that_every_shipped_pack_carries_examples_that_hold(pack: RulePack) -> None:
    assert len(pack.examples) >= 11
    run_examples(pack)


def test_that_defaults_are_those_of_the_rules() -> None:
    assert (RATIO.over_threshold, RATIO.over_effect, RATIO.equal_beyond) == (130, OverEffect.EXPLAIN, EqualBeyond.FULL)
    assert (RATIO.excluded, RATIO.pass_floor, RATIO.total_caps) == (ExcludedWeight.SPREAD, 0, ())
    assert RATIO.grade_shares == {Grade.MET: 100, Grade.PARTLY: 70, Grade.UNMET: 30}
    assert (RATIO.light_red_below, RATIO.light_yellow_below, RATIO.light_blue_from) == (60, 80, 120)
    assert (RATIO.execution_red_below, RATIO.execution_yellow_below) == (60, 80)


def test_that_every_number_of_a_pack_can_be_decided_differently() -> None:
    table = tomllib.loads(
        """
        id = "own"
        version = 3
        source = "昌吉市某通知"
        title = { zh_CN = "自定", en = "Own" }
        confirmation = { confirmed = true, date = "2024-03-01", document = "第3号" }
        ceiling_overrun = "zero"
        equal_beyond = "symmetric"
        satisfaction = "bands"
        satisfaction_bands = [["70", "60"]]
        grade_shares = { "达成" = 100, "部分达成" = 75, "未达成" = "30.5" }
        execution = "bands"
        total_caps = [[50, 59]]
        ratings = [[95, "优"], [0, "差"]]
        over_threshold = 150.5
        over_effect = "deviation"
        pass_floor = 60
        excluded = "left_out"
        """,
        parse_float=Decimal,
    )
    pack = read_pack(table)
    assert (pack.version, pack.confirmation) == (3, Confirmation(True, "2024-03-01", "第3号"))
    assert (pack.ceiling_overrun, pack.equal_beyond) == (CeilingOverrun.ZERO, EqualBeyond.SYMMETRIC)
    assert pack.satisfaction_bands == ((Decimal(70), Decimal(60)),)
    assert pack.grade_shares[Grade.UNMET] == Decimal("30.5")
    assert (pack.total_caps, pack.over_threshold) == (((Decimal(50), Decimal(59)),), Decimal("150.5"))
    assert [pack.rating(Decimal(total)) for total in (95, 94)] == [Rating.EXCELLENT, Rating.POOR]
    assert (pack.over_effect, pack.pass_floor, pack.excluded) == (OverEffect.DEVIATION, 60, ExcludedWeight.LEFT_OUT)


@pytest.mark.parametrize(("key", "value"), [("ceiling_overun", "linear"), ("over_treshold", "150")])
def test_that_an_unknown_key_is_refused_by_name(key: str, value: str) -> None:
    with pytest.raises(UserError, match="pack_unreadable") as refused:
        read_pack({"id": "own", key: value})
    assert refused.value.arguments == {"pack": "own", "key": key}


def test_that_a_pack_without_a_name_is_refused() -> None:
    with pytest.raises(UserError, match="pack_unreadable") as refused:
        read_pack({"version": 2})
    assert refused.value.arguments["key"] == "id"


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("ceiling_overrun", "quadratic"),
        ("satisfaction", 1),
        ("over_threshold", "much"),
        ("over_threshold", True),
        ("over_threshold", 1.5),
        ("over_threshold", "NaN"),
        ("satisfaction_bands", [[80]]),
        ("satisfaction_bands", 80),
        ("grade_shares", {"优秀": 100}),
        ("grade_shares", []),
        ("ratings", [[90, "好"]]),
        ("version", "two"),
        ("title", "自定"),
        ("confirmation", "yes"),
        ("examples", ["≥12个"]),
    ],
)
def test_that_a_value_that_does_not_read_is_refused_with_its_key(key: str, value: Any) -> None:
    with pytest.raises(UserError, match="pack_unreadable") as refused:
        read_pack({"id": "own", key: value})
    assert refused.value.arguments == {"pack": "own", "key": key}


def running(*examples: Mapping[str, Any], **table: Any) -> None:
    run_examples(read_pack({"id": "own", "examples": list(examples)} | table))


def test_that_examples_that_hold_are_accepted() -> None:
    running(EXAMPLE, SPENDING, SPENDING | {"score": "9.550"})
    running(SPENDING | {"score": "10", "finished": True}, execution="bands")
    running({"target": "50", "actual": "100", "weight": "10", "level1": "成本指标", "score": "5"})


def test_that_a_pack_whose_example_fails_is_refused_with_the_example_named() -> None:
    with pytest.raises(UserError, match="pack_example_failed") as refused:
        running(EXAMPLE, EXAMPLE | {"actual": "10"})
    assert refused.value.arguments == {
        "pack": "own", "number": 2, "promised": Decimal("18.33"), "found": Decimal("16.67"), "example": "≥12个 10",
    }  # fmt: skip


def test_that_an_example_is_run_under_the_rules_of_its_own_pack() -> None:
    with pytest.raises(UserError, match="pack_example_failed") as refused:
        running(SPENDING, execution="bands")
    assert (refused.value.arguments["found"], refused.value.arguments["example"]) == (7, "120.00 114.60")


def test_that_an_example_without_a_score_fails() -> None:
    with pytest.raises(UserError, match="pack_example_failed") as refused:
        running(EXAMPLE | {"actual": "约11"})
    assert refused.value.arguments["found"] is None


@pytest.mark.parametrize(
    "example",
    [
        {key: value for key, value in EXAMPLE.items() if key != "score"},
        {key: value for key, value in EXAMPLE.items() if key != "weight"},
        EXAMPLE | {"score": "many"},
        EXAMPLE | {"weight": "many"},
        EXAMPLE | {"rule": "guess"},
        EXAMPLE | {"grade": "优"},
        EXAMPLE | {"wieght": "20"},
    ],
    ids=["no score", "no weight", "score", "weight", "rule", "grade", "unknown key"],
)
def test_that_an_example_that_does_not_read_is_refused_by_number(example: Mapping[str, Any]) -> None:
    with pytest.raises(UserError, match="pack_unreadable") as refused:
        running(EXAMPLE, example)
    assert refused.value.arguments == {"pack": "own", "key": "examples[2]"}
