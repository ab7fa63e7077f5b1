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


class Role(StrEnum):
    """Who someone is in the office's work; what a role may do is said in :mod:`perftrack.domain.access`."""

    LEAD = "lead"
    HEAD = "head"
    OFFICER = "officer"
    VIEWER = "viewer"


#: The official name of each role.
ROLE_NAMES = {
    Role.LEAD: "项目负责人",
    Role.HEAD: "科室负责人",
    Role.OFFICER: "绩效管理员",
    Role.VIEWER: "查阅人员",
}


class ReviewState(StrEnum):
    """How far a plan's quarter has come."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    APPROVED = "approved"


class ReviewAct(StrEnum):
    """提交 撤回 退回 通过: what moves a plan's quarter on."""

    SUBMIT = "submit"
    WITHDRAW = "withdraw"
    RETURN = "return"
    APPROVE = "approve"


class ActionState(StrEnum):
    """How far a corrective action (整改) has come."""

    OPEN = "open"
    DONE = "done"
    CLOSED = "closed"


class EvidenceKind(StrEnum):
    """佐证资料 by kind, as the target sheets name them."""

    WORKING = "工作资料"
    ORIGINAL = "原始凭证"
    EXPLANATORY = "说明材料"
    FORMAL = "正式资料"


class Across(StrEnum):
    """How an office's value follows from its units: their sum, mean, pooled fraction, or the worst of them."""

    SUM = "sum"
    MEAN = "mean"
    POOLED = "pooled"
    WORST = "worst"


class CauseKind(StrEnum):
    """偏差原因 by kind, as the monitoring sheet names them."""

    FUNDING = "经费保障"
    RULES = "制度保障"
    STAFF = "人员保障"
    EQUIPMENT = "硬件条件保障"
    OTHER = "其他"


#: A level name that contains this word makes a bare number a ceiling (guide: 成本 as level 1, 101号).
COST_WORD = "成本"
#: Words that stand for "nothing here" in targets and actuals.
NOTHING_WORDS = frozenset({"", "无", "—", "/"})
