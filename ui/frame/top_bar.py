"""The top bar: office, year and quarter, search, undo and redo, language and appearance, who is at work."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from perftrack.domain.periods import QUARTERS
from ui import theme, widgets
from ui.actions import Actions
from ui.delegates import painting
from ui.frame import menus
from ui.models.waiting import latest_quarter
from ui.session import Session

if TYPE_CHECKING:
    from ui.frame.search_list import SearchList
    from ui.models.search_hits import Entry

#: English asks for more words in the search field than Chinese. In a narrow window the person comes first.
_SEARCH_MOST, _SEARCH_LEAST = 356, 132
#: The longest words of the person who is at work, in pixels.
_PERSON_MOST = 300
#: In a narrower window the role is left to the tooltip.
_WITH_ROLE_FROM = 1300


class TopBar(widgets.Entrance):
    """One bar, the same on every page. It changes year and quarter itself and asks for everything else."""

    file_requested = Signal(object)
    """Another file of the menu is asked for: its path."""
    language_requested = Signal(str)
    scheme_requested = Signal(str)
    person_act = Signal(str, str)
    """An act of the person's menu: its key and the id of a person, see :func:`ui.frame.menus.person_menu`."""

    def __init__(
        self, session: Session, actions: Actions, entries: "Callable[[], Iterable[Entry]]", parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._session, self._actions = session, actions
        self.setFixedHeight(theme.TOP_BAR)
        self._office = widgets.Button(kind="quiet", bold=True, trailing="down", token="text", flush=True)
        self._office.clicked.connect(self._open_file_menu)
        self.quarters = widgets.Segments(["", "", "", ""], lead="0000")
        self.quarters.chosen.connect(lambda index: session.show(quarter=QUARTERS[index]))
        self.quarters.lead_clicked.connect(self._open_year_menu)
        self.search = widgets.SearchField()
        self.search.setMinimumWidth(_SEARCH_LEAST)
        self.search.setMaximumWidth(_SEARCH_MOST)
        self.search.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._hits: SearchList | None = None
        self._entries, self._window = entries, parent
        self.search.focused.connect(self._first_search)
        self.undo, self.redo = widgets.icon_button("undo", ""), widgets.icon_button("redo", "")
        self.undo.clicked.connect(actions["undo"].trigger)
        self.redo.clicked.connect(actions["redo"].trigger)
        self._preferences = widgets.icon_button("globe", "")
        self._preferences.clicked.connect(self._open_preferences)
        self.person = widgets.Button(icon="person", kind="quiet", trailing="down", token="text")
        self.person.setMaximumWidth(_PERSON_MOST)
        self.person.clicked.connect(self._open_person_menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(23, 0, 16, 1)
        row.setSpacing(0)
        row.addWidget(widgets.Icon("logo", 26, "accent"))
        row.addSpacing(theme.RAIL_WIDTH + theme.PAGE_PADDING - 23 - 26)
        row.addWidget(self._office)
        row.addSpacing(28)
        row.addWidget(self.quarters)
        row.addStretch(1)
        row.addSpacing(24)
        row.addWidget(self.search, 4)
        for control in (self.undo, self.redo):
            row.addSpacing(8 if control is self.undo else 0)
            row.addWidget(control)
        row.addSpacing(8)
        row.addWidget(_ShortRule())
        row.addSpacing(4)
        row.addWidget(self._preferences)
        row.addWidget(self.person)
        self.setFocusProxy(self.quarters.part(0))
        session.context_changed.connect(self.renew)
        session.actor_changed.connect(self.renew)
        session.events.opened.connect(self.renew)
        session.events.changed.connect(self.renew)
        self.retranslate()

    @property
    def hits(self) -> "SearchList":
        """The list of hits, built when it is needed first."""
        if self._hits is None:
            from ui.frame.search_list import SearchList

            self._hits = SearchList(self.search, self._window, self._entries)
        return self._hits

    def renew(self) -> None:
        """Show where the session stands."""
        session = self._session
        if not session.is_open:
            return
        name = session.workspace.department().name
        self._office.setText(name)
        self._office.setAccessibleName(self.tr("Office: %1").replace("%1", name))
        self._office.updateGeometry()
        self.quarters.set_current(int(session.quarter) - 1)
        self.setFocusProxy(self.quarters.part(int(session.quarter) - 1))
        reported = latest_quarter(session.workspace.plans(session.year))
        self.quarters.set_faint({int(quarter) - 1 for quarter in QUARTERS if quarter > reported})
        self.quarters.set_locked({int(quarter) - 1 for quarter in session.workspace.locks(session.year)})
        self.quarters.set_lead(menus.year_words(session.year) if session.year else "—")
        lead = self.quarters.lead()
        if lead is not None:
            lead.setAccessibleName(self.tr("Fiscal year: %1").replace("%1", str(session.year)))
        self._renew_history()
        self._renew_person()

    def retranslate(self) -> None:
        """Put the words in the language of now."""
        for i, word in enumerate((self.tr("Q1"), self.tr("Q2"), self.tr("Q3"), self.tr("Q4"))):
            self.quarters.set_word(i, word)
        self.quarters.setAccessibleName(self.tr("Quarter"))
        words = self.tr("Language and appearance")
        self._preferences.setToolTip(words)
        self._preferences.setAccessibleName(words)
        self.renew()
        self._renew_history()

    def _first_search(self) -> None:
        self.search.focused.disconnect(self._first_search)
        self.hits.begin()

    def _renew_history(self) -> None:
        session = self._session
        history = session.workspace.history if session.is_open else None
        undo, redo = (history.next_undo, history.next_redo) if history else (None, None)
        for button, action, label in (
            (self.undo, self._actions["undo"], undo),
            (self.redo, self._actions["redo"], redo),
        ):
            action.setEnabled(label is not None)
            button.setEnabled(label is not None)
            words = action.text().replace("&", "")
            if label is not None:
                words = self.tr("%1: %2").replace("%1", words).replace("%2", session.speaker.command(*label))
            button.setAccessibleName(words)
            button.setToolTip(f"{words}　{action.shortcut().toString()}")

    def _renew_person(self) -> None:
        """Say who is at work: name and role, the account where the file is not divided, or that nobody is."""
        from perftrack.services.people import os_account

        actor = self._session.workspace.actor
        if actor.everything:
            words, spoken = os_account(), self.tr("%1; this file is not divided among people")
        elif actor.role is None:
            words, spoken = self.tr("Nobody"), self.tr("Nobody is signed in: choose a person")
        else:
            words = menus.person_words(actor, self._session.speaker.role(actor.role, actor.section))
            spoken = self.tr("Signed in: %1")
        tip = spoken.replace("%1", words)
        if actor.name and self.width() < _WITH_ROLE_FROM:
            words = actor.name
        self.person.set_token("text" if actor.role else "text-2" if actor.everything else "amber-text")
        self.person.setText(words)
        self.person.setToolTip(tip)
        self.person.setAccessibleName(tip)
        self.person.setFixedWidth(min(_PERSON_MOST, self.person.sizeHint().width()))

    def _open_person_menu(self) -> None:
        session = self._session
        if not session.is_open:
            return
        menu = menus.person_menu(
            session.workspace.actor, session.workspace.people(),
            lambda person: session.speaker.role(person.role, person.section), self.person_act.emit, self,
        )  # fmt: skip
        menus.below(menu, self.person)

    def _open_file_menu(self) -> None:
        session = self._session
        current = session.workspace.path if session.is_open else None
        menu = menus.file_menu(self._actions, session.settings, current, self.file_requested.emit, self)
        menus.below(menu, self._office)

    def _open_year_menu(self) -> None:
        session, lead = self._session, self.quarters.lead()
        if lead is not None:
            show = menus.year_menu(session.workspace.years(), session.year, lambda year: session.show(year), self)
            menus.below(show, lead)

    def _open_preferences(self) -> None:
        menu = menus.preferences_menu(
            self._session.settings, self.language_requested.emit, self.scheme_requested.emit, self
        )
        menus.below(menu, self._preferences)

    # Qt's own names from here on.

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), theme.color("window"))
            painting.rule(painter, 0, self.height() - 1, self.width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._session.is_open:
            self._renew_person()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


class _ShortRule(widgets.Rule):
    """A vertical rule of 16 between two groups of controls."""

    def __init__(self) -> None:
        super().__init__(upright=True)
        self.setFixedSize(1, 16)

    # Qt's own names from here on.

    def sizeHint(self) -> QSize:
        return QSize(1, 16)
