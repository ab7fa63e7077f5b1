"""Every refusal of a package names its key and its place, speaks both languages, and leaves the file as it was."""

import json
from pathlib import Path
from typing import Any

import pytest

from perftrack.domain.plans import Department
from perftrack.errors import UserError
from perftrack.services.importing.package import import_package
from perftrack.services.messages import LANGUAGES, speaker
from perftrack.services.workspace import Workspace
from tests.factories import (
    DEPARTMENT,
    Json,
    TickingClock,
    as_bytes,
    make_fund,
    make_indicator,
    make_pack,
    make_package,
    make_plan,
)


def _plan(**more: Any) -> Json:
    return make_package(make_plan(**more))


def _fund(**more: Any) -> Json:
    return _plan(funds=[make_fund(), make_fund("其他资金", **more)])


def _indicator(**more: Any) -> Json:
    return _plan(indicators=[make_indicator(), make_indicator("第二个", **more)])


def _without(package: Json, *path: str | int) -> Json:
    inner: Any = package
    for step in path[:-1]:
        inner = inner[step]
    del inner[path[-1]]
    return package


def _nested(levels: int) -> Any:
    return [_nested(levels - 1)] if levels else []


def _words(**actual: Any) -> Json:
    return _indicator(target="有效保障", actuals={"4": actual})


def _numeric(**actual: Any) -> Json:
    return _indicator(target="≥90%", rule="grade", actuals={"4": actual})


