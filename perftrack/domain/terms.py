"""The field's words. Official Chinese terms are values here and are never translated.

Sources: 财预〔2020〕10号 (rating words, grades), 财预〔2021〕101号 (names of scoring rules).
"""

from enum import StrEnum


class PlanKind(StrEnum):
    """部门整体 or 项目."""

    DEPARTMENT = "department"
    PROJECT = "project"


class Operator(StrEnum):
    """比较符号 between an actual and its target."""

    AT_LEAST = "≥"
    ABOVE = ">"
    EQUAL = "="
    AT_MOST = "≤"
    BELOW = "<"


FLOORS = frozenset({Operator.AT_LEAST, Operator.ABOVE})
CEILINGS = frozenset({Operator.AT_MOST, Operator.BELOW})


class Rule(StrEnum):
    """赋分规则."""

    PROPORTIONAL = "proportional"
    GRADE = "grade"
    SATISFACTION = "satisfaction"
    DIRECT = "direct"


#: The official name of each rule, 财预〔2021〕101号.
RULE_NAMES = {
    Rule.PROPORTIONAL: "按完成比例赋分",
    Rule.GRADE: "按评判等级赋分",
    Rule.SATISFACTION: "满意度赋分",
    Rule.DIRECT: "直接赋分",
}


class Aggregation(StrEnum):
    """汇总方式: how quarters become a year."""

    SUM = "sum"
    RUNNING = "running"
    LATEST = "latest"
    MEAN = "mean"
    MAX = "max"
    MIN = "min"


#: Aggregations whose quarters add up to the year: they know both 本期 and 累计.
CUMULATIVE = frozenset({Aggregation.SUM, Aggregation.RUNNING})


class Grade(StrEnum):
    """评判等级 of a qualitative indicator, 财预〔2020〕10号."""

    MET = "达成"
    PARTLY = "部分达成"
    UNMET = "未达成"


class Rating(StrEnum):
    """等级 of a scorecard, 财预〔2020〕10号."""

    EXCELLENT = "优"
    GOOD = "良"
    FAIR = "中"
    POOR = "差"


class Light(StrEnum):
    """红黄绿蓝灯; grey is "not reported"."""

    GREEN = "green"
    YELLOW = "yellow"
    RED = "red"
    BLUE = "blue"
    GREY = "grey"


class Severity(StrEnum):
    """How much a finding matters."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


#: A level name that contains this word makes a bare number a ceiling (guide: 成本 as level 1, 101号).
COST_WORD = "成本"
#: Words that stand for "nothing here" in targets and actuals.
NOTHING_WORDS = frozenset({"", "无", "—", "/"})
