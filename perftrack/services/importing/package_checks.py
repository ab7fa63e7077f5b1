"""Whether the plans of a package fit each other, their packs and the file they shall go into."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from perftrack.domain.decimals import shortest
from perftrack.domain.periods import Quarter
from perftrack.domain.plans import Indicator, Plan
from perftrack.domain.rulepacks import DEFAULT_PACK, RulePack
from perftrack.domain.scoring import score_indicator
from perftrack.services import bundled
from perftrack.services.importing.fields import Spot
from perftrack.services.importing.json_text import place_of
from perftrack.services.importing.own_packs import read_packs
from perftrack.services.importing.package_reader import Package

#: What tells plans apart: year, kind, name.
PlanName = tuple[int, str, str]


@dataclass(frozen=True, slots=True)
class FileContent:
    """What the file holds already, as far as a package can collide with it. ``department`` None: no file yet."""

    department: str | None = None
    plans: Mapping[int, Sequence[Plan]] = field(default_factory=dict)
    pins: Mapping[int, str] = field(default_factory=dict)
    packs: Sequence[Mapping[str, Any]] = ()


@dataclass(frozen=True, slots=True)
class Fitted:
    """A package that fits: which of its plans are in the file, and the pack each year will be scored by."""

    replaced: frozenset[PlanName]
    packs: Mapping[int, RulePack]


def name_of(plan: Plan) -> PlanName:
    """What tells a plan apart within its department."""
    return plan.year, str(plan.kind), plan.name


def fit(
    package: Package, content: FileContent, *, update: bool, progress: Callable[[int, int], None] | None = None
) -> Fitted:
    """Checks ``package`` against itself and ``content``. Raises :class:`UserError` naming key and place."""
    if content.department is not None and content.department != package.department.name:
        raise Spot("name", "department.name").refuse(
            "package_other_department", given=package.department.name, own=content.department
        )
    known = _known_packs(package, content, update=update)
    _refuse_twice(package.plans)
    replaced = _replaced(package.plans, content, update=update)
    pins = _pins(package.plans, content, known, replaced)
    packs = {plan.year: known[pins.get(plan.year, DEFAULT_PACK)] for plan in package.plans}
    for position, plan in enumerate(package.plans):
        if progress:
            progress(position, len(package.plans))
        for number, indicator in enumerate(plan.indicators):
            place = place_of(place_of(place_of("plans", position), "indicators"), number)
            _refuse_contradictions(indicator, packs[plan.year], plan.year, place)
    if progress:
        progress(len(package.plans), len(package.plans))
    return Fitted(replaced, packs)


def _known_packs(package: Package, content: FileContent, *, update: bool) -> dict[str, RulePack]:
    own = read_packs(package.packs)
    stored = {(table["id"], table.get("version", 1)): table for table in content.packs}
    for position, table in enumerate(package.packs):
        there = stored.get((table["id"], table.get("version", 1)))
        if there is not None and there != table and not update:
            spot = Spot("version", place_of(place_of("packs", position), "version"))
            raise spot.refuse("package_pack_changed", given=table["id"], version=table.get("version", 1))
    known = {name: bundled.shipped_pack(name) for name in bundled.SHIPPED_PACKS}
    known |= {str(table["id"]): bundled.load_pack(table) for table in content.packs}
    return known | own


def _plan_spot(position: int, key: str) -> Spot:
    return Spot(key, place_of(place_of("plans", position), key))


def _refuse_twice(plans: Sequence[Plan]) -> None:
    seen: set[PlanName] = set()
    for position, plan in enumerate(plans):
        if name_of(plan) in seen:
            raise _plan_spot(position, "name").refuse("package_plan_twice", year=plan.year, name=plan.name)
        seen.add(name_of(plan))


def _replaced(plans: Sequence[Plan], content: FileContent, *, update: bool) -> frozenset[PlanName]:
    there = {name_of(plan) for stored in content.plans.values() for plan in stored}
    for position, plan in enumerate(plans):
        if name_of(plan) in there and not update:
            raise _plan_spot(position, "name").refuse("package_plan_exists", year=plan.year, name=plan.name)
    return frozenset(there & {name_of(plan) for plan in plans})


def _pins(
    plans: Sequence[Plan], content: FileContent, known: Mapping[str, RulePack], replaced: frozenset[PlanName]
) -> dict[int, str]:
    """The pack of each year. A year in the file keeps its own, unless every plan that names it is replaced."""
    named: dict[int, str] = {}
    for year, pin in content.pins.items():
        naming = [plan for plan in content.plans.get(year, ()) if plan.pack is not None]
        if not naming or any(name_of(plan) not in replaced for plan in naming):
            named[year] = pin
    for position, plan in enumerate(plans):
        if plan.pack is None:
            continue
        spot = _plan_spot(position, "pack")
        if plan.pack not in known:
            raise spot.refuse("package_unknown_pack", given=plan.pack, known=", ".join(known))
        other = named.setdefault(plan.year, plan.pack)
        if other != plan.pack:
            raise spot.refuse("package_packs_disagree", year=plan.year, given=plan.pack, other=other)
    return dict(content.pins) | named


def _refuse_contradictions(indicator: Indicator, pack: RulePack, year: int, place: str) -> None:
    """A grade or share that its own value contradicts, as of the quarter that states it (guide: scoring, grade)."""
    scored = replace(indicator, excluded=None, manual_score=None)
    for quarter, actual in indicator.actuals.items():
        if actual.grade is None and actual.share is None:
            continue
        score = score_indicator(scored, pack, Quarter(quarter), year)
        if "grade_contradicts" not in score.notices:
            continue
        key, given = "share", "" if actual.share is None else f"{shortest(actual.share)}%"
        if actual.grade is not None and actual.grade is not score.grade:
            key, given = "grade", actual.grade.value
        spot = Spot(key, place_of(place_of(place_of(place, "actuals"), str(int(quarter))), key))
        raise spot.refuse("package_grade_contradicts", given=given, grade=score.grade.value if score.grade else "")
