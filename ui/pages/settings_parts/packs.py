"""The rule packs there are, with where they come from. They are files; here they are read."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from perftrack.services import reporting
from ui import theme
from ui.models.pack_table import PackTable
from ui.pages.settings_parts.section import RowsTable, Section, prose
from ui.session import Session


class PacksSection(Section):
    """Each pack with version, source, whether the bureau confirmed it, and how many worked examples it has passed."""

    guarded = False

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.model = PackTable(session.language)
        self.table = RowsTable(self.model, "source")
        self.model.setParent(self.table)
        self._hint = prose()
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.PAGE_PADDING, 0, theme.PAGE_PADDING, theme.PANEL_PADDING)
        column.setSpacing(12)
        column.addWidget(self.table, 1)
        column.addWidget(self._hint)
        self.setFocusProxy(self.table)

    def show_section(self, editable: bool) -> None:
        workspace = self.session.workspace
        used = reporting.pack_for(workspace, self.session.year).id if self.session.year else ""
        self.model.language = self.session.language
        self.model.show_rows([(pack, pack.id == used) for pack in reporting.packs(workspace).values()])

    def retranslate(self) -> None:
        self.table.setAccessibleName(self.tr("Rule packs"))
        self._hint.setText(
            self.tr(
                "A pack holds the numbers a finance bureau may decide differently. None is the bureau's rule until the "
                "bureau confirms it. The worked examples of a pack are computed whenever it is loaded; one that fails "
                "keeps the pack from being used."
            )
        )
        if self.session.is_open and self.model.rowCount():
            self.show_section(False)

    def regions(self) -> list[QWidget]:
        return [self.table]
