"""What every page of the window is: built once, shown for a year and a quarter, told what changed."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QWidget

from perftrack.services.changes import Changes
from ui import widgets
from ui.session import Session


class Page(widgets.Entrance):
    """A page of the main window. Pages know the session and never each other; they ask to be left by signal.

    The window calls :meth:`show_context` on entering and whenever year, quarter or file changed while the page is
    shown; a hidden page is not told and catches up on entering. Between the two it calls :meth:`apply_changes`.
    ``session.workspace`` is never None while a page is called.
    """

    open_requested = Signal(str, str, dict)
    """Another place is asked for: page key ("overview", "entry", "scorecards", "sheets"), plan id ("" for none),
    extra such as ``{"level1": …, "indicator_id": …}``; the other page gets both in :meth:`focus_plan`."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        widgets.fill(self, "surface")

    def show_context(self) -> None:
        """Show ``session.workspace`` as of ``session.year`` and ``session.quarter``; ask the services anew."""

    def apply_changes(self, changes: Changes, initiator: object) -> None:
        """Renew what ``changes`` touched; ``initiator`` is whoever made them (often this page). Default: everything."""
        self.show_context()

    def focus_plan(self, plan_id: str, extra: dict[str, object]) -> None:
        """Go to a plan, and within it to what ``extra`` names, where the page can."""

    def retranslate(self) -> None:
        """Put own words in the language of now. Called when the language changed; call it at the end of __init__."""

    def may_close(self) -> bool:
        """Store what is still in an editor before the page, the file or the window is left; False to stay."""
        return True

    def regions(self) -> list[QWidget]:
        """The parts F6 goes round in, in order: page, panel, bar. Each takes the focus or has a proxy that does."""
        return [self]

    # Qt's own names from here on.

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
