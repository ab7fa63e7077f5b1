"""The left side: what waits for review, for report, what is approved; at its foot the lock of the quarter."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QListView, QVBoxLayout, QWidget

from perftrack.services.worklists import WorkLists
from ui import theme, widgets
from ui.delegates.review import ReviewListDelegate
from ui.models.review_list import ReviewList


class _View(QListView):
    entered_plan = Signal()
    """Enter: go on to the submission."""

    # Qt's own names from here on.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered_plan.emit()
        else:
            super().keyPressEvent(event)


class ReviewLists(QWidget):
    """296 wide on ``window`` ground. Says wishes by signals and decides nothing."""

    plan_chosen = Signal(str)
    plan_entered = Signal()
    approve_all_requested = Signal()
    overdue_requested = Signal()
    lock_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(theme.REVIEW_LIST_WIDTH)
        widgets.fill(self, "window")
        self.model = ReviewList(self)
        self._title = widgets.label(size=theme.TITLE, bold=True)
        self.view = _View()
        self.view.setModel(self.model)
        self.view.setItemDelegate(ReviewListDelegate(self.view))
        self.view.setMouseTracking(True)
        self.view.setFrameShape(QListView.Shape.NoFrame)
        widgets.fill(self.view, "window")
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.view.selectionModel().currentChanged.connect(self._tell)
        self.view.entered_plan.connect(self.plan_entered)
        self.approve_all, self.overdue = widgets.link("", size=theme.SMALL), widgets.link("", size=theme.SMALL)
        self.approve_all.clicked.connect(self.approve_all_requested)
        self.overdue.clicked.connect(self.overdue_requested)
        self._lock_icon = widgets.Icon("lock", 16, "text-2")
        self._lock_name = widgets.label()
        self._lock_why = widgets.ElidedLabel(size=theme.SMALL, tone="text-2")
        self.lock = widgets.secondary("")
        self.lock.clicked.connect(self.lock_requested)
        self._lay_out()

    def show_lists(self, lists: WorkLists, plan_id: str) -> None:
        """Show the lists with a plan chosen, if it is in one."""
        self.model.show_lists(lists)
        row = self.model.row_of(plan_id)
        self.view.setCurrentIndex(self.model.index(row if row >= 0 else self.model.first()))
        self.approve_all.setVisible(sum(item.mine for item in lists.to_review) > 1)
        self.overdue.setVisible(any(item.late for item in lists.to_report))

    def show_lock(self, name: str, why: str, act: str, *, locked: bool, may: bool) -> None:
        """Say whether the quarter is locked, why it cannot be yet, and what the button does."""
        self._lock_icon.set_icon("lock" if locked else "unlock")
        self._lock_name.setText(name)
        self._lock_why.set_text(why)
        self.lock.setText(act)
        self.lock.setEnabled(may)
        self.lock.updateGeometry()

    def retranslate(self) -> None:
        """Words in the language of now."""
        self._title.setText(self.tr("Review"))
        self.view.setAccessibleName(self.tr("Plans by state"))
        self.approve_all.setText(self.tr("Approve all…"))
        self.overdue.setText(self.tr("Copy overdue list"))

    def _tell(self, current: QModelIndex) -> None:
        item = self.model.item(current.row())
        if item is not None:
            self.plan_chosen.emit(item.plan.id)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(theme.PAGE_PADDING, 0, theme.PANEL_PADDING, 0)
        head.addWidget(self._title)
        top = QWidget()
        top.setFixedHeight(theme.PAGE_HEAD)
        top.setLayout(head)
        acts = QHBoxLayout()
        acts.setContentsMargins(theme.PAGE_PADDING, theme.SPACE, theme.PANEL_PADDING, theme.SPACE)
        acts.setSpacing(theme.PANEL_PADDING)
        acts.addWidget(self.approve_all)
        acts.addWidget(self.overdue)
        acts.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self._lock_name.setFixedHeight(theme.LINE[theme.BODY])
        self._lock_why.setFixedHeight(theme.LINE[theme.SMALL])
        words.addWidget(self._lock_name)
        words.addWidget(self._lock_why)
        foot = QWidget()
        foot.setFixedHeight(theme.ACTION_BAR)
        row = QHBoxLayout(foot)
        row.setContentsMargins(theme.PAGE_PADDING, 0, theme.PANEL_PADDING, 0)
        row.setSpacing(12)
        row.addWidget(self._lock_icon)
        row.addLayout(words, 1)
        row.addWidget(self.lock)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(top)
        column.addWidget(self.view, 1)
        column.addLayout(acts)
        column.addWidget(widgets.Rule("rule-strong"))
        column.addWidget(foot)
