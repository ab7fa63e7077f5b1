"""A part of the details panel: what it is given and may be asked."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from perftrack.domain.scorecards import Scorecard
from perftrack.domain.scoring import Score
from ui.models.drafts import Drafts
from ui.session import Session


class DetailsSection(QWidget):
    """Shows one thing about the indicator of the current cell; hides itself where there is nothing to show or do.

    It is built once, asked only while the panel is open, and stores through the services by itself.
    """

    recorded = Signal(object)
    """A command was stored: its Changes; the page tells everybody."""
    drafts_changed = Signal()
    """A text was kept or is no draft any more; the page counts them."""
    place_requested = Signal(str, str)
    """Go to another plan (id) and indicator (id)."""
    #: What a shortcut of the page asks for by name; see :meth:`enter`.
    key = ""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.drafts = Drafts(self)

    def show_indicator(self, score: Score, card: Scorecard, editable: bool) -> None:
        """Show what belongs to ``score.indicator`` in the quarter of ``card``; ``editable``: it may be changed."""

    def use_drafts(self, drafts: Drafts) -> None:
        """Where long texts are kept while they are typed; see :class:`~ui.models.drafts.Drafts`."""
        self.drafts = drafts

    def enter(self) -> bool:
        """Put the cursor into it; False where there is nothing to type."""
        return False

    def commit(self) -> None:
        """Store what is still being typed."""

    def retranslate(self) -> None:
        """Words in the language of now."""
