"""设置: people and roles, review, rule packs, language and appearance."""

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from perftrack.domain.access import Act
from perftrack.services.changes import Changes
from ui import theme, widgets
from ui.pages.base import Page
from ui.pages.settings_parts.appearance import AppearanceSection
from ui.pages.settings_parts.packs import PacksSection
from ui.pages.settings_parts.people import PeopleSection
from ui.pages.settings_parts.review import ReviewSection
from ui.pages.settings_parts.section import Section
from ui.session import Session


class SettingsPage(Page):
    """One part at a time. Whoever may not change the set-up reads it and is told why."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._title = widgets.label(size=theme.TITLE, bold=True)
        self.tabs = widgets.Segments(["", "", "", ""])
        self.people, self.review = PeopleSection(session), ReviewSection(session)
        self.packs, self.appearance = PacksSection(session), AppearanceSection(session)
        self._notice = widgets.Notice(icon="lock")
        self._stack = QStackedWidget()
        self._lay_out()
        self.tabs.chosen.connect(self.show_part)
        self._follow()
        self.retranslate()

    def show_context(self) -> None:
        editable = self._may()
        for part in self._parts():
            part.show_section(editable)
        self._renew_notice()

    def apply_changes(self, changes: Changes, initiator: object) -> None:
        if changes.structure or changes.topics & {"people", "settings"}:
            self.show_context()

    def focus_plan(self, plan_id: str, extra: dict[str, object]) -> None:
        """Go to the people, the one part that is asked for from elsewhere; plans have no place here."""
        if plan_id == "people":
            self.show_part(0)
            self.setFocusProxy(self.people)  # the window gives the focus to the page it has entered

    def may_close(self) -> bool:
        return self._part().may_close()

    def regions(self) -> list[QWidget]:
        return [self.tabs.part(max(0, self.tabs.current())), *self._part().regions()]

    def retranslate(self) -> None:
        self._title.setText(self.tr("Settings"))
        words = (
            self.tr("People and roles"), self.tr("Review"), self.tr("Rule packs"), self.tr("Language and appearance"),
        )  # fmt: skip
        for i, word in enumerate(words):
            self.tabs.set_word(i, word)
        self.tabs.setAccessibleName(self.tr("Parts of the settings"))
        for part in self._parts():
            part.retranslate()
        if self.session.is_open:
            self._renew_notice()

    def show_part(self, index: int) -> None:
        """Go to a part: 0 people, 1 review, 2 rule packs, 3 language and appearance."""
        if not self._part().may_close():
            self.tabs.set_current(self._stack.currentIndex())
            return
        self._stack.setCurrentIndex(index)
        self.tabs.set_current(index)
        self._follow()
        self._renew_notice()

    def _part(self) -> Section:
        return self._parts()[max(0, self._stack.currentIndex())]

    def _parts(self) -> tuple[Section, ...]:
        return self.people, self.review, self.packs, self.appearance

    def _may(self) -> bool:
        workspace = self.session.workspace
        return workspace.actor.may(Act.SET_UP) and not workspace.read_only

    def _renew_notice(self) -> None:
        actor = self.session.workspace.actor
        self._notice.setVisible(self._part().guarded and not self._may())
        if self.session.workspace.read_only:
            words = self.tr("Read only: nothing can be saved in this file")
        elif actor.role is None:
            words = self.tr("Nobody is signed in; the performance officer changes this")
        else:
            words = self.tr("Only the performance officer changes this; signed in is %1")
        self._notice.show_report(words.replace("%1", actor.name or ""))

    def _follow(self) -> None:
        self.setFocusProxy(self.tabs.part(max(0, self.tabs.current())))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(theme.PAGE_PADDING, 0, theme.PAGE_PADDING, 0)
        head.setSpacing(24)
        head.addWidget(self._title)
        head.addWidget(self.tabs)
        head.addWidget(self._notice)
        head.addStretch(1)
        top = QWidget()
        top.setFixedHeight(theme.PAGE_HEAD)
        top.setLayout(head)
        for part in self._parts():
            self._stack.addWidget(part)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(top)
        whole.addWidget(self._stack, 1)
