"""规则包: every number a finance bureau could decide differently, as data (guide: scoring, packs).

No pack is the bureau's rule until the bureau confirmed it; ``confirmed`` says whether it did.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from decimal import Decimal
from enum import StrEnum
from typing import Any

from perftrack.domain.decimals import read_plain
from perftrack.domain.terms import Grade, Rating
from perftrack.errors import UserError

DEFAULT_PACK = "national-2020"


class CeilingOverrun(StrEnum):
    """How a ≤ target that is overrun scores: W·T/A, W·(2T−A)/T, or nothing."""

    RATIO = "ratio"
    LINEAR = "linear"
    ZERO = "zero"


class EqualBeyond(StrEnum):
    """How an = target that is surpassed scores."""

    FULL = "full"
    SYMMETRIC = "symmetric"


class Way(StrEnum):
    """How satisfaction and execution are turned into points."""

    PROPORTIONAL = "proportional"
    BANDS = "bands"


class OverEffect(StrEnum):
    """What follows from an actual far beyond its target."""

    EXPLAIN = "explain"
    FIXED = "fixed"
    DEVIATION = "deviation"


class ExcludedWeight(StrEnum):
    """Where the weight of an excluded indicator goes."""

    SPREAD = "spread"
    LEFT_OUT = "left_out"


#: (at least, share): the share of the weight in per cent from a value in per cent on, highest first.
Bands = tuple[tuple[Decimal, Decimal], ...]


@dataclass(frozen=True, slots=True)
class Confirmation:
    """Whether the bureau confirmed the pack, on which day and by which document."""

    confirmed: bool = False
    date: str = ""
    document: str = ""


@dataclass(frozen=True, slots=True)
class RulePack:
    """One version of the disputed numbers. Shares, thresholds and bands are per cent; caps and ratings are points."""

    id: str
    version: int = 1
    title: Mapping[str, str] = field(default_factory=dict)
    source: str = ""
    confirmation: Confirmation = Confirmation()
    ceiling_overrun: CeilingOverrun = CeilingOverrun.RATIO
    equal_beyond: EqualBeyond = EqualBeyond.FULL
    satisfaction: Way = Way.PROPORTIONAL
    satisfaction_bands: Bands = ((Decimal(80), Decimal(80)), (Decimal(60), Decimal(50)))
    grade_shares: Mapping[Grade, Decimal] = field(
        default_factory=lambda: {Grade.MET: Decimal(100), Grade.PARTLY: Decimal(70), Grade.UNMET: Decimal(30)}
    )
    execution: Way = Way.PROPORTIONAL
    execution_bands: Bands = ((Decimal(80), Decimal(70)), (Decimal(60), Decimal(50)))
    total_caps: tuple[tuple[Decimal, Decimal], ...] = ()
    ratings: tuple[tuple[Decimal, Rating], ...] = (
        (Decimal(90), Rating.EXCELLENT),
        (Decimal(80), Rating.GOOD),
        (Decimal(60), Rating.FAIR),
        (Decimal(0), Rating.POOR),
    )
    over_threshold: Decimal = Decimal(130)
    over_effect: OverEffect = OverEffect.EXPLAIN
    over_deduction: Decimal = Decimal(0)
    pass_floor: Decimal = Decimal(0)
    excluded: ExcludedWeight = ExcludedWeight.SPREAD
    light_red_below: Decimal = Decimal(60)
    light_yellow_below: Decimal = Decimal(80)
    light_blue_from: Decimal = Decimal(120)
    execution_red_below: Decimal = Decimal(60)
    execution_yellow_below: Decimal = Decimal(80)
    heat_green_from: Decimal = Decimal(95)
    heat_amber_from: Decimal = Decimal(80)
    ahead_of_execution: Decimal = Decimal(5)
    unspent: Decimal = Decimal(20)
    examples: tuple[Mapping[str, Any], ...] = ()

    def rating(self, total: Decimal) -> Rating:
        """等级 of an exact 2-place total in points (财预〔2020〕10号: 优 ≥ 90, 良 ≥ 80, 中 ≥ 60)."""
        for at_least, rating in self.ratings:
            if total >= at_least:
                return rating
        return self.ratings[-1][1]


_ENUMS: Mapping[str, type[StrEnum]] = {
    "ceiling_overrun": CeilingOverrun,
    "equal_beyond": EqualBeyond,
    "satisfaction": Way,
    "execution": Way,
    "over_effect": OverEffect,
    "excluded": ExcludedWeight,
}
_PAIRS = ("satisfaction_bands", "execution_bands", "total_caps")
_TEXTS = ("id", "source")
_PLAIN_TABLES = ("title", "confirmation", "examples", "grade_shares", "ratings", "version")


def read_pack(table: Mapping[str, Any]) -> RulePack:
    """The pack a table (from TOML or a package) spells. Numbers may be strings, integers or decimals.

    Raises ``UserError("pack_unreadable")`` naming the pack and the key.
    """
    name = str(table.get("id", ""))
    known = {item.name for item in fields(RulePack)}
    for key in table:
        if key not in known:
            raise UserError("pack_unreadable", pack=name, key=key)
    if not name:
        raise UserError("pack_unreadable", pack="?", key="id")
    values: dict[str, Any] = {}
    for key, given in table.items():
        try:
            values[key] = _read_value(key, given)
        except (ValueError, TypeError, KeyError, AttributeError) as wrong:
            raise UserError("pack_unreadable", pack=name, key=key) from wrong
    return RulePack(**values)


def _read_value(key: str, given: Any) -> Any:
    if key in _ENUMS:
        return _ENUMS[key](given)
    if key in _TEXTS:
        return str(given)
    if key in _PAIRS:
        return tuple((_number(low), _number(share)) for low, share in given)
    if key in _PLAIN_TABLES:
        return _read_table(key, given)
    return _number(given)


def _read_table(key: str, given: Any) -> Any:
    if key == "version":
        return int(given)
    if key == "title":
        return {str(language): str(text) for language, text in given.items()}
    if key == "confirmation":
        return Confirmation(
            bool(given.get("confirmed", False)), str(given.get("date", "")), str(given.get("document", ""))
        )
    if key == "grade_shares":
        return {Grade(word): _number(share) for word, share in given.items()}
    if key == "ratings":
        return tuple((_number(low), Rating(word)) for low, word in given)
    return _examples(given)


def _examples(given: Sequence[Mapping[str, Any]]) -> tuple[Mapping[str, Any], ...]:
    return tuple({str(key): value for key, value in example.items()} for example in given)


def _number(given: Any) -> Decimal:
    if isinstance(given, bool) or not isinstance(given, str | int | Decimal):
        raise TypeError(given)
    number = read_plain(str(given))
    if number is None:
        raise ValueError(given)
    return number
