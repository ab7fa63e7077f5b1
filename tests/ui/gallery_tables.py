"""Tables and the frame, as the pages use them."""

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QPainter, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QStyleOptionViewItem, QTableView, QVBoxLayout, QWidget

from ui import theme, widgets
from ui.delegates import painting
from ui.delegates.header import HeaderView
from ui.delegates.roles import LOOK, Execution, Heat, Look, ScoreBar, Spark, State
from ui.delegates.table import Index, TableDelegate

_MARKS = (60, 80, 90)
_STATES = [
    ("87.5%", Look(right=True), "已保存"),
    ("87.5%", Look(right=True), "当前"),
    ("87.5%", Look(right=True, state=State.UNSAVED), "未保存"),
    ("约88%", Look(right=True, state=State.REFUSED), "未接受"),
    ("63%", Look(right=True, state=State.NOTED), "有批注"),
    ("82.0%", Look(right=True, state=State.LOCKED_ALONE), "锁定"),
    ("2.43", Look(right=True, state=State.DERIVED, subtext="推算", subtone="text-3"), "推算"),
    ("选择等级", Look(right=True, state=State.EMPTY), "未报"),
]


def table(rows: list[list[tuple[str, Look]]], heads: list[str], widths: list[int], height: int) -> QTableView:
    """Make a table with the design's delegate and header."""
    model = QStandardItemModel(len(rows), len(heads))
    for y, row in enumerate(rows):
        for x, (words, look) in enumerate(row):
            model.setData(model.index(y, x, QModelIndex()), words)
            model.setData(model.index(y, x, QModelIndex()), look, LOOK)
    for x, head in enumerate(heads):
        model.setHeaderData(x, Qt.Orientation.Horizontal, head)
        look = rows[0][x][1]
        side = Qt.AlignmentFlag.AlignRight if look.right else Qt.AlignmentFlag.AlignHCenter
        if look.right or look.center or isinstance(look.draw, Heat):
            model.setHeaderData(x, Qt.Orientation.Horizontal, side, Qt.ItemDataRole.TextAlignmentRole)
    view = QTableView()
    model.setParent(view)
    view.setModel(model)
    view.setHorizontalHeader(HeaderView(view))
    view.setShowGrid(False)
    view.verticalHeader().hide()
    view.verticalHeader().setMinimumSectionSize(24)
    view.verticalHeader().setDefaultSectionSize(height)
    for x, width in enumerate(widths):
        view.setColumnWidth(x, width)
    view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    view.setFixedHeight(view.horizontalHeader().sizeHint().height() + len(rows) * height + 1)
    return view


def states_table() -> QWidget:
    """Show the states of an entry cell."""
    looks = [(words, look) for words, look, _ in _STATES]
    view = table([looks], [name for _, _, name in _STATES], [77] * len(_STATES), theme.ROW_TALL)
    view.setItemDelegate(_Current(view, rows=False))
    return view


