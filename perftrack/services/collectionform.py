"""What a collection form remembers of the moment it was written: whose it is, and every cell as it was then.

The visible page is for people, who rename, move and retype. What tells rows apart travels in a hidden page as one
JSON text with its own check sum: not protection against forgers, but against half a file and a careless hand.
"""

import base64
import binascii
import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from types import MappingProxyType
from typing import Any

from perftrack.domain.decimals import plain, shortest
from perftrack.domain.periods import Quarter
from perftrack.domain.plans import Actual, Deviation, Fund, Indicator, Plan
from perftrack.domain.targets import TargetKind, read_target
from perftrack.domain.terms import Aggregation, Rule
from perftrack.domain.units import Breakdown
from perftrack.errors import UserError

FORMAT, VERSION = "perftrack-collection", 1
#: Names of the two pages.
VISIBLE, HIDDEN = "填报", "perftrack"
#: What one cell of the hidden page holds at most, in characters.
PIECE = 30_000

NUMBER, INDICATOR, SOURCE = "编号", "三级指标", "资金来源"
UNIT, OWNER = "填报单位", "所属指标"
VALUE, SHARE, CAUSE, REMEDY, NOTE, EXECUTED = "完成值", "等级比例(%)", "偏差原因", "改进措施", "备注", "累计执行数"
#: The columns of the tables that a form must still have, by their words.
INDICATOR_COLUMNS = (NUMBER, INDICATOR, VALUE, SHARE, CAUSE, REMEDY, NOTE)
FUND_COLUMNS = (NUMBER, SOURCE, EXECUTED)
UNIT_COLUMNS = (NUMBER, UNIT, VALUE, NOTE)
#: What stands where a value would, of an indicator whose units report it.
BELOW = "见下表"


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    """One indicator as it stood in the form when it was written; ``code`` is its number on the page."""

    code: str
    id: str
    level1: str
    level2: str
    name: str
    target: str
    counted: str
    value: str
    share: str
    cause: str
    remedy: str
    note: str
    kind: str = ""
    """Of the units that report it (社区); "" where the office does."""

    @property
    def printed(self) -> str:
        """What the cell of the value shows."""
        return self.value or (BELOW if self.kind else "")


@dataclass(frozen=True, slots=True)
class UnitRow:
    """What one unit reports of one indicator (``owner``), as it stood in the form; ``target`` is the office's."""

    code: str
    indicator: str
    unit: str
    name: str
    owner: str
    target: str
    counted: str
    value: str
    note: str


@dataclass(frozen=True, slots=True)
class FundRow:
    """One source of money as it stood in the form, ``executed`` in 万元 to date."""

    code: str
    id: str
    source: str
    executed: str


@dataclass(frozen=True, slots=True)
class Stamp:
    """Whose form this is. ``written`` is the moment as ISO text; ``structure`` changes with targets and rows."""

    office: str
    file_id: str
    plan_id: str
    kind: str
    plan: str
    year: int
    quarter: int
    written: str
    structure: str
    indicators: tuple[IndicatorRow, ...]
    funds: tuple[FundRow, ...]
    units: tuple[UnitRow, ...] = ()


def stamp(
    plan: Plan, quarter: Quarter, *, office: str, file_id: str, written: str,
    breakdowns: Mapping[str, Breakdown] = MappingProxyType({}),
) -> Stamp:  # fmt: skip
    """The stamp of a form for ``plan`` written now; ``breakdowns`` by indicator id."""
    indicators = tuple(
        _indicator_row(str(n), each, quarter, breakdowns) for n, each in enumerate(plan.indicators, start=1)
    )
    funds = tuple(_fund_row(f"资{n}", each, quarter) for n, each in enumerate(plan.funds, start=1))
    return Stamp(
        office, file_id, plan.id, plan.kind.value, plan.name, plan.year, int(quarter), written, structure_of(plan),
        indicators, funds, _unit_rows(plan, quarter, breakdowns),
    )  # fmt: skip


def structure_of(plan: Plan) -> str:
    """A short sign of what a form of ``plan`` asks for: other rows, targets or ways of counting are another sign."""
    asked = [[i.level1, i.level2, i.name, i.target, i.aggregation.value, i.excluded] for i in plan.indicators]
    return _digest(json.dumps([asked, [fund.source for fund in plan.funds]], ensure_ascii=False))[:16]


def counted_as(indicator: Indicator) -> str:
    """口径: what the value of a quarter counts, as a form names it.

    >>> from decimal import Decimal
    >>> counted_as(Indicator("", "", "人数", "≥3人", Decimal(1), aggregation=Aggregation.SUM))
    '本期数'
    """
    target = read_target(indicator.target, indicator.level1, indicator.level2)
    if target.kind is TargetKind.WORDS:
        return "等级"
    if target.kind is TargetKind.DATE:
        return "日期"
    match indicator.aggregation:
        case Aggregation.RUNNING:
            return "累计数"
        case Aggregation.LATEST:
            return "期末数"
        case _:
            return "本期数"


