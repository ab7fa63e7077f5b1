"""The reference office 2024 with made-up actuals (``office.json``, as interchanged), read without any service."""

import json
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from perftrack.domain.periods import Quarter
from perftrack.domain.plans import Actual, Department, Deviation, Fund, Indicator, Plan
from perftrack.domain.terms import Aggregation, Grade, PlanKind, Rule

FOLDER = Path(__file__).parent


def read_office() -> tuple[Department, tuple[Plan, ...]]:
    """The department and its six plans, in sheet order, with ids ``plan-1`` …"""
    package = json.loads((FOLDER / "office.json").read_text(encoding="utf-8"))
    department = Department(package["department"]["name"], tuple(package["department"]["sections"]))
    return department, tuple(_plan(number, plan) for number, plan in enumerate(package["plans"], start=1))


def _plan(number: int, plan: Mapping[str, Any]) -> Plan:
    return Plan(
        plan["year"],
        PlanKind(plan["kind"]),
        plan["name"],
        plan["goal"],
        section=plan["section"],
        lead=plan["lead"],
        funds=tuple(
            Fund(
                fund["source"],
                Decimal(fund["initial"]),
                executed={Quarter(int(q)): Decimal(money) for q, money in fund.get("executed", {}).items()},
            )
            for fund in plan["funds"]
        ),
        indicators=tuple(_indicator(item) for item in plan["indicators"]),
        id=f"plan-{number}",
    )


def _indicator(item: Mapping[str, Any]) -> Indicator:
    return Indicator(
        item["level1"],
        item["level2"],
        item["name"],
        item["target"],
        Decimal(item["weight"]),
        rule=Rule(item["rule"]) if item["rule"] else None,
        aggregation=Aggregation(item["aggregation"]),
        basis=item["basis"],
        prior_actual=item["prior_actual"],
        evidence=item["evidence"],
        actuals={Quarter(int(q)): _actual(actual) for q, actual in item.get("actuals", {}).items()},
        deviations={Quarter(int(q)): Deviation(**given) for q, given in item.get("deviations", {}).items()},
    )


def _actual(actual: Mapping[str, str]) -> Actual:
    return Actual(
        actual.get("value"),
        Grade(actual["grade"]) if "grade" in actual else None,
        Decimal(actual["share"]) if "share" in actual else None,
    )
