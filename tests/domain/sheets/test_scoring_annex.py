"""评分说明附件: the steps of every score as a sheet."""

from perftrack.domain.sheets.scoring_annex import Teller, scoring_annex
from perftrack.services.messages import speaker
from tests.domain.builders import card_of, item, plan_of
from tests.domain.sheets.reading import OFFICE, everything, flaws, row_of, texts
from tests.domain.test_explanation_tree import PLAN, SOURCES

SPEAKER = speaker("zh_CN")
TELL = Teller(SPEAKER.step, SPEAKER.topic)


def test_each_indicator_has_its_steps_and_what_its_value_rests_on():
    sheet = scoring_annex(card_of(PLAN), OFFICE, TELL, SOURCES)
    *head, process, origin = texts(sheet, row_of(sheet, "个数"))
    assert head == ["产出指标", "质量指标", "个数", "≥12个", "11个", "60", "55.00"]
    assert process.splitlines() == [
        "规则：按完成比例赋分，指标值 ≥12个", "公式：分值 × 完成值 ÷ 指标值", "代入：60 × 11 ÷ 12 = 55",
        "取整：四舍五入到两位小数：55.00", "完成值：11个，为各季之和",
    ]  # fmt: skip
    assert origin.splitlines() == [
        "三季度：6（项目负责人，2024-10-11 08:05）", "四季度：5（撤销或重做恢复：—，2024-10-11 08:05）", "另有一个在建",
        "佐证1：凭证.pdf（原始凭证）",
    ]  # fmt: skip


def test_the_pack_stands_at_the_head_once_and_the_total_at_the_foot():
    sheet = scoring_annex(card_of(PLAN), OFFICE, TELL, SOURCES)
    assert everything(sheet).count("national-2020") == 1
    assert texts(sheet, row_of(sheet, "总分")) == ["总分", "", "60.00", "中"]
    execution = texts(sheet, row_of(sheet, "预算执行率"))
    assert execution[1:4] == ["50.00%", "10", "5.00"]
    assert "上级追加" in execution[-1]


def test_what_has_no_score_says_so_and_a_quarter_is_named():
    excluded = item("≥1个", "1", name="不再实施", excluded="取消")
    sheet = scoring_annex(card_of(plan_of(excluded, item("≥1个", name="未报")), quarter=2), OFFICE, TELL)
    assert "截至二季度（1-6月）" in everything(sheet)
    assert texts(sheet, row_of(sheet, "不再实施"))[-3:] == ["不适用", "结果：不适用，不参加评分。理由：取消", ""]
    assert "还没有填报" in texts(sheet, row_of(sheet, "未报"))[-2]


def test_the_form_is_whole():
    assert flaws(scoring_annex(card_of(PLAN), OFFICE, TELL, SOURCES)) == []
    assert flaws(scoring_annex(card_of(plan_of()), OFFICE, TELL)) == []
