"""The document of ``score --json``: every number as guide 3 writes it."""

from pathlib import Path
from typing import Any

import pytest

from perftrack.domain.periods import Quarter
from perftrack.errors import UserError
from perftrack.services.exporting.scores import scores_object, year_scores
from perftrack.services.importing.package import import_into_new
from perftrack.services.messages import LANGUAGES, speaker
from perftrack.services.workspace import Workspace
from tests.factories import Json, TickingClock, make_fund, make_indicator, make_package, make_plan


def _document(folder: Path, *plans: Json, language: str = "zh_CN", **asked: Any) -> Json:
    path = folder / "office.perftrack"
    if not path.exists():
        import_into_new(path, make_package(*plans), clock=TickingClock())
    with Workspace.open(path, clock=TickingClock()) as workspace:
        return scores_object(year_scores(workspace, **asked), speaker(language))


def _community_plan() -> Json:
    """社区服务群众经费, the card that is worked out in the guide: 96.55."""

    def item(level1: str, level2: str, name: str, target: str, weight: str, **actual: str) -> Json:
        rule = "satisfaction" if level1 == "满意度指标" else None
        more = {"level1": level1, "level2": level2, "rule": rule}
        return make_indicator(name, target, weight, **more, actuals={"4": actual})

    return make_plan(
        funds=[make_fund(executed={"2": "60", "4": "114.60"})],
        indicators=[
            item("产出指标", "数量指标", "保障社区正常运转个数", "≥12个", "20", value="12个"),
            item("产出指标", "质量指标", "资金支付合规率", "=100%", "10", value="100%"),
            item("产出指标", "时效指标", "资金拨付及时率", "≥90%", "10", value="87.5%"),
            item("成本指标", "经济成本指标", "每社区运转经费", "≤10万元", "20", value="9.55万元"),
            item("效益指标", "社会效益指标", "社区服务能力提升率", "≥90%", "10", value="92%"),
            item("效益指标", "社会效益指标", "提升社区环境质量", "有效保障", "10", grade="部分达成", share="75"),
            item("满意度指标", "满意度指标", "受益群体满意度", "≥90%", "10", value="88%"),
        ],
    )


def test_that_the_worked_card_comes_out_to_the_cent(tmp_path: Path) -> None:
    document = _document(tmp_path, _community_plan())
    plan = document["plans"][0]
    assert (document["year"], document["quarter"]) == (2024, 4)
    assert (plan["kind"], plan["pack"], plan["complete"]) == ("project", "national-2020", True)
    assert (plan["total"], plan["rating"]) == ("96.55", "优")
    assert plan["execution"] == {
        "weight": "10", "budget": "120.00", "executed": "114.60", "rate": "95.50", "score": "9.55",
    }  # fmt: skip
    assert [item["score"] for item in plan["indicators"]] == [
        "20.00", "10.00", "9.72", "20.00", "10.00", "7.50", "9.78",
    ]  # fmt: skip
    third, fourth, sixth = (plan["indicators"][place] for place in (2, 3, 5))
    assert (third["actual"], third["completion"], third["weight"], third["rule"]) == (
        "87.5%", "97.22", "10", "proportional",
    )  # fmt: skip
    assert fourth["actual"] == "9.55万元"
    assert (sixth["actual"], sixth["completion"], sixth["rule"], sixth["manual"]) == (
        "部分达成 75%", None, "grade", False,
    )  # fmt: skip


def test_that_another_pack_counts_for_this_reading_only(tmp_path: Path) -> None:
    plan = _document(tmp_path, _community_plan(), pack="national-2021")["plans"][0]
    assert (plan["pack"], plan["total"]) == ("national-2021", "92.22")
    assert _document(tmp_path)["plans"][0]["total"] == "96.55"


