"""Drafts of causes and remedies: one pattern for each thing that goes wrong, each with a hole."""

import pytest

from perftrack.domain.drafts import draft_for, has_hole, situation
from perftrack.domain.plans import Indicator, ManualScore
from perftrack.domain.rulepacks import OverEffect
from perftrack.domain.terms import CauseKind
from perftrack.services.messages import speaker
from tests.domain.builders import RATIO, changed, item, judged, scored

CASES: list[tuple[str, Indicator]] = [
    ("short", item("≥12个", "11")),
    ("dissatisfied", item("≥90%", "80%", rule="satisfaction")),
    ("over", item("≤10万元", "12")),
    ("outside", item("10-12个", "14")),
    ("late", item("9月前", "10月")),
    ("graded", item("有效保障", judged("部分达成"), rule="grade")),
    ("deducted", item("≥90%", judged(None, "85", "95%"), rule="grade")),
    ("deducted", item("≥12个", "12", manual_score=ManualScore(RATIO.unspent / 4, "按通报"))),
    ("beyond", item("≥10个", "15")),
    ("silent", item("≥10个")),
]


@pytest.mark.parametrize(("expected", "indicator"), CASES)
def test_that_each_thing_that_goes_wrong_has_its_pattern(expected: str, indicator: Indicator) -> None:
    assert situation(scored(indicator)) == expected


@pytest.mark.parametrize(
    "indicator", [item("≥12个", "12"), item("≥12个", "1", excluded="取消"), item("无"), item("≥12个", "大约")]
)
def test_that_nothing_is_drafted_where_nothing_is_wrong_or_known(indicator: Indicator) -> None:
    assert draft_for(scored(indicator)) is None


def test_that_a_draft_says_what_the_numbers_say() -> None:
    draft = draft_for(scored(item("≥90%", "88.5%", name="满意度")), CauseKind.STAFF)
    assert draft is not None
    assert draft.cause.arguments["gap"] == "1.5个百分点"
    cause, remedy = (speaker("zh_CN").phrase(phrase) for phrase in (draft.cause, draft.remedy))
    assert "“满意度”年度指标值为≥90%，实际完成88.5%，差1.5个百分点" in cause
    assert "人员保障" in cause
    assert "业务培训" in remedy


@pytest.mark.parametrize("language", ["zh_CN", "en"])
@pytest.mark.parametrize("kind", CauseKind)
def test_that_every_draft_has_a_hole(language: str, kind: CauseKind) -> None:
    for _, indicator in CASES:
        draft = draft_for(scored(indicator, changed(RATIO, over_effect=OverEffect.EXPLAIN)), kind)
        assert draft is not None
        assert all(has_hole(speaker(language).phrase(phrase)) for phrase in (draft.cause, draft.remedy))
