"""Below the table: who is waited for, and which indicators to look at."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QHeaderView, QLabel, QVBoxLayout, QWidget

from perftrack.domain.terms import ReviewState
from perftrack.services.reporting import Loss
from perftrack.services.worklists import WorkLists
from ui import theme, widgets
from ui.delegates import painting
from ui.models.losses import LossTable
from ui.models.review_words import standing_words, state_names, state_word
from ui.models.rows import RowsModel
from ui.models.waiting import WaitingTable, waiting_rows
from ui.pages.overview_parts.tables import WIDTHS, light_room
from ui.widgets.growing_table import FlushDelegate, GrowingTable

#: At least so many rows before "show all"; more where the window has room.
FEW = 4
TITLE_HEIGHT = 28
_TITLE_SPACING = 12


class FootList(QWidget):
    """A title, a growing table, a line when there is nothing, a link when there is more."""

    def __init__(self, model: RowsModel, stretch: str) -> None:  # type: ignore[type-arg]
        super().__init__()
        self._model, self._room, self._all = model, FEW, False
        self._rows: Sequence[object] = ()
        self._note = ""
        self.title = widgets.SectionTitle("", ruled=True)
        self._more = widgets.link("", size=theme.SMALL)
        self._more.setFixedHeight(theme.LINE[theme.BODY])
        self._more.clicked.connect(self._show_all)
        self.title.add(self._more)
        self.table = GrowingTable(model, theme.ROW, headed=False)
        self.table.setItemDelegate(FlushDelegate(self.table, row_height=theme.ROW))
        self._nothing = widgets.label(tone="text-2")
        self._nothing.setFixedHeight(theme.ROW_TALL)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.title, self.table, self._nothing):
            column.addWidget(part)
        column.addStretch(1)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(model.column(stretch), QHeaderView.ResizeMode.Stretch)

    def set_room(self, rows: int) -> None:
        """Say how many rows the window has room for."""
        if max(FEW, rows) != self._room:
            self._room = max(FEW, rows)
            self._show_part()

    def show_list(self, rows: Sequence[object], note: str, nothing: str) -> None:
        """Show rows, or the sentence ``nothing``."""
        self._rows, self._note = rows, note
        self._nothing.setText(nothing)
        self._nothing.setVisible(not rows)
        self.table.setVisible(bool(rows))
        self._show_part()

    def set_widths(self, widths: dict[str, int]) -> None:
        """Give columns their widths by key."""
        for key, width in widths.items():
            self.table.horizontalHeader().resizeSection(self._model.column(key), width)

    def _show_part(self) -> None:
        self._model.show_rows(list(self._rows if self._all else self._rows[: self._room]))
        self._more.setText(self.tr("Show all %1").replace("%1", str(len(self._rows))))
        self._more.updateGeometry()
        self._more.setVisible(len(self._rows) > self._model.rowCount())
        self.title.set_note(self._note if self._rows else "")

    def _show_all(self) -> None:
        self._all = True
        self._show_part()
        self.table.setFocus()


class WaitingList(FootList):
    """在等谁: whose report and whose decision this quarter waits for."""

    plan_requested = Signal(str)

    def __init__(self) -> None:
        super().__init__(WaitingTable(), "plan")
        self.table.opened.connect(self._open)

    def show_waiting(self, lists: WorkLists) -> None:
        """Show who is waited for."""
        rows = waiting_rows(lists)
        self.title.set_text(self.tr("Waiting for"))
        self.table.setAccessibleName(self.tr("Waiting for"))
        state = max(round(painting.width(word)) for word in (*state_names(), *map(state_word, ReviewState))) + 14
        # Owner and what is missing take no more than they need: in a narrow window the names of plans need the room.
        owner = _room((row.plan.section or row.plan.lead or "" for row in rows), theme.BODY, 120)
        lacking = _room(map(standing_words, rows), theme.SMALL, 176)
        self.set_widths({"state": max(WIDTHS["light"], state), "owner": owner, "missing": lacking})
        told = (
            (len(lists.to_report), self.tr("%n plan(s) to report", "", len(lists.to_report))),
            (len(lists.to_review), self.tr("%n plan(s) to review", "", len(lists.to_review))),
        )
        note = "　".join(words for count, words in told if count)
        self.show_list(rows, note, self.tr("Nobody: every plan has reported this quarter"))

    def _open(self, index: QModelIndex) -> None:
        self.plan_requested.emit(self._model.row(index.row()).plan.id)


class LossList(FootList):
    """要看的指标: what costs points, the dearest first. The heads of its figures stand in the line of the title."""

    indicator_requested = Signal(str, str, str)
    """Plan id, level 1, indicator id."""

    _WIDTHS = {"actual": 128, "target": 96, "lost": 72}  # noqa: RUF012 - never changed

    def __init__(self) -> None:
        super().__init__(LossTable(), "name")
        self.table.opened.connect(self._open)
        self._heads: dict[str, QLabel] = {}
        for key in self._WIDTHS:
            head = widgets.label(size=theme.SMALL, tone="text-2")
            head.setAlignment(painting.RIGHT)
            self.title.add(head)
            self._heads[key] = head

    def show_losses(self, losses: Sequence[Loss]) -> None:
        """Show the indicators to look at."""
        self.title.set_text(self.tr("To look at"))
        self.table.setAccessibleName(self.tr("To look at"))
        lights = light_room((loss.score.light.value for loss in losses), 60)
        self.set_widths({"light": lights, **self._WIDTHS})
        words = {"actual": self.tr("Actual"), "target": self.tr("Target"), "lost": self.tr("Lost")}
        for key, head in self._heads.items():
            head.setText(words[key])
            # The last column has no padding; between the others the spacing of the title's line is part of them.
            spare = _TITLE_SPACING - theme.CELL_PADDING if key == "lost" else _TITLE_SPACING
            head.setFixedWidth(self._WIDTHS[key] - spare)
            head.setVisible(bool(losses))
        self.show_list(losses, self.tr("by points lost"), self.tr("No indicator costs points"))

    def _open(self, index: QModelIndex) -> None:
        loss: Loss = self._model.row(index.row())
        self.indicator_requested.emit(loss.card.plan.id, loss.score.indicator.level1, loss.score.indicator.id)


def _room(words: Iterable[str], size: int, most: int) -> int:
    """The width of a column of ``words``, ``most`` at most."""
    return min(most, max((round(painting.width(each, size)) for each in words), default=0) + 2 * theme.CELL_PADDING + 1)
