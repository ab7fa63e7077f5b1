"""The page of all small components."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QLayout, QLineEdit, QVBoxLayout, QWidget

from tests.ui.gallery_tables import states_table
from ui import assets, theme, widgets
from ui.delegates import painting

BANDS = [("差", 0), ("中", 60), ("良", 80), ("优", 90)]
ICONS = {
    "overview": "总览", "entry": "填报", "review": "审核", "score": "评分卡", "plan": "目标", "sheet": "导出",
    "history": "档案", "settings": "设置", "search": "搜索", "undo": "撤销", "redo": "重做", "person": "人员",
    "building": "单位", "lock": "锁定", "return": "退回", "check": "通过", "x": "关闭", "plus": "添加",
    "warn": "提醒", "info": "提示", "clip": "佐证", "comment": "批注", "compare": "对比", "flask": "试算",
    "panel": "详情", "copy": "复制", "print": "打印", "import": "导入", "folder": "文件夹", "file": "文件",
    "filter": "筛选", "globe": "语言", "moon": "外观", "compass": "示例", "spin": "进行中", "down": "展开",
    "unlock": "解锁", "arrow": "变为",
}  # fmt: skip


class Swatches(widgets.Painted):
    """The colours as boxes."""

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            for i, token in enumerate(list(theme.LIGHT)[:20]):
                box = QRectF(1 + (i % 20) * 31, 0, 27, 22)
                painting.rounded(painter, box, 4, token, "rule-strong")


class Lights(widgets.Painted):
    """The markers with their words."""

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            for i, light in enumerate(("green", "yellow", "red", "blue", "grey")):
                painting.light(painter, i * 60, 10, light)


def build() -> QWidget:
    """Make the page, 683 wide."""
    page = widgets.fill(QWidget(), "surface")
    page.setFixedWidth(683)
    column = QVBoxLayout(page)
    column.setContentsMargins(32, 20, 32, 20)
    column.setSpacing(8)
    for title, build_block in (
        ("颜色", _swatches), ("灯", _lights), ("单元格", states_table), ("按钮与输入", _buttons),
        ("进度与等级", _bars), ("图标", _icons), ("空状态", _empty),
    ):  # fmt: skip
        column.addWidget(widgets.label(title, theme.SMALL, "text-2"))
        column.addWidget(widgets.Rule("rule-strong"))
        column.addSpacing(4)
        block = build_block()
        column.addLayout(block) if isinstance(block, QLayout) else column.addWidget(block)
        column.addSpacing(4)
    return page


def _swatches() -> QWidget:
    result = Swatches()
    result.setFixedHeight(24)
    return result


def _lights() -> QWidget:
    result = Lights()
    result.setFixedHeight(20)
    return result


def _buttons() -> QLayout:
    focused = widgets.secondary("聚焦")
    focused.setObjectName("focused")
    off = widgets.secondary("锁定")
    off.setEnabled(False)
    ticked, empty = QCheckBox(), QCheckBox()
    ticked.setChecked(True)
    value = QLineEdit("12 个")
    value.setFixedWidth(104)
    first = _row(
        widgets.primary("提交"), widgets.secondary("校验"), widgets.quiet("打印", "print"), off, focused,
        widgets.Segments(["实际", "试算"]), ticked, empty, value,
    )  # fmt: skip
    progress = widgets.ProgressBar()
    progress.set_progress(4, 6)
    progress.setFixedWidth(96)
    second = _row(
        widgets.Badge("填报中"), widgets.Badge("待审核", "accent"), widgets.Badge("已通过", "green"),
        widgets.Badge("已退回", "amber"), widgets.Badge("逾期 3 天", "red"), widgets.Counter(2), widgets.Counter(120),
        widgets.KeyCap("Ctrl K"), progress, widgets.label("4 / 6", theme.SMALL, "text-2"),
    )  # fmt: skip
    undo = widgets.icon_button("redo", "重做")
    undo.setEnabled(False)
    third = _row(
        widgets.danger("删除"), widgets.quiet("退回", "return"), widgets.icon_button("undo", "撤销"), undo,
        widgets.link("查看"), widgets.Dot(), widgets.Icon("warn", 16, "amber-text"),
        widgets.Notice("已粘贴 14 格：填入 13，未接受 1", [("show", "查看"), ("undo", "撤销")], "copy"),
    )  # fmt: skip
    column = QVBoxLayout()
    column.setSpacing(12)
    for row in (first, second, third):
        column.addLayout(row)
    banner = widgets.Notice(
        "10-08 退回：拨付及时率与凭证不符，请核对后补凭证", (), "return", "amber-soft", "科室负责人"
    )
    column.addWidget(banner)
    return column


def _bars() -> QLayout:
    rating, execution, level = widgets.RatingBar("总分"), widgets.ExecutionBar("执行率"), widgets.LevelBar("产出")
    rating.show_rating(86.08, BANDS, (85.2, 90.6, 94.1))
    execution.show_share(0.713, 0.75, "慢 3.70 个百分点", "时间进度 75%")
    level.show_points(37.12, 40)
    lights = widgets.LightLegend()
    lights.set_counts({"green": 25, "yellow": 9, "red": 2, "blue": 1, "grey": 1})
    grid = QGridLayout()
    grid.setHorizontalSpacing(24)
    grid.setVerticalSpacing(12)
    grid.addWidget(rating, 0, 0)
    grid.addWidget(execution, 1, 0)
    grid.addWidget(level, 2, 0)
    area = QWidget()
    area.setMinimumHeight(60)
    toast = widgets.Toast(area, above=8)
    toast.say("已通过，党建办已收到", "撤销")
    grid.addWidget(area, 0, 1)
    grid.addWidget(lights, 1, 1)
    row = widgets.ProgressRow()
    row.show_progress(4, 6, "社区运转经费")
    grid.addWidget(row, 2, 1)
    for i in (0, 1):
        grid.setColumnStretch(i, 1)
    return grid


def _icons() -> QLayout:
    grid = QGridLayout()
    grid.setVerticalSpacing(4)
    for i, (name, word) in enumerate(ICONS.items()):
        middle = Qt.AlignmentFlag.AlignHCenter
        grid.addWidget(widgets.Icon(name, 24, "text"), i // 13 * 2, i % 13, middle)
        grid.addWidget(widgets.label(word, theme.SMALL, "text-2"), i // 13 * 2 + 1, i % 13, middle)
    assert set(ICONS) <= set(assets.icon_names())
    return grid


def _empty() -> QWidget:
    return widgets.EmptyState("review", "三季度还没有提交", "提交后在这里审核。现在有 6 份待填报。", "看待填报")


def _row(*parts: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    for part in parts:
        row.addWidget(part)
    row.addStretch(1)
    return row
