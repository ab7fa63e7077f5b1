"""公开版: persons are left out, contacts masked, everything else stays."""

from dataclasses import replace

from perftrack.domain.sheets.publication import MASK, masked, published, without_persons
from perftrack.domain.sheets.targets import target_sheet
from perftrack.domain.sources import Entered, Sources
from tests.domain.builders import item, plan_of
from tests.domain.sheets.reading import OFFICE, everything


def test_the_lead_is_left_out_and_nothing_else():
    sheet = target_sheet(plan_of(item("≥12个", "1"), lead="某负责人", goal="保障 12 个社区"), OFFICE)
    copy = published(sheet)
    changed = [(was.value, now.value) for was, now in zip(sheet.cells, copy.cells, strict=True) if was != now]
    assert changed == [("某负责人", MASK)]
    assert replace(copy, cells=sheet.cells) == sheet


def test_contacts_within_texts_are_masked():
    told = "电话 0994-2345678 或 138 0000 1234，证件 110101199001011234，邮箱 office@example.com"
    sheet = published(target_sheet(plan_of(item("≥1", "1"), goal=told), OFFICE))
    for secret in ("2345678", "0000 1234", "19900101", "office@"):
        assert secret not in everything(sheet)


def test_amounts_and_years_are_no_contacts():
    told = "2024年 330 人 × 268 元，预算 3157.94 万元，文号〔2020〕10号，编号 20241231"
    assert masked(told) == told


def test_who_entered_a_value_is_left_out():
    given = Sources({("item", 1): Entered("某人", "2024-10-11T08:05:09", "enter")})
    assert without_persons(given).entered["item", 1] == Entered(MASK, "2024-10-11T08:05:09", "enter")