class _Current(TableDelegate):
    """Shows cell 1 as the current one without needing the focus."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        if index.column() == 1:
            painting.focus_frame(painter, option.rect)


def build() -> QWidget:
    """Make the page of tables."""
    page = widgets.fill(QWidget(), "surface")
    page.setFixedWidth(1318)
    column = QVBoxLayout(page)
    column.setContentsMargins(24, 16, 24, 24)
    column.setSpacing(24)
    for view in (_overview(), _entry(), _scorecard()):
        column.addWidget(view)
    return page


def _overview() -> QTableView:
    rows = []
    data = [
        ("red", "部门整体", "绩效管理员", 90.05, "优", "", "94.30", 0.713, "未到期", "应于 10-18 前", "text-2"),
        (
            "yellow",
            "国企退休人员社会化管理补助",
            "社会事务办",
            97.32,
            "优",
            "",
            "99.50",
            0.7443,
            "已通过",
            "10-09",
            "text-2",
        ),
        ("yellow", "社区服务群众经费", "党建办", 83.55, "良", "缺 1", "96.60", 0.705, "填报中", "逾期 3 天", "red"),
        ("green", "网格党支部书记报酬", "党建办", 42.0, "差", "缺 7", "97.40", 0.5, "未填报", "逾期 3 天", "red"),
    ]
    for i, (light, name, lead, score, rating, note, forecast, share, status, sub, tone) in enumerate(data):
        first = i == 0
        heat = [("100", "green"), ("93", "yellow"), ("35", "red"), ("—", "grey")]
        rows.append([
            ("", Look(light=light)), (name, Look(bold=first)), (lead, Look(tone="text-2")),
            (f"{score:.2f}", Look(draw=ScoreBar(score, _MARKS, rating=rating, note=note))),
            (forecast, Look(right=True, tone="text-2")),
            (f"{share:.2%}", Look(draw=Execution(share, 0.75, "yellow" if share < 0.6 else "green"))),
            ("", Look(draw=Spark([60, 70 + i * 6, score], [float(forecast)], low=40, high=100))),
            (status, Look(subtext=sub, subtone=tone)),
            *[(words, Look(draw=Heat(one, "履职" if first and x == 0 else ""))) for x, (words, one) in enumerate(heat)],
        ])  # fmt: skip
    heads = ["灯", "绩效目标", "负责", "得分", "预测", "执行率", "四季走势", "状态", "产出", "成本", "效益", "满意"]
    view = table(rows, heads, [64, 248, 104, 200, 80, 152, 96, 118, 52, 52, 52, 52], theme.ROW_TALL)
    header = view.horizontalHeader()
    header.set_groups([(8, 11, "一级得分率（%）")])
    header.setSortIndicatorShown(True)
    header.setSortIndicator(3, Qt.SortOrder.DescendingOrder)
    view.setSpan(0, 8, 1, 2)
    view.setFixedHeight(theme.HEADER_OF_TWO + 4 * theme.ROW_TALL + 1)
    view.setItemDelegate(TableDelegate(view))
    return view


def _entry() -> QTableView:
    level, second = Look(size=12, subtext="39.72 / 40"), Look(size=12, tone="text-2")
    left, right = Look(right=True, frame_left=True), Look(right=True, frame_right=True)
    target, old = Look(right=True), Look(right=True, state=State.LOCKED)
    cause, quiet = Look(size=12), Look(size=12, tone="text-3")
    rows = [
        [("产出指标", level), ("数量指标", second), ("保障社区正常运转个数", Look()), ("≥12个", target), ("12", old),
         ("", left), ("12", right), ("", Look(light="green", center=True)), ("", cause), ("", cause), ("3", target)],
        [("", level), ("时效指标", second), ("资金拨付及时率", Look()), ("≥90%", target), ("82.0%", old), ("", left),
         ("87.5%", Look(right=True, frame_right=True, state=State.UNSAVED)), ("", Look(light="yellow", center=True)),
         ("两批凭证退回补签，拨付推迟", cause), ("十月起随到随审", cause), ("2", target)],
        [("成本指标", Look(size=12, subtext="20.00 / 20", group_end=True)), ("经济成本指标", second),
         ("每个社区每年服务群众经费金额", Look(group_end=True)), ("≤10万元", target), ("4.62", old),
         ("2.43", Look(right=True, frame_left=True, state=State.DERIVED, subtext="推算", subtone="text-3")),
         ("7.05", right), ("", Look(light="green", center=True)), ("", cause), ("", cause), ("4", target)],
        [("满意度指标", Look(size=12, subtext="9.78 / 10", group_end=True)), ("满意度指标", second),
         ("受益群体满意度", Look(group_end=True)), ("≥90%", target), ("87%", old),
         ("约88%", Look(right=True, frame_left=True, frame_right=True, state=State.REFUSED)), ("", right),
         ("", Look(light="grey", center=True)), ("不是数字：约88%。原值 88% 未变", Look(size=12, tone="red")),
         ("未填", quiet), ("0", target)],
    ]  # fmt: skip
    heads = [
        "一级指标",
        "二级指标",
        "三级指标",
        "指标值",
        "二季度",
        "本期",
        "累计",
        "灯",
        "偏差原因",
        "改进措施",
        "佐证",
    ]
    view = table(rows, heads, [84, 92, 160, 84, 76, 64, 68, 64, 150, 108, 48], theme.ROW_TALL)
    header = view.horizontalHeader()
    header.set_groups([(5, 6, "三季度")], strong=True)
    header.set_locked({4})
    view.setSpan(0, 0, 2, 1)
    view.setSpan(3, 5, 1, 2)
    view.setFixedHeight(theme.HEADER_OF_TWO + 4 * theme.ROW_TALL + 1)
    view.setItemDelegate(TableDelegate(view, rows=False))
    return view


def _scorecard() -> QTableView:
    number, quiet = Look(right=True), Look(right=True, tone="text-2")
    rows = []
    for i, (light, name, target, actual, rate, score) in enumerate([
        ("blue", "提高党建活动开展次数", "≥3次", "4", "133.33%", "10.00"),
        ("red", "资金拨付及时率", "≥90%", "68.0%", "75.56%", "7.56"),
        ("yellow", "保障网格党支部正常运转", "有效保障", "部分达成", "70.00%", "14.00"),
    ]):  # fmt: skip
        end = i > 0
        rows.append([
            ("产出" if i < 2 else "效益", Look(size=12, top=True, tone="text-2", quiet_row=True, group_end=end)),
            ("", Look(light=light, group_end=end)), (name, Look(group_end=end)), (target, quiet), (actual, number),
            (rate, quiet), ("10", Look(right=True, tone="text-3")), (score, Look(right=True, bold=i > 0)),
            ("", Look(draw=Spark([80, 92, 81 - 8 * i], target=90))),
        ])  # fmt: skip
    heads = ["一级", "灯", "三级指标", "目标", "完成值", "完成率", "分值", "得分", "走势"]
    view = table(rows, heads, [56, 64, 204, 80, 80, 100, 52, 64, 80], theme.ROW)
    view.setSpan(0, 0, 2, 1)
    view.setItemDelegate(TableDelegate(view, row_height=theme.ROW, name_column=2))
    view.selectRow(1)
    return view


def build_frame() -> QWidget:
    """Make the rail and the top bar."""
    page = widgets.fill(QWidget(), "window")
    page.setFixedSize(1366, 240)
    row = QHBoxLayout(page)
    row.setContentsMargins(0, 8, 24, 0)
    row.setSpacing(24)
    rail = QVBoxLayout()
    rail.setSpacing(0)
    for i, (icon, word, count) in enumerate([("overview", "总览", 0), ("entry", "填报", 2), ("review", "审核", 120)]):
        button = widgets.RailButton(icon, word, f"Ctrl+{i + 1}")
        button.setChecked(i == 0)
        button.set_count(count)
        rail.addWidget(button)
    rail.addStretch(1)
    row.addLayout(rail)
    column = QVBoxLayout()
    bar = QHBoxLayout()
    quarters = widgets.Segments(["一季度", "二季度", "三季度", "四季度"], name="季度", lead="2024 年")
    quarters.set_locked({0, 1})
    quarters.set_faint({3})
    quarters.set_current(2)
    bar.addWidget(widgets.Icon("logo", 26, "accent"))
    bar.addWidget(
        widgets.Button("昌吉市延安北路街道办事处", kind="quiet", bold=True, trailing="down", token="text", flush=True)
    )
    bar.addWidget(quarters)
    bar.addStretch(1)
    bar.addWidget(widgets.SearchField())
    bar.addWidget(widgets.icon_button("undo", "撤销"))
    bar.addWidget(widgets.Button("绩效管理员", "person", "quiet", trailing="down", token="text", icon_size=20))
    column.addLayout(bar)
    title = widgets.SectionTitle("在等谁", "待填报 2　待审核 2", ruled=True)
    title.add(widgets.link("全不选", size=theme.SMALL))
    column.addWidget(title)
    column.addWidget(
        widgets.Button(
            "社区服务群众经费", kind="quiet", trailing="down", text_size=20, bold=True, token="text", flush=True
        )
    )
    column.addStretch(1)
    row.addLayout(column, 1)
    return page
