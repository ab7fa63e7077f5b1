"""What a collection form checks while it is filled in: bands of grades as a stop, money as a warning."""

from decimal import Decimal
from typing import Any

from perftrack.domain.decimals import ZERO, plain, shortest
from perftrack.domain.grades import BANDS
from perftrack.domain.terms import Grade


def share_limits(value: str, share: str, words: bool) -> dict[str, Any]:
    """The share must lie in the band of the grade chosen; of a number only 0 to 100 can be said."""
    told = "；".join(_band_words(grade) for grade in Grade)
    shared = {"ignore_blank": True, "error_type": "stop", "error_title": "比例不在等级范围内", "error_message": told,
              "input_title": "可不填", "input_message": f"{told}。不填按规则定分"}  # fmt: skip
    if not words:
        return {"validate": "decimal", "criteria": "between", "minimum": 0, "maximum": 100, **shared}
    bands = []
    for grade, (low, high) in BANDS.items():
        upper = "<=" if grade is Grade.MET else "<"
        bands.append(f'AND({value}="{grade.value}",{share}>={plain(low)},{share}{upper}{plain(high)})')
    return {"validate": "custom", "value": f"=OR({','.join(bands)})", **shared}


def _band_words(grade: Grade) -> str:
    low, high = (shortest(end) for end in BANDS[grade])
    return f"{grade.value} {low} 至 {high}" if grade is Grade.MET else f"{grade.value} {low} 至不足 {high}"


_OVER, _UNDER = "超过全年预算数，请核对", "小于上期累计，请核对"


def money_formula(cell: str, budget: Decimal, earlier: Decimal | None) -> str:
    """A warning beside ``cell`` that follows what is typed; it stops nobody."""
    under = f'IF(AND(ISNUMBER({cell}),{cell}<{plain(earlier or ZERO)}),"{_UNDER}","")'
    return f'=IF(AND(ISNUMBER({cell}),{cell}>{plain(budget)}),"{_OVER}",{under})'


def money_warning(executed: Decimal | None, budget: Decimal, earlier: Decimal | None) -> str:
    """What :func:`money_formula` gives for ``executed``, so that the page reads right before it is recalculated."""
    if executed is None:
        return ""
    return _OVER if executed > budget else _UNDER if executed < (earlier or ZERO) else ""