FIRST, SECOND = "plans[0].indicators[0]", "plans[0].indicators[1]"
#: What is wrong → (the package, code, key, place).
CASES: dict[str, tuple[Any, str, str, str]] = {
    "a list instead of a package": ([], "package_not_object", "package", "package"),
    "another format": (make_package(format="other"), "package_format", "format", "format"),
    "no format": (_without(make_package(), "format"), "package_missing_key", "format", "format"),
    "a newer version": (make_package(version=2), "package_newer", "version", "version"),
    "a newer version with keys of its own": (make_package(version=2, x=1), "package_newer", "version", "version"),
    "a version in quotes": (make_package(version="1"), "package_version", "version", "version"),
    "a version that is true": (make_package(version=True), "package_version", "version", "version"),
    "a version of 0": (make_package(version=0), "package_version", "version", "version"),
    "a version with a fraction": (make_package(version=1.5), "package_version", "version", "version"),
    "an unknown key at the top": (make_package(extra=1), "package_unknown_key", "extra", "extra"),
    "an unknown key of the department": (
        make_package(department=DEPARTMENT) | {"department": {"name": DEPARTMENT, "phone": "1"}},
        "package_unknown_key", "phone", "department.phone",
    ),
    "an unknown key of a plan": (_plan(note="x"), "package_unknown_key", "note", "plans[0].note"),
    "an unknown key of a fund": (_fund(note="x"), "package_unknown_key", "note", "plans[0].funds[1].note"),
    "an unknown key of an indicator": (_indicator(remark="x"), "package_unknown_key", "remark", f"{SECOND}.remark"),
    "an unknown key of an actual": (
        _indicator(actuals={"1": {"value": "1", "unit": "个"}}),
        "package_unknown_key", "unit", f"{SECOND}.actuals.1.unit",
    ),
    "an unknown key of a manual score": (
        _indicator(manual_score={"score": "0", "reason": "x", "by": "y"}),
        "package_unknown_key", "by", f"{SECOND}.manual_score.by",
    ),
    "no department": (_without(make_package(), "department"), "package_missing_key", "department", "department"),
    "no plans": (_without(make_package(), "plans"), "package_missing_key", "plans", "plans"),
    "a department without a name": (
        make_package() | {"department": {"sections": []}}, "package_missing_key", "name", "department.name",
    ),
    "a department with an empty name": (
        make_package(department=" "), "package_empty", "name", "department.name",
    ),
    "a plan without a year": (
        _without(make_package(), "plans", 0, "year"),
        "package_missing_key", "year", "plans[0].year",
    ),
    "a plan without a goal": (
        _without(make_package(), "plans", 0, "goal"),
        "package_missing_key", "goal", "plans[0].goal",
    ),
    "an indicator without a target": (
        _without(make_package(), "plans", 0, "indicators", 0, "target"),
        "package_missing_key", "target", f"{FIRST}.target",
    ),
    "an indicator without a weight": (
        _without(make_package(), "plans", 0, "indicators", 0, "weight"),
        "package_missing_key", "weight", f"{FIRST}.weight",
    ),
    "a fund without an initial budget": (
        _without(make_package(), "plans", 0, "funds", 0, "initial"),
        "package_missing_key", "initial", "plans[0].funds[0].initial",
    ),
    "a manual score without a reason": (
        _indicator(manual_score={"score": "1"}), "package_missing_key", "reason", f"{SECOND}.manual_score.reason",
    ),
    "a manual score with a blank reason": (
        _indicator(manual_score={"score": "1", "reason": " "}),
        "package_empty", "reason", f"{SECOND}.manual_score.reason",
    ),
    "an exclusion without a reason": (
        _indicator(excluded={"reason": ""}), "package_empty", "reason", f"{SECOND}.excluded.reason",
    ),
    "a number for a weight": (_indicator(weight=20), "package_not_text", "weight", f"{SECOND}.weight"),
    "a boolean for a weight": (_indicator(weight=True), "package_not_text", "weight", f"{SECOND}.weight"),
    "null for a weight": (_indicator(weight=None), "package_not_text", "weight", f"{SECOND}.weight"),
    "a number with a fraction for money": (
        _fund(initial=8.84),
        "package_not_text", "initial", "plans[0].funds[1].initial",
    ),
    "a number for an actual": (
        _indicator(actuals={"1": {"value": 3}}), "package_not_text", "value", f"{SECOND}.actuals.1.value",
    ),
    "a number for a share": (
        _words(grade="部分达成", share=75), "package_not_text", "share", f"{SECOND}.actuals.4.share",
    ),
    "a number for a milestone": (_indicator(milestones={"1": 3}), "package_not_text", "1", f"{SECOND}.milestones.1"),
    "a number for an execution weight": (
        _plan(execution_weight=10), "package_not_text", "execution_weight", "plans[0].execution_weight",
    ),
    "a number for a section": (
        make_package() | {"department": {"name": DEPARTMENT, "sections": ["党政办公室", 7]}},
        "package_not_text", "sections", "department.sections[1]",
    ),
    "a year in quotes": (_plan(year="2024"), "package_not_whole", "year", "plans[0].year"),
    "a year that is true": (_plan(year=True), "package_not_whole", "year", "plans[0].year"),
    "a year with a fraction": (_plan(year=2024.0), "package_not_whole", "year", "plans[0].year"),
    "a year with an exponent": (b'"year": 2e3', "package_not_whole", "year", "plans[0].year"),
    "a year of three digits": (_plan(year=224), "package_not_whole", "year", "plans[0].year"),
    "an endless year": (_plan(year=10**50), "package_not_whole", "year", "plans[0].year"),
    "finished in quotes": (_plan(finished="true"), "package_not_flag", "finished", "plans[0].finished"),
    "finished as a number": (_plan(finished=1), "package_not_flag", "finished", "plans[0].finished"),
    "plans that are no list": (make_package() | {"plans": {}}, "package_not_list", "plans", "plans"),
    "a plan that is no object": (make_package() | {"plans": ["x"]}, "package_not_object", "plans", "plans[0]"),
    "actuals that are a list": (_indicator(actuals=[]), "package_not_object", "actuals", f"{SECOND}.actuals"),
    "an actual that is text": (_indicator(actuals={"2": "5"}), "package_not_object", "2", f"{SECOND}.actuals.2"),
    "an actual that is null": (_indicator(actuals={"2": None}), "package_not_object", "2", f"{SECOND}.actuals.2"),
    "a weight in words": (_indicator(weight="十"), "package_not_number", "weight", f"{SECOND}.weight"),
    "an empty weight": (_indicator(weight=""), "package_not_number", "weight", f"{SECOND}.weight"),
    "a weight in full-width digits": (_indicator(weight="２０"), "package_not_number", "weight", f"{SECOND}.weight"),
    "an endless weight": (_indicator(weight="9" * 50), "package_not_number", "weight", f"{SECOND}.weight"),
    "a weight out of reach": (_indicator(weight="1e99"), "package_not_number", "weight", f"{SECOND}.weight"),
    "a weight that is NaN": (_indicator(weight="NaN"), "package_not_finite", "weight", f"{SECOND}.weight"),
    "an infinite budget": (_fund(initial="-Infinity"), "package_not_finite", "initial", "plans[0].funds[1].initial"),
    "the bare word NaN": (_indicator(weight=float("nan")), "package_not_finite", "weight", f"{SECOND}.weight"),
    "the bare word Infinity": (
        _fund(initial=float("inf")),
        "package_not_finite", "initial", "plans[0].funds[1].initial",
    ),
    "a weight of 0": (_indicator(weight="0"), "package_not_positive", "weight", f"{SECOND}.weight"),
    "a weight of -0": (_indicator(weight="-0.0"), "package_not_positive", "weight", f"{SECOND}.weight"),
    "a weight below 0": (_indicator(weight="-5"), "package_not_positive", "weight", f"{SECOND}.weight"),
    "a negative budget": (_fund(initial="-1"), "package_negative", "initial", "plans[0].funds[1].initial"),
    "a negative revision": (_fund(revised="-0.01"), "package_negative", "revised", "plans[0].funds[1].revised"),
    "negative spending": (_fund(executed={"2": "-5"}), "package_negative", "2", "plans[0].funds[1].executed.2"),
    "a negative execution weight": (
        _plan(execution_weight="-1"), "package_negative", "execution_weight", "plans[0].execution_weight",
    ),
    "a fifth quarter": (_indicator(actuals={"5": {}}), "package_quarter", "5", f"{SECOND}.actuals.5"),
    "a quarter of 0": (_fund(executed={"0": "1"}), "package_quarter", "0", "plans[0].funds[1].executed.0"),
    "a quarter named Q1": (_indicator(milestones={"Q1": "1"}), "package_quarter", "Q1", f"{SECOND}.milestones.Q1"),
    "a quarter named 01": (_indicator(deviations={"01": {}}), "package_quarter", "01", f"{SECOND}.deviations.01"),
    "a manual score for a fifth quarter": (
        _indicator(manual_score={"score": "0", "reason": "x", "quarter": 5}),
        "package_not_whole", "quarter", f"{SECOND}.manual_score.quarter",
    ),
    "a manual score for a quarter in quotes": (
        _indicator(manual_score={"score": "0", "reason": "x", "quarter": "4"}),
        "package_not_whole", "quarter", f"{SECOND}.manual_score.quarter",
    ),
    "an unknown kind": (_plan(kind="dept"), "package_unknown_word", "kind", "plans[0].kind"),
    "an unknown rule": (_indicator(rule="band"), "package_unknown_word", "rule", f"{SECOND}.rule"),
    "an unknown aggregation": (
        _indicator(aggregation="average"), "package_unknown_word", "aggregation", f"{SECOND}.aggregation",
    ),
    "an unknown grade": (_words(grade="优秀"), "package_unknown_word", "grade", f"{SECOND}.actuals.4.grade"),
    "an unknown pack": (_plan(pack="changji-2024"), "package_unknown_pack", "pack", "plans[0].pack"),
    "packs that disagree": (
        make_package(make_plan("甲", pack="national-2020"), make_plan("乙"), make_plan("丙", pack="national-2021")),
        "package_packs_disagree", "pack", "plans[2].pack",
    ),
    "a share above the band": (
        _words(grade="部分达成", share="80"), "package_share_band", "share", f"{SECOND}.actuals.4.share",
    ),
    "a share below the band": (
        _words(grade="达成", share="79.99"), "package_share_band", "share", f"{SECOND}.actuals.4.share",
    ),
    "a share of 60 with 未达成": (
        _words(grade="未达成", share="60"), "package_share_band", "share", f"{SECOND}.actuals.4.share",
    ),
    "a share above 100": (
        _words(grade="达成", share="101"),
        "package_share_range", "share", f"{SECOND}.actuals.4.share",
    ),
    "a negative share": (_words(share="-1"), "package_share_range", "share", f"{SECOND}.actuals.4.share"),
    "a grade that contradicts its value": (
        _numeric(value="63%", grade="达成"), "package_grade_contradicts", "grade", f"{SECOND}.actuals.4.grade",
    ),
    "a share that contradicts its value": (
        _numeric(value="63%", share="85"), "package_grade_contradicts", "share", f"{SECOND}.actuals.4.share",
    ),
    "a grade right, a share outside what the value gives": (
        _numeric(value="63%", grade="部分达成", share="85"), "package_share_band", "share", f"{SECOND}.actuals.4.share",
    ),
    "a grade that contradicts its value behind an exclusion": (
        _indicator(
            target="≥90%", rule="grade", actuals={"2": {"value": "63%", "grade": "达成"}}, excluded={"reason": "停办"}
        ),
        "package_grade_contradicts", "grade", f"{SECOND}.actuals.2.grade",
    ),
    "a grade that contradicts what the quarters so far add up to": (
        _indicator(
            target="≥10个", rule="grade", aggregation="sum",
            actuals={"1": {"value": "3"}, "2": {"value": "4", "grade": "未达成"}, "3": {"value": "3"}},
        ),
        "package_grade_contradicts", "grade", f"{SECOND}.actuals.2.grade",
    ),
    "a manual score above the weight": (
        _indicator(weight="20", manual_score={"score": "20.01", "reason": "x"}),
        "package_manual_range", "score", f"{SECOND}.manual_score.score",
    ),
    "a manual score below 0": (
        _indicator(manual_score={"score": "-0.01", "reason": "x"}),
        "package_manual_range", "score", f"{SECOND}.manual_score.score",
    ),
    "an empty plan name": (_plan(name=""), "package_empty", "name", "plans[0].name"),
    "a blank plan name": (_plan(name=" \u3000"), "package_empty", "name", "plans[0].name"),
    "an empty indicator name": (
        _plan(indicators=[make_indicator(name="")]),
        "package_empty", "name", f"{FIRST}.name",
    ),
    "the same plan twice": (
        make_package(make_plan("甲"), make_plan("乙"), make_plan("甲")), "package_plan_twice", "name", "plans[2].name",
    ),
    "a section twice": (
        make_package() | {"department": {"name": DEPARTMENT, "sections": ["办公室", "办公室"]}},
        "package_section_twice", "sections", "department.sections[1]",
    ),
    "another department": (
        make_package(department="别的街道"), "package_other_department", "name", "department.name",
    ),
    "a plan that is there": (
        make_package(make_plan("新的"), make_plan("已有的")), "package_plan_exists", "name", "plans[1].name",
    ),
    "a pack other than the year's": (_plan(pack="national-2021"), "package_packs_disagree", "pack", "plans[0].pack"),
    "a key twice": (b'"goal": "", "goal": ""', "package_key_twice", "goal", "plans[0].goal"),
    "half a character": (_plan(goal="\ud83d"), "package_text_unstorable", "goal", "plans[0].goal"),
    "half a character in a key": (_plan(**{"x\ud83d": "1"}), "package_text_unstorable", "plans", "plans[0]"),
    "endless lists in a plan": (
        _plan(goal=_nested(40)), "package_too_deep", "plans", "plans[0].goal",
    ),
    "a pack that is text": (make_package(packs=["x"]), "package_not_object", "packs", "packs[0]"),
    "a pack without an id": (
        make_package(packs=[_without(make_pack(), "id")]), "package_missing_key", "id", "packs[0].id",
    ),
    "a pack named like a shipped one": (
        make_package(packs=[make_pack("national-2020")]), "package_pack_shipped", "id", "packs[0].id",
    ),
    "a pack twice": (make_package(packs=[make_pack(), make_pack()]), "package_pack_twice", "id", "packs[1].id"),
    "a number in a pack": (
        make_package(packs=[make_pack(over_threshold=150)]),
        "package_not_text", "over_threshold", "packs[0].over_threshold",
    ),
    "a number in a pack's bands": (
        make_package(packs=[make_pack(total_caps=[["50", 59]])]),
        "package_not_text", "total_caps", "packs[0].total_caps[0][1]",
    ),
    "null in a pack": (
        make_package(packs=[make_pack(source=None)]), "package_not_text", "source", "packs[0].source",
    ),
    "a pack's version in quotes": (
        make_package(packs=[make_pack(version="1")]), "package_not_whole", "version", "packs[0].version",
    ),
    "an example whose actual is a list": (
        make_package(packs=[make_pack(examples=[{"target": "1", "actual": [], "weight": "1", "score": "1"}])]),
        "package_not_text", "actual", "packs[0].examples[0].actual",
    ),
}  # fmt: skip


