"""What a self-evaluation sheet says in words: achievements, remarks beside a score, notes under the total."""

from perftrack.domain.decimals import plain, rounded, shortest
from perftrack.domain.periods import Quarter, months_label
from perftrack.domain.plans import Deviation
from perftrack.domain.scorecards import Scorecard
from perftrack.domain.scoring import Score
from perftrack.domain.sheets.grid import NOT_THERE

EXCLUDED_WORD = "不适用"
QUARTER_WORDS = {Quarter.Q1: "一季度", Quarter.Q2: "二季度", Quarter.Q3: "三季度", Quarter.Q4: "四季度"}


def until(quarter: Quarter) -> str:
    """What follows the year in the headline of a form that is filled before the year has ended; else nothing."""
    if quarter is Quarter.Q4:
        return ""
    return f"　截至{QUARTER_WORDS[quarter]}（{months_label(quarter.last_month)}）试编"


def accomplished(card: Scorecard) -> str:
    """实际完成情况, composed from what was reported: name and actual of each indicator, and what is still missing."""
    told = [score for score in card.scores if not score.excluded]
    reported = [f"{score.indicator.name} {score.actual_text}" for score in told if score.actual_text]
    silent = [score.indicator.name for score in told if not score.actual_text]
    if not reported:
        return NOT_THERE
    until = "" if card.quarter is Quarter.Q4 else f"截至 {card.quarter.last_month} 月："
    missing = f"未报：{'、'.join(silent)}。" if silent else ""
    return f"{until}{'；'.join(reported)}。{missing}"


def remark(score: Score, quarter: Quarter) -> str:
    """偏差原因分析及改进措施 as last given up to ``quarter``, unless an actual was reported after it.

    Headed, where the score is none of the rule's, by the reason: 不适用, or 手工评分 beside what the rule gives.
    """
    lines = []
    manual = score.indicator.manual_score
    if score.excluded:
        lines.append(f"{EXCLUDED_WORD}：{score.indicator.excluded}")
    elif score.manual and manual is not None:
        computed = "无得分" if score.computed is None else f"{plain(score.computed)} 分"
        lines.append(f"手工评分（按规则计算：{computed}）：{manual.reason}")
    last = deviation(score, quarter)
    lines += [last.cause] if last.cause else []
    lines += [f"措施：{last.remedy}"] if last.remedy else []
    return "\n".join(lines)


def deviation(score: Score, quarter: Quarter) -> Deviation:
    """Cause and remedy as last given up to ``quarter``, both empty where an actual was reported after them."""
    given = score.indicator.deviations
    since = score.value.quarters[-1][0] if score.value.quarters else Quarter.Q1
    known = [past for past in quarter.up_to if past in given and past >= since]
    return given[known[-1]] if known else Deviation()


def notes(card: Scorecard) -> list[str]:
    """What a reader of the total must know: what is missing from it, and a cap that was applied."""
    if card.plan.dropped is not None:
        return [f"注：本年度{EXCLUDED_WORD}：{card.plan.dropped}"]
    found = []
    if card.missing:
        found.append(f"尚有 {len(card.missing)} 项指标没有得分，总分未包含这些指标。")
    silent = [fund.source for fund in card.plan.funds if fund.budget and fund.executed_by(card.quarter) is None]
    if silent:
        found.append(f"尚未报告执行数的资金：{'、'.join(silent)}。")
    if card.cap is not None:
        rate = "" if card.execution.rate is None else f"（执行率 {plain(rounded(card.execution.rate))}%）"
        found.append(f"按预算执行率{rate}，总分以 {shortest(card.cap)} 分为上限。")
    return [f"注：{note}" for note in found]
