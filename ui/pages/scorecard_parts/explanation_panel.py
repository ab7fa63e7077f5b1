"""得分说明 of what is chosen: a row of the table, a level of the band, or the total from the top down."""

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from perftrack.domain.explanation_tree import Node, execution_node, explanation_tree, indicator_node
from perftrack.domain.scorecards import Scorecard
from perftrack.domain.sources import NO_SOURCES, Sources
from perftrack.services import explaining
from perftrack.services.messages import Speaker, speaker
from ui import theme, widgets
from ui.models.explanation_nodes import ExplanationNodes
from ui.pages.scorecard_parts.explanation_view import ExplanationView

#: Narrower than this sentences break at every other word.
_LEAST = 300
#: The part of a card that is its total; the others are its levels, from 0.
TOTAL = -1


class ExplanationPanel(QWidget):
    """A title with what is explained, links to compare and copy, and the tree."""

    copied = Signal()
    compare_requested = Signal()
    row_wanted = Signal(int)
    """A line leads to this row of the table."""
    file_wanted = Signal(str)
    """A piece of evidence is to be opened: its id."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._card: Scorecard | None = None
        self._sources, self._speaker = NO_SOURCES, speaker("en")
        self._node: Node | None = None
        self._part: int | None = None
        self._model = ExplanationNodes(self)
        self._title = widgets.SectionTitle("", ruled=True)
        self.compare = widgets.link("", size=theme.SMALL)
        self._copy = widgets.link("", size=theme.SMALL)
        self._title.add(self.compare)
        self._title.add(self._copy)
        self.view = ExplanationView(self._model)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 0)
        column.setSpacing(theme.HALF)
        column.addWidget(self._title)
        column.addWidget(self.view, 1)
        self.setFocusProxy(self.view)
        self.setMinimumWidth(_LEAST)
        self._connect()
        self._retranslate()

    def rest_on(self, sources: Sources) -> None:
        """Take what the values of the next card rest on: who entered them and when, and its evidence."""
        self._sources = sources

    def show_row(self, card: Scorecard, row: int, name: str, speaker: Speaker, *, renewed: bool = False) -> None:
        """Explain the score in ``row``; the row after the last score is the execution.

        ``renewed``: nobody chose the row, the card was shown anew; a level or the total then stays explained.
        """
        same = self._card is not None and self._card.plan.id == card.plan.id
        self._card, self._speaker = card, speaker
        if renewed and same and self._part is not None:
            self.show_part(self._part)
            return
        self._part = None
        if row < len(card.scores):
            self._show(indicator_node(card.scores[row], card, self._sources, every_quarter=True), name)
        else:
            self._show(execution_node(card, self._sources), name)

    def show_part(self, part: int) -> None:
        """Explain a level 1 of the card by its place, or its :data:`TOTAL`, from the top down."""
        card = self._card
        if card is None:
            return
        tree = explanation_tree(card, self._sources, every_quarter=True)
        if 0 <= part < len(card.level1()):
            self._part = part
            level = tree.children[part]
            self._show(level, level.step.arguments["level"])
        else:
            self._part = TOTAL
            self._show(tree, card.plan.name)

    def subject(self) -> str:
        """Give the id of the indicator explained, "" where it is none."""
        return self._node.subject if self._node is not None and self._node.step.topic == "indicator" else ""

    def text(self) -> str:
        """Give what is shown as plain text."""
        return "" if self._node is None else explaining.tree_text(self._node, self._speaker)

    def copy(self) -> None:
        """Put the explanation shown on the clipboard."""
        self._put(self.text())

    def copy_node(self, node: Node, with_below: bool = True) -> None:
        """Put a line on the clipboard, with all lines below it or alone."""
        self._put(explaining.tree_text(node if with_below else Node(node.step), self._speaker))

    def copy_plan(self) -> None:
        """Put the explanation of the whole plan on the clipboard."""
        if self._card is not None:
            self.copy_node(explanation_tree(self._card, self._sources, every_quarter=True))

    def _put(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.copied.emit()

    def _show(self, node: Node, name: str) -> None:
        self._node = node
        year = 0 if self._card is None else self._card.plan.year
        self._model.show(node, self._speaker, self._sources, year)
        self._title.set_note(name)
        self.view.setAccessibleName(name)
        self.view.open_lines()

    def _go_to(self, node: Node) -> None:
        if self._card is not None:
            ids = [score.indicator.id for score in self._card.scores]
            self.row_wanted.emit(len(ids) if node.step.topic == "execution" else ids.index(node.subject))

    def _connect(self) -> None:
        self.compare.clicked.connect(self.compare_requested)
        self._copy.clicked.connect(self.copy)
        self.view.copy_requested.connect(self.copy_node)
        self.view.shown_copy_requested.connect(self.copy)
        self.view.plan_copy_requested.connect(self.copy_plan)
        self.view.row_wanted.connect(self._go_to)
        self.view.file_wanted.connect(self.file_wanted)

    def _retranslate(self) -> None:
        self._title.set_text(self.tr("How it was scored"))
        self.compare.setText(self.tr("Compare"))
        self.compare.setAccessibleName(self.tr("Compare with another state"))
        self.compare.setToolTip(self.tr("Compare with another state"))
        self._copy.setText(self.tr("Copy"))
        self._copy.setAccessibleName(self.tr("Copy explanation"))
        self._copy.setToolTip(self.tr("Copy explanation"))

    # Qt's own names from here on.

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(458, 288)
