"""Blocks that several official sheets share: headline, merged levels, seal and signatures."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from perftrack.domain.plans import Fund, Indicator, Plan
from perftrack.domain.sheets.grid import NOT_THERE, Builder
from perftrack.domain.terms import PlanKind

#: Other spellings under which the money a form names is found in real plans.
GRANT_NAMES = frozenset({"财政拨款", "当年财政拨款", "本年财政拨款", "年初财政拨款", "财政资金"})
CARRIED_NAMES = frozenset({"上年结转资金", "上年结转", "结转资金"})
OTHER_NAMES = frozenset({"其他资金", "其他"})


def put_title(grid: Builder, title: str, subtitle: str) -> None:
    """The headline and, under it, the year."""
    grid.put(grid.row(30), 0, title, "title", across=grid.width)
    grid.put(grid.row(16), 0, subtitle, "subtitle", across=grid.width)


def put_signatures(grid: Builder, marks: Sequence[str], columns: Sequence[int]) -> None:
    """Places for seal, signatures and date, all left empty. ``columns`` are where each mark begins; the last ends
    at the right edge.
    """
    grid.row(8)
    row = grid.row(20)
    ends = [*columns[1:], grid.width]
    for mark, begin, end in zip(marks, columns, ends, strict=True):
        style = "sign_right" if end == grid.width else "sign"
        grid.put(row, begin, mark, style, across=end - begin)


def runs(values: Sequence[object]) -> list[tuple[int, int]]:
    """Where equal neighbours stand together: (first, one past the last) of each run.

    >>> runs(["产出", "产出", "效益"])
    [(0, 2), (2, 3)]
    """
    bounds = [place for place in range(len(values)) if place == 0 or values[place] != values[place - 1]]
    return list(pairwise([*bounds, len(values)]))


def put_levels(grid: Builder, row: int, column: int, indicators: Sequence[Indicator], *, extra: int = 0) -> None:
    """Level 1 and level 2 cells of one run of equal level 1, merged over equal neighbours.

    ``extra`` rows below (a subtotal) belong to the level 1 cell too.
    """
    grid.put(row, column, indicators[0].level1, "label", down=len(indicators) + extra)
    for first, end in runs([item.level2 for item in indicators]):
        grid.put(row + first, column + 1, indicators[first].level2, "label", down=end - first)


def take_fund(funds: list[Fund], names: frozenset[str]) -> Fund | None:
    """Take the first fund with one of ``names`` out of ``funds``; those left keep a row of their own."""
    for place, fund in enumerate(funds):
        if fund.source.strip() in names:
            return funds.pop(place)
    return None


def fund_rows(plan: Plan, grant_name: str) -> list[tuple[str, str, Fund | None]]:
    """(name, style, fund) of each row under the year's total; None: a source of the form that the plan does not have.

    A project has ``grant_name``, 上年结转资金 and 其他资金, with every other fund between; a department's are as named.
    """
    funds = list(plan.funds)
    if plan.kind is PlanKind.DEPARTMENT:
        return [
            (fund.source if place else f"其中：{fund.source}", "text_in" if place else "text", fund)
            for place, fund in enumerate(funds)
        ]
    grant, carried = take_fund(funds, GRANT_NAMES), take_fund(funds, CARRIED_NAMES)
    other = take_fund(funds, OTHER_NAMES)
    return [
        (f"其中：{grant_name}", "text", grant),
        ("上年结转资金", "text_in", carried),
        *((fund.source, "text_in", fund) for fund in funds),
        ("其他资金", "text_in", other),
    ]


def amount(value: Decimal | None) -> Decimal | str:
    """万元, or the dash where nothing was reported."""
    return NOT_THERE if value is None else value


def text(value: str | None) -> str:
    """A text exactly as given, empty where there is none."""
    return value or ""
