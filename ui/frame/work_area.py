"""Where work is done: top bar, rail and the page in between, which is built when it is first entered."""

from collections.abc import Iterator

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from perftrack.services import worklists
from perftrack.services.changes import Changes
from ui.actions import Actions, shortcut_text
from ui.frame import registry
from ui.frame.rail import Rail
from ui.frame.top_bar import TopBar
from ui.models.search_hits import Entry
from ui.pages.base import Page
from ui.session import Session


class WorkArea(QWidget):
    """Shows one page at a time and keeps every page abreast of what changed."""

    command_requested = Signal(str)
    """A page asked for an act of the window, by its key (import)."""

    def __init__(self, session: Session, actions: Actions, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._actions = session, actions
        self._entries = {entry.key: entry for entry in registry.pages()}
        self._pages: dict[str, Page] = {}
        self._stale: set[str] = set()
        self._current = ""
        self.bar = TopBar(session, actions, self.search_entries, self)
        self.rail = Rail(tuple(entry for entry in self._entries.values() if entry.on_rail), self)
        self.rail.chosen.connect(self.show_page)
        self._stack = QStackedWidget()
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.rail)
        middle.addWidget(self._stack, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addLayout(middle, 1)
        session.events.changed.connect(self._apply)
        session.events.opened.connect(self._renew_all)
        session.context_changed.connect(self._renew_all)
        session.actor_changed.connect(self._renew_all)
        for i, key in enumerate(self._entries):
            shortcut = QShortcut(QKeySequence(f"Ctrl+{i + 1}"), self)
            shortcut.activated.connect(lambda key=key: self.show_page(key))
        QTimer.singleShot(0, self, self._count)  # the first page comes first

    @property
    def current(self) -> str:
        """The key of the page shown, "" before the first."""
        return self._current

    def page(self) -> Page | None:
        """The page shown."""
        return self._pages.get(self._current)

    def keys(self) -> tuple[str, ...]:
        """The keys of all pages there are."""
        return tuple(self._entries)

    def show_page(self, key: str, plan_id: str = "", extra: dict[str, object] | None = None) -> None:
        """Go to a page and, if given, to a plan on it. An unknown key stays here."""
        if key not in self._entries:
            return
        before = self.page()
        if before is not None and key != self._current and not before.may_close():
            self.rail.set_current(self._current)
            return
        page = self._pages.get(key) or self._build(key)
        self._current = key
        self.rail.set_current(key)
        self._stack.setCurrentWidget(page)
        self._session.alerts.use_area(self._stack, self._entries[key].foot)
        self._session.settings.keep("page", key)
        if key in self._stale:
            self._stale.discard(key)
            page.show_context()
        if plan_id:
            page.focus_plan(plan_id, extra or {})
        here = page.focusWidget()
        if before is not page or (plan_id and not (here and here.hasFocus())):
            (page if page.focusProxy() else page.regions()[0]).setFocus()

    def refresh(self) -> None:
        """Show everything anew."""
        self._renew_all()
        self.bar.renew()

    def may_close(self) -> bool:
        """Whether the page shown has stored what was being typed."""
        page = self.page()
        return page is None or page.may_close()

    def regions(self) -> list[QWidget]:
        """What F6 goes round in: rail, the parts of the page, top bar."""
        page = self.page()
        return [self.rail, *(page.regions() if page else []), self.bar]

    def search_entries(self) -> Iterator[Entry]:
        """Everything the search may find now."""
        session = self._session
        here = "entry" if self._current == "entry" else "scorecards"
        target = here if here in self._entries else "overview"
        plans = session.workspace.plans(session.year) if session.is_open else ()
        for plan in plans:
            owner = plan.section or plan.lead or ""
            yield Entry(plan.name, owner, "plan", lambda plan=plan: self.show_page(target, plan.id))
        for plan in plans:
            for item in plan.indicators:
                extra = {"level1": item.level1, "indicator_id": item.id}
                yield Entry(
                    item.name, plan.name, "score",
                    lambda plan=plan, extra=extra: self.show_page(target, plan.id, extra),
                )  # fmt: skip
        for i, (key, entry) in enumerate(self._entries.items()):
            words = self.tr("Go to %1").replace("%1", registry.page_title(key))
            yield Entry(words, "", entry.icon, lambda key=key: self.show_page(key), f"Ctrl {i + 1}")
        for icon, action in self._actions.listed():
            yield Entry(action.text(), "", icon, action.trigger, shortcut_text(action))
        page = self.page()
        for action in page.actions() if page else ():
            if action.text() and action.isEnabled():
                yield Entry(action.text(), "", "right", action.trigger, shortcut_text(action))

    def _build(self, key: str) -> Page:
        page = self._entries[key].make(self._session)
        page.open_requested.connect(self._open)
        self._pages[key] = page
        self._stack.addWidget(page)
        self._stale.add(key)
        return page

    def _open(self, key: str, plan_id: str, extra: dict[str, object]) -> None:
        if key in self._entries:
            self.show_page(key, plan_id, extra)
        else:
            self.command_requested.emit(key)

    def _apply(self, changes: Changes, initiator: object) -> None:
        self._stale.update(key for key in self._pages if key != self._current)
        page = self.page()
        if page is not None:
            page.apply_changes(changes, initiator)
        self._count()

    def _renew_all(self) -> None:
        self._stale.update(self._pages)
        page = self.page()
        if page is not None and self._session.is_open:
            self._stale.discard(self._current)
            page.show_context()
        self._count()

    def _count(self) -> None:
        session = self._session
        if session.is_open:
            workspace = session.workspace
            lists = worklists.work_lists(workspace, session.year, session.quarter)
            to_report, to_review = worklists.waited_for(workspace, lists).waiting_for_me
            self.rail.set_count("entry", to_report)
            self.rail.set_count("review", to_review)
