"""The interchange package, version 1: a JSON value to frozen domain values (guide: interchange).

Numbers are texts; ``year``, ``version`` and the quarter of a manual score are JSON numbers. Keys that may be null may
also be missing. Whether plans fit each other and the file is judged in :mod:`package_checks`.
"""

from dataclasses import dataclass
from typing import Any

from perftrack.domain.decimals import HUNDRED, ZERO, plain, shortest
from perftrack.domain.grades import BANDS, in_band
from perftrack.domain.periods import Quarter
from perftrack.domain.plans import (
    DEFAULT_EXECUTION_WEIGHT,
    Actual,
    Department,
    Deviation,
    Fund,
    Indicator,
    ManualScore,
    Plan,
)
from perftrack.domain.terms import Aggregation, Grade, PlanKind, Rule
from perftrack.services.importing.fields import TOP_SPOT, Fields, Spot, not_negative_at, number_at, shown, text_at

FORMAT, VERSION = "perftrack", 1
_FIRST_YEAR, _LAST_YEAR = 1000, 9999


@dataclass(frozen=True, slots=True)
class Package:
    """What a package holds. ``packs`` are the tables of own rule packs, not yet read."""

    department: Department
    plans: tuple[Plan, ...]
    packs: tuple[Any, ...] = ()


def read_package(value: Any) -> Package:
    """The package a JSON value spells. Raises :class:`UserError` naming key and place."""
    _check_head(value)
    top = Fields(value, TOP_SPOT, "format version department plans", "packs")
    packs = tuple(inner for inner, _ in top.items("packs")) if top.given("packs") else ()
    return Package(
        _department(top.value("department"), top.at("department")),
        tuple(_plan(inner, spot) for inner, spot in top.items("plans")),
        packs,
    )


def _check_head(value: Any) -> None:
    """Format and version first: of a newer version or another format nothing else can be judged."""
    if not isinstance(value, dict):
        raise TOP_SPOT.refuse("package_not_object", given=shown(value))
    for key in ("format", "version"):
        if key not in value:
            raise Spot(key, key).refuse("package_missing_key")
    if value["format"] != FORMAT:
        raise Spot("format", "format").refuse("package_format", wanted=FORMAT, given=shown(value["format"]))
    version = value["version"]
    if isinstance(version, bool) or not isinstance(version, int) or version < VERSION:
        raise Spot("version", "version").refuse("package_version", known=VERSION, given=shown(version))
    if version > VERSION:
        raise Spot("version", "version").refuse("package_newer", known=VERSION, given=version)


def _department(value: Any, spot: Spot) -> Department:
    fields = Fields(value, spot, "name", "sections")
    sections: list[str] = []
    if fields.given("sections"):
        for inner, inner_spot in fields.items("sections"):
            section = text_at(inner, inner_spot)
            if not section.strip():
                raise inner_spot.refuse("package_empty")
            if section in sections:
                raise inner_spot.refuse("package_section_twice", given=section)
            sections.append(section)
    return Department(fields.filled("name"), tuple(sections))


def _plan(value: Any, spot: Spot) -> Plan:
    fields = Fields(value, spot, "year kind name goal funds indicators", "section lead pack execution_weight finished")
    weight = fields.not_negative("execution_weight") if fields.given("execution_weight") else DEFAULT_EXECUTION_WEIGHT
    return Plan(
        year=fields.whole("year", _FIRST_YEAR, _LAST_YEAR),
        kind=fields.word("kind", PlanKind),
        name=fields.filled("name"),
        goal=fields.text("goal"),
        section=fields.text_or_none("section"),
        lead=fields.text_or_none("lead"),
        pack=fields.text_or_none("pack"),
        execution_weight=weight,
        finished=fields.flag("finished") if fields.given("finished") else False,
        funds=tuple(_fund(inner, inner_spot) for inner, inner_spot in fields.items("funds")),
        indicators=tuple(_indicator(inner, inner_spot) for inner, inner_spot in fields.items("indicators")),
    )


def _fund(value: Any, spot: Spot) -> Fund:
    fields = Fields(value, spot, "source initial", "revised executed")
    return Fund(
        fields.text("source"),
        fields.not_negative("initial"),
        fields.not_negative("revised") if fields.given("revised") else None,
        fields.quarters("executed", not_negative_at),
    )


def _indicator(value: Any, spot: Spot) -> Indicator:
    fields = Fields(
        value,
        spot,
        "level1 level2 name target weight",
        "basis prior_actual rule evidence aggregation milestones actuals manual_score excluded deviations",
    )
    weight = fields.positive("weight")
    return Indicator(
        level1=fields.text("level1"),
        level2=fields.text("level2"),
        name=fields.filled("name"),
        target=fields.text("target"),
        weight=weight,
        rule=fields.word("rule", Rule) if fields.given("rule") else None,
        aggregation=fields.word("aggregation", Aggregation) if fields.given("aggregation") else Aggregation.LATEST,
        basis=fields.text_or_none("basis"),
        prior_actual=fields.text_or_none("prior_actual"),
        evidence=fields.text_or_none("evidence"),
        milestones=fields.quarters("milestones", number_at),
        actuals=fields.quarters("actuals", _actual),
        deviations=fields.quarters("deviations", _deviation),
        manual_score=_manual_score(fields) if fields.given("manual_score") else None,
        excluded=_excluded(fields) if fields.given("excluded") else None,
    )


def _actual(value: Any, spot: Spot) -> Actual:
    fields = Fields(value, spot, "", "value grade share note")
    grade = fields.word("grade", Grade) if fields.given("grade") else None
    share = fields.number("share") if fields.given("share") else None
    if share is not None:
        if not ZERO <= share <= HUNDRED:
            raise fields.at("share").refuse("package_share_range", share=plain(share))
        if grade is not None and not in_band(grade, share):
            raise fields.at("share").refuse(
                "package_share_band", share=plain(share), grade=grade, band=band_text(grade)
            )
    return Actual(fields.text_or_none("value"), grade, share, fields.text_or_none("note"))


def band_text(grade: Grade) -> str:
    """The band of a grade as the rules write it.

    >>> band_text(Grade.MET), band_text(Grade.PARTLY)
    ('[80%, 100%]', '[60%, 80%)')
    """
    low, high = BANDS[grade]
    return f"[{shortest(low)}%, {shortest(high)}%{']' if grade is Grade.MET else ')'}"


def _deviation(value: Any, spot: Spot) -> Deviation:
    fields = Fields(value, spot, "", "cause remedy")
    return Deviation(fields.text_or_none("cause") or "", fields.text_or_none("remedy") or "")


def _manual_score(indicator: Fields) -> ManualScore:
    fields = Fields(indicator.value("manual_score"), indicator.at("manual_score"), "score reason", "quarter")
    score, weight = fields.number("score"), indicator.number("weight")
    if not ZERO <= score <= weight:
        raise fields.at("score").refuse("package_manual_range", weight=plain(weight), given=plain(score))
    quarter = Quarter(fields.whole("quarter", 1, 4)) if fields.given("quarter") else Quarter.Q4
    return ManualScore(score, fields.filled("reason"), quarter)


def _excluded(indicator: Fields) -> str:
    return Fields(indicator.value("excluded"), indicator.at("excluded"), "reason").filled("reason")
