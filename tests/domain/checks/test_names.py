"""Look-alike names across plans: one character apart where the rest is the same."""

import pytest

from perftrack.domain.checks import check_office
from perftrack.domain.findings import Finding
from perftrack.domain.terms import Severity
from tests.domain.builders import card_of, item, plan_of


def look_alikes(*names: str) -> list[Finding]:
    cards = tuple(card_of(plan_of(item("≥1个", name=name, id=f"i{n}"), id=f"p{n}")) for n, name in enumerate(names))
    return [finding for finding in check_office(cards) if finding.code == "look_alike"]


def test_that_names_one_inner_character_apart_are_pointed_out() -> None:
    found = look_alikes("保障网格党支部书记补助人数", "网络党支部书记每人补助标准")
    assert [(one.severity, one.subject) for one in found] == [(Severity.HINT, "网络党支部书记每人补助标准")]
    assert found[0].arguments == {"other": "保障网格党支部书记补助人数", "here": "络", "there": "格"}
    assert (found[0].plan_id, found[0].indicator_id) == ("p1", "i1")


def test_that_each_pair_is_told_once() -> None:
    assert len(look_alikes("保障网格党支部书记", "保障网络党支部书记", "保障网格党支部书记")) == 1


def test_that_a_plan_name_is_compared_too() -> None:
    cards = (card_of(plan_of(name="网格党支部书记报酬")), card_of(plan_of(name="网络党支部书记报酬")))
    assert [one.subject for one in check_office(cards)] == ["网络党支部书记报酬"]


@pytest.mark.parametrize(
    "names",
    [
        ("资金使用合规率", "资金使用合规率"),
        ("资金使用合规率", "群众投诉处理及时率"),
        ("保障1号小区正常运转", "保障2号小区正常运转"),
        ("群众满意率", "群体满意率"),
    ],
    ids=["equal", "different", "digits", "short"],
)
def test_that_other_names_are_left_alone(names: tuple[str, str]) -> None:
    assert look_alikes(*names) == []
