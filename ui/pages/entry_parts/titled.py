"""A section of the details panel with its rule and title, as all of them look."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from perftrack.domain.access import Act
from perftrack.errors import UserError
from perftrack.services.changes import Changes
from ui import theme, widgets
from ui.pages.entry_parts.section import DetailsSection
from ui.session import Session


class TitledSection(DetailsSection):
    """Rule, title, then what :meth:`add` puts below; a red line says what was refused."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.title = widgets.SectionTitle("")
        self.error = widgets.label("", theme.SMALL, "red")
        self.error.setWordWrap(True)
        self.error.hide()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(theme.SPACE)
        self.column.addWidget(widgets.Rule("rule-strong"))
        self.column.addSpacing(theme.SPACE)
        self.column.addWidget(self.title)
        self.hide()

    def may_set_up(self, year: int) -> bool:
        """Whether whoever acts may change how the year is set up, and the file and the year still can be."""
        workspace = self.session.workspace
        open_year = not workspace.read_only and year not in workspace.closed_years()
        return open_year and workspace.actor.may(Act.SET_UP)

    def show_refusal(self, sentence: str) -> None:
        """Say why something was not stored; what was typed stays."""
        self.error.setText(sentence)
        self.error.setVisible(bool(sentence))

    def told(self, changes: Changes | None, error: UserError | None = None) -> None:
        """Pass on what was stored, or say what was refused."""
        self.show_refusal("" if error is None else self.session.speaker.error(error))
        if changes:
            self.recorded.emit(changes)