def _content(wrong: Any) -> bytes:
    """A package as bytes; a fragment given as bytes takes the place of the year or the goal of a plan."""
    if not isinstance(wrong, bytes):
        return json.dumps(wrong).encode("ascii")  # with escapes, so that also half a character gets in
    text = as_bytes(make_package())
    part = b'"year": 2024' if wrong.startswith(b'"year"') else b'"goal": ""'
    return text.replace(part, wrong)


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with one plan, its year pinned to national-2020."""
    path = tmp_path_factory.mktemp("office") / "office.perftrack"
    with Workspace.create(path, Department(DEPARTMENT), clock=TickingClock()) as workspace:
        import_package(workspace, make_package(make_plan("已有的", pack="national-2020")))
    return path


@pytest.mark.parametrize("case", CASES)
def test_that_an_import_refuses(case: str, office: Path) -> None:
    wrong, code, key, place = CASES[case]
    before = office.read_bytes()
    with Workspace.open(office, clock=TickingClock()) as workspace, pytest.raises(UserError) as caught:
        import_package(workspace, _content(wrong))
    found = caught.value
    assert (found.code, found.arguments.get("key"), found.arguments.get("place")) == (code, key, place)
    assert office.read_bytes() == before
    for language in LANGUAGES:
        assert place in speaker(language).error(found)


def test_that_the_refusal_of_another_department_names_both(office: Path) -> None:
    with Workspace.open(office, clock=TickingClock()) as workspace, pytest.raises(UserError) as caught:
        import_package(workspace, make_package(department="别的街道"))
    for language in LANGUAGES:
        sentence = speaker(language).error(caught.value)
        assert DEPARTMENT in sentence
        assert "别的街道" in sentence


#: A pack that cannot be used → (pack, code, what the sentence names).
PACKS: dict[str, tuple[Json, str, str]] = {
    "a key it does not know": (make_pack(ceiling="zero"), "pack_unreadable", "ceiling"),
    "a word it does not know": (make_pack(satisfaction="guess"), "pack_unreadable", "satisfaction"),
    "no share for a grade": (make_pack(grade_shares={"达成": "100"}), "pack_unreadable", "grade_shares"),
    "no ratings": (make_pack(ratings=[]), "pack_unreadable", "ratings"),
    "ratings that leave totals out": (make_pack(ratings=[["60", "优"]]), "pack_unreadable", "ratings"),
    "ratings out of order": (make_pack(ratings=[["0", "差"], ["90", "优"]]), "pack_unreadable", "ratings"),
    "a broken example": (
        make_pack(examples=[{"target": "≥10", "actual": "5", "weight": "10", "score": "9"}]),
        "pack_example_failed", "≥10 5",
    ),
    "an example that does not read": (make_pack(examples=[{"target": "≥10"}]), "pack_unreadable", "examples[1]"),
}  # fmt: skip


@pytest.mark.parametrize("case", PACKS)
def test_that_an_own_pack_is_refused_for(case: str, office: Path) -> None:
    pack, code, named = PACKS[case]
    before = office.read_bytes()
    with Workspace.open(office, clock=TickingClock()) as workspace, pytest.raises(UserError) as caught:
        import_package(workspace, make_package(make_plan("新的"), packs=[pack]))
    assert caught.value.code == code
    assert office.read_bytes() == before
    for language in LANGUAGES:
        assert named in speaker(language).error(caught.value)


#: Bytes that are no package → code.
BYTES: dict[str, tuple[bytes, str]] = {
    "nothing at all": (b"", "package_not_json"),
    "words": (b"hello", "package_not_json"),
    "half a package": (as_bytes(make_package())[:-20], "package_not_json"),
    "two packages": (as_bytes(make_package()) * 2, "package_not_json"),
    "a workbook": (b"PK\x03\x04" + bytes(60), "package_not_json"),
    "GBK": (as_bytes(make_package()).decode().encode("gbk"), "package_not_utf8"),
    "UTF-16": (as_bytes(make_package()).decode().encode("utf-16"), "package_not_utf8"),
    "100,000 open brackets": (b"[" * 100_000, "package_too_deep"),
    "more than 20 MB": (b" " * (20 * 1024 * 1024 + 1), "package_too_large"),
}


@pytest.mark.parametrize("case", BYTES)
def test_that_bytes_are_refused_that_are(case: str, office: Path, tmp_path: Path) -> None:
    content, code = BYTES[case]
    source = tmp_path / "package.json"
    source.write_bytes(content)
    before = office.read_bytes()
    with Workspace.open(office, clock=TickingClock()) as workspace, pytest.raises(UserError) as caught:
        import_package(workspace, source)
    assert caught.value.code == code
    assert office.read_bytes() == before
    for language in LANGUAGES:
        assert speaker(language).error(caught.value)


def test_that_a_source_that_cannot_be_read_is_named(office: Path, tmp_path: Path) -> None:
    with Workspace.open(office, clock=TickingClock()) as workspace:
        for source in (tmp_path / "missing.json", tmp_path):
            with pytest.raises(UserError) as caught:
                import_package(workspace, source)
            assert (caught.value.code, caught.value.arguments["path"]) == ("cannot_read", str(source))
