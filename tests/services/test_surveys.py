"""A survey and its value are one step; a value typed over it takes the survey away."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from perftrack.domain.access import Actor
from perftrack.domain.periods import Quarter
from perftrack.domain.plans import Actual
from perftrack.domain.surveys import Survey
from perftrack.domain.terms import Grade, Role
from perftrack.errors import RefusedValue, UserError
from perftrack.services import recording, surveys
from perftrack.services.workspace import Workspace
from tests.persistence.office import open_office, sql

SURVEY = Survey(60, 50, 46, "入户走访", "2024-09-20")


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Workspace]:
    with open_office(tmp_path) as workspace:
        yield workspace
        assert workspace.verify() == []


def actual(workspace: Workspace, quarter: int = 3) -> Actual | None:
    return workspace.plans(2024)[1].indicators[0].actuals.get(Quarter(quarter))


def test_that_survey_and_value_are_stored_and_undone_as_one(office: Workspace) -> None:
    item = office.plans(2024)[1].indicators[0].id
    recording.record_actual(office, item, 3, Actual("88%", Grade.MET, Decimal(90), "说明"))
    changes = surveys.record(office, item, 3, SURVEY)
    assert changes.label == ("record_survey", {"indicator": "完成数", "quarter": 3})
    assert actual(office) == Actual("46/50", note="说明")
    assert surveys.survey_of(office, item, 3) == SURVEY
    assert not surveys.record(office, item, 3, SURVEY)
    office.history.undo()
    assert actual(office) == Actual("88%", Grade.MET, Decimal(90), "说明")
    assert surveys.survey_of(office, item, 3) is None
    assert len(sql(office.path, "SELECT DISTINCT command_id FROM journal WHERE command = 'record_survey'")) == 1


def test_that_a_value_typed_over_takes_the_survey_away_in_the_same_step(office: Workspace) -> None:
    item = office.plans(2024)[1].indicators[0].id
    surveys.record(office, item, 3, SURVEY)
    recording.record_actual(office, item, 3, Actual("46/50", note="只加说明"))
    assert surveys.survey_of(office, item, 3) == SURVEY
    recording.record_actual(office, item, 3, Actual("95%"))
    assert surveys.survey_of(office, item, 3) is None
    office.history.undo()
    assert surveys.survey_of(office, item, 3) == SURVEY
    recording.record_block(office, [recording.ActualEntry(item, 3, None)])
    assert surveys.survey_of(office, item, 3) is None


def test_that_taking_the_survey_back_takes_its_value_along_and_no_other(office: Workspace) -> None:
    item = office.plans(2024)[1].indicators[0].id
    surveys.record(office, item, 3, SURVEY)
    surveys.clear(office, item, 3)
    assert actual(office) is None
    assert surveys.survey_of(office, item, 3) is None
    assert not surveys.clear(office, item, 3)
    assert actual(office, 1) == Actual("0")
    assert not surveys.clear(office, item, 1)


@pytest.mark.parametrize(
    ("texts", "code"),
    [
        (("60", "fifty", "46"), "survey_count"),
        (("60", "50", "4.6"), "survey_count"),
        (("", "50", "46"), "survey_count"),
        (("60", "50", "46", "", "九月"), "survey_day"),
        (("60", "50", "46", "", "2024-02-30"), "survey_day"),
        (("60", "0", "0"), "survey_none_valid"),
        (("60", "50", "51"), "survey_more_satisfied"),
        (("40", "50", "46"), "survey_more_valid"),
        (("900000000", "50", "46"), "survey_too_many"),
    ],
)
def test_that_counts_and_days_that_cannot_be_are_refused(texts: tuple[str, ...], code: str) -> None:
    with pytest.raises(RefusedValue) as caught:
        surveys.survey_from_text(*texts)
    assert caught.value.code == code


def test_that_texts_become_a_survey() -> None:
    read = surveys.survey_from_text("1,060", " 50 ", "46", " 入户走访 ", "2024-09-20")
    assert read == Survey(1060, 50, 46, "入户走访", "2024-09-20")
    assert surveys.survey_from_text("60", "50", "46").taken is None


def test_that_negative_counts_never_reach_the_file(office: Workspace) -> None:
    with pytest.raises(RefusedValue) as caught:
        surveys.record(office, office.plans(2024)[1].indicators[0].id, 3, Survey(-1, -1, -1))
    assert caught.value.code == "survey_negative"


def test_that_guards_hold(office: Workspace) -> None:
    plan = office.plans(2024)[1]
    item = plan.indicators[0].id
    office.act_as(Actor("某岗", Role.LEAD, None, frozenset()))
    with pytest.raises(UserError) as caught:
        surveys.record(office, item, 3, SURVEY)
    assert caught.value.code == "not_allowed"
    office.act_as(Actor("某岗", Role.LEAD, None, frozenset({plan.id})))
    assert surveys.record(office, item, 3, SURVEY)
    for quarter, code in ((5, "quarter_unknown"), (0, "quarter_unknown")):
        with pytest.raises(RefusedValue) as refused:
            surveys.record(office, item, quarter, SURVEY)
        assert refused.value.code == code
    with pytest.raises(UserError) as gone:
        surveys.record(office, "gone", 3, SURVEY)
    assert gone.value.code == "indicator_gone"
