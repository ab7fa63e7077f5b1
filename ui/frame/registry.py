"""Which pages there are. A page is imported when it is first entered; one that is not installed is not offered."""

from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec

from PySide6.QtCore import QCoreApplication

from ui import theme
from ui.pages.base import Page
from ui.session import Session


@dataclass(frozen=True, slots=True)
class Entry:
    """One page: its key, its icon, where its class is, and the height of its action bar."""

    key: str
    icon: str
    module: str
    name: str
    foot: int = 0
    at_foot: bool = False
    """At the lower end of the rail."""
    on_rail: bool = True
    """False: reached from other pages and by search."""

    def exists(self) -> bool:
        """Whether the module of the page is there."""
        return find_spec(self.module) is not None

    def make(self, session: Session) -> Page:
        """Build the page."""
        page: Page = getattr(import_module(self.module), self.name)(session)
        return page


PAGES = (
    Entry("overview", "overview", "ui.pages.overview", "OverviewPage"),
    Entry("entry", "entry", "ui.pages.entry", "EntryPage", theme.ACTION_BAR),
    Entry("review", "review", "ui.pages.review", "ReviewPage", theme.ACTION_BAR),
    Entry("scorecards", "score", "ui.pages.scorecards", "ScorecardsPage"),
    Entry("sheets", "sheet", "ui.pages.sheets", "SheetsPage", theme.ACTION_BAR),
    Entry("settings", "settings", "ui.pages.settings", "SettingsPage", at_foot=True),
    Entry("bureau", "check", "ui.pages.bureau", "BureauPage", on_rail=False),
)


def pages() -> tuple[Entry, ...]:
    """The pages that can be entered, in the order of the rail."""
    return tuple(entry for entry in PAGES if entry.exists())


def page_title(key: str) -> str:
    """The word of a page on the rail."""
    match key:
        case "overview":
            return QCoreApplication.translate("Pages", "Overview")
        case "entry":
            return QCoreApplication.translate("Pages", "Entry")
        case "review":
            return QCoreApplication.translate("Pages", "Review")
        case "scorecards":
            return QCoreApplication.translate("Pages", "Scorecards")
        case "sheets":
            return QCoreApplication.translate("Pages", "Sheets")
        case "bureau":
            return QCoreApplication.translate("Pages", "Bureau check")
        case "settings":
            return QCoreApplication.translate("Pages", "Settings")
        case _:
            return key
