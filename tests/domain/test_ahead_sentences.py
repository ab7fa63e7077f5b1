"""Everything that looks ahead has a sentence in both languages, and every such sentence can be said."""

from decimal import Decimal

import pytest

from perftrack.domain.bureau import office_alarms
from perftrack.domain.drafts import draft_for
from perftrack.domain.forecast import forecast
from perftrack.domain.gains import gains
from perftrack.domain.needed import needed_of
from perftrack.domain.phrases import Phrase
from perftrack.domain.plans import ManualScore
from perftrack.domain.rollup import Pace
from perftrack.domain.spendingneeded import spending_for_points, spending_sentence
from perftrack.domain.terms import CauseKind
from perftrack.services.bundled import messages
from perftrack.services.messages import speaker
from tests.domain.builders import BANDS, RATIO, card_of, changed, fund, item, judged, plan_of
from tests.domain.test_drafts import CASES

SAID = ("forecast", "needed", "gain", "draft_cause", "draft_remedy")
BY_HAND = ManualScore(Decimal(1), "按通报")


def everything_said() -> list[Phrase]:
    """The phrases of every method, way, gain and draft."""
    said: list[Phrase] = []
    before = plan_of(
        item("≥40次", quarters={1: "5", 2: "5", 4: "20"}, aggregation="sum", name="去年"),
        item("≥90%", quarters={1: "80%", 4: "90%"}, name="一次"),
    )
    items = (
        item("≥40次", quarters={1: "5"}, aggregation="sum"),
        item("≥40次", quarters={1: "5"}, aggregation="sum", name="去年"),
        item(
            "≥40次", quarters={1: "5"}, aggregation="sum", milestones={quarter: Decimal(9) for quarter in (1, 2, 3, 4)}
        ),
        item("≥90%", quarters={1: "80%"}, name="一次"),
        item("≥90%", quarters={1: "80%"}),
        item("≥90%", quarters={1: "80%"}, aggregation="mean"),
        item("≥90%", quarters={1: "80%"}, aggregation="max"),
        item("≥90%", quarters={1: "80%"}, aggregation="min"),
        item("≤9次", quarters={1: "10"}, aggregation="sum"),
        item("≤268元", quarters={1: "300"}),
        item("有效保障", quarters={1: judged("部分达成")}, rule="grade"),
        item("有效保障", quarters={1: judged("未达成")}, rule="direct"),
        item("9月前"),
        item("9月前", quarters={1: "3月"}),
        item("无", quarters={1: "3"}),
        item("≥9", quarters={1: "大约"}),
        item("≥9"),
        item("≥9", quarters={1: "9"}, excluded="取消"),
        item("≥9", quarters={1: "9"}, manual_score=BY_HAND),
    )
    money = [(fund("财政", "100", q1="20"), fund("其他", "10")), (fund("财政", "100"),)]
    steady = plan_of(*items, item("≥90%", quarters={1: "8", 2: "9"}), funds=money[0])
    cards = [card_of(plan_of(*items, funds=funds), quarter=1) for funds in money]
    cards += [card_of(steady, quarter=quarter) for quarter in (2, 4)]
    cards.append(card_of(plan_of(item("≥9", "9")), quarter=4))
    capped = changed(RATIO, total_caps=((Decimal(90), Decimal(59)),))
    for card in cards:
        found = forecast(card, before)
        said += [each.method for each in (*found.items, *found.money.funds)]
        said += [found.assumed.sentence] if found.assumed else []
        said += [gain.sentence for gain in gains(found)]
        for pack in (RATIO, capped):
            again = card_of(card.plan, pack, card.quarter)
            totals = [Decimal(0), again.total + Decimal("0.5"), again.total + 3, Decimal(200)]
            said += [needed_of(again, score, total).sentence for score in again.scores for total in totals]
    over = card_of(plan_of(item("≥9", "9"), funds=(fund("财政", "100", q4="101"),)), changed(BANDS, execution="bands"))
    beyond = changed(BANDS, execution_bands=((Decimal(110), Decimal(90)), (Decimal(80), Decimal(70))))
    for card, points in ((cards[0], 5), (cards[0], 0), (cards[0], 11), (card_of(over.plan, beyond), 9)):
        said.append(spending_sentence(spending_for_points(card, Decimal(points))))
    drafts = [draft_for(card_of(plan_of(each)).scores[0], kind) for _, each in CASES for kind in CauseKind]
    poor = card_of(plan_of(item("≥1", "1", "90"), funds=(fund("财政", "100", q4="60"),)))
    drafts += [alarm.draft for alarm in office_alarms([poor])]
    return said + [phrase for draft in drafts if draft for phrase in (draft.cause, draft.remedy)]


@pytest.fixture(scope="module")
def said() -> list[Phrase]:
    return everything_said()


@pytest.mark.parametrize("section", SAID)
def test_that_every_code_has_a_sentence_and_every_sentence_is_said(section: str, said: list[Phrase]) -> None:
    assert {phrase.code for phrase in said if phrase.section == section} == set(messages("en")[section])


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_that_every_hole_is_filled(language: str, said: list[Phrase]) -> None:
    for phrase in said:
        assert "{" not in speaker(language).phrase(phrase)


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_that_every_pace_has_a_word(language: str) -> None:
    assert set(messages(language)["pace"]) == {pace.value for pace in Pace}