def test_that_nothing_reported_is_null_and_not_zero(tmp_path: Path) -> None:
    plan = _document(tmp_path, make_plan())["plans"][0]
    item = plan["indicators"][0]
    assert (item["actual"], item["completion"], item["score"], item["light"]) == (None, None, None, "grey")
    execution = plan["execution"]
    assert (execution["executed"], execution["rate"], execution["score"]) == (None, None, "0.00")
    assert (plan["complete"], plan["total"]) == (False, "0.00")


def test_that_money_keeps_more_places_than_two_when_entered(tmp_path: Path) -> None:
    execution = _document(tmp_path, make_plan(funds=[make_fund(initial="8.844"), make_fund(initial="1")]))
    assert execution["plans"][0]["execution"]["budget"] == "9.844"


def test_that_a_budget_of_0_has_no_rate(tmp_path: Path) -> None:
    document = _document(tmp_path, make_plan(funds=[make_fund(initial="0", executed={"4": "0"})]))
    assert document["plans"][0]["execution"]["rate"] is None
    assert document["plans"][0]["execution"]["executed"] == "0.00"


def test_that_an_earlier_quarter_sees_only_what_was_reported_by_then(tmp_path: Path) -> None:
    plan = _document(tmp_path, _community_plan(), quarter=Quarter.Q2)["plans"][0]
    assert plan["execution"]["executed"] == "60.00"
    assert {item["score"] for item in plan["indicators"]} == {None}


def test_that_text_that_does_not_read_is_shown_as_typed(tmp_path: Path) -> None:
    item = make_indicator(actuals={"4": {"value": " 大约三个 "}})
    shown = _document(tmp_path, make_plan(indicators=[item]))["plans"][0]["indicators"][0]
    assert (shown["actual"], shown["score"]) == (" 大约三个 ", None)


def test_that_a_manual_score_is_marked_and_explained(tmp_path: Path) -> None:
    item = make_indicator(manual_score={"score": "9", "reason": "复核"})
    shown = _document(tmp_path, make_plan(indicators=[item]))["plans"][0]["indicators"][0]
    assert (shown["manual"], shown["score"]) == (True, "9.00")
    assert any("复核" in sentence for sentence in shown["explanation"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_explanations_are_sentences_with_the_numbers_put_in(tmp_path: Path, language: str) -> None:
    plan = _document(tmp_path, _community_plan(), language=language)["plans"][0]
    sentences = plan["indicators"][2]["explanation"]
    assert any("10 × 87.5 ÷ 90 = 9.7222" in sentence for sentence in sentences)
    assert any("财预〔2020〕10号" in sentence for sentence in sentences)


def test_that_findings_are_sentences_in_the_language_asked_for(tmp_path: Path) -> None:
    plan = make_plan(indicators=[make_indicator(weight="50")])
    chinese, english = (_document(tmp_path, plan, language=language) for language in LANGUAGES)
    found = {each["code"]: each for each in chinese["plans"][0]["findings"]}
    assert set(found["weights_do_not_add"]) == {"severity", "code", "subject", "message"}
    assert found["weights_do_not_add"]["severity"] == "error"
    assert found["weights_do_not_add"] not in english["plans"][0]["findings"]


def test_that_one_plan_can_be_asked_for(tmp_path: Path) -> None:
    document = _document(tmp_path, make_plan("甲"), make_plan("乙"), plan="乙")
    assert [plan["name"] for plan in document["plans"]] == ["乙"]


@pytest.mark.parametrize(
    ("asked", "code"),
    [({"plan": "丁"}, "plan_unknown"), ({"year": 2031}, "year_unknown"), ({"pack": "x"}, "unknown_pack")],
)
def test_that_what_is_not_there_is_refused(tmp_path: Path, asked: Json, code: str) -> None:
    with pytest.raises(UserError) as caught:
        _document(tmp_path, make_plan(), **asked)
    assert caught.value.code == code


def test_that_a_file_without_plans_has_no_year_to_score(tmp_path: Path) -> None:
    import_into_new(tmp_path / "office.perftrack", make_package() | {"plans": []}, clock=TickingClock())
    with pytest.raises(UserError) as caught:
        _document(tmp_path)
    assert caught.value.code == "no_year"
