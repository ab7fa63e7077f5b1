"""The head of the page: which plan, by which pack, its findings, what can be copied."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QWidget

from perftrack.domain.rulepacks import RulePack
from ui import theme, widgets
from ui.models.findings import FindingLine, FindingsList
from ui.widgets.chooser import Chooser
from ui.widgets.findings import FindingsPopup

_LEAST_TITLE = 160


class CardHead(widgets.Entrance):
    """64 high. Says what is wished for; the page does it."""

    plan_chosen = Signal(int)
    pack_chosen = Signal(str)
    """A pack to read the card by, "" for that of the year."""
    finding_followed = Signal(object)
    copy_requested = Signal()
    trial_toggled = Signal(bool)
    """The card as it is (False), or a copy to try things in (True)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plans: list[str] = []
        self._plan = 0
        self._packs: list[RulePack] = []
        self._pack: RulePack | None = None
        self._of_year = ""
        self._lines = FindingsList(self)
        self.title = widgets.Button(
            kind="quiet", text_size=theme.TITLE, bold=True, trailing="down", token="text", flush=True
        )
        self.title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.pack = widgets.Button(kind="quiet", text_size=theme.SMALL, height=theme.CONTROL_SMALL, trailing="down")
        self._status = widgets.ElidedLabel(size=theme.SMALL, tone="text-2")
        self._reading = widgets.Badge()
        self._back = widgets.link("", size=theme.SMALL)
        self.modes = widgets.Segments(["", ""], icons=["", "flask"])
        self.findings = widgets.quiet("", "warn")
        self.compare = widgets.quiet("", "compare")
        self.compare.setCheckable(True)
        self.copy = widgets.quiet("", "copy")
        self.print = widgets.quiet("", "print")
        self._chooser = Chooser(self)
        self._popup = FindingsPopup(self._lines, self)
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(theme.PAGE_PADDING, 0, theme.PANEL_PADDING, 0)
        row.setSpacing(theme.SPACE)
        for widget in (self.title, self.pack, self._reading, self._back):
            row.addWidget(widget)
        row.addWidget(self._status, 1)
        for widget in (self.modes, self.findings, self.compare, self.copy, self.print):
            row.addWidget(widget)
        self.setFixedHeight(theme.PAGE_HEAD)
        self.setFocusProxy(self.title)
        self.title.clicked.connect(self.choose_plan)
        self.pack.clicked.connect(self.choose_pack)
        self._back.clicked.connect(lambda: self.pack_chosen.emit(""))
        self.modes.chosen.connect(lambda index: self.trial_toggled.emit(bool(index)))
        self.findings.clicked.connect(lambda: self._popup.open_below(self.findings))
        self.copy.clicked.connect(self.copy_requested)
        self._chooser.chosen.connect(self.plan_chosen)
        self._popup.followed.connect(self.finding_followed)
        self._retranslate()

    def add(self, control: QWidget) -> None:
        """Put a control of another part of the page at the right, before copying."""
        self._row.insertWidget(self._row.indexOf(self.copy), control)

    def show_plans(self, names: Sequence[str], current: int) -> None:
        """Offer these plans."""
        self._plans, self._plan = list(names), current
        self.title.setText(self._plans[current])
        self.title.setToolTip(self._plans[current])
        self.title.setMinimumWidth(min(_LEAST_TITLE, self.title.sizeHint().width()))
        self.title.updateGeometry()

    def show_packs(self, packs: Sequence[RulePack], shown: RulePack, of_year: str) -> None:
        """Say which pack scores; ``of_year`` is the id of the one the year is scored by."""
        self._packs, self._pack, self._of_year = list(packs), shown, of_year
        self._retranslate()

    def show_pack(self, shown: RulePack) -> None:
        """Say that another pack scores now."""
        if shown is not self._pack:
            self._pack = shown
            self._retranslate()

    def show_findings(self, lines: Sequence[FindingLine]) -> None:
        """Show how many findings there are; the button opens them."""
        self._lines.show(lines)
        self._retranslate()

    def show_trial(self, on: bool, possible: bool = True) -> None:
        """Say whether the card or a trial is shown; a plan that fell away has nothing to try."""
        self.modes.set_current(int(on))
        self.modes.part(1).setEnabled(possible)
        widgets.fill(self, "amber-soft" if on else "surface")

    def choose_plan(self) -> None:
        """Open the list of plans."""
        self._chooser.open_below(self.title, self._plans, self._plan)

    def choose_pack(self) -> QMenu:
        """Open the list of packs."""
        menu = QMenu(self)
        group = QActionGroup(menu)
        for pack in self._packs:
            words = self.tr("%1, of this year") if pack.id == self._of_year else self.tr("%1, this reading only")
            action = menu.addAction(words.replace("%1", pack.id))
            action.setCheckable(True)
            action.setChecked(self._pack is not None and pack.id == self._pack.id)
            action.setToolTip(pack.source)
            action.setData("" if pack.id == self._of_year else pack.id)
            group.addAction(action)
        menu.setToolTipsVisible(True)
        menu.triggered.connect(lambda action: self.pack_chosen.emit(action.data()))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.pack.mapToGlobal(self.pack.rect().bottomLeft()))
        return menu

    def _status_words(self, pack: RulePack) -> str:
        if not pack.confirmation.confirmed:
            return self.tr("not confirmed by the finance bureau")
        words = self.tr("confirmed by the finance bureau on {date}, {document}")
        return words.format(date=pack.confirmation.date, document=pack.confirmation.document)

    def _retranslate(self) -> None:
        self.title.setAccessibleName(self.tr("Plan: %1").replace("%1", self.title.text()))
        self.title.setAccessibleDescription(self.tr("Ctrl+Page Up and Ctrl+Page Down go to the next plan"))
        self.compare.setText(self.tr("Compare"))
        self.compare.setToolTip(self.tr("Compare with another state (Ctrl+D)"))
        self.copy.setText(self.tr("Copy"))
        self.copy.setToolTip(self.tr("Copy the table for a spreadsheet"))
        self.copy.setAccessibleName(self.tr("Copy the table for a spreadsheet"))
        self.modes.set_word(0, self.tr("Actual"))
        self.modes.set_word(1, self.tr("Trial"))
        self.modes.setAccessibleName(self.tr("The card as it is, or a trial"))
        self.modes.part(1).setToolTip(self.tr("Try values without saving (Ctrl+T)"))
        self._reading.set_state(self.tr("This reading only"), "amber")
        self._back.setText(self.tr("Back to %1").replace("%1", self._of_year))
        count = self._lines.rowCount()
        self.findings.setText(self.tr("%n finding(s)", "", count))
        self.findings.setVisible(bool(count))
        pack = self._pack
        if pack is None:
            return
        other = pack.id != self._of_year
        self._reading.setVisible(other)
        self._back.setVisible(other)
        self.pack.setText(self.tr("Rule pack %1").replace("%1", pack.id))
        self.pack.setToolTip(pack.source)
        self.pack.updateGeometry()
        self._status.set_text(self._status_words(pack))

    # Qt's own names from here on.

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
