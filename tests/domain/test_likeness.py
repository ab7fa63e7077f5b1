"""What is suggested as an indicator's earlier self, and in which order."""

from dataclasses import replace

from perftrack.domain.likeness import Reason, candidate, ranked
from perftrack.domain.plans import Plan
from tests.domain.builders import item, plan_of


def plan(*names: str, year: int = 2024, called: str = "经费", level2: str = "数量指标") -> Plan:
    items = [replace(item("≥12个", "11", "20"), name=name, level2=level2) for name in names]
    return replace(plan_of(*items), year=year, name=called)


def best(ours: Plan, place: int, *theirs: Plan) -> list[tuple[str, Reason]]:
    found = [candidate(ours, place, each, there) for each in theirs for there in range(len(each.indicators))]
    return [(each.indicator.name, each.reason) for each in ranked(found)]


def test_that_the_same_name_comes_before_a_similar_one_and_that_before_the_same_place() -> None:
    now = plan("保障社区运转", "网格党支部书记人数")
    then = plan("别的事情", "网络党支部书记", "网格党支部书记 人数", "完全不同", year=2023)
    assert best(now, 1, then)[:2] == [
        ("网格党支部书记 人数", Reason.SAME_NAME),
        ("网络党支部书记", Reason.SIMILAR_NAME),
    ]
    assert best(now, 0, then)[0] == ("别的事情", Reason.SAME_PLACE)


def test_that_the_plan_of_the_same_name_comes_first() -> None:
    now = plan("培训人数")
    other, same = plan("培训人数", year=2023, called="其他经费"), plan("培训人次", "培训人数", year=2023)
    found = [candidate(now, 0, each, there) for each in (other, same) for there in range(len(each.indicators))]
    first = ranked(found)[0]
    assert (first.plan.name, first.indicator.name) == ("经费", "培训人数")


def test_that_what_nothing_speaks_for_keeps_the_order_of_the_sheets() -> None:
    now, then = plan("甲", level2="质量指标"), plan("乙丙", "丁戊", "己庚", year=2023)
    assert best(now, 0, then) == [("乙丙", Reason.NONE), ("丁戊", Reason.NONE), ("己庚", Reason.NONE)]
