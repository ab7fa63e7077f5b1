"""What the entry page offers around its grids: filter, columns, find, the list of refused cells."""

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QWidget

from ui.models.entry_grid import EntryGrid
from ui.models.entry_lines import Show
from ui.models.funds_grid import FundsGrid
from ui.models.typed_cells import Refusal
from ui.models.typed_grid import TypedGrid
from ui.pages.entry_parts.body import EntryBody
from ui.pages.entry_parts.column_menu import ShownColumns
from ui.pages.entry_parts.finding_words import WordFinder
from ui.pages.entry_parts.head import EntryHead
from ui.pages.entry_parts.refusals import RefusalsPanel
from ui.pages.entry_parts.view import EntryView
from ui.settings import Settings
from ui.widgets.find_bar import FindBar


class GridTools(QObject):
    """Opens menus and panels and passes wishes on to the grids. The page lays out :attr:`panels`."""

    def __init__(
        self, page: QWidget, settings: Settings, head: EntryHead, body: EntryBody, grids: tuple[EntryGrid, FundsGrid]
    ) -> None:
        super().__init__(page)
        self._settings, self._head, self._body = settings, head, body
        self._grid, self._funds = grids
        self.columns = ShownColumns(self._grid, settings)
        self.find = FindBar()
        self.refusals = RefusalsPanel()
        self.finder = WordFinder(self.find, body, grids)
        self._refused: tuple[TypedGrid, int] | None = None
        self._connect(page)

    @property
    def panels(self) -> tuple[QWidget, ...]:
        """What lies above the action bar."""
        return self.refusals, self.find

    def show_refusals(self, model: TypedGrid, batch: int) -> None:
        """Open the list of what a paste left refused."""
        self._refused = (model, batch)
        self.refusals.show()
        self.renew()
        self.refusals.lines.setFocus(Qt.FocusReason.OtherFocusReason)

    def renew(self) -> None:
        """Leave out of the list what is mended, and say what the filter leaves out."""
        if self._refused is not None and self.refusals.isVisibleTo(self.refusals.parentWidget()):
            model, batch = self._refused
            self.refusals.show_refusals(model.refusals(batch))
        self._tell_filter()

    def forget(self) -> None:
        """Another plan or quarter is shown."""
        self._refused = None
        self.refusals.hide()

    def retranslate(self) -> None:
        """Words in the language of now."""
        self.find.retranslate()
        self.refusals.retranslate()

    def filter_menu(self) -> QMenu:
        """The filters there are, each with how many indicators it lets through."""
        menu = QMenu(self._head)
        group = QActionGroup(menu)
        for show in self._grid.filters():
            words = self.tr("%1 (%2)").replace("%1", self._words(show)).replace("%2", str(self._grid.counted(show)))
            action = QAction(words, menu)
            action.setCheckable(True)
            action.setChecked(show is self._grid.showing)
            action.triggered.connect(lambda _on=False, show=show: self.filter(show))
            group.addAction(action)
            menu.addAction(action)
        return menu

    def filter(self, show: Show) -> None:
        """Show only some indicators, from the first of them on."""
        self._view(self._grid).commit()
        self._grid.filter(show)
        self._tell_filter()
        self._body.grid.setFocus()
        self._body.grid.go_to_edge(last=False, whole=True)

    def _words(self, show: Show) -> str:
        return {
            Show.ALL: self.tr("All"),
            Show.UNREPORTED: self.tr("Not reported"),
            Show.RED: self.tr("Red"),
            Show.CHANGED: self.tr("Changed since submission"),
            Show.MINE: self.tr("Mine"),
        }[show]

    def _tell_filter(self) -> None:
        show, card = self._grid.showing, self._grid.card
        self._head.show_filtered(show is not Show.ALL)
        if show is Show.ALL or card is None:
            self._body.show_filter("", "")
            return
        words = self.tr("Shown: %1, %2 of %3").replace("%1", self._words(show))
        words = words.replace("%2", str(self._grid.rowCount())).replace("%3", str(len(card.scores)))
        self._body.show_filter(words, self.tr("Show all"))

    def _view(self, model: TypedGrid) -> EntryView:
        return self._body.grid if model is self._grid else self._body.funds

    def _lead_to(self, refusal: Refusal) -> None:
        if self._refused is None:
            return
        model = self._refused[0]
        row = model.reveal(refusal.key[0])
        view = self._view(model)
        place = model.place_of(refusal.key)
        view.setFocus()
        if place is not None or row >= 0:
            view.go_to(*(place or (row, 0)))

    def _open(self, menu: QMenu, at: QPoint, mark: bool) -> None:
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(at)
        if mark:
            menu.setActiveAction(next(action for action in menu.actions() if action.isEnabled()))

    def _below(self, menu: QMenu, button: QWidget) -> None:
        self._open(menu, button.mapToGlobal(QPoint(0, button.height())), button.hasFocus())

    def _open_columns(self, section: int, at: QPoint) -> None:
        self._open(self.columns.menu(self._head, section), at, False)

    def _columns_below(self) -> None:
        menu = self.columns.menu(self._head, self._body.grid.currentIndex().column())
        self._below(menu, self._head.columns)

    def _shift(self, section: int, forward: bool) -> None:
        index = self._body.grid.currentIndex()
        column = self._grid.columns()[section]
        self.columns.shift(section, forward)
        self._body.grid.go_to(index.row(), self._grid.section(column))

    def _connect(self, page: QWidget) -> None:
        self._head.filter_requested.connect(lambda: self._below(self.filter_menu(), self._head.filter))
        self._head.columns_requested.connect(self._columns_below)
        self._body.menu_requested.connect(self._open_columns)
        self._body.columns_moved.connect(self.columns.arrange)
        self._body.show_all_requested.connect(lambda: self.filter(Show.ALL))
        self._body.grid.column_shifted.connect(self._shift)
        self.columns.reset_requested.connect(self._forget_widths)
        self.refusals.chosen.connect(self._lead_to)
        self.refusals.closed.connect(self._body.grid.setFocus)
        self._body.columns.take_own(self._settings.text("entry/widths"))
        self._body.header.sectionResized.connect(self._keep_widths)
        shortcut = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), page)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.find.open)

    def _keep_widths(self) -> None:
        self._settings.keep("entry/widths", self._body.columns.own_widths())

    def _forget_widths(self) -> None:
        self._body.columns.forget_own()
        self._body.fit()
        self._keep_widths()
