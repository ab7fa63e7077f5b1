"""年度对比: a plan beside its earlier years, opened from the head of the page."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QDialog, QHBoxLayout, QHeaderView, QTableView, QVBoxLayout, QWidget

from perftrack.domain.periods import Quarter
from perftrack.errors import UserError
from perftrack.services.earlier import YearsTable, side_by_side
from perftrack.services.workspace import Workspace
from ui import theme, widgets
from ui.delegates.header import HeaderView
from ui.delegates.table import TableDelegate
from ui.models.clipboard import write_tsv
from ui.models.years_table import YearsModel
from ui.session import Session

_NAME, _VALUE, _POINTS, _MOST_ROWS = 280, 128, 96, 12


class YearsView(QTableView):
    """Rows of two lines: value over target. Ctrl+C copies the table."""

    copy_requested = Signal()

    def __init__(self, model: YearsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        header = HeaderView(self)
        self.setHorizontalHeader(header)
        header.setSectionsClickable(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(theme.ROW_TALL)
        self.setItemDelegate(TableDelegate(self, name_column=0))
        self.setShowGrid(False)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)

    def fit(self) -> None:
        """Give the columns their widths and take the height of the rows, up to a dozen."""
        header = self.horizontalHeader()
        count = self.model().columnCount()
        for column in range(count):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            header.resizeSection(column, _VALUE if column % 2 else _POINTS)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        rows = min(_MOST_ROWS, self.model().rowCount())
        self.setMinimumHeight(theme.HEADER + rows * theme.ROW_TALL + 2)
        self.setMinimumWidth(_NAME + (count // 2) * (_VALUE + _POINTS))

    # Qt's own names from here on.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_requested.emit()
        else:
            super().keyPressEvent(event)


class YearsDialog(QDialog):
    """Open it with ``open()``; Escape closes it."""

    copied = Signal()

    def __init__(self, parent: QWidget, name: str, quarter: str, table: YearsTable) -> None:
        super().__init__(parent)
        self.model = YearsModel()
        self.model.setParent(self)
        title = self.tr("Years side by side")
        self.setWindowTitle(title)
        self.view = YearsView(self.model)
        self.view.setAccessibleName(title)
        self.model.show_table(table)
        self.view.fit()
        self.view.copy_requested.connect(self.copy)
        self.view.selectRow(0)
        about = self.tr("{plan}, as of {quarter}, value over target, each year by its own rule pack")
        self._about = widgets.ElidedLabel(about.format(plan=name, quarter=quarter), theme.SMALL, "text-2")
        self.copy_all, self.close_it = widgets.secondary(self.tr("Copy")), widgets.primary(self.tr("Close"))
        self.copy_all.clicked.connect(self.copy)
        self.close_it.clicked.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(theme.HALF)
        column.addWidget(widgets.label(title, bold=True))
        column.addWidget(self._about)
        column.addSpacing(theme.SPACE)
        column.addWidget(self.view, 1)
        column.addSpacing(theme.PANEL_PADDING)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.SPACE)
        buttons.addStretch(1)
        buttons.addWidget(self.copy_all)
        buttons.addWidget(self.close_it)
        column.addLayout(buttons)
        self.view.setFocus()

    def copy(self) -> None:
        """Put the table on the clipboard, for a spreadsheet."""
        QGuiApplication.clipboard().setText(write_tsv(self.model.cells()))
        self.copied.emit()


class Years(QObject):
    """The button in the head, where the file has earlier years, and what it opens."""

    copied = Signal()

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._page = session, parent
        self._workspace: Workspace | None = None
        self._plan_id, self._quarter = "", Quarter.Q1
        self.button = widgets.quiet("", "compare")
        self.button.clicked.connect(self.open)
        self.button.installEventFilter(self)
        self._retranslate()

    def show_plan(self, workspace: Workspace, plan_id: str, quarter: Quarter) -> None:
        """Be ready for a plan of ``workspace``, the live file or a past one."""
        self._workspace, self._plan_id, self._quarter = workspace, plan_id, quarter
        year = workspace.plan(plan_id).year
        self.button.setVisible(any(each < year for each in workspace.years()))

    def open(self) -> YearsDialog | None:
        """Open the table; None when the user's world refused, and the reason has been said."""
        workspace = self._workspace
        assert workspace is not None
        try:
            table = side_by_side(workspace, self._plan_id, self._quarter)
        except UserError as error:
            self._session.alerts.refused(self._session.speaker.error(error))
            return None
        quarter = self._session.speaker.quarter(int(self._quarter))
        dialog = YearsDialog(self._page, workspace.plan(self._plan_id).name, quarter, table)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.copied.connect(self.copied)
        dialog.open()
        return dialog

    def _retranslate(self) -> None:
        self.button.setText(self.tr("Years"))
        self.button.setToolTip(self.tr("Show the plan beside its earlier years"))
        self.button.setAccessibleName(self.tr("Show the plan beside its earlier years"))

    # Qt's own names from here on.

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        return super().eventFilter(watched, event)
