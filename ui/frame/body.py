"""What the window holds: the first page or the work area, above the status line; and the acts of the window."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from perftrack.domain.periods import QUARTERS
from ui import preferences, theme, widgets
from ui.actions import Actions
from ui.collecting import SUFFIX as FORM_SUFFIX
from ui.collecting import Collecting
from ui.dialogs.files import SUFFIX
from ui.frame.people_acts import PeopleActs
from ui.frame.status_line import StatusLine
from ui.frame.work_area import WorkArea
from ui.office import Office
from ui.session import Session

if TYPE_CHECKING:
    from ui.pages.first_run import FirstRunPage

_TAKEN = (SUFFIX, ".json", FORM_SUFFIX)


class Body(QWidget):
    """Connects the acts to what does them. Files may be dropped anywhere in it."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self.actions_ = Actions(parent)
        self.office = Office(session, self, self._may_leave)
        self.collecting = Collecting(session, self)
        self.people = PeopleActs(session, self, self._may_leave)
        self.people.set_up_requested.connect(lambda: self._work and self._work.show_page("settings", "people"))
        self._work: WorkArea | None = None
        self._first: FirstRunPage | None = None
        self._stack = QStackedWidget()
        self.status = StatusLine(session)
        self._notice = widgets.Notice(fill="amber-soft", icon="warn")
        self._notice.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._stack, 1)
        column.addWidget(self._notice)
        column.addWidget(self.status)
        self.setAcceptDrops(True)
        session.alerts.use_area(self._stack)
        self._connect()
        QTimer.singleShot(0, self, self._check_fonts)

    def begin(self, path: Path | None) -> None:
        """Open ``path``, or show the first page."""
        if path is None or not self.office.open(path):
            self._show_first()

    @property
    def work(self) -> WorkArea | None:
        """The work area, once a file was opened."""
        return self._work

    @property
    def first(self) -> "FirstRunPage | None":
        """The first page, once it was shown."""
        return self._first

    def may_close(self) -> bool:
        """Store what is being typed and remember the place; False to stay."""
        if not self._may_leave():
            return False
        self._keep_place()
        return True

    def choose_language(self, wish: str) -> None:
        """Speak another language from now on; "system" follows the system."""
        preferences.choose_language(self._session, wish)

    def choose_scheme(self, wish: str) -> None:
        """Show another appearance from now on."""
        preferences.choose_scheme(self._session, wish)

    def go_round(self, step: int) -> None:
        """Give the focus to the next part of the window."""
        if self._work is None or self._stack.currentWidget() is not self._work:
            return
        parts = self._work.regions()
        here = QApplication.focusWidget()
        # From a part of the page that is in none of them, the first of the page comes next, the rail before.
        now = 0 if step > 0 else 1
        now = next((i for i, part in enumerate(parts) if here and (part is here or part.isAncestorOf(here))), now)
        target = parts[(now + step) % len(parts)]
        while target.focusProxy() is not None:
            target = target.focusProxy()
        target.setFocus(Qt.FocusReason.TabFocusReason)

    def _connect(self) -> None:
        session, actions, office = self._session, self.actions_, self.office
        acts: dict[str, Callable[[], object]] = {
            "new": office.ask_new, "open": office.ask_open, "import": office.ask_import, "sample": office.open_sample,
            "collect_write": self.collecting.ask_write, "collect_read": self.collecting.ask_read,
            "close": office.close, "save": self._save, "refresh": self._refresh, "quit": self._quit,
            "undo": lambda: self._take_back("undo"), "redo": lambda: self._take_back("redo"),
            "search": self._search, "next_region": lambda: self.go_round(1),
            "previous_region": lambda: self.go_round(-1),
        }  # fmt: skip
        for quarter in QUARTERS:
            acts[f"quarter_{int(quarter)}"] = lambda quarter=quarter: session.show(quarter=quarter)
        for key, act in acts.items():
            actions[key].triggered.connect(lambda _checked=False, act=act: act())
        session.events.opened.connect(self._opened)
        session.events.closed.connect(self._show_first)
        session.context_changed.connect(self._keep_place)
        actions.allow(False)

    def _opened(self) -> None:
        self.actions_.allow(True)
        if self._work is None:
            self._work = WorkArea(self._session, self.actions_, self)
            self._work.bar.file_requested.connect(self.office.open)
            self._work.bar.language_requested.connect(self.choose_language)
            self._work.bar.scheme_requested.connect(self.choose_scheme)
            self._work.bar.person_act.connect(self.people.do)
            self._work.command_requested.connect(lambda key: self.actions_[key].trigger())
            self._stack.addWidget(self._work)
        self._stack.setCurrentWidget(self._work)
        last = self._session.settings.text("page", "overview")
        self._work.show_page(last if last in tuple(self._work.keys()) else "overview")
        self._work.bar.renew()
        self._name_window()
        self._keep_place()
        self.people.begin()

    def _show_first(self) -> None:
        self.actions_.allow(False)
        if self._first is None:
            from ui.pages.first_run import FirstRunPage  # a window that opens with a file does without it

            self._first = FirstRunPage(self._session, self.actions_)
            self._first.language_requested.connect(self.choose_language)
            self._first.scheme_requested.connect(self.choose_scheme)
            self._stack.addWidget(self._first)
        self._stack.setCurrentWidget(self._first)
        self._session.alerts.use_area(self._stack)
        self._first.setFocus(Qt.FocusReason.OtherFocusReason)
        self._name_window()

    def _name_window(self) -> None:
        session = self._session
        name = session.workspace.department().name if session.is_open else ""
        self.window().setWindowTitle(f"{name} – perftrack" if name else "perftrack")

    def _keep_place(self) -> None:
        session = self._session
        if session.is_open:
            session.settings.keep_place(session.workspace.file_id, session.year, int(session.quarter))

    def _may_leave(self) -> bool:
        return self._work is None or not self._session.is_open or self._work.may_close()

    def _save(self) -> None:
        if self._may_leave() and not any(self._session.pending):
            self._session.alerts.say(self.tr("Saved already: everything is stored as soon as it is entered"))

    def _take_back(self, way: str) -> None:
        session = self._session
        if not self._may_leave():
            return
        history = session.workspace.history
        label = history.next_undo if way == "undo" else history.next_redo
        changes = session.perform(history.undo if way == "undo" else history.redo, self)
        if changes is not None and label is not None:
            words = self.tr("Undone: %1") if way == "undo" else self.tr("Done again: %1")
            session.alerts.say(words.replace("%1", session.speaker.command(*label)))

    def _refresh(self) -> None:
        if self._work is not None and self._may_leave():
            self._session.workspace.forget()
            self._work.refresh()

    def _search(self) -> None:
        if self._work is not None:
            self._work.bar.search.take_focus()

    def _quit(self) -> None:
        self.window().close()

    def _dropped(self, event: QDropEvent) -> list[Path]:
        """The files of a drop that can be taken; forms only while a file is open."""
        taken = _TAKEN if self._session.is_open else _TAKEN[:2]
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        return [path for path in paths if path.suffix.lower() in taken]

    def _check_fonts(self) -> None:
        if not theme.has_chinese_font():
            # In English in any language: without the font Chinese would be boxes.
            self._notice.show_report("Chinese cannot be shown: install the package fonts-noto-cjk, then start again")
            self._notice.show()

    # Qt's own names from here on.

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._dropped(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = self._dropped(event)
        if paths:
            event.acceptProposedAction()
            forms = [path for path in paths if path.suffix.lower() == FORM_SUFFIX]
            if forms:
                self.collecting.take(forms)
            else:
                self.office.take(paths[0])

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.actions_.retranslate()
        super().changeEvent(event)
