"""Packages for tests: builders of JSON values with everything at hand, and Hypothesis strategies for whole packages.

A builder gives the smallest valid value; keyword arguments replace or add keys, ``None`` stands for null.
"""

import json
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from itertools import count
from typing import Any

from hypothesis import strategies as st

Json = dict[str, Any]
DEPARTMENT = "延安北路街道办事处"


class TickingClock:
    """Every question is a second later than the one before."""

    def __init__(self) -> None:
        self._ticks = count()

    def __call__(self) -> datetime:
        return datetime(2024, 12, 31, 9, 0, tzinfo=UTC) + timedelta(seconds=next(self._ticks))


def make_indicator(name: str = "保障社区正常运转个数", target: str = "≥12个", weight: str = "20", **more: Any) -> Json:
    """An indicator without actuals."""
    indicator = {"level1": "产出指标", "level2": "数量指标", "name": name, "target": target, "weight": weight}
    return {**indicator, "basis": None, "prior_actual": None, "rule": None, "evidence": None, **more}


def make_fund(source: str = "财政拨款", initial: str = "120.00", **more: Any) -> Json:
    """A fund of 120 万元 of which nothing is reported."""
    return {"source": source, "initial": initial, **more}


def make_plan(name: str = "社区服务群众经费", **more: Any) -> Json:
    """A project plan of 2024 with one fund and indicators that add up to 90."""
    plan = {"year": 2024, "kind": "project", "name": name, "section": None, "lead": None, "goal": ""}
    lists = {"funds": [make_fund()], "indicators": [make_indicator(weight="90")]}
    return {**plan, **lists, **more}


def make_package(*plans: Json, department: str = DEPARTMENT, **more: Any) -> Json:
    """A package of ``plans``, or of one plan."""
    head = {"format": "perftrack", "version": 1, "department": {"name": department, "sections": []}}
    return {**head, "plans": list(plans) or [make_plan()], **more}


def make_pack(pack: str = "changji", **more: Any) -> Json:
    """An own rule pack with one worked example."""
    example = {"target": "≤10个", "actual": "20", "weight": "10", "score": "0.00"}
    return {"id": pack, "version": 1, "source": "自定", "ceiling_overrun": "zero", "examples": [example], **more}


def as_bytes(package: Any) -> bytes:
    """A package as a file holds it."""
    return json.dumps(package, ensure_ascii=False).encode()


# Defaults as guide 3 states them, written down once more so that a reader which drops a key is seen.
_PLAN_DEFAULTS = {"pack": None, "execution_weight": "10", "finished": False, "section": None, "lead": None}
_INDICATOR_DEFAULTS: Json = {
    "aggregation": "latest", "milestones": {}, "actuals": {}, "manual_score": None, "excluded": None, "deviations": {},
    "basis": None, "prior_actual": None, "rule": None, "evidence": None,
}  # fmt: skip


def normal(package: Json) -> Json:
    """``package`` with every default written out, numbers by value, years in order: what round trips must keep."""
    plans = sorted(package["plans"], key=lambda plan: int(plan["year"]))
    department = {"sections": [], **package["department"]}
    packs = sorted(package.get("packs", []), key=lambda pack: str(pack["id"]))
    return {**package, "department": department, "packs": packs, "plans": [_normal_plan(plan) for plan in plans]}


def _normal_plan(plan: Json) -> Json:
    found = {**_PLAN_DEFAULTS, **plan}
    found["execution_weight"] = Decimal(found["execution_weight"])
    found["funds"] = [_normal_fund(fund) for fund in plan["funds"]]
    found["indicators"] = [_normal_indicator(indicator) for indicator in plan["indicators"]]
    return found


def _normal_fund(fund: Json) -> Json:
    revised = fund.get("revised")
    return {
        "source": fund["source"],
        "initial": Decimal(fund["initial"]),
        "revised": None if revised is None else Decimal(revised),
        "executed": {quarter: Decimal(number) for quarter, number in fund.get("executed", {}).items()},
    }


def _normal_indicator(indicator: Json) -> Json:
    found = {**_INDICATOR_DEFAULTS, **indicator}
    found["weight"] = Decimal(found["weight"])
    found["milestones"] = {quarter: Decimal(number) for quarter, number in found["milestones"].items()}
    found["actuals"] = {quarter: _normal_actual(actual) for quarter, actual in found["actuals"].items()}
    found["deviations"] = {
        quarter: {"cause": "", "remedy": "", **texts} for quarter, texts in found["deviations"].items()
    }
    if found["manual_score"]:
        manual = {"quarter": 4, **found["manual_score"]}
        found["manual_score"] = {**manual, "score": Decimal(manual["score"])}
    return found


def _normal_actual(actual: Json) -> Json:
    found = {key: value for key, value in actual.items() if value is not None}
    return {**found, "share": Decimal(found["share"])} if "share" in found else found


