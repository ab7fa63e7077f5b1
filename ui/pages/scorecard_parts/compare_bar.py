"""Which state a card is compared with: the year, the quarter, the pack, and whether with the targets first set."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from perftrack.domain.periods import QUARTERS, Quarter
from perftrack.services.comparing import State
from perftrack.services.messages import Speaker, speaker
from ui import theme, widgets

_HEIGHT = 48


class CompareBar(QWidget):
    """48 high. Usual states stand in one menu; every part of a state can be chosen by itself beside it."""

    state_chosen = Signal(object)
    """The :class:`State` to compare with."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state, self._now = State(0), State(0)
        self._years: tuple[int, ...] = ()
        self._packs: tuple[str, ...] = ()
        self._revised, self._speaker = False, speaker("en")
        self.usual = widgets.Button(kind="quiet", trailing="down", bold=True, token="text", flush=True)
        self.quarters = widgets.Segments(["", "", "", ""], lead="0000", height=theme.CONTROL_SMALL)
        self.pack = widgets.Button(kind="quiet", text_size=theme.SMALL, height=theme.CONTROL_SMALL, trailing="down")
        self.targets = widgets.Segments(["", ""], height=theme.CONTROL_SMALL)
        self.copy = widgets.quiet("", "copy")
        self.back = widgets.quiet("", "x")
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.PAGE_PADDING, 0, theme.PANEL_PADDING, 0)
        row.setSpacing(theme.PANEL_PADDING)
        for widget in (self.usual, self.quarters, self.pack, self.targets):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.copy)
        row.addWidget(self.back)
        self.setFixedHeight(_HEIGHT)
        self._connect()
        self._retranslate()

    def offer(
        self, now: State, years: Sequence[int], packs: Sequence[str], *, revised: bool, told_by: Speaker
    ) -> None:  # fmt: skip
        """Take what there is to choose from; ``now`` is the state shown, ``revised``: targets of it ever changed."""
        self._now, self._years, self._packs = now, tuple(years), tuple(packs)
        self._revised, self._speaker = revised, told_by
        self._retranslate()

    def show_state(self, state: State) -> None:
        """Show which state is compared with, without telling so."""
        self._state = state
        self._retranslate()

    def proposal(self) -> State:
        """Give the state people most often compare with: the quarter before, else the end of the year before."""
        now = self._now
        if now.quarter > Quarter.Q1:
            return State(now.year, Quarter(now.quarter - 1))
        if now.year - 1 in self._years:
            return State(now.year - 1)
        return State(now.year, now.quarter, original=self._revised)

    def usual_menu(self) -> QMenu:
        """Make the menu of usual states; what the file has not got is not offered."""
        now, menu = self._now, QMenu(self)
        if now.quarter > Quarter.Q1:
            before = State(now.year, Quarter(now.quarter - 1))
            menu.addAction(self.tr("Quarter before"), lambda: self.state_chosen.emit(before))
        if now.year - 1 in self._years:
            same, end = State(now.year - 1, now.quarter), State(now.year - 1)
            menu.addAction(self.tr("Same quarter last year"), lambda: self.state_chosen.emit(same))
            menu.addAction(self.tr("End of last year"), lambda: self.state_chosen.emit(end))
        original = State(now.year, now.quarter, now.pack, original=True)
        targets = menu.addAction(self.tr("Original targets"), lambda: self.state_chosen.emit(original))
        targets.setEnabled(self._revised)
        menu.addSeparator()
        for pack in self._packs:
            state = State(now.year, now.quarter, pack)
            words = self.tr("By rule pack %1").replace("%1", pack)
            menu.addAction(words, lambda state=state: self.state_chosen.emit(state))
        return menu

    def year_menu(self) -> QMenu:
        """Make the menu of years, the newest first."""
        menu = QMenu(self)
        for year in reversed(self._years):
            action = menu.addAction(self._year_words(year))
            action.setCheckable(True)
            action.setChecked(year == self._state.year)
            action.triggered.connect(lambda _on=False, year=year: self._choose(year=year))
        return menu

    def pack_menu(self) -> QMenu:
        """Make the menu of packs; the first is whatever the year is scored by."""
        menu = QMenu(self)
        group = QActionGroup(menu)
        for pack in (None, *self._packs):
            action = menu.addAction(self.tr("Pack of the year") if pack is None else pack)
            action.setCheckable(True)
            action.setChecked(pack == self._state.pack)
            action.triggered.connect(lambda _on=False, pack=pack: self._choose(pack=pack))
            group.addAction(action)
        return menu

    def _choose(self, **parts: object) -> None:
        state = self._state
        whole = {"year": state.year, "quarter": state.quarter, "pack": state.pack, "original": state.original}
        self.state_chosen.emit(State(**(whole | parts)))  # type: ignore[arg-type]

    def _year_words(self, year: int) -> str:
        return self.tr("%1", "fiscal year").replace("%1", str(year))

    def _open(self, menu: QMenu, below: QWidget) -> None:
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(below.mapToGlobal(below.rect().bottomLeft()))

    def _open_years(self) -> None:
        lead = self.quarters.lead()
        if lead is not None:
            self._open(self.year_menu(), lead)

    def _connect(self) -> None:
        self.usual.clicked.connect(lambda: self._open(self.usual_menu(), self.usual))
        self.pack.clicked.connect(lambda: self._open(self.pack_menu(), self.pack))
        self.quarters.lead_clicked.connect(self._open_years)
        self.quarters.chosen.connect(lambda place: self._choose(quarter=QUARTERS[place]))
        self.targets.chosen.connect(lambda place: self._choose(original=bool(place)))

    def _retranslate(self) -> None:
        state = self._state
        self.usual.setText(self.tr("Compare with"))
        self.usual.setAccessibleName(self.tr("Usual states to compare with"))
        for place, quarter in enumerate(QUARTERS):
            self.quarters.set_word(place, self._speaker.quarter(int(quarter)))
        self.quarters.set_current(int(state.quarter) - 1)
        self.quarters.set_lead(self._year_words(state.year))
        self.quarters.setAccessibleName(self.tr("Quarter to compare with"))
        lead = self.quarters.lead()
        if lead is not None:
            lead.setAccessibleName(self.tr("Year to compare with: %1").replace("%1", str(state.year)))
        self.pack.setText(state.pack or self.tr("Pack of the year"))
        self.pack.setAccessibleName(self.tr("Rule pack to compare with: %1").replace("%1", self.pack.text()))
        self.pack.updateGeometry()
        self.targets.set_word(0, self.tr("Targets of now"))
        self.targets.set_word(1, self.tr("Original targets"))
        self.targets.set_current(int(state.original))
        self.targets.setAccessibleName(self.tr("Targets to compare with"))
        can = self._revised or state.year != self._now.year
        self.targets.part(1).setEnabled(can or state.original)
        why = "" if can else self.tr("No target of this plan was ever revised")
        self.targets.part(1).setToolTip(why)
        self.copy.setText(self.tr("Copy"))
        self.copy.setAccessibleName(self.tr("Copy comparison"))
        self.copy.setToolTip(self.tr("Copy comparison"))
        self.back.setText(self.tr("Back"))
        self.back.setAccessibleName(self.tr("Back to the scorecard"))
        self.back.setToolTip(self.tr("Back to the scorecard (Esc)"))

    # Qt's own names from here on.

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
