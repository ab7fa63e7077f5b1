"""What everybody chooses for themselves on this machine: language and appearance of the window."""

from typing import get_args

from PySide6.QtWidgets import QApplication

from ui import languages, theme
from ui.session import Session
from ui.settings import Settings


def choose_language(session: Session, wish: str) -> None:
    """Speak another language from now on; "system" follows the system."""
    session.settings.keep("language", wish)
    language = languages.resolve(wish)
    session.set_language(language)
    languages.use(language)


def choose_scheme(session: Session, wish: str) -> None:
    """Show another appearance from now on."""
    session.settings.keep("scheme", wish)
    app = QApplication.instance()
    if isinstance(app, QApplication) and wish in get_args(theme.Scheme):
        theme.install(app, wish)  # type: ignore[arg-type]


def language_of(settings: Settings) -> str:
    """The language the user wishes: ``zh_CN``, ``en`` or ``system``."""
    wish = settings.text("language", "system")
    return wish if wish in languages.LANGUAGES else "system"


def scheme_of(settings: Settings) -> theme.Scheme:
    """The appearance the user wishes."""
    wish = settings.text("scheme", "system")
    return next((scheme for scheme in get_args(theme.Scheme) if scheme == wish), "system")