# Strategies -----------------------------------------------------------------------------------------------------------

_TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
_NAMES = _TEXTS.filter(lambda text: bool(text.strip()))
_NUMBERS = st.decimals(0, 10**9, places=3).map(str) | st.sampled_from(["0", "0.00", "8.84", "120", "1e2", "3157.94"])
_POSITIVE = st.sampled_from(["20", "10", "7.5", "2.50", "0.001", "33.333", "1e1"])
_QUARTERS = ["1", "2", "3", "4"]
_TARGETS = ["≥12个", "＞=95%", "＜=268元/人/年", "=100%", "=0件", "95%~105%", "2024年12月31日前", "无", "约一半", ""]
_ANSWERS = ["11", "87.5%", "1188/1320", "已完成", "无", "≥12个", "-3", "2024年11月", "大约三个", ""]
_BANDS = {"达成": ["80", "100", "95.5"], "部分达成": ["60", "79.99", "75"], "未达成": ["0", "59.9"]}


def _by_quarter(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Json]:
    return st.dictionaries(st.sampled_from(_QUARTERS), values, max_size=4)


def _optional(**keys: st.SearchStrategy[Any]) -> st.SearchStrategy[Json]:
    return st.fixed_dictionaries({}, optional=keys)


def _grades() -> st.SearchStrategy[Json]:
    return st.sampled_from(sorted(_BANDS)).flatmap(
        lambda grade: st.fixed_dictionaries(
            {"grade": st.just(grade)}, optional={"share": st.sampled_from(_BANDS[grade]), "note": _TEXTS}
        )
    )


@st.composite
def indicators(draw: st.DrawFn) -> Json:
    """Indicators of every kind, with words for targets where a grade is given."""
    words = draw(st.booleans())
    weight = draw(_POSITIVE)
    found = make_indicator(
        draw(_NAMES),
        draw(st.just("有效保障") if words else st.sampled_from(_TARGETS) | _TEXTS),
        weight,
        level1=draw(_TEXTS),
        level2=draw(_TEXTS),
        basis=draw(st.none() | _TEXTS),
        prior_actual=draw(st.none() | _TEXTS),
        evidence=draw(st.none() | _TEXTS),
        rule=draw(st.sampled_from([None, "proportional", "grade", "satisfaction", "direct"])),
    )
    values = _optional(value=st.sampled_from(_ANSWERS) | _TEXTS, note=_TEXTS)
    numbers = st.sampled_from(["1", "0.8", weight])
    manual = st.fixed_dictionaries(
        {"score": st.just("0") | st.just(weight), "reason": _NAMES}, optional={"quarter": st.sampled_from([1, 2, 3, 4])}
    )
    more = _optional(
        aggregation=st.sampled_from(["sum", "running", "latest", "mean", "max", "min"]),
        milestones=_by_quarter(numbers),
        actuals=_by_quarter(_grades() if words else values),
        manual_score=manual,
        excluded=st.fixed_dictionaries({"reason": _NAMES}),
        deviations=_by_quarter(st.fixed_dictionaries({"cause": _TEXTS, "remedy": _TEXTS})),
    )
    return found | draw(more)


def funds() -> st.SearchStrategy[Json]:
    """Funds with and without revision and spending."""
    return st.fixed_dictionaries(
        {"source": _TEXTS, "initial": _NUMBERS}, optional={"revised": _NUMBERS, "executed": _by_quarter(_NUMBERS)}
    )


@st.composite
def packages(draw: st.DrawFn) -> Json:
    """Packages that must be accepted: up to four plans over two years, packs that agree within a year."""
    own = draw(st.lists(st.just(make_pack()), max_size=1))
    known = [None, "national-2020", "national-2021", "linear-ceiling", *(pack["id"] for pack in own)]
    pins = {year: draw(st.sampled_from(known)) for year in (2023, 2024)}
    names = st.tuples(st.sampled_from([2023, 2024]), st.sampled_from(["department", "project"]), _NAMES)
    plans = []
    for year, kind, name in draw(st.lists(names, max_size=4, unique=True)):
        plan = make_plan(
            name,
            year=year,
            kind=kind,
            goal=draw(_TEXTS),
            section=draw(st.none() | _TEXTS),
            lead=draw(st.none() | _TEXTS),
            funds=draw(st.lists(funds(), max_size=3)),
            indicators=draw(st.lists(indicators(), max_size=4)),
        )
        if pins[year] is not None and draw(st.booleans()):
            plan["pack"] = pins[year]
        plans.append(plan | draw(_optional(execution_weight=_NUMBERS, finished=st.booleans())))
    package = make_package(department=draw(_NAMES))
    package["plans"] = plans
    package["department"]["sections"] = draw(st.lists(_NAMES, max_size=3, unique=True))
    return package | ({"packs": own} if own else {})
