"""制表: forms for the chosen plans and quarter into a folder."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from perftrack.domain.periods import QUARTERS
from perftrack.errors import UserError
from ui import theme, widgets
from ui.delegates.ticks import TickDelegate
from ui.models.sheet_plans import Role, SheetPlans
from ui.pages.collection.writing import Order, asked, day_words, writing
from ui.session import Session
from ui.tasks import Task

_LABELS = 88


class WriteFormsDialog(QDialog):
    """Ticked at first are the plans that still lack something in the quarter. Open it with ``open()``."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._task: Task | None = None
        self._leaving = False
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        self._folder = Path(session.settings.text("collection/folder", documents))
        self.plans = SheetPlans(self)
        self.list = QListView()
        self.quarter = widgets.Segments([session.speaker.quarter(quarter) for quarter in QUARTERS])
        self.until = QLineEdit()
        self._heading = widgets.ElidedLabel(size=theme.SMALL, tone="text-2")
        self.all = widgets.link("", size=theme.SMALL)
        self._where, self.change = widgets.ElidedLabel(), widgets.link(self.tr("Change"), size=theme.SMALL)
        self.report = widgets.Notice()
        self.progress = widgets.ProgressRow()
        self.write_button = widgets.primary("")
        self.close_button = widgets.secondary(self.tr("Close"))
        self._foot = QStackedWidget()
        self.setWindowTitle(self.tr("Write forms"))
        self.setMinimumSize(560, 480)
        self.resize(600, 560)
        self.quarter.set_current(int(session.quarter) - 1)
        self._dress()
        self._lay_out()
        self._connect()
        self.report.hide()
        self._show_quarter()
        self._show_folder()
        self.list.setFocus()

    def _show_quarter(self) -> None:
        """Tick the plans that still lack something, and name the day they are due."""
        found = asked(self._session.workspace, self._session.year, QUARTERS[self.quarter.current()])
        self.plans.show(found.plans)
        for row, plan in enumerate(found.plans):
            state = Qt.CheckState.Checked if plan.id in found.waiting else Qt.CheckState.Unchecked
            self.plans.setData(self.plans.index(row), state, Qt.ItemDataRole.CheckStateRole)
        if not self.until.isModified():
            self.until.setText(day_words(found.due))
        if found.plans:
            self.list.setCurrentIndex(self.plans.index(0))
        self._follow()

    def _follow(self) -> None:
        count, chosen = self.plans.rowCount(), len(self.plans.chosen())
        words = self.tr("Plans  {chosen} of {count} chosen")
        self._heading.set_text(words.format(chosen=chosen, count=count))
        self.all.setText(self.tr("None") if chosen == count else self.tr("All"))
        self.all.updateGeometry()
        self.write_button.setText(self.tr("Write %n form(s)", "", chosen))
        self.write_button.updateGeometry()
        self.write_button.setEnabled(chosen > 0 and self._task is None)

    def _show_folder(self) -> None:
        self._where.set_text(str(self._folder))
        self.change.setAccessibleDescription(str(self._folder))

    def ask_folder(self) -> QFileDialog:
        """Ask for another folder, without blocking."""
        dialog = QFileDialog(self, self.tr("Folder for the forms"), str(self._folder))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.take_folder)
        dialog.open()
        return dialog

    def take_folder(self, path: str) -> None:
        """Write to another folder from now on."""
        self._folder = Path(path)
        self._session.settings.keep("collection/folder", path)
        self._show_folder()

    def write(self) -> None:
        """Write the forms off the window's thread."""
        names = tuple(plan.name for plan in self.plans.chosen())
        if not names or self._task is not None:
            return
        session, quarter = self._session, QUARTERS[self.quarter.current()]
        order = Order(session.year, quarter, names, self._folder, self.until.text().strip())
        work = writing(session.workspace.path, order, session.workspace.actor, session.workspace.now)
        self._task = session.tasks.run(self.tr("Writing forms"), work, self._end, self._fail)
        self._task.told.connect(self.progress.show_progress)
        self._task.cancelled.connect(self._stopped)  # a function around it would keep this dialog alive in the task
        self.report.hide()
        self.progress.show_progress(0, len(names))
        self._foot.setCurrentIndex(1)
        self._follow()

    def _cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()

    def _end(self, written: list[Path]) -> None:
        cancelled = self._task is not None and self._task.is_cancelled
        self._done()
        if cancelled:
            words = self.tr("Cancelled; %n form(s) are ready", "", len(written))
        else:
            words = self.tr("%n form(s) written", "", len(written))
        self.report.show_report(words, [("folder", self.tr("Open folder"))] if written else [])
        self.report.show()

    def _stopped(self) -> None:
        self._end([])

    def _fail(self, error: Exception) -> None:
        self._done()
        if not isinstance(error, UserError):
            self._session.tasks.unheard.emit(error)
            return
        self.report.show_report(self._session.speaker.error(error))
        self.report.show()

    def _done(self) -> None:
        self._task = None
        self._foot.setCurrentIndex(0)
        self._follow()
        if self._leaving:
            super().reject()

    def _tick_all(self) -> None:
        self.plans.tick_all(len(self.plans.chosen()) < self.plans.rowCount())

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))

    def _connect(self) -> None:
        self.quarter.chosen.connect(lambda _index: self._show_quarter())
        self.plans.ticked.connect(self._follow)
        self.all.clicked.connect(self._tick_all)
        self.change.clicked.connect(self.ask_folder)
        self.write_button.clicked.connect(self.write)
        self.close_button.clicked.connect(self.reject)
        self.progress.cancel_requested.connect(self._cancel)
        self.report.linked.connect(lambda _key: self._open_folder())
        theme.changed.connect(self.list.viewport().update)

    def _dress(self) -> None:
        self.list.setModel(self.plans)
        self.list.setItemDelegate(TickDelegate(self.list, Role.MARK))
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(self.tr("Plans"))
        self.quarter.setAccessibleName(self.tr("Quarter"))
        self.until.setAccessibleName(self.tr("Back by"))
        self.until.setPlaceholderText(self.tr("A day as it shall read, may be empty"))

    def _row(self, words: str, *parts: QWidget) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.SPACE)
        title = widgets.label(words, theme.SMALL, "text-2")
        title.setFixedWidth(_LABELS)
        row.addWidget(title)
        for part in parts:
            row.addWidget(part)
        return row

    def _lay_out(self) -> None:
        heading = QHBoxLayout()
        heading.addWidget(self._heading, 1)
        heading.addWidget(self.all)
        quarter = self._row(self.tr("Quarter"), self.quarter)
        quarter.addStretch(1)
        folder = self._row(self.tr("Folder"))
        folder.addWidget(self._where, 1)
        folder.addWidget(self.change)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(0, 0, 0, 0)
        buttons.setSpacing(theme.SPACE)
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        buttons.addWidget(self.write_button)
        idle = QWidget()
        idle.setLayout(buttons)
        self._foot.addWidget(idle)
        self._foot.addWidget(self.progress)
        self._foot.setFixedHeight(theme.CONTROL)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(theme.SPACE)
        column.addWidget(widgets.label(self.tr("Write forms"), bold=True))
        told = widgets.label(
            self.tr("One protected workbook per plan, to be filled in without this program and read back."),
            theme.SMALL, "text-2",
        )  # fmt: skip
        told.setWordWrap(True)
        column.addWidget(told)
        column.addSpacing(theme.SPACE)
        column.addLayout(quarter)
        column.addLayout(self._row(self.tr("Back by"), self.until))
        column.addLayout(folder)
        column.addSpacing(theme.SPACE)
        column.addLayout(heading)
        column.addWidget(self.list, 1)
        column.addWidget(self.report)
        column.addSpacing(theme.SPACE)
        column.addWidget(self._foot)

    # Qt's own names from here on.

    def reject(self) -> None:
        if self._task is None:
            super().reject()
        else:  # it closes when the form being written is whole
            self._leaving = True
            self._cancel()
