"""The right of the page: the sheet as it will print, with the way from page to page and from plan to plan."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from perftrack.domain.sheets.grid import Sheet
from ui import theme, widgets
from ui.printing.paper import PaperPreview

_BAR = 40
_ZOOMS = (0.5, 0.75, 1.0, 1.5, 2.0)


class SheetPreview(widgets.Entrance):
    """Turning past the last page leads to the next plan."""

    plan_wanted = Signal(int)
    """The user turned beyond the sheet: −1 back, +1 on."""
    print_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._at, self._of, self._note = 0, 0, ""
        self.paper = PaperPreview()
        self._title = widgets.ElidedLabel(bold=True)
        self._facts = widgets.ElidedLabel(size=theme.SMALL, tone="text-2")
        self.back = widgets.icon_button("left", "", size=16)
        self.on = widgets.icon_button("right", "", size=16)
        self._count = widgets.label("", theme.BODY, "text-2")
        self.zoom = widgets.Button(kind="quiet", height=theme.CONTROL_SMALL)
        self.print = widgets.icon_button("print", "", size=16)
        bar = QHBoxLayout()
        bar.setContentsMargins(theme.PANEL_PADDING, 0, theme.SPACE, 0)
        bar.setSpacing(12)
        bar.addWidget(self._title)
        bar.addWidget(self._facts, 1)
        bar.addWidget(self.back)
        bar.addWidget(self._count)
        bar.addWidget(self.on)
        bar.addWidget(self.zoom)
        bar.addWidget(self.print)
        head = QWidget()
        head.setLayout(bar)
        head.setFixedHeight(_BAR)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(widgets.Rule())
        column.addWidget(self.paper, 1)
        self.back.clicked.connect(lambda: self.turn(-1))
        self.on.clicked.connect(lambda: self.turn(1))
        self.zoom.clicked.connect(self.choose_zoom)
        self.print.clicked.connect(self.print_requested)
        self.paper.page_changed.connect(lambda _page, _pages: self._renew())
        self.paper.zoom_changed.connect(lambda _percent: self._renew())
        self.setFocusProxy(self.paper)
        self._renew()

    def show_sheet(self, sheet: Sheet | None, at: int, of: int, note: str = "") -> None:
        """Show the sheet of plan ``at`` (from 0) of ``of``; ``note`` is said beside the page."""
        self._at, self._of, self._note = at, of, note
        self.paper.show_sheet(sheet)
        self._renew()

    def turn(self, step: int) -> None:
        """Go one page on or back, past the ends to the next plan."""
        page = self.paper.page() + step
        if 0 <= page < self.paper.page_count():
            self.paper.set_page(page)
        else:
            self.plan_wanted.emit(step)

    def choose_zoom(self) -> QMenu:
        """Offer sizes."""
        menu = QMenu(self)
        menu.addAction(self.tr("Whole page"), lambda: self.paper.set_zoom(None))
        for zoom in _ZOOMS:
            menu.addAction(f"{zoom:.0%}", lambda zoom=zoom: self.paper.set_zoom(zoom))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.zoom.mapToGlobal(self.zoom.rect().bottomLeft()))
        return menu

    def _renew(self) -> None:
        sheet, pages, page = self.paper.sheet(), self.paper.page_count(), self.paper.page()
        self._title.set_text(sheet.name if sheet else "")
        facts = ""
        if sheet is not None:
            way = self.tr("A4 landscape") if sheet.landscape else self.tr("A4 portrait")
            facts = self.tr("{way}, page {page} of {pages}").format(way=way, page=page + 1, pages=pages)
        self._facts.set_text("  ".join(words for words in (facts, self._note) if words))
        self._count.setText(f"{self._at + 1} / {self._of}" if self._of else "")
        self.back.setEnabled(sheet is not None and (page > 0 or self._at > 0))
        self.on.setEnabled(sheet is not None and (page < pages - 1 or self._at < self._of - 1))
        self.print.setEnabled(sheet is not None)
        for button, words in (
            (self.back, self.tr("Page or plan before")),
            (self.on, self.tr("Next page or plan")),
            (self.print, self.tr("Print the sheets of the plans chosen")),
        ):
            button.setAccessibleName(words)
            button.setToolTip(words)
        self.zoom.setText(f"{self.paper.zoom():.0%}")
        self.zoom.setAccessibleName(self.tr("Size of the paper"))
        self.zoom.updateGeometry()

    # Qt's own names from here on.

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._renew()
        super().changeEvent(event)