def takes_value(indicator: Indicator) -> bool:
    """Whether anything can be reported: not excluded, and a target to answer."""
    target = read_target(indicator.target, indicator.level1, indicator.level2)
    return indicator.excluded is None and target.kind is not TargetKind.EMPTY


def takes_share(indicator: Indicator) -> bool:
    """Whether a share of the weight may be given beside the value: where grades are judged."""
    target = read_target(indicator.target, indicator.level1, indicator.level2)
    return takes_value(indicator) and (target.kind is TargetKind.WORDS or indicator.rule is Rule.GRADE)


def value_and_share(actual: Actual | None) -> tuple[str, str]:
    """An actual as the two cells of a form: the grade stands where the value would."""
    if actual is None:
        return "", ""
    grade = actual.grade.value if actual.grade is not None and actual.value is None else ""
    return actual.value or grade, "" if actual.share is None else shortest(actual.share)


def _unit_rows(plan: Plan, quarter: Quarter, breakdowns: Mapping[str, Breakdown]) -> tuple[UnitRow, ...]:
    asked = [
        (indicator, unit, broken.values.get(quarter, {}).get(unit.id))
        for indicator in plan.indicators
        if takes_value(indicator) and (broken := breakdowns.get(indicator.id)) is not None
        for unit in broken.asked(quarter)
    ]
    return tuple(
        UnitRow(
            f"单{n}", indicator.id, unit.id, unit.name, indicator.name, indicator.target, counted_as(indicator),
            given.value if given else "", (given.note if given else None) or "",
        )
        for n, (indicator, unit, given) in enumerate(asked, start=1)
    )  # fmt: skip


def _indicator_row(
    code: str, indicator: Indicator, quarter: Quarter, breakdowns: Mapping[str, Breakdown]
) -> IndicatorRow:
    actual = indicator.actuals.get(quarter)
    given = indicator.deviations.get(quarter, Deviation())
    value, share = value_and_share(actual)
    return IndicatorRow(
        code, indicator.id, indicator.level1, indicator.level2, indicator.name, indicator.target,
        counted_as(indicator), value, share, given.cause, given.remedy, (actual.note if actual else None) or "",
        breakdowns[indicator.id].kind if indicator.id in breakdowns and takes_value(indicator) else "",
    )  # fmt: skip


def _fund_row(code: str, fund: Fund, quarter: Quarter) -> FundRow:
    executed = fund.executed.get(quarter)
    return FundRow(code, fund.id, fund.source, "" if executed is None else plain(executed))


def hidden_rows(made: Stamp) -> list[list[str]]:
    """The hidden page: format, version and check sum on the first row, the JSON in pieces below.

    In base64, because office programs put signs of their own into some texts.
    """
    body = base64.b64encode(json.dumps(asdict(made), ensure_ascii=False).encode("utf-8", "surrogatepass")).decode()
    pieces = [body[at : at + PIECE] for at in range(0, len(body), PIECE)]
    return [[FORMAT, str(VERSION), _digest(body)], *([piece] for piece in pieces)]


def read_hidden(rows: Sequence[Sequence[object]], form: str) -> Stamp:
    """The stamp in the hidden page. Raises UserError ``collect_not_ours``, ``collect_newer``, ``collect_damaged``."""
    head = [str(cell) for cell in rows[0]] if rows else []
    if head[:1] != [FORMAT] or len(head) < 3:
        raise UserError("collect_not_ours", form=form)
    version = head[1].removesuffix(".0")
    if version != str(VERSION):
        raise UserError("collect_newer", form=form, version=version, known=VERSION)
    body = "".join(str(row[0]) for row in rows[1:])
    if _digest(body) != head[2]:
        raise UserError("collect_damaged", form=form)
    try:
        return stamp_of(json.loads(base64.b64decode(body).decode("utf-8", "surrogatepass")))
    except (binascii.Error, ValueError, KeyError, TypeError) as error:
        raise UserError("collect_damaged", form=form) from error


def stamp_of(table: Mapping[str, Any]) -> Stamp:
    """A stamp from its JSON object. Raises KeyError, TypeError."""
    indicators = tuple(IndicatorRow(**row) for row in table["indicators"])
    funds = tuple(FundRow(**row) for row in table["funds"])
    units = tuple(UnitRow(**row) for row in table["units"])
    return Stamp(**{**table, "indicators": indicators, "funds": funds, "units": units})


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
